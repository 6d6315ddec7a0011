"""Right of the actions: everything that one action says, year by year, and the programs without any."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.action_plan import HEAD_WORDS, ActionPlan, ActionRow
from smartcity_desktop.domain.entity import PROGRESS
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.initiative import period_words as calendar_words
from smartcity_desktop.domain.initiative_facts import FUND_WORDS
from smartcity_desktop.domain.roadmap import period_words
from smartcity_desktop.domain.typed import rupiah
from smartcity_desktop.domain.wording import label, money, number
from ui.models.typed_values import Typed
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.fields_form import (
    CHOICE,
    LINE,
    MENU,
    TEXT,
    FieldsForm,
    FieldSpec,
    mark_wrong,
    show_line,
)
from ui.widgets.label import Label
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.undo_way import pass_undo
from ui.widgets.writing import for_writing

ACTION, WITHOUT = range(2)
_ROW_ROLE: Final = 0x0100
_NOTHING: Final = "Pilih satu aksi di tabel untuk melengkapinya."
_NO_ACTIONS: Final = "Belum ada aksi. Tekan Tambah aksi …, lalu pilih programnya."
_UNREAD: Final = (
    "Biaya {years} belum terbaca sebagai rupiah, jadi belum disimpan. "
    "Tulis misalnya 1.250.000.000 atau 1,25 miliar."
)
_NO_HEAD: Final = "belum ada aksi {heads}"


class YearLines(QWidget):
    """A line for target and one for cost of every period."""

    edited = Signal(str, str, object)
    """``target`` or ``cost``, the period, and the value: text, whole rupiah, or None."""

    def __init__(self, typed: Typed, parent: QWidget | None = None) -> None:
        """Start empty; ``typed`` holds the costs of any action that cannot be read."""
        super().__init__(parent)
        self.setObjectName("action-years")
        self._typed = typed
        self._item = ActionRow()
        self.lines: dict[tuple[str, str], QLineEdit] = {}
        self.named: dict[str, Label] = {}
        self.notice = Label("", "warning", name="action-unread", wrap=True, parent=self)
        self.notice.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for place, words in enumerate(("", "Target", "Biaya (Rp)")):
            grid.addWidget(Label(words, "small", parent=self), 0, place)
        for row, period in enumerate(PERIODS, start=1):
            self.named[period] = Label(
                period_words(period), "soft", name=f"action-year-{period}", parent=self
            )
            grid.addWidget(self.named[period], row, 0)
            for column, field in enumerate(("target", "cost"), start=1):
                line = QLineEdit(self)
                line.setObjectName(f"action-{field}-{period}")
                told = "Target" if field == "target" else "Biaya"
                line.setAccessibleName(f"{told} {period_words(period).lower()}")
                line.textEdited.connect(partial(self._edited, field, period))
                if field == "cost":
                    line.editingFinished.connect(partial(self._left, period))
                pass_undo(line)
                grid.addWidget(line, row, column)
                self.lines[field, period] = line
        grid.addWidget(self.notice, len(PERIODS) + 1, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)

    def name_years(self, base: int) -> None:
        """Call the lines by their years where ``base``, the first of them, is known."""
        for period, named in self.named.items():
            named.setText(calendar_words(period, base) if base else period_words(period))

    def show_action(self, item: ActionRow) -> None:
        """Show one action, with the costs typed into it that cannot be read."""
        is_other, self._item = item.id != self._item.id, item
        unread = self._typed.unread(item.id)
        for (field, period), line in self.lines.items():
            text = self._shown(field, period)
            if field == "cost":
                text = unread.get(_name(period), text)
            if is_other or not (field == "cost" and line.hasFocus() and self._means_the_same(line, period)):
                show_line(line, text)
        self._tell()

    def _shown(self, field: str, period: str) -> str:
        if field == "target":
            return self._item.target.get(period, "")
        return money(self._item.cost[period]) if period in self._item.cost else ""

    def _means_the_same(self, line: QLineEdit, period: str) -> bool:
        try:
            return rupiah(line.text()) == self._item.cost.get(period)
        except ValueError:
            return False

    def _edited(self, field: str, period: str, text: str) -> None:
        if field == "target":
            self.edited.emit(field, period, text)
            return
        row, name = self._item.id, _name(period)
        self._typed.begin(row, name, self._item.cost.get(period))
        try:
            amount = rupiah(text)
        except ValueError:
            # Its readable beginning is not what is meant: what stood before is written again.
            stood = self._typed.misread(row, name, text)
            amount = stood if isinstance(stood, int) else None
        else:
            self._typed.mend(row, name)
        self._tell()
        self.edited.emit(field, period, amount)

    def _left(self, period: str) -> None:
        """Write a cost as figures are written."""
        row, name = self._item.id, _name(period)
        self._typed.leave(row, name)
        if name not in self._typed.unread(row):
            self.lines["cost", period].setText(self._shown("cost", period))

    def _tell(self) -> None:
        unread = self._typed.unread(self._item.id)
        periods = [period for period in PERIODS if _name(period) in unread]
        for period in PERIODS:
            mark_wrong(self.lines["cost", period], wrong=period in periods)
        years = ", ".join(period_words(period).lower() for period in periods)
        self.notice.setText(_UNREAD.format(years=years))
        self.notice.setVisible(bool(years))


def _name(period: str) -> str:
    return f"cost@{period}"


class ActionSide(QWidget):
    """Two pages: the action that is chosen, and the programs that lack actions."""

    edited = Signal(str, object)
    """A field of the chosen action and its value."""
    years_edited = Signal(str, str, object)
    add_asked = Signal(str)
    """A program that needs an action."""

    def __init__(self, typed: Typed, parent: QWidget | None = None) -> None:
        """Start without an action; ``typed`` holds the costs of any action that cannot be read."""
        super().__init__(parent)
        self.setObjectName("action-side")
        self._typed = typed
        self.views = Segments(
            (("Aksi", "action-side-one"), ("Program tanpa aksi", "action-side-without")), self
        )
        self.views.chosen.connect(self.turn_to)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._make_action())
        self.pages.addWidget(self._make_without())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.views)
        column.addWidget(self.pages, 1)
        self.turn_to(ACTION)

    def take_in(self, part: QWidget) -> None:
        """Show below its name what else is said of the chosen action."""
        self._one.insertWidget(1, part)

    def turn_to(self, place: int) -> None:
        """Show the action or the programs without any."""
        self.views.show_chosen(place)
        self.pages.setCurrentIndex(place)

    def show_action(self, plan: ActionPlan, item: ActionRow | None) -> None:
        """Show one action as it is typed by now, nothing without one."""
        found = item or ActionRow()
        nothing = _NOTHING if plan.rows else _NO_ACTIONS
        self.name.setText(found.text or ("Aksi baru" if item else nothing))
        self.form.setVisible(item is not None)
        self.years.setVisible(item is not None)
        self.form.offer("support", [(str(one.id), one.short or one.name) for one in plan.opds])
        values: Mapping[str, object] = {
            **{
                name: getattr(found, name)
                for name in ("outcome", "baseline", "partners", "plan_code", "risk")
            },
            "support": tuple(str(row) for row in found.support),
            "fund": found.fund,
            "state": found.state,
        }
        self.form.show_values(values, lambda _field: False)
        self.years.name_years(plan.base)
        self.years.show_action(found)

    def show_without(self, plan: ActionPlan) -> None:
        """Show the programs without an action, then those that lack one under a head."""
        told = [(item.id, item.called) for item in plan.without]
        for item in plan.programs:
            lacking = " dan ".join(HEAD_WORDS[head].lower() for head in plan.lacking(item.id))
            if lacking:
                told.append((item.id, f"{item.called}: {_NO_HEAD.format(heads=lacking)}"))
        self.views.say(WITHOUT, f"Program tanpa aksi ({number(len(plan.without))})")
        kept = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for row, words in told:
                line = QListWidgetItem(words)
                line.setData(_ROW_ROLE, row)
                self.list.addItem(line)
            self.list.setCurrentRow(min(max(kept, 0), len(told) - 1))
        self.none.setVisible(not told)
        self.list.setVisible(bool(told))
        self.add.setEnabled(bool(told))

    # Inside ------------------------------------------------------------------------------------------------

    def _ask(self, _line: object = None) -> None:
        line = self.list.currentItem()
        if line is not None:
            self.add_asked.emit(str(line.data(_ROW_ROLE)))

    def _make_action(self) -> QWidget:
        ground = QWidget(self)
        self.name = Label(_NOTHING, "strong", name="action-name", wrap=True, parent=ground)
        self.form = FieldsForm("action-form", _specs(), ground)
        self.form.offer("fund", list(FUND_WORDS.items()))
        self.form.offer("state", [("", "(belum disebut)"), *((key, label("state", key)) for key in PROGRESS)])
        self.form.edited.connect(self.edited)
        self.years = YearLines(self._typed, ground)
        self.years.edited.connect(self.years_edited)
        for_writing(self.form, self.years)
        column = self._one = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self.name, self.years, self.form):
            column.addWidget(widget)
        column.addStretch(1)
        return scroll_area(ground, "action-one", self)

    def _make_without(self) -> QWidget:
        page = QWidget(self)
        self.list = QListWidget(page)
        self.list.setObjectName("action-without")
        self.list.setAccessibleName("Program tanpa aksi")
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._ask)
        self.none = Label(
            "Setiap program punya aksi kebijakan dan aksi literasi.",
            *("soft",),
            name="action-none-without",
            wrap=True,
            parent=page,
        )
        self.add = Button("Tambah aksi untuk program ini", "action-add-without", parent=page)
        self.add.clicked.connect(self._ask)
        for_writing(self.add)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.none, self.list, self.add):
            column.addWidget(widget)
        return page


def _specs() -> Sequence[FieldSpec]:
    return (
        FieldSpec("outcome", "Hasil", TEXT),
        FieldSpec("baseline", "Kondisi awal", LINE),
        FieldSpec("support", worded("OPD pendukung"), MENU, worded("Pilih OPD")),
        FieldSpec("partners", "Mitra", TEXT),
        FieldSpec("fund", "Sumber dana", MENU, "Pilih sumber dana"),
        FieldSpec("plan_code", "Kode Renstra", LINE),
        FieldSpec("risk", "Risiko", TEXT),
        FieldSpec("state", "Keadaan", CHOICE),
    )
