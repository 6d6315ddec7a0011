"""Ways to key: a sheet row by row, a card, a ballot; each gives the fields and takes what was keyed."""

from collections.abc import Callable
from functools import partial
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.grid import CellFault, GridColumn
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_loop import PrintedColumn
from smartcity_desktop.services.paper import PaperService
from ui.models.paper_form import KeyField, KeyPage, Opened
from ui.widgets.form_fields import lacks_choices, where_from

_NO_ROWS: Final = (
    "Barisnya berasal dari tempat lain yang masih kosong, misalnya Renstra di Dokumen. Isi dahulu di sana, "
    "lalu buka lagi nomor ini."
)
_ADDED: Final = (
    "Adakah yang ditulis tangan di bawah baris terakhir? Ketik apa adanya: menjadi catatan pada lembar ini. "
    "Kalau tidak ada, Enter saja."
)
_LINE: Final = (GridColumn("added", "Tambahan", "long", "grid"), PrintedColumn("added"))
Act = Callable[[Callable[[], Changes]], None]


class Keying:
    """What is keyed from one paper; ``write`` brings an act to the file at once."""

    def __init__(self, service: PaperService, found: Opened, write: Act) -> None:
        """Stand at the beginning of a paper."""
        self.service, self.found, self.write = service, found, write

    def page(self) -> KeyPage:
        """Return what is keyed now."""
        raise NotImplementedError

    def take(self, place: int, text: str, entered: bool) -> str:  # noqa: FBT001 - as the form calls it
        """Write one field; return in a sentence what is wrong, nothing where it stands."""
        raise NotImplementedError

    def step(self, by: int) -> bool:
        """Go to another row of the paper; False where there is none."""
        del by
        return False

    def held(self, place: int, text: str) -> str:
        """Return in a sentence that the text of a field is not stored, nothing where none is to be kept."""
        if place < 0:
            return ""
        paper, number = self.found.paper, self.found.number
        called = paper.called(number) if number else paper.number
        return f"{called}: {self.page().fields[place].label} belum disimpan: {text}."

    def stand_as(self, other: "Keying") -> None:
        """Stand at the row at which another one of the same paper stood."""
        del other


class SheetKeying(Keying):
    """A sheet, row by row in the order of the paper; a second reading goes without a sight of the first."""

    def __init__(self, service: PaperService, found: Opened, write: Act, *, second: bool = False) -> None:
        """Stand at the first row that says nothing; a second reading begins at the top."""
        super().__init__(service, found, write)
        self.second = second
        sheet = found.sheet
        self._columns = sheet.columns if sheet else ()
        self._rows = sheet.rows if sheet else ()
        self._told: dict[tuple[RowId, str], str] = {}
        known = sheet.second if sheet else {}
        for row in self._rows:
            for column, _ in self._columns:
                place = (row.row, column.key)
                again = known.get(place)
                self._told[place] = (
                    (again.text if again else "") if second else row.values.get(column.key, "")
                )
        # What stands below the rows is a comment; only rows are read a second time.
        self._takes_more = bool(self._rows) and sheet is not None and not sheet.free and not second
        self._added = list(sheet.added) if sheet else []
        self.at = self._first_unread() if second else self._first_open()

    @property
    def _below(self) -> int:
        """Which line below the rows is keyed, from 0; negative at a row."""
        return self.at - len(self._rows)

    def page(self) -> KeyPage:
        """Return the fields of the row that is keyed, or the line below the rows."""
        if not self._rows:
            return KeyPage("Tidak ada baris pada kertas ini", _NO_ROWS)
        if self._below >= 0:
            return KeyPage("Di bawah baris terakhir", _ADDED, (KeyField(*_LINE, self._line_added()),))
        row = self._rows[self.at]
        fields = tuple(
            KeyField(column, printed, self._told[row.row, column.key]) for column, printed in self._columns
        )
        free = self.found.sheet is not None and self.found.sheet.free
        heading = f"Baris {row.place}" if free else f"Baris {row.place} dari {self._rows[-1].place}"
        return KeyPage(heading, row.subject, fields)

    def take(self, place: int, text: str, entered: bool) -> str:  # noqa: FBT001 - as the form calls it
        """Write one field of the row."""
        if self._below >= 0:
            return self._take_added(text)
        row = self._rows[self.at].row
        column, printed = self._columns[place]
        stands = self._told[row, column.key]
        try:
            raw = KeyField(column, printed, stands).taken(text)
        except CellFault as fault:
            return f"{fault} {_elsewhere(column)}".strip()
        self._told[row, column.key] = raw
        if self.second:
            if entered or raw != stands:
                self.write(partial(self.service.reread, self.found.paper, row, column.key, raw))
        elif raw != stands:
            self.write(partial(self.service.key, self.found.paper, [(row, column.key, raw)]))
        return ""

    def step(self, by: int) -> bool:
        """Go to the next row, or back; below the last one of a sheet with rows of its own stands one more."""
        if not 0 <= self.at + by < len(self._rows) + self._lines_below():
            return False
        self.at += by
        return True

    def stand_as(self, other: Keying) -> None:
        """Stand at the same row."""
        if isinstance(other, SheetKeying):
            self.at = min(other.at, max(len(self._rows) + self._lines_below() - 1, 0))

    def _lines_below(self) -> int:
        """Return how many lines below the rows can be gone to: those that were keyed, and an empty one."""
        return len(self._added) + 1 if self._takes_more else 0

    def _line_added(self) -> str:
        return self._added[self._below] if self._below < len(self._added) else ""

    def _take_added(self, text: str) -> str:
        kept = " ".join(text.split())
        if kept == self._line_added():
            return ""
        place = self._below
        self._added[place : place + 1] = [kept]
        self.write(partial(self.service.key_added, self.found.paper, place, kept))
        return ""

    def _first_unread(self) -> int:
        unread = self.found.sheet.unread if self.found.sheet else ()
        rows = [row.row for row in self._rows]
        return rows.index(unread[0][0]) if unread else 0

    def _first_open(self) -> int:
        """Return the first row without any answer: there one goes on that was interrupted."""
        keys = [column.key for column, _ in self._columns]
        for place, row in enumerate(self._rows):
            if not any(self._told[row.row, key] for key in keys):
                return place
        return 0


