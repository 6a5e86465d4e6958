"""What an operator puts in place of our templates and words, and what is wrong with it."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from logging import LoggerAdapter
from pathlib import Path
from typing import Any

from kdcl_site.building.options import BuildOptions
from kdcl_site.findings.finding import Finding, Place, Severity, count
from kdcl_site.findings.registry import finding
from kdcl_site.mkdocs.reporting import asked, show
from kdcl_site.rendering.overriding import Fault, own_templates, unreadable
from kdcl_site.rendering.render import TEMPLATES, Renderer
from kdcl_site.text.words import ENGLISH, FIRST_LANGUAGE, Words, WordsError, fields_of, load_words, read_catalogue

WORDS = "words.yml"
MORE_WORDS = "words"


def word_files(options: BuildOptions) -> list[Path]:
    """Return the operator's files of words: `overrides/kdcl/words.yml`, then those in `overrides/kdcl/words/`."""
    if options.overrides is None:
        return []
    folder = options.overrides / "kdcl"
    return [*filter(Path.is_file, [folder / WORDS]), *sorted((folder / MORE_WORDS).glob("*.yml"))]


def speaker(options: BuildOptions) -> Callable[[str], Words]:
    """Return what gives the words of a language, the operator's own winning."""
    return lambda language: load_words(language, *word_files(options))


def make_renderers(
    options: BuildOptions, log: "LoggerAdapter[Any]", stop: bool
) -> tuple[Renderer, Renderer | None, Callable[[str], Words]]:
    """Return the renderer, that for English pages if there are any, and what gives words of a language.

    All that is wrong is reported at once. With `stop` an error is a PluginError, else the package's own stands in, and
    so it is when a template fails later.
    """
    ours = load_words(options.language)
    found = asked([*_words_findings(options), *_template_findings(options)], options)
    show(found, options, ours, log, stop)
    usable = not any(item.code in ("K619", "K621") for item in found)
    words = speaker(options) if usable else load_words

    def on_fault(fault: Fault) -> None:
        show([_told(fault, options)], options, ours, log, stop)

    whole = options.overrides if not count(found, Severity.ERROR) else None
    english = Renderer(words(ENGLISH), whole, on_fault) if options.english else None
    return Renderer(words(options.language), whole, on_fault), english, words


def _words_findings(options: BuildOptions) -> Iterator[Finding]:
    ours = load_words(FIRST_LANGUAGE)
    for file in word_files(options):
        shown = options.shown(file.resolve())
        try:
            entries = read_catalogue(file)
            load_words(FIRST_LANGUAGE, file)
        except WordsError as error:
            yield finding("K619", Place(shown, error.line or _line(file, str(error))), reason=str(error))
            continue
        for key, texts in entries.items():
            place = Place(shown, _line(file, key), 1)
            if not ours.has(key):
                yield finding("K620", place, value=key, expected=_nearest(key, ours.keys()))
                continue
            known = fields_of(ours.texts[key])
            for strange in sorted({name for text in texts.values() for name in fields_of(text)} - known):
                given = ", ".join(f"{{{name}}}" for name in sorted(known)) or "–"
                yield finding("K621", place, key=key, value=strange, expected=given)


def _template_findings(options: BuildOptions) -> Iterator[Finding]:
    if options.overrides is None:
        return
    folder = options.overrides / "kdcl"
    known = tuple(path.name for path in sorted(TEMPLATES.glob("*.html")))
    for path in own_templates(folder):
        name = path.relative_to(folder).as_posix()
        # A name that begins so is a part that the operator's own templates include.
        if name not in known and not path.name.startswith("_"):
            shown = options.shown(path.resolve())
            yield finding("K620", Place(shown), value=name, expected=_nearest(name, known))
    yield from (_told(fault, options) for fault in unreadable(folder, Renderer(load_words(FIRST_LANGUAGE)).environment))


def _told(fault: Fault, options: BuildOptions) -> Finding:
    place = Place(options.shown(fault.file.resolve()), fault.line, min(1, fault.line))
    return finding("K618", place, reason=fault.reason.rstrip("."))


def _nearest(name: str, known: tuple[str, ...]) -> str:
    return get_close_matches(name, known, 1, 0)[0]


def _line(file: Path, said: str) -> int:
    """The line of the first key of a file that is named in a text, or 0."""
    for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        key = re.match(r"([\w.-]+):", line)
        if key and re.search(rf"(?<![\w.-]){re.escape(key[1])}(?![\w-]|\.\w)", said):
            return number
    return 0
