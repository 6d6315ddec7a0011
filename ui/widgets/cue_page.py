"""The page of words that lead suggestions: places at the left, their words, and a line to try names with."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.cue import Word, WordPlace
from smartcity_desktop.domain.suggest import STRONGEST, Suggestion
from ui.models.read_table import ReadLine
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.button_rows import ButtonRows
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dimension_page import AddLine
from ui.widgets.kept_width import keep_share
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable
from ui.widgets.writing import for_writing

_PLACES_WIDE: Final = 330
_TRY_WIDE: Final = 380
_PAUSE: Final = 150
"""Milliseconds after the last letter before a name is tried."""
_MOST: Final = 2
_PARTED: Final = "\t"
_UNKNOWN: Final = (
    "Tidak tahu: tidak ada kata di dalamnya yang menunjuk ke satu dimensi pun. "
    "Tambahkan kata yang tepat di sebelah kiri."
)
_ASK: Final = "Ketik nama program atau inovasi; sarannya muncul di sini, dengan kata yang menunjuk ke sana."
_ANY: Final = "Tanpa OPD"
_HINT: Final = "Bobot 1 sampai 5: makin besar makin kuat; di bawah nol menjauhkan."


class WordTable(ReadTable):
    """The words of one place: plus and minus weigh the chosen one, Del drops it."""

    weighed = Signal(int)
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that change a word."""
        step = {"+": 1, "=": 1, "-": -1, "−": -1}.get(event.text(), 0)
        if step:
            self.weighed.emit(step)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class Answer(QWidget):
    """One suggested place: what it is called, how sure that is, and why."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.called = Label("", "strong", name=f"{name}-called", wrap=True, parent=self)
        self.reason = Label("", "soft", name=f"{name}-reason", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addWidget(self.called)
        column.addWidget(self.reason)


class CuePage(QWidget):
    """Shows places and words, tells what a person wants of them; stores nothing itself."""

    weighed = Signal(object, int)
    """A word, and the weight it is to have."""
    dropped = Signal(object)
    taken_back = Signal(object)
    tried = Signal(str, str)
    """A text to suggest for, and the name of an agency (may be empty)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("cue-page")
        self._places: Mapping[str, WordPlace] = {}
        self.places = ReadTable("cue-places", worded("Dimensi dan subdimensi"), 0, self)
        self.words = WordTable("cue-words", "Kata petunjuk", 0, self)
        self.add = AddLine(
            "cue-add", "Tambah kata", "Tambah kata (paling banyak tiga kata): ketik, lalu Enter", self
        )
        self.lighter = self._button("Kurangi bobot (−)", "cue-lighter", partial(self._step, -1))
        self.heavier = self._button("Tambah bobot (+)", "cue-heavier", partial(self._step, 1))
        self.drop = self._button("Lepas kata (Del)", "cue-drop", self._drop)
        self.back = self._button("Pakai lagi (Enter)", "cue-back", self._take_back)
        self.line = QLineEdit(self)
        self.line.setObjectName("cue-try")
        self.line.setAccessibleName("Coba nama program")
        self.line.setPlaceholderText("Coba: ketik nama program")
        self.agency = ChoiceBox(self)
        self.agency.setObjectName("cue-agency")
        self.agency.setAccessibleName(worded("OPD yang menjalankan"))
        self.agency.addItem(worded(_ANY))
        self.answers = [Answer(f"cue-answer-{number}", self) for number in range(1, _MOST + 1)]
        self.unknown = Label(_ASK, "soft", name="cue-unknown", wrap=True, parent=self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self._try_nothing()

    @property
    def place(self) -> WordPlace | None:
        """The place whose words are shown."""
        return self._places.get(self.places.key)

    @property
    def word(self) -> Word | None:
        """The chosen word."""
        place = self.place
        return next((item for item in place.words if _key(item) == self.words.key), None) if place else None

    def show_places(self, places: Sequence[WordPlace]) -> None:
        """Show places and the words of the chosen one, which stays chosen."""
        self._places = {item.row: item for item in places}
        lines = [ReadLine(item.row, ("· " * bool(item.sub) + item.called, _count(item))) for item in places]
        self.places.show_lines((worded("Dimensi dan subdimensi"), "Kata"), lines, {1: 64}, frozenset({1}))
        self._show_words()

    def show_agencies(self, names: Sequence[str]) -> None:
        """Offer these agencies to try a name with; the chosen one stays."""
        chosen = self.agency.currentText()
        with QSignalBlocker(self.agency):
            self.agency.clear()
            self.agency.addItems([worded(_ANY), *names])
            self.agency.setCurrentIndex(max(self.agency.findText(chosen), 0))

    def show_suggestion(self, found: Suggestion) -> None:
        """Show what the tried name comes to."""
        for place, answer in zip(range(_MOST), self.answers, strict=True):
            seen = found.places[place] if place < len(found.places) else None
            answer.setVisible(seen is not None)
            if seen is not None:
                home = self._places.get(seen.sub or seen.dimension)
                answer.called.setText(f"{home.called if home else ''} · yakin {round(seen.score * 100)}%")
                reason = seen.told(worded)
                answer.reason.setText(reason[:1].upper() + reason[1:])
        self.unknown.setVisible(not found.known)
        self.unknown.setText(worded(_UNKNOWN) if self.line.text().strip() else worded(_ASK))

    def try_again(self) -> None:
        """Ask again for what stands in the line: words or dimensions have changed."""
        text = " ".join(self.line.text().split())
        if text:
            self.tried.emit(text, self.agency.currentText() if self.agency.currentIndex() > 0 else "")
        else:
            self._try_nothing()

    def hideEvent(self, event: QHideEvent) -> None:
        """Try nothing more that nobody sees."""
        self._pause.stop()
        super().hideEvent(event)

    def _wait(self) -> None:
        self._pause.start()

    def _try_nothing(self) -> None:
        self.show_suggestion(Suggestion())

    def _show_words(self) -> None:
        place = self.place
        words = place.words if place else ()
        self.words_card.title.setText(place.called if place else "")
        lines = [
            ReadLine(_key(item), (item.word, _weight(item.weight), _origin(item)), faint=item.dropped)
            for item in words
        ]
        self.words.show_lines(("Kata", "Bobot", "Asal"), lines, {1: 64, 2: 130}, frozenset({1}))
        self._show_doing()

    def _show_doing(self) -> None:
        word = self.word
        stands = word is not None and not word.dropped
        for button in (self.lighter, self.heavier, self.drop):
            button.setEnabled(stands)
        self.back.setEnabled(word is not None and word.dropped)

    def _step(self, by: int) -> None:
        word = self.word
        if word is not None and not word.dropped:
            # Nothing weighs nought: from 1 the next lighter one speaks against the place.
            weight = word.weight + by or by
            if abs(weight) <= STRONGEST:
                self.weighed.emit(word, weight)

    def _drop(self) -> None:
        word = self.word
        if word is not None and not word.dropped:
            self.dropped.emit(word)

    def _take_back(self) -> None:
        word = self.word
        if word is not None and word.dropped:
            self.taken_back.emit(word)

    def _button(self, words: str, name: str, call: Callable[[], None]) -> Button:
        button = Button(words, name, "quiet", parent=self)
        button.clicked.connect(call)
        return button

    def _connect(self) -> None:
        self.places.chosen.connect(self._show_words)
        self.words.chosen.connect(self._show_doing)
        self.words.weighed.connect(self._step)
        self.words.dropped.connect(self._drop)
        self.words.asked.connect(self._take_back)
        self.line.textChanged.connect(self._wait)
        self.agency.currentIndexChanged.connect(self._wait)
        self._pause.timeout.connect(self.try_again)

    def _lay_out(self) -> None:
        self.words_card = Card(" ", name="cue-words-card", parent=self)
        self.words_card.body.addWidget(self.words, 1)
        self.words_card.body.addWidget(ButtonRows([self.lighter, self.heavier, self.drop, self.back], self))
        self.words_card.body.addWidget(Label(_HINT, "soft", name="cue-hint", wrap=True, parent=self))
        self.words_card.body.addWidget(self.add)
        self.words_card.body.addWidget(self.add.problem)
        self.try_card = Card("Coba", name="cue-try-card", parent=self)
        self.try_card.body.addWidget(self.line)
        self.try_card.body.addWidget(self.agency)
        for answer in self.answers:
            self.try_card.body.addWidget(answer)
        self.try_card.body.addWidget(self.unknown)
        self.try_card.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 12)
        row.setSpacing(12)
        row.addWidget(self.places)
        row.addWidget(self.words_card, 1)
        row.addWidget(self.try_card)
        keep_share(self.places, self, _PLACES_WIDE, 30)
        keep_share(self.try_card, self, _TRY_WIDE, 32)
        for_writing(self.add, self.lighter, self.heavier, self.drop, self.back)


def _key(word: Word) -> str:
    return f"{word.target}{_PARTED}{word.word}"


def _count(place: WordPlace) -> str:
    return str(sum(not word.dropped for word in place.words))


def _weight(weight: int) -> str:
    return f"{weight}".replace("-", "−")


def _origin(word: Word) -> str:
    if word.dropped:
        return "dilepas"
    return "ditambah di sini" if word.own else "bobot diubah" if word.changed else "bawaan"
