"""What the pages' policy stops of an operator's own: in authored pages, and in what `mkdocs.yml` asks for.

A page may load our own files and nothing else, and no script, style or handler may be written into it. The policy
itself is the block `policy` of `kdcl/main.html`.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

_LOADING = {
    "src": ("script", "img", "video", "audio", "source", "track", "input"),
    "srcset": ("img", "source"),
    "href": ("link", "image", "use"),
    "xlink:href": ("image", "use"),
    "poster": ("video",),
}
_SENDING = ("action", "formaction")
_NO_DATA = ("script", "link")
_NEVER = ("iframe", "frame", "object", "embed", "style", "base")


def stopped(html: str) -> list[str]:
    """Return what the policy stops in the content of an authored page, as it stands in the HTML, once each."""
    found = _Found()
    found.feed(html)
    found.close()
    return list(dict.fromkeys(found.values))


def stopped_by_configuration(config: MkDocsConfig) -> Iterator[str]:
    """Give what the policy stops of what `mkdocs.yml` asks for on every page."""
    if config.theme.get("font") is not False:
        yield "theme.font"
    if config.extra.get("analytics"):
        yield "extra.analytics"
    yield from filter(_is_elsewhere, map(str, [*config.extra_css, *config.extra_javascript]))


def _is_elsewhere(url: str) -> bool:
    parts = urlsplit(url.strip())
    return bool(parts.netloc) or parts.scheme not in ("", "data")


class _Found(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.values: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NEVER:
            self.values.append(f"<{tag}")
        for name, value in attrs:
            if name == "style" or name.startswith("on") or name in _SENDING:
                self.values.append(f'{name}="{value or ""}"')
            elif tag in _LOADING.get(name, ()):
                self.values += [one for one in _asked(name, value or "") if _is_stopped(tag, one)]


def _asked(name: str, value: str) -> list[str]:
    """Return the addresses of an attribute; a `srcset` has several, each with a size behind it."""
    return [one.split()[0] for one in value.split(", ") if one.split()] if name == "srcset" else [value]


def _is_stopped(tag: str, url: str) -> bool:
    return _is_elsewhere(url) or (tag in _NO_DATA and url.strip().casefold().startswith("data:"))
