"""The sample site as built: whole, linked, listed, without a sentinel, the same each time."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from kdcl_site.building.frame import MARK
from tests.project import SAMPLES, build, logged, make_project, pages
from tests.site.links import broken_links, parse


def test_no_link_leads_nowhere(sample_site: Path) -> None:
    assert broken_links(sample_site) == []


def test_no_byte_of_a_sentinel_is_left(sample_site: Path) -> None:
    files = [path for path in sample_site.rglob("*") if path.is_file()]
    assert [path.name for path in files if MARK.encode() in path.read_bytes()] == []


def test_ids_are_unique_on_each_page(sample_site: Path) -> None:
    for page in pages(sample_site):
        twice = [name for name, times in Counter(parse(page).ids).items() if times > 1]
        assert twice == [], page


def test_titles_and_descriptions_are_unique(sample_site: Path) -> None:
    for pattern in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)"'):
        found = Counter(
            match[1]
            for page in pages(sample_site)
            if page.name != "404.html" and (match := re.search(pattern, page.read_text(encoding="utf-8"), re.S))
        )
        assert [text for text, times in found.items() if times > 1] == []


def test_every_page_has_one_h1_and_says_its_language(sample_site: Path) -> None:
    for page in pages(sample_site):
        elements = parse(page).elements
        assert [tag for tag, _ in elements].count("h1") == 1, page
        assert ("html", {"lang": "vi", "class": "no-js"}) in elements


def test_no_page_shows_markdown_that_was_not_read(sample_site: Path) -> None:
    for page in pages(sample_site):
        assert "!!! " not in page.read_text(encoding="utf-8"), page


def test_the_sitemap_lists_every_page_and_no_clock(sample_site: Path) -> None:
    xml = (sample_site / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>https://chatluong\.example\.edu\.vn/(.*?)</loc>", xml)
    files = {(url + "index.html" if url.endswith("/") or not url else url) for url in listed}
    assert files == {path.relative_to(sample_site).as_posix() for path in pages(sample_site)} - {"404.html"}
    assert len(listed) == len(files)
    assert "lastmod" not in xml


def test_no_page_asks_another_host(sample_site: Path) -> None:
    for page in pages(sample_site):
        for tag, attributes in parse(page).elements:
            if tag in {"script", "img", "iframe", "source"} or attributes.get("rel") in {"stylesheet", "preconnect"}:
                assert not re.match(r"(https?:)?//", attributes.get("src", attributes.get("href", ""))), page


def test_sample_schools_say_so_on_every_page(sample_site: Path) -> None:
    for name in SAMPLES:
        for page in pages(sample_site / "truong" / name):
            assert "Trường mẫu" in page.read_text(encoding="utf-8"), page


def test_the_same_input_gives_the_same_bytes_whatever_the_clock_and_the_place(tmp_path: Path) -> None:
    project = make_project(tmp_path, "th-doi-thong")
    first = contents(build(project))
    away = os.environ | {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "0",
        "SOURCE_DATE_EPOCH": "0",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "other"]
    subprocess.run(command, cwd=project, env=away, check=True)
    assert contents(project / "other") == first


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_last_line_says_what_was_built(tmp_path: Path) -> None:
    with logged() as lines:
        site = build(make_project(tmp_path, *SAMPLES))
    count = len(pages(site)) - 1
    said = rf"kdcl: {len(SAMPLES)} trường, {count} trang, 0 lỗi, 0 cảnh báo, \d+ lưu ý, [\d,]+ giây"
    assert re.search(said, lines[-1])
