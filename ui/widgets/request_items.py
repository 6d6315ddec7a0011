"""The list of what every agency is asked for: named, put in order, taken off it and put on it again."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from smartcity_desktop.domain.data_request import DataItem
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label, tip
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_reading, for_writing

_SIZE: Final = (1000, 540)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NUMBER: Final = 24


class _Row(QWidget):
    """One thing: its number, title and note, ways to move it, and to ask nobody for it any more."""

    edited = Signal(str, str)
    """Field and value."""
    stepped = Signal(int)
    retired = Signal()

    def __init__(self, item: DataItem, parent: QWidget) -> None:
        super().__init__(parent)
        name = f"request-item-{item.id}"
        self.number = Label("", "soft", parent=self)
        keep_width(self.number, _NUMBER)
        self.title = self._line(f"{name}-title", "Data yang diminta")
        self.note = self._line(f"{name}-note", "Keterangan di surat")
        self.up = Button("Naik", f"{name}-up", "quiet", parent=self)
        self.down = Button("Turun", f"{name}-down", "quiet", parent=self)
        tip(self.up, "Alt+panah atas")
        tip(self.down, "Alt+panah bawah")
        self.retire = Button("Tidak diminta lagi", f"{name}-retire", "quiet", parent=self)
        self.title.textEdited.connect(partial(self.edited.emit, "title"))
        self.note.textEdited.connect(partial(self.edited.emit, "note"))
        self.up.clicked.connect(partial(self.stepped.emit, -1))
        self.down.clicked.connect(partial(self.stepped.emit, 1))
        self.retire.clicked.connect(self.retired)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.number)
        row.addWidget(self.title, 4)
        row.addWidget(self.note, 5)
        for button in (self.up, self.down, self.retire):
            row.addWidget(button)

    def show_item(self, item: DataItem, place: int, count: int, kept: Collection[str]) -> None:
        """Show what stands; fields in ``kept`` are being typed."""
        self.number.setText(f"{place + 1}.")
        for field, line, value in (("title", self.title, item.title), ("note", self.note, item.note)):
            if field not in kept and line.text() != value:
                line.setText(value)
                line.setCursorPosition(0)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place + 1 < count)
        self.retire.setAccessibleName(f"Tidak meminta lagi {item.title}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move it."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)

    def _line(self, name: str, words: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(words)
        line.setPlaceholderText(words)
        return line


class RequestItemsDialog(QDialog):
    """Items one below the other, a line for another one, and those that nobody is asked for any more."""

    edited = Signal(str, str, str)
    """Row of the item, field, value."""
    moved = Signal(str, int)
    """Row of the item and its new place from 0."""
    retired = Signal(str)
    asked_again = Signal(str)
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("request-items")
        self.setWindowTitle("Data yang diminta")
        self.resize(*_SIZE)
        self.rows: dict[str, _Row] = {}
        self._order: list[str] = []
        self.back: dict[str, Button] = {}
        self.next = QLineEdit(self)
        self.next.setObjectName("request-item-new")
        self.next.setAccessibleName("Data lain yang diminta")
        self.next.setPlaceholderText("Data lain: ketik, lalu Enter")
        self.add = Button("Tambah", "request-item-add", parent=self)
        self.add.clicked.connect(self._add)
        self.close_button = Button("Selesai", "request-items-close", "primary", parent=self)
        self.close_button.clicked.connect(self.accept)
        self.retired_words = Label("Tidak diminta lagi", "strong", parent=self)
        self._inner = QWidget(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._gone = QVBoxLayout()
        self._gone.setSpacing(4)
        self._lay_out()
        for_writing(self)
        for_reading(self.close_button)

    def show_items(
        self,
        items: Sequence[DataItem],
        retired: Sequence[DataItem],
        kept: Collection[tuple[str, str]] = (),
    ) -> None:
        """Show other items; what is being typed, by (row, field) in ``kept``, stays."""
        order = [str(item.id) for item in items]
        if order != self._order:
            self._rebuild(items, order)
        for place, item in enumerate(items):
            own = {field for row, field in kept if row == item.id}
            self.rows[item.id].show_item(item, place, len(items), own)
        self._show_retired(retired)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter add the typed line, or leave a field, instead of pressing a button."""
        is_enter = Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not isinstance(self.focusWidget(), QPushButton):
            if self.focusWidget() is self.next:
                self._add()
            else:
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        title = self.next.text().strip()
        if title:
            self.next.clear()
            self.added.emit(title)
        self.next.setFocus()

    def _rebuild(self, items: Sequence[DataItem], order: list[str]) -> None:
        focus: QWidget | None = self.focusWidget()
        name = "" if focus is None else focus.objectName()
        for row in self.rows.values():
            self._column.removeWidget(row)
        old, self.rows, self._order = self.rows, {}, order
        for item in items:
            row = old.pop(item.id) if item.id in old else self._row(item)
            self.rows[item.id] = row
            self._column.addWidget(row)
        for row in old.values():
            row.hide()
            row.deleteLater()
        again = self.findChild(QWidget, name) if name else None
        if again is not None and again.isEnabled():
            again.setFocus()

    def _row(self, item: DataItem) -> _Row:
        row = _Row(item, self._inner)
        row.edited.connect(partial(self.edited.emit, item.id))
        row.stepped.connect(partial(self._step, item.id))
        row.retired.connect(partial(self.retired.emit, item.id))
        return row

    def _step(self, row: str, by: int) -> None:
        place = self._order.index(row) + by
        if 0 <= place < len(self._order):
            self.moved.emit(row, place)

    def _show_retired(self, retired: Sequence[DataItem]) -> None:
        for button in self.back.values():
            self._gone.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.back = {}
        for item in retired:
            button = Button(
                f"Minta lagi: {item.title}", f"request-item-{item.id}-again", "quiet", parent=self
            )
            button.clicked.connect(partial(self.asked_again.emit, item.id))
            self.back[item.id] = button
            self._gone.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retired_words.setVisible(bool(retired))

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(8)
        inner.addLayout(self._column)
        line = QHBoxLayout()
        line.setContentsMargins(_NUMBER + 6, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.next, 1)
        line.addWidget(self.add)
        inner.addLayout(line)
        inner.addSpacing(8)
        inner.addWidget(self.retired_words)
        inner.addLayout(self._gone)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(Label("Data yang diminta", "title", parent=self))
        hint = worded("Sama untuk semua OPD; yang tidak perlu bagi satu OPD ditandai − di tabel.")
        column.addWidget(Label(hint, "soft", wrap=True, parent=self))
        column.addWidget(scroll_area(self._inner, "request-items-scroll"), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
