"""The sheet for parents: a school on one printed page, cut by rule and never by the edge of the paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kdcl_site.judging.commitments import counts
from kdcl_site.model.assessment import Strength, Weakness
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.contact import contact_view
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import due_text, status_tag
from kdcl_site.pages.parts import Link, Mark, Named
from kdcl_site.pages.promises import promise_text
from kdcl_site.pages.recognition import recognition_views
from kdcl_site.pages.round_page import first_sentence, top_share
from kdcl_site.pages.rounds import beside, stages, strengths_of, weaknesses_of, whole_level
from kdcl_site.pages.school_page import school_kind, whole_mark

SHOWN = 3
"""How many strengths and weaknesses the sheet tells."""

_NAME, _TEXT, _PROMISE, _ADDRESS, _LINE = 80, 110, 80, 60, 40
"""The most letters of a name, a strength or weakness, a promise, an address, a line of contact: a page holds these."""


@dataclass(frozen=True, slots=True)
class SheetWeakness:
    """A weakness and what was promised for it, or why not."""

    text: str
    promise: str


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everything the sheet shows; `url` is the school's full address, empty where the site does not know its own."""

    name: str
    kind: str
    mark: Mark | None
    gloss: str
    stages: tuple[tuple[str, Mark], ...]
    other: Mark | None
    certificate: str
    strengths: tuple[str, ...]
    more_strengths: str
    weaknesses: tuple[SheetWeakness, ...]
    more_weaknesses: str
    commitments: str
    ask: tuple[Named, ...]
    url: str
    school: Link


def sheet_page(ctx: Context, origin: Address) -> SheetPage:
    """Return what the sheet of a school shows."""
    several = stages(ctx)
    rounds = several or ((ctx.current,) if ctx.current else ())
    strengths, more_strengths = _strengths(ctx, rounds)
    weaknesses, more_weaknesses = _weaknesses(ctx, rounds)
    found = counts(ctx.states.values())
    school = addresses.school(ctx.folder.id)
    place = addresses.translated(school, ctx.options.language)
    promised = promise_text(ctx.words, found.done, found.total, found.overdue)
    return SheetPage(
        name=_cut(ctx, ctx.folder.school.name, _NAME),
        kind=f"{school_kind(ctx)} · {_cut(ctx, ctx.folder.school.commune, _LINE)}",
        mark=whole_mark(ctx) or (ctx.whole_mark(ctx.current) if ctx.current else None),
        gloss=_gloss(ctx, rounds),
        stages=tuple((ctx.words(f"kind.{one.assessment.stage}"), ctx.whole_mark(one)) for one in several),
        other=_other(ctx),
        certificate=_certificate(ctx),
        strengths=strengths,
        more_strengths=_more(ctx, more_strengths),
        weaknesses=weaknesses,
        more_weaknesses=_more(ctx, more_weaknesses),
        commitments=promised if found.total else ctx.words("commitments.none"),
        ask=_ask(ctx),
        url=addresses.absolute(ctx.options.site_url, place, ctx.options.directory_urls),
        school=Link(ctx.name, ctx.link(origin, school)),
    )


def cut(text: str, most: int) -> str:
    """Return a text of at most so many letters: as it is, else its first sentence, else its first words with "…"."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    first = first_sentence(text)
    if len(first) <= most:
        return first
    head = text[: most - 1]
    whole = head if text[most - 1] == " " else head.rpartition(" ")[0] or head
    return whole.rstrip(" ,;:.–-") + "…"


def _cut(ctx: Context, text: str | None, most: int) -> str:
    """Hide first and cut then: half of a code is no code any more."""
    return ctx.say(cut(ctx.plain(text), most))


def _more(ctx: Context, count: int) -> str:
    return ctx.words("sheet.more", count=count) if count else ""


def _gloss(ctx: Context, rounds: tuple[Round, ...]) -> str:
    """What the level means in plain words."""
    level = whole_level(ctx) if len(rounds) > 1 else ctx.judgements[rounds[0].id].level if rounds else None
    return cut(ctx.local(rounds[0].framework.step(level).gloss), 2 * _PROMISE) if level is not None else ""


def _other(ctx: Context) -> Mark | None:
    """The newest judging by another body, where the school has one stage."""
    if stages(ctx) or ctx.current is None:
        return None
    other = beside(ctx, ctx.current)
    return ctx.whole_mark(other) if other else None


def _certificate(ctx: Context) -> str:
    found = next(iter(recognition_views(ctx)), None)
    return f"{found.title} · {found.state.word}" if found else ctx.words("recognition.none")


def _ordered(ctx: Context, item: Round, strong: bool) -> Iterator[Strength | Weakness]:
    """The first of every standard, then the second; strengths from the best standard on, weaknesses from the worst."""
    standards = sorted(item.framework.standards, key=lambda one: top_share(ctx, item, one) * (-1 if strong else 1))
    told = strengths_of if strong else weaknesses_of
    lists = [[one for _, one in told(item, standard)] for standard in standards]
    return (one for turn in zip_longest(*lists) for one in turn if one is not None)


def _told(ctx: Context, rounds: tuple[Round, ...], strong: bool) -> list[Strength | Weakness]:
    """Of several stages in turn."""
    lists = [list(_ordered(ctx, item, strong)) for item in rounds]
    return [one for turn in zip_longest(*lists) for one in turn if one is not None]


def _strengths(ctx: Context, rounds: tuple[Round, ...]) -> tuple[tuple[str, ...], int]:
    found = _told(ctx, rounds, strong=True)
    return tuple(_cut(ctx, one.text, _TEXT) for one in found[:SHOWN]), max(len(found) - SHOWN, 0)


def _weaknesses(ctx: Context, rounds: tuple[Round, ...]) -> tuple[tuple[SheetWeakness, ...], int]:
    found = [one for one in _told(ctx, rounds, strong=False) if isinstance(one, Weakness)]
    shown = tuple(SheetWeakness(_cut(ctx, one.text, _TEXT), _promise(ctx, one)) for one in found[:SHOWN])
    return shown, max(len(found) - SHOWN, 0)


def _promise(ctx: Context, weakness: Weakness) -> str:
    known = {one.id: one for one in ctx.folder.commitments}
    promised = [known[one] for one in weakness.commitments if one in known]
    if promised:
        first = promised[0]
        parts = [_cut(ctx, first.title, _PROMISE), cut(due_text(ctx, first), _ADDRESS), status_tag(ctx, first).word]
        text = ctx.words("sheet.promised", what=" · ".join(parts))
        others = len(promised) - 1
        return f"{text} {ctx.words('sheet.promised_more', count=others)}" if others else text
    if weakness.not_planned:
        return ctx.words("sheet.not_planned", why=_cut(ctx, weakness.not_planned, _PROMISE))
    return ctx.words("standard.silent")


def _ask(ctx: Context) -> tuple[Named, ...]:
    """Whom to ask, and how: the post, telephone, e-mail, address."""
    told = ctx.folder.replies.ask if ctx.folder.replies else None
    post = told.post if told else next((one.post for one in ctx.folder.school.leaders), "")
    contact, reach = ctx.folder.school.contact, contact_view(ctx)
    lines = [
        ("sheet.post", _cut(ctx, post, _LINE)),
        ("contact.phone", cut(reach.phone, _LINE)),
        ("contact.email", cut(reach.email, _ADDRESS)),
        ("contact.address", _cut(ctx, contact.address, _ADDRESS) if contact else ""),
    ]
    return tuple(Named(ctx.words(key), text) for key, text in lines if text)
