"""The missions that are worked on: each with its words, what it is tied to, its place in the list."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.vision import Board, Text, point_name, written
from smartcity_desktop.domain.wording import shortened
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label, tip
from ui.widgets.tick_menu import TickMenu
from ui.widgets.writing import for_writing

_HINT: Final = "Satu kalimat yang dimulai dengan kata kerja"
_NO_POINTS: Final = "Belum ada misi RPJMD. Tambahkan di layar Dokumen."
_NO_DIMENSIONS: Final = "Belum ada dimensi."
_NUMBER: Final = 22
_STEPS: Final = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
_NAME: Final = 40
_NAMED: Final = 3
"""Ties that a button names; the others are counted, and told in its tooltip."""


class _MissionText(GrowingText):
    """Alt+Up and Alt+Down move the mission itself; the editor of Qt would keep these keys."""

    stepped = Signal(str)
    """``up`` or ``down``."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the keys that move."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)


class MissionRow(QWidget):
    """One mission."""

    edited = Signal(str)
    """Its words, after a person changed them."""
    asked = Signal(str)
    """What a person wants of it: ``up``, ``down``, ``drop``, ``trail``, ``next``."""
    tied = Signal(str, object)
    """The field (``point``, ``dimension``) and the keys that are ticked."""

    def __init__(self, row: str, parent: QWidget | None = None) -> None:
        """Stand for the mission ``row``."""
        super().__init__(parent)
        self.row = row
        self.number = Label("", "strong", parent=self)
        self.number.setFixedWidth(_NUMBER)
        self.number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text = _MissionText(f"mission-{row}", "Misi", _HINT, parent=self)
        self.text.stepped.connect(self._move)
        self.text.edited.connect(self.edited)
        self.text.entered.connect(partial(self.asked.emit, "next"))
        self.points = TickMenu(f"mission-points-{row}", _NO_POINTS, self)
        self.dimensions = TickMenu(f"mission-dimensions-{row}", worded(_NO_DIMENSIONS), self)
        self.points.ticked.connect(partial(self.tied.emit, "point"))
        self.dimensions.ticked.connect(partial(self.tied.emit, "dimension"))
        self.point = Button("Misi RPJMD", f"mission-point-{row}", parent=self)
        self.point.setMenu(self.points)
        self.dimension = Button(worded("Dimensi"), f"mission-dimension-{row}", parent=self)
        self.dimension.setMenu(self.dimensions)
        self.trail = Button("Dari mana ini?", f"mission-trail-{row}", "quiet", parent=self)
        self.up = Button("↑", f"mission-up-{row}", "quiet", parent=self)
        self.down = Button("↓", f"mission-down-{row}", "quiet", parent=self)
        self.drop = Button("Lepas", f"mission-drop-{row}", "quiet", parent=self)
        for button, key, words in (
            (self.up, "up", "Naikkan misi (Alt+Panah atas)"),
            (self.down, "down", "Turunkan misi (Alt+Panah bawah)"),
            (self.drop, "drop", "Keluar dari daftar; versi yang memuatnya tetap menyimpannya"),
            (self.trail, "trail", ""),
        ):
            button.clicked.connect(partial(self.asked.emit, key))
            tip(button, words)
        self.up.setAccessibleName("Naikkan misi")
        self.down.setAccessibleName("Turunkan misi")
        for_writing(self.text, self.point, self.dimension, self.up, self.down, self.drop)
        self._lay_out()

    def show_mission(self, board: Board, item: Text, place: int, *, waits: bool) -> None:
        """Show how it stands, ``place`` from 0; words that are still being saved stay as they are typed."""
        self.number.setText(f"{place + 1}.")
        self.text.setAccessibleName(f"Misi {place + 1}")
        if not waits:
            self.text.show_text(item.text)
        points = [(point.id, point_name(at, point)) for at, point in enumerate(board.points, start=1)]
        offered = [
            (one.id, one.shown) for one in board.dimensions if not one.retired or one.id in item.dimensions
        ]
        self.points.offer(points, item.points)
        self.dimensions.offer(offered, item.dimensions)
        self._say(self.point, "Misi RPJMD", board.point_numbers(item.points))
        self._say(self.dimension, worded("Dimensi"), board.dimension_codes(item.dimensions))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < len(board.missions) - 1)
        self.trail.setVisible(bool(item.origin))

    @staticmethod
    def _say(button: Button, word: str, chosen: Sequence[str]) -> None:
        whole = f"{word}: {', '.join(chosen) if chosen else 'belum'}"
        bare = [part.removeprefix("Misi ") for part in chosen]
        more = f" +{len(bare) - _NAMED}" if len(bare) > _NAMED else ""
        button.setText(f"{word}: {', '.join(bare[:_NAMED])}{more}" if bare else whole)
        button.setAccessibleName(whole)
        tip(button, whole if more else "")

    def _move(self, key: str) -> None:
        button = self.up if key == "up" else self.down
        if button.isEnabled():
            self.asked.emit(key)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.text, 1)
        for part in (self.up, self.down):
            first.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.setContentsMargins(_NUMBER + 6, 0, 0, 0)
        for part in (self.point, self.dimension):
            second.addWidget(part)
        second.addStretch(1)
        for part in (self.trail, self.drop):
            second.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)


