"""What machines are told of a page: plain facts, ISO dates, nothing internal; `outputs/json_ld.py` writes them."""

from dataclasses import dataclass
from datetime import date

from kdcl_site.frameworks.framework import Criterion
from kdcl_site.judging.recognition import recognition_state
from kdcl_site.model.folder import Round
from kdcl_site.model.recognition import Recognition
from kdcl_site.model.scalars import Status
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Mark
from kdcl_site.pages.rounds import stages
from kdcl_site.pages.school_page import whole_mark


@dataclass(frozen=True, slots=True)
class CertificateFact:
    """A certificate; days are ISO or empty."""

    name: str
    issuer: str
    decision: str
    issued: str
    expires: str
    valid: bool


@dataclass(frozen=True, slots=True)
class SchoolFact:
    """Who a school is; `kinds` are its stages, or its kind where that is no stage."""

    page: Address
    kinds: tuple[str, ...]
    name: str
    former_names: tuple[str, ...]
    street: str
    commune: str
    province: str
    phone: str
    email: str
    website: str
    founded: int | None
    authority: str
    certificates: tuple[CertificateFact, ...]


@dataclass(frozen=True, slots=True)
class RatingFact:
    """A mark somebody gave, `value` of `best`; `aspect` is empty for the school as a whole."""

    aspect: str
    value: int
    best: int
    explanation: str
    judge: str
    own: bool
    on: str


@dataclass(frozen=True, slots=True)
class FileFact:
    """A published file of evidence; `path` is from the site's root, `size` in bytes."""

    fragment: str
    code: str
    name: str
    path: str
    type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A commitment; days are ISO or empty."""

    fragment: str
    id: str
    name: str
    measure: str
    start: str
    due: str
    status: Status
    owner: str


@dataclass(frozen=True, slots=True)
class TermFact:
    """A criterion of a framework, with its page."""

    page: Address
    code: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class TermsFact:
    """A framework: the set its criteria belong to; `terms` are those that the page is about."""

    page: Address
    name: str
    source: str
    terms: tuple[TermFact, ...]


Detail = RatingFact | FileFact | PlanFact | TermsFact


@dataclass(frozen=True, slots=True)
class Facts:
    """What machines are told of one page: whose it is, and what stands on it."""

    school: SchoolFact | None = None
    details: tuple[Detail, ...] = ()


def school_fact(ctx: Context) -> SchoolFact:
    """Return who the school is."""
    school, contact = ctx.folder.school, ctx.folder.school.contact
    several = school.kind == "multi_level"
    return SchoolFact(
        page=addresses.school(ctx.folder.id),
        kinds=school.stages if several else (school.kind,),
        name=ctx.plain(school.name),
        former_names=tuple(ctx.plain(one.name) for one in school.former_names),
        street=ctx.plain(contact.address) if contact else "",
        commune=ctx.plain(school.commune),
        province=ctx.plain(school.province),
        phone=ctx.plain(contact.phone) if contact else "",
        email=ctx.plain(contact.email) if contact else "",
        website=ctx.address(contact.website) if contact else "",
        founded=school.founded,
        authority=ctx.plain(school.authority),
        certificates=tuple(
            _certificate(ctx, one)
            for one in ctx.folder.recognitions
            if one.issued <= ctx.options.as_of and one.school is None
        ),
    )


def _certificate(ctx: Context, item: Recognition) -> CertificateFact:
    return CertificateFact(
        name=ctx.words(f"recognition.{item.kind}", level=item.level),
        issuer=ctx.plain(item.issuer),
        decision=ctx.plain(item.decision),
        issued=item.issued.isoformat(),
        expires=_iso(item.expires),
        valid=recognition_state(item, ctx.options.as_of).status != "expired",
    )


def school_ratings(ctx: Context) -> tuple[RatingFact, ...]:
    """Return the mark of the school as a whole, from its newest self-assessment, or nothing."""
    item = next(iter(stages(ctx)), None) or ctx.current
    mark = whole_mark(ctx) or (ctx.whole_mark(item) if item else None)
    return _ratings(ctx, item, mark, "") if item and mark else ()


def round_ratings(ctx: Context, item: Round) -> tuple[RatingFact, ...]:
    """Return the mark of a round as a whole."""
    return _ratings(ctx, item, ctx.whole_mark(item), "")


def criterion_ratings(ctx: Context, item: Round, criterion: Criterion) -> tuple[RatingFact, ...]:
    """Return the mark of a criterion in a round."""
    aspect = f"{ctx.criterion_name(item.framework, criterion)}: {ctx.local(criterion.name)}"
    return _ratings(ctx, item, ctx.criterion_mark(item, criterion.number), aspect)


def scale(ctx: Context, item: Round) -> str:
    """Return the names of all values of a round's scale, the lowest first."""
    return " · ".join(ctx.level(item.framework, one.level) for one in item.framework.scale)


def _ratings(ctx: Context, item: Round, mark: Mark, aspect: str) -> tuple[RatingFact, ...]:
    """What nobody has judged has no rating."""
    if mark.tone == "none":
        return ()
    explanation = ctx.words("share.explained", word=mark.word, scale=scale(ctx, item))
    own = item.assessment.kind == "self" and item.own
    return (RatingFact(aspect, mark.filled, mark.steps, explanation, mark.judge, own, _iso(item.assessment.judged_on)),)


def file_facts(ctx: Context) -> tuple[FileFact, ...]:
    """Return the published files of evidence."""
    return tuple(
        FileFact(
            fragment=anchor(item.code),
            code=item.code,
            name=ctx.plain(item.title),
            path=addresses.evidence_file(ctx.folder.id, file.name),
            type=file.type,
            size=file.size,
            sha256=file.sha256,
        )
        for item in ctx.evidence
        if item.access == "public" and not item.withdrawn and (file := ctx.files.get(item.code))
    )


def plan_facts(ctx: Context) -> tuple[PlanFact, ...]:
    """Return the commitments, in the order of the plans."""
    return tuple(
        PlanFact(
            fragment=anchor(item.id),
            id=item.id,
            name=ctx.plain(item.title),
            measure=ctx.plain(item.measure),
            start=_iso(item.start),
            due=_iso(item.due),
            status=ctx.states[item.id].status,
            owner=ctx.plain(item.owner),
        )
        for item in ctx.folder.commitments
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
