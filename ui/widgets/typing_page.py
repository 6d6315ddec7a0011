"""A plan is typed over: the page as it looks on paper, and beside or below it the grid of its rows."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from smartcity_desktop.domain.grid import GridColumn
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_typed import TypedSheet
from ui.models.typing_grid import TypingModel
from ui.widgets.button import Button
from ui.widgets.grid import GridView
from ui.widgets.grid_warnings import WarningPanel, looks
from ui.widgets.label import ElidedLabel, tip
from ui.widgets.reading_page import ReadingPage
from ui.widgets.writing import for_writing

if TYPE_CHECKING:
    from collections.abc import Callable

_LEFT, _ABOVE = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_SHARES: Final = {_LEFT: (43, 57), _ABOVE: (46, 54)}
_ROOMY: Final = 2_200
"""Pixels from which a page that lies across can be read beside the grid; with less it stands above."""
_KEYS: Final = (
    "Halaman: Ctrl+PgUp, Ctrl+PgDn. Geser: Alt+PgUp, Alt+PgDn, Alt+panah kiri dan kanan. "
    "Perbesar: Alt+=, Alt+-. Putar: Alt+R."
)


class TypingPage(QWidget):
    """Lays the parts out and knows their keys; it neither reads nor writes."""

    used = Signal()
    """What was typed shall be looked at and used."""
    closed = Signal()
    removed = Signal()
    """Everything that was typed here shall be deleted."""
    head_asked = Signal()
    """Whose plan it is and its years shall be changed."""
    file_asked = Signal()
    """The pages shall be shown from a file that a person chooses."""
    inserted = Signal(str)
    """An empty row shall stand before this one."""

    def __init__(self, model: TypingModel, parent: QWidget | None = None) -> None:
        """Build the parts for this model."""
        super().__init__(parent)
        self.setObjectName("typing")
        self._grid = model
        self._wanted: Qt.Orientation | None = None
        self._lies_across = False
        self._longest: tuple[int, ...] = ()
        self._takes_place = False
        """Whether the row that comes in next takes the place where one stands."""
        self.paper = ReadingPage(self)
        self.paper.keys = " · Ctrl+PgUp/PgDn"
        self.paper.page_shown.connect(self._page_shown)
        self.view = GridView(model, self)
        self.view.setAccessibleName("Baris Renstra yang diketik")
        self.warnings = WarningPanel(self)
        self.whose = ElidedLabel("", "strong", name="typing-whose", parent=self)
        self.change = Button("Ubah", "typing-change", "quiet", parent=self)
        self.choose = Button("Pilih gambar halaman", "typing-choose-file", parent=self)
        self.side = Button("", "typing-side", "quiet", parent=self)
        self.take = Button("Pakai usulan (Alt+U)", "typing-take", "quiet", parent=self)
        self.insert = Button("Sisipkan baris (Ctrl+I)", "typing-insert", "quiet", parent=self)
        self.help = ElidedLabel("", "small", name="typing-help", parent=self)
        self.sums = ElidedLabel("", "small", name="typing-sums", parent=self)
        self.remove = Button("Hapus ketikan", "typing-remove", "quiet", parent=self)
        self.close_button = Button("Lanjutkan nanti", "typing-close", parent=self)
        self.use = Button("Pakai hasil ketik", "typing-use", "primary", parent=self)
        self._lay_out()
        self._listen()
        for_writing(self.view, self.change, self.choose, self.take, self.insert, self.remove, self.use)

    # What is shown

    def show_sheet(self, sheet: TypedSheet, called: str) -> None:
        """Show what was typed so far; ``called`` is whose plan it is."""
        self._show_rows(sheet)
        plan = sheet.plan
        self.whose.setText(f"{called} · {plan.period_start}–{plan.period_end}")
        self.warnings.show_looks(looks(sheet.grid, {}))
        self.sums.setText(sheet.sums)
        self.use.setText(f"Pakai hasil ketik ({sheet.count} baris)" if sheet.count else "Pakai hasil ketik")
        self.use.setAccessibleName(self.use.text())
        self.use.setEnabled(bool(sheet.count))
        self._tell_cell(self._grid.column_at(self.view.currentIndex().column()))
        longest = self._grid.longest()
        if longest != self._longest:
            # Codes and amounts are as wide as the longest of them.
            self._longest = longest
            self.view.fit()

    def show_paper(self, *, has_pages: bool) -> None:
        """Show the page beside the grid, or give the grid all the room and a way to choose a picture."""
        self.paper.setVisible(has_pages)
        self.choose.setVisible(not has_pages)
        self.side.setVisible(has_pages)
        self._arrange()

    def begin(self) -> None:
        """Stand in the first empty row, ready to type its code."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        place = self._grid.next_row()
        cell = self._grid.index(max(0, place), max(0, self._grid.place_of("code")))
        # Qt's own setCurrentIndex would extend the selection while Ctrl or Shift is held.
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(cell, choose)
        self.view.scrollTo(cell)

    # What is done

    def take_here(self) -> None:
        """Write what is proposed for the chosen rows into their empty cells."""
        if self.view.may_write and self.view.finish():
            chosen = {index.row() for index in self.view.selectedIndexes()} or {
                self.view.currentIndex().row()
            }
            rows = [row.row for place in sorted(chosen) if (row := self._grid.row_at(place))]
            self._take(rows)

    def take_all(self) -> None:
        """Write every proposal into its empty cell."""
        if self.view.may_write and self.view.finish():
            self._take(self._grid.all_rows())

    def insert_here(self) -> None:
        """Ask for an empty row before the one where one stands."""
        row = self._grid.row_at(self.view.currentIndex().row())
        if self.view.may_write and row is not None and self.view.finish():
            if self._grid.order.key:
                self.view.refused.emit("Baris sedang diurutkan di layar. Kembalikan urutan asli dahulu.")
            elif self._grid.written([row.row]):
                self._takes_place = True
                self.inserted.emit(row.row)

    def turn_side(self) -> None:
        """Let the page stand above the grid, or beside it."""
        self._wanted = _ABOVE if self.sides.orientation() == _LEFT else _LEFT
        self._arrange()

    def row_menu(self) -> QMenu:
        """Return what can be done with the row one stands on."""
        menu = QMenu(self)
        menu.setObjectName("typing-row-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view = self.view
        ways: list[tuple[str, Callable[[], None]]] = [("Salin", view.copy)]
        if view.may_write:
            keys = ("Alt+↑", "Alt+↓", "Ctrl+Delete")
            ways += [("Tempel", view.paste), ("Kosongkan", view.clear_chosen)]
            ways += [("Pakai usulan\tAlt+U", self.take_here), ("Sisipkan baris\tCtrl+I", self.insert_here)]
            of_rows = zip(view.rows.ways(), keys, strict=True)
            ways += [(f"{words}\t{key}", way) for (words, way), key in of_rows]
        for words, way in ways:
            menu.addAction(words).triggered.connect(way)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a row."""
        if self.view.rect().contains(self.view.mapFrom(self, event.pos())):
            self.row_menu().popup(event.globalPos())

    # Inside

    def _show_rows(self, sheet: TypedSheet) -> None:
        """Show the rows, and stand on the same cell again where rows came or went."""
        index = self.view.currentIndex()
        row, key = self._grid.row_at(index.row()), self._grid.column_at(index.column()).key
        self._grid.show_sheet(sheet)
        if index.isValid() and not self.view.currentIndex().isValid():
            stands_on = row.row if row and not self._takes_place else ""
            self._takes_place = False
            self.view.stand_near(stands_on, key, index.row())

    def _take(self, rows: list[RowId]) -> None:
        cells = self._grid.hinted(rows)
        if cells:
            self._grid.write(cells)
        else:
            self.view.refused.emit("Tidak ada usulan untuk baris ini.")

    def _page_shown(self, lies_across: bool) -> None:  # noqa: FBT001 # a slot of the page
        if lies_across != self._lies_across:
            self._lies_across = lies_across
            self._arrange()

    def _arrange(self) -> None:
        """Put the page where it can be read: one that lies across needs the whole width of a small screen."""
        above = self._lies_across and self.width() < _ROOMY
        wanted = self._wanted or (_ABOVE if above else _LEFT)
        words = "Gambar di kiri (F6)" if wanted == _ABOVE else "Gambar di atas (F6)"
        self.side.setText(words)
        self.side.setAccessibleName(words)
        if wanted != self.sides.orientation():
            self.sides.setOrientation(wanted)
            self._share()

    def _share(self) -> None:
        wanted = self.sides.orientation()
        room = self.sides.width() if wanted == _LEFT else self.sides.height()
        self.sides.setSizes([room * part // 100 for part in _SHARES[wanted]])

    def _tell_cell(self, column: GridColumn) -> None:
        index = self.view.currentIndex()
        meant, hint = self._grid.meant_at(index), self._grid.hint_at(index)
        if meant:
            told = f"{column.label} dibaca {meant}"
        elif hint:
            told = f'Menurut kodenya: "{hint}". Alt+U memakainya.'
        else:
            told = f"{column.label}: {column.help}" if column.help else column.label
        self.help.setText(told)

    def _marks_asked(self, place: int) -> None:
        row = self._grid.row_at(place)
        if row is not None:
            self.warnings.open_list(row.row)

    def _go_to_row(self, row: str) -> None:
        self.view.show_row(row)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen(self) -> None:
        self.change.clicked.connect(self.head_asked)
        self.choose.clicked.connect(self.file_asked)
        self.side.clicked.connect(self.turn_side)
        self.take.clicked.connect(self.take_here)
        self.insert.clicked.connect(self.insert_here)
        self.remove.clicked.connect(self.removed)
        self.close_button.clicked.connect(self.closed)
        self.use.clicked.connect(self.used)
        self.view.cell_changed.connect(self._tell_cell)
        self.view.marks_asked.connect(self._marks_asked)
        self.warnings.row_asked.connect(self._go_to_row)
        paper = self.paper
        ways: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+PgUp", partial(paper.turn, -1)),
            ("Ctrl+PgDown", partial(paper.turn, 1)),
            ("Alt+PgUp", partial(paper.scroll_by, 0, -1)),
            ("Alt+PgDown", partial(paper.scroll_by, 0, 1)),
            ("Alt+Left", partial(paper.scroll_by, -1, 0)),
            ("Alt+Right", partial(paper.scroll_by, 1, 0)),
            ("Alt+=", partial(paper.zoom, 1)),
            ("Alt++", partial(paper.zoom, 1)),
            ("Alt+-", partial(paper.zoom, -1)),
            ("Alt+R", paper.turn_round),
            ("F6", self.turn_side),
            ("F8", self.warnings.toggle),
            ("Alt+U", self.take_here),
            ("Ctrl+I", self.insert_here),
        )
        for keys, way in ways:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)
        tip(self.paper.words, _KEYS)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.whose)
        head.addWidget(self.change)
        head.addStretch(1)
        for part in (self.take, self.insert, self.side, self.choose):
            head.addWidget(part)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view, 1)
        column.addWidget(self.help)
        column.addWidget(self.warnings)
        self.sides = QSplitter(_LEFT, self)
        self.sides.setChildrenCollapsible(False)
        self.sides.setHandleWidth(10)
        self.sides.addWidget(self.paper)
        self.sides.addWidget(right)
        self.sides.setStretchFactor(0, _SHARES[_LEFT][0])
        self.sides.setStretchFactor(1, _SHARES[_LEFT][1])
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sums, 1)
        for part in (self.remove, self.close_button, self.use):
            foot.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.sides, 1)
        whole.addLayout(foot)
