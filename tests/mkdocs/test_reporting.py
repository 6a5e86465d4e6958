"""Findings on the configuration: features of the theme that do not go with the schools' own search."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from kdcl_site.findings.registry import registry
from kdcl_site.mkdocs.options import build_options
from kdcl_site.mkdocs.reporting import feature_findings
from tests.project import make_project

THEME = {"name": "material", "language": "vi", "font": False}


@pytest.mark.parametrize(
    ("features", "extra", "told"),
    [
        ([], {}, []),
        (["navigation.top", "toc.follow"], {}, []),
        (["navigation.instant"], {}, ["navigation.instant"]),
        (["navigation.top", "navigation.instant.prefetch"], {}, ["navigation.instant.prefetch"]),
        (["content.tooltips"], {}, ["content.tooltips"]),
        ([], {"version": {"provider": "mike"}}, ["extra.version"]),
    ],
)
def test_features_at_odds_with_our_search(
    features: list[str], extra: dict[str, Any], told: list[str], tmp_path: Path
) -> None:
    project = make_project(tmp_path, theme=THEME | {"features": features}, extra=extra)
    config = load_config(str(project / "mkdocs.yml"))
    options = build_options(config.plugins["kdcl"].config, config)
    found = feature_findings(config, options)
    assert [(item.code, item.args["value"]) for item in found] == [("K607", value) for value in told]
    assert all(item.place.file == "mkdocs.yml" for item in found)
    assert not registry()["K607"].locked
