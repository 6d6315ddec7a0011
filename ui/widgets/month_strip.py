"""Twelve months in a row: how far each is, chosen by arrow keys or a click, set by Space."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from smartcity_desktop.domain.quickwin_sheet import SheetMonth, month_names
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.widgets.writing import takes_nothing

STATES: Final = ("belum", "sedang", "selesai")
_MONTHS: Final = 12
_GAP: Final = 4
_HIGH: Final = 52
_LEAST: Final = 50
_SHARES: Final = {"sedang": 1, "selesai": 2}
"""Halves of the circle that are filled."""
_RADIUS: Final = 6
_TOP: Final = 90 * 16
_TURN: Final = -360 * 16
"""Where a filled circle begins, and all of it, in sixteenths of a degree."""
_INKS: Final = {
    "belum": ("text", "sunken"),
    "sedang": ("warning", "warning-soft"),
    "selesai": ("good", "good-soft"),
}
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ROWS: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})
"""Keys that go to the same place of another row of months."""
_ABREAST: Final = (12, 6, 4, 3)
"""How many months may stand in a row, the most that there is room for."""
_DOWN: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MonthStrip(QWidget):
    """One cell a month: its name, a sign of its state, faint where nothing is planned."""

    chosen = Signal(int)
    """The month that is current now, 1 to 12."""
    turned = Signal(int, str)
    """A month and the state that a person gave it."""
    entered = Signal()
    """Enter was pressed: the words of the month are to be typed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show twelve months in which nothing stands."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.months: tuple[SheetMonth, ...] = tuple(SheetMonth(at) for at in range(1, _MONTHS + 1))
        self.month = 1
        self._names = month_names("", short=True)
        self._long = month_names("")
        self._tell()

    def show_months(self, months: Sequence[SheetMonth], begins: str) -> None:
        """Show how the months stand; the current one stays."""
        self.months = tuple(months)
        self._names, self._long = month_names(begins, short=True), month_names(begins)
        self._tell()
        self.update()

    def choose(self, month: int) -> None:
        """Make a month the current one."""
        wanted = min(max(month, 1), _MONTHS)
        if wanted != self.month:
            self.month = wanted
            self._tell()
            self.update()
            self.chosen.emit(wanted)

    def words(self, month: int) -> str:
        """Return a month in words: ``Agustus 2026: Sedang. Melatih petugas``."""
        item = self.months[month - 1]
        plan = item.plan.strip() or "belum ada rencana"
        return f"{self._long[month - 1]}: {label('state', item.state or STATES[0])}. {plan}"

    @property
    def across(self) -> int:
        """How many months stand in a row."""
        wide = theme.scaled(_LEAST)
        return next((count for count in _ABREAST if self.width() >= wide * count), _ABREAST[-1])

    def cell(self, month: int) -> QRect:
        """Return where a month is painted."""
        across = self.across
        wide = (self.width() - _GAP * (across - 1)) / across
        down, at = divmod(month - 1, across)
        high = theme.scaled(_HIGH)
        return QRect(round(at * (wide + _GAP)), down * (high + _GAP), int(wide), high)

    def sizeHint(self) -> QSize:
        """Return the room of all months at this width."""
        return QSize(theme.scaled(_LEAST) * _MONTHS // 2, self.cell(_MONTHS).bottom() + 1)

    def minimumSizeHint(self) -> QSize:
        """Return the room of all months at this width."""
        return QSize(theme.scaled(_LEAST) * _ABREAST[-1], self.cell(_MONTHS).bottom() + 1)

    def event(self, event: QEvent) -> bool:
        """Say a month in words under the pointer; take another height with another width."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(event.pos())
            if at:
                QToolTip.showText(event.globalPos(), self.words(at), self)
            return True
        if event.type() == QEvent.Type.Resize:
            self.setFixedHeight(self.cell(_MONTHS).bottom() + 1)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the months."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for item in self.months:
            self._paint(painter, item)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from month to month, Space gives the next state, Enter goes to the words."""
        key = Qt.Key(event.key())
        by = _STEPS.get(key, 0) * (self.across if key in _ROWS else 1)
        if by and (key not in _ROWS or 1 <= self.month + by <= _MONTHS):
            self.choose(self.month + by)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose(1 if key == Qt.Key.Key_Home else _MONTHS)
        elif key == Qt.Key.Key_Space:
            self._turn()
        elif key in _DOWN:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the month under the pointer."""
        at = self._at(event.position().toPoint())
        if at:
            self.choose(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the words of the month."""
        if self._at(event.position().toPoint()):
            self.entered.emit()

    def _turn(self) -> None:
        if takes_nothing(self):
            return
        stands = self.months[self.month - 1].state or STATES[0]
        place = STATES.index(stands) if stands in STATES else 0
        self.turned.emit(self.month, STATES[(place + 1) % len(STATES)])

    def _at(self, place: QPoint) -> int:
        return next((at for at in range(1, _MONTHS + 1) if self.cell(at).contains(place)), 0)

    def _tell(self) -> None:
        self.setAccessibleName(f"Jadwal 12 bulan. {self.words(self.month)}")

    def _paint(self, painter: QPainter, item: SheetMonth) -> None:
        box = self.cell(item.month)
        state = item.state or STATES[0]
        ink, ground = _INKS.get(state, _INKS[STATES[0]])
        planned = bool(item.plan.strip())
        current = item.month == self.month
        edge = "focus" if current and self.hasFocus() else "text-soft" if current else "line"
        painter.setPen(QPen(QColor(theme.color(edge)), 2 if current else 1))
        painter.setBrush(QColor(theme.color(ground if planned or item.state else "surface")))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(QColor(theme.color(ink if planned or item.state else "text-soft")))
        painter.setFont(theme.font("small", bold=current))
        upper = box.adjusted(2, 5, -2, -box.height() // 2)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter), self._names[item.month - 1])
        lower = box.adjusted(2, box.height() // 2, -2, -4)
        if not planned and not item.state:
            painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter), "–")
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        far = theme.scaled(_RADIUS)
        circle = QRect(lower.center().x() - far, lower.center().y() - far, 2 * far, 2 * far)
        painter.drawEllipse(circle)
        painter.setBrush(QColor(theme.color(ink)))
        if state in _SHARES:
            painter.drawPie(circle, _TOP, _TURN * _SHARES[state] // 2)
