"""A calm form: words at the left, a line each, every change told by its field."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QStyle, QStyleOptionFrame, QWidget

from smartcity_desktop.domain.workshop import YEAR_RANGE
from ui import theme
from ui.widgets.growing_text import GrowingText
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label, tip

_YEAR_LETTERS: Final = 4
_YEAR_WIDTH: Final = 72
_LABEL_WIDTH: Final = 118
_TOP: Final = 7
_CURSOR: Final = 2
"""Pixels that Qt leaves beside the text of a line."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: ``kind`` is ``line``, ``text`` (one growing paragraph), ``lines`` or ``year``."""

    name: str
    words: str
    hint: str = ""
    kind: str = "line"


class YearLine(QLineEdit):
    """Four figures of a year; something else is marked and not told."""

    year = Signal(str)
    """The year as it was typed, or empty."""

    def __init__(self, name: str, words: str, hint: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(hint)
        self.setMaxLength(_YEAR_LETTERS)
        keep_width(self, _YEAR_WIDTH)
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._look)

    @property
    def is_wrong(self) -> bool:
        """Whether something stands here that is no year."""
        text = self.text().strip()
        return bool(text) and not (text.isascii() and text.isdigit() and int(text) in YEAR_RANGE)

    def show_text(self, text: str) -> None:
        """Show another year without telling anybody."""
        if text != self.text():
            self.setText(text)
        self._look()

    def _edited(self, text: str) -> None:
        if not self.is_wrong:
            self._look()
            self.year.emit(text.strip())

    def _look(self) -> None:
        wrong = str(self.is_wrong).lower()
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            theme.restyle(self)
        tip(self, "Belum terbaca. Contoh: 2026" if self.is_wrong else "")


class HeadLine(QLineEdit):
    """A line that shows the beginning of a long text once it is left, with an ellipsis where it is cut."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a text that is too long as any other that is cut; whoever types sees all of it pass by."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room = room.marginsRemoved(self.textMargins()).adjusted(_CURSOR, 0, -_CURSOR, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        if self.hasFocus() or shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go back to the first letter, but not where only the window is left."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.setCursorPosition(0)


class FieldGrid(QWidget):
    """Fields under each other; years that follow each other stand in one line."""

    edited = Signal(str, str)
    """A field and its text after a person changed it."""

    def __init__(self, prefix: str, specs: Sequence[FieldSpec], parent: QWidget | None = None) -> None:
        """``prefix`` begins the object names: ``event-title``."""
        super().__init__(parent)
        self.setObjectName(f"{prefix}-fields")
        self._prefix = prefix
        self.fields: dict[str, QLineEdit | GrowingText] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(1, 1)
        row = 0
        years: QHBoxLayout | None = None
        for spec in specs:
            field = self._field(spec)
            self.fields[spec.name] = field
            if years is not None and spec.kind == "year":
                years.insertWidget(years.count() - 1, self._label(spec, field))
                years.insertWidget(years.count() - 1, field)
                continue
            years = _row_of(field) if spec.kind == "year" else None
            self._place(row, spec, field, years)
            row += 1

    def show_values(self, values: Mapping[str, str], kept: Collection[str] = ()) -> None:
        """Show other values, but leave the fields in ``kept`` as they are being typed."""
        for name, field in self.fields.items():
            if name in values and name not in kept:
                _show(field, values[name])

    def _place(
        self, row: int, spec: FieldSpec, field: QLineEdit | GrowingText, years: QHBoxLayout | None
    ) -> None:
        label = self._label(spec, field)
        keep_width(label, _LABEL_WIDTH)
        grows = isinstance(field, GrowingText)
        if grows:
            label.setContentsMargins(0, _TOP, 0, 0)
        side = Qt.AlignmentFlag.AlignTop if grows else Qt.AlignmentFlag.AlignVCenter
        self.grid.addWidget(label, row, 0, side)
        if years is None:
            self.grid.addWidget(field, row, 1)
        else:
            self.grid.addLayout(years, row, 1)

    def _label(self, spec: FieldSpec, field: QWidget) -> Label:
        label = Label(spec.words, "soft", wrap=spec.kind != "year", parent=self)
        label.setBuddy(field)
        return label

    def _field(self, spec: FieldSpec) -> QLineEdit | GrowingText:
        name = f"{self._prefix}-{spec.name.replace('_', '-')}"
        if spec.kind in {"text", "lines"}:
            text = GrowingText(name, spec.words, spec.hint, paragraph=spec.kind == "text", parent=self)
            text.edited.connect(partial(self.edited.emit, spec.name))
            return text
        if spec.kind == "year":
            year = YearLine(name, spec.words, spec.hint, self)
            year.year.connect(partial(self.edited.emit, spec.name))
            return year
        line = HeadLine(self)
        line.setObjectName(name)
        line.setAccessibleName(spec.words)
        line.setPlaceholderText(spec.hint)
        line.textEdited.connect(partial(self.edited.emit, spec.name))
        return line


def _row_of(field: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(field)
    row.addStretch(1)
    return row


def _show(field: QLineEdit | GrowingText, text: str) -> None:
    if isinstance(field, GrowingText | YearLine):
        field.show_text(text)
    elif text != field.text():
        field.setText(text)
        field.setCursorPosition(0)
