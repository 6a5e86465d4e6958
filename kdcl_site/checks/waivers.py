"""Waivers: which findings a school leaves unsaid for a while, and waivers that do not work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding, registry
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.model.waiver import Waiver
from kdcl_site.nodes.node import quote
from kdcl_site.reading.privacy import guard_checked
from kdcl_site.text.formats import date_vi

PUBLIC = "K555"
"""The code that reminds a school that its reasons are public."""


@dataclass(frozen=True, slots=True)
class Waived:
    """What is left to say, and how many findings each waiver in force has met."""

    findings: tuple[Finding, ...]
    met: tuple[tuple[Waiver, int], ...]


def waive(findings: Iterable[Finding], folder: SchoolFolder, as_of: date, path: Path | None = None) -> Waived:
    """Take what is waived on the day `as_of` out of a school's findings, and add what is wrong with its waivers.

    `path` is the school's folder, looked at for what must not be shown.
    """
    left = list(findings)
    said: list[Finding] = []
    met: list[tuple[Waiver, int]] = []
    for waiver in folder.waivers:
        place = waiver.place("code")
        if waiver.code not in registry():
            said.append(finding("K551", place, value=quote(waiver.code)))
        elif registry()[waiver.code].locked:
            said.append(finding("K552", place, value=waiver.code))
        elif waiver.until < as_of:
            said.append(finding("K553", waiver.place("until"), value=waiver.code, until=date_vi(waiver.until)))
        else:
            kept = [item for item in left if not _meets(waiver, item)]
            if len(kept) == len(left):
                said.append(finding("K554", place, value=waiver.code))
            met.append((waiver, len(left) - len(kept)))
            left = kept
    if met:
        said.append(finding(PUBLIC, Place(met[0][0].located.file), count=str(len(met))))
    return Waived((*left, *guard_checked(said, folder, path)), tuple(met))


def _meets(waiver: Waiver, item: Finding) -> bool:
    root = waiver.located.file.rpartition("/")[0]
    return (
        item.code == waiver.code
        and waiver.file in (None, item.place.file.removeprefix(f"{root}/"))
        and (waiver.value is None or waiver.value in item.args.values())
    )
