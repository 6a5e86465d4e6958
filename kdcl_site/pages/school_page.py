"""A school's own page: its first screen answers how it stands, what is weak, and what was promised."""

from dataclasses import dataclass

from kdcl_site.judging.commitments import CommitmentCounts, counts
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.contact import ContactView, contact_view
from kdcl_site.pages.context import Context
from kdcl_site.pages.grid import whole_tally
from kdcl_site.pages.paper_links import paper_links
from kdcl_site.pages.parts import Link, Mark
from kdcl_site.pages.past import PredecessorView, predecessor_views
from kdcl_site.pages.promises import promise_text
from kdcl_site.pages.recognition import OutlookView, RecognitionView, outlook_views, recognition_views
from kdcl_site.pages.reviews import ReviewView, review_view
from kdcl_site.pages.round_page import Highlight, RoundView, highlight, round_view
from kdcl_site.pages.rounds import stages, whole_level
from kdcl_site.pages.sides import sides_view
from kdcl_site.text.forms import list_in


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage of a school with several: its newest self-assessment, on a page of its own."""

    name: str
    mark: Mark
    tally: str
    link: Link
    other: str
    review: ReviewView | None


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
    outlooks: tuple[OutlookView, ...]
    predecessors: tuple[PredecessorView, ...]
    commitments: str
    commitments_href: str
    evidence_href: str
    evidence_count: int
    papers: tuple[Link, ...]
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
    return promise_text(ctx.words, found.done, found.total, found.overdue)


def school_page(ctx: Context, origin: Address) -> SchoolPage:
    """Return what a school's own page shows."""
    school = ctx.folder.school
    several = stages(ctx)
    return SchoolPage(
        name=ctx.name,
        kind=school_kind(ctx),
        former_names=", ".join(ctx.say(one.name) for one in school.former_names),
        round=round_view(ctx, origin, ctx.current) if ctx.current and not several else None,
        stages=tuple(_stage(ctx, origin, item) for item in several),
        whole=whole_mark(ctx),
        whole_note=_whole_note(ctx, several),
        strength=_said(ctx, origin, strong=True),
        weakness=_said(ctx, origin, strong=False),
        recognitions=recognition_views(ctx),
        outlooks=_outlooks(ctx, several),
        predecessors=predecessor_views(ctx, origin),
        commitments=counts_text(ctx, commitment_counts(ctx)),
        commitments_href=ctx.link(origin, addresses.commitments(ctx.folder.id)),
        evidence_href=ctx.link(origin, addresses.evidence(ctx.folder.id)),
        evidence_count=len(ctx.evidence),
        papers=paper_links(ctx, origin),
        summary=ctx.say(school.summary),
        contact=contact_view(ctx),
        other_rounds=tuple(
            Link(ctx.round_label(item), ctx.round_link(origin, item))
            for item in ctx.own_rounds
            if (item not in several if several else item is not ctx.current)
        ),
    )


def whole_mark(ctx: Context) -> Mark | None:
    """Return the mark of a school with several stages as a whole, or None for another school."""
    several = stages(ctx)
    return ctx.mark(several[0], whole_level(ctx), "mark.unfinished") if several else None


def _outlooks(ctx: Context, several: tuple[Round, ...]) -> tuple[OutlookView, ...]:
    """What the school's level opens; of several stages, that of the whole, where one framework judges all."""
    if several:
        alike = len({one.framework.id for one in several}) == 1
        return outlook_views(ctx, several[0], whole_level(ctx)) if alike else ()
    return outlook_views(ctx, ctx.current, ctx.judgements[ctx.current.id].level) if ctx.current else ()


def _said(ctx: Context, origin: Address, strong: bool) -> Highlight | None:
    """The strength or weakness on the first screen; of several stages, from the lowest that names one."""
    rounds = stages(ctx) or ((ctx.current,) if ctx.current else ())
    return next((found for item in rounds if (found := highlight(ctx, origin, item, strong))), None)


def _stage(ctx: Context, origin: Address, item: Round) -> StageLine:
    name = ctx.words(f"kind.{item.assessment.stage}")
    beside = sides_view(ctx, origin, item)
    review = review_view(ctx, origin, item)
    link = Link(ctx.words("stages.link", stage=name.lower()), ctx.round_link(origin, item))
    return StageLine(name, ctx.whole_mark(item), whole_tally(ctx, item), link, beside.whole if beside else "", review)


def _whole_note(ctx: Context, several: tuple[Round, ...]) -> str:
    """How the level of the whole follows, or which stages have not published."""
    if not several:
        return ""
    rule = several[0].framework.school_level.several_stages
    missing = [one for one in ctx.folder.school.stages if one not in {item.assessment.stage for item in several}]
    if missing:
        return ctx.words(
            "stages.missing", which=list_in(ctx.words, [ctx.words(f"kind.{one}").lower() for one in missing])
        )
    return ctx.local(rule.text) if rule else ""
