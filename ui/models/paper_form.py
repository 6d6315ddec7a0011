"""What is keyed from one paper at a time, fields in the paper's order, and the papers beside it."""

from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.grid import GridColumn, show
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_loop import (
    OUT,
    Ballot,
    Card,
    KeySheet,
    Paper,
    PaperLine,
    PrintedColumn,
    Settlement,
    keyed,
    numbered_words,
)
from smartcity_desktop.domain.worksheet import Worksheet


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


_NO_PAPER: Final = Paper()


@dataclass(frozen=True, slots=True)
class Overview:
    """The worksheets one can choose, and the papers, batches and sums of the chosen one.

    ``elsewhere`` are the codes of other worksheets of which papers were issued.
    """

    worksheets: tuple[Worksheet, ...] = ()
    worksheet: RowId = NO_ROW
    lines: tuple[PaperLine, ...] = ()
    batches: tuple[Paper, ...] = ()
    sums: tuple[Settlement, ...] = ()
    next: str = ""
    elsewhere: tuple[str, ...] = ()

    @property
    def lying(self) -> str:
        """Where papers lie that can be keyed, in a sentence; empty where none were issued."""
        codes = ", ".join(self.elsewhere)
        return f"Yang sudah keluar: {codes}. Pilih kertas kerjanya di atas." if codes else ""

    @property
    def progress(self) -> str:
        """``7 dari 12 lembar selesai``; empty where no sheet was issued."""
        known = len(self.lines)
        told = sum(1 for item in self.lines if item.paper.state != OUT)
        return f"{told} dari {known} lembar selesai" if known else ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The paper that is keyed: a sheet, or one card or ballot of a batch."""

    paper: Paper = _NO_PAPER
    number: int = 0
    sheet: KeySheet | None = None
    card: Card | None = None
    ballot: Ballot | None = None
    columns: tuple[tuple[GridColumn, PrintedColumn], ...] = field(default=())

    @property
    def kept(self) -> str:
        """What became of a card or ballot that is not keyed; empty where nothing is noted."""
        single = self.card or self.ballot
        return single.state if single else ""

    @property
    def called(self) -> str:
        """The number with its letter."""
        return Paper(number=self.paper.called(self.number)).code if self.number else self.paper.code
