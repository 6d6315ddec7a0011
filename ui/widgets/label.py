"""Text on the screen: always plain, whatever people typed into it."""

from html import escape
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme

LIMIT: Final = 4_000
"""Letters that a label shows at most: laying out a megabyte would hold the window up."""
_SMALLEST: Final = 24
_LINES: Final = 2
_BETWEEN: Final = " · "
_TELLS: Final = 3
"""A line cut to so few letters tells nothing, and is left to its tooltip."""


def tip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip; Qt would take markup in it, so it is escaped."""
    widget.setToolTip(f"<qt>{escape(_cut(text))}</qt>" if text else "")


def _cut(text: str) -> str:
    return text if len(text) <= LIMIT else f"{text[:LIMIT]}…"


class Label(QLabel):
    """A label that never takes text for markup. ``role`` is a role of the style sheet (title, soft, …)."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        *,
        name: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text``; ``wrap`` breaks long lines."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(wrap)
        if name:
            self.setObjectName(name)
        if role:
            theme.set_role(self, role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other text, cut where it is far too long for a label."""
        super().setText(_cut(text))


class ElidedLabel(Label):
    """A label of one line that ends in an ellipsis where room is short, and tells all in its tooltip."""

    def __init__(
        self, text: str = "", role: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        """Show as much of ``text`` as fits."""
        super().__init__(text, role, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show other text on one line."""
        super().setText(" ".join(text.split()))
        self.setAccessibleName(self.text())

    def minimumSizeHint(self) -> QSize:
        """Return a width that leaves room for a letter or two."""
        return QSize(_SMALLEST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, elided at its end."""
        metrics = self.fontMetrics()
        text = self.text()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        if shown == text:
            super().paintEvent(event)
        elif len(shown) > _TELLS:
            painter = QPainter(self)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(self.contentsRect(), flags, shown)
            painter.end()
        wanted = f"<qt>{escape(text)}</qt>" if shown != text else ""
        if self.toolTip() != wanted:
            self.setToolTip(wanted)


class PartsLabel(ElidedLabel):
    """A label of several short parts (``2 hari · 16 sesi``) that shows as many whole ones as fit."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts that fit, none of them cut."""
        metrics, room = self.fontMetrics(), self.contentsRect()
        parts = self.text().split(_BETWEEN)
        shown = list(parts)
        while shown and metrics.horizontalAdvance(_BETWEEN.join(shown)) > room.width():
            shown.pop()
        tip(self, self.text() if len(shown) < len(parts) else "")
        if len(shown) == len(parts):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags, _BETWEEN.join(shown))
        painter.end()


class TwoLineLabel(Label):
    """A label that can be kept to two lines: it then ends in an ellipsis, and its tooltip tells all."""

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        """Break lines between words."""
        super().__init__(text, name=name, wrap=True, parent=parent)
        self._kept = False

    def show_at_most_two(self) -> None:
        """Fit the height to two lines of the type as it is now."""
        self._kept = True
        self.setMaximumHeight(2 * self.fontMetrics().lineSpacing() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw two lines, the second elided where there is more."""
        rest = self._second_line() if self._kept else ""
        tip(self, self.text() if rest else "")
        if not rest:
            super().paintEvent(event)
            return
        first = self.text()[: len(self.text()) - len(rest)].rstrip()
        room, metrics = self.contentsRect(), self.fontMetrics()
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        line = metrics.lineSpacing()
        top = room.top() + max(0, room.height() - 2 * line) // 2 + metrics.ascent()
        painter.drawText(QPointF(room.left(), top), first)
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.left(), top + line), shown)
        painter.end()

    def _second_line(self) -> str:
        """Return what follows the first line where two are not enough, empty where they are."""
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= _LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.contentsRect().width())
            starts.append(line.textStart())
        layout.endLayout()
        return self.text()[starts[1] :] if len(starts) > _LINES else ""
