"""Names as people write them in a hurry: "TH Đồi Thông" for "Trường Tiểu học Đồi Thông"."""

import re
from functools import lru_cache

from kdcl_site.text.words import Words


def short_name(name: str, words: Words) -> str:
    """Return a school's name with the usual initials for its kind; the name itself where it has none."""
    pattern, short = _initials(words("search.initials"))
    return " ".join(pattern.sub(lambda match: short[match[0].casefold()], name).split()) or name


@lru_cache(maxsize=4)
def _initials(said: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The phrases of the catalogue's entry "Tiểu học=TH; Trường=", longest first, and what each becomes."""
    pairs = [one.partition("=") for one in said.split(";")]
    short = {phrase.strip().casefold(): initials.strip() for phrase, _, initials in pairs}
    longest = sorted(short, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE), short
