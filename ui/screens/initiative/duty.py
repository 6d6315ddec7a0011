"""Tab Tindak lanjut: the checklist of what must follow a masterplan, with owners, days and evidence."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.duty import DutyBoard
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_duty import DUTIES
from smartcity_desktop.domain.wording import number
from smartcity_desktop.errors import Fault
from ui.context import Command, Screen, Services
from ui.models import duty_table as columns
from ui.models.duty_table import FILTERS, DutyModel
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_edit import parse_day
from ui.widgets.duty_table import DutyTable
from ui.widgets.fields_form import CHOICE, LINE
from ui.widgets.kept_width import keep_widest
from ui.widgets.label import Label
from ui.widgets.left_out import LeftOut
from ui.widgets.writing import for_writing, takes_nothing

_EMPTY: Final = (
    "Yang harus menyusul masterplan: peraturan kepala daerah, SK Dewan dan Tim Pelaksana, anggaran, Forum, "
    "rapat dan evaluasi setiap tahun. Daftar bawaannya disusun dari jenis daerah dan periode masterplan; "
    "tenggatnya usulan yang boleh diubah."
)
_HINT: Final = (
    "Ketik di sel untuk mengubahnya, Enter membuka pilihan · Spasi: selesai atau dibuka lagi · "
    "Ins: tambah · Ctrl+R: ulangi tahun depan · Ctrl+Delete: hapus"
)
_LOOK: Final = 420
"""Pixels of the line of words to look for, at most."""
_ADD: Final = "Tindak lanjut lain, lalu Enter"


class DutyTab(ScreenTab):
    """The table with its filter, and a line for things of one's own."""

    kinds = frozenset({"duty", "opd", "document", "workshop"})

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._duty = services.duty
        self._wanted = ""
        self.setObjectName("tab-duty")
        self.model = DutyModel(self)
        self.model.waits = self._waits
        self.model.day = self._day
        self.model.edited.connect(self._edited)
        self.table = DutyTable(self.model, self)
        self.table.remove_asked.connect(self.remove)
        self.table.refused.connect(host.warned)
        kinds = {columns.DOCUMENT: CHOICE, columns.KIND: CHOICE, columns.WHO: LINE}
        self.left_out = LeftOut(self.table, self.model, kinds, across=2, parent=self)
        self._make_head()
        self.empty = EmptyState(
            "Belum ada tindak lanjut",
            worded(_EMPTY),
            ("Isi daftar bawaan", "Tulis sendiri"),
            name="duty-empty",
            parent=self,
        )
        self.empty.first.connect(self.fill)
        self.empty.second.connect(self._write_own)
        for_writing(*self.empty.buttons)
        self.pages = self.set_pages(self.empty, self._full())
        for keys, call in (("Ins", self._write_own), ("Ctrl+F", self.look.setFocus), ("Ctrl+R", self.repeat)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        host.context.autosave.watch(self.table.hand_in, self.table)

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._duty.board, self._show)

    def open_row(self, row: str) -> None:
        """Choose this duty."""
        self._wanted = row

    def standing(self) -> str:
        """Return the duty that is chosen."""
        place = self.table.currentIndex().row()
        return self.model.row(place).id if place >= 0 else ""

    def unfinished(self) -> str:
        """Tell what stands in cells and could not be read, and what was typed as a new line."""
        text = self.line.text().strip()
        begun = f"Tindak lanjut yang belum ditambahkan: {text}." if text else ""
        return " ".join(filter(None, (self.model.unread_told(), begun)))

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Isi daftar bawaan tindak lanjut", self.fill, writes=True),
            Command("Tulis tindak lanjut sendiri", self._write_own, writes=True),
            Command("Ulangi tindak lanjut tahun depan", self.repeat, writes=True),
            Command("Cetak tindak lanjut masterplan", self.print_list),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from line to line."""
        if self.pages.currentIndex() == EMPTY_PAGE:
            self.empty.buttons[0].setFocus()
        else:
            self.table.setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def fill(self) -> None:
        """Put the ready-made duties on the list that never stood there."""

        def call() -> Changes:
            self._count, changes = self._duty.fill()
            return changes

        self.host.act(call, self._filled)

    def add(self) -> None:
        """Put the line that was typed on the list."""
        text = self.line.text().strip()
        if not text:
            self.line.setFocus()
            return

        def call() -> Changes:
            self._wanted, changes = self._duty.add(text)
            return changes

        self.line.clear()
        self.host.act(
            call, partial(self.done, "Tindak lanjut ditambahkan"), failed=partial(self._not_added, text)
        )

    def _not_added(self, text: str, fault: Fault) -> None:
        """Give a line back that could not be added; where another is typed by now it is said."""
        if not self.line.text():
            self.line.setText(text)
        self.host.warned.emit(f"“{text}” belum ditambahkan. {explain(fault)}")

    def remove(self) -> None:
        """Take the chosen duties off the list."""
        rows = [self.model.row(at).id for at in self.table.chosen_rows()]
        if rows:
            words = f"{number(len(rows))} tindak lanjut dihapus. Ctrl+Z mengembalikan."
            self.host.act(partial(self._duty.remove, rows), partial(self.done, words))

    def repeat(self) -> None:
        """Put the chosen duties on the list once more, for the year after."""
        rows = [self.model.row(at).id for at in self.table.chosen_rows()]
        if not rows:
            return

        def call() -> Changes:
            made, changes = self._duty.repeat(rows)
            self._wanted = made[0] if made else ""
            return changes

        words = f"{number(len(rows))} tindak lanjut diulang untuk tahun berikutnya. Ctrl+Z mengurungkan."
        self.host.act(call, partial(self.done, words))

    def print_list(self) -> None:
        """Show the list as it is printed."""
        self.show_print(DUTIES)

    def _write_own(self) -> None:
        self.pages.setCurrentIndex(FULL_PAGE)
        self.line.setFocus()

    def _filled(self, changes: Changes) -> None:
        words = f"{number(self._count)} tindak lanjut ditambahkan; tenggatnya usulan, ubah seperlunya."
        if not changes:
            self.host.warned.emit("Semua tindak lanjut bawaan sudah pernah ada di daftar")
        self.comes = True
        self.done(words, changes)

    def _edited(self, row: str, field: str, value: object) -> None:
        call = partial(self._duty.write, RowId(row), field, str(value or ""))
        self.host.context.autosave.note(("duty", row, field), call, self.host)
        self.told.setText(worded(self.model.board.told))

    def _waits(self, row: RowId, field: str) -> bool:
        return self.host.context.autosave.waits(("duty", row, field))

    @staticmethod
    def _day(text: str, year: int) -> str | None:
        found = parse_day(text, year)
        return found.isoformat() if found else None

    # What is shown -----------------------------------------------------------------------------------------

    def _show(self, board: DutyBoard) -> None:
        typing = self.line.hasFocus() or bool(self.line.text())
        self.pages.setCurrentIndex(FULL_PAGE if board.items or typing else EMPTY_PAGE)
        self.model.show(board, read_only=takes_nothing(self))
        self.told.setText(worded(board.told))
        self.ready.setVisible(bool(board.ready))
        self.ready.setText(f"Isi daftar bawaan ({number(board.ready)})")
        wanted, self._wanted = self._wanted, ""
        if wanted and self.model.row_of(wanted) < 0 and any(item.id == wanted for item in board.items):
            self._show_all()
        place = self.model.row_of(wanted) if wanted else -1
        if place >= 0:
            self.table.choose(place)
        elif self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.choose(0)
        self.settled()

    def _show_all(self) -> None:
        """Leave nothing out: what was asked for, or written just now, is to be seen."""
        self.kept.setCurrentIndex(0)
        self.look.clear()
        self._sift()

    def _sift(self, *_typed: object) -> None:
        self.model.sift(self.look.text(), str(self.kept.currentData()))

    # Parts -------------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self._count = 0
        self.told = Label("", "soft", name="duty-told", wrap=True, parent=self)
        self.look = QLineEdit(self)
        self.look.setObjectName("duty-find")
        self.look.setAccessibleName("Cari tindak lanjut")
        self.look.setPlaceholderText("Cari")
        self.look.setClearButtonEnabled(True)
        keep_widest(self.look, _LOOK)
        self.look.textChanged.connect(self._sift)
        self.kept = ChoiceBox(self)
        self.kept.setObjectName("duty-kept")
        self.kept.setAccessibleName("Yang ditampilkan")
        for value, words in FILTERS:
            self.kept.addItem(words, value)
        self.kept.activated.connect(self._sift)
        self.ready = Button("Isi daftar bawaan", "duty-fill", parent=self)
        self.ready.clicked.connect(self.fill)
        self.print = Button("Cetak", "duty-print", parent=self)
        self.print.clicked.connect(self.print_list)
        self.line = QLineEdit(self)
        self.line.setObjectName("duty-new")
        self.line.setAccessibleName(_ADD)
        self.line.setPlaceholderText(_ADD)
        self.line.returnPressed.connect(self.add)
        self.plus = Button("Tambah", "duty-add", parent=self)
        self.plus.clicked.connect(self.add)
        for_writing(self.ready, self.line, self.plus)

    def _full(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.look, 2)
        head.addStretch(1)
        for part in (self.kept, self.ready, self.print):
            head.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.plus)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.left_out)
        column.addLayout(foot)
        column.addWidget(Label(_HINT, "small", name="duty-hint", wrap=True, parent=page))
        return page
