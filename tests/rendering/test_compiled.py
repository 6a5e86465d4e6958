"""What Jinja compiled once is used again, but never with other words or marks in it."""

from pathlib import Path

import pytest

from kdcl_site.rendering.render import TEMPLATES, Renderer
from kdcl_site.text.words import load_words


def test_a_second_renderer_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    Renderer(load_words("vi")).all_checks()
    second = Renderer(load_words("vi"))
    monkeypatch.setattr(second.environment, "_compile", None)
    assert second.all_checks()


def test_other_words_stand_in_the_same_template(tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_text("checked.lead: {vi: Lời khác, en: Other words}", encoding="utf-8")
    ours, theirs = (Renderer(load_words("vi", *more)).all_checks() for more in ((), (tmp_path,)))
    assert "Lời khác" not in ours
    assert "Lời khác" in theirs


def test_an_operators_template_is_read_anew(tmp_path: Path) -> None:
    own = tmp_path / "kdcl" / "all_checks.html"
    own.parent.mkdir()
    for text in ("Bản một", "Bản hai"):
        own.write_text(text, encoding="utf-8")
        assert Renderer(load_words("vi"), tmp_path).all_checks() == text


def test_an_operators_marks_stand_in_our_templates(tmp_path: Path) -> None:
    marks = (TEMPLATES / "_mark.html").read_text(encoding="utf-8")
    own = tmp_path / "kdcl" / "_mark.html"
    own.parent.mkdir()
    own.write_text(marks + "{# khác #}", encoding="utf-8")
    ours, theirs = Renderer(load_words("vi")), Renderer(load_words("vi"), tmp_path)
    assert ours.environment.bytecode_cache is not theirs.environment.bytecode_cache
