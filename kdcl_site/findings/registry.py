"""The registry of codes: what each finding is called, says and advises, in Vietnamese and English."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from kdcl_site.findings.finding import Finding, Place, Severity
from kdcl_site.text.personal import masked

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding; texts are given by language, `bad` and `good` are examples in YAML, `law` may be empty.

    A `locked` code can neither be lowered nor waived: leaks, wrong types, addresses that clash.
    """

    code: str
    severity: Severity
    locked: bool
    title: dict[str, str]
    message: dict[str, str]
    hint: dict[str, str]
    why: dict[str, str]
    bad: str
    good: str
    law: str

    @property
    def family(self) -> str:
        """The letter and digit that all codes of its family begin with."""
        return self.code[:2]


@cache
def registry() -> dict[str, Code]:
    """Return all codes, in order of code; read once from the catalogue of words."""
    folder = resources.files("kdcl_site.text").joinpath("words", "findings")
    codes: dict[str, Code] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        for code, entry in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader).items():
            if code in codes:
                raise ValueError(f"{file.name}: {code} is in the registry already")
            codes[code] = Code(
                code=code,
                severity=Severity(entry["severity"]),
                locked=entry.get("locked", False),
                title=_both(entry["title"]),
                message=_both(entry["message"]),
                hint=_both(entry["hint"]),
                why=_both(entry["why"]),
                bad=entry["bad"].rstrip(),
                good=entry["good"].rstrip(),
                law=entry.get("law", ""),
            )
    return dict(sorted(codes.items()))


def _both(texts: dict[str, str]) -> dict[str, str]:
    return {language: texts[language] for language in LANGUAGES}


def finding(code: str, place: Place, **args: str) -> Finding:
    """Return a finding of this code with its severity from the registry, and without personal data in its words.

    Raises KeyError for a code that is not in the registry.
    """
    return Finding(code, registry()[code].severity, place, {key: masked(text) for key, text in args.items()})


def message(item: Finding, language: str = "vi") -> str:
    """Return what is wrong, in one sentence."""
    return registry()[item.code].message[language].format_map(item.args)


def hint(item: Finding, language: str = "vi") -> str:
    """Return how to mend it, in one sentence."""
    return registry()[item.code].hint[language].format_map(item.args)
