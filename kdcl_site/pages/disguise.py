"""Codes however they are spelled: with other separators, look-alike letters, signs nobody sees, emphasis in between."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

Parts = tuple[str, ...]

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U0010ffff]"
)
"""Signs nobody sees: controls, formats, variation selectors, fillers, private signs."""

# What a text is usually written with: small letters are enough then.
_STRANGE = re.compile("[^\n\r\t\x20-\x7e\xa0«»·–—‘’“”…ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_ALIKE = dict(
    zip(
        "авсԁеһіјкӏмнорԛѕтуԝхзүѵβαγεηικμνορστυχζςᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɡıǀо",
        "abcdehijklmhopqstywx3yvbayehikmnopctyxzcabcdeghijklmnoprstuvwyzgilo",
        strict=True,
    )
)
_PARTS = re.compile(r"[^\W\d_]+|\d+")
# What may stand between two parts of a long code: no letter or digit, unless it is hidden in markup.
_SIGN = r"(?:[^\w%&<]|_|<(?:[^<>]{0,40}>)?|%(?:2[de]|20|5f)?|&(?:#?\w{1,7};)?)"
_WIDE = rf"(?:{_SIGN}{{0,12}}\](?:\([^()]{{0,300}}\)|\[[^\[\]]{{0,80}}\]))?{_SIGN}{{0,12}}"
_NARROW = r"[\s._*–—/-]{0,3}"
_INSIDE = r"[*_`\[\]]{0,3}"
_ON_A_PAGE = r"[ \xa0._–—/-]{0,3}"
_BRACKET, _CLOSE = r"[\[(;,][\s*_]{0,4}(?=\d)", re.compile(r"[\s*_]{0,4}[\]);,]")
_MARKUP = re.compile(r"[*_`\[\]]+")
# Numbers with one sign in between, if nothing behind them could belong to the last.
_RUN = re.compile(r"([.-]?\d++(?:[.-]\d++)*+)(?![oil*_`\[\]])")
_DIGITS = str.maketrans("oil", "011")
_TAG = re.compile(r"(<[^>]*>)")
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|s|small|span|strong|sub|sup|u|wbr)\b", re.IGNORECASE)


class _Table(dict[int, str]):
    """What each sign becomes: small, without marks, as the Latin letter it imitates, nothing if it is not seen.

    Filled as signs come up.
    """

    def __missing__(self, sign: int) -> str:
        found = "" if UNSEEN.match(chr(sign)) else "".join(map(_plain, unicodedata.normalize("NFKD", chr(sign))))
        self[sign] = found
        return found


def _plain(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in ("Mn", "Me", "Cf"):
        return ""
    if kind == "Pd" or char == "\u2212":
        return "-"
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    return "".join(_ALIKE.get(one, one) for one in char.casefold())


_TABLE = _Table()


def parts(code: str) -> Parts:
    """Return the runs of letters and of digits in a code: ("mc", "3", "4", "97")."""
    return tuple(_PARTS.findall(code.translate(_TABLE)))


class Disguised:
    """Finds the given codes, however they are spelled; none of `visible` is taken for one."""

    def __init__(self, codes: Collection[str], former: Collection[str], visible: Iterable[str]) -> None:
        seen = {parts(code) for code in visible}
        own = {parts(code) for code in codes} - seen
        every = (own | {parts(code) for code in former}) - seen
        lettered = {code for code in every if _lettered(code) and any(map(str.isdigit, code))}
        long = {code for code in lettered if len(code) > 2}
        numbers = {code for code in own - lettered if len(code) > 2 and not _lettered(code)}
        bare = {tuple(filter(str.isdigit, code)) for code in every} - seen
        self._any = bool(every)
        several = {code for code in bare if len(code) > 2}
        self._finders = (
            _Finder(long, _WIDE, _INSIDE),
            _Finder(lettered - long | numbers, _NARROW, _INSIDE, whole=True),
            _Finder(several, _NARROW, _INSIDE, bare=True),
        )
        # A page has many texts next to each other, and a wrong finding there stops the build.
        telling = long | numbers | {code for code in lettered if len("".join(code)) > 3}
        self._on_a_page = _Finder(telling, _ON_A_PAGE, "", whole=True)
        # The short way keeps the marks of letters.
        self._marked = not all(code.isascii() for code in (*codes, *former))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the codes stand in a text, with the markup that belongs to them."""
        if not self._any:
            return []
        plain = self._skeleton(text)
        found = _apart(sorted(span for finder in self._finders for span in finder.spans(plain)))
        if found and self._long_way(text):
            at = [place for place, sign in enumerate(text) for _ in _TABLE[ord(sign)]]
            found = [(at[start], at[end - 1] + 1) for start, end in found]
        return _apart([_with_markup(text, start, end) for start, end in found])

    def on_page(self, texts: Iterable[str]) -> bool:
        """Whether one of the plain texts holds a code."""
        return self._any and any(any(self._on_a_page.spans(self._skeleton(text))) for text in texts)

    def _skeleton(self, text: str) -> str:
        return text.translate(_TABLE) if self._long_way(text) else text.lower()

    def _long_way(self, text: str) -> bool:
        return self._marked or bool(_STRANGE.search(text))


