"""What findings may show of a school: nothing of what is private, and never a line that tells of it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from kdcl_site.findings.finding import HIDDEN, Finding, Place
from kdcl_site.findings.limit import limited
from kdcl_site.findings.registry import finding
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.nodes.entry import Entry
from kdcl_site.nodes.node import Node, scalars
from kdcl_site.nodes.node import Sequence as SequenceNode
from kdcl_site.reading.mention import Mentions
from kdcl_site.reading.parsed import lines_of
from kdcl_site.reading.unpublished import Private, Source, no_lines, private_parts

_HARMLESS = ("K115", "K116", "K119", "K120", "K121")
"""Codes of the text that leave nothing in doubt; any other of their family puts the whole file in doubt."""

_OF_KEYS = ("K114", "K202")
"""Codes whose `value` is a key."""

_NAMED_FOLDERS = ("rounds", "improvement")
"""Folders in which an author names files or folders that are read."""


def guard(
    findings: Iterable[Finding],
    root: str,
    evidence: Source | None,
    rounds: Sequence[Source],
    plans: Sequence[Source],
    others: Sequence[Source] = (),
    as_of: date | None = None,
    secret: Source | None = None,
) -> list[Finding]:
    """Return the findings of one school, each without what must not be shown, and not too many of a file.

    `root` is the school's folder in findings; rounds published after `as_of` are private, and all of the file `secret`.
    """
    items = list(findings)
    sources = (*rounds, *plans, *others, *([evidence] if evidence else []))
    if not items and not any(re.search("[^0-9-]", _given(source.file, root)) for source in (*rounds, *plans)):
        return []
    private = private_parts(evidence, rounds, plans, as_of)
    private.files |= {source.file for source in sources if source.node is None}
    private.files |= {secret.file} if secret else set()
    doubtful = {item.place.file for item in items if item.code.startswith("K1") and item.code not in _HARMLESS}
    private.files |= doubtful & {source.file for source in (*rounds, *plans)}
    if private.codes or private.names:
        private.files |= doubtful & {source.file for source in others}
    private.everything |= bool(evidence and evidence.file in doubtful)
    # Of a round that is not to be shown its figures are not either.
    private.files |= {_beside(source.file) for source in rounds if source.file in private.files}
    guardian = _Guardian(root, private, sources)
    shown = [guardian.guarded(item) for item in items]
    files = (*(source.file for source in sources), *(item.place.file for item in items))
    lost = {guardian.path(file) for file in files} - {item.place.file for item in items if item.code == "K340"}
    return limited([*shown, *(finding("K340", Place(file)) for file in sorted(lost) if file.endswith(HIDDEN))])


def guard_checked(findings: Iterable[Finding], folder: SchoolFolder, path: Path | None = None) -> list[Finding]:
    """Return the findings on a school that could be read, each without what must not be shown.

    With the `path` of the school's folder, the lines of its files are looked at too; findings of its reading among
    the others tell which files are in doubt.
    """
    root = folder.school.located.file.rpartition("/")[0]

    def source(file: str, node: Node) -> Source:
        return Source(file, node, partial(lines_of, path / file.removeprefix(f"{root}/")) if path else no_lines)

    def listed(items: Iterable[Entry]) -> list[Source]:
        located = [item.located for item in items]
        nodes = tuple(item.node for item in located)
        return [source(located[0].file, SequenceNode(nodes, 1, 1))] if located else []

    return guard(
        findings,
        root,
        next(iter(listed(folder.evidence.values())), None),
        [source(*item.assessment.located) for item in folder.rounds],
        [source(*item.located) for item in folder.plans],
        [
            *(source(*one.located) for one in (folder.school, folder.replies) if one),
            *listed(folder.waivers),
            *(source(*item.figures.located) for item in folder.rounds if item.figures),
        ],
        secret=source(*folder.confirmed.located) if folder.confirmed else None,
    )


class _Guardian:
    """Says of each finding what may be shown of it."""

    def __init__(self, root: str, private: Private, sources: Sequence[Source]) -> None:
        self._root = root
        self._private = private
        self._mentions = Mentions(private.codes | private.names)
        self._words = {_words(code) for code in private.codes if re.search(r"[^\W\d_]", code)}
        self._sources = {source.file: source for source in sources}
        self._spans: dict[str, list[range]] = {}
        self._lines: dict[str, Sequence[str]] = {}
        self._telling: dict[tuple[str, int], bool] = {}
        self._paths: dict[str, str] = {}

    def guarded(self, item: Finding) -> Finding:
        if item.code == "K319" and item.args["meant"] in self._private.drafts:
            item = replace(item, args={**item.args, "meant": HIDDEN})
        named = {key for key, text in item.args.items() if self._mentions.within(text) or self.path(text) != text}
        path = self.path(item.place.file)
        if not (self._private.everything or named or path != item.place.file or self._inside(item.place)):
            return item
        kept = {key: item.args[key] for key in _kept(item) if key not in named}
        place = item.place if path == item.place.file else Place(path)
        return replace(item.hide(), place=place, args={**item.hide().args, **dict.fromkeys(named, HIDDEN), **kept})

    def path(self, file: str) -> str:
        """Return a file's name without that of a folder or plan that tells an internal code."""
        name = _given(file, self._root)
        if not name:
            return file
        if file not in self._paths:
            folder = file.removeprefix(f"{self._root}/").partition("/")[0]
            words = _words(name)
            secret = any(code in words for code in self._words)
            self._paths[file] = f"{self._root}/{folder}/{HIDDEN}" if secret else file
        return self._paths[file]

    def _inside(self, place: Place) -> bool:
        if place.file in self._private.files:
            return True
        if place.file not in self._sources or not place.line:
            return False
        if place.file not in self._spans:
            mentioning = _mentioning(self._sources[place.file], self._mentions)
            self._spans[place.file] = _merged([*self._private.lines.get(place.file, ()), *mentioning])
        spans = self._spans[place.file]
        at = bisect_right(spans, place.line, key=lambda span: span.start) - 1
        return (at >= 0 and place.line in spans[at]) or self._tells(place.file, place.line)

    def _tells(self, file: str, line: int) -> bool:
        """Tell whether a line of a file names an internal item, be it in a comment or in a value that was lost."""
        if (file, line) not in self._telling:
            if file not in self._lines:
                self._lines[file] = self._sources[file].lines()
            lines = self._lines[file]
            self._telling[file, line] = line <= len(lines) and self._mentions.within(lines[line - 1])
        return self._telling[file, line]


