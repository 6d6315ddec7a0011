"""The table of results: several rows are chosen, Enter asks where one came from, heads are no rows."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from smartcity_desktop.domain.result import ResultRow
from ui import theme
from ui.models.result_table import HOME, SHEET, TRAIL, ResultModel
from ui.widgets.grid_paint import ColumnHeads

_DOWN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHEET: Final = 140
_CODE: Final = 78
_TRAIL: Final = 132
_LEAST: Final = 108
_MAIN: Final = 220
_LINES: Final = 2
_MOST: Final = 5


class ResultTable(QTableView):
    """Two lines of type a row, however many rows there are."""

    chosen = Signal()
    """Other rows are chosen, or another one is gone to."""
    opened = Signal(str)
    """The row that is to be shown where it stands."""

    def __init__(self, model: ResultModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self._model = model
        self.setObjectName("result-table")
        self.setAccessibleName("Isian semua lembar")
        self.heads = ColumnHeads(self)
        self.heads.setSectionsClickable(False)
        self.setHorizontalHeader(self.heads)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        theme.set_role(self, "read")
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._open_current)
        model.modelReset.connect(self.fit)

    def rows(self) -> list[ResultRow]:
        """Return the chosen rows in their order."""
        return self._model.rows_at(index.row() for index in self.selectionModel().selectedRows())

    def current(self) -> ResultRow | None:
        """Return the row that is gone to."""
        return self._model.row(self.currentIndex().row())

    def stand(self, row: str) -> bool:
        """Go to a row and choose it; False where it is not shown."""
        place = self._model.place_of(row)
        if place < 0:
            return False
        self._go(place)
        return True

    def start(self) -> None:
        """Go to the first row."""
        first = next((place for place in range(self._model.rowCount()) if self._model.row(place)), -1)
        if first >= 0:
            self._go(first)

    def _go(self, place: int) -> None:
        index = self._model.index(place, self._model.first)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def fit(self) -> None:
        """Give rows two lines, heads the whole width, and columns what room there is."""
        self.clearSpans()
        for column in (SHEET, HOME):
            self.setColumnHidden(column, self._model.is_said_above(column))
        first = self._model.first
        for place in self._model.heads():
            self.setSpan(place, first, 1, self._model.columnCount() - first)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * _LINES + 10)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row where it stands; Ctrl+C copies what is chosen."""
        if event.key() in _DOWN:
            self._open_current()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._copied())
        else:
            super().keyPressEvent(event)

    def _open_current(self) -> None:
        found = self.current()
        if found is not None:
            self.opened.emit(found.id)

    def _copied(self) -> str:
        wanted = sorted(index.row() for index in self.selectionModel().selectedRows())
        across = range(self._model.columnCount())
        lines = [
            "\t".join(" ".join(str(self._model.index(row, column).data() or "").split()) for column in across)
            for row in wanted
            if self._model.row(row) is not None
        ]
        return "\n".join(lines)

    def _tell(self, *_moved: object) -> None:
        self.chosen.emit()

    def _share(self) -> None:
        own = self._model.result.columns
        fixed = {SHEET: theme.scaled(_SHEET), HOME: theme.scaled(_CODE), TRAIL: theme.scaled(_TRAIL)}
        for column, width in fixed.items():
            title = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            fixed[column] = max(width, self.heads.widest_word(title))
            self.setColumnWidth(column, fixed[column])
        taken = sum(width for column, width in fixed.items() if not self.isColumnHidden(column))
        free = self.viewport().width() - taken
        weight = {
            TRAIL + 1 + place: _weight(item.kind, main=item.key == self._model.result.main)
            for place, item in enumerate(own)
        }
        # A head breaks between its words: no word of it is cut.
        words = [self.heads.widest_word(item.label) for item in own]
        least = {
            item: max(theme.scaled(_MAIN if share == _MOST else _LEAST), words[item - TRAIL - 1])
            for item, share in weight.items()
        }
        for column, width in _shared(free, weight, least).items():
            self.setColumnWidth(column, width)
        self.updateGeometries()


def _shared(free: int, weight: dict[int, int], least: dict[int, int]) -> dict[int, int]:
    """Return the width of each column: its share of the room, but where that is too little its least one."""
    found: dict[int, int] = {}
    while len(found) < len(weight):
        rest = {item: share for item, share in weight.items() if item not in found}
        part = max(free - sum(found.values()), 0) / sum(rest.values())
        short = {item: least[item] for item, share in rest.items() if part * share < least[item]}
        if not short:
            return found | {item: int(part * share) for item, share in rest.items()}
        found |= short
    return found


def _weight(kind: str, *, main: bool) -> int:
    """Return the share of the room that a column asks for."""
    if main:
        return _MOST
    return 3 if kind == "long" else 2
