"""What each code means, for whoever meets it: explained, listed, and as a page of the documentation."""

import re
from collections.abc import Iterator
from itertools import groupby

from kdcl_site.findings.registry import Code, registry
from kdcl_site.text.words import Words

_FIELD = re.compile(r"\{\w+\}")


def list_codes(words: Words) -> str:
    """Return one line for each code, with its title."""
    return "\n".join(f"{code.code} {code.title[words.language]}" for code in registry().values())


def explain(code: Code, words: Words) -> str:
    """Return everything the registry knows of a code, as text for a terminal."""
    language = words.language
    lines = [f"{code.code} ({words('severity.' + code.severity)}): {code.title[language]}", ""]
    lines += [f"{label}: {text}" for label, text in _facts(code, words)]
    for label, example in _examples(code, words):
        lines += ["", f"{label}:", *(f"    {line}" for line in example.splitlines())]
    return "\n".join(lines)


def handbook(words: Words) -> str:
    """Return the page of the documentation that lists all codes by family, in Markdown."""
    parts = [
        f"# {words('handbook.title')}",
        words("handbook.lead", count=len(registry())),
        words("handbook.severities"),
    ]
    for family, codes in groupby(registry().values(), key=lambda code: code.family):
        parts += [f"## {words('handbook.' + family)}", words(f"handbook.{family}.about")]
        for code in codes:
            parts += _section(code, words)
    return "\n\n".join(parts) + "\n"


def _section(code: Code, words: Words) -> Iterator[str]:
    yield f"### {code.code} · {code.title[words.language]}"
    yield f"*{words('severity.' + code.severity)}*" + (f" · {words('handbook.locked')}" if code.locked else "")
    yield "\n".join(f"* **{label}:** {text}" for label, text in _facts(code, words))
    for label, example in _examples(code, words):
        yield f"{label}:\n\n```yaml\n{example}\n```"


def _facts(code: Code, words: Words) -> Iterator[tuple[str, str]]:
    language = words.language
    yield words("handbook.message"), _open(code.message[language])
    yield words("handbook.why"), code.why[language]
    yield words("handbook.mend"), _open(code.hint[language])
    if code.law:
        yield words("handbook.law"), code.law


def _open(text: str) -> str:
    """A message before it is filled in."""
    return _FIELD.sub("…", text).replace("{{", "{").replace("}}", "}")


def _examples(code: Code, words: Words) -> Iterator[tuple[str, str]]:
    yield words("handbook.bad"), code.bad
    yield words("handbook.good"), code.good
