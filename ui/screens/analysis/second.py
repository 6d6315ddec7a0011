"""Tab Dua pembaca: a plan tagged by two people apart, and what both have to talk over."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_second import SECOND_BLANK, SECOND_TALK
from smartcity_desktop.domain.second import (
    DECISION_WORDS,
    FIRST,
    LATER,
    SECOND,
    SecondBoard,
    Tag,
    agreement,
    kappa,
    kappa_words,
)
from smartcity_desktop.domain.wording import number
from smartcity_desktop.services.second import Reading
from ui.context import Command, Screen, Services
from ui.models import second as words
from ui.models.read_table import ReadLine
from ui.models.second import SecondModel
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.button_rows import ButtonRows
from ui.widgets.card import Card, EmptyState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.keyed_table import DELETE, KeyedTable
from ui.widgets.label import Label
from ui.widgets.second_table import SecondTable
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing, takes_nothing

_MARK: Final = "|"
_READ, _TALK = range(2)
_START_PAGE, _WORK_PAGE = range(2)
_EMPTY: Final = (
    "Rencana yang sama dibaca dua orang terpisah, lalu yang berbeda dibahas sepuluh menit. Perlu Renstra "
    "yang sudah dibaca di Dokumen."
)
_HOW: Final = (
    "Pilih OPD dan tulis nama pembaca kedua, lalu mulai. Bacaan pertama tidak terlihat selama membaca. "
    "Lembar kosongnya bisa dicetak, dibaca di kertas, lalu diketik di sini menurut nomornya."
)
_TALK_HINT: Final = "1 tetap yang pertama · 2 ambil yang kedua · 3 bahas nanti · 0 buka lagi"


class SecondTab(ScreenTab):
    """Second readings at the left; beside them the blind grid, or what differs."""

    kinds = frozenset(
        {"second_tag", "verdict", "analysis", "renstra_line", "document", "opd", "dimension", "subdimension"}
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._second = services.second
        self._board = SecondBoard()
        self._at: tuple[RowId, str] = (NO_ROW, "")
        self._view = _TALK
        self._wanted = ""
        self._fills = False
        self._fresh = True
        self._next = ""
        self.setObjectName("tab-second")
        self._make_start()
        self._make_work()
        self.empty = EmptyState(
            "Belum ada Renstra yang bisa dibaca dua orang",
            _EMPTY,
            ("Buka Dokumen",),
            name="second-empty",
            parent=self,
        )
        self.empty.first.connect(partial(host.go.emit, "document", ""))
        self.pages = self.set_pages(self.empty, self._full())
        host.context.autosave.watch(self.table.hand_in, self.table)

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._read, self._show)

    def open_row(self, row: str) -> None:
        """Choose the second reading of this OPD (``<opd>`` or ``<opd>|<reader>``)."""
        self._wanted = row

    def standing(self) -> str:
        """Return the reading that is chosen."""
        return self.readings.key

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Mulai bacaan kedua", self.reader.setFocus, writes=True),
            Command("Hapus bacaan kedua ini", self.drop, writes=True),
            Command("Cetak lembar bacaan kedua", self.print_blank),
            Command("Cetak beda bacaan", self.print_talk),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go through what is worked on."""
        if self.pages.currentIndex() == EMPTY_PAGE:
            self.empty.buttons[0].setFocus()
        elif self.work.currentIndex() == _WORK_PAGE:
            (self.table, self.differences)[self._view].setFocus()
        else:
            self.opd.setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin the second reading that is typed, or go on with it."""
        reader, opd = " ".join(self.reader.text().split()), RowId(str(self.opd.currentData() or ""))
        if not reader or not opd:
            self.host.warned.emit("Tulis dahulu nama pembaca kedua.")
            self.reader.setFocus()
            return
        self._go_to(opd, reader, _READ)

    def turn_to(self, place: int) -> None:
        """Show the blind grid, or what differs."""
        self.host.context.autosave.flush_all()
        self._view = place
        self._fresh = self.comes = True
        self.arrive()

    def decide(self, decision: str) -> None:
        """Say what is done about the chosen difference; the next one is chosen then."""
        row = self.differences.key
        if not row:
            return
        known = [line.key for line in self.differences.lines.lines]
        self._next = next(iter(known[known.index(row) + 1 :]), row)
        call = partial(self._second.decide, *self._at, [RowId(row)], decision)
        self.host.act(call, partial(self.done, DECISION_WORDS[decision]))

    def drop(self) -> None:
        """Take the chosen second reading away; the first stays as it is."""
        if self._at[1]:
            call = partial(self._second.drop, *self._at)
            self.host.context.autosave.flush_all()
            self._at = (NO_ROW, "")
            self.host.act(call, partial(self.done, "Bacaan kedua dihapus. Ctrl+Z mengembalikan."))

    def print_blank(self) -> None:
        """Show the blank sheet of the chosen OPD."""
        self.show_print(SECOND_BLANK, str(self.opd.currentData() or ""))

    def print_talk(self) -> None:
        """Show what is talked over as it is printed."""
        self.show_print(SECOND_TALK, self._at[0])

    def _go_to(self, opd: RowId, reader: str, view: int) -> None:
        self.host.context.autosave.flush_all()
        self._at, self._view = (opd, reader), view
        self._fresh = self.comes = True
        self.arrive()

    def _choose(self, key: str) -> None:
        opd, _, reader = key.partition(_MARK)
        if reader and not self._fills and (opd, reader) != self._at:
            self._go_to(RowId(opd), reader, _TALK)
            self.comes = False

    def _open(self, key: str, _column: int) -> None:
        self._choose(key)
        self.comes = True
        self.settled()

    def _edited(self, row: str, tag: Tag) -> None:
        call = partial(self._second.tag, RowId(row), self._at[1], tag)
        self.host.context.autosave.note(("second", row, self._at[1]), call, self.host)
        known = self._board.line(row)
        if known is not None:
            done = sum(1 for line in self.model.rows() if not line.second.is_empty)
            self.progress.setText(f"{number(done)} dari {number(self.model.rowCount())} program dibaca")

    def _waits(self, row: RowId, _name: str) -> bool:
        return self.host.context.autosave.waits(("second", row, self._at[1]))

    def _keyed(self, _row: str, pressed: str) -> None:
        self.decide(words.DECISION_KEYS[pressed])

    # What is shown -----------------------------------------------------------------------------------------

    def _read(self) -> tuple[list[tuple[RowId, str, int]], list[Reading], SecondBoard]:
        return self._second.all_of(*self._at)

    def _show(self, found: tuple[list[tuple[RowId, str, int]], list[Reading], SecondBoard]) -> None:
        plans, readings, board = found
        if (board.opd, board.reader) != self._at:
            return
        self.pages.setCurrentIndex(FULL_PAGE if plans else EMPTY_PAGE)
        self._offer(plans)
        self._fills = True
        heads = worded("OPD · pembaca"), "Dibaca", "Beda"
        self.readings.show_lines(heads, _reading_lines(_with_begun(readings, board)), words.READING_WIDTHS)
        self._fills = False
        if self._wanted:
            self._find(self._wanted)
            self._wanted = ""
        if not self._at[1] and readings:
            first = readings[0]
            self._at = (first.opd, first.reader)
            self.arrive()
            return
        self.readings.choose(_MARK.join(self._at))
        self.opd.setCurrentIndex(
            max(self.opd.findData(self._at[0]), 0) if self._at[1] else self.opd.currentIndex()
        )
        self._board = board
        self.work.setCurrentIndex(_WORK_PAGE if self._at[1] else _START_PAGE)
        self._show_work()
        self.settled()

    def _find(self, wanted: str) -> None:
        opd = wanted.partition(_MARK)[0]
        self.opd.setCurrentIndex(max(self.opd.findData(opd), 0))
        known = [line.key for line in self.readings.lines.lines]
        found = next((key for key in known if key == wanted or key.startswith(f"{opd}{_MARK}")), "")
        if found:
            home, _, reader = found.partition(_MARK)
            self._at = (RowId(home), reader)
            self.arrive()

    def _offer(self, plans: list[tuple[RowId, str, int]]) -> None:
        kept = self.opd.currentData()
        if [self.opd.itemData(at) for at in range(self.opd.count())] != [row for row, *_ in plans]:
            self.opd.clear()
            for row, name, count in plans:
                self.opd.addItem(f"{name} ({number(count)} program)", row)
            self.opd.setCurrentIndex(max(self.opd.findData(kept), 0))

    def _show_work(self) -> None:
        board = self._board
        self.head.setText(f"{board.opd_name} · {board.reader}")
        self.views.say(_TALK, f"Yang berbeda ({number(board.open)})")
        self.views.show_chosen(self._view)
        self.middle.setCurrentIndex(self._view)
        self.progress.setText(board.progress)
        self.codes.setText(words.codes_told(board.dimensions))
        self.model.show(board, read_only=takes_nothing(self))
        if self._view == _READ and self._fresh and board.lines:
            self._fresh = False
            at = next((place for place, item in enumerate(board.lines) if item.second.is_empty), 0)
            self.table.choose(at, words.RELEVANCE)
        self.told.setText(agreement(board.lines))
        note = kappa_words(kappa(board.lines))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.differences.show_lines(
            words.difference_heads(), words.difference_lines(board), words.DIFFERENCE_WIDTHS
        )
        if self._next:
            self.differences.choose(self._next)
            self._next = ""
        for button in self.decisions:
            button.setEnabled(bool(board.differing))
        self._show_detail()

    def _show_detail(self, _key: str = "") -> None:
        item = self._board.line(self.differences.key)
        self.detail.setText(words.detail(self._board, item) if item else "")

    # Parts -------------------------------------------------------------------------------------------------

    def _make_start(self) -> None:
        self.opd = ChoiceBox(self)
        self.opd.setObjectName("second-opd")
        self.opd.setAccessibleName(worded("OPD"))
        self.opd.setMinimumContentsLength(10)
        self.opd.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reader = QLineEdit(self)
        self.reader.setObjectName("second-reader")
        self.reader.setAccessibleName("Nama pembaca kedua")
        self.reader.setPlaceholderText("Nama pembaca kedua")
        self.reader.returnPressed.connect(self.begin)
        self.start = Button("Mulai bacaan kedua", "second-start", "primary", parent=self)
        self.start.clicked.connect(self.begin)
        self.blank = Button("Cetak lembar kosong", "second-blank", parent=self)
        self.blank.clicked.connect(self.print_blank)
        self.readings = KeyedTable("second-readings", "Bacaan kedua", 0, {DELETE}, self)
        self.readings.chosen.connect(self._choose)
        self.readings.asked.connect(self._open)
        self.readings.keyed.connect(lambda _key, _pressed: self.drop())
        for_writing(self.reader, self.start)

    def _make_work(self) -> None:
        self.head = Label("", "strong", name="second-head", wrap=True, parent=self)
        self.views = Segments((("Bacaan kedua", "second-read"), ("Yang berbeda", "second-talk")), self)
        self.views.chosen.connect(self.turn_to)
        self.progress = Label("", "soft", name="second-progress", parent=self)
        self.codes = Label("", "small", name="second-codes", wrap=True, parent=self)
        self.model = SecondModel(self)
        self.model.waits = self._waits
        self.model.edited.connect(self._edited)
        self.table = SecondTable(self.model, self)
        self.table.refused.connect(self.host.warned)
        self.told = Label("", name="second-told", wrap=True, parent=self)
        self.note = Label("", "small", name="second-kappa", wrap=True, parent=self)
        self.differences = KeyedTable(
            "second-differences", "Yang berbeda", 1, frozenset(words.DECISION_KEYS), self
        )
        self.differences.chosen.connect(self._show_detail)
        self.differences.keyed.connect(self._keyed)
        self.detail = Label("", name="second-detail", wrap=True, parent=self)
        named = ((FIRST, "1 Tetap pertama"), (SECOND, "2 Ambil kedua"), (LATER, "3 Bahas nanti"))
        self.decisions: list[Button] = []
        for place, (decision, told) in enumerate(named, start=1):
            button = Button(told, f"second-decide-{place}", parent=self)
            button.clicked.connect(partial(self.decide, decision))
            self.decisions.append(button)
        self.print = Button("Cetak untuk dibahas", "second-print", parent=self)
        self.print.clicked.connect(self.print_talk)
        self.remove = Button("Hapus bacaan ini", "second-drop", "quiet", parent=self)
        self.remove.clicked.connect(self.drop)
        for_writing(self.remove, *self.decisions)

    def _full(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(8)
        begin = Card("Bacaan kedua", name="second-begin", parent=page)
        begin.body.addWidget(Label(worded(_HOW), "small", wrap=True, parent=begin))
        for part in (self.opd, self.reader):
            begin.body.addWidget(part)
        begin.body.addWidget(ButtonRows((self.start, self.blank), begin))
        left.addWidget(begin)
        left.addWidget(self.readings, 1)
        row.addLayout(left, 4)
        self.work = QStackedWidget(page)
        nothing = Label("Belum ada bacaan kedua.", "soft", name="second-nothing", parent=page)
        self.work.addWidget(nothing)
        self.work.addWidget(self._work_page(page))
        row.addWidget(self.work, 9)
        return page

    def _work_page(self, parent: QWidget) -> QWidget:
        page = QWidget(parent)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.views)
        head.addWidget(self.head, 1)
        head.addWidget(self.remove)
        column.addLayout(head)
        self.middle = QStackedWidget(page)
        for parts in (
            ((self.progress, 0), (self.codes, 0), (self.table, 1)),
            ((self.told, 0), (self.note, 0), (self.differences, 1), (self.detail, 0)),
        ):
            one = QWidget(self.middle)
            below = QVBoxLayout(one)
            below.setContentsMargins(0, 0, 0, 0)
            below.setSpacing(6)
            for part, share in parts:
                below.addWidget(part, share)
            self.middle.addWidget(one)
            if self.middle.count() > 1:
                foot = QHBoxLayout()
                for button in self.decisions:
                    foot.addWidget(button)
                foot.addStretch(1)
                foot.addWidget(self.print)
                below.addLayout(foot)
                below.addWidget(Label(_TALK_HINT, "small", wrap=True, parent=one))
        column.addWidget(self.middle, 1)
        return page


def _with_begun(readings: list[Reading], board: SecondBoard) -> list[Reading]:
    """Return the readings with the one that is worked on, also where nothing was said in it yet."""
    known = any((item.opd, item.reader) == (board.opd, board.reader) for item in readings)
    begun = Reading(board.opd, board.opd_name, board.reader, 0, len(board.lines), 0, 0)
    return readings if known or not board.reader else [begun, *readings]


def _reading_lines(readings: list[Reading]) -> list[ReadLine]:
    return [
        ReadLine(
            f"{item.opd}{_MARK}{item.reader}",
            (
                f"{item.opd_name} · {item.reader}",
                f"{number(item.done)} dari {number(item.total)}",
                f"{number(item.open)}/{number(item.differing)}" if item.differing else "–",
            ),
        )
        for item in readings
    ]
