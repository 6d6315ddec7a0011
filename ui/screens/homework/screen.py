"""Kertas Kerja, Pekerjaan rumah: what the agencies still owe, chased and settled; what changed since."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.homework import DONE, HomeworkRow, Since
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_homework import RELAY, REMINDER, SHEET
from smartcity_desktop.domain.wording import number, stage_name
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.home import SINCE
from ui.models.homework_table import ALL, FILTERS, HomeworkModel, Wanted
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_edit import DateEdit, parse_day
from ui.widgets.exercise_strip import ExerciseStrip
from ui.widgets.homework_since import SincePanel
from ui.widgets.homework_table import HomeworkTable
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.segments import Segments
from ui.widgets.writing import for_reading, for_writing

if TYPE_CHECKING:
    from ui.lane import Ticket

KEY: Final = "homework"
_WORKSHEET: Final = "worksheet"
_EMPTY: Final = (
    "Sesudah satu tahap, lembar yang belum diserahkan, catatan telaah yang belum selesai, dan isian wajib "
    "yang kosong menjadi pekerjaan rumah setiap OPD, dengan batas dan keadaannya."
)
_HINT: Final = "Spasi selesai · Ctrl+G ditagih · Ctrl+Delete hapus"
_DATE: Final = 170
_LIST, _SINCE = range(2)


@dataclass(frozen=True, slots=True)
class Picture:
    """What was read for one stage."""

    rows: tuple[HomeworkRow, ...] = ()
    opds: tuple[Opd, ...] = ()
    until: str = ""
    since: Since = field(default_factory=Since)
    today: date | None = None
    read_only: bool = False
    team: str = ""


class HomeworkScreen(Screen):
    """The table with its filter, a line for things of one's own, prints, and what changed since."""

    kinds = frozenset({"homework", "opd", "sheet", "comment", "stage", "worksheet", "sheet_column", "group"})

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._homework = services.homework
        self._stage = 1
        self._worksheet, self._wanted = "", ""
        self._upto = 0
        self._picture = Picture()
        self._ticket: Ticket | None = None
        self.setObjectName("screen-homework")
        theme.set_role(self, "page")
        self.strip = ExerciseStrip(KEY, self)
        self.strip.chosen.connect(self._go_to_view)
        self.model = HomeworkModel(self)
        self.model.day = self._read_day
        self.model.waits = self._waits
        self.model.edited.connect(self._edited)
        self.table = HomeworkTable(self.model, self)
        self.table.remove_asked.connect(self.remove)
        self.table.refused.connect(self.warned)
        self.since = SincePanel(self)
        self.since.opened.connect(self._open_sheet)
        self._make_head()
        self._make_foot()
        self.empty = EmptyState(
            "Belum ada pekerjaan rumah",
            worded(_EMPTY),
            ("Susun dari lembar",),
            name="homework-empty",
            parent=self,
        )
        self.empty.first.connect(self.draw_up)
        for_writing(self.empty.buttons[0])
        self._lay_out()
        context.autosave.watch(self.table.hand_in, self.table)

    # What the window asks

    def show_stage(self, number_of: int) -> None:
        """Show the homework up to this stage."""
        if number_of != self._stage:
            self._stage, self._upto = number_of, 0
            if self.isVisible():
                self._refresh()

    def arrive(self) -> None:
        """Read and show how it stands."""
        self._refresh()
        self.table.setFocus()

    def leave(self) -> None:
        """Hand everything to the disk."""
        self._take_until()
        super().leave()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Go to a line, or to what changed; a worksheet is only kept: the strip leads back to it."""
        if row == SINCE:
            self._turn(_SINCE)
            return
        self._wanted = self._worksheet = row
        self._refresh()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Susun pekerjaan rumah dari lembar", self.draw_up, writes=True),
            Command("Selesaikan pekerjaan rumah yang lembarnya sudah lengkap", self.settle, writes=True),
            Command("Tandai pekerjaan rumah sudah ditagih", self.chase, writes=True),
            Command("Cetak lembar pekerjaan rumah", partial(self._print, SHEET)),
            Command("Cetak pengingat pekerjaan rumah", partial(self._print, REMINDER)),
            Command("Cetak lembar estafet", partial(self._print, RELAY)),
            Command("Yang berubah sejak tahap sebelumnya", partial(self._turn, _SINCE)),
        )

    # What a person does

    def draw_up(self) -> None:
        """Make homework of what the sheets of this stage lack."""
        self.context.autosave.flush_all()
        self.context.lane.data(partial(self._homework.draw_up, self._stage), self._drawn)

    def settle(self) -> None:
        """Mark as done every line whose sheet has all by now."""
        self.act(self._homework.settle, self._settled)

    def chase(self) -> None:
        """Remember that the chosen lines were chased."""
        rows = self._chosen()
        if rows:
            self.act(partial(self._homework.remind, rows), self._again)

    def finish(self) -> None:
        """Mark the chosen lines as done, or as open where all are done."""
        rows = [self.model.row(place) for place in self.table.chosen_rows()]
        if rows and not self.model.locked:
            state = "belum" if all(row.homework.is_done for row in rows) else DONE
            self.act(partial(self._homework.set_state, [row.id for row in rows], state), self._again)

    def remove(self) -> None:
        """Delete the chosen lines; undo brings them back."""
        rows = self._chosen()
        if rows:
            self.act(partial(self._homework.remove, rows), self._again)
            self.said.emit(f"{number(len(rows))} pekerjaan rumah dihapus.")

    def add(self) -> None:
        """Add the line that was typed for the chosen agency."""
        opd, text = str(self.opd.currentData() or ""), self.line.text().strip()
        if not text:
            self.line.setFocus()
        elif self.opd.currentIndex() < 0:
            self.warned.emit(worded("Pilih OPD-nya dahulu, atau tim daerah di akhir daftar"))
            self.opd.setFocus()
        else:
            self.context.autosave.flush_all()
            self.context.lane.data(partial(self._homework.add, self._stage, RowId(opd), text), self._added)

    # Reading

    def _refresh(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self.context.autosave.flush()
        self._ticket = self.read(partial(_gather, self._services, self._stage), self._show)

    def _show(self, picture: Picture) -> None:
        self._picture = picture
        if picture.today is not None:
            self.until.year = picture.today.year
            self.model.show(picture.rows, picture.today, read_only=picture.read_only)
        if not self.until.hasFocus():
            self.until.show_value(picture.until)
        self._show_opds()
        self.since.show_since(picture.since)
        before = picture.since.stage
        self.sides.say(_SINCE, f"Sesudah Tahap {stage_name(before)}" if before else "Sejak tahap sebelumnya")
        self._sift()
        hidden = next((row for row in picture.rows if row.id == self._wanted), None)
        if hidden is not None and self.model.row_of(hidden.id) < 0:
            self._widen(hidden)
        place = self.model.row_of(self._wanted) if self._wanted else -1
        if place >= 0:
            self._wanted = ""
            self.table.choose(place)
        elif self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.choose(0)

    def _show_opds(self) -> None:
        chosen = self.opd.currentData() if self.opd.currentIndex() >= 0 else None
        self.opd.clear()
        for item in self._picture.opds:
            self.opd.addItem(item.called, item.id)
        self.opd.addItem(self._picture.team, NO_ROW)
        self.opd.setCurrentIndex(-1 if chosen is None else self.opd.findData(chosen))

    def _widen(self, row: HomeworkRow) -> None:
        """Show a line that was gone to, also one that is done, or of a later stage."""
        self.look.clear()
        self.kept.setCurrentIndex(self.kept.findData(ALL))
        self._upto = row.stage
        self._sift()

    def _sift(self, *_typed: object) -> None:
        upto = max(self._stage, self._upto)
        self.model.filter(Wanted(self.look.text(), str(self.kept.currentData()), upto))
        self._tell_counts(self.model.standing.words if self._picture.rows else "")
        complete = sum(row.can_be_settled for row in self._picture.rows)
        self.complete.setVisible(bool(complete))
        self.complete.setText(f"Selesaikan {number(complete)} yang sudah lengkap")
        self.lists.setCurrentIndex(1 if self._picture.rows else 0)

    def _tell_counts(self, words: str) -> None:
        self.counts.setText(words)
        self.counts.setVisible(bool(words))

    # Writing

    def _waits(self, row: RowId, name: str) -> bool:
        return self.context.autosave.waits(("homework", row, name))

    def _edited(self, row: str, name: str, value: object) -> None:
        call = partial(self._homework.update, RowId(row), name, str(value or ""))
        self.context.autosave.note(("homework", row, name), call, self)
        self._tell_counts(self.model.standing.words)

    def _take_until(self) -> None:
        """Write the day once it is whole: lines that had the old one go along."""
        day = self.until.value
        if day != self._picture.until and not self.until.is_wrong and not self._picture.read_only:
            self._picture = replace(self._picture, until=day)
            self.act(partial(self._homework.set_until, self._stage, day), self._again)

    def _drawn(self, found: "tuple[object, Changes]") -> None:
        told, changes = found
        self.context.bus.publish(changes, self)
        self._refresh()
        new, settled = getattr(told, "new", 0), getattr(told, "settled", 0)
        words = [f"{number(new)} pekerjaan rumah baru"] if new else []
        words += [f"{number(settled)} selesai karena lembarnya sudah lengkap"] if settled else []
        unowned = getattr(told, "unowned", ())
        if changes:
            self.said.emit(f"{', '.join(words)}.")
        else:
            self.warned.emit("Tidak ada yang baru: lembar tahap ini sudah lengkap atau belum dimulai")
        if unowned:
            sentence = worded(
                "{count} lembar tidak punya OPD penanggung jawab: {names}. Tambahkan sendiri bila perlu."
            )
            self.warned.emit(sentence.format(count=number(len(unowned)), names=", ".join(unowned[:3])))

    def _settled(self, changes: Changes) -> None:
        self._refresh()
        if changes:
            self.said.emit("Yang lembarnya sudah lengkap ditandai selesai.")

    def _added(self, found: tuple[RowId, Changes]) -> None:
        row, changes = found
        self.context.bus.publish(changes, self)
        self.line.clear()
        self.line.setFocus()
        self._wanted = row
        self._refresh()

    def _again(self, _changes: Changes) -> None:
        self._refresh()

    def _chosen(self) -> list[RowId]:
        return [] if self.model.locked else [self.model.row(place).id for place in self.table.chosen_rows()]

    def _read_day(self, text: str) -> str | None:
        year = self._picture.today.year if self._picture.today else 0
        day = parse_day(text, year)
        return day.isoformat() if day else None

    # Ways

    def _print(self, kind: str) -> None:
        self.context.autosave.flush_all()
        self.print_asked.emit(kind, "")

    def _go_to_view(self, key: str) -> None:
        self.go.emit(key, self._worksheet)

    def _open_sheet(self, sheet: str) -> None:
        self.go.emit(_WORKSHEET, sheet)

    def _turn(self, place: int) -> None:
        self.sides.show_chosen(place)
        self.pages.setCurrentIndex(place)
        for part in (self.look, self.kept):
            part.setEnabled(place == _LIST)

    # Making

    def _make_head(self) -> None:
        self.counts = ElidedLabel("", "soft", name="homework-counts", parent=self)
        self.look = QLineEdit(self)
        self.look.setObjectName("homework-find")
        self.look.setPlaceholderText(worded("Cari OPD, lembar, kalimat (Ctrl+F)"))
        self.look.setAccessibleName("Cari pekerjaan rumah")
        self.look.setClearButtonEnabled(True)
        self.look.textChanged.connect(self._sift)
        self.kept = self._box("homework-kept", "Yang ditampilkan")
        for value, words in FILTERS:
            self.kept.addItem(words, value)
        self.kept.activated.connect(self._sift)
        self.until = DateEdit("homework-until", "Batas pekerjaan rumah tahap ini", 2026, self)
        self.until.setFixedWidth(_DATE)
        self.until.editingFinished.connect(self._take_until)
        self.draw = Button("Susun dari lembar", "homework-draw", "primary", parent=self)
        tip(self.draw, "Yang belum diserahkan, belum ditelaah, atau kosong menjadi pekerjaan rumah")
        self.draw.clicked.connect(self.draw_up)
        pages = (("Daftar", "homework-list"), ("Sejak tahap sebelumnya", "homework-before"))
        self.sides = Segments(pages, self)
        self.sides.chosen.connect(self._turn)
        for_writing(self.until, self.draw, self.table)

    def _make_foot(self) -> None:
        self.opd = self._box("homework-opd", worded("OPD atau tim untuk baris baru"))
        self.opd.setPlaceholderText(worded("Pilih OPD atau tim"))
        self.line = QLineEdit(self)
        self.line.setObjectName("homework-line")
        self.line.setPlaceholderText("Tambah pekerjaan rumah sendiri, lalu Enter")
        self.line.setAccessibleName("Pekerjaan rumah baru")
        self.line.returnPressed.connect(self.add)
        self.complete = Button("", "homework-complete", parent=self)
        self.complete.clicked.connect(self.settle)
        self.chased = Button("Tandai sudah ditagih", "homework-chased", parent=self)
        self.chased.clicked.connect(self.chase)
        for_writing(self.opd, self.line, self.complete, self.chased)
        self.prints = [
            self._printer("Lembar pekerjaan rumah", "homework-print", SHEET),
            self._printer("Pengingat", "homework-remind", REMINDER),
            self._printer("Lembar estafet", "homework-relay", RELAY),
        ]
        for_reading(*self.prints)

    def _printer(self, words: str, name: str, kind: str) -> Button:
        button = Button(words, name, icon="cetak", parent=self)
        button.clicked.connect(partial(self._print, kind))
        return button

    def _box(self, name: str, words: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(14)
        return box

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for part, stretch in ((self.sides, 0), (self.look, 3), (self.kept, 2)):
            head.addWidget(part, stretch)
        head.addWidget(Label("Batas", "soft", parent=self))
        for button in (self.until, self.draw):
            head.addWidget(button)
        self.lists = QStackedWidget(self)
        self.lists.addWidget(self.empty)
        self.lists.addWidget(self.table)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._listed())
        self.pages.addWidget(self.since)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addLayout(self._foot())
        for keys, call in (
            ("Ctrl+F", self.look.setFocus),
            ("Ctrl+G", self.chase),
            ("Ctrl+P", partial(self._print, SHEET)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        done = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        done.setContext(Qt.ShortcutContext.WidgetShortcut)
        done.activated.connect(self.finish)

    def _listed(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.lists, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.opd, 1)
        row.addWidget(self.line, 4)
        row.addWidget(self.complete)
        row.addWidget(self.chased)
        column.addLayout(row)
        return page

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.counts)
        foot.addWidget(ElidedLabel(_HINT, "small", name="homework-hint", parent=self), 1)
        for button in self.prints:
            foot.addWidget(button)
        return foot


def _gather(services: Services, stage: int) -> Picture:
    today = services.print_log.now().date()
    return Picture(
        services.homework.rows(),
        tuple(services.opd.opds()),
        services.homework.until(stage),
        services.homework.since(stage),
        today,
        services.is_read_only,
        services.homework.team(),
    )
