"""What others' instruments say of the built site: the checker of HTML (vnu) and Lighthouse. See tools/node."""

import json
import os
import subprocess
from pathlib import Path

from tests import browser
from tests.project import ROOT
from tests.web.conftest import KINDS

NODE = ROOT / "tools" / "node"
AUDITED = ("school", "criterion", "evidence", "directory")

KNOWN = {
    "theme: keeps Firefox from restoring the state of its hidden checkboxes": (
        ("Attribute “autocomplete” is only allowed when the input type is", 'type="checkbox"'),
    ),
    "theme: how it takes a label out of the order of Tab": (
        ("Bad value “” for attribute “tabindex” on element “label”", "__nav_"),
    ),
    "theme: its title of a page's headings opens a checkbox that is not there where no menu names the page": (
        ("The value of the “for” attribute of the “label” element must be the ID", 'for="__toc"'),
    ),
    "ours: tables are shown as cards on a phone, and Safari forgets then that they are tables": (
        ("The “role” attribute must not be used on a “td” element which has a “table” ancestor", 'role="cell"'),
        ("The “role” attribute must not be used on a “th” element which has a “table” ancestor", 'header" scope='),
        ("The “role” attribute must not be used on a “tr” element which has a “table” ancestor", 'role="row"'),
    ),
}
"""What is let pass, by whose it is and why: the beginning of the sentence and what stands at the place."""


def errors(files: list[Path]) -> list[str]:
    """What the checker calls an error and is not known, one line each: file, line, sentence, the place."""
    command = [os.environ.get("JAVA", "java"), "-Xss4m", "-jar", str(NODE / "node_modules/vnu-jar/build/dist/vnu.jar")]
    asked = ["--format", "json", "--exit-zero-always", "--stdout", "--errors-only"]
    run = subprocess.run([*command, *asked, *map(str, files)], capture_output=True, encoding="utf-8", check=True)
    known = [one for every in KNOWN.values() for one in every]
    return [
        f"{one['url']}:{one.get('lastLine')}: {one['message']} {one.get('extract', '')!r}"
        for one in json.loads(run.stdout)["messages"]
        if not any(one["message"].startswith(start) and at in one.get("extract", "") for start, at in known)
    ]


def test_the_html_of_every_kind_of_page_is_valid(site: Path) -> None:
    assert errors([*(site / url / "index.html" for url in KINDS.values()), site / "404.html"]) == []


def test_the_checker_sees_a_mistake(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><html lang=vi><title>A</title><p><h1>B</h1></p>", encoding="utf-8")
    assert any("No “p” element in scope" in one for one in errors([page]))


def test_lighthouse_has_nothing_to_add(address: str) -> None:
    chromium = browser.chromium()
    assert chromium, "no chromium for Lighthouse"
    arguments = " ".join(["--headless=new", *browser.ARGUMENTS])
    run = subprocess.run(
        ["node", "audit.mjs", *(address + KINDS[kind] for kind in AUDITED)],
        cwd=NODE,
        env=os.environ | {"CHROME_PATH": chromium, "CHROME_ARGUMENTS": arguments},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert json.loads(run.stdout) == {address + KINDS[kind]: [] for kind in AUDITED}
