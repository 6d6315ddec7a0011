"""Right of the results: where a row has come from and what it became, each step a way to it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartcity_desktop.domain.result import GONE, Step, Trail
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.link_row import LinkRow
from ui.widgets.writing import for_writing

_EMPTY: Final = "Pilih satu isian untuk melihat asal dan kelanjutannya."
_NO_BACK: Final = "Ditulis langsung di lembar ini."
_NO_FORWARD: Final = "Belum dibawa ke mana pun."
_MOST: Final = 40
"""Steps that are shown one by one; the others are counted."""


class TrailPanel(QWidget):
    """Steps back, what changed in them since, and steps forward."""

    opened = Signal(str)
    """The row of a step."""
    noted = Signal(object)
    """Rows (a tuple) whose changes somebody has taken note of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a row."""
        super().__init__(parent)
        self.setObjectName("result-trail")
        self._trail = Trail()
        self.text = Label(_EMPTY, "strong", wrap=True, name="trail-text", parent=self)
        self.where = Label("", "small", wrap=True, name="trail-where", parent=self)
        self.note = Button("Sudah dilihat, biarkan isian ini", "trail-noted", parent=self)
        self.note.clicked.connect(self._note)
        for_writing(self.note)
        self.steps: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.text)
        self._column.addWidget(self.where)
        self._column.addStretch(1)
        self.note.hide()

    def kind_of(self, row: str) -> str:
        """Return what kind of row a step is (its entity), empty where none is shown for it."""
        steps = (*self._trail.back, *self._trail.forward)
        return next((step.ent for step in steps if step.row == row), "")

    def show_trail(self, trail: Trail) -> None:
        """Show the way of another row."""
        if trail == self._trail:
            return
        self._trail = trail
        for part in self.steps:
            self._column.removeWidget(part)
            part.hide()
            if part is not self.note:
                part.deleteLater()
        self.steps = []
        self.text.setText(trail.text or (_EMPTY if not trail.row else "(isian tanpa kalimat)"))
        self.where.setText(trail.where)
        if trail.row:
            self._put(Label("Dari mana ini?", "soft", parent=self))
            self._walk(trail.back, "back", _NO_BACK)
            if trail.changed:
                self._put(self.note)
                self.note.show()
            self._put(Label("Menjadi apa?", "soft", parent=self))
            self._walk(trail.forward, "forward", _NO_FORWARD)

    def _walk(self, steps: Sequence[Step], name: str, nothing: str) -> None:
        for place, step in enumerate(steps[:_MOST]):
            row = LinkRow(step_words(step), f"trail-{name}-{place + 1}", self)
            row.setEnabled(step.can_open)
            row.clicked.connect(lambda _checked=False, to=step.row: self.opened.emit(to))
            self._put(row)
            for change in step.changes:
                told = f"{change.label}: dulu “{change.before or '–'}”, sekarang “{change.after or '–'}”"
                self._put(Label(told, "warning", wrap=True, parent=self))
        if len(steps) > _MOST:
            self._put(Label(f"dan {len(steps) - _MOST} langkah lain", "small", parent=self))
        if not steps:
            self._put(Label(nothing, "small", wrap=True, parent=self))

    def _put(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, part)
        self.steps.append(part)

    def _note(self) -> None:
        self.noted.emit(tuple(step.row for step in self._trail.changed if step.since != GONE))


def step_words(step: Step) -> str:
    """Return a step in words: how far, what it is, what it says, where it stands."""
    far = "" if step.depth == 1 else "→ " * (step.depth - 1)
    changed = " · berubah sejak dibawa" if step.changes else " · sudah dihapus" if step.since == GONE else ""
    where = f"\n{step.where}" if step.where else ""
    return f"{far}{step.kind}: {step.text or '(tanpa kalimat)'}{changed}{where}"
