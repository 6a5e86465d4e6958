"""Privacy: what tells of a person and would stand on a public page. A finding never holds what it has found."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from kdcl_site.checks.texts import Published, published_texts
from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.model.school import School
from kdcl_site.text.personal import Found, Kind, personal, possible
from kdcl_site.text.persons import named_as_post, names_in_prose, small_groups
from kdcl_site.text.searched import searched

_CODES: dict[Kind, str] = {"id": "K801", "account": "K802", "birth": "K803", "phone": "K804", "email": "K805"}
_POST, _PROSE, _GROUP = "K806", "K807", "K808"
_TOLD_BY_TEXT = frozenset((*_CODES.values(), _POST, _PROSE, _GROUP))
_ALLOWED_BY_LAW: tuple[Kind, ...] = ("phone", "email")
_BETWEEN = "\n\0\n"
"""Between two texts, which nothing we look for reaches over."""


def privacy_findings(folder: SchoolFolder, posts: Collection[str] = ()) -> Iterator[Finding]:
    """Yield the findings on what is published, one of each code a text.

    `posts`: what an operator says is no person's name though it looks like one.
    """
    holders: dict[str, list[Published]] = {}
    for item in published_texts(folder):
        holders.setdefault(item.text, []).append(item)
    own = _own(folder.school)
    allowed = tuple(post.casefold() for post in posts)
    found = {
        (code, holder.place)
        for text, told in _told(holders, own, allowed)
        for holder in holders[text]
        if (code := _for(holder, told))
    }
    # No line of the file is shown with them.
    yield from (replace(finding(code, place), private=True) for code, place in sorted(found))


def hide_beside(findings: Iterable[Finding], all_findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, hiding what those say that stand on one line with something personal.

    `all_findings` tell where that is, whatever has been waived of them.
    """
    lines = {_line(item.place) for item in all_findings if item.code in _TOLD_BY_TEXT}
    return tuple(
        item.hide() if _line(item.place) in lines and item.code not in _TOLD_BY_TEXT else item for item in findings
    )


def _told(
    holders: dict[str, list[Published]], own: frozenset[str], allowed: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield texts with the codes that they alone tell.

    They are searched as one, which is much faster than one by one; only those that may hold something are looked at.
    """
    texts = list(holders)
    whole = searched(_BETWEEN.join(texts))
    starts = list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))

    def around(places: Iterable[int]) -> Iterator[str]:
        return (texts[index] for index in dict.fromkeys(bisect_right(starts, place) - 1 for place in places))

    for text in around(possible(whole)):
        yield from ((text, _CODES[item.kind]) for item in personal(text) if not _of_school(text, item, own))
    yield from ((text, _PROSE) for text in around(names_in_prose(whole, allowed)))
    yield from ((text, _GROUP) for text in around(small_groups(whole)))
    for text, items in holders.items():
        if any(item.mark == "post" for item in items) and named_as_post(text, allowed):
            yield text, _POST


def _for(holder: Published, code: str) -> str | None:
    """Return the code for a text where it stands, None where it may stand there."""
    if holder.mark == "public_by_law":
        exempt = (_PROSE, _POST, *(_CODES[kind] for kind in _ALLOWED_BY_LAW))
        return None if code in exempt else code
    if code in (_POST, _PROSE):
        return _POST if holder.mark == "post" else _PROSE if code == _PROSE else None
    return code


def _of_school(text: str, found: Found, own: frozenset[str]) -> bool:
    """The school's own telephone and address may stand anywhere."""
    return found.kind in _ALLOWED_BY_LAW and _bare(text[found.start : found.end]) in own


def _own(school: School) -> frozenset[str]:
    contact = school.contact
    return frozenset(_bare(text) for text in (contact.phone, contact.email) if text) if contact else frozenset()


def _bare(text: str) -> str:
    return text.casefold() if "@" in text else "".join(char for char in text if char.isdigit())


def _line(place: Place) -> tuple[str, int]:
    return place.file, place.line
