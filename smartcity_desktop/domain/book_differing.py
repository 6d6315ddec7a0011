"""What two laptops filled differently in a book, its chapters and pictures, beside their texts. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.book import TextVersion
from smartcity_desktop.domain.choice_words import choice_word
from smartcity_desktop.domain.field_words import field_word
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import day_of, long_date

CHOSEN: Final[Mapping[str, tuple[str, ...]]] = {
    "book": ("number", "title", "subtitle"),
    "chapter": (
        *("title", "state", "author"),
        *("signed_position", "signed_by", "signed_place", "signed_on"),
    ),
    "figure": ("caption", "source"),
}
"""The fields of which a person chooses a value; where a chapter lies is seen in the outline itself."""
_EMPTY: Final = "(kosong)"


@dataclass(frozen=True, slots=True)
class Differing:
    """One field with the values that people gave it without seeing each other's, the shown one first."""

    ent: str
    row: RowId = NO_ROW
    field: str = ""
    versions: tuple[TextVersion, ...] = ()

    @property
    def words(self) -> str:
        """What the field is called: ``Judul``."""
        return field_word(self.ent, self.field)

    def said(self, value: str) -> str:
        """Return a value of the field in words."""
        if not value.strip():
            return _EMPTY
        if self.field == "state":
            return choice_word(self.ent, self.field, value)
        day = day_of(value) if self.field == "signed_on" else None
        return long_date(day, weekday=False) if day else " ".join(value.split())


def told(differing: Sequence[Differing]) -> str:
    """Say which fields wait for a choice: ``Judul dan penulis diisi berbeda di dua laptop``."""
    names = list(dict.fromkeys(item.words for item in differing))
    first, *rest = names
    said = [first, *(f"{name[:1].lower()}{name[1:]}" for name in rest)]
    whole = f"{', '.join(said[:-1])} dan {said[-1]}" if rest else said[0]
    return f"{whole} diisi berbeda di dua laptop. Pilih yang dipakai."
