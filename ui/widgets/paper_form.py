"""The fields of one row of a paper: Enter takes a field and steps on, nothing needs the mouse."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui import theme
from ui.models.paper_form import KeyPage
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing

_LABEL: Final = 190
_MOST: Final = 760
_BELOW: Final = 48
"""Pixels kept in sight below the field that is keyed: its choices stand there."""


class PaperForm(QWidget):
    """Shows one page of fields; what is keyed is asked of ``take`` before the next field is gone to."""

    ended = Signal()
    """Enter was pressed in the last field."""
    moved = Signal(int)
    """Another row is wanted: 1 the next, -1 the one before."""

    def __init__(self, take: Callable[[int, str, bool], str], parent: QWidget | None = None) -> None:
        """``take`` gets place, text and whether Enter was pressed; it returns what is wrong, or nothing."""
        super().__init__(parent)
        self.setObjectName("paper-form")
        self._take = take
        self._kept: list[str] = []
        self.heading = Label("", "strong", name="paper-row", parent=self)
        self.about = Label("", "soft", name="paper-about", wrap=True, parent=self)
        self.fields: list[GrowingText] = []
        self.faults: list[Label] = []
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._body.setMaximumWidth(_MOST + _LABEL)
        scroll = self._scroll = scroll_area(self._body, "paper-scroll", self)
        # The card below is seen through both.
        self._body.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.heading, self.about):
            column.addWidget(part)
        column.addWidget(scroll, 1)

    def show_page(self, page: KeyPage) -> None:
        """Show other fields; the cursor stands in the first."""
        self._clear()
        self.heading.setText(page.heading)
        self.about.setText(page.about)
        self.about.setVisible(bool(page.about))
        for place, item in enumerate(page.fields):
            self._add(place, item.label, item.hint)
            self.fields[place].show_text(item.shown)
            self._kept.append(item.shown)
        self._grid.setRowStretch(3 * len(page.fields), 1)
        self.stand(0)

    def stand(self, place: int) -> None:
        """Put the cursor into a field, everything in it chosen: what is keyed takes its place."""
        if 0 <= place < len(self.fields):
            self.fields[place].setFocus()
            self.fields[place].selectAll()
            if place:
                self._scroll.ensureVisible(0, self.fields[place].geometry().bottom(), 0, theme.scaled(_BELOW))
            else:
                # New fields have no place yet; the first stands at the top.
                self._scroll.verticalScrollBar().setValue(0)

    @property
    def held(self) -> tuple[int, str]:
        """The place of the first field whose text was not taken, -1 where there is none, and that text."""
        place = next((at for at, item in enumerate(self.faults) if item.text()), -1)
        return place, self.fields[place].toPlainText() if place >= 0 else ""

    def hand_in(self) -> None:
        """Take what is being keyed, as if the field was left."""
        for place, item in enumerate(self.fields):
            if item.hasFocus():
                self._left(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys go from row to row."""
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if by:
            self.hand_in()
            self.moved.emit(by)
            return
        super().keyPressEvent(event)

    def _add(self, place: int, words: str, hint: str) -> None:
        label = Label(words, "", wrap=True, parent=self._body)
        label.setFixedWidth(theme.scaled(_LABEL))
        label.setContentsMargins(0, 6, 0, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        told = Label(hint, "small", wrap=True, parent=self._body)
        told.setVisible(bool(hint))
        fault = Label("", "warning", wrap=True, name=f"paper-fault-{place}", parent=self._body)
        fault.hide()
        edit = KeyText(f"paper-field-{place}", f"{words}. {hint}".strip(". "), parent=self._body)
        label.setBuddy(edit)
        edit.entered.connect(partial(self._entered, place))
        edit.left.connect(partial(self._left, place))
        edit.paged.connect(self._page)
        for_writing(edit)
        self._grid.addWidget(label, 3 * place, 0)
        self._grid.addWidget(edit, 3 * place, 1)
        self._grid.addWidget(told, 3 * place + 1, 1)
        self._grid.addWidget(fault, 3 * place + 2, 1)
        for part in (label, edit):
            # Nothing takes the cursor before it is shown.
            part.show()
        self.fields.append(edit)
        self.faults.append(fault)

    def _clear(self) -> None:
        self._grid.setRowStretch(3 * len(self.fields), 0)
        old, self.fields, self.faults, self._kept = self.fields, [], [], []
        for item in old:
            item.blockSignals(True)  # noqa: FBT003 - Qt takes it by place only
        while self._grid.count():
            lying = self._grid.takeAt(0)
            widget = lying.widget() if lying is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _page(self, by: int) -> None:
        self.hand_in()
        self.moved.emit(by)

    def _entered(self, place: int) -> None:
        if not self._handed(place, entered=True):
            return
        if place + 1 < len(self.fields):
            self.stand(place + 1)
        else:
            self.ended.emit()

    def _left(self, place: int) -> None:
        if place < len(self.fields) and self.fields[place].toPlainText() != self._kept[place]:
            self._handed(place, entered=False)

    def _handed(self, place: int, *, entered: bool) -> bool:
        text = self.fields[place].toPlainText()
        wrong = self._take(place, text, entered)
        self._kept[place] = text
        self.faults[place].setText(wrong)
        self.faults[place].setVisible(bool(wrong))
        return not wrong


class KeyText(GrowingText):
    """A field in which page keys do not scroll: they go to the next row of the paper."""

    paged = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand page keys on."""
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if by:
            self.paged.emit(by)
            return
        super().keyPressEvent(event)
