"""A new vote: its question, what can be chosen (rows of a worksheet, lines of one's own), the three knobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.vote import Vote
from smartcity_desktop.domain.wording import number
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label, tip
from ui.widgets.vote_rule import VoteKnobs

_SIZE: Final = (860, 620)
_OWN_HEIGHT: Final = 96
_SIDE: Final = 300
_MERGED: Final = "gabungan"
_ALL: Final = ""
_DIMENSION: Final = "home/"
_ONLY_OWN: Final = "Pilihan sendiri saja"
_NO_ROWS: Final = "Belum ada kertas kerja yang berisi baris. Tulis pilihannya sendiri."
_NOT_CHOSEN: Final = "Untuk memilih dari isian, pilih kertas kerjanya di atas."
_NAMED: Final = 3
"""How many choices a proposed title names."""
_CHECKED: Final = Qt.CheckState.Checked
_UNCHECKED: Final = Qt.CheckState.Unchecked
_KEPT: Final = "Yang dicentang menjadi pilihan. Sesudah gabungan, isian asalnya tidak ikut dipilih."


@dataclass(frozen=True, slots=True)
class Eligible:
    """A row that can be voted on: whose sheet it stands on, and whether it was merged from others.

    ``dimension`` (id, name) is its home where the sheet is that of an agency or a table.
    """

    row: RowId
    text: str
    party: RowId
    party_name: str
    merged: bool = False
    dimension: tuple[RowId, str] = (NO_ROW, "")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a new vote can be about: the worksheets that hold rows (id, called), which, and its rows."""

    worksheets: tuple[tuple[RowId, str], ...] = ()
    worksheet: RowId = NO_ROW
    rows: tuple[Eligible, ...] = ()


class _TickLines(QListWidget):
    """Lines with a tick each: Space ticks all that are chosen, Ctrl+A every one or none."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick what is chosen alike, or all lines."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.tick_all(ticked=not self._are_ticked(self._lines()))
        elif event.key() == Qt.Key.Key_Space and self.selectedItems():
            chosen = self.selectedItems()
            self._tick(chosen, ticked=not self._are_ticked(chosen))
        else:
            super().keyPressEvent(event)

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every line, or none."""
        self._tick(self._lines(), ticked=ticked)

    def _lines(self) -> list[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]

    def _are_ticked(self, lines: Sequence[QListWidgetItem]) -> bool:
        return all(line.checkState() == _CHECKED for line in lines)

    def _tick(self, lines: Sequence[QListWidgetItem], *, ticked: bool) -> None:
        for line in lines:
            line.setCheckState(_CHECKED if ticked else _UNCHECKED)


