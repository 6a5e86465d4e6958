"""Writing `confirmed.yml`: fingerprints of what a school's verdicts rest on today."""

import json
import os
import secrets
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kdcl_site.building.hashes import evidence_hashes
from kdcl_site.checks.confirmation import Suspect, round_bases, suspects
from kdcl_site.checks.fingerprint import Fingerprints, content_fingerprint, fingerprints
from kdcl_site.model.confirmed import ConfirmedRound
from kdcl_site.model.folder import Round, SchoolFolder

NAME = "confirmed.yml"


@dataclass(frozen=True, slots=True)
class Confirming:
    """What a confirmation did: how many verdicts it holds, which were suspect before it, and whether it wrote."""

    verdicts: int
    suspects: tuple[tuple[str, Suspect], ...]
    written: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    on: date
    content: str
    verdicts: dict[str, Fingerprints]


def confirm(folder: SchoolFolder, path: Path, rounds: Collection[str], today: date, header: str) -> Confirming:
    """Confirm the named rounds of a school in its folder; other rounds stay as they were confirmed.

    The salt is drawn once and kept, and so is the day of a round in which nothing has changed: then the file stays the
    same byte for byte. `header` is the comment at its head. Raises OSError when the file cannot be written.
    """
    then = folder.confirmed
    salt = then.salt if then else secrets.token_hex(32)
    files = evidence_hashes(folder, path)
    told = round_bases(folder)
    before = suspects(folder, told, files)
    entries: dict[str, _Entry] = {}
    for item in folder.rounds:
        old = then.rounds.get(item.id) if then else None
        if item.id in rounds:
            now = {one.key: fingerprints(salt, one, folder.evidence, files) for one in told[item.id]}
            entries[item.id] = _entry(item, now, content_fingerprint(salt, item.assessment), old, today)
        elif old:
            entries[item.id] = _Entry(old.on, old.content, _kept(old))
    text = "".join(f"{line}\n" for line in _lines(folder.id, salt, entries, header))
    return Confirming(
        verdicts=sum(len(entries[name].verdicts) for name in rounds),
        suspects=tuple((name, one) for name in before if name in rounds for one in before[name]),
        written=_write(path / NAME, text.encode()),
    )


def _entry(item: Round, now: dict[str, Fingerprints], content: str, old: ConfirmedRound | None, today: date) -> _Entry:
    """Once a round is published its confirmation counts from that day on, for only later changes are corrections."""
    published = item.assessment.published
    if old and old.content == content and _kept(old) == now:
        first = published is not None and old.on < published <= today
        return _Entry(today if first else old.on, content, now)
    return _Entry(today, content, now)


def _kept(old: ConfirmedRound) -> dict[str, Fingerprints]:
    return {key: Fingerprints(one.verdict, one.requirement, dict(one.evidence)) for key, one in old.verdicts.items()}


def _lines(school: str, salt: str, entries: dict[str, _Entry], header: str) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in header.strip().splitlines())
    yield from ("format: 1", f"school: {_quoted(school)}", f"salt: {_quoted(salt)}")
    yield "rounds:" if entries else "rounds: {}"
    for name, entry in entries.items():
        yield f"  {_quoted(name)}:"
        yield f"    on: {entry.on.isoformat()}"
        yield f"    content: {_quoted(entry.content)}"
        yield "    verdicts:" if entry.verdicts else "    verdicts: {}"
        for key, one in entry.verdicts.items():
            yield f"      {_quoted(key)}:"
            yield f"        verdict: {_quoted(one.verdict)}"
            yield f"        requirement: {_quoted(one.requirement)}"
            if one.evidence:
                yield "        evidence:"
                yield from (
                    f"          {_quoted(code)}: {_quoted(told)}" for code, told in sorted(one.evidence.items())
                )


def _quoted(text: str) -> str:
    """JSON is YAML where a text is in quotes."""
    return json.dumps(text, ensure_ascii=False)


def _write(file: Path, data: bytes) -> bool:
    """Put the whole file in the place of the old one at once, unless it is the same; return whether it was written."""
    if file.is_file() and file.read_bytes() == data:
        return False
    # A name that nobody foresees: neither a link laid there nor a second run gets between.
    new = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        with new.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
    return True
