"""A school's own page: its first screen answers how it stands, what is weak, and what was promised."""

import re
from dataclasses import dataclass

from kdcl_site.judging.commitments import CommitmentCounts, counts
from kdcl_site.judging.result import Judgement
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.grid import GridGroup, grid, whole_tally
from kdcl_site.pages.method import MethodView, method_view
from kdcl_site.pages.parts import Link, Mark, Named
from kdcl_site.pages.recognition import RecognitionView, recognition_views
from kdcl_site.pages.roadmap import RoadmapView, roadmap_view
from kdcl_site.text.formats import school_year

_SENTENCE = re.compile(r"(.+?[.!?…])\s+(?=[A-ZĐÀ-Ỹ0-9])", re.DOTALL)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_TALK = re.compile(r"[^0-9+]")


@dataclass(frozen=True, slots=True)
class Highlight:
    """One strength or weakness in a sentence, with the page where all of them stand."""

    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A correction after publication."""

    on: str
    what: str
    why: str


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
class RoundView:
    """What a school's page shows of its current round."""

    label: str
    mark: Mark
    unfinished: str
    claim: str
    claim_agrees: bool
    strength: Highlight | None
    weakness: Highlight | None
    tally: str
    grid: tuple[GridGroup, ...]
    method: MethodView
    roadmap: RoadmapView | None
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """Everything a school's page shows; `round` is None as long as nothing is published."""

    name: str
    kind: str
    former_names: str
    round: RoundView | None
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
    former = ", ".join(ctx.say(one.name) for one in school.former_names)
    return SchoolPage(
        name=ctx.name,
        kind=school_kind(ctx),
        former_names=ctx.words("school.former_names", names=former) if former else "",
        round=_round(ctx, origin, ctx.current) if ctx.current else None,
        recognitions=recognition_views(ctx),
        commitments=counts_text(ctx, commitment_counts(ctx)),
        commitments_href=ctx.link(origin, addresses.commitments(ctx.folder.id)),
        evidence_href=ctx.link(origin, addresses.evidence(ctx.folder.id)),
        evidence_count=len(ctx.evidence),
        summary=ctx.say(school.summary),
        contact=_contact(ctx),
        other_rounds=tuple(_other(ctx, origin, item) for item in ctx.rounds if item is not ctx.current),
    )


def _round(ctx: Context, origin: Address, item: Round) -> RoundView:
    judgement = ctx.judgements[item.id]
    claim, agrees = _claim(ctx, item, judgement)
    return RoundView(
        label=ctx.words("round.year", years=school_year(item.assessment.school_year)),
        mark=ctx.mark(item, judgement.level, "mark.unfinished"),
        unfinished=_unfinished(ctx, judgement) if judgement.level is None else "",
        claim=claim,
        claim_agrees=agrees,
        strength=_highlight(ctx, origin, item, strong=True),
        weakness=_highlight(ctx, origin, item, strong=False),
        tally=whole_tally(ctx, item),
        grid=grid(ctx, origin, item),
        method=method_view(ctx, item),
        roadmap=roadmap_view(ctx, origin, item),
        changes=tuple(
            ChangeView(ctx.day(one.on), ctx.say(one.what), ctx.say(one.why))
            for one in sorted(item.assessment.changes, key=lambda one: one.on, reverse=True)
        ),
    )


def _unfinished(ctx: Context, judgement: Judgement) -> str:
    return ctx.words("school.unfinished", count=len(judgement.unjudged), which=", ".join(judgement.unjudged))


def _claim(ctx: Context, item: Round, judgement: Judgement) -> tuple[str, bool]:
    """The sentence that holds what the school claims against what follows from its data, and whether they agree."""
    if judgement.claimed is None:
        return ctx.words("claim.none"), True
    known = {step.level for step in item.framework.scale}
    claimed = ctx.level(item.framework, judgement.claimed) if judgement.claimed in known else str(judgement.claimed)
    if judgement.level is None:
        return ctx.words("claim.unfinished", claimed=claimed), True
    derived = ctx.level(item.framework, judgement.level)
    if judgement.level == judgement.claimed:
        return ctx.words("claim.agrees", claimed=claimed), True
    return ctx.words("claim.differs", claimed=claimed, derived=derived), False


def _highlight(ctx: Context, origin: Address, item: Round, strong: bool) -> Highlight | None:
    """The first strength of the standard that stands best, or the first weakness of the one that stands worst.

    Best is where the smallest share of criteria is below the top of the scale; of equal ones, the first.
    """
    judgement = ctx.judgements[item.id]
    top = item.framework.scale[-1].level
    choice: list[tuple[float, str, str]] = []
    for standard in item.framework.standards:
        rating = item.assessment.standards.get(standard.number)
        said = (rating.strengths if strong else rating.weaknesses) if rating else ()
        if said:
            share = judgement.standards[standard.number].counts[top] / len(standard.criteria)
            choice.append((share if not strong else -share, standard.number, said[0].text))
    if not choice:
        return None
    _, number, text = min(choice, key=lambda one: one[0])
    href = ctx.link(origin, addresses.standard(ctx.folder.id, item.id, number))
    title = f"{ctx.local(item.framework.words.standard)} {number}"
    return Highlight(first_sentence(ctx.say(text)), Link(title, href))


def first_sentence(text: str) -> str:
    """Return a text's first sentence."""
    match = _SENTENCE.match(text)
    return match[1] if match else text


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
        tel=_TALK.sub("", phone),
        email=email,
        mailto=email if _EMAIL.fullmatch(email) else "",
        website=contact.website or "" if contact else "",
    )


def _other(ctx: Context, origin: Address, item: Round) -> Link:
    first = item.framework.standards[0].number
    return Link(ctx.round_label(item), ctx.link(origin, addresses.standard(ctx.folder.id, item.id, first)))
