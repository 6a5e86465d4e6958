"""The style sheet a report is printed with: an operator's own words stay a text in it."""

import re
from pathlib import Path

import pytest
import yaml

from kdcl_site.outputs.print_style import print_style
from kdcl_site.pages.context import Context
from kdcl_site.text.words import load_words
from tests.pages.school import OPTIONS, folder

FORM = re.compile(
    r'@page \{ @bottom-center \{ content: "([^"\\{}<>]|\\[0-9a-f]+ )*"; [^"{}]*("[^"{}]*"[^"{}]*)*\} \}\n'
)


@pytest.mark.parametrize("said", ["Bản:", 'x"; }} * {{ background: url(//x) }}', "\\", "</style><script>", "a\nb"])
def test_words_do_not_end_their_text(tmp_path: Path, said: str) -> None:
    own = tmp_path / "words.yml"
    own.write_text(yaml.safe_dump({"foot.version": {"vi": said}}, allow_unicode=True), encoding="utf-8")
    path, text = print_style(Context(folder(), {}, OPTIONS, load_words("vi", own), {}))
    assert path == "truong/th/in.css"
    assert FORM.fullmatch(text), text
