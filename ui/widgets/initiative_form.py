"""The pages of the card of a program smart city: its fields, links, further indicators, its way."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.grid import CellFault
from smartcity_desktop.domain.initiative import Indicator, period_words
from smartcity_desktop.domain.initiative_card import (
    BY_NAME,
    FIELDS,
    INDICATOR_FIELDS,
    LINE,
    LINK,
    LINKS,
    LONG,
    MEASURE,
    MONEY,
    ONE,
    PAGES,
    SOME,
    YEAR,
    CardField,
    InitiativeCard,
    read,
    values_of,
)
from smartcity_desktop.domain.wording import money
from smartcity_desktop.domain.worksheet import SEPARATOR
from ui import theme
from ui.models.typed_values import Typed
from ui.translate import worded
from ui.widgets import fields_form
from ui.widgets.button import Button
from ui.widgets.fields_form import FieldsForm, FieldSpec
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label
from ui.widgets.linked_rows import LinkedRows
from ui.widgets.result_trail import TrailPanel
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing

_KINDS: Final[Mapping[str, str]] = {
    LINE: fields_form.LINE,
    LONG: fields_form.TEXT,
    YEAR: fields_form.LINE,
    MONEY: fields_form.LINE,
    ONE: fields_form.CHOICE,
    SOME: fields_form.MENU,
}
_NONE: Final = "–"
_LEAST: Final = 190
_CHOICE: Final = 100
"""Pixels to which a list of choices goes down, so that a narrow card is not cut."""
_NO_NAME: Final = "Nama program tidak dikosongkan; yang lama tetap dipakai."
NAME: Final = "name"
_TYPED: Final = frozenset({LINE, YEAR, MONEY})
_FIGURES: Final = frozenset({YEAR, MONEY})
"""Kinds whose text may be none of theirs while it is typed, or may read as something that is not meant."""


def spec_of(one: CardField, hint: str = "") -> FieldSpec:
    """Return a field of the card as a form asks for it."""
    nothing = "Belum dipilih" if one.kind == SOME else one.hint
    return FieldSpec(one.name, worded(one.words), _KINDS[one.kind], worded(hint or nothing))


class InitiativeForm(QStackedWidget):
    """One page at a time; tells every change as a raw value, and what does not fit in a sentence."""

    edited = Signal(str, str)
    """A field that is typed, and its raw value."""
    chosen = Signal(str, str)
    """A field that is chosen from a list, and its raw value."""
    refused = Signal(str)
    """Why what is typed does not fit, or what of this program does not fit yet; empty where all does."""
    link_asked = Signal(str)
    """A field with links that is to name another row."""
    indicator_asked = Signal()
    indicator_edited = Signal(str, str, str)
    """A further indicator, its field, its value."""
    indicator_dropped = Signal(str)

    def __init__(self, typed: Typed, parent: QWidget | None = None) -> None:
        """Make the pages; ``typed`` holds what was typed into the fields of any program."""
        super().__init__(parent)
        self.setObjectName("initiative-form")
        self._card = InitiativeCard()
        self._values: dict[str, str] = {}
        self._typed = typed
        self.forms: dict[str, FieldsForm] = {}
        self.links: dict[str, LinkedRows] = {}
        self.trail = TrailPanel(self)
        self.more: dict[str, FieldsForm] = {}
        self.add_indicator = Button("Tambah indikator", "initiative-indicator-add", "quiet", parent=self)
        self.add_indicator.clicked.connect(self.indicator_asked)
        for_writing(self.add_indicator)
        self._more_page: QWidget | None = None
        for page in PAGES:
            self.addWidget(self._page(page))

    def sizeHint(self) -> QSize:
        """Ask for no more than the least: the pages roll, and take what room there is."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Keep some fields in sight; in a lower window the whole card rolls."""
        return QSize(0, theme.scaled(_LEAST))

    def show_card(self, card: InitiativeCard) -> None:
        """Show a program, with what was typed into it and is not on the disk yet or cannot be read."""
        stays = card.item.id == self._card.item.id
        self._card = card
        self._values = self._with_typed(values_of(card.item))
        unread = self._typed.unread(card.item.id)
        for form in self.forms.values():
            for name in form.fields:
                one = BY_NAME[name]
                if one.kind in {ONE, SOME}:
                    form.offer(name, self._offered(one, self._values[name]))
                if "@" in name:
                    year = period_words(name.partition("@")[2], card.start)
                    form.labels[name].setText(f"{worded(one.words)} {year}" + " (Rp)" * (one.kind == MONEY))
                    form.fields[name].setAccessibleName(form.labels[name].text())
                if one.kind in _FIGURES:
                    form.mark(name, wrong=name in unread)
            shown = {name: unread.get(name, self._shown(name)) for name in form.fields}
            form.show_values(shown, lambda name: stays and self._means_the_same(name))
        for name, rows in self.links.items():
            held = [one for one in self._values[name].split(SEPARATOR) if one]
            rows.show_links([(one, card.words(name, one)) for one in held])
        self.trail.show_trail(card.trail)
        self._show_more(card.item.further)

    @property
    def doubt(self) -> str:
        """What of the program that is shown cannot be read, in a sentence; empty where all can."""
        for name, text in self._typed.unread(self._card.item.id).items():
            try:
                read(name, text)
            except CellFault as fault:
                return self._told(name, fault)
        return ""

    def go_to(self, name: str) -> None:
        """Show the page of a field and stand in it."""
        page = BY_NAME[name].page
        self.setCurrentIndex(list(PAGES).index(page))
        field = self.forms[page].fields[name]
        if isinstance(field, GrowingText):
            field.go_on()
        else:
            field.setFocus()

    # Fields

    def _offered(self, one: CardField, held: str) -> list[tuple[str, str]]:
        known = self._card.choices.get(one.name, ())
        kept = set(held.split(SEPARATOR))
        found = [(item.value, item.label) for item in known if not item.retired or item.value in kept]
        return found if one.kind == SOME else [("", _NONE), *found]

    def _with_typed(self, values: Mapping[str, str]) -> dict[str, str]:
        return {name: str(value) for name, value in self._typed.over(self._card.item.id, values).items()}

    def _shown(self, name: str) -> object:
        one, raw = BY_NAME[name], self._values[name]
        if one.kind == SOME:
            return tuple(value for value in raw.split(SEPARATOR) if value)
        return money(int(raw)) if one.kind == MONEY and raw else raw

    def _means_the_same(self, name: str) -> bool:
        """Tell whether a line that is being typed into says what stands: it is not written anew then."""
        field = self.forms[BY_NAME[name].page].fields[name]
        if isinstance(field, GrowingText):
            # A name that is typed anew is empty for a while.
            return name == NAME and field.hasFocus() and not field.toPlainText().strip()
        if BY_NAME[name].kind not in _TYPED or not isinstance(field, QLineEdit) or not field.hasFocus():
            return False
        try:
            return read(name, field.text()) == self._values[name]
        except CellFault:
            return False

    def _changed(self, name: str, value: object) -> None:
        row, one = self._card.item.id, BY_NAME[name]
        if not row:
            # No program is shown yet: there is nobody whose field this were.
            return
        if one.kind == SOME and isinstance(value, tuple):
            self.chosen.emit(name, SEPARATOR.join(str(item) for item in value))
            return
        if one.kind == ONE:
            self.chosen.emit(name, str(value or ""))
            return
        if one.kind in _FIGURES or name == NAME:
            self._typed.begin(row, name, self._values[name])
        try:
            raw, told, wrong = read(name, str(value)), "", False
        except CellFault as fault:
            # It stays with its program until it is mended; its readable beginning was not what is meant.
            raw, told, wrong = str(self._typed.misread(row, name, str(value))), self._told(name, fault), True
        else:
            self._typed.mend(row, name)
        if name == NAME and not raw:
            raw, told = str(self._typed.stood(row, name)), _NO_NAME
        self._values[name] = raw
        self.forms[one.page].mark(name, wrong=wrong)
        self.refused.emit(told or self.doubt)
        self.edited.emit(name, raw)

    def _told(self, name: str, fault: CellFault) -> str:
        one = BY_NAME[name]
        if one.kind != MONEY:
            return str(fault)
        return f"{self.forms[one.page].labels[name].text().removesuffix(' (Rp)')}: {fault}"

    def _left(self, name: str) -> None:
        """Write a figure as figures are written, and bring back a name that was emptied."""
        row = self._card.item.id
        self._typed.leave(row, name)
        if row and name not in self._typed.unread(row) and (BY_NAME[name].kind == MONEY or name == NAME):
            self.forms[BY_NAME[name].page].show_values({name: self._shown(name)}, lambda _name: False)

    # Pages

    def _page(self, page: str) -> QWidget:
        ground = QWidget(self)
        ground.setObjectName(f"initiative-page-{page}")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 4, 8, 8)
        column.setSpacing(8)
        own = [one for one in FIELDS if one.page == page]
        plain = [one for one in own if one.kind != LINKS]
        links = [one for one in own if one.kind == LINKS]
        if plain:
            form = FieldsForm(f"initiative-{page}", [spec_of(one) for one in plain], ground)
            form.edited.connect(self._changed)
            form.left.connect(self._left)
            for one in plain:
                if one.kind == ONE:
                    form.fields[one.name].setMinimumWidth(_CHOICE)
            for_writing(form)
            self.forms[page] = form
            column.addWidget(form)
        for one in links:
            rows = LinkedRows(f"initiative-{one.name}", worded(one.words), ground)
            rows.asked.connect(partial(self.link_asked.emit, one.name))
            rows.parted.connect(partial(self._part, one.name))
            self.links[one.name] = rows
            column.addWidget(rows)
        if page == MEASURE:
            self._more = QVBoxLayout()
            column.addLayout(self._more)
            column.addWidget(self.add_indicator)
        if page == LINK:
            column.addWidget(Label("Asal", "strong", parent=ground))
            column.addWidget(self.trail)
        column.addStretch(1)
        area = scroll_area(ground, f"initiative-scroll-{page}", self)
        area.setStyleSheet(f"QScrollArea, QWidget#initiative-page-{page} {{ background: transparent; }}")
        area.viewport().setAutoFillBackground(False)
        return area

    def _part(self, name: str, key: str) -> None:
        held = [one for one, _ in self.links[name].links if one != key]
        self.chosen.emit(name, SEPARATOR.join(held))

    # Further indicators

    def _show_more(self, further: Sequence[Indicator]) -> None:
        if [*self.more] != [item.id for item in further]:
            self._build_more(further)
        for item in further:
            own = {f"{item.id}:{one.name}": getattr(item, one.name) for one in INDICATOR_FIELDS}
            told = self._typed.over(self._card.item.id, own)
            values = {key.partition(":")[2]: value for key, value in told.items()}
            self.more[item.id].show_values(values, lambda _name: False)

    def _build_more(self, further: Sequence[Indicator]) -> None:
        if self._more_page is not None:
            self._more.removeWidget(self._more_page)
            self._more_page.hide()
            self._more_page.deleteLater()
        self.more = {}
        self._more_page = QWidget(self)
        column = QVBoxLayout(self._more_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for place, item in enumerate(further, start=2):
            column.addWidget(Label(f"Indikator {place}", "strong", parent=self._more_page))
            form = FieldsForm(
                f"initiative-indicator-{place}", [spec_of(one) for one in INDICATOR_FIELDS], self._more_page
            )
            form.edited.connect(partial(self._more_edited, item.id))
            drop = Button("Hapus indikator ini", f"initiative-indicator-drop-{place}", "quiet", parent=form)
            drop.clicked.connect(partial(self.indicator_dropped.emit, item.id))
            for_writing(form, drop)
            self.more[item.id] = form
            column.addWidget(form)
            column.addWidget(drop)
        self._more.addWidget(self._more_page)
        theme.restyle(self._more_page)

    def _more_edited(self, row: str, name: str, value: object) -> None:
        self.indicator_edited.emit(row, name, str(value))
