"""The left side of a reading: the table as it stands in the file, or the page as it looks on paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from smartcity_desktop.domain.renstra_draft import Draft, SourceSheet
from ui.models.reading_source import SourceModel
from ui.widgets.card import Card
from ui.widgets.label import ElidedLabel
from ui.widgets.reading_page import ReadingPage
from ui.widgets.reading_source import SourceView
from ui.widgets.segments import Segments

TABLE, PAGE = range(2)


class OriginalCard(Card):
    """Shows a sheet; where the file has pages, their pictures can be looked at instead."""

    page_asked = Signal(int)
    """The number of a page (from 1) whose picture is wanted."""

    def __init__(self, source: SourceView, model: SourceModel, parent: QWidget | None = None) -> None:
        """``source`` shows ``model``."""
        super().__init__("Berkas asli", parent=parent)
        self._source, self._model = source, model
        self.page = ReadingPage(self)
        self.page.page_asked.connect(self.page_asked)
        self.switch = Segments([("Tabel", "reading-as-table"), ("Halaman", "reading-as-page")], self)
        self.switch.chosen.connect(self.show_side)
        self.switch.hide()
        self.title.hide()
        self.name = ElidedLabel("", "strong", name="reading-original", parent=self)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.switch)
        self.body.addLayout(row)
        self.sides = QStackedWidget(self)
        self.sides.addWidget(source)
        self.sides.addWidget(self.page)
        self.body.addWidget(self.sides, 1)
        source.row_shown.connect(self._follow)

    def show_draft(self, draft: Draft) -> None:
        """Begin with the table of another file."""
        self.page.clear()
        self.switch.setVisible(any(any(grid.pages) for grid in draft.grids))
        self.switch.show_chosen(TABLE)
        self.show_side(TABLE)

    def show_sheet(self, sheet: SourceSheet) -> None:
        """Show a sheet."""
        self._source.show_sheet(sheet)
        self.name.setText(f'Berkas asli · lembar "{sheet.name}"')

    def show_side(self, place: int) -> None:
        """Show the table, or the page on which its chosen row stands."""
        self.sides.setCurrentIndex(place)
        if place == PAGE:
            row = max(0, self._source.currentIndex().row())
            self.page.ask(self._page_of(row) or self.page.page)

    def _follow(self, row: int) -> None:
        page = self._page_of(row)
        if page and self.sides.currentIndex() == PAGE:
            self.page.ask(page)

    def _page_of(self, row: int) -> int:
        pages = self._model.sheet.pages
        return pages[row] if row < len(pages) else 0
