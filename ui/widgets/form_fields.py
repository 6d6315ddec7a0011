"""One question of a form, by the kind of its column: lines, a figure, one choice, several choices."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.grid import CellFault, GridColumn, parse, show
from smartcity_desktop.domain.worksheet import SEPARATOR
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label

FEW: Final = 8
_LISTED: Final = frozenset({"subdimension", "opd", "links", "rows"})
_CHOSEN: Final = _LISTED | {"choice", "dimension"}
"""Kinds whose choices have long names: they stand below each other."""
_TALL: Final = 170
_EDGE: Final = 7
_LINES: Final = 3


class TextAnswer(QPlainTextEdit):
    """Lines of text that grow with their answer; Tab goes to the next question."""

    typed = Signal(str)

    def __init__(self, column: GridColumn, parent: QWidget) -> None:
        """Answer this column."""
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = column
        self._showing = False
        self.textChanged.connect(self._changed)
        self._grow()

    def show_raw(self, raw: str) -> None:
        """Show a value, unless it is here already."""
        if self.toPlainText().strip() != raw:
            self._showing = True
            self.setPlainText(raw)
            self._showing = False

    def _changed(self) -> None:
        self._grow()
        if not self._showing:
            self.typed.emit(self.toPlainText())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where the lines break anew."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines, block = 0, self.document().firstBlock()
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        self.setFixedHeight(max(_LINES - 1, lines) * self.fontMetrics().lineSpacing() + 22)


class LineAnswer(QLineEdit):
    """One line: text, a figure with dots, a date."""

    typed = Signal(str)

    def __init__(self, column: GridColumn, parent: QWidget) -> None:
        """Answer this column."""
        super().__init__(parent)
        self._column = column
        self.textEdited.connect(self.typed)

    def show_raw(self, raw: str) -> None:
        """Show a value, unless what is typed means the same."""
        try:
            same = parse(self._column, self.text()) == raw
        except CellFault:
            same = self.hasFocus()
        if not same:
            self.setText(raw if self._column.kind == "date" else show(self._column, raw))


class OneOf(QWidget):
    """A few choices side by side; the chosen one again takes the answer back."""

    typed = Signal(str)

    def __init__(self, column: GridColumn, parent: QWidget) -> None:
        """Answer this column."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: dict[str, Button] = {}
        last = len(column.choices) - 1
        for place, choice in enumerate(column.choices):
            button = Button(choice.label, f"form-{column.key}-{choice.value}", "segment", parent=self)
            theme.set_role(button, "segment", place={0: "first", last: "last"}.get(place, ""))
            button.setCheckable(True)
            button.setProperty("value", choice.value)
            button.clicked.connect(self._clicked)
            self._buttons[choice.value] = button
            if not place:
                self.setFocusProxy(button)
            row.addWidget(button)
        row.addStretch(1)

    def show_raw(self, raw: str) -> None:
        """Show the chosen one."""
        for value, button in self._buttons.items():
            button.setChecked(value == raw)

    def _clicked(self) -> None:
        button = self.sender()
        value = str(button.property("value")) if isinstance(button, Button) and button.isChecked() else ""
        self.show_raw(value)
        self.typed.emit(value)


