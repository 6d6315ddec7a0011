"""Standing in the worksheet and going on: to the next question, the next row, the row that comes next."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from ui.models.grid import GridModel
from ui.widgets.grid_editors import DOWN, LEFT, RIGHT
from ui.widgets.grid_room import GridRoom


class GridWalk(GridRoom):
    """Knows where one stands, and where a step leads; Enter after Tab comes back to where the row began."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        self._run: int | None = None
        self._stepping = False
        super().__init__(model, parent)

    def show_row(self, row: str, key: str = "") -> None:
        """Stand on a row, at the first question or at ``key``; unfolds the support programs if need be."""
        if self._grid.place_of_row(row) < 0:
            self._grid.open_support(is_open=True)
        place = self._grid.place_of_row(row)
        if place >= 0:
            at = self._grid.place_of(key) if key else self._first_question()
            self.setCurrentIndex(self._grid.index(place, max(0, at)))

    def start(self) -> None:
        """Stand on the first question that has no answer yet, else on the first row."""
        at = self._first_question()
        places = range(self._grid.rowCount())
        empty = (
            place
            for place in places
            if not self._grid.is_fold(place) and not self._grid.raw(self._grid.index(place, at))
        )
        place = next(empty, 0)
        if self._grid.is_fold(place):
            place = 0
        self.setCurrentIndex(self._grid.index(place, max(0, at)))

    def stand_near(self, row: str, key: str, place: int) -> None:
        """Stand where one stood before the rows changed: on the row, else on the one in its place."""
        found = self._grid.place_of_row(row)
        last = self._grid.rowCount() - 1
        if last >= 0:
            place = found if found >= 0 else min(max(0, place), last)
            self.setCurrentIndex(self._grid.index(place, max(0, self._grid.place_of(key))))

    def stand_on_next(self) -> None:
        """Come from an empty row further down to the one that comes next: rows follow each other."""
        index, place = self.currentIndex(), self._grid.next_row()
        if self._grid.is_new(index.row()) and index.row() != place:
            self.setCurrentIndex(self._grid.index(place, index.column()))

    def _go(self, step: str) -> bool:
        index = self.currentIndex()
        if step == DOWN:
            begun, self._run = self._run, None
            return self._to(index.row() + 1, index.column() if begun is None else begun)
        if step == RIGHT and self._run is None and self._grid.column_at(index.column()).is_editable:
            self._run = index.column()
        self._stepping = True
        try:
            return step in {LEFT, RIGHT} and self._along(index, 1 if step == RIGHT else -1)
        finally:
            self._stepping = False

    def _along(self, index: QModelIndex, by: int) -> bool:
        questions = self._questions()
        if not questions:
            return False
        ahead = [at for at in questions if (at - index.column()) * by > 0]
        if ahead and not self._grid.is_fold(index.row()):
            return self._to(index.row(), ahead[0] if by > 0 else ahead[-1])
        if by > 0:
            self._run = questions[0]
        return self._to(index.row() + by, questions[0] if by > 0 else questions[-1])

    def _along_scores(self, index: QModelIndex) -> None:
        """Go on to the next score: of this row, else the first of the next one."""
        places = [at for at, column in enumerate(self._grid.columns()) if column.kind == "score"]
        ahead = next((at for at in places if at > index.column()), None)
        if ahead is not None:
            self._to(index.row(), ahead)
        elif not self._grid.is_fold(index.row() + 1):
            self._to(index.row() + 1, places[0])

    def _to(self, row: int, column: int) -> bool:
        if not 0 <= row < self._grid.rowCount():
            return False
        self.setCurrentIndex(self._grid.index(row, column))
        return True

    def _questions(self) -> list[int]:
        return [at for at, column in enumerate(self._grid.columns()) if column.is_editable]

    def _first_question(self) -> int:
        return next(iter(self._questions()), 0)

    def _corner(self) -> QModelIndex:
        chosen = self.selectedIndexes() or [self.currentIndex()]
        row = min(index.row() for index in chosen)
        return self._grid.index(row, min(index.column() for index in chosen))
