"""Tab Kesiapan: means by component as radar and bars, the gaps from the lowest score on, the answers."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.chart_analysis import bars, component_axes, element_rows, radar
from smartcity_desktop.domain.hall import READINESS as SLIDE
from smartcity_desktop.domain.print_job import READINESS_RECAP
from smartcity_desktop.domain.readiness import GapLine, ReadinessRecap
from ui import theme
from ui.context import Command, Screen, Services
from ui.models import readiness as words
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.chart import ChartView
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.read_table import ReadTable
from ui.widgets.scroll import scroll_area

if TYPE_CHECKING:
    from ui.models.read_table import ReadLine

SHEETS: Final = "worksheet"
_EMPTY: Final = (
    "Setiap kelompok komponen memberi skor 0–4 pada butir kesiapan, dan setiap OPD menjawab kuesionernya. "
    "Rata-rata, radar, dan daftar kesenjangan tersusun di sini dari skor yang diketik."
)
_WIDE_RADAR: Final = 380.0
_WIDE_BARS: Final = 400.0
_ANSWER_HEADS: Final = ("Lembar", "Pengisi", "Skor", "Bukti")


class ReadinessTab(ScreenTab):
    """Everything here is counted from the sheets: Enter leads to the row that a figure comes from."""

    kinds = frozenset(
        {"readiness", "sheet", "sheet_item", "worksheet", "worksheet_part", "opd", "dimension", "group"}
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._readiness = services.readiness
        self._recap = ReadinessRecap()
        self._by_code: dict[str, GapLine] = {}
        self.setObjectName("tab-readiness")
        self.told = Label("", "strong", name="readiness-told", wrap=True, parent=self)
        self.print = Button("Cetak rekap kesiapan", "readiness-print", parent=self)
        self.print.clicked.connect(self.print_recap)
        self.show_result = Button("Tayangkan", "readiness-present", parent=self)
        self.show_result.clicked.connect(self.present)
        self.radar = ChartView("readiness-radar", _WIDE_RADAR, self)
        self.bars = ChartView("readiness-bars", _WIDE_BARS, self)
        for chart in (self.radar, self.bars):
            chart.asked.connect(self.narrow)
        self.filter = ChoiceBox(self)
        self.filter.setObjectName("readiness-filter")
        self.filter.setAccessibleName("Komponen yang ditampilkan")
        self.filter.activated.connect(self._show_gaps)
        self.gaps = ReadTable("readiness-gaps", "Kesenjangan, mulai dari skor terendah", words.TEXT, self)
        self.gaps.chosen.connect(self._show_question)
        self.gaps.asked.connect(self._open_question)
        self.question = Label("", "strong", name="readiness-question", wrap=True, parent=self)
        self.said = Label("", name="readiness-said", wrap=True, parent=self)
        self.answers = ReadTable("readiness-answers", "Jawaban atas butir ini", len(_ANSWER_HEADS) - 1, self)
        self.answers.asked.connect(self._open_answer)
        self.empty = EmptyState(
            "Belum ada skor kesiapan",
            worded(_EMPTY),
            ("Buka kertas kerja kesiapan", worded("Buka kuesioner OPD")),
            name="readiness-empty",
            parent=self,
        )
        self.empty.first.connect(partial(self._open_sheet, 0))
        self.empty.second.connect(partial(self._open_sheet, 1))
        self.pages = self.set_pages(self.empty, self._full())

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._readiness.recap, self._show)

    def take_focus(self) -> None:
        """Let the arrow keys go from gap to gap."""
        (self.empty.buttons[0] if self.pages.currentIndex() == EMPTY_PAGE else self.gaps).setFocus()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        found = [Command(f"Buka {name}", partial(self._open_sheet, place)) for place, name in self._named()]
        shown = Command("Tayangkan hasil kesiapan", self.present)
        return (Command("Cetak rekap kesiapan", self.print_recap), shown, *found)

    def print_recap(self) -> None:
        """Show the recap as it is printed."""
        self.show_print(READINESS_RECAP)

    def present(self) -> None:
        """Show what readiness came to on the projector."""
        self.show_slide(SLIDE)

    def narrow(self, key: str) -> None:
        """Show the gaps of one element or component; asked for again, all of them."""
        wanted = "" if self.filter.currentData() == key else key
        self.filter.setCurrentIndex(max(self.filter.findData(wanted), 0))
        self._show_gaps()
        self.gaps.setFocus()

    def _named(self) -> list[tuple[int, str]]:
        return list(enumerate(words.legend_of(self._recap)))

    def _show(self, recap: ReadinessRecap) -> None:
        self._recap = recap
        self._by_code = {line.question.code: line for line in recap.lines()}
        for place, button in enumerate(self.empty.buttons):
            button.setVisible(place < len(recap.readings))
        self.pages.setCurrentIndex(FULL_PAGE if recap.has_answers else EMPTY_PAGE)
        if recap.has_answers:
            self._show_full(recap)
        self.settled()

    def _show_full(self, recap: ReadinessRecap) -> None:
        legend = words.legend_of(recap)
        lines = [f"{name}: {words.told_of(item)}" for name, item in zip(legend, recap.readings, strict=True)]
        self.told.setText("\n".join(lines))
        axes, rows = component_axes(recap), element_rows(recap)
        self.radar.show_chart(
            lambda width: radar(axes, legend, width=width), f"Radar kesiapan: {words.spoken(axes)}"
        )
        self.bars.show_chart(
            lambda width: bars(rows, legend, width=width), f"Batang kesiapan: {words.spoken(rows)}"
        )
        self._offer_filters()
        self._show_gaps()

    def _offer_filters(self) -> None:
        kept = self.filter.currentData()
        self.filter.clear()
        for key, name in words.filters_of(self._recap):
            self.filter.addItem(name, key)
        self.filter.setCurrentIndex(max(self.filter.findData(kept), 0))

    def _show_gaps(self) -> None:
        lines = words.lines_of(self._recap, str(self.filter.currentData() or ""))
        widths = {words.CODE: 72, words.COMPONENT: 124}
        widths |= {
            words.FIRST + place: 172 if item.is_shared else 100
            for place, item in enumerate(self._recap.readings)
        }
        self.gaps.show_lines(words.heads_of(self._recap), lines, widths)
        self._show_question(self.gaps.key)

    def _show_question(self, code: str) -> None:
        line = self._by_code.get(code)
        if line is None:
            return
        self.question.setText(f"{line.question.code} · {line.question.text}")
        said = words.said_of(line, self._recap)
        self.said.setText("\n".join(f"{head}: {text}" for head, text in said))
        self.said.setVisible(bool(said))
        answers: list[ReadLine] = words.answers_of(line, self._recap)
        self.answers.show_lines(_ANSWER_HEADS, answers, {0: 78, 1: 230, 2: 62}, frozenset({2}))
        self.answers.setVisible(bool(answers))
        self.unanswered.setVisible(not answers)

    def _open_question(self, code: str, column: int) -> None:
        """Open the sheet that a question was scored on, of the worksheet whose column was gone to."""
        line = self._by_code.get(code)
        if line is None:
            return
        place = max(column - words.FIRST, 0)
        cells = [line.cells[place], *line.cells]
        row = next((cell.answers[0].id for cell in cells if cell and cell.answers), None)
        self.host.go.emit(SHEETS, row or self._recap.readings[place].worksheet)

    def _open_answer(self, row: str, _column: int) -> None:
        self.host.go.emit(SHEETS, row)

    def _open_sheet(self, place: int) -> None:
        if place < len(self._recap.readings):
            self.host.go.emit(SHEETS, self._recap.readings[place].worksheet)
        else:
            self.host.go.emit(SHEETS, "")

    def _full(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(scroll_area(self._charts(), "readiness-charts", page), 4)
        row.addWidget(self._side(), 6)
        return page

    def _charts(self) -> QWidget:
        ground = QWidget(self)
        theme.set_role(ground, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 6, 8)
        column.setSpacing(12)
        head = Card(name="readiness-whole", parent=ground)
        head.body.addWidget(self.told)
        ways = QHBoxLayout()
        ways.addWidget(self.show_result)
        ways.addWidget(self.print)
        ways.addStretch(1)
        head.body.addLayout(ways)
        column.addWidget(head)
        for title, chart in (("Menurut komponen", self.radar), ("Menurut elemen", self.bars)):
            card = Card(title, parent=ground)
            card.body.addWidget(chart)
            column.addWidget(card)
        column.addStretch(1)
        return ground

    def _side(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel("Kesenjangan, mulai dari skor terendah", "strong", parent=side), 1)
        head.addWidget(self.filter)
        column.addLayout(head)
        column.addWidget(self.gaps, 3)
        card = Card(name="readiness-detail", parent=side)
        self.unanswered = Label("Belum ada yang menilai butir ini.", "soft", parent=card)
        for part in (self.question, self.said, self.answers, self.unanswered):
            card.body.addWidget(part)
        column.addWidget(card, 2)
        return side
