"""Draw the images of shared links: one for each school, one for all other pages."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kdcl_site.outputs.share_card import school_card, site_card
from kdcl_site.outputs.share_image import share_image
from kdcl_site.pages import addresses
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.text.forms import day_in
from kdcl_site.text.words import Words


def write_share_images(site: Path, rows: Iterable[SchoolRow], site_name: str, as_of: date, words: Words) -> None:
    """Write the image of each school, in the language of the words."""
    day = day_in(words, as_of)
    for row in rows:
        _write(
            site / addresses.share_image(row.id, words.language), share_image(school_card(row, site_name, day, words))
        )


def write_site_image(site: Path, site_name: str, about: str, as_of: date, words: Words) -> None:
    """Write the image of the pages that belong to no school."""
    _write(site / addresses.SHARE_IMAGE, share_image(site_card(site_name, about, day_in(words, as_of), words)))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(data)
    except OSError as error:  # a full disk is reported without a name
        raise OSError(error.errno, error.strerror, str(path)) from error
