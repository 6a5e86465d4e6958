"""What only one page has in its head: the image a shared link shows, and its facts for machines."""

from html import escape

from kdcl_site.outputs.json_ld import json_ld
from kdcl_site.outputs.share_card import alternative
from kdcl_site.outputs.share_image import SIZE
from kdcl_site.pages import addresses
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.pages.view import PageView
from kdcl_site.text.formats import NO_BREAK_SPACE
from kdcl_site.text.passages import unmarked
from kdcl_site.text.words import Words


def page_head(view: PageView, options: SiteOptions, words: Words, row: SchoolRow | None = None) -> str:
    """Return the HTML; empty where the site's own address is not known, for both need full addresses.

    `row` is the school the page belongs to; pages of no school share the site's image.
    """
    if not options.site_url:
        return ""
    path = addresses.share_image(row.id, options.language) if row else addresses.SHARE_IMAGE
    told = {"": options.site_url.rstrip("/") + "/" + path, ":width": SIZE[0], ":height": SIZE[1]}
    if row:
        told[":alt"] = unmarked(alternative(row, words)).replace(NO_BREAK_SPACE, " ")
    metas = (f'<meta property="og:image{part}" content="{escape(str(value))}">' for part, value in told.items())
    return "\n".join((*metas, f'<script type="application/ld+json">{json_ld(view, options)}</script>'))
