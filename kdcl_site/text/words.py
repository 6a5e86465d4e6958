"""The catalogue of every word a reader sees, in Vietnamese and in English."""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

import yaml

FIRST_LANGUAGE = "vi"
"""The language every word has, and that of what schools write."""

ENGLISH = "en"
"""The other language of a site; its pages stand below this folder."""

_Entries = dict[str, dict[str, str]]


class WordsError(ValueError):
    """A catalogue file that cannot be used; the text names the file, the key and what to mend."""

    line = 0
    """Where YAML itself is wrong, else 0."""


@dataclass(frozen=True)
class Words:
    """The words of one language, called by key; `of_one` is what is said instead where the field `count` is 1."""

    language: str
    texts: Mapping[str, str]
    of_one: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, key: str, /, **fields: object) -> str:
        """Return the text of `key` with its {fields} filled in.

        An unknown key is a KeyError that names the nearest one; a field not given is a ValueError.
        """
        if key not in self.texts:
            near = get_close_matches(key, self.texts, 1, 0)
            raise KeyError(f"no words for {key!r}" + (f"; the nearest key is {near[0]!r}" if near else ""))
        if not fields and "{" not in self.texts[key] and "}" not in self.texts[key]:
            return self.texts[key]
        text = self.of_one.get(key) if fields.get("count") == 1 else None
        try:
            return (text or self.texts[key]).format(**fields)
        except KeyError as missing:
            raise ValueError(f"words {key!r} need the field {missing}; given: {sorted(fields)}") from None

    @cached_property
    def digest(self) -> str:
        """The same for the same words, and for no others."""
        told = [self.language, sorted(self.texts.items()), sorted(self.of_one.items())]
        return sha256(repr(told).encode()).hexdigest()

    def has(self, key: str) -> bool:
        """Tell whether `key` is in the catalogue."""
        return key in self.texts

    def keys(self) -> tuple[str, ...]:
        """Return all keys, sorted."""
        return tuple(sorted(self.texts))


def load_words(language: str, *more_paths: Path) -> Words:
    """Read the package's catalogue and then `more_paths` (files, or folders of *.yml), each winning over those before.

    What a language lacks is said in Vietnamese; a text for one thing (`en.one`) beside that for several is optional.
    A key twice among the package's files, or twice in one of the paths, is a WordsError, and so is an entry without a
    Vietnamese text.
    """
    entries = dict(_packaged())
    for path in more_paths:
        for key, texts in _read_all(_catalogues(path)).items():
            entries[key] = entries.get(key, {}) | texts
    for key, texts in entries.items():
        if FIRST_LANGUAGE not in texts:
            raise WordsError(f"{key}: has no {FIRST_LANGUAGE} text")
    chosen = {key: texts.get(language, texts[FIRST_LANGUAGE]) for key, texts in entries.items()}
    of_one = {key: texts[f"{language}.one"] for key, texts in entries.items() if f"{language}.one" in texts}
    return Words(language, MappingProxyType(chosen), MappingProxyType(of_one))


def read_catalogue(file: Path) -> dict[str, dict[str, str]]:
    """Return the entries of one file by key; WordsError where it cannot be used."""
    return _read(file)


def fields_of(text: str) -> frozenset[str]:
    """Return the names of the {fields} in a text."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


def _catalogues(place: Traversable) -> list[Traversable]:
    if place.is_file():
        return [place]
    return sorted((file for file in place.iterdir() if file.name.endswith(".yml")), key=lambda file: file.name)


@cache
def _packaged() -> Mapping[str, dict[str, str]]:
    """The entries of the package, read once: a served site is made anew at each save."""
    return MappingProxyType(_read_all(_catalogues(files("kdcl_site.text") / "words")))


def _read_all(catalogues: Iterable[Traversable]) -> _Entries:
    entries: _Entries = {}
    home: dict[str, str] = {}
    for file in catalogues:
        for key, texts in _read(file).items():
            if key in entries:
                raise WordsError(f"{file.name}: {key} is already in {home[key]}")
            entries[key], home[key] = texts, file.name
    return entries


def _read(file: Traversable) -> _Entries:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), _NoDuplicates) or {}
    except yaml.YAMLError as error:
        wrong = WordsError(f"{file.name}: {error}")
        mark = getattr(error, "problem_mark", None)
        wrong.line = mark.line + 1 if mark else 0
        raise wrong from error
    if not isinstance(content, dict):
        raise WordsError(f"{file.name}: write entries such as\n  report.title: {{vi: Tên, en: Name}}")
    for key, texts in content.items():
        if not isinstance(key, str) or not isinstance(texts, dict) or not texts:
            raise WordsError(f"{file.name}: {key}: write {{vi: …, en: …}}")
        for language, text in texts.items():
            if not isinstance(language, str) or not isinstance(text, str):
                raise WordsError(f"{file.name}: {key}: {language} is not text; put it in quotes")
            _check_fields(f"{file.name}: {key}: {language}", text)
    return content


def _check_fields(where: str, text: str) -> None:
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise WordsError(f"{where}: {error}; a brace that is meant as such is written twice") from None
    for name in names:
        # A dotted or numbered field would reach into the caller's objects.
        if not name.isidentifier():
            raise WordsError(f"{where}: {{{name}}} is not a plain field name")


class _NoDuplicates(yaml.CSafeLoader):
    """PyYAML keeps the last of two equal keys without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys = [self.construct_object(key) for key, _ in node.value]
        for place, key in enumerate(keys):
            if key in keys[:place]:
                mark = node.value[place][0].start_mark
                raise yaml.constructor.ConstructorError(None, None, f"{key} is written twice", mark)
        return super().construct_mapping(node, deep)
