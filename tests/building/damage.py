"""Schools damaged at random, and what has to hold of each: findings or pages, soon, and in little memory."""

import resource
import shutil
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from kdcl_site.building.compile import compile_school
from kdcl_site.findings.finding import Severity, count
from kdcl_site.findings.report import FORMATS, report
from kdcl_site.findings.source import lines_below
from kdcl_site.rendering.render import Renderer
from tests.pages.school import OPTIONS, words
from tests.reading.golden import BASE, FRAMEWORKS
from tests.site.rewrite import load, save

SECONDS, MEGABYTES = 20, 400
"""What one school may take; a sound one takes a hundredth of it."""

MORE = {
    "rounds/2026-2027/council.yml": "members: [{post: Hiệu trưởng, task: Chủ tịch}, {post: Văn thư, name: Tên}]\n",
    "recognitions.yml": "- {kind: accreditation, framework: tt17-2018, level: 1, issuer: Sở, issued: 2024-11-06}\n",
    "waivers.yml": "- {code: K506, reason: Vòng này làm theo hai đợt, until: 2027-05-31}\n",
    "replies.yml": """\
ask: {post: Văn thư}
questions:
  - {id: H1, on: 2026-11-12, text: Vì sao chậm, criteria: ["1.1"]}
  - {id: H2, on: 2026-11-12, text: Bao giờ xong, answer: {on: 2026-11-13, by: Hiệu trưởng, text: Tháng sau.}}
responses: [{round: 2026-2027, on: 2026-11-15, by: Hiệu trưởng, criteria: ["1.1"], text: Trường đồng ý.}]
""",
    "rounds/2023-2024/assessment.yml": """\
framework: tt18-2018
kind: external
school_year: 2023-2024
published: 2024-06-10
criteria:
  "1.1":
    levels: {1: {verdict: {a: met, b: met}, findings: {a: Có.}}}
    weaknesses: [{id: Y9, text: Chậm, not_planned: Đang bàn}]
clauses: {"1": {verdict: met, findings: Có.}}
changes: [{on: 2024-07-01, what: Sửa câu, why: Gõ nhầm}]
""",
}
FILES = {**BASE, **MORE}
STRANGE: tuple[Any, ...] = (
    None, "", " ", "0", "-1", "1e999", "999999999", "9" * 40, "true", "null", "~", ".nan",
    "2026-02-30", "0001-01-01", "9999-12-31", "2026-13", "2026-2025", "..", "/", "a" * 5000, "\u202e", "\x00", "𝔘",
    "MC.1.1.01", "1.1", "met", "internal", "public", "(" * 500, "[x](" * 200, "* " * 500, "{{ x }}", "%s",
    "KDCL0BODY0SLOT", [], {}, [[]], {"": ""}, [None], {"1": {"1": {"1": {}}}},
)  # fmt: skip
"""Values that are right nowhere, or in other places."""

_RENDERER = Renderer(words())


def lay_out(folder: Path) -> Path:
    """Write the sound school, in place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def damage(folder: Path, random: Random) -> None:
    """Take out, double, move, replace or rename some nodes of a school's files."""
    for _ in range(random.randint(1, 5)):
        path = folder / random.choice(sorted(FILES))
        data = load(path)
        holders = list(_holders(data))
        if not holders:
            continue
        holder = random.choice(holders)
        key = random.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        other = random.choice(holders)
        value = random.choice([*STRANGE, other, holder[key], [holder[key]], {"x": holder[key]}])
        order = random.randrange(4)
        if order == 0:
            del holder[key]
        elif order == 1 and isinstance(holder, list):
            holder += [holder[key]] * random.choice([1, 2, 50])
        elif order == 2 and isinstance(holder, dict):
            holder[random.choice([*(key for key in map(str, other)), "x", "id", "code", "draft", "1.1"])] = holder.pop(
                key
            )
        else:
            holder[key] = value
        try:
            save(path, data)
        except (RecursionError, ValueError):  # a node put into itself, or no text that YAML can hold
            path.write_text(FILES[path.relative_to(folder).as_posix()], encoding="utf-8")


def _holders(data: Any) -> Any:
    if isinstance(data, dict | list) and data:
        yield data
        for value in data.values() if isinstance(data, dict) else data:
            yield from _holders(value)


def survives(folder: Path) -> bool:
    """Compile the school and write every report; say whether it has pages. A crash or a hang raises."""
    started, before = time.process_time(), _megabytes()
    compiled = compile_school(folder, f"schools/{folder.name}", FRAMEWORKS, OPTIONS, _RENDERER)
    for form in FORMATS:
        report(compiled.findings, form, words(), lines_below(folder.parent))
    assert time.process_time() - started < SECONDS
    assert _megabytes() - before < MEGABYTES
    assert bool(compiled.pieces) != bool(count(compiled.findings, Severity.ERROR)), compiled.findings
    assert all(item.place.file.startswith(f"schools/{folder.name}") for item in compiled.findings)
    return bool(compiled.pieces)


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 if sys.platform == "darwin" else 1024)
