"""What is keyed from one paper at a time: a row of a sheet, a card, a ballot; fields in the paper's order."""

from dataclasses import dataclass, field

from smartcity_desktop.domain.grid import GridColumn, show
from smartcity_desktop.domain.paper_loop import PrintedColumn, keyed, numbered_words


@dataclass(frozen=True, slots=True)
class KeyField:
    """One field: its column as it is and as it was printed, and the raw value that stands."""

    column: GridColumn
    printed: PrintedColumn
    raw: str = ""

    @property
    def label(self) -> str:
        """The head of the column."""
        return self.column.label

    @property
    def hint(self) -> str:
        """What the numbers choose, or what a score may be."""
        words = "   ".join(numbered_words(self.column, self.printed))
        if words:
            return f"{words}   (beberapa: 1 3)" if self.column.many else words
        return "0–4" if self.column.kind == "score" else self.column.unit

    @property
    def shown(self) -> str:
        """The value in words."""
        return show(self.column, self.raw)

    def taken(self, text: str) -> str:
        """Return the raw value for what was keyed; text that was left as it was changes nothing.

        Raises CellFault.
        """
        return self.raw if text.strip() == self.shown.strip() else keyed(self.column, self.printed, text)


@dataclass(frozen=True, slots=True)
class KeyPage:
    """What is on the screen at once: where on the paper one is, what it is about, the fields."""

    heading: str = ""
    about: str = ""
    fields: tuple[KeyField, ...] = field(default=())
