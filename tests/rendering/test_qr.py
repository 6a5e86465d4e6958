"""The QR code: the drawing has exactly the squares of the code, and a name for those who do not see it."""

import re

import pytest
import segno

from kdcl_site.rendering.qr import qr_svg
from tests.rendering.schools import Reader

URLS = [
    "https://a.example/",
    "https://chatluong.example.edu.vn/truong/th-thcs-ban-may/",
    "https://a.example/" + "x" * 200,
]


def drawn(svg: str) -> set[tuple[int, int]]:
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg)
    return {(int(x) + at, int(y)) for x, y, length in runs for at in range(int(length))}


@pytest.mark.parametrize("url", URLS)
def test_the_drawing_is_the_code(url: str) -> None:
    matrix = segno.make_qr(url, error="m").matrix
    expected = {(x + 4, y + 4) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert drawn(qr_svg(url, "Mã")) == expected
    assert f'viewBox="0 0 {len(matrix) + 8} {len(matrix) + 8}"' in qr_svg(url, "Mã")


def test_it_is_light_named_and_the_same_every_time() -> None:
    svg = qr_svg(URLS[1], "Mã <b>")
    assert len(svg) <= 8_000
    assert svg == qr_svg(URLS[1], "Mã <b>")
    assert '<title id="kdcl-qr">Mã &lt;b&gt;</title>' in svg
    assert Reader(svg).elements[0] == (
        "svg",
        {
            "class": "kdcl-qr",
            "role": "img",
            "aria-labelledby": "kdcl-qr",
            "viewbox": Reader(svg).elements[0][1]["viewbox"],
        },
    )
