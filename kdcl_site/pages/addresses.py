"""Where pages stand: stable, ASCII, Vietnamese words; relative links with and without directory URLs."""

from dataclasses import dataclass

from kdcl_site.text.folding import slug
from kdcl_site.text.words import ENGLISH, FIRST_LANGUAGE

SCHOOLS = "truong"
FRAMEWORKS = "khung"
READING = "cach-doc"
ACCESSIBILITY = "tiep-can"
CHECKS = "kiem-tra"
SHARE_IMAGE = "assets/kdcl/chia-se.png"
"""The image of a shared link to a page of no school."""


@dataclass(frozen=True, slots=True)
class Address:
    """A page's place from the site's root: `path` without a slash at its end; `index` when it heads a folder."""

    path: str
    index: bool = False

    def file(self, directory_urls: bool) -> str:
        """Return the file that holds the page."""
        return self.path + ("/index.html" if self.index or directory_urls else ".html")

    def url(self, directory_urls: bool) -> str:
        """Return the address as a browser asks for it, from the site's root."""
        return self.path + "/" if directory_urls else self.file(False)

    def folder(self, directory_urls: bool) -> list[str]:
        """Return the names of the folders the page's file lies in."""
        parts = self.path.split("/")
        return parts if self.index or directory_urls else parts[:-1]

    @property
    def depth(self) -> int:
        """How many folders lie above the path's last part."""
        return self.path.count("/")


def translated(address: Address, language: str) -> Address:
    """Return the same page's place in a language; links between pages of one language do not change with it."""
    if language == FIRST_LANGUAGE:
        return address
    return Address(f"{language}/{address.path}".rstrip("/"), address.index)


def former(address: Address, school_id: str) -> Address:
    """Return where a page of a school stood when the school had another id."""
    parts = address.path.split("/")
    parts[parts.index(SCHOOLS) + 1] = school_id
    return Address("/".join(parts), address.index)


def counterpart(address: Address) -> Address:
    """Return a page's place in the other of the two languages."""
    first, _, rest = f"{address.path}/".partition("/")
    if first == ENGLISH:
        return Address(rest.rstrip("/"), address.index)
    return translated(address, ENGLISH)


def link(origin: Address, target: Address, directory_urls: bool, fragment: str = "") -> str:
    """Return the relative link from one page to another, as MkDocs writes it (`./` or the file's name to itself)."""
    relative = _relative(origin.folder(directory_urls), target.url(directory_urls)) or "./"
    return at(relative, fragment, origin == target)


def at(href: str, fragment: str, same_page: bool = False) -> str:
    """Return a link with a fragment, where there is one."""
    if not fragment:
        return href
    return f"#{fragment}" if same_page else f"{href}#{fragment}"


def _relative(folder: list[str], url: str) -> str:
    """Like `posixpath.relpath`, which costs ten times as much and drops the slash at the end."""
    parts = url.split("/")
    same = 0
    for mine, other in zip(folder, parts[:-1], strict=False):
        if mine != other:
            break
        same += 1
    return "../" * (len(folder) - same) + "/".join(parts[same:])


def directory() -> Address:
    """The directory of schools."""
    return Address(SCHOOLS, index=True)


def place(commune: str, province: str) -> str:
    """The fragment at which the directory lists the schools of a commune."""
    return "xa-" + slug(f"{commune} {province}")


def school(school_id: str) -> Address:
    """A school's own page."""
    return Address(f"{SCHOOLS}/{school_id}", index=True)


def round_(school_id: str, round_id: str) -> Address:
    """A round's overview, where the school's own page does not hold it."""
    return Address(f"{SCHOOLS}/{school_id}/{round_id}", index=True)


def clauses(school_id: str, round_id: str, level: int) -> Address:
    """The separate clauses of a level in a round."""
    return Address(f"{SCHOOLS}/{school_id}/{round_id}/muc-{level}")


def history(school_id: str) -> Address:
    """A school's rounds and certificates over the years."""
    return Address(f"{SCHOOLS}/{school_id}/lich-su")


def frameworks() -> Address:
    """The list of frameworks."""
    return Address(FRAMEWORKS, index=True)


def reading() -> Address:
    """How to read results."""
    return Address(READING)


def accessibility() -> Address:
    """The statement of accessibility."""
    return Address(ACCESSIBILITY)


def all_checks() -> Address:
    """Everything that is checked; a code stands at its own fragment."""
    return Address(CHECKS)


def framework(framework_id: str) -> Address:
    """A framework's page; a slash in an id is written as a hyphen."""
    return Address(f"{FRAMEWORKS}/{framework_id.replace('/', '-')}", index=True)


def framework_criterion(framework_id: str, number: str) -> Address:
    """What a framework asks at one criterion."""
    return Address(f"{framework(framework_id).path}/tieu-chi-{number}")


def standard(school_id: str, round_id: str, number: str) -> Address:
    """A standard's page in a round."""
    return Address(f"{SCHOOLS}/{school_id}/{round_id}/tieu-chuan-{number}")


def criterion(school_id: str, round_id: str, number: str) -> Address:
    """A criterion's page in a round."""
    return Address(f"{SCHOOLS}/{school_id}/{round_id}/tieu-chi-{number}")


def evidence(school_id: str) -> Address:
    """A school's index of evidence, all rounds; an item stands at the fragment of its code."""
    return Address(f"{SCHOOLS}/{school_id}/minh-chung")


def commitments(school_id: str) -> Address:
    """A school's commitments; one stands at the fragment of its id."""
    return Address(f"{SCHOOLS}/{school_id}/cam-ket")


def questions(school_id: str) -> Address:
    """What a school was asked and what it says of others' results."""
    return Address(f"{SCHOOLS}/{school_id}/hoi-dap")


def checks(school_id: str) -> Address:
    """What was checked of a school's data."""
    return Address(f"{SCHOOLS}/{school_id}/{CHECKS}")


def verify(school_id: str) -> Address:
    """Where anyone can check a file they were given."""
    return Address(f"{SCHOOLS}/{school_id}/kiem-chung")


def checksums(school_id: str) -> str:
    """The hashes of a school's published files, from the site's root."""
    return f"{SCHOOLS}/{school_id}/checksums.txt"


def print_style(school_id: str, language: str) -> str:
    """The style sheet that a school's reports are printed with, from the site's root."""
    return f"{translated(school(school_id), language).path}/in.css"


def report(school_id: str, round_id: str = "") -> Address:
    """The whole self-assessment: of the current round at the school's own address, of another one in its folder."""
    return Address("/".join(part for part in (SCHOOLS, school_id, round_id, "bao-cao") if part))


def sheet(school_id: str) -> Address:
    """The one page for parents to print."""
    return Address(f"{SCHOOLS}/{school_id}/phieu-phu-huynh")


def evidence_file(school_id: str, name: str) -> str:
    """The published file of an item of evidence, from the site's root."""
    return f"{SCHOOLS}/{school_id}/tep/{name}"


def share_image(school_id: str, language: str) -> str:
    """The image of a shared link to any page of a school, from the site's root."""
    return f"{translated(school(school_id), language).path}/chia-se.png"


def link_to_file(origin: Address, path: str, directory_urls: bool) -> str:
    """Return the relative link from a page to a file that is no page."""
    return _relative(origin.folder(directory_urls), path)


def absolute(site_url: str, target: Address, directory_urls: bool) -> str:
    """Return a page's full address, or an empty text where the site's own is not known."""
    return f"{site_url.rstrip('/')}/{target.url(directory_urls)}" if site_url else ""
