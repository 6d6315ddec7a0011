"""The agencies as a table that is edited in place; tells what was typed, stores nothing itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.dimension import RETIRED, Dimension, spelt
from smartcity_desktop.domain.entity import OPD_KINDS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.opd import DISTRICT as KECAMATAN
from smartcity_desktop.domain.opd import Opd, districts
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.models.row_table import CHOICES_ROLE, Index, RowTableModel
from ui.translate import worded

NAME, SHORT, KIND, BIDANG, DIMENSION, TABLE, RENSTRA, DISTRICT = range(8)
HEADS: Final = ("Nama OPD", "Singkatan", "Jenis", "Bidang urusan", "Dimensi", "Meja", "Renstra", "Kecamatan")
COLOR_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""The colour of the dimension that a cell shows."""
_TEXTS: Final = {NAME: "name", SHORT: "short", TABLE: "table_no"}
_FIELDS: Final = {
    **_TEXTS,
    KIND: "kind",
    DIMENSION: "dimension",
    RENSTRA: "renstra_required",
    DISTRICT: "parent",
}
_REQUIRED: Final = (("1", "Wajib"), ("", "Tidak wajib"))


@dataclass(frozen=True, slots=True)
class OpdTable:
    """What the table shows: agencies, names of bidang urusan, dimensions, and the state of each Renstra.

    ``renstra`` says for an agency that has one, which: "2021–2023".
    """

    rows: Sequence[Opd] = ()
    bidang: Mapping[str, str] = field(default_factory=dict)
    dimensions: Sequence[Dimension] = ()
    renstra: Mapping[RowId, str] = field(default_factory=dict)


def renstra_words(opd: Opd, standing: Mapping[RowId, str]) -> str:
    """Return the state of an agency's Renstra in words."""
    if opd.id in standing:
        return f"ada, {standing[opd.id]}" if standing[opd.id] else "ada"
    return "belum" if opd.renstra_required else "tidak wajib"


