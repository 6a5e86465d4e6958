"""Personal data by their form, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.text.personal import masked, personal

CASES = [
    ("0912 345 678", "phone", "•••"),
    ("gọi +84 912.345.678 nhé", "phone", "gọi ••• nhé"),
    ("+84 (0)912 345 678", "phone", "•••"),
    ("(0203) 3812 345", "phone", "•••"),
    ("024 3869 4242", "phone", "•••"),
    ("gọi 0912\xa0345\xa0678 nhé", "phone", "gọi ••• nhé"),
    ("0912–345–678", "phone", "•••"),
    ("０９１２３４５６７８", "phone", "•••"),
    ("gọi 84912345678 nhé", "phone", "gọi ••• nhé"),
    ("gọi 0912\u200b345\u200b678 nhé", "phone", "gọi ••• nhé"),
    ("thư lan [at] truong.example.vn", "email", "thư •••"),
    ("thư lan(a còng)truong(chấm)example(chấm)vn nhé", "email", "thư ••• nhé"),
    ("lan＠truong.example.vn", "email", "•••"),
    ("001-085-012-345", "id", "•••"),
    ("0010 8501 2345", "id", "•••"),
    ("thư lan.nguyen+a@truong.example.vn.", "email", "thư •••."),
    ("CCCD 001085012345", "id", "CCCD •••"),
    ("căn cước công dân số: 001 085 012 345", "id", "căn cước công dân số: •••"),
    ("(001085012345)", "id", "(•••)"),
    ("SỐ CMND: 123456789", "id", "SỐ CMND: •••"),
    ("mã định danh học sinh 0123456789", "id", "mã định danh học sinh •••"),
    ("STK 1234567890 ngân hàng", "account", "STK ••• ngân hàng"),
    ("tài khoản số 3714.0.1234567", "account", "tài khoản số •••"),
    ("TK 19031234567890 tại ngân hàng", "account", "TK ••• tại ngân hàng"),
    ("em Đạt sinh 12/5/2015", "birth", "em Đạt sinh •••"),
    ("em, sinh ngày 05/09/2015", "birth", "em, sinh ngày •••"),
    ("Nguyễn Văn A sinh ngày 5 tháng 9 năm 2015", "birth", "Nguyễn Văn A sinh ngày •••"),
    ("Đạt sinh năm 5/9/2015", "birth", "Đạt sinh năm •••"),
    ("ngày, tháng, năm sinh: 05.09.2015", "birth", "ngày, tháng, năm sinh: •••"),
    ("Ngày sinh 2015-09-05", "birth", "Ngày sinh •••"),
]
NONE = [
    "Quyết định số 123/QĐ-UBND ngày 05/09/2026",
    "Công văn 0912345678/SGDĐT-VP",
    "năm học 2025-2026, 2026-2027, 2027-2028",
    "giai đoạn 2021-2025, 05-11-2026 15 người dự",
    "1.250.000.000 đồng, 0,5 điểm, 12.345.678 lượt",
    "MC.1.1.01-0000000000",
    "Mã định danh cơ quan 000.00.01.H40",
    "350 tài khoản với kinh phí 120.500.000 đồng",
    "Mỗi tài khoản 20 GB, 12345678 tệp",
    "đón học sinh ngày 05/09/2026, tuyển sinh ngày 01/07/2026, vệ sinh ngày 02/07/2026",
    "Tuyển sinh ngày 01/07/2026. Học sinh ngày 05/09/2026",
    "giấy khai sinh ngày 05/09/2026",
    "trẻ sinh năm 2020 vào lớp một",
    "ngày sinh hoạt 05/09/2026",
    "Tổng đài 1900 1234",
    "84912345678 đồng",
    "TK 2025-2026, 12 buổi",
    "học sinh 05/09/2026, tuyển sinh 01/07/2026, vệ sinh 02/07/2026",
]


@pytest.mark.parametrize(("text", "kind", "shown"), CASES)
def test_personal_data(text: str, kind: str, shown: str) -> None:
    assert [item.kind for item in personal(text)] == [kind]
    assert masked(text) == shown


def test_two_telephones_with_a_slash_between() -> None:
    assert masked("0912345678/0987654321 hoặc 024 3869 4242 / 0912 345 678") == "•••/••• hoặc ••• / •••"


@pytest.mark.parametrize("text", ["a" * 100_000 + "@", "a." * 50_000 + "@", "@" + "a." * 50_000 + "-", "0 9" * 30_000])
def test_no_text_takes_long(text: str) -> None:
    """Tried from each of its signs, the first alone would take minutes."""
    assert len(masked(text)) <= len(text)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_it(text: str) -> None:
    assert masked(text) == text


@given(st.text(alphabet="0123456789 +().-/@:sinhngàyCD\n", max_size=80))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert masked(masked(text)) == masked(text)
