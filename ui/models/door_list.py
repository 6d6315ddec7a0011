"""What the lists at the door show: a line for each participant, or for each agency that is not whole yet."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smartcity_desktop.domain.attendance import CAME, SENT, STAYED_AWAY, Presence
from smartcity_desktop.domain.attendance_door import number_of
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import plan_time

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
HERE, ELSEWHERE, AWAY, OPEN = "✓", "◐", "✗", "☐"
_MARKS: Final = {CAME: HERE, SENT: ELSEWHERE, STAYED_AWAY: AWAY}


@dataclass(frozen=True, slots=True)
class DoorLine:
    """One line: mark, number, name, what stands below it, what stands at the right; ``tone`` is a role."""

    row: str
    mark: str = ""
    number: str = ""
    name: str = ""
    below: str = ""
    beside: str = ""
    tone: str = ""

    @property
    def words(self) -> str:
        """What a reader hears."""
        return ", ".join(text for text in (self.number, self.name, self.below, self.beside) if text)


def person_line(who: Presence) -> DoorLine:
    """Return the line of a participant with his or her state."""
    deputy = f"diwakili oleh {who.deputy}" if who.deputy else ""
    position = who.deputy_position if deputy else ""
    below = ", ".join(text for text in (deputy, position) if text) or who.person.position
    beside = plan_time(who.noted) if who.at else ""
    return DoorLine(
        who.person.id,
        _MARKS.get(who.state, OPEN),
        number_of(who),
        who.person.name,
        " · ".join(text for text in (who.opd, below) if text),
        beside or ("" if who.is_there else "tidak hadir" if who.state else ""),
        "good" if who.is_there else "warning" if who.state else "",
    )


def paper_line(who: Presence, absent: Collection[RowId]) -> DoorLine:
    """Return the line of a participant on a page of the signed list, as it will be once the page is taken."""
    kept = who.is_there and who.way != "kertas"
    is_absent = who.person.id in absent and not kept
    beside = who.words if kept else "tidak tanda tangan" if is_absent else "tanda tangan"
    mark = _MARKS[who.state] if kept else AWAY if is_absent else HERE
    tone = "" if kept else "warning" if is_absent else "good"
    return DoorLine(who.person.id, mark, number_of(who), who.person.name, who.opd, beside, tone)


def agency_lines(missing: Iterable[Sequence[Presence]]) -> tuple[DoorLine, ...]:
    """Return a line for each agency of whom somebody is missing, with names below."""
    return tuple(
        DoorLine(
            own[0].opd,
            name=own[0].opd or "Tanpa instansi",
            below="; ".join(item.person.name.partition(",")[0] for item in own),
            beside=str(len(own)),
        )
        for own in missing
    )


class DoorModel(QAbstractListModel):
    """The lines of a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.lines: tuple[DoorLine, ...] = ()

    def show(self, lines: Iterable[DoorLine]) -> None:
        """Show other lines; where the rows are the same, selection and place stay."""
        told = tuple(lines)
        if told == self.lines:
            return
        before, self.lines = self.lines, told
        if [item.row for item in before] != [item.row for item in told]:
            self.beginResetModel()
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, told, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a reader hears; the delegate paints the parts."""
        if index.isValid() and role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.lines[index.row()].words
        return None
