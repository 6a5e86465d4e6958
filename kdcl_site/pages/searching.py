"""What a search finds of a school: pages, items of evidence, commitments; plain text, nothing internal."""

from collections.abc import Iterable

from kdcl_site.pages.checks_page import ChecksPage
from kdcl_site.pages.commitments_page import CommitmentsPage
from kdcl_site.pages.criterion_page import CriterionPage
from kdcl_site.pages.evidence_page import EvidencePage
from kdcl_site.pages.history_page import HistoryPage
from kdcl_site.pages.piece import SearchEntry
from kdcl_site.pages.questions_page import QuestionsPage
from kdcl_site.pages.round_page import ClausesPage, RoundPage
from kdcl_site.pages.school_page import SchoolPage
from kdcl_site.pages.standard_page import StandardPage


def joined(texts: Iterable[str]) -> str:
    """Return the texts that say something, as one text on one line, with plain spaces."""
    return " ".join(" ".join(text.split()) for text in texts if text)


def school_search(page: SchoolPage) -> tuple[SearchEntry, ...]:
    """Return what is found of a school's own page."""
    marks = [page.round.mark.word, page.round.tally] if page.round else []
    marks += [page.whole.word] if page.whole else []
    merged = [one.name for one in page.predecessors]
    texts = [page.kind, page.former_names, *merged, *marks, page.summary, *(one.text for one in page.contact.facts)]
    return (SearchEntry("", page.name, joined(texts)),)


def round_search(page: RoundPage) -> tuple[SearchEntry, ...]:
    """Return what is found of a round's own page."""
    return (SearchEntry("", page.title, joined([page.round.mark.word, page.round.tally])),)


def clauses_search(page: ClausesPage) -> tuple[SearchEntry, ...]:
    """Return what is found of the page of separate clauses."""
    return (SearchEntry("", page.title, joined([one.findings for one in page.clauses.items])),)


def standard_search(page: StandardPage) -> tuple[SearchEntry, ...]:
    """Return what is found of a standard's page."""
    weaknesses = (text for one in page.weaknesses for text in (one.text, one.cause, one.not_planned))
    strengths = (one.text for one in page.strengths)
    return (SearchEntry("", joined([page.label, page.name]), joined([*strengths, *weaknesses])),)


def criterion_search(page: CriterionPage) -> tuple[SearchEntry, ...]:
    """Return what is found of a criterion's page."""
    found = (text for one in page.levels for text in (one.findings, *(part.findings for part in one.requirements)))
    return (SearchEntry("", joined([page.label, page.name]), joined([page.mark.word, page.lead, page.about, *found])),)


def evidence_search(title: str, page: EvidencePage) -> tuple[SearchEntry, ...]:
    """Return what is found of the index: the page, and each item at its own place."""
    items = (
        SearchEntry(item.id, f"{item.code} {item.title}", joined([item.issue, item.access.word, item.former]))
        for group in page.groups
        for item in group.items
    )
    return (SearchEntry("", title, page.counts), *items)


def commitments_search(title: str, page: CommitmentsPage) -> tuple[SearchEntry, ...]:
    """Return what is found of the commitments: the page, and each at its own place."""
    items = (
        SearchEntry(
            item.anchor,
            f"{item.id} {item.title}",
            joined([item.status.word, item.due, item.measure, item.owner, *(one.text for one in item.details)]),
        )
        for group in page.groups
        for item in group.items
    )
    return (SearchEntry("", title, page.counts), *items)


def history_search(title: str, page: HistoryPage) -> tuple[SearchEntry, ...]:
    """Return what is found of the page of history."""
    rounds = (f"{one.link.title} {one.mark.word}" for one in page.rounds)
    certificates = (f"{one.title} {one.issuer} {one.decision}" for one in page.recognitions)
    return (SearchEntry("", title, joined([*rounds, *certificates, *page.former_names])),)


def checks_search(title: str, page: ChecksPage) -> tuple[SearchEntry, ...]:
    """Return what is found of the page of checks."""
    waived = (text for one in page.waived for text in (one.code.title, one.reason))
    return (SearchEntry("", title, joined([page.lead, *(one.code.title for one in page.open), *waived])),)


def questions_search(title: str, page: QuestionsPage) -> tuple[SearchEntry, ...]:
    """Return what is found of questions and answers: the page, and each question at its own place."""
    said = (text for one in page.responses for text in (one.round.title, one.text))
    items = (SearchEntry(one.anchor, one.text, one.answer.text if one.answer else "") for one in page.questions)
    return (SearchEntry("", title, joined([page.lead, *said])), *items)
