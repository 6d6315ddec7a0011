"""How the cells, the heads and the margin of a worksheet look."""

from html import escape
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from smartcity_desktop.domain.grid import SCORES, GridColumn
from ui import theme
from ui.models.grid_face import CellFace
from ui.models.grid_table import CELL, COMMENTS, MARKS
from ui.widgets.grid_letters import are_figures, letters_of
from ui.widgets.grid_text import Block, TextBlocks

PAD_X: Final = 6
PAD_Y: Final = 7
MARK_GAP: Final = 3
"""Pixels between the number of a row and its marks."""
_CHIP_PAD: Final = 5
_CHIP_GAP: Final = 6
_HINTED: Final = 4
Index = QModelIndex | QPersistentModelIndex


def scale_of(widget: QWidget) -> float:
    """Return how much larger than 100 % the type of a widget is."""
    return widget.fontInfo().pixelSize() / theme.size("base")


def hint_of(column: GridColumn) -> str:
    """Return the keys that answer a short choice: ``Y · S · T``, ``Pe · M · Pa``, ``1–5``."""
    if column.kind == "score" and column.is_editable:
        return f"{SCORES[0]}–{SCORES[-1]}"
    if are_figures(column.choices) and column.is_editable and not column.many:
        return f"{column.choices[0].label}–{column.choices[-1].label}"
    if column.kind != "choice" or not column.is_editable or column.many:
        return ""
    if not 1 < len(column.choices) <= _HINTED:
        return ""
    return " · ".join(letters_of(column.choices))


