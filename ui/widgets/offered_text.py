"""A question with its text, and below it what is proposed while it is empty, taken by one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_TOP = 6


class OfferedText:
    """Puts a label, a growing text and its proposal into three cells of a grid."""

    def __init__(self, name: str, words: str, hint: str, parent: QWidget, *, paragraph: bool) -> None:
        """``name`` is the object name of the text; one ``paragraph`` takes no line breaks."""
        self.text = GrowingText(name, words, hint, paragraph=paragraph, parent=parent)
        self.label = Label(words, "soft", wrap=True, parent=parent)
        self.label.setContentsMargins(0, _TOP, 0, 0)
        self.label.setBuddy(self.text)
        self.offer = QWidget(parent)
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(2, 0, 0, 4)
        row.setSpacing(8)
        self.told = Label("", "small", name=f"{name}-offer", wrap=True, parent=self.offer)
        self.take = Button("Pakai", f"{name}-take", "quiet", parent=self.offer)
        self.take.setAccessibleName(f"Pakai usulan {words}")
        row.addWidget(self.told, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self.offer.hide()
        for_writing(self.text, self.take)

    def place(self, grid: QGridLayout, row: int) -> None:
        """Stand in two rows of a grid: the question, and below it the proposal."""
        grid.addWidget(self.label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.text, row, 1)
        grid.addWidget(self.offer, row + 1, 1)

    def show_value(self, value: str, proposed: str, source: str) -> None:
        """Show what stands, and what is proposed (empty for nothing) with where it stands."""
        self.text.show_text(value)
        self.show_offer(proposed, source)

    def show_offer(self, proposed: str, source: str) -> None:
        """Show what is proposed, empty for nothing."""
        self.told.setText(f"Usulan dari {source}: {proposed}" if proposed else "")
        self.offer.setVisible(bool(proposed))
