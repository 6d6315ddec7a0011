"""The road map as a Gantt: years above, names at the left, bars that mouse and keys move.

Only the rows that are seen are painted, with the same shapes as on paper. Arrow keys choose a program and a
year, Alt with an arrow moves the bar, Shift with an arrow lengthens it, Enter opens what stands there.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from smartcity_desktop.domain.chart import Shape, Spot
from smartcity_desktop.domain.chart_roadmap import (
    GROUP,
    HEAD,
    LEGEND,
    ROW,
    Frame,
    group_row,
    head,
    legend,
    program_row,
)
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.initiative_facts import period_of
from smartcity_desktop.domain.roadmap import (
    RoadGroup,
    RoadMap,
    RoadProgram,
    Span,
    cost_sum,
    moved,
    period_words,
    stretched,
)
from ui import theme
from ui.translate import worded
from ui.widgets.chart import paint_shapes, pixels_a_point
from ui.widgets.label import tip
from ui.widgets.roadmap_drag import MOVE, NEW, Drag, grip
from ui.widgets.writing import for_writing

_LEAST: Final = 560.0
"""Points below which the years are not squeezed: they roll under the names."""
_NAMES: Final = 0.27
_FOOT: Final = 4.0
"""Points between the last row and what the fills mean."""
_ARROWS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: a group, or one of its programs."""

    group: RoadGroup
    program: RoadProgram | None = None


