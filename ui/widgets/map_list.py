"""The mappings of the workshop: what they are called, when they read something, a way to be rid of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.map_drawing import words_of
from smartcity_desktop.domain.table_map import TableMap
from smartcity_desktop.domain.wording import day_of, short_date
from ui import theme
from ui.models.read_table import ReadLine
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.keyed_table import DELETE, KeyedTable
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_SIZE: Final = (760, 420)
_HEADS: Final = ("Peta", "Kolom", "Terakhir dipakai")
_WIDTHS: Final = {0: 220, 2: 140}
_DAY: Final = 10
_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MapsDialog(QDialog):
    """Chooses one to rename or to delete; stores nothing."""

    renamed = Signal(str, str)
    """The row of a mapping, and its new name."""
    removed = Signal(str)
    """The row of a mapping to be deleted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without mappings."""
        super().__init__(parent)
        self.setObjectName("maps-dialog")
        self.setWindowTitle("Peta tabel")
        self.resize(*(theme.scaled(size) for size in _SIZE))
        self._maps: Sequence[TableMap] = ()
        self.table = KeyedTable("maps-table", "Peta tabel", 1, (DELETE,), self)
        self.table.chosen.connect(self._choose)
        self.table.asked.connect(self._edit)
        self.table.keyed.connect(self._remove)
        self.none = EmptyState(
            "Belum ada peta",
            "Saat membaca berkas yang judul kolomnya lain dari biasanya, tekan Petakan kolom sendiri. "
            "Petanya disimpan di sini dan dipakai lagi untuk berkas serupa.",
            name="maps-none",
            parent=self,
        )
        self.name = QLineEdit(self)
        self.name.setObjectName("maps-name")
        self.name.setAccessibleName("Nama peta")
        self.name.editingFinished.connect(self._hand_in)
        self.name.returnPressed.connect(self.table.setFocus)
        self.keep = Button("Ganti nama", "maps-rename", parent=self)
        self.keep.clicked.connect(self._rename)
        self._sent = ("", "")
        """The row and the name that were handed in last: one rename is one act."""
        self.drop = Button("Hapus peta", "maps-remove", "quiet", parent=self)
        self.drop.clicked.connect(self._remove)
        self.done_button = Button("Tutup", "maps-close", parent=self)
        self.done_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("F2"), self).activated.connect(self._edit)
        self._lay_out()
        for_writing(self.name, self.keep, self.drop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that is chosen, never another one."""
        if Qt.Key(event.key()) in _ENTERS and not isinstance(self.focusWidget(), QAbstractButton):
            event.accept()
            return
        super().keyPressEvent(event)

    def show_maps(self, maps: Sequence[TableMap]) -> None:
        """Show these; the one that was chosen stays so."""
        self._maps, self._sent = maps, ("", "")
        lines = [ReadLine(str(item.id), (item.name, _columns(item), _day(item.used_at))) for item in maps]
        self.table.show_lines(_HEADS, lines, _WIDTHS)
        for part in (self.table, *self._row):
            part.setVisible(bool(maps))
        self.none.setVisible(not maps)
        self._choose(self.table.key)

    def _current(self) -> TableMap | None:
        return next((item for item in self._maps if str(item.id) == self.table.key), None)

    def _choose(self, _key: str) -> None:
        item = self._current()
        self.name.setText(item.name if item else "")

    def _edit(self, *_where: object) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def _rename(self) -> None:
        self._hand_in()
        self.table.setFocus()

    def _hand_in(self) -> None:
        """Hand in the name that was typed, whatever is gone to next."""
        item, name = self._current(), self.name.text().strip()
        if item is None or not name or name == item.name or self.name.isReadOnly():
            return
        if self._sent != (str(item.id), name):
            self._sent = (str(item.id), name)
            self.renamed.emit(*self._sent)

    def _remove(self, *_where: object) -> None:
        item = self._current()
        if item is not None and self.drop.isEnabled():
            self.removed.emit(str(item.id))

    def _lay_out(self) -> None:
        label = Label("Nama", "soft", parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._row: list[QWidget] = [label, self.name, self.keep, self.drop]
        row.addWidget(label)
        row.addWidget(self.name, 1)
        row.addWidget(self.keep)
        row.addWidget(self.drop)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(Label("Peta tabel", "title", parent=self))
        column.addWidget(self.table, 1)
        column.addWidget(self.none, 1)
        column.addLayout(row)
        column.addLayout(foot)


def _columns(item: TableMap) -> str:
    """Return what a mapping finds, each once."""
    said = dict.fromkeys(words_of(column) for column in item.columns if column.role)
    return ", ".join(worded(words) for words in said)


def _day(text: str) -> str:
    return short_date(day_of(text[:_DAY]))
