"""How to reach a school, and whom to ask: the same on its own page and in the foot of each other."""

import re
from dataclasses import dataclass

from kdcl_site.model.replies import Question
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Link, Named
from kdcl_site.pages.rounds import area_name
from kdcl_site.text.forms import list_in

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


def contact_view(ctx: Context) -> ContactView:
    """Return how to reach the school."""
    school = ctx.folder.school
    contact = school.contact
    phone = ctx.plain(contact.phone) if contact else ""
    email = ctx.plain(contact.email) if contact else ""
    address, place = (contact.address or "") if contact else "", f"{school.commune}, {school.province}"
    facts = [
        ("contact.address", address),
        ("contact.province", "" if place in address else place),
        ("contact.former_commune", school.former_commune),
        ("contact.former_district", school.former_district),
        ("contact.authority", school.authority),
        ("contact.founded", str(school.founded) if school.founded else None),
    ]
    facts += [("contact.campus", f"{one.name}, {one.address}" if one.address else one.name) for one in school.campuses]
    area = area_name(ctx, ctx.current) if ctx.current else ""
    return ContactView(
        posts=tuple(Named(ctx.say(one.post), ctx.say(one.name)) for one in school.leaders if one.name),
        facts=(
            *_unnamed(ctx, bool(phone or email)),
            *(Named(ctx.words(key), ctx.say(text)) for key, text in facts if text),
            *((Named(ctx.words("contact.area"), area),) if area else ()),
        ),
        phone=phone,
        tel=_TALK.sub("", phone) if _PHONE.fullmatch(phone) else "",
        email=email,
        mailto=email if _EMAIL.fullmatch(email) else "",
        website=ctx.address(contact.website) if contact else "",
    )


def _unnamed(ctx: Context, asked: bool) -> tuple[Named, ...]:
    """The posts of leadership that go without a name; they are asked through the office where that can be reached."""
    posts = list_in(ctx.words, [ctx.say(one.post) for one in ctx.folder.school.leaders if not one.name])
    text = ctx.words("contact.leaders_office", posts=posts) if posts and asked else posts
    return (Named(ctx.words("contact.leaders"), text),) if text else ()


@dataclass(frozen=True, slots=True)
class AskView:
    """The block that stands on every page of a school; texts are empty where nothing is known."""

    post: str
    hours: str
    within: str
    contact: ContactView
    more: str
    questions: Link | None
    authority: str


def ask_view(ctx: Context, origin: Address) -> AskView:
    """Return whom to ask, as a page links it; without `ask` in the data the first post of leadership."""
    school, told = ctx.folder.school, ctx.folder.replies
    ask = told.ask if told else None
    post = ask.post if ask else next((one.post for one in school.leaders), "")
    return AskView(
        post=ctx.words("ask.post", post=ctx.say(post)) if post else "",
        hours=ctx.words("ask.hours", hours=ctx.say(ask.hours)) if ask and ask.hours else "",
        within=ctx.words("ask.within", within=ctx.say(ask.within)) if ask and ask.within else "",
        contact=contact_view(ctx),
        more=ctx.link(origin, addresses.school(ctx.folder.id), "lien-he"),
        questions=_questions(ctx, origin),
        authority=ctx.words("ask.authority", authority=ctx.say(school.authority)) if school.authority else "",
    )


def asked(ctx: Context) -> tuple[Question, ...]:
    """Return the questions asked until the day of the data, the newest first."""
    told = ctx.folder.replies.questions if ctx.folder.replies else ()
    return tuple(sorted((one for one in told if one.on <= ctx.options.as_of), key=lambda one: one.on, reverse=True))


def answered(ctx: Context, question: Question) -> bool:
    """Whether the school had answered by the day of the data."""
    return question.answer is not None and question.answer.on <= ctx.options.as_of


def _questions(ctx: Context, origin: Address) -> Link | None:
    found = asked(ctx)
    if not found:
        return None
    done = sum(answered(ctx, one) for one in found)
    title = ctx.words("ask.questions", answered=done, count=len(found))
    return Link(title, ctx.link(origin, addresses.questions(ctx.folder.id)))
