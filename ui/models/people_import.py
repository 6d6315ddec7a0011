"""A list of participants as it would be taken in: every row with its tick, and what should be looked at."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people_list import ADD, FILL, PERSON, SKIP, Candidate, Reading
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.translate import worded

Index = QModelIndex | QPersistentModelIndex
ACTION, ROW, NAME, POSITION, PLACE, ELEMENT, BODY, GENDER, DOUBTS = range(9)
HEADS: Final = (
    *("Jadinya", "Baris", "Nama", "Jabatan", "OPD / instansi", "Unsur", "Peran", "L/P"),
    "Yang perlu dilihat",
)
ACTIONS: Final = {ADD: "Tambah", FILL: "Lengkapi", SKIP: "Lewati"}
_INKS: Final = {ADD: "good", FILL: "info", SKIP: "text-soft"}
_WEIGHTS: Final = ("stop", "look", "told")
_NO_PARENT: Final = QModelIndex()


class PeopleImportModel(QAbstractTableModel):
    """One row a row of the file; the tick says whether it is taken."""

    chosen = Signal()
    """Another action was chosen for a row."""
    opd_chosen = Signal(str, str)
    """The letters of an institution, and the agency it is (empty: none)."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.reading = Reading()
        self.actions: dict[int, str] = {}
        self._rows: list[Candidate] = []
        self._opds: dict[RowId, Opd] = {}
        self._only_doubts = False

    def show(self, reading: Reading, opds: Sequence[Opd]) -> None:
        """Show another reading; what a person chose for a row stays where the row still may do it."""
        may = {item.row: item.actions for item in reading.candidates}
        self.actions = {row: told for row, told in self.actions.items() if told in may.get(row, ())}
        self.reading = reading
        self._opds = {item.id: item for item in opds}
        self._sift()

    def forget(self) -> None:
        """Forget what was chosen: another sheet or other columns are read."""
        self.actions = {}

    def only_doubts(self, *, only: bool) -> None:
        """Show only the rows that should be looked at."""
        self._only_doubts = only
        self._sift()

    def candidate(self, row: int) -> Candidate:
        """Return the row of the file that stands in a row of the table."""
        return self._rows[row]

    def action_of(self, item: Candidate) -> str:
        """Return what becomes of a row now."""
        return self.actions.get(item.row, item.action)

    def count(self, action: str) -> int:
        """Return how many people get this action."""
        return self.reading.count(action, self.actions)

    def step(self, row: int) -> None:
        """Go on to the next action that a row may have."""
        item = self._rows[row]
        if item.kind != PERSON or len(item.actions) == 1:
            return
        place = item.actions.index(self.action_of(item)) + 1
        self.choose(row, item.actions[place % len(item.actions)])

    def choose(self, row: int, action: str) -> None:
        """Give a row this action, where it may have it."""
        item = self._rows[row]
        if item.kind == PERSON and action in item.actions:
            self.actions[item.row] = action
            self.dataChanged.emit(self.index(row, 0), self.index(row, DOUBTS))
            self.chosen.emit()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return worded(HEADS[section])
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return int(left) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the agency of a person be chosen."""
        flags = super().flags(index)
        item = self._rows[index.row()] if index.isValid() else None
        if item is None or item.kind != PERSON:
            return flags
        if index.column() == PLACE and _institution(item, self._opds):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the agency that was chosen for an institution: it holds for all rows that name it."""
        if role != Qt.ItemDataRole.EditRole or index.column() != PLACE:
            return False
        letters = self.place_key(self._rows[index.row()])
        if letters:
            self.opd_chosen.emit(letters, str(value or NO_ROW))
        return bool(letters)

    def place_key(self, item: Candidate) -> str:
        """Return the letters of the institution that stands in the file for a row."""
        return key_of(item.place)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return what an institution may be: words only, or one of the agencies."""
        none = (str(NO_ROW), worded("(bukan OPD di meja)"))
        return (none, *((str(item.id), item.name) for item in self._opds.values()))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, inks, and what a screen reader says."""
        if not index.isValid():
            return None
        item, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole and column == PLACE:
            return str(item.person.opd)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(item, column)
        give = self._GIVERS.get(role)
        return give(self, item, column) if give else None

    def _sift(self) -> None:
        self.beginResetModel()
        self._rows = [
            item
            for item in self.reading.candidates
            if not self._only_doubts or any(doubt.weight != "told" for doubt in item.doubts)
        ]
        self.endResetModel()

    def _words(self, item: Candidate, column: int) -> str:
        if column == ACTION:
            return ACTIONS[self.action_of(item)] if item.kind == PERSON else "–"
        if column == ROW:
            return str(item.row)
        if column == DOUBTS:
            weighed = sorted(item.doubts, key=lambda doubt: _WEIGHTS.index(doubt.weight))
            return " · ".join(doubt.said(worded) for doubt in weighed)
        if item.kind != PERSON:
            return item.text if column == NAME else ""
        person = item.person
        if column == PLACE:
            opd = self._opds.get(person.opd)
            return opd.name if opd else person.institution
        return {
            NAME: person.name,
            POSITION: person.position,
            ELEMENT: label("element", person.element) if person.element else "",
            BODY: person.body,
            GENDER: person.gender,
        }[column]

    def _ink(self, item: Candidate, column: int) -> QColor:
        action = self.action_of(item)
        if item.kind != PERSON:
            return QColor(theme.color("text-soft"))
        if column == ACTION:
            return QColor(theme.color(_INKS[action]))
        if column == DOUBTS:
            heavy = any(doubt.weight != "told" for doubt in item.doubts)
            return QColor(theme.color("warning" if heavy else "text-soft"))
        return QColor(theme.color("text-soft" if action == SKIP or column == ROW else "text"))

    def _font(self, item: Candidate, column: int) -> QFont | None:
        if column == ACTION:
            return theme.font(bold=self.action_of(item) != SKIP and item.kind == PERSON)
        return None

    def _ticked(self, item: Candidate, column: int) -> Qt.CheckState | None:
        if column != ACTION or item.kind != PERSON or len(item.actions) == 1:
            return None
        taken = self.action_of(item) != SKIP
        return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked

    def _tip(self, item: Candidate, column: int) -> str:
        words = self._words(item, column) if column in {NAME, POSITION, PLACE, DOUBTS} else ""
        return f"<qt>{escape(words)}</qt>" if words else ""

    def _spoken(self, item: Candidate, column: int) -> str:
        return f"{worded(HEADS[column])}: {self._words(item, column) or 'kosong'}"

    _GIVERS: Final[Mapping[int, Callable[["PeopleImportModel", Candidate, int], object]]] = {
        Qt.ItemDataRole.DisplayRole: _words,
        Qt.ItemDataRole.ForegroundRole: _ink,
        Qt.ItemDataRole.CheckStateRole: _ticked,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
    }


def _institution(item: Candidate, opds: Mapping[RowId, Opd]) -> bool:
    return bool(item.place and opds)
