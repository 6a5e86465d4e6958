"""Finds what of the hostile text came to life on a page."""

import re
from html.parser import HTMLParser

from tests.site.payloads import MARK


class Living(HTMLParser):
    """Collects what of the payloads came to life on a page."""

    URLS = (
        "href",
        "src",
        "action",
        "formaction",
        "data",
        "poster",
        "xlink:href",
        "srcset",
        "background",
        "ping",
        "values",
    )
    SCHEMES = ("", "http", "https", "mailto", "tel")

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if MARK in tag or tag in ("iframe", "object", "embed", "base", "math", "style", "animate", "foreignobject"):
            self.found.append(f"<{tag}>")
        values = dict(attrs)
        for name, value in attrs:
            told = (value or "").strip().lower()
            if MARK in name or name.startswith("on") or name in ("style", "srcdoc", "autofocus"):
                self.found.append(f"<{tag} {name}>")
            elif name in self.URLS:
                scheme = re.sub(r"[\s\x00-\x20]", "", told).partition(":")[0] if ":" in told.split("/")[0] else ""
                foreign = MARK in told and (tag != "a" or not told.startswith(("https://", "mailto:")))
                own_picture = tag == "img" and told.startswith("data:image/")
                if (scheme not in self.SCHEMES and not own_picture) or (foreign and not told.startswith(("?", "#"))):
                    self.found.append(f"<{tag} {name}={told[:60]}>")
        if tag == "meta" and values.get("http-equiv", "") == "refresh":
            self.found.append("<meta refresh>")
        if tag == "script" and not (values.get("src") or "json" in (values.get("type") or "")):
            self.found.append("<script>")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.found.append(f"<!{decl[:40]}>")

    def handle_comment(self, data: str) -> None:
        if MARK in data:
            self.found.append("<!-- -->")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def living(html: str) -> list[str]:
    """Return what of the payloads is alive in HTML: elements, attributes, addresses, what a template made of them."""
    parser = Living()
    parser.feed(html)
    parser.close()
    evaluated = [sign for sign in ("62615533", "root:x:", "<class '") if sign in html]
    return parser.found + evaluated
