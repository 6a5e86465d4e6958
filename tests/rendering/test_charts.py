"""Charts as SVG: one small golden drawing of each kind, names for readers that do not see, light at any size."""

import re
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.pages.charts import Bar, BarChart, Segment, Span, Timeline
from kdcl_site.rendering.render import Renderer
from tests.pages.school import assessment, commitment, folder, view, words
from tests.rendering.schools import HOSTILE, render

SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2026, 11, 20)
SIGNS = ("run", "rest", "late", "due", "moved", "done", "dropped")


def drawn(chart: BarChart | Timeline) -> str:
    template = Renderer(words()).environment.from_string('{% import "_chart.html" as c %}{{ c.chart(chart | drawn) }}')
    return template.render(chart=chart)


def golden(name: str) -> str:
    return (Path(__file__).parent / "golden" / f"{name}.svg").read_text(encoding="utf-8").rstrip("\n")


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def span(id: str = "CT-1", **changes: object) -> Span:
    base: dict[str, object] = {
        "id": id, "title": "Tuyển giáo viên", "says": "hạn 31/03/2027", "start": date(2026, 9, 1),
        "due": date(2027, 3, 31), "moved": (), "done": None, "dropped": None, "late": False,
    }  # fmt: skip
    return Span(**(base | changes))  # type: ignore[arg-type]  # a table of fields by name


def time(*spans: Span) -> Timeline:
    return Timeline(
        "t", "Theo thời gian", "Lời.", "", spans, TODAY, "dữ liệu đến 20/11/2026", {one: one for one in SIGNS}
    )


BARS = BarChart(
    "b",
    "Mức",
    "Lời.",
    (
        Bar("Tiêu chuẩn 1", (Segment("l2", 2, 3, "Mức 2"), Segment("l1", 1, 1, "Mức 1"))),
        Bar("Tiêu chuẩn 2", (Segment("none", 0, 2, "Chưa đánh giá"),)),
    ),
    (Segment("l2", 2, 0, "Mức 2"), Segment("l1", 1, 0, "Mức 1"), Segment("none", 0, 0, "Chưa đánh giá")),
)


def test_golden_bars() -> None:
    assert drawn(BARS) == golden("bars")


def test_golden_time() -> None:
    done = span("CT-2", due=date(2026, 10, 1), done=date(2026, 10, 15), late=True, moved=(date(2026, 9, 20),))
    assert drawn(time(span(), done)) == golden("time")


def test_a_chart_has_a_name_and_a_description_of_its_own() -> None:
    for chart in (BARS, time(span())):
        root = read(drawn(chart))
        assert root.get("role") == "img"
        ids = (root.get("aria-labelledby") or "").split()
        assert [
            root.find(f"{SVG}{name}[@id='{id}']") is not None for name, id in zip(("title", "desc"), ids, strict=True)
        ]
        assert len(set(ids)) == 2


@pytest.mark.parametrize("many", [1, 2, 12, 13, 40])
def test_forty_commitments_weigh_less_than_four_kilobytes(many: int) -> None:
    promised = [
        commitment(
            id=f"CT-2026-{n:02}",
            title="Bồi dưỡng giáo viên về dạy học theo dự án và đánh giá học sinh",
            start="2026-01-10",
            due=(date(2026, 2, 1) + timedelta(days=11 * n)).isoformat(),
            due_history=[{"due": "2026-01-31"}] if n % 4 == 0 else [],
            log=[{"on": f"2026-0{7 - m}-01", "status": "done" if m == 0 else "in_progress"} for m in range(n % 3, 3)],
        )
        for n in range(many)
    ]
    svg = drawn(view(folder(plans=[{"commitments": promised}]), "cam-ket").chart)
    assert len(svg.encode()) <= 4_000
    assert svg.count("<path") <= 12


@pytest.mark.parametrize("levels", [{}, {"1.1": 0, "1.2": 1, "2.1": 1, "3.1": None, "3.2": 0, "3.3": 1, "4.1": 0}])
def test_levels_weigh_less_than_four_kilobytes(levels: dict[str, int | None]) -> None:
    svg = drawn(view(folder(rounds={"a": assessment(levels)}), "/th").round.chart)
    assert len(svg.encode()) <= 4_000


@pytest.mark.parametrize("standards", [1, 5, 10, 30])
def test_thirty_criteria_in_any_number_of_standards_stay_light(standards: int) -> None:
    bars = tuple(Bar(f"Tiêu chuẩn {n}", (Segment("l2", 2, 30 // standards, "Mức 2"),)) for n in range(1, standards + 1))
    svg = drawn(BarChart("b", "Mức", "Lời.", bars, (Segment("l2", 2, 0, "Mức 2"),)))
    assert len(svg.encode()) <= 4_000


def test_hostile_text_is_text_and_long_text_is_cut() -> None:
    chart = view(folder(plans=[{"commitments": [commitment(title=HOSTILE, id="C" * 80)]}]), "cam-ket").chart
    svg = drawn(chart)
    root = read(svg)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "title", "desc", "path", "text"}
    assert max(len(one.text or "") for one in root.iter(f"{SVG}text")) <= 44
    assert "…" in svg


def test_in_english_a_vietnamese_title_says_its_language() -> None:
    svg = _english().split("<svg", 1)[1].split("</svg>")[0]
    assert "data as of 20 November 2026" in svg
    assert re.search(r'<text y="\d+" lang="vi">Bổ sung', svg)
    assert "span" not in svg


def _english() -> str:
    piece = next(
        one for one in render(folder(plans=[{"commitments": [commitment()]}]), "en") if "cam-ket" in one.address.path
    )
    return piece.body


DAYS = st.dates(date(1900, 1, 1), date(9998, 12, 31))


@given(
    st.lists(
        st.tuples(DAYS, DAYS, st.lists(DAYS, max_size=3), st.none() | DAYS, st.booleans()), min_size=1, max_size=20
    )
)
def test_any_days_are_drawn_on_the_sheet(rows: list[tuple[date, date, list[date], date | None, bool]]) -> None:
    spans = tuple(
        span(
            str(place),
            start=min(start, due),
            due=due,
            moved=tuple(moved),
            done=done,
            late=late and (done or TODAY) > due,
        )
        for place, (start, due, moved, done, late) in enumerate(rows)
    )
    root = read(drawn(time(*spans)))
    for path in root.iter(f"{SVG}path"):
        for x in re.findall(r"M(-?\d+) ", path.get("d") or ""):
            assert 0 <= int(x) <= 320
    months = [one.text or "" for one in root.iter(f"{SVG}text") if re.fullmatch(r"\d\d/\d+", one.text or "")]
    assert len(months) <= 3


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=6), min_size=1, max_size=9))
def test_bars_stay_on_the_sheet_and_say_every_number(counts: list[list[int]]) -> None:
    bars = tuple(
        Bar(f"Tiêu chuẩn {place}", tuple(Segment("l1", 1, count, "Mức 1") for count in row))
        for place, row in enumerate(counts)
    )
    root = read(drawn(BarChart("b", "Mức", "Lời.", bars, (Segment("l1", 1, 0, "Mức 1"),))))
    for path in root.iter(f"{SVG}path"):
        assert all(int(x) + int(width) <= 320 for x, width in re.findall(r"M(\d+) \d+h(\d+)", path.get("d") or ""))
