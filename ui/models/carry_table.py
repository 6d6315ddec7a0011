"""What would be carried on, as a table: tick, words that may be changed, and whose sheet it goes to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from smartcity_desktop.domain.carry import Proposed
from smartcity_desktop.domain.carry_plan import Plan
from smartcity_desktop.domain.ids import RowId
from ui.models.row_table import CHOICES_ROLE, RowTableModel

TICK, TEXT, SHEET = range(3)
_TAKEN: Final = (("1", "Ya"), ("", "Tidak"))


@dataclass(frozen=True, slots=True)
class CarryLine:
    """One proposed row: whether it is taken, what it says, and the party whose sheet it goes to."""

    id: RowId
    place: int
    text: str = ""
    party: str = ""
    taken: bool = True


class CarryTableModel(RowTableModel[CarryLine]):
    """One line a proposed row that was not carried before."""

    heads = ("Dibawa", "Menjadi", "Ke lembar")
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._plan = Plan()
        self._names: dict[str, str] = {}

    def show(self, plan: Plan) -> None:
        """Show another plan; nothing is chosen but what stands nowhere yet."""
        self._plan = plan
        self._names = {item.id: item.called for item in plan.parties}
        self.beginResetModel()
        self._rows = [
            CarryLine(RowId(str(place)), place, item.text, item.party)
            for place, item in enumerate(plan.rows)
            if not item.already
        ]
        self.endResetModel()
        self.changed.emit()

    def name(self, names: Mapping[str, str]) -> None:
        """Give further parties their names, such as dimensions that hold what was merged."""
        self._names |= dict(names)

    def chosen(self) -> tuple[list[Proposed], dict[int, str]]:
        """Return what is taken with its sheet, and the words that were changed by place."""
        rows: list[Proposed] = []
        texts: dict[int, str] = {}
        for line in self._rows:
            if line.taken:
                item = self._plan.rows[line.place]
                if line.text.strip() and line.text.strip() != item.text.strip():
                    texts[len(rows)] = line.text
                rows.append(replace(item, party=RowId(line.party)))
        return rows, texts

    @property
    def homeless(self) -> int:
        """How many rows that are taken have no sheet yet."""
        return sum(line.taken and not line.party for line in self._rows)

    def put_on(self, party: str) -> None:
        """Let every row without a sheet go to this one."""
        self._rows = [replace(line, party=line.party or party) for line in self._rows]
        self._tell_cells(0, len(self._rows) - 1)
        self.changed.emit()

    def toggle(self, places: list[int]) -> None:
        """Take these rows, or none of them where all are taken."""
        every = all(self._rows[place].taken for place in places)
        for place in places:
            self._rows[place] = replace(self._rows[place], taken=not every)
            self._tell_cells(place, place)
        self.changed.emit()

    def can_change(self, row: CarryLine, column: int) -> bool:
        """Everything may be changed."""
        del row, column
        return True

    def give(self, row: CarryLine, column: int, role: int) -> object:
        """Return words, the value to edit and the choices of a cell."""
        if role == CHOICES_ROLE:
            if column == SHEET:
                return tuple(self._names.items())
            return _TAKEN if column == TICK else ()
        if role == Qt.ItemDataRole.EditRole:
            return {TICK: "1" if row.taken else "", TEXT: row.text, SHEET: row.party}[column]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return {
                TICK: "☑" if row.taken else "☐",
                TEXT: row.text,
                SHEET: self._names.get(row.party, "(dihapus)") if row.party else "Pilih lembar",
            }[column]
        return None

    def change(self, row: CarryLine, column: int, value: object) -> CarryLine | None:
        """Return the line with another value."""
        text = str(value or "")
        if column == TICK:
            return replace(row, taken=bool(text))
        return replace(row, text=text) if column == TEXT else replace(row, party=text)

    def tell(self, row: CarryLine, column: int) -> None:
        """Tell that the choice is another one."""
        del row, column
        self.changed.emit()
