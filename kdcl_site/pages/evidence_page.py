"""The index of a school's evidence: every item that is not internal, and what rests on it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kdcl_site.model.evidence import Evidence
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.context import Context
from kdcl_site.pages.filters import Choice
from kdcl_site.pages.lines import access_tag, file_about, file_link, has_files, issue_text, published_file
from kdcl_site.pages.options import PublishedFile
from kdcl_site.pages.parts import Ref, Tag
from kdcl_site.pages.ratings import texts_of
from kdcl_site.text.formats import bind
from kdcl_site.text.ordering import number_key

FOLDED = 100
"""With more items than this, standards are folded until a reader opens one."""

_KEPT = ("public", "summary", "onsite", "planned", "withdrawn")


@dataclass(frozen=True, slots=True)
class FileView:
    """A published file, what it is (`PDF, 3 trang, 1,2 MB`), and how to check it."""

    href: str
    about: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Supported:
    """The criteria of one round that rest on an item; `label` names the round unless it is the current one."""

    label: str
    criteria: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item of evidence; `notes` are whole sentences on how it stands.

    `criteria` (of the current framework) and `kept` are what it is filtered by.
    """

    id: str
    code: str
    title: str
    issue: str
    access: Tag
    file: FileView | None
    url: str
    notes: tuple[str, ...]
    supports: tuple[Supported, ...]
    former: str
    criteria: tuple[str, ...]
    kept: str


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """The items whose home is one criterion."""

    id: str
    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class EvidenceSection:
    """The groups of one standard; `title` is empty for what has no criterion."""

    title: str
    count: int
    groups: tuple[EvidenceGroup, ...]


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """Everything the index of evidence shows, and what it can be filtered by; `verify` is empty without a file."""

    counts: str
    total: int
    folded: bool
    sections: tuple[EvidenceSection, ...]
    tier: str
    criteria: tuple[Choice, ...]
    kept: tuple[Choice, ...]
    verify: str

    @property
    def groups(self) -> tuple[EvidenceGroup, ...]:
        """All groups in order."""
        return tuple(group for section in self.sections for group in section.groups)


def evidence_page(ctx: Context, origin: Address) -> EvidencePage:
    """Return what the index of evidence shows."""
    supports = _supports(ctx)
    groups: dict[str, list[ItemView]] = defaultdict(list)
    for item in ctx.evidence:
        home = _home(ctx, item)
        groups[home].append(_item(ctx, origin, item, home, supports.get(item.code, ())))
    items = [item for group in groups.values() for item in group]
    numbers = {number for item in items for number in item.criteria}
    kept = {item.kept for item in items}
    framework = ctx.framework
    return EvidencePage(
        counts=_counts(ctx),
        total=len(items),
        folded=len(items) > FOLDED,
        sections=tuple(_sections(ctx, groups)),
        tier=ctx.local(framework.words.criterion) if framework else "",
        criteria=tuple(
            Choice(number, f"{number} {ctx.local(one.name)}")
            for number, one in (framework.criteria.items() if framework else ())
            if number in numbers
        ),
        verify=ctx.link(origin, addresses.verify(ctx.folder.id)) if has_files(ctx) else "",
        kept=tuple(Choice(one, ctx.words(f"filter.access.{one}")) for one in _KEPT if one in kept),
    )


def _sections(ctx: Context, groups: dict[str, list[ItemView]]) -> Iterator[EvidenceSection]:
    """The groups by standard, in the framework's order; then what has no home."""
    for standard in ctx.framework.standards if ctx.framework else ():
        found = [one.number for one in standard.criteria if one.number in groups]
        if ctx.framework and found:
            word = ctx.local(ctx.framework.words.standard)
            title = bind(f"{word} {standard.number}: {ctx.local(standard.name)}")
            yield _section(ctx, title, found, groups)
    if "" in groups:
        yield _section(ctx, "", [""], groups)


def _section(ctx: Context, title: str, homes: list[str], groups: dict[str, list[ItemView]]) -> EvidenceSection:
    count = sum(len(groups[home]) for home in homes)
    return EvidenceSection(title, count, tuple(_group(ctx, home, groups[home]) for home in homes))


def _home(ctx: Context, item: Evidence) -> str:
    """The criterion an item stands under: the one its code names, else the first it serves, else none."""
    framework = ctx.framework
    if framework is None:
        return ""
    match = framework.evidence_code.regex.fullmatch(item.code)
    served = ctx.criteria_of(item.serves, framework)
    found = match["criterion"] if match and "criterion" in match.groupdict() else next(iter(served), "")
    return found if found in framework.criteria else ""


