"""Hostile text for every text of every file: found in the schemas, so that a new field is attacked at once."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from kdcl_site.reading.schemas import schemas
from kdcl_site.text.words import load_words
from tests.site.rewrite import load, save

MARK = "xkdclx"
"""Stands in the name of every element, attribute and host of the payloads that could come to life."""

PAYLOADS = (
    # Elements and the ends of those a text may stand in.
    f"<script>{MARK}()</script>",
    f"</script><script>{MARK}()</script>",
    f"</title><{MARK}>",
    f"</style></textarea></noscript></template><{MARK}>",
    f"--><{MARK}><!--",
    f"]]><{MARK}>",
    f"<{MARK}",
    f"<{MARK}/x=",
    f"<ScRiPt/{MARK}>",
    f"<<{MARK}>>",
    f"<\n{MARK}>",
    f"&lt;{MARK}&gt;",
    f"&#60;{MARK}&#62;",
    f"&amp;lt;{MARK}&amp;gt;",
    f"\\u003c{MARK}\\u003e",
    f"%3C{MARK}%3E",
    f"＜{MARK}＞",
    f"<iframe srcdoc='<{MARK}>'>",
    f"<object data=//{MARK}.example><embed src=//{MARK}.example>",
    f"<base href=//{MARK}.example>",
    f"<meta http-equiv=refresh content='0;url=//{MARK}.example'>",
    f"<link rel=stylesheet href=//{MARK}.example>",
    f"<form action=//{MARK}.example><button formaction=//{MARK}.example>",
    f"<math><mtext></form><form><mglyph><style></math><img src onerror={MARK}()>",
    f"<noscript><p title='</noscript><img src=x onerror={MARK}()>'>",
    # Attributes.
    f"\" onmouseover=\"{MARK}()\" {MARK}=\"",
    f"' onfocus='{MARK}()' autofocus {MARK}='",
    f"` onload={MARK}() {MARK}=",
    f"x onerror={MARK}() style=color:red",
    f"\"><{MARK}>",
    f"'><{MARK}>",
    f"/><{MARK}>",
    f"<img src=x onerror={MARK}()>",
    f"<a href='javascript:{MARK}()' onclick={MARK}()>x</a>",
    f"<div style='background:url(//{MARK}.example)'>",
    # Addresses.
    f"javascript:{MARK}()",
    f"JaVaScRiPt:{MARK}()//https://",
    f"data:text/html,<{MARK}>",
    f"vbscript:{MARK}",
    f"//{MARK}.example",
    f"https://{MARK}.example/",
    # SVG.
    f"<svg onload={MARK}()>",
    f"<svg><script href=data:,{MARK}()></script></svg>",
    f"<svg><a xlink:href='javascript:{MARK}()'><text>x</text></a></svg>",
    f"<svg><foreignObject><{MARK}></foreignObject></svg>",
    f"<svg><animate attributeName=href values='javascript:{MARK}()'>",
    f"</text></svg><{MARK}>",
    f"</desc><{MARK}>",
    # CSS.
    f"</style><{MARK}><style>",
    f"}}*{{background:url(//{MARK}.example)}}",
    f"@import '//{MARK}.example';",
    f"expression({MARK}())",
    # Markdown.
    f"[x](javascript:{MARK}())",
    f"[x](java&#115;cript:{MARK}())",
    f"[x](data:text/html;base64,{MARK})",
    f"[x](\\u0001javascript:{MARK}())",
    f"![x](https://{MARK}.example/p.png)",
    f"![x](https://{MARK}.example/p.png\"onerror=\"{MARK}())",
    f"[x](https://{MARK}.example \"' onclick='{MARK}()\")",
    f"[x]: javascript:{MARK}()\n\n[x]",
    f"<javascript:{MARK}()>",
    f"**<{MARK}>** _<{MARK}>_ `<{MARK}>`",
    f"# x {{: onclick={MARK}() }}",
    f"```\n<{MARK}>\n```",
    f"    <{MARK}>",
    f"| a | b |\n|---|---|\n| <{MARK}> | x |",
    f"[x][y\n[y]: <javascript:{MARK}()>",
    "[" * 60 + MARK,
    "*" * 300 + MARK,
    # Templates, and what other plugins would include.
    f"{{{{ 7919*7907 }}}}{MARK}",
    f"{{% include 'main.html' %}}{MARK}",
    f"{{{{ config.__class__.__init__.__globals__ }}}}{MARK}",
    f"${{7919*7907}} #{{7919*7907}} <%= 7919*7907 %> {MARK}",
    f"{{0.__class__}} {{name!r:>99}} %s %(x)s {MARK}",
    f'--8<-- "/etc/passwd" {MARK}',
    f"<!-- kdcl: grid x --> [x](kdcl:x) {MARK}",
    f"KDCL0BODY0SLOT KDCL0HEAD0SLOT KDCL0TITLE0SLOT {MARK}",
    # Spreadsheets and paths.
    f"=HYPERLINK(\"//{MARK}.example\")",
    f"+cmd|' /C {MARK}'!A0",
    f"@SUM(1+1)*cmd|{MARK}",
    f"-2+3+{MARK}",
    f"../../../etc/passwd%00{MARK}",
    f"..\\..\\{MARK}",
    f"file:///etc/{MARK}",
    f"CON NUL aux.{MARK}",
    # Signs that turn, hide or join text; and very much of it.
    f"\u202e<{MARK}>\u202c",
    f"\u2066{MARK}\u2069\u200b\u200d\ufeff",
    f"<\u200b{MARK}>",
    f"\u2028<{MARK}>\u2029",
    f"\ue000<{MARK}>\ue001",
    "e" + "\u0323" * 200 + MARK,
    f"<{MARK}>" * 200,
    "\U0001f469\u200d\U0001f393" * 50 + MARK,
)  # fmt: skip

LEFT = {
    "evidence.code",
    "evidence.file",
    "waivers.file",
    "assessment.framework",
    "recognitions.framework",
    "improvement.commitments.log.evidence",
    "evidence.former_codes.code",
    "waivers.code",
    "waivers.value",
}
"""Texts that name something: written otherwise they are findings or name nothing; see `tests/reading/cases`."""

_KINDS = {
    "school.yml": "school",
    "evidence.yml": "evidence",
    "recognitions.yml": "recognitions",
    "replies.yml": "replies",
    "waivers.yml": "waivers",
    "assessment.yml": "assessment",
    "council.yml": "council",
    "figures.yml": "figures",
}
"""Which schema a file has; `confirmed.yml` is written by a command and has none."""

_SCHEMAS = schemas(load_words("vi"))
_VALUES = {"date": "2026-11-10", "boolean": "false", "integer": "1"}

Pick = Callable[[str, str], str]
"""Gets a field's path in its schema and the text that stands there (or none); returns what to write."""


