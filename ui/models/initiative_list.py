"""The list of programs smart city: which are shown, how they are gathered, and what a line says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from smartcity_desktop.domain.entity import FUNDS, HORIZONS, INNOVATIONS
from smartcity_desktop.domain.initiative import GAPS, Initiative, InitiativeBoard, total
from smartcity_desktop.domain.initiative_facts import FUND_WORDS, SEVERAL_FUNDS
from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.wording import EMPTY, label, number
from ui import theme
from ui.translate import worded

Index = QModelIndex | QPersistentModelIndex
WHOLE, LACKING, UNPRICED, NUDGED, RETIRED = "lengkap", "kurang", "biaya", "aplikasi", "keluar"
"""What is asked of a program beside what it says: it is whole, it lacks something, and so on."""
STATES: Final = (
    (WHOLE, "Lengkap"),
    (LACKING, "Masih kurang"),
    (UNPRICED, "Belum ada biaya"),
    (NUDGED, "Hanya aplikasi"),
    (RETIRED, "Tidak dipakai"),
)
NONE: Final = "-"
"""Chosen for what says nothing."""
BY_NOTHING, BY_DIMENSION, BY_OPD, BY_HORIZON, BY_FUND = "", "dimension", "opd", "horizon", "fund"
NAME, PLACE, OPD, HORIZON, YEARS, COST, DONE = range(7)
_HEADS: Final = ("Program Smart City", "Dimensi", "OPD", "Jangka", "Tahun", "Biaya", "Isian")
_RIGHT: Final = frozenset({COST, DONE})
_NO_PARENT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which programs are shown; empty answers ask for nothing. ``by`` is what they are gathered under."""

    words: str = ""
    dimension: str = ""
    opd: str = ""
    horizon: str = ""
    state: str = ""
    fund: str = ""
    kind: str = ""
    by: str = BY_DIMENSION


@dataclass(frozen=True, slots=True)
class Head:
    """A line over the programs that belong together: its words, how many there are, what they come to."""

    words: str
    count: int
    told: str = ""
    color: str = ""


Line = Head | Initiative


def fund_words(key: str) -> str:
    """Return the words of a source of money; several stand together."""
    return "Beberapa sumber" if key == SEVERAL_FUNDS else FUND_WORDS.get(key, "Sumber dana belum dipilih")


def horizon_words(key: str) -> str:
    """Return the words of a horizon."""
    return label("horizon_long", key) if key else "Jangka belum dipilih"


def kept(board: InitiativeBoard, sieve: Sieve, held: frozenset[str] = frozenset()) -> list[Initiative]:
    """Return the programs that are asked for, and those that are ``held``, in their order."""
    words = plain(sieve.words).split()
    return [
        item
        for item in board.items
        if item.id in held or (_fits(board, item, sieve) and _says(board, item, words))
    ]


def _says(board: InitiativeBoard, item: Initiative, words: Iterable[str]) -> bool:
    told = plain(
        " ".join(
            (item.called, board.place(item), board.opd_name(item), item.description, item.problem, item.users)
        )
    )
    return all(word in told for word in words)


def _fits(board: InitiativeBoard, item: Initiative, sieve: Sieve) -> bool:
    asked: tuple[tuple[str, tuple[str, ...]], ...] = (
        (sieve.dimension, _one(item.dimension if board.dimension(item.dimension) else "")),
        (sieve.opd, _one(item.opd if item.opd in board.opds else "")),
        (sieve.horizon, _one(item.horizon)),
        (sieve.fund, item.fund or (NONE,)),
        (sieve.kind, item.innovation or (NONE,)),
    )
    return _stands(item, sieve.state) and all(not want or want in has for want, has in asked)


def _one(value: str) -> tuple[str, ...]:
    return (value or NONE,)


