"""The new site is made beside the old one and takes its place by renames: published is the old or the new one."""

import shutil
from pathlib import Path


class Staging:
    """The folders around a site: `new` is being made, `old` is on its way out; both exist only during a build."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.new = site.with_name(f".{site.name}.kdcl-new")
        self.old = site.with_name(f".{site.name}.kdcl-old")

    def start(self) -> Path:
        """Finish or undo what an interrupted build left, and return an empty folder for the new site."""
        if self.old.exists():
            if not self.site.exists():
                self.old.rename(self.site)
            else:
                self._forget_old()
        self.discard()
        self.new.mkdir(parents=True)
        return self.new

    def publish(self) -> None:
        """Put the new site in the old one's place."""
        if self.site.exists():
            self.site.rename(self.old)
        self.new.rename(self.site)
        self._forget_old()

    def discard(self) -> None:
        """Throw the new site away."""
        shutil.rmtree(self.new, ignore_errors=True)

    def _forget_old(self) -> None:
        """Remove the old site, but carry over names that begin with a dot, as MkDocs does (`.git`, `.well-known`)."""
        if not self.old.exists():
            return
        for entry in sorted(self.old.glob(".*")):
            target = self.site / entry.name
            if not target.exists():
                entry.rename(target)
        shutil.rmtree(self.old)
