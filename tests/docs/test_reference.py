"""The reference of the data format has every file, field, choice and mark of the schemas, and its example passes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from kdcl_site.cli.main import main
from kdcl_site.findings.finding import Severity, count
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.reading.schemas import schemas
from kdcl_site.reading.school import read_school
from kdcl_site.text.words import load_words
from tests.docs.pieces import FENCE, REFERENCE, ROW, section, spans, text_of
from tests.project import ROOT

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


class Field(NamedTuple):
    """What a schema says of one field."""

    required: bool
    choices: frozenset[str]


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


def test_the_reference_has_every_kind_of_file() -> None:
    assert set(KINDS) == set(SCHEMAS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_reference_has_every_field_and_no_other(kind: str) -> None:
    rows = ROW.findall(section(text_of(REFERENCE), KINDS[kind]))
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
    rows = {mark: spans(fields) for mark, _, fields in ROW.findall(section(text_of(REFERENCE), "Thông tin riêng"))}
    found = {(mark, path) for schema in SCHEMAS.values() for mark, path in marked(schema)}
    told = {(mark, name) for mark, names in rows.items() for name in names}
    for mark, path in found:
        first, _, last = path.partition(".")
        assert told & {(mark, path), (mark, last), (mark, f"{first}.*")}, path


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
    done = CliRunner().invoke(main, ["check", "schools/th-ban-mai"])
    [promised] = [block for language, block in FENCE.findall(text) if language == "text"]
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, promised.strip())
