"""The kop as it will stand on paper, small, while it is being typed."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_LOGO: Final = 58
_SIDE: Final = 78
_PAD: Final = 12
_RULES: Final = 10
_EMPTY: Final = "Kop masih kosong"
_CUT: Final = 600
_WRAP: Final = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class _Part:
    """One paragraph of the kop."""

    text: str
    font: QFont


class LetterheadView(QWidget):
    """Coat of arms at the left, three texts centred, a double rule; as on every print."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a kop."""
        super().__init__(parent)
        self.setObjectName("letterhead")
        self._texts = ("", "", "")
        self._logo = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say()

    @property
    def has_logo(self) -> bool:
        """Whether a coat of arms is shown."""
        return not self._logo.isNull()

    def show_texts(self, government: str, agency: str, address: str) -> None:
        """Show other texts."""
        self._texts = (government[:_CUT].upper(), agency[:_CUT].upper(), address[:_CUT])
        self._say()
        self.updateGeometry()
        self.update()

    def show_logo(self, png: bytes | None) -> None:
        """Show another coat of arms, or none."""
        self._logo = QPixmap()
        if png:
            self._logo.loadFromData(png)
        self._say()
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the texts at this width, at least that of the coat of arms."""
        texts = sum(place.height() for _, place in self._places(width))
        return max(texts, _LOGO if self.has_logo else 0, 20) + 2 * _PAD + _RULES

    def hasHeightForWidth(self) -> bool:
        """Long names need more lines where there is less room."""
        return True

    def sizeHint(self) -> QSize:
        """Return a usual width."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """Return the least width."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as on paper."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.color("surface")))
        painter.setPen(QColor(theme.color("line")))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        places = self._places(self.width())
        high = sum(place.height() for _, place in places)
        shift = max(0, (self.height() - 2 * _PAD - _RULES - high) // 2)
        painter.setPen(QColor(theme.color("text" if any(self._texts) else "text-faint")))
        for part, place in places:
            painter.setFont(part.font)
            painter.drawText(place.translated(0, shift), _WRAP, part.text)
        self._draw_logo(painter)
        bottom = self.height() - _PAD + 2
        for offset, thick in ((0, 2), (4, 1)):
            painter.setPen(QPen(QColor(theme.color("text")), thick))
            painter.drawLine(_PAD, bottom - 6 + offset, self.width() - _PAD, bottom - 6 + offset)
        painter.end()

    def _draw_logo(self, painter: QPainter) -> None:
        if not self.has_logo:
            return
        ratio = self.devicePixelRatioF()
        shown = self._logo.scaled(
            QSize(_LOGO, _LOGO) * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        room = self.height() - _RULES
        painter.drawPixmap(_PAD, round((room - shown.height() / ratio) / 2), shown)

    def _parts(self) -> list[_Part]:
        government, agency, address = self._texts
        fonts = (theme.font("base", bold=True), theme.font("title", bold=True), theme.font("small"))
        if not any(self._texts):
            return [_Part(_EMPTY, theme.font("small"))]
        texts = (government, agency, address)
        return [_Part(text, font) for text, font in zip(texts, fonts, strict=True) if text.strip()]

    def _places(self, width: int) -> list[tuple[_Part, QRect]]:
        left = _SIDE if self.has_logo else _PAD
        wide = max(60, width - left - _PAD)
        top = _PAD
        places: list[tuple[_Part, QRect]] = []
        for part in self._parts():
            metrics = QFontMetrics(part.font)
            high = metrics.boundingRect(QRect(0, 0, wide, 10_000), _WRAP, part.text).height() + 1
            places.append((part, QRect(left, top, wide, high)))
            top += high
        return places

    def _say(self) -> None:
        words = ", ".join(text for text in self._texts if text) or _EMPTY
        self.setAccessibleName(f"Contoh kop: {words}" + (", dengan lambang" if self.has_logo else ""))
