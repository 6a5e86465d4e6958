"""Everything the folders of catalogues hold, loaded at once: catalogues, maps, official texts, and all findings."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kdcl_site.findings.finding import Finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.frameworks.maps import FrameworkMap, load_maps
from kdcl_site.frameworks.official import Official, load_official


@dataclass(frozen=True, slots=True)
class Catalogues:
    """All that is sound, and what is wrong with the rest."""

    frameworks: Mapping[str, Framework]
    maps: tuple[FrameworkMap, ...]
    official: Mapping[str, Official]
    findings: tuple[Finding, ...]


def load_catalogues(*extra_folders: Path, project: Path | None = None) -> Catalogues:
    """Return what the package and an operator's folders hold; findings name files relative to the project."""
    frameworks, findings = load_frameworks(*extra_folders, project=project)
    maps, of_maps = load_maps(frameworks, *extra_folders, project=project)
    official, of_texts = load_official(frameworks, *extra_folders, project=project)
    return Catalogues(frameworks, maps, official, (*findings, *of_maps, *of_texts))
