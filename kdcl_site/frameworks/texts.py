"""The texts of a catalogue, and where they stand in the law."""

from kdcl_site.nodes.entry import Day, Entry, Flag, Text


class Local(Entry):
    """A text in Vietnamese and, where it was translated, in English."""

    vi: Text
    en: Text | None = None

    def text(self, language: str) -> str:
        """Return the text in the language, else in Vietnamese."""
        return self.en if language == "en" and self.en else self.vi


class Vouched(Entry):
    """An entry that may say whether it was held against the official gazette; without a word, what holds it says so."""

    verified: Flag | None = None


class Name(Vouched):
    """What the framework calls something it asks for: a form, a table of data, a quantitative datum."""

    id: Text
    name: Local


class Source(Entry):
    """The legal document the framework stands in."""

    number: Text
    kind: Text
    issuer: Text
    issued: Day
    annex: Text | None = None


class InForce(Entry):
    """From when, and until when, rounds are judged under the framework."""

    since: Day
    until: Day | None = None


class Amendment(Entry):
    """A document that changed this one, and from when."""

    number: Text
    since: Day


class Words(Entry):
    """What the document calls its tiers."""

    standard: Local
    criterion: Local
    level: Local
    requirement: Local


class Explained(Vouched):
    """A rule in a plain sentence, with the article it stands in where that is known."""

    article: Text | None = None
    text: Local
