"""A window that types a plan over by itself until it is killed: ``plan_typist.py PROFILE FILE PLAN``.

Runs the window's own start function. Every cell is told on stdout as soon as its last key was pressed.
"""

import itertools
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from tests.kill.typist import tell
from ui import app


class PlanTypist(QObject):
    """Goes on with typing as soon as it is offered, and types row by row."""

    def __init__(self, made, plan):
        super().__init__(made)
        self.app, self.plan, self.screen = made, plan, None
        self.numbers = itertools.count(1)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.step)
        self.timer.start(20)

    def step(self):
        page = self.app.window.workshop
        if self.screen is None:
            self.look(page)
        elif self.screen.typing.page.view.model().count_new_rows():
            self.type()
        self.timer.start(40)

    def look(self, page):
        if page is None or not page.bar.parent():
            return
        page.go("document")
        self.app.lane.drain(10)
        screen = page.screens.current
        if screen.frame.offer.isVisible():
            tell("R", screen.frame.offer.go_on.text())
            screen.frame.offer.go_on.click()
            self.app.lane.drain(10)
            self.screen = screen

    def type(self):
        view, number = self.screen.typing.page.view, next(self.numbers)
        code = f"2.16.02.2.{number % 100:02}"
        QTest.keyClicks(view, code)
        QTest.keyClick(view, Qt.Key.Key_Return)
        tell("K", code)


def main():
    """Start the window with a typist in it."""
    profile, path, plan = sys.argv[1:4]
    begin = app.App.begin

    def begin_and_type(made, wanted=None):
        begin(made, wanted)
        PlanTypist(made, plan)

    app.App.begin = begin_and_type
    sys.argv = sys.argv[:1]
    return app.main(Path(path), profile=Path(profile))


if __name__ == "__main__":
    sys.exit(main())
