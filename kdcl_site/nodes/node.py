"""The three kinds of node a YAML file is made of."""

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


class Located(NamedTuple):
    """A mapping and the file it stands in: what a typed object keeps to find its places again."""

    file: str
    node: Mapping

    def place(self, *path: str | int) -> Place:
        """Return the place of what stands under the path, as far as the path exists.

        The place of a mapping's value is the value's own; of a missing one, the place of the nearest node above.
        """
        return Place(self.file, *position(self.node, path))


def position(node: Node, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column of the node under a path, or of the last node on the way that exists."""
    for step in path:
        below: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            below = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        if below is None:
            break
        node = below
    return node.line, node.column
