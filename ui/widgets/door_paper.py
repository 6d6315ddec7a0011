"""The way in by the signed list: a page as it was printed, and the numbers of those who did not sign."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.attendance import Presence
from smartcity_desktop.domain.attendance_door import kept_apart, page_doubts
from smartcity_desktop.domain.attendance_typed import read_numbers
from smartcity_desktop.domain.ids import RowId
from ui import theme
from ui.models.door_list import paper_line
from ui.widgets.button import Button
from ui.widgets.door_list import DoorList
from ui.widgets.door_number import NumberField
from ui.widgets.label import Label

_STEPS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_PREPARING: Final = "Menyiapkan halaman daftar hadir …"

Typed = tuple[tuple[object, int], str]
"""A page by its ground (the day or session) and its number from 0, and what was typed for it."""


class PageField(NumberField):
    """The field "Semua hadir kecuali"; PageDown and PageUp turn the page."""

    turned = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page, else as any field of the door."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self.turned.emit(step)
        else:
            super().keyPressEvent(event)


class DoorPaper(QWidget):
    """One page of the list, ticked; the field below takes who did not sign."""

    taken = Signal(list, list, str)
    """The rows of a page, those of them that did not sign, and the name of the page."""
    deputy_asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a page."""
        super().__init__(parent)
        self._pages: tuple[tuple[Presence, ...], ...] = ()
        self._place = 0
        self._is_ready = False
        self._ground: object = None
        self._left: dict[tuple[object, int], str] = {}
        self.title = Label("", "strong", name="door-page", parent=self)
        self.back = Button("Sebelumnya", "door-page-back", parent=self)
        self.back.setAccessibleName("Halaman sebelumnya (PageUp)")
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on = Button("Berikutnya", "door-page-on", parent=self)
        self.on.setAccessibleName("Halaman berikutnya (PageDown)")
        self.on.clicked.connect(lambda: self.turn(1))
        said = Label("Semua hadir kecuali nomor", "strong", parent=self)
        self.field = PageField("door-except", "Semua hadir kecuali nomor", self)
        self.field.setPlaceholderText("mis. 3 7 12-14")
        said.setBuddy(self.field)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._take)
        self.field.turned.connect(self.turn)
        self.field.moved.connect(self._into_list)
        self.field.left.connect(self.left)
        self.answer = Label("", "lead", name="door-page-answer", wrap=True, parent=self)
        self.take = Button("Catat halaman ini", "door-page-take", "primary", parent=self)
        self.take.clicked.connect(self._take)
        self.list = DoorList("door-page-list", "Peserta di halaman ini", "base", flat=True, parent=self)
        self.list.toggled.connect(self._toggle)
        self.list.entered.connect(self._toggle)
        self.list.deputy_asked.connect(self.deputy_asked)
        self.list.left.connect(self.field.setFocus)
        self.list.typed.connect(self._type)
        self.keys = Label(
            "Enter: catat halaman ini · PageDown, PageUp: ganti halaman · ↓ lalu Spasi: ubah centang, "
            "D: diwakili · Esc: kembali ke nomor. Yang sudah dicatat di pintu tidak diubah.",
            "small",
            wrap=True,
            parent=self,
        )
        self._lay_out(said)
        self.setFocusProxy(self.field)

    @property
    def page(self) -> tuple[Presence, ...]:
        """The participants on the page that is shown."""
        return self._pages[self._place] if self._pages else ()

    def show_pages(self, pages: Sequence[Sequence[Presence]], ground: object = None) -> None:
        """Show the list of a day or session (its ``ground``) as it is printed; the page shown stays."""
        self._pages = tuple(tuple(page) for page in pages)
        self._is_ready = True
        place = min(self._place, max(0, len(self._pages) - 1)) if ground == self._ground else 0
        self._go_to(ground, place)
        self._show()

    def prepare(self, ground: object) -> None:
        """Say that the list of a day or session is being made; what is shown of it already stays."""
        if ground == self._ground and self._pages:
            return
        self._pages, self._is_ready = (), False
        self._go_to(ground, 0)
        self._show()

    def _go_to(self, ground: object, place: int) -> None:
        """Keep what is typed for the page that is left, and bring back what waits for the other one."""
        if (ground, place) != (self._ground, self._place):
            self._left[self._ground, self._place] = self.field.text()
            self._ground, self._place = ground, place
            self.field.setText(self._left.pop((ground, place), ""))

    def turn(self, step: int) -> None:
        """Show the next page (1) or the one before (-1); what was typed for a page waits there."""
        place = self._place + step
        if not 0 <= place < len(self._pages):
            return
        self._go_to(self._ground, place)
        self.answer.setText("")
        self.list.choose(0)
        self._show()
        self.field.setFocus()

    @property
    def waiting(self) -> tuple[int, ...]:
        """The pages, counted from 1, for which numbers are typed that were not taken yet."""
        left = {**self._left, (self._ground, self._place): self.field.text()}
        return tuple(sorted({place + 1 for (_ground, place), text in left.items() if text.strip()}))

    @property
    def typed(self) -> Typed:
        """The page that is shown (its ground and number from 0), and what is typed for it."""
        return (self._ground, self._place), self.field.text()

    def say(self, words: str, role: str = "good") -> None:
        """Say what was done."""
        self.answer.setText(words)
        theme.set_role(self.answer, role)

    def enable(self, *, on: bool) -> None:
        """Take or refuse entries."""
        for part in (self.field, self.take):
            part.setEnabled(on)

    def _absent(self) -> list[RowId]:
        wanted = set(read_numbers(self.field.text()).numbers)
        return [item.person.id for item in self.page if item.person.number in wanted]

    def _show(self) -> None:
        page, absent = self.page, self._absent()
        self.list.show_lines(paper_line(item, absent) for item in page)
        numbers = [item.person.number for item in page if item.person.number is not None]
        span = f" · nomor {min(numbers)}–{max(numbers)}" if numbers else ""
        known = sum(bool(item.state) for item in page)
        done = " · sudah dicatat" if page and known == len(page) else ""
        every = len(self._pages)
        nobody = "Belum ada peserta" if self._is_ready else _PREPARING
        self.title.setText(f"Halaman {self._place + 1} dari {every}{span}{done}" if every else nobody)
        self.back.setEnabled(self._place > 0)
        self.on.setEnabled(self._place + 1 < every)
        counted = f" ({len(page) - len(absent)} hadir, {len(absent)} tidak)" if page else ""
        self.take.setText(f"Catat halaman ini{counted}")
        self.take.setAccessibleName(self.take.text())
        doubts = page_doubts(page, read_numbers(self.field.text())) if self._is_ready else ()
        if doubts or (self.field.text() and self._is_ready):
            kept = kept_apart(page, absent)
            told = [f"{item.person.name} sudah tercatat {item.words}, tetap." for item in kept]
            self.say(" ".join([*doubts, *told]), "warning")

    def _take(self) -> None:
        page = self.page
        told = read_numbers(self.field.text())
        if not page or page_doubts(page, told):
            self.field.setFocus()
            return
        absent = self._absent()
        self.taken.emit([item.person.id for item in page], absent, f"halaman {self._place + 1}")
        self.field.setFocus()

    def done(self, came: int, away: int, typed: Typed) -> None:
        """Say that a page was taken, and forget what was ``typed`` for it; what was typed since stays."""
        page, text = typed
        if self.typed == typed:
            self.field.setText("")
        elif self._left.get(page) == text:
            del self._left[page]
        words = f"Halaman {page[1] + 1} dicatat: {came} hadir, {away} tidak hadir."
        if page == (self._ground, self._place):
            more = self._place + 1 < len(self._pages)
            words += f" PageDown: halaman {self._place + 2}." if more else " Ini halaman terakhir."
        self.say(words)

    def _toggle(self, row: str) -> None:
        found = next((item.person.number for item in self.page if item.person.id == row), None)
        if found is None or not self.field.isEnabled():
            return
        numbers = set(read_numbers(self.field.text()).numbers) ^ {found}
        self.field.setText(" ".join(str(item) for item in sorted(numbers)))

    def _into_list(self, step: int) -> None:
        if step > 0 and self.list.lines.rowCount():
            self.list.choose(max(0, self.list.currentIndex().row()))
            self.list.setFocus()

    def _type(self, text: str) -> None:
        self.field.setFocus()
        self.field.setText(f"{self.field.text()} {text}".strip())

    def _lay_out(self, said: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        head.addWidget(self.on)
        entry = QHBoxLayout()
        entry.setSpacing(8)
        entry.addWidget(self.field, 1)
        entry.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(said)
        column.addLayout(entry)
        column.addWidget(self.answer)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.keys)
