"""A sample school with random secrets in everything that is not public, in every text the schemas have there."""

import io
import json
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, PngImagePlugin

from tests.site.filler import SCHEMAS, Filler
from tests.site.rewrite import load, save

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
YEARS = ("2022-2023", "2023-2024", "2024-2025", "2025-2026")
PUBLIC = {"draft": "false", "published": "2026-11-10"}


class Secrets:
    """Hands out words that stand nowhere else, and remembers them."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.words: list[str] = []

    def word(self) -> str:
        """Return a new secret: letters that are written alike in HTML, addresses, JSON and names of files."""
        self.words.append("".join(self.random.choices(LETTERS, k=12)))
        return self.words[-1]

    def filled(self, kind: str, *below: str, data: dict[str, Any]) -> dict[str, Any]:
        """Return the data with a secret in every text that their schema has."""
        schema = SCHEMAS[kind]
        for key in below:
            schema = schema[key] if key in schema else schema["properties"][key]
        filler = Filler(lambda path, text: self.word(), set())
        path = ".".join([kind, *(key for key in below if key != "items")])
        result: dict[str, Any] = json.loads(json.dumps(filler.filled(schema, data, path)))
        return result


def hide_secrets(school: Path, random: Random) -> list[str]:
    """Add internal and withdrawn evidence, drafts, what is not yet published, files that tell; return the secrets."""
    secrets = Secrets(random)
    folder = school / "files"
    folder.mkdir(exist_ok=True)
    evidence = load(school / "evidence.yml")
    codes = [f"MC.{random.choice(['1.1', '2.2', '3.4'])}.{number}" for number in random.sample(range(60, 99), 3)]
    for code in codes:
        item = secrets.filled("evidence", "items", data={"code": code, "title": "x", "access": "internal"})
        item |= {"code": code, "access": "internal", "file": f"files/{secrets.word()}.pdf"}
        item["former_codes"] = [{"code": secrets.word()}]
        (school / item["file"]).write_bytes(b"%PDF-1.4 " + secrets.word().encode())
        evidence.insert(random.randrange(len(evidence)), item)
    withdrawn: dict[str, Any] = {"code": "MC.1.1.51", "title": "Sổ đã rút", "access": "public", "serves": ["1.1"]}
    withdrawn |= {"withdrawn": {"on": "2026-10-01", "reason": "Có tên người"}, "file": f"files/{secrets.word()}.pdf"}
    (school / withdrawn["file"]).write_bytes(b"%PDF-1.4 " + secrets.word().encode())
    photo: dict[str, Any] = {"code": "MC.1.1.52", "title": "Ảnh sân trường", "access": "public", "serves": ["1.1"]}
    photo |= {"file": "files/anh-san-truong.png", "reviewed_for_redaction": "2026-10-01"}
    (school / photo["file"]).write_bytes(_telling_photo(secrets))
    save(school / "evidence.yml", [*evidence, withdrawn, photo])

    path = school / "rounds" / "2026-2027" / "assessment.yml"
    save(path.with_name("council.yml"), secrets.filled("council", data={"members": [{"post": "x", "name": "x"}] * 7}))
    save(path.with_name("figures.yml"), {"tables": {"khac": {secrets.word(): {"years": {"2026-2027": "91"}}}}})
    published = load(path)
    for year, state in zip(random.sample(YEARS, 3), ({"draft": "true"}, {}, {"published": "2027-01-01"}), strict=True):
        hidden = {key: value for key, value in published.items() if key not in PUBLIC}
        hidden = secrets.filled("assessment", data=hidden) | {"school_year": year} | state
        (school / "rounds" / year).mkdir(exist_ok=True)
        save(school / "rounds" / year / "assessment.yml", hidden)
        rows = {secrets.word(): {"years": {"2019-2020": "91"}, "sum_of": [secrets.word()]}}
        save(school / "rounds" / year / "figures.yml", {"tables": {secrets.word(): rows}})
    cited = random.choice([rating for rating in published["criteria"].values() if "levels" in rating])
    level = next(iter(cited["levels"].values()))
    level["findings"] = f"Trường theo dõi từng em ({codes[0]}; MC.1.1.01)."
    save(path, published)

    plan = school / "improvement" / "2026-2027.yml"
    told = load(plan)
    draft = secrets.filled("improvement", "commitments", "items", data=dict(told["commitments"][0]))
    told["commitments"].insert(0, draft | {"id": f"CT-{secrets.word()}", "draft": "true"})
    save(plan, told)
    return secrets.words + codes


def _telling_photo(secrets: Secrets) -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", secrets.word())
    exif = Image.Exif()
    exif[0x013B] = secrets.word()
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), (0, 90, 90)).save(stream, "PNG", pnginfo=told, exif=exif)
    return stream.getvalue() + secrets.word().encode()
