"""Which prints are also saved as a Word document, for those who go on writing them. Pure."""

from typing import Final

from smartcity_desktop.domain.print_job import kind_of

WORD_FAMILIES: Final = frozenset({"book", "rule"})
"""Families of prints whose text a team goes on with: books, drafts of regulations and decrees."""


def takes_word(key: str) -> bool:
    """Tell whether a kind of print can be saved as a Word document."""
    kind = kind_of(key)
    return kind is not None and kind.family in WORD_FAMILIES
