"""Which state of a school's data the pages show: a short hash of what is published, and the newest day it tells of."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date

from kdcl_site.pages.commitments_page import told
from kdcl_site.pages.contact import answered, asked
from kdcl_site.pages.context import Context

_DIGITS = 12


def data_version(ctx: Context) -> str:
    """Return the same twelve hex digits for the same published data, in every language; nothing internal counts."""
    folder = ctx.folder
    published = [
        folder.school.model_dump_json(),
        *(f"{item.id}{item.assessment.model_dump_json()}" for item in ctx.rounds),
        *(item.model_dump_json() for item in ctx.evidence),
        *(item.plan.model_dump_json() for item in folder.plans if told(item)),
        *(one.model_dump_json() for item in folder.plans if told(item) for one in item.reviews),
        *(item.model_dump_json() for item in folder.commitments),
        *(item.model_dump_json() for item in folder.recognitions),
        folder.replies.model_dump_json() if folder.replies else "",
        *(waiver.model_dump_json() for waiver, _ in ctx.checked.waived),
        json.dumps({code: file.sha256 for code, file in ctx.files.items()}),
        *(one.where for item in ctx.rounds for one in ctx.checked.suspects.get(item.id, ())),
    ]
    text = ctx.plain("\n".join(published)).replace(ctx.words("evidence.internal"), "")
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def updated_on(ctx: Context) -> date | None:
    """Return the newest day, until that of the data, on which the school said something; None where it never did."""
    return max((day for day in _days(ctx) if day and day <= ctx.options.as_of), default=None)


def _days(ctx: Context) -> Iterator[date | None]:
    for item in ctx.rounds:
        yield item.assessment.published
        yield from (one.on for one in item.assessment.changes)
    for plan in ctx.folder.plans:
        if told(plan):
            yield plan.plan.issued
            yield from (one.on for one in plan.reviews)
    yield from (entry.on for one in ctx.folder.commitments for entry in one.log)
    yield from (item.withdrawn.on for item in ctx.evidence if item.withdrawn)
    for question in asked(ctx):
        yield question.on
        yield question.answer.on if question.answer and answered(ctx, question) else None
    yield from (one.on for one in (ctx.folder.replies.responses if ctx.folder.replies else ()))
