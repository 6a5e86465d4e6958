"""Puts hostile text into every text of every file of a school."""

from pathlib import Path

from tests.site.filler import SCHEMAS, Filler, Pick, text_fields
from tests.site.payloads import PAYLOADS
from tests.site.rewrite import load, save

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
        save(path, Filler(pick, done).filled(SCHEMAS[kind], load(path), kind))
    return done
