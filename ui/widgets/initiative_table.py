"""The table of programs smart city: several are chosen, Enter goes to the card, heads are no rows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from smartcity_desktop.domain.initiative import Initiative, InitiativeBoard
from ui import theme
from ui.models.initiative_list import (
    BY_DIMENSION,
    BY_HORIZON,
    BY_OPD,
    COST,
    DONE,
    HORIZON,
    NAME,
    OPD,
    PLACE,
    YEARS,
    InitiativeListModel,
    Sieve,
)
from ui.widgets.table_rows import choose_rows

_ROW: Final = 28
_WIDTHS: Final = {PLACE: 82, OPD: 106, HORIZON: 92, YEARS: 96, COST: 160, DONE: 64}
_NARROW: Final = {PLACE: 82, OPD: 84, HORIZON: 84, YEARS: 88, COST: 98, DONE: 56}
"""Pixels of the columns at usual type: as they like to stand, and to which they go down."""
_LEAST: Final = 150
"""Pixels that the name keeps; columns that stand for less give way before it does."""
_GIVE_WAY: Final = (HORIZON, YEARS, OPD, COST)
_TOLD: Final = {BY_DIMENSION: PLACE, BY_OPD: OPD, BY_HORIZON: HORIZON}
"""Which column the heads tell already, by what programs are gathered under: it gives way first."""
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SQUARE: Final = 10
_LEAST_ROWS: Final = 7
"""Lines in sight, the heads of the columns among them, below which the page rolls instead."""


class InitiativeTable(QTableView):
    """One line a program, however many there are."""

    chosen = Signal()
    """Other programs are chosen, or another one is gone to."""
    asked = Signal()
    """The current program is to be changed."""
    typed = Signal(str)
    """A letter was pressed: it begins a search."""

    def __init__(self, model: InitiativeListModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self._model = model
        self._row = ""
        self.setObjectName("initiative-table")
        self.setAccessibleName("Program Smart City")
        self.setModel(model)
        choose_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        theme.set_role(self, "read")
        self.setShowGrid(False)
        # The columns always share the width there is.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(_SQUARE, _SQUARE))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(self._ask)
        model.modelReset.connect(self._after_reset)

    def rows(self) -> list[Initiative]:
        """Return the chosen programs in their order."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [found for place in places if (found := self._model.row(place)) is not None]

    def current(self) -> Initiative | None:
        """Return the program that is gone to."""
        return self._model.row(self.currentIndex().row())

    def stand(self, row: str) -> bool:
        """Go to a program and choose it; False where it is not shown."""
        place = self._model.place_of(row)
        if place < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(place, NAME)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def show_board(
        self, board: InitiativeBoard, sieve: Sieve, held: frozenset[str] = frozenset(), wanted: str = ""
    ) -> None:
        """Show the programs that are asked for, and those that are ``held``; what was chosen stays so.

        The one that is ``wanted`` is gone to where it is shown.
        """
        kept = [item.id for item in self.rows()]
        self._model.show(board, sieve, held)
        if not (wanted and self.stand(wanted)):
            self.choose_again(kept)

    def choose_again(self, kept: Sequence[str]) -> None:
        """Choose these programs where they are shown, else the one last gone to, else the first."""
        places = [place for row in kept if (place := self._model.place_of(row)) >= 0]
        if len(places) > 1:
            self._choose(places)
        elif not self.stand(self._row):
            first = self._model.rows()
            if first:
                self.stand(first[0].id)

    def _choose(self, places: list[int]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        here = self._model.place_of(self._row)
        index = self._model.index(here if here >= 0 else places[0], NAME)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        for place in places:
            self.selectionModel().select(self._model.index(place, NAME), flags.Select | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the card; Ctrl+C copies what is chosen; a letter begins a search."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER:
            self.asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._copied())
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the heads their whole width, and the name what room is left."""
        self.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))
        self.setMinimumHeight(theme.scaled(_ROW) * _LEAST_ROWS)
        self.clearSpans()
        for place in self._model.heads():
            self.setSpan(place, NAME, 1, self._model.columnCount())
        free = self.viewport().width() - theme.scaled(_LEAST)
        shown = list(_WIDTHS)
        told = _TOLD.get(self._model.sieve.by)
        for column in (*([told] if told else ()), *_GIVE_WAY):
            if column in shown and sum(theme.scaled(_NARROW[column]) for column in shown) > free:
                shown.remove(column)
        least = sum(theme.scaled(_NARROW[column]) for column in shown)
        usual = sum(theme.scaled(_WIDTHS[column]) for column in shown)
        share = min(max((free - least) / (usual - least), 0.0), 1.0)
        taken = 0
        for column in _WIDTHS:
            width = _NARROW[column] + share * (_WIDTHS[column] - _NARROW[column])
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, theme.scaled(round(width)))
            taken += theme.scaled(round(width)) if column in shown else 0
        self.setColumnWidth(NAME, max(theme.scaled(_LEAST), self.viewport().width() - taken))

    def _copied(self) -> str:
        across = range(self._model.columnCount())
        told = [[self._model.words(item, column) for column in across] for item in self.rows()]
        return "\n".join("\t".join(cells) for cells in told)

    def _after_reset(self) -> None:
        self.fit()

    def _moved(self, *_where: object) -> None:
        found = self.current()
        if found is not None:
            self._row = found.id
        self.chosen.emit()

    def _tell(self, *_moved: object) -> None:
        self.chosen.emit()

    def _ask(self) -> None:
        self.asked.emit()
