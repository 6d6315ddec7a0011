"""Tab SWOT: every OPD and dimension with its factors, the scale they are weighed on, the TOWS matrix."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain import swot
from smartcity_desktop.domain.chart_analysis import quadrants, totals
from smartcity_desktop.domain.hall import SWOT as SLIDE
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import merged_words
from smartcity_desktop.domain.print_job import SWOT_SHEET
from smartcity_desktop.domain.swot import SwotSheet
from smartcity_desktop.domain.wording import EMPTY
from smartcity_desktop.domain.worksheet import Worksheet
from ui import theme
from ui.context import Command, Screen, Services
from ui.models.places import sheet_key
from ui.models.read_table import ReadLine
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.chart import ChartView
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable
from ui.widgets.scroll import scroll_area
from ui.widgets.tows_matrix import TowsMatrix
from ui.widgets.writing import for_writing

SHEETS: Final = "worksheet"
RESULTS: Final = "result"
_EMPTY: Final = (
    "Setiap OPD menulis kekuatan, kelemahan, peluang, dan ancamannya, lalu memasangkannya menjadi strategi. "
    "Matriks TOWS dan kuadran tersusun di sini dari lembar yang diketik."
)
_MERGED: Final = "{name} (gabungan)"
_NOT_MERGED: Final = (
    "Belum ada faktor gabungan untuk dimensi ini. Pilih faktor dari lembar OPD di hasil kertas kerja, "
    "lalu gabungkan."
)
_NOTHING: Final = "Belum ada faktor pada lembar ini."
_PLOT: Final = 200.0


class SwotTab(ScreenTab):
    """One party at a time; Enter on a line of the matrix opens its row on the sheet."""

    kinds = frozenset(
        {"factor", "strategy", "sheet", "worksheet", "sheet_column", "opd", "dimension", "group"}
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._swot = services.swot
        self._worksheet = NO_ROW
        self._wanted = ""
        self._sheets: list[SwotSheet] = []
        self.setObjectName("tab-swot")
        self.worksheet = ChoiceBox(self)
        self.worksheet.setObjectName("swot-worksheet")
        self.worksheet.setAccessibleName("Kertas kerja SWOT")
        self.worksheet.activated.connect(self._worksheet_chosen)
        self.scale = self._scales()
        self.scale_words = Label("", "small", name="swot-scale-words", wrap=True, parent=self)
        self.parties = ReadTable("swot-parties", worded("OPD dan dimensi"), 0, self)
        self.parties.chosen.connect(self._show_party)
        self.parties.asked.connect(self._open_party)
        self.name = Label("", "strong", name="swot-party", wrap=True, parent=self)
        self.factors = Button("Buka lembar SWOT", "swot-open-factors", parent=self)
        self.factors.clicked.connect(self.open_factors)
        self.strategies = Button("Buka lembar TOWS", "swot-open-strategies", parent=self)
        self.strategies.clicked.connect(self.open_strategies)
        self.print = Button("Cetak SWOT–TOWS", "swot-print", parent=self)
        self.print.clicked.connect(self.print_sheet)
        self.show_result = Button("Tayangkan", "swot-present", parent=self)
        self.show_result.clicked.connect(self.present)
        self.merge = Button("Gabungkan di hasil kertas kerja", "swot-merge", parent=self)
        self.merge.clicked.connect(self.open_results)
        self.told = Label("", "warning", name="swot-told", wrap=True, parent=self)
        self.figures = Label("", "lead", name="swot-figures", wrap=True, parent=self)
        self.plot = ChartView("swot-plot", _PLOT, self)
        self.matrix = TowsMatrix(self)
        self.matrix.asked.connect(partial(self.host.go.emit, SHEETS))
        self.empty = EmptyState(
            worded("Belum ada faktor SWOT"),
            worded(_EMPTY),
            ("Buka kertas kerja SWOT",),
            name="swot-empty",
            parent=self,
        )
        self.empty.first.connect(self.open_factors)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self._full())
        for_writing(self.scale)
        self._lay_out()

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._gather, self._show)

    def open_row(self, row: str) -> None:
        """Choose the party of this row."""
        self._wanted = row

    def standing(self) -> str:
        """Return whose sheet is chosen."""
        return self.parties.key

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        scales = (
            Command(f"Skala SWOT: {name}", partial(self.set_scale, key))
            for key, name in swot.SCALE_NAMES.items()
            if self.scale.isEnabled()
        )
        return (
            Command("Cetak SWOT–TOWS lembar ini", self.print_sheet),
            Command("Tayangkan SWOT lembar ini", self.present),
            Command("Buka lembar SWOT", self.open_factors),
            Command("Buka lembar TOWS", self.open_strategies),
            *scales,
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from party to party."""
        (self.empty.buttons[0] if self.pages.currentIndex() == EMPTY_PAGE else self.parties).setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def set_scale(self, scale: str) -> None:
        """Weigh the factors on another scale."""
        self.host.act(partial(self._swot.set_scale, self._worksheet, scale), self._scale_set)

    def open_factors(self) -> None:
        """Go to the sheet of the factors."""
        sheet = self._chosen()
        key = sheet_key(self._worksheet, sheet.party.id) if sheet else self._worksheet
        self.host.go.emit(SHEETS, key)

    def open_results(self) -> None:
        """Go to the results of the worksheet, where sheets are merged."""
        self.host.go.emit(RESULTS, self._worksheet)

    def open_strategies(self) -> None:
        """Go to the sheet of the strategies."""
        sheet = self._chosen()
        if sheet is not None and sheet.answered:
            self.host.go.emit(SHEETS, sheet_key(sheet.answered, sheet.party.id))

    def print_sheet(self) -> None:
        """Show the chosen sheet as it is printed."""
        self.show_print(SWOT_SHEET, self.parties.key)

    def present(self) -> None:
        """Show the factors of the chosen sheet on the projector."""
        self.show_slide(SLIDE, self.parties.key)

    def _worksheet_chosen(self) -> None:
        self._worksheet = RowId(str(self.worksheet.currentData()))
        self.arrive()

    def _scale_chosen(self) -> None:
        self.set_scale(str(self.scale.currentData()))

    def _scale_set(self, changes: object) -> None:
        if changes:
            self.host.said.emit(f"Skala SWOT: {swot.SCALE_NAMES[str(self.scale.currentData())]}")
        self.arrive()

    def _open_party(self, _party: str, _column: int) -> None:
        self.open_factors()

    # What is shown -----------------------------------------------------------------------------------------

    def _gather(self) -> tuple[list[Worksheet], list[SwotSheet]]:
        known = self._swot.worksheets()
        if not any(item.id == self._worksheet for item in known):
            self._worksheet = known[0].id if known else NO_ROW
        return known, self._swot.sheets(self._worksheet) if self._worksheet else []

    def _show(self, found: tuple[list[Worksheet], list[SwotSheet]]) -> None:
        known, self._sheets = found
        self.worksheet.clear()
        for item in known:
            self.worksheet.addItem(f"{item.code} {item.title}", item.id)
        self.worksheet.setCurrentIndex(max(self.worksheet.findData(self._worksheet), 0))
        self.worksheet.setVisible(len(known) > 1)
        scale = next((swot.scale_of(item.scale) for item in known if item.id == self._worksheet), "")
        for part in (self.scale_name, self.scale, self.scale_words):
            part.setVisible(bool(known))
        self.scale.setCurrentIndex(self.scale.findData(scale))
        self.scale_words.setText(swot.SCALE_WORDS.get(scale, ""))
        self.empty.buttons[0].setVisible(bool(known))
        is_empty = all(item.is_empty for item in self._sheets)
        self.pages.setCurrentIndex(EMPTY_PAGE if is_empty else FULL_PAGE)
        if not is_empty:
            self._show_parties(scale)
        self.settled()

    def _show_parties(self, scale: str) -> None:
        place = {swot.BY_WORDS: (), swot.QUADRANT: ("Kuadran",), swot.IFE_EFE: ("IFE / EFE",)}[scale]
        lines = [
            ReadLine(
                item.party.id,
                (
                    _called(item),
                    *(str(len(item.of(kind)) or EMPTY) for kind in swot.KIND_NAMES),
                    str(len(item.strategies) or EMPTY),
                    *((swot.place(item.standing),) if place else ()),
                ),
                faint=item.is_empty,
            )
            for item in self._sheets
        ]
        heads = (worded("OPD"), *swot.KIND_NAMES, "TOWS", *place)
        widths = {**dict.fromkeys(range(1, 5), 36), 5: 64, 6: 110}
        self.parties.show_lines(heads, lines, widths, frozenset(range(1, 6)))
        first = next((item.party.id for item in self._sheets if not item.is_empty), NO_ROW)
        current = self._chosen()
        if self._wanted or (not self._stood and (current is None or current.is_empty)):
            self.parties.choose(self._wanted or first)
        self._wanted, self._stood = "", True
        self._show_party(self.parties.key)

    _stood = False
    """Whether somebody's sheet was shown before: what a person chose stays."""

    def _chosen(self) -> SwotSheet | None:
        return next((item for item in self._sheets if item.party.id == self.parties.key), None)

    def _show_party(self, _party: str) -> None:
        sheet = self._chosen()
        if sheet is None:
            return
        number = f" · {sheet.number}" if sheet.number else ""
        self.name.setText(f"{_called(sheet)}{number}")
        self.strategies.setEnabled(bool(sheet.answered))
        self.told.setText("\n".join(_told(sheet)))
        self.told.setVisible(bool(self.told.text()))
        self.merge.setVisible(sheet.is_merged and not sheet.factors)
        standing = sheet.standing
        lines = swot.figures(standing)
        self.figures.setText("\n".join(lines))
        self.weighed.setVisible(bool(lines) and not sheet.is_empty)
        if lines:
            draw = quadrants if standing.scale == swot.QUADRANT else totals
            self.plot.show_chart(lambda width: draw(standing, width=width), "; ".join(lines))
        self.matrix.show_sheet(sheet)

    # How it is laid out ------------------------------------------------------------------------------------

    def _scales(self) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName("swot-scale")
        box.setAccessibleName("Skala SWOT")
        for key, name in swot.SCALE_NAMES.items():
            box.addItem(name, key)
        box.activated.connect(self._scale_chosen)
        return box

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        self.scale_name = Label("Skala", "soft", parent=self)
        self.scale_name.setBuddy(self.scale)
        for part in (self.worksheet, self.scale_name, self.scale):
            head.addWidget(part)
        head.addWidget(self.scale_words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.pages, 1)

    def _full(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.parties, 5)
        row.addWidget(scroll_area(self._sheet(), "swot-sheet", page), 7)
        return page

    def _sheet(self) -> QWidget:
        ground = QWidget(self)
        theme.set_role(ground, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 6, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        for part in (self.factors, self.strategies, self.show_result, self.print):
            head.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.merge, 0, Qt.AlignmentFlag.AlignLeft)
        self.weighed = Card(name="swot-weighed", parent=ground)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.plot, 1, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.figures, 1, Qt.AlignmentFlag.AlignTop)
        self.figures.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.weighed.body.addLayout(both)
        column.addWidget(self.weighed)
        column.addWidget(self.matrix)
        column.addStretch(1)
        return ground


def _called(sheet: SwotSheet) -> str:
    return _MERGED.format(name=sheet.party.called) if sheet.is_merged else sheet.party.called


def _told(sheet: SwotSheet) -> tuple[str, ...]:
    if not sheet.factors:
        return (worded(_NOT_MERGED) if sheet.is_merged else _NOTHING,)
    return (*sheet.told(), *([merged_words(sheet.merged)] if sheet.merged else []))
