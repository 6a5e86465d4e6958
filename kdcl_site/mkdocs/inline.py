"""What the pages' policy forbids to stand in a page is moved out: the theme's scripts, the alignment of tables.

Scripts become parts of one file, and each style of a cell becomes a class of our style sheet.
"""

import re
from hashlib import sha256
from html import escape
from pathlib import Path

from kdcl_site.building.site import write_text

_SCRIPT = re.compile(r"<script\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_EXECUTED = re.compile(r"|text/(j|live)script.*|.*/(x-)?(java|ecma)script.*", re.IGNORECASE)
_SCOPE = re.compile(r"""new URL\("([^"]*)",\s*location\)""")
_ROOT = re.compile(r'href="([^"]*)assets/kdcl/kdcl\.css"')
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);?"')


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
