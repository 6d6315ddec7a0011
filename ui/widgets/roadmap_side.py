"""Right of the road map: the chosen program with its milestones, and everything that does not fit."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.initiative import period_words as calendar_words
from smartcity_desktop.domain.initiative_facts import period_of
from smartcity_desktop.domain.roadmap import RoadMap, RoadProgram, period_words
from smartcity_desktop.domain.roadmap_clash import Clash
from smartcity_desktop.domain.roadmap_table import waits
from smartcity_desktop.domain.wording import EMPTY, label, number
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label
from ui.widgets.number_edit import NumberEdit
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

PROGRAM, CLASHES = range(2)
_MOST: Final = 99
_ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_NOTHING: Final = "Pilih program di peta untuk mengisi titik capainya."


class RoadMapSide(QWidget):
    """Two pages: the program that is chosen, and the list of what is to be looked at."""

    written = Signal(str, str, str)
    """A program, a period, and what its milestone says now."""
    marked = Signal(str, str, bool)
    """A program, a period, and whether its milestone is reached."""
    jumped = Signal(str)
    """A program that is to be shown on the map."""
    opened = Signal(str)
    """A program whose card is wanted."""
    limited = Signal(int, int)
    """How many programs and actions an agency may carry in one year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a program."""
        super().__init__(parent)
        self.setObjectName("roadmap-side")
        self._item = RoadProgram()
        self._found: tuple[Clash, ...] = ()
        self._typed: dict[tuple[str, str], str] = {}
        self.views = Segments(
            (("Program", "roadmap-side-program"), ("Perlu dilihat", "roadmap-side-clashes")), self
        )
        self.views.chosen.connect(self.turn_to)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._make_program())
        self.pages.addWidget(self._make_clashes())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.views)
        column.addWidget(self.pages, 1)
        self.turn_to(PROGRAM)

    def turn_to(self, place: int) -> None:
        """Show the program or the list."""
        self.views.show_chosen(place)
        self.pages.setCurrentIndex(place)

    def show_program(self, road: RoadMap, item: RoadProgram | None) -> None:
        """Show one program; what is being typed into it and is not on the disk yet stays."""
        self._item = item or RoadProgram()
        self.fields.setVisible(item is not None)
        self.card.setEnabled(item is not None)
        self.name.setText(self._item.called if item else _NOTHING)
        self.facts.setText(worded(_facts(road, item)) if item else "")
        for period in PERIODS:
            mark = self._item.at(period)
            years = f" · {calendar_words(period, road.base)}" if road.base else ""
            self.named[period].setText(f"{period_words(period)}{years}")
            kept = self._typed.get((self._item.id, period))
            if kept is not None and kept == mark.text:
                del self._typed[self._item.id, period]
            self.lines[period].show_text(kept if kept is not None else mark.text)
            quiet = self.ticks[period].blockSignals(True)  # noqa: FBT003  # Qt takes it by place only
            self.ticks[period].setChecked(mark.is_done)
            self.ticks[period].blockSignals(quiet)
            self.ticks[period].setEnabled(bool(mark.text))
            others = [
                one.told
                for one in self._item.milestones
                if one.text and _in_quarter(one.year, one.quarter, period)
            ]
            self.others[period].setText("; ".join(others))
            self.others[period].setVisible(bool(others))

    def show_clashes(self, found: Sequence[Clash], limits: tuple[int, int]) -> None:
        """Show what does not fit; ``limits`` are of programs and actions."""
        self._found = tuple(found)
        self.views.say(CLASHES, f"Perlu dilihat ({number(len(found))})")
        self._offer_kinds()
        self._show_list()
        for box, value in zip((self.most_programs, self.most_actions), limits, strict=True):
            if not box.is_begun:
                quiet = box.blockSignals(True)  # noqa: FBT003  # Qt takes it by place only
                box.setValue(value)
                box.blockSignals(quiet)

    def _offer_kinds(self) -> None:
        """Offer the kinds of what does not fit, each with its count; what was chosen stays so."""
        counts = Counter(worded(item.kind_words) for item in self._found)
        kept = str(self.kinds.currentData() or "")
        quiet = self.kinds.blockSignals(True)  # noqa: FBT003  # Qt takes it by place only
        self.kinds.clear()
        self.kinds.addItem(f"Semua ({number(len(self._found))})", "")
        for words, count in counts.items():
            self.kinds.addItem(f"{words} ({number(count)})", words)
        self.kinds.setCurrentIndex(max(self.kinds.findData(kept), 0))
        self.kinds.blockSignals(quiet)
        self.kinds.setVisible(len(counts) > 1)

    def _show_list(self) -> None:
        wanted = str(self.kinds.currentData() or "")
        found = [item for item in self._found if wanted in {"", worded(item.kind_words)}]
        kept = self.list.currentRow()
        quiet = self.list.blockSignals(True)  # noqa: FBT003  # Qt takes it by place only
        self.list.clear()
        for item in found:
            line = QListWidgetItem(f"{worded(item.kind_words)}: {item.words}")
            line.setData(_ROW_ROLE, item.program)
            self.list.addItem(line)
        if found:
            self.list.setCurrentRow(min(max(kept, 0), len(found) - 1))
        self.list.blockSignals(quiet)
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))

    def write_at(self, period: str) -> None:
        """Let a person write the milestone of a period."""
        self.turn_to(PROGRAM)
        self.lines[period].go_on()

    def settled(self, program: str, period: str, text: str) -> None:
        """Forget what was typed: it is on the disk, unless more was typed since."""
        if self._typed.get((program, period)) == text:
            del self._typed[program, period]

    # Inside ------------------------------------------------------------------------------------------------

    def _write(self, period: str, text: str) -> None:
        if self._item.id:
            self._typed[self._item.id, period] = text.strip()
            self.written.emit(self._item.id, period, text)

    def _mark(self, period: str, on: bool) -> None:  # noqa: FBT001  # a slot
        self.marked.emit(self._item.id, period, on)

    def _jump(self, line: QListWidgetItem | None) -> None:
        row = str(line.data(_ROW_ROLE) or "") if line else ""
        if row:
            self.jumped.emit(row)

    def _limit(self) -> None:
        self.limited.emit(self.most_programs.value(), self.most_actions.value())

    def _make_program(self) -> QWidget:
        ground = QWidget(self)
        self.name = Label(_NOTHING, "strong", name="roadmap-name", wrap=True, parent=ground)
        self.facts = Label("", "soft", name="roadmap-facts", wrap=True, parent=ground)
        self.card = Button("Buka kartu program", "roadmap-open-card", parent=ground)
        self.card.clicked.connect(lambda: self.opened.emit(self._item.id))
        self.fields = QWidget(ground)
        form = QFormLayout(self.fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.lines: dict[str, GrowingText] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self.others: dict[str, Label] = {}
        self.named: dict[str, Label] = {}
        for period in PERIODS:
            form.addRow(self._make_period(period))
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self.name, self.facts, self.card, self.fields):
            column.addWidget(widget)
        column.addStretch(1)
        return scroll_area(ground, "roadmap-program", self)

    def _make_period(self, period: str) -> QWidget:
        box = QWidget(self.fields)
        words = period_words(period)
        line = GrowingText(f"roadmap-milestone-{period}", f"Titik capai {words}", "Titik capai", parent=box)
        line.edited.connect(partial(self._write, period))
        tick = QCheckBox("tercapai", box)
        tick.setObjectName(f"roadmap-done-{period}")
        tick.setAccessibleName(f"{words} tercapai")
        tick.toggled.connect(partial(self._mark, period))
        other = Label("", "small", name=f"roadmap-quarters-{period}", wrap=True, parent=box)
        head = QHBoxLayout()
        self.named[period] = Label(words, "small", name=f"roadmap-year-{period}", parent=box)
        head.addWidget(self.named[period])
        head.addStretch(1)
        head.addWidget(tick)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(other)
        for_writing(line, tick)
        self.lines[period], self.ticks[period], self.others[period] = line, tick, other
        return box

    def _make_clashes(self) -> QWidget:
        page = QWidget(self)
        self.list = QListWidget(page)
        self.list.setObjectName("roadmap-clashes")
        self.list.setAccessibleName("Yang perlu dilihat")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.currentItemChanged.connect(lambda line, _before: self._jump(line))
        self.list.itemClicked.connect(self._jump)
        self.list.itemActivated.connect(self._jump)
        self.kinds = ChoiceBox(page)
        self.kinds.setObjectName("roadmap-clash-kinds")
        self.kinds.setAccessibleName("Tentang")
        self.kinds.currentIndexChanged.connect(self._show_list)
        self.none = Label("Semua program cocok.", "soft", name="roadmap-no-clash", wrap=True, parent=page)
        self.most_programs = NumberEdit("roadmap-limit-programs", "Batas program setahun", (1, _MOST), page)
        self.most_actions = NumberEdit("roadmap-limit-actions", "Batas aksi setahun", (1, _MOST), page)
        foot = QHBoxLayout()
        foot.addWidget(Label(worded("Beban OPD setahun:"), "small", parent=page))
        for box, unit in ((self.most_programs, "program"), (self.most_actions, "aksi")):
            box.setFixedWidth(64)
            box.editingFinished.connect(self._limit)
            foot.addWidget(box)
            foot.addWidget(Label(unit, "small", parent=page))
        foot.addStretch(1)
        for_writing(self.most_programs, self.most_actions)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kinds)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        return page


def _in_quarter(year: str, quarter: str, period: str) -> bool:
    """Tell whether a milestone stands beside that of its period: of a quarter, or of one year of a block."""
    return period_of(year) == period and (bool(quarter) or year != period)


def _facts(road: RoadMap, item: RoadProgram) -> str:
    """Return what is known of a program, line by line."""
    cost = item.money.told if item.money else "belum disebut"
    if item.counts_actions:
        cost += " (biaya aksinya)"
    told = {
        "OPD": road.opd(item.opd).name or EMPTY,
        "Tahun": item.years,
        "Jangka": label("horizon_long", item.horizon),
        "Biaya": cost,
        "Sumber dana": item.fund_words or EMPTY,
        "Aksi": number(item.actions),
        "Prasyarat": waits(road, item) or EMPTY,
    }
    return "\n".join(f"{name}: {words}" for name, words in told.items())
