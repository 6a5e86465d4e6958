"""What a list on a page can be filtered by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: what stands at the entries it keeps, and what a reader chooses."""

    value: str
    title: str
