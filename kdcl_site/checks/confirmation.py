"""Verdicts whose basis has changed since the school confirmed them, and corrections nobody logged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kdcl_site.checks.basis import Basis, Index, bases
from kdcl_site.checks.fingerprint import Fingerprints, content_fingerprint, fingerprints
from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.model.confirmed import ConfirmedRound, ConfirmedVerdict
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import Round, SchoolFolder
from kdcl_site.nodes.node import quote
from kdcl_site.reading.citations import grammars


@dataclass(frozen=True, slots=True)
class Suspect:
    """A verdict that has to be looked at again, and why.

    `verdict`: it was given or changed since; `requirement`: the framework's text was. `evidence` names the visible
    items that changed, `unnamed` says that others did, whose codes must not be told. `criterion` is empty for a clause,
    `level` for a criterion without levels.
    """

    criterion: str
    level: str
    verdict: bool
    requirement: bool
    evidence: tuple[str, ...]
    unnamed: bool
    place: Place

    @property
    def where(self) -> str:
        """The verdict as findings name it."""
        return ".".join(filter(None, (self.criterion or "clauses", self.level)))


Bases = Mapping[str, tuple[Basis, ...]]
"""What the verdicts of a school rest on, by the round's id."""


def round_bases(folder: SchoolFolder) -> Bases:
    """Return what the verdicts rest on; to find it, every finding's text is searched for codes."""
    index = Index(folder.evidence.values(), grammars(item.framework for item in folder.rounds))
    return {item.id: tuple(bases(item, index)) for item in folder.rounds}


def suspects(folder: SchoolFolder, told: Bases, files: Mapping[str, str]) -> dict[str, tuple[Suspect, ...]]:
    """Return the suspect verdicts of each confirmed round by its id; `files` are hashes of evidence files by code.

    A school that confirms nothing, and a round that was never confirmed, has none.
    """
    confirmed = folder.confirmed
    if confirmed is None:
        return {}
    found = {}
    for name, verdicts in told.items():
        if then := confirmed.rounds.get(name):
            pairs = ((one, fingerprints(confirmed.salt, one, folder.evidence, files)) for one in verdicts)
            checked = (_suspect(one, now, then.verdicts.get(one.key), folder.evidence) for one, now in pairs)
            found[name] = tuple(one for one in checked if one)
    return found


def _suspect(
    basis: Basis, now: Fingerprints, then: ConfirmedVerdict | None, evidence: Mapping[str, Evidence]
) -> Suspect | None:
    if then is None:
        return Suspect(basis.criterion, basis.level, True, False, (), False, basis.place)
    codes = {*now.evidence, *then.evidence}
    changed = sorted(code for code in codes if now.evidence.get(code) != then.evidence.get(code))
    # What is no longer in the index may have been internal.
    named = tuple(code for code in changed if code in evidence and not evidence[code].internal)
    verdict, requirement = now.verdict != then.verdict, now.requirement != then.requirement
    if not (verdict or requirement or changed):
        return None
    unnamed = len(named) < len(changed)
    return Suspect(basis.criterion, basis.level, verdict, requirement, named, unnamed, basis.place)


def confirmation_findings(
    folder: SchoolFolder, told: Bases, found: Mapping[str, tuple[Suspect, ...]]
) -> Iterator[Finding]:
    """Yield what the suspects and the file itself give reason to say."""
    confirmed = folder.confirmed
    if confirmed is None:
        return
    if confirmed.school not in (folder.id, *folder.school.former_ids):
        yield finding("K716", confirmed.place("school"), value=confirmed.school)
        return
    yield from (one for items in found.values() for item in items for one in _told(item))
    known = {name: {one.key for one in verdicts} for name, verdicts in told.items()}
    for name, then in confirmed.rounds.items():
        if name not in known:
            yield finding("K715", confirmed.key_place("rounds", name), value=quote(name))
            continue
        for key in then.verdicts:
            if key not in known[name]:
                yield finding("K715", then.key_place("verdicts", key), value=quote(key))
    for item in folder.rounds:
        if item.id in confirmed.rounds:
            yield from _corrected(item, confirmed.rounds[item.id], confirmed.salt)


def _told(item: Suspect) -> Iterator[Finding]:
    if item.requirement:
        yield finding("K710", item.place, where=item.where)
    if item.evidence:
        yield finding("K711", item.place, where=item.where, value=", ".join(item.evidence))
    if item.unnamed:
        yield finding("K712", item.place, where=item.where)
    if item.verdict:
        yield finding("K713", item.place, where=item.where)


def _corrected(item: Round, then: ConfirmedRound, salt: str) -> Iterator[Finding]:
    """A round confirmed before it was published may still have been written on; only later changes are corrections."""
    told = item.assessment
    if not item.published or told.published is None or then.on < told.published:
        return
    logged = any(one.on >= then.on for one in told.changes)
    if not logged and content_fingerprint(salt, told) != then.content:
        yield finding("K714", told.key_place("changes"), value=item.id)
