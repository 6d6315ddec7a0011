"""Adds an agency by hand: a name or short name, what it tells shown at once, Enter."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.reference import OpdProposal, OpdType
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label

_PAUSE_MS: Final = 120
_LEAST_LETTERS: Final = 4
_ALIKE: Final = 0.83
"""From this share of common letters on (difflib) a name may be another one mistyped."""
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What a typed name tells: the agency it becomes, its proposal, the candidates of a shared short name.

    ``stands`` says that an agency of this name is there already, ``is_guess`` that nobody knows the name and
    the candidates are what it may have been meant to be.
    """

    typed: str
    row: OpdRow
    proposal: OpdProposal
    candidates: tuple[OpdRow, ...] = ()
    stands: bool = False
    bidang: Mapping[str, str] = field(default_factory=dict)
    is_guess: bool = False


Ask = Callable[[str, Callable[[Told], None]], None]
"""Asks what a name tells and is given the answer, now or later, on the window's thread."""


def proposal_words(told: Told) -> str:
    """Return what a name tells in one line."""
    found = told.proposal
    parts = [label("opd_kind", found.kind)]
    parts += [f"{code} {told.bidang.get(code, '')}".strip() for code in found.bidang]
    if not found.bidang:
        parts.append("bidang urusan belum dikenali")
    if found.dimension:
        parts.append(found.dimension)
    parts.append("wajib Renstra" if found.renstra_required else "tidak wajib Renstra")
    return " · ".join(parts)


def near_typical(types: Iterable[OpdType], text: str) -> list[OpdRow]:
    """Return the few typical agencies that a mistyped or unfinished name may mean, the likeliest first."""
    letters = key_of(text)
    if len(letters) < _LEAST_LETTERS:
        return []
    found = [(max(_likeness(name, letters) for name in _names(item)), item) for item in types]
    best = sorted((each for each in found if each[0] >= _ALIKE), key=lambda each: -each[0])
    if len(best) > _FEW and best[_FEW][0] == best[0][0]:
        return []
    return [OpdRow(item.name, item.short) for _, item in best[:_FEW]]


def _names(kind: OpdType) -> list[str]:
    return [key_of(name) for name in (kind.name, kind.short, *kind.other_shorts)]


def _likeness(name: str, letters: str) -> float:
    return 1.0 if name.startswith(letters) else SequenceMatcher(None, name, letters, autojunk=False).ratio()


class OpdAddLine(QWidget):
    """A line to type in; under it what the name tells, or the question which agency is meant."""

    added = Signal(object)
    """The OpdRow to add."""

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        """``ask`` is asked after a short pause of typing, and once more by Enter where it was too fast."""
        super().__init__(parent)
        self._ask = ask
        self._told: Told | None = None
        self._enter_waits = False
        self._candidates: list[Button] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self.line = QLineEdit(self)
        self.line.setObjectName("opd-add-text")
        self.line.setAccessibleName(worded("Tambah OPD"))
        self.line.setPlaceholderText(worded("Tambah OPD: ketik nama atau singkatannya, lalu Enter"))
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self._enter)
        self.button = Button("Tambah", "opd-add", parent=self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._enter)
        self.words = Label("", "small", name="opd-add-words", wrap=True, parent=self)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.line, 1)
        top.addWidget(self.button)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.words, 1)
        below.addLayout(self._choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(below)
        self.setFocusProxy(self.line)
        self._say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc empty the line."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self._clear()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing more while nobody sees the answer."""
        self._timer.stop()
        super().hideEvent(event)

    def _edited(self, _text: str) -> None:
        self._told = None
        self._enter_waits = False
        self._timer.start()

    def _look(self) -> None:
        text = self.line.text().strip()
        if text:
            self._ask(text, self._show)
        else:
            self._clear()

    def _enter(self) -> None:
        text = self.line.text().strip()
        if not text:
            self.line.setFocus()
        elif self._told is None or self._told.typed != text:
            self._enter_waits = True
            self._timer.stop()
            self._look()
        else:
            self._take(self._told)

    def _show(self, told: Told) -> None:
        if told.typed != self.line.text().strip():
            return
        self._told = told
        self._drop_choices()
        if told.stands:
            self._say(f"{told.row.name} sudah ada di daftar.", "warning")
        elif told.candidates:
            several = worded("dipakai beberapa OPD. Yang mana?")
            asked = "belum dikenali. Maksudnya ini?" if told.is_guess else several
            self._say(f'"{told.typed}" {asked}', "warning")
            for number, row in enumerate(told.candidates, start=1):
                self._offer(row, row.name, number)
            self._offer(told.row, f'"{told.typed}" saja', len(told.candidates) + 1)
        else:
            name = f"{told.row.name} ({told.row.short}): " if told.row.name != told.typed else ""
            self._say(f"{name}{proposal_words(told)}")
        if self._enter_waits:
            self._enter_waits = False
            self._take(told)

    def _take(self, told: Told) -> None:
        if told.stands:
            self.line.selectAll()
        elif told.candidates:
            self._candidates[0].setFocus()
        else:
            self._add(told.row)

    def _offer(self, row: OpdRow, words: str, number: int) -> None:
        button = Button(words, f"opd-add-choice-{number}", parent=self)
        button.clicked.connect(partial(self._add, row))
        self._choices.addWidget(button)
        button.show()
        self._candidates.append(button)

    def _add(self, row: OpdRow) -> None:
        self._clear()
        self.line.setFocus()
        self.added.emit(row)

    def _clear(self) -> None:
        self.line.clear()
        self._told = None
        self._drop_choices()
        self._say("")

    def _drop_choices(self) -> None:
        for button in self._candidates:
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._candidates = []

    def _say(self, words: str, role: str = "small") -> None:
        self.words.setText(words)
        theme.set_role(self.words, role)
        self.words.setVisible(bool(words))
