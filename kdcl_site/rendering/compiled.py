"""Templates compiled before in this process: a served site is made anew at each save, from the same templates."""

from functools import lru_cache
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Compiled templates by name and file, each for the source it was made from."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the template into the bucket if it was compiled from this very source."""
        source, code = self._known.get(bucket.key, ("", None))
        if source == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's template."""
        if bucket.code is not None:
            self._known[bucket.key] = bucket.checksum, bucket.code


@lru_cache(maxsize=8)
def compiled(_constants: str) -> Compiled:
    """Return what was compiled with the same constants: words and marks that Jinja puts into the templates."""
    return Compiled()
