"""What a shared link shows and machines read, and what stands in the foot of every page, on the built site."""

import json
import re
from pathlib import Path
from typing import Any

from tests.project import build, make_project, pages

SITE = "https://chatluong.example.edu.vn/"


_META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def canonical(text: str) -> str:
    [address] = _CANONICAL.findall(text)
    return str(address)


def test_every_page_says_what_a_shared_link_shows(sample_site: Path) -> None:
    for page in pages(sample_site):
        if page.name == "404.html":
            continue
        text = page.read_text(encoding="utf-8")
        told = dict(_META.findall(text))
        assert told["og:title"], page
        assert told["og:description"] == told["description"], page
        assert told["og:url"] == canonical(text), page
        assert told["og:locale"] == ("en_US" if page.relative_to(sample_site).parts[0] == "en" else "vi_VN"), page
        image = told["og:image"].removeprefix(SITE)
        assert (sample_site / image).is_file(), page
        school = re.match(r"(?:en/)?truong/[^/]+/", page.relative_to(sample_site).as_posix())
        assert image == (f"{school[0]}chia-se.png" if school else "assets/kdcl/chia-se.png"), page


def test_images_are_light(sample_site: Path) -> None:
    images = list(sample_site.rglob("chia-se.png"))
    assert len(images) > 1
    assert [path for path in images if path.stat().st_size > 100_000] == []


def test_facts_stand_once_on_every_page_of_ours_and_name_the_page(sample_site: Path) -> None:
    for page in pages(sample_site):
        text = page.read_text(encoding="utf-8")
        if 'class="kdcl-crumbs"' not in text:
            continue
        [facts] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        crumbs: Any = json.loads(facts)["@graph"][0]["itemListElement"]
        assert crumbs[-1]["item"] == canonical(text), page


def test_the_foot_of_every_page_leads_to_reading_and_accessibility(sample_site: Path) -> None:
    for page in pages(sample_site):
        text = page.read_text(encoding="utf-8")
        assert text.count('class="kdcl-site-foot"') == 1, page
        foot = text.split('class="kdcl-site-foot"')[1].split("</p>")[0]
        reading, access = re.findall(r'href="([^"]+)"', foot)
        assert "cach-doc" in reading or "cach-doc" in page.as_posix(), page
        assert "tiep-can" in access or "tiep-can" in page.as_posix(), page


def test_every_page_of_a_school_says_whom_to_ask_and_how_old_its_data_are(sample_site: Path) -> None:
    for page in pages(sample_site / "truong" / "th-doi-thong"):
        text = page.read_text(encoding="utf-8")
        assert text.count('id="hoi-ai"') == 1, page
        assert 'href="tel:02000000000"' in text, page
        assert re.search(
            r"Phiên bản dữ liệu:</?\w*\s*<code>[0-9a-f]{12}</code>|Phiên bản dữ liệu: <code>[0-9a-f]{12}", text
        )
        assert "Cập nhật gần nhất" in text, page


def test_reading_and_accessibility_are_said_of_this_site(sample_site: Path) -> None:
    reading = next(
        path for path in (sample_site / "cach-doc/index.html", sample_site / "cach-doc.html") if path.exists()
    )
    text = reading.read_text(encoding="utf-8").replace("\u00a0", " ")
    for word in (
        "Không đạt Mức 1",
        "Chưa đánh giá",
        "Không áp dụng",
        "Đoàn đánh giá ngoài",
        "không đăng tệp",
        "Quá hạn",
    ):
        assert word in text
    assert "Nhà trường tự đánh giá" in text
    folder = reading.parent.parent if reading.name == "index.html" else reading.parent
    statement = next(path for path in (folder / "tiep-can/index.html", folder / "tiep-can.html") if path.exists())
    assert "WCAG 2.2" in statement.read_text(encoding="utf-8")


def test_an_operators_own_page_wins(tmp_path: Path) -> None:
    project = make_project(tmp_path, "th-canh-buom", site_author="Phòng CNTT Sở Minh Họa")
    (project / "content" / "cach-doc.md").write_text("# Cách đọc của chúng tôi\n", encoding="utf-8")
    site = build(project, strict=True)
    assert "Cách đọc của chúng tôi" in (site / "cach-doc/index.html").read_text(encoding="utf-8")
    assert "báo cho Phòng CNTT Sở Minh Họa" in (site / "tiep-can/index.html").read_text(encoding="utf-8")


def test_without_an_address_of_the_site_nothing_claims_one(tmp_path: Path) -> None:
    site = build(
        make_project(tmp_path, "th-canh-buom", site_url="", plugins=["search", {"kdcl": {"schools": "schools"}}])
    )
    assert list(site.rglob("chia-se.png")) == []
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        assert "og:title" in text, page
        assert not re.search(r'og:image|og:url|rel="canonical"|ld\+json', text), page
