"""Proposals in a sheet of programs: read after the sheet stands, taken or refused by one key."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.grid import GridColumn
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.suggest import Suggestion
from ui.context import Command, Screen, Services
from ui.models.grid import GridModel
from ui.models.proposal import Offer, Proposals, column_for, is_open, proposals
from ui.models.sheet_picture import Picture
from ui.translate import worded
from ui.widgets.grid_page import WorksheetPage
from ui.widgets.proposal_card import REFUSE_KEYS, TAKE_KEYS
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
        self._column: GridColumn | None = None
        self._ticket: Ticket | None = None
        self._shown: tuple[str, str] | None = None
        page.view.row_changed.connect(self._show_row)
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
        grid = picture.grid
        self._column = None if picture.read_only else column_for(grid)
        if grid is None or self._column is None:
            self._grid.show_proposals(Proposals())
            self._shown = None
            self._show_row()
            return
        place = (grid.worksheet.id, grid.sheet.party)
        if place != self._shown:
            # Rows of another sheet must not stand under old proposals while the new ones are sought.
            self._grid.show_proposals(Proposals())
            self._shown = None
        call = partial(self._services.suggest.suggestions, grid.sheet.opd)
        self._ticket = self._screen.read(call, partial(self._show, place, self._column))

    def commands(self) -> tuple[Command, ...]:
        """Return what the keys do, in words."""
        if self._column is None:
            return ()
        first, second = (partial(self.take, place) for place in range(len(TAKE_KEYS)))
        return (
            Command(worded("Pakai usulan dimensi pertama"), first, writes=True),
            Command(worded("Pakai usulan dimensi kedua"), second, writes=True),
            Command(worded("Tolak usulan dimensi baris ini"), self.refuse, writes=True),
        )

    def take(self, place: int) -> None:
        """Write the first (0) or second (1) proposal into the row one stands on: one act, undone by one."""
        row, offers = self._here()
        if not row or self._column is None:
            return
        if place < len(offers):
            self._grid.write([(row, self._column.key, offers[place].value)])
            self._screen.said.emit(f"{offers[place].head}: {self._grid.name_of(row)}")
        else:
            self._screen.warned.emit(self._why_none(row, offers))

    def refuse(self) -> None:
        """Offer what is proposed for the row one stands on no more."""
        row, offers = self._here()
        if not row or self._column is None:
            return
        if offers:
            call = partial(self._services.suggest.refuse, row, *(item.place for item in offers))
            self._screen.act(call, partial(self._refused, self._grid.name_of(row)))
        else:
            self._screen.warned.emit(self._why_none(row, offers))

    def _here(self) -> tuple[RowId | None, tuple[Offer, ...]]:
        """Return the row one stands on, and its proposals once what is being typed has been taken."""
        if not self._page.view.may_write:
            self._screen.warned.emit(WHY)
            return None, ()
        if not self._page.view.finish():
            return None, ()
        row = self._grid.row_at(self._page.view.currentIndex().row())
        return (row.row, self._grid.offers(row.row)) if row else (None, ())

    def _why_none(self, row: RowId, offers: tuple[Offer, ...]) -> str:
        if offers:
            return "Hanya ada satu usulan untuk baris ini."
        if self._column is not None and not is_open(self._grid.values_of(row), self._column.key):
            return worded("Dimensi baris ini sudah diisi, atau programnya tidak relevan.")
        return worded("Tidak ada usulan dimensi untuk baris ini.")

    def _show(self, place: tuple[str, str], column: GridColumn, found: dict[RowId, Suggestion]) -> None:
        self._shown = place
        self._grid.show_proposals(proposals(column, found))
        self._show_row()

    def _show_row(self) -> None:
        """Show beside the grid what is proposed for the row one stands on, as it stands now."""
        row = self._grid.row_at(self._page.view.currentIndex().row())
        card, key = self._page.proposals, self._column.key if self._column else ""
        if row is None or row.support or self._shown is None or not is_open(row.values, key):
            card.hide()
        else:
            card.show_offers(self._grid.offers(row.row))

    def _refused(self, name: str, changes: Changes) -> None:
        self.changed.emit()
        if changes:
            self._screen.said.emit(worded("Usulan dimensi ditolak") + f": {name}")
