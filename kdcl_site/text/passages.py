"""Marks around Vietnamese passages in a text of another language, so that a page can say which words are which.

The marks are signs of Unicode's private use, which no text from outside keeps. They pass through formatting, joining
and escaping; at the end a page's HTML turns them into `lang`, and every other text drops them.
"""

import re

OPEN, CLOSE = "\ue001", "\ue002"

_MARKS = re.compile(f"[{OPEN}{CLOSE}]")


def passage(text: str) -> str:
    """Return the text marked as Vietnamese; a text that says nothing stays as it is."""
    return f"{OPEN}{unmarked(text)}{CLOSE}" if text.strip() else text


def unmarked(text: str) -> str:
    """Return the text without marks."""
    return _MARKS.sub("", text)
