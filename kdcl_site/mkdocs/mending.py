"""Defects of the theme's pages that no block of its templates reaches, mended in the finished HTML."""

import re
from html import escape

from kdcl_site.text.words import Words

CONTENT = "noi-dung"
"""The fragment at which a page's own content begins."""

_SKIP = re.compile(r'(<div data-md-component="skip">).*?(</div>)', re.DOTALL)
_ARTICLE = re.compile(r'<article class="md-content__inner[^"]*"(?=>)')
_DRAWER = re.compile(r'<input class="md-toggle" data-md-toggle="drawer"')


def mend(html: str, words: Words) -> str:
    """Return a page whose first link leads past everything to its content, and whose drawer has a name.

    The theme leaves the first link out where a page lists no headings, and its drawer is a nameless, hidden checkbox.
    Beside the link to the repository, it asks the repository's host for stars: no page of ours asks another host.
    """
    html = html.replace('data-md-component="source"', "")
    skip = f'<a href="#{CONTENT}" class="md-skip">{escape(words("theme.action.skip"))}</a>'
    html = _SKIP.sub(lambda match: match[1] + skip + match[2], html, count=1)
    html = _ARTICLE.sub(lambda match: f'{match[0]} id="{CONTENT}" tabindex="-1"', html, count=1)
    label = escape(words("theme.menu"))
    return _DRAWER.sub(lambda match: f'{match[0]} aria-label="{label}"', html, count=1)
