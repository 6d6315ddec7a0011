"""One point of an RPJMD/RPD that was read: its text, its place, what changes, its indicators, its doubts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.frame_reading import FrameReading
from smartcity_desktop.domain.plan_frame import ISU, LADDER, FramePoint, word_of
from smartcity_desktop.domain.plan_frame_change import NEW, PointChange, homes
from smartcity_desktop.domain.renstra_draft import PointDraft
from smartcity_desktop.domain.wording import label, shortened
from ui import theme
from ui.models import frame_preview as words
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable

_PAUSE_MS: Final = 400
_LONG: Final = 70
_TEXT: Final = 76
_KINDS: Final = (*LADDER, ISU)
_FREE: Final = "(paling atas)"
_USED: Final = "Dipilih di {count} isian atau keselarasan. Bila dihapus, di sana tertulis (dihapus)."


class PointPane(QWidget):
    """What a person says about a point goes out as a signal; nothing is kept here."""

    mended = Signal(int, object)
    """The place of a point, and the PointDraft it shall be."""
    tied = Signal(int, str)
    """The place of a point, and the row of the standing one that it is; an empty one where it is new."""
    agreed = Signal()
    left = Signal()
    parted = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a point."""
        super().__init__(parent)
        self.setObjectName("frame-preview-point")
        self._place: int | None = None
        self._point = PointDraft()
        self.head = Label("", "strong", name="frame-preview-head", wrap=True, parent=self)
        self.doubts = Label("", "warning", name="frame-preview-doubts", wrap=True, parent=self)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("frame-preview-text")
        self.text.setAccessibleName("Teks butir")
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self.kind = self._box("frame-preview-kind", "Jenis butir")
        self.home = self._box("frame-preview-home", "Di bawah butir")
        self.same = self._box("frame-preview-same", "Sama dengan butir lama")
        for one in _KINDS:
            self.kind.addItem(label("plan_point", one), one)
        self.changes = ReadTable("frame-preview-changes", "Yang berubah pada butir ini", 2, self)
        self.goals = ReadTable("frame-preview-goals", "Indikator butir ini", 1, self)
        self.uses = Label("", "soft", name="frame-preview-uses", wrap=True, parent=self)
        self.remove = QCheckBox("Hapus butir ini dari RPJMD / RPD", self)
        self.remove.setObjectName("frame-preview-remove")
        self.remove.clicked.connect(self.removed)
        self.agree = Button("Betul", "frame-preview-agree", parent=self)
        self.agree.clicked.connect(self.agreed)
        self.leave = Button("Lewati", "frame-preview-leave", parent=self)
        self.leave.clicked.connect(self.left)
        self.part = Button("", "frame-preview-part", parent=self)
        self.part.clicked.connect(self.parted)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.text.textChanged.connect(self._pause.start)
        self._lay_out()
        self.hide()

    def show_point(
        self, reading: FrameReading, item: PointChange, point: FramePoint, gone: Sequence[PointChange]
    ) -> None:
        """Show another point, or the same one after a decision; what is being typed stays.

        ``gone`` are the standing points that the reading does not have: it may have become one of them.
        """
        same = self._place is not None and self._place == item.place
        self._place = item.place
        mark, _ink = words.mark_of(reading, item)
        word = word_of(point.point.kind)
        self.head.setText(f"{point.word if point.number else word} · {mark}")
        waits = item.place is not None and reading.waits(item.place)
        self.doubts.setText("\n".join(map(worded, item.doubts)) if waits else "")
        self.doubts.setVisible(bool(self.doubts.text()))
        if item.place is not None:
            self._point = reading.points[item.place]
        # The comparison may be older than what was typed since: the reading knows the words.
        text = self._point.text if item.place is not None else point.point.text
        if not same or not (self.text.hasFocus() or self._typed() == text):
            with QSignalBlocker(self.text):
                self.text.setPlainText(text)
        self._show_place(reading, item)
        self._show_ties(reading, item, gone)
        self._show_tables(item, point)
        self._show_ways(reading, item)
        self.show()

    @property
    def may_tie(self) -> bool:
        """Whether the point may be said to be one that stands."""
        return self._form.isRowVisible(self.same)

    def choose_tie(self) -> None:
        """Go to the standing points that it may be."""
        self.same.setFocus()
        self.same.showPopup()

    def edit(self) -> None:
        """Go to the text."""
        if not self.text.isReadOnly():
            self.text.setFocus()
            self.text.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand over what was typed before another point, or another answer, takes its place."""
        if watched is self.text and event.type() == QEvent.Type.FocusOut and self._pause.isActive():
            self.flush()
        return super().eventFilter(watched, event)

    def flush(self) -> None:
        """Hand over what was typed."""
        self._pause.stop()
        text = self._typed()
        if self._place is not None and text and text != self._point.text:
            self.mended.emit(self._place, replace(self._point, text=text))

    def _typed(self) -> str:
        return " ".join(self.text.toPlainText().split())

    def _show_place(self, reading: FrameReading, item: PointChange) -> None:
        gone = item.place is None
        self.text.setReadOnly(gone)
        for box in (self.kind, self.home):
            self._form.setRowVisible(box, not gone)
        if item.place is None:
            return
        with QSignalBlocker(self.kind), QSignalBlocker(self.home):
            self.kind.setCurrentIndex(max(0, self.kind.findData(self._point.kind)))
            self.home.clear()
            self.home.addItem(_FREE, -1)
            for place in homes(reading.points, item.place):
                upper = reading.points[place]
                named = f"{word_of(upper.kind)} {upper.code}".strip()
                self.home.addItem(f"{named}: {shortened(upper.text, _LONG)}", place)
            upper_place = -1 if self._point.parent is None else self._point.parent
            self.home.setCurrentIndex(max(0, self.home.findData(upper_place)))
            self.home.setEnabled(self.home.count() > 1)

    def _show_ties(self, reading: FrameReading, item: PointChange, gone: Sequence[PointChange]) -> None:
        place = item.place
        tied = reading.said.ties.get(place) if place is not None else None
        olds = [one.old for one in gone if one.old is not None and one.old.point.kind == self._point.kind]
        if tied and item.old is not None:
            olds.insert(0, item.old)
        may = place is not None and bool(olds) and (tied is not None or item.state == NEW)
        with QSignalBlocker(self.same):
            self.same.clear()
            self.same.addItem("(butir baru)", "")
            for old in olds:
                self.same.addItem(shortened(old.point.text, _LONG), str(old.point.id))
            self.same.setCurrentIndex(max(0, self.same.findData(str(tied or ""))))
        self._form.setRowVisible(self.same, may)

    def _show_tables(self, item: PointChange, point: FramePoint) -> None:
        lines = words.change_lines(item)
        self.changes.show_lines(words.CHANGE_HEADS, lines, words.CHANGE_WIDTHS)
        self.changes.setVisible(bool(lines))
        heads, goals = words.indicator_table(point)
        widths = {0: 104} | dict.fromkeys(range(2, len(heads)), 150)
        self.goals.show_lines(heads, goals, widths)
        self.goals.setVisible(bool(goals))

    def _show_ways(self, reading: FrameReading, item: PointChange) -> None:
        place = item.place
        self.agree.setVisible(self.doubts.isVisibleTo(self))
        self.leave.setVisible(place is not None)
        out = place in reading.left_out
        self.leave.setText("Pakai butir ini" if out else "Lewati butir ini")
        apart = place in reading.said.apart
        self.part.setText("Samakan dengan yang lama" if apart else "Ini butir baru")
        tied = place in reading.said.ties
        self.part.setVisible(not tied and (apart or any(field.words == "Teks" for field in item.fields)))
        gone = place is None and item.old is not None
        self.remove.setVisible(gone)
        self.remove.setChecked(gone and item.old is not None and item.old.point.id in reading.said.gone)
        self.uses.setText(_USED.format(count=item.uses) if item.uses else "Tidak dipilih di isian mana pun.")
        self.uses.setVisible(gone)

    def _box(self, name: str, told: str) -> QComboBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(told)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._tied if name == "frame-preview-same" else self._placed)
        return box

    def _placed(self, _row: int) -> None:
        if self._place is None:
            return
        home = int(self.home.currentData())
        point = replace(self._point, kind=str(self.kind.currentData()), parent=None if home < 0 else home)
        if point != self._point:
            self.mended.emit(self._place, point)

    def _tied(self, _row: int) -> None:
        if self._place is not None:
            self.tied.emit(self._place, str(self.same.currentData() or ""))

    def _lay_out(self) -> None:
        self.text.setFixedHeight(theme.scaled(_TEXT))
        self._form = QFormLayout()
        self._form.setSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(Label("Jenis", "soft", parent=self), self.kind)
        self._form.addRow(Label("Di bawah", "soft", parent=self), self.home)
        self._form.addRow(Label("Sama dengan", "soft", parent=self), self.same)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for part in (self.agree, self.leave, self.part):
            ways.addWidget(part)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in (self.head, self.doubts):
            column.addWidget(line)
        column.addWidget(self.text)
        column.addLayout(self._form)
        column.addWidget(self.uses)
        column.addWidget(self.remove)
        column.addLayout(ways)
        column.addWidget(self.changes, 1)
        column.addWidget(self.goals, 1)
        column.addStretch(0)