def _beside(assessment: str) -> str:
    return f"{assessment.rpartition('/')[0]}/figures.yml"


def _kept(item: Finding) -> Iterator[str]:
    """Yield what may be shown of a private node: its key, if it is no words of an author, and the keys there are."""
    if item.code == "K202":
        yield "meant"
    if item.code in _OF_KEYS and re.fullmatch("[a-z_]{1,30}", item.args["value"]):
        yield "value"


def _given(file: str, root: str) -> str:
    """Return the name an author gave to a round's folder or a plan's file, or an empty text."""
    folder, _, rest = file.removeprefix(f"{root}/").partition("/")
    return rest.partition("/")[0].removesuffix(".yml") if folder in _NAMED_FOLDERS else ""


def _words(name: str) -> str:
    """Return a name with one hyphen around and between its words."""
    return "-" + "".join(f"{word}-" for word in re.split(r"[\W_]+", name.casefold()) if word)


def _merged(spans: Iterable[range]) -> list[range]:
    """Return the same lines as spans in order that do not touch."""
    merged: list[range] = []
    for span in sorted(spans, key=lambda span: span.start):
        if merged and span.start <= merged[-1].stop:
            merged[-1] = range(merged[-1].start, max(merged[-1].stop, span.stop))
        else:
            merged.append(span)
    return merged


def _mentioning(source: Source, mentions: Mentions) -> Iterator[range]:
    """Yield the lines of texts that name an internal item."""
    found = list(scalars(source.node, keys=True)) if source.node else []
    for scalar, following in zip(found, [*found[1:], None], strict=False):
        if mentions.within(scalar.text):
            last = max(scalar.line, following.line - 1) if following else 10**9
            yield range(scalar.line, last + 1)
