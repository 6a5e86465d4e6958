"""Write docs/checks.md, the Vietnamese page on every code, from the registry of codes."""

from pathlib import Path

from kdcl_site.findings.handbook import handbook
from kdcl_site.text.words import load_words

PAGE = Path(__file__).parents[1] / "docs" / "checks.md"

if __name__ == "__main__":
    PAGE.write_text(handbook(load_words("vi")), encoding="utf-8", newline="\n")
