"""Which headings a page's table of contents lists; the templates give them the same ids."""

from collections.abc import Iterable

from kdcl_site.pages.clauses import CLAUSES, POINTS
from kdcl_site.pages.commitments_page import CommitmentsPage
from kdcl_site.pages.context import Context
from kdcl_site.pages.criterion_page import SITES, CriterionPage
from kdcl_site.pages.evidence_page import EvidencePage
from kdcl_site.pages.history_page import HistoryPage
from kdcl_site.pages.method import METHOD
from kdcl_site.pages.past import PREDECESSORS
from kdcl_site.pages.piece import Heading
from kdcl_site.pages.questions_page import QuestionsPage
from kdcl_site.pages.roadmap import ROADMAP
from kdcl_site.pages.round_page import RoundPage, RoundView
from kdcl_site.pages.school_page import SchoolPage
from kdcl_site.pages.standard_page import StandardPage


def headings(ctx: Context, *keys: tuple[str, str], **fields: str) -> tuple[Heading, ...]:
    """Return headings from pairs of fragment and key of the words."""
    return tuple(Heading(id, ctx.words(key, **fields)) for id, key in keys)


def school_toc(ctx: Context, page: SchoolPage) -> tuple[Heading, ...]:
    """Return the headings of a school's page."""
    keys: list[tuple[str, str]] = [("ket-qua", "school.results")]
    if page.round:
        keys += _round_keys(page.round)
    if page.summary:
        keys += [("gioi-thieu", "school.summary")]
    keys += [("chung-nhan", "recognition.title")]
    if page.predecessors:
        keys += [(PREDECESSORS, "predecessors.title")]
    keys += [("lien-he", "contact.title")]
    if page.round:
        keys += [("thay-doi", "changes.title")]
    if page.other_rounds:
        keys += [("lan-khac", "school.other_rounds")]
    return headings(ctx, *keys)


def round_toc(ctx: Context, page: RoundPage) -> tuple[Heading, ...]:
    """Return the headings of a round's own page."""
    return headings(ctx, ("ket-qua", "school.results"), *_round_keys(page.round), ("thay-doi", "changes.title"))


def _round_keys(item: RoundView) -> list[tuple[str, str]]:
    keys = [(POINTS, "points.title")] if item.points else []
    if item.clauses:
        keys += [(CLAUSES, "clauses.heading")]
    keys += [(METHOD, "method.title")]
    return [*keys, (ROADMAP, "roadmap.title")] if item.roadmap else keys


def standard_toc(ctx: Context, page: StandardPage) -> tuple[Heading, ...]:
    """Return the headings of a standard's page."""
    keys = [("tieu-chi", "criteria"), ("diem-manh", "strengths"), ("diem-yeu", "weaknesses")]
    return headings(ctx, *((id, f"standard.{key}") for id, key in keys), criterion=page.group.criterion.lower())


def criterion_toc(ctx: Context, page: CriterionPage) -> tuple[Heading, ...]:
    """Return the headings of a criterion's page."""
    levels = (Heading(level.id, f"{level.name} · {level.state.word}") for level in page.levels)
    told = [("hien-trang", "criterion.findings")] if page.findings else []
    if page.sites:
        told += [(SITES, "criterion.sites")]
    if page.strengths or page.weaknesses:
        told += [("diem-manh", "standard.strengths"), ("diem-yeu", "standard.weaknesses")]
    told += [("minh-chung", "criterion.evidence"), ("cam-ket", "criterion.commitments")]
    if page.asked:
        told += [("cha-me-hoi", "questions.asked")]
    told += [("can-cu", "criterion.law")]
    return (*levels, *headings(ctx, *told))


def evidence_toc(page: EvidencePage) -> tuple[Heading, ...]:
    """Return the headings of the index of evidence."""
    return tuple(Heading(group.id, group.title) for group in page.groups)


def commitments_toc(ctx: Context, page: CommitmentsPage) -> tuple[Heading, ...]:
    """Return the headings of the page of commitments."""
    groups: Iterable[Heading] = (Heading(group.id, group.title) for group in page.groups)
    first = headings(ctx, ("muc--thoi-gian", "commitments.time")) if page.chart else ()
    plans = headings(ctx, ("muc--ke-hoach", "plan.heading")) if page.plans else ()
    return (*first, *groups, *plans)


def history_toc(ctx: Context, page: HistoryPage) -> tuple[Heading, ...]:
    """Return the headings of the page of history."""
    compared = (Heading(one.id, one.title) for one in page.comparisons)
    first = headings(ctx, ("cac-lan", "history.rounds"))
    former = [(PREDECESSORS, "predecessors.title")] if page.predecessors else []
    rest = [("chung-nhan", "recognition.title"), *former, ("ten-cu", "history.names")]
    return (*first, *compared, *headings(ctx, *rest))


def checks_toc(ctx: Context) -> tuple[Heading, ...]:
    """Return the headings of the page of checks."""
    keys = [("con-de-ngo", "checks.open"), ("tam-mien", "checks.waived")]
    keys += [("xac-nhan", "checks.confirmed"), ("cac-nhom", "checks.families")]
    return headings(ctx, *keys)


def verify_toc(ctx: Context) -> tuple[Heading, ...]:
    """Return the headings of the page on which files are checked."""
    return headings(ctx, ("cac-tep", "verify.files"), ("tu-tinh", "verify.by_hand"))


def questions_toc(ctx: Context, page: QuestionsPage) -> tuple[Heading, ...]:
    """Return the headings of the page of questions and answers."""
    keys = [("cha-me-hoi", "questions.asked")]
    keys += [("y-kien-cua-truong", "responses.title")] if page.responses else []
    return headings(ctx, *keys)
