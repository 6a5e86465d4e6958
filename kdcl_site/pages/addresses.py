"""Where pages stand: stable, ASCII, Vietnamese words; relative links with and without directory URLs."""

from dataclasses import dataclass

from kdcl_site.text.folding import slug

SCHOOLS = "truong"
FRAMEWORKS = "khung"


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


def evidence_file(school_id: str, name: str) -> str:
    """The published file of an item of evidence, from the site's root."""
    return f"{SCHOOLS}/{school_id}/tep/{name}"


def link_to_file(origin: Address, path: str, directory_urls: bool) -> str:
    """Return the relative link from a page to a file that is no page."""
    return _relative(origin.folder(directory_urls), path)
