"""What names a thing that has to exist: frameworks and criteria; and the small files' own references."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.recognition import Recognition
from kdcl_site.model.school import School
from kdcl_site.nodes.entry import Entry
from kdcl_site.nodes.node import quote
from kdcl_site.nodes.typed import suggestion
from kdcl_site.reading.layout import clashes


def framework_name_findings(assessment: Assessment, frameworks: Mapping[str, Framework]) -> Iterator[Finding]:
    """A round cannot be read without its framework."""
    name = assessment.framework
    if name not in frameworks:
        meant = suggestion(name, frameworks) or ", ".join(frameworks)
        yield finding("K305", assessment.place("framework"), value=quote(name), meant=meant)


def probable_slip(name: str, place: Place, frameworks: Mapping[str, Framework]) -> Iterator[Finding]:
    """A framework of old need not be listed; a name that is almost a listed one is probably a slip."""
    if name not in frameworks and (meant := suggestion(name, frameworks)):
        yield finding("K330", place, value=quote(name), meant=meant)


def criterion_findings(
    refs: Collection[str] | Mapping[str, Collection[str]],
    owner: Entry,
    key: str,
    current: Framework | None,
    frameworks: Mapping[str, Framework],
) -> Iterator[Finding]:
    """References to criteria under a key of an entry: of the current framework, or of those a map names."""
    if not isinstance(refs, Mapping):
        yield from _unknown(refs, owner, (key,), current)
        return
    for name, numbers in refs.items():
        yield from probable_slip(name, owner.key_place(key, name), frameworks)
        yield from _unknown(numbers, owner, (key, name), frameworks.get(name))


def _unknown(
    numbers: Collection[str], owner: Entry, path: tuple[str, ...], framework: Framework | None
) -> Iterator[Finding]:
    for index, number in enumerate(numbers):
        if framework and number not in framework.criteria:
            yield unknown_criterion(owner.place(*path, index), number, framework)


def unknown_criterion(place: Place, number: str, framework: Framework) -> Finding:
    """Return the finding for a criterion a framework does not have."""
    return finding("K308", place, value=quote(number), framework=framework.id, expected=", ".join(framework.criteria))


def unknown_level(place: Place, where: str, value: str, known: Iterable[int]) -> Finding:
    """Return the finding for a level that is not among the known ones."""
    return finding("K310", place, where=where, value=quote(value), expected=", ".join(map(str, known)))


def order_findings(owner: Entry, days: Iterable[tuple[tuple[str | int, ...], date | None]]) -> Iterator[Finding]:
    """Days of an entry by their paths, in the order in which they must come; those not given are left out."""
    earlier: tuple[str, date] | None = None
    for path, day in days:
        if day is None:
            continue
        name = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
        if earlier and day < earlier[1]:
            yield finding("K323", owner.place(*path), value=str(day), later=name, earlier=earlier[0])
        earlier = (name, day)


def identity_findings(school_id: str, school: School) -> Iterator[Finding]:
    """Old addresses must not stand in the way of the school's own."""
    own = (school_id, school.place())
    for name, place in school.old_ids:
        if name == school_id:
            yield finding("K324", place, value=quote(name), other=quote(name))
        yield from clashes([own, (name, place)])


def predecessor_findings(item: Assessment | Recognition, school: School) -> Iterator[Finding]:
    """A round or certificate of another school names one that was merged into this one."""
    if item.school is not None and school.predecessor(item.school) is None:
        expected = ", ".join(one.id for one in school.predecessors) or "…"
        yield finding("K341", item.place("school"), value=quote(item.school), expected=expected)


def recognition_findings(
    recognitions: Iterable[Recognition], frameworks: Mapping[str, Framework], school: School | None = None
) -> Iterator[Finding]:
    """Certificates may be of frameworks that are not listed."""
    for item in recognitions:
        if school:
            yield from predecessor_findings(item, school)
        yield from probable_slip(item.framework, item.place("framework"), frameworks)
        framework = frameworks.get(item.framework)
        levels = [step.level for step in framework.scale] if framework else [item.level]
        if item.level not in levels:
            yield unknown_level(item.place("level"), "level", str(item.level), levels)
        yield from order_findings(item, [(("issued",), item.issued), (("expires",), item.expires)])
