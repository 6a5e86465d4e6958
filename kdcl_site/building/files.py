"""Public evidence files: only what is inside the school's folder, of a known kind and sane size, under a safe name."""

import filecmp
import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.pages.addresses import evidence_file
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.options import PublishedFile
from kdcl_site.reading.documents import Document, inspect
from kdcl_site.reading.file_kinds import KINDS, LIMIT, Kind, is_of_kind, kind_named, unpacks_to_too_much
from kdcl_site.reading.images import cleaned, has_too_many_pixels

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be published: where it lies, where it goes from the site's root, the SHA-256 of what is published."""

    path: Path
    target: str
    sha256: str


class ChangedError(Exception):
    """A file is no longer the one the pages speak of; it holds the file's path."""


@dataclass(frozen=True, slots=True)
class PublicFiles:
    """What the site says of each public file by code, the files to copy, what each tells beside its content, findings.

    `documents` are of the files as they lie in the folder: what is published of an image has neither author nor place.
    """

    shown: dict[str, PublishedFile] = field(default_factory=dict)
    copies: tuple[SourceFile, ...] = ()
    documents: dict[str, Document] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def public_files(folder: SchoolFolder, root: Path) -> PublicFiles:
    """Look at every public file of the school in the folder `root`; one with a finding is not published."""
    shown: dict[str, PublishedFile] = {}
    copies: list[SourceFile] = []
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    closed = [root / item.file for item in folder.evidence.values() if item.file and not _open(item)]
    for code, item in folder.evidence.items():
        if item.file is None or not _open(item):
            continue
        path = root / item.file
        told = _looked_at(path, root, item, closed)
        if isinstance(told, Finding):
            findings.append(told)
            continue
        data = _published(path)
        if data is None:
            findings.append(finding("K632", item.place("file"), value=item.file))
            continue
        name = f"{anchor(code)}{path.suffix.lower()}"
        digest = hashlib.sha256(data).hexdigest()
        shown[code] = PublishedFile(name, len(data), digest, told.type, told.pages)
        copies.append(SourceFile(path, evidence_file(folder.id, name), digest))
        documents[code] = told
    return PublicFiles(shown, tuple(copies), documents, tuple(findings))


def copy_files(files: Iterable[SourceFile], site: Path, kept: bool = False) -> None:
    """Write the files into the site; an OSError names the file.

    ValueError for a target that would lie outside of it; ChangedError for a file that is another than when it was
    looked at, but with `kept`, when the pages are older than the files, it is left out.
    """
    for file in files:
        target = site / file.target
        if site.resolve() not in target.resolve().parents:
            raise ValueError(file.target)
        try:
            data = _published(file.path)
        except FileNotFoundError:
            data = None
        if data is None or hashlib.sha256(data).hexdigest() != file.sha256:
            if kept:
                continue
            raise ChangedError(file.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.write_bytes(data)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(target)) from error


def _published(path: Path) -> bytes | None:
    """The bytes that are published: of an image its pixels alone, of anything else all; None when that cannot be."""
    kind = kind_named(path)
    return cleaned(path, kind) if kind and kind.image else path.read_bytes()


def _open(item: Evidence) -> bool:
    return item.access == "public" and item.proves


def _looked_at(path: Path, root: Path, item: Evidence, closed: list[Path]) -> Document | Finding:
    """What a file tells beside its content, or why it is not published."""
    place, value = item.place("file"), item.file or ""
    kind = kind_named(path)
    try:
        if problem := _problem(path, root, item, kind, closed):
            return problem
        return inspect(path) or finding("K631", place, value=value)
    except (OSError, ValueError):  # a name the system refuses is the latter
        return finding("K631", place, value=value)


def _problem(path: Path, root: Path, item: Evidence, kind: Kind | None, closed: list[Path]) -> Finding | None:
    place, value = item.place("file"), item.file or ""
    steps = [path, *(step for step in path.parents if root in step.parents)]
    if any(step.is_symlink() for step in steps) or root.resolve() not in path.resolve().parents:
        return finding("K602", place, value=value)
    if not path.is_file():
        return finding("K601", place, value=value)
    if kind is None:
        return finding("K603", place, value=value, kinds=", ".join(KINDS))
    if path.stat().st_size > LIMIT:
        return finding("K604", place, value=value, limit=str(LIMIT // 1_000_000))
    if not is_of_kind(path, kind):
        return finding("K605", place, value=value)
    if unpacks_to_too_much(path, kind) or has_too_many_pixels(path, kind):
        return finding("K633", place, value=value)
    if any(_same(path, other) for other in closed):
        return finding("K609", place)
    if not _NAME.fullmatch(f"{anchor(item.code)}{path.suffix.lower()}"):
        return finding("K610", item.place("code"), value=item.code)
    return None


def _same(path: Path, other: Path) -> bool:
    """Whether two names mean one file, or two files hold the same; case does not count, as on many systems."""
    try:
        if os.path.realpath(path).casefold() == os.path.realpath(other).casefold():
            return True
        return other.is_file() and filecmp.cmp(path, other, shallow=False)
    except (OSError, ValueError):
        return False
