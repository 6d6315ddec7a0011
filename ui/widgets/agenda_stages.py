"""Atur tahap: how many stages there are, what they are called, when and where each of their days is."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.paper_certificate import days_words
from smartcity_desktop.domain.wording import day_of, stage_name
from smartcity_desktop.domain.workshop import Stage
from ui.models.agenda import day_words
from ui.widgets.button import Button
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_grid import HeadLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label
from ui.widgets.number_edit import NumberEdit
from ui.widgets.writing import for_reading, for_writing

_SIZE: Final = (760, 470)
_LIST: Final = 220
_DATE_WIDTH: Final = 190
_MOST: Final = 8


class StageDialog(QDialog):
    """The stages at the left, the chosen one at the right; what is typed is told at once."""

    edited = Signal(str, str, str)
    """Row of the stage, field (``places@day`` too), value."""
    number_asked = Signal(str, int)
    added = Signal()
    removed = Signal(str)

    def __init__(self, stages: Sequence[Stage], row: str, year: int, parent: QWidget | None = None) -> None:
        """Show the stages with one chosen; ``year`` stands where none is typed into a date."""
        super().__init__(parent)
        self.setObjectName("agenda-stages")
        self.setWindowTitle("Atur tahap")
        self.resize(*_SIZE)
        self._stages: tuple[Stage, ...] = ()
        self._row = row
        self._showing = False
        self._typed: set[tuple[str, str]] = set()
        self.list = QListWidget(self)
        self.list.setObjectName("agenda-stage-list")
        self.list.setAccessibleName("Tahap")
        keep_width(self.list, _LIST)
        self.list.currentRowChanged.connect(self._chosen)
        self.number = NumberEdit("agenda-stage-number", "Nomor", (1, _MOST), self)
        keep_width(self.number, 64)
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(self._number_changed)
        self.title = GrowingText("agenda-stage-title", "Judul", "Bimtek Tahap …", parent=self)
        self.title.edited.connect(partial(self._told, "title"))
        self.start = self._date("agenda-stage-start", "Mulai", "date_start", year)
        self.end = self._date("agenda-stage-end", "Selesai", "date_end", year)
        self.homework = self._date("agenda-stage-homework", "Pekerjaan rumah sampai", "homework_until", year)
        self.place = self._line("agenda-stage-place", "Tempat", "place", "Aula, gedung, atau hotel")
        self.days: dict[str, QLineEdit] = {}
        self.warning = Label("", "warning", name="agenda-stage-warning", wrap=True, parent=self)
        self.add = Button("Tambah tahap", "agenda-stage-add", parent=self)
        self.add.clicked.connect(self.added)
        self.remove = Button("Hapus tahap", "agenda-stage-remove", "quiet", parent=self)
        self.remove.clicked.connect(self._remove)
        self._form = QFormLayout()
        self._lay_out()
        for_writing(self)
        self.show_stages(stages, row)

    def show_stages(self, stages: Sequence[Stage], row: str = "", kept: Collection[str] = ()) -> None:
        """Show other stages; ``row`` names the chosen one, ``kept`` its fields that are being typed."""
        self._stages = tuple(stages)
        self._row = row or self._row
        rows = [item.id for item in stages]
        place = rows.index(self.stage.id) if self.stage else 0
        self._showing = True
        self.list.clear()
        for item in stages:
            dates = days_words(day_of(item.date_start), day_of(item.date_end)) or "belum bertanggal"
            self.list.addItem(f"Tahap {stage_name(item.number or 0)}\n{dates}")
        self.list.setCurrentRow(place)
        self._showing = False
        self._show(kept)

    @property
    def stage(self) -> Stage | None:
        """The chosen stage."""
        found = next((item for item in self._stages if item.id == self._row), None)
        return found or (self._stages[0] if self._stages else None)

    def say(self, words: str) -> None:
        """Show a sentence about something that was not done."""
        self.warning.setText(words)
        self.warning.setVisible(bool(words))

    def focus_dates(self) -> None:
        """Put the keyboard into the first day."""
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter leave a field instead of pressing a button."""
        is_enter = Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not isinstance(self.focusWidget(), QPushButton):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _show(self, kept: Collection[str]) -> None:
        stage = self.stage
        if stage is None:
            return
        self._showing = True
        self.number.setValue(stage.number or 1)
        if "title" not in kept:
            self.title.show_text(stage.title)
        for field, edit in (
            ("date_start", self.start),
            ("date_end", self.end),
            ("homework_until", self.homework),
        ):
            if field not in kept and edit.value != getattr(stage, field):
                edit.show_value(getattr(stage, field))
        if "place" not in kept:
            _show_line(self.place, stage.place)
        self._show_days(stage, kept)
        turned = bool(stage.date_end) and stage.date_end < stage.date_start
        self.say("Tahap ini selesai sebelum mulai. Hanya hari pertama yang dipakai." if turned else "")
        self.add.setEnabled(len(self._stages) < _MOST)
        self._showing = False

    def _show_days(self, stage: Stage, kept: Collection[str]) -> None:
        days = agenda.stage_days(stage.date_start, stage.date_end)
        if tuple(self.days) != days:
            for line in self.days.values():
                self._form.removeRow(line)
            self.days = {}
            for number, day in enumerate(days, start=1):
                line = self._line(
                    f"agenda-stage-day-{number}", f"Tempat {day_words(day)}", f"places@{day}", ""
                )
                self._form.addRow(Label(day_words(day), "soft", parent=self), line)
                self.days[day] = line
        for day, line in self.days.items():
            line.setPlaceholderText(stage.place or "Tempat hari ini bila berbeda")
            if f"places@{day}" not in kept:
                _show_line(line, stage.places.get(day, ""))

    def _date(self, name: str, words: str, field: str, year: int) -> DateEdit:
        edit = DateEdit(name, words, year, self)
        keep_width(edit, _DATE_WIDTH)
        edit.changed.connect(partial(self._told, field))
        return edit

    def _line(self, name: str, words: str, field: str, hint: str) -> QLineEdit:
        line = HeadLine(self)
        line.setObjectName(name)
        line.setAccessibleName(words)
        line.setPlaceholderText(hint)
        line.textEdited.connect(partial(self._told, field))
        return line

    def _told(self, field: str, value: str) -> None:
        stage = self.stage
        if stage is not None and not self._showing:
            self.edited.emit(stage.id, field, value)

    def _number_changed(self, number: int) -> None:
        stage = self.stage
        if stage is not None and not self._showing and number != stage.number:
            self.number_asked.emit(stage.id, number)

    def _chosen(self, place: int) -> None:
        if not self._showing and 0 <= place < len(self._stages):
            self._row = self._stages[place].id
            self._show(())

    def _remove(self) -> None:
        stage = self.stage
        if stage is not None:
            self.removed.emit(stage.id)

    def _lay_out(self) -> None:
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        for words, field in (
            ("Nomor", self.number),
            ("Judul", self.title),
            ("Mulai", self.start),
            ("Selesai", self.end),
            ("Pekerjaan rumah sampai", self.homework),
            ("Tempat", self.place),
        ):
            label = Label(words, "soft", parent=self)
            label.setBuddy(field)
            self._form.addRow(label, field)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(self._form)
        right.addWidget(self.warning)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        close = Button("Tutup", "agenda-stage-close", "primary", parent=self)
        close.clicked.connect(self.accept)
        for_reading(self.list, close)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(foot)


def _show_line(line: QLineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)
