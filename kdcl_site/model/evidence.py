"""`evidence.yml`: the index of evidence (danh mục minh chứng), all rounds."""

from typing import Annotated, Literal

from kdcl_site.model.marks import POST
from kdcl_site.model.scalars import Access, Code, CriteriaRefs, Link, RelativePath, State, When
from kdcl_site.nodes.entry import Day, Entry, Text


class Issue(Entry):
    """Number, moment and body of issue."""

    number: Text | None = None
    on: When | None = None
    by: Annotated[Text | None, POST] = None


class Withdrawal(Entry):
    """When and why an item's file was taken back; its title stays."""

    on: Day
    reason: Text


class FormerCode(Entry):
    """A code the item had before; `how` says what became of the old item."""

    code: Code
    how: Literal["same", "split", "merged", "renamed"] = "same"


class Evidence(Entry):
    """One item of evidence; a code is never given to another document later."""

    code: Code
    title: Text
    issued: Issue | None = None
    serves: CriteriaRefs = ()
    state: State = "available"
    access: Access = "summary"
    file: RelativePath | None = None
    url: Link | None = None
    kept_at: Text | None = None
    kept_by: Annotated[Text | None, POST] = None
    valid_until: Day | None = None
    reviewed_for_redaction: Day | None = None
    withdrawn: Withdrawal | None = None
    former_codes: tuple[FormerCode, ...] = ()
    note: Text | None = None

    @property
    def internal(self) -> bool:
        """Whether nothing of it may leave the build."""
        return self.access == "internal"

    @property
    def proves(self) -> bool:
        """Whether it can support a rating: it exists and is not withdrawn."""
        return self.state == "available" and self.withdrawn is None