class SomeOf(QWidget):
    """Several choices that may hold together, to be ticked."""

    typed = Signal(str)

    def __init__(self, column: GridColumn, parent: QWidget) -> None:
        """Answer this column."""
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        self._boxes: dict[str, QCheckBox] = {}
        for place, choice in enumerate(column.choices):
            box = QCheckBox(choice.label.replace("&", "&&"), self)
            box.setObjectName(f"form-{column.key}-{choice.value}")
            box.setAccessibleName(f"{column.label}: {choice.label}")
            box.clicked.connect(self._clicked)
            self._boxes[choice.value] = box
            if not place:
                self.setFocusProxy(box)
            grid.addWidget(box, place // 2, place % 2)

    def show_raw(self, raw: str) -> None:
        """Tick what holds."""
        chosen = set(raw.split(SEPARATOR))
        for value, box in self._boxes.items():
            box.setChecked(value in chosen)

    def _clicked(self) -> None:
        self.typed.emit(SEPARATOR.join(value for value, box in self._boxes.items() if box.isChecked()))


class ListAnswer(QListWidget):
    """Many choices in a list: ticked where several may hold, marked where one does."""

    typed = Signal(str)

    def __init__(self, column: GridColumn, parent: QWidget) -> None:
        """Answer this column."""
        super().__init__(parent)
        self._many = column.many
        self._showing = False
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListWidget::item { padding: 3px 6px; }")
        for choice in column.choices:
            item = QListWidgetItem(choice.label, self)
            item.setData(Qt.ItemDataRole.UserRole, choice.value)
            item.setCheckState(Qt.CheckState.Unchecked)
        rows = self.count() * max(self.sizeHintForRow(0), self.fontMetrics().height() + 6)
        self.setFixedHeight(min(_TALL, rows + 2 * _EDGE))
        self.itemChanged.connect(self._changed)

    def show_raw(self, raw: str) -> None:
        """Tick what holds."""
        chosen = set(raw.split(SEPARATOR))
        self._showing = True
        for item in self._items():
            holds = item.data(Qt.ItemDataRole.UserRole) in chosen
            item.setCheckState(Qt.CheckState.Checked if holds else Qt.CheckState.Unchecked)
        self._showing = False

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _changed(self, changed: QListWidgetItem) -> None:
        if self._showing:
            return
        ticked = [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]
        if not self._many:
            ticked = [item for item in ticked if item is changed]
        raw = SEPARATOR.join(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)
        self.show_raw(raw)
        self.typed.emit(raw)


def _answer(column: GridColumn, parent: QWidget) -> TextAnswer | LineAnswer | OneOf | SomeOf | ListAnswer:
    if column.choices and (len(column.choices) > FEW or column.kind in _LISTED):
        return ListAnswer(column, parent)
    if column.choices and column.many:
        return SomeOf(column, parent)
    if column.choices:
        return OneOf(column, parent)
    return TextAnswer(column, parent) if column.kind == "long" else LineAnswer(column, parent)


def lacks_choices(column: GridColumn) -> bool:
    """Tell whether an answer has to be chosen where nothing is offered; what is retired is not."""
    return column.kind in _CHOSEN and not column.offered


def where_from(column: GridColumn) -> str:
    """Say where the choices of a column come from that has none yet."""
    if column.kind == "opd":
        return worded("Isi dahulu daftarnya di layar OPD.")
    if column.kind == "rows":
        return "Isi dahulu kertas kerja yang barisnya dirujuk kolom ini."
    return "Isi dahulu daftarnya di layar Dokumen."


class FormField(QFrame):
    """A label, the answer, its help, and the sentence about an answer that does not fit."""

    answered = Signal(str, str)
    """Column key and raw value."""
    refused = Signal(str, str)
    """Column key and a text that does not fit it."""

    def __init__(self, column: GridColumn, parent: QWidget | None = None) -> None:
        """Ask for this column."""
        super().__init__(parent)
        self.column = column
        self._is_wrong = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        self.setAccessibleName(column.label)
        box.addWidget(Label(column.label, "strong", wrap=True, parent=self))
        self.answer: TextAnswer | LineAnswer | OneOf | SomeOf | ListAnswer | None = None
        if column.choices or column.kind not in _CHOSEN:
            self.answer = _answer(column, self)
            self.answer.setObjectName(f"form-{column.key}")
            self.answer.setAccessibleName(column.label)
            self.answer.setAccessibleDescription(column.help)
            self.answer.typed.connect(self._typed)
            box.addWidget(self.answer)
        else:
            words = f"Belum ada pilihan. {where_from(column)}"
            box.addWidget(Label(words, "faint", wrap=True, parent=self))
        self.help = Label(column.help, "small", wrap=True, parent=self)
        self.help.setVisible(bool(column.help))
        box.addWidget(self.help)
        self.offer = Label("", "small", name=f"form-offer-{column.key}", wrap=True, parent=self)
        self.offer.hide()
        box.addWidget(self.offer)

    def show_raw(self, raw: str) -> None:
        """Show a value of the row."""
        if self._is_wrong:
            # The sentence was about another row.
            self._say(self.column.help, wrong=False)
        if self.answer is not None:
            self.answer.show_raw(raw)

    def show_offer(self, words: str) -> None:
        """Show what is proposed for this question, quietly; empty words take it away."""
        self.offer.setText(words)
        self.offer.setVisible(bool(words))

    def show_unfit(self, text: str) -> None:
        """Show a text of the row that does not fit, with the sentence why."""
        if isinstance(self.answer, LineAnswer) and self.answer.text() != text:
            self.answer.setText(text)
        self._typed(text)

    def _typed(self, text: str) -> None:
        try:
            raw = text if self.column.choices else parse(self.column, text)
        except CellFault as fault:
            self._say(str(fault), wrong=True)
            self.refused.emit(self.column.key, text)
            return
        self._say(self.column.help, wrong=False)
        self.answered.emit(self.column.key, raw)

    def _say(self, words: str, *, wrong: bool) -> None:
        self._is_wrong = wrong
        self.help.setText(words)
        self.help.setVisible(bool(words))
        theme.set_role(self.help, "warning" if wrong else "small")
        if isinstance(self.answer, LineAnswer):
            self.answer.setProperty("wrong", "true" if wrong else "")
            theme.restyle(self.answer)
