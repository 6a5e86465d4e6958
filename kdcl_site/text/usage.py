"""What is known of usage: short forms that need no explaining, and words that promise nothing."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Usage:
    """`known`: short forms everybody knows, in capitals; `empty` finds words that promise nothing in lower case."""

    known: frozenset[str]
    empty: re.Pattern[str]


@cache
def usage() -> Usage:
    """Return what `usage.yml` tells; read once."""
    text = resources.files("kdcl_site.text").joinpath("usage.yml").read_text(encoding="utf-8")
    told = yaml.load(text, yaml.CSafeLoader)
    empty = re.compile(rf"\b(?:{'|'.join(map(re.escape, told['empty']))})\b")
    return Usage(frozenset(form for line in told["known"] for form in line), empty)
