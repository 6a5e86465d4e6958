"""Hashes of the files behind evidence, published or not: they show whether an item is still what it was."""

import hashlib
from pathlib import Path

from kdcl_site.model.folder import SchoolFolder

UNREADABLE = "unreadable"
"""Stands for the hash of a file that is named but cannot be read; so it differs from that of any file."""

_LIMIT = 200_000_000
"""Bytes of a file; a bigger one counts as unreadable, for a build must not hang on it."""


def evidence_hashes(folder: SchoolFolder, root: Path) -> dict[str, str]:
    """Return the SHA-256 of each item's file by code, where it names one."""
    found: dict[str, str] = {}
    hashes: dict[str, str] = {}
    for code, item in folder.evidence.items():
        if item.file is not None:
            if item.file not in hashes:
                hashes[item.file] = _hash(root / item.file, root)
            found[code] = hashes[item.file]
    return found


def _hash(path: Path, root: Path) -> str:
    """Read regular files inside the folder only: a pipe would never end, and a link could lead anywhere."""
    try:
        inside = root.resolve() in path.resolve().parents
        if not inside or path.is_symlink() or not path.is_file() or path.stat().st_size > _LIMIT:
            return UNREADABLE
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return UNREADABLE
