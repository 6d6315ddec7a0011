"""Screen Cek Sebelum Acara: one page of what is looked at before people come, each with what to do."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain import preflight as judge
from smartcity_desktop.domain.preflight import Check, PrinterFacts
from smartcity_desktop.services.preflight import Asked, look
from ui import theme
from ui.context import Command, Context, Screen
from ui.models.screen_name import plain_name, size_words
from ui.printing import PAPERS, fits_paper
from ui.widgets.button import Button
from ui.widgets.check_list import CheckList, show_tone
from ui.widgets.label import Label
from ui.widgets.pill import Pill
from ui.widgets.scroll import scroll_area

if TYPE_CHECKING:
    from ui.lane import Ticket

SETTINGS: Final = "settings"
COPIES: Final = "safety_second"


def printers() -> list[tuple[str, bool, list[QPageSize]]]:
    """Return the printers that this laptop knows: name, whether it is the usual one, and its papers."""
    usual = QPrinterInfo.defaultPrinterName()
    return [
        (item.printerName(), item.printerName() == usual, list(item.supportedPageSizes()))
        for item in QPrinterInfo.availablePrinters()
    ]


def screens() -> list[str]:
    """Return the screens, the first one first: ``EPSON EB-X05 (1024 × 768)``."""
    first = QGuiApplication.primaryScreen()
    found = sorted(QGuiApplication.screens(), key=lambda item: item is not first)
    return [f"{plain_name(item)} ({size_words(item)})" for item in found]


class PreflightScreen(Screen):
    """Looks when it is opened and when it is asked to; nothing is remembered."""

    kinds = frozenset({"preflight"})
    """No entity of a workshop: the laptop itself is looked at."""

    def __init__(
        self,
        context: Context,
        gather: Callable[[], Asked],
        parent: QWidget | None = None,
    ) -> None:
        """``gather`` tells, on the data thread, what is to be looked at."""
        super().__init__(context, parent)
        self.setObjectName("screen-preflight")
        theme.set_role(self, "page")
        self._gather = gather
        self._ticket: Ticket | None = None
        self.verdict = Pill(parent=self)
        self.verdict.hide()
        self.words = Label("", "soft", name="preflight-words", wrap=True, parent=self)
        self.again = Button("Periksa lagi", "preflight-again", "primary", parent=self)
        self.list = CheckList(self)
        self._lay_out()
        self.again.clicked.connect(self.look)
        self.list.asked.connect(self._help)

    def arrive(self) -> None:
        """Look at once."""
        self.again.setFocus()
        self.look()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (Command("Periksa lagi sebelum acara", self.look),)

    def reword(self) -> bool:
        """Speak of nothing that an event calls otherwise."""
        return True

    def look(self) -> None:
        """Ask the laptop."""
        if self._ticket is not None:
            self._ticket.cancel()
        self.again.setEnabled(False)
        self.words.setText("Memeriksa laptop ini …")
        self._ticket = self.read(self._gather, self._look_at)

    def _look_at(self, asked: Asked) -> None:
        printed = judge.printers(_judged(printers(), asked.paper), asked.paper)
        seen = (printed, judge.screens(screens(), sys.platform))
        self._ticket = self.context.lane.side(partial(look, asked), partial(self._show, seen))

    def _show(self, seen: Sequence[Check], found: Sequence[Check]) -> None:
        self._ticket = None
        checks = sorted((*seen, *found), key=lambda item: judge.ORDER.index(item.key))
        tone, words = judge.summary(checks)
        show_tone(self.verdict, tone)
        self.verdict.show()
        self.words.setText(words)
        self.list.show_checks(checks)
        self.again.setEnabled(True)
        if not self.isHidden():
            self.again.setFocus()

    def _help(self, key: str) -> None:
        if key == "copies":
            self.go.emit(SETTINGS, COPIES)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Cek Sebelum Acara", "title", parent=self))
        head.addWidget(self.verdict)
        head.addWidget(self.words, 1)
        head.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll_area(self.list, "preflight-scroll", self), 1)


def _judged(found: Sequence[tuple[str, bool, list[QPageSize]]], paper: str) -> list[PrinterFacts]:
    wanted = paper if paper in PAPERS else "F4"
    return [PrinterFacts(name, fits_paper(wanted, sizes), is_usual) for name, is_usual, sizes in found]
