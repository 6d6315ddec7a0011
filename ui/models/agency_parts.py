"""The parts of a table of all agencies as lines: name in the file, agency, what becomes of it, money."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra import Draft
from smartcity_desktop.domain.renstra_parts import SKIP, PartRow, Parts, new_name, new_target
from smartcity_desktop.domain.wording import EMPTY, money, number
from ui import theme
from ui.translate import worded

Index = QModelIndex | QPersistentModelIndex
NAME, TARGET, FATE, LINES, PROGRAMS, DOUBTS, YEARS = range(7)
HEADS: Final = ("Nama dalam berkas", "Masuk ke OPD", "Yang terjadi", "Baris", "Program", "Perlu dilihat")
NAMELESS: Final = "(baris tanpa nama OPD)"
_LEFT_OUT: Final = "Lewati"
_MILLION: Final = 1_000_000
_NO_PARENT: Final = QModelIndex()


class AgencyPartsModel(QAbstractTableModel):
    """One row a part; the years stand behind the other columns, their money in millions of rupiah."""

    aimed = Signal(int, str)
    """The row of a part, and the target that was chosen for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.parts = Parts(Draft())
        self.years: tuple[str, ...] = ()
        self._opds: Mapping[str, Opd] = {}
        self._standing: Mapping[RowId, str] = {}

    def show(self, parts: Parts, opds: Sequence[Opd], standing: Mapping[RowId, str]) -> None:
        """Show a list; ``standing`` gives the period of the Renstra that an agency has."""
        years = tuple(sorted({year for row in parts.rows for year in row.money}))
        same = (years, len(parts.rows)) == (self.years, len(self.parts.rows))
        if not same:
            self.beginResetModel()
        self.parts, self.years = parts, years
        self._opds, self._standing = {str(item.id): item for item in opds}, standing
        if not same:
            self.endResetModel()
        elif parts.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(parts.rows) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of parts."""
        return 0 if parent.isValid() else len(self.parts.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else YEARS + len(self.years)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column, at the side of its cells."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return worded(HEADS[section]) if section < YEARS else self.years[section - YEARS]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the agency be chosen."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == TARGET else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the agency that was chosen."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or index.column() != TARGET:
            return False
        self.aimed.emit(index.row(), str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, inks, ticks, and what a screen reader says."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.EditRole:
            return self.parts.rows[row].target if column == TARGET else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        give = self._GIVERS.get(role)
        return give(self, row, column) if give else None

    def choices(self, place: int) -> list[tuple[str, str]]:
        """Return what a part may go to: the agencies, its own name as a new one, or nowhere."""
        row = self.parts.rows[place]
        found = [(SKIP, _LEFT_OUT)]
        others = [one.target for one in self.parts.rows if new_name(one.target) and one.target != row.target]
        own = new_target(row.name) if row.name else ""
        known = {item.name.casefold() for item in self._opds.values()}
        found += [
            (target, worded("Tambah OPD baru: {name}").format(name=new_name(target)))
            for target in dict.fromkeys((own, row.target, *others))
            if new_name(target) and new_name(target).casefold() not in known
        ]
        found += [
            (key, f"{item.name} ({item.short})" if item.short else item.name)
            for key, item in self._opds.items()
        ]
        return found

    def target_words(self, target: str) -> str:
        """Return what a target is called."""
        if new_name(target):
            return new_name(target)
        opd = self._opds.get(target)
        return opd.name if opd else _LEFT_OUT

    def period(self, target: str) -> str:
        """Return the period of the Renstra that stands at a target, empty where none does."""
        return self._standing.get(RowId(target), "") if target in self.parts.standing else ""

    def fate(self, place: int) -> str:
        """Return in words what becomes of a part."""
        parts, row = self.parts, self.parts.rows[place]
        if row.target == SKIP:
            return "Dilewati"
        same = parts.same(row.target)
        if same[0] != place:
            first = parts.rows[same[0]].name or worded(NAMELESS)
            return f"Digabung dengan {first}"
        if row.target in parts.standing:
            period = self.period(row.target) or "Renstra"
            fate = f"Dibiarkan ({period})" if parts.stays(row.target) else f"Mengganti {period}"
        else:
            fate = worded("OPD baru") if new_name(row.target) else "Disimpan"
        return f"{fate} · gabungan {len(same)} baris daftar" if len(same) > 1 else fate

    def told(self, place: int) -> str:
        """Return a part in whole sentences: where it goes, why one should look, its money year by year."""
        row = self.parts.rows[place]
        name = row.name or worded(NAMELESS)
        goes = "" if row.target == SKIP else f"ke {self.target_words(row.target)}. "
        words = [f"{name}: {goes}{self.fate(place) if goes else self.fate(place).lower()}."]
        if not row.sure:
            words.append("Namanya tidak persis sama: tekan B bila betul, F2 bila lain.")
        if row.target in self.parts.standing:
            words.append("Tekan K untuk melihat bedanya dengan Renstra yang ada, Spasi untuk menggantinya.")
        paid = ", ".join(f"{year} {money(amount)}" for year, amount in sorted(row.money.items()))
        told = f"{number(len(row.draft.lines))} baris, {number(row.programs)} program."
        words.append(f"{told} Pagu (Rp): {paid or EMPTY}.")
        return " ".join(words)

    def _words(self, place: int, column: int) -> str:
        row = self.parts.rows[place]
        if column >= YEARS:
            amount = row.money.get(self.years[column - YEARS])
            return EMPTY if amount is None else number(round(amount / _MILLION))
        give = self._WORDS[column]
        return give(self, place, row)

    def _target(self, _place: int, row: PartRow) -> str:
        words = self.target_words(row.target)
        return words if row.sure else f"{words} ?"

    def _doubts(self, place: int, _row: PartRow) -> str:
        return str(len(self.parts.own(place)) or "")

    def _ink(self, place: int, column: int) -> QColor:
        row = self.parts.rows[place]
        if column == DOUBTS or (column == TARGET and not row.sure):
            return QColor(theme.color("warning"))
        stays = row.target == SKIP or self.parts.stays(row.target)
        return QColor(theme.color("text-soft" if stays else "text"))

    def _ticked(self, place: int, column: int) -> Qt.CheckState | None:
        target = self.parts.rows[place].target
        if column != FATE or target not in self.parts.standing or self.parts.same(target)[0] != place:
            return None
        return Qt.CheckState.Unchecked if self.parts.stays(target) else Qt.CheckState.Checked

    def _tip(self, place: int, column: int) -> str:
        if column >= YEARS:
            amount = self.parts.rows[place].money.get(self.years[column - YEARS])
            return f"<qt>Rp{money(amount)}</qt>" if amount is not None else ""
        words = self._words(place, column)
        return f"<qt>{escape(words)}</qt>" if words else ""

    def _spoken(self, place: int, column: int) -> str:
        head = worded(HEADS[column]) if column < YEARS else f"Pagu {self.years[column - YEARS]} (juta rupiah)"
        return f"{head}: {self._words(place, column) or 'kosong'}"

    _WORDS: Final[tuple[Callable[["AgencyPartsModel", int, PartRow], str], ...]] = (
        lambda _self, _place, row: row.name or worded(NAMELESS),
        _target,
        lambda self, place, _row: self.fate(place),
        lambda _self, _place, row: number(len(row.draft.lines)),
        lambda _self, _place, row: number(row.programs),
        _doubts,
    )
    _GIVERS: Final[Mapping[int, Callable[["AgencyPartsModel", int, int], object]]] = {
        Qt.ItemDataRole.DisplayRole: _words,
        Qt.ItemDataRole.ForegroundRole: _ink,
        Qt.ItemDataRole.CheckStateRole: _ticked,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
    }


def _side(column: int) -> int:
    figures = column >= LINES
    side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
