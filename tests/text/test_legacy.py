"""Old fonts and misread text are found; right Vietnamese never is."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.text.legacy import old_font

Form = Literal["NFC", "NFD"]
TONES = ("", *"\u0300\u0309\u0303\u0301\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES] + ["đ"]
ACCENTED = [letter for letter in SMALL if not letter.isascii()]
LETTERS = ACCENTED + [letter.upper() for letter in ACCENTED]

OLD = [
    ("tcvn3", "Tr­êng tiÓu häc Hoµ B×nh"),
    ("tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam"),
    ("tcvn3", "Gi¸o dôc"),
    ("tcvn3", "§éi ngò gi¸o viªn"),
    ("tcvn3", "ViÖt Nam"),
    ("tcvn3", "chÊt l­îng tèt h¬n"),
    ("tcvn3", "h¬n"),
    ("tcvn3", "KÕ ho¹ch n¨m häc 2018-2019 cña nhµ tr­êng"),
    ("tcvn3", "BỘ GIÁO DỤC: Ph¶i b¸o c¸o"),
    ("vni", "Tröôøng Tieåu hoïc Hoøa Bình"),
    ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
    ("vni", "Giaùo duïc"),
    ("vni", "ñoäi nguõ giaùo vieân"),
    ("vni", "TRÖÔØNG TIEÅU HOÏC"),
    ("vni", "Keá hoaïch naêm hoïc 2018-2019"),
    ("mojibake", "TrÆ°á»\u009dng Tiá»ƒu há»\u008dc"),
    ("mojibake", "Há»“ ChÃ­ Minh"),
    ("mojibake", "â€œXanh â€“ Sạchâ€\u009d"),
    ("mojibake", "200 mÂ²"),
    ("mojibake", "Ä‘áº¡t"),
    ("mojibake", "Tr\ufffdng tiểu học"),
    ("mojibake", "nhà trư¬ờng"),
    ("mojibake", "giáo vi¬ên"),
]


@pytest.mark.parametrize(("kind", "text"), OLD)
def test_old_text_is_found(kind: str, text: str) -> None:
    assert old_font(text) == kind


SENTENCE = "Trường Tiểu học Đường Lâm đã đạt Mức 2 và sẽ sửa nhà vệ sinh trước ngày 30/06/2027."


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_any_misread_sentence_is_found(form: Form, encoding: str) -> None:
    raw = unicodedata.normalize(form, SENTENCE).encode()
    assert old_font(raw.decode(encoding, "replace")) == "mojibake"


CAPITALS = "XÃ “A”, XÃ ‘B’, HÀ NỘI, ĐẮK LẮK, CÀ MAU, BÌNH THUẬN, LÝ SƠN, MÙ CANG CHẢI, CHÂU Á"
LATIN_1_ONLY = "ngoài toà nhà còn có sân, là nơi các cô cùng trò ôn bài; bé bò, mò tôm, ôm cá, thò tay, nó có mũ"

RIGHT = [
    SENTENCE,
    "Phòng học rộng 48 m², 35 học sinh/lớp; 1,5 m²/trẻ; 25 °C; ±2 %; 30–35 em; ½ ngày; 10 µm và 5 µm.",
    "“Xã” và ‘Phường’ – “XÃ” — “CÓ” … «Con cá»…, “NGÃ”, “BÀ”, “LÊ”, “MÊ”.",
    "UBND XÃ² và XÃ³ (1) TH¹, THCS², THPT³; xem điểm¹ và mục²",
    CAPITALS,
    "Buôn Ma Thuột, Krông Búk, Cư M'gar, Ea H'leo, Ia Grai, Pác Bó, Đạ Tẻh, Kon Plông, Y Jút, Chư Păh, Sìn Hồ",
    "Trường PTDTBT THCS Trà Bui, Trường Tiểu học Nơ Trang Lơng, Trường Mầm non Họa Mi (Hoạ Mi), THPT Võ Thị Sáu",
    "Trường Quốc tế Việt – Pháp Saint-Exupéry; lớp học Français; Lycée; Zürich; São Paulo; Noël; Thaï; café",
    "Müller, Møller, Björk, Curaçao, El Niño, señor, naïve, Citroën, Ångström, Łódź, Škoda",
    "§ 8 và §8; © 2026 Bộ Giáo dục; © Bé; Microsoft® Office™; £5, ¥100, ¢; ¿Qué?; Nº 5; 1ª; ¶; • một · hai; ·Tên",
    "m×n và n×n; 3×4; 6÷2; N·m; a ¬b; dài×rộng; kW·h; ≥ 80 %; ≤ 5; ■■□□; →; ✓; ₫; 5.000.000 đ",
    "Mức\u00a02, Điều\u00a08, XÃ\u00a01, TRÀ\u00a0BỒNG, Â\u00a0và là; nghi\u00adên c\u00adứu",
    "Quý I: thu 1.234,5 triệu; học kỳ II; nghỉ Tết; ký số; hoá học, hóa học, thuý, thúy, qúy, quí, gía",
    "MC.1.1.01 (H1-1.1-01), 57/2026/TT-BGDĐT, QĐ-UBND, 09/2024/TT-BGDĐT, https://example.org/ket-qua?a=1",
    LATIN_1_ONLY,
    "em hoc lop 5, môt hôm tôt trời, cung câp",
    "Học 日本語, русский, ελληνικά, ไทย, 한국어, emoji 🎒",
    "",
]


@pytest.mark.parametrize("text", RIGHT)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_right_text_is_not_suspected(text: str, form: Form) -> None:
    assert old_font(unicodedata.normalize(form, text)) is None
    if "«" not in text:
        assert old_font(unicodedata.normalize(form, text.upper())) is None


def test_there_are_134_accented_letters() -> None:
    assert len(set(LETTERS)) == 134


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_is_right(letter: str) -> None:
    for frame in ("{}", "{0}{0}", "h{}ng", "“{}”", "({})", "{}²", "{}…", "{}%", "– {} –", "X{}³", "{}\u00a01", "‘{}’"):
        assert old_font(frame.format(letter)) is None


@given(st.text([*LETTERS, *"abcdghijklmnopqrstuvxyABC 0123456789.,;:-/()%"]))
def test_vietnamese_letters_and_ascii_are_never_suspected(text: str) -> None:
    assert old_font(text) is None


WORDS = sorted({*SENTENCE.split(), *CAPITALS.split(), *LATIN_1_ONLY.split()})


MARKS = ["", ",", ".", "–", "—", "“", "”", "…", "m²", "%", "\u00a0", "³", "²"]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS))))
def test_right_words_with_any_punctuation_are_not_suspected(pieces: list[tuple[str, str]]) -> None:
    assert old_font(" ".join(word + mark for word, mark in pieces)) is None


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    assert old_font(text) in (None, "tcvn3", "vni", "mojibake")
