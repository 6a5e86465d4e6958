"""One finding, many renderings: text for a person, concise lines, and the forms of `machine` for programs."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from kdcl_site.findings.finding import Finding, Severity, count, in_order
from kdcl_site.findings.machine import as_github, as_json, as_junit, as_sarif
from kdcl_site.findings.registry import hint, message, registry
from kdcl_site.text.personal import masked
from kdcl_site.text.words import Words

Format = Literal["text", "concise", "json", "github", "sarif", "junit"]
FORMATS: tuple[Format, ...] = get_args(Format)

Source = Callable[[str], Sequence[str]]
"""Gives the lines of a file by its name in findings; empty when it cannot be read."""

_WIDTH = 100
_SHORT = 10
_COMMENT = re.compile(r"(^|\s+)#.*")
_KEY = re.compile("[a-z_]{1,30}")
_MACHINE: dict[Format, Callable[[Sequence[Finding], str], str]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
}


def report(findings: Iterable[Finding], form: Format, words: Words, source: Source) -> str:
    """Return all findings in order, in one of the formats; for none, no text, or an empty document of the format."""
    items = in_order(findings)
    language = words.language
    if form in _MACHINE:
        return _MACHINE[form](items, language)
    if form == "concise":
        return "\n".join(_line(item, language, words) for item in items)
    return "\n\n".join(_text(item, language, words, source) for item in items)


def by_code(findings: Sequence[Finding], words: Words) -> str:
    """Return how many findings there are of each code, the gravest first, a line each; for a short report no text."""
    if len(findings) <= _SHORT:
        return ""
    counts = Counter((item.severity.rank, item.code) for item in findings)
    order = sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0][1]))
    titles = {code: registry()[code].title[words.language] for _, code in counts}
    return "\n".join(f"{number} × {code} {titles[code]}" for (_, code), number in order)


def summary(findings: Sequence[Finding], words: Words) -> str:
    """Return how many errors, warnings and notices there are, in one line."""
    numbers = {severity.value: str(count(findings, severity)) for severity in Severity}
    return words("findings.summary", **numbers)


def _where(item: Finding) -> str:
    place = item.place
    return place.file if not place.line else f"{place.file}:{place.line}:{place.column}"


def _line(item: Finding, language: str, words: Words) -> str:
    return f"{_where(item)}: {words('severity.' + item.severity)} {item.code} {message(item, language)}"


def _text(item: Finding, language: str, words: Words, source: Source) -> str:
    lines = [f"{words('severity.' + item.severity)} {item.code}: {message(item, language)}", f"  --> {_where(item)}"]
    lines += _snippet(item, source)
    lines.append(f"  = {words('findings.mend')}: {hint(item, language)}")
    lines.append(f"  = {words('findings.example')}:")
    lines += (f"      {line}" for line in registry()[item.code].good.splitlines())
    return "\n".join(lines)


def _snippet(item: Finding, source: Source) -> list[str]:
    """Return the line without its comment and personal data, and a caret; of a private node only its key is shown."""
    number = item.place.line
    lines = source(item.place.file) if number else ()
    if not 0 < number <= len(lines):
        return []
    line = masked(_COMMENT.sub("", lines[number - 1].rstrip("\r\n")).replace("\t", " "))
    gutter = " " * len(str(number))
    if item.private:
        return [f"{gutter} |", f"{number} | {_key(line)}"]
    column = min(item.place.column, len(line) + 1)
    start = max(0, column - _WIDTH // 2) if len(line) > _WIDTH else 0
    shown = ("…" if start else "") + line[start : start + _WIDTH] + ("…" if len(line) > start + _WIDTH else "")
    caret = " " * (column - 1 - start + bool(start)) + "^"
    return [f"{gutter} |", f"{number} | {shown}", f"{gutter} | {caret}"]


def _key(line: str) -> str:
    """Return the indentation and the key of a line, without what it holds."""
    head, colon, _ = line.partition(":")
    words = head.replace("-", " ").split()
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent}{words[0]}: …" if colon and len(words) == 1 and _KEY.fullmatch(words[0]) else f"{indent}…"
