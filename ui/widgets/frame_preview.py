"""The points of an RPJMD/RPD before they are taken: a tree of what is new, changed, gone, and every doubt."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QSplitter, QVBoxLayout, QWidget

from smartcity_desktop.domain.frame_reading import FrameReading
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_frame import FramePoint, counted
from smartcity_desktop.domain.plan_frame_change import FrameChange, PointChange
from smartcity_desktop.domain.renstra import Decision, Draft, kinds
from smartcity_desktop.domain.renstra_draft import Act, PointDraft
from smartcity_desktop.errors import UserFault
from ui import theme
from ui.models import frame_preview as words
from ui.models.reading_history import answered_all
from ui.models.reading_looks import groups_of, looks_of
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.frame_preview_point import PointPane
from ui.widgets.frame_tree import FrameTree
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.reading_doubts import LookList
from ui.widgets.reading_looks import NOT_ALL
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

_ACTS: Final[Mapping[str, Act]] = {"accept": "accept", "mend": "mend", "leave_out": "leave_out"}
_KEYS: Final = "B betul · P perbaiki · L lewati · N baru atau sama · Delete hapus · Ctrl+Enter pakai"
_LETTERS: Final = frozenset("bpln")
_ROWS, _HEAD, _DOUBT = 2, 44, 62
"""How many doubts of the reading are shown at once, and the height of the title and of one, in pixels."""


class PreviewTree(FrameTree):
    """The tree of the points, decided by single keys."""

    keyed = Signal(str)
    """The letter that was pressed, ``delete`` for Del."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the keys that decide."""
        key, letter = Qt.Key(event.key()), event.text().lower()
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.keyed.emit("p")
        elif bare and key == Qt.Key.Key_Delete:
            self.keyed.emit("delete")
        elif bare and letter and letter in _LETTERS:
            self.keyed.emit(letter)
        else:
            super().keyPressEvent(event)


