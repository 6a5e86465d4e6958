"""Change a sample school's YAML as a tree of texts, without guessing types."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Change = Callable[[str, str], str]
"""Gets the key a text stands under and the text; returns the text to write."""

FREE = {
    "name", "province", "commune", "former_district", "authority", "address", "phone", "email", "post", "summary",
    "title", "number", "by", "decision", "kept_at", "kept_by", "note", "reason", "findings", "plain", "text", "cause",
    "not_planned", "what", "why", "situation", "limitation", "goal", "action", "measure", "owner", "resources",
    "expected_evidence", "period", "content", "result", "adjustment", "head", "council", "teams", "issuer",
}  # fmt: skip
"""The keys whose values are free text."""


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


class _Dumper(yaml.SafeDumper):
    """Writes every text in quotes, and the same list twice rather than an alias."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def save(path: Path, data: Any) -> None:
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_style='"')
    path.write_text(text, encoding="utf-8")


def walk(node: Any, change: Change, key: str = "") -> Any:
    """Return the tree with every free text changed; a table of texts counts under the key it stands at."""
    if isinstance(node, dict):
        return {
            name: walk(value, change, key if key in FREE and name not in FREE else name) for name, value in node.items()
        }
    if isinstance(node, list):
        return [walk(item, change, key) for item in node]
    return change(key, node) if key in FREE and node else node


def rewrite_school(school: Path, change: Change) -> None:
    """Change every free text of a school's files."""
    for path in sorted(school.rglob("*.yml")):
        save(path, walk(load(path), change))