class OpdTableModel(RowTableModel[Opd]):
    """One row an agency. What a person changes is shown at once and told by ``edited``."""

    heads = HEADS
    is_numbered = True
    edited = Signal(str, str, object)
    """Row id, field (``bidang`` with a tuple of codes), and the value."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._shown = OpdTable()

    @property
    def shown(self) -> OpdTable:
        """What was shown last, without what was typed since."""
        return self._shown

    def show(self, table: OpdTable) -> None:
        """Show other agencies; what was typed and is not yet on the disk stays."""
        self._shown = table
        self.show_rows(self.with_typed(table.rows))

    @property
    def homes(self) -> Mapping[RowId, RowId]:
        """The kecamatan of each kelurahan."""
        return districts(self._rows)

    def opd(self, row: int) -> Opd:
        """Return the agency of a row."""
        return self.row(row)

    def opds(self) -> list[Opd]:
        """Return all agencies as they are shown."""
        return self.rows()

    def give(self, row: Opd, column: int, role: int) -> object:
        """Return words, the value to edit, the choices, colours and a tooltip that is not markup."""
        found = self._GIVERS.get(role)
        return found(self, row, column) if found else None

    def can_change(self, row: Opd, column: int) -> bool:
        """Everything may be changed but the state of a Renstra that stands; a kelurahan has a kecamatan."""
        if column == DISTRICT:
            return row.id in self.homes
        return column != RENSTRA or row.id not in self._shown.renstra

    def is_typed(self, column: int) -> bool:
        """Every cell is edited in place but the bidang, which a picker gives."""
        return column != BIDANG

    def field_of(self, column: int) -> str:
        """Return the field of an agency that a column shows."""
        return "bidang" if column == BIDANG else _FIELDS[column]

    def tell(self, row: Opd, column: int) -> None:
        """Tell what was changed."""
        name = self.field_of(column)
        if column == KIND:
            # Where a kecamatan comes or goes, the kelurahan below it have another.
            self.dataChanged.emit(self.index(0, DISTRICT), self.index(len(self._rows) - 1, DISTRICT))
        self.edited.emit(row.id, name, getattr(row, name))

    def take_text(self, index: Index, text: str) -> bool:
        """Take a pasted text: as it is, or the choice with these words or this code."""
        column = index.column()
        if column == BIDANG:
            codes = tuple(sorted(set(text.replace(";", " ").replace(",", " ").split())))
            return all(code in self._shown.bidang for code in codes) and self.setData(index, codes)
        if column in _TEXTS:
            return self.setData(index, text)
        if column == DISTRICT:
            return self.setData(index, self._district_meant(text))
        meant = spelt(self._shown.dimensions, text) if column == DIMENSION else None
        wanted = str(meant.id).casefold() if meant else text.strip().casefold()
        for value, words in self._choices(self._rows[index.row()], column):
            if wanted in {words.casefold(), words.casefold().partition(" ")[0], str(value).casefold()}:
                return self.setData(index, value)
        return False

    def change(self, row: Opd, column: int, value: object) -> Opd | None:
        """Return the agency with another value (of the choices, codes of bidang); names are never emptied."""
        if column == BIDANG:
            return replace(row, bidang=tuple(value) if isinstance(value, tuple) else ())
        text = " ".join(str(value or "").split())
        if column == RENSTRA:
            return replace(row, renstra_required=bool(text))
        if not text and column in {NAME, DISTRICT}:
            return None
        return replace(row, **{_FIELDS[column]: text})  # type: ignore[arg-type] # texts and ids of Opd

    def _words(self, opd: Opd, column: int) -> str:
        if column in _TEXTS:
            return str(getattr(opd, _TEXTS[column]))
        if column == KIND:
            return label("opd_kind", opd.kind) if opd.kind else ""
        if column == BIDANG:
            return "  ".join(opd.bidang)
        if column == DIMENSION:
            found = self._dimension(opd)
            return found.code if found else ""
        if column == DISTRICT:
            return self._district(opd)
        return renstra_words(opd, self._shown.renstra)

    def _district(self, opd: Opd) -> str:
        home = self.homes.get(opd.id)
        return next((item.called for item in self._rows if item.id == home), "")

    def _district_meant(self, text: str) -> RowId:
        wanted = plain(text)
        names = {
            plain(name): item.id
            for item in self._rows
            if item.kind == KECAMATAN
            for name in (item.name.lower().removeprefix(KECAMATAN).strip(), item.short, item.name)
        }
        return names.get(wanted, NO_ROW) if wanted else NO_ROW

    def _value(self, opd: Opd, column: int) -> object:
        if column == BIDANG:
            return opd.bidang
        if column == RENSTRA:
            return "1" if opd.renstra_required else ""
        if column == DISTRICT:
            return self.homes.get(opd.id, NO_ROW)
        return getattr(opd, _FIELDS[column])

    def _choices(self, opd: Opd, column: int) -> tuple[tuple[str, str], ...]:
        if column == KIND:
            return tuple((kind, label("opd_kind", kind)) for kind in OPD_KINDS)
        if column == DIMENSION:
            found = (
                (str(item.id), item.shown)
                for item in self._shown.dimensions
                if not item.retired or item.id == opd.dimension
            )
            return ((str(NO_ROW), worded("(tanpa dimensi)")), *found)
        if column == DISTRICT:
            known = (item for item in self._rows if item.kind == KECAMATAN)
            return tuple((str(item.id), item.name) for item in known) if opd.id in self.homes else ()
        return _REQUIRED if column == RENSTRA else ()

    def _dimension(self, opd: Opd) -> Dimension | None:
        return next((item for item in self._shown.dimensions if item.id == opd.dimension), None)

    def _color(self, opd: Opd, column: int) -> str | None:
        found = self._dimension(opd) if column == DIMENSION else None
        return found.color if found else None

    def _ink(self, opd: Opd, column: int) -> QColor | None:
        if column == BIDANG:
            return QColor(theme.color("text-soft"))
        if column != RENSTRA:
            return None
        if opd.id in self._shown.renstra:
            return QColor(theme.color("good"))
        return QColor(theme.color("warning" if opd.renstra_required else "text-faint"))

    def _tip(self, opd: Opd, column: int) -> str:
        if column == BIDANG:
            text = "\n".join(f"{code} {self._shown.bidang.get(code, '')}".strip() for code in opd.bidang)
        elif column == DIMENSION:
            found = self._dimension(opd)
            text = f"{found.code}: {found.name}{RETIRED * found.retired}" if found else ""
        else:
            text = self._words(opd, column) if column == NAME else ""
        return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""

    def _spoken(self, opd: Opd, column: int) -> str:
        if column == BIDANG:
            words = ", ".join(f"{code} {self._shown.bidang.get(code, '')}".strip() for code in opd.bidang)
        else:
            words = self._words(opd, column)
        return f"{worded(HEADS[column])}: {words or 'kosong'}"

    _GIVERS: Final[Mapping[int, Callable[["OpdTableModel", Opd, int], object]]] = {
        Qt.ItemDataRole.DisplayRole: _words,
        Qt.ItemDataRole.EditRole: _value,
        CHOICES_ROLE: _choices,
        COLOR_ROLE: _color,
        Qt.ItemDataRole.ForegroundRole: _ink,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
    }
