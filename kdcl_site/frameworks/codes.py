"""How codes of evidence are written."""

import re
from functools import cached_property

from kdcl_site.nodes.entry import Entry, Text


class CodeGrammar(Entry):
    """How codes of evidence are written; `pattern` matches one whole code and names `criterion` and `number`."""

    pattern: Text
    example: Text
    open: Text
    close: Text
    separator: str
    article: Text | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern of one code."""
        return re.compile(self.pattern)

    def shown(self, *codes: str) -> str:
        """Return the codes as they are printed inside a sentence."""
        return self.open + self.separator.join(codes) + self.close
