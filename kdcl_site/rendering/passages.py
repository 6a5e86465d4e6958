"""Marks of Vietnamese passages to `lang="vi"`: on the element where a passage is all it holds, else on a `span`."""

import re

from kdcl_site.text.passages import CLOSE, OPEN, unmarked
from kdcl_site.text.words import FIRST_LANGUAGE

_LANG = f' lang="{FIRST_LANGUAGE}"'
_WHOLE = re.compile(rf"<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>{OPEN}([^<>{OPEN}{CLOSE}]*){CLOSE}(?=</\1>)")
_TAG = re.compile(rf"<[^<>]*[{OPEN}{CLOSE}][^<>]*>")
# What holds text alone, or JSON: there a passage cannot be marked.
_TEXT_ONLY = re.compile(r"<(title|desc|text|tspan|textarea|option|script|style)\b[^>]*>.*?</\1>", re.DOTALL)
_SPANS = str.maketrans({OPEN: f"<span{_LANG}>", CLOSE: "</span>"})


def spoken(html: str) -> str:
    """Return HTML whose Vietnamese passages say that they are."""
    if OPEN not in html:
        return html
    html = _TAG.sub(lambda tag: unmarked(tag[0]), html)
    html = _WHOLE.sub(_on_element, html)
    html = _TEXT_ONLY.sub(lambda element: unmarked(element[0]), html)
    return html.translate(_SPANS)


def _on_element(match: re.Match[str]) -> str:
    name, attributes, text = match.groups()
    return f"<{name}{attributes}{_LANG}>{text}"
