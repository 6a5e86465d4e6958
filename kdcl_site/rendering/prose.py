"""An author's text as safe HTML: paragraphs, lists, emphasis, links; nothing else survives."""

import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markupsafe import Markup, escape

from kdcl_site.pages.citing import BASE, NOTHING_CITED, Cite
from kdcl_site.text.formats import bind
from kdcl_site.text.passages import OPEN, unmarked
from kdcl_site.text.words import FIRST_LANGUAGE

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br"}
_SCHEMES = {"http", "https", "mailto"}
# No address inside the site: an author cannot know where a text stands, on several pages at once.
_ADDRESS = re.compile(r"https?://|mailto:", re.IGNORECASE)
# Every sign that Python-Markdown could read as more than itself, given what `_Subset` leaves: anywhere; in a line.
_SIGNS = re.compile(r"[*_`\[<\t]")
_LINE_SIGNS = re.compile(r"^(?:\s|[-+]\s|\d+[.)]\s)|\s$", re.MULTILINE)
_NUMBER = re.compile("[ \u00a0](?:[0-9]|[IVXLC]+\\b)")
_BLANK_LINES = re.compile(r"\n\n+")
_TAG = re.compile(r"(<[^>]*>)")
_BRACKETS_LIMIT = 100
"""Square brackets of one text; for each the rest of the text may be gone through, and nobody cites so much at once."""


class _Subset(Extension):
    """Python-Markdown without raw HTML, images, code, headings, quotes, rules, entities and escapes."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Python-Markdown's
        md.preprocessors.deregister("html_block")
        for name in ("html", "entity", "escape", "backtick", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        for name in ("code", "hr", "quote", "hashheader", "setextheader"):
            md.parser.blockprocessors.deregister(name)


_MARKDOWN = Markdown(extensions=[_Subset()], output_format="html")


def prose(text: str, cite: Cite = NOTHING_CITED) -> Markup:
    """Return paragraphs of safe HTML; codes of evidence in them are links, and a marked text says its language."""
    made = {} if cite.made is None else cite.made
    if text not in made:
        made[text] = _prose(text, cite)
    return Markup(made[text].replace(BASE, escape(cite.base)))


def _prose(text: str, cite: Cite) -> str:
    text = text.strip()
    if text.startswith(OPEN):
        return f'<div lang="{FIRST_LANGUAGE}">{_prose(unmarked(text), cite)}</div>'
    if _SIGNS.search(text) or (_LINE_SIGNS.search(text) if "\n" in text else _LINE_SIGNS.match(text)):
        return _marked_up(text, cite)
    return _plain(text, cite)


def _plain(text: str, cite: Cite) -> str:
    paragraphs = (_inline(paragraph, cite) for paragraph in _BLANK_LINES.split(text) if paragraph)
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def marked_up(text: str, cite: Cite = NOTHING_CITED) -> Markup:
    """Return what `prose` returns, the long way: through Markdown and the sanitizer."""
    return Markup(_marked_up(text, cite).replace(BASE, escape(cite.base)))


def _marked_up(text: str, cite: Cite) -> str:
    if text.count("[") > _BRACKETS_LIMIT:
        return _plain(text.strip(), cite)
    # Markdown leaves entities alone, and an entity could spell what was taken out of the text.
    try:
        html = _MARKDOWN.reset().convert(text.strip().replace("&", "&amp;"))
    except RecursionError:  # a list nested hundreds deep is no list a person wrote
        _MARKDOWN.parser.state.clear()  # it still thinks it is in that list, and reset() leaves it so
        return f"<p>{_inline(text.strip(), cite)}</p>"

    def address(_tag: str, name: str, value: str) -> str | None:
        return value if name != "href" or (_ADDRESS.match(value) and not cite.hides(value)) else None

    html = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=address,
        url_schemes=_SCHEMES,
        link_rel="noopener",
    )
    return _with_citations(html, cite)  # nh3 has had the last word


def inline(text: str, cite: Cite = NOTHING_CITED) -> Markup:
    """Return one line of text, escaped, with codes of evidence as links; no Markdown."""
    return Markup(_inline(text, cite).replace(BASE, escape(cite.base)))


def bound(text: str) -> str:
    """Return text with no-break spaces between words and their numbers."""
    return bind(text) if _NUMBER.search(text) else text


bound_again = lru_cache(maxsize=1024)(bound)
"""The same for texts of ours and of frameworks, which come again on every page."""


def _inline(text: str, cite: Cite) -> str:
    return "".join(_part(escape(part), escape(href)) for part, href in cite.split(text))


def _with_citations(html: str, cite: Cite) -> str:
    """Put links and no-break spaces into the text of clean HTML, but no link inside a link."""
    parts: list[str] = []
    inside = False
    for part in _TAG.split(html):
        if part.startswith("<"):
            inside = part.startswith("<a ") or (inside and part != "</a>")
            parts.append(part)
        elif inside:
            parts.append(part)
        else:
            parts += (_part(text, escape(href)) for text, href in cite.split(part))
    return "".join(parts)


def _part(html: str, href: str) -> str:
    return f'<a class="kdcl-code" href="{href}">{html}</a>' if href else bound(html)
