"""The index of evidence held against itself: what stands there twice, and numbers that are left out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.evidence import Evidence, FormerCode
from kdcl_site.model.folder import SchoolFolder

_SHOWN = 5
"""Numbers left out that are told one by one."""

_DIGITS = 9
"""Digits of a number that can be one of a list."""


def index_findings(folder: SchoolFolder) -> Iterator[Finding]:
    """Yield the findings on the index; what is internal is compared with nothing, so that nothing tells of it."""
    index = list(folder.evidence.values())
    yield from _twice([item for item in index if not item.internal])
    yield from _gaps(folder)
    yield from _former(index)


def _twice(index: list[Evidence]) -> Iterator[Finding]:
    """One document has one code; the same title with another number or day of issue is another document."""
    files: dict[str, Evidence] = {}
    titles: dict[tuple[str, str | None, str | None], Evidence] = {}
    for item in index:
        issued = item.issued
        name = (" ".join(item.title.casefold().split()), *((issued.number, issued.on) if issued else (None, None)))
        of_file = files.setdefault(item.file, item) if item.file else item
        of_title = titles.setdefault(name, item)
        if of_file is not item:
            yield finding("K703", item.place("file"), value=item.code, other=of_file.code)
        elif of_title is not item:
            yield finding("K704", item.place("title"), value=item.code, other=of_title.code)


def _gaps(folder: SchoolFolder) -> Iterator[Finding]:
    """Numbers run on for each criterion, whatever the box; a former code has taken its number too.

    How far they run is told by what is not internal: else a gap would tell that there is more.
    """
    if not folder.rounds or not folder.evidence:
        return
    regex = folder.rounds[0].framework.evidence_code.regex
    taken: dict[str, set[int]] = defaultdict(set)
    last: dict[str, tuple[int, re.Match[str]]] = {}
    for item in folder.evidence.values():
        for code in (item.code, *(former.code for former in item.former_codes)):
            match = regex.fullmatch(code)
            if match and len(match["number"]) <= _DIGITS:
                criterion, number = match["criterion"], int(match["number"])
                taken[criterion].add(number)
                if not item.internal and number > last.get(criterion, (0, match))[0]:
                    last[criterion] = (number, match)
    missing = [
        _with_number(match, one)
        for criterion, (end, match) in last.items()
        for one in islice((one for one in range(1, end) if one not in taken[criterion]), _SHOWN + 1)
    ]
    if missing:
        value = ", ".join(missing[:_SHOWN]) + ("…" if len(missing) > _SHOWN else "")
        first = next(iter(folder.evidence.values()))
        yield finding("K706", first.place("code"), value=value)


def _with_number(code: re.Match[str], number: int) -> str:
    start, end = code.span("number")
    return f"{code.string[:start]}{number:0{end - start}}{code.string[end:]}"


def _former(index: list[Evidence]) -> Iterator[Finding]:
    """Only what was split, be it that a part was merged with another, may live on under several codes."""
    now = {item.code: item for item in index}
    seen: dict[str, tuple[Evidence, FormerCode]] = {}
    for item in index:
        for former in item.former_codes:
            owner, first = seen.setdefault(former.code, (item, former))
            other = now.get(former.code, owner)
            split = other is owner and {former.how, first.how} <= {"split", "merged"}
            if other is not item and not split:
                line = str(other.place("code").line)
                yield finding("K709", former.place("code"), value=former.code, first=line)
