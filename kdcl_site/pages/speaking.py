"""Texts of law in the language of a page: `khoản 2 Điều 8` is `clause 2 Article 8`."""

import re

from kdcl_site.frameworks.texts import Local
from kdcl_site.text.folding import slug
from kdcl_site.text.passages import passage
from kdcl_site.text.words import FIRST_LANGUAGE, Words

# Words after one another; the letters of a number such as 57/2026/TT-BGDĐT are none.
_RUN = re.compile(r"(?<![\w/-])[^\W\d_]+(?:(?: - | )[^\W\d_]+)*")
_NUMERAL = re.compile(r"[a-zđ]|[IVXLC]+")


def local(text: Local, language: str) -> str:
    """Return a framework's text in the language, else the Vietnamese one, marked as such."""
    if language == FIRST_LANGUAGE or text.en:
        return text.text(language)
    return passage(text.vi)


def citation(words: Words, text: str) -> str:
    """Return the name of a document or of a place in it; one with a word that has no translation stays as it is."""
    if words.language == FIRST_LANGUAGE:
        return text
    unknown: list[str] = []

    def run(match: re.Match[str]) -> str:
        parts, found = match[0].split(" "), []
        while parts:
            size = next((n for n in range(len(parts), 0, -1) if words.has(_key(parts[:n]))), 0)
            if not size and not _NUMERAL.fullmatch(parts[0]):
                unknown.append(parts[0])
            found.append(_as(words(_key(parts[:size])), parts[0]) if size else parts[0])
            parts = parts[size or 1 :]
        return " ".join(found)

    said = _RUN.sub(run, text)
    return passage(text) if unknown else said


def _key(parts: list[str]) -> str:
    return f"law.{slug(' '.join(parts))}"


def _as(word: str, first: str) -> str:
    """A word with a capital where the text has one."""
    return word[:1].upper() + word[1:] if first[:1].isupper() else word
