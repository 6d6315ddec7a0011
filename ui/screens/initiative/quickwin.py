"""Tab Quick win: those that were chosen, and the sheet of one with its twelve months."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.hall import PROGRESS as SLIDE
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_quickwin_sheet import SCHEDULE, SHEET
from smartcity_desktop.domain.quickwin_sheet import (
    STEP_WORDS,
    QuickWinSheet,
    QuickWinSheets,
    progress_words,
    warnings,
)
from smartcity_desktop.domain.wording import number
from smartcity_desktop.errors import Fault
from ui import theme
from ui.context import Command, Screen, Services
from ui.models.read_table import ReadLine
from ui.models.typed_values import Typed
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.label import ElidedLabel
from ui.widgets.quickwin_side import QuickWinSide
from ui.widgets.read_table import ReadTable

_EMPTY: Final = (
    "Lembar quick win disusun untuk setiap kandidat yang ditetapkan terpilih. Nilai dan tetapkan dahulu "
    "kandidatnya di Analisis, Quick win."
)
_WIDTHS: Final = {1: 76, 2: 84, 3: 90, 4: 74, 5: 72}
_NAME: Final = 190
"""Pixels of the columns at usual type, and to which the name goes down before a column is left out."""
_GIVE_WAY: Final = (1, 5, 2)
_CHOICE: Final = "analysis"


class QuickWinTab(ScreenTab):
    """The list at the left, the sheet of the chosen one at the right."""

    kinds = frozenset(
        {
            *("quickwin", "quickwin_month", "quickwin_partner", "candidate", "initiative", "action"),
            *("opd", "dimension", "subdimension", "plan_point"),
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the service; nothing is read before ``arrive``."""
        super().__init__(host)
        self._service = services.quickwin_sheet
        self._sheets = QuickWinSheets()
        self._wanted = ""
        self.setObjectName("tab-quickwin-sheet")
        self.told = ElidedLabel("", "soft", name="quickwin-told", parent=self)
        self.list = ReadTable("quickwin-list", "Quick win yang ditetapkan", 0, self)
        self.list.chosen.connect(self._choose)
        self.list.asked.connect(lambda _row, _column: self.side.strip.setFocus())
        self._make_side()
        self._make_acts()
        self.empty = EmptyState(
            "Belum ada quick win yang ditetapkan",
            _EMPTY,
            ("Buka Analisis, Quick win",),
            name="quickwin-empty",
            parent=self,
        )
        self.empty.first.connect(partial(host.go.emit, _CHOICE, "quickwin"))
        self.pages = self.set_pages(self.empty, self._full())

    # What the screen asks ----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._service.sheets, self._show)

    def open_row(self, row: str) -> None:
        """Choose the quick win that this row belongs to: its candidate, its sheet, a month, a partner."""
        self._wanted = row

    def standing(self) -> str:
        """Return the quick win that is chosen."""
        return self.list.key

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Pakai semua usulan lembar quick win ini", partial(self.take, ()), writes=True),
            Command("Cetak lembar quick win", self.print_sheet),
            Command("Cetak jadwal 12 bulan quick win", self.print_schedule),
            Command("Tayangkan progres quick win", self.present),
        )

    def unfinished(self) -> str:
        """Name the quick wins with a day that cannot be read, or a partner that is begun and not added."""
        told = (
            (self._typed.rows_unread(), "Bulan pertama yang belum terbaca dan belum tersimpan"),
            (self.side.partners.rows_begun(), "Mitra yang belum ditambahkan (tekan Enter)"),
        )
        found = [(words, self._names(rows)) for rows, words in told]
        return " ".join(f"{words}: {names}." for words, names in found if names)

    def take_focus(self) -> None:
        """Let the arrow keys go from quick win to quick win."""
        if self.pages.currentIndex() == EMPTY_PAGE:
            self.empty.buttons[0].setFocus()
        else:
            self.list.setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def take(self, fields: tuple[str, ...]) -> None:
        """Take what is proposed for some fields of the chosen quick win, all where none is named."""
        if self.list.key:
            call = partial(self._service.take, RowId(self.list.key), fields)
            self.host.act(call, partial(self.done, "Usulan dipakai"))

    def present(self) -> None:
        """Show how far the quick wins are on the projector."""
        self.show_slide(SLIDE)

    def print_sheet(self) -> None:
        """Show the sheet of the chosen quick win as it is printed."""
        self.show_print(SHEET, self.list.key)

    def print_schedule(self) -> None:
        """Show the twelve months of all quick wins as they are printed."""
        self.show_print(SCHEDULE)

    def _edit(self, field: str, value: object) -> None:
        row = RowId(self.list.key)
        kept = value if isinstance(value, str | int) else None
        self._note(field, kept, partial(self._service.write, row, field, kept))
        if field == "step":
            self.host.context.autosave.flush()

    def _edit_month(self, month: int, field: str, value: str) -> None:
        row = RowId(self.list.key)
        call = partial(self._service.write_month, row, month, field, value)
        if field == "state":
            self.host.act(call, self.again)
        else:
            self._note(f"month-{month}-{field}", value, call)

    def _edit_partner(self, partner: str, field: str, value: str) -> None:
        row = RowId(self.list.key)
        call = partial(self._service.write_partner, row, RowId(partner), field, value)
        self._note(f"partner-{partner}-{field}", value, call)

    def _note(self, field: str, value: object, call: Callable[[], Changes]) -> None:
        self._typed.put(self.list.key, field, value)
        # No source: what was written is read again, so that list, share and warnings follow.
        self.host.context.autosave.note(("quickwin-sheet", self.list.key, field), call)

    def _mark(self, field: str, keys: tuple[str, ...]) -> None:
        self.host.act(partial(self._service.mark, RowId(self.list.key), field, keys), self.again)

    def _add_partner(self, name: str, form: str) -> None:
        row = RowId(self.list.key)
        self.host.act(
            partial(self._service.add_partner, row, name, form),
            partial(self.done, "Mitra ditambahkan"),
            failed=partial(self._not_added, row, name, form),
        )

    def _not_added(self, row: str, name: str, form: str, fault: Fault) -> None:
        self.side.partners.give_back(row, name, form)
        self.host.warned.emit(f"Mitra “{name}” belum ditambahkan. {explain(fault)}")

    def _remove_partner(self, partner: str) -> None:
        call = partial(self._service.remove_partner, RowId(self.list.key), RowId(partner))
        self.host.act(call, partial(self.done, "Mitra dihapus. Ctrl+Z mengembalikan."))

    def _choose(self, _key: str) -> None:
        self.host.context.autosave.flush()
        self._show_side()

    # What is shown -----------------------------------------------------------------------------------------

    def _show(self, sheets: QuickWinSheets) -> None:
        self._sheets = sheets
        self.pages.setCurrentIndex(FULL_PAGE if sheets.items else EMPTY_PAGE)
        waits = f" · {number(sheets.waiting)} kandidat belum diputuskan" if sheets.waiting else ""
        self.told.setText(f"{sheets.told}{waits}")
        heads = ("Quick win", worded("Dimensi"), worded("OPD"), "Tahap", "Progres", "Kurang")
        lines = [_line(sheets, item) for item in sheets.items]
        self.list.show_lines(heads, lines, _WIDTHS, frozenset({4, 5}))
        self._fit()
        found = sheets.holding(self._wanted)
        if found is not None:
            self.list.choose(found.candidate.id)
        self._show_side()
        month = next((item.month for item in found.months if item.id == self._wanted), 0) if found else 0
        if month:
            self.side.strip.choose(month)
        self._wanted = ""
        self.settled()

    def _show_side(self) -> None:
        item = self._sheets.item(self.list.key)
        if item is None:
            self.side.show_nothing()
        else:
            self.side.show_sheet(self._sheets, item)

    def _names(self, rows: Sequence[str]) -> str:
        """Return the names of quick wins that are still chosen."""
        return ", ".join(item.candidate.name for row in rows if (item := self._sheets.item(row)) is not None)

    def _waits(self, row: str, field: str) -> bool:
        return self.host.context.autosave.waits(("quickwin-sheet", row, field))

    # Parts -------------------------------------------------------------------------------------------------

    def _make_side(self) -> None:
        self._typed = Typed(self._waits)
        self.side = QuickWinSide(self._typed, self)
        self.back_by_escape(self.side, self.list)
        self.side.edited.connect(self._edit)
        self.side.month_edited.connect(self._edit_month)
        self.side.marked.connect(self._mark)
        self.side.taken.connect(self.take)
        self.side.partners.added.connect(self._add_partner)
        self.side.partners.edited.connect(self._edit_partner)
        self.side.partners.removed.connect(self._remove_partner)

    def _make_acts(self) -> None:
        self.print = Button("Cetak lembar", "quickwin-print", parent=self)
        self.print.clicked.connect(self.print_sheet)
        self.schedule = Button("Cetak jadwal", "quickwin-schedule", parent=self)
        self.schedule.clicked.connect(self.print_schedule)
        self.show_result = Button("Tayangkan", "quickwin-present", parent=self)
        self.show_result.clicked.connect(self.present)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where large type leaves no room for the names."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = list(_WIDTHS)
        for column in _GIVE_WAY:
            if theme.scaled(_NAME) + sum(theme.scaled(_WIDTHS[at]) for at in shown) > self.list.width():
                shown.remove(column)
        self.list.leave_out(_WIDTHS.keys() - set(shown))

    def _full(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.told, 1)
        for button in (self.print, self.schedule, self.show_result):
            head.addWidget(button)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.list, 6)
        row.addWidget(self.side, 6)
        column.addLayout(row, 1)
        return page


def _line(sheets: QuickWinSheets, item: QuickWinSheet) -> ReadLine:
    lacks = len(warnings(item))
    cells = (
        item.candidate.name,
        sheets.code_of(item.candidate.dimension),
        sheets.owner(item) or "–",
        STEP_WORDS.get(item.step, "–"),
        progress_words(item),
        number(lacks) if lacks else "–",
    )
    return ReadLine(item.candidate.id, cells)
