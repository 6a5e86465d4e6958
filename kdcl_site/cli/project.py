"""The project a command works on: the plugin's options, read from `mkdocs.yml` as plain YAML."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kdcl_site.building.options import BuildOptions, day_of_build, texts


class _Loader(yaml.SafeLoader):
    """Reads a `mkdocs.yml` without acting on the tags that MkDocs and its plugins give meaning to."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_project(config: Path) -> BuildOptions:
    """Return the options in a `mkdocs.yml`; without the file, the defaults for its folder.

    Raises OSError, yaml.YAMLError or ValueError when the file cannot be read.
    """
    project = config.resolve().parent
    defaults = BuildOptions(project, project / "schools", day_of_build())
    if not config.exists():
        return defaults
    data = yaml.load(config.read_text(encoding="utf-8-sig"), _Loader)
    own = _plugin(data)
    as_of = own.get("as_of") or defaults.as_of
    for name in ("schools", "frameworks"):
        if not isinstance(own.get(name, ""), str | None):
            raise ValueError(name)
    if not isinstance(as_of, date | str):
        raise ValueError("as_of")
    if not isinstance(own.get("severities") or {}, dict):
        raise ValueError("severities")
    if not isinstance(own.get("posts") or [], list):
        raise ValueError("posts")
    return replace(
        defaults,
        schools=project / own.get("schools", "schools"),
        as_of=as_of if isinstance(as_of, date) else date.fromisoformat(as_of),
        frameworks=project / own["frameworks"] if own.get("frameworks") else None,
        severities=texts(own.get("severities") or {}),
        posts=tuple(str(post) for post in own.get("posts") or ()),
    )


def _plugin(data: Any) -> dict[str, Any]:
    plugins = data.get("plugins") if isinstance(data, dict) else None
    if isinstance(plugins, dict):
        return plugins.get("kdcl") or {}
    for plugin in plugins or ():
        if isinstance(plugin, dict) and "kdcl" in plugin:
            return plugin["kdcl"] or {}
    return {}


def schools_in(paths: list[Path]) -> tuple[list[Path], list[Path]]:
    """Return the school folders that the paths name or hold, and the paths that are neither."""
    schools: list[Path] = []
    strange: list[Path] = []
    for path in paths:
        below = sorted(file.parent for file in path.glob("*/school.yml")) if path.is_dir() else []
        if (path / "school.yml").is_file():
            schools.append(path.resolve())
        elif below:
            schools += [folder.resolve() for folder in below]
        else:
            strange.append(path)
    return schools, strange
