"""What a person does on the page of a running day, what goes by meanwhile, and what stands there."""

from datetime import timedelta, timezone

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from smartcity_desktop.domain.turns import queue
from tests.ui.frame import turn

DAY = "2026-08-04"
ZONE = timezone(timedelta(hours=8), "WITA")
PLAN = (
    ("Pembukaan", "08:30", "09:15", "seremoni", {"slack": 60}),
    ("Materi", "09:15", "10:15", "materi", {"speaker": "Prof. Ilham", "private": "Sound kedua mati"}),
    ("Kopi", "10:15", "10:30", "istirahat", {}),
    ("Kerja", "10:30", "11:00", "kelompok", {}),
    ("Presentasi", "11:00", "12:00", "presentasi", {"speak_minutes": 5, "reply_minutes": 2}),
    ("ISHOMA", "12:00", "13:00", "istirahat", {"fixed": True}),
    ("Sore", "13:00", "15:00", "kelompok", {}),
)
PLAIN = Qt.KeyboardModifier.NoModifier


class Hand:
    def __init__(self, page, desk, clock, steady, qtbot):
        self.page, self.desk, self.clock, self.steady, self.qtbot = page, desk, clock, steady, qtbot
        self.screen = page._screen
        self.rows, self.groups = {}, {}
        self.said, self.went = [], []
        self.screen.said.connect(self.said.append)
        self.screen.go.connect(lambda key, row: self.went.append((key, row)))

    def settle(self):
        for _round in range(6):
            assert self.screen.context.lane.drain(20)
            self.screen.context.bus.deliver()
            turn()

    def on_data(self, call):
        found = []
        self.screen.context.lane.data(call, found.append)
        assert self.screen.context.lane.drain(10)
        return found[0] if found else None

    def key(self, keys):
        """Press keys where the keyboard is."""
        window = self.page.window()
        if not window.isActiveWindow():
            with self.qtbot.waitActive(window):
                window.activateWindow()
        QTest.keySequence(window.focusWidget(), QKeySequence(keys))
        self.settle()

    def press(self, widget, key, modifier=PLAIN):
        self.qtbot.keyClick(widget, key, modifier)
        self.settle()

    def go_by(self, **span):
        """Let time go by, for the laptop's clock and for the steady one."""
        self.clock.forward(**span)
        self.steady.seconds += timedelta(**span).total_seconds()
        self.page.tick()

    def start(self, title):
        self.on_data(lambda: self.desk.session.start_block(self.rows[title]))
        self.page.arrive()
        self.settle()

    def running(self):
        return self.on_data(self.desk.session.running)

    def block(self, title):
        return self.on_data(lambda: self.desk.session.get(self.rows[title]))

    def slots(self, title):
        return self.on_data(lambda: self.desk.session.slots(self.rows[title]))

    def order(self, title):
        return [item.group.name for item in queue(self.slots(title))]

    def undo(self):
        changes = self.on_data(self.desk.undo)
        self.page.changed(changes)
        self.settle()

    def list_words(self):
        return [item.words for item in self.page.list.blocks.lines]
