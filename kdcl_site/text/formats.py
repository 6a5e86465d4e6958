"""How dates, numbers, sizes and lists are written in Vietnamese."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

NO_BREAK_SPACE = "\u00a0"

_SIZE_UNITS = ("B", "kB", "MB", "GB", "TB")
# What a number follows closely; each one also with "số", as in "Thông tư số 57/2026".
_NUMBERED = """
bảng, biểu, bước, chỉ số, chương, cấp độ, công văn, giai đoạn, hình, hộp, học kỳ, khoản, khối, kế hoạch, lớp, lần,
luật, mẫu, mục, mức, mức độ, nghị quyết, nghị định, ngày, năm, năm học, phần, phụ lục, quyết định, quý, số, tháng,
thông tư, thông tư liên tịch, tiêu chuẩn, tiêu chí, trang, tuần, yêu cầu, điều, điểm, đợt,
annex, article, circular, clause, criterion, degree, grade, level, plan, point, standard
"""
_SPACE = f"[ {NO_BREAK_SPACE}]"
# Longest first, so that "mức độ 1" is bound as a whole.
_WORDS = "|".join(
    word.strip().replace(" ", _SPACE) for word in sorted(_NUMBERED.split(","), key=lambda word: (-len(word), word))
)
_BOUND = re.compile(rf"(?<!\w)(?i:(?:{_WORDS})(?:{_SPACE}số)?){_SPACE}(?=[0-9]|[IVXLC]+\b)")


def date_vi(day: date) -> str:
    """Return a date as 05/03/2026."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def school_year(years: str) -> str:
    """Return the school year "2026-2027" with an en dash: 2026–2027; any other shape is a ValueError."""
    match = re.fullmatch(r"([0-9]{4})[-–]([0-9]{4})", years)
    if not match:
        raise ValueError(f'not a school year: {years!r} (example: "2026-2027")')
    return f"{match[1]}–{match[2]}"


def number_vi(value: int | float | Decimal, decimals: int | None = None) -> str:
    """Return a number with dots between thousands and a decimal comma: 1.234,5.

    `decimals` is the most places shown, rounded half up, without closing zeros; without it nothing is rounded.
    Infinity and NaN are a ValueError.
    """
    number = Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{number:,f}"
    if "." in text and (decimals is not None or isinstance(value, float)):
        text = text.rstrip("0").rstrip(".")
    if text == "-0":
        text = "0"
    return text.translate(str.maketrans(",.", ".,"))


def size_vi(size: int) -> str:
    """Return a size given in bytes as 1,2 MB (steps of 1000, one decimal at most, no-break space)."""
    value = Decimal(size)
    units = iter(_SIZE_UNITS)
    unit = next(units)
    # 999,95 kB would be shown as 1.000 kB.
    while value >= Decimal("999.95") and unit != _SIZE_UNITS[-1]:
        value, unit = value / 1000, next(units)
    return f"{number_vi(value, 1)}{NO_BREAK_SPACE}{unit}"


def percent_vi(percent: int | float | Decimal, decimals: int = 1) -> str:
    """Return per cent, given as such (92.5, not 0.925), as 92,5%."""
    return f"{number_vi(percent, decimals)}%"


def bind(text: str) -> str:
    """Put no-break spaces into "Mức 2", "Điều 8", "Thông tư 57/2026", "Phụ lục II", so that no line breaks there.

    A fixed list of words followed by a number; the length of the text stays, and binding twice changes nothing.
    """
    return _BOUND.sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text)


def list_vi(items: Sequence[str]) -> str:
    """Return items as a phrase: "a, b và c"; nothing for no items."""
    return " và ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)
