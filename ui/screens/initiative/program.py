"""Tab Program: every program smart city in a list, the card of one, and many changed at once."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.hall import PROGRAMS as SLIDE
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative import InitiativeBoard, total
from smartcity_desktop.domain.initiative_card import BY_NAME, InitiativeCard
from smartcity_desktop.domain.paper_initiative import BY_OPD as PRINT_BY_OPD
from smartcity_desktop.domain.paper_initiative import LIST, OWED, SHEET
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.wording import number, shortened
from smartcity_desktop.domain.worksheet import SEPARATOR
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.comment import CommentPlace
from ui.context import Command, Screen, Services
from ui.models.initiative_list import (
    BY_OPD,
    NUDGED,
    RETIRED,
    InitiativeListModel,
    Sieve,
    filters,
    horizon_words,
    kept,
)
from ui.models.typed_values import Typed
from ui.row_history import RowHistoryWay
from ui.screens.initiative.beginning import Beginning
from ui.tabs import EMPTY_PAGE, FULL_PAGE, ScreenTab
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.button_rows import ButtonRows
from ui.widgets.card import EmptyState
from ui.widgets.finder import Choice
from ui.widgets.focus_hold import FocusHold
from ui.widgets.initiative_filter import InitiativeFilter
from ui.widgets.initiative_side import InitiativeSide
from ui.widgets.initiative_table import InitiativeTable
from ui.widgets.label import Label
from ui.widgets.program_picker import Picker
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing
from ui.workbook import WorkbookFile

if TYPE_CHECKING:
    from smartcity_desktop.domain.grid import Choice as Offer
    from ui.lane import Ticket

SHEETS: Final = "worksheet"
_EMPTY: Final = (
    "Program Smart City disusun kelompok dimensi di kertas kerja L7. Bisa juga dimulai di sini: dari program "
    "Renstra yang sudah ditandai relevan, atau sebagai usulan baru."
)
_NOTHING: Final = "Tidak ada program yang cocok. “Hapus saringan” menampilkan lagi semuanya."
_SHORT: Final = 60
_PAUSE: Final = 90
"""Milliseconds after which a card is read, so that going through the list reads none on the way."""


class ProgramTab(ScreenTab):
    """The list at the left, the card of the chosen program or what many are given at the right."""

    kinds = frozenset(
        {
            *(
                "initiative",
                "initiative_indicator",
                "dimension",
                "subdimension",
                "opd",
                "workshop",
                "analysis",
            ),
            *("renstra_line", "document", "candidate", "milestone", "comment", "issue", "strategy"),
            *("plan_point", "action", "alignment"),
        }
    )

    def __init__(self, host: Screen, services: Services) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(host)
        self._services = services
        self._initiative = services.initiative
        self._board = InitiativeBoard()
        self._card = InitiativeCard()
        self._choices: dict[str, tuple[Offer, ...]] = {}
        self._wanted = ""
        self._goes = ""
        self._ticket: Ticket | None = None
        self.picker: Picker | None = None
        self.setObjectName("tab-initiative")
        self.history = RowHistoryWay(host, services, self._here)
        self.history.restored.connect(self._restored)
        self.history.take_key(self)
        self.beginning = Beginning(self, self._initiative, self.dimension, self.stand)
        self.file = WorkbookFile(host, "Program Smart City", self._gathered)
        self._make_list()
        self._make_side()
        self.empty = EmptyState(
            "Belum ada Program Smart City",
            worded(_EMPTY),
            ("Dari program Renstra …", "Program baru …"),
            name="initiative-empty",
            parent=self,
        )
        self.empty.first.connect(self.beginning.take)
        self.empty.second.connect(self.beginning.add)
        for_writing(*self.empty.buttons)
        self.pages = self.set_pages(self.empty, self._full())
        for keys, call in (("Ctrl+F", self.filter.words.setFocus), ("Ctrl+N", self.beginning.add)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._read_card)

    # What the screen asks

    def arrive(self) -> None:
        """Read and show how it stands."""
        self.host.context.autosave.flush()
        self.host.read(self._initiative.board, self._show)

    def open_row(self, row: str) -> None:
        """Show and choose this program when the tab comes to the front."""
        self._wanted = row

    def standing(self) -> str:
        """Return the program that is chosen."""
        found = self.table.current()
        return found.id if found else ""

    def unfinished(self) -> str:
        """Name the programs with what was typed and cannot be read, or begun and not entered."""
        told = (
            (self._typed.rows_unread(), "Isian yang belum terbaca dan belum tersimpan"),
            (self.side.rows_begun(), "Catatan yang belum ditulis (tekan Enter)"),
        )
        found = [(words, self._names(rows)) for rows, words in told]
        return " ".join(f"{words}: {names}." for words, names in found if names)

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Program smart city baru", self.beginning.add, writes=True),
            Command("Jadikan program Renstra program smart city", self.beginning.take, writes=True),
            Command("Buka lembar program ini", self.open_sheet),
            Command("Keluarkan program ini dari masterplan, atau pakai lagi", self.retire, writes=True),
            Command("Riwayat program ini (Ctrl+H)", self.history.open),
            Command("Cetak daftar program smart city", self.print_list),
            Command("Cetak lembar program ini", self.print_sheet),
            Command(worded("Cetak kekurangan program per OPD"), self.print_owed),
            Command("Tayangkan program smart city", self.present),
            Command("Simpan program smart city ke Excel", self.file.ask),
            Command("Program yang hanya aplikasi", partial(self.filter.ask, "state", NUDGED)),
        )

    def take_focus(self) -> None:
        """Let the arrow keys go from program to program."""
        if self.pages.currentIndex() == EMPTY_PAGE:
            self.empty.buttons[0].setFocus()
        else:
            self.table.setFocus()

    # What a person does

    def open_sheet(self) -> None:
        """Show the chosen program on its worksheet."""
        found = self.table.current()
        if found is not None:
            self.host.go.emit(SHEETS, found.id)

    def retire(self) -> None:
        """Leave the chosen programs out of the masterplan, or bring them back where all are out."""
        items = self.table.rows()
        if items:
            back = all(item.retired for item in items)
            call = partial(self._initiative.retire, [item.id for item in items], retired=not back)
            told = "Dipakai lagi" if back else "Dikeluarkan dari masterplan; isiannya tetap tersimpan"
            self.host.act(call, partial(self.done, told))

    def print_list(self) -> None:
        """Show the list as it is printed, gathered as it is here."""
        self.show_print(LIST, PRINT_BY_OPD if self.filter.sieve.by == BY_OPD else "")

    def print_sheet(self) -> None:
        """Show the sheet of the chosen program as it is printed."""
        found = self.table.current()
        if found is not None:
            self.show_print(SHEET, found.id)

    def print_owed(self) -> None:
        """Show what the agency of the chosen program still owes, or what all do."""
        asked = self.filter.sieve.opd
        self.show_print(OWED, asked if asked in self._board.opds else "")

    def present(self) -> None:
        """Show the programs of the dimension that is asked for, or how many each has, on the projector."""
        asked = self.filter.sieve.dimension
        self.show_slide(SLIDE, asked if asked in {item.id for item in self._board.dimensions} else "")

    def ask_link(self, name: str) -> None:
        """Choose by a few letters what a field of the card names besides."""
        item = self._card.item
        held = getattr(item, name)
        known = [one for one in self._card.choices.get(name, ()) if not one.retired and one.value != item.id]
        choices = [Choice(one.value, one.label) for one in known if one.value not in held]
        title = worded(f"{BY_NAME[name].words}: tambah")
        self.picker = Picker("initiative-picker", title, choices, self.window())
        self.picker.picked.connect(partial(self._link, item.id, name))
        self.picker.finished.connect(self.picker.deleteLater)
        self.picker.open()
        self.picker.finder.setFocus()

    def _link(self, row: RowId, name: str, keys: tuple[str, ...], _title: str) -> None:
        held = (*getattr(self._card.item, name), *keys) if self._card.item.id == row else keys
        self._choose(name, SEPARATOR.join(dict.fromkeys(held)))

    def _edit(self, name: str, raw: str) -> None:
        row = self._card.item.id
        self._typed.put(row, name, raw)
        call = partial(self._initiative.set, row, name, raw)
        self.host.context.autosave.note(("initiative", row, name), call)

    def _choose(self, name: str, raw: str) -> None:
        self.host.act(partial(self._initiative.set, self._card.item.id, name, raw), self.again)

    def _apply(self, values: Mapping[str, str]) -> None:
        rows = [item.id for item in self.table.rows()]
        call = partial(self._initiative.change, rows, values)
        self.host.act(call, partial(self.done, f"{number(len(rows))} program diubah"))

    def _answer(self, text: str) -> None:
        call = partial(self._initiative.answer_nudge, self._card.item.id, text)
        self._enter(call, self.side.answer, text, "Alasannya disimpan di catatan program")

    def _comment(self, text: str) -> None:
        card, comment = self._card, self._services.comment
        place = CommentPlace(card.worksheet, card.party, card.item.id)

        def write() -> Changes:
            return comment.write(comment.new_id(), text, place)

        self._enter(write, self.side.comment, text, "Catatan telaah ditulis")

    def _enter(self, call: Callable[[], Changes], line: QLineEdit, text: str, told: str) -> None:
        """Write a line that was entered; it is given back where it cannot be written."""
        refused = partial(self._refused, self._card.item.id, line, text)
        self.host.act(call, partial(self.done, told), failed=refused)

    def _refused(self, row: str, line: QLineEdit, text: str, fault: Fault) -> None:
        self.side.give_back(row, line, text)
        self.host.warned.emit(f"“{shortened(text, _SHORT)}” belum ditulis. {explain(fault)}")

    def _add_indicator(self) -> None:
        row = self._card.item.id
        self.host.act(lambda: self._initiative.add_indicator(row)[1], self.again)

    def _edit_indicator(self, row: str, name: str, raw: str) -> None:
        self._typed.put(self._card.item.id, f"{row}:{name}", raw)
        call = partial(self._initiative.set_indicator, RowId(row), name, raw)
        self.host.context.autosave.note(("initiative", self._card.item.id, f"{row}:{name}"), call)

    def _drop_indicator(self, row: str) -> None:
        call = partial(self._initiative.drop_indicator, RowId(row))
        self.host.act(call, partial(self.done, "Indikator dihapus"))

    def _to_card(self) -> None:
        """Go to the card of the program that is gone to; what is typed must not go into the one before."""
        found = self.table.current()
        if found is None or len(self.table.rows()) != 1:
            return
        self._goes = found.id if found.id != self._card.item.id else ""
        if self._goes:
            self._later.stop()
            self._read_card()
        else:
            self.side.go_to("name")

    # What is shown

    def stand(self, row: str) -> None:
        """Choose a program when the list is read next."""
        self._wanted = row

    def _here(self) -> str:
        found = self.table.current()
        return found.id if found else ""

    def _restored(self, row: str) -> None:
        self.stand(row)
        self.arrive()

    def dimension(self) -> str:
        """Return the dimension that a new program most likely belongs to: the one asked for, or chosen."""
        asked = self.filter.sieve.dimension
        found = self.table.current()
        known = {item.id for item in self._board.dimensions}
        return asked if asked in known else found.dimension if found else NO_ROW

    def _gathered(self) -> tuple[tuple[TableSheet, ...], str]:
        return self._initiative.tables(), self._services.workshop.get().title

    def _names(self, rows: Sequence[str]) -> str:
        """Return the names of programs that are still there."""
        return ", ".join(item.called for row in rows if (item := self._board.item(row)) is not None)

    def _sift(self, sieve: Sieve) -> None:
        self.hold.let_go()
        self.table.show_board(self._board, sieve)
        self._tell()
        self._look()

    def _sift_again(self) -> None:
        self._sift(self.filter.sieve)

    def _show(self, board: InitiativeBoard) -> None:
        self._board = board
        self.pages.setCurrentIndex(FULL_PAGE if board.items else EMPTY_PAGE)
        self.filter.offer(filters(board))
        held = frozenset(item.id for item in self.table.rows()) if self.hold.is_held else frozenset()
        wanted = board.item(self._wanted) if self._wanted else None
        if wanted is not None and self._is_hidden(wanted.id):
            self.filter.clear()
            if wanted.retired:
                self.filter.ask("state", RETIRED)
        self.table.show_board(board, self.filter.sieve, held, self._wanted)
        if held and not any(item.id in held for item in self.table.rows()):
            # What was being changed is gone: letters must not go into the next program.
            self.table.setFocus()
        self._wanted = ""
        words = f"Dari Renstra ({number(board.unused)})" if board.unused else "Dari Renstra"
        self._call(self.from_plans, words)
        self._tell()
        self._look()
        self.settled()

    def _is_hidden(self, row: str) -> bool:
        """Tell whether what is asked for leaves a program out."""
        return row not in {item.id for item in kept(self._board, self.filter.sieve)}

    def _tell(self) -> None:
        shown = self.model.rows()
        told = total(shown)
        first, is_part = f"{number(told.count)} program", len(shown) < len(self._board.used)
        if self.filter.sieve.state == RETIRED:
            first += " yang tidak dipakai"
        elif is_part:
            first = f"{number(told.count)} dari {number(len(self._board.used))} program"
        # The list is printed whole, whatever is looked for.
        self._call(self.print, "Cetak semua" if is_part else "Cetak daftar")
        self.told.setText(f"{first} · {number(told.whole)} lengkap · {told.told}")
        paid = [item for item in self._board.by_year(shown).values() if item.count]
        years = " · ".join(f"{item.name}: {item.money.told}" for item in paid)
        self.years.setText(f"Per tahun: {years}" if years else "")
        self.years.setVisible(bool(years))

    def _call(self, button: Button, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(words)
        self.rows.fit()

    def _look(self) -> None:
        """Show what belongs to what is chosen, a moment later."""
        items = self.table.rows()
        if len(items) > 1 and self._choices:
            self.side.show_many(items, self._choices)
        elif not items:
            self.side.show_nothing(_NOTHING)
        else:
            self._later.start()

    def _read_card(self) -> None:
        found = self.table.current()
        if found is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        if found.id != self._card.item.id:
            self.host.context.autosave.flush()
        self._ticket = self.host.read(partial(self._initiative.card, found.id), self._show_card)

    def _show_card(self, card: InitiativeCard | None) -> None:
        if card is None:
            return
        self._card, self._choices = card, dict(card.choices)
        items = self.table.rows()
        if len(items) > 1:
            self.side.show_many(items, self._choices)
            return
        self.side.show_card(card, self._summary(card))
        goes, self._goes = self._goes == card.item.id, ""
        if goes:
            self.side.go_to("name")

    def _summary(self, card: InitiativeCard) -> str:
        item = card.item
        parts = [
            self._board.place(item),
            self._board.opd_name(item),
            horizon_words(item.horizon),
            item.span,
            item.money.told if item.money else "biaya belum ada",
        ]
        return " · ".join(part for part in parts if part != "–")

    # Parts

    def _make_list(self) -> None:
        self.model = InitiativeListModel(self)
        self.table = InitiativeTable(self.model, self)
        self.table.asked.connect(self._to_card)
        self.table.chosen.connect(self._look)
        self.filter = InitiativeFilter(self)
        self.filter.changed.connect(self._sift)
        self.filter.left_down.connect(self.table.setFocus)
        self.table.typed.connect(self.filter.begin)
        self.told = Label("", "soft", name="initiative-told", wrap=True, parent=self)
        self.years = Label("", "small", name="initiative-years", wrap=True, parent=self)
        self.add = Button("Program baru (Ctrl+N)", "initiative-add", "primary", parent=self)
        self.add.clicked.connect(self.beginning.add)
        self.from_plans = Button("Dari Renstra", "initiative-take-open", parent=self)
        self.from_plans.clicked.connect(self.beginning.take)
        for_writing(self.add, self.from_plans)
        self.print = Button("Cetak daftar", "initiative-print", parent=self)
        self.print.clicked.connect(self.print_list)
        self.excel = Button("Simpan ke Excel", "initiative-excel", parent=self)
        self.excel.clicked.connect(self.file.ask)
        self.show_result = Button("Tayangkan", "initiative-present", parent=self)
        self.show_result.clicked.connect(self.present)
        self.buttons = [self.add, self.from_plans, self.print, self.excel, self.show_result]

    def _make_side(self) -> None:
        autosave = self.host.context.autosave
        self._typed = Typed(lambda row, name: autosave.waits(("initiative", row, name)))
        self.side = InitiativeSide(self._typed, self)
        self.back_by_escape(self.side, self.table)
        self.hold = FocusHold(self, self.side)
        self.hold.released.connect(self._sift_again)
        form = self.side.form
        form.edited.connect(self._edit)
        form.chosen.connect(self._choose)
        form.refused.connect(self.side.say)
        form.link_asked.connect(self.ask_link)
        form.indicator_asked.connect(self._add_indicator)
        form.indicator_edited.connect(self._edit_indicator)
        form.indicator_dropped.connect(self._drop_indicator)
        form.trail.opened.connect(self._open_step)
        self.side.applied.connect(self._apply)
        self.side.nudge_answered.connect(self._answer)
        self.side.commented.connect(self._comment)
        self.side.retire_asked.connect(self.retire)
        self.side.sheet_asked.connect(self.open_sheet)
        self.side.print_asked.connect(self.print_sheet)

    def _open_step(self, row: str) -> None:
        document = self.side.form.trail.kind_of(row) == "renstra_line"
        self.host.go.emit("document" if document else SHEETS, row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list as wide as its filters: it rolls up and down alone."""
        super().resizeEvent(event)
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._ground.minimumSizeHint().width() + bar)

    def _full(self) -> QWidget:
        page = QWidget(self)
        ground = QWidget(page)
        ground.setObjectName("initiative-left")
        left = QVBoxLayout(ground)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.filter)
        left.addWidget(self.table, 1)
        left.addWidget(self.told)
        left.addWidget(self.years)
        self.rows = ButtonRows(self.buttons, page)
        left.addWidget(self.rows)
        # In a low window all of it rolls: a list of one line would be of no use.
        area = scroll_area(ground, "initiative-list-scroll", page)
        area.setStyleSheet("QScrollArea, QWidget#initiative-left { background: transparent; }")
        area.viewport().setAutoFillBackground(False)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self._ground, self._area = ground, area
        row.addWidget(area, 7)
        row.addWidget(self.side, 5)
        return page
