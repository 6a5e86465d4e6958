"""A page stamped into a frame is the page the theme would have rendered whole."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kdcl_site.building import site as building_site
from kdcl_site.building.frame import MARK, FrameError, Shape, escape, nav_title
from kdcl_site.building.work import Ready
from kdcl_site.mkdocs import plugin
from kdcl_site.mkdocs.frames import Theme
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.piece import NavItem, Piece
from tests.project import build, make_project

KINDS = ("school", "standard", "criterion", "evidence", "commitments", "history")


class Captured:
    """What the plugin had in hand when it wrote the schools."""

    theme: Theme
    schools: list[Ready]


@pytest.fixture(params=[True, False], ids=["folders", "files"], scope="module")
def captured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Captured]:
    keep = Captured()

    def write(site: Path, schools: Iterator[Ready], frame_of: Any, directory_urls: bool, bars: Any) -> Any:
        keep.theme, keep.schools = frame_of.__self__, list(schools)
        return building_site.write_schools(site, keep.schools, frame_of, directory_urls, bars)

    project = make_project(
        tmp_path_factory.mktemp("project"),
        "th-doi-thong",
        use_directory_urls=request.param,
        repo_url="https://git.example/nhom/trang",
        edit_uri="edit/main/content/",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin, "write_schools", write)
        build(project)
        yield keep


def piece_of(captured: Captured, kind: str) -> tuple[Ready, Piece]:
    [school] = captured.schools
    return school, next(piece for piece in school.pieces if piece.kind == kind)


def whole(theme: Theme, piece: Piece, school: str) -> str:
    """Render the page through the theme, with no frame and no sentinel."""
    directory_urls = theme.config.use_directory_urls
    folder = posixpath.dirname(piece.address.file(directory_urls))
    own = next(nav_title(item) for item in piece.nav if item.active)
    page = theme.page(
        piece.address,
        own,
        escape(piece.title),
        escape(piece.description),
        piece.kind,
        piece.source,
        head=piece.head,
        school=escape(school),
    )
    page.content = piece.body
    page.toc = TableOfContents([AnchorLink(escape(item.title), item.id, 2) for item in piece.toc])
    return theme.render(page, escape(school), [(root_url(item, folder), item.active) for item in piece.nav])


def root_url(item: NavItem, folder: str) -> NavItem:
    url = posixpath.normpath(posixpath.join(folder, item.href)) + ("/" if item.href.endswith("/") else "")
    return NavItem(nav_title(item), url, item.active)


def bare(html: str) -> str:
    return re.sub(r"\s+", "", html)


@pytest.mark.parametrize("kind", KINDS)
def test_a_stamped_page_equals_the_page_rendered_whole(captured: Captured, kind: str) -> None:
    school, piece = piece_of(captured, kind)
    theme = captured.theme
    url = piece.address.url(theme.config.use_directory_urls)
    html = theme.frame(Shape.of(piece)).stamp(piece, school.row.name, url, "ROOT")
    rendered = re.sub(r'("base":\s*")[^"]*(")', r"\1ROOT\2", whole(theme, piece, school.row.name))
    assert bare(html) == bare(rendered)
    assert MARK not in html


def test_frames_are_few(captured: Captured) -> None:
    [school] = captured.schools
    shapes = {Shape.of(piece) for piece in school.pieces}
    assert len(shapes) <= 2 * len(KINDS)
    assert {shape for shape in captured.theme.frames if shape.section == "truong"} == shapes
    assert len(captured.theme.frames) <= len(shapes) + 2


def test_the_edit_link_leads_to_the_schools_own_file(captured: Captured) -> None:
    captured.theme.config.theme["features"].append("content.action.edit")
    captured.theme.frames.clear()
    school, piece = piece_of(captured, "evidence")
    html = captured.theme.frame(Shape.of(piece)).stamp(piece, school.row.name, "x", ".")
    assert 'href="https://git.example/nhom/trang/edit/main/schools/th-doi-thong/evidence.yml"' in html
    captured.theme.config.theme["features"].remove("content.action.edit")
    captured.theme.frames.clear()


def test_an_override_may_ask_for_the_kind_of_page(captured: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = captured.theme.config.plugins.on_post_page

    def on_post_page(output: str, *, page: Any, config: Any) -> str:
        seen.append(page.meta["kdcl"]["kind"])
        return real(output, page=page, config=config)

    monkeypatch.setattr(captured.theme.config.plugins, "on_post_page", on_post_page)
    captured.theme.frames.clear()
    captured.theme.frame(Shape("standard", 3, False, True))
    assert seen == ["standard"]
    captured.theme.frames.clear()


def test_a_theme_without_a_place_for_the_body_is_an_error(captured: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captured.theme, "render", lambda *_: "<html></html>")
    captured.theme.frames.clear()
    with pytest.raises(FrameError, match="BODY"):
        captured.theme.frame(Shape("standard", 3, False, True))


def test_addresses_have_a_file_in_both_modes() -> None:
    assert Address("truong/a", index=True).file(False) == "truong/a/index.html"
    assert Address("truong/a/minh-chung").file(False) == "truong/a/minh-chung.html"
    assert Address("truong/a/minh-chung").file(True) == "truong/a/minh-chung/index.html"
