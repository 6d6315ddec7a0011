"""The table of agencies with the keys of a spreadsheet: type over, Enter goes down, fill, copy, paste."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.models import opd_table as columns
from ui.models.opd_table import COLOR_ROLE, OpdTableModel
from ui.models.row_table import CHOICES_ROLE, Index
from ui.translate import worded
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.opd_bidang import BidangPicker

_WIDTHS: Final = {
    columns.NAME: 320,
    columns.SHORT: 130,
    columns.KIND: 110,
    columns.BIDANG: 170,
    columns.DIMENSION: 90,
    columns.TABLE: 66,
    columns.RENSTRA: 150,
}
_ROW: Final = 34
_PAD: Final = 8
_DOWN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Choices(ChoiceBox):
    """A list of choices that opens under its cell, in one frame, with every choice in sight."""

    def __init__(self, parent: QWidget) -> None:
        """Belong to a cell."""
        super().__init__(parent)
        # Otherwise the list is laid over the cell and hides what has no room beside the chosen line.
        self.setStyleSheet("QComboBox { combobox-popup: 0; border-radius: 0; padding: 0 5px; }")
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
        wide = max(self.width(), max(words, default=0) + 5 * _PAD)
        tall = rows + frame.height() - view.viewport().height()
        under, over = self.mapToGlobal(self.rect().bottomLeft()), self.mapToGlobal(self.rect().topLeft())
        screen = self.screen().availableGeometry()
        top = under.y() + 1 if under.y() + tall < screen.bottom() else over.y() - tall
        left = min(under.x(), screen.right() - wide)
        frame.setGeometry(max(screen.left(), left), max(screen.top(), top), wide, tall)
        view.scrollToTop()


class _Cells(QStyledItemDelegate):
    """Draws codes and dimensions as chips; edits choices in a list, texts in a line.

    What is typed into a line is taken at each key, so that nothing waits for Enter; Esc takes it back.
    """

    def __init__(self, parent: QWidget) -> None:
        """Belong to a table."""
        super().__init__(parent)
        self._place = QPersistentModelIndex()
        self._stood = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, line, words or chips, and a frame round the current cell."""
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(theme.color("accent-soft" if chosen else "surface")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        words = str(index.data() or "")
        ground = index.data(COLOR_ROLE)
        if ground or index.column() == columns.BIDANG:
            _chips(painter, box, [words] if ground else words.split(), str(ground or ""))
        else:
            ink = index.data(Qt.ItemDataRole.ForegroundRole)
            painter.setPen(ink if isinstance(ink, QColor) else QColor(theme.color("text")))
            painter.setFont(option.font)
            room = box.adjusted(_PAD, 0, -6, 0)
            elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
        table = self.parent()
        if isinstance(table, OpdTableView) and table.currentIndex() == index and table.hasFocus():
            painter.setPen(QPen(QColor(theme.color("focus")), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the width of the words and one calm row."""
        return QSize(super().sizeHint(option, index).width() + 12, _ROW)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list for a choice, a line for a text."""
        del option
        choices = index.data(CHOICES_ROLE)
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        if not choices:
            line = QLineEdit(parent)
            line.setFrame(False)
            line.setAccessibleName(name)
            line.setObjectName("opd-cell")
            line.textEdited.connect(self._typed)
            self._place = QPersistentModelIndex(index)
            self._stood = str(index.data(Qt.ItemDataRole.EditRole) or "")
            line.setStyleSheet("border-radius: 0; padding: 0 5px;")
            return line
        box = _Choices(parent)
        box.setAccessibleName(name)
        box.setObjectName("opd-cell")
        for value, words in choices:
            box.addItem(words, value)
        box.activated.connect(self._chosen)
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the value of the cell into its editor."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QLineEdit) and _plain(editor.text()) != str(value or ""):
            editor.setText(str(value or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what stands in the editor."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and not model.setData(index, editor.text()) and not editor.text():
            model.setData(index, self._stood)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter finish a line and go down instead of staying, and Esc give back what stood."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        key = Qt.Key(event.key()) if pressed and isinstance(event, QKeyEvent) else Qt.Key.Key_unknown
        if isinstance(watched, QLineEdit) and key == Qt.Key.Key_Escape:
            self._typed(self._stood)
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent) and key in _DOWN:
            table = self.parent()
            fill = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            text = watched.text()
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            if isinstance(table, OpdTableView):
                table.finish_line(text, fill=fill)
            return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        table = self.parent()
        if self._place.isValid() and isinstance(table, OpdTableView):
            table.model().setData(self._place, text)

    def _chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _chips(painter: QPainter, box: QRect, chips: Sequence[str], ground: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("small", bold=bool(ground)))
    metrics = painter.fontMetrics()
    left, height = box.left() + _PAD, metrics.height() + 4
    fill = QColor(ground or theme.color("neutral-soft"))
    for chip in chips:
        width = metrics.horizontalAdvance(chip) + 12
        if left + width > box.right() - 4 and left > box.left() + _PAD:
            painter.setPen(QColor(theme.color("text-soft")))
            painter.drawText(left, box.top(), 16, box.height(), int(Qt.AlignmentFlag.AlignVCenter), "…")
            break
        place = QRect(left, box.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(QColor(theme.ink_on(fill.name()) if ground else theme.color("text")))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), chip)
        left += width + 4
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


class OpdTableView(QTableView):
    """A calm grid; Ctrl+Delete asks to remove the chosen agencies, Ctrl+D fills downwards."""

    remove_asked = Signal()
    cell_left = Signal()
    """A cell was finished: nothing is being typed any more."""

    def __init__(self, model: OpdTableModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(parent)
        self._opds = model
        self._picker: BidangPicker | None = None
        self.setObjectName("opd-table")
        self.setAccessibleName(worded("Daftar OPD"))
        self.setModel(model)
        cells = _Cells(self)
        cells.closeEditor.connect(self._editor_closed)
        self.setItemDelegate(cells)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setFixedWidth(40)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(48)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, max(width, head.sectionSizeHint(column)))
        head.setSectionResizeMode(columns.NAME, QHeaderView.ResizeMode.Stretch)

    @property
    def is_editing(self) -> bool:
        """Whether a cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    def chosen_rows(self) -> list[int]:
        """Return the rows in which anything is selected, in order."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def choose(self, row: int, column: int = columns.NAME) -> None:
        """Make a cell the current one."""
        # Qt's own setCurrentIndex would extend the selection while Ctrl or Shift is held.
        index = self._opds.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(self.currentIndex())

    def stand_at(self, row: int) -> None:
        """Make a row the current one and choose nothing."""
        index = self._opds.index(row, columns.NAME)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Clear)
        self.scrollTo(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the picker over a cell of bidang urusan."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == columns.BIDANG:
            self._pick(index, "")
        else:
            super().mouseDoubleClickEvent(event)

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
        elif not self._pick_by(event):
            super().keyPressEvent(event)

    def finish_line(self, text: str, *, fill: bool) -> None:
        """Go down after a line was typed; with ``fill`` put it into the whole selection."""
        if fill:
            for index in self.selectedIndexes():
                self._opds.take_text(index, text)
        else:
            self._step()

    def fill(self, column: int, text: str) -> None:
        """Put a text into a column of every chosen row."""
        for row in self.chosen_rows():
            self._opds.take_text(self._opds.index(row, column), text)

    def _editor_closed(self) -> None:
        # The view leaves its editing state only after the delegate's signal.
        QTimer.singleShot(0, self, self.cell_left.emit)

    def _step(self) -> None:
        here = self.currentIndex()
        below = self._opds.index(here.row() + 1, here.column())
        if below.isValid():
            self.selectionModel().setCurrentIndex(below, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _enter(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.column() == columns.BIDANG:
            self._pick(index, "")
        elif index.isValid() and index.data(CHOICES_ROLE):
            self.edit(index)
        else:
            self._step()

    def _pick_by(self, event: QKeyEvent) -> bool:
        index, typed = self.currentIndex(), event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        asked = event.key() == Qt.Key.Key_F2 or (plain and typed.isprintable() and bool(typed.strip()))
        if not index.isValid() or index.column() != columns.BIDANG or not asked:
            return False
        self._pick(index, typed if typed.isprintable() else "")
        return True

    def _pick(self, index: QModelIndex, typed: str) -> None:
        if self._picker is None:
            self._picker = BidangPicker(self)
            self._picker.taken.connect(self._picked)
        codes = tuple(index.data(Qt.ItemDataRole.EditRole))
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self._picker.open_at(place, self._opds.shown.bidang, codes, typed)

    def _picked(self, codes: object) -> None:
        self._opds.setData(self.currentIndex(), codes)
        self.setFocus()

    def _clear(self) -> None:
        for index in self.selectedIndexes():
            if index.column() in {columns.SHORT, columns.TABLE, columns.DIMENSION}:
                self._opds.setData(index, "")
            elif index.column() == columns.BIDANG:
                self._opds.setData(index, ())

    def _fill_down(self) -> None:
        chosen = sorted(self.selectedIndexes(), key=lambda item: (item.column(), item.row()))
        first: dict[int, object] = {}
        for index in chosen:
            value = first.setdefault(index.column(), index.data(Qt.ItemDataRole.EditRole))
            if index.column() != columns.NAME:
                self._opds.setData(index, value)

    def _copied(self) -> str:
        chosen = {(index.row(), index.column()): str(index.data() or "") for index in self.selectedIndexes()}
        rows = sorted({row for row, _ in chosen})
        wanted = sorted({column for _, column in chosen})
        return "\n".join("\t".join(chosen.get((row, column), "") for column in wanted) for row in rows)

    def _paste(self, text: str) -> None:
        start = self.currentIndex()
        if not start.isValid() or not text:
            return
        rows = [line.split("\t") for line in text.rstrip("\r\n").splitlines()]
        if len(rows) == 1 and len(rows[0]) == 1:
            for index in self.selectedIndexes():
                self._opds.take_text(index, rows[0][0])
            return
        for down, cells in enumerate(rows):
            for across, cell in enumerate(cells):
                index = self._opds.index(start.row() + down, start.column() + across)
                if index.isValid():
                    self._opds.take_text(index, cell)
