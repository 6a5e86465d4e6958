"""`recognitions.yml`: certificates of the national standard and of accreditation."""

from typing import Annotated, Literal

from kdcl_site.model.marks import POST
from kdcl_site.model.scalars import Id
from kdcl_site.nodes.entry import Day, Entry, Text, Whole


class Recognition(Entry):
    """One certificate; it keeps its printed dates whatever circular follows (Thông tư 57/2026, khoản 2 Điều 27).

    `school`: the id of the predecessor it was given to; none where it was given to the school itself.
    `decided`: the day of the decision behind it, where the paper tells it apart from the day of issue.
    """

    kind: Literal["national_standard", "accreditation"]
    framework: Text
    level: Whole
    issuer: Annotated[Text, POST]
    school: Id | None = None
    decision: Text | None = None
    decided: Day | None = None
    issued: Day
    expires: Day | None = None
