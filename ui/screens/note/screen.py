"""Screen Catatan: fast minutes. What is typed is a note from its first letter on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.note_line import read_line
from smartcity_desktop.domain.photo import Photo
from smartcity_desktop.domain.wording import day_of, label, long_date
from smartcity_desktop.services.note import NotePlace
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.note_table import NoteTable, NoteTableModel
from ui.screens.note.photo import PhotoPlace, SessionPhotos
from ui.screens.note.read import Shown, doubts, gather
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.finder import SearchBox
from ui.widgets.kept_width import keep_widest
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.note_table import NoteTableView
from ui.widgets.pill import Pill
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

LINES, PHOTOS = range(2)
_KINDS: Final = (
    ("Semua", ""),
    ("Keputusan", "keputusan"),
    ("Pertanyaan", "pertanyaan"),
    ("Tindak lanjut", "tindak_lanjut"),
)
_NEXT_STATE: Final = {"": "sedang", "belum": "sedang", "sedang": "selesai", "selesai": "belum"}
_HINT: Final = (
    "Tulis catatan, Enter untuk baris berikutnya.   ! keputusan   ? pertanyaan   @nama tindak lanjut"
)
_EMPTY: Final = (
    "Ketik di baris bawah: Enter membuka baris berikutnya. Awali dengan ! untuk keputusan, "
    "? untuk pertanyaan, atau @nama dengan tanggal untuk tindak lanjut. Setiap baris tersimpan sendiri."
)
_CHOICE: Final = 280
"""How wide a choice in the head gets at the usual type size."""
_KEYS: Final = (
    "Enter mengubah baris terpilih · Spasi memajukan tindak lanjut · Delete menghapus · Ctrl+N menulis lagi",
    "Panah memilih · Enter melihat besar · F2 menulis keterangan · Alt+panah menggeser · Delete menghapus",
)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is kept of this screen when it is built anew: ``chosen`` are words and value of two choices."""

    stage: int
    read: Shown
    row: RowId
    chosen: tuple[tuple[str, object], ...]
    kind: int
    search: str
    line: str
    page: int


