"""What is wrong in the finished HTML of an authored page, as findings at lines of the page's source."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from kdcl_site.building.options import BuildOptions
from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding

Wrong = tuple[str, str, Mapping[str, str]]
"""The text to look for, the code, and what fills its message."""

_CODE = re.compile(r"^[ \t>]*(`{3,}|~{3,}).*?^[ \t>]*\1[ \t]*$|(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\2(?!`)", re.M | re.S)


def shown_file(file: File, options: BuildOptions) -> str:
    """Return an author's file as findings name it."""
    return options.shown(Path(file.abs_src_path).resolve()) if file.abs_src_path else file.src_uri


def placed(wrong: Iterable[Wrong], page: Page, options: BuildOptions) -> Iterator[Finding]:
    """Yield findings with the line of the source at which each stands: the same thing twice stands at two lines.

    What is not found there as it is has no line.
    """
    wrong = list(wrong)
    if not wrong:
        return
    name = shown_file(page.file, options)
    source = _CODE.sub(lambda code: re.sub("[^\n]", " ", code[0]), page.file.content_string)
    seen: Counter[str] = Counter()
    for text, code, args in wrong:
        starts = [match.start() for match in _whole(text).finditer(source)]
        at = starts[min(seen[text], len(starts) - 1)] if starts else None
        seen[text] += 1
        line = source.count("\n", 0, at) + 1 if at is not None else 0
        column = at - source.rfind("\n", 0, at) if at is not None else 0
        yield finding(code, Place(name, line, column), **args)


def _whole(text: str) -> re.Pattern[str]:
    """Finds a name where it is whole: `kdcl:th-a/2.1` is not in `kdcl:th-a/2.10`, nor `tin.md` in `ban-tin.md`."""
    before = r"(?<![\w./-])" if text[:1].isalnum() else ""
    return re.compile(before + re.escape(text) + r"(?![\w-]|[./][\w])")