class CardKeying(Keying):
    """A card: whose it is, and the idea; both together are one row."""

    def __init__(self, service: PaperService, found: Opened, write: Act, party: RowId = NO_ROW) -> None:
        """``party`` is that of the card before: a pile is usually of one group."""
        super().__init__(service, found, write)
        card = found.card
        self.party = card.party if card and card.party else party
        self._text = card.text if card else ""

    def page(self) -> KeyPage:
        """Return group and idea."""
        (whose, printed), (text, plain) = self.found.columns
        return KeyPage(
            f"Kartu {self.found.called}",
            "",
            (KeyField(whose, printed, self.party), KeyField(text, plain, self._text)),
        )

    def take(self, place: int, text: str, entered: bool) -> str:  # noqa: FBT001 - as the form calls it
        """Take the group; with the idea the card is written."""
        del entered
        column, printed = self.found.columns[place]
        before = (self.party, self._text)
        try:
            raw = KeyField(column, printed, before[place]).taken(text)
        except CellFault as fault:
            return str(fault)
        if place == 0:
            self.party = RowId(raw)
        else:
            self._text = raw
        if self._text and not self.party:
            return "Isi kelompoknya dahulu."
        if (self.party, self._text) != before and (self._text or before[1]):
            batch, number = self.found.paper, self.found.number
            self.write(partial(self.service.write_card, batch, number, self.party, self._text))
        return ""


class BallotKeying(Keying):
    """A ballot: the points of every line; it is counted whole, after the last line."""

    def __init__(self, service: PaperService, found: Opened, write: Act) -> None:
        """Stand at the first line."""
        super().__init__(service, found, write)
        ballot = found.ballot
        self._lines = ballot.lines if ballot else ()
        self._points = [item.points for item in self._lines]

    def held(self, place: int, text: str) -> str:
        """Hold nobody back: a ballot that breaks the rule of its vote is not counted, and lies there."""
        del place, text
        return ""

    def page(self) -> KeyPage:
        """Return a field for each line."""
        fields = tuple(
            KeyField(_points(place, item.text), PrintedColumn("points"), self._points[place - 1])
            for place, item in enumerate(self._lines, start=1)
        )
        title = self.found.ballot.title if self.found.ballot else ""
        return KeyPage(f"Surat suara {self.found.called}", title, fields)

    def take(self, place: int, text: str, entered: bool) -> str:  # noqa: FBT001 - as the form calls it
        """Take the points of a line; Enter in the last one counts the ballot where its rule is kept."""
        try:
            self._points[place] = KeyField(_points(place, ""), PrintedColumn("points")).taken(text)
        except CellFault:
            return "Bukan angka."
        if not entered or place + 1 < len(self._points) or self.found.ballot is None:
            return ""
        points = [int(item or 0) for item in self._points]
        wrong = self.found.ballot.fault(points)
        if wrong:
            return wrong if self.found.ballot.closed else f"{wrong} Perbaiki, atau tandai rusak (F7)."
        given = {item.item: count for item, count in zip(self._lines, points, strict=True)}
        self.write(partial(self.service.cast, self.found.paper, self.found.number, given))
        return ""


def _elsewhere(column: GridColumn) -> str:
    """Say what to do with words on paper for which a column has no choices yet; nothing where it has some."""
    if not lacks_choices(column):
        return ""
    return f"{where_from(column)} Sementara itu kosongkan di sini, dan tulis isinya di Catatan."


def _points(place: int, text: str) -> GridColumn:
    return GridColumn("points", f"{place}. {text}", "int", "grid")


def keying_of(service: PaperService, found: Opened, write: Act, *, second: bool, party: RowId) -> Keying:
    """Return the way in which a paper is keyed."""
    if found.card is not None:
        return CardKeying(service, found, write, party)
    if found.ballot is not None:
        return BallotKeying(service, found, write)
    return SheetKeying(service, found, write, second=second)
