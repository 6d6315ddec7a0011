"""What a hand does on the screen of groups, and what an eye sees."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.planning import on_data, settle

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


class Hand:
    def __init__(self, screen, desk, qtbot):
        self.screen, self.desk, self.qtbot = screen, desk, qtbot
        self.board, self.page = screen.board, screen.divide
        self.said, self.warned, self.went, self.told, self.prints = [], [], [], [], []
        screen.said.connect(self.said.append)
        screen.warned.connect(self.warned.append)
        screen.told.connect(self.told.append)
        screen.go.connect(lambda key, row: self.went.append((key, row)))
        screen.print_asked.connect(lambda key, row: self.prints.append((key, row)))

    def settle(self):
        settle(self.screen)

    def ask(self, call):
        """Return what a call on the data thread gives."""
        return on_data(self.screen.context.lane, call)

    def divide(self, kind):
        """Open the page, look, apply."""
        self.screen.open_divide(kind)
        self.settle()
        QTest.mouseClick(self.page.apply, LEFT)
        self.settle()

    def card(self, called):
        return next(item for item in self.board.cards if item.card.called == called)

    def names(self, called):
        return [line.words for line in self.card(called).list.lines()]

    def free(self):
        return [line.words for line in self.board.free.lines()]

    def where(self, name):
        """Return the group that somebody sits in, as it is stored."""
        board = self.ask(lambda: self.desk.group.board(self.grouping))
        found = (card.called for card in board.cards for item in card.members if item.person.name == name)
        return next(found, "")

    @property
    def grouping(self):
        return self.screen._shown.board.grouping.id

    def stored(self):
        return self.ask(lambda: self.desk.group.board(self.grouping))

    def row(self, name):
        return self.ask(lambda: next(item.id for item in self.desk.people.people() if item.name == name))

    def agency(self, name):
        return self.ask(lambda: next(item.id for item in self.desk.opd.opds() if item.name == name))

    def stand(self, name):
        """Choose somebody as a click or the arrow keys would."""
        assert self.board.choose(self.row(name))
        self.settle()
        return QApplication.focusWidget()

    def key(self, key, modifiers=PLAIN):
        if QApplication.focusWidget() is None:
            # Where a dialog was closed nobody gives the window back to the screen.
            self.screen.activateWindow()
            self.qtbot.waitUntil(self.screen.isActiveWindow)
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        self.settle()

    def carry(self, source, target):
        """Drag what is chosen in one list to another; returns whether it was taken."""
        mime = source.model().mimeData(source.selectedIndexes())
        middle = target.viewport().rect().center()
        enter = QDragEnterEvent(middle, COPY, mime, LEFT, PLAIN)
        target.dragEnterEvent(enter)
        if not enter.isAccepted():
            target.dragLeaveEvent(QDragLeaveEvent())
            return False
        lit = target.property("role")
        drop = QDropEvent(QPointF(middle), COPY, mime, LEFT, PLAIN)
        target.dropEvent(drop)
        assert lit == "target"
        assert target.property("role") != "target"
        self.settle()
        return drop.isAccepted()

    def dialog(self):
        self.settle()
        return next(item for item in self.screen.findChildren(QDialog) if item.isVisible())
