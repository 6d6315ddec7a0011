"""The page on which a day runs: the running block large, what follows, its groups or its queue, notes."""

import random
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.hall import BLOCK as HALL_BLOCK
from smartcity_desktop.domain.hall import QUEUE as HALL_QUEUE
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.running import DayState, day_state
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.turns import REPLYING, Slot, board, next_state, speaker, upcoming
from ui import theme
from ui.context import Command, Screen, Services
from ui.models.hall_clock import HallClock
from ui.models.run_day import lines
from ui.screens.agenda.read import RunRead, read_day
from ui.screens.agenda.run_note import NoteGround, RunNotes
from ui.widgets.card import Card, EmptyState
from ui.widgets.kept_width import keep_share
from ui.widgets.label import Label
from ui.widgets.run_catch_up import CatchUpDialog
from ui.widgets.run_groups import GroupBoard
from ui.widgets.run_list import DayList
from ui.widgets.run_now import CATCH, LESS, MORE, NEXT, PAUSE, SKIP, STEP, RunNow
from ui.widgets.run_now import KEYS as NOW_KEYS
from ui.widgets.run_queue import BACK, DRAW, KEYS, LAST, LATER, LONGER, ON, SpeechQueue
from ui.widgets.writing import for_writing

TICK_MS: Final = 500
GROUPS: Final = "group"
_SIDE, _SHARE = 350, 30
"""Pixels of the list of the day at the usual type size, and its share of the page in percent at most."""
_FAR: Final = 10**4
_LOW: Final = 480
"""Height of the page at the usual type size below which a large clock leaves no room to the groups."""
TEXT, BOARD, QUEUE, NO_GROUPS = range(4)
_NO_DAY: Final = "Susun dahulu sesi-sesi hari ini, lalu jalankan satu per satu dari sini."
_READ_ONLY: Final = "Berkas ini hanya bisa dibaca, jadi acara tidak dijalankan dari sini."
_NO_GROUP: Final = "Bagi peserta ke dalam kelompok dahulu; keadaan setiap kelompok lalu tampil di sini."


