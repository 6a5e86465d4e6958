"""Vietnamese typed for old fonts (TCVN3, VNI), or UTF-8 that was read as Windows-1252."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Literal

from kdcl_site.text.syllables import is_syllable

OldFont = Literal["tcvn3", "vni", "mojibake"]

_TONES = ("", *"\u0300\u0309\u0303\u0301\u0323")
_SMALL = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES) + "đ"
_VIETNAMESE = _SMALL + _SMALL.upper()
_FOREIGN = re.compile(rf"[^\x00-\x7f{_VIETNAMESE}]")
_LETTER = r"[^\W\d_]"

# TCVN 5712:1993 as its fonts use it: the code of each Vietnamese letter, shown as the Latin-1 character there.
_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
# Without × ÷ ·, which stand between letters in right text too (m×n, N·m).
_WORD = re.compile(rf"(?:{_LETTER}|[¡-©«-®¶¸¹»-¾])+")
# A sign between letters, đ as a leading sign, or a capital vowel after a small letter.
_TCVN3_IMPOSSIBLE = re.compile(rf"(?<={_LETTER})[¡-¬®µ¶¸¹»-¾](?={_LETTER})|^[§®](?={_LETTER})|[a-z][À-ÖØ-Þ]")

# VNI writes a vowel and then its mark as a second letter.
_VNI_TONES = dict(zip("øûõùï", _TONES[1:], strict=True))
_VNI_HATS = dict(zip("âàåãáä", _TONES, strict=True))
_VNI_BREVES = dict(zip("êèúüéë", _TONES, strict=True))
_VNI_ALONE = dict(zip("ôöñæóòî", "ơưđỉĩịỵ", strict=True))
_VNI = (
    _VNI_ALONE
    | {vowel + mark: _VNI_ALONE.get(vowel, vowel) + tone for vowel in "aeouyôö" for mark, tone in _VNI_TONES.items()}
    | {vowel + mark: vowel + "\u0302" + tone for vowel in "aeo" for mark, tone in _VNI_HATS.items()}
    | {"a" + mark: "a\u0306" + tone for mark, tone in _VNI_BREVES.items()}
)
_VNI_LETTER = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_VNI_IMPOSSIBLE = re.compile("[À-ÖØ-öø-ÿ]{2}")

_BYTE = {chr(byte): chr(byte) for byte in range(0x80, 0x100)} | {
    bytes([byte]).decode("cp1252", "replace"): chr(byte) for byte in range(0x80, 0x100)
}
_UTF8 = re.compile(r"[\xc2-\xc6\xcc][\x80-\xbf]|[\xe1\xe2][\x80-\xbf]{2}")
# The beginning of each, in a text as it stands: most texts hold none, and need not be turned into bytes.
_UTF8_BEGUN = re.compile(
    f"[\xc2-\xc6\xcc\xe1\xe2][{re.escape(''.join(char for char, byte in _BYTE.items() if byte < chr(0xC0)))}]"
)
_MISREAD = frozenset(_VIETNAMESE + "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323“”‘’–—…•€²³°§«»·±½\u00a0")
# What may stand right after a word that ends in Ã or á: “XÃ”, «cá»…, a note's number.
_AFTER_WORD = frozenset("“”‘’–—…«»‹›¹²³ªº°\u00a0\u00ad")
_LOST = re.compile("[\u0080-\u0084\u0086-\u009f\ufffd]")
_LEFTOVER_HYPHEN = re.compile(rf"(?<={_LETTER})¬(?={_LETTER})")


def old_font(text: str) -> OldFont | None:
    """Tell in which old way `text` was typed or misread, or None for text that is right as it is.

    Careful rather than complete: it speaks on one impossible sign or on two different doubtful ones, and text of
    Vietnamese letters and ASCII alone is never suspected. "¬" inside a word is the rest of a soft hyphen: mojibake.
    """
    text = unicodedata.normalize("NFC", text)
    if not _FOREIGN.search(text):
        return None
    if _is_misread(text):
        return "mojibake"
    words = sorted({word for word in _WORD.findall(text) if re.search("[A-Za-z]", word)})
    # Right text is foreign in its quotes and dashes alone, and spelling is slow to look at.
    if not any(map(_FOREIGN.search, words)):
        words = []
    tcvn3 = _weight(words, lambda word: word.translate(_TCVN3), _TCVN3_IMPOSSIBLE)
    vni = _weight(words, _read_vni, _VNI_IMPOSSIBLE)
    if max(tcvn3, vni) >= 2:
        return "tcvn3" if tcvn3 >= vni else "vni"
    return "mojibake" if _LEFTOVER_HYPHEN.search(text) else None


def _weight(words: Iterable[str], read: Callable[[str], str], impossible: re.Pattern[str]) -> int:
    """Add 2 for each impossible word and 1 for each doubtful one: no syllable as it stands, but one when read anew."""
    signs = [word for word in words if is_syllable(read(word)) and not is_syllable(word.replace("\u00ad", ""))]
    if not any(map(_FOREIGN.search, signs)):
        return 0
    return sum(2 if impossible.search(word) else 1 for word in signs)


def _read_vni(word: str) -> str:
    return _VNI_LETTER.sub(lambda match: _VNI[match[0]], word.casefold())


def _is_misread(text: str) -> bool:
    if _LOST.search(text):
        return True
    if not _UTF8_BEGUN.search(text):
        return False
    as_bytes = "".join(char if char.isascii() else _BYTE.get(char, "\0") for char in text)
    doubtful = set()
    for match in _UTF8.finditer(as_bytes):
        if match[0].encode("latin-1").decode("utf-8", "replace") not in _MISREAD:
            continue
        start, before = match.start(), text[match.start() - 1 : match.start()]
        if not _AFTER_WORD.issuperset(text[start + 1 : match.end()]) or (before.islower() and text[start].isupper()):
            return True
        if not before.isupper():
            doubtful.add(match[0])
    return len(doubtful) >= 2
