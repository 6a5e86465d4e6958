"""A school's folder to the model: every file, then what the files say of each other, then what may be shown of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import Round, SchoolFolder
from kdcl_site.model.improvement import Improvement
from kdcl_site.model.recognition import Recognition
from kdcl_site.model.school import School
from kdcl_site.nodes.node import Mapping as MappingNode
from kdcl_site.nodes.node import Scalar, Sequence, below, quote
from kdcl_site.nodes.typed import suggestion
from kdcl_site.reading.citations import citation_findings
from kdcl_site.reading.evidence import evidence_findings
from kdcl_site.reading.improvement import improvement_findings
from kdcl_site.reading.layout import clashes, survey
from kdcl_site.reading.parsed import Parsed, parse
from kdcl_site.reading.privacy import guard, privacy
from kdcl_site.reading.recognitions import recognition_findings
from kdcl_site.reading.rounds import round_findings

_SCHOOL = TypeAdapter(School)
_EVIDENCE = TypeAdapter(tuple[Evidence, ...])
_RECOGNITIONS = TypeAdapter(tuple[Recognition, ...])
_ASSESSMENT = TypeAdapter(Assessment)
_IMPROVEMENT = TypeAdapter(Improvement)


def read_school(
    folder: Path, shown: str, frameworks: Mapping[str, Framework]
) -> tuple[SchoolFolder | None, list[Finding]]:
    """Read a school's folder; `shown` is its name in findings, such as `schools/th-doi-thong`.

    Returns the findings of all files at once, and the school, or None when a file that exists could not be typed or
    names an unknown framework.
    """
    layout, findings = survey(folder, shown)
    parsed = _Files(
        school=[parse(path, f"{shown}/{name}", _SCHOOL) for name, path in layout.files.items() if name == "school.yml"],
        evidence=[
            parse(path, f"{shown}/{name}", _EVIDENCE) for name, path in layout.files.items() if name == "evidence.yml"
        ],
        recognitions=[
            parse(path, f"{shown}/{name}", _RECOGNITIONS)
            for name, path in layout.files.items()
            if name == "recognitions.yml"
        ],
        rounds={
            name: parse(path, f"{shown}/rounds/{name}/assessment.yml", _ASSESSMENT)
            for name, path in layout.rounds.items()
        },
        plans={name: parse(path, f"{shown}/improvement/{name}.yml", _IMPROVEMENT) for name, path in layout.plans.items()},
    )