class RunPage(QWidget):
    """Runs a day for a screen: everything by keys, every act with its undo."""

    kinds = frozenset({"session", "turn", "group", "grouping", "note"})
    """Entities that are shown here; the screen calls ``changed`` when one of them changes elsewhere."""

    plan_asked = Signal()
    """The day has no blocks: a person wants to plan it."""

    def __init__(self, screen: Screen, services: Services, parent: QWidget | None = None) -> None:
        """Stand in ``screen``, which reads, writes and speaks for the page; ``arrive`` reads first."""
        super().__init__(parent or screen)
        self.setObjectName("runPage")
        self._screen, self._services = screen, services
        self._hall = HallClock.of(screen.context.bus)
        self._wanted = ""
        self._read: RunRead | None = None
        self._slots: tuple[Slot, ...] = ()
        self._state: DayState | None = None
        self._listed: object = None
        self._arrives = False
        self.now = RunNow(self)
        self.buttons = self.now.buttons
        self.texts = Label("", name="run-texts", wrap=True, parent=self)
        self.board = GroupBoard(self)
        self.queue = SpeechQueue(self)
        self.work = QStackedWidget(self)

        self.list = DayList("run-list", self)
        self.notes = RunNotes(screen, services, self)
        self.pages = QStackedWidget(self)
        self.only_read = Label(_READ_ONLY, "warning", name="run-read-only", wrap=True, parent=self)
        self._lay_out()
        self.now.asked.connect(self._asked)
        self.board.asked.connect(self._advance)
        self.board.delivered.connect(self._deliver)
        self.queue.asked.connect(self._queue_asked)
        self.queue.list.call_asked.connect(self._call)
        self.queue.list.move_asked.connect(self._move)
        self.list.start_asked.connect(self._start)
        self.list.leave_asked.connect(self._leave_out)
        self.notes.left.connect(self._focus_first)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._listen_to_keys()

    def arrive(self) -> None:
        """Come to the front: read, and take the keyboard."""
        self._arrives = True
        self._refresh()

    def show_day(self, day: str) -> None:
        """Show this ISO day while nothing runs; a running block keeps its own day in front."""
        self._wanted = day
        if self._read is not None:
            self._refresh()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        if changes.kinds & self.kinds:
            self._refresh()

    def leave(self) -> None:
        """Finish the note that is being typed."""
        self.notes.finish()

    def slide(self) -> tuple[str, str]:
        """Return what the hall may see of this: the queue of a presentation, else the clock."""
        block = self._read.day.running if self._read is not None else None
        return (
            (HALL_QUEUE, block.id) if block is not None and block.kind == "presentasi" else (HALL_BLOCK, "")
        )

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Mulai sesi berikutnya", self.begin_next, writes=True),
            Command("Jeda atau lanjutkan sesi", self.turn_pause, writes=True),
            Command("Lewati sesi", self.skip, writes=True),
            Command("Kejar 15 menit", self.catch_up, writes=True),
            Command("Undi urutan presentasi", partial(self._queue_asked, DRAW), writes=True),
            Command("Tulis catatan sesi ini", self.notes.start_typing, writes=True),
        )

    # Acts

    def _asked(self, key: str) -> None:
        ways: dict[str, Callable[[], None]] = {
            NEXT: self.begin_next,
            PAUSE: self.turn_pause,
            MORE: partial(self.extend, STEP),
            LESS: partial(self.extend, -STEP),
            SKIP: self.skip,
            CATCH: self.catch_up,
        }
        ways[key]()

    def begin_next(self) -> None:
        """End what runs and begin what follows, in one act."""
        if self._state is not None and self._state.next is not None:
            title = self._state.next.session.title
            self._do(
                partial(self._services.session.next_block, self._state.next.session.id), f"Mulai: {title}"
            )

    def turn_pause(self) -> None:
        """Stop the clocks, or let them go on."""
        running = self._running
        if running is not None:
            service = self._services.session
            self._do(partial(service.resume if running.is_paused else service.pause, running.id))

    def extend(self, minutes: int) -> None:
        """Give the running block more minutes, or fewer."""
        if self._running is not None:
            self._do(partial(self._services.session.extend, self._running.id, minutes), timed=False)

    def skip(self) -> None:
        """Leave out what runs, or what would come next, and go on."""
        meant = self._running or (self._state.next.session if self._state and self._state.next else None)
        if meant is not None:
            skip = partial(self._services.session.next_block, skip=True)
            if self._running is not None and self._state is not None and self._state.next is not None:
                skip = partial(skip, self._state.next.session.id)
            elif self._running is None:
                self._leave_out(meant.id)
                return
            self._do(skip, f"Dilewati: {meant.title}")

    def catch_up(self) -> None:
        """Propose where minutes can be won."""
        if self._read is None or not self.buttons[CATCH].isEnabled():
            return
        dialog = CatchUpDialog(self._read.day, self._hall.now, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self._shorten)
        dialog.open()

    def _shorten(self, cuts: dict[RowId, int]) -> None:
        words = f"{sum(cuts.values())} menit terkejar dari {len(cuts)} sesi"
        self._do(partial(self._services.session.shorten, cuts), words, timed=False)

    def _start(self, row: str) -> None:
        block = self._block(row)
        if block is not None and not block.is_running:
            self._do(partial(self._services.session.next_block, block.id), f"Mulai: {block.title}")

    def _leave_out(self, row: str) -> None:
        block = self._block(row)
        if block is not None and not block.started_at:
            words = f"Dipakai lagi: {block.title}" if block.skipped else f"Dilewati: {block.title}"
            call = partial(self._services.session.leave_out, block.id, skipped=not block.skipped)
            self._do(call, words, timed=False)

    def _advance(self, group: str) -> None:
        shown = self._shown
        slot = next((item for item in self._slots if item.group.id == group), None)
        if shown is not None and slot is not None:
            state = next_state(slot.state)
            self._do(partial(self._services.session.set_turn, shown.id, slot.group.id, state))

    def _deliver(self, group: str, text: str) -> None:
        shown = self._shown
        if shown is not None:
            save = partial(self._services.session.set_delivered, shown.id, RowId(group), text)
            self._screen.context.autosave.note(("turn", shown.id, group), save)

    def _call(self, group: str) -> None:
        shown = self._shown
        if shown is not None and shown.is_running:
            self._do(partial(self._services.session.begin_speech, shown.id, RowId(group)))

    def _move(self, group: str, by: int) -> None:
        if self._shown is not None:
            call = partial(self._services.session.move_in_queue, self._shown.id, RowId(group), by)
            self._do(call, timed=False)

    def _queue_asked(self, key: str) -> None:
        shown, service = self._shown, self._services.session
        if shown is None or self.work.currentIndex() != QUEUE or not self.queue.buttons[key].isEnabled():
            return
        if key == DRAW:
            drawn = partial(service.draw_queue, shown.id, random.SystemRandom())
            self._do(drawn, "Urutan presentasi diundi", timed=False)
        elif key == BACK:
            self._do(partial(service.back, shown.id), timed=False)
        elif key == ON:
            self._go_on(shown)
        else:
            self._change_speech(shown, key)

    def _go_on(self, shown: Session) -> None:
        """Go the one obvious step: speech, reply, next group, end."""
        service = self._services.session
        current, following = speaker(self._slots), upcoming(self._slots)
        if current is not None and current.phase != REPLYING and shown.reply_minutes:
            self._do(partial(service.begin_reply, shown.id, current.group.id))
        elif following is not None:
            self._do(partial(service.begin_speech, shown.id, following.group.id))
        elif current is not None:
            self._do(partial(service.end_speech, shown.id))

    def _change_speech(self, shown: Session, key: str) -> None:
        current, service = speaker(self._slots), self._services.session
        meant = current or upcoming(self._slots)
        if meant is None:
            return
        if key == LONGER and current is not None:
            self._do(partial(service.extend_speech, shown.id, current.group.id, 1), timed=False)
        elif key in {LATER, LAST}:
            by = 1 if key == LATER else _FAR
            words = f"{meant.group.name} {'ditunda' if key == LATER else 'ke akhir urutan'}"
            self._do(partial(service.move_in_queue, shown.id, meant.group.id, by), words, timed=False)

    def _do(self, call: Callable[..., Changes], words: str = "", *, timed: bool = True) -> None:
        """Write by the time of the hall; what was typed before belongs to what stood then."""
        if self._read is not None and self._read.read_only:
            self._screen.warned.emit(_READ_ONLY)
            return
        self.notes.finish()
        if timed:
            call = partial(call, at=self._hall.now())
        self._screen.act(call, partial(self._done, words))

    def _done(self, words: str, changes: Changes) -> None:
        if changes and words:
            self._screen.said.emit(f"{words}.")
        self._refresh()

    # What is shown

    @property
    def _running(self) -> Session | None:
        return self._read.day.running if self._read else None

    @property
    def _shown(self) -> Session | None:
        return self._read.day.shown if self._read else None

    def _block(self, row: str) -> Session | None:
        blocks = self._read.day.blocks if self._read else ()
        return next((item for item in blocks if item.id == row), None)

    def _refresh(self) -> None:
        self._screen.read(partial(read_day, self._services, self._wanted), self._show)

    def _show(self, read: RunRead) -> None:
        self._read = read
        self.only_read.setVisible(read.read_only)
        for part in (self.now, self.board, self.queue, self.notes):
            part.may_write = not read.read_only
        running = read.day.running
        self._hall.tell((running.id, running.started_at) if running else None, read.day.now)
        self._slots = board(read.day.groups, read.day.turns)
        self._listed = None
        self.pages.setCurrentIndex(1 if read.day.blocks else 0)
        self._show_work(read.day.shown)
        self._show_notes()
        self.tick()
        if self._arrives:
            self._arrives = False
            self._take_focus()

    def _take_focus(self) -> None:
        """Take the keyboard, unless it is in a field of this page already."""
        if not self.isAncestorOf(self.window().focusWidget()):
            self._focus_first()

    def _focus_first(self) -> None:
        first = self.buttons[NEXT]
        (first if first.isEnabled() else self.list).setFocus()

    def _show_work(self, shown: Session | None) -> None:
        kind = shown.kind if shown else ""
        grouped = kind in {"kelompok", "presentasi"}
        page = {"kelompok": BOARD, "presentasi": QUEUE}.get(kind, TEXT)
        self._turn_work(NO_GROUPS if grouped and not self._slots else page)
        self.texts.setText(_texts(shown) if shown else "")
        # What stands below a talk is a few lines; groups and queue need half of the page.
        self._left.setStretch(0, 3 if page == TEXT else 1)
        self._left.setStretch(1, 1)
        talks = page == QUEUE
        self._share_room()
        self.now.lead(on=not talks or self._running is None or upcoming(self._slots) is None)
        if page == BOARD:
            self.board.show_slots(self._slots, shown.id if shown else "")
        elif page == QUEUE and shown is not None:
            self.queue.show_slots(shown, self._slots, self._hall.now())

    def _share_room(self) -> None:
        """Keep the clock of the block small where another one, or the whole board, is to be seen."""
        page = self.work.currentIndex()
        is_small = page == QUEUE or (page == BOARD and self.height() < theme.scaled(_LOW))
        high = QSizePolicy.Policy.Maximum if is_small else QSizePolicy.Policy.Preferred
        self.now.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self.now.keep_small(on=is_small)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let all groups be seen in a low window and in large letters too."""
        super().resizeEvent(event)
        self._share_room()

    def _turn_work(self, page: int) -> None:
        """Show one page, and let only this one say how much room it needs."""
        for place, widget in enumerate(self._works):
            vertical = QSizePolicy.Policy.Preferred if place == page else QSizePolicy.Policy.Ignored
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self.work.setCurrentIndex(page)
        # Keys of a queue scroll the lists where there is none.
        for shortcut in self._queue_keys:
            shortcut.setEnabled(page == QUEUE)

    def _show_notes(self) -> None:
        if self._read is None:
            return
        running, current = self._running, speaker(self._slots) if self._running else None
        talks = running is not None and running.kind == "presentasi"
        self.notes.show_ground(
            NoteGround(
                self._read.notes,
                {item.group.id: item.group.name for item in self._slots},
                running.stage if running else NO_ROW,
                running.id if running else NO_ROW,
                current.group.id if current and talks else NO_ROW,
            )
        )

    def tick(self) -> None:
        """Count on: with most ticks only the clock changes."""
        if self._read is None:
            return
        now, day = self._hall.now(), self._read.day
        state = self._state = day_state(day.blocks, now)
        self.now.tick(state, today=day.day == now.date().isoformat())
        if self.work.currentIndex() == QUEUE:
            self.queue.tick(now)
        # Everything else changes with the minute, or with what is over.
        minute = (int(now.timestamp() // 60), state.late, state.over, state.clock.share == 0)
        if minute != self._listed:
            self._listed = minute
            self.now.show_state(day, state, self._read.zone)
            shown = state.running or (state.next.session if state.next else None)
            self.list.show_lines(lines(day, state), shown.id if shown else "")

    def showEvent(self, event: QShowEvent) -> None:
        """Count while somebody looks."""
        super().showEvent(event)
        self._timer.start()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    # Parts

    def _listen_to_keys(self) -> None:
        ways: dict[str, Callable[[], None]] = {
            keys: partial(self._asked, key) for keys, key in NOW_KEYS.items()
        }
        ways |= {"N": self.notes.start_typing, "F2": self.board.go_to_delivered}
        ways |= {keys: partial(self._queue_asked, key) for key, keys in KEYS.items()}
        ways |= {str(place): partial(self._press, place) for place in range(1, 10)}
        self._queue_keys: list[QShortcut] = []
        for keys, slot in ways.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            # A key that is held down must not run through the day; minutes may be counted up by holding.
            shortcut.setAutoRepeat(NOW_KEYS.get(keys) in {MORE, LESS})
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(_call_plain, slot))
            if keys in KEYS.values():
                shortcut.setEnabled(False)
                self._queue_keys.append(shortcut)

    def _press(self, place: int) -> None:
        if self.work.currentIndex() == BOARD:
            self.board.press(place)

    def _lay_out(self) -> None:
        none = EmptyState(
            "Belum ada kelompok", _NO_GROUP, ("Buka Kelompok",), name="run-no-groups", parent=self
        )
        none.first.connect(partial(self._screen.go.emit, GROUPS, ""))
        text = QWidget(self.work)
        inside = QVBoxLayout(text)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.texts)
        inside.addStretch(1)
        self._works: tuple[QWidget, ...] = (text, self.board, self.queue, none)
        for page in self._works:
            self.work.addWidget(page)
        work = Card(name="run-work", parent=self)
        work.body.addWidget(self.work, 1)
        left = self._left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.now, 1)
        left.addWidget(work, 1)
        day = Card("Urutan sesi", name="run-day", parent=self)
        day.body.setContentsMargins(12, 10, 12, 12)
        day.body.addWidget(self.list, 1)
        day.body.addWidget(Label("Enter memulai · Delete melewati", "small", parent=day))
        side = QWidget(self)
        keep_share(side, self, _SIDE, _SHARE)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        right.addWidget(day, 3)
        right.addWidget(self.notes, 2)
        whole = QWidget(self.pages)
        both = QHBoxLayout(whole)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addWidget(side)
        ways = ("Susun acara",)
        empty = EmptyState("Belum ada acara untuk dijalankan", _NO_DAY, ways, name="run-empty", parent=self)
        empty.first.connect(self.plan_asked)
        self.pages.addWidget(empty)
        self.pages.addWidget(whole)
        _stand_below_each_other(self, self.only_read, self.pages)
        self.only_read.hide()
        for_writing(self.now, self.board, self.queue, self.notes)


def _stand_below_each_other(ground: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)


def _call_plain(slot: Callable[[], None], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot of Qt
    slot()


def _texts(block: Session) -> str:
    """Return speaker, what the room sees and what only the team reads, of a block without groups."""
    parts = (
        ("Narasumber", block.speaker or block.leader),
        ("Ruang", block.place),
        ("Yang dilihat peserta", block.public),
        ("Catatan panitia", block.private),
    )
    told = [f"{head}: {text}" for head, text in parts if text.strip()]
    return "\n\n".join(told) or "Sesi ini belum punya narasumber atau catatan."
