"""What the documents show is true: commands, paths, links, fields, the example and the error message."""

import re
import shlex
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import click
import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs_command

from kdcl_site.cli.main import main as kdcl_command
from kdcl_site.findings.finding import Severity, count
from kdcl_site.findings.handbook import handbook
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.mkdocs.options import KdclConfig
from kdcl_site.reading.schemas import schemas
from kdcl_site.reading.school import read_school
from kdcl_site.text.words import load_words
from tests.project import ROOT, make_project

README = ROOT / "README.md"
REFERENCE = ROOT / "docs" / "data-format.md"
DOCS = [README, *sorted((ROOT / "docs").glob("*.md"))]
IMAGE = ROOT / "docs" / "img" / "truong-dien-thoai.png"
SAMPLE = ROOT / "schools" / "th-doi-thong"
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

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_ROW = re.compile(r"^\| `([^`]+)` \| ([^|]*) \| (.*) \|$", re.MULTILINE)


class Field(NamedTuple):
    """What a schema says of one field."""

    required: bool
    choices: frozenset[str]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def spans(text: str) -> list[str]:
    """Code within sentences."""
    return _SPAN.findall(_FENCE.sub("", text))


def told(text: str) -> list[str]:
    """Every piece of code that could be a command: spans, and lines of shell blocks."""
    blocks = [block for language, block in _FENCE.findall(text) if language in ("sh", "bat")]
    return [*spans(text), *(line for block in blocks for line in block.splitlines())]


def section(text: str, heading: str) -> str:
    """The text from a heading to the next of its level."""
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]


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


NOT_THERE = {"report.yml", "council.yml", "figures.yml", "disclosure/", "confirmed.yml"}
"""Files that the reference names as not read yet."""


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
    text = _SPAN.sub("", _FENCE.sub("", text_of(path)))
    links = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    files = [unquote(link.partition("#")[0]) for link in links if not re.match(r"[a-z]+:", link)]
    assert [file for file in files if file and not (path.parent / file).exists()] == []


def test_the_screenshot_is_of_a_phone_and_light() -> None:
    data = IMAGE.read_bytes()
    assert struct.unpack(">II", data[16:24]) == (720, 1280)
    assert len(data) <= 120_000


def fields(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, Field]]:
    """Every field below a schema by its dotted path; keys that are data leave no trace in it."""
    for one in variants(schema):
        for inner in (one.get("items"), one.get("additionalProperties")):
            if isinstance(inner, dict):
                yield from fields(inner, path)
        for name, item in one.get("properties", {}).items():
            yield path + name, Field(name in one.get("required", ()), frozenset(choices(item)))
            yield from fields(item, f"{path}{name}.")


def variants(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for key in ("anyOf", "oneOf"):
        for item in schema.get(key, ()):
            yield from variants(item)


def choices(schema: dict[str, Any]) -> Iterator[str]:
    for one in variants(schema):
        yield from map(str, one.get("enum", ()))
        for inner in (one.get("items"), one.get("additionalProperties")):
            if isinstance(inner, dict) and "properties" not in inner:
                yield from choices(inner)


KINDS = {
    "school": "`school.yml`",
    "evidence": "`evidence.yml`",
    "assessment": "`rounds/<vòng>/assessment.yml`",
    "council": "`rounds/<vòng>/council.yml`",
    "figures": "`rounds/<vòng>/figures.yml`",
    "improvement": "`improvement/<năm học>.yml`",
    "recognitions": "`recognitions.yml`",
    "replies": "`replies.yml`",
    "waivers": "`waivers.yml`",
}
"""The heading of each kind of file in the reference."""

SCHEMAS = schemas(load_words("vi"))


def test_the_reference_has_every_kind_of_file() -> None:
    assert set(KINDS) == set(SCHEMAS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_reference_has_every_field_and_no_other(kind: str) -> None:
    rows = _ROW.findall(section(text_of(REFERENCE), KINDS[kind]))
    documented = [re.sub(r"<[^>]+>\.", "", path) for path, _, _ in rows]
    expected = dict(fields(SCHEMAS[kind]))
    assert documented == list(expected)
    for path, (_, kind_of_value, meaning) in zip(documented, rows, strict=True):
        assert ("**bắt buộc**" in kind_of_value) == expected[path].required, path
        assert {choice for choice in expected[path].choices if f"`{choice}`" not in meaning} == set(), path


def marked(schema: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every mark for the sake of persons, with the last two names of its field's path."""
    if isinstance(schema, dict):
        if "x-personal" in schema:
            yield schema["x-personal"], ".".join(path.split(".")[-2:])
        for name, item in schema.get("properties", {}).items():
            yield from marked(item, f"{path}.{name}")
        for key in ("items", "anyOf", "additionalProperties"):
            yield from marked(schema.get(key), path)
    elif isinstance(schema, list):
        for item in schema:
            yield from marked(item, path)


def test_the_reference_names_every_field_that_is_marked() -> None:
    rows = {mark: spans(fields) for mark, _, fields in _ROW.findall(section(text_of(REFERENCE), "Thông tin riêng"))}
    found = {(mark, path) for schema in SCHEMAS.values() for mark, path in marked(schema)}
    told = {(mark, name) for mark, names in rows.items() for name in names}
    for mark, path in found:
        first, _, last = path.partition(".")
        assert told & {(mark, path), (mark, last), (mark, f"{first}.*")}, path


def test_the_readme_has_every_option_of_the_plugin() -> None:
    rows = _ROW.findall(section(text_of(README), "Dành cho giáo viên Tin học"))
    assert [name for name, _, _ in rows] == [name for name, _ in KdclConfig._schema]


def test_the_page_of_checks_is_what_the_registry_says() -> None:
    """`make docs` writes it."""
    assert text_of(ROOT / "docs" / "checks.md") == handbook(load_words("vi"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_project(tmp_path, SAMPLE.name))
    return tmp_path


def test_the_example_of_the_reference_passes(project: Path) -> None:
    text = text_of(REFERENCE)
    files = re.findall(r"^```yaml\n# (schools/\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    for name, content in files:
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
        schema = re.match(r"# yaml-language-server: \$schema=(\S+)", content)
        assert schema
        assert (ROOT / name).parent.joinpath(schema[1]).resolve().is_relative_to(ROOT / "schools" / ".schema")
    assert len(files) == len(KINDS)
    folder = project / "schools" / "th-ban-mai"
    school, found = read_school(folder, "schools/th-ban-mai", load_frameworks()[0])
    assert school is not None
    assert [count(found, severity) for severity in Severity] == [0, 0, 0]
    done = CliRunner().invoke(kdcl_command, ["check", "schools/th-ban-mai"])
    [promised] = [block for language, block in _FENCE.findall(text) if language == "text"]
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, promised.strip())


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
