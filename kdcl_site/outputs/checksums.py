"""The hashes of a school's published files as `sha256sum -c` and `shasum -c` read them from the school's folder."""

from kdcl_site.pages import addresses
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import has_files, published_file
from kdcl_site.pages.verify_page import signed
from kdcl_site.text.passages import unmarked


def checksums(ctx: Context) -> list[tuple[str, str]]:
    """Return the file's path and text: who answers for it as a comment, then a line a file; nothing without a file."""
    if not has_files(ctx):
        return []
    folder = f"{addresses.school(ctx.folder.id).path}/"
    said = " ".join(unmarked(signed(ctx)).split())
    lines = [
        f"{file.sha256}  {addresses.evidence_file(ctx.folder.id, file.name).removeprefix(folder)}"
        for item in ctx.evidence
        if (file := published_file(ctx, item))
    ]
    return [(addresses.checksums(ctx.folder.id), "\n".join([f"# {said}", *lines, ""]))]
