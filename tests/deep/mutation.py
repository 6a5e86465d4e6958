"""Mutation run over judging: a change of the code that no test notices has to be explained in `survivors.yml`.

Runs in a copy of the project under `build/`, because mutmut works beside what it changes.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
COPY = ROOT / "build" / "mutation"
EXPLAINED = Path(__file__).with_name("survivors.yml")


class Mutation(NamedTuple):
    """A change of the code, named by what it does, so that the name outlives changes elsewhere."""

    function: str
    was: str
    becomes: str

    def __str__(self) -> str:
        return f"{self.function}\n  - {self.was}\n  + {self.becomes}"


def main() -> int:
    """Run all mutations, say which survivors are not explained and which explanations are void; 1 if there are any."""
    _copy()
    print("mutation: this takes up to half an hour", flush=True)
    run = subprocess.run([*_mutmut(), "run"], cwd=COPY, capture_output=True, text=True, encoding="utf-8")
    if run.returncode:
        print(run.stdout[-3000:], run.stderr, sep="\n")
        return 1
    states = _states()
    survived = {_mutation(key): state for key, state in states.items() if state != "killed"}
    explained = {Mutation(item["function"], item["was"], item["becomes"]) for item in _explained()}
    open_ones = sorted(survived.keys() - explained)
    void = sorted(explained - survived.keys())
    for mutation in open_ones:
        print(f"No test notices ({survived[mutation]}): {mutation}")
    for mutation in void:
        print(f"Explained, but there is no such survivor: {mutation}")
    open_count = f"{len(open_ones)} of them not explained"
    print(f"mutation: {len(states)} changes of judging, {len(survived)} not noticed, {open_count}")
    return int(bool(open_ones or void or not states))


def _copy() -> None:
    shutil.rmtree(COPY, ignore_errors=True)
    for name in ("kdcl_site", "tests"):
        shutil.copytree(ROOT / name, COPY / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", COPY)
    # mutmut leaves properties alone, and what is met is decided in them: in the copy they are methods behind one.
    for file in (COPY / "kdcl_site" / "judging").glob("*.py"):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(r"@property\n    def (\w+)\(", r"\1 = property(lambda self: self.\1_())\n\n    def \1_(", text),
            "utf-8",
        )


def _mutmut() -> list[str]:
    return [sys.executable, "-m", "mutmut"]


def _said(*arguments: str) -> str:
    command = [*_mutmut(), *arguments]
    return subprocess.run(command, cwd=COPY, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def _states() -> dict[str, str]:
    """How each mutation stands: `killed` where a test failed, else `survived`, `timeout`, `no tests`, `not checked`."""
    return dict(re.findall(r"^\s*(\S+__mutmut_\d+): (.+)$", _said("results", "--all", "true"), re.MULTILINE))


def _mutation(key: str) -> Mutation:
    module, name = key.removeprefix("kdcl_site.judging.").rsplit(".", 1)
    function = re.sub(r"^x_?|__mutmut_\d+$", "", name).replace("ǁ", ".").strip(".").rstrip("_")
    lines = _said("show", key).splitlines()
    return Mutation(f"{module}.{function}", *(_changed(lines, sign) for sign in "-+"))


def _changed(lines: list[str], sign: str) -> str:
    """The changed lines of a diff, joined."""
    return " ".join(line[1:].strip() for line in lines if line.startswith(sign) and not line.startswith(sign * 3))


def _explained() -> list[dict[str, str]]:
    found: list[dict[str, str]] = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    sys.exit(main())
