"""`sitemap.xml`: every page's address, and no clock."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape

LIMIT = 45_000
"""How many addresses one file holds; the format allows 50,000."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(site_url: str, urls: Iterable[str], limit: int = LIMIT) -> Iterator[tuple[str, str]]:
    """Yield file names and contents: one `sitemap.xml`, or its parts and an index when there are more than `limit`.

    `urls` are addresses from the site's root; the order of the output is theirs.
    """
    site = site_url.rstrip("/") + "/"
    locations = [f"<loc>{escape(site + quote(url))}</loc>" for url in urls]
    parts = [locations[start : start + limit] for start in range(0, len(locations), limit)] or [[]]
    if len(parts) == 1:
        yield "sitemap.xml", _file("urlset", "url", parts[0])
        return
    for number, part in enumerate(parts, 1):
        yield f"sitemap-{number}.xml", _file("urlset", "url", part)
    index = [f"<loc>{escape(site)}sitemap-{number}.xml</loc>" for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _file("sitemapindex", "sitemap", index)


def _file(root: str, item: str, lines: list[str]) -> str:
    body = "".join(f"<{item}>{line}</{item}>\n" for line in lines)
    return f"{_HEAD}<{root} {_SPACE}>\n{body}</{root}>\n"
