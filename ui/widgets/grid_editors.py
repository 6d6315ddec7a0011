"""What opens in a cell: lines of text that grow, or a list of choices that listens to letters."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPainter, QPixmap, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.grid import Choice, GridColumn, in_order, table_of
from smartcity_desktop.domain.worksheet import SEPARATOR
from ui import theme
from ui.widgets.grid_paint import PAD_X, PAD_Y
from ui.widgets.label import Label

LEFT, RIGHT, DOWN, STAY = "left", "right", "down", "stay"
_KEYS: Final = "Spasi: centang · koma: cari lagi · Enter: selesai"
_VALUE: Final = Qt.ItemDataRole.UserRole
_SHOWN: Final = 11
_NAMED, _UNLIKE = -1, 3
_STEPS: Final = {
    Qt.Key.Key_Tab: RIGHT,
    Qt.Key.Key_Backtab: LEFT,
    Qt.Key.Key_Return: DOWN,
    Qt.Key.Key_Enter: DOWN,
}
_AWAY_FOR_A_MOMENT: Final = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


def step_of(event: QKeyEvent) -> str:
    """Return where a key leads that ends an answer, empty for a key that belongs to the editor."""
    step = _STEPS.get(Qt.Key(event.key()), "")
    if step == DOWN and event.modifiers() & (
        Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.ShiftModifier
        | Qt.KeyboardModifier.ControlModifier
    ):
        return ""
    return step


def is_tab(event: QEvent) -> bool:
    """Tell whether this is the press of Tab or Shift+Tab, which Qt would take for itself."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


def _frame(widget: str, line: str, pixels: int) -> str:
    return (
        f"{widget} {{ border: 2px solid {theme.color(line)}; border-radius: 0; font-size: {pixels}px;"
        f" background: {theme.color('surface')}; }}"
    )


