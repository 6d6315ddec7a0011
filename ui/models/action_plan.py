"""The actions as a table that is edited in place; tells what was typed, stores nothing itself."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.action_plan import HEAD_WORDS, ActionFilter, ActionPlan, ActionRow
from smartcity_desktop.domain.action_when import QUARTERS, when_of
from smartcity_desktop.domain.entity import ACTION_HEADS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import SINGLE
from smartcity_desktop.domain.wording import EMPTY, money
from ui import theme
from ui.models.row_table import CHOICES_ROLE, HINTS_ROLE, Index, RowTableModel
from ui.translate import worded

PROGRAM, HEAD, TEXT, OUTPUT, WHEN, OPD, COST, FUND = range(8)
HEADS: Final = (
    *("Program", "Kepala aksi", "Kegiatan aksi", "Keluaran", "Waktu"),
    *("OPD", "Biaya (Rp)", "Sumber dana"),
)
_FIELDS: Final = {PROGRAM: "initiative", HEAD: "head", TEXT: "text", OUTPUT: "output", OPD: "opd"}
_TIMES: Final = ("year_start", "month_start", "year_end", "month_end")


class ActionTableModel(RowTableModel[ActionRow]):
    """One row an action. What a person changes is shown at once and told by ``edited``."""

    heads = HEADS
    is_numbered = True
    edited = Signal(str, str, object)
    """Row id, field (``when`` with a When), and the value."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.plan = ActionPlan()

    def show(self, plan: ActionPlan, wanted: ActionFilter, kept: str = "") -> None:
        """Show the actions that are wanted; what was typed and is not yet on the disk stays.

        The action that is ``kept``, being written just now, stays among them, and one whose cell is open.
        """
        self.plan = plan
        self.show_rows(self.with_typed(plan.shown(wanted, frozenset({kept, self.held}))))

    def give(self, row: ActionRow, column: int, role: int) -> object:
        """Return words, the value to edit, choices, hints, side and tooltip."""
        found = self._GIVERS.get(role)
        return found(self, row, column) if found else None

    def can_change(self, row: ActionRow, column: int) -> bool:
        """Cost and fund are written beside the table, where each year has a line."""
        del row
        return column not in {COST, FUND}

    def field_of(self, column: int) -> str:
        """Return the field of an action that a column shows."""
        return "when" if column == WHEN else _FIELDS[column]

    def asks_for(self, column: int) -> str:
        """Return how a time is written."""
        return "Tulis seperti 2026, 2026–2028, TW III 2026, atau Sep–Nov 2026." if column == WHEN else ""

    def tell(self, row: ActionRow, column: int) -> None:
        """Tell what was changed."""
        name = self.field_of(column)
        self.edited.emit(row.id, name, row.when if column == WHEN else getattr(row, name))

    def change(self, row: ActionRow, column: int, value: object) -> ActionRow | None:
        """Return the action with another value, None for a time that cannot be read."""
        text = str(value or "").strip()
        if column != WHEN:
            return replace(row, **{_FIELDS[column]: text})  # type: ignore[arg-type] # texts and ids
        try:
            when = when_of(text)
        except ValueError:
            return None
        return replace(row, **{name: getattr(when, name) for name in _TIMES})

    def take_text(self, index: Index, text: str) -> bool:
        """Take a pasted text: as it is, or the choice with these words."""
        if index.column() in {TEXT, OUTPUT, WHEN}:
            return self.setData(index, text)
        wanted = text.strip().casefold()
        for value, words in self._choices(self._rows[index.row()], index.column()):
            if wanted and wanted in {words.casefold(), value.casefold()}:
                return self.setData(index, value)
        return False

    def _words(self, row: ActionRow, column: int) -> str:
        if column == PROGRAM:
            return self.plan.program(row.initiative).called
        if column == HEAD:
            return HEAD_WORDS.get(row.head, "")
        if column == OPD:
            return self.plan.called(row.opd)
        if column == WHEN:
            return "" if row.when.words == EMPTY else row.when.words
        if column == COST:
            return money(row.total) if row.cost else ""
        return row.fund_words if column == FUND else str(getattr(row, _FIELDS[column]))

    def _value(self, row: ActionRow, column: int) -> object:
        if column in {WHEN, COST, FUND}:
            return self._words(row, column)
        return getattr(row, _FIELDS[column])

    def _choices(self, row: ActionRow, column: int) -> tuple[tuple[str, str], ...]:
        del row
        if column == PROGRAM:
            return tuple((str(item.id), item.called) for item in self.plan.programs)
        if column == HEAD:
            return tuple((head, HEAD_WORDS[head]) for head in ACTION_HEADS)
        if column == OPD:
            none = (str(NO_ROW), worded("(belum ada OPD)"))
            return (none, *((str(item.id), item.short or item.name) for item in self.plan.opds))
        return ()

    def _hints(self, row: ActionRow, column: int) -> tuple[str, ...]:
        del row
        if column != WHEN or not self.plan.base:
            return ()
        years = range(self.plan.base, self.plan.base + SINGLE)
        return tuple(
            words for year in years for words in (str(year), *(f"TW {at} {year}" for at in QUARTERS))
        )

    def _side(self, row: ActionRow, column: int) -> int:
        del row
        side = Qt.AlignmentFlag.AlignRight if column == COST else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _tip(self, row: ActionRow, column: int) -> str:
        text = row.cost_words if column == COST else self._words(row, column)
        return f"<qt>{escape(text)}</qt>" if text else ""

    def _spoken(self, row: ActionRow, column: int) -> str:
        return f"{worded(HEADS[column])}: {self._words(row, column) or 'kosong'}"

    def _ink(self, _row: ActionRow, column: int) -> QColor | None:
        return QColor(theme.color("text-soft")) if column in {COST, FUND} else None

    _GIVERS: Final[Mapping[int, Callable[["ActionTableModel", ActionRow, int], object]]] = {
        Qt.ItemDataRole.DisplayRole: _words,
        Qt.ItemDataRole.EditRole: _value,
        CHOICES_ROLE: _choices,
        HINTS_ROLE: _hints,
        Qt.ItemDataRole.TextAlignmentRole: _side,
        Qt.ItemDataRole.ForegroundRole: _ink,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
    }


def rows_of(model: ActionTableModel, places: list[int]) -> list[RowId]:
    """Return the actions at these lines."""
    return [model.row(place).id for place in places]
