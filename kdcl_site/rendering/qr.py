"""A QR code as inline SVG: dark squares on white, with a name for those who do not see it."""

import segno
from markupsafe import Markup, escape

_QUIET = 4
"""Squares of white that readers need around a code."""


def qr_svg(url: str, label: str) -> Markup:
    """Return the code of an address; the same address gives the same bytes."""
    code = segno.make_qr(url, error="m")
    rows = [bytes(row) for row in code.matrix]
    size = len(rows) + 2 * _QUIET
    runs = "".join(
        f"M{start + _QUIET} {place + _QUIET}h{length}v1h-{length}z"
        for place, row in enumerate(rows)
        for start, length in _dark(row)
    )
    return Markup(
        f'<svg class="kdcl-qr" role="img" aria-labelledby="kdcl-qr" viewBox="0 0 {size} {size}">'
        f'<title id="kdcl-qr">{escape(label)}</title>'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{runs}"/></svg>'
    )


def _dark(row: bytes) -> list[tuple[int, int]]:
    """Where runs of dark squares begin, and how long they are."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((place, 1))
    return found
