"""A small school that was confirmed after its publication, changes of it, and what is found in it then."""

import re
from datetime import date
from pathlib import Path

from kdcl_site.building.compile import Inspected, inspect_school
from kdcl_site.building.confirm import Confirming, confirm
from kdcl_site.findings.finding import Finding, in_order
from kdcl_site.pages.options import SiteOptions
from kdcl_site.reading.school import read_school
from tests.pages.school import frameworks
from tests.reading.golden import AS_OF, BASE

NAME = "confirmed.yml"
ROUND = "rounds/2026-2027/assessment.yml"
EVIDENCE = """\
- {code: MC.1.1.01, title: Kế hoạch phát triển nhà trường, serves: ["1.1"], file: files/ke-hoach.pdf}
- {code: MC.1.1.02, title: Biên bản họp, serves: ["1.1"], note: Bản giấy}
- {code: MC.1.1.97, title: Hồ sơ riêng, serves: ["1.1"], access: internal, file: files/rieng.txt}
- {code: MC.1.2.01, title: Quyết định thành lập, serves: ["1.2"], former_codes: [{code: H1-1.2-01}]}
"""
LEVEL_2 = '      2:\n        verdict: {"1": met}\n        findings: {"1": "Nhà trường họp bàn (MC.1.1.97)."}\n'
ASSESSMENT = f"""\
{BASE[ROUND].partition("criteria:")[0]}claims: 1
criteria:
  "1.1":
    levels:
      1:
        verdict: met
        findings: Nhà trường có kế hoạch (MC.1.1.01).
{LEVEL_2}  "1.2":
    levels:
      1:
        verdict: met
        findings: Nhà trường đủ bộ máy (MC.1.2.01).
"""
FILES = BASE | {
    "evidence.yml": EVIDENCE,
    ROUND: ASSESSMENT,
    "improvement/2026-2027.yml": "plan: {school_year: 2026-2027}\n",
    "files/ke-hoach.pdf": "%PDF-1.4 ban thu nhat",
    "files/rieng.txt": "rieng",
}
_FOUND = re.compile("K71[0-9]")


def confirmed_school(project: Path) -> Path:
    """Write the school into a project and confirm it; return its folder."""
    root = project / "schools" / "th-mau"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    confirming(root)
    return root


def confirming(root: Path, on: date = AS_OF, *rounds: str) -> Confirming:
    folder, found = read_school(root, f"schools/{root.name}", frameworks())
    assert folder is not None, in_order(found)
    return confirm(folder, root, rounds or [item.id for item in folder.rounds], on, "Lệnh ghi.")


def inspected(root: Path, on: date = AS_OF) -> Inspected:
    return inspect_school(root, f"schools/{root.name}", frameworks(), SiteOptions(True, on))


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old)
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def told(root: Path, on: date = AS_OF) -> list[str]:
    """The findings on what was confirmed, as "CODE where value :line"."""
    found = [item for item in in_order(inspected(root, on).findings) if _FOUND.fullmatch(item.code)]
    return [_line(item) for item in found]


def _line(item: Finding) -> str:
    parts = (item.code, item.args.get("where", ""), item.args.get("value", ""))
    return " ".join([*filter(None, parts), f":{item.place.line}"])
