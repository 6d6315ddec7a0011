"""The sentences of a paper, each to be written anew with the program's proposal beside it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.paper_text import Passage
from ui import theme
from ui.widgets.button import Button
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing

_HINT: Final = "Kosongkan untuk memakai usulan"


class PassageText(GrowingText):
    """A passage of a paper is read as a whole while it is written."""

    most_lines = 24


class PaperTexts(QWidget):
    """One row for each passage: left what stands on the paper, right the proposal and the way back to it."""

    edited = Signal(object, str)
    """A passage and what a person wrote in its place; the proposal itself comes as empty text."""
    done = Signal()
    """The pages are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without passages."""
        super().__init__(parent)
        self.setObjectName("print-texts")
        self.passages: tuple[Passage, ...] = ()
        self.boxes: dict[str, GrowingText] = {}
        self.backs: dict[str, Button] = {}
        self.head = Label("", "strong", name="print-texts-head", parent=self)
        self.view = Button("Lihat halaman", "print-texts-view", "primary", parent=self)
        self.view.clicked.connect(self.done)
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.view)
        self._ground = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._scroll = scroll_area(self._ground, "print-texts-scroll", self)
        self._column.addWidget(self._scroll, 1)

    def show_passages(self, title: str, passages: Sequence[Passage]) -> None:
        """Show the passages of a paper; where they are the same as before, what is being typed stays."""
        self.head.setText(f"Kalimat pada {title}")
        if [item.key for item in passages] == list(self.boxes):
            self.passages = tuple(passages)
            for item in passages:
                if not self.boxes[item.key].hasFocus():
                    self.boxes[item.key].show_text(item.shown)
                self.backs[item.key].setEnabled(item.is_own)
            return
        self.passages = tuple(passages)
        self.boxes, self.backs = {}, {}
        ground = QWidget()
        theme.set_role(ground, "page")
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 4, 10, 12)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for place, item in enumerate(passages):
            self._add(grid, 3 * place, item)
        grid.setRowStretch(3 * len(passages), 1)
        for_writing(ground)
        self._scroll.setWidget(ground)

    def _add(self, grid: QGridLayout, row: int, item: Passage) -> None:
        box = PassageText(f"print-text-{item.key}", item.title, _HINT, paragraph=False)
        box.show_text(item.shown)
        box.edited.connect(partial(self._edited, item.key))
        back = Button("Kembalikan usulan", f"print-back-{item.key}", "quiet")
        back.setEnabled(item.is_own)
        back.clicked.connect(partial(self._give_back, item.key))
        self.boxes[item.key], self.backs[item.key] = box, back
        grid.addWidget(Label(item.title, "strong"), row, 0)
        beside = QHBoxLayout()
        beside.addWidget(Label("Usulan dari data", "small"), 1)
        beside.addWidget(back)
        grid.addLayout(beside, row, 1)
        column = QVBoxLayout()
        column.addWidget(box)
        column.addStretch(1)
        grid.addLayout(column, row + 1, 0)
        proposal = Label(item.proposal, "soft", name=f"print-proposal-{item.key}", wrap=True)
        other = QVBoxLayout()
        other.addWidget(proposal)
        other.addStretch(1)
        grid.addLayout(other, row + 1, 1)
        grid.setRowMinimumHeight(row + 2, 8)

    def _edited(self, key: str, text: str) -> None:
        passage = self._passage(key)
        if passage is not None:
            own = "" if text.strip() == passage.proposal.strip() else text
            self.backs[key].setEnabled(bool(own.strip()))
            self.edited.emit(passage, own)

    def _give_back(self, key: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own signature
        passage = self._passage(key)
        if passage is not None:
            self.boxes[key].show_text(passage.proposal)
            self.backs[key].setEnabled(False)
            self.boxes[key].setFocus()
            self.edited.emit(passage, "")

    def _passage(self, key: str) -> Passage | None:
        return next((item for item in self.passages if item.key == key), None)