def _stands(item: Initiative, state: str) -> bool:
    if (state == RETIRED) != item.retired:
        return False
    tests: Mapping[str, bool] = {
        WHOLE: item.is_whole,
        LACKING: not item.is_whole,
        UNPRICED: item.money is None,
        NUDGED: item.is_nudged,
    }
    return tests.get(state, True)


def gathered(board: InitiativeBoard, items: list[Initiative], by: str) -> list[Line]:
    """Return programs below the heads of what they are gathered under; without heads where by nothing."""
    if not by:
        return list(items)
    lines: list[Line] = []
    for key, words, color in _homes(board, by):
        own = [item for item in items if _home(board, item, by) == key]
        if own:
            told = total(own)
            whole = f"{number(told.whole)} lengkap · {told.shortly}"
            lines += [Head(words, len(own), whole, color), *own]
    return lines


def _homes(board: InitiativeBoard, by: str) -> list[tuple[str, str, str]]:
    if by == BY_DIMENSION:
        known = [(str(item.id), item.called, item.color) for item in board.dimensions]
        return [*known, ("", worded("Belum berdimensi"), "")]
    if by == BY_OPD:
        agencies = [(str(row), name, "") for row, name in board.opds.items()]
        return [*agencies, ("", worded("OPD penanggung jawab belum dipilih"), "")]
    if by == BY_HORIZON:
        return [(key, horizon_words(key), "") for key in (*HORIZONS, "")]
    return [(key, fund_words(key), "") for key in (*FUNDS, SEVERAL_FUNDS, "")]


def _home(board: InitiativeBoard, item: Initiative, by: str) -> str:
    ways: Mapping[str, Callable[[], str]] = {
        BY_DIMENSION: lambda: item.dimension if board.dimension(item.dimension) else "",
        BY_OPD: lambda: item.opd if item.opd in board.opds else "",
        BY_HORIZON: lambda: item.horizon,
        BY_FUND: lambda: item.fund_key,
    }
    return ways[by]()


def groupings() -> list[tuple[str, str]]:
    """Return by what programs may be gathered: key and words."""
    return [
        (BY_DIMENSION, worded("Menurut dimensi")),
        (BY_OPD, worded("Menurut OPD")),
        (BY_HORIZON, "Menurut jangka"),
        (BY_FUND, "Menurut sumber dana"),
        (BY_NOTHING, "Tanpa kelompok"),
    ]


def filters(board: InitiativeBoard) -> dict[str, list[tuple[str, str]]]:
    """Return what may be asked for, by the field of the sieve: words and value, first for nothing."""
    owners = {item.opd for item in board.items}
    agencies = [(name, str(row)) for row, name in board.opds.items() if row in owners]
    return {
        "dimension": [
            (worded("Semua dimensi"), ""),
            *((item.called, str(item.id)) for item in board.dimensions),
            (worded("Belum berdimensi"), NONE),
        ],
        "opd": [(worded("Semua OPD"), ""), *agencies, ("Belum ada penanggung jawab", NONE)],
        "horizon": [
            ("Semua jangka", ""),
            *((horizon_words(key), key) for key in HORIZONS),
            ("Belum dipilih", NONE),
        ],
        "state": [("Lengkap dan kurang", ""), *((words, key) for key, words in STATES)],
        "fund": [
            ("Semua sumber dana", ""),
            *((FUND_WORDS[key], key) for key in FUNDS),
            ("Belum dipilih", NONE),
        ],
        "kind": [
            ("Semua jenis", ""),
            *((label("innovation", key), key) for key in INNOVATIONS),
            ("Belum dipilih", NONE),
        ],
    }


