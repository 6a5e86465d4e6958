"""A school's own page: its first screen answers how it stands, what is weak, and what was promised."""

import re
from dataclasses import dataclass

from kdcl_site.judging.commitments import CommitmentCounts, counts
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.grid import whole_tally
from kdcl_site.pages.parts import Link, Mark, Named
from kdcl_site.pages.recognition import RecognitionView, recognition_views
from kdcl_site.pages.round_page import Highlight, RoundView, highlight, round_view
from kdcl_site.pages.rounds import stages, whole_level
from kdcl_site.pages.sides import sides_view
from kdcl_site.text.formats import list_vi

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(r"\(?\+?(?:[ .()-]*\d){8,12}", re.ASCII)
_TALK = re.compile(r"[^0-9+]")


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask; `tel` and `mailto` are empty where the text is no number or address."""

    posts: tuple[Named, ...]
    facts: tuple[Named, ...]
    phone: str
    tel: str
    email: str
    mailto: str
    website: str


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage of a school with several: its newest self-assessment, on a page of its own."""

    name: str
    mark: Mark
    tally: str
    link: Link
    other: str


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """Everything a school's page shows; `round` is None as long as nothing is published.

    A school with several stages has one line a stage and the mark of the whole instead.
    """

    name: str
    kind: str
    former_names: str
    round: RoundView | None
    stages: tuple[StageLine, ...]
    whole: Mark | None
    whole_note: str
    strength: Highlight | None
    weakness: Highlight | None
    recognitions: tuple[RecognitionView, ...]
    commitments: str
    commitments_href: str
    evidence_href: str
    evidence_count: int
    summary: str
    contact: ContactView
    other_rounds: tuple[Link, ...]


def school_kind(ctx: Context) -> str:
    """Return "Tiểu học công lập"."""
    school = ctx.folder.school
    kind = ctx.words(f"kind.{school.kind}")
    return ctx.words(f"ownership.{school.ownership}", kind=kind) if school.ownership else kind


def commitment_counts(ctx: Context) -> CommitmentCounts:
    """Return how many of the school's commitments stand how."""
    return counts(ctx.states.values())


def counts_text(ctx: Context, found: CommitmentCounts) -> str:
    """Return "3/7 xong · 1 quá hạn", or the sentence that no plan is published."""
    if not found.total:
        return ctx.words("commitments.none")
    parts = [ctx.words("commitments.done", done=found.done, total=found.total)]
    if found.overdue:
        parts.append(ctx.words("commitments.overdue", count=found.overdue))
    return " · ".join(parts)


def school_page(ctx: Context, origin: Address) -> SchoolPage:
    """Return what a school's own page shows."""
    school = ctx.folder.school
    several = stages(ctx)
    former = ", ".join(ctx.say(one.name) for one in school.former_names)
    return SchoolPage(
        name=ctx.name,
        kind=school_kind(ctx),
        former_names=ctx.words("school.former_names", names=former) if former else "",
        round=round_view(ctx, origin, ctx.current) if ctx.current and not several else None,
        stages=tuple(_stage(ctx, origin, item) for item in several),
        whole=whole_mark(ctx),
        whole_note=_whole_note(ctx, several),
        strength=_said(ctx, origin, strong=True),
        weakness=_said(ctx, origin, strong=False),
        recognitions=recognition_views(ctx),
        commitments=counts_text(ctx, commitment_counts(ctx)),
        commitments_href=ctx.link(origin, addresses.commitments(ctx.folder.id)),
        evidence_href=ctx.link(origin, addresses.evidence(ctx.folder.id)),
        evidence_count=len(ctx.evidence),
        summary=ctx.say(school.summary),
        contact=_contact(ctx),
        other_rounds=tuple(
            Link(ctx.round_label(item), ctx.round_link(origin, item))
            for item in ctx.rounds
            if (item not in several if several else item is not ctx.current)
        ),
    )


def whole_mark(ctx: Context) -> Mark | None:
    """Return the mark of a school with several stages as a whole, or None for another school."""
    several = stages(ctx)
    return ctx.mark(several[0], whole_level(ctx), "mark.unfinished") if several else None


def _said(ctx: Context, origin: Address, strong: bool) -> Highlight | None:
    """The strength or weakness on the first screen; of several stages, from the lowest that names one."""
    rounds = stages(ctx) or ((ctx.current,) if ctx.current else ())
    return next((found for item in rounds if (found := highlight(ctx, origin, item, strong))), None)


def _stage(ctx: Context, origin: Address, item: Round) -> StageLine:
    name = ctx.words(f"kind.{item.assessment.stage}")
    beside = sides_view(ctx, origin, item)
    link = Link(ctx.words("stages.link", stage=name.lower()), ctx.round_link(origin, item))
    return StageLine(name, ctx.whole_mark(item), whole_tally(ctx, item), link, beside.whole if beside else "")


def _whole_note(ctx: Context, several: tuple[Round, ...]) -> str:
    """How the level of the whole follows, or which stages have not published."""
    if not several:
        return ""
    rule = several[0].framework.school_level.several_stages
    missing = [one for one in ctx.folder.school.stages if one not in {item.assessment.stage for item in several}]
    if missing:
        return ctx.words("stages.missing", which=list_vi([ctx.words(f"kind.{one}").lower() for one in missing]))
    return ctx.local(rule.text) if rule else ""


def _contact(ctx: Context) -> ContactView:
    school = ctx.folder.school
    contact = school.contact
    phone = ctx.say(contact.phone) if contact else ""
    email = ctx.say(contact.email) if contact else ""
    facts = [
        ("contact.address", contact.address if contact else None),
        ("contact.province", f"{school.commune}, {school.province}"),
        ("contact.former_district", school.former_district),
        ("contact.authority", school.authority),
        ("contact.founded", str(school.founded) if school.founded else None),
    ]
    facts += [("contact.campus", f"{one.name}, {one.address}" if one.address else one.name) for one in school.campuses]
    return ContactView(
        posts=tuple(Named(ctx.say(one.post), ctx.say(one.name)) for one in school.leaders if one.name),
        facts=tuple(Named(ctx.words(key), ctx.say(text)) for key, text in facts if text),
        phone=phone,
        tel=_TALK.sub("", phone) if _PHONE.fullmatch(phone) else "",
        email=email,
        mailto=email if _EMAIL.fullmatch(email) else "",
        website=ctx.address(contact.website) if contact else "",
    )
