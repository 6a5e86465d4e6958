"""How codes of evidence are written."""

import re
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator

from kdcl_site.frameworks.texts import Vouched
from kdcl_site.nodes.entry import Text

Pattern = Annotated[Text, AfterValidator(lambda told: rf"(?a:{told})")]
r"""A regular expression in which `\d` and `\w` know the digits and letters of ASCII alone, wherever it is built in."""


class CodeGrammar(Vouched):
    """How codes of evidence are written; `pattern` matches one whole code and names `criterion` and `number`."""

    pattern: Pattern
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
