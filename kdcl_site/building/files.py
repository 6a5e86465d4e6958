"""Public evidence files: only what is inside the school's folder, of a known kind and sane size, under a safe name."""

import hashlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.pages.addresses import evidence_file
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.options import PublishedFile

LIMIT = 20_000_000
"""Bytes of one published file."""

KINDS = {".pdf": b"%PDF-"}
"""The kinds of file that are published, by ending, and what such a file begins with."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be published: where it lies and where it goes, from the site's root."""

    path: Path
    target: str


def published_files(
    folder: SchoolFolder, root: Path
) -> tuple[dict[str, PublishedFile], tuple[SourceFile, ...], list[Finding]]:
    """Return what the site says of each public file by code, the files to copy, and findings."""
    shown: dict[str, PublishedFile] = {}
    copies: list[SourceFile] = []
    findings: list[Finding] = []
    closed = {_identity(root / item.file) for item in folder.evidence.values() if item.file and not _open(item)}
    for code, item in folder.evidence.items():
        if item.file is None or not _open(item):
            continue
        path = root / item.file
        problem = _problem(path, root, item)
        if problem is None and _identity(path) in closed:
            problem = finding("K609", item.place("file"))
        name = f"{anchor(code)}{path.suffix.lower()}"
        if problem is None and not _NAME.fullmatch(name):
            problem = finding("K610", item.place("code"), value=code)
        if problem is not None:
            findings.append(problem)
            continue
        data = path.read_bytes()
        shown[code] = PublishedFile(name, len(data), hashlib.sha256(data).hexdigest(), path.suffix[1:].upper())
        copies.append(SourceFile(path, evidence_file(folder.id, name)))
    return shown, tuple(copies), findings


def _open(item: Evidence) -> bool:
    return item.access == "public" and item.proves


def _identity(path: Path) -> str:
    """Name a file alike however its path is written; case does not count, as on many systems."""
    return path.resolve().as_posix().casefold()


def copy_files(files: tuple[SourceFile, ...], site: Path) -> None:
    """Copy the files into the site; ValueError for a target that would lie outside of it."""
    for file in files:
        target = site / file.target
        if site.resolve() not in target.resolve().parents:
            raise ValueError(file.target)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file.path, target)


def _problem(path: Path, root: Path, item: Evidence) -> Finding | None:
    place = item.place("file")
    value = item.file or ""
    steps = [path, *(step for step in path.parents if root in step.parents)]
    if any(step.is_symlink() for step in steps) or root.resolve() not in path.resolve().parents:
        return finding("K602", place, value=value)
    if not path.is_file():
        return finding("K601", place, value=value)
    if path.suffix.lower() not in KINDS:
        return finding("K603", place, value=value, kinds=", ".join(sorted(KINDS)))
    if path.stat().st_size > LIMIT:
        return finding("K604", place, value=value, limit=str(LIMIT // 1_000_000))
    with path.open("rb") as stream:
        if not stream.read(8).startswith(KINDS[path.suffix.lower()]):
            return finding("K605", place, value=value)
    return None
