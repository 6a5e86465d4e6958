"""The image of a shared link: every Vietnamese letter, nothing cut, small, the same bytes each time."""

import unicodedata
from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kdcl_site.outputs.lettering import LEADING, fitted, font, width_of
from kdcl_site.outputs.share_card import Card, alternative, school_card, site_card
from kdcl_site.outputs.share_image import SIZE, share_image
from kdcl_site.text.formats import NO_BREAK_SPACE
from tests.pages.school import assessment, folder, planned, words

_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_VOWELS = "aăâeêioôơuưy"
_SMALL = {unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(_VOWELS, _TONES)} | {"đ"}
LETTERS = sorted({letter for one in _SMALL for letter in (one, one.upper())} - set("aeiouyAEIOUY"))
LONG = (
    "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nguyễn Thị Minh Khai số 2, xã Krông Pắk, tỉnh Đắk Lắk"
)


def card_of(school: object) -> Card:
    _, row = planned(school)  # type: ignore[arg-type]  # a folder of tests.pages.school
    return school_card(row, "Chất lượng trường học", "20/11/2026", words())


CARD = card_of(folder(rounds={"2026-2027": assessment({"1.3": 1})}, sample="true"))


def plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


def opened(card: Card) -> Image.Image:
    return Image.open(BytesIO(share_image(card)))


def test_there_are_134_vietnamese_letters() -> None:
    assert len(LETTERS) == 134


@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_is_drawn_and_no_two_alike(bold: bool) -> None:
    letters = font(40, bold)
    drawn = {letter: bytes(letters.getmask(letter)) for letter in [*LETTERS, *"0123456789·–—…“”«»%/", "\uffff"]}
    missing = drawn.pop("\uffff")  # what stands for a letter the font does not have
    assert [letter for letter, mask in drawn.items() if mask == missing or not any(mask)] == []
    assert len(set(drawn.values())) == len(drawn)


def test_the_image_is_of_the_right_size_and_small() -> None:
    data = share_image(CARD)
    image = Image.open(BytesIO(data))
    assert (image.size, image.format, image.mode) == ((1200, 630), "PNG", "P")
    assert len(data) <= 100_000


def test_the_same_words_give_the_same_bytes() -> None:
    assert share_image(CARD) == share_image(CARD)


def test_a_level_never_stands_without_its_scale_judge_and_day() -> None:
    assert CARD.mark
    assert (plain(CARD.mark.word), CARD.mark.filled) == ("Mức 1", 1)
    assert [(plain(one.word), one.filled, one.steps) for one in CARD.scale] == [
        ("Không đạt Mức 1", 0, 2),
        ("Mức 1", 1, 2),
        ("Mức 2", 2, 2),
    ]
    assert CARD.judged == "Nhà trường tự đánh giá, 28/10/2026"
    assert CARD.note == "Dữ liệu tính đến 20/11/2026"
    assert CARD.label == words()("share.sample")


@pytest.mark.parametrize("part", ["label", "title", "subtitle", "judged", "scale", "note", "mark"])
def test_every_part_is_drawn(part: str) -> None:
    empty = {"scale": (), "mark": None}.get(part, "")
    assert opened(replace(CARD, **{part: empty})).tobytes() != opened(CARD).tobytes()  # type: ignore[arg-type]  # by name


def test_colours_are_those_of_the_page() -> None:
    palette = opened(CARD).convert("RGB").getcolors(1 << 16) or []
    found = {f"#{red:02x}{green:02x}{blue:02x}" for _, (red, green, blue) in palette}  # type: ignore[misc]  # RGB
    assert {"#ffffff", "#fff1d6", "#9a6700", "#5a3a00", "#1c2430"} <= found


@pytest.mark.parametrize(
    "title", [LONG, LONG * 2, "Trường " + "Dài" * 150, "Trường"], ids=["long", "twice", "one", "short"]
)
def test_a_name_is_never_cut(title: str) -> None:
    image = opened(replace(CARD, title=title)).convert("L")
    edge = Image.new("L", (40, SIZE[1] - 20), 255)
    for left in (0, SIZE[0] - 40):  # beside the margins nothing is drawn
        assert image.crop((left, 20, left + 40, SIZE[1])).tobytes()[: len(edge.tobytes())] == edge.tobytes()


@given(st.text(st.sampled_from("Trường Tiểu học ".replace(" ", "") + "   "), max_size=200), st.integers(200, 1100))
def test_lines_hold_every_letter_and_are_no_wider_than_asked(text: str, width: int) -> None:
    size, lines = fitted(text, range(60, 15, -4), True, width, 300)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, size, True) <= width + 2 for line in lines)
    assert all(font(size, True).getlength(line) <= width + 2 for line in lines)
    if size > 16:
        assert len(lines) * size * LEADING <= 300


def test_a_school_without_results_has_no_scale_and_says_so() -> None:
    card = card_of(folder(rounds={}))
    assert (card.scale, card.judged) == ((), "")
    assert card.mark
    assert card.mark.word == words()("mark.unpublished")
    assert opened(card).size == SIZE


def test_the_site_has_an_image_too() -> None:
    assert opened(site_card("Chất lượng trường học", "", "20/11/2026", words())).size == SIZE


def test_the_image_in_words_says_what_it_shows() -> None:
    _, row = planned(folder(rounds={"2026-2027": assessment({"1.3": 1})}))
    said = "Trường Tiểu học Đồi Thông: Mức 1, Nhà trường tự đánh giá, 28/10/2026. Thang: "
    assert plain(alternative(row, words())).startswith(said)
    _, bare = planned(folder(rounds={}))
    assert alternative(bare, words()) == "Trường Tiểu học Đồi Thông: Chưa công bố tự đánh giá."