class TextEditor(QPlainTextEdit):
    """Text of one cell; Alt+Enter begins a new line where the column takes lines."""

    typed = Signal(str)
    """Every change of the text."""
    finished = Signal(str)
    """A key that ends the answer: ``left``, ``right``, ``down``."""
    given_up = Signal()
    left = Signal()
    """The focus went elsewhere."""
    pasted_table = Signal()
    """A table is pasted while one cell is being written."""

    def __init__(self, column: GridColumn, text: str, parent: QWidget) -> None:
        """Hold ``text`` for a column."""
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setAccessibleName(column.label)
        self.setAccessibleDescription(column.help)
        self._lines = column.kind == "long"
        self._pixels = parent.font().pixelSize()
        self._wrong: bool | None = None
        self.is_wrong = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.show_wrong(wrong=False)
        self.setPlainText(text)
        self.textChanged.connect(self._tell)

    def text(self) -> str:
        """Return what stands in the editor."""
        return self.toPlainText()

    def needed_height(self) -> int:
        """Return the height that shows every line."""
        lines, block = 0, self.document().firstBlock()
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines * self.fontMetrics().lineSpacing() + 2 * PAD_Y + 2

    def show_wrong(self, *, wrong: bool) -> None:
        """Mark text that does not fit its column."""
        self.is_wrong = wrong
        if wrong == self._wrong:
            return
        self._wrong = wrong
        self.setStyleSheet(
            _frame("QPlainTextEdit", "warning-line" if wrong else "focus", self._pixels)
            + f"QPlainTextEdit {{ padding: {PAD_Y - 2}px {PAD_X - 2}px; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab and Enter end the answer, Esc gives it up, Alt+Enter begins a line."""
        step = step_of(event)
        if step:
            self.finished.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._lines:
                self.insertPlainText("\n")
                self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand the answer in when the focus really goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _AWAY_FOR_A_MOMENT:
            self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a copied cell as its words; a copied table is for the grid, not for one cell of it."""
        table = table_of(source.text())
        if any(len(line) > 1 for line in table) or (len(table) > 1 and not self._lines):
            self.pasted_table.emit()
        elif len(table) == 1 and table[0]:
            self.insertPlainText(table[0][0])
        else:
            super().insertFromMimeData(source)

    def _tell(self) -> None:
        self.typed.emit(self.toPlainText())


class ChoiceEditor(QLineEdit):
    """Choices of one cell as a list below it; letters narrow the list.

    Where several may hold, Space ticks, and a comma after letters ticks what they mean and looks for more.
    """

    finished = Signal(str)
    given_up = Signal()
    left = Signal()

    def __init__(self, column: GridColumn, raw: str, typed: str, parent: QWidget) -> None:
        """Open the list over ``parent``'s window; ``typed`` narrows it from the start."""
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setAccessibleName(column.label)
        self.setAccessibleDescription(column.help)
        self._column = column
        self._chosen = [item for item in raw.split(SEPARATOR) if item]
        self._picked: str | None = None
        self._is_taken = False
        self._goes_on = False
        self._offered = _chosen_first(column, self._chosen)
        self._tell_chosen()
        self.setStyleSheet(
            _frame("QLineEdit", "focus", parent.font().pixelSize())
            + f"QLineEdit {{ padding: {PAD_Y - 2}px {PAD_X - 4}px; }}"
        )
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.popup = _ChoicePopup(parent.window(), self)
        self.popup.list.itemClicked.connect(self._clicked)
        self.textChanged.connect(self._narrow)
        self.setText(typed)
        self._narrow(typed)

    def raw(self) -> str | None:
        """Return the raw value that was chosen, None where nothing was chosen."""
        if self._column.many:
            return in_order(self._column, self._chosen)
        return self._picked

    def open_text(self) -> str:
        """Return typed text that no choice was taken for, empty where there is none."""
        return "" if self._is_taken else self.text().strip()

    def needed_height(self) -> int:
        """Return the height of the line in the cell."""
        return self.sizeHint().height()

    def place_popup(self) -> None:
        """Lay the list under the cell, or over it where there is no room below."""
        window = self.popup.parentWidget()
        if window is None:
            return
        below = self.mapTo(window, self.rect().bottomLeft())
        size = self.popup.wanted_size(self.width())
        top = below.y() + 1
        if top + size.height() > window.height():
            top = max(0, self.mapTo(window, self.rect().topLeft()).y() - size.height())
        left = min(below.x(), max(0, window.width() - size.width() - PAD_X))
        self.popup.setGeometry(left, top, size.width(), size.height())
        self.popup.show()
        self.popup.raise_()

    def close_popup(self) -> None:
        """Take the list away."""
        self.popup.hide()
        self.popup.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the list, Enter and Tab take the marked choice, Esc leaves all as it was."""
        step = step_of(event)
        if step:
            self._take(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.popup.walk(event)
        elif self._column.many and self._ticks(event):
            self._tick_by_key(event)
            return
        else:
            super().keyPressEvent(event)
        self._goes_on = False

    def event(self, event: QEvent) -> bool:
        """Keep Tab for the cell."""
        if is_tab(event) and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go away when the focus really goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _AWAY_FOR_A_MOMENT:
            self.left.emit()

    def _narrow(self, typed: str) -> None:
        # Letters mean what does not hold yet: Enter must not take off what was chosen before.
        held = self._chosen if typed.strip() else ()
        self.popup.show_choices(matching(self._offered, typed, held), self._chosen, self._column)
        self.popup.mark(() if held else self._chosen)
        if not self._column.many and not typed:
            self.popup.offer_nothing(has_value=bool(self._chosen))
        if self.popup.isVisible():
            self.place_popup()

    def _ticks(self, event: QKeyEvent) -> bool:
        """Tell whether a key ticks: Space as long as nothing is typed, then a comma or a semicolon.

        Behind a word that no choice is meant by they are only signs, so that the word is not lost.
        """
        if event.key() == Qt.Key.Key_Space:
            return not self.text()
        return event.text() in {",", SEPARATOR} and bool(self.text()) and bool(self.popup.list.count())

    def _tick_by_key(self, event: QKeyEvent) -> None:
        is_space = event.key() == Qt.Key.Key_Space
        if is_space and self._goes_on:
            # The space that people type behind a comma.
            return
        self._tick(self.popup.list.currentItem())
        self.clear()
        self._goes_on = not is_space

    def _tell_chosen(self) -> None:
        names = {item.value: item.label for item in self._column.choices}
        words = ", ".join(names[value] for value in self._chosen if value in names)
        self.setPlaceholderText(words or "Ketik untuk mencari")

    def _take(self, step: str) -> None:
        item = self.popup.list.currentItem()
        if self._column.many:
            if self.text() and item is not None:
                self._tick(item)
        elif item is not None:
            self._picked = str(item.data(_VALUE))
        self._is_taken = item is not None
        self.finished.emit(step)

    def _tick(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        value = str(item.data(_VALUE))
        if value in self._chosen:
            self._chosen.remove(value)
        else:
            self._chosen.append(value)
        ticked = Qt.CheckState.Checked if value in self._chosen else Qt.CheckState.Unchecked
        item.setCheckState(ticked)
        self._tell_chosen()

    def _clicked(self, item: QListWidgetItem) -> None:
        if self._column.many:
            self._tick(item)
            return
        self._picked, self._is_taken = str(item.data(_VALUE)), True
        self.finished.emit(STAY)


def matching(choices: Sequence[Choice], typed: str, held: Sequence[str] = ()) -> list[Choice]:
    """Return the choices that letters mean: what they name whole, what begins with them, what has them.

    Among what they mean equally well those that hold already come last.
    """
    wanted = typed.casefold().strip()
    if not wanted:
        return list(choices)

    def rank(item: Choice) -> int:
        if wanted in {item.code.casefold(), item.label.casefold()}:
            return _NAMED
        if item.code and item.code.casefold().startswith(wanted):
            return 0
        names = [name.casefold() for name in (item.label, *item.also)]
        if any(name.startswith(wanted) for name in names):
            return 1
        return 2 if any(wanted in name for name in names) else _UNLIKE

    found = (item for item in choices if rank(item) < _UNLIKE)
    return sorted(found, key=lambda item: (rank(item), item.value in held))


def _chosen_first(column: GridColumn, chosen: Sequence[str]) -> list[Choice]:
    """Return what is offered; in a long list of which several may hold, what holds already comes first."""
    offered = [item for item in column.choices if not item.retired or item.value in chosen]
    is_long = column.many and len(offered) > _SHOWN
    return sorted(offered, key=lambda item: item.value not in chosen) if is_long else offered


def _in_list(choice: Choice, column: GridColumn) -> str:
    """Return the words of a choice in the list: an OPD with its whole name behind the short one."""
    if choice.code and choice.color:
        return choice.label.removeprefix(choice.code).strip() or choice.label
    whole = next(iter(choice.also), "")
    return f"{choice.label} · {whole}" if column.kind == "opd" and whole != choice.label else choice.label


class _ChoicePopup(QFrame):
    """The list itself; it never takes the focus from the line in the cell."""

    def __init__(self, window: QWidget, line: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("choicePopup")
        self.setAccessibleName("Pilihan")
        # A click here must not reach the focus of whatever lies below.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(line)
        theme.set_role(self, "popup")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        self.list = QListWidget(self)
        self.list.setObjectName("choiceList")
        self.list.setAccessibleName("Pilihan")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet("QListWidget { border: 0; } QListWidget::item { padding: 4px 8px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column.addWidget(self.list)
        self.keys = Label(_KEYS, "small", name="choiceKeys", parent=self)
        self.keys.setContentsMargins(8, 2, 8, 2)
        self.keys.hide()
        column.addWidget(self.keys)
        self.hide()

    def show_choices(self, choices: Sequence[Choice], chosen: Sequence[str], column: GridColumn) -> None:
        """Fill the list; of several that may hold, those that do are ticked."""
        self.list.clear()
        self.keys.setVisible(column.many)
        for choice in choices:
            item = QListWidgetItem(_in_list(choice, column), self.list)
            item.setData(_VALUE, choice.value)
            item.setToolTip("")
            if choice.code and choice.color:
                item.setIcon(QIcon(self._chip(choice)))
            if column.many:
                item.setCheckState(
                    Qt.CheckState.Checked if choice.value in chosen else Qt.CheckState.Unchecked
                )

    def mark(self, chosen: Sequence[str]) -> None:
        """Mark the first of the chosen ones that is listed, else the first of all."""
        values = [str(self.list.item(row).data(_VALUE)) for row in range(self.list.count())]
        stands = next((values.index(value) for value in chosen if value in values), 0)
        self.list.setCurrentRow(stands if values else -1)

    def offer_nothing(self, *, has_value: bool) -> None:
        """Offer to empty a cell that has a value."""
        if has_value:
            item = QListWidgetItem("(kosongkan)", self.list)
            item.setData(_VALUE, "")
            item.setForeground(QColor(theme.color("text-faint")))

    def wanted_size(self, cell_width: int) -> QSize:
        """Return the room for the longest choice and at most eleven lines."""
        metrics = self.fontMetrics()
        rows = max(1, min(self.list.count(), _SHOWN))
        height = rows * max(self.list.sizeHintForRow(0), metrics.height() + 8) + 12
        wide = max(cell_width, self.list.sizeHintForColumn(0) + 40, 12 * metrics.averageCharWidth())
        if not self.keys.isHidden():
            height += self.keys.sizeHint().height()
            wide = max(wide, self.keys.sizeHint().width() + 4)
        window = self.parentWidget()
        return QSize(min(wide, window.width() - 2 * PAD_X) if window else wide, height)

    def walk(self, event: QKeyEvent) -> None:
        """Move the mark."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_SHOWN, Qt.Key.Key_PageDown: _SHOWN}
        row = self.list.currentRow() + by[Qt.Key(event.key())]
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))

    def _chip(self, choice: Choice) -> QPixmap:
        metrics = self.fontMetrics()
        self.list.setIconSize(QSize(metrics.horizontalAdvance("WWWW"), metrics.height() + 2))
        room = self.list.iconSize()
        canvas = QPixmap(room * self.devicePixelRatioF())
        canvas.setDevicePixelRatio(self.devicePixelRatioF())
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(choice.color))
        painter.drawRoundedRect(0, 0, room.width(), room.height(), 4, 4)
        font = self.font()
        font.setBold(True)
        font.setPixelSize(max(9, self.fontInfo().pixelSize() - 2))
        painter.setFont(font)
        painter.setPen(QColor(theme.ink_on(choice.color)))
        painter.drawText(0, 0, room.width(), room.height(), int(Qt.AlignmentFlag.AlignCenter), choice.code)
        painter.end()
        return canvas
