"""Former ids of schools: an old address leads on to one school, and to none that still lives."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.reading.parsed import parse
from kdcl_site.reading.school import SCHOOL

FormerIds = tuple[tuple[str, Place], ...]
"""The ids a school had before, each with where it stands."""


def stated_former_ids(path: Path, shown: str) -> FormerIds:
    """Return the former ids in a school's own file, without reading the rest; none where it cannot be read."""
    name = "school.yml"
    school = parse(path / name, f"{shown}/{name}", SCHOOL).value
    return school.old_ids if school else ()


def former_id_findings(schools: Mapping[str, FormerIds]) -> Iterator[Finding]:
    """Yield a finding for each former id that is a living school's, or another's former id; case does not count."""
    living = {school.casefold(): school for school in schools}
    first: dict[str, str] = {}
    for school, former in schools.items():
        for name, place in former:
            folded = name.casefold()
            if living.get(folded, school) != school:
                yield finding("K338", place, value=name, other=living[folded])
            elif first.setdefault(folded, school) != school:
                yield finding("K339", place, value=name, other=first[folded])


def concerns(item: Finding, folders: Mapping[str, str]) -> bool:
    """Tell whether a finding on former ids speaks of a school among `folders`, shown folders by id."""
    return item.args["other"] in folders or any(item.place.file.startswith(f"{one}/") for one in folders.values())
