"""How commitments stand on a day: from the dated log, never from a typed word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kdcl_site.model.evidence import Evidence
from kdcl_site.model.improvement import Commitment
from kdcl_site.model.scalars import Status


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """How one commitment stands; `on` is the day of the word it rests on, None when the log has none yet.

    `slipped`: its due date was moved. `proved`: done, and the word that says so cites evidence that proves.
    """

    status: Status
    on: date | None
    overdue: bool
    overdue_since: date | None
    slipped: bool
    proved: bool


@dataclass(frozen=True, slots=True)
class CommitmentCounts:
    """How many commitments: `total` is all of them, `open` those neither done nor dropped, overdue ones included."""

    total: int
    done: int
    overdue: int
    open: int
    dropped: int


def state(commitment: Commitment, evidence: Mapping[str, Evidence], as_of: date) -> CommitmentState:
    """Return how a commitment stands at the end of the day `as_of`; `evidence` is the school's, by code.

    The newest word of the log counts; of several on one day, the last written. Later ones are not known yet.
    A commitment is overdue from the day after it was due, so one due on `as_of` is not.
    """
    known = sorted((entry for entry in commitment.log if entry.on <= as_of), key=lambda entry: entry.on)
    newest = known[-1] if known else None
    status: Status = newest.status if newest else "not_started"
    overdue = commitment.due < as_of and status not in ("done", "dropped")
    cited = newest.evidence if newest and status == "done" else ()
    return CommitmentState(
        status=status,
        on=newest.on if newest else None,
        overdue=overdue,
        overdue_since=commitment.due if overdue else None,
        slipped=bool(commitment.due_history),
        proved=any(code in evidence and evidence[code].proves for code in cited),
    )


def counts(states: Iterable[CommitmentState]) -> CommitmentCounts:
    """Return how many commitments stand how; dropped ones stay in the total."""
    found = list(states)
    done = sum(item.status == "done" for item in found)
    dropped = sum(item.status == "dropped" for item in found)
    return CommitmentCounts(
        total=len(found),
        done=done,
        overdue=sum(item.overdue for item in found),
        open=len(found) - done - dropped,
        dropped=dropped,
    )
