"""What a page may load: our own files and nothing else. The policy itself is the block `policy` of `kdcl/main.html`.

It forbids scripts, styles and handlers that are written into a page, so the theme's own scripts become a file.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from kdcl_site.building.site import write_text

_SCRIPT = re.compile(r"<script\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_EXECUTED = re.compile(r"|text/(j|live)script.*|.*/(x-)?(java|ecma)script.*", re.IGNORECASE)
_SCOPE = re.compile(r"""new URL\("([^"]*)",\s*location\)""")
_ROOT = re.compile(r'href="([^"]*)assets/kdcl/kdcl\.css"')
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);?"')
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


class Scripts:
    """The files that hold what stood in pages as scripts, by name."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}

    def taken_out(self, html: str) -> str:
        """Return a page whose scripts are parts of one file; each place asks for the file and runs its own part.

        They run where and when they did, so colours are there before the first paint. What differs by a page's depth
        becomes an attribute. A page without our style sheet has no policy of ours, and stays as it is.
        """
        root = _ROOT.search(html)
        inline = [match[2] for match in _SCRIPT.finditer(html) if _is_executed(match)]
        if not (root and inline):
            return html
        parts = list(dict.fromkeys(map(_of_any_depth, inline)))
        text = "".join(
            f'if (document.currentScript.dataset.part === "{number}") {{\n{part}\n}}\n'
            for number, part in enumerate(parts)
        )
        name = f"assets/javascripts/inline.{sha256(text.encode()).hexdigest()[:8]}.min.js"
        self._files[name] = text

        def outside(match: re.Match[str]) -> str:
            if not _is_executed(match):
                return match[0]
            scope = _SCOPE.search(match[2])
            own = f' data-scope="{escape(scope[1])}"' if scope else ""
            part = parts.index(_of_any_depth(match[2]))
            return f'<script{match[1]} src="{root[1]}{name}" data-part="{part}"{own}></script>'

        return _SCRIPT.sub(outside, html)

    def write(self, site: Path) -> None:
        """Write the files into the site."""
        for name, text in self._files.items():
            write_text(site / name, text)


def _is_executed(match: re.Match[str]) -> bool:
    """Whether a script stands in the page and is one: other types are data, which no policy stops."""
    kind = _TYPE.search(match[1])
    return not _SOURCE.search(match[1]) and bool(_EXECUTED.fullmatch(kind[1] if kind else ""))


def _of_any_depth(script: str) -> str:
    return _SCOPE.sub("new URL(document.currentScript.dataset.scope,location)", script)


def aligned(html: str) -> str:
    """Return HTML whose table cells are aligned by our style sheet, where Markdown writes a style into each."""
    return _ALIGNED.sub(r'\1 class="kdcl-\2"', html)


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
