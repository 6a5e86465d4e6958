"""Codes of evidence in sentences: internal ones are never read, visible ones are found."""

import sys
import unicodedata
from html import unescape
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.pages.citing import BASE, Citations, anchor
from kdcl_site.pages.disguise import UNSEEN, decoded
from kdcl_site.pages.leaking import Leaks
from kdcl_site.rendering.prose import prose
from kdcl_site.rendering.render import Renderer
from tests.pages.school import folder, framework, item, met, planned, round_with, words

EVIDENCE = folder(
    evidence=[
        item("MC.1.1.01", former_codes=[{"code": "H1-1.1-01"}]),
        item("MC.1.1.02"),
        item("MC.3.4.02", access="internal", former_codes=[{"code": "H3-3.4-09"}, {"code": "1.3.2"}]),
        item("MC.4.2.03", access="internal"),
        item("HS 12/a"),
        item("HS 13", access="internal"),
    ]
).evidence
CITATIONS = Citations(EVIDENCE.values(), [framework()], "minh chứng nội bộ", ", ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Có kế hoạch (MC.1.1.01).", "Có kế hoạch (MC.1.1.01)."),
        ("Có sổ (MC.3.4.02).", "Có sổ (minh chứng nội bộ)."),
        ("Theo MC.3.4.02.", "Theo minh chứng nội bộ."),
        ("Có (mc.3.4.02).", "Có (minh chứng nội bộ)."),
        ("(MC.1.1.01, MC.3.4.02)", "(MC.1.1.01, minh chứng nội bộ)"),
        ("(MC.3.4.02, MC.1.1.01, MC.4.2.03)", "(minh chứng nội bộ, MC.1.1.01)"),
        ("(MC.3.4.02; MC.4.2.03)", "(minh chứng nội bộ)"),
        ("(MC.3.4.02) và (MC.4.2.03)", "(minh chứng nội bộ) và (minh chứng nội bộ)"),
        ("MC.3.4.021 là mã khác", "MC.3.4.021 là mã khác"),
        ("Mã cũ H3-3.4-09.", "Mã cũ minh chứng nội bộ."),
        ("Mục 1.3.2 là số, không phải mã.", "Mục 1.3.2 là số, không phải mã."),
        ("Xem HS 13 và HS 12/a.", "Xem minh chứng nội bộ và HS 12/a."),
        ("MC.3.4\u200b.02", "minh chứng nội bộ"),
        ("a\u202eb\x02c\nd", "abc\nd"),
    ],
)
def test_what_may_leave_the_build(text: str, shown: str) -> None:
    assert CITATIONS.shown(text) == shown


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Không có mã.", []),
        ("(MC.1.1.02, MC.1.1.01, MC.1.1.02)", ["MC.1.1.02", "MC.1.1.01"]),
        ("(mc.1.1.01)", ["MC.1.1.01"]),
        ("(MC.3.4.02, MC.1.1.01)", ["MC.1.1.01"]),
        ("(MC.9.9.99)", []),
        ("HS 12/a", ["HS 12/a"]),
    ],
)
def test_codes_of_visible_items(text: str, codes: list[str]) -> None:
    assert CITATIONS.codes(text) == codes


@pytest.mark.parametrize(
    ("text", "only"),
    [("", False), ("MC.9.9.99", False), ("MC.3.4.02", True), ("MC.3.4.02 MC.1.1.01", False), ("không", False)],
)
def test_a_text_that_rests_on_internal_items_alone(text: str, only: bool) -> None:
    assert CITATIONS.only_internal(text) is only


def test_parts_of_a_text_and_where_they_lead() -> None:
    parts = list(CITATIONS.cite("../minh-chung/").split("Có (mc.1.1.01, MC.9.9.99)."))
    assert parts == [("Có (", ""), ("mc.1.1.01", f"{BASE}#MC.1.1.01"), (", MC.9.9.99).", "")]


def test_a_text_on_two_pages_leads_from_each() -> None:
    near, far = (prose("Có (MC.1.1.01).", CITATIONS.cite(base)) for base in ("../minh-chung/", "../../minh-chung/"))
    assert 'href="../minh-chung/#MC.1.1.01"' in near
    assert 'href="../../minh-chung/#MC.1.1.01"' in far


@given(st.lists(st.sampled_from(["%", "%E1", "%bA", "%A1", "%4", "a", "ạ", " ", "%20", "G"])).map("".join))
def test_addresses_are_read_as_urllib_reads_them(text: str) -> None:
    assert decoded(text) == unquote(text)


@pytest.mark.parametrize(
    ("code", "fragment"), [("MC.1.1.01", "MC.1.1.01"), ("H1-1.1-01", "H1-1.1-01"), ("HS 12/a", "HS-12-a")]
)
def test_fragments(code: str, fragment: str) -> None:
    assert anchor(code) == fragment


SECRET = folder(
    evidence=[
        item("MC.1.1.01"),
        item("MC.3.4.97", access="internal", former_codes=[{"code": "H9-9.9-99"}, {"code": "9.8.7"}]),
    ]
).evidence
SECRETS = Citations(SECRET.values(), [framework()], "NỘI BỘ", ", ")

