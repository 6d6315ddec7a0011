"""Right of the actions: everything that one action says, year by year, and the programs without any."""

from collections.abc import Callable, Mapping, Sequence
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
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.roadmap import FUND_WORDS, period_words
from smartcity_desktop.domain.wording import label, money, number, parse_money
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.fields_form import CHOICE, LINE, MENU, TEXT, FieldsForm, FieldSpec
from ui.widgets.label import Label
from ui.widgets.scroll import scroll_area
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

ACTION, WITHOUT = range(2)
_ROW_ROLE: Final = 0x0100
_NOTHING: Final = "Pilih satu aksi di tabel untuk melengkapinya."
_UNREAD: Final = "Biaya {years} belum terbaca sebagai rupiah penuh, jadi belum disimpan."
_NO_HEAD: Final = "belum ada aksi {heads}"
Keeps = Callable[[str], bool]


class YearLines(QWidget):
    """A line for target and one for cost of every period."""

    edited = Signal(str, str, object)
    """``target`` or ``cost``, the period, and the value: text, whole rupiah, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("action-years")
        self.lines: dict[tuple[str, str], QLineEdit] = {}
        self.notice = Label("", "warning", name="action-unread", wrap=True, parent=self)
        self.notice.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for place, words in enumerate(("", "Target", "Biaya (Rp)")):
            grid.addWidget(Label(words, "small", parent=self), 0, place)
        for row, period in enumerate(PERIODS, start=1):
            grid.addWidget(Label(period_words(period), "soft", parent=self), row, 0)
            for column, field in enumerate(("target", "cost"), start=1):
                line = QLineEdit(self)
                line.setObjectName(f"action-{field}-{period}")
                told = "Target" if field == "target" else "Biaya"
                line.setAccessibleName(f"{told} {period_words(period).lower()}")
                line.textEdited.connect(partial(self._typed, field, period))
                grid.addWidget(line, row, column)
                self.lines[field, period] = line
        grid.addWidget(self.notice, len(PERIODS) + 1, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)

    def show_action(self, item: ActionRow, keeps: Keeps) -> None:
        """Show one action; lines that ``keeps`` hold what is typed, and those that cannot be read."""
        for (field, period), line in self.lines.items():
            value = item.target.get(period, "")
            if field == "cost":
                value = money(item.cost[period]) if period in item.cost else ""
            is_held = keeps(f"{field}@{period}") or (line.hasFocus() and line.isModified())
            if line.text() != value and not is_held and not self._is_unread(field, line):
                with QSignalBlocker(line):
                    line.setText(value)
        self._tell()

    def forget(self) -> None:
        """Forget what could not be read: another action is shown."""
        for line in self.lines.values():
            with QSignalBlocker(line):
                line.clear()

    @property
    def unread(self) -> tuple[str, ...]:
        """The periods whose cost cannot be read."""
        return tuple(period for (field, period), line in self.lines.items() if self._is_unread(field, line))

    def _typed(self, field: str, period: str, text: str) -> None:
        if field == "target":
            self.edited.emit(field, period, text)
        elif not self._is_unread(field, self.lines[field, period]):
            self.edited.emit(field, period, parse_money(text))
        self._tell()

    def _tell(self) -> None:
        years = ", ".join(period_words(period).lower() for period in self.unread)
        self.notice.setText(_UNREAD.format(years=years))
        self.notice.setVisible(bool(years))

    @staticmethod
    def _is_unread(field: str, line: QLineEdit) -> bool:
        if field != "cost":
            return False
        try:
            amount = parse_money(line.text())
        except ValueError:
            return True
        return amount is not None and amount < 0


class ActionSide(QWidget):
    """Two pages: the action that is chosen, and the programs that lack actions."""

    edited = Signal(str, object)
    """A field of the chosen action and its value."""
    years_edited = Signal(str, str, object)
    add_asked = Signal(str)
    """A program that needs an action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without an action."""
        super().__init__(parent)
        self.setObjectName("action-side")
        self._row = RowId("")
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

    def turn_to(self, place: int) -> None:
        """Show the action or the programs without any."""
        self.views.show_chosen(place)
        self.pages.setCurrentIndex(place)

    def show_action(self, plan: ActionPlan, item: ActionRow | None, keeps: Keeps) -> None:
        """Show one action, nothing without one; fields that ``keeps`` hold what is typed."""
        found = item or ActionRow()
        if found.id != self._row:
            self._row = found.id
            self.years.forget()
            keeps = _nothing
        self.name.setText(found.text or ("Aksi baru" if item else _NOTHING))
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
        self.form.show_values(values, keeps)
        self.years.show_action(found, keeps)

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
        self.years = YearLines(ground)
        self.years.edited.connect(self.years_edited)
        for_writing(self.form, self.years)
        column = QVBoxLayout(ground)
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


def _nothing(_field: str) -> bool:
    return False


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
