"""An operator's own templates in `overrides/kdcl/`: what is wrong in them, with the file and the line."""

import traceback
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateSyntaxError


@dataclass(frozen=True, slots=True)
class Fault:
    """A template that cannot be used; `line` is 0 where it is not known. The reason is Jinja's own, in English."""

    file: Path
    line: int
    reason: str


def own_templates(folder: Path) -> list[Path]:
    """Return the operator's templates, in order."""
    return sorted(folder.rglob("*.html"))


def unreadable(folder: Path, env: Environment) -> list[Fault]:
    """Return every template of the operator's that Jinja cannot even read."""
    faults: list[Fault] = []
    for path in own_templates(folder):
        try:
            env.compile(path.read_text(encoding="utf-8"), path.name, str(path))
        except TemplateSyntaxError as error:
            faults.append(Fault(path, error.lineno, error.message or ""))
        except UnicodeDecodeError as error:
            faults.append(Fault(path, 0, str(error)))
    return faults


def fault_of(error: Exception, folder: Path) -> Fault | None:
    """Return what is wrong in an operator's template when rendering fails, or None where none has to do with it.

    One of ours may fail because an operator's, which it includes, lacks a part.
    """
    own = own_templates(folder)
    if not own:
        return None
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Fault(Path(error.filename), error.lineno, error.message or "")
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if Path(frame.filename) in own]
    if inside:
        return Fault(Path(inside[-1].filename), inside[-1].lineno or 0, str(error))
    if isinstance(error, TemplateError):
        return Fault(own[0] if len(own) == 1 else folder, 0, str(error))
    return None
