"""What a school was asked, what it answered, and what it says of results that others reached."""

from dataclasses import dataclass

from kdcl_site.model.folder import Round
from kdcl_site.model.replies import Question, Response
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.contact import AskView, answered, ask_view, asked
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Link, Named, Ref


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question; `answer` names who answered and when, None as long as nobody has."""

    anchor: str
    on: str
    text: str
    criteria: tuple[Ref, ...]
    answer: Named | None


@dataclass(frozen=True, slots=True)
class ResponseView:
    """The school's word on one round that others judged."""

    round: Link
    by: str
    text: str
    criteria: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """Everything the page of questions and answers shows."""

    lead: str
    questions: tuple[QuestionView, ...]
    responses: tuple[ResponseView, ...]
    ask: AskView


def has_replies(ctx: Context) -> bool:
    """Whether there is anything to show on a page of its own."""
    return bool(asked(ctx) or _responses(ctx))


def questions_page(ctx: Context, origin: Address) -> QuestionsPage:
    """Return what the page of questions and answers shows."""
    found = asked(ctx)
    done = sum(answered(ctx, one) for one in found)
    return QuestionsPage(
        lead=ctx.words("questions.lead", count=len(found), answered=done) if found else ctx.words("ask.none"),
        questions=tuple(_question(ctx, origin, one) for one in found),
        responses=tuple(_response(ctx, origin, item, one) for item, one in _responses(ctx)),
        ask=ask_view(ctx, origin),
    )


def responses_to(ctx: Context, origin: Address, *rounds: Round | None) -> tuple[ResponseView, ...]:
    """Return what the school says of the rounds."""
    return tuple(_response(ctx, origin, item, one) for item, one in _responses(ctx) if item in rounds)


def questions_on(ctx: Context, origin: Address, item: Round, number: str) -> tuple[Link, ...]:
    """Return links to what was asked on a criterion of a round."""
    page = addresses.questions(ctx.folder.id)
    return tuple(
        Link(ctx.say(one.text), ctx.link(origin, page, anchor(one.id)))
        for one in asked(ctx)
        if number in ctx.criteria_of(one.criteria, item.framework)
    )


def _responses(ctx: Context) -> tuple[tuple[Round, Response], ...]:
    """Replies to published rounds until the day of the data, the newest first."""
    rounds = {item.id: item for item in ctx.rounds}
    told = ctx.folder.replies.responses if ctx.folder.replies else ()
    known = (one for one in told if one.round in rounds and one.on <= ctx.options.as_of)
    return tuple((rounds[one.round], one) for one in sorted(known, key=lambda one: one.on, reverse=True))


def _question(ctx: Context, origin: Address, item: Question) -> QuestionView:
    answer = None
    if item.answer and answered(ctx, item):
        said = ctx.words("questions.answered", by=ctx.say(item.answer.by), date=ctx.day(item.answer.on))
        answer = Named(said, ctx.say(item.answer.text))
    return QuestionView(
        anchor=anchor(item.id),
        on=ctx.words("questions.on", date=ctx.day(item.on)),
        text=ctx.say(item.text),
        criteria=ctx.criterion_links(origin, ctx.criteria_of(item.criteria, ctx.framework)),
        answer=answer,
    )


def _response(ctx: Context, origin: Address, item: Round, one: Response) -> ResponseView:
    tier, judged = ctx.tier(item.framework), item.framework.criteria
    numbers = (number for number in ctx.criteria_of(one.criteria, item.framework) or _bare(one) if number in judged)
    return ResponseView(
        round=Link(ctx.words("responses.link", round=ctx.round_label(item)), ctx.round_link(origin, item)),
        by=ctx.words("responses.by", by=ctx.say(one.by), date=ctx.day(one.on)),
        text=ctx.say(one.text),
        criteria=tuple(
            Ref(tier, number, ctx.link(origin, addresses.criterion(ctx.folder.id, item.id, number)))
            for number in numbers
        ),
    )


def _bare(one: Response) -> tuple[str, ...]:
    """A bare list speaks of the round that is answered, whichever its framework."""
    return one.criteria if isinstance(one.criteria, tuple) else ()
