"""Addresses that two files would share: an author's with a page of ours, or with another author's."""

from collections.abc import Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from kdcl_site.building.options import BuildOptions
from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.mkdocs.source_lines import shown_file
from kdcl_site.pages import addresses
from kdcl_site.text.words import ENGLISH

_FOLDERS = (addresses.SCHOOLS, addresses.FRAMEWORKS)
_PAGES = (addresses.READING, addresses.ACCESSIBILITY, addresses.CHECKS)
"""Pages of ours that an operator may write instead, under the same name."""


def address_findings(files: Files, config: MkDocsConfig, options: BuildOptions) -> Iterator[Finding]:
    """Yield a finding for each author's file at an address of ours, or of another file; case does not count."""
    ours = _ours(config, options)
    first: dict[str, File] = {}
    for file in files:
        if file.generated_by or file.inclusion.is_excluded():
            continue
        address = file.dest_uri.casefold()
        folder = (address.removeprefix(f"{ENGLISH}/") if options.english else address).partition("/")[0]
        place = Place(shown_file(file, options))
        if folder in _FOLDERS:
            yield finding("K625", place, value=file.dest_uri, other=f"/{folder}/")
        elif ours.get(address, file.src_uri) != file.src_uri:
            yield finding("K625", place, value=file.dest_uri, other=ours[address])
        elif address.endswith(".html") and (other := first.setdefault(address, file)) is not file:
            yield finding("K626", place, value=file.dest_uri, other=shown_file(other, options))


def _ours(config: MkDocsConfig, options: BuildOptions) -> Mapping[str, str]:
    """Our pages outside our folders, by address, each with the name under which an author may write it."""
    names = [f"{page}.md" for page in _PAGES]
    if options.english:
        names += [f"{ENGLISH}/{name}" for name in ("index.md", *names)]
    files = (File(name, config.docs_dir, config.site_dir, config.use_directory_urls) for name in names)
    return {file.dest_uri.casefold(): file.src_uri for file in files}
