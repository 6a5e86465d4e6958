"""The separate clauses of one level of the school (2018, Điều 22), judged once for the school as a whole."""

from collections.abc import Mapping

from kdcl_site.frameworks.framework import Framework
from kdcl_site.judging.result import ClauseResult, LevelState
from kdcl_site.model.assessment import LevelRating


def clause_results(framework: Framework, ratings: Mapping[str, LevelRating], below: bool) -> dict[str, ClauseResult]:
    """Return how each clause stands, by id; `below` says that the school has not reached the levels below.

    Clauses of which none was judged are not considered: a school that does not aim at their level leaves nothing open.
    """
    if framework.clauses is None:
        return {}
    states = {item.id: _state(ratings.get(item.id)) for item in framework.clauses.items}
    if below or all(state == "not_judged" for state in states.values()):
        states = dict.fromkeys(states, "not_considered")
    return {key: ClauseResult(key, state) for key, state in states.items()}


def _state(rating: LevelRating | None) -> LevelState:
    """A clause is one requirement and always applies: any other word judges nothing."""
    verdict = rating.verdict if rating else None
    return verdict if verdict in ("met", "not_met") else "not_judged"
