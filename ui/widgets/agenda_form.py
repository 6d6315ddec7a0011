"""The chosen block as a form: what it is, when, where, with what, and what only the team reads."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda import Placed
from smartcity_desktop.domain.agenda_plan import AgendaPlan, PlanDay
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import plan_time
from ui import theme
from ui.models import agenda as model
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_edit import TimeEdit
from ui.widgets.field_grid import HeadLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.kept_width import keep_width
from ui.widgets.label import Label
from ui.widgets.number_edit import NumberEdit
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing

_SLACK_MOST: Final = 180
_SLACK_STEP: Final = 15
_SPEAK_MOST: Final = 60
_GROUPED: Final = frozenset({"kelompok", "presentasi"})
_SLIPS: Final = frozenset({"seremoni", "penandatanganan"})
_NONE: Final = "–"
_TOP: Final = 8
_NONE_CHOSEN: Final = "Pilih sesi lain di susunan, dengan tetikus atau tombol panah."


def _combo(name: str, words: str, parent: QWidget) -> QComboBox:
    made = ChoiceBox(parent)
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made


class AgendaForm(QFrame):
    """Tells each field that a person changes; times and lengths once they are whole."""

    edited = Signal(str, object)
    """Field and value of what moves no time."""
    length_asked = Signal(int)
    start_asked = Signal(str)
    """``HH:MM`` at which the block shall begin, and keep it; of the first block of a day: the day itself."""
    pin_asked = Signal(bool)
    insert_asked = Signal()
    duplicate_asked = Signal()
    remove_asked = Signal()
    back_asked = Signal()
    """Esc: the keyboard shall go back to the board."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a block."""
        super().__init__(parent)
        self.setObjectName("agenda-form")
        self.setAccessibleName("Isian sesi")
        theme.set_role(self, "card")
        self._showing = False
        self._item: Placed | None = None
        self._is_first = False
        self._rows: list[tuple[Label | None, QWidget]] = []
        self.page = QWidget(self)
        self._grid = QGridLayout(self.page)
        self._grid.setContentsMargins(14, 12, 12, 12)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._make_what()
        self._make_when()
        self._make_with()
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.area = scroll_area(self.page, "agenda-form-area", self)
        self.page.setStyleSheet("QWidget#agenda-form-page { background: transparent; }")
        self.page.setObjectName("agenda-form-page")
        self._filled = QWidget(self)
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(0)
        filled.addWidget(self.area, 1)
        filled.addLayout(self._doing())
        self.none = EmptyState("", _NONE_CHOSEN, name="agenda-form-none", parent=self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._filled)
        self.pages.addWidget(self.none)
        column.addWidget(self.pages)
        for_writing(self)

    def show_block(self, plan: AgendaPlan, row: str, kept: frozenset[str]) -> None:
        """Show a block of the plan, but leave the fields in ``kept`` as they are being typed."""
        before, self._item = self._item, plan.find(row)
        self.setEnabled(self._item is not None)
        self.pages.setCurrentWidget(self.none if self._item is None else self._filled)
        if self._item is None:
            return
        is_other = before is None or before.block.id != self._item.block.id
        number, place = model.place_of(plan, row)
        self._is_first = place == 0
        self._showing = True
        block = self._item.block
        self._show_words(block, plan.days[number], kept)
        self._show_times(self._item, plan.days[number], kept, is_other=is_other)
        self._fill(self.worksheet, plan.worksheets, block.worksheet)
        self._fill(self.grouping, plan.groupings, block.grouping)
        self._choose(self.kind, block.kind)
        self._show_rows(block)
        self._showing = False

    def say_none(self, words: str) -> None:
        """Say in a few words why no block stands here."""
        self.none.title.setText(words)
        self.none.setAccessibleName(words)

    def hand_in(self) -> None:
        """Tell what was typed into a time or a number and has not been left yet."""
        if self._item is None or not self.isEnabled():
            return
        for box in (self.minutes, self.slack, self.speak, self.reply):
            box.interpretText()
        self._start_left()

    def go_to_title(self) -> None:
        """Put the keyboard into the title, all of it marked."""
        self.area.ensureVisible(0, 0)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc go back to the board."""
        if Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)

    def _make_what(self) -> None:
        self.title = GrowingText("agenda-title", "Judul", "Judul sesi", parent=self)
        self.title.edited.connect(partial(self._told, "title"))
        self.title.entered.connect(self.back_asked)
        self._row("Judul", self.title, grows=True)
        self.kind = _combo("agenda-kind", "Jenis", self)
        for kind, words in agenda.KIND_WORDS.items():
            self.kind.addItem(words, kind)
        self.kind.setPlaceholderText("Pilih jenis")
        self.kind.activated.connect(self._kind_chosen)
        self._row("Jenis", self.kind)

    def _make_when(self) -> None:
        self.start = TimeEdit("agenda-start", "Mulai", self)
        keep_width(self.start, 76)
        self.start.editingFinished.connect(self._start_left)
        self.fixed = QCheckBox("Jam tetap", self)
        self.fixed.setObjectName("agenda-fixed")
        self.fixed.clicked.connect(self._fixed_clicked)
        when = QWidget(self)
        row = QHBoxLayout(when)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.start)
        row.addWidget(self.fixed)
        row.addStretch(1)
        self._row("Mulai", when, buddy=self.start)
        self.minutes = self._number("agenda-minutes", "Lama", (agenda.SHORTEST, agenda.LONGEST), agenda.STEP)
        self.minutes.valueChanged.connect(self._length_changed)
        self._row("Lama", self.minutes)
        self.slack = self._number("agenda-slack", "Boleh mundur", (0, _SLACK_MOST), _SLACK_STEP)
        self.slack.setSpecialValueText(_NONE)
        self.slack.valueChanged.connect(partial(self._number_told, "slack"))
        self._slack_row = self._row("Boleh mundur", self.slack)
        self.told = Label("", "small", name="agenda-told", wrap=True, parent=self)
        self._grid.addWidget(self.told, self._grid.rowCount(), 1)

    def _make_with(self) -> None:
        self.speaker = self._line("agenda-speaker", "Pemateri", "speaker", "Nama atau jabatan")
        self.place = self._line("agenda-place", "Ruang", "place", "")
        self.worksheet = _combo("agenda-worksheet", "Kertas kerja", self)
        self.worksheet.activated.connect(partial(self._row_chosen, "worksheet", self.worksheet))
        self._sheet_row = self._row("Kertas kerja", self.worksheet)
        self.grouping = _combo("agenda-grouping", "Pembagian kelompok", self)
        self.grouping.activated.connect(partial(self._row_chosen, "grouping", self.grouping))
        self._group_row = self._row("Kelompok", self.grouping)
        self.speak = self._number("agenda-speak", "Waktu bicara per kelompok", (0, _SPEAK_MOST), 1)
        self.reply = self._number("agenda-reply", "Waktu tanggapan per kelompok", (0, _SPEAK_MOST), 1)
        for field, box in (("speak_minutes", self.speak), ("reply_minutes", self.reply)):
            box.setSpecialValueText(_NONE)
            box.valueChanged.connect(partial(self._number_told, field))
        self._speak_row = self._row("Bicara", self.speak)
        self._reply_row = self._row("Tanggapan", self.reply)
        self.public = self._lines("agenda-public", "Yang dilihat ruangan", "public", "Tampil di proyektor")
        self.private = self._lines("agenda-private", "Catatan panitia", "private", "Hanya di Rundown Panitia")

    def _doing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(2)
        insert = Button("Sisipkan", "agenda-insert", "quiet", parent=self)
        duplicate = Button("Gandakan", "agenda-duplicate", "quiet", parent=self)
        self.remove = Button("Hapus", "agenda-remove", "quiet", parent=self)
        for button, told in (
            (insert, self.insert_asked),
            (duplicate, self.duplicate_asked),
            (self.remove, self.remove_asked),
        ):
            button.clicked.connect(told)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _row(
        self, words: str, field: QWidget, *, buddy: QWidget | None = None, grows: bool = False
    ) -> QWidget:
        label = Label(words, "soft", wrap=True, parent=self)
        label.setBuddy(buddy or field)
        keep_width(label, 84)
        place = self._grid.rowCount()
        if grows:
            label.setContentsMargins(0, _TOP, 0, 0)
        self._grid.addWidget(
            label, place, 0, Qt.AlignmentFlag.AlignTop if grows else Qt.AlignmentFlag.AlignVCenter
        )
        self._grid.addWidget(field, place, 1)
        self._rows.append((label, field))
        return field

    def _line(self, name: str, words: str, field: str, hint: str) -> QLineEdit:
        line = HeadLine(self)
        line.setObjectName(name)
        line.setAccessibleName(words)
        line.setPlaceholderText(hint)
        line.textEdited.connect(partial(self._told, field))
        self._row(words, line)
        return line

    def _lines(self, name: str, words: str, field: str, hint: str) -> GrowingText:
        text = GrowingText(name, words, hint, paragraph=False, parent=self)
        text.edited.connect(partial(self._told, field))
        place = self._grid.rowCount()
        label = Label(words, "soft", parent=self)
        label.setBuddy(text)
        self._grid.addWidget(label, place, 0, 1, 2)
        self._grid.addWidget(text, place + 1, 0, 1, 2)
        return text

    def _number(self, name: str, words: str, limits: tuple[int, int], step: int) -> NumberEdit:
        box = NumberEdit(name, words, limits, self)
        box.setSuffix(" menit")
        box.setSingleStep(step)
        box.setKeyboardTracking(False)
        keep_width(box, 104)
        return box

    def _show_words(self, block: Session, day: PlanDay, kept: frozenset[str]) -> None:
        for name, text in (("title", self.title), ("public", self.public), ("private", self.private)):
            if name not in kept:
                text.show_text(getattr(block, name))
        for name, line in (("speaker", self.speaker), ("place", self.place)):
            if name not in kept and line.text() != getattr(block, name):
                line.setText(getattr(block, name))
                line.setCursorPosition(0)
        self.place.setPlaceholderText(day.place or "Aula, ruang rapat, atau lapangan")

    def _show_times(self, item: Placed, day: PlanDay, kept: frozenset[str], *, is_other: bool) -> None:
        block = item.block
        begun = bool(block.started_at)
        if is_other or not (self.start.hasFocus() and self.start.isModified()):
            self.start.show_value(agenda.clock_of(item.start))
        for box, value in ((self.minutes, item.minutes), (self.slack, block.slack or 0)):
            _put(box, value, is_other=is_other)
        for name, box in (("speak_minutes", self.speak), ("reply_minutes", self.reply)):
            if name not in kept:
                _put(box, getattr(block, name) or 0, is_other=is_other)
        self.fixed.setChecked(block.fixed)
        for field in (self.start, self.fixed, self.minutes, self.remove):
            field.setEnabled(not begun)
        self.told.setText(self._words(item, day))
        self.told.setVisible(bool(self.told.text()))

    def _words(self, item: Placed, day: PlanDay) -> str:
        """Return what is to be known of the times of a block."""
        block = item.block
        if block.started_at:
            return f"{model.state_words(block)}. Jam rencananya tetap."
        parts = []
        if self._is_first and not block.fixed:
            parts.append("Sesi pertama: jamnya menggeser seluruh hari, jam tetap diam.")
        if item.says:
            parts.append(f"{'Sesi sebelumnya ' if item.overlap else ''}{item.says}.".capitalize())
        if block.slack:
            parts.append(self._slack_words(item, day, block.slack))
        return " ".join(parts)

    def _slack_words(self, item: Placed, day: PlanDay, slack: int) -> str:
        late = agenda.late([other.block for other in day.blocks], item.block.id, slack)
        over = next((other for other in late if other.overlap and other.start >= item.start), None)
        begins = plan_time(agenda.clock_of(item.start + slack))
        if over is None:
            return f"Mulai {begins} pun tidak menyentuh jam tetap."
        return f"Bila mulai {begins}: {over.block.title} tetap {agenda.span(over)}, {over.says}."

    def _show_rows(self, block: Session) -> None:
        grouped = block.kind in _GROUPED
        for field, is_shown in (
            (self._slack_row, block.kind in _SLIPS or bool(block.slack)),
            (self._sheet_row, grouped or bool(block.worksheet)),
            (self._group_row, grouped or bool(block.grouping)),
            (self._speak_row, block.kind == "presentasi"),
            (self._reply_row, block.kind == "presentasi"),
        ):
            for label, other in self._rows:
                if other is field:
                    other.setVisible(is_shown)
                    if label is not None:
                        label.setVisible(is_shown)

    def _fill(self, combo: QComboBox, known: Sequence[tuple[RowId, str]], row: str) -> None:
        wanted = [("", _NONE), *known]
        if [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())] != wanted:
            combo.clear()
            for value, words in wanted:
                combo.addItem(words, value)
        self._choose(combo, row)

    def _choose(self, combo: QComboBox, value: str) -> None:
        combo.setCurrentIndex(combo.findData(value))

    def _told(self, field: str, text: str) -> None:
        if not self._showing:
            self.edited.emit(field, text)

    def _number_told(self, field: str, value: int) -> None:
        if not self._showing:
            self.edited.emit(field, value or None)

    def _length_changed(self, minutes: int) -> None:
        if not self._showing:
            self.length_asked.emit(minutes)

    def _kind_chosen(self) -> None:
        self.edited.emit("kind", self.kind.currentData())

    def _row_chosen(self, field: str, combo: QComboBox, _place: int) -> None:
        self.edited.emit(field, combo.currentData())

    def _fixed_clicked(self) -> None:
        self.pin_asked.emit(self.fixed.isChecked())

    def _start_left(self) -> None:
        item, value = self._item, self.start.value
        if item is None or self.start.is_wrong or not value or not self.start.isEnabled():
            return
        if value != agenda.clock_of(item.start):
            self.start.setModified(False)
            self.start_asked.emit(value)

    @property
    def is_first(self) -> bool:
        """Whether the block is the first of its day."""
        return self._is_first


def _put(box: NumberEdit, value: int, *, is_other: bool) -> None:
    """Show a number, but not over one of the same block that is being typed and is not whole yet."""
    if is_other or not box.is_begun:
        box.setValue(value)
