"""Evidence, commitments and criteria as one line each, the same on every page that lists them."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from kdcl_site.frameworks.framework import Criterion
from kdcl_site.judging.result import LevelResult
from kdcl_site.model.evidence import Evidence, Issue
from kdcl_site.model.folder import Round
from kdcl_site.model.improvement import Commitment
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.context import Context
from kdcl_site.pages.options import PublishedFile
from kdcl_site.pages.parts import CommitmentLine, CriterionLine, EvidenceLine, Tag
from kdcl_site.text.forms import moment_in, size_in

_TONES = {"met": "good", "not_met": "bad", "not_judged": "none", "not_considered": "none", "not_applicable": "none"}


def issue_text(ctx: Context, issue: Issue | None) -> str:
    """Return number, moment and body of issue in one line, as far as they are known."""
    if issue is None:
        return ""
    parts = (ctx.say(issue.number), moment_in(ctx.words, issue.on) if issue.on else "", ctx.say(issue.by))
    return " · ".join(part for part in parts if part)


def access_tag(ctx: Context, item: Evidence) -> Tag:
    """Return in one word how an item can be seen, or why it proves nothing."""
    if item.withdrawn:
        return Tag(ctx.words("evidence.withdrawn"), "warn")
    if item.state == "planned":
        return Tag(ctx.words("evidence.planned"), "warn")
    if item.access == "public" and item.code in ctx.files:
        return Tag(ctx.words("evidence.access.public_file", type=ctx.files[item.code].type), "good")
    return Tag(ctx.words(f"evidence.access.{item.access}"), "good" if item.access == "public" else "plain")


def file_link(ctx: Context, origin: Address, path: str) -> str:
    """Return the link from a page to a file, which is there once for all languages."""
    return quote(
        addresses.link_to_file(addresses.translated(origin, ctx.options.language), path, ctx.options.directory_urls)
    )


def published_file(ctx: Context, item: Evidence) -> PublishedFile | None:
    """Return the file of an item that is public and was not withdrawn, where there is one."""
    return ctx.files.get(item.code) if item.access == "public" and not item.withdrawn else None


def has_files(ctx: Context) -> bool:
    """Whether a file of the school is published."""
    return any(published_file(ctx, item) for item in ctx.evidence)


def file_about(ctx: Context, file: PublishedFile) -> str:
    """Return the type, the pages where there are any, and the size of a published file."""
    pages = ctx.words("evidence.pages", count=file.pages) if file.pages else ""
    return ", ".join(part for part in (file.type, pages, size_in(ctx.words, file.size)) if part)


def evidence_line(ctx: Context, origin: Address, item: Evidence) -> EvidenceLine:
    """Return an item of evidence as a line of another page."""
    base = ctx.link(origin, addresses.evidence(ctx.folder.id))
    key = (base, item.code)
    if key not in ctx.evidence_lines:
        file = published_file(ctx, item)
        about = " · ".join(filter(None, (issue_text(ctx, item.issued), file_about(ctx, file) if file else "")))
        title, href = ctx.say(item.title), f"{base}#{anchor(item.code)}"
        ctx.evidence_lines[key] = EvidenceLine(item.code, href, title, about, access_tag(ctx, item))
    return ctx.evidence_lines[key]


def status_tag(ctx: Context, commitment: Commitment) -> Tag:
    """Return the word of a commitment's status; an overdue one says since when."""
    found = ctx.states[commitment.id]
    if found.overdue:
        return Tag(ctx.words("commitment.overdue_since", date=ctx.day(found.overdue_since)), "bad")
    tone = {"done": "good", "dropped": "none"}.get(found.status, "plain")
    return Tag(ctx.words(f"status.{found.status}"), tone)


def due_text(ctx: Context, commitment: Commitment) -> str:
    """Return the due day with the days it was moved from."""
    due = ctx.day(commitment.due)
    if not commitment.due_history:
        return ctx.words("commitment.due", date=due)
    moved = ", ".join(ctx.day(slip.due) for slip in commitment.due_history)
    return ctx.words("commitment.due_moved", date=due, moved=moved)


def commitment_line(ctx: Context, origin: Address, commitment: Commitment) -> CommitmentLine:
    """Return a commitment as a line of another page."""
    return CommitmentLine(
        id=commitment.id,
        href=ctx.link(origin, addresses.commitments(ctx.folder.id), anchor(commitment.id)),
        title=ctx.say(commitment.title),
        status=status_tag(ctx, commitment),
        due=due_text(ctx, commitment),
    )


def verdict_tag(ctx: Context, verdict: str) -> Tag:
    """Return a verdict, or the state of a level, in one word."""
    return Tag(ctx.words(f"verdict.{verdict}"), _TONES[verdict])


def stated_lacking(ctx: Context, item: Round, number: str, result: LevelResult) -> tuple[str, ...]:
    """Return which requirements a level lacks; none where one verdict was given for the level as a whole."""
    rating = item.assessment.criteria.get(number)
    told = rating.levels.get(str(result.level)) if rating else None
    level = item.framework.criteria[number].level(result.level)
    if level is None or told is None or not isinstance(told.verdict, Mapping):
        return ()
    return tuple(ctx.local(one.text) for one in level.requirements if one.id in result.unmet)


def has_open(ctx: Context, found: Iterable[Commitment]) -> bool:
    """Whether any of these commitments is still to be kept."""
    return any(ctx.states[one.id].status not in ("done", "dropped") for one in found)


def criterion_line(
    ctx: Context, origin: Address, item: Round, criterion: Criterion, other: Round | None = None
) -> CriterionLine:
    """Return a criterion with its mark in a round as a line of another page, and its mark in the round beside it."""
    return CriterionLine(
        number=criterion.number,
        name=ctx.local(criterion.name),
        href=ctx.link(origin, addresses.criterion(ctx.folder.id, item.id, criterion.number)),
        mandatory=criterion.mandatory,
        mark=ctx.criterion_mark(item, criterion.number),
        other=ctx.criterion_mark(other, criterion.number) if other else None,
    )
