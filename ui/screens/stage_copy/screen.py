"""Screen Salinan tahap: a stage is ended with a copy that is only read, and what changed since is told."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_stage_copy import SINCE
from smartcity_desktop.domain.sheet_history import SheetChange
from smartcity_desktop.domain.stage_copy import Since, since_title
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import safe_name, with_ending
from smartcity_desktop.services.stage_copy import CHANGED, HERE, CopyLine, checked, working_copy, write_tables
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models import stage_copy as words
from ui.row_history import RowHistoryWay
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.label import Label, tip
from ui.widgets.read_table import ReadTable
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

_EMPTY: Final = (
    "Pada akhir tahap dibuat salinan berkas ini yang hanya bisa dibaca. Sejak itu semua yang baru, berubah, "
    "dan dihapus terkumpul di sini, menurut isi dan menurut orang."
)
_NOT_BACK: Final = "Lembar ini tidak punya baris lama yang bisa ditambahkan."
_GONE: Final = "Berkas salinan ini tidak ada di laptop ini. Perubahannya tetap tercatat di sini."
_BROKEN: Final = "Berkas salinan ini berubah sejak dibuat, jadi jangan dipakai. Salinan pengaman masih ada."
_SOUND: Final = "Salinan utuh: isinya sama persis dengan saat dibuat."
_OLDER: Final = (
    "Yang dicetak selalu perubahan sejak salinan terbaru tahap ini. Perubahan sejak salinan yang dipilih "
    "bisa disimpan ke Excel."
)
_NONE_PAGE, _LIST_PAGE = range(2)
_BY_ROW, _BY_SHEET, _BY_PERSON = range(3)
_HINTS: Final = {
    _BY_ROW: "Enter membuka riwayat barisnya; versi lama bisa dipulihkan.",
    _BY_SHEET: "Enter memulihkan lembarnya: baris lama ditambahkan di bawah, isian sekarang tidak diubah.",
}
_EXCEL: Final = "Excel (*.xlsx)"
_FILE: Final = "Berkas Bimtek (*.bimtek)"
_OPEN_FILE: Final = "open-file"
_HEAD, _LINE = 40, 30
_COPIES: Final = 5
"""Copies that are seen at once."""


class StageCopyScreen(Screen):
    """The copies above, what changed since the chosen one below."""

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._stage = 1
        self._stages: list[Stage] = []
        self._lines: list[CopyLine] = []
        self._since = Since()
        self._wanted = self._said = ""
        self._view = _BY_ROW
        self._sheets: list[SheetChange] = []
        self._row = ""
        self._ending = self._comes = False
        self.history = RowHistoryWay(self, services, lambda: self._row)
        self.history.restored.connect(self._refresh)
        self.setObjectName("screen-stage-copy")
        theme.set_role(self, "page")
        self._make_parts()
        self._lay_out()
        for_writing(self.end_stage, self.empty.buttons[0], self.sheet_back)

    # What the window asks

    def show_stage(self, number: int) -> None:
        """End this stage with the button; the copies are of all."""
        self._stage = number
        self._name_button()

    def arrive(self) -> None:
        """Read the copies and what changed."""
        self._comes = True
        self._refresh()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        name = stage_name(self._stage)
        return (
            Command(f"Akhiri Tahap {name} dengan salinan", self.end, writes=True),
            Command("Cetak perubahan sejak tahap", self.print_since),
            Command("Buka salinan tahap ini", self.open_copy),
            Command("Pulihkan lembar ini sebagai salinan", self.restore_sheet, writes=True),
        )

    # What a person does

    def end(self) -> None:
        """Make the copy of the stage that the switch names."""
        stage = next((item.id for item in self._stages if item.number == self._stage), NO_ROW)
        if not stage or self._ending:
            return

        def call() -> Changes:
            line, changes = self._services.stage_copy.end(stage)
            self._wanted = line.copy.id
            return changes

        self._ending = True
        self.act(call, self._ended, failed=self._not_ended)

    def print_since(self) -> None:
        """Show the pre-read of the chosen copy."""
        line = self._line()
        if line is None or self.print.isEnabled():
            self.print_asked.emit(SINCE, line.copy.stage if line else "")
        else:
            self.warned.emit(_OLDER)

    def save_tables(self) -> None:
        """Save what changed as a spreadsheet."""
        line = self._line()
        if line is None:
            return
        name = f"{safe_name(since_title(line.copy))}.xlsx"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, "Simpan ke Excel", str(self._place() / name), _EXCEL
        )
        if chosen:
            self.context.settings.remember_folder(Path(chosen).parent)
            self.save_to(with_ending(chosen, ".xlsx"))

    def save_to(self, target: Path) -> None:
        """Write what changed since the chosen copy as a spreadsheet."""
        line = self._line()
        if line is not None:
            self.context.autosave.flush_all()
            call = partial(self._services.stage_copy.tables, line.copy.id)
            self.read(call, partial(self._write, target), failed=self._refused)

    def check(self) -> None:
        """Look whether the file of the chosen copy is what was made."""
        line = self._line()
        if line is not None:
            self.context.lane.side(partial(checked, line), self._checked, failed=self._refused)

    def open_copy(self) -> None:
        """Open the chosen copy in place of this file, to be looked at; one that was touched is not opened."""
        line = self._line()
        if line is not None:
            opened = partial(self._opened, line)
            self.context.lane.side(partial(checked, line), opened, failed=self._refused)

    def show_folder(self) -> None:
        """Open the folder of the copies."""
        line = self._line()
        if line is not None and line.path.parent.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(line.path.parent)))

    def make_working(self) -> None:
        """Ask where a file shall go on which one works on from the chosen copy."""
        line = self._line()
        if line is None:
            return
        proposed = str(self._place() / line.path.name)
        chosen, _kind = QFileDialog.getSaveFileName(self, "Buat berkas kerja", proposed, _FILE)
        if chosen:
            self.context.settings.remember_folder(Path(chosen).parent)
            call = partial(working_copy, line, with_ending(chosen, ".bimtek"))
            self.context.lane.side(call, self._worked, failed=self._refused)

    def open_history(self, row: str, _column: int = 0) -> None:
        """Show what a row has been; a line that only counts has none."""
        self._row = "" if row.startswith("=") else row
        self.history.open()

    def restore_sheet(self) -> None:
        """Put the rows of the chosen sheet as they were below those that stand now."""
        line = self._line()
        found = next((item for item in self._sheets if item.sheet == self.sheets.key), None)
        if line is None or found is None or not found.copied:
            self.warned.emit(_NOT_BACK)
            return

        def call() -> Changes:
            self._said, changes = self._services.stage_copy.restore_sheet(line.copy.id, found.sheet)
            return changes

        self.act(call, self._sheet_restored)

    # What comes back

    def _not_ended(self, fault: Fault) -> None:
        self._ending = False
        self._refused(fault)

    def _ended(self, changes: Changes) -> None:
        self._ending = False
        if changes:
            self.told.emit(f"Salinan akhir Tahap {stage_name(self._stage)} dibuat dan diperiksa.")
        # Another Enter must not end the stage once more.
        self._comes = True
        self._refresh()

    def _ask_sheet(self, _row: str, _column: int = 0) -> None:
        self.restore_sheet()

    def _ask_copy(self, _row: str, _column: int = 0) -> None:
        if self.view.isEnabled():
            self.open_copy()

    def _opened(self, line: CopyLine, state: str) -> None:
        if state == HERE:
            self.go.emit(_OPEN_FILE, str(line.path))
        else:
            self._checked(state)

    def _checked(self, state: str) -> None:
        if state == HERE:
            self.told.emit(_SOUND)
        else:
            self.warned.emit(_BROKEN if state == CHANGED else _GONE)

    def _worked(self, path: Path) -> None:
        words = f"Berkas kerja dibuat: {path.name}. Isiannya terpisah dari berkas ini."
        self.offered.emit(words, "Buka", partial(self.go.emit, _OPEN_FILE, str(path)))

    def _write(self, target: Path, gathered: tuple[tuple[TableSheet, ...], str]) -> None:
        tables, title = gathered
        call = partial(write_tables, tables, title, target)
        self.context.lane.side(call, self._saved, failed=self._refused)

    def _saved(self, path: Path) -> None:
        self.told.emit(f"Tersimpan: {path.name}")

    def _refused(self, fault: Fault) -> None:
        self.warned.emit(explain(fault))

    def _sheet_restored(self, changes: Changes) -> None:
        if changes:
            self.said.emit(worded(self._said))
        self._refresh()

    # What is shown

    def _line(self) -> CopyLine | None:
        return next((item for item in self._lines if item.copy.id == self.copies.key), None)

    def _place(self) -> Path:
        return Path(self.context.settings.value.last_folder or Path.home())

    def _refresh(self) -> None:
        def call() -> tuple[list[Stage], list[CopyLine]]:
            return self._services.stage.stages(), self._services.stage_copy.copies()

        self.read(call, self._show)

    def _show(self, found: tuple[list[Stage], list[CopyLine]]) -> None:
        self._stages, self._lines = found
        self.pages.setCurrentIndex(_LIST_PAGE if self._lines else _NONE_PAGE)
        self._name_button()
        lines = [words.copy_line(item.copy, here=item.is_here) for item in self._lines]
        self.copies.show_lines(words.COPY_HEADS, lines, words.COPY_WIDTHS)
        self.copies.setMaximumHeight(theme.scaled(_HEAD + _LINE * min(len(lines), _COPIES)))
        if self._wanted:
            self.copies.choose(self._wanted)
            self._wanted = ""
        self._choose(self.copies.key)
        if self._comes:
            self._comes = False
            (self.changes if self._lines else self.empty.buttons[0]).setFocus()

    def _name_button(self) -> None:
        name = stage_name(self._stage)
        self.end_stage.setText(f"Akhiri Tahap {name}")
        self.empty.buttons[0].setText(f"Akhiri Tahap {name}")

    def _choose(self, row: str) -> None:
        line = self._line()
        if line is None:
            return
        for part in (self.view, self.look, self.folder, self.working):
            part.setEnabled(line.is_here)
        newest = next(item.copy.id for item in self._lines if item.copy.stage == line.copy.stage)
        self.print.setEnabled(line.copy.id == newest)
        tip(self.print, "" if line.copy.id == newest else _OLDER)

        def call() -> tuple[Since, list[SheetChange]]:
            service = self._services.stage_copy
            return service.since(RowId(row)), service.sheets(RowId(row))

        self.read(call, self._show_since)

    def _show_since(self, found: tuple[Since, list[SheetChange]]) -> None:
        self._since, self._sheets = found
        self.counted.setText(worded(self._since.told))
        self._show_view(self._view)

    def _show_view(self, place: int) -> None:
        self._view = place
        if place == _BY_PERSON:
            lines = words.people_lines(self._since)
            self.people.show_lines(words.PEOPLE_HEADS, lines, words.PEOPLE_WIDTHS, frozenset({1, 2}))
        elif place == _BY_SHEET:
            lines = words.sheet_lines(self._sheets, worded)
            self.sheets.show_lines(words.SHEET_HEADS, lines, words.SHEET_WIDTHS)
        else:
            lines = words.change_lines(self._since, worded)
            self.changes.show_lines(words.CHANGE_HEADS, lines, words.CHANGE_WIDTHS)
        self.below.setCurrentIndex(place)
        self.hint.setText(_HINTS.get(place, ""))
        self.hint.setVisible(place in _HINTS and bool(lines))
        self.sheet_back.setVisible(place == _BY_SHEET and bool(lines))

    # Parts

    def _make_parts(self) -> None:
        self.title = Label("Salinan tahap", "title", parent=self)
        self.end_stage = Button("Akhiri tahap", "stage-copy-end", "primary", parent=self)
        self.end_stage.clicked.connect(self.end)
        self.view = Button("Buka salinan", "stage-copy-open", parent=self)
        self.view.clicked.connect(self.open_copy)
        self.look = Button("Periksa", "stage-copy-check", parent=self)
        self.look.clicked.connect(self.check)
        self.folder = Button("Buka foldernya", "stage-copy-folder", parent=self)
        self.folder.clicked.connect(self.show_folder)
        self.working = Button("Buat berkas kerja …", "stage-copy-working", parent=self)
        self.working.clicked.connect(self.make_working)
        self.print = Button("Cetak perubahan", "stage-copy-print", parent=self)
        self.print.clicked.connect(self.print_since)
        self.excel = Button("Simpan ke Excel", "stage-copy-excel", parent=self)
        self.excel.clicked.connect(self.save_tables)
        self.copies = ReadTable("stage-copy-list", "Salinan akhir tahap", 0, self)
        self.copies.chosen.connect(self._choose)
        self.copies.asked.connect(self._ask_copy)
        self.counted = Label("", "strong", name="stage-copy-told", wrap=True, parent=self)
        self.views = Segments(
            [
                ("Menurut isi", "stage-copy-by-row"),
                ("Menurut lembar", "stage-copy-by-sheet"),
                ("Menurut orang", "stage-copy-by-person"),
            ],
            self,
        )
        self.views.chosen.connect(self._show_view)
        self.changes = ReadTable("stage-copy-changes", "Yang berubah", words.CHANGE_WIDE, self)
        self.changes.asked.connect(self.open_history)
        self.sheets = ReadTable("stage-copy-sheets", "Lembar yang berubah", 0, self)
        self.sheets.asked.connect(self._ask_sheet)
        self.sheet_back = Button("Pulihkan lembar sebagai salinan", "stage-copy-sheet-back", parent=self)
        self.sheet_back.clicked.connect(self.restore_sheet)
        self.people = ReadTable("stage-copy-people", "Siapa yang mengisi", 0, self)
        self.hint = Label("", "small", name="stage-copy-hint", wrap=True, parent=self)
        self.empty = EmptyState(
            "Belum ada tahap yang diakhiri", _EMPTY, ("Akhiri tahap",), name="stage-copy-empty", parent=self
        )
        self.empty.first.connect(self.end)

    def _lay_out(self) -> None:
        self.below = QStackedWidget(self)
        self.below.addWidget(self.changes)
        self.below.addWidget(self.sheets)
        self.below.addWidget(self.people)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            FlowRow(
                (self.end_stage, self.view, self.look, self.folder, self.working),
                (self.print, self.excel),
                full,
            )
        )
        column.addWidget(self.copies)
        head = QHBoxLayout()
        head.addWidget(self.counted, 1)
        head.addWidget(self.views)
        column.addLayout(head)
        column.addWidget(self.below, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.sheet_back)
        column.addLayout(foot)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(full)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(self.title)
        whole.addWidget(self.pages, 1)
