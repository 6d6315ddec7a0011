"""A list to choose one of, whose chosen name may be longer than its room."""

from html import escape
from typing import Final

from PySide6.QtCore import QElapsedTimer, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_EDGES: Final = 24
"""Pixels beside the words of a line in the opened list."""


class ChoiceBox(QComboBox):
    """Ends a name that does not fit in an ellipsis, and tells it whole in its tooltip and in the opened list.

    One that can be typed into shows its text as any line does.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a choice."""
        super().__init__(parent)
        self._typing = QElapsedTimer()

    def sizeHint(self) -> QSize:
        """Have room for the longest name where a box grows with its contents: the style gives too little."""
        hint = super().sizeHint()
        if self.sizeAdjustPolicy() == QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon:
            return hint
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = QRect(QPoint(), hint)
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        lacking = longest - self._room(option)
        return QSize(hint.width() + max(lacking, 0), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chosen name, elided at its end."""
        if self.isEditable():
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and self.placeholderText():
            faint = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.ButtonText, faint)
            option.currentText = self.placeholderText()
        whole = option.currentText
        option.currentText = self.shown(whole)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        wanted = f"<qt>{escape(whole)}</qt>" if option.currentText != whole else ""
        if self.toolTip() != wanted:
            self.setToolTip(wanted)

    def shown(self, text: str) -> str:
        """Return as much of ``text`` as the box has room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self._room(option))

    def _room(self, option: QStyleOptionComboBox) -> int:
        """Return the pixels there are for a name in a box as large as ``option`` says."""
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        return room - 2 - (0 if option.currentIcon.isNull() else self.iconSize().width() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a name of several words be typed: a space right behind a letter is part of it."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        goes_on = self._typing.isValid() and not self._typing.hasExpired(QApplication.keyboardInputInterval())
        if event.key() == Qt.Key.Key_Space and plain and goes_on and not self.isEditable():
            # Qt opens the list at a space, whatever was typed before; a key it has no use for is searched.
            event = QKeyEvent(event.type(), Qt.Key.Key_unknown, event.modifiers(), " ")
        elif not (plain and event.text().strip()):
            super().keyPressEvent(event)
            return
        self._typing.start()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page below roll: whoever rolls past a list does not mean to choose from it."""
        event.ignore()

    def showPopup(self) -> None:
        """Give the list the room of its longest name, as far as the window has it."""
        view = self.view()
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        # A list that has never been shown does not know how wide its lines are.
        metrics = view.fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        wide = max(view.sizeHintForColumn(0), longest) + view.verticalScrollBar().sizeHint().width() + _EDGES
        room = self.window().width() - self.mapTo(self.window(), self.rect().topLeft()).x()
        view.setMinimumWidth(max(self.width() - 2, min(wide, room - _EDGES)))
        super().showPopup()
