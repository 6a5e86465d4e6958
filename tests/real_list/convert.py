"""The list of 101 records as a school folder: `write_school(folder)`."""

from pathlib import Path
from typing import Any

import yaml

from kdcl_site.exchange.former_codes import parse_former_codes

_RECORDS = Path(__file__).parent / "records.yml"
_STATES = {"co": "available", "chua": "planned"}
_SCHOOL = {
    "format": 1,
    "sample": True,
    "name": "Trường Tiểu học Suối Lam",
    "kind": "primary",
    "stages": ["primary"],
    "ownership": "public",
    "province": "Tỉnh Minh Họa",
    "commune": "Xã Suối Lam",
    "authority": "Sở Giáo dục và Đào tạo tỉnh Minh Họa",
    "summary": "Trường hư cấu. Nhà trường đã lập danh mục 101 hồ sơ, minh chứng và chưa đánh giá tiêu chí nào.",
}
_ASSESSMENT = {
    "framework": "tt57-2026/pho-thong",
    "kind": "self",
    "stage": "primary",
    "school_year": "2026-2027",
    "area": "normal",
    "published": "2026-11-10",
    "criteria": {},
}


def records() -> list[dict[str, Any]]:
    """The records as they stand in the list; every scalar is text, an empty cell an empty text."""
    listed: list[dict[str, Any]] = yaml.load(_RECORDS.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return listed


def evidence(record: dict[str, Any]) -> dict[str, Any]:
    """The item of evidence.yml for a record. ValueError for a former code that cannot be read: nothing is dropped."""
    former = parse_former_codes(record["ma_cu"])
    if former.unread:
        raise ValueError(f"{record['ma']}: {former.unread}")
    item = {
        "code": record["ma"],
        "title": record["ten"],
        "serves": record["tieu_chi"],
        "state": _STATES[record["trang_thai"]],
        "kept_at": f"Hộp {record['hop']}",
        "kept_by": record["phu_trach"],
    }
    if former.refs:
        item["former_codes"] = [{"code": ref.code, "how": ref.how} for ref in former.refs]
    return item


def write_school(target: Path) -> None:
    """Write the school into the folder `target`, whose name becomes its id; nothing is judged yet in its one round."""
    _write(target / "school.yml", _SCHOOL)
    _write(target / "evidence.yml", [evidence(record) for record in records()])
    _write(target / "rounds" / "2026-2027" / "assessment.yml", _ASSESSMENT)


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(text, encoding="utf-8", newline="\n")