class InitiativeListModel(QAbstractTableModel):
    """One line a program, a head over each gathering."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.board = InitiativeBoard()
        self.sieve = Sieve()
        self._lines: list[Line] = []

    def show(self, board: InitiativeBoard, sieve: Sieve, held: frozenset[str] = frozenset()) -> None:
        """Show what is asked for; lines that are the same keep selection and place.

        Programs that are ``held``, being changed beside the list, stay until they are let go.
        """
        lines = gathered(board, kept(board, sieve, held), sieve.by)
        same = [_key(item) for item in lines] == [_key(item) for item in self._lines]
        if not same:
            self.beginResetModel()
        self.board, self.sieve, self._lines = board, sieve, lines
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(_HEADS) - 1))

    def rows(self) -> list[Initiative]:
        """Return the programs that are shown, in order."""
        return [item for item in self._lines if isinstance(item, Initiative)]

    def heads(self) -> list[int]:
        """Return where the heads stand."""
        return [place for place, item in enumerate(self._lines) if isinstance(item, Head)]

    def row(self, place: int) -> Initiative | None:
        """Return the program of a line, None where a head stands."""
        found = self._lines[place] if 0 <= place < len(self._lines) else None
        return found if isinstance(found, Initiative) else None

    def head(self, place: int) -> Head | None:
        """Return the head of a line, None where a program stands."""
        found = self._lines[place] if 0 <= place < len(self._lines) else None
        return found if isinstance(found, Head) else None

    def place_of(self, row: str) -> int:
        """Return where a program stands, -1 where it is not shown."""
        lines = enumerate(self._lines)
        return next((place for place, item in lines if isinstance(item, Initiative) and item.id == row), -1)

    # Qt ----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of lines, heads included."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column, at the side of its cells."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return worded(_HEADS[section])
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let programs be chosen, heads not."""
        head = index.isValid() and self.row(index.row()) is None
        return Qt.ItemFlag.ItemIsEnabled if head else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, ink, type and tooltip of a cell."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Head):
            return self._of_head(line, index.column(), role)
        return self._of_row(line, index.column(), role)

    def _of_head(self, head: Head, column: int, role: int) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{head.words} ({number(head.count)}) · {head.told}" if column == NAME else None
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("base", bold=True)
        return QColor(theme.color("sunken")) if role == Qt.ItemDataRole.BackgroundRole else None

    def _of_row(self, item: Initiative, column: int, role: int) -> object:
        found: object = None
        if role == Qt.ItemDataRole.DisplayRole:
            found = self.words(item, column)
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            found = f"{worded(_HEADS[column])}: {self.words(item, column)}"
        elif role == Qt.ItemDataRole.ToolTipRole:
            told = self._told(item, column)
            found = f"<qt>{escape(told).replace(chr(10), '<br>')}</qt>" if told else None
        elif role == Qt.ItemDataRole.ForegroundRole:
            found = QColor(theme.color(self._ink(item, column)))
        elif role == Qt.ItemDataRole.TextAlignmentRole:
            found = _side(column)
        elif role == Qt.ItemDataRole.DecorationRole and column == PLACE:
            home = self.board.dimension(item.dimension)
            found = QColor(home.color) if home and home.color else None
        return found

    def words(self, item: Initiative, column: int) -> str:
        """Return what a cell says."""
        cells: Mapping[int, str] = {
            NAME: " ".join(item.called.split()),
            PLACE: self.board.place(item),
            OPD: self.board.opd_name(item),
            HORIZON: label("horizon", item.horizon),
            YEARS: item.span,
            COST: item.money.told if item.money else EMPTY,
            DONE: "✓" if item.is_whole else f"{item.done}/{len(GAPS)}",
        }
        return cells[column]

    def _told(self, item: Initiative, column: int) -> str:
        if column == NAME:
            return "\n".join(filter(None, (item.called, item.description)))
        if column == DONE and item.gaps:
            return "\n".join(worded(GAPS[key]) for key in item.gaps)
        return ""

    @staticmethod
    def _ink(item: Initiative, column: int) -> str:
        if item.retired:
            return "text-soft"
        if column == DONE:
            return "good" if item.is_whole else "warning"
        return "text"


def _key(line: Line) -> str:
    return f"#{line.words}" if isinstance(line, Head) else line.id


def _side(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
