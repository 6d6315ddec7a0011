"""Screen Peserta: everybody who is expected or came, edited in place, brought in from a list or typed."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import Person, element_counts, missing_numbers
from smartcity_desktop.errors import Fault
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.home import DOOR
from ui.models.people_table import PeopleTableModel, Sieve
from ui.screens.people.intake import PeopleIntake
from ui.screens.people.page import PeoplePage
from ui.screens.people.personal import PersonalData
from ui.screens.people.reading import Shown, add_line, read_all, save, told
from ui.screens.people.twins import PeopleTwins
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.helix_meter import HelixMeter
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.people_add import PeopleAddLine
from ui.widgets.people_filter import PeopleFilter
from ui.widgets.people_side import PersonSide
from ui.widgets.people_table import PeopleTableView
from ui.widgets.photo_drop import files_in
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

_EMPTY: Final = (
    "Siapa yang diundang? Impor daftar undangan dari Excel, tempel dari Excel atau WhatsApp, atau ketik satu "
    "per satu di bawah: nama; jabatan; OPD. Berkas juga boleh dijatuhkan ke layar ini. Tidak ada yang "
    "disimpan sebelum Anda melihat setiap barisnya."
)
_SIDE: Final = 292
_WIDE: Final = 1_300
"""From this width of the screen on the panel stands beside the table, until somebody decides about it."""
_REPEAT_MS: Final = 1_000


class PeopleScreen(Screen):
    """The list with its filter and meter, the panel of one participant, and the pages beside it."""

    kinds = frozenset({"person", "identity", "opd", "attendance", "workshop"})
    pages: Segments
    """The words of the pages; the list is the first."""

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._people, self._opd = services.people, services.opd
        self._shown = Shown()
        self._wanted: tuple[str, ...] = ()
        self._place = 0
        self._side_chosen = False
        self.extra: list[PeoplePage] = []
        self.setObjectName("screen-people")
        self.setAcceptDrops(True)
        theme.set_role(self, "page")
        self._just_removed = QTimer(self)
        self._just_removed.setSingleShot(True)
        self._just_removed.setInterval(_REPEAT_MS)
        self.model = PeopleTableModel(self)
        self.model.edited.connect(self._edited)
        self.model.waits = self._waits
        self.personal = PersonalData(services, self, self._settled)
        self.intake = PeopleIntake(self._people, self._opd, self, self._adopted, self.personal.ask_settings)
        self.twins = PeopleTwins(services, self, self._refresh)
        self._make_parts()
        self._lay_out()
        self.context.autosave.watch(self.table.hand_in, self.table)
        self.table.refused.connect(self.warned)
        for keys, way in (("Ctrl+N", self.start_typing), ("F4", self.toggle_side), ("Ctrl+F", self._find)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)
        self._selected()

    # The frame ---------------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show the participants."""
        self._refresh()
        if self.tabs.currentIndex():
            self.extra[self.tabs.currentIndex() - 1].arrive()

    def leave(self) -> None:
        """Hand everything to the disk."""
        super().leave()
        if self.tabs.currentIndex():
            self.extra[self.tabs.currentIndex() - 1].leave()

    def end(self) -> None:
        """Stop a reading that is under way."""
        self.intake.end()
        for page in self.extra:
            page.end()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        if not self.kinds.isdisjoint(changes.kinds):
            self._refresh()
            self.intake.look_again()
        front = self.extra[self.tabs.currentIndex() - 1] if self.tabs.currentIndex() else None
        if front is not None and (not front.kinds or front.kinds & changes.kinds):
            front.changed(changes)

    def show_stage(self, number: int) -> None:
        """Let the pages follow the stage switch."""
        for page in self.extra:
            page.show_stage(number)

    def open_row(self, row: str) -> None:
        """Select a participant, or show the page of the door."""
        if row == DOOR:
            self.show_page(1)
            return
        self.show_page(0)
        self._wanted = (row,)
        self.filter.clear()
        self._refresh()

    def standing(self) -> object:
        """Return the selection, the line that is being typed, and the page."""
        chosen = tuple(str(item.id) for item in self._chosen())
        return chosen, self.add_line.line.text(), self.tabs.currentIndex()

    def take_over(self, standing: object) -> None:
        """Keep the selection, the line that is being typed, and the page."""
        if isinstance(standing, tuple):
            self._wanted, typed, page = standing
            self.add_line.line.setText(typed)
            self.show_page(page)

    def unfinished(self) -> str:
        """Return what is typed here or on the pages and was not taken yet."""
        line = self.add_line.line.text().strip()
        typed = f"Peserta “{line}” belum ditambahkan." if any(map(str.isalpha, line)) else ""
        return " ".join(part for part in (typed, *(page.unfinished() for page in self.extra)) if part)

    def holds(self) -> bool:
        """Return whether a page holds what is nowhere else; a line that is typed here goes along."""
        return any(page.holds() for page in self.extra)

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        own = (
            Command("Impor peserta dari Excel …", self.intake.ask, writes=True),
            Command("Tempel peserta dari Excel", self.open_paste, writes=True),
            Command("Tambah peserta dengan mengetik", self.start_typing, writes=True),
            Command("Data pribadi peserta: NIP dan HP …", self.personal.ask_settings),
            Command("Gabungkan peserta kembar …", self.twins.ask),
            Command("Peserta yang sudah dihapus …", self.personal.gone.ask),
            Command("Rincian peserta", self.toggle_side),
        )
        return (*own, *(command for page in self.extra for command in page.commands()))

    def add_page(self, words: str, name: str, page: PeoplePage) -> None:
        """Put another page beside the list; ``name`` is the object name of its button."""
        self.extra.append(page)
        self.tabs.addWidget(page)
        for signal, own in ((page.said, self.said), (page.told, self.told), (page.warned, self.warned)):
            signal.connect(own)
        page.go.connect(self.go)
        page.print_asked.connect(self.print_asked)
        self._page_names.append((words, name))
        old = self.pages
        self.pages = self._segments()
        self._head.replaceWidget(old, self.pages)
        old.deleteLater()

    def show_page(self, place: int) -> None:
        """Bring the list (0) or one of the pages beside it to the front."""
        if place == self.tabs.currentIndex() or not 0 <= place < self.tabs.count():
            return
        self.context.autosave.flush_all()
        if self.tabs.currentIndex():
            self.extra[self.tabs.currentIndex() - 1].leave()
        self.tabs.setCurrentIndex(place)
        self.pages.show_chosen(place)
        self._show_ways()
        if place:
            self.extra[place - 1].arrive()
        else:
            self._refresh()

    # What a person does ------------------------------------------------------------------------------------

    def start_typing(self) -> None:
        """Go to the line that adds a participant."""
        self.show_page(0)
        self.add_line.setFocus()

    def open_paste(self) -> None:
        """Look at a pasted list, the clipboard's where it holds several lines or cells."""
        text = QGuiApplication.clipboard().text()
        bare = text.strip()
        self.intake.paste(text if "\n" in bare or "\t" in bare else "")

    def toggle_side(self) -> None:
        """Show or hide the panel of one participant."""
        shown = not self.side.isHidden()
        self._side_chosen = True
        self.side.setVisible(not shown)
        if shown:
            self.table.setFocus()
        else:
            self.side.start()

    def remove_chosen(self) -> None:
        """Delete the chosen participants; undo brings them back."""
        chosen = self._chosen()
        if not chosen or self._just_removed.isActive():
            return
        self._just_removed.start()
        self._place = self.table.chosen_rows()[0]
        self.table.setFocus()
        self.table.clearSelection()
        words = chosen[0].name if len(chosen) == 1 else f"{len(chosen)} peserta"
        self.act(partial(self._people.remove, *(item.id for item in chosen)), partial(self._removed, words))

    def give_numbers(self) -> None:
        """Give numbers to those without one, or whose number somebody else has too."""
        self.act(self._people.number, self._numbered)

    def resizeEvent(self, event: object) -> None:
        """Let the panel stand beside the table where there is room."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt's own event
        if not self._side_chosen:
            self.side.setVisible(self.width() >= _WIDE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the screen or anything on it."""
        del watched
        if isinstance(event, QDropEvent) and files_in(event.mimeData()):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.intake.read_file(files_in(event.mimeData())[0])
            return True
        return False

    # Inside ------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.tabs, self.list = QStackedWidget(self), QStackedWidget(self)
        self.table = PeopleTableView(self.model, self)
        self.table.remove_asked.connect(self.remove_chosen)
        self.table.list_pasted.connect(self.intake.paste)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.model.modelReset.connect(self._selected)
        self.add_line = PeopleAddLine(self._ask, self)
        self.add_line.added.connect(self._add)
        self.counts = ElidedLabel("", "soft", name="people-counts", parent=self)
        self.meter = HelixMeter(self)
        self.filter = PeopleFilter(self)
        self.filter.changed.connect(self._sift)
        self.filter.left_down.connect(self._into_table)
        self.side = PersonSide(self)
        self.side.setFixedWidth(_SIDE)
        self.side.edited.connect(self._edited_beside)
        self.side.closed.connect(self.toggle_side)
        self.side.export_asked.connect(lambda: self.personal.export_one(self._chosen()))
        self.side.erase_asked.connect(lambda: self.personal.erase_one(self._chosen()))
        self.side.settings_asked.connect(self.personal.ask_settings)
        self.fetch = Button("Impor dari Excel …", "people-import-file", "primary", parent=self)
        self.fetch.clicked.connect(self.intake.ask)
        self.paste = Button("Tempel dari Excel", "people-paste", parent=self)
        self.paste.clicked.connect(self.open_paste)
        self.private = Button("Data pribadi …", "people-personal", parent=self)
        self.private.clicked.connect(self.personal.ask_settings)
        self.keys = ElidedLabel("", "small", name="people-keys", parent=self)
        self.renumber = Button("Beri nomor", "people-number", parent=self)
        self.renumber.clicked.connect(self.give_numbers)
        self.detail = Button("Rincian", "people-detail", parent=self)
        tip(self.detail, "F4")
        self.detail.clicked.connect(self.toggle_side)
        self.delete = Button("Hapus", "people-delete", parent=self)
        tip(self.delete, "Ctrl+Delete. Ctrl+Z mengembalikan.")
        self.delete.clicked.connect(self.remove_chosen)
        self.empty = EmptyState(
            "Belum ada peserta",
            worded(_EMPTY),
            ("Impor dari Excel …", "Tempel dari Excel"),
            name="people-empty",
            parent=self,
        )
        self.empty.first.connect(self.intake.ask)
        self.empty.second.connect(self.open_paste)
        self._page_names: list[tuple[str, str]] = [("Daftar", "people-page-list")]
        self.pages = self._segments()

    def _segments(self) -> Segments:
        made = Segments(self._page_names, self)
        made.chosen.connect(self.show_page)
        made.show_chosen(self.tabs.currentIndex())
        made.setVisible(len(self._page_names) > 1)
        return made

    def _refresh(self) -> None:
        self.context.autosave.flush()
        self.read(partial(read_all, self._people, self._opd), self._show)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        rows = shown.table.rows
        names = {str(item.id): item.called for item in shown.table.opds}
        self.filter.show_people(rows, names)
        self.model.show(shown.table)
        self._count()
        self.list.setCurrentIndex(1 if rows else 0)
        self.filter.setVisible(bool(rows))
        self._show_ways()
        self.twins.look()
        self.personal.gone.look()
        found = [place for place in map(self.model.row_of, self._wanted) if place >= 0]
        if found:
            self._wanted = ()
            self.table.choose(found[-1])
        elif self.model.rowCount() and self._just_removed.isActive():
            self.table.stand_at(min(self._place, self.model.rowCount() - 1))
        elif self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.choose(0)
        self._selected()

    def _show_ways(self) -> None:
        """Offer in the head what belongs to the list while the list is in front."""
        is_list = self.tabs.currentIndex() == 0
        for part in (self.counts, self.private):
            part.setVisible(is_list)
        for part in (self.fetch, self.paste):
            part.setVisible(is_list and bool(self._shown.table.rows))

    def _count(self) -> None:
        people = self.model.people()
        self.meter.show_counts(element_counts(people))
        opds = len({item.opd for item in people if item.opd})
        walk_ins = sum(item.walk_in for item in people)
        parts = [f"{len(people)} peserta", worded("{all} OPD").format(all=opds)]
        parts += [f"{walk_ins} peserta tambahan"] if walk_ins else []
        if not self.model.sieve.is_open:
            parts.append(f"{self.model.rowCount()} ditampilkan")
        self.counts.setText(" · ".join(parts) if people else "")
        wanting = len(missing_numbers(people))
        self.renumber.setText(f"Beri nomor ({wanting})")
        self.renumber.setAccessibleName(f"Beri nomor {wanting} peserta tanpa nomor atau bernomor ganda")
        self.renumber.setVisible(bool(wanting))

    def _chosen(self) -> list[Person]:
        return [self.model.person(row) for row in self.table.chosen_rows()]

    def _selected(self, *_ignored: object) -> None:
        chosen = self._chosen()
        person = chosen[0] if len(chosen) == 1 else None
        numbers = self._shown.numbers.get(person.id, ("", "")) if person else ("", "")
        self.side.show_person(person, self._shown.kept, numbers)
        self.delete.setEnabled(bool(chosen))
        words = f"Hapus {len(chosen)} peserta" if len(chosen) > 1 else "Hapus"
        self.delete.setText(words)
        self.delete.setAccessibleName(words)
        several = f"{len(chosen)} peserta dipilih · Ctrl+D mengisi ke bawah"
        usual = "Ketik langsung di sel · Enter turun · Ctrl+V menempel daftar · Ctrl+F menyaring"
        self.keys.setText(several if len(chosen) > 1 else usual)

    def _waits(self, row: RowId, name: str) -> bool:
        return self.context.autosave.waits(("person", row, name))

    def _edited(self, row: str, name: str, value: object) -> None:
        person = RowId(row)
        store = partial(save, self._people, person, name, value)
        # What was typed as a place may become an agency: the screen hears of that one itself.
        self.context.autosave.note(("person", person, name), store, None if name == "place" else self)
        self._count()
        if not self.side.isAncestorOf(self.focusWidget()):
            self._selected()

    def _edited_beside(self, row: str, name: str, value: object) -> None:
        person = RowId(row)
        store = partial(save, self._people, person, name, value)
        self.context.autosave.note(("person", person, name), store, self)
        if name in {"nip", "phone"}:
            nip, phone = self._shown.numbers.get(person, ("", ""))
            pair = (str(value), phone) if name == "nip" else (nip, str(value))
            self._shown = Shown(self._shown.table, self._shown.kept, {**self._shown.numbers, person: pair})
        else:
            self.model.take(row, **{name: value})
            self._count()

    def _sift(self, sieve: Sieve) -> None:
        self.model.filter(sieve)
        self._count()
        if self.model.rowCount() and not self.table.chosen_rows():
            self.table.choose(0)

    def _into_table(self) -> None:
        if self.model.rowCount():
            self.table.choose(max(0, self.table.currentIndex().row()))
            self.table.setFocus()

    def _find(self) -> None:
        self.show_page(0)
        self.filter.words.setFocus()
        self.filter.words.selectAll()

    def _ask(self, line: str, give: Callable[[str, str, bool], None]) -> None:
        def answer(found: tuple[str, str, bool]) -> None:
            give(*found)

        self.read(partial(told, self._people, self._opd, line), answer)

    def _add(self, line: str) -> None:
        self.act(partial(add_line, self._people, line), self._added, failed=partial(self._not_added, line))

    def _not_added(self, line: str, fault: Fault) -> None:
        self.add_line.lost(line, explain(fault))

    def _added(self, changes: Changes) -> None:
        if changes:
            self._wanted = tuple(str(row) for row in changes.rows)
            self.said.emit("Peserta ditambahkan. Ctrl+Z mengurungkan.")
        self._refresh()

    def _adopted(self, changes: Changes) -> None:
        if changes:
            self.said.emit(f"{changes.label[:1].upper()}{changes.label[1:]}. Ctrl+Z mengurungkan.")
        self._refresh()

    def _removed(self, words: str, changes: Changes) -> None:
        if changes:
            self.said.emit(f"{words} dihapus beserta kehadirannya. Ctrl+Z mengembalikan.")
        self._refresh()

    def _numbered(self, changes: Changes) -> None:
        if changes:
            self.said.emit(f"{len(changes.rows)} peserta mendapat nomor baru. Ctrl+Z mengurungkan.")
        self._refresh()

    def _settled(self) -> None:
        self._refresh()
        self.intake.look_again()

    def _list_page(self) -> QWidget:
        page = QWidget(self)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.keys, 1)
        for part in (self.personal.gone.button, self.twins.button, self.renumber, self.detail, self.delete):
            foot.addWidget(part)
        beside = QHBoxLayout()
        beside.setSpacing(10)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.table, 1)
        left.addLayout(foot)
        beside.addLayout(left, 1)
        beside.addWidget(self.side)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.meter)
        column.addWidget(self.filter)
        column.addLayout(beside, 1)
        return page

    def _lay_out(self) -> None:
        self.list.addWidget(self.empty)
        self.list.addWidget(self._list_page())
        whole = QWidget(self)
        below = QVBoxLayout(whole)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.list, 1)
        below.addWidget(self.add_line)
        self.tabs.addWidget(whole)
        self._head = QHBoxLayout()
        self._head.setSpacing(10)
        self._head.addWidget(Label("Peserta", "title", parent=self))
        self._head.addWidget(self.pages)
        self._head.addWidget(self.counts, 1)
        self._head.addStretch(0)
        for part in (self.private, self.paste, self.fetch):
            self._head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(self._head)
        column.addWidget(self.tabs, 1)
        for_writing(self.add_line, self.side, self.fetch, self.paste, self.renumber, self.delete)
        for_writing(*self.empty.buttons)
        for target in (self, self.table.viewport(), self.empty):
            target.setAcceptDrops(True)
            target.installEventFilter(self)
