"""The days beside each other: blocks as high as they are long, moved by keys or with the mouse."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda_plan import AgendaPlan
from ui import theme
from ui.models import agenda as model
from ui.models.agenda import Box, Layout, Measure
from ui.widgets.agenda_paint import Brush, measure_now
from ui.widgets.label import tip
from ui.widgets.writing import for_writing

_EDGE: Final = 6
"""Pixels at the lower end of a block that take hold of its length."""
_COARSE: Final = 15
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}
_SIDES: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LENGTHS: Final = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Underscore: -1,
}


@dataclass(slots=True)
class Drag:
    """What the mouse is doing: moving a block, or its lower edge; ``x`` and ``y`` where it is now."""

    row: str
    resizes: bool
    start: QPoint
    x: int = 0
    y: int = 0
    is_on: bool = False


class AgendaBoard(QWidget):
    """Paints the plan; a person chooses a block and asks for changes, the screen carries them out."""

    chosen = Signal(str)
    """The row of the block that was chosen."""
    move_asked = Signal(str, str, int)
    """Row, ISO day and place among the other blocks there."""
    step_asked = Signal(str, int)
    """Row, and by how many places it shall come later (or earlier) in its day."""
    length_asked = Signal(str, int)
    """Row and minutes."""
    stretch_asked = Signal(str, int)
    """Row, and by how many minutes it shall be longer (or shorter)."""
    insert_asked = Signal()
    duplicate_asked = Signal()
    remove_asked = Signal()
    title_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without days."""
        super().__init__(parent)
        self.setObjectName("agenda-board")
        self.setAccessibleName("Susunan acara")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.plan: AgendaPlan | None = None
        self.row = ""
        self.layout_now = Layout()
        self._measure = Measure()
        self._drag: Drag | None = None
        self._room = QSize()
        self.may_write = True
        for_writing(self)

    def show_plan(self, plan: AgendaPlan, row: str) -> None:
        """Show a plan with one block chosen."""
        self.plan, self.row = plan, row
        if self._drag is not None and plan.find(self._held) is None:
            self._drag = None
        self.fit(self._room)
        found = plan.find(self.row)
        self.setAccessibleDescription(model.spoken(found) if found else "")

    def fit(self, room: QSize) -> None:
        """Lay the blocks out in a view of this size."""
        self._room = room
        self._measure = measure_now()
        if self.plan is not None:
            self.layout_now = model.lay(self.plan, room.width(), room.height(), self._measure)
            self.setMinimumSize(self.layout_now.width, self.layout_now.height)
        self.updateGeometry()
        self.update()

    def box(self, row: str) -> Box | None:
        """Return where a block lies."""
        return next((item for item in self.layout_now.boxes if item.row == row), None)

    def sizeHint(self) -> QSize:
        """Return the room that the days need."""
        return QSize(self.layout_now.width, self.layout_now.height)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in another size of letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit(self._room)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which block the keys are meant for."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are meant for something else."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, move, lengthen, insert, duplicate and remove by keys."""
        if not (self._drag_key(event) or self._changing_key(event) or self._choosing_key(event)):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a block from being taken for something of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key, alone = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            plain = alone in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            if plain and (key in _LENGTHS or key == Qt.Key.Key_Delete):
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a block, and take hold of it or of its lower edge."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        box = self._at(event.position().toPoint())
        if box is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._choose(box.row)
        if self.may_write and not box.item.block.started_at:
            point = event.position().toPoint()
            self._drag = Drag(box.row, self._on_edge(box, point), point, point.x(), point.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw where the block would come, or how long it would be."""
        point = event.position().toPoint()
        drag = self._drag
        if drag is None:
            self._show_cursor(point)
            return
        drag.x, drag.y = point.x(), point.y()
        far = (point - drag.start).manhattanLength() >= QApplication.startDragDistance()
        if far and not drag.is_on:
            drag.is_on = True
            self.setCursor(Qt.CursorShape.SizeVerCursor if drag.resizes else Qt.CursorShape.ClosedHandCursor)
        if drag.is_on:
            self._scroll_to(QRect(point, QSize(1, 1)))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what was drawn."""
        drag, self._drag = self._drag, None
        self._show_cursor(event.position().toPoint())
        self.update()
        if drag is None or not drag.is_on or self.plan is None:
            return
        if drag.resizes:
            self.length_asked.emit(drag.row, self.minutes_drawn(drag))
            return
        day = self._day_under(drag)
        place = model.drop_place(self.layout_now, day, drag.y, drag.row)
        self.move_asked.emit(drag.row, self.plan.days[day].day, place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the title of the block."""
        if self._at(event.position().toPoint()) is not None:
            self._drag = None
            self.title_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the days, what is between their blocks, and what the mouse is doing."""
        painter = QPainter(self)
        brush = Brush(painter, self._measure)
        if self.plan is not None:
            for number, day in enumerate(self.plan.days):
                left = model.left_of(number, self.layout_now.column)
                brush.head(QRect(left, 0, self.layout_now.column, self._measure.head), day)
        for box in self.layout_now.boxes:
            if event.rect().intersects(QRect(box.left, box.word_top or box.top, box.width, box.height * 2)):
                brush.block(box, chosen=box.row == self.row, focused=self.hasFocus())
        self._paint_drag(brush)
        painter.end()

    @property
    def _held(self) -> str:
        return self._drag.row if self._drag else ""

    def minutes_drawn(self, drag: Drag) -> int:
        """Return the minutes that a block would have whose lower edge is drawn to where the mouse is."""
        box = self.box(drag.row)
        if box is None:
            return agenda.SHORTEST
        grown = (drag.y - drag.start.y()) / self.layout_now.per_minute
        wanted = round((box.item.minutes + grown) / agenda.STEP) * agenda.STEP
        return min(agenda.LONGEST, max(agenda.SHORTEST, wanted))

    def _paint_drag(self, brush: Brush) -> None:
        drag = self._drag
        box = self.box(self._held)
        if drag is None or box is None or not drag.is_on:
            return
        if drag.resizes:
            brush.length(box, drag.y, self.minutes_drawn(drag))
            return
        day = self._day_under(drag)
        place = model.drop_place(self.layout_now, day, drag.y, drag.row)
        line = model.drop_line(self.layout_now, day, place, drag.row, self._measure.head)
        brush.landing(model.left_of(day, self.layout_now.column), line, self.layout_now.column)

    def _day_under(self, drag: Drag) -> int:
        return model.day_at(self.layout_now, drag.x, len(self.plan.days) if self.plan else 1)

    def _drag_key(self, event: QKeyEvent) -> bool:
        if self._drag is None or Qt.Key(event.key()) != Qt.Key.Key_Escape:
            return False
        self._drag = None
        self.unsetCursor()
        self.update()
        return True

    def _choosing_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self.plan is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _MOVES and not self.row:
            self._choose(model.now_at(self.plan))
        elif key in _MOVES:
            self._choose(model.along(self.plan, self.row, _MOVES[key]))
        elif key in _SIDES:
            self._choose(model.beside(self.plan, self.row, _SIDES[key]))
        elif key in {Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.title_asked.emit()
        else:
            return False
        return True

    def _changing_key(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        if not self.may_write:
            return False
        if held & Qt.KeyboardModifier.AltModifier and (key in _MOVES or key in _SIDES):
            self._move_by_key(key)
        elif held & Qt.KeyboardModifier.ControlModifier:
            if key != Qt.Key.Key_D:
                return False
            self.duplicate_asked.emit()
        elif key in _LENGTHS:
            shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self.stretch_asked.emit(self.row, _LENGTHS[key] * (_COARSE if shift else agenda.STEP))
        elif key == Qt.Key.Key_Insert:
            self.insert_asked.emit()
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            return False
        return True

    def _move_by_key(self, key: Qt.Key) -> None:
        if self.plan is None:
            return
        day, _ = model.place_of(self.plan, self.row)
        if day < 0:
            return
        if key in _SIDES:
            other = day + _SIDES[key]
            if 0 <= other < len(self.plan.days):
                self.move_asked.emit(self.row, self.plan.days[other].day, self._place_in(other))
            return
        self.step_asked.emit(self.row, _MOVES[key])

    def _place_in(self, day: int) -> int:
        """Return the place in another day at the time that the chosen block has now."""
        item = self.plan.find(self.row) if self.plan else None
        blocks = self.plan.days[day].blocks if self.plan else ()
        return sum(other.start < item.start for other in blocks) if item else 0

    def _choose(self, row: str) -> None:
        if not row or row == self.row:
            return
        self.row = row
        found = self.plan.find(self.row) if self.plan else None
        self.setAccessibleDescription(model.spoken(found) if found else "")
        self.show_row()
        self.update()
        self.chosen.emit(row)

    def show_row(self) -> None:
        """Bring the chosen block into view."""
        box = self.box(self.row)
        if box is not None:
            self._scroll_to(QRect(box.left, box.word_top or box.top, box.width, box.height))

    def _scroll_to(self, rect: QRect) -> None:
        view = self.parentWidget()
        area = view.parentWidget() if view is not None else None
        if isinstance(area, QScrollArea):
            middle = rect.center()
            area.ensureVisible(
                middle.x(), middle.y(), rect.width() // 2 + model.GAP, rect.height() // 2 + model.GAP
            )

    def _at(self, point: QPoint) -> Box | None:
        return next((box for box in self.layout_now.boxes if box.holds(point.x(), point.y())), None)

    def _on_edge(self, box: Box, point: QPoint) -> bool:
        return point.y() >= box.bottom - _EDGE

    def _show_cursor(self, point: QPoint) -> None:
        box = self._at(point)
        tip(self, model.spoken(box.item) if box else "")
        if box is None or box.item.block.started_at or not self.may_write:
            self.unsetCursor()
        elif self._on_edge(box, point):
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor)


class BoardArea(QScrollArea):
    """The board in a frame that scrolls where the days are too many or too long."""

    def __init__(self, board: AgendaBoard, parent: QWidget | None = None) -> None:
        """Hold the board; the keyboard goes to it."""
        super().__init__(parent)
        self.setObjectName("agenda-area")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        theme.set_role(self.viewport(), "page")
        self.board = board
        self.setWidget(board)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the days have the room there is."""
        super().resizeEvent(event)
        self.board.fit(self.viewport().size())
