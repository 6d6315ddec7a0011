"""A window that types by itself until it is killed: ``typist.py PROFILE FILE SEED``.

Runs the window's own start function. Every key and every "Tersimpan" that was shown is told on stdout the
moment it happened, so that the parent can stamp it.
"""

import random
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from ui import app
from ui.screens.note.screen import NoteScreen

LETTERS = "abcdefghijklmnopqrstuvwxyz 0123456789"
LINE = 18


def tell(*words):
    """Write one line that the parent reads at once."""
    sys.stdout.write("\t".join(words) + "\n")
    sys.stdout.flush()


class Typist(QObject):
    """Opens the minutes as soon as they are there and types, with the pauses of a person in a hurry."""

    def __init__(self, made, seed):
        super().__init__(made)
        self.app, self.rng, self.count, self.shown = made, random.Random(seed), 0, ""
        self.screen = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.step)
        self.timer.start(20)

    def step(self):
        page = self.app.window.workshop
        if self.screen is None:
            self.look(page)
        else:
            self.type(page)
        self.timer.start(self.rng.randint(30, 80))

    def look(self, page):
        if page is None or not page.bar.parent():
            return
        page.go("note")
        if isinstance(page.screens.current, NoteScreen) and page.screens.current.line.isVisible():
            self.screen = page.screens.current
            self.app.lane.drain(10)
            tell("R", page.bar.text.text())

    def type(self, page):
        self.count += 1
        if self.count % LINE == 0:
            tell("K", "enter")
            QTest.keyClick(self.screen.line, Qt.Key.Key_Return)
        else:
            letter = self.rng.choice(LETTERS)
            tell("K", letter)
            QTest.keyClick(self.screen.line, letter)
        saved = page.status.saved.text()
        if saved != self.shown and saved.startswith("Tersimpan"):
            self.shown = saved
            tell("S", saved)


def main():
    """Start the window with a typist in it."""
    profile, path, seed = sys.argv[1:4]
    begin = app.App.begin

    def begin_and_type(made, wanted=None):
        begin(made, wanted)
        Typist(made, int(seed))

    app.App.begin = begin_and_type
    sys.argv = sys.argv[:1]
    return app.main(Path(path), profile=Path(profile))


if __name__ == "__main__":
    sys.exit(main())
