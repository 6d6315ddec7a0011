"""Screen Kata petunjuk: the words that lead suggestions of this workshop, and a line to try names with."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.cue import USUAL, Word, WordPlace
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.wording import number
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.cue_page import CuePage
from ui.widgets.label import Label

if TYPE_CHECKING:
    from smartcity_desktop.domain.changes import Changes
    from smartcity_desktop.errors import Fault
    from ui.lane import Ticket

DIMENSION: Final = "dimension"


class CueScreen(Screen):
    """Places with their words at the left, a name to try at the right; suggestions follow at once."""

    kinds = frozenset({"cue", "dimension", "subdimension", "opd", "workshop"})

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._suggest, self._opd = services.suggest, services.opd
        self._tried: Ticket | None = None
        self._wanted = ""
        self.setObjectName("screen-cue")
        theme.set_role(self, "page")
        self.counts = Label("", "soft", name="cue-counts", parent=self)
        self.page = CuePage(self)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Read what stands."""
        self._refresh()

    def changed(self, changes: "Changes") -> None:
        """Show what others, or an undo, changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Show the words of a dimension or sub-dimension."""
        self._wanted = row
        self._refresh()

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Tambah kata petunjuk", self.page.add.setFocus, writes=True),
            Command(worded("Coba saran dimensi untuk sebuah nama"), self.page.line.setFocus),
        )

    def _refresh(self) -> None:
        self.read(self._opd.opds, self._show_agencies)
        self.read(self._suggest.words, self._show)

    def _show_agencies(self, opds: Sequence[Opd]) -> None:
        self.page.show_agencies([item.name for item in opds])

    def _show(self, places: Sequence[WordPlace]) -> None:
        words = [word for place in places for word in place.words if not word.dropped]
        own = sum(word.own for word in words)
        self.counts.setText(f"{number(len(words))} kata" + (f" · {own} ditambah di sini" if own else ""))
        self.page.show_places(places)
        self.page.places.choose(self._wanted)
        self._wanted = ""
        self.page.try_again()

    def _try(self, text: str, agency: str) -> None:
        if self._tried is not None:
            self._tried.cancel()
        self._tried = self.read(partial(self._suggest.tried, text, agency), self.page.show_suggestion)

    def _add(self, text: str) -> None:
        place = self.page.place
        if place is None:
            return
        self.page.add.clear()
        call = partial(self._suggest.add_word, place.row, text, USUAL)
        self.act(call, self._done, failed=partial(self._not_added, text))

    def _not_added(self, text: str, fault: "Fault") -> None:
        if not self.page.add.text():
            self.page.add.setText(text)
        self.page.add.tell(explain(fault))

    def _weigh(self, word: Word, weight: int) -> None:
        self.act(partial(self._suggest.weigh_word, word, weight), self._quietly)

    def _drop(self, word: Word) -> None:
        self.act(partial(self._suggest.drop_word, word), self._done)

    def _take_back(self, word: Word) -> None:
        self.act(partial(self._suggest.take_back_word, word), self._done)

    def _done(self, changes: "Changes") -> None:
        if changes:
            self.said.emit(f"{changes.label[:1].upper()}{changes.label[1:]}.")
        self._refresh()

    def _quietly(self, changes: "Changes") -> None:
        del changes
        self._refresh()

    def _connect(self) -> None:
        page = self.page
        page.add.named.connect(self._add)
        page.weighed.connect(self._weigh)
        page.dropped.connect(self._drop)
        page.taken_back.connect(self._take_back)
        page.tried.connect(self._try)

    def _lay_out(self) -> None:
        self.back = Button(worded("Kembali ke Dimensi"), "cue-back-to-dimension", parent=self)
        self.back.clicked.connect(partial(self.go.emit, DIMENSION, ""))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Kata petunjuk", "title", parent=self))
        head.addWidget(self.counts)
        head.addStretch(1)
        head.addWidget(self.back)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.setSpacing(4)
        top.addLayout(head)
        words = "Kata yang menunjuk ke sebuah dimensi, dipakai untuk menyarankan dimensi program. "
        words += "Saran selalu disertai alasannya dan tidak pernah diterima dengan sendirinya."
        top.addWidget(Label(worded(words), "soft", wrap=True, parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.page, 1)
