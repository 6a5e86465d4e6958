"""`mkdocs serve`: a save is seen, an error keeps the last good state and never raises."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.project import logged, make_project


class Server:
    """Rebuilds as `mkdocs serve` does, without the network."""

    def __init__(self, project: Path, site: Path) -> None:
        self.project, self.site = project, site
        self.started = False

    def rebuild(self) -> None:
        config = load_config(str(self.project / "mkdocs.yml"), site_dir=str(self.site))
        if not self.started:
            config.plugins.on_startup(command="serve", dirty=False)
            self.started = True
        mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
        self.config = config

    def school(self) -> str:
        return (self.site / "truong/th-canh-buom/index.html").read_text(encoding="utf-8")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(make_project(tmp_path / "project", "th-canh-buom", "th-doi-thong"), tmp_path / "site")
    yield server
    if server.started:
        load_config(str(server.project / "mkdocs.yml")).plugins.on_shutdown()


def change(server: Server, old: str, new: str) -> None:
    path = server.project / "schools/th-canh-buom/school.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_save_is_seen(server: Server) -> None:
    server.rebuild()
    change(server, "Cánh Buồm", "Cánh Buồm Xanh")
    server.rebuild()
    assert "Cánh Buồm Xanh" in server.school()


def test_an_error_keeps_the_last_good_state_and_says_so_on_the_page(server: Server) -> None:
    server.rebuild()
    before = server.school()
    change(server, "kind: primary", "kind: tieu-hoc")
    with logged() as lines:
        server.rebuild()
    assert any(line.startswith("ERROR") and "school.yml" in line for line in lines)
    assert 'class="kdcl-bar"' in server.school()
    assert 'class="kdcl-bar"' not in (server.site / "truong/th-doi-thong/index.html").read_text(encoding="utf-8")
    change(server, "kind: tieu-hoc", "kind: primary")
    server.rebuild()
    assert server.school() == before


def test_a_wrong_block_in_an_authored_page_does_not_raise(server: Server) -> None:
    server.rebuild()
    with (server.project / "content/index.md").open("a", encoding="utf-8") as file:
        file.write("\n<!-- kdcl: countz -->\n")
    with logged() as lines:
        server.rebuild()
    assert any("countz" in line for line in lines)


def test_the_first_build_raises(server: Server) -> None:
    change(server, "kind: primary", "kind: tieu-hoc")
    with pytest.raises(Abort):
        server.rebuild()


def test_yaml_is_watched_and_evidence_files_are_not(server: Server) -> None:
    server.rebuild()
    watched: dict[str, bool] = {}

    class Watcher:
        def watch(self, path: str, *, recursive: bool = True) -> None:
            watched[Path(path).relative_to(server.project).as_posix()] = recursive

    watcher: Any = Watcher()
    server.config.plugins.on_serve(watcher, config=server.config, builder=lambda config: None)
    assert watched["schools"] is False
    assert watched["schools/th-canh-buom"] is False
    assert watched["schools/th-canh-buom/rounds"] is True
    assert watched["overrides"] is True
    assert not any("files" in path for path in watched)


def test_the_project_is_not_written_to(server: Server) -> None:
    server.rebuild()
    assert not (server.project / "site").exists()
    assert not any(".kdcl-" in path.name for path in server.project.iterdir())