class CellDelegate(QStyledItemDelegate):
    """Paints wrapped words, chips, figures to the right, and a frame round the cell one stands on."""

    def __init__(self, view: QWidget) -> None:
        """Paint for this view, in its font."""
        super().__init__(view)
        self._view = view
        self.blocks = TextBlocks(view.font())
        self._metrics = QFontMetrics(view.font())

    def refresh(self) -> None:
        """Take over the view's font after it changed."""
        self.blocks = TextBlocks(self._view.font())
        self._metrics = QFontMetrics(self._view.font())

    def height_of(self, face: CellFace, width: int) -> int:
        """Return the height of a row that shows all of a cell in a column of this width, lines included."""
        return self.words_height(face, width - 1) + 1

    def words_height(self, face: CellFace, width: int) -> int:
        """Return the height that the painted cell of this width takes, between the lines of the grid."""
        indent = self._chip_width(face) + _CHIP_GAP if face.code else 0
        words = face.text or face.hint
        return self.blocks.height(words, width - 2 * PAD_X - 1, indent) + 2 * PAD_Y

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        face = index.data(CELL)
        if not isinstance(face, CellFace):
            return
        state, rect = option.state, option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        ground = "sunken" if face.is_fold or face.faint else "surface"
        painter.save()
        if face.is_wrong:
            ground = "warning-soft"
        elif selected:
            ground = "accent-soft"
        painter.fillRect(rect, QColor(theme.color(ground)))
        self._words(painter, rect, face, current=selected)
        if focused or face.is_wrong:
            painter.setPen(QPen(QColor(theme.color("warning-line" if face.is_wrong else "focus")), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of one cell at its column's width."""
        face = index.data(CELL)
        width = option.rect.width()
        return QSize(width, self.height_of(face, width) if isinstance(face, CellFace) else 0)

    def _words(self, painter: QPainter, rect: QRect, face: CellFace, *, current: bool) -> None:
        painter.setClipRect(rect)
        left, top = rect.left() + PAD_X, rect.top() + PAD_Y
        if face.code:
            self._chip(painter, left, top, face)
        hint = hint_of(face.column) if current and not (face.text or face.hint) else ""
        if self._metrics.horizontalAdvance(hint) > rect.width() - 2 * PAD_X:
            hint = ""
        painter.setPen(QColor(theme.color("text-faint" if hint or face.hint else _ink(face))))
        if face.column.kind == "money" or _is_amount(face):
            room = rect.adjusted(PAD_X, PAD_Y, -PAD_X, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, hint or face.text)
            return
        block = self.blocks.block(hint, 999) if hint else self._block(face, rect.width())
        block.layout.draw(painter, QPointF(left, top))

    def _chip(self, painter: QPainter, left: int, top: int, face: CellFace) -> None:
        ground = face.color if QColor.isValidColorName(face.color) else theme.color("neutral-soft")
        room = QRect(left, top - 1, self._chip_width(face), self._metrics.height() + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(room, 4, 4)
        font = painter.font()
        bold = self._view.font()
        bold.setBold(True)
        bold.setPixelSize(max(9, self._view.fontInfo().pixelSize() - 2))
        painter.setFont(bold)
        painter.setPen(QColor(theme.ink_on(ground)))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, face.code)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        # The frame of the current cell is drawn later, and must fill nothing.
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _chip_width(self, face: CellFace) -> int:
        return self._metrics.horizontalAdvance(face.code) + 2 * _CHIP_PAD if face.code else 0

    def _block(self, face: CellFace, width: int) -> Block:
        indent = self._chip_width(face) + _CHIP_GAP if face.code else 0
        return self.blocks.block(face.text or face.hint, width - 2 * PAD_X - 1, indent)


def _is_amount(face: CellFace) -> bool:
    return face.column.kind in {"int", "computed", "decimal", "score"} or (
        face.column.kind == "years" and face.text.replace(".", "").isdigit()
    )


def _ink(face: CellFace) -> str:
    if face.faint:
        return "text-faint"
    return "text-soft" if face.column.key == "code" else "text"


class ColumnHeads(QHeaderView):
    """Column labels that break into lines instead of being cut."""

    def __init__(self, parent: QWidget) -> None:
        """Make heads that a person may widen."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("columnHeads")
        self.setAccessibleName("Judul kolom")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setDefaultAlignment(Qt.AlignmentFlag(left | Qt.TextFlag.TextWordWrap))

    def sizeHint(self) -> QSize:
        """Return the height of the label with the most lines."""
        model = self.model()
        metrics = QFontMetrics(self._bold())
        tall = metrics.height()
        for section in range(self.count()):
            text = str(model.headerData(section, self.orientation()) or "")
            room = QRect(0, 0, max(20, self.sectionSize(section) - 20), 400)
            tall = max(tall, metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height())
        return QSize(super().sizeHint().width(), tall + 14)

    def widest_word(self, text: str) -> int:
        """Return the width that keeps the longest word of a label whole."""
        metrics = QFontMetrics(self._bold())
        return max((metrics.horizontalAdvance(word) for word in text.split()), default=0) + 17

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font


class Margin(QHeaderView):
    """Row numbers, and one mark where a row has something to look at; a click opens the list."""

    asked = Signal(int)
    """A marked row was clicked."""

    def __init__(self, parent: QWidget) -> None:
        """Make the margin."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("rowMargin")
        self.setAccessibleName("Nomor baris dan tanda")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one row's number and mark."""
        model = self.model()
        marks = model.headerData(section, self.orientation(), MARKS)
        painter.save()
        painter.fillRect(rect, QColor(theme.color("sunken")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QColor(theme.color("text-faint")))
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        number = str(model.headerData(section, self.orientation()) or "")
        painter.drawText(rect.adjusted(0, PAD_Y, -1, 0), top, number)
        size = self.fontMetrics().height()
        below = rect.top() + PAD_Y + size + MARK_GAP
        if marks:
            self._mark(painter, rect.center().x(), below)
            below += size + MARK_GAP
        if model.headerData(section, self.orientation(), COMMENTS):
            self._comment(painter, rect.center().x(), below)
        painter.restore()

    def event(self, event: QEvent) -> bool:
        """Tell in a tooltip what there is to look at."""
        if isinstance(event, QHelpEvent):
            place = self.logicalIndexAt(event.pos())
            marks = self.model().headerData(place, self.orientation(), MARKS) if place >= 0 else ()
            comments = self.model().headerData(place, self.orientation(), COMMENTS) if place >= 0 else ()
            marks = (*(marks or ()), *(f"Catatan telaah: {text}" for text in comments or ()))
            self.setToolTip("<qt>" + "<br>".join(escape(mark) for mark in marks) + "</qt>" if marks else "")
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list of a marked row, besides choosing it."""
        super().mousePressEvent(event)
        place = self.logicalIndexAt(event.position().toPoint())
        if place >= 0 and self.model().headerData(place, self.orientation(), MARKS):
            self.asked.emit(place)

    def _comment(self, painter: QPainter, middle: int, top: int) -> None:
        """Paint a speech bubble: a mentor wrote something about this row."""
        size = self.fontMetrics().height()
        room = QRect(middle - size // 2, top, size, round(size * 0.72))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.color("accent")))
        painter.drawRoundedRect(room, 3, 3)
        tail = [
            room.bottomLeft() + QPoint(3, 0),
            room.bottomLeft() + QPoint(8, 0),
            room.bottomLeft() + QPoint(3, 5),
        ]
        painter.drawPolygon(QPolygon(tail))
        painter.setPen(QPen(QColor(theme.color("surface")), 1))
        for third in (1, 2):
            height = room.top() + room.height() * third // 3
            painter.drawLine(room.left() + 3, height, room.right() - 2, height)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _mark(self, painter: QPainter, middle: int, top: int) -> None:
        size = self.fontMetrics().height()
        room = QRect(middle - size // 2, top, size, size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.color("warning-soft")))
        painter.setPen(QColor(theme.color("warning-line")))
        painter.drawEllipse(room)
        font = self.font()
        font.setBold(True)
        font.setPixelSize(max(9, round(size * 0.72)))
        painter.setFont(font)
        painter.setPen(QColor(theme.color("warning")))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "!")
