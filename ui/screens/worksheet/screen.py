"""Kertas Kerja: one worksheet of one OPD or dimension group, saved while it is typed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.lane import Lane, Ticket
from ui.models.countdown import Countdown
from ui.models.feed import SheetFeed
from ui.models.grid import Act, GridModel
from ui.models.hall_clock import HallClock
from ui.models.pending import Key
from ui.models.places import (
    NEXT,
    READ,
    STAGE,
    TAKE,
    WRITE,
    Manner,
    manner_of,
    neighbours,
    no_neighbour,
    nobody,
    progress_words,
    step_words,
    take_words,
    why_no_rows,
    why_no_worksheet,
)
from ui.models.sheet_picture import Picture, Wanted
from ui.screens.worksheet.file import SheetFiles
from ui.screens.worksheet.note import SheetNotes
from ui.screens.worksheet.reading import read_picture
from ui.screens.worksheet.rows import RowActs
from ui.widgets.grid_page import WorksheetPage
from ui.widgets.grid_warnings import looks

_STOCK: Final = 400
"""Ids for new rows that are kept ready: as many rows as one paste may bring."""
_TOLD: Final = 2


def _commit(lane: Lane, settle: Callable[[Changes], None], call: Callable[[], Changes]) -> Changes:
    """Write on the data thread, and let the window know that these words are on the disk."""
    changes = call()
    lane.post(settle, changes)
    return changes


class WorksheetScreen(Screen):
    """Shows a sheet of a worksheet; what is typed stands at once and is on the disk within a second."""

    kinds = frozenset(
        {
            *("analysis", "renstra_line", "indicator", "document", "sheet", "sheet_column", "worksheet"),
            *("opd", "dimension", "subdimension", "plan_point", "session", "note", "stage"),
            *(name for name, entity in CATALOG.items() if entity.owner == "sheet"),
        }
    )

    def __init__(
        self,
        *,
        services: Services,
        context: Context,
        parent: QWidget | None = None,
    ) -> None:
        """Stand on these services."""
        super().__init__(context, parent)
        self.setObjectName("screen-worksheet")
        theme.set_role(self, "page")
        self._services = services
        self._stage = 1
        self._wanted = Wanted(1)
        self._stood: dict[RowId, RowId] = {}
        self._picture = Picture(self._wanted)
        self._ticket: Ticket | None = None
        self._front = False
        self._into = False
        self._sheet = (NO_ROW, NO_ROW)
        self.grid = GridModel(self)
        self.countdown = Countdown(self, HallClock.of(context.bus).steady)
        self.feed = SheetFeed(self.grid, self.countdown, self)
        self.page = WorksheetPage(self.grid, self.countdown, self)
        self._rows = RowActs(self, services, self.page.view, self.grid)
        self._notes = SheetNotes(self, services, self.page.notes)
        self._files = SheetFiles(services, self, self.grid, self.page.file_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self._listen()

    def _listen(self) -> None:
        page = self.page
        self.context.autosave.watch(page.view.hand_in, page.view)
        self.grid.acted.connect(self._acted_in_grid)
        self.grid.refused.connect(self._refused)
        self.grid.progressed.connect(self._progressed)
        page.view.refused.connect(self.warned)
        page.view.row_changed.connect(self._row_changed)
        page.head.edited.connect(self._head_edited)
        page.head.refused.connect(self.warned)
        self._rows.acted.connect(self.reload)
        self._files.taken.connect(self.reload)
        page.title.step.connect(self.step_party)
        page.title.status.chosen.connect(self.set_status)
        page.places.party_chosen.connect(self.show_party)
        page.places.party_entered.connect(self.enter_party)
        page.places.worksheet_chosen.connect(self._show_worksheet)
        page.warnings.direction_chosen.connect(self._set_direction)
        page.support_asked.connect(self._set_support)
        page.timer.begin.connect(self._begin_timer)
        page.timer.stop.connect(self._stop_timer)
        page.timer.more.connect(self._more_time)
        page.way_asked.connect(self._way)
        page.program.entered.connect(self._add_program)
        page.program.refused.connect(self.warned)

    # What the window asks

    def show_stage(self, number: int) -> None:
        """Show the worksheets of this stage."""
        self._stage = number
        if number != self._wanted.stage:
            self._wanted = Wanted(number)
            if self._front:
                self.reload()

    def arrive(self) -> None:
        """Read everything and stand ready to type; say what came back from Excel meanwhile."""
        self._front = True
        self._files.coming.remind()
        self.reload()

    def leave(self) -> None:
        """Hand everything to the disk."""
        self._front = False
        self.page.view.hand_in_and_close()
        super().leave()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed; what is typed stays."""
        if changes and self._front:
            self.reload()

    def open_row(self, row: str) -> None:
        """Show this sheet (``sheet_key``), that of an OPD or dimension, or the one where a row stands."""
        if self.page.view.finish():
            self._wanted = replace(self._wanted, row=RowId(row))
            self.reload()

    def commands(self) -> tuple[Command, ...]:
        """Offer what has no key of its own in Ctrl+K as well."""
        new = tuple(
            Command(take_words(item), partial(self._take, item), writes=True)
            for item in self._picture.offered
        )
        grid = self.grid.grid
        if grid is None:
            return new
        manner = manner_of(grid.worksheet)
        on, back = step_words(manner)
        of_plans = (
            Command("Buka atau lipat kolom Renstra", self.page.turn_subject),
            Command("Tambah program (tidak ada di Renstra)", partial(self._way, WRITE), writes=True),
        )
        return (
            Command(on, partial(self.step_party, 1)),
            Command(back, partial(self.step_party, -1)),
            Command("Isian lengkap baris ini", self.page.turn_form),
            Command("Tampilkan atau sembunyikan panel pemandu", self.page.turn_side),
            *(Command(words, way) for words, way in self.page.view.rows.ways()),
            *(of_plans if manner.of_plans else ()),
            Command("Lembar ini diserahkan", partial(self.set_status, "diserahkan"), writes=True),
            *self._files.commands(),
            *new,
        )

    def end(self) -> None:
        """Stop reading a spreadsheet that nobody will look at."""
        self._files.coming.stop()

    def unfinished(self) -> str:
        """Tell of a program that is being typed and was not added yet, and of what was read from Excel."""
        told = (self._unfinished_program(), self._files.coming.unfinished())
        return " ".join(sentence for sentence in told if sentence)

    def _unfinished_program(self) -> str:
        begun = [party for _, party in self.page.program.begun()]
        if not begun or begun == [self._sheet[1]]:
            return "Program yang sedang diketik belum ditambahkan." if begun else ""
        known = (place for places in self._picture.places.values() for place in places)
        names = {place.party: place.short or place.name for place in known}
        told = ", ".join(names[RowId(party)] for party in begun if party in names)
        return f"Program yang diketik untuk {told or 'lembar lain'} belum ditambahkan."

    def standing(self) -> object:
        """Return sheet and row, whose was shown last of each worksheet, and the note that was begun."""
        row = self.grid.row_at(self.page.view.currentIndex().row())
        wanted = replace(self._wanted, row=RowId(row.row) if row else NO_ROW)
        picture = replace(self._picture, new_rows=())
        return picture, wanted, dict(self._stood), self._notes.standing()

    def take_over(self, standing: object) -> None:
        """Show the same sheet at once, so that a hall that looks goes on to see it."""
        if isinstance(standing, tuple):
            picture, wanted, self._stood, begun = standing
            self._stage = wanted.stage
            self._show(picture)
            self._wanted = wanted
            self._notes.take_over(begun)

    def present(self) -> bool:
        """Show this sheet on the projector."""
        if self.grid.grid is None or not self.grid.rowCount():
            return False
        self.feed_asked.emit(self.feed)
        return True

    # Reading

    def reload(self) -> None:
        """Read everything again; what was asked before and has not begun is dropped."""
        if self._ticket is not None:
            self._ticket.cancel()
        self.context.autosave.flush()
        lacks = max(0, _STOCK - self.grid.count_new_rows())
        wanted = replace(self._wanted, stood=dict(self._stood), rows=lacks)
        self._ticket = self.read(partial(read_picture, self._services, wanted), self._show)

    def show_party(self, party: str) -> None:
        """Show the sheet of another OPD or dimension."""
        if party != self._wanted.party and self.page.view.finish():
            self._wanted = replace(self._wanted, party=RowId(party))
            self.reload()

    def enter_party(self, party: str) -> None:
        """Show the sheet of another OPD or dimension and stand in it."""
        self._into = party != self._wanted.party
        if self._into:
            self.show_party(party)
        else:
            self.page.focus_body()

    def step_party(self, by: int) -> None:
        """Show the next (1) or previous (-1) OPD at this table, or dimension."""
        before, after = neighbours(self._places(), self._wanted.party)
        place = after if by > 0 else before
        if place is not None:
            self.show_party(place.party)
        elif self.grid.grid is not None:
            self.warned.emit(no_neighbour(self._manner(), by))

    def _show_worksheet(self, worksheet: str) -> None:
        if self.page.view.finish():
            self._wanted = replace(self._wanted, worksheet=RowId(worksheet), party=NO_ROW)
            self.reload()

    def _show(self, picture: Picture) -> None:
        grid, page = picture.grid, self.page
        sheet = (grid.worksheet.id, grid.sheet.party) if grid else (NO_ROW, NO_ROW)
        other, self._sheet = sheet != self._sheet, sheet
        self._picture = picture
        self._wanted = replace(picture.wanted, row=NO_ROW)
        self._stood[sheet[0]] = sheet[1]
        self._files.show_read_only(read_only=picture.read_only)
        if other:
            self._notes.finish()
            page.program.show_sheet(sheet)
            page.warnings.show_refused(())
        self.countdown.show_session(picture.session, picture.left)
        self.feed.stage = f"Tahap {stage_name(self._wanted.stage)}"
        page.places.show_worksheets(picture.worksheets, picture.places, self._wanted.worksheet)
        self._show_places()
        self._notes.show_picture(picture)
        if grid is not None:
            self._show_head(grid)
        self.grid.add_new_rows(picture.new_rows)
        at = page.view.currentIndex()
        row, key = self.grid.row_at(at.row()), self.grid.column_at(at.column()).key
        self.grid.show_grid(grid)
        self._show_body(grid)
        if other or picture.wanted.row:
            self._stand(picture.wanted.row)
        elif at.isValid() and not page.view.currentIndex().isValid():
            page.view.stand_near(row.row if row else "", key, at.row())
        if self._wanted.stage != self._stage:
            # The row that was asked for stands in another stage: the switch follows.
            self.go.emit(STAGE, str(self._wanted.stage))

    def _show_places(self) -> None:
        self.page.places.show_places(
            self._picture.worksheet, self._places(), self._wanted.party, self._picture.numbers
        )

    def _stand(self, row: RowId) -> None:
        if row:
            self.page.view.show_row(row)
        elif self.grid.rowCount():
            self.page.view.start()
        if self._front and (self._into or not self.page.places.parties.hasFocus()):
            self.page.focus_body()
        self._into = False

    def _show_head(self, grid: Grid) -> None:
        page, manner = self.page, manner_of(grid.worksheet)
        page.title.show_sheet(grid.worksheet.title, grid.party, grid.sheet.number, manner)
        page.title.status.show_status(grid.sheet.status or "belum")
        page.title.show_neighbours(*neighbours(self._places(), self._sheet[1]))
        page.head.show_sheet(grid.sheet, manner)
        page.timer.show_planned(grid.worksheet.minutes or 0)
        page.guide.show_worksheet(grid.worksheet, grid.guide)

    def _show_body(self, grid: Grid | None) -> None:
        page, place, picture = self.page, self._place(), self._picture
        manner = self._manner()
        page.show_head(has_sheets=bool(self._places()), has_sheet=grid is not None)
        page.show_manner(manner, year=picture.year)
        self._show_looks()
        if grid is not None and (manner.takes_rows or grid.rows):
            page.show_grid_or(None)
        elif grid is not None and place is not None:
            _, after = neighbours(self._places(), place.party)
            has_next = after is not None
            page.show_grid_or(why_no_rows(place, takes_programs=manner.of_plans, has_next=has_next))
        elif picture.worksheet is not None:
            page.show_grid_or(nobody(manner))
        else:
            known = picture.all_worksheets
            page.show_grid_or(why_no_worksheet(self._wanted.stage, known, picture.offered))

    def _show_looks(self) -> None:
        grid = self.grid.snapshot()
        self.page.warnings.show_looks(looks(grid, self._picture.asks) if grid else [])

    def _manner(self) -> Manner:
        return manner_of(self._picture.worksheet)

    def _places(self) -> tuple[SheetPlace, ...]:
        return self._picture.places.get(self._wanted.worksheet, ())

    def _place(self) -> SheetPlace | None:
        """Return the place of the sheet that is shown; the wanted one may still be on its way."""
        return next((place for place in self._places() if place.party == self._sheet[1]), None)

    def _progressed(self) -> None:
        done, total = self.grid.count_done()
        self.page.title.show_progress(progress_words(self.grid.grid, done, total))
        if self.grid.asks_softly:
            self._show_looks()
        place, status = self._place(), self.page.title.status.status
        if place is not None and (place.done, place.status) != (done, status):
            # The list beside the grid counts along without asking the file.
            mine = tuple(
                replace(item, done=done, total=total, status=status) if item.party == place.party else item
                for item in self._places()
            )
            places = {**self._picture.places, self._wanted.worksheet: mine}
            self._picture = replace(self._picture, places=places)
            self._show_places()

    def _row_changed(self, place: int) -> None:
        row = self.grid.row_at(place)
        self.feed.stand_on(row.row if row else "")
        self.context.autosave.flush()
        if self.grid.renew_marks():
            self._show_looks()

    def _refused(self, sentences: tuple[str, ...], fitted: int, over: int) -> None:
        self.page.warnings.show_refused(sentences)
        if over:
            sentences = (f"{over} baris tempelan tidak muat di tabel ini.", *sentences)
        more = f" Dan {len(sentences) - _TOLD} isian lain." if len(sentences) > _TOLD else ""
        first = " ".join(sentences[:_TOLD])
        if fitted:
            self.said.emit(f"{first}{more} Isian lain yang sesuai sudah masuk.")
        else:
            self.warned.emit(f"{first}{more}")

    def _way(self, way: str) -> None:
        if way == NEXT:
            self.step_party(1)
        elif way == WRITE:
            self.page.open_program()
        elif way.startswith(TAKE):
            code = way.partition("-")[2]
            self._take(next(item for item in self._picture.offered if item.code == code))
        elif way.startswith(STAGE):
            self.go.emit(STAGE, way.rpartition("-")[2])
        else:
            self.go.emit(way, self._sheet[1] if way == READ else "")

    # Writing

    def _acted_in_grid(self, act: Act) -> None:
        grid = self.grid.grid
        if grid is None:
            return
        place = (grid.worksheet.id, grid.sheet.party)
        call = partial(self._services.worksheet.set_cells, *place, list(act.cells), typing=act.typing)
        settle = partial(self._settled, self.grid.pending_keys(act), act.number)
        save = partial(_commit, self.context.lane, settle, call)
        autosave = self.context.autosave
        if act.typing:
            row, key, _ = act.cells[0]
            autosave.note((*place, row, key), save, self)
        else:
            self.page.warnings.show_refused(())
            # What was typed into these cells before goes first, then the whole act at once.
            autosave.flush()
            autosave.note(("act", act.number), save, self)
            autosave.flush()
        if self.page.title.status.status == "belum":
            self.page.title.status.show_status("sedang")
            self._progressed()
        if self.grid.count_new_rows() < _STOCK // 2:
            self.read(partial(self._services.worksheet.new_rows, _STOCK), self.grid.add_new_rows)

    def _take(self, worksheet: Worksheet) -> None:
        """Let the workshop have a worksheet of the shelf."""
        self.act(partial(self._services.worksheet.add, worksheet.code), partial(self._taken, worksheet))

    def _taken(self, worksheet: Worksheet, _changes: Changes) -> None:
        self._wanted = replace(self._wanted, stage=worksheet.stage or self._wanted.stage)
        self.reload()
        self.said.emit(f"{worksheet.code} {worksheet.title} ditambahkan.")

    def _settled(self, keys: tuple[Key, ...], number: int, _changes: Changes) -> None:
        self.grid.settle(keys, number)

    def _head_edited(self, name: str, value: Value, number: int) -> None:
        place = self._sheet
        call = partial(self._services.worksheet.set_head, *place, name, value)
        settle = partial(self._head_settled, place, name, number)
        save = partial(_commit, self.context.lane, settle, call)
        self.context.autosave.note(("head", *place, name), save, self)

    def _head_settled(self, place: tuple[str, str], name: str, number: int, _changes: Changes) -> None:
        self.page.head.settle(place, name, number)

    def set_status(self, status: str) -> None:
        """Move this sheet on the ladder."""
        if self.grid.grid is not None and self.page.view.finish():
            self.page.title.status.show_status(status)
            self.act(partial(self._services.worksheet.set_status, *self._sheet, status), self._again)

    def _add_program(self, code: str, name: str, pagu: dict[str, int]) -> None:
        call = partial(self._services.renstra.add_program, self._sheet[1], name, code, pagu)
        self.context.autosave.flush_all()
        self.context.lane.data(call, partial(self._program_added, self._sheet, (code, name)))

    def _program_added(
        self, sheet: tuple[RowId, RowId], program: tuple[str, str], made: tuple[RowId, Changes]
    ) -> None:
        row, changes = made
        code, name = program
        self.page.program.let_go(sheet, code, name)
        self.context.bus.publish(changes, self)
        if sheet == self._sheet and self._wanted.party == sheet[1]:
            self._wanted = replace(self._wanted, row=row)
        self.reload()
        self.said.emit(f"{name} ditambahkan.")

    def _set_direction(self, indicator: str, direction: str) -> None:
        self.act(partial(self._services.renstra.set_direction, RowId(indicator), direction), self._again)

    def _set_support(self, row: str, support: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self.act(partial(self._services.renstra.set_support, RowId(row), support=support), self._again)

    def _begin_timer(self, minutes: int) -> None:
        self._time(partial(self._services.session.start_timer, minutes=minutes))

    def _stop_timer(self) -> None:
        self._time(self._services.session.stop_timer)

    def _more_time(self, minutes: int) -> None:
        self._time(partial(self._services.session.add_minutes, minutes=minutes))

    def _time(self, call: Callable[[RowId], Changes]) -> None:
        session = self._picture.session
        if session is not None:
            self.act(partial(call, session.id), self._again)

    def _again(self, _changes: Changes) -> None:
        self.reload()
