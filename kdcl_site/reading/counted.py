"""Opening files that may be made to keep a program busy for hours: only so many reads of one file."""

from io import BufferedReader, FileIO
from pathlib import Path

READS_LIMIT = 1_000_000
"""Reads of one file; a photo needs some hundreds, a PDF some twenty for each of its objects."""


class TooManyReadsError(ValueError):
    """A file makes its reader take it in tiny pieces without end."""


class CountedReader(BufferedReader):
    """A file open for reading that counts its reads, for a count is the same on every machine and a clock is not."""

    def __init__(self, path: Path) -> None:
        super().__init__(FileIO(path))
        self._left = READS_LIMIT

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as any file does; TooManyReadsError after the last read allowed."""
        self._left -= 1
        if self._left < 0:
            raise TooManyReadsError
        return super().read(size)
