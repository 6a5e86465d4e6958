"""The texts in what was said of a criterion, however they were given."""

from collections.abc import Mapping
from typing import TypeVar

from kdcl_site.model.assessment import CriterionRating, LevelRating

_V = TypeVar("_V")


def texts_of(rating: CriterionRating | None) -> list[str]:
    """Return everything that was written on a criterion."""
    if rating is None:
        return []
    found = [text for text in (rating.plain, rating.findings) if text]
    found += [one.text for one in rating.strengths] + [one.text for one in rating.weaknesses]
    found += rating.sites.values()
    for level in rating.levels.values():
        found += findings_of(level)
    return found


def findings_of(level: LevelRating) -> list[str]:
    """Return the findings at a level, one text or one per requirement."""
    if level.findings is None:
        return []
    return [level.findings] if isinstance(level.findings, str) else list(level.findings.values())


def one_of(value: "_V | Mapping[str, _V] | None", key: str) -> "_V | None":
    """Return what stands for a key when an author wrote one value per requirement, else None."""
    return value.get(key) if isinstance(value, Mapping) else None
