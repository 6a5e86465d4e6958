"""All checks of one school, in one call."""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType

from kdcl_site.checks.anchors import anchor_findings
from kdcl_site.checks.commitments import commitment_findings
from kdcl_site.checks.evidence import evidence_findings
from kdcl_site.checks.figures import figures_findings
from kdcl_site.checks.file_privacy import file_findings
from kdcl_site.checks.grounds import grounds_findings
from kdcl_site.checks.index import index_findings
from kdcl_site.checks.language import language_findings
from kdcl_site.checks.links import link_findings
from kdcl_site.checks.nesting import nesting_findings
from kdcl_site.checks.order import order_findings
from kdcl_site.checks.privacy import privacy_findings
from kdcl_site.checks.procedure import procedure_findings
from kdcl_site.checks.rounds import round_findings
from kdcl_site.checks.serving import serving_findings
from kdcl_site.findings.finding import Finding
from kdcl_site.judging.result import Judgement
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.reading.documents import Document
from kdcl_site.reading.privacy import guard_checked

_NONE: Mapping[str, Document] = MappingProxyType({})


def check_school(
    folder: SchoolFolder,
    judgements: Mapping[str, Judgement],
    as_of: date,
    documents: Mapping[str, Document] = _NONE,
    posts: Collection[str] = (),
) -> list[Finding]:
    """Return what does not fit together in a school that could be read; judgements by the round's id.

    `documents`: what its public files tell, by code; `posts`: what is no person's name though it looks like one.
    """
    findings = [
        *round_findings(folder, judgements),
        *nesting_findings(folder.rounds),
        *commitment_findings(folder, as_of),
        *procedure_findings(folder, as_of),
        *grounds_findings(folder.rounds, as_of),
        *order_findings(folder),
        *figures_findings(folder.rounds),
        *anchor_findings(folder.rounds),
        *evidence_findings(folder),
        *index_findings(folder),
        *serving_findings(folder, as_of),
        *language_findings(folder),
        *link_findings(folder),
        *privacy_findings(folder, posts),
        *file_findings(folder, documents),
    ]
    return guard_checked(findings, folder)