class FramePreviewPage(QWidget):
    """Nothing is stored here: answers change the reading, which is handed over whole or not at all."""

    change_asked = Signal(object)
    """The FrameReading whose comparison with what stands is wanted."""
    adopted = Signal(object)
    """The FrameReading as it was decided."""
    cancelled = Signal()
    agencies_asked = Signal()
    """The programs of the agencies in the same file shall be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing read."""
        super().__init__(parent)
        self.setObjectName("frame-preview")
        self._reading = FrameReading(Draft())
        self._before: list[FrameReading] = []
        self._change = FrameChange()
        self._part = words.ALL
        self._points: tuple[FramePoint, ...] = ()
        self._marks: dict[str, tuple[str, str]] = {}
        self._afresh = False
        self.is_open = False
        """Whether a reading is shown that is neither stored nor given up."""
        self.sentence = Label("", "title", name="frame-preview-sentence", wrap=True, parent=self)
        self.note = Label("", "soft", name="frame-preview-note", wrap=True, parent=self)
        self.parts = Segments(
            [(word, f"frame-preview-part-{place}") for place, word in enumerate(words.PARTS)], self
        )
        self.parts.chosen.connect(self._narrow)
        self.tree = PreviewTree(self)
        self.tree.setObjectName("frame-preview-tree")
        self.tree.setAccessibleName("Butir yang terbaca")
        self.tree.may_write = False
        self.tree.chosen.connect(self._choose)
        self.tree.keyed.connect(self._key)
        self.point = PointPane(self)
        self.point.mended.connect(self._mend)
        self.point.tied.connect(self._tie)
        self.point.agreed.connect(lambda: self._key("b"))
        self.point.left.connect(lambda: self._key("l"))
        self.point.parted.connect(lambda: self._key("n"))
        self.point.removed.connect(lambda: self._key("delete"))
        self._make_foot()
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._use)

    @property
    def reading(self) -> FrameReading:
        """What was read, after what was decided so far."""
        return self._reading

    def show_reading(self, reading: FrameReading, *, several: bool) -> None:
        """Show another reading; ``several`` says that the file holds the programs of several OPD too."""
        self._reading, self._before, self._change = reading, [], FrameChange()
        self._part, self._afresh = words.ALL, True
        self.parts.show_chosen(words.ALL)
        self.agencies.setVisible(several)
        self.is_open = True
        self.change_asked.emit(reading)

    def show_change(self, change: FrameChange) -> None:
        """Show what taking the points would come to."""
        self._change = change
        self._show()
        if self._afresh:
            self._afresh = False
            if self._reading.asked:
                self.doubts.focus_first()
            else:
                self.tree.setFocus()

    def take_back(self) -> None:
        """Take back the last thing that was decided."""
        if self._before:
            self._turn(self._before.pop())

    def event(self, event: QEvent) -> bool:
        """Keep the key of undoing: while a file is looked at, it means the answers, not what is stored."""
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if is_undo and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back the last decision."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        else:
            super().keyPressEvent(event)

    def _current(self) -> PointChange | None:
        return self._change.points.get(str(self.tree.row))

    def _take(self, reading: FrameReading) -> None:
        if reading != self._reading:
            self._before.append(self._reading)
            self._turn(reading)

    def _turn(self, reading: FrameReading) -> None:
        before, now = self._reading.said, reading.said
        other = reading.points != self._reading.points
        other = other or (before.apart, before.ties) != (now.apart, now.ties)
        self._reading = reading
        self._show()
        if self._part != words.ALL and not self._points:
            # The last of a part was settled: an empty page would say nothing of the rest.
            self.parts.show_chosen(words.ALL)
            self._narrow(words.ALL)
        if other:
            self.change_asked.emit(reading)

    def _key(self, letter: str) -> None:
        item = self._current()
        if item is None:
            return
        if letter == "p":
            self.point.edit()
        elif item.place is None:
            if letter == "delete" and item.old is not None:
                self._take(self._reading.removed(item.old.point.id))
        elif letter == "b":
            self._take(self._reading.agreed(item.place))
            self._go_on(item)
        elif letter in {"l", "delete"}:
            self._take(self._reading.left(item.place))
        elif self.point.may_tie:
            self.point.choose_tie()
        elif item.place in self._reading.said.apart or any(field.words == "Teks" for field in item.fields):
            self._take(self._reading.parted(item.place))

    def _go_on(self, item: PointChange) -> None:
        """Go to the next point whose doubts nobody has settled."""
        order = [one.point.id for one in self._change.outlined]
        wanted = {one.key for one in words.waiting(self._reading, self._change)}
        at = order.index(RowId(item.key)) if item.key in order else 0
        later = [key for key in (*order[at:], *order[:at]) if key in wanted]
        self.tree.choose(later[0] if later else item.key)

    def _mend(self, place: int, point: PointDraft) -> None:
        self._take(self._reading.mended(place, point))

    def _tie(self, place: int, row: str) -> None:
        self._take(self._reading.tied(place, RowId(row)))

    def _answered(self, key: str, act: str, value: str) -> None:
        try:
            self._take(self._reading.decided(Decision(key, _ACTS[act], value)))
        except UserFault as fault:
            self.doubts.show_fault(key, explain(fault))
            return
        if not self._reading.asked:
            self.tree.setFocus()

    def _all_answered(self, kind: str, act: str) -> None:
        reading, first, left = answered_all(self._reading, kind, _ACTS[act])
        self._take(reading)
        if left:
            self.doubts.show_fault(first, NOT_ALL.format(count=left))

    def _visited(self, key: str) -> None:
        found = next((item for item in self._reading.asked if item.key == key), None)
        place = self._reading.place_of(found) if found is not None else None
        if place is not None:
            self.tree.choose(str(place))

    def _drop_all(self, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        rows = [item.old.point.id for item in self._unused() if item.old is not None] if on else []
        self._take(self._reading.removed_all(rows))

    def _unused(self) -> list[PointChange]:
        return [item for item in self._change.of("gone") if not item.uses]

    def _use(self) -> None:
        self.point.flush()
        if self.use.isEnabled():
            self.adopted.emit(self._reading)

    def _narrow(self, part: int) -> None:
        self._part = part
        self._show()
        wanted = words.wanted(self._reading, self._change, part)
        first = next((one.point.id for one in self._change.outlined if one.point.id in wanted), "")
        self.tree.choose(first)
        self.tree.setFocus()

    def _show(self) -> None:
        reading, change = self._reading, self._change
        for place, told in enumerate(words.counts(reading, change)):
            self.parts.say(place, told)
        points = words.shown(reading, change, self._part)
        if points != self._points:
            self._points, self._marks = points, {}
            with QSignalBlocker(self.tree):
                self.tree.show_points(points)
        for point in points:
            mark = words.mark_of(reading, change.points[point.point.id])
            if self._marks.get(point.point.id) != mark:
                self._marks[point.point.id] = mark
                self.tree.show_mark(point.point.id, *mark)
        self._choose(str(self.tree.row))
        self._show_doubts()
        self._say()

    def _show_doubts(self) -> None:
        draft = self._reading.draft
        asked = self._reading.asked
        order = tuple(kinds(Draft(problems=asked)))
        whole = Draft(
            problems=asked, lines=draft.lines, grids=draft.grids, sheet=draft.sheet, years=draft.years
        )
        self.doubts.show_looks(looks_of(whole, order), groups_of(whole, order), afresh=self._afresh)
        self._doubts_title.setText(f"Perlu dilihat dalam berkas ({len(asked)})")
        self._doubts_card.setVisible(bool(asked))
        self._doubts_card.setFixedHeight(theme.scaled(_HEAD + _DOUBT * min(len(asked), _ROWS)))

    def _say(self) -> None:
        reading, change = self._reading, self._change
        points, _ = reading.taken()
        goals = sum(len(item.indicators) for item in points)
        told = counted(item.kind for item in points)
        kind = "RPD" if reading.draft.document_kind == "rpd" else "RPJMD"
        told += f", {goals} indikator" if goals else ""
        self.sentence.setText(
            f"{kind} ini memuat {told}." if points else f"{kind}: tidak ada butir yang dipakai."
        )
        stays = " Butir yang tidak ada di berkas tetap disimpan, kecuali dicentang untuk dihapus."
        self.note.setText(change.told + (stays if change.of("gone") else ""))
        unused = self._unused()
        self.drop.setText(f"Hapus {len(unused)} butir yang tidak ada lagi dan tidak dipakai")
        self.drop.setVisible(bool(unused))
        rows = {item.old.point.id for item in unused if item.old is not None}
        with QSignalBlocker(self.drop):
            self.drop.setChecked(bool(rows) and rows <= reading.said.gone)
        self.use.setText(f"Pakai ({len(points)} butir)")
        self.use.setAccessibleName(self.use.text())
        self.use.setEnabled(bool(points) and bool(change.points))
        waits = len(words.waiting(reading, change)) + len(reading.asked)
        self.hint.setText(f"{waits} hal belum dilihat." if waits else "")
        self.undo.setVisible(bool(self._before))

    def _choose(self, key: str) -> None:
        item = self._change.points.get(key)
        point = next((one for one in self._change.outlined if one.point.id == key), None)
        if item is None or point is None:
            self.point.hide()
        else:
            self.point.show_point(self._reading, item, point, self._change.of("gone"))

    def _make_foot(self) -> None:
        self.agencies = Button(
            worded("Lihat program per OPD"), "frame-preview-agencies", "quiet", parent=self
        )
        self.agencies.clicked.connect(self.agencies_asked)
        self.drop = QCheckBox("", self)
        self.drop.setObjectName("frame-preview-drop")
        self.drop.toggled.connect(self._drop_all)
        self.doubts = LookList("frame-preview-asked", "Perlu dilihat dalam berkas", self)
        self.doubts.answered.connect(self._answered)
        self.doubts.all_answered.connect(self._all_answered)
        self.doubts.visited.connect(self._visited)
        self.undo = Button("Urungkan jawaban", "frame-preview-undo", "quiet", parent=self)
        self.undo.clicked.connect(self.take_back)
        self.hint = Label("", "warning", name="frame-preview-hint", parent=self)
        self.cancel = Button("Batal, jangan simpan apa pun", "frame-preview-cancel", parent=self)
        self.cancel.clicked.connect(self.cancelled)
        self.use = Button("Pakai", "frame-preview-use", "primary", parent=self)
        self.use.clicked.connect(self._use)
        for_writing(self.use)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sentence)
        column.addWidget(self.note)
        column.addWidget(FlowRow((self.parts,), (self.drop, self.agencies), self))
        column.addWidget(self._middle(), 1)
        column.addWidget(self._asked())
        column.addWidget(FlowRow((self.undo,), (self.hint, self.cancel, self.use), self))

    def _middle(self) -> QSplitter:
        listed = Card(parent=self)
        listed.body.setContentsMargins(12, 10, 12, 8)
        listed.body.setSpacing(4)
        listed.body.addWidget(self.tree, 1)
        listed.body.addWidget(ElidedLabel(_KEYS, "small", parent=listed))
        beside = Card(parent=self)
        area = scroll_area(self.point, "frame-preview-scroll", beside)
        area.setStyleSheet("QScrollArea, QWidget#frame-preview-point { background: transparent; }")
        area.viewport().setAutoFillBackground(False)
        beside.body.addWidget(area, 1)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(10)
        sides.addWidget(listed)
        sides.addWidget(beside)
        sides.setSizes([560, 560])
        return sides

    def _asked(self) -> Card:
        self._doubts_card = Card(parent=self)
        self._doubts_card.body.setContentsMargins(12, 8, 12, 8)
        self._doubts_title = Label("", "strong", parent=self._doubts_card)
        self._doubts_card.body.addWidget(self._doubts_title)
        self._doubts_card.body.addWidget(self.doubts, 1)
        return self._doubts_card
