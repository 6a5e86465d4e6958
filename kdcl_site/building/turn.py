"""One build at a time in a project: a second one would mix its work folder and its staged site with the first's."""

import sqlite3
from pathlib import Path


class Turn:
    """The turn to build; the system itself ends it with the process, however that dies, so none is ever left over."""

    def __init__(self) -> None:
        self._held: sqlite3.Connection | None = None

    def take(self, folder: Path) -> bool:
        """Take the turn of a folder; False when another build has it.

        The lock is SQLite's on an empty file, the one in the standard library that holds on every system. Where the
        file system knows no locks there is nothing to wait for.
        """
        folder.mkdir(parents=True, exist_ok=True)
        held = sqlite3.connect(folder / "turn", timeout=0, isolation_level=None)
        try:
            held.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            held.close()
            return error.sqlite_errorcode != sqlite3.SQLITE_BUSY
        self.end()
        self._held = held
        return True

    def end(self) -> None:
        """Let others build."""
        if self._held:
            self._held.close()
            self._held = None
