"""What the event calls things: picked from the usual words, or written, with a sentence that shows them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from smartcity_desktop.domain.words import Words
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label

OWN: Final = "Sebutan lain …"
_LONGEST: Final = 40
"""Letters of a word that still fit heads of columns and buttons."""
_EXAMPLE: Final = "“3 dari 11 OPD sudah mengisi; 4 program belum punya dimensi.”"
_LABEL_WIDTH: Final = 118


@dataclass(frozen=True, slots=True)
class _Asked:
    """A field of the workshop, what is asked, and the words to pick from."""

    field: str
    words: str
    choices: tuple[str, ...]


_ASKED: Final = (
    _Asked("word_opd", "Instansi daerah", ("OPD", "SKPD", "Perangkat Daerah")),
    _Asked("word_dimension", "Bagian Smart City", ("Dimensi", "Pilar", "Elemen", "Parameter")),
    _Asked("word_minutes", "Judul risalah", ("NOTULA", "NOTULEN")),
)


class _OwnWord(QLineEdit):
    """A word of one's own; Enter goes on, so that the word is whole."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field at Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class WordChoice(QWidget):
    """Three questions, each with its choices; a line to write on appears for a word of one's own."""

    edited = Signal(str, str)
    """A field of the workshop and the word for it, after a person picked or wrote it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with the first choices."""
        super().__init__(parent)
        self.setObjectName("event-words")
        self.boxes: dict[str, QComboBox] = {}
        self.lines: dict[str, QLineEdit] = {}
        self.example = Label("", "soft", name="event-word-example", wrap=True, parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, asked in enumerate(_ASKED):
            label = Label(asked.words, "soft", wrap=True, parent=self)
            keep_width(label, _LABEL_WIDTH)
            self.boxes[asked.field] = self._box(asked)
            self.lines[asked.field] = self._line(asked)
            label.setBuddy(self.boxes[asked.field])
            grid.addWidget(label, 2 * place, 0)
            grid.addWidget(self.boxes[asked.field], 2 * place, 1)
            grid.addWidget(self.lines[asked.field], 2 * place + 1, 1)
        said = Label("Contoh", "soft", parent=self)
        keep_width(said, _LABEL_WIDTH)
        grid.addWidget(said, 2 * len(_ASKED), 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.example, 2 * len(_ASKED), 1)

    @property
    def is_naming(self) -> bool:
        """Whether a word is being written that may not be whole yet."""
        return any(line.hasFocus() for line in self.lines.values())

    def show_values(self, values: Mapping[str, str], kept: Collection[str] = ()) -> None:
        """Show other words, but leave the fields in ``kept`` as a person left them."""
        for asked in _ASKED:
            if asked.field not in kept:
                self._show(asked, values.get(asked.field, ""))

    def show_example(self, words: Words) -> None:
        """Show a sentence in these words, and what stands on the prints."""
        prints = f"Di cetakan: {words.minutes.upper()} · {words.head} · {words.rule}"
        self.example.setText(f"{words.say(_EXAMPLE)}\n{prints}")

    def _show(self, asked: _Asked, word: str) -> None:
        known = [choice.casefold() for choice in asked.choices]
        small = " ".join(word.split()).casefold()
        place = known.index(small) if small in known else len(known) if small else 0
        self.boxes[asked.field].setCurrentIndex(place)
        line = self.lines[asked.field]
        if place == len(known) and line.text() != word:
            line.setText(word)
        line.setVisible(place == len(known))

    def _picked(self, asked: _Asked, place: int) -> None:
        line = self.lines[asked.field]
        line.setVisible(place == len(asked.choices))
        if place < len(asked.choices):
            self.edited.emit(asked.field, asked.choices[place])
            return
        line.setFocus()
        line.selectAll()
        if line.text().strip():
            self.edited.emit(asked.field, line.text().strip())

    def _written(self, asked: _Asked, text: str) -> None:
        if text.strip():
            self.edited.emit(asked.field, text.strip())

    def _box(self, asked: _Asked) -> QComboBox:
        box = ChoiceBox(self)
        box.setObjectName(f"event-{asked.field.replace('_', '-')}")
        box.setAccessibleName(asked.words)
        box.addItems([*asked.choices, OWN])
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.activated.connect(partial(self._picked, asked))
        return box

    def _line(self, asked: _Asked) -> QLineEdit:
        line = _OwnWord(self)
        line.setObjectName(f"event-{asked.field.replace('_', '-')}-own")
        line.setAccessibleName(f"{asked.words}, sebutan lain")
        line.setPlaceholderText("Tulis sebutannya")
        line.setMaxLength(_LONGEST)
        line.textEdited.connect(partial(self._written, asked))
        line.hide()
        return line