class NewVoteDialog(QDialog):
    """Proposes all rows of a worksheet; a person leaves out, adds lines, and turns the knobs."""

    rows_wanted = Signal(str)
    """The rows of this worksheet are to be shown: ``show_rows`` takes them."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        """Offer the worksheets that hold rows, and the rows of the one that is chosen already."""
        super().__init__(parent)
        self._rows: tuple[Eligible, ...] = ()
        self._names = dict(offer.worksheets)
        self.setObjectName("vote-new")
        self.setWindowTitle("Pemungutan suara baru")
        self.resize(*_SIZE)
        self.title = self._line("vote-new-title", "Judul", "")
        self.question = self._line("vote-new-question", "Pertanyaan yang dibacakan", "")
        self.question.setPlaceholderText("Pertanyaan yang dibacakan (boleh kosong)")
        self.worksheet = self._box("vote-new-worksheet", "Kertas kerja yang isiannya dipilih")
        self.worksheet.addItem(_ONLY_OWN, NO_ROW)
        for row, called in offer.worksheets:
            self.worksheet.addItem(called, row)
        self.worksheet.activated.connect(self._want)
        self.source = self._box("vote-new-source", "Isian yang dipilih")
        self.source.activated.connect(self._list)
        self.kept = Label("", "small", wrap=True, parent=self)
        self._make_lines()
        self.own = QPlainTextEdit(self)
        self.own.setObjectName("vote-new-own")
        self.own.setAccessibleName("Pilihan sendiri, satu baris satu pilihan")
        self.own.setPlaceholderText("Pilihan sendiri, satu baris satu pilihan")
        self.own.setTabChangesFocus(True)
        self.own.setMaximumHeight(_OWN_HEIGHT)
        self.own.textChanged.connect(self._check)
        self.knobs = VoteKnobs("vote-new", self)
        self.knobs.show_vote(Vote(points=1, most=1))
        self.told = Label("", "small", name="vote-new-told", parent=self)
        self.make = Button("Buat", "vote-new-make", "primary", parent=self)
        self.close_button = Button("Batal", "vote-new-close", parent=self)
        self.make.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.show_rows(offer.worksheet, offer.rows)
        self.title.setFocus()
        self.title.selectAll()

    def _make_lines(self) -> None:
        self.lines = _TickLines(self)
        self.lines.setObjectName("vote-new-lines")
        self.lines.setAccessibleName("Pilihan dari kertas kerja")
        self.lines.setWordWrap(True)
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.lines.itemChanged.connect(self._check)
        self.all = Button("Centang semua", "vote-new-all", "quiet", parent=self)
        self.none = Button("Kosongkan", "vote-new-none", "quiet", parent=self)
        for button, ticked in ((self.all, True), (self.none, False)):
            tip(button, "Ctrl+A di daftar; Spasi mencentang baris yang dipilih (Shift+panah)")
            button.clicked.connect(partial(self._tick_all, ticked))

    @property
    def chosen(self) -> tuple[tuple[RowId, str], ...]:
        """The lines of the vote: rows that are ticked, then lines of one's own that do not stand yet.

        The same words twice would share the votes out between them.
        """
        ticked = [
            (RowId(str(item.data(Qt.ItemDataRole.UserRole))), item.text())
            for place in range(self.lines.count())
            if (item := self.lines.item(place)).checkState() == _CHECKED
        ]
        known = {_plain(words) for _, words in ticked}
        own: dict[str, str] = {}
        for text in self.own.toPlainText().splitlines():
            own.setdefault(_plain(text), " ".join(text.split()))
        added = [text for plain, text in own.items() if plain and plain not in known]
        return (*ticked, *((NO_ROW, text) for text in added))

    @property
    def about(self) -> RowId:
        """The worksheet whose rows are proposed, none where people write all choices themselves."""
        return RowId(str(self.worksheet.currentData() or ""))

    def show_rows(self, worksheet: RowId, rows: Sequence[Eligible]) -> None:
        """Propose the rows of a worksheet; a title that nobody typed follows it, or what is chosen."""
        self._rows = tuple(rows)
        self.worksheet.setCurrentIndex(max(self.worksheet.findData(worksheet), 0))
        self.source.clear()
        self.source.addItem("Isian semua lembar", _ALL)
        if any(item.merged for item in rows):
            self.source.addItem("Hanya hasil gabungan", _MERGED)
        homes = {item.dimension for item in rows if item.dimension[0] and item.dimension[0] != item.party}
        for row, name in sorted(homes, key=lambda item: item[1]):
            self.source.addItem(name, f"{_DIMENSION}{row}")
        for party, name in {item.party: item.party_name for item in rows}.items():
            self.source.addItem(name, party)
        self._show_room()
        self._list()

    def _want(self, _place: int) -> None:
        if self.about:
            self.rows_wanted.emit(self.about)
        else:
            self.show_rows(NO_ROW, ())

    def _show_room(self) -> None:
        """Give the lines of one's own the whole room where no rows are proposed."""
        has_rows = bool(self._rows)
        for part in (self.source, self.all, self.none, self.lines):
            part.setVisible(has_rows)
        without = _NOT_CHOSEN if self._names else _NO_ROWS
        self.kept.setText(_KEPT if has_rows else without)
        self.own.setMaximumHeight(_OWN_HEIGHT if has_rows else _SIZE[1])
        self._left.setStretchFactor(self.own, 0 if has_rows else 1)

    def _is_wanted(self, item: Eligible, wanted: str) -> bool:
        if wanted == _MERGED:
            return item.merged
        return wanted in {_ALL, item.party, f"{_DIMENSION}{item.dimension[0]}"}

    def _go(self) -> None:
        if self.make.isEnabled():
            self.accept()

    def _list(self, *_chosen: object) -> None:
        wanted = str(self.source.currentData() or _ALL)
        quiet = self.lines.blockSignals(True)  # noqa: FBT003 - Qt takes it by place only
        self.lines.clear()
        for item in self._rows:
            if self._is_wanted(item, wanted):
                line = QListWidgetItem(item.text, self.lines)
                line.setData(Qt.ItemDataRole.UserRole, item.row)
                line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                line.setCheckState(_CHECKED)
        self.lines.blockSignals(quiet)
        if self.lines.count():
            self.lines.setCurrentRow(0)
        self._check()

    def _tick_all(self, ticked: bool, _checked: object = None) -> None:  # noqa: FBT001 - a slot of Qt
        self.lines.tick_all(ticked=ticked)
        self.lines.setFocus()

    def _check(self, *_changed: object) -> None:
        chosen = self.chosen
        count = len(chosen)
        if not self.title.isModified():
            named = self._names.get(self.about, "").partition(" ")[2]
            self.title.setText(named or _title_of([words for _, words in chosen]))
        self.make.setEnabled(count > 1)
        self.told.setText(
            f"{number(count)} pilihan"
            if count > 1
            else "Paling sedikit dua pilihan: centang, atau tulis sendiri"
        )

    def _box(self, name: str, words: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        return box

    def _line(self, name: str, words: str, text: str) -> QLineEdit:
        edit = QLineEdit(text, self)
        edit.setObjectName(name)
        edit.setAccessibleName(words)
        edit.setPlaceholderText(words)
        return edit

    def _lay_out(self) -> None:
        self._left = left = QVBoxLayout()
        left.setSpacing(8)
        self.worksheet.setVisible(bool(self._names))
        left.addWidget(self.worksheet)
        narrow = QHBoxLayout()
        narrow.setSpacing(8)
        narrow.addWidget(self.source, 1)
        narrow.addWidget(self.all)
        narrow.addWidget(self.none)
        left.addLayout(narrow)
        left.addWidget(self.lines, 1)
        left.addWidget(self.kept)
        left.addWidget(self.own)
        side = QWidget(self)
        side.setFixedWidth(_SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(Label("Aturan", "strong", parent=side))
        right.addWidget(self.knobs)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addLayout(left, 1)
        middle.addWidget(side)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._go)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.question)
        column.addLayout(middle, 1)
        column.addLayout(foot)


def _title_of(chosen: Sequence[str]) -> str:
    """Return ``A, B, C, dan 4 lainnya``: what a vote on choices of one's own is called."""
    named, rest = ", ".join(chosen[:_NAMED]), len(chosen) - _NAMED
    return f"{named}, dan {number(rest)} lainnya" if rest > 0 else named


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
