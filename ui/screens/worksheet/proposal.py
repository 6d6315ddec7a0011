"""Proposals in a sheet: read after the sheet stands, taken or refused by one key."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from smartcity_desktop.domain.cell_offer import CellOffers
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import RowId
from ui.context import Command, Screen, Services
from ui.models.grid import GridModel
from ui.models.proposal import (
    REFUSE_KEYS,
    TAKE_KEYS,
    Asked,
    Offer,
    Proposals,
    column_for,
    is_open,
    sheet_proposals,
)
from ui.models.sheet_picture import Picture
from ui.translate import worded
from ui.widgets.grid_page import WorksheetPage
from ui.widgets.writing import WHY

if TYPE_CHECKING:
    from ui.lane import Ticket


class SheetProposals(QObject):
    """Shows what is proposed for the rows of the sheet; a person alone writes it."""

    changed = Signal()
    """The file has answered: what stands in it is to be read again."""

    def __init__(self, screen: Screen, services: Services, page: WorksheetPage, grid: GridModel) -> None:
        """Act for this screen."""
        super().__init__(screen)
        self._screen, self._services, self._page, self._grid = screen, services, page, grid
        self._ticket: Ticket | None = None
        self._shown: tuple[str, str] | None = None
        self._main = ""
        grid.settled.connect(self._ask_again)
        page.view.row_changed.connect(self._show_row)
        page.view.selectionModel().currentColumnChanged.connect(self._show_row)
        grid.progressed.connect(self._show_row)
        page.proposals.taken.connect(self.take)
        page.proposals.refused.connect(self.refuse)
        ways = [(keys, partial(self.take, place)) for place, keys in enumerate(TAKE_KEYS)]
        for keys, way in (*ways, (REFUSE_KEYS, self.refuse)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def show_picture(self, picture: Picture) -> None:
        """Ask for the proposals of the sheet that is shown now; a file that takes nothing gets none."""
        if self._ticket is not None:
            self._ticket.cancel()
        grid = None if picture.read_only else picture.grid
        main = column_for(grid)
        self._main = main.key if main else ""
        if grid is None:
            self._grid.show_proposals(Proposals())
            self._shown = None
            self._show_row()
            return
        place = (grid.worksheet.id, grid.sheet.party)
        if place != self._shown:
            # Rows of another sheet must not stand under old proposals while the new ones are sought.
            self._grid.show_proposals(Proposals())
            self._shown = None
        self._ask(grid)

    def commands(self) -> tuple[Command, ...]:
        """Return what the keys do, in words."""
        if not self._grid.has_proposals and not self._main:
            return ()
        first, second = (partial(self.take, place) for place in range(len(TAKE_KEYS)))
        return (
            Command("Pakai usulan pertama baris ini", first, writes=True),
            Command("Pakai usulan kedua baris ini", second, writes=True),
            Command("Tolak usulan baris ini", self.refuse, writes=True),
        )

    def take(self, place: int) -> None:
        """Write the first (0) or second (1) proposal into the row one stands on: one act, undone by one."""
        row, asked, offers = self._here()
        if not row:
            return
        if asked is not None and place < len(offers):
            stands = self._grid.values_of(row).get(asked.column.key, "")
            self._grid.write([(row, asked.column.key, asked.taken(stands, offers[place]))])
            self._screen.said.emit(f"{offers[place].head}: {self._grid.called_of(row)}")
        else:
            self._screen.warned.emit(self._why_none(row, offers))

    def refuse(self) -> None:
        """Offer what is proposed for the row one stands on no more."""
        row, _, offers = self._here()
        if not row:
            return
        if offers:
            call = partial(self._services.cell_offer.refuse, row, [item.offer for item in offers])
            self._screen.act(call, partial(self._refused, self._grid.called_of(row)))
        else:
            self._screen.warned.emit(self._why_none(row, offers))

    def rest(self) -> None:
        """Ask for nothing more before a sheet is shown again."""
        self._shown = None

    def _ask_again(self) -> None:
        """Ask about rows that were written; programs of plans say what they are already."""
        grid = self._grid.snapshot() if self._grid.takes_rows else None
        if grid is not None and (grid.worksheet.id, grid.sheet.party) == self._shown:
            self._ask(grid)

    def _ask(self, grid: Grid) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        place = (grid.worksheet.id, grid.sheet.party)
        call = partial(self._services.cell_offer.offers, grid)
        self._ticket = self._screen.read(call, partial(self._show, place, grid))

    def _here(self) -> tuple[RowId | None, Asked | None, tuple[Offer, ...]]:
        """Return the row one stands on, and its proposals once what is being typed has been taken."""
        if not self._page.view.may_write:
            self._screen.warned.emit(WHY)
            return None, None, ()
        if not self._page.view.finish():
            return None, None, ()
        at = self._page.view.currentIndex()
        row, key = self._grid.row_at(at.row()), self._key()
        asked = self._grid.asked_at(row.row, key) if row else None
        if row is None or (asked is not None and not self._is_seen(asked)):
            return None, None, ()
        return row.row, asked, self._grid.offers(row.row, key)

    def _key(self) -> str:
        """Return the column one stands in: that of a question where the whole row is open."""
        form, column = self._page.form, self._page.view.currentIndex().column()
        return (form.key if form.isVisible() else "") or self._grid.column_at(column).key

    def _is_seen(self, asked: Asked) -> bool:
        """Tell whether a proposal stands before one's eyes; what no cell shows is shown beside first."""
        form, key = self._page.form, asked.column.key
        is_asked = form.isVisible() and key in form.fields
        if is_asked or self._grid.place_of(key) >= 0 or self._page.proposals.isVisible():
            return True
        self._page.open_side()
        self._screen.told.emit(f"Usulan {asked.column.label} tampil di kanan; tekan sekali lagi.")
        return False

    def _why_none(self, row: RowId, offers: tuple[Offer, ...]) -> str:
        if offers:
            return "Hanya ada satu usulan untuk baris ini."
        if self._main and not is_open(self._grid.values_of(row), self._main):
            return worded("Dimensi baris ini sudah diisi, atau programnya tidak relevan.")
        return "Tidak ada usulan untuk baris ini."

    def _show(self, place: tuple[str, str], grid: Grid, found: CellOffers) -> None:
        self._shown = place
        self._grid.show_proposals(sheet_proposals(grid, found))
        self._show_row()

    def _show_row(self) -> None:
        """Show beside the grid what is proposed for the row one stands on, as it stands now."""
        at = self._page.view.currentIndex()
        row, card = self._grid.row_at(at.row()), self._page.proposals
        if row is None or row.support or self._shown is None:
            card.hide()
            return
        key = self._grid.column_at(at.column()).key
        asked = self._grid.asked_at(row.row, key)
        if asked is not None:
            card.show_offers(asked.column, self._grid.offers(row.row, key))
        elif is_open(row.values, self._main):
            card.show_unknown()
        else:
            card.hide()

    def _refused(self, name: str, changes: Changes) -> None:
        self.changed.emit()
        if changes:
            self._screen.said.emit(f"Usulan ditolak: {name}. Ctrl+Z mengurungkan.")
