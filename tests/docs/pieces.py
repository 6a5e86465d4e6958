"""The documents and what they are made of: pieces of code, sections, rows of tables; the school they show."""

import re
from pathlib import Path

from tests.project import ROOT

README = ROOT / "README.md"
REFERENCE = ROOT / "docs" / "data-format.md"
SAMPLE = ROOT / "schools" / "th-doi-thong"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]*) \| (.*) \|$", re.MULTILINE)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def spans(text: str) -> list[str]:
    """Code within sentences."""
    return SPAN.findall(FENCE.sub("", text))


def section(text: str, heading: str) -> str:
    """The text from a heading to the next of its level."""
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
