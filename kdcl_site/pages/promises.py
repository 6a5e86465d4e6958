"""How many commitments are kept, in the same words wherever it is said: "3/7 xong · 1 quá hạn"."""

from kdcl_site.text.words import Words


def promise_text(words: Words, done: int, total: int, overdue: int) -> str:
    """Return how many of all commitments are done and how many are overdue; overdue ones only where there are any."""
    parts = [words("commitments.done", done=done, total=total)]
    if overdue:
        parts.append(words("commitments.overdue", count=overdue))
    return " · ".join(parts)
