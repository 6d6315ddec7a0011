"""How cells of a list are drawn calmly and edited in place: choices in a list, texts in a line.

What is typed into a line is taken at each key, so that nothing waits for Enter; Esc takes it back. A cell
that offers hints is taken when it is left. What somebody typed or chose in an open cell stays there, whatever
is read meanwhile.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from smartcity_desktop.domain.ids import NO_ROW
from ui import theme
from ui.models.row_table import CHOICES_ROLE, HINTS_ROLE, Index, RowTableModel
from ui.widgets.choice_box import ChoiceBox

PAD: Final = 8
"""Pixels before the words of a cell."""
DOWN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GIVEN: Final = "given"
"""The property of an editor that tells what was put into it."""
_FLAT: Final = "border-radius: 0; padding: 0 5px;"


class CellChoices(ChoiceBox):
    """A list of choices that opens under its cell, in one frame, with every choice in sight."""

    def __init__(self, parent: QWidget) -> None:
        """Belong to a cell."""
        super().__init__(parent)
        # Otherwise the list is laid over the cell and hides what has no room beside the chosen line.
        self.setStyleSheet(f"QComboBox {{ combobox-popup: 0; {_FLAT} }}")
        view = self.view()
        view.setStyleSheet(
            f"QAbstractItemView, QAbstractItemView:focus {{ border: 1px solid {theme.color('line-strong')};"
            " border-radius: 0; padding: 2px; }"
        )
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)

    def showPopup(self) -> None:
        """Give the list the room of all its choices, above the cell only where there is none below."""
        self.setMaxVisibleItems(max(1, self.count()))
        super().showPopup()
        view = self.view()
        frame = view.window()
        rows = sum(max(0, view.sizeHintForRow(row)) for row in range(self.count()))
        words = (view.fontMetrics().horizontalAdvance(self.itemText(row)) for row in range(self.count()))
        wide = max(self.width(), max(words, default=0) + 5 * PAD)
        tall = rows + frame.height() - view.viewport().height()
        under, over = self.mapToGlobal(self.rect().bottomLeft()), self.mapToGlobal(self.rect().topLeft())
        screen = self.screen().availableGeometry()
        top = under.y() + 1 if under.y() + tall < screen.bottom() else over.y() - tall
        left = min(under.x(), screen.right() - wide)
        frame.setGeometry(max(screen.left(), left), max(screen.top(), top), wide, tall)
        view.scrollToTop()


class CellEditing(QStyledItemDelegate):
    """The cells of one table."""

    line_finished = Signal(str, bool)
    """A line was ended by Enter: its text, and whether it is meant for the whole selection (Ctrl)."""

    def __init__(self, table: QTableView, name: str) -> None:
        """Belong to a table; ``name`` is the object name of its editors."""
        super().__init__(table)
        self._table, self._name = table, name
        self._place = QPersistentModelIndex()
        self._stood = ""

    # Drawing -----------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, line, what the cell shows, and a frame round the current cell."""
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(theme.color("accent-soft" if chosen else "surface")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self.draw(painter, option, index)
        if self._table.currentIndex() == index and self._table.hasFocus():
            painter.setPen(QPen(QColor(theme.color("focus")), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the words of a cell."""
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(ink if isinstance(ink, QColor) else QColor(theme.color("text")))
        painter.setFont(option.font)
        box: QRect = option.rect
        room = box.adjusted(PAD, 0, -6, 0)
        words = str(index.data() or "")
        elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the width of the words and one calm row."""
        return QSize(super().sizeHint(option, index).width() + 12, self._table.rowHeight(index.row()))

    # Editing -----------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list for a choice, a line for a text."""
        del option
        choices = index.data(CHOICES_ROLE)
        editor = self._list(parent, choices) if choices else self._line(parent, index)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        editor.setObjectName(self._name)
        model = index.model()
        if isinstance(model, RowTableModel):
            model.held = model.row(index.row()).id
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let go of the row whose cell is closed."""
        model = index.model()
        if isinstance(model, RowTableModel) and model.held == model.row(index.row()).id:
            model.held = NO_ROW
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the value of the cell into its editor, as long as nobody changed anything there."""
        given = editor.property(_GIVEN)
        if given is not None and given != _held_by(editor):
            return
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            model = index.model()
            self._stood = model.settled(index) if isinstance(model, RowTableModel) else value
            if " ".join(editor.text().split()) != value:
                editor.setText(value)
        editor.setProperty(_GIVEN, _held_by(editor))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed or chosen in the editor."""
        if isinstance(editor, QComboBox):
            if _held_by(editor) != editor.property(_GIVEN):
                model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and not model.setData(index, editor.text()):
            if not editor.text():
                model.setData(index, self._stood)
            elif isinstance(model, RowTableModel):
                model.put_aside(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter finish a line and go down instead of staying, and Esc give back what stood."""
        if not isinstance(watched, QLineEdit) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key()) if event.type() == QEvent.Type.KeyPress else Qt.Key.Key_unknown
        if key == Qt.Key.Key_Escape:
            self._typed(self._stood)
        if key in DOWN:
            text = watched.text()
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            self.line_finished.emit(text, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return True
        return super().eventFilter(watched, event)

    # Inside ------------------------------------------------------------------------------------------------

    def _list(self, parent: QWidget, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = CellChoices(parent)
        for value, words in choices:
            box.addItem(words, value)
        box.activated.connect(self._chosen)
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _line(self, parent: QWidget, index: Index) -> QLineEdit:
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setStyleSheet(_FLAT)
        self._place = QPersistentModelIndex(index)
        hints = index.data(HINTS_ROLE)
        if hints:
            completer = QCompleter(list(hints), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        else:
            line.textEdited.connect(self._typed)
        return line

    def _typed(self, text: str) -> None:
        """Take what was typed so far; where it cannot be read, no readable beginning of it stays either."""
        model = self._table.model()
        if not self._place.isValid() or model.setData(self._place, text):
            return
        if isinstance(model, RowTableModel) and not model.reads(self._place, text):
            model.setData(self._place, self._stood)

    def _chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)


def _held_by(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    return editor.text() if isinstance(editor, QLineEdit) else ""
