"""The page "Daftar hadir" of the screen Peserta: marking who comes, standing at the door or from paper."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.attendance import Presence
from smartcity_desktop.domain.attendance_door import DEPUTY, UNKNOWN, Door, Entry, Place, counted_twice
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.attendance import paper_pages
from ui.context import Command, Context, Screen, Services
from ui.screens.people.page import PeoplePage
from ui.screens.people.screen import PeopleScreen
from ui.translate import explain
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.door_deputy import DoorDeputy
from ui.widgets.door_guest import DoorGuest
from ui.widgets.door_missing import DoorCount, DoorMissing
from ui.widgets.door_number import DoorNumber
from ui.widgets.door_paper import DoorPaper, Typed
from ui.widgets.door_place import DoorPlace
from ui.widgets.label import Label, tip
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from smartcity_desktop.domain.attendance_door import Guest

BY_NUMBER, BY_PAPER, AS_GUEST = 0, 1, 2
_WAYS: Final = (
    ("Nomor peserta", "door-way-number"),
    ("Lembar bertanda tangan", "door-way-paper"),
    ("Peserta tambahan", "door-way-guest"),
)
_READ_ONLY: Final = "Berkas ini hanya bisa dibaca, jadi kehadiran tidak dicatat di sini."
_BESIDE: Final = 348
_TURN_KEYS: Final = "Ctrl+H"


class DoorPage(PeoplePage):
    """Day and session, three ways to mark, the count, and who is not there yet."""

    kinds = frozenset({"person", "attendance", "opd", "session", "stage", "workshop"})
    front_asked = Signal()
    """A command of this page was chosen while the list was in front."""
    list_asked = Signal()
    """The list of participants is empty and is to be filled."""

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._services = services
        self._owner: Screen = parent if isinstance(parent, Screen) else self
        self._place: Place | None = None
        self._door = Door()
        self._stage = 0
        self._reading = False
        self._stale = False
        self._pages_of: tuple[object, ...] = ()
        self._rows: tuple[tuple[int, ...], ...] = ()
        self._can_write = True
        self._wants_missing = False
        self._asked_for, self._sent_at = Presence(Person()), Place()
        self.setObjectName("people-door")
        self._make_parts()
        self._lay_out()
        for keys, way in (
            ("F7", self.add_guest),
            ("Ins", self.add_guest),
            ("Ctrl+L", self.take_paper),
            ("Ctrl+N", self.start),
            ("F6", self.show_missing),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    # The frame ---------------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show the day; the keyboard is in the field for numbers."""
        self._refresh()
        self._focus()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed, such as an undo."""
        del changes
        self._refresh()

    def show_stage(self, number: int) -> None:
        """Let the days of this stage stand first."""
        self._stage = number
        if self._door.days:
            self.place.show_door(self._door, self._stage)

    def show_person(self, row: RowId) -> None:
        """Show one participant among the last marks' place, so that he or she can be marked."""
        who = self._who(row)
        if who is not None:
            self.start()
            self.number.show_missing(who.opd, [who])

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        ways: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Catat kehadiran dengan nomor", self.start),
            ("Siapa belum hadir", self.show_missing),
            ("Catat dari lembar bertanda tangan", self.take_paper),
            ("Catat peserta tambahan", self.add_guest),
            ("Cetak rekap kehadiran", self._print),
        )
        return tuple(Command(words, partial(self._in_front, way)) for words, way in ways)

    def unfinished(self) -> str:
        """Return what was typed here and is nowhere else: it would be gone with the page."""
        paper, guest = self.paper, self.guest.untaken
        entries = dict.fromkeys((*self.number.kept_entries, self.number.field.text().strip()))
        known, pages = ", ".join(filter(None, entries)), ", ".join(map(str, paper.waiting))
        parts = (
            f"nomor {known}" if known else "",
            f"pengecualian halaman {pages}" if pages else "",
            f"peserta tambahan “{guest}”" if guest else "",
            f"wakil “{self.deputy.name.text().strip()}”" if self.deputy.is_begun else "",
        )
        told = [part for part in parts if part]
        return f"Di Daftar hadir belum dicatat: {'; '.join(told)}." if told else ""

    def _in_front(self, way: Callable[[], None]) -> None:
        self.front_asked.emit()
        way()

    # What a person does ------------------------------------------------------------------------------------

    def start(self) -> None:
        """Go to the field for numbers."""
        self._go(BY_NUMBER)

    def take_paper(self) -> None:
        """Go to the signed list."""
        self._go(BY_PAPER)

    def add_guest(self) -> None:
        """Go to the line for guests; a name that nobody has goes along."""
        kept = [text for text in self.number.kept_entries if any(sign.isalpha() for sign in text)]
        typed = self.number.field.text() if self.ways.currentIndex() == BY_NUMBER else ""
        self._go(AS_GUEST)
        self.guest.begin(next((text for text in (typed, *kept) if any(sign.isalpha() for sign in text)), ""))

    def show_missing(self) -> None:
        """Go to the agencies of whom somebody is missing, as soon as they are known."""
        self._wants_missing = not self._door.days
        self.missing.start()

    def _go(self, way: int) -> None:
        self.way.show_chosen(way)
        self.ways.setCurrentIndex(way)
        if way == BY_PAPER:
            self._read_pages()
        self._focus()

    def _focus(self) -> None:
        if self.deputy.isHidden():
            (self.number, self.paper, self.guest)[self.ways.currentIndex()].setFocus()
        else:
            self.deputy.name.setFocus()

    # Reading -----------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Read the day; while that is under way one more reading is enough, however many are asked for."""
        if self._reading:
            self._stale = True
            return
        self._reading = True
        place = self._place
        services = self._services
        self.read(
            lambda: (services.attendance.door(place), services.is_read_only), self._show, failed=self._unread
        )

    def _unread(self, fault: Fault) -> None:
        self._reading = self._stale = False
        self.warned.emit(explain(fault))

    def _show(self, found: tuple[Door, bool]) -> None:
        self._reading = False
        door, read_only = found
        if self._stale:
            self._stale = False
            self._refresh()
        if self._place is not None and door.place != self._place:
            return
        self._door, self._place = door, door.place
        self._can_write = not read_only
        self.place.show_door(self._door, self._stage)
        self.pages.setCurrentIndex(1 if door.people else 0)
        self.count.show_door(door)
        self.missing.show_door(door)
        self.unnumbered.setText(f"{door.unnumbered} peserta belum bernomor sendiri")
        self.only_read.setVisible(read_only)
        for part in (self.unnumbered, self.give):
            part.setVisible(bool(door.unnumbered) and not read_only)
        for way in (self.number, self.paper, self.guest):
            way.enable(on=not read_only)
        self._show_lists()
        if self.ways.currentIndex() == BY_PAPER:
            self._read_pages()
        if self._wants_missing:
            self.show_missing()

    def _show_lists(self) -> None:
        marked = self._door.last
        if not self.number.shows_missing:
            self.number.show_last(marked)
        self.guest.show_last([item for item in marked if item.person.walk_in])

    def _choose_place(self, place: Place) -> None:
        self._place = place
        self.number.show_last(())
        self._refresh()
        self._focus()

    def _read_pages(self) -> None:
        """Ask how the list is printed, once as long as the same people stand on it."""
        place = self._here
        key = (place, *((item.person.id, item.person.number, item.person.name) for item in self._door.people))
        if key == self._pages_of:
            self._show_pages(self._rows)
            return
        self._pages_of = key
        self.paper.prepare(place)
        ask = PrintAsk(day=place.day, session=place.session)
        self.read(partial(self._services.report.asked, "daftar-hadir", ask), self._lay_pages)

    def _lay_pages(self, job: PrintJob) -> None:
        self.context.lane.side(partial(paper_pages, job), self._show_pages)

    def _show_pages(self, rows: tuple[tuple[int, ...], ...]) -> None:
        self._rows = rows
        people = self._door.people
        self.paper.show_pages(
            [[people[row] for row in page if row < len(people)] for page in rows], self._here
        )

    @property
    def _here(self) -> Place:
        return self._place or self._door.place

    def _who(self, row: str) -> Presence | None:
        return next((item for item in self._door.people if item.person.id == row), None)

    # Marking -----------------------------------------------------------------------------------------------

    def _enter(self, text: str) -> None:
        call = partial(self._services.attendance.enter, text, self._here)
        self.read(call, self._entered, failed=partial(self._lost, text))

    def _pick(self, row: str) -> None:
        asked = self.number.asked
        if asked is not None:
            call = partial(self._services.attendance.choose, asked, RowId(row), self._here)
            self.read(call, self._entered, failed=partial(self._lost, asked.typed.text))

    def _lost(self, text: str, fault: Fault) -> None:
        self.number.lost(text, explain(fault))

    def _entered(self, found: tuple[Entry, Changes]) -> None:
        entry, changes = found
        if entry.outcome == DEPUTY and entry.who is not None:
            self.number.answered()
            self.number.say("", "lead")
            self._ask_deputy(entry.who)
            return
        self.number.show_entry(entry)
        if entry.outcome == UNKNOWN:
            self._refresh()
        self._wrote(changes)

    def _wrote(self, changes: Changes) -> None:
        if changes:
            self.context.bus.publish(changes, self._owner)
            self._refresh()

    def _mark(self, row: str) -> None:
        who = self._who(row)
        call = partial(self._services.attendance.mark, self._here, "hadir", RowId(row))
        self._act(call, partial(self._marked, who))

    def _marked(self, who: Presence | None, changes: Changes) -> None:
        del changes
        if who is not None:
            self.number.say(f"{who.person.name} dicatat hadir.")
        self._calm()

    def _unmark(self, row: str) -> None:
        who = self._who(row)
        if who is None or not self._can_write:
            return
        call = partial(self._services.attendance.unmark, self._here, RowId(row))
        words = f"Kehadiran {who.person.name} dibatalkan. Ctrl+Z mengembalikan."
        self._act(call, lambda _changes: self.said.emit(words))

    def _ask_deputy(self, who: Presence | str) -> None:
        found = self._who(who) if isinstance(who, str) else who
        if found is not None and self._can_write:
            self._asked_for, self._sent_at = found, self._here
            self.deputy.ask(found)

    def _send(self, row: str, name: str, position: str) -> None:
        who, told = self._asked_for, " ".join(name.split())
        call = partial(self._services.attendance.send, self._sent_at, RowId(row), name, position)
        self._act(call, partial(self._sent, who, told), failed=partial(self._unsent, who, name, position))

    def _sent(self, who: Presence, name: str, changes: Changes) -> None:
        del changes
        twice = counted_twice(self._door.people, who.person.id, name)
        words = f"{who.person.name} diwakili oleh {name}".rstrip(".") + ". " + twice
        say = self.paper.say if self.ways.currentIndex() == BY_PAPER else self.number.say
        say(words.strip(), "warning" if twice else "good")
        self._calm()

    def _unsent(self, who: Presence, name: str, position: str, fault: Fault) -> None:
        self.deputy.bring_back(who, name, position)
        self.warned.emit(explain(fault))

    def _take_page(self, rows: list[RowId], absent: list[RowId], name: str) -> None:
        service, place = self._services.attendance, self._here
        call = partial(service.take_page, place, rows, set(absent), name=name)
        self._act(call, partial(self._took, len(rows), len(absent), self.paper.typed))

    def _took(self, every: int, away: int, typed: Typed, changes: Changes) -> None:
        del changes
        self.paper.done(every - away, away, typed)

    def _tell_guest(self, line: str, as_written: bool) -> None:  # noqa: FBT001 - a signal of the line
        service, place = self._services.attendance, self._here
        told: Callable[[Guest], None] = partial(self.guest.show_guest, line)
        call = partial(service.tell_guest, line, place, as_written=as_written)
        self.read(call, told, failed=partial(self._guest_lost, line))

    def _add_guest(self, line: str, as_written: bool) -> None:  # noqa: FBT001 - a signal of the line
        service, place = self._services.attendance, self._here
        call = partial(service.add_guest, line, place, as_written=as_written)
        self.read(call, self._added, failed=partial(self._guest_lost, line))

    def _guest_lost(self, line: str, fault: Fault) -> None:
        self.guest.lost(line, explain(fault))

    def _added(self, found: tuple[Presence, Changes]) -> None:
        who, changes = found
        self.guest.show_added(who)
        self._wrote(changes)

    def _known_guest(self, line: str, row: str) -> None:
        who = self._who(row)
        if who is not None:
            call = partial(self._services.attendance.mark, self._here, "hadir", RowId(row))
            self._act(call, partial(self._guest_known, who), failed=partial(self._guest_lost, line))

    def _guest_known(self, who: Presence, changes: Changes) -> None:
        del changes
        words = f"{who.person.name} ada di daftar dengan nomor {who.person.number}: dicatat hadir."
        self.guest.say(words)

    def _give_numbers(self) -> None:
        self._act(self._services.people.number, lambda _changes: self.said.emit("Nomor peserta dibagikan."))

    def _act(
        self,
        call: Callable[[], Changes],
        then: Callable[[Changes], None],
        failed: Callable[[Fault], None] | None = None,
    ) -> None:
        def done(changes: Changes) -> None:
            self._wrote(changes)
            then(changes)

        self.read(call, done, failed=failed)

    def _calm(self) -> None:
        """Show the last marks again, with the keyboard where numbers are typed."""
        self.number.show_last(())
        self._show_lists()
        self._focus()

    def _print(self) -> None:
        self.print_asked.emit("rekap-kehadiran", "")

    # Inside ------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.place = DoorPlace(self)
        self.place.chosen.connect(self._choose_place)
        self.way = Segments(_WAYS, self)
        self.way.chosen.connect(self._go)
        self.count, self.missing = DoorCount(self), DoorMissing(self)
        self.only_read = Label(_READ_ONLY, "warning", name="door-read-only", wrap=True, parent=self)
        self.unnumbered = Label("", "warning", name="door-unnumbered", parent=self)
        self.give = Button("Beri nomor", "door-give-numbers", parent=self)
        self.give.clicked.connect(self._give_numbers)
        self.number, self.paper, self.guest = DoorNumber(self), DoorPaper(self), DoorGuest(self)
        self.deputy = DoorDeputy(self)
        self.number.entered.connect(self._enter)
        self.number.picked.connect(self._pick)
        self.number.calm.connect(self._calm)
        self.number.mark_asked.connect(self._mark)
        self.number.unmark_asked.connect(self._unmark)
        self.number.deputy_asked.connect(self._ask_deputy)
        self.paper.taken.connect(self._take_page)
        self.paper.deputy_asked.connect(self._ask_deputy)
        self.paper.left.connect(self.start)
        self.guest.told.connect(self._tell_guest)
        self.guest.added.connect(self._add_guest)
        self.guest.known_picked.connect(self._known_guest)
        self.guest.unmark_asked.connect(self._unmark)
        self.guest.left.connect(self.start)
        self.deputy.kept.connect(self._send)
        self.deputy.left.connect(self._focus)
        self.missing.agency_asked.connect(self._show_agency)
        self.missing.print_asked.connect(self._print)
        self.missing.left.connect(self._focus)
        self.empty = EmptyState(
            "Belum ada peserta",
            "Daftar hadir memakai daftar peserta. Impor atau ketik dahulu siapa yang diundang; yang datang "
            "tanpa undangan ditambahkan di sini dengan F7.",
            ("Isi daftar peserta",),
            name="door-empty",
            parent=self,
        )
        self.empty.first.connect(self.list_asked)

    def _show_agency(self, agency: str, people: list[Presence]) -> None:
        self.way.show_chosen(BY_NUMBER)
        self.ways.setCurrentIndex(BY_NUMBER)
        self.number.show_missing(agency or "tanpa instansi", people)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.place, 1)
        head.addWidget(self.way)
        head.addStretch(0)
        head.addWidget(self.unnumbered)
        head.addWidget(self.give)
        self.ways = QStackedWidget(self)
        for way in (self.number, self.paper, self.guest):
            self.ways.addWidget(way)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.deputy)
        left.addWidget(self.ways, 1)
        self.missing.setFixedWidth(_BESIDE)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addLayout(left, 1)
        beside.addWidget(self.missing)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.only_read)
        column.addWidget(self.count)
        column.addLayout(beside, 1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(full)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self.only_read.hide()


def open_people(services: Services, context: Context) -> PeopleScreen:
    """Return the screen Peserta with this page beside the list."""
    screen = PeopleScreen(services, context)
    door = DoorPage(services, context, screen)
    screen.add_page("Daftar hadir", "people-page-door", door)
    place = len(screen.extra)
    door.front_asked.connect(partial(screen.show_page, place))
    door.list_asked.connect(partial(screen.show_page, 0))
    tip(screen.pages.buttons[place], f"{_TURN_KEYS} berganti antara daftar dan daftar hadir")
    turn = QShortcut(QKeySequence(_TURN_KEYS), screen)
    turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    turn.activated.connect(lambda: screen.show_page(place if screen.tabs.currentIndex() != place else 0))
    return screen
