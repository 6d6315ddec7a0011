"""Tab Evaluasi: the own estimate of a year, item by item, the index beside it, and what would raise it."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.chart_evaluation import section_bars
from smartcity_desktop.domain.evaluation import (
    GROUP_WORDS,
    EvaluationBoard,
    EvaluationLine,
    before_told,
    parsed,
    stepped,
    told,
    weights_told,
    written,
)
from smartcity_desktop.domain.ids import NO_ROW, RowId, is_row_id
from smartcity_desktop.domain.paper_evaluation import EVALUATION
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.wording import EMPTY
from ui import theme
from ui.context import Command, Screen, Services
from ui.models import evaluation as words
from ui.models.typed_values import Typed
from ui.tabs import ScreenTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fields_form import CHOICE, TEXT, FieldsForm, FieldSpec
from ui.widgets.flow_row import FlowRow
from ui.widgets.growing_text import GrowingText
from ui.widgets.keyed_table import DELETE, KeyedTable
from ui.widgets.label import Label
from ui.widgets.link_row import LinkRow
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing, takes_nothing
from ui.workbook import WorkbookFile

_WIDE: Final = 420.0
_OWN: Final = "Perkiraan sendiri menurut butir instrumen 2023, skala 0–4; bukan nilai resmi."
_KEYS: Final = "0–4 nilai, lalu butir berikutnya · + − seperempat · Del kosongkan · Enter menulis bukti"
_LAST: Final = "Butir terakhir di daftar ini sudah dinilai."
_NOTE: Final = "Catatan tahun ini: kapan dan oleh siapa diperkirakan"
_SUPPOSING: Final = (
    "Mengandai: angka 0–4 hanya menunjukkan akibatnya pada indeks, tidak ada yang disimpan. Tekan Selesai "
    "mengandai untuk kembali."
)
_SPECS: Final = (
    FieldSpec("evidence", "Bukti", TEXT, "Di mana buktinya: berkas, tautan, orang"),
    FieldSpec("document", "Dokumen", CHOICE),
    FieldSpec("opd", "OPD", CHOICE),
    FieldSpec("note", "Catatan", TEXT, "Yang perlu dilengkapi"),
)
_SCORES: Final = frozenset("01234")
_FEWER: Final = frozenset({"-"})
_YEAR: Final = 6
"""Letters that the box of the years has room for, whatever the size of type."""
_WEAK: Final = 5
"""How many of the lowest items are shown."""


_FIELDS: Final = ("score", "evidence", "note", "opd", "document")
_Read = tuple[int, tuple[int, ...], EvaluationBoard]
"""The present year, the years begun, and the one that is shown."""


def _place(year: int, code: str) -> str:
    return f"{year}|{code}"


class EvaluationTab(ScreenTab):
    """Items at the left, keyed by one figure each; index, weakest items and the chosen one at the right."""

    kinds = frozenset(
        {
            *("evaluation", "evaluation_score", "monitor", "duty", "initiative", "action", "candidate"),
            *("document", "opd", "quickwin", "score", "analysis", "workshop"),
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._evaluation = services.evaluation
        self._workshop = services.workshop
        self._board = EvaluationBoard()
        self._years: tuple[int, ...] = ()
        self._year = self._now = 0
        self._section = ""
        self._wanted = ""
        self._sought = NO_ROW
        self._follows = False
        self._supposed: dict[str, Fraction] = {}
        self._typed = Typed(self._waits)
        self._shown = ""
        self.setObjectName("tab-evaluation")
        self._file = WorkbookFile(host, "Bahan evaluasi", self._gather)
        self._make_head()
        self._make_items()
        self._make_index()
        self._lay_out()
        for_writing(self.group, self.form, self.note)

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._read, self._show)

    def changed(self, changes: Changes) -> None:
        """Read again what others changed; one item that is estimated otherwise since is gone to."""
        self._follows = self.table.hasFocus()
        super().changed(changes)

    def open_row(self, row: str) -> None:
        """Choose a year and an item of it (``<year>|<item>``), or what was answered to one."""
        if is_row_id(row):
            self._sought = RowId(row)
            return
        year, _, self._wanted = row.partition("|")
        self._year = int(year) if year.isdigit() else self._year

    def standing(self) -> str:
        """Return the year and the item that are chosen."""
        return f"{self._board.year}|{self.table.key}"

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Cetak bahan evaluasi", self.print_year),
            Command("Simpan bahan evaluasi ke Excel", self._file.ask),
            Command("Mengandai nilai evaluasi", self.suppose),
        )

    def take_focus(self) -> None:
        """Let figures be pressed on the items."""
        self.table.setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def press(self, item: str, key: str) -> None:
        """Estimate an item by one key: 0 to 4, a quarter more or less, or nothing at all.

        A figure goes on to the next item, so that five items are five keys; what is only supposed stays, to
        be tried again.
        """
        line = self._board.line(item)
        if line is None:
            return
        stands = self._supposed.get(item, line.answer.value)
        value = None if key == DELETE else parsed(key)
        if key not in {DELETE, *_SCORES}:
            value = stepped(stands, -1 if key in _FEWER else 1)
        if self.supposes.isChecked():
            self._suppose(line, value)
        elif takes_nothing(self):
            self.host.act(partial(self._evaluation.score, self._board.year, item, ""))
        else:
            self._keep(line, "score", written(value) if value is not None else "")
            # Behind the last item the next figure would be written over it.
            if key in _SCORES and not self.table.go_down():
                self.host.told.emit(_LAST)

    def suppose(self) -> None:
        """Begin or end to try other scores that are not kept."""
        self.supposes.setChecked(not self.supposes.isChecked())
        self._supposing()

    def print_year(self) -> None:
        """Show the shown year as it is printed."""
        self.show_print(EVALUATION, str(self._board.year))

    def choose_year(self, year: int) -> None:
        """Show another year."""
        self.host.context.autosave.flush_all()
        self._year = year
        self._supposed = {}
        self.arrive()

    def choose_section(self, section: str) -> None:
        """Show the items of one section, or of all."""
        self._section = section
        self._fill()

    def _choose_group(self) -> None:
        group = str(self.group.currentData())
        if group != self._board.group:
            call = partial(self._evaluation.begin, self._board.year, group)
            self.host.act(call, partial(self.done, f"Bobot {GROUP_WORDS[group]} dipakai."))

    def _suppose(self, line: EvaluationLine, value: Fraction | None) -> None:
        code = line.item.code
        self._supposed.pop(code, None)
        if value is not None and value != line.answer.value:
            self._supposed[code] = value
        self._fill()

    def _supposing(self) -> None:
        on = self.supposes.isChecked()
        self.supposes.setText("Selesai mengandai" if on else "Andai …")
        self.hint.setText(_SUPPOSING if on else _KEYS)
        theme.set_role(self.hint, "warning" if on else "small")
        self._supposed = {}
        self._fill()
        self.table.setFocus()

    def _edited(self, field: str, value: object) -> None:
        line = self._board.line(self.table.key)
        if line is not None:
            self._keep(line, field, str(value or ""))

    def _keep(self, line: EvaluationLine, field: str, value: str) -> None:
        """Show what was answered at once, and write it with the next pause."""
        year, code = self._board.year, line.item.code
        if field == "score":
            call = partial(self._evaluation.score, year, code, value)
        else:
            call = partial(self._evaluation.write, year, code, field, value)
        self.host.context.autosave.note(("evaluation", year, code, field), call, self.host)
        self._typed.put(_place(year, code), field, value)
        self._board = self._board.answered(code, field, value)
        if self._board.year not in self._years:
            self._years = tuple(sorted((*self._years, self._board.year), reverse=True))
        self._fill()

    def _annotated(self, text: str) -> None:
        year = self._board.year
        self._typed.put(_place(year, ""), "note", text)
        self._board = replace(self._board, note=text)
        call = partial(self._evaluation.annotate, year, text)
        self.host.context.autosave.note(("evaluation", year, "", "note"), call, self.host)

    def _open(self, _item: str, _column: int) -> None:
        self.form.fields["evidence"].setFocus()

    # What is shown -----------------------------------------------------------------------------------------

    def _read(self) -> _Read:
        sought, self._sought = self._sought, NO_ROW
        found = self._evaluation.place(sought) if sought else None
        if found is not None:
            self._year, self._wanted = found
        return self._evaluation.now(), self._evaluation.years(), self._evaluation.board(self._year)

    def _gather(self) -> tuple[Sequence[TableSheet], str]:
        return self._evaluation.tables(self._year), self._workshop.get().title

    def _show(self, found: _Read) -> None:
        self._now, self._years, board = found
        if self._year and board.year != self._year:
            # Another year was asked for meanwhile: it comes next.
            return
        before, self._board = self._board, self._with_typed(board)
        self._year = self._board.year
        item, self._wanted = self._wanted, ""
        if item and self._board.line(item) is not None:
            self._section = ""
        self._fill_boxes()
        self._fill()
        self.table.choose(item or self._taken_back(before))
        self.settled()

    def _taken_back(self, before: EvaluationBoard) -> str:
        """Return the one item that is estimated otherwise than before, where this is to be followed."""
        follows, self._follows = self._follows, False
        stood, stands = before.values, self._board.values
        others = [code for code in {*stood, *stands} if stood.get(code) != stands.get(code)]
        return others[0] if follows and before.year == self._board.year and len(others) == 1 else ""

    def _with_typed(self, board: EvaluationBoard) -> EvaluationBoard:
        """Return what was read with what was typed since and is not on the disk yet."""
        for line in board.lines:
            stands = {name: str(getattr(line.answer, name)) for name in _FIELDS}
            typed = self._typed.over(_place(board.year, line.item.code), stands)
            for name in (name for name in _FIELDS if typed[name] != stands[name]):
                board = board.answered(line.item.code, name, str(typed[name]))
        noted = self._typed.over(_place(board.year, ""), {"note": board.note})
        return replace(board, note=str(noted["note"]))

    def _fill_boxes(self) -> None:
        board = self._board
        years = words.year_choices(self._years, self._now)
        self._offer(self.year, [(str(year), str(year)) for year in years], str(board.year))
        self._offer(self.group, list(GROUP_WORDS.items()), board.group)
        self.form.offer("opd", [("", EMPTY), *board.opds])
        self.form.offer("document", [("", EMPTY), *board.documents])

    @staticmethod
    def _offer(box: ChoiceBox, choices: list[tuple[str, str]], chosen: str) -> None:
        with QSignalBlocker(box):
            if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] != choices:
                box.clear()
                for key, told_of in choices:
                    box.addItem(told_of, key)
            box.setCurrentIndex(box.findData(chosen))

    def _fill(self) -> None:
        board = self._board
        choices = words.section_choices(board)
        if self._section not in dict(choices):
            self._section = ""
        self._offer(self.section, choices, self._section)
        shown = words.lines(board, self._section, self._supposed)
        self.table.show_lines(words.heads(board), shown, words.WIDTHS, words.RIGHT)
        self._fill_index()
        self._fill_item(self.table.key)

    def _fill_index(self) -> None:
        board = self._board
        self.index.setText(words.index_words(board, self._supposed))
        self.change.setText(words.change_words(board))
        self.change.setVisible(bool(self.change.text()))
        before = {item.section: item.mean for item in board.sections_before}
        sections = board.supposing(self._supposed)
        self.bars.show_chart(lambda width: section_bars(sections, before, width=width), words.spoken(board))
        self.told.setText(" ".join(filter(None, (told(board), before_told(board)))))
        self.note.show_text(board.note)
        self.weights.setText(f"Bobot: {weights_told(board.group)}. {_OWN}")
        low = words.weakest_words(board)
        self.weak.setVisible(bool(low))
        for place, row in enumerate(self.weakest):
            row.setVisible(place < len(low))
            if place < len(low):
                self._lowest[place] = low[place][0]
                row.words.setText(low[place][1])
                row.setAccessibleName(low[place][1])

    def _fill_item(self, code: str) -> None:
        line = self._board.line(code)
        self.item.setVisible(line is not None)
        if line is None:
            return
        self.topic.setText(words.about(line))
        self.known.setText(words.known_words(self._board, line))
        self.known.setVisible(bool(self.known.text()))
        answer = line.answer
        values = {name: getattr(answer, name) for name in ("evidence", "note", "opd", "document")}
        # Only the item that stands there keeps what is being typed: the others show what was typed into them.
        place = _place(self._board.year, code)
        stays, self._shown = place == self._shown, place
        self.form.show_values(values, lambda field: stays and self._waits(place, field))

    def _waits(self, place: str, field: str) -> bool:
        year, _, code = place.partition("|")
        return self.host.context.autosave.waits(("evaluation", int(year), code, field))

    def _go_to(self, place: int) -> None:
        code = self._lowest.get(place, "")
        if code:
            self._section = ""
            self._fill()
            self.table.choose(code)
            self.table.setFocus()

    def _bar_asked(self, section: str) -> None:
        self.choose_section(section)
        self.table.setFocus()

    # Parts -------------------------------------------------------------------------------------------------

    def _box(self, name: str, told_of: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(told_of)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _make_head(self) -> None:
        self.year = self._box("evaluation-year", "Tahun evaluasi")
        self.year.setMinimumContentsLength(_YEAR)
        self.year.activated.connect(lambda _at: self.choose_year(int(self.year.currentData())))
        self.group = self._box("evaluation-group", "Kelompok daerah")
        self.group.activated.connect(lambda _at: self._choose_group())
        self.section = self._box("evaluation-section", "Bagian")
        self.section.activated.connect(lambda _at: self.choose_section(str(self.section.currentData())))
        self.supposes = Button("Andai …", "evaluation-suppose", parent=self)
        self.supposes.setCheckable(True)
        self.supposes.clicked.connect(self._supposing)
        self.print = Button("Cetak", "evaluation-print", parent=self)
        self.print.clicked.connect(self.print_year)
        self.save = Button("Simpan ke Excel", "evaluation-save", parent=self)
        self.save.clicked.connect(self._file.ask)

    def _make_items(self) -> None:
        self.table = KeyedTable(
            "evaluation-items", "Butir evaluasi", words.TOPIC, {*words.KEYS, DELETE}, self
        )
        self.table.keyed.connect(self.press)
        self.table.chosen.connect(self._fill_item)
        self.table.asked.connect(self._open)
        self.hint = Label(_KEYS, "small", name="evaluation-hint", wrap=True, parent=self)
        self.item = Card(name="evaluation-item", parent=self)
        self.topic = Label("", "strong", name="evaluation-topic", wrap=True, parent=self)
        self.known = Label("", "soft", name="evaluation-known", wrap=True, parent=self)
        specs = tuple(replace(item, words=worded(item.words)) for item in _SPECS)
        self.form = FieldsForm("evaluation-form", specs, self)
        self.form.edited.connect(self._edited)
        for part in (self.topic, self.known, self.form):
            self.item.body.addWidget(part)

    def _make_index(self) -> None:
        self.index = Label("", "title", name="evaluation-index", parent=self)
        self.change = Label("", "soft", name="evaluation-change", wrap=True, parent=self)
        self.bars = ChartView("evaluation-bars", _WIDE, self)
        self.bars.asked.connect(self._bar_asked)
        self.told = Label("", "small", name="evaluation-told", wrap=True, parent=self)
        self.weights = Label("", "small", name="evaluation-weights", wrap=True, parent=self)
        self.note = GrowingText("evaluation-note", "Catatan tahun ini", _NOTE, paragraph=False, parent=self)
        self.note.edited.connect(self._annotated)
        self.low = Label("Yang terlemah", "strong", name="evaluation-low", parent=self)
        self._lowest: dict[int, str] = {}
        self.weakest = [LinkRow("", f"evaluation-weak-{place + 1}", self) for place in range(_WEAK)]
        for place, row in enumerate(self.weakest):
            row.clicked.connect(partial(self._go_to, place))

    def _lay_out(self) -> None:
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(8)
        boxes = (self.year, self.section, self.supposes)
        left.addWidget(FlowRow(boxes, (self.print, self.save), self))
        left.addWidget(self.table, 1)
        left.addWidget(self.hint)
        page.addLayout(left, 7)
        ground = QWidget(self)
        theme.set_role(ground, "page")
        right = QVBoxLayout(ground)
        right.setContentsMargins(0, 0, 6, 0)
        right.setSpacing(10)
        card = Card("Indeks (perkiraan)", name="evaluation-card", parent=ground)
        head = QHBoxLayout()
        head.addWidget(self.index)
        head.addWidget(self.change, 1)
        card.body.addLayout(head)
        for part in (self.bars, self.told, self.group, self.weights, self.note):
            card.body.addWidget(part)
        right.addWidget(self.item)
        right.addWidget(card)
        self.weak = weak = Card(name="evaluation-weakest", parent=ground)
        weak.body.setSpacing(0)
        weak.body.addWidget(self.low)
        for row in self.weakest:
            weak.body.addWidget(row)
        right.addWidget(weak)
        right.addStretch(1)
        page.addWidget(scroll_area(ground, "evaluation-side", self), 5)
