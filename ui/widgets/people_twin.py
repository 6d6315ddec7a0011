"""Two rows that seem to be one participant, side by side: values are chosen, then they are joined."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.people_twin import Comparison, Line
from smartcity_desktop.domain.wording import EMPTY
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.table_rows import listed
from ui.widgets.writing import for_writing

_SIZE: Final = (940, 600)
_HEADS: Final = ("Isian", "Baris pertama", "Baris kedua", "Keduanya")
_PADDING: Final = 8
_FIRST: Final = 1
"""The column of the first value."""
_BOTH: Final = 3
_ABOUT: Final = (
    "Kedua baris ini tampaknya satu orang. Pilih isian yang dipakai; yang lebih lengkap sudah terpilih. "
    "Sesudah digabung tinggal satu baris, dengan kehadiran, tempat di kelompok, dan sertifikat keduanya."
)
_KEYS: Final = (
    "Panah kiri/kanan: pilih isian · Ctrl+Enter: gabungkan · PageDown: pasangan berikutnya · Esc: tutup"
)


class _Cell(QStyledItemDelegate):
    """Counts the room at both sides of a text where lines are broken, which Qt forgets."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of a text in a column that is narrower by that much."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect.setWidth(narrow.rect.width() - 2 * _PADDING)
        return super().sizeHint(narrow, index)


