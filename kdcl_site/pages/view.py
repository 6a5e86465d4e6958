"""A page before it is HTML: what stands around its body, and the view model of its kind."""

from dataclasses import dataclass, field

from kdcl_site.pages.addresses import Address
from kdcl_site.pages.checks_page import ChecksPage
from kdcl_site.pages.citing import Cite
from kdcl_site.pages.commitments_page import CommitmentsPage
from kdcl_site.pages.contact import AskView
from kdcl_site.pages.criterion_page import CriterionPage
from kdcl_site.pages.evidence_page import EvidencePage
from kdcl_site.pages.facts import Facts
from kdcl_site.pages.framework_criterion import FrameworkCriterionPage
from kdcl_site.pages.framework_page import FrameworkPage
from kdcl_site.pages.history_page import HistoryPage
from kdcl_site.pages.parts import Link
from kdcl_site.pages.piece import Heading, NavItem, PageKind, SearchEntry
from kdcl_site.pages.questions_page import QuestionsPage
from kdcl_site.pages.report_page import ReportPage
from kdcl_site.pages.round_page import ClausesPage, RoundPage
from kdcl_site.pages.school_page import SchoolPage
from kdcl_site.pages.sheet_page import SheetPage
from kdcl_site.pages.standard_page import StandardPage
from kdcl_site.pages.verify_page import VerifyPage

PageData = (
    SchoolPage
    | RoundPage
    | ClausesPage
    | StandardPage
    | CriterionPage
    | EvidencePage
    | CommitmentsPage
    | HistoryPage
    | QuestionsPage
    | ChecksPage
    | VerifyPage
    | ReportPage
    | SheetPage
    | FrameworkPage
    | FrameworkCriterionPage
)


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page of a school has around its own content: way back, label of a sample, foot.

    `past` says that a round is of a school that was merged, or of the school under another name. `origin` says where a
    page comes from that no file of the project tells. `updated` is the newest day the data tell of, `version` a short
    hash of them, `changes` where it says what was mended after publication, `checks` where what was checked.
    """

    crumbs: tuple[Link, ...]
    sample: bool
    school: str
    source: str
    as_of: str
    approved: str
    past: str = ""
    origin: str = ""
    updated: str = ""
    version: str = ""
    changes: Link | None = None
    checks: Link | None = None
    ask: AskView | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """One page; its template is `<kind>.html`, which sees `data`, `shell` and the words."""

    address: Address
    kind: PageKind
    title: str
    description: str
    nav: tuple[NavItem, ...]
    toc: tuple[Heading, ...]
    search: tuple[SearchEntry, ...]
    source: str
    shell: Shell
    cite: Cite
    data: PageData
    facts: Facts = field(default_factory=Facts)
