"""Right of the quick wins: the sheet of one, from its progress over twelve months to its evidence."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.quickwin_sheet import (
    KIND_WORDS,
    LINE,
    SECTIONS,
    STEP_WORDS,
    WHOLE,
    Offer,
    QuickWinSheet,
    QuickWinSheets,
    month_names,
    offer_words,
    offers,
    share_words,
    warnings,
)
from smartcity_desktop.domain.wording import day_of, label, long_date
from ui import theme
from ui.models.typed_values import Typed
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.label import Label
from ui.widgets.month_strip import STATES, MonthStrip
from ui.widgets.number_edit import NumberEdit
from ui.widgets.offered_text import OfferedText
from ui.widgets.quickwin_partners import QuickWinPartners
from ui.widgets.scroll import scroll_area
from ui.widgets.tick_menu import TickButton
from ui.widgets.undo_way import pass_undo
from ui.widgets.writing import for_writing

_NOTHING, _SHEET = range(2)
_UNSAID: Final = -1
_FIGURE: Final = 84
_LABEL: Final = 156
"""Pixels of the words beside the questions, so that all of them begin at one line."""
_HINT: Final = "Panah memilih bulan · Spasi: belum, sedang, selesai · Enter menulis rencananya"
_EDGE: Final = 6


class QuickWinSide(QStackedWidget):
    """Nothing, or one sheet; every change is told by its field."""

    edited = Signal(str, object)
    """A field and its value: a text, a step, a progress (None for none), an ISO day."""
    month_edited = Signal(int, str, str)
    """A month, ``plan``, ``state`` or ``evidence``, and its value."""
    marked = Signal(str, object)
    """``kind`` or ``support`` and the keys that hold."""
    taken = Signal(object)
    """The fields (a tuple) whose proposals are taken, empty for all."""

    def __init__(self, typed: Typed, parent: QWidget | None = None) -> None:
        """Show nothing; ``typed`` holds what was typed into any sheet."""
        super().__init__(parent)
        self.setObjectName("quickwin-side")
        self._begun = typed
        self.item = QuickWinSheet()
        self._offers: Mapping[str, Offer] = {}
        self.texts: dict[str, OfferedText] = {}
        self.nothing = Label(
            "Belum ada yang dipilih.", "soft", name="quickwin-nothing", wrap=True, parent=self
        )
        self.addWidget(self.nothing)
        self.addWidget(self._make_sheet())

    def show_nothing(self) -> None:
        """Say that nothing is chosen."""
        self.setCurrentIndex(_NOTHING)

    def show_sheet(self, sheets: QuickWinSheets, item: QuickWinSheet) -> None:
        """Show a sheet, with what was typed into it and is not on the disk yet or cannot be read."""
        moved = item.candidate.id != self.item.candidate.id
        self.item, self._offers = item, offers(item)
        self.name.setText(item.candidate.name)
        self.told.setText(_facts(sheets, item))
        lacks = warnings(item)
        self.lacks.setText(worded(" ".join(lacks)))
        self.lacks.setVisible(bool(lacks))
        told = self._begun.over(self._row, {field: item.texts.get(field, "") for field in self.texts})
        for field, text in self.texts.items():
            text.text.show_text(str(told[field]))
        self._show_offers()
        if moved:
            self.begins.clear()
        self._show_figures(moved=moved)
        self.support.offer([(row, name) for row, name in sheets.names.items() if row != item.candidate.opd])
        self.support.show_ticked(tuple(map(str, item.support)))
        self.kind.show_ticked(item.kinds)
        if moved:
            self.strip.choose(1)
        self.strip.show_months(item.months, item.begins)
        self._show_month()
        self.partners.show_partners(self._row, item.partners, self._offers.get("partners"))
        self.setCurrentIndex(_SHEET)
        if moved:
            self.area.verticalScrollBar().setValue(0)

    # What is shown -----------------------------------------------------------------------------------------

    def _show_offers(self) -> None:
        for field, text in self.texts.items():
            self._say_offer(text, field)
        told = offer_words(self._offers)
        self.take_all.setText(f"Pakai semua usulan ({told})")
        self.take_all.setVisible(bool(told))

    def _say_offer(self, text: OfferedText, field: str) -> None:
        found = None if text.text.toPlainText().strip() else self._offers.get(field)
        text.show_offer(found.value if found else "", found.source if found else "")

    @property
    def _row(self) -> str:
        return self.item.candidate.id

    def _show_figures(self, *, moved: bool) -> None:
        item = self.item
        told = self._begun.over(self._row, {"progress": item.progress, "begins": item.begins})
        progress = told["progress"]
        if moved or not self.progress.is_begun:
            with QSignalBlocker(self.progress):
                self.progress.setValue(progress if isinstance(progress, int) else _UNSAID)
        self.share.setText(share_words(item))
        self.step.setCurrentIndex(max(self.step.findData(item.step), 0))
        decided = day_of(item.candidate.decided_on)
        self.begins.year = decided.year if decided else self.begins.year
        self.begins.show_value(str(told["begins"]))
        unread = self._begun.unread(self._row).get("begins", "")
        if unread:
            self.begins.show_wrong(unread)
        found = self._offers.get("begins")
        day = day_of(found.value) if found else None
        self.begin_offer.setText(f"Usulan: {long_date(day, weekday=False)}" if day else "")
        self.begin_offer.setVisible(day is not None)
        self.take_begin.setVisible(day is not None)

    def _show_month(self, _month: int = 0) -> None:
        month = self.strip.month
        item = self.item.months[month - 1]
        self.month_name.setText(month_names(self.item.begins)[month - 1])
        plan, proof = f"month-{month}-plan", f"month-{month}-evidence"
        told = self._begun.over(self._row, {plan: item.plan, proof: item.evidence})
        self.plan.text.show_text(str(told[plan]))
        found = self._offers.get(f"month-{month}")
        self.plan.show_offer(found.value if found else "", found.source if found else "")
        self.proof.text.show_text(str(told[proof]))
        self.state.setCurrentIndex(max(self.state.findData(item.state), 0))

    # Parts -------------------------------------------------------------------------------------------------

    def _make_sheet(self) -> QWidget:
        card = Card(name="quickwin-card", parent=self)
        ground = QWidget(card)
        ground.setObjectName("quickwin-ground")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, _EDGE, 0)
        inner.setSpacing(8)
        self.name = Label("", "lead", name="quickwin-name", wrap=True, parent=ground)
        self.told = Label("", "soft", name="quickwin-facts", wrap=True, parent=ground)
        self.lacks = Label("", "warning", name="quickwin-lacks", wrap=True, parent=ground)
        self.take_all = Button("", "quickwin-take-all", "primary", parent=ground)
        self.take_all.clicked.connect(partial(self.taken.emit, ()))
        for part in (self.name, self.told, self.lacks):
            inner.addWidget(part)
        inner.addLayout(_row(self.take_all))
        self._make_figures(ground, inner)
        self._make_months(ground, inner)
        for section in SECTIONS:
            inner.addWidget(Label(section.title, "strong", parent=ground))
            grid = _grid()
            for place, field in enumerate(section.fields):
                text = OfferedText(
                    f"quickwin-{field.field.replace('_', '-')}",
                    field.words,
                    field.hint,
                    ground,
                    paragraph=field.kind == LINE,
                )
                text.text.edited.connect(partial(self._typed, field.field))
                text.take.clicked.connect(partial(self.taken.emit, (field.field,)))
                text.place(grid, 2 * place)
                self.texts[field.field] = text
            inner.addLayout(grid)
            if section.key == "means":
                self._make_partners(ground, inner)
        inner.addStretch(1)
        self.area = scroll_area(ground, "quickwin-scroll", card)
        self.area.setStyleSheet("QScrollArea, QWidget#quickwin-ground { background: transparent; }")
        self.area.viewport().setAutoFillBackground(False)
        card.body.addWidget(self.area)
        return card

    def _make_figures(self, ground: QWidget, inner: QVBoxLayout) -> None:
        self.progress = NumberEdit("quickwin-progress", "Progres", (_UNSAID, WHOLE), ground)
        self.progress.setSpecialValueText("–")
        self.progress.setSuffix("%")
        self.progress.setFixedWidth(_FIGURE)
        self.progress.valueChanged.connect(self._progressed)
        self.share = Label("", "soft", name="quickwin-share", wrap=True, parent=ground)
        self.step = _box("quickwin-step", "Tahap", {"": "–", **STEP_WORDS}, ground)
        self.step.activated.connect(lambda _at: self.edited.emit("step", str(self.step.currentData() or "")))
        self.kind = TickButton("quickwin-kind", "Jenis", "Belum dipilih", ground)
        self.kind.offer(list(KIND_WORDS.items()))
        self.kind.ticked.connect(partial(self.marked.emit, "kind"))
        self.support = TickButton("quickwin-support", worded("OPD pendukung"), "Belum dipilih", ground)
        self.support.ticked.connect(partial(self.marked.emit, "support"))
        grid = _grid()
        for place, (told, parts) in enumerate(
            (
                ("Progres", (self.progress, self.share)),
                ("Tahap", (self.step,)),
                ("Jenis", (self.kind,)),
                (worded("OPD pendukung"), (self.support,)),
            )
        ):
            name = Label(told, "soft", wrap=True, parent=ground)
            name.setBuddy(parts[0])
            grid.addWidget(name, place, 0)
            grid.addLayout(_row(*parts), place, 1)
        inner.addLayout(grid)
        for_writing(self.progress, self.step, self.kind, self.support)

    def _make_months(self, ground: QWidget, inner: QVBoxLayout) -> None:
        inner.addWidget(Label("Jadwal 12 bulan", "strong", parent=ground))
        self.begins = DateEdit("quickwin-begins", "Bulan pertama", 2026, ground)
        self.begins.changed.connect(partial(self.edited.emit, "begins"))
        self.begins.textEdited.connect(self._day_typed)
        pass_undo(self.begins, self.progress)
        self.begin_offer = Label("", "small", name="quickwin-begin-offer", parent=ground)
        self.take_begin = Button("Pakai", "quickwin-take-begin", "quiet", parent=ground)
        self.take_begin.clicked.connect(partial(self.taken.emit, ("begins",)))
        name = Label("Mulai", "soft", parent=ground)
        name.setBuddy(self.begins)
        inner.addLayout(_row(name, self.begins, self.begin_offer, self.take_begin))
        self.strip = MonthStrip("quickwin-strip", ground)
        self.strip.chosen.connect(self._show_month)
        self.strip.turned.connect(self._turned)
        inner.addWidget(self.strip)
        inner.addWidget(Label(_HINT, "small", wrap=True, parent=ground))
        self.month_name = Label("", "strong", name="quickwin-month-name", parent=ground)
        self.state = _box(
            "quickwin-state", "Keadaan bulan ini", {at: label("state", at) for at in STATES}, ground
        )
        self.state.activated.connect(
            lambda _at: self._turned(self.strip.month, str(self.state.currentData() or ""))
        )
        inner.addLayout(_row(self.month_name, self.state))
        self.plan = OfferedText(
            "quickwin-plan", "Rencana", "Apa yang dikerjakan bulan ini", ground, paragraph=False
        )
        self.plan.text.edited.connect(partial(self._month_typed, "plan"))
        self.plan.take.clicked.connect(self._take_month)
        self.proof = OfferedText(
            "quickwin-proof", "Bukti", "Berkas, foto, tautan, angka", ground, paragraph=False
        )
        self.proof.text.edited.connect(partial(self._month_typed, "evidence"))
        self.strip.entered.connect(self.plan.text.go_on)
        grid = _grid()
        self.plan.place(grid, 0)
        self.proof.place(grid, 2)
        inner.addLayout(grid)
        for_writing(self.begins, self.take_begin, self.state)

    def _make_partners(self, ground: QWidget, inner: QVBoxLayout) -> None:
        self.partners = QuickWinPartners(self._begun, ground)
        self.partners.take.clicked.connect(partial(self.taken.emit, ("partners",)))
        inner.addWidget(self.partners)

    # What a person does ------------------------------------------------------------------------------------

    def _typed(self, field: str, text: str) -> None:
        self.edited.emit(field, text)
        self._say_offer(self.texts[field], field)

    def _progressed(self, value: int) -> None:
        self.edited.emit("progress", None if value == _UNSAID else value)

    def _day_typed(self, text: str) -> None:
        """Keep a day that cannot be read with its sheet until it is mended."""
        self._begun.begin(self._row, "begins", self.item.begins)
        if self.begins.is_wrong:
            self._begun.misread(self._row, "begins", text)
        else:
            self._begun.mend(self._row, "begins")

    def _turned(self, month: int, state: str) -> None:
        self.month_edited.emit(month, "state", state)

    def _month_typed(self, field: str, text: str) -> None:
        self.month_edited.emit(self.strip.month, field, text)

    def _take_month(self) -> None:
        self.taken.emit((f"month-{self.strip.month}",))


def _facts(sheets: QuickWinSheets, item: QuickWinSheet) -> str:
    """Return what is known of a quick win before its sheet: dimension, owner, program, RPJMD."""
    candidate = item.candidate
    found = sheets.dimension(candidate.dimension)
    home = sheets.subs.get(candidate.subdimension, "") or (found.called if found else "")
    points = "; ".join(sheets.points[row] for row in candidate.points if row in sheets.points)
    told = (
        home,
        sheets.owner(item),
        f"program {item.program.name}" if item.program.name else "",
        f"RPJMD: {points}" if points else "",
    )
    return " · ".join(text for text in told if text)


def _box(name: str, told: str, choices: Mapping[str, str], parent: QWidget) -> ChoiceBox:
    box = ChoiceBox(parent)
    box.setObjectName(name)
    box.setAccessibleName(told)
    for key, words in choices.items():
        box.addItem(words, key)
    return box


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, theme.scaled(_LABEL))
    grid.setColumnStretch(1, 1)
    return grid


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    broken = [part for part in parts if isinstance(part, Label) and part.wordWrap()]
    for part in parts:
        row.addWidget(part, int(part in broken))
    if not broken:
        row.addStretch(1)
    return row
