"""A school's whole folder in one frozen object: what reading hands to judging, checks and pages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.confirmed import Confirmed
from kdcl_site.model.council import CouncilSize
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.figures import Figures
from kdcl_site.model.improvement import Commitment, Improvement
from kdcl_site.model.recognition import Recognition
from kdcl_site.model.replies import Replies
from kdcl_site.model.school import School
from kdcl_site.model.waiver import Waiver
from kdcl_site.nodes.entry import Entry


@dataclass(frozen=True, slots=True)
class Round:
    """A round: its id (the folder's name), what its file says, its framework, its council's size, its figures."""

    id: str
    assessment: Assessment
    framework: Framework
    council: CouncilSize | None = None
    figures: Figures | None = None

    @property
    def own(self) -> bool:
        """Whether the school itself was judged, and not one that was merged into it."""
        return self.assessment.school is None

    @property
    def published(self) -> bool:
        """Whether the school has published it: it says when, and it is no draft."""
        return self.assessment.published is not None and not self.assessment.draft


@dataclass(frozen=True, slots=True)
class SchoolFolder:
    """Everything a school's folder says; rounds newest first, plans newest first, evidence by code."""

    id: str
    school: School
    rounds: tuple[Round, ...]
    evidence: Mapping[str, Evidence]
    plans: tuple[Improvement, ...]
    recognitions: tuple[Recognition, ...]
    replies: Replies | None = None
    waivers: tuple[Waiver, ...] = ()
    confirmed: Confirmed | None = None

    def seen_on(self, day: date) -> "SchoolFolder":
        """Return the folder without the rounds that are published only after a day."""
        rounds = tuple(
            item for item in self.rounds if not item.assessment.published or item.assessment.published <= day
        )
        gone = {item.id for item in self.rounds} - {item.id for item in rounds}
        return replace(self, rounds=rounds, confirmed=self.confirmed and self.confirmed.without(gone))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything the files tell readers, whether it is published or not, but the rounds'."""
        replies = () if self.replies is None else (self.replies,)
        return (self.school, *self.evidence.values(), *self.plans, *self.recognitions, *replies, *self.waivers)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """All commitments that are no drafts, newest plan first, in the order of the files."""
        return tuple(item for plan in self.plans for item in plan.commitments if not item.draft)

    def current(self) -> Round | None:
        """Return the school's own newest published self-assessment, or None."""
        return next(
            (item for item in self.rounds if item.own and item.published and item.assessment.kind == "self"), None
        )
