"""What a school's report says at the foot of every printed sheet: which version of the data it shows.

A margin box cannot show a text of the page, and a page may hold no style of its own, so this is a file.
"""

from kdcl_site.pages import addresses
from kdcl_site.pages.context import Context
from kdcl_site.pages.version import data_version
from kdcl_site.text.passages import unmarked

_BOX = 'content: "{text}"; color: #000; font: 13pt "Times New Roman", "Liberation Serif", Tinos, serif;'


def print_style(ctx: Context) -> tuple[str, str]:
    """Return the style sheet's path from the site's root, and its text."""
    said = f"{unmarked(ctx.words('foot.version'))} {data_version(ctx)}"
    box = _BOX.format(text="".join(map(_plain, said)))
    return addresses.print_style(ctx.folder.id, ctx.options.language), f"@page {{ @bottom-center {{ {box} }} }}\n"


def _plain(sign: str) -> str:
    """A sign as a text of CSS may hold it."""
    return sign if sign.isalnum() or sign in " .:" else f"\\{ord(sign):x} "
