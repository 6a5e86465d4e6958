"""Reading a whole folder: what comes out of a sound one, links, and edits that must never crash it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcl_site.findings.finding import Severity
from kdcl_site.findings.registry import finding
from kdcl_site.reading.privacy import guard_checked
from kdcl_site.reading.school import read_school
from tests.reading.golden import BASE, FRAMEWORKS, lay_out

ROUND = BASE["rounds/2026-2027/assessment.yml"]
SAMPLES = sorted(path for path in Path("schools").iterdir() if (path / "school.yml").exists())


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_samples_have_neither_errors_nor_warnings(folder: Path) -> None:
    school, findings = read_school(folder, f"schools/{folder.name}", FRAMEWORKS)
    assert school is not None
    assert [item for item in findings if item.severity is not Severity.NOTICE] == []


def test_a_sound_folder(tmp_path: Path) -> None:
    case = {
        "files": {
            "evidence.yml": "- {code: (MC.1.1.01), title: A, former_codes: [{code: H1-1.1-01, how: split}]}\n"
            "- {code: MC.1.1.02, title: B, file: 'files\\a.pdf'}\n",
            "rounds/2025-2026/assessment.yml": BASE["rounds/2026-2027/assessment.yml"].replace(
                "2026-2027", "2025-2026"
            ),
            "improvement/2025-2026.yml": "plan: {school_year: 2025-2026}\n",
        },
        "edit": {"school.yml": [["kind:", "former_ids: [th-cu]\nkind:"]]},
    }
    school, _ = read_school(lay_out(case, tmp_path), "schools/th-mau", FRAMEWORKS)
    assert school is not None
    assert (school.id, school.school.former_ids) == ("th-mau", ("th-cu",))
    assert [item.id for item in school.rounds] == ["2026-2027", "2025-2026"]
    assert [plan.plan.school_year for plan in school.plans] == ["2026-2027", "2025-2026"]
    assert list(school.evidence) == ["MC.1.1.01", "MC.1.1.02"]
    assert school.evidence["MC.1.1.01"].former_codes[0].how == "split"
    assert school.evidence["MC.1.1.02"].file == "files/a.pdf"
    assert school.evidence["MC.1.1.02"].place("title").line == 2
    current = school.current()
    assert current is not None
    assert current.framework.id == "tt57-2026/pho-thong"


def test_windows_line_ends_and_a_byte_order_mark_read_the_same(tmp_path: Path) -> None:
    plain, _ = read_school(lay_out({}, tmp_path / "a"), "schools/th-mau", FRAMEWORKS)
    written = {"as": {"school.yml": "bom", "evidence.yml": "crlf", "rounds/2026-2027/assessment.yml": "crlf"}}
    windows, _ = read_school(lay_out(written, tmp_path / "b"), "schools/th-mau", FRAMEWORKS)
    assert plain is not None
    assert windows is not None
    assert windows.school == plain.school
    assert windows.evidence == plain.evidence
    assert windows.rounds[0].assessment == plain.rounds[0].assessment


def test_nothing_is_read_through_a_link_that_leads_out(tmp_path: Path) -> None:
    folder = lay_out({"files": {"evidence.yml": None}}, tmp_path)
    outside = tmp_path / "evidence.yml"
    outside.write_text("- {code: MC.9.9.99, title: Mật}\n", encoding="utf-8")
    shutil.rmtree(folder / "improvement")
    (folder / "evidence.yml").symlink_to(outside)
    (folder / "improvement").symlink_to(tmp_path)
    _, findings = read_school(folder, "schools/th-mau", FRAMEWORKS)
    assert [item.args["value"] for item in findings if item.code == "K304"] == ["evidence.yml", "improvement"]
    assert not any("MC.9.9.99" in str(item) for item in findings)


def test_a_school_without_a_readable_file_is_none(tmp_path: Path) -> None:
    for path in BASE:
        school, findings = read_school(
            lay_out({"files": {path: "a: b\n"}}, tmp_path / path), "schools/th-mau", FRAMEWORKS
        )
        assert school is None
        assert any(item.severity is Severity.ERROR for item in findings)


_WORDS = "null true 1.10 2026-02-30 MC.1.1.01 internal draft access"
_SIGNS = (*":-[]{}'#|>~ă\"", "*a", "&a", "!!x", *_WORDS.split())
_BITS = st.sampled_from(
    (*_SIGNS, "", " ", "\n", "\n  ", ": ", "- ", "\t", "---\n", "a\u0301", "\0", "\u2028", "\ufeff", "x" * 300)
)


@st.composite
def _edited(draw: st.DrawFn) -> tuple[str, bytes]:
    path = draw(st.sampled_from(sorted(BASE)))
    text = BASE[path]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 5, 40])))
        text = text[:start] + draw(_BITS) + text[end:]
    data = text.encode()
    if draw(st.booleans()):
        return path, data
    at = draw(st.integers(0, len(data)))
    return path, data[:at] + draw(st.binary(max_size=3)) + data[at:]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out({}, tmp_path_factory.mktemp("school"))


@settings(deadline=None)
@given(edit=_edited())
def test_no_edit_crashes_it(edit: tuple[str, bytes], school: Path) -> None:
    path, data = edit
    file = school / path
    try:
        file.write_bytes(data)
        read, findings = read_school(school, "schools/th-mau", FRAMEWORKS)
        assert read is not None or any(item.severity is Severity.ERROR for item in findings)
        assert all(item.place.file.startswith("schools/th-mau") for item in findings)
    finally:
        file.write_bytes(BASE[path].encode())


def test_a_round_published_later_is_as_private_as_one_that_is_not(tmp_path: Path) -> None:
    case = {"edit": {"rounds/2026-2027/assessment.yml": [["verdict: met", "verdict: mật"]]}}
    folder = lay_out(case, tmp_path)
    for as_of, private in ((None, False), (date(2026, 11, 10), False), (date(2026, 11, 9), True)):
        _, [item] = read_school(folder, "schools/th-mau", FRAMEWORKS, as_of)
        assert (item.private, item.args["value"]) == (private, "…" if private else "mật")


def test_what_reading_doubts_is_in_doubt_for_checks_too(tmp_path: Path) -> None:
    text = "- code: MC.1.1.77\n  title: Đơn\n  access: public\n  access: internal\n  file: files/don.pdf\n"
    folder = lay_out({"files": {"evidence.yml": text}}, tmp_path)
    school, findings = read_school(folder, "schools/th-mau", FRAMEWORKS)
    assert school
    missing = finding("K601", school.evidence["MC.1.1.77"].place("file"), value="files/don.pdf")
    shown = guard_checked([*findings, missing], school, folder)
    assert all(item.private and "don" not in "".join(item.args.values()) for item in shown)


def test_a_public_file_named_as_an_internal_item_is_not_shown(tmp_path: Path) -> None:
    text = "- {code: MC.1.1.01, title: Kế hoạch, access: public, file: files/MC.1.1.77.pdf}\n"
    text += "- {code: MC.1.1.77, title: Đơn, access: internal}\n"
    folder = lay_out({"files": {"evidence.yml": text}}, tmp_path)
    school, _ = read_school(folder, "schools/th-mau", FRAMEWORKS)
    assert school
    missing = finding("K601", school.evidence["MC.1.1.01"].place("file"), value="files/MC.1.1.77.pdf")
    [item] = guard_checked([missing], school, folder)
    assert item.private
    assert item.args == {"value": "…"}


def test_thousands_of_mistakes_are_told_in_a_page_or_two(tmp_path: Path) -> None:
    changes = "changes:\n" + "".join(f"  - {{on: 2026-11-16, what: MC.9.9.{n}, why: x}}\n" for n in range(100, 900))
    path = "rounds/2026-2027/assessment.yml"
    case = {
        "files": {"evidence.yml": "".join(f"- {{code: X{n}, title: t, access: internal}}\n" for n in range(800))},
        "edit": {path: [["criteria:\n", changes + "criteria:\n"]]},
    }
    _, findings = read_school(lay_out(case, tmp_path), "schools/th-mau", FRAMEWORKS)
    told = [item for item in findings if item.place.file.endswith(path)]
    assert len(told) == 201
    assert [item.args["count"] for item in told if item.code == "K120"] == ["601"]
