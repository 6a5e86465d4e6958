"""Fingerprints of verdicts and what they rest on: equal exactly where nothing that matters has changed.

They are keyed with a school's own random salt, so that nobody can find out by trying what an internal item says.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kdcl_site.checks.basis import Basis
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.evidence import Evidence

_DIGITS = 32

_DOCUMENT = {"code", "title", "issued", "state", "url", "valid_until", "withdrawn"}
"""What says of an item which document it is, and whether it holds."""

_NO_CONTENT = frozenset(("changes", "published", "draft", "commitments", "not_planned"))
"""What of a round may change without a word: the log itself, publication, and which promises answer a weakness."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The fingerprints of a verdict, of what was asked, and of each cited item of evidence by code."""

    verdict: str
    requirement: str
    evidence: Mapping[str, str]


def fingerprints(salt: str, basis: Basis, evidence: Mapping[str, Evidence], files: Mapping[str, str]) -> Fingerprints:
    """Return the fingerprints of what a verdict rests on; `files` are the hashes of the items' files by code."""
    return Fingerprints(
        _keyed(salt, "verdict", basis.key, basis.verdict),
        _keyed(salt, "requirement", basis.key, basis.requirement),
        {code: evidence_fingerprint(salt, evidence[code], files.get(code, "")) for code in basis.evidence},
    )


def evidence_fingerprint(salt: str, item: Evidence, file: str) -> str:
    """Return the fingerprint of an item: which document it is and whether it holds, not where it lies or who keeps it.

    `file` is the hash of its file, or an empty text.
    """
    told = item.model_dump(mode="json", include=_DOCUMENT, exclude_defaults=True)
    return _keyed(salt, "evidence", told, file)


def content_fingerprint(salt: str, told: Assessment) -> str:
    """Return the fingerprint of all a round tells its readers but its log of changes."""
    return _keyed(salt, "content", _content(told.model_dump(mode="json", exclude_defaults=True)))


def _content(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _content(inner) for key, inner in value.items() if key not in _NO_CONTENT}
    return [_content(inner) for inner in value] if isinstance(value, list) else value


def _keyed(salt: str, *parts: Any) -> str:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hmac.new(bytes.fromhex(salt), text.encode(), hashlib.sha256).hexdigest()[:_DIGITS]
