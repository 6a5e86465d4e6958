"""Checking a file in the browser: the sum is right for every length, the answer names the item, nothing is sent."""

import hashlib
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.web.conftest import KINDS, Open

VERIFY = KINDS["verify"]
LENGTHS = (0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 700_001)
VECTORS = {
    b"": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    b"abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq": (
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    b"a" * 1_000_000: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
}
"""Of FIPS 180."""


def choose(page: Page, data: bytes) -> str:
    """Choose a file of these bytes; the sum the page shows."""
    page.locator(".kdcl-verify code").evaluate("node => { node.textContent = ''; }")
    page.locator("input[type=file]").set_input_files(FilePayload(name="tep", mimeType="", buffer=data))
    expect(page.locator(".kdcl-verify code")).to_have_text(re.compile("^[0-9a-f]{64}$"), timeout=20_000)
    return page.locator(".kdcl-verify code").inner_text()


def test_sums_of_the_standard_and_of_random_files(open_page: Open) -> None:
    page = open_page(VERIFY)
    assert {data: choose(page, data) for data in VECTORS} == VECTORS
    for length in LENGTHS:
        data = random.Random(length).randbytes(length)
        assert choose(page, data) == hashlib.sha256(data).hexdigest(), length


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_published_file_is_named_and_any_other_is_not(open_page: Open, site: Path, root: str) -> None:
    page = open_page(root + VERIFY)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for file in sorted((site / "truong/th-doi-thong/tep").iterdir()):
        choose(page, file.read_bytes())
        expect(page.locator(".kdcl-verify [role=status]")).to_contain_text(f"{file.stem} ")
        choose(page, file.read_bytes() + b" ")
        expect(page.locator(".kdcl-verify")).to_have_attribute("data-state", "unknown")
    assert asked == []


def test_a_large_file_does_not_freeze_the_page(open_page: Open, tmp_path: Path) -> None:
    large = tmp_path / "lon"
    large.write_bytes(bytes(20_000_000))
    page = open_page(VERIFY)
    page.evaluate("""() => {
        let last = performance.now(); window.longest = 0;
        const tick = () => {
            const now = performance.now();
            window.longest = Math.max(window.longest, now - last);
            last = now;
            setTimeout(tick);
        };
        tick();
    }""")
    page.locator("input[type=file]").set_input_files(large)
    expect(page.locator(".kdcl-verify code")).to_have_text(
        hashlib.sha256(bytes(20_000_000)).hexdigest(), timeout=60_000
    )
    assert page.evaluate("window.longest") < 1_000


def test_it_works_from_the_disk(open_page: Open, site: Path) -> None:
    page = open_page(None)
    page.goto((site / VERIFY / "index.html").as_uri())
    assert choose(page, b"abc") == VECTORS[b"abc"]


def test_without_java_script_the_hashes_and_the_commands_are_there(open_page: Open, site: Path) -> None:
    page = open_page(VERIFY, java_script=False)
    expect(page.locator(".kdcl-verify")).to_be_hidden()
    told = page.locator("#kdcl-files code").all_inner_texts()
    files = sorted((site / "truong/th-doi-thong/tep").iterdir())
    assert sorted(told) == sorted(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    expect(page.locator("main")).to_contain_text("certutil -hashfile MC.1.1.01.pdf SHA256")
