"""Text without its marks: for search, for comparing, for addresses."""

import re
import unicodedata


def fold(text: str) -> str:
    """Return `text` without marks and case, as a person types it on a keyboard without Vietnamese.

    "Đường Lâm" and "duong lam" fold alike, in NFC and in NFD. Folding twice changes nothing.
    """
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    # đ is a letter of its own in Unicode, with no decomposition.
    return "".join(char for char in decomposed if not unicodedata.combining(char)).replace("đ", "d")


def is_nfc(text: str) -> bool:
    """Tell whether `text` is in Unicode normal form C, the only form sources may have."""
    return unicodedata.is_normalized("NFC", text)


def slug(text: str) -> str:
    """Return `text` as ASCII words joined by "-" ("Đội ngũ" gives "doi-ngu").

    Never empty: a text without a letter or digit that has an ASCII form gives "x".
    """
    plain = fold(unicodedata.normalize("NFKD", text))
    return "-".join(re.findall("[a-z0-9]+", plain)) or "x"