class _Finder:
    """Finds codes in skeletons; of `whole` ones none begins inside a word, `bare` ones stand in brackets.

    Its patterns depend on the first letters of the codes alone, so that schools share them.
    """

    def __init__(self, codes: set[Parts], gap: str, inside: str, whole: bool = False, bare: bool = False) -> None:
        self._codes = frozenset(codes)
        self._begun = frozenset(code[:length] for code in codes for length in range(len(code)))
        self._bare = bare
        self._runs: dict[tuple[str, str], bool] = {}
        firsts = sorted({code[0] for code in codes if not code[0].isdigit()}, key=lambda part: (-len(part), part))
        choices = [_letters(part, inside, whole) for part in firsts]
        choices += [rf"(?<![\d.])\d(?:{inside}\d)*"] if any(code[0].isdigit() for code in codes) else []
        self._first = re.compile(_BRACKET if bare and codes else "|".join(choices) or "(?!)")
        self._next = tuple(re.compile(rf"{gap}({one}(?:{inside}{one})*)") for one in (r"\d", r"[\doil]", r"[^\W\d_]"))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the codes stand, in order."""
        at = 0
        while match := self._first.search(text, at):
            run = _RUN.match(text, match.end())
            if run and self._passed(match[0], run[1]):
                at = run.end()
                continue
            begun = () if self._bare else (_MARKUP.sub("", match[0]),)
            end = self._end(text, match.end(), begun)
            if end and (not self._bare or _CLOSE.match(text, end)):
                yield (match.end() if self._bare else match.start()), end
                at = end
            else:
                at = match.start() + 1

    def _passed(self, first: str, run: str) -> bool:
        """Whether no code begins as this plain run of numbers does; most runs come again and again."""
        key = first, run
        if key not in self._runs:
            known = () if self._bare else (_MARKUP.sub("", first),)
            begun = [(*known, *_PARTS.findall(run)[:length]) for length in range(1, len(_PARTS.findall(run)) + 1)]
            self._runs[key] = begun[-1] not in self._begun and self._codes.isdisjoint(begun)
        return self._runs[key]

    def _end(self, text: str, at: int, begun: Parts) -> int:
        """Where the longest code ends that begins with these parts, or 0."""
        if begun in self._begun:
            for pattern in self._next:
                if match := pattern.match(text, at):
                    part = _MARKUP.sub("", match[1])
                    for longer in ((*begun, part), (*begun, part.translate(_DIGITS))):
                        if end := self._end(text, match.end(), longer):
                            return end
        return at if begun in self._codes else 0


def decoded(text: str) -> str:
    """Return the text with the bytes read that an address spells (`%20`): as urllib does, but fast on long texts."""
    return _PERCENT.sub(_read_bytes, text) if "%" in text else text


def _read_bytes(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode(errors="replace")


def texts_of_html(html: str) -> Iterator[str]:
    """Yield what HTML shows, and what its tags hold; both still escaped."""
    pieces = _TAG.split(html)
    tags = dict.fromkeys(pieces[1::2])
    between = {tag: "" if _INLINE_TAG.match(tag) else "\n" for tag in tags}
    pieces[1::2] = [between[tag] for tag in pieces[1::2]]
    yield "".join(pieces)
    yield "\n".join(tags)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _lettered(code: Parts) -> bool:
    return not all(map(str.isdigit, code))


def _letters(part: str, inside: str, whole: bool) -> str:
    # What stands before is looked at behind the first sign, so that a search can leap to it.
    before = rf"(?<![^\W\d_]{part[0]})" if whole or len(part) == 1 else ""
    return inside.join([part[0] + before, *part[1:]])


def _with_markup(text: str, start: int, end: int) -> tuple[int, int]:
    """Add the sign of emphasis, bracket or target of a link whose other half lies within."""
    inside = text[start:end]
    if inside.count("]") > inside.count("[") and text[:start].endswith("["):
        start -= 1
    if inside.count("[") > inside.count("]"):
        found = re.compile(r"[^\[\]]{0,40}\](?:\([^()]*\)|\[[^\[\]]*\])?").match(text, end)
        end = found.end() if found else end
    runs = re.findall(r"\*+|_{1,3}(?!_)", inside)
    if len(runs) % 2:
        if text.startswith(runs[-1], end):
            end += len(runs[-1])
        elif text[:start].endswith(runs[0]):
            start -= len(runs[0])
    return start, end