def rotated(turn: int, before: bool = False) -> Pick:
    """Return a choice of a payload for each field: in as many turns as there are payloads every field gets each.

    The payload stands behind the text, or `before` it on a line of its own.
    """
    order = {path: number for number, path in enumerate(sorted(text_fields()))}

    def pick(path: str, text: str) -> str:
        payload = PAYLOADS[(order[path] + turn) % len(PAYLOADS)]
        if path == "school.campuses.name":  # a key too, in which YAML does not keep ends of lines
            return " ".join(f"{text} {payload}".split())
        return f"{payload}\n{text}" if before else f"{text} {payload}"

    return pick


def attack(school: Path, pick: Pick) -> set[str]:
    """Put hostile text into every text of a school's files, and into those it leaves out; return the fields' paths."""
    done: set[str] = set()
    for path in sorted(school.rglob("*.yml")):
        kind = "improvement" if path.parent.name == "improvement" else _KINDS.get(path.name)
        if kind is None:
            continue
        save(path, Filler(pick, done).filled(_SCHEMAS[kind], load(path), kind))
    return done


def text_fields() -> set[str]:
    """Return the paths of all texts of all schemas."""
    return {path for name, schema in _SCHEMAS.items() for path in _texts(schema, name)}


def _texts(schema: dict[str, Any], path: str) -> Iterator[str]:
    for option in _options(schema):
        if _is_text(option):
            yield path
        for name, inner in option.get("properties", {}).items():
            yield from _texts(inner, f"{path}.{name}")
        for key in ("items", "additionalProperties"):
            if isinstance(option.get(key), dict):
                yield from _texts(option[key], path)


def _options(schema: dict[str, Any]) -> list[dict[str, Any]]:
    options = [one for key in ("anyOf", "oneOf") for one in schema.get(key, [])]
    return [inner for one in options for inner in _options(one)] if options else [schema]


def _is_text(schema: dict[str, Any]) -> bool:
    kind = schema.get("type")
    return isinstance(kind, list) and "string" in kind


class Filler:
    """Replaces the texts of data by their schema; what is left out is added once for each path."""

    def __init__(self, pick: Pick, done: set[str]) -> None:
        self._pick, self._done = pick, done

    def filled(self, schema: dict[str, Any], data: Any, path: str) -> Any:
        """Return the data with all texts replaced."""
        for option in _options(schema):
            if isinstance(data, str) and _is_text(option):
                return self._text(path, data)
            if isinstance(data, list) and "items" in option:
                return [self.filled(option["items"], item, path) for item in data]
            if isinstance(data, dict) and "properties" in option:
                return self._object(option, data, path)
            if isinstance(data, dict) and isinstance(option.get("additionalProperties"), dict):
                inner = option["additionalProperties"]
                named = path == "assessment.criteria.sites"  # keys are names of sites
                pick = self._pick if named else lambda _, key: key
                return {pick("school.campuses.name", key): self.filled(inner, item, path) for key, item in data.items()}
        return data

    def _text(self, path: str, text: str) -> str:
        if path in LEFT:
            return text
        self._done.add(path)
        return self._pick(path, text)

    def _object(self, schema: dict[str, Any], data: dict[str, Any], path: str) -> dict[str, Any]:
        result = {}
        for name, inner in schema["properties"].items():
            below = f"{path}.{name}"
            if name in data:
                result[name] = self.filled(inner, data[name], below)
            elif not set(_texts(inner, below)) <= self._done | LEFT and (made := self._made(inner, below)) is not None:
                result[name] = made
        return result | {name: value for name, value in data.items() if name not in result}

    def _made(self, schema: dict[str, Any], path: str) -> Any:
        """Return new data with its texts, or None where what it needs is no text, day or choice."""
        for option in _options(schema):
            if _is_text(option):
                return None if path in LEFT else self._text(path, "")
            if "enum" in option:
                return option["enum"][0]
            if (kind := option.get("format", option.get("type"))) in _VALUES:
                return _VALUES[str(kind)]
            if option.get("type") == "string" and "Za-z0-9" in option.get("pattern", ""):
                return "x-" + re.sub("[^a-z]", "-", path)
            if option.get("type") == "array" and (item := self._made(option["items"], path)) is not None:
                return [item]
            if "properties" in option:
                needed = {
                    name: self._made(option["properties"][name], f"{path}.{name}")
                    for name in option.get("required", ())
                }
                if None not in needed.values():
                    return self._object(option, needed, path)
        return None


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
