"""Whatever happens, the published site is the old one or the new one."""

from pathlib import Path

import pytest

from kdcl_site.building.staging import Staging


def fill(folder: Path, word: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(word)


def shown(site: Path) -> str:
    return (site / "index.html").read_text()


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "site")


def test_the_first_site_appears(staging: Staging) -> None:
    fill(staging.start(), "new")
    staging.publish()
    assert shown(staging.site) == "new"
    assert not staging.new.exists()


def test_the_new_site_takes_the_old_ones_place_whole(staging: Staging) -> None:
    fill(staging.site, "old")
    (staging.site / "gone.html").write_text("x")
    fill(staging.start(), "new")
    assert shown(staging.site) == "old"
    staging.publish()
    assert shown(staging.site) == "new"
    assert sorted(path.name for path in staging.site.iterdir()) == ["index.html"]
    assert not staging.old.exists()


def test_a_discarded_build_leaves_the_old_site(staging: Staging) -> None:
    fill(staging.site, "old")
    fill(staging.start(), "half")
    staging.discard()
    assert shown(staging.site) == "old"
    assert not staging.new.exists()


def test_names_with_a_dot_are_carried_over(staging: Staging) -> None:
    fill(staging.site, "old")
    (staging.site / ".git").mkdir()
    (staging.site / ".git" / "HEAD").write_text("ref")
    (staging.site / ".nojekyll").write_text("old")
    new = staging.start()
    fill(new, "new")
    (new / ".nojekyll").write_text("new")
    staging.publish()
    assert (staging.site / ".git" / "HEAD").read_text() == "ref"
    assert (staging.site / ".nojekyll").read_text() == "new"


@pytest.mark.parametrize(
    ("site", "new", "old", "after"),
    [
        ("old", "half", None, "old"),  # stopped while the new site was made
        (None, "whole", "old", "old"),  # stopped between the two renames
        ("new", None, "old", "new"),  # stopped before the old site was removed
        (None, "half", None, None),  # stopped during the very first build
    ],
)
def test_what_an_interrupted_build_left_is_put_right(
    staging: Staging, site: str | None, new: str | None, old: str | None, after: str | None
) -> None:
    for folder, word in ((staging.site, site), (staging.new, new), (staging.old, old)):
        if word:
            fill(folder, word)
    staging.start()
    assert (shown(staging.site) if staging.site.exists() else None) == after
    assert not staging.old.exists()
    assert list(staging.new.iterdir()) == []