class NoteScreen(Screen):
    """The list of notes of a session or stage, and the line in which the next one is typed."""

    kinds = frozenset({"note", "photo", "session", "opd", "group", "stage"})
    takes_photos = True

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._note = services.note
        self._stage = 1
        self._read = Shown()
        self._row = services.note.new_id()
        self._wanted = ""
        self.setObjectName("screen-note")
        theme.set_role(self, "page")
        self.model = NoteTableModel(self)
        self.model.edited.connect(self._retyped)
        self.table = NoteTableView(self.model, self)
        self.table.remove_asked.connect(self.remove_chosen)
        self.table.state_asked.connect(self._move_on)
        self.line = self._entry("note-line", "Catatan baru", _HINT)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.next_line)
        self.meaning = Pill("Catatan", parent=self)
        self.meaning.setMinimumWidth(104)
        self.doubt = Label("", "warning", name="note-doubt", parent=self)
        self.about = self._choice("note-opd", worded("Catatan ini tentang OPD"))
        self.scope = self._choice("note-scope", "Catatan sesi atau tahap mana")
        self.scope.activated.connect(self._rescoped)
        self.kind = self._choice("note-kind", "Jenis catatan yang tampil")
        for words, value in _KINDS:
            self.kind.addItem(words, value)
        self.kind.activated.connect(self._filter)
        self.search = SearchBox("Cari dalam catatan", "note-search", self)
        self.search.asked.connect(self._filter)
        self.counts = ElidedLabel("", "soft", name="note-counts", parent=self)
        self.search.setAcceptDrops(False)
        self.photos = SessionPhotos(self, services.photo, self.line)
        self.photos.counted.connect(self._count_photos)
        self.photos.began.connect(partial(self.turn_to, PHOTOS))
        self._lay_out()
        self.turn_to(LINES)
        context.autosave.watch(self._hand_in, self)
        self._listen_to_keys()

    def show_stage(self, number: int) -> None:
        """Show the notes of this stage."""
        if number != self._stage:
            self._stage = number
            self._fill_scope()
            self._filter()
            self._read_photos()

    def arrive(self) -> None:
        """Read, and be ready for typing."""
        self._refresh()
        self.line.setFocus()

    def changed(self, _changes: Changes) -> None:
        """Read again what others changed."""
        self._refresh()

    def open_row(self, row: str) -> None:
        """Show and select a note or a photo that the search found."""
        self._wanted = row
        self.search.clear()
        self.kind.setCurrentIndex(0)
        self._refresh()
        self.read(partial(self._services.photo.get, RowId(row)), self._open_photo)

    def standing(self) -> object:
        """Return the line that is being typed, what it is about, and what is looked for."""
        chosen = tuple((box.currentText(), box.currentData()) for box in (self.about, self.scope))
        shown = (self._stage, self._read, self._row)
        texts = (self.kind.currentIndex(), self.search.text(), self.line.text())
        return _Standing(*shown, chosen, *texts, self.whole.currentIndex())

    def take_over(self, standing: object) -> None:
        """Keep the line that is being typed, what it is about, and what is looked for."""
        if isinstance(standing, _Standing):
            self._stage, self._read, self._row = standing.stage, standing.read, standing.row
            for box, (words, value) in zip((self.about, self.scope), standing.chosen, strict=True):
                box.addItem(words, value)
            self.kind.setCurrentIndex(standing.kind)
            self.search.setText(standing.search)
            self.line.setText(standing.line)
            self._show_meaning(standing.line)
            self.turn_to(standing.page)

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        photos = Command("Lihat foto sesi", partial(self.turn_to, PHOTOS))
        add = Command("Tambah foto sesi", self.photos.choose_files, writes=True)
        return Command("Tulis catatan baru", self.start_typing, writes=True), add, photos

    def unfinished(self) -> str:
        """Tell of photos that are being read and stand nowhere else yet."""
        return self.photos.album.unfinished()

    def end(self) -> None:
        """Store the photos that have been read already."""
        self.photos.album.flow.cancel()

    def turn_to(self, page: int) -> None:
        """Show the lines (LINES) or the photos (PHOTOS); a note can be typed on both."""
        self.segments.show_chosen(page)
        self.whole.setCurrentIndex(page)
        for widget in (self.kind, self.search, self.counts):
            widget.setVisible(page == LINES)
        self.add_photos.setVisible(page == PHOTOS)
        # One obvious next step a page: here it is the photo, there the line.
        theme.set_role(self.add, "" if page == PHOTOS else "primary")
        self.keys.setText(_KEYS[page])

    def start_typing(self) -> None:
        """Go to the line of the next note."""
        self.line.setFocus()
        self.line.selectAll()

    def go_to_search(self) -> None:
        """Go to the search in the lines."""
        self.turn_to(LINES)
        self.search.setFocus()

    def next_line(self) -> None:
        """Finish the line that is typed and begin the next."""
        if self.line.text().strip():
            self._hand_in()
            self.context.autosave.flush()
            self._begin_line()
            self._refresh()

    def remove_chosen(self) -> None:
        """Delete the chosen note; undo brings it back."""
        row = self.table.chosen()
        if row >= 0:
            note = self.model.note(row)
            self.act(partial(self._note.remove, note.id), partial(self._removed, label("note", note.kind)))

    def _typed(self, text: str) -> None:
        self._show_meaning(text)
        self._keep(text)

    def _keep(self, text: str) -> None:
        save = partial(self._note.write, self._row, text, self._place())
        self.context.autosave.note(("note", self._row), save, self)

    def _hand_in(self) -> None:
        if self.line.isModified() and self.line.text().strip():
            self.line.setModified(False)
            self._keep(self.line.text())

    def _place(self) -> NotePlace:
        running = self._read.running
        stages = {item.number: item.id for item in self._read.stages}
        stage = running.stage if running else stages.get(self._stage, NO_ROW)
        return NotePlace(stage, running.id if running else NO_ROW, RowId(self.about.currentData() or ""))

    def _show_meaning(self, text: str) -> None:
        named = [(item.id, item.name, item.short) for item in self._read.opds]
        read = read_line(text, named, self._read.today)
        words = label("note", read.kind)
        if read.kind == "tindak_lanjut":
            due = f", {long_date(day_of(read.due), weekday=False)}" if read.due else ""
            words = f"{words}: {read.owner}{due}"
        inks = {"keputusan": ("accent-text", "accent"), "pertanyaan": ("info", "info-soft")}
        inks["tindak_lanjut"] = ("warning", "warning-soft")
        self.meaning.set_inks(*inks.get(read.kind, ("neutral", "neutral-soft")))
        self.meaning.setText(words)
        self.doubt.setText(doubts(read))

    def _begin_line(self) -> None:
        self._row = self._note.new_id()
        self.line.clear()
        self.line.setModified(False)
        self._show_meaning("")

    def _retyped(self, row: str, text: str) -> None:
        save = partial(self._note.write, RowId(row), text)
        self.act(save, self._acted_on)

    def _move_on(self, row: int) -> None:
        note = self.model.note(row)
        if note.kind == "tindak_lanjut":
            state = _NEXT_STATE[note.state]
            self.act(partial(self._note.update, note.id, "state", state), self._acted_on)

    def _acted_on(self, _changes: Changes) -> None:
        self._refresh()

    def _removed(self, words: str, changes: Changes) -> None:
        if changes:
            self.said.emit(f"{words} dihapus. Ctrl+Z mengembalikan.")
        self._refresh()

    def _refresh(self) -> None:
        self.context.autosave.flush()
        self.read(partial(gather, self._services), self._show)

    def _show(self, read: Shown) -> None:
        self._read = read
        self._fill_about()
        self._fill_scope()
        wanted = next((item for item in read.notes if item.id == self._wanted), None)
        if wanted is not None:
            self.turn_to(LINES)
            self._scope_of(wanted)
        self._filter()
        self._read_photos()

    def _filter(self, *_chosen: object) -> None:
        found = [item for item in self._read.notes if item.id != self._row and self._fits(item)]
        names = {item.id: item.called for item in self._read.opds} | self._read.groups
        self.model.show(NoteTable(tuple(found), names, self._read.today.isoformat()))
        self.pages.setCurrentIndex(1 if found else 0)
        self._count(found)
        place = self.model.row_of(self._wanted)
        if place >= 0:
            self._wanted = ""
            self.table.choose(place)
            self.table.setFocus()
        elif found:
            self.table.scrollToBottom()

    def _fits(self, note: Note) -> bool:
        scope, kind, words = str(self.scope.currentData() or ""), self.kind.currentData(), self.search.text()
        if scope and scope not in {note.session, note.stage}:
            return False
        if kind and note.kind != kind:
            return False
        heap = f"{note.text} {note.owner}".casefold()
        return all(word in heap for word in words.casefold().split())

    def _count(self, found: Sequence[Note]) -> None:
        parts = [f"{len(found)} catatan"]
        for kind, words in (("keputusan", "keputusan"), ("tindak_lanjut", "tindak lanjut")):
            number = sum(item.kind == kind for item in found)
            if number:
                parts.append(f"{number} {words}")
        self.counts.setText(" · ".join(parts) if found else "")

    def _fill_about(self) -> None:
        chosen = self.about.currentData()
        self.about.clear()
        self.about.addItem("Semua (pleno)", "")
        for item in self._read.opds:
            self.about.addItem(item.called, item.id)
        self.about.setCurrentIndex(max(0, self.about.findData(chosen)))

    def _fill_scope(self) -> None:
        chosen = self.scope.currentData()
        stage = next((item for item in self._read.stages if item.number == self._stage), None)
        self.scope.clear()
        self.scope.addItem("Semua tahap", "")
        if stage:
            self.scope.addItem(f"Tahap {('I', 'II', 'III', 'IV')[min(self._stage, 4) - 1]}", stage.id)
            for item in self._read.sessions:
                if item.stage == stage.id:
                    self.scope.addItem(f"Sesi: {item.title}", item.id)
        place = self.scope.findData(chosen) if chosen is not None else -1
        if place < 0:
            place = self.scope.findData(stage.id) if stage else 0
        self.scope.setCurrentIndex(max(0, place))

    def _scope_of(self, note: Note) -> None:
        for value in (note.session, note.stage):
            place = self.scope.findData(value) if value else -1
            if place >= 0:
                self.scope.setCurrentIndex(place)
                return
        self.scope.setCurrentIndex(0)

    def _rescoped(self, _place: int) -> None:
        self._filter()
        self._read_photos()

    def _read_photos(self) -> None:
        stage = next((item.id for item in self._read.stages if item.number == self._stage), NO_ROW)
        chosen = str(self.scope.currentData() or "")
        self.photos.show(PhotoPlace(self._read.sessions, chosen, stage, self._read.read_only))

    def _open_photo(self, photo: Photo | None) -> None:
        if photo is None:
            return
        stage = next((item.stage for item in self._read.sessions if item.id == photo.session), NO_ROW)
        number = next((item.number for item in self._read.stages if item.id == stage), None)
        if number and number != self._stage:
            self.go.emit("stage", str(number))
        self.scope.setCurrentIndex(max(0, self.scope.findData(photo.session)))
        self.turn_to(PHOTOS)
        self.photos.want(photo.id)
        self._rescoped(0)

    def _paste(self) -> None:
        self.photos.paste(asked=self.whole.currentIndex() == PHOTOS)

    def _count_photos(self, count: int) -> None:
        self.segments.say(PHOTOS, f"Foto ({count})" if count else "Foto")

    def _listen_to_keys(self) -> None:
        ways = (("Ctrl+N", self.start_typing), ("Ctrl+F", self.go_to_search), ("Ctrl+V", self._paste))
        for keys, slot in ways:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _entry(self, name: str, called: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(called)
        line.setPlaceholderText(hint)
        line.setMinimumHeight(40)
        return line

    def _choice(self, name: str, called: str) -> QComboBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(called)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep_widest(box, _CHOICE)
        return box

    def _head(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(Label("Catatan", "title", parent=self))
        self.segments = Segments((("Tulisan", "note-lines"), ("Foto", "note-photos")), self)
        self.segments.chosen.connect(self.turn_to)
        top.addWidget(self.segments)
        top.addWidget(self.counts)
        top.addStretch(1)
        top.addWidget(self.scope)
        top.addWidget(self.kind)
        self.search.setMinimumWidth(120)
        keep_widest(self.search, 220)
        top.addWidget(self.search)
        self.add_photos = Button("Tambah foto …", "note-add-photos", "primary", parent=self)
        self.add_photos.clicked.connect(self.photos.choose_files)
        top.addWidget(self.add_photos)
        return top

    def _lay_out(self) -> None:
        top = self._head()
        entry = QHBoxLayout()
        entry.setSpacing(10)
        entry.addWidget(self.meaning, 0, Qt.AlignmentFlag.AlignVCenter)
        entry.addWidget(self.line, 1)
        entry.addWidget(self.about)
        self.add = Button("Baris berikutnya", "note-next", "primary", parent=self)
        self.add.clicked.connect(self.next_line)
        entry.addWidget(self.add)
        self.keys = Label(_KEYS[LINES], "small", parent=self)
        self.empty = EmptyState("Belum ada catatan", _EMPTY, name="note-empty", parent=self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.table)
        self.whole = QStackedWidget(self)
        self.whole.addWidget(self.pages)
        self.whole.addWidget(self.photos.album)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.photos.album.progress)
        column.addWidget(self.photos.album.refused)
        column.addWidget(self.whole, 1)
        column.addLayout(entry)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.keys, 1)
        below.addWidget(self.doubt)
        column.addLayout(below)
        # Tab goes through the screen as it is read; the photos follow the buttons of their album.
        above = (*self.segments.buttons, self.scope, self.kind, self.search, self.add_photos)
        stops = (*above, *self.photos.album.stops, self.table, self.line, self.about, self.add)
        for_writing(self.line, self.about, self.add, self.add_photos, self.table)
        for one, following in pairwise(stops):
            self.setTabOrder(one, following)
