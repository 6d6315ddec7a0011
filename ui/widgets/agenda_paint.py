"""How a block of the agenda is drawn: a stripe and a tint for its kind, and always its words."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda_plan import PlanDay
from ui import theme
from ui.models import agenda as model
from ui.models.agenda import Box, Measure

_RADIUS: Final = 6
_STRIPE: Final = 5
_PAD: Final = 12
_TINT: Final = 0.10
_PIN: Final = 14
_ALIGN: Final = Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = _ALIGN | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = _ALIGN | Qt.AlignmentFlag.AlignRight


def kind_color(kind: str) -> str:
    """Return the colour of a kind of block; it only helps, the word always stands beside it."""
    return theme.color(f"block-{kind}" if kind in agenda.KIND_WORDS else "neutral")


def measure_now() -> Measure:
    """Return the lengths of the board at the type size of now."""
    base = QFontMetrics(theme.font("base")).height()
    small = QFontMetrics(theme.font("small")).height()
    return Measure(base + 13, small + 6, base + small + 26, theme.scaled(190))


class Brush:
    """Draws onto a painter."""

    def __init__(self, painter: QPainter, measure: Measure) -> None:
        """Use the fonts of the theme as they are now."""
        self._painter = painter
        self._measure = measure
        self._base, self._bold = theme.font("base"), theme.font("base", bold=True)
        self._small = theme.font("small")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def head(self, rect: QRect, day: PlanDay) -> None:
        """Draw the name of a day, from when to when it lasts, and where it is."""
        base = QFontMetrics(self._bold).height()
        first = QRect(rect.left() + 2, rect.top() + 8, rect.width() - 4, base + 4)
        span, named = model.day_span(day), model.day_words(day.day)
        room = QFontMetrics(self._base).horizontalAdvance(span) + _PAD
        is_beside = QFontMetrics(self._bold).horizontalAdvance(named) + room <= first.width()
        self._write(first, named, self._bold, "text")
        if is_beside:
            self._write(first, span, self._base, "text-soft", _RIGHT)
        told = day.place if is_beside else " · ".join(part for part in (span, day.place) if part)
        below = QRect(first.left(), first.bottom() + 1, first.width(), QFontMetrics(self._small).height() + 4)
        self._write(below, told, self._small, "text-soft")

    def block(self, box: Box, *, chosen: bool, focused: bool) -> None:
        """Draw a block, and above it what is to be said about gap or overrun."""
        block = box.item.block
        if box.word_top:
            self._between(box)
        rect = QRect(box.left, box.top, box.width, box.height)
        color = kind_color(block.kind)
        self._ground(rect, color, faint=block.skipped)
        if chosen:
            pen = QPen(QColor(theme.color("focus" if focused else "text-faint")), 2)
            self._frame(rect, pen)
        if box.height < 2 * QFontMetrics(self._base).height() + 8:
            self._one_line(box, color)
        else:
            self._lines(box, color)

    def length(self, box: Box, y: int, minutes: int) -> None:
        """Draw how long a block would be whose lower edge is drawn to ``y``."""
        rect = QRect(box.left, box.top, box.width, max(self._measure.word, y - box.top))
        self._frame(rect, QPen(QColor(theme.color("accent")), 2, Qt.PenStyle.DashLine))
        self._label(QPoint(rect.right(), rect.bottom()), f"{minutes} menit")

    def landing(self, left: int, y: int, width: int) -> None:
        """Draw the line at which a block would come to lie."""
        self._painter.setPen(QPen(QColor(theme.color("accent")), 3))
        self._painter.drawLine(left, y, left + width, y)

    def _between(self, box: Box) -> None:
        rect = QRect(box.left + _PAD, box.word_top, box.width - 2 * _PAD, self._measure.word)
        over = bool(box.item.overlap)
        ink = "warning" if over else "text-soft"
        words = (
            f"Sesi sebelumnya {box.item.says}" if over else f"{box.item.says[:1].upper()}{box.item.says[1:]}"
        )
        if over:
            mark = theme.pixmap("peringatan", "warning", _PIN)
            self._painter.drawPixmap(rect.left(), rect.center().y() - _PIN // 2, mark)
            rect.adjust(_PIN + 6, 0, 0, 0)
        self._write(rect, words, self._small, ink)

    def _one_line(self, box: Box, color: str) -> None:
        item, block = box.item, box.item.block
        rect = self._inside(box)
        state, small = model.state_word(block), QFontMetrics(self._small)
        kind = model.SHORT_KINDS.get(block.kind, "Acara")
        words = f"{kind} · {state or f'{item.minutes} mnt'}"
        title = QFontMetrics(self._bold).horizontalAdvance(model.title_of(block)) + self._time_width(box)
        if title + small.horizontalAdvance(words) + 10 > rect.width():
            # The title needs the room: how long it is can be seen from its height and the next begin.
            words = state or kind
        room = min(rect.width() // 2, small.horizontalAdvance(words) + 2)
        self._write(
            QRect(rect.right() - room + 1, rect.top(), room, rect.height()), words, self._small, color, _RIGHT
        )
        rect.adjust(0, 0, -room - 8, 0)
        self._timed(rect, box)
        self._write(rect, model.title_of(block), self._bold, "text")

    def _timed(self, rect: QRect, box: Box) -> None:
        start = agenda.span(box.item).partition("–")[0]
        self._write(rect, start, self._base, "text-soft")
        rect.adjust(self._time_width(), 0, 0, 0)
        if box.item.block.fixed:
            self._pin(rect)

    def _time_width(self, box: Box | None = None) -> int:
        """Return the room of a begin, and of the pin behind it where ``box`` is fixed."""
        pin = _PIN + 4 if box is not None and box.item.block.fixed else 0
        return QFontMetrics(self._base).horizontalAdvance("00.00") + 8 + pin

    def _pin(self, rect: QRect) -> None:
        mark = theme.pixmap("pin", "text", _PIN)
        self._painter.drawPixmap(rect.left(), rect.center().y() - _PIN // 2, mark)
        rect.adjust(_PIN + 4, 0, 0, 0)

    def _lines(self, box: Box, color: str) -> None:
        item, block = box.item, box.item.block
        rect = self._inside(box)
        small, base = QFontMetrics(self._small).height(), QFontMetrics(self._bold).height()
        # What has room for two lines alone stands in the middle of its block.
        top = rect.top() + min(5, max(1, (rect.height() - small - base - 4) // 2))
        line = QRect(rect.left(), top, rect.width(), small + 2)
        kind = agenda.kind_words(block.kind)
        room = QFontMetrics(self._small).horizontalAdvance(kind) + 4
        self._write(line, kind, self._small, color, _RIGHT)
        line.adjust(0, 0, -room - 6, 0)
        fixed = " · tetap" if block.fixed else ""
        if block.fixed:
            self._pin(line)
        span = agenda.span(item)
        whole = f"{span} · {item.minutes} menit{fixed}"
        fits = QFontMetrics(self._small).horizontalAdvance(whole) <= line.width()
        self._write(line, whole if fits else span, self._small, "text-soft")
        top += small + 3
        rest = rect.bottom() - top - 2
        lines = max(1, min(2, rest // base))
        top += self._title(QRect(rect.left(), top, rect.width(), base * lines), model.title_of(block))
        for words in (model.state_words(block), box.where):
            if words and top + small + 3 <= rect.bottom():
                self._write(QRect(rect.left(), top, rect.width(), small + 2), words, self._small, "text-soft")
                top += small + 2

    def _title(self, rect: QRect, title: str) -> int:
        """Write a title on one or two lines; return the height it took."""
        metrics = QFontMetrics(self._bold)
        line = metrics.height()
        if rect.height() < 2 * line or metrics.horizontalAdvance(title) <= rect.width():
            self._write(QRect(rect.left(), rect.top(), rect.width(), line + 1), title, self._bold, "text")
            return line + 2
        words, first = title.split(), ""
        while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= rect.width():
            first = f"{first} {words.pop(0)}".strip()
        self._write(QRect(rect.left(), rect.top(), rect.width(), line), first or title, self._bold, "text")
        if first:
            second = QRect(rect.left(), rect.top() + line, rect.width(), line)
            self._write(second, " ".join(words), self._bold, "text")
        return 2 * line + 2

    def _inside(self, box: Box) -> QRect:
        return QRect(box.left + _STRIPE + _PAD - 2, box.top, box.width - _STRIPE - 2 * _PAD + 4, box.height)

    def _ground(self, rect: QRect, color: str, *, faint: bool) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), _RADIUS, _RADIUS)
        self._painter.fillPath(path, QColor(theme.tint(color, _TINT / 2 if faint else _TINT)))
        self._painter.save()
        self._painter.setClipPath(path)
        self._painter.fillRect(QRect(rect.left(), rect.top(), _STRIPE, rect.height()), QColor(color))
        self._painter.restore()

    def _frame(self, rect: QRect, pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _label(self, corner: QPoint, words: str) -> None:
        metrics = QFontMetrics(self._bold)
        size = metrics.boundingRect(words).size()
        rect = QRect(
            corner.x() - size.width() - 24,
            corner.y() - size.height() - 8,
            size.width() + 20,
            size.height() + 6,
        )
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), 4, 4)
        self._painter.fillPath(path, QColor(theme.color("accent")))
        self._write(rect.adjusted(10, 0, 0, 0), words, self._bold, "accent-text")

    def _write(self, rect: QRect, words: str, font: QFont, ink: str, side: Qt.AlignmentFlag = _LEFT) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(theme.color(ink)))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        self._painter.drawText(rect, side, shown)
