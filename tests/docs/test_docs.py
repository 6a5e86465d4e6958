"""What the documents show is true: commands, paths, links, options and the error message."""

import re
import shlex
import struct
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs_command

from kdcl_site.cli.main import main as kdcl_command
from kdcl_site.findings.handbook import handbook
from kdcl_site.mkdocs.options import KdclConfig
from kdcl_site.text.words import load_words
from tests.docs.pieces import FENCE, README, REFERENCE, ROW, SAMPLE, SPAN, section, spans, text_of
from tests.project import ROOT

DOCS = [README, *sorted((ROOT / "docs").glob("*.md"))]
IMAGE = ROOT / "docs" / "img" / "truong-dien-thoai.png"
SAMPLE_WITH_WAIVERS = ROOT / "schools" / "th-canh-buom"
COMMANDS: dict[str, click.Group] = {"kdcl": kdcl_command, "mkdocs": mkdocs_command}
EXAMPLES = {"site/", "files/ke-hoach.pdf", "/en/", "overrides/kdcl/words.yml"}
"""Paths that a build makes or that only show a form."""

REPLACED = {
    "overrides/kdcl/": "kdcl_site/rendering/templates/",
    "overrides/assets/kdcl/": "kdcl_site/rendering/assets/",
    "overrides/main.html": "kdcl_site/mkdocs/theme/main.html",
}
"""What a file below `overrides/` takes the place of."""


def told(text: str) -> list[str]:
    """Every piece of code that could be a command: spans, and lines of shell blocks."""
    blocks = [block for language, block in FENCE.findall(text) if language in ("sh", "bat")]
    return [*spans(text), *(line for block in blocks for line in block.splitlines())]


def commands() -> list[str]:
    found = {line for path in (README, REFERENCE) for line in told(text_of(path))}
    return sorted(line for line in found if re.match(r"(kdcl|mkdocs) ", line))


@pytest.mark.parametrize("line", commands())
def test_a_command_exists_with_its_options(line: str) -> None:
    program, name, *arguments = shlex.split(line)
    command = COMMANDS[program].commands[name]
    command.make_context(name, arguments)  # a wrong option or choice is a UsageError


def test_the_commands_are_seen() -> None:
    assert {"mkdocs build", "mkdocs serve", "kdcl schema", "kdcl check --format json"} <= set(commands())


def test_a_wrong_option_is_seen() -> None:
    with pytest.raises(click.UsageError):
        COMMANDS["kdcl"].commands["check"].make_context("check", ["--format", "word"])


def test_options_named_alone_exist() -> None:
    known = {
        option for name in ("build", "serve") for item in mkdocs_command.commands[name].params for option in item.opts
    }
    assert {span for span in spans(text_of(README)) if re.fullmatch(r"--[\w-]+", span)} <= known


def test_targets_of_make_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = {match[1] for line in told(text_of(README)) if (match := re.match(r"make (\w+)", line))}
    assert named >= {"site", "test"}
    assert named <= targets


NOT_THERE = {"report.yml", "council.yml", "figures.yml", "disclosure/"}
"""Files that the samples looked at here do not have, or that the reference names as not read yet."""


def mentioned_paths() -> list[str]:
    """Pieces of code that are a path: they begin in a folder of the project, or end as a file or folder does."""
    top = {path.name for path in ROOT.iterdir()}
    found = {span for path in (README, REFERENCE) for span in spans(text_of(path))}
    found |= {match[1] for line in told(text_of(README)) if (match := re.search(r"install -r (\S+)", line))}
    return sorted(
        path
        for path in found - NOT_THERE
        if re.fullmatch(r"[\w./-]+", path)
        and ((path.split("/")[0] in top and "/" in path) or re.search(r"/$|\.(yml|lock|md|html|css|toml|pdf)$", path))
    )


@pytest.mark.parametrize("path", mentioned_paths())
def test_a_path_leads_to_something(path: str) -> None:
    meant = next((path.replace(theirs, ours) for theirs, ours in REPLACED.items() if theirs in path), path)
    places = (ROOT, SAMPLE, SAMPLE / "improvement", SAMPLE_WITH_WAIVERS)
    assert path in EXAMPLES or any((place / meant).exists() for place in places)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_relative_links_lead_to_files(path: Path) -> None:
    text = SPAN.sub("", FENCE.sub("", text_of(path)))
    links = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    files = [unquote(link.partition("#")[0]) for link in links if not re.match(r"[a-z]+:", link)]
    assert [file for file in files if file and not (path.parent / file).exists()] == []


def test_the_screenshot_is_of_a_phone_and_light() -> None:
    data = IMAGE.read_bytes()
    assert struct.unpack(">II", data[16:24]) == (720, 1280)
    assert len(data) <= 120_000


def test_the_readme_has_every_option_of_the_plugin() -> None:
    rows = ROW.findall(section(text_of(README), "Dành cho giáo viên Tin học"))
    assert [name for name, _, _ in rows] == [name for name, _ in KdclConfig._schema]


def test_the_page_of_checks_is_what_the_registry_says() -> None:
    """`make docs` writes it."""
    assert text_of(ROOT / "docs" / "checks.md") == handbook(load_words("vi"))


def test_the_error_message_of_the_readme_is_what_the_command_prints(project: Path) -> None:
    text = text_of(README)
    mistake = re.search(
        r"`(schools/\S+)`, đổi `([^`]+)` thành `([^`]+)`\.\nLệnh `kdcl ([^`]+)` in ra:\n\n```text\n", text
    )
    assert mistake
    file, right, wrong, arguments = mistake.groups()
    content = text_of(project / file)
    assert content.count(right) == 1
    (project / file).write_text(content.replace(right, wrong), encoding="utf-8", newline="\n")
    done = CliRunner().invoke(kdcl_command, shlex.split(arguments))
    assert done.exit_code == 1
    assert done.output == text[mistake.end() :].split("```")[0]
