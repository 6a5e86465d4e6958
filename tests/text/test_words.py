"""The catalogue: every word in Vietnamese, most in English, an operator's words on top."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from kdcl_site.text.folding import is_nfc
from kdcl_site.text.words import WordsError, load_words


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


OWN = """
own.hello: {vi: "Chào {name}", en: "Hello {name}"}
own.only: {vi: Chỉ tiếng Việt}
"""


def test_both_languages(tmp_path: Path) -> None:
    own = write(tmp_path / "own.yml", OWN)
    vi, en = load_words("vi", own), load_words("en", own)
    assert (vi.language, en.language) == ("vi", "en")
    assert vi("own.hello", name="An") == "Chào An"
    assert en("own.hello", name="An") == "Hello An"
    assert en("own.only") == "Chỉ tiếng Việt"
    assert vi.has("own.only")
    assert not vi.has("own.none")
    assert vi.keys() == en.keys() == tuple(sorted(vi.keys()))
    assert {"report.title", "own.hello"} <= set(vi.keys())


def test_later_paths_win(tmp_path: Path) -> None:
    first = write(tmp_path / "1.yml", "report.title: {vi: Một}")
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder / "2.yml", "report.title: {vi: Hai}")
    write(folder / "readme.txt", "no catalogue")
    assert load_words("vi", first)("report.title") == "Một"
    assert load_words("vi", first, folder)("report.title") == "Hai"
    # a translation that was not overridden stays
    assert load_words("en", first)("report.title") == load_words("en")("report.title")


def test_unknown_key_names_the_nearest() -> None:
    with pytest.raises(KeyError, match=r"report\.ttile.*report\.title"):
        load_words("vi")("report.ttile")


def test_missing_field_is_named(tmp_path: Path) -> None:
    words = load_words("vi", write(tmp_path / "own.yml", OWN))
    with pytest.raises(ValueError, match=r"own\.hello.*'name'.*'nmae'"):
        words("own.hello", nmae="An")


def test_frozen() -> None:
    words = load_words("vi")
    with pytest.raises(FrozenInstanceError):
        words.language = "en"  # type: ignore[misc]  # the very thing that must fail
    with pytest.raises(TypeError):
        words.texts["report.title"] = ""  # type: ignore[index]  # the very thing that must fail


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: {vi: x}\na: {vi: y}", "a is written twice"),
        ("a: {vi: x, vi: y}", "vi is written twice"),
        ("- a", "entries such as"),
        ("a: x", r"a: write \{vi"),
        ("a: {}", r"a: write \{vi"),
        ("a: {vi: 5}", "vi is not text"),
        ("a: {vi: '{0}'}", "not a plain field name"),
        ("a: {vi: '{x.y}'}", "not a plain field name"),
        ("a: {vi: 'x {'}", "written twice"),
        ("a: {en: x}", "has no vi text"),
        ("a: {vi: x", "bad.yml"),
    ],
)
def test_bad_files(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(WordsError, match=message):
        load_words("vi", write(tmp_path / "bad.yml", text))


def test_duplicate_over_files(tmp_path: Path) -> None:
    write(tmp_path / "1.yml", "a: {vi: x}")
    write(tmp_path / "2.yml", "a: {vi: x}")
    with pytest.raises(WordsError, match=r"2\.yml: a is already in 1\.yml"):
        load_words("vi", tmp_path)


def test_an_empty_file_is_no_error(tmp_path: Path) -> None:
    assert load_words("vi", write(tmp_path / "new.yml", "# nothing yet\n")).has("report.title")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_packages_own_words_are_nfc(language: str) -> None:
    words = load_words(language)
    assert [key for key, text in words.texts.items() if not is_nfc(text)] == []
