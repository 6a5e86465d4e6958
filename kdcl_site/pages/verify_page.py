"""The page on which anyone checks a file they were given: is it one the school published, and which one."""

from dataclasses import dataclass

from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import file_about, file_link, published_file
from kdcl_site.pages.parts import Link


@dataclass(frozen=True, slots=True)
class VerifiableView:
    """A published file: the item it belongs to, its name where a reader saves it, what it is, its SHA-256."""

    code: str
    title: str
    item: str
    file: Link
    about: str
    sha256: str


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """All published files of a school; `signed` says who answers for them and of which day they are."""

    signed: str
    files: tuple[VerifiableView, ...]
    checksums: Link
    example: str


def verify_page(ctx: Context, origin: Address) -> VerifyPage:
    """Return what the page shows; the school has published a file."""
    index = ctx.link(origin, addresses.evidence(ctx.folder.id))
    files = []
    for item in ctx.evidence:
        if file := published_file(ctx, item):
            href = file_link(ctx, origin, addresses.evidence_file(ctx.folder.id, file.name))
            at = f"{index}#{anchor(item.code)}"
            link, about = Link(file.name, href), file_about(ctx, file)
            files.append(VerifiableView(item.code, ctx.say(item.title), at, link, about, file.sha256))
    path = addresses.checksums(ctx.folder.id)
    return VerifyPage(
        signed=signed(ctx),
        files=tuple(files),
        checksums=Link(path.rpartition("/")[2], file_link(ctx, origin, path)),
        example=files[0].file.title,
    )


def signed(ctx: Context) -> str:
    """Return who answers for the published files, and the day of the data."""
    school, told = ctx.folder.school, ctx.folder.replies
    post = next((one.post for one in school.leaders), told.ask.post if told and told.ask else "")
    key = "verify.signed_by" if post else "verify.signed"
    return ctx.words(key, school=ctx.name, post=ctx.say(post), date=ctx.day(ctx.options.as_of))
