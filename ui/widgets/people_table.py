"""The table of participants with the keys of a spreadsheet: type over, Enter goes down, fill, copy."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.models import people_table as columns
from ui.models.people_table import HINTS_ROLE, PeopleTableModel
from ui.models.row_table import CHOICES_ROLE, Index
from ui.translate import worded
from ui.widgets.choice_box import ChoiceBox

_WIDTHS: Final = {
    columns.NUMBER: 46,
    columns.NAME: 230,
    columns.POSITION: 170,
    columns.PLACE: 150,
    columns.ELEMENT: 104,
    columns.BODY: 118,
    columns.GENDER: 44,
    columns.PRESENT: 84,
}
_ENOUGH: Final = 980
"""A width with room for everything."""
_SHARES: Final = {columns.POSITION: 0.3, columns.PLACE: 0.3}
"""What these columns get of the room beyond."""
_ROW: Final = 32
_PAD: Final = 8
_DOWN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Cells(QStyledItemDelegate):
    """Draws calm cells; edits choices in a list, texts in a line that takes every key at once."""

    def __init__(self, parent: QWidget) -> None:
        """Belong to a table."""
        super().__init__(parent)
        self._place = QPersistentModelIndex()
        self._stood = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, line, words, and a frame round the current cell."""
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(theme.color("accent-soft" if chosen else "surface")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(ink if isinstance(ink, QColor) else QColor(theme.color("text")))
        painter.setFont(option.font)
        room = box.adjusted(_PAD, 0, -6, 0)
        words = str(index.data() or "")
        elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
        table = self.parent()
        if isinstance(table, PeopleTableView) and table.currentIndex() == index and table.hasFocus():
            painter.setPen(QPen(QColor(theme.color("focus")), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the width of the words and one calm row."""
        return QSize(super().sizeHint(option, index).width() + 12, _ROW)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list for a choice, a line for a text."""
        del option
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        choices = index.data(CHOICES_ROLE)
        editor = self._list(parent, choices) if choices else self._line(parent, index)
        editor.setAccessibleName(name)
        editor.setObjectName("people-cell")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the value of the cell into its editor."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QLineEdit) and " ".join(editor.text().split()) != str(value or ""):
            editor.setText(str(value or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what stands in the editor."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and not model.setData(index, editor.text()) and not editor.text():
            model.setData(index, self._stood)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter finish a line and go down instead of staying, and Esc give back what stood."""
        if not isinstance(watched, QLineEdit) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key()) if event.type() == QEvent.Type.KeyPress else Qt.Key.Key_unknown
        if key == Qt.Key.Key_Escape:
            self._typed(self._stood)
        if key in _DOWN:
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            table = self.parent()
            if isinstance(table, PeopleTableView):
                table.go_down()
            return True
        return super().eventFilter(watched, event)

    def _list(self, parent: QWidget, choices: object) -> QComboBox:
        box = ChoiceBox(parent)
        box.setStyleSheet("QComboBox { combobox-popup: 0; border-radius: 0; padding: 0 5px; }")
        for value, words in choices if isinstance(choices, tuple) else ():
            box.addItem(words, value)
        box.setMaxVisibleItems(max(1, box.count()))
        box.activated.connect(self._chosen)
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _line(self, parent: QWidget, index: Index) -> QLineEdit:
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setStyleSheet("border-radius: 0; padding: 0 5px;")
        self._place = QPersistentModelIndex(index)
        self._stood = str(index.data(Qt.ItemDataRole.EditRole) or "")
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
        table = self.parent()
        if self._place.isValid() and isinstance(table, PeopleTableView):
            table.model().setData(self._place, text)

    def _chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)


class PeopleTableView(QTableView):
    """A calm grid; Ctrl+Delete asks to remove the chosen participants, Ctrl+D fills downwards."""

    remove_asked = Signal()
    list_pasted = Signal(str)
    """Several lines or cells were pasted: a list, which is looked at before it is taken."""

    def __init__(self, model: PeopleTableModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(parent)
        self._people = model
        self.setObjectName("people-table")
        self.setAccessibleName("Daftar peserta")
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        self._fit_columns()
        head.setSectionResizeMode(columns.NAME, QHeaderView.ResizeMode.Stretch)

    @property
    def is_editing(self) -> bool:
        """Whether a cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    def reword(self) -> None:
        """Say the heads in the event's words."""
        self.setAccessibleName(worded("Daftar peserta"))
        self._people.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns.PRESENT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to another width."""
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the columns to larger or smaller type, once the head has taken it over."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            QTimer.singleShot(0, self, self._fit_columns)

    def _fit_columns(self) -> None:
        """Give long names their room first: the role goes where little is, others grow where much is."""
        head = self.horizontalHeader()
        room = self.viewport().width() - theme.scaled(_ENOUGH)
        self.setColumnHidden(columns.BODY, room < -theme.scaled(_WIDTHS[columns.BODY]))
        self.verticalHeader().setDefaultSectionSize(max(_ROW, self.fontMetrics().lineSpacing() + _PAD + 6))
        for column, width in _WIDTHS.items():
            if column != columns.NAME:
                wanted = theme.scaled(width) + round(max(0, room) * _SHARES.get(column, 0.0))
                self.setColumnWidth(column, max(wanted, head.sectionSizeHint(column)))

    def hand_in(self) -> None:
        """Take what stands in a cell that is being typed into."""
        if self.is_editing:
            for line in self.viewport().findChildren(QLineEdit, "people-cell"):
                self.commitData(line)

    def chosen_rows(self) -> list[int]:
        """Return the rows in which anything is selected, in order."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def choose(self, row: int, column: int = columns.NAME) -> None:
        """Make a cell the current one."""
        # Qt's own setCurrentIndex would extend the selection while Ctrl or Shift is held.
        index = self._people.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(self.currentIndex())

    def stand_at(self, row: int) -> None:
        """Make a row the current one and choose nothing."""
        index = self._people.index(row, columns.NAME)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Clear)
        self.scrollTo(index)

    def go_down(self) -> None:
        """Go to the same cell of the next row."""
        here = self.currentIndex()
        below = self._people.index(here.row() + 1, here.column())
        if below.isValid():
            self.selectionModel().setCurrentIndex(below, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a spreadsheet does with these keys."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_asked.emit()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._clear()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._copied())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
        elif control and key == Qt.Key.Key_D:
            self._fill_down()
        elif control and key == Qt.Key.Key_Tab:
            self.focusNextChild()
        elif key in _DOWN:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.data(CHOICES_ROLE):
            self.edit(index)
        else:
            self.go_down()

    def _clear(self) -> None:
        for index in self.selectedIndexes():
            if index.column() != columns.NAME:
                self._people.setData(index, "")

    def _fill_down(self) -> None:
        chosen = sorted(self.selectedIndexes(), key=lambda item: (item.column(), item.row()))
        first: dict[int, object] = {}
        for index in chosen:
            value = first.setdefault(index.column(), index.data(Qt.ItemDataRole.EditRole))
            if index.column() != columns.NAME:
                self._people.setData(index, value)

    def _copied(self) -> str:
        chosen = {(index.row(), index.column()): str(index.data() or "") for index in self.selectedIndexes()}
        rows = sorted({row for row, _ in chosen})
        wanted = sorted({column for _, column in chosen})
        return "\n".join("\t".join(chosen.get((row, column), "") for column in wanted) for row in rows)

    def _paste(self, text: str) -> None:
        told = text.strip("\r\n")
        if "\n" in told or "\t" in told:
            self.list_pasted.emit(text)
        elif told and self.currentIndex().isValid():
            for index in self.selectedIndexes():
                self._people.take_text(index, told)
