"""Lists of words in files of this package, each on as many lines as it needs."""

from importlib import resources

import yaml


def word_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of a file by their names, without their lines."""
    text = resources.files("kdcl_site.text").joinpath(name).read_text(encoding="utf-8")
    lists = yaml.load(text, yaml.CSafeLoader)
    return {key: tuple(word for line in lines for word in line) for key, lines in lists.items()}
