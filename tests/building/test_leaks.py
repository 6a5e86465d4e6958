"""The last look at finished pages: a template of the site's own that prints an internal code stops the school."""

from pathlib import Path

import pytest

from kdcl_site.building.compile import Compiled, compile_school
from kdcl_site.findings.finding import Severity, count
from kdcl_site.findings.registry import message, registry
from kdcl_site.rendering.render import Renderer
from tests.pages.school import OPTIONS, frameworks, words

SCHOOL = "format: 1\nname: Trường A\nkind: primary\nstages: [primary]\nprovince: Tỉnh A\ncommune: Xã B\n"
EVIDENCE = """\
- {code: MC.1.1.01, title: Sổ}
- {code: MC.3.4.97, title: Hồ sơ, access: internal, former_codes: [{code: H9-9.9-99}]}
"""


def compiled(tmp_path: Path, template: str, evidence: str = EVIDENCE) -> Compiled:
    school = tmp_path / "th-a"
    school.mkdir()
    (school / "school.yml").write_text(SCHOOL, encoding="utf-8")
    (school / "evidence.yml").write_text(evidence, encoding="utf-8")
    own = tmp_path / "overrides" / "kdcl" / "history.html"
    own.parent.mkdir(parents=True)
    own.write_text(template, encoding="utf-8")
    renderer = Renderer(words(), tmp_path / "overrides")
    return compile_school(school, "schools/th-a", frameworks(), OPTIONS, renderer)


@pytest.mark.parametrize(
    "template",
    [
        "<h1>MC.3.4.97</h1>",
        "<h1>x</h1><p>mc.3.4.97",
        "<p>MC.3.<b>4</b>.97</p>",
        "<p>MC.3.4&#46;97</p>",
        "<td>MC.3.4.97</td><td>1</td>",
        '<a href="https://a.example/MC%2E3%2E4%2E97">x</a>',
        "<p title='MC.3.4.97'>x</p>",
        "<!-- MC.3.4.97 -->",
        "<p>MC.3.4.\u200b97</p>",
        "<p>{{ 'МС' }}.3.4.97</p>",
        "<p>MC3.4 97 H9-9.9-99</p>",
        "<p>H9-9.9-99</p>",
    ],
)
def test_a_template_that_prints_an_internal_code(tmp_path: Path, template: str) -> None:
    found = compiled(tmp_path, template)
    assert (found.row, found.pieces, found.copies) == (None, (), ())
    leak = next(item for item in found.findings if item.code == "K608")
    assert registry()["K608"].locked
    assert leak.place.file == "schools/th-a/school.yml"
    assert "history" in message(leak)
    assert "3.4.97" not in message(leak) + str(leak)


@pytest.mark.parametrize(
    ("template", "evidence"),
    [
        ("<p>MC.1.1.01 MC.3.4.971 MC.3.4 97 em</p>", EVIDENCE.replace("3.4.97", "3.4.98")),
        ("<td>MC</td><td>3</td><td>4</td><td>97</td>", EVIDENCE),
        ("<p>Minh 9.9-99</p>", EVIDENCE),
        ("<p>MC.3.4.97</p>", "- {code: MC.3.4.97, title: Sổ}\n"),
        ("<p>1 12 Mức 1</p>", "- {code: '1', title: Sổ, access: internal}\n"),
    ],
)
def test_what_is_no_internal_code_is_published(tmp_path: Path, template: str, evidence: str) -> None:
    found = compiled(tmp_path, template, evidence)
    assert count(found.findings, Severity.ERROR) == 0
    assert "history" in {piece.kind for piece in found.pieces}
