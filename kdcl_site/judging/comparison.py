"""What changed from one round to another, under one framework or across a map; what cannot be compared says so."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.maps import FrameworkMap, How, Pair
from kdcl_site.frameworks.texts import Local
from kdcl_site.judging.result import Judgement
from kdcl_site.model.folder import Round


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """Criteria of the older round beside those of the newer that took their place, with their levels in the same order.

    `change` is how many levels it went up or down; None where not `comparable` or where a level is missing.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    how: How
    old_levels: tuple[int | None, ...]
    new_levels: tuple[int | None, ...]
    comparable: bool
    change: int | None
    reason: Local | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rounds side by side: the school's levels, and every criterion.

    `comparable` says whether the school's levels mean the same: only under one framework. Without a map between two
    frameworks there are no `rows`. `verified` is that of the map, True where none is needed.
    """

    old_level: int | None
    new_level: int | None
    comparable: bool
    change: int | None
    verified: bool
    rows: tuple[CriterionChange, ...]


def compare(
    old: Round, old_judgement: Judgement, new: Round, new_judgement: Judgement, maps: Iterable[FrameworkMap]
) -> Comparison:
    """Return what changed from the older round to the newer."""
    levels = old_judgement.level, new_judgement.level
    before, after = _levels(old_judgement), _levels(new_judgement)
    if old.framework.id == new.framework.id:
        rows = [_row((number,), (number,), "same", before, after, comparable=True) for number in old.framework.criteria]
        return Comparison(*levels, True, _change(*levels), True, tuple(rows))
    found = next((item for item in maps if (item.from_, item.to) == (old.framework.id, new.framework.id)), None)
    if found is None:
        return Comparison(*levels, False, None, False, ())
    twins = _twins(found) if _one_scale(old.framework, new.framework) else ()
    rows = [
        _row(pair.from_, pair.to, pair.how, before, after, comparable=pair in twins, reason=pair.reason)
        for pair in found.pairs
    ]
    return Comparison(*levels, False, None, found.verified, tuple(rows))


def _row(
    old: tuple[str, ...],
    new: tuple[str, ...],
    how: How,
    before: Mapping[str, int | None],
    after: Mapping[str, int | None],
    *,
    comparable: bool,
    reason: Local | None = None,
) -> CriterionChange:
    old_levels = tuple(before[number] for number in old)
    new_levels = tuple(after[number] for number in new)
    change = _change(old_levels[0], new_levels[0]) if comparable else None
    return CriterionChange(old, new, how, old_levels, new_levels, comparable, change, reason)


def _twins(found: FrameworkMap) -> tuple[Pair, ...]:
    """The pairs that say of one criterion that it is one other, where no further pair has a part in either."""
    old = Counter(number for pair in found.pairs for number in pair.from_)
    new = Counter(number for pair in found.pairs for number in pair.to)
    return tuple(
        pair
        for pair in found.pairs
        if pair.how == "same" and [old[one] for one in pair.from_] == [1] == [new[one] for one in pair.to]
    )


def _one_scale(old: Framework, new: Framework) -> bool:
    """The same content on another scale is still another level."""
    return old.method == new.method and [one.level for one in old.scale] == [one.level for one in new.scale]


def _levels(judgement: Judgement) -> dict[str, int | None]:
    return {number: result.level for number, result in judgement.criteria.items()}


def _change(old: int | None, new: int | None) -> int | None:
    return None if old is None or new is None else new - old
