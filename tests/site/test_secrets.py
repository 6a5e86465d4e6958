"""Leaks, by construction: of random schools' secrets not one is in a byte of what a build leaves behind."""

import gzip
import re
import sys
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config

from kdcl_site.building.build import inspect_all
from kdcl_site.cli.main import main
from kdcl_site.findings.report import FORMATS, report
from kdcl_site.findings.source import lines_below
from kdcl_site.mkdocs.options import build_options
from kdcl_site.text.words import load_words
from tests.project import build, logged, make_project
from tests.site.secret_school import hide_secrets

SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.deep) for seed in range(1, 40))]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_byte_holds_a_secret(seed: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    random = Random(seed)
    project = make_project(tmp_path, "th-doi-thong", english=seed % 4 == 3)
    secrets = hide_secrets(project / "schools" / "th-doi-thong", random)
    assert len(set(secrets)) > 150
    config_file = str(project / "mkdocs.yml")
    done = CliRunner().invoke(main, ["confirm", "-f", config_file, str(project / "schools" / "th-doi-thong")])
    assert done.exit_code == 0, done.output
    secrets += re.findall("[0-9a-f]{32,64}", (project / "schools/th-doi-thong/confirmed.yml").read_text("utf-8"))
    with logged() as lines:
        site = build(project)
    assert (site / "truong/th-doi-thong/index.html").exists()
    assert list(site.rglob("MC.1.1.52.png"))
    config = load_config(config_file)
    options = build_options(config.plugins["kdcl"].config, config)
    findings = list(inspect_all(options, None))
    told = [report(findings, form, load_words("vi"), lines_below(project)) for form in FORMATS]
    said = "\n".join([done.output, *lines, *told, *capfd.readouterr()])
    files = [path for folder in (site, project / ".kdcl") for path in sorted(folder.rglob("*")) if path.is_file()]
    leaks = {secret for secret in secrets if secret in said}
    for path in files:
        data = path.read_bytes()
        data += gzip.decompress(data) if path.suffix == ".gz" else b""
        held = data.upper() + str(path).upper().encode()
        if found := [secret for secret in secrets if secret.upper().encode() in held]:
            leaks |= {f"{path.relative_to(project)}: {secret}" for secret in found}
    assert leaks == set()
    print(f"{len(secrets)} secrets, {len(files)} files", file=sys.stderr)
