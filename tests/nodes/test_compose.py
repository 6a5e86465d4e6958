"""YAML text to nodes: what is kept, what is found, and that nothing crashes."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcl_site.findings.finding import Finding
from kdcl_site.nodes.compose import Limits, compose, read
from kdcl_site.nodes.node import Mapping, Node, Scalar, Sequence, below, quote, scalars

CASES = {
    "control character": ("a: b\x07", "K105", 1, 5),
    "control character after marks": ("ăâ:\n  - x\x07", "K105", 2, 6),
    "spelt-out control character": ('a: "\\0"', "K105", 1, 4),
    "nothing": ("", "K106", 0, 0),
    "only a comment": ("# x", "K106", 0, 0),
    "null": ("~", "K106", 0, 0),
    "two documents": ("a: b\n---\nc: d", "K107", 2, 1),
    "alias": ("a: *b", "K110", 1, 4),
    "anchor": ("a: &b c", "K111", 1, 4),
    "anchor on a list": ("a: &b [c]", "K111", 1, 4),
    "tag": ("a: !!str c", "K112", 1, 4),
    "tag on a group": ("!!map {a: b}", "K112", 1, 1),
    "group as a key": ("? {a: b}\n: c", "K113", 1, 3),
    "key twice": ("a: 1\nb: 2\na: 3", "K114", 3, 1),
    "key twice in another quoting": ("a: 1\n'a': 3", "K114", 2, 1),
    "decomposed": ("a: Xa\u0303", "K115", 1, 4),
    "decomposed key": ("Xa\u0303: a", "K115", 1, 1),
    "TCVN3": ("a: Tr\xadêng tiÓu häc", "K116", 1, 4),
    "tab": ("a:\n\tb: c", "K117", 2, 1),
    "tab after spaces": ("a:\n  b: c\n \td: e", "K117", 3, 2),
    "colon in a text": ("a: b: c", "K118", 1, 5),
    "trailing zero": ("a: 1.10", "K119", 1, 4),
    "leading zero": ("- 010", "K119", 1, 3),
    "a word for false": ("a: No", "K119", 1, 4),
    "trailing zero as a key": ("1.10: a", "K119", 1, 1),
    "quote not closed": ('a: "b', "K104", 1, 6),
    "bracket not closed": ("a: [b", "K104", 2, 1),
    "a sign of YAML": ("a: @b", "K104", 1, 4),
    "a quote too many": ("a: 'b' c", "K104", 1, 8),
    "not in line": ("  a: b\n c: d", "K104", 2, 2),
    "a list in a group": ("a: b\n- c", "K104", 2, 1),
    "a text too long": ("a: " + "x" * 20_001, "K121", 1, 4),
    "depth": ("[" * 30 + "]" * 30, "K108", 1, 25),
}


@pytest.mark.parametrize(("text", "code", "line", "column"), CASES.values(), ids=CASES.keys())
def test_finding(text: str, code: str, line: int, column: int) -> None:
    _, findings = compose(text, "a.yml")
    assert [_short(item) for item in findings] == [f"{code} {line}:{column}"]


@pytest.mark.parametrize("text", ["1.1", "2026-09-05", "null ", "1e3", "0x1F", "on", "true", "12:30", "1_000", ".5"])
def test_scalars_stay_as_they_are_written(text: str) -> None:
    node, _ = compose(f"a: {text}\n{text}: b", "a.yml")
    assert isinstance(node, Mapping)
    assert [name.text for name, _ in node.pairs] == ["a", text.strip()]
    assert below(node, ("a",)) == Scalar(text.strip(), True, 1, 4)


def test_the_keys_of_yaml_1_1_are_no_flags() -> None:
    node, findings = compose("{on: 2026-09-05, no: x, y: z}", "a.yml")
    assert isinstance(node, Mapping)
    assert [name.text for name, _ in node.pairs] == ["on", "no", "y"]
    assert findings == []


def test_windows_line_ends_and_separators_count_as_the_parser_counts() -> None:
    node, _ = compose("a: 1\r\nb: 'x\u2028y'\r\nc:\r\n  - d", "a.yml")
    assert node is not None
    found = {scalar.text: (scalar.line, scalar.column) for scalar in scalars(node)}
    assert found["1"] == (1, 4)
    assert found["d"] == (5, 5)


def test_a_file_that_is_not_there_a_folder_and_a_byte_order_mark(tmp_path: Path) -> None:
    assert [item.code for item in read(tmp_path / "a.yml", "a.yml")[1]] == ["K101"]
    assert [item.code for item in read(tmp_path, "a.yml")[1]] == ["K101"]
    (tmp_path / "b.yml").write_bytes(b"\xef\xbb\xbfa: b")
    node, findings = read(tmp_path / "b.yml", "b.yml")
    assert node == Mapping(((Scalar("a", True, 1, 1), Scalar("b", True, 1, 4)),), 1, 1)
    assert findings == []


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"a: \xff", "K103 1:4"), ("ă: b\nâ: ".encode() + b"\xe9", "K103 2:4"), ("a: b".encode("utf-16"), "K103 1:1")],
)
def test_bytes_that_are_no_utf8(data: bytes, place: str, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(data)
    node, findings = read(tmp_path / "a.yml", "a.yml")
    assert node is None
    assert [_short(item) for item in findings] == [place]


def test_limits(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("[1, 2, 3, 4]", encoding="utf-8")
    assert [_short(item) for item in read(tmp_path / "a.yml", "a.yml", Limits(size=11))[1]] == ["K102 0:0"]
    assert [_short(item) for item in read(tmp_path / "a.yml", "a.yml", Limits(nodes=3))[1]] == ["K109 1:8"]
    assert read(tmp_path / "a.yml", "a.yml", Limits(size=12, nodes=5, depth=2))[1] == []


def test_a_text_is_quoted_on_one_line_and_cut() -> None:
    assert quote("a\n\tb\x1b[31m  c") == "a b [31m c"
    assert quote("x" * 81) == "x" * 79 + "…"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_gives_a_node_or_a_finding(text: str) -> None:
    node, findings = compose(text, "a.yml")
    assert (node is not None) or findings


_VALUES = st.recursive(
    st.text("abcăđ 01:#-", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcă1.", min_size=1), inner, max_size=3),
    max_leaves=10,
)


@settings(deadline=None)
@given(st.dictionaries(st.text("abc", min_size=1), _VALUES, min_size=1))
def test_what_is_written_is_read(data: dict[str, object]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    node, findings = compose(text, "a.yml")
    assert node is not None
    assert _data(node) == data
    assert findings == []


def _data(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    return {name.text: _data(value) for name, value in node.pairs}


def _short(item: Finding) -> str:
    return f"{item.code} {item.place.line}:{item.place.column}"
