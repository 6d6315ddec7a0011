"""Catching up: which blocks to come give how many minutes, to be ticked before it is done in one act."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.running import CatchUp, Coming, RunDay, catch_up, day_state
from ui import theme
from ui.models.run_day import hour, late_line
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.number_edit import NumberEdit

USUAL: Final = 15
_MOST: Final = 120
_WIDE, _WIDEST = 880, 1280
"""Pixels of the dialog at the usual type size, and what the smallest screen has room for."""
_HEADS: Final = ("Sesi", "Sekarang", "Menjadi", "Dipangkas")
_NOTHING: Final = (
    "Tidak ada sesi yang masih bisa dipersingkat hari ini: jam tetap tidak disentuh, dan setiap kelompok "
    "tetap mendapat waktu bicaranya."
)


class CatchUpDialog(QDialog):
    """The proposal as a list with ticks; the times follow every tick at once."""

    asked = Signal(object)
    """Minutes by the row of their block (dict)."""

    def __init__(self, day: RunDay, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """Propose for this day; ``now`` returns the moment of the hall."""
        super().__init__(parent)
        self.setObjectName("catchUp")
        self.setWindowTitle("Kejar waktu")
        self.setModal(True)
        self._day, self._now = day, now
        self._found = CatchUp(USUAL)
        self._ticks: list[QTableWidgetItem] = []
        self._filling = False
        self.minutes = NumberEdit("catch-minutes", "Menit yang dikejar", (1, _MOST), self)
        self.minutes.setSuffix(" menit")
        self.minutes.setValue(USUAL)
        self.minutes.valueChanged.connect(self._propose)
        self.target = Label("", "soft", name="catch-target", parent=self)
        self.table = self._table()
        self.won = Label("", "strong", name="catch-sum", wrap=True, parent=self)
        self.effect = Label("", "soft", name="catch-result", wrap=True, parent=self)
        self.go = Button("Pakai", "catch-go", "primary", parent=self)
        self.go.setDefault(True)
        self.go.clicked.connect(self._ask)
        self.away = Button("Batal", "catch-cancel", parent=self)
        self.away.clicked.connect(self.reject)
        self._lay_out()
        self._propose()
        self.table.setFocus()

    @property
    def cuts(self) -> dict[RowId, int]:
        """What is ticked: minutes by the row of their block."""
        return {
            item.session.id: item.minutes
            for item, tick in zip(self._found.savings, self._ticks, strict=True)
            if tick.checkState() == Qt.CheckState.Checked
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space tick the chosen row, and Enter apply, wherever in the row the cursor is."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Space:
                self._turn(self.table.currentRow())
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._ask()
                return True
        return super().eventFilter(watched, event)

    def _propose(self, _value: int = 0) -> None:
        self._found = catch_up(self._day.blocks, self._now(), self.minutes.value(), self._day.waiting)
        fixed = self._found.fixed
        before = day_state(self._day.blocks, self._now())
        goal = f"sebelum {fixed.title} pukul {fixed.start_plan.replace(':', '.')}" if fixed else "hari ini"
        late = late_line(before)
        self.target.setText(f"{goal} · {late}" if late else goal)
        self._filling = True
        self.table.setRowCount(len(self._found.savings))
        self._ticks = []
        for place, item in enumerate(self._found.savings):
            behind = f" (sesudah {fixed.title})" if item.beyond and fixed else ""
            cell = QTableWidgetItem(f"{item.session.title}{behind}")
            cell.setFlags(cell.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            cell.setCheckState(Qt.CheckState.Checked)
            self.table.setItem(place, 0, cell)
            self._ticks.append(cell)
        self._filling = False
        self.table.setVisible(bool(self._found.savings))
        if self._found.savings:
            self.table.selectRow(0)
        self._show()

    def _show(self, _item: object = None) -> None:
        if self._filling:
            return
        cuts, now = self.cuts, self._now()
        before = _by_row(day_state(self._day.blocks, now).coming)
        state = day_state(self._day.blocks, now, cuts)
        after = _by_row(state.coming)
        self._filling = True
        for place, item in enumerate(self._found.savings):
            row = item.session.id
            texts = (_times(before[row]), _times(after[row]), f"{cuts[row]} menit" if row in cuts else "–")
            for column, text in enumerate(texts, start=1):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self._filling = False
        won = sum(cuts.values())
        self.won.setText(self._won(won) if self._found.savings else _NOTHING)
        line = late_line(state)
        self.effect.setText(f"Setelah itu: {line[0].lower()}{line[1:]}." if line and cuts else "")
        self.go.setText(f"Pakai (−{won} menit)" if won else "Pakai")
        self.go.setEnabled(bool(won))

    def _won(self, won: int) -> str:
        """Say how much is won, and that what lies behind the fixed block does not help to reach it."""
        told = f"Terkejar {won} dari {self.minutes.value()} menit."
        cuts, fixed = self.cuts, self._found.fixed
        beyond = {item.session.id for item in self._found.savings if item.beyond}
        behind = sum(minutes for row, minutes in cuts.items() if row in beyond)
        if not behind or fixed is None:
            return told
        after = "semuanya" if behind == won else f"{behind} menit di antaranya"
        return f"{told[:-1]}, {after} sesudah {fixed.title}: mulainya tidak berubah."

    def _turn(self, place: int) -> None:
        if 0 <= place < len(self._ticks):
            cell = self._ticks[place]
            on = cell.checkState() == Qt.CheckState.Checked
            cell.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _ask(self) -> None:
        cuts = self.cuts
        if cuts:
            self.accept()
            self.asked.emit(cuts)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(_HEADS), self)
        table.setObjectName("catch-table")
        table.setAccessibleName("Usulan mempersingkat sesi")
        table.setHorizontalHeaderLabels(list(_HEADS))
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.itemChanged.connect(self._show)
        table.installEventFilter(self)
        return table

    def _lay_out(self) -> None:
        self.setMinimumSize(min(theme.scaled(_WIDE), _WIDEST), 420)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label("Kejar", "title", parent=self))
        head.addWidget(self.minutes)
        head.addWidget(self.target, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(Label("Spasi mencentang · Enter memakai", "small", parent=self))
        buttons.addStretch(1)
        buttons.addWidget(self.away)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.won)
        column.addWidget(self.effect)
        column.addLayout(buttons)


def _by_row(coming: tuple[Coming, ...]) -> Mapping[RowId, Coming]:
    return {item.session.id: item for item in coming}


def _times(item: Coming) -> str:
    lasts = round((item.end - item.start).total_seconds() / 60)
    return f"{hour(item.start)}–{hour(item.end)} ({lasts} menit)"