class RoadMapView(QAbstractScrollArea):
    """Shows groups of programs; tells what a person chose, moved or wants to write."""

    chosen = Signal(str)
    """The program that is current now."""
    placed = Signal(str, object)
    """A program and its new years (``Span``)."""
    opened = Signal(str)
    """The program whose card is wanted."""
    milestone_asked = Signal(str, str)
    """A program and the period whose milestone is to be written."""
    toggled = Signal(str, str)
    """A program and the period whose milestone is reached, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("roadmap-view")
        self.setAccessibleName("Peta jalan")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.may_write = True
        self._road = RoadMap()
        self._lines: list[_Line] = []
        self._tops: list[float] = [0.0]
        self._clashing: frozenset[RowId] = frozenset()
        self._key = RowId("")
        self._column = 0
        self._drag: Drag | None = None
        self._drawn: dict[int, tuple[list[Shape], list[Spot]]] = {}
        self._head: list[Shape] = []
        for_writing(self)

    # What is shown -----------------------------------------------------------------------------------------

    def show_road(self, road: RoadMap, shown: Sequence[RoadGroup], clashing: frozenset[RowId]) -> None:
        """Show these groups; the chosen program stays so where it is among them, else the first is.

        One that was in sight stays so: with other years it stands at another place of its group.
        """
        was_seen = self._is_seen(self._place(self._key))
        self._road, self._clashing = road, clashing
        self._lines = [
            line
            for group in shown
            for line in (_Line(group), *(_Line(group, item) for item in group.programs))
        ]
        self._tops = [0.0]
        for line in self._lines:
            self._tops.append(self._tops[-1] + (ROW if line.program else GROUP))
        self._refresh()
        programs = self.programs
        if programs and self._key not in {item.id for item in programs}:
            self._key = programs[0].id
            self._see_row()
            self._tell()
        elif not programs and self._key:
            self._key = RowId("")
            self._tell()
        elif was_seen:
            self._see_row()

    @property
    def programs(self) -> list[RoadProgram]:
        """The programs that are shown, from top to bottom."""
        return [line.program for line in self._lines if line.program]

    @property
    def key(self) -> str:
        """The chosen program, empty without one."""
        return self._key

    @property
    def period(self) -> str:
        """The period that is chosen, empty where it is the name."""
        return PERIODS[self._column - 1] if self._column else ""

    def choose(self, row: str, period: str = "") -> bool:
        """Choose a program, and a period of it; False where it is not shown."""
        if row not in {item.id for item in self.programs}:
            return False
        self._key = RowId(row)
        self._column = PERIODS.index(period) + 1 if period in PERIODS else self._column
        self._see()
        self._tell()
        return True

    def bar_of(self, row: str) -> QRectF:
        """Return where the bar of a program is painted in the viewport, nothing where it has none."""
        at = self._place(row)
        item = self._lines[at].program if at >= 0 else None
        shown = item.span.shown if item and item.span else None
        if shown is None:
            return QRectF()
        frame, scale = self._frame, pixels_a_point()
        left, right = frame.edges[shown.first - 1], frame.edges[shown.last]
        corner = self._on_screen(left, self._tops[at] + 3.0)
        return QRectF(corner.x(), corner.y(), (right - left) * scale, 11.0 * scale)

    # Keys --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, move, lengthen, open; everything else has the usual meaning."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Escape and self._drag:
            self._drag = None
            self.viewport().update()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and held & (_SHIFT | _ALT):
            self._shift(_ARROWS[key], is_end=bool(held & _SHIFT))
        elif not (self._walk(key) or self._open(key)):
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> bool:
        programs = self.programs
        if not programs:
            return False
        at = next((place for place, item in enumerate(programs) if item.id == self._key), 0)
        page = max(int(self.viewport().height() / (ROW * pixels_a_point())) - 2, 1)
        wanted = {
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_PageUp: at - page,
            Qt.Key.Key_PageDown: at + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(programs) - 1,
        }
        if key in wanted:
            self._key = programs[min(max(wanted[key], 0), len(programs) - 1)].id
        elif key in _ARROWS:
            self._column = min(max(self._column + _ARROWS[key], 0), len(PERIODS))
        else:
            return False
        self._see()
        self._tell()
        return True

    def _open(self, key: Qt.Key) -> bool:
        if not self._key:
            return False
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            if self.period:
                self.milestone_asked.emit(self._key, self.period)
            else:
                self.opened.emit(self._key)
        elif key == Qt.Key.Key_Space and self.period:
            self.toggled.emit(self._key, self.period)
        else:
            return False
        return True

    def _shift(self, by: int, *, is_end: bool) -> None:
        item = self._program(self._key)
        if item is None:
            return
        if item.span is None:
            self._place_at(item, Span(1, 1))
        else:
            self._place_at(item, stretched(item.span, by) if is_end else moved(item.span, by))

    def _place_at(self, item: RoadProgram, span: Span) -> None:
        """Show other years at once and tell them; years that only the horizon gave are said by it."""
        told = Span(span.first, span.last)
        if not self.may_write or item.span == told:
            return
        moved_item = replace(item, span=told)
        self._lines = [
            replace(line, program=moved_item) if line.program and line.program.id == item.id else line
            for line in self._lines
        ]
        self._drawn.clear()
        self.viewport().update()
        self.placed.emit(item.id, told)

    # Mouse -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse, and take hold of a bar."""
        where, line = self._under(event.position())
        if event.button() != Qt.MouseButton.LeftButton or line is None or line.program is None:
            return
        item = line.program
        self._key = item.id
        inside = where.x() >= self._frame.left
        year = self._frame.year_at(where.x())
        self._column = PERIODS.index(period_of(str(year))) + 1 if inside else 0
        way = grip(item.span, self._frame, where.x(), where.y())
        if way is not None and self.may_write:
            stood = item.span if item.span and item.span.shown else Span(year, year)
            self._drag = Drag(item.id, way, where.x(), stood, stood, event.position().toPoint())
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the bar that is held; otherwise say what is under the mouse."""
        if self._drag is None:
            self._hover(event.position())
            return
        far = (event.position().toPoint() - self._drag.begun).manhattanLength()
        if not self._drag.is_drawn and far < QApplication.startDragDistance():
            return
        # Over the names too the years go on, as far as they were rolled.
        x = (event.position().x() + self.horizontalScrollBar().value()) / pixels_a_point()
        self._drag = replace(self._drag, span=self._drag.over(self._frame, x), is_drawn=True)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of a bar: what it has become is told."""
        del event
        drag, self._drag = self._drag, None
        item = self._program(drag.program) if drag else None
        # A bar that is where it was says nothing, also where only its horizon gave the years.
        if drag and item and drag.is_drawn and (drag.way == NEW or drag.span != drag.stood):
            self._place_at(item, drag.span)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card of a name, or the milestone of a year."""
        _, line = self._under(event.position())
        if line and line.program:
            self._drag = None
            self._open(Qt.Key.Key_Return)

    def _hover(self, place: QPointF) -> None:
        where, line = self._under(place)
        item = line.program if line else None
        way = grip(item.span, self._frame, where.x(), where.y()) if item and self.may_write else None
        shapes = {MOVE: Qt.CursorShape.OpenHandCursor, NEW: Qt.CursorShape.CrossCursor}
        ends = Qt.CursorShape.SizeHorCursor if way is not None else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shapes.get(way, ends) if way is not None else ends)
        spots = self._row(self._lines.index(line))[1] if line and item else []
        found = next((one for one in spots if _holds(one, where)), None)
        tip(self.viewport(), found.words if found else "")

    # Painting ----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are seen, then the years over them."""
        del event
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), QColor(theme.color("surface")))
        scale = pixels_a_point()
        painter.scale(scale, scale)
        beyond = self.horizontalScrollBar().value() / scale
        tall, wide = self.viewport().height() / scale, self.viewport().width() / scale
        left = self._frame.left
        # The years roll under the names, which stay: both are painted where they belong.
        names, years = (QRectF(0.0, 0.0, left, tall), 0.0), (QRectF(left, 0.0, wide - left, tall), beyond)
        for clip, by in (names, years) if beyond else ((QRectF(0.0, 0.0, wide, tall), 0.0),):
            painter.save()
            painter.setClipRect(clip)
            painter.translate(-by, 0.0)
            self._paint_rows(painter, tall)
            paint_shapes(painter, self._head)
            painter.restore()
        foot = tall - LEGEND - _FOOT
        painter.fillRect(QRectF(0.0, foot, wide, LEGEND + _FOOT), QColor(theme.color("surface")))
        # Where there is no room for all of it, it rolls with the years.
        painter.translate(-beyond, foot + _FOOT)
        paint_shapes(painter, legend(max(wide, _LEAST)))
        painter.end()

    def _paint_rows(self, painter: QPainter, tall: float) -> None:
        top = self.verticalScrollBar().value() / pixels_a_point()
        first = max(bisect_right(self._tops, top) - 1, 0)
        for at in range(first, len(self._lines)):
            above = HEAD + self._tops[at] - top
            if above > tall:
                return
            painter.save()
            painter.translate(0.0, above)
            self._paint_line(painter, at)
            painter.restore()

    def _paint_line(self, painter: QPainter, at: int) -> None:
        item, frame = self._lines[at].program, self._frame
        is_current = item is not None and item.id == self._key
        if is_current:
            painter.fillRect(QRectF(0.0, 0.0, frame.width, ROW), QColor(theme.color("accent-soft")))
        paint_shapes(painter, self._row(at)[0])
        if self._drag and item and self._drag.program == item.id and self._drag.is_drawn:
            paint_shapes(painter, self._drag.shapes(self._frame, self._road.base))
        if is_current and self.hasFocus():
            left, right = frame.period(self.period) if self.period else (0.0, frame.left)
            painter.setPen(QPen(QColor(theme.color("focus")), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left + 0.75, 0.75, right - left - 1.5, ROW - 1.5))

    def _row(self, at: int) -> tuple[list[Shape], list[Spot]]:
        if at not in self._drawn:
            line = self._lines[at]
            if line.program is None:
                self._drawn[at] = (group_row(line.group, self._frame, worded(line.group.name)), [])
            else:
                clashing = line.program.id in self._clashing
                self._drawn[at] = program_row(self._road, line.program, self._frame, clashing=clashing)
        return self._drawn[at]

    # Places ------------------------------------------------------------------------------------------------

    @property
    def _frame(self) -> Frame:
        width = max(self.viewport().width() / pixels_a_point(), _LEAST)
        return Frame(width * _NAMES, width)

    @property
    def _room(self) -> float:
        """The pixels that the rows have between the years and the legend."""
        return self.viewport().height() - (HEAD + LEGEND + _FOOT) * pixels_a_point()

    def _place(self, row: str) -> int:
        found = (at for at, line in enumerate(self._lines) if line.program and line.program.id == row)
        return next(found, -1)

    def _program(self, row: str) -> RoadProgram | None:
        return next((item for item in self.programs if item.id == row), None)

    def _on_screen(self, x: float, y: float) -> QPointF:
        scale = pixels_a_point()
        return QPointF(
            x * scale - self.horizontalScrollBar().value(),
            (HEAD + y) * scale - self.verticalScrollBar().value(),
        )

    def _under(self, place: QPointF) -> tuple[QPointF, _Line | None]:
        """Return a place in points, its height within its line, and the line; None beside all lines."""
        scale = pixels_a_point()
        x, y = place.x() / scale, place.y() / scale
        if x >= self._frame.left:
            x += self.horizontalScrollBar().value() / scale
        if y < HEAD or y > HEAD + self._room / scale:
            return QPointF(x, y), None
        y += self.verticalScrollBar().value() / scale - HEAD
        at = bisect_right(self._tops, y) - 1
        if not 0 <= at < len(self._lines):
            return QPointF(x, y), None
        return QPointF(x, y - self._tops[at]), self._lines[at]

    def _is_seen(self, at: int) -> bool:
        """Tell whether a line stands whole between the years and the legend."""
        top = self.verticalScrollBar().value() / pixels_a_point()
        below = top + self._room / pixels_a_point()
        return at >= 0 and top - 1 <= self._tops[at] and self._tops[at + 1] <= below + 1

    def _see_row(self) -> None:
        """Roll so far that the chosen program is seen, the first of a group with its name."""
        at = self._place(self._key)
        if at < 0 or self._is_seen(at):
            return
        scale, bar = pixels_a_point(), self.verticalScrollBar()
        above = self._tops[at - 1] if at and self._lines[at - 1].program is None else self._tops[at]
        if above * scale < bar.value():
            bar.setValue(int(above * scale))
        else:
            bar.setValue(int(self._tops[at + 1] * scale - self._room) + 1)

    def _see(self) -> None:
        """Roll so far that the chosen program and year are seen."""
        self._see_row()
        if self._key and self.period:
            scale, across = pixels_a_point(), self.horizontalScrollBar()
            left, right = self._frame.period(self.period)
            most = right * scale - self.viewport().width()
            across.setValue(int(min(max(across.value(), most + 1), (left - self._frame.left) * scale)))

    def _tell(self) -> None:
        item = self._program(self._key)
        words = "Belum ada program."
        if item is not None:
            where = (
                f"{period_words(self.period)}: {item.texts(self.period) or 'kosong'}" if self.period else ""
            )
            years = item.span.words if item.span else "tahun belum disebut"
            words = ", ".join(filter(None, (item.called, years, where)))
        self.setAccessibleDescription(words)
        self.viewport().update()
        self.chosen.emit(self._key)

    def _refresh(self) -> None:
        self._drawn.clear()
        self._head = head(self._road, self._frame, cost_sum(self.programs))
        scale = pixels_a_point()
        room = self._room
        bar = self.verticalScrollBar()
        bar.setRange(0, max(int(self._tops[-1] * scale - room) + 1, 0))
        bar.setSingleStep(int(ROW * scale))
        bar.setPageStep(max(int(room), 1))
        across = self.horizontalScrollBar()
        across.setRange(0, max(int(_LEAST * scale) - self.viewport().width(), 0))
        across.setPageStep(self.viewport().width())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew with larger or smaller type."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()


def _holds(spot: Spot, where: QPointF) -> bool:
    return spot.x <= where.x() <= spot.x + spot.width and spot.y <= where.y() <= spot.y + spot.height