SPELLINGS = {
    "plain": "MC.3.4.97",
    "soft hyphen": "MC.3.4.\u00ad97",
    "zero-width space": "MC.3.4\u200b.97",
    "joiner": "MC.3\u200d.4.97",
    "grapheme joiner": "MC.3.4\u034f.97",
    "variation selector": "MC.3.4\ufe0f.97",
    "Mongolian vowel separator": "MC.3.4\u180e.97",
    "Hangul filler": "MC.3.4\u3164.97",
    "tag character": "MC.3.4.\U000e0061 97",
    "interlinear mark": "MC.3.4.\ufff997",
    "underlined": "M\u0332C.3.4.9\u03327",
    "full width": "ＭＣ．３．４．９７",
    "mathematical": "\U0001d40c\U0001d402.\U0001d7d1.4.97",
    "Cyrillic": "МС.3.4.97",
    "Greek": "\u039cC.3.4.97",
    "one dot leader": "MC.3.4․97",
    "spaces": "MC 3.4.97",
    "more spaces": "MC. 3. 4. 97",
    "line": "MC.3.4.\n97",
    "hyphens": "MC-3.4-97",
    "dashes": "MC–3—4\u221297",
    "none": "MC3.4.97",
    "emphasis": "MC.3.*4*.97",
    "strong": "MC.**3**.4.97",
    "underscores": "MC.3.4.__97__",
    "inside a number": "MC.3.4.9*7*",
    "label": "[MC.3](http://a.example)\u200b.4.97",
    "end as label": "MC.3.[4.97](http://a.example)",
    "label of a reference": "[MC.3][r].4.97",
    "entity": "MC.3.4&#46;97",
    "tags": "MC<b>.3</b>.4.97",
    "bracketed numbers": "[3.4.97]",
    "numbers in parentheses": "(3.4.97)",
    "former": "h9 9.9 99",
    "former numbers": "(9.8.7)",
    "address": "[x](https://a.example/MC.3.4.97)",
    "encoded address": "[x](https://a.example/%4DC%2E3.4.97)",
    "address in brackets": "<https://a.example/MC.3.4.97>",
    "title": "[MC]: https://a.example 'MC.3.4.97'\n\n[a][MC]",
}


def seen(html: str) -> str:
    """What is left of a text's letters and digits, with the addresses of its links."""
    plain = "".join(char for char in unicodedata.normalize("NFKC", html) if char.isalnum())
    return plain.casefold()


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("around", ["{}", "Có sổ {} và biểu.", "**{}**", "- {}\n- hai", "(MC.1.1.01; {})"])
def test_an_internal_code_is_recognised_however_it_is_spelled(spelling: str, around: str) -> None:
    shown = SECRETS.shown(around.format(SPELLINGS[spelling]))
    for text in (shown, prose(shown, SECRETS.cite("../minh-chung/"))):
        left = seen(text)
        assert "3497" not in left, text
        assert "99999" not in left, text
        assert "987" not in left, text
    assert "address" in spelling or "NỘI BỘ" in shown
    assert "MC.1.1.01" in shown or "MC.1.1.01" not in around


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_field_lets_an_internal_code_through(spelling: str) -> None:
    said = SPELLINGS[spelling]
    address = "https://a.example/" + "".join(said.split())
    school = folder(
        round_with("1.1", {"plain": said, "levels": {"1": met(said)}, "strengths": [{"id": "S1", "text": said}]}),
        evidence=[
            item("MC.1.1.01", title=said, note=said, issued={"number": said, "by": said}, kept_at=said),
            item("MC.3.4.97", access="internal", former_codes=[{"code": "H9-9.9-99"}, {"code": "9.8.7"}]),
        ],
        summary=said,
        contact={"phone": said, "address": said} | ({} if {'"', "'", "<"} & set(said) else {"website": address}),
        leaders=[{"post": said, "name": said}],
        campuses=[{"name": f"A {said}"}],
        former_names=[{"name": said}],
    )
    leaks = Leaks(school.evidence.values())
    renderer = Renderer(words())
    for view in planned(school)[0]:
        if view.kind == "criterion" and not view.address.path.endswith("1.1"):
            continue
        piece = renderer.piece(view)
        assert not leaks.inside(piece), piece.address
        assert said not in unescape(piece.body)
        assert not any(said in entry.text + entry.title for entry in piece.search)


@pytest.mark.parametrize(
    "text",
    [
        "Mục 3.4.97 của sổ",
        "MC.3.4.971",
        "năm 3, 4 và 97",
        "3/4 (97%)",
        "MC.1.1.01",
        "9.8.7",
        "Minh 9.9-99",
        "M C",
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert SECRETS.shown(text) == text


def test_a_visible_code_is_never_taken_for_an_internal_one() -> None:
    codes = Citations(
        folder(evidence=[item("HS 13", access="internal"), item("HS 13 b")]).evidence.values(), [framework()], "X", ", "
    )
    assert codes.shown("HS 13 b, HS 13, HS-13") == "HS 13 b, X"


@pytest.mark.parametrize(
    ("url", "hidden"),
    [
        ("https://a.example/MC.3.4.97.pdf", True),
        ("https://a.example/MC%2E3%2E4%2E97", True),
        ("https://a.example/%254D%2543.3.4.97", True),
        ("https://a.example/mc-3-4-97", True),
        ("https://a.example/MC.1.1.01", False),
        ("https://a.example/2026/3/4", False),
    ],
)
def test_addresses_that_hold_internal_codes(url: str, hidden: bool) -> None:
    assert SECRETS.hides_address(url) is hidden


def test_every_sign_of_format_is_unseen() -> None:
    for sign in map(chr, range(sys.maxunicode + 1)):
        if unicodedata.category(sign) == "Cf":
            assert UNSEEN.match(sign), hex(ord(sign))