class MissionList(QWidget):
    """All missions, and behind them those that were taken off the list."""

    edited = Signal(str, str)
    """The row of a mission and its words."""
    asked = Signal(str, str)
    """The row of a mission, and what a person wants of it (``MissionRow.asked``, ``back``)."""
    tied = Signal(str, str, object)
    """The row of a mission, the field, and the keys that are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("missions")
        self.rows: dict[str, MissionRow] = {}
        self.dropped: list[Button] = []
        self._wanted = ""
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._gone = QVBoxLayout()
        self._gone.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addLayout(self._gone)

    def focus_on(self, row: str) -> None:
        """Give the keyboard to a mission, as soon as it is shown."""
        self._wanted = row
        if row in self.rows:
            self.rows[row].text.setFocus()
            self._wanted = ""

    def show_board(self, board: Board, waiting: frozenset[str]) -> None:
        """Show the missions in their order; ``waiting`` are those whose words are still being saved."""
        wanted = [item.id for item in board.missions]
        for row in [row for row in self.rows if row not in wanted]:
            self._forget(self.rows.pop(row))
        for place, item in enumerate(board.missions):
            known = self.rows.get(item.id) or self._new(item.id)
            if self._column.indexOf(known) != place:
                holds = known.text.hasFocus()
                self._column.removeWidget(known)
                self._column.insertWidget(place, known)
                if holds:
                    known.text.setFocus()
            known.show_mission(board, item, place, waits=item.id in waiting)
            known.show()
        self._show_dropped(written(board.dropped))
        if self._wanted in self.rows:
            self.focus_on(self._wanted)

    def _new(self, row: str) -> MissionRow:
        made = self.rows[row] = MissionRow(row, self)
        made.edited.connect(partial(self.edited.emit, row))
        made.asked.connect(partial(self.asked.emit, row))
        made.tied.connect(partial(self.tied.emit, row))
        return made

    def _show_dropped(self, items: Sequence[Text]) -> None:
        wanted = [(item.id, item.said) for item in items]
        if wanted == [(str(button.property("row")), str(button.property("said"))) for button in self.dropped]:
            return
        for button in self.dropped:
            self._forget(button)
        self.dropped = []
        for row, said in wanted:
            button = Button(
                f"Kembalikan: {shortened(said, _NAME)}",
                f"mission-back-{row}",
                "quiet",
                parent=self,
            )
            button.setProperty("row", row)
            button.setProperty("said", said)
            tip(button, said)
            button.clicked.connect(partial(self.asked.emit, row, "back"))
            for_writing(button)
            self._gone.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.dropped.append(button)

    @staticmethod
    def _forget(part: QWidget) -> None:
        part.hide()
        part.setParent(None)
        part.deleteLater()
