"""The three kinds of node a YAML file is made of."""

from collections.abc import Iterator
from typing import NamedTuple

from kdcl_site.findings.finding import Place


class Scalar(NamedTuple):
    """A text as written; `plain` when it stands without quotes or block style. No type is guessed."""

    text: str
    plain: bool
    line: int
    column: int

    @property
    def empty(self) -> bool:
        """Whether nothing stands here: an empty value, or a plain `null` or `~`."""
        return self.plain and self.text in ("", "null", "~")


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys with their nodes, in the order of the file; a key stands once."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """Return the node under a key."""
        return next((node for name, node in self.pairs if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """Return the key itself, which knows its place."""
        return next((name for name, _ in self.pairs if name.text == key), None)


Node = Scalar | Sequence | Mapping


def scalars(node: Node, keys: bool = False) -> Iterator[Scalar]:
    """Yield all values below a node, and its keys when asked for, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item, keys)
    else:
        for name, value in node.pairs:
            if keys:
                yield name
            yield from scalars(value, keys)


def quote(text: str, longest: int = 80) -> str:
    """Return an author's text as a message may show it: one line, printable, not too long."""
    line = "".join(char if char.isprintable() else " " for char in text[: 4 * longest])
    line = " ".join(line.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


class Located(NamedTuple):
    """A mapping and the file it stands in: what a typed object keeps to find its places again."""

    file: str
    node: Mapping

    def place(self, *path: str | int) -> Place:
        """Return the place of what stands under the path, as far as the path exists.

        The place of a mapping's value is the value's own; of a missing one, the place of the nearest node above.
        """
        return Place(self.file, *position(self.node, path))

    def key_place(self, *path: str) -> Place:
        """Return the place of the key a path ends with; of a missing one, as `place` does."""
        owner = below(self.node, path[:-1])
        key = owner.key(path[-1]) if isinstance(owner, Mapping) else None
        return Place(self.file, key.line, key.column) if key else self.place(*path)


def position(node: Node, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column of the node under a path, or of the last node on the way that exists."""
    for step in path:
        inner = below(node, (step,))
        if inner is None:
            break
        node = inner
    return node.line, node.column


def below(node: Node, path: tuple[str | int, ...]) -> Node | None:
    """Return the node under a path, or None."""
    inner: Node | None = node
    for step in path:
        if isinstance(inner, Mapping) and isinstance(step, str):
            inner = inner.get(step)
        elif isinstance(inner, Sequence) and isinstance(step, int) and step < len(inner.items):
            inner = inner.items[step]
        else:
            return None
    return inner
