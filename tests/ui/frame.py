"""Two plain screens for the tests of the frame, and the ways those tests wait."""

from functools import partial

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.opd import OpdRow
from ui.context import Command, Screen
from ui.shell.registry import ScreenSpec


class Plain(Screen):
    """Writes down what the frame tells it; its line is saved as the name of the workshop's place."""

    kinds = frozenset({"opd", "workshop"})

    def __init__(self, services, context):
        super().__init__(context)
        self.services = services
        self.heard = []
        self.ran = []
        self.can_present = False
        self.line = QLineEdit(self)
        self.line.setObjectName("plain-line")
        self.line.setAccessibleName("Kota")
        self.line.textEdited.connect(self.note)
        self.lines = QPlainTextEdit(self)
        self.lines.setObjectName("plain-lines")
        self.lines.setAccessibleName("Baris")
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.lines)

    def note(self, text):
        self.context.autosave.note("city", partial(self.services.workshop.update, "city", text), self)

    def add(self, *names):
        self.act(partial(self.services.opd.add, [OpdRow(name) for name in names]))

    def show_stage(self, number):
        self.heard.append(("stage", number))

    def arrive(self):
        self.heard.append(("arrive",))

    def changed(self, changes):
        self.heard.append(("changed", changes.kinds))

    def open_row(self, row):
        self.heard.append(("row", row))

    def commands(self):
        return (Command("Ganti sandi kota", partial(self.ran.append, "command")),)

    def present(self):
        return self.can_present


SPECS = (
    ScreenSpec("home", "Beranda", "beranda", "beranda", Plain),
    ScreenSpec("opd", "OPD", "opd", "opd", Plain),
    ScreenSpec("note", "Catatan", "catatan", "catatan", Plain),
)


def turn(milliseconds=0):
    """Let the event loop turn for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(app, seconds=10):
    """Wait until every call is answered, every change told, and what these asked for as well."""
    for _round in range(6):
        assert app.lane.drain(seconds)
        app.bus.deliver()
        turn()


def answered(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(6):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()
        turn()


def nameless(root):
    """Return the stops of the Tab key that a test or a screen reader could not name."""
    stops = [
        item
        for item in root.findChildren(QWidget)
        if item.focusPolicy() & Qt.FocusPolicy.TabFocus
        and item.isVisibleTo(root)
        and not isinstance(item.parent(), QComboBox | QAbstractSpinBox)
    ]
    assert stops
    return [item for item in stops if not (item.objectName() and _said(item))]


def _said(item):
    return item.accessibleName() or (isinstance(item, QAbstractButton) and item.text())
