"""When and where the stages are."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.workshop import Stage
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_grid import HeadLine
from ui.widgets.label import Label, tip

_LONGEST_DAY: Final = "30 September 2026"
_DATE_FRAME: Final = 28
_HEADS: Final = ("Tahap", "Mulai", "Selesai", "Tempat")


class StageDates(QWidget):
    """A line for each stage: first day, last day, place."""

    edited = Signal(str, str, str)
    """Row of the stage, field, value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without stages."""
        super().__init__(parent)
        self.setObjectName("stage-dates")
        self.starts: dict[str, DateEdit] = {}
        self.ends: dict[str, DateEdit] = {}
        self.places: dict[str, QLineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(3, 1)
        for column, words in enumerate(_HEADS):
            self._grid.addWidget(Label(words, "small", parent=self), 0, column)
        self.warning = Label("", "warning", name="stage-warning", wrap=True, parent=self)
        self.warning.hide()

    def show_stages(self, stages: Sequence[Stage], year: int, kept: Collection[tuple[str, str]] = ()) -> None:
        """Show stages, but leave (row, field) in ``kept``; ``year`` stands where none is typed."""
        if list(self.starts) != [item.id for item in stages]:
            for place, item in enumerate(stages):
                self._add(place + 1, item, year)
            self._grid.addWidget(self.warning, len(stages) + 1, 1, 1, 3)
        for item in stages:
            dates = (("date_start", self.starts[item.id]), ("date_end", self.ends[item.id]))
            for field, edit in dates:
                edit.year = year
                if (item.id, field) not in kept and edit.value != getattr(item, field):
                    edit.show_value(getattr(item, field))
            line = self.places[item.id]
            if (item.id, "place") not in kept and line.text() != item.place:
                line.setText(item.place)
                line.setCursorPosition(0)
        self._fit()
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        """Give the days their room in another size of letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the days their room: only now the letters have their size."""
        super().showEvent(event)
        self._fit()

    def focus(self, stage: str) -> None:
        """Put the focus on the first day of a stage, of the first one where that is none."""
        first = self.starts.get(stage) or next(iter(self.starts.values()), None)
        if first is not None:
            first.setFocus()

    def _add(self, row: int, stage: Stage, year: int) -> None:
        name = stage_name(stage.number or row)
        label = Label(name, "strong", parent=self)
        tip(label, stage.title)
        self._grid.addWidget(label, row, 0)
        for column, (field, words, kept) in enumerate(
            (("date_start", "Mulai", self.starts), ("date_end", "Selesai", self.ends))
        ):
            edit = DateEdit(f"stage-{stage.number}-{field[5:]}", f"{words} Tahap {name}", year, self)
            edit.changed.connect(partial(self._changed, stage.id, field))
            kept[stage.id] = edit
            self._grid.addWidget(edit, row, column + 1)
        place = HeadLine(self)
        place.setObjectName(f"stage-{stage.number}-place")
        place.setAccessibleName(f"Tempat Tahap {name}")
        place.setPlaceholderText("Aula, gedung, atau hotel")
        place.textEdited.connect(partial(self.edited.emit, stage.id, "place"))
        self.places[stage.id] = place
        self._grid.addWidget(place, row, 3)

    def _fit(self) -> None:
        for edit in (*self.starts.values(), *self.ends.values()):
            edit.ensurePolished()
            edit.setFixedWidth(edit.fontMetrics().horizontalAdvance(_LONGEST_DAY) + _DATE_FRAME)

    def _changed(self, row: str, field: str, value: str) -> None:
        self._look()
        self.edited.emit(row, field, value)

    def _look(self) -> None:
        turned = [
            row
            for row, start in self.starts.items()
            if start.value and self.ends[row].value and self.ends[row].value < start.value
        ]
        rows = list(self.starts)
        names = ", ".join(stage_name(rows.index(row) + 1) for row in turned)
        self.warning.setText(f"Tahap {names} selesai sebelum mulai. Boleh dilanjutkan." if turned else "")
        self.warning.setVisible(bool(turned))
