"""`waivers.yml`: findings the school lives with for a while, each with a public reason and a last day."""

from kdcl_site.model.scalars import RelativePath
from kdcl_site.nodes.entry import Day, Entry, Text


class Waiver(Entry):
    """Leaves findings of one code unsaid until a day.

    `file` (in the school's folder) and `value` (what the finding's message quotes) narrow it down.
    """

    code: Text
    file: RelativePath | None = None
    value: Text | None = None
    reason: Text
    until: Day
