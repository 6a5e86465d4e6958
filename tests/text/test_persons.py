"""Names of persons and small groups, and what only looks like them."""

import pytest

from kdcl_site.text.persons import named_as_post, names_in_prose, small_groups
from kdcl_site.text.searched import searched

NAMES = [
    "cô Lan lớp 3A",
    "do thầy giáo Hùng viết",
    "phụ huynh em Trần Thị Hoa",
    "Em Nam đạt giải",
    "Ý kiến của Bà Lò Thị Mai",
    "Họ và tên: Nguyễn Thị Lan",
    "HỌ VÀ TÊN: NGUYỄN THỊ LAN",
    "ông Vàng A Páo",
    "của học sinh Nguyễn Văn Tèo lớp 5B",
    "Học viên Lò Thị Mai đạt giải",
]
NO_NAMES = [
    "các em Mông, trẻ em Việt Nam",
    "Trường Tiểu học Bà Triệu",
    "Trường THPT Ông Ích Khiêm",
    "đường Bà Huyện Thanh Quan, huyện Cô Tô, Bà Rịa",
    "em Nguyễn Văn A, chị B, cô K.",
    "thầy cô Tổ Toán, thầy, cô Ban giám hiệu, cô Hiệu trưởng",
    "tiếng Anh Lớp 3, giải nhất môn tiếng anh Toán",
    "Họ và tên người học, Họ và tên: Nguyễn Văn A",
    "cô GVCN, em HS",
    "học sinh Trần Phú, học sinh Lê Lợi, học sinh Sơn La, học sinh Nguyễn Văn A",
    "Học sinh Trần Phú vui hè, học sinh Trường Nguyễn Bá Ngọc",
    "Trường Tiểu học Nguyễn Bá Ngọc, phố Phan Bội Châu",
]
AS_POSTS = ["Nguyễn Văn Hùng", "LÒ VĂN THỬ", "Hiệu trưởng Lê Thị Mẫu", "Kế toán - Lê Lan", "Văn thư (Giàng A Thử)"]
POSTS = [
    "Hiệu trưởng",
    "Phó Hiệu Trưởng",
    "Đoàn Thanh niên",
    "Văn Phòng",
    "Tổ Lý Hóa Sinh",
    "Trường Tiểu học Nguyễn Bá Ngọc",
    "Hiệu trưởng Trường Trung học cơ sở Trần Phú",
    "Ủy ban nhân dân xã Hồ Thị Kỷ",
    "Sở Giáo dục và Đào tạo Hà Giang",
    "Hà Nội",
    "Tổng phụ trách Đội",
    "Nguyễn Văn A",
]
GROUPS = ["Trường có 2 học sinh khuyết tật.", "03 em bỏ học", "Hai cháu mồ côi được giúp", "Dân tộc Mông: 4 học sinh"]
NO_GROUPS = [
    "12 học sinh khuyết tật",
    "103 em bỏ học",
    "lớp 3 học sinh dân tộc đông",
    "mười hai học sinh mồ côi, hai mươi ba em bỏ học",
    "1,2 em bỏ học trên 100 em",
    "mỗi lớp không quá 2 trẻ khuyết tật",
    "Có 2 em đạt giải. Trẻ khuyết tật học hòa nhập.",
    "4 học sinh giỏi",
]


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    assert list(names_in_prose(searched(text)))


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_names(text: str) -> None:
    assert not list(names_in_prose(searched(text)))


@pytest.mark.parametrize("text", AS_POSTS)
def test_names_where_posts_belong(text: str) -> None:
    assert named_as_post(text)


@pytest.mark.parametrize("text", POSTS)
def test_posts(text: str) -> None:
    assert not named_as_post(text)
    assert not list(names_in_prose(searched(text)))


def test_what_an_operator_says_is_no_name() -> None:
    assert named_as_post("Lê Lợi Hai")
    assert not named_as_post("Lê Lợi Hai", ("lê lợi",))
    assert not list(names_in_prose(searched("bà Chúa Kho, cô Sen"), ("sen",)))


@pytest.mark.parametrize("text", GROUPS)
def test_small_groups(text: str) -> None:
    assert list(small_groups(searched(text)))


@pytest.mark.parametrize("text", NO_GROUPS)
def test_no_small_groups(text: str) -> None:
    assert not list(small_groups(searched(text)))
