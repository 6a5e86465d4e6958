"""The work folder: compiled schools on disk between compiling and publishing, so that memory stays flat."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from kdcl_site.building.compile import Compiled
from kdcl_site.building.files import SourceFile
from kdcl_site.pages.blocks import SchoolBlocks
from kdcl_site.pages.piece import Piece, SchoolRow


@dataclass(frozen=True, slots=True)
class Ready:
    """A school that can be published; `blocks` are by language, `beside` files that are no pages."""

    row: SchoolRow
    pieces: tuple[Piece, ...]
    copies: tuple[SourceFile, ...]
    english: SchoolRow | None = None
    blocks: Mapping[str, SchoolBlocks] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)


_ADAPTER = TypeAdapter(Ready)


class WorkFolder:
    """Compiled schools by id, one file each; a later one of the same id replaces the earlier."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def clear(self) -> None:
        """Forget every school."""
        for file in sorted(self.path.glob("*.json")):
            file.unlink()

    def put(self, school_id: str, compiled: Compiled) -> None:
        """Keep a school that compiled without errors."""
        if compiled.row is None:
            raise ValueError(f"{school_id} did not compile")
        self.path.mkdir(parents=True, exist_ok=True)
        ready = Ready(
            compiled.row, compiled.pieces, compiled.copies, compiled.english, compiled.blocks, compiled.beside
        )
        data = _ADAPTER.dump_json(ready)
        self._file(school_id).write_bytes(data)

    def has(self, school_id: str) -> bool:
        """Whether a compiled state of the school is kept."""
        return self._file(school_id).is_file()

    def get(self, school_id: str) -> Ready:
        """Return a school; FileNotFoundError when it is not kept."""
        return _ADAPTER.validate_json(self._file(school_id).read_bytes())

    def each(self, school_ids: list[str]) -> Iterator[Ready]:
        """Yield the schools one at a time."""
        return (self.get(school_id) for school_id in school_ids)

    def _file(self, school_id: str) -> Path:
        return self.path / f"{school_id}.json"
