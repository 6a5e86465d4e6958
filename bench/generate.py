"""Write invented schools of the size of real ones: `python -m bench.generate CATALOGUE FOLDER COUNT`.

A school has 100 evidence items, 10 commitments and about 400 words of prose for each criterion of the catalogue.
The same numbers give the same bytes: a school depends on its own number only.
"""

import random
import sys
from pathlib import Path
from typing import Any

import yaml

from bench.prose import COMMUNES, NATURE, POSTS, TITLES, sentence

Data = dict[str, Any]
EVIDENCE, COMMITMENTS, WORDS, YEAR = 100, 10, 400, "2026-2027"


class _Plain(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(text, encoding="utf-8", newline="\n")


def _school(number: int, pick: random.Random) -> Data:
    name = f"Trường Tiểu học {pick.choice(NATURE)} {pick.choice(NATURE)} {number}"
    return {
        "format": 1,
        "name": name,
        "kind": "primary",
        "stages": ["primary"],
        "ownership": "public",
        "founded": pick.randint(1960, 2015),
        "province": "Tỉnh Minh Họa",
        "commune": f"Xã {pick.choice(COMMUNES)}",
        "authority": "Sở Giáo dục và Đào tạo tỉnh Minh Họa",
        "summary": "Trường không có thật, do chương trình sinh ra để đo tốc độ. " + _prose(60, [], pick),
    }


def _prose(words: int, codes: list[str], pick: random.Random) -> str:
    sentences: list[str] = []
    # Half a sentence too few is as near as half a sentence too many.
    while sum(len(one.split()) for one in sentences) + 12 < words or not sentences:
        cited = f" ({', '.join(pick.sample(codes, min(2, len(codes))))})" if codes else ""
        sentences.append(sentence(pick) + cited + ".")
    return " ".join(sentences)


def _codes(numbers: list[str]) -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {number: [] for number in numbers}
    for item in range(EVIDENCE):
        number = numbers[item % len(numbers)]
        codes[number].append(f"MC.{number}.{len(codes[number]) + 1:02d}")
    return codes


def _evidence(codes: dict[str, list[str]], pick: random.Random) -> list[Data]:
    return [
        {
            "code": code,
            "title": f"{pick.choice(TITLES)} {pick.randint(2021, 2026)} ({code.rsplit('.', 1)[1]})",
            "issued": {
                "number": f"{pick.randint(1, 300)}/KH-TH",
                "on": f"2025-{pick.randint(1, 12):02d}-{pick.randint(1, 28):02d}",
                "by": "Nhà trường",
            },
            "serves": sorted({number, pick.choice(list(codes))}, key=lambda n: [int(p) for p in n.split(".")]),
            "state": "available",
            "access": pick.choices(["summary", "onsite", "internal"], [8, 3, 1])[0],
            "kept_at": f"Văn phòng, tủ {pick.randint(1, 6)}",
            "kept_by": pick.choice(POSTS),
        }
        for number, own in codes.items()
        for code in own
    ]


def _criterion(criterion: Data, codes: list[str], weak: bool, pick: random.Random) -> Data:
    share = WORDS // sum(len(level["requirements"]) for level in criterion["levels"])
    highest = criterion["levels"][-1]["level"]
    levels: Data = {}
    for level in criterion["levels"]:
        ids = [requirement["id"] for requirement in level["requirements"]]
        failed = ids[-1] if weak and level["level"] == highest else None
        levels[str(level["level"])] = {
            "verdict": {one: "not_met" if one == failed else "met" for one in ids},
            "findings": {one: _prose(share, codes, pick) for one in ids},
        }
    return {"levels": levels, "plain": sentence(pick) + "."}


def _assessment(catalogue: Data, codes: dict[str, list[str]], weak: dict[str, str], pick: random.Random) -> Data:
    standards = catalogue["standards"]
    return {
        "framework": catalogue["id"],
        "kind": "self",
        "stage": "primary",
        "school_year": YEAR,
        "area": "normal",
        "concluded_on": "2026-10-28",
        "approved": {"on": "2026-11-05", "by": "Hiệu trưởng", "decision": "45/QĐ-TH"},
        "published": "2026-11-10",
        "claims": 1,
        "criteria": {
            one["number"]: _criterion(one, codes[one["number"]], one["number"] in weak, pick)
            for standard in standards
            for one in standard["criteria"]
        },
        "standards": {standard["number"]: _summary(standard, weak, pick) for standard in standards},
    }


def _summary(standard: Data, weak: dict[str, str], pick: random.Random) -> Data:
    number = standard["number"]
    promised = [weak[one["number"]] for one in standard["criteria"] if one["number"] in weak]
    return {
        "strengths": [{"id": f"M{number}.{n}", "text": _prose(30, [], pick)} for n in (1, 2)],
        "weaknesses": [
            {
                "id": f"Y{number}.{n}",
                "text": _prose(30, [], pick),
                "cause": sentence(pick) + ".",
                "commitments": [promise],
            }
            for n, promise in enumerate(promised, start=1)
        ],
    }


def _improvement(weak: dict[str, str], pick: random.Random) -> Data:
    fields = ("situation", "limitation", "cause", "goal", "action", "measure", "resources", "expected_evidence")
    return {
        "plan": {"number": "15/KH-TH", "issued": "2026-11-12", "school_year": YEAR, "answers": YEAR},
        "commitments": [
            {
                "id": commitment,
                "title": sentence(pick),
                "criteria": [number],
                "origin": "self",
                **{field: _prose(25, [], pick) for field in fields},
                "start": "2026-11-15",
                "due": f"2027-{pick.randint(1, 8):02d}-{pick.randint(1, 28):02d}",
                "owner": pick.choice(POSTS),
                "log": [{"on": "2026-11-18", "status": "in_progress", "note": _prose(15, [], pick), "by": "Văn thư"}],
            }
            for number, commitment in weak.items()
        ],
    }


def write_school(folder: Path, number: int, catalogue: Data) -> None:
    """Write one school's folder; its highest level fails in as many criteria as there are commitments."""
    pick = random.Random(number)
    criteria = [one for standard in catalogue["standards"] for one in standard["criteria"]]
    codes = _codes([one["number"] for one in criteria])
    # Mandatory ones first, so that the school's claim of the first level is what follows from its data.
    chosen = sorted(criteria, key=lambda one: not one["mandatory"])[:COMMITMENTS]
    weak = {one["number"]: f"CT-2026-{n:02d}" for n, one in enumerate(chosen, start=1)}
    _write(folder / "school.yml", _school(number, pick))
    _write(folder / "evidence.yml", _evidence(codes, pick))
    _write(folder / "rounds" / YEAR / "assessment.yml", _assessment(catalogue, codes, weak, pick))
    _write(folder / "improvement" / f"{YEAR}.yml", _improvement(weak, pick))


def main(catalogue: str, folder: str, count: str) -> None:
    """Write `count` schools below `folder`, judged by the catalogue file."""
    data: Data = yaml.load(Path(catalogue).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for number in range(1, int(count) + 1):
        write_school(Path(folder) / f"th-mau-{number:04d}", number, data)


if __name__ == "__main__":
    main(*sys.argv[1:])
