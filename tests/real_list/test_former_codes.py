import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.exchange.former_codes import FormerCodes, FormerRef, parse_former_codes

READ = {
    # one code
    "1.1.2": "1.1.2 same",
    "6.1": "6.1 same",
    "1.10.1": "1.10.1 same",
    "[H1-1.1-01]": "H1-1.1-01 same",
    "H15-1.8-02": "H15-1.8-02 same",
    "H1-1-01-02": "H1-1-01-02 same",
    "1.1-01": "1.1-01 same",
    "MC.1.1.01": "MC.1.1.01 same",
    # marked
    "1.3.1 (tách)": "1.3.1 split",
    "1.3.1(TÁCH)": "1.3.1 split",
    "4.1.4 (đổi tên)": "4.1.4 renamed",
    "4.1.4 (gộp)": "4.1.4 merged",
    # several
    "1.1.1 + 1.1.3": "1.1.1 merged, 1.1.3 merged",
    "1.1.1+1.1.3": "1.1.1 merged, 1.1.3 merged",
    "1.1.1; 1.1.3": "1.1.1 merged, 1.1.3 merged",
    "1.1.1\r\n1.1.3": "1.1.1 merged, 1.1.3 merged",
    "[H1-1.1-01][H1-1.1-02][H1-1.1-01]": "H1-1.1-01 merged, H1-1.1-02 merged",
    "1.5.1 + 5.1 + 5.3 + 5.4": "1.5.1 merged, 5.1 merged, 5.3 merged, 5.4 merged",
    "1.8.2 + 1.8.3 (tách)": "1.8.2 merged, 1.8.3 split",
    "1.8.2 + 1.8.2 (tách)": "1.8.2 merged, 1.8.2 split",
    "7.1 (tách) + 7.2": "7.1 split, 7.2 merged",
    # ranges
    "1.2.1→1.2.4": "1.2.1 merged, 1.2.2 merged, 1.2.3 merged, 1.2.4 merged",
    "1.2.9 -> 1.2.11": "1.2.9 merged, 1.2.10 merged, 1.2.11 merged",
    "[H1-1.1-09]→[H1-1.1-10]": "H1-1.1-09 merged, H1-1.1-10 merged",
    "3.1.1→3.1.3 + 2.2.1": "3.1.1 merged, 3.1.2 merged, 3.1.3 merged, 2.2.1 merged",
    "1.2.1→1.2.2 (tách)": "1.2.1 split, 1.2.2 split",
    # none, alone and among others
    "": "",
    "  ": "",
    "—": "",
    "–": "",
    "-": "",
    "MOI.2": "",
    "MỚI": "",
    "Mới 3": "",
    "MOI.6 + 3.3.2": "3.3.2 merged",
}

UNREAD = {
    "xem hộp 3": ["xem hộp 3"],
    "12": ["12"],
    "05/9/2025": ["05/9/2025"],
    "1.1.1 + ?": ["?"],
    "1.3.1 (bỏ)": ["1.3.1 (bỏ)"],
    "(tách)": ["(tách)"],
    "1.3.1 (tách": ["1.3.1 (tách"],
    "[H1-1.1-01": ["[H1-1.1-01"],
    "TĐG": ["TĐG"],
    "mọi": ["mọi"],
    "— (tách)": ["— (tách)"],
    # what lies between is a guess
    "1.2.1→1.3.4": ["1.2.1→1.3.4"],
    "1.2.4→1.2.1": ["1.2.4→1.2.1"],
    "1.2.1→1.2.1": ["1.2.1→1.2.1"],
    "1.2.1→4": ["1.2.1→4"],
    "1.2.1→1.2.04": ["1.2.1→1.2.04"],
    "1.2.1→1.2.2→1.2.3": ["1.2.1→1.2.2→1.2.3"],
    "1.2.1→1.2.99999999": ["1.2.1→1.2.99999999"],
    # a code may be missing
    "1.1.1 +": ["1.1.1 +"],
    "+": ["+"],
}


def told(result: FormerCodes) -> str:
    return ", ".join(f"{ref.code} {ref.how}" for ref in result.refs)


@pytest.mark.parametrize(("cell", "codes"), READ.items(), ids=repr)
def test_read(cell: str, codes: str) -> None:
    for spelling in (cell, unicodedata.normalize("NFD", cell), f" {cell}\n"):
        result = parse_former_codes(spelling)
        assert (told(result), result.unread) == (codes, ())


@pytest.mark.parametrize(("cell", "unread"), UNREAD.items(), ids=repr)
def test_reported(cell: str, unread: list[str]) -> None:
    assert list(parse_former_codes(cell).unread) == unread


def test_what_can_be_read_beside_what_cannot() -> None:
    assert parse_former_codes("1.1.1 + ? + 1.3.2 (tách)") == FormerCodes(
        (FormerRef("1.1.1", "merged"), FormerRef("1.3.2", "split")), ("?",)
    )


PIECES = ["1.1.1", "H1-1.1-01", "1.3.2 (tách)", "6.1→6.3", "MOI.2", "Mới 3", "—", "+", ",", " ", "→", "[", "]", "x"]
NONE = re.compile(r"(moi|mới)([ .-]?[0-9]{1,3})?(?![0-9])|[—–-]|\s|[+;,]")


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_any_text_is_read_or_reported(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    result = parse_former_codes(text)
    assert all(part in text for part in result.unread)
    assert len(set(result.refs)) == len(result.refs)
    kept = " ".join([ref.code for ref in result.refs] + list(result.unread))
    assert set(re.findall("[0-9]+", NONE.sub(" ", text.lower()))) <= set(re.findall("[0-9]+", kept))
    if not kept:
        assert NONE.sub("", text.lower()) == ""


CODES = st.builds("{}.{}.{}".format, *[st.integers(1, 99)] * 3)


@given(st.lists(CODES, min_size=1, max_size=6, unique=True), st.sampled_from([" + ", "+", "; ", "\n", ", "]))
def test_a_list_of_codes_comes_back_whole(codes: list[str], separator: str) -> None:
    how = "merged" if len(codes) > 1 else "same"
    result = parse_former_codes(separator.join(codes))
    assert [(ref.code, ref.how) for ref in result.refs] == [(code, how) for code in codes]


@given(CODES, st.integers(1, 40))
def test_a_range_is_every_code_in_it(first: str, more: int) -> None:
    head, _, number = first.rpartition(".")
    codes = [f"{head}.{n}" for n in range(int(number), int(number) + more + 1)]
    assert [ref.code for ref in parse_former_codes(f"{first}→{codes[-1]}").refs] == codes
