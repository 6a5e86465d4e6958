"""The small parts that view models are made of: plain, frozen, nothing internal in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link relative to the page it stands on."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A criterion by its number, with what its framework calls it; no address where it has no page."""

    word: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One rating: `filled` of `steps` drawn, its word, who judged it and when; `tone` names its colour and pattern.

    `review` is the word that it is to be reviewed, where it is.
    """

    tone: str
    filled: int
    steps: int
    word: str
    judge: str
    on: str
    review: str = ""


def level_tone(filled: int, steps: int) -> str:
    """Return the tone of a level; where a scale has one step only, that step is as good as it gets."""
    return "l3" if filled == steps == 1 else f"l{min(filled, 4)}"


@dataclass(frozen=True, slots=True)
class Tag:
    """A word with a tone: a verdict, a status, a kind of access."""

    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class Named:
    """A named text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """An item of evidence as other pages list it."""

    code: str
    href: str
    title: str
    issue: str
    access: Tag


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment as other pages list it."""

    id: str
    href: str
    title: str
    status: Tag
    due: str


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """A criterion as grids and roadmaps list it; `other` is the mark of another body beside the school's own."""

    number: str
    name: str
    href: str
    mandatory: bool
    mark: Mark
    other: Mark | None = None