class _Sides(QTableWidget):
    """One row a field; the arrows left and right choose the value."""

    stepped = Signal(int, int)
    """A row, and to which side (-1, 1) its value is sought."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, len(_HEADS), parent)
        self.setObjectName("twin-fields")
        self.setAccessibleName("Isian kedua baris")
        listed(self, list(_HEADS))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setStyleSheet(f"QTableView::item {{ padding: 3px {_PADDING}px; }}")
        self.setItemDelegate(_Cell(self))
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + 14)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers():
            self.stepped.emit(self.currentRow(), step)
        else:
            super().keyPressEvent(event)


class TwinDialog(QDialog):
    """The pairs one after the other, each with its fields."""

    joined = Signal(object, object)
    """The Comparison, and the option that was chosen by field."""
    all_asked = Signal()
    """Every pair that contradicts itself nowhere is to be joined."""
    parted = Signal(object)
    """The Comparison of two that are two people."""

    def __init__(self, pairs: Sequence[Comparison], parent: QWidget | None = None) -> None:
        """Begin with the first pair."""
        super().__init__(parent)
        self.setObjectName("people-twins")
        self.setWindowTitle("Gabungkan peserta kembar")
        self.resize(*_SIZE)
        self._pairs: tuple[Comparison, ...] = ()
        self._place = 0
        self._chosen: dict[str, int] = {}
        self._lines: list[Line] = []
        empty = QPixmap(16, 16)
        empty.fill(Qt.GlobalColor.transparent)
        self._nothing = QIcon(empty)
        self._make_parts()
        self._lay_out()
        self.show_pairs(pairs)
        self.table.setFocus()

    def _make_parts(self) -> None:
        self.title = Label("", "title", name="twin-title", wrap=True, parent=self)
        self.about = Label(worded(_ABOUT), "soft", name="twin-about", wrap=True, parent=self)
        self.table = _Sides(self)
        self.table.stepped.connect(self._step)
        self.table.cellClicked.connect(self._click)
        self.moved = Label("", "soft", name="twin-moved", wrap=True, parent=self)
        self.back = Button("Sebelumnya", "twin-back", "quiet", parent=self)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on = Button("Berikutnya", "twin-on", "quiet", parent=self)
        self.on.clicked.connect(lambda: self.turn(1))
        self.every = Button("", "twin-all", parent=self)
        self.every.clicked.connect(self.all_asked)
        self.part = Button("Bukan orang yang sama", "twin-part", parent=self)
        self.part.clicked.connect(self._part)
        self.take = Button("Gabungkan", "twin-join", "primary", parent=self)
        self.take.clicked.connect(self._join)
        self.shut = Button("Tutup", "twin-close", parent=self)
        self.shut.clicked.connect(self.reject)
        for button in (self.back, self.on, self.every, self.part, self.take, self.shut):
            button.setAutoDefault(False)
        for_writing(self.every, self.part, self.take)
        for keys, way in (
            ("Ctrl+Return", self._join),
            ("PgDown", self.on.click),
            ("PgUp", self.back.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(way)

    @property
    def pair(self) -> Comparison | None:
        """The pair that is shown."""
        return self._pairs[self._place] if self._pairs else None

    def show_pairs(self, pairs: Sequence[Comparison]) -> None:
        """Show the pairs of now; the same one stays in front with what was chosen, while it is there."""
        before = self.pair.twin if self.pair else None
        self._pairs = tuple(pairs)
        rows = [(item.twin.keep.id, item.twin.gone.id) for item in pairs]
        same = (before.keep.id, before.gone.id) if before else None
        if same in rows:
            self._place = rows.index(same)
        else:
            self._place = min(self._place, max(0, len(pairs) - 1))
            self._chosen = {}
        self._show()

    def turn(self, step: int) -> None:
        """Show the pair before (-1) or the next one (1)."""
        if 0 <= self._place + step < len(self._pairs):
            self._place += step
            self._chosen = {}
            self._show()
            self.table.setFocus()

    def chosen(self) -> dict[str, int]:
        """Return the place of the value that is taken, by field."""
        lines = self.pair.lines if self.pair else ()
        return {line.field: self._chosen.get(line.field, line.proposed) for line in lines}

    def _show(self) -> None:
        pair = self.pair
        self.title.setText(self._head() if pair else "Tidak ada lagi peserta kembar")
        for part in (self.about, self.table, self.moved):
            part.setVisible(pair is not None)
        self.moved.setText(" ".join(pair.told) if pair else "")
        self.back.setEnabled(self._place > 0)
        self.on.setEnabled(self._place + 1 < len(self._pairs))
        clear = sum(item.is_clear for item in self._pairs)
        words = f"Gabungkan {clear} pasang yang tidak bertentangan"
        self.every.setText(words)
        self.every.setAccessibleName(words)
        self.every.setVisible(clear > 1)
        for button in (self.part, self.take, self.back, self.on):
            button.setVisible(pair is not None)
        self._fill(pair.lines if pair else ())
        if pair is None:
            self.shut.setFocus()

    def _head(self) -> str:
        pair = self.pair
        several = f"Pasangan {self._place + 1} dari {len(self._pairs)}"
        which = several if len(self._pairs) > 1 else "Satu pasangan"
        return f"{which}: {pair.twin.why}" if pair else ""

    def _fill(self, lines: Sequence[Line]) -> None:
        """Show the fields of which one says something, those that differ first."""
        self._lines = [line for line in lines if line.differs or line.is_telling]
        self._lines.sort(key=lambda line: not line.differs)
        self.table.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            self._say(row, line)
        wide = any(len(line.options) >= _BOTH for line in self._lines)
        self.table.setColumnHidden(_BOTH, not wide)
        if self._lines:
            self.table.setCurrentCell(0, 0)

    def _say(self, row: int, line: Line) -> None:
        taken = self._chosen.get(line.field, line.proposed)
        self.table.setItem(row, 0, QTableWidgetItem(worded(line.words)))
        for column in range(_FIRST, _BOTH + 1):
            place = column - _FIRST
            option = line.options[place] if place < len(line.options) else None
            is_taken = line.differs and place == taken
            item = QTableWidgetItem((option.words or EMPTY) if option else "")
            if option and line.differs:
                item.setIcon(theme.icon("centang", "accent") if is_taken else self._nothing)
                ink = "text" if is_taken else "text-soft"
                item.setForeground(QColor(theme.color(ink)))
                font = self.table.font()
                font.setBold(is_taken)
                item.setFont(font)
                state = "dipilih" if is_taken else "tidak dipilih"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.words}: {item.text()}, {state}")
            self.table.setItem(row, column, item)

    def _step(self, row: int, step: int) -> None:
        if 0 <= row < len(self._lines):
            line = self._lines[row]
            self._choose(row, self._chosen.get(line.field, line.proposed) + step)

    def _click(self, row: int, column: int) -> None:
        if column >= _FIRST:
            self._choose(row, column - _FIRST)

    def _choose(self, row: int, place: int) -> None:
        line = self._lines[row]
        if line.differs and 0 <= place < len(line.options):
            self._chosen[line.field] = place
            self._say(row, line)

    def _join(self) -> None:
        if self.pair is not None and self.take.isEnabled():
            self.joined.emit(self.pair, self.chosen())

    def _part(self) -> None:
        if self.pair is not None:
            self.parted.emit(self.pair)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.back)
        top.addWidget(self.on)
        column.addLayout(top)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addWidget(self.moved)
        column.addStretch(0)
        column.addWidget(Label(_KEYS, "small", wrap=True, parent=self))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.every)
        foot.addStretch(1)
        for part in (self.shut, self.part, self.take):
            foot.addWidget(part)
        column.addLayout(foot)
