"""Of each file the gravest findings are kept, and the others are counted."""

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.limit import limited
from kdcl_site.findings.registry import finding


def _shown(items: list[Finding]) -> list[str]:
    return [f"{item.code} {item.place.file}:{item.place.line} {item.args.get('count', '')}".strip() for item in items]


def test_the_gravest_are_kept_and_the_others_counted() -> None:
    items = [finding("K115", Place("a", 1)), finding("K119", Place("a", 2)), finding("K105", Place("a", 3))]
    assert _shown(limited(items, 1)) == ["K105 a:3", "K120 a:0 2"]


def test_each_file_has_its_own_limit() -> None:
    items = [finding("K115", Place(file, line)) for file in "ab" for line in (1, 2)]
    assert limited(items, 2) == items


def test_what_was_left_out_before_is_counted_again() -> None:
    once = limited([finding("K115", Place("a", line)) for line in range(9)], 4)
    assert limited(once, 4) == once
    assert _shown(limited(once, 3))[-1] == "K120 a:0 6"
