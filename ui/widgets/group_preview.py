"""What a division would come to: a line for each group with its counts, and a sentence about the whole."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from smartcity_desktop.domain.divide import BY_OPD, DIMENSION
from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.group_plan import Proposal, Proposed
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.translate import worded
from ui.widgets.table_rows import listed

_HEADS: Final = ("Kelompok", "Meja", "Orang", "Pem", "Aka", "Usaha", "Kom", "Media", "OPD")
_ROW: Final = 30
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_OPDS: Final = len(_HEADS) - 1
_PEOPLE: Final = 2
_UNEVEN: Final = 2
"""How many times as large as the smallest group the largest may be before it is said."""


class GroupPreview(QTableWidget):
    """Reads only; the numbers are those that would be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(0, len(_HEADS), parent)
        self.setObjectName("divide-preview")
        self.setAccessibleName("Hasil pembagian sebelum dipakai")
        self.names: dict[str, str] = {}
        listed(self, [worded(head) for head in _HEADS])
        self.setShowGrid(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_OPDS, QHeaderView.ResizeMode.Stretch)
        named = {
            _PEOPLE + place: label("element", element) for place, element in enumerate(ELEMENTS, start=1)
        }
        for column in range(1, _OPDS):
            title = QTableWidgetItem(_HEADS[column])
            title.setTextAlignment(_RIGHT)
            title.setToolTip(named.get(column, ""))
            self.setHorizontalHeaderItem(column, title)
        self.setStyleSheet("QTableView::item { padding: 0 6px; }")

    def know(self, opds: Sequence[Opd]) -> None:
        """Learn what the agencies are called."""
        self.names = {item.id: item.called for item in opds}

    def show_proposal(self, proposal: Proposal) -> None:
        """Show the groups of a proposal."""
        self.setRowCount(len(proposal.groups))
        for row, item in enumerate(proposal.groups):
            for column, words in enumerate(self._cells(item)):
                cell = QTableWidgetItem(words)
                cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                if 0 < column < _OPDS:
                    cell.setTextAlignment(_RIGHT)
                if column > _PEOPLE:
                    cell.setForeground(QColor(theme.color("text-soft")))
                if column == _OPDS:
                    cell.setToolTip(f"<qt>{escape(words)}</qt>")
                self.setItem(row, column, cell)

    def _cells(self, item: Proposed) -> tuple[str, ...]:
        group = item.group
        name = f"{group.code} {group.name}" if group.dimension else group.name
        opds = ", ".join(self.names.get(row, "") for row in group.opds)
        count = dict(item.elements)
        mix = (str(count.get(element) or "–") for element in ELEMENTS)
        return name, group.table_no, str(len(item.people)), *mix, opds


def proposal_words(proposal: Proposal) -> str:
    """Return in sentences what a proposal comes to and whom it leaves out."""
    sizes = [len(item.people) for item in proposal.groups]
    if not sizes and proposal.ask.rules.kind == BY_OPD:
        return worded("Belum ada OPD. Isi dahulu di layar OPD.")
    if not sizes:
        return "Pilih sedikitnya satu kelompok."
    least, most = min(sizes), max(sizes)
    each = f"{least}" if least == most else f"{least} sampai {most}"
    people = f"{sum(sizes)} peserta di {len(sizes)} kelompok, {each} orang tiap kelompok."
    words = "{count} kelompok; belum ada peserta."
    if any(item.group.opds for item in proposal.groups):
        words = worded("{count} kelompok OPD; belum ada peserta.")
    nobody = words.format(count=len(sizes))
    told = [people if sum(sizes) else nobody]
    rules = proposal.ask.rules
    if rules.kind == DIMENSION and rules.together and most > _UNEVEN * max(least, 1):
        told.append("Tidak rata: pilih Ratakan bila kelompok perlu sama besar.")
    if proposal.kept:
        told.append(f"{proposal.kept} orang yang dipindahkan tangan tetap di tempatnya.")
    if proposal.guests:
        told.append(f"{proposal.guests} tamu, narasumber, dan panitia tidak dibagi.")
    if proposal.absent:
        told.append(f"{proposal.absent} orang yang belum hadir tidak dibagi.")
    if proposal.guessed:
        words = worded("{count} OPD belum punya dimensi utama; dipakai dugaan dari namanya.")
        told.append(words.format(count=proposal.guessed))
    return " ".join(told)
