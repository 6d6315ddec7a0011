"""A facilitator who has no mouse: keys alone lead everywhere, and every mouse event would be counted."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from smartcity_desktop.domain.print_job import kind_of
from tests.flows.hand import Hand
from tests.flows.playing import tell
from tests.ui.frame import turn

_FAR = 120
_MOUSE = frozenset(
    {
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick),
        *(QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.DragEnter, QEvent.Type.Drop),
    }
)


class MouseCount(QObject):
    """Counts whatever a mouse would do anywhere in the program."""

    def __init__(self, application):
        super().__init__(application)
        self.count = 0
        application.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's own name
        """Count, and let everything pass."""
        if event.type() in _MOUSE:
            self.count += 1
        return False


class KeyHand(Hand):
    """A hand that never leaves the keyboard."""

    def click(self, name):
        """There is no mouse."""
        words = f"a click on {name}: this story has no mouse"
        raise AssertionError(words)

    def target(self):
        """Return where keys go now: a menu that is open takes them before its window."""
        return QApplication.activePopupWidget() or super().target()

    def go_to(self, name):
        """Press Tab until the focus stands on something of this name."""
        self.find(name)
        self.tab(lambda part: part.objectName() == name, name)

    def tab(self, fits, words, keys="Tab"):
        """Press Tab until the focus stands on what ``fits``."""
        start = self.target()
        for _step in range(_FAR):
            if fits(self.target()):
                return
            self.press(keys)
        failed = f"{words} is not reached by {keys} from {start.objectName()}"
        raise AssertionError(failed)

    def use(self, name):
        """Go to a button and press it by Space."""
        self.until(self.find(name).isEnabled, f"until {name} can be used")
        self.go_to(name)
        self.press("Space")

    def strokes(self, text):
        """Type plain letters as single events: what a keypad at the door sends."""
        for sign in text:
            QTest.keyClick(self.target(), sign)
        turn()

    def press_window(self, words):
        """Press keys as the window system hands them over: before any part of the window hears them."""
        together = QKeySequence(words)[0]
        self.pressed.append(words)
        QTest.keyClick(self.app.window.windowHandle(), together.key(), together.keyboardModifiers())
        self.settle()

    def command(self, words, first):
        """Call something by Ctrl+K, once it is the first that is found."""
        self.press("Ctrl+K")
        self.type(words)
        finder = self.page.palette_panel.finder
        self.until(lambda: finder.choices() and finder.choices()[0].words.startswith(first), f"for {words}")
        self.press("Return")
        self.settle()


class Fast:
    """What all parts of the fast days share: the hand, files that are answered, and pictures."""

    def __init__(self, app, clock, folder, pictures=None):
        self.app, self.clock, self.folder, self.pictures = app, clock, folder, pictures
        self.hand = KeyHand(app)
        self.mouse = MouseCount(QApplication.instance())
        self.chosen = ""
        for ask in ("getSaveFileName", "getOpenFileName"):
            setattr(QFileDialog, ask, staticmethod(lambda *_: (str(self.folder / self.chosen), "")))

    def keep(self, name):
        """Keep a picture of what is in front."""
        if self.pictures:
            self.hand.settle()
            front = QApplication.activeModalWidget() or self.app.window
            front.grab().save(str(self.pictures / f"{name}.png"))

    def run(self, *parts):
        """Play parts one after another, and tell at the end that no mouse was needed."""
        for number, part in enumerate(parts, start=1):
            self.step(number, part)
        tell("mouse", self.mouse.count)

    def step(self, number, part):
        """Play one part, tell how many keys it took, keep a picture."""
        self.hand.pressed.clear()
        part()
        tell("keys", [part.__name__, len(self.hand.pressed)])
        self.keep(f"{type(self).__name__.lower()}-{number:02} {part.__name__}")

    def print_paper(self, kind, *, answers=(), name=""):
        """Cetak: find a paper by its title, look at its pages, save them as PDF under its key.

        ``answers`` are pairs of a question and words of the answer, which is gone to by arrow keys.
        """
        hand = self.hand
        if hand.page.screens.key != "report":
            hand.rail("report")
        hand.press("Ctrl+F")
        hand.until(lambda: hand.target() is hand.screen.search, "for the search of papers")
        hand.press("Ctrl+A")
        hand.type(kind_of(kind).title)
        hand.until(lambda: hand.screen.list.key == kind, f"for {kind}")
        for box, words in answers:
            hand.go_to(f"print-{box}")
            hand.press("Home")
            for _step in range(_FAR):
                if words in hand.target().currentText():
                    break
                hand.press("Down")
            assert words in hand.target().currentText(), f"{words} is no answer to {box}"
        hand.press("Ctrl+F", "Return")
        hand.until(lambda: hand.target() is hand.screen.list, "for the list of papers")
        self.chosen = f"{name or kind}.pdf"
        hand.press("Return")
        hand.until(lambda: self.is_made(kind), f"for the pages of {kind}")
        tell("paper", [name or kind, hand.text("print-title"), hand.text("print-count")])
        hand.command("simpan pdf", "Simpan PDF")
        hand.until((self.folder / self.chosen).exists, f"for {self.chosen}")
        hand.settle()

    def is_made(self, kind):
        """Whether the pages of this paper stand in Cetak; what refuses it is an error."""
        screen = self.hand.screen
        front = screen.stack.currentWidget()
        assert front is not screen.refused, f"{kind}: {screen.refused.sentence.text()}"
        self.hand.settle()
        made = screen._made
        return made is not None and made.asked.kind == kind and front is screen.pages

    def wait_said(self, begins):
        """Wait for a sentence of the message bar."""
        self.hand.until(lambda: self.hand.said().startswith(begins), f"to hear “{begins}”")
