"""The last look at finished pages: none of them may hold the code of an internal item."""

from collections.abc import Iterable
from html import unescape

from kdcl_site.model.evidence import Evidence
from kdcl_site.pages.disguise import Disguised, decoded, texts_of_html
from kdcl_site.pages.piece import Piece


class Leaks:
    """Looks for the codes of internal items of one school, present and former."""

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        items = tuple(evidence)
        internal = [item for item in items if item.internal]
        self._internal = bool(internal)
        # No code goes over the end of a line, and many lines stand on many pages.
        self._clean: set[str] = set()
        self._codes = Disguised(
            [item.code for item in internal],
            [former.code for item in internal for former in item.former_codes],
            [item.code for item in items if not item.internal],
        )

    def inside(self, piece: Piece) -> bool:
        """Whether anything of a page holds an internal code."""
        if not self._internal:
            return False
        lines = dict.fromkeys(line for text in texts_of_html(piece.body) for line in text.split("\n"))
        new = [line for line in lines if line not in self._clean]
        found = self._codes.on_page(_texts(piece, "\n".join(new)))
        if not found:
            self._clean.update(new)
        return found


def _texts(piece: Piece, text: str) -> Iterable[str]:
    if text:
        plain = unescape(text) if "&" in text else text
        yield plain
        if (bare := decoded(plain)) != plain:
            yield bare
    told = [piece.title, piece.description, unescape(piece.head)]
    told += [text for one in piece.nav for text in (one.title, one.href)]
    told += [text for heading in piece.toc for text in (heading.id, heading.title)]
    told += [text for entry in piece.search for text in (entry.fragment, entry.title, entry.text)]
    yield "\n".join(told)
