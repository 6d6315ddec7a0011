"""The page Ketik dari kertas: the papers at the left, the number above, the fields or differences below."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.paper_loop import CARD, OUT, STATE_WORDS, Difference, Paper, PaperLine
from ui import theme
from ui.models.read_table import ReadLine
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.exercise_strip import ExerciseStrip
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.paper_form import PaperForm
from ui.widgets.read_table import ReadTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.paper_form import Opened, Overview

_KEYS: Final = "Enter lanjut · PgUp dan PgDn berganti baris · Ctrl+Enter selesai · F2 ke nomor"
_STATES: Final = (("Kosong", "F6"), ("Rusak", "F7"), ("Hilang", "F8"))
_SIDE: Final = 430
_NUMBER: Final = 190
_HEADS: Final = ("Nomor", "Milik", "Keadaan")
_DIFFER: Final = ("Tempat", "Kolom", "Bacaan pertama", "Bacaan kedua")


class PaperPage(QWidget):
    """Puts together what the screen shows; the screen decides."""

    worksheet_chosen = Signal(str)

    def __init__(self, form: PaperForm, parent: QWidget | None = None) -> None:
        """Lay out around the form."""
        super().__init__(parent)
        self.strip = ExerciseStrip("paper", self)
        self.worksheets = ChoiceBox(self)
        self.worksheets.setObjectName("paper-worksheet")
        self.worksheets.setAccessibleName("Kertas kerja")
        self.worksheets.setPlaceholderText("Semua kertas kerja")
        self.worksheets.setMinimumWidth(280)
        self.worksheets.activated.connect(self._chosen)
        self.progress = Label("", "strong", name="paper-progress", parent=self)
        self.sheets = Button("Cetak lembar", "paper-print", parent=self)
        self.control = Button("Kendali kertas", "paper-control", parent=self)
        self.list = ReadTable("paper-list", "Kertas yang keluar", 1, self)
        self.sums = Label("", "small", name="paper-sums", wrap=True, parent=self)
        self.number = QLineEdit(self)
        self.number.setObjectName("paper-number")
        self.number.setAccessibleName("Nomor kertas")
        self.number.setPlaceholderText("Nomor atau pindai")
        self.number.setFixedWidth(theme.scaled(_NUMBER))
        self.refused = Label("", "warning", name="paper-refused", wrap=True, parent=self)
        self.refused.hide()
        self.title = ElidedLabel("", "title", name="paper-title", parent=self)
        self.told = ElidedLabel("", "small", name="paper-told", parent=self)
        self.lost = Label("", "warning", name="paper-lost", wrap=True, parent=self)
        self.states = [
            Button(f"{words} {key}", f"paper-{words.lower()}", parent=self) for words, key in _STATES
        ]
        self.second = Button("Baca kedua F4", "paper-second", parent=self)
        self.second.setCheckable(True)
        tip(self.second, "Ketik lembar ini sekali lagi tanpa melihat isian pertama; bedanya lalu dipilih")
        self.finish = Button("Selesai", "paper-finish", "primary", parent=self)
        self.form = form
        self.differences = Differences(self)
        self.work = QStackedWidget(self)
        self.work.addWidget(
            EmptyState(
                "Ketik nomor kertas",
                "Angkanya saja cukup untuk lembar kertas kerja ini. Nomor lengkap dengan huruf pemeriksanya "
                "menangkap salah ketik. Pemindai garis menekan Enter sendiri.",
                name="paper-hint",
                parent=self,
            )
        )
        self.work.addWidget(form)
        self.work.addWidget(self.differences)
        self._lay_out()
        self.show_paper(None, "", second=False)

    def lay_out(self, screen: QWidget, pages: QStackedWidget) -> None:
        """Put the strip, the head and the pages into the screen."""
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label("Ketik dari kertas", "title", parent=screen))
        head.addWidget(self.worksheets)
        head.addWidget(self.progress)
        head.addStretch(1)
        head.addWidget(self.sheets)
        head.addWidget(self.control)
        column = QVBoxLayout(screen)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addLayout(head)
        column.addWidget(pages, 1)

    def show_overview(self, found: "Overview") -> None:
        """Show the papers of a worksheet, and what adds up."""
        self.worksheets.blockSignals(True)  # noqa: FBT003 - Qt takes it by place only
        self.worksheets.clear()
        for item in found.worksheets:
            self.worksheets.addItem(f"{item.code} {item.title}", item.id)
        self.worksheets.setCurrentIndex(self.worksheets.findData(found.worksheet))
        self.worksheets.blockSignals(False)  # noqa: FBT003 - Qt takes it by place only
        self.worksheets.setVisible(bool(found.worksheets))
        self.progress.setText(found.progress)
        counted = {item.called: item.counted for item in found.sums if item.called}
        lines = [_line(item) for item in found.lines]
        lines += [_batch(item, counted.get(item.number, 0)) for item in found.batches]
        self.list.show_lines(_HEADS, lines, {0: 76, 2: 120})
        self.sums.setText(
            "\n".join(": ".join(filter(None, (item.called, item.words))) for item in found.sums)
        )

    def show_paper(self, found: "Opened | None", told: str, *, second: bool) -> None:
        """Say which paper is in hand; None where there is none."""
        sheet = found.sheet if found else None
        self.title.setText(sheet.party if sheet else found.called if found else "")
        about = " · ".join(text for text in (sheet.title if sheet else "", told) if text)
        self.told.setText(f"Bacaan kedua · {about}" if second and about else about)
        self.lost.setText(" ".join(sheet.lost) if sheet else "")
        self.lost.setVisible(bool(sheet and sheet.lost))
        self.second.setChecked(second)
        self.second.setVisible(sheet is not None)
        self.finish.setVisible(sheet is not None)
        if found:
            self.list.choose(found.paper.id)

    def offer(self, number: str) -> None:
        """Put the next number that nobody has keyed into the line: Enter opens it."""
        self.number.setText(number)
        self.number.selectAll()

    def refuse(self, words: str) -> None:
        """Say below the number why it opens nothing."""
        self.refused.setText(words)
        self.refused.setVisible(bool(words))

    def _chosen(self, place: int) -> None:
        self.worksheet_chosen.emit(str(self.worksheets.itemData(place)))

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.list, 1)
        side.addWidget(self.sums)
        ground = QWidget(self)
        ground.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        ground.setFixedWidth(theme.scaled(_SIDE))
        card = Card(name="paper-card", parent=self)
        top = QHBoxLayout()
        top.setSpacing(8)
        words = Label("Nomor", "soft", parent=self)
        words.setBuddy(self.number)
        for part in (words, self.number):
            top.addWidget(part)
        for button in self.states:
            top.addWidget(button)
        top.addStretch(1)
        card.body.addLayout(top)
        card.body.addWidget(self.refused)
        named = QHBoxLayout()
        named.setSpacing(8)
        named.addWidget(self.title, 1)
        named.addWidget(self.second)
        named.addWidget(self.finish)
        card.body.addLayout(named)
        for part in (self.told, self.lost):
            card.body.addWidget(part)
        card.body.addWidget(self.work, 1)
        card.body.addWidget(ElidedLabel(_KEYS, "small", parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(ground)
        row.addWidget(card, 1)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


class Differences(QWidget):
    """What two readings of a sheet differ in: one key takes the first, another the second."""

    chose = Signal(str, str, bool)
    """Row, column, and whether the second reading is right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._found: dict[str, Difference] = {}
        self.told = Label("", "strong", name="paper-reading", parent=self)
        self.table = ReadTable("paper-differences", "Yang berbeda antara dua bacaan", 2, self)
        self.first = Button("Pakai yang pertama", "paper-first", parent=self)
        self.other = Button("Pakai yang kedua", "paper-other", parent=self)
        self.first.clicked.connect(self._take_first)
        self.other.clicked.connect(self._take_second)
        for keys, call in (("1", self._take_first), ("2", self._take_second)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.first)
        row.addWidget(self.other)
        row.addWidget(ElidedLabel("Tombol 1: yang pertama · 2: yang kedua", "small", parent=self), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def show_differences(self, found: "Sequence[Difference]", told: str) -> None:
        """Show what is not settled yet."""
        self._found = {f"{item.row} {item.key}": item for item in found}
        self.told.setText(told[:1].upper() + told[1:])
        lines = [
            ReadLine(key, (item.place, item.column, item.first, item.second))
            for key, item in self._found.items()
        ]
        self.table.show_lines(_DIFFER, lines, {0: 90, 1: 150, 3: 220})
        for button in (self.first, self.other):
            button.setEnabled(bool(found))

    def _take_first(self) -> None:
        self._choose(second=False)

    def _take_second(self) -> None:
        self._choose(second=True)

    def _choose(self, *, second: bool) -> None:
        item = self._found.get(self.table.key)
        if item is not None:
            self.chose.emit(item.row, item.key, second)


def _line(item: PaperLine) -> ReadLine:
    told = STATE_WORDS.get(item.paper.state, "")
    if item.paper.state == OUT and item.fields:
        told = f"{item.fields} isian diketik"
    state = "; ".join(text for text in (told, item.second) if text)
    return ReadLine(item.paper.id, (item.paper.number, item.party, state), item.paper.state != OUT)


def _batch(item: Paper, counted: int) -> ReadLine:
    words = "Kartu ide" if item.kind == CARD else "Surat suara"
    told = f"{counted} dari {len(item.numbers)} diketik"
    return ReadLine(item.id, (item.number, f"{words} {item.first}–{item.last}", told))