def _supports(ctx: Context) -> dict[str, tuple[tuple[str, str], ...]]:
    """Which criteria rest on an item, as pairs of round and number; the round is empty where only the item says so."""
    found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    current = ctx.current.id if ctx.current else ""
    for item in ctx.evidence:
        for number in ctx.criteria_of(item.serves, ctx.framework):
            found[item.code][(current, number)] = None
    for judged in ctx.rounds:
        for number, rating in judged.assessment.criteria.items():
            for text in texts_of(rating):
                for code in ctx.citations.codes(text):
                    found[code][(judged.id, number)] = None
    order = [current, *(item.id for item in ctx.rounds)]
    return {
        code: tuple(sorted(pairs, key=lambda pair: (order.index(pair[0]), number_key(pair[1]))))
        for code, pairs in found.items()
    }


def _item(ctx: Context, origin: Address, item: Evidence, home: str, supports: tuple[tuple[str, str], ...]) -> ItemView:
    file = published_file(ctx, item)
    former = ", ".join(ctx.say(one.code) for one in item.former_codes)
    current = ctx.current.id if ctx.current else ""
    return ItemView(
        id=anchor(item.code),
        code=item.code,
        title=ctx.say(item.title),
        issue=issue_text(ctx, item.issued),
        access=access_tag(ctx, item),
        file=_file(ctx, origin, file) if file else None,
        url=ctx.address(item.url) if item.access == "public" and not item.withdrawn else "",
        notes=_notes(ctx, item),
        supports=tuple(
            _supported(ctx, origin, at, [number for _, number in pairs])
            for at, pairs in groupby(supports, key=lambda pair: pair[0])
        ),
        former=ctx.words("evidence.former", codes=former) if former else "",
        criteria=tuple(dict.fromkeys((*filter(None, [home]), *(number for at, number in supports if at == current)))),
        kept="withdrawn" if item.withdrawn else "planned" if item.state == "planned" else item.access,
    )


def _file(ctx: Context, origin: Address, file: PublishedFile) -> FileView:
    path = addresses.evidence_file(ctx.folder.id, file.name)
    return FileView(file_link(ctx, origin, path), file_about(ctx, file), file.sha256)


def _supported(ctx: Context, origin: Address, at: str, numbers: list[str]) -> Supported:
    item = next((one for one in ctx.rounds if one.id == at), None)
    known = item.framework.criteria if item else {}
    tier = ctx.tier(item.framework if item else ctx.framework)
    to = {one: ctx.link(origin, addresses.criterion(ctx.folder.id, at, one)) for one in numbers if one in known}
    label = ctx.round_label(item) if item and item is not ctx.current else ""
    return Supported(label, tuple(Ref(tier, one, to.get(one, "")) for one in numbers))


def _notes(ctx: Context, item: Evidence) -> tuple[str, ...]:
    notes = []
    if item.state == "planned":
        notes.append(ctx.words("evidence.planned_note"))
    if item.withdrawn:
        reason, day = ctx.say(item.withdrawn.reason), ctx.day(item.withdrawn.on)
        notes.append(ctx.words("evidence.withdrawn_note", date=day, reason=reason))
    if item.access == "onsite":
        place = ctx.say(item.kept_at) or ctx.name
        key = "evidence.onsite_by" if item.kept_by else "evidence.onsite"
        notes.append(ctx.words(key, place=place, keeper=ctx.say(item.kept_by)))
    if item.valid_until:
        ended = item.valid_until < ctx.options.as_of
        notes.append(ctx.words("evidence.expired" if ended else "evidence.valid_until", date=ctx.day(item.valid_until)))
    if item.note:
        notes.append(ctx.say(item.note))
    return tuple(notes)


def _group(ctx: Context, home: str, items: list[ItemView]) -> EvidenceGroup:
    if not home or ctx.framework is None:
        return EvidenceGroup("muc--khac", ctx.words("evidence.no_home"), tuple(items))
    name = ctx.local(ctx.framework.criteria[home].name)
    title = bind(f"{ctx.local(ctx.framework.words.criterion)} {home}: {name}")
    return EvidenceGroup(f"muc--tieu-chi-{home}", title, tuple(items))


def _counts(ctx: Context) -> str:
    planned = sum(1 for item in ctx.evidence if item.state == "planned" and not item.withdrawn)
    withdrawn = sum(1 for item in ctx.evidence if item.withdrawn)
    there = len(ctx.evidence) - planned - withdrawn
    parts = [ctx.words("evidence.count", count=there)]
    if planned:
        parts.append(ctx.words("evidence.count_planned", count=planned))
    if withdrawn:
        parts.append(ctx.words("evidence.count_withdrawn", count=withdrawn))
    return " · ".join(parts)
