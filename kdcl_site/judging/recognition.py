"""Certificates on a day, and what a level of the school would make it eligible for; nothing is guessed."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kdcl_site.frameworks.procedure import Eligible, RecognitionCondition
from kdcl_site.frameworks.texts import Local
from kdcl_site.model.folder import Round
from kdcl_site.model.recognition import Recognition

RecognitionKind = Literal["accreditation", "national_standard"]


@dataclass(frozen=True, slots=True)
class RecognitionState:
    """How a certificate stands; `until` is its printed last day, None where none is printed: then it counts as valid.

    `expiring`: still valid, and less than a year is left.
    """

    recognition: Recognition
    status: Literal["valid", "expired", "expiring"]
    until: date | None


@dataclass(frozen=True, slots=True)
class ConditionState:
    """How one condition of recognition stands, as far as the data decide it."""

    id: str
    text: Local
    article: str | None
    state: Literal["met", "not_met", "unknown"]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a round's level would make the school eligible for; `level` is None where for nothing, or not known."""

    kind: RecognitionKind
    level: int | None
    conditions: tuple[ConditionState, ...]


def recognition_state(recognition: Recognition, as_of: date) -> RecognitionState:
    """Return how a certificate stands on a day; its last day still counts (Thông tư 57/2026, khoản 2 Điều 27)."""
    until = recognition.expires
    if until is None:
        return RecognitionState(recognition, "valid", None)
    if until < as_of:
        return RecognitionState(recognition, "expired", until)
    return RecognitionState(recognition, "expiring" if until < _next_year(as_of) else "valid", until)


def _next_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)


def outlooks(item: Round, reached: int | None) -> tuple[Outlook, ...]:
    """Return, for each kind of recognition a round's framework knows, what a level opens and how each condition stands.

    `reached` is the level of the school, of several stages that of the whole; None where it is not known.
    """
    rule = item.framework.recognition
    if rule is None:
        return ()
    kinds: tuple[tuple[RecognitionKind, tuple[Eligible, ...]], ...] = (
        ("accreditation", rule.accreditation),
        ("national_standard", rule.national_standard),
    )
    return tuple(
        Outlook(
            kind,
            max((one.level for one in steps if _reaches(reached, one)), default=None),
            tuple(_condition(item, reached, one, steps) for one in rule.conditions),
        )
        for kind, steps in kinds
        if steps
    )


def _reaches(reached: int | None, step: Eligible) -> bool:
    return reached is not None and reached >= step.school_level


def _condition(
    item: Round, reached: int | None, condition: RecognitionCondition, steps: tuple[Eligible, ...]
) -> ConditionState:
    """Only a condition on the level is decided by data, and only by the kind of judging that the text asks for."""
    state: Literal["met", "not_met", "unknown"] = "unknown"
    decided = condition.kind == "level" and condition.judged_by in (None, item.assessment.kind)
    if decided and reached is not None:
        state = "met" if any(_reaches(reached, one) for one in steps) else "not_met"
    return ConditionState(condition.id, condition.text, condition.article, state)
