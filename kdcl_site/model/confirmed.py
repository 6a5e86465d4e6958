"""`confirmed.yml`: what each verdict rested on when the school confirmed it; written by a command, never published."""

from collections.abc import Collection
from typing import Annotated

from pydantic import Field

from kdcl_site.model.scalars import Code, Id
from kdcl_site.nodes.entry import Day, Entry, Format, Table, Text, pattern

Digest = Annotated[str, pattern("digest", "[0-9a-f]{32}")]
"""A fingerprint: 128 bits in hex."""

Salt = Annotated[str, pattern("digest", "[0-9a-f]{64}")]
"""The key of a school's fingerprints: 256 random bits in hex."""


class ConfirmedVerdict(Entry):
    """Fingerprints of a verdict, of what the framework asked, and of each item of evidence that was cited."""

    verdict: Digest
    requirement: Digest
    evidence: Table[Code, Digest] = Field(default_factory=dict)


class ConfirmedRound(Entry):
    """A round: the day it was confirmed, the fingerprint of all it told, and its verdicts ("1.1.2", "clauses.1")."""

    on: Day
    content: Digest
    verdicts: Table[Text, ConfirmedVerdict] = Field(default_factory=dict)


class Confirmed(Entry):
    """The whole file; `school` is the id the folder had."""

    format: Format
    school: Id
    salt: Salt
    rounds: Table[Id, ConfirmedRound] = Field(default_factory=dict)

    def without(self, rounds: Collection[str]) -> "Confirmed":
        """Return the same without some rounds."""
        kept = {name: told for name, told in self.rounds.items() if name not in rounds}
        return self.model_copy(update={"rounds": kept})
