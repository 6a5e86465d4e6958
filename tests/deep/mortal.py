"""`mkdocs build` as a program that can be made to die, to run out of space, or to be refused a file.

Arguments: `count FILE`, `die N`, `space BYTES` or `refuse PATH`, then the configuration. Points are changes of files
and folders, not moments: the same number is the same place on a fast machine and on a slow one.
"""

import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli

_CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir")
_WRITE = os.O_WRONLY | os.O_RDWR


def _changes(event: str, args: tuple[Any, ...]) -> bool:
    return event in _CHANGES or (event == "open" and bool(args[2] & _WRITE))


def build(order: str, value: str, config: str) -> None:
    """Build; `count` writes the names of all changes into the file."""
    seen: list[str] = []

    def watch(event: str, args: tuple[Any, ...]) -> None:
        if _changes(event, args):
            seen.append(event)
            # The event comes before the change: N changes are done, the next one never is.
            if order == "die" and len(seen) > int(value):
                os.kill(os.getpid(), signal.SIGKILL)
        elif order == "refuse" and event == "open" and str(args[0]) == value:
            raise PermissionError(13, "Permission denied", value)

    sys.addaudithook(watch)
    if order == "space":
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(value), int(value)))
    try:
        cli(["build", "-f", config])
    finally:
        if order == "count":
            Path(value).write_text("\n".join(seen), encoding="utf-8")


if __name__ == "__main__":
    build(*sys.argv[1:])
