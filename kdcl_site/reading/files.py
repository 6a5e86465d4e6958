"""All files of one school as read, and what they name, also where a file's shape is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.confirmed import Confirmed
from kdcl_site.model.council import Council, CouncilSize
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.figures import Figures
from kdcl_site.model.folder import Round
from kdcl_site.model.improvement import Improvement
from kdcl_site.model.recognition import Recognition
from kdcl_site.model.replies import Replies
from kdcl_site.model.scalars import bare_code
from kdcl_site.model.school import School
from kdcl_site.model.waiver import Waiver
from kdcl_site.nodes.node import Node, Scalar, Sequence, below
from kdcl_site.reading.parsed import Parsed


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a school; rounds, councils and figures by id and plans by name, each in order of name."""

    school: Parsed[School] | None
    evidence: Parsed[tuple[Evidence, ...]] | None
    recognitions: Parsed[tuple[Recognition, ...]] | None
    rounds: Mapping[str, Parsed[Assessment]]
    plans: Mapping[str, Parsed[Improvement]]
    replies: Parsed[Replies] | None = None
    waivers: Parsed[tuple[Waiver, ...]] | None = None
    confirmed: Parsed[Confirmed] | None = None
    councils: Mapping[str, Parsed[Council]] = field(default_factory=dict)
    figures: Mapping[str, Parsed[Figures]] = field(default_factory=dict)

    def all(self) -> tuple[Parsed[Any], ...]:
        """Return every file."""
        single = (self.school, self.evidence, self.recognitions, self.replies, self.waivers, self.confirmed)
        several: tuple[Mapping[str, Parsed[Any]], ...] = (self.rounds, self.councils, self.figures, self.plans)
        return (*(item for item in single if item), *(item for files in several for item in files.values()))

    def codes(self) -> frozenset[str] | None:
        """Return the codes of the index of evidence, none where it is missing; None where it cannot be parsed."""
        if self.evidence is None:
            return frozenset()
        node = self.evidence.node
        return None if node is None else frozenset(bare_code(scalar.text) for scalar in _texts(node, "code"))

    def former_codes(self) -> frozenset[str]:
        """Return the former codes of the index of evidence, as far as it can be parsed."""
        node = self.evidence.node if self.evidence else None
        lists = [below(item, ("former_codes",)) for item in (node.items if isinstance(node, Sequence) else ())]
        return frozenset(bare_code(scalar.text) for item in lists if item for scalar in _texts(item, "code"))

    def commitments(self) -> frozenset[str] | None:
        """Return the ids of all plans' commitments; None where a plan cannot be parsed."""
        nodes = [plan.node for plan in self.plans.values()]
        if any(node is None for node in nodes):
            return None
        lists = [below(node, ("commitments",)) for node in nodes if node]
        return frozenset(scalar.text for node in lists if node for scalar in _texts(node, "id"))

    def judged(self, frameworks: Mapping[str, Framework]) -> tuple[Round, ...]:
        """Return the rounds that could be read and name a known framework, newest first."""
        rounds = [
            Round(name, parsed.value, frameworks[parsed.value.framework], self._council(name), self._figures(name))
            for name, parsed in self.rounds.items()
            if parsed.value and parsed.value.framework in frameworks
        ]
        return tuple(sorted(rounds, key=_age, reverse=True))

    def _council(self, name: str) -> CouncilSize | None:
        council = self.councils[name].value if name in self.councils else None
        return council.size if council else None

    def _figures(self, name: str) -> Figures | None:
        return self.figures[name].value if name in self.figures else None


def _age(item: Round) -> tuple[str, str, str]:
    told = item.assessment
    day = told.published or (told.approved.on if told.approved else told.concluded_on)
    return told.school_year, str(day or ""), item.id


def _texts(node: Node, key: str) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(scalar := below(item, (key,)), Scalar):
            yield scalar
