"""Worksheets as a spreadsheet: saved, read back, and taken once a person has seen what came."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet_file import FileBook, Notes, Taken
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import safe_name, with_ending
from smartcity_desktop.services.worksheet import WorksheetService, write_book
from ui.context import Command, Screen, Services
from ui.models.grid import GridModel
from ui.screens.worksheet.coming import ComingBooks
from ui.translate import explain
from ui.widgets.taken_cells import TakenDialog

_FILTER: Final = "Excel (*.xlsx)"
_READ_ONLY: Final = (
    "Berkas ini hanya bisa dibaca, jadi isian dari Excel tidak bisa diambil. Salin berkasnya ke laptop, lalu "
    "buka salinannya."
)


class SheetFiles(QObject):
    """Saves one sheet, those of a table, or all of a worksheet as a spreadsheet, and reads it back."""

    taken = Signal()
    """What came back is written: the screen reads again."""

    def __init__(self, services: Services, screen: Screen, model: GridModel, button: QPushButton) -> None:
        """Work for a screen, which says the sentences; ``button`` gets the menu of the ways."""
        super().__init__(screen)
        self._services = services
        self._screen = screen
        self._model = model
        self.coming = ComingBooks(screen)
        self.coming.wanted.connect(self._compare)
        menu = QMenu(button)
        menu.setObjectName("sheetFileMenu")
        for words, way in self._ways():
            self._back = menu.addAction(words)
            self._back.triggered.connect(partial(_without_state, way))
            if way == self.save_table:
                self._of_table = self._back
        menu.aboutToShow.connect(self._name_table)
        menu.setToolTipsVisible(True)
        button.setMenu(menu)

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do with spreadsheets."""
        ways = self._ways() if self._back.isEnabled() else self._ways()[:-1]
        return tuple(
            Command(f"Excel: {words.removesuffix(' …')}", way)
            for words, way in ways
            if way != self.save_table or self._table()
        )

    def show_read_only(self, *, read_only: bool) -> None:
        """Say why nothing can be read back into a file that takes no change."""
        self._back.setEnabled(not read_only)
        self._back.setToolTip(_READ_ONLY if read_only else "")

    def save_one(self) -> None:
        """Save the sheet that is shown."""
        grid = self._model.grid
        if grid is None:
            self._screen.warned.emit("Belum ada lembar yang bisa disimpan ke Excel.")
            return
        sheet, party = grid.worksheet.id, grid.sheet.party
        name = f"Kertas kerja {grid.worksheet.code} {grid.party.short or grid.party_name}"
        self.save(lambda: [self._services.worksheet.grid(sheet, party)], name)

    def save_table(self) -> None:
        """Save the sheets of everybody at the table of the sheet that is shown, one tab each."""
        grid, table = self._model.grid, self._table()
        if grid is None or not table:
            return
        name = f"Kertas kerja {grid.worksheet.code} meja {table}"
        self.save(partial(_every, self._services.worksheet, grid.worksheet.id, table), name)

    def save_all(self) -> None:
        """Save every sheet of the worksheet that is shown, one tab each."""
        grid = self._model.grid
        if grid is None:
            self._screen.warned.emit("Belum ada lembar yang bisa disimpan ke Excel.")
            return
        sheet = grid.worksheet.id
        name = f"Kertas kerja {grid.worksheet.code} {grid.worksheet.title}"
        self.save(partial(_every, self._services.worksheet, sheet), name)

    def _table(self) -> str:
        """Return the number of the table at which the sheet that is shown is filled in; empty without one."""
        grid = self._model.grid
        return grid.party.table_no if grid else ""

    def _name_table(self) -> None:
        table = self._table()
        self._of_table.setVisible(bool(table))
        self._of_table.setText(f"Simpan semua lembar meja {table} ke Excel …")

    def _ways(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        table = self._table()
        return (
            ("Simpan lembar ini ke Excel …", self.save_one),
            (f"Simpan semua lembar meja {table} ke Excel …", self.save_table),
            ("Simpan semua lembar kertas kerja ini ke Excel …", self.save_all),
            ("Baca isian dari Excel …", self.ask),
        )

    def save(self, grids: Callable[[], list[Grid]], name: str) -> None:
        """Ask where the spreadsheet goes and write it; ``grids`` is called on the data thread."""
        folder = Path(self._screen.context.settings.value.last_folder or Path.home())
        proposed = str(folder / f"{safe_name(name)}.xlsx")
        chosen, _kind = QFileDialog.getSaveFileName(self._screen, "Simpan ke Excel", proposed, _FILTER)
        if chosen:
            self.save_to(grids, with_ending(chosen, ".xlsx"))

    def save_to(self, grids: Callable[[], list[Grid]], target: Path) -> None:
        """Write what stands on the disk and in the editors as a spreadsheet."""
        self._screen.context.autosave.flush_all()
        self._screen.read(
            partial(_gathered, self._services, grids), partial(self._write, target), failed=self._refused
        )

    def ask(self) -> None:
        """Let the person choose a spreadsheet that came back, and read it."""
        folder = self._screen.context.settings.value.last_folder
        chosen, _kind = QFileDialog.getOpenFileName(self._screen, "Baca isian dari Excel", folder, _FILTER)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a spreadsheet and show what it comes to; nothing is written yet."""
        self._remember(path)
        self._screen.context.autosave.flush_all()
        self.coming.read(path)

    def _write(self, target: Path, gathered: tuple[list[Grid], RowId, Notes]) -> None:
        self._screen.context.lane.side(partial(_written, gathered, target), self._saved, failed=self._refused)

    def _saved(self, target: Path) -> None:
        self._remember(target)
        self._screen.told.emit(
            f"Tersimpan: {target.name}. Setelah diisi di tempat lain: Excel, lalu Baca isian dari Excel."
        )

    def _compare(self, book: FileBook) -> None:
        self._screen.read(
            partial(self._services.worksheet.taken, book),
            partial(self._show, book),
            failed=self._refused,
        )

    def _show(self, book: FileBook, found: list[Taken]) -> None:
        name = book.name
        if not self.coming.is_seen():
            self.coming.keep(book)
            return
        if all(item.is_empty and not item.left_out for item in found):
            self._screen.warned.emit(f"{name}: tidak ada isian yang berubah, jadi tidak ada yang diambil.")
            return
        dialog = TakenDialog(name, found, self._screen)
        dialog.taken.connect(self._adopt)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.coming.remind)
        dialog.open()

    def _adopt(self, found: list[Taken]) -> None:
        count = sum(len(item.cells) for item in found)
        self._screen.act(
            partial(_adopted, self._services.worksheet, found),
            partial(self._adopted, count),
            failed=self._refused,
        )

    def _adopted(self, count: int, _changes: Changes) -> None:
        self._screen.said.emit(f"{count} isian dari Excel sudah diambil.")
        self.taken.emit()

    def _refused(self, fault: Fault) -> None:
        self._screen.warned.emit(explain(fault))

    def _remember(self, path: Path) -> None:
        settings = self._screen.context.settings
        settings.store(replace(settings.value, last_folder=str(path.parent)))


def _without_state(way: Callable[[], None], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt gives it
    way()


def _every(worksheet: WorksheetService, sheet: RowId, table: str = "") -> list[Grid]:
    """Return the sheets of a worksheet that can be filled in; only those of one table where it is named."""
    wanted = [place for place in worksheet.places(sheet) if not table or place.table_no == table]
    grids = [worksheet.grid(sheet, place.party) for place in wanted]
    return [grid for grid in grids if grid.rows or grid.worksheet.takes_rows]


def _gathered(services: Services, grids: Callable[[], list[Grid]]) -> tuple[list[Grid], RowId, Notes]:
    found = grids()
    return found, services.workshop.get().id, services.comment.open_notes(found)


def _written(gathered: tuple[list[Grid], RowId, Notes], target: Path) -> Path:
    grids, workshop, notes = gathered
    write_book(grids, workshop, target, notes)
    return target


def _adopted(worksheet: WorksheetService, found: list[Taken]) -> Changes:
    return worksheet.adopt(found)
