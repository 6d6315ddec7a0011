"""Kertas Kerja, Isian: one sheet of one worksheet, whoever fills it, saved while it is typed."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.sums import sums
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet, before_and_after
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.countdown import Countdown
from ui.models.feed import SheetFeed
from ui.models.grid import GridModel
from ui.models.hall_clock import HallClock
from ui.models.manner import Manner, listed, manner_of, moved_words, no_neighbour, progress_words, step_words
from ui.models.places import (
    MAKE_UP,
    NAME,
    NEXT,
    READ,
    STAGE,
    WRITE,
    Why,
    neighbours,
    nobody,
    why_no_rows,
    why_no_source,
    why_no_worksheet,
)
from ui.models.sheet_picture import Picture, Wanted
from ui.screens.worksheet.clock import ClockActs
from ui.screens.worksheet.comment import SheetComments
from ui.screens.worksheet.file import SheetFiles
from ui.screens.worksheet.note import SheetNotes
from ui.screens.worksheet.plan import PlanActs
from ui.screens.worksheet.proposal import SheetProposals
from ui.screens.worksheet.reading import read_picture
from ui.screens.worksheet.rows import RowActs
from ui.screens.worksheet.session import SessionSheet
from ui.screens.worksheet.ways import SheetWays
from ui.screens.worksheet.writing import STOCK, SheetWriting
from ui.widgets.exercise_strip import VIEWS, ExerciseStrip
from ui.widgets.feed_line import FeedLine
from ui.widgets.grid_page import WorksheetPage

if TYPE_CHECKING:
    from ui.lane import Ticket

_RESULT: Final = "result"
_TOLD: Final = 2


class WorksheetScreen(Screen):
    """Shows a sheet of a worksheet; what is typed stands at once and is on the disk within a second."""

    kinds = frozenset(
        {
            *("analysis", "renstra_line", "indicator", "document", "sheet", "sheet_column", "worksheet"),
            *("opd", "dimension", "subdimension", "plan_point", "session", "note", "stage"),
            *("worksheet_part", "sheet_item", "criterion", "assessor", "grouping", "group"),
            *("score", "milestone", "verdict", "cue", "finding_answer"),
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
        self._into = self._chosen = False
        self._sheet = (NO_ROW, NO_ROW)
        self.grid = GridModel(self)
        self.countdown = Countdown(self, HallClock.of(context.bus).steady)
        self.feed = SheetFeed(self.grid, self.countdown, self)
        self.page = WorksheetPage(self.grid, self.countdown, self)
        self._writing = SheetWriting(self, services, self.page, self.grid)
        self._rows = RowActs(self, services, self.page.view, self.grid)
        self._notes = SheetNotes(self, services, self.page.notes)
        self._files = SheetFiles(services, self, self.grid, self.page.file_button)
        self._clock = ClockActs(self, services, self.page.timer)
        self._plan = PlanActs(self, services, self.page)
        self._comments = SheetComments(self, services, self.page, self.grid)
        self._ways = SheetWays(self, services, self.page, self.grid)
        self._session = SessionSheet(self, self.page)
        self._proposals = SheetProposals(self, services, self.page, self.grid)
        self.strip = ExerciseStrip("worksheet", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # Where it stands in the other views, so that it does not jump.
        self.strip.setContentsMargins(16, 8, 16, 2)
        self.fed = FeedLine(self)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 16, 0)
        head.addWidget(self.strip)
        head.addWidget(self.fed, 1)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        self._listen()

    def _listen(self) -> None:
        page = self.page
        self.context.autosave.watch(page.view.hand_in, page.view)
        self._writing.begun.connect(self._begun)
        self.grid.refused.connect(self._refused)
        self.grid.progressed.connect(self._progressed)
        page.view.refused.connect(self.warned)
        page.view.row_changed.connect(self._row_changed)
        page.head.refused.connect(self.warned)
        self._rows.acted.connect(self.reload)
        self._files.taken.connect(self.reload)
        page.title.step.connect(self.step_party)
        page.title.status.chosen.connect(self.set_status)
        page.places.party_chosen.connect(self.show_party)
        page.places.party_entered.connect(self.enter_party)
        page.places.worksheet_chosen.connect(self._show_worksheet)
        page.title.worksheet_asked.connect(self._show_worksheet)
        page.title.status.waived.connect(self.waive)
        page.way_asked.connect(self._way)
        page.places.way_asked.connect(self._way)
        self.strip.chosen.connect(self._go_to_view)
        self._plan.added.connect(self._program_added)
        for part in (self._clock, self._plan, self._ways, self._proposals):
            part.changed.connect(self.reload)
        self._comments.settled.connect(self.reload)
        self._ways.taken.connect(self._taken)
        for way in (self._ways.worksheet_asked, self._session.asked, self.fed.asked):
            way.connect(self.open_row)

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
        self._proposals.rest()
        view, held = self.page.view, self.page.held()
        view.hand_in_and_close()
        if held is None or view.isAncestorOf(held):
            # The focus of an editor that is closed falls on whatever comes next: one comes back to the grid.
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        super().leave()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed; what is typed stays."""
        if changes and self._front:
            self.reload()

    def open_row(self, row: str) -> None:
        """Show this sheet (``sheet_key``), that of an OPD or dimension, or the one where a row stands."""
        if self.page.view.finish():
            self._chosen = True
            self._wanted = replace(self._wanted, row=RowId(row))
            self.reload()

    def commands(self) -> tuple[Command, ...]:
        """Offer what has no key of its own in Ctrl+K as well."""
        grid = self.grid.grid
        if grid is None:
            return self._ways.commands()
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
            Command("Dari mana ini?", self._show_way),
            Command("Tampilkan atau sembunyikan panel pemandu", self.page.turn_side),
            *(Command(words, way) for words, way in self.page.view.rows.ways()),
            *(Command(words, way) for words, way in self.page.grid_ways()),
            *(of_plans if manner.of_plans else ()),
            Command("Lembar ini diserahkan", partial(self.set_status, "diserahkan"), writes=True),
            *self._comments.commands(),
            *self._proposals.commands(),
            *self._files.commands(),
            *self._ways.commands(),
        )

    def end(self) -> None:
        """Stop reading a spreadsheet that nobody will look at."""
        self._files.coming.stop()

    def unfinished(self) -> str:
        """Tell of a program that is being typed and was not added yet, and of what was read from Excel."""
        known = (place for places in self._picture.places.values() for place in places)
        names = {place.party: place.short or place.name for place in known}
        told = (self._plan.unfinished(names), self._files.coming.unfinished())
        return " ".join(sentence for sentence in told if sentence)

    def standing(self) -> object:
        """Return sheet and row, whose was shown last of each worksheet, and the note that was begun."""
        row = self.grid.row_at(self.page.view.currentIndex().row())
        wanted = replace(self._wanted, row=RowId(row.row) if row else NO_ROW)
        picture = replace(self._picture, new_rows=(), spare_comments=())
        return picture, wanted, dict(self._stood), self._notes.standing(), self._session.met

    def take_over(self, standing: object) -> None:
        """Show the same sheet at once, so that a hall that looks goes on to see it."""
        if isinstance(standing, tuple):
            picture, wanted, self._stood, begun, self._session.met = standing
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
        lacks = max(0, STOCK - self.grid.count_new_rows())
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
            self._chosen = True
            self._wanted = replace(self._wanted, worksheet=RowId(worksheet), party=NO_ROW)
            self.reload()

    def _show(self, picture: Picture) -> None:
        grid, page = picture.grid, self.page
        sheet = (grid.worksheet.id, grid.sheet.party) if grid else (NO_ROW, NO_ROW)
        other, self._sheet = sheet != self._sheet, sheet
        self._plan.sheet = self._writing.sheet = sheet
        self._picture = picture
        self._clock.session = picture.session
        self._wanted = replace(picture.wanted, row=NO_ROW)
        self._stood[sheet[0]] = sheet[1]
        self._files.show_read_only(read_only=picture.read_only)
        if other:
            self._notes.finish()
            self._comments.show_sheet(*sheet)
            page.program.show_sheet(sheet)
            page.warnings.show_refused(())
        self.countdown.show_session(picture.session, picture.left)
        self.feed.stage = f"Tahap {stage_name(self._wanted.stage)}"
        page.places.show_worksheets(picture.worksheets, picture.places, self._wanted.worksheet)
        self._show_places()
        known = [(item.id, listed(item, picture.places.get(item.id, ()))) for item in picture.worksheets]
        page.title.show_worksheets(known, self._wanted.worksheet)
        self._notes.show_picture(picture)
        here = picture.worksheet
        self.fed.show_ways(*(before_and_after(here, picture.all_worksheets) if here else ((), ())))
        if grid is not None:
            self._show_head(grid)
        self.grid.add_new_rows(picture.new_rows)
        at = page.view.currentIndex()
        row, key = self.grid.row_at(at.row()), self.grid.column_at(at.column()).key
        self.grid.show_grid(grid)
        self._comments.show_picture(picture)
        self._ways.show_picture(picture)
        self._show_body(grid)
        if other or picture.wanted.row:
            self._stand(picture.wanted.row)
        elif at.isValid() and not page.view.currentIndex().isValid():
            page.view.stand_near(row.row if row else "", key, at.row())
        if self._wanted.stage != self._stage:
            # The row that was asked for stands in another stage: the switch follows.
            self.go.emit(STAGE, str(self._wanted.stage))
        chosen, self._chosen = self._chosen, False
        self._session.follow(picture, chosen=chosen)

    def _show_places(self) -> None:
        self.page.places.show_places(
            self._picture.worksheet, self._places(), self._wanted.party, self._picture.merged
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
        page.title.show_sheet(grid.worksheet, grid.party, grid.sheet.number)
        place = self._place()
        page.title.status.show_status(grid.sheet.status or "belum", waived=grid.sheet.waived)
        page.title.status.show_told(moved_words(place) if place else "")
        page.title.show_neighbours(*neighbours(self._places(), self._sheet[1]))
        page.head.show_sheet(grid.sheet, manner)
        page.timer.show_planned(grid.worksheet.minutes or 0)
        page.guide.show_worksheet(grid.worksheet, grid.guide, (grid.example, self.fed.accessibleName()))

    def _show_body(self, grid: Grid | None) -> None:
        page, place, picture = self.page, self._place(), self._picture
        self._proposals.show_picture(picture)
        manner = self._manner()
        page.show_head(has_sheets=bool(picture.worksheets), has_sheet=grid is not None)
        page.show_manner(manner, year=picture.year)
        self._show_looks()
        page.show_grid_or(self._why(grid, manner, place))

    def _why(self, grid: Grid | None, manner: Manner, place: SheetPlace | None) -> Why | None:
        """Return why there is nothing to fill in, None where there is."""
        picture = self._picture
        if grid is not None and (manner.takes_rows or grid.rows):
            return None
        if picture.worksheet is None:
            return why_no_worksheet(self._wanted.stage, picture.all_worksheets, picture.offered)
        if grid is None:
            why = nobody(manner)
        elif manner.of_plans and place is not None:
            _, after = neighbours(self._places(), place.party)
            return why_no_rows(place, takes_programs=manner.of_plans, has_next=after is not None)
        else:
            _, after = neighbours(self._places(), grid.sheet.party)
            why = why_no_source(picture.worksheet, picture.all_worksheets, has_next=after is not None)
        known = {key for key, *_ in VIEWS}
        return replace(why, ways=tuple(way for way in why.ways if way[0] != MAKE_UP or MAKE_UP in known))

    def _show_looks(self) -> None:
        self.page.warnings.show_grid(self.grid.grid, self._picture.asks)

    def _manner(self) -> Manner:
        return manner_of(self._picture.worksheet)

    def _places(self) -> tuple[SheetPlace, ...]:
        return self._picture.places.get(self._wanted.worksheet, ())

    def _place(self) -> SheetPlace | None:
        """Return the place of the sheet that is shown; the wanted one may still be on its way."""
        known = (*self._places(), *self._picture.merged)
        return next((place for place in known if place.party == self._sheet[1]), None)

    def _progressed(self) -> None:
        done, total = self.grid.count_done()
        self.page.title.show_progress(progress_words(self.grid.grid, done, total))
        self.page.show_sums(sums(self.grid.grid, self.grid.values_of) if self.grid.grid else ())
        if self.grid.asks_softly:
            self._show_looks()
        place, status, owed = self._place(), self.page.title.status.status, self.grid.count_owed()
        if place is not None and (place.done, place.owed, place.status) != (done, owed, status):
            # The list beside the grid counts along without asking the file.
            mine = tuple(
                replace(item, done=done, total=total, owed=owed, status=status)
                if item.party == place.party
                else item
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
        elif way == NAME:
            self._ways.name_assessors()
        elif way == MAKE_UP:
            self._go_to_view(way)
        elif self._ways.take(way):
            return
        elif way.startswith(STAGE):
            self.go.emit(STAGE, way.rpartition("-")[2])
        else:
            self.go.emit(way, self._sheet[1] if way == READ else "")

    def _show_way(self) -> None:
        """Show where the row that is gone to has come from."""
        row = self.grid.row_at(self.page.view.currentIndex().row())
        if row is not None and self.page.view.finish():
            # A row of which nothing is written yet has come from nowhere: the results of all are shown.
            self.go.emit(_RESULT, row.row if any(row.values.values()) else self._wanted.worksheet)

    def _go_to_view(self, key: str) -> None:
        """Go to another view of this worksheet."""
        self.go.emit(key, self._wanted.worksheet)

    # Writing

    def _begun(self) -> None:
        self.page.title.status.show_status("sedang", waived=self.page.title.status.is_waived)
        self._progressed()

    def _taken(self, worksheet: Worksheet) -> None:
        self._wanted = replace(
            self._wanted, stage=worksheet.stage or self._wanted.stage, worksheet=worksheet.id, party=NO_ROW
        )
        self.reload()
        self.said.emit(f"{worksheet.code} {worksheet.title} ditambahkan.")

    def set_status(self, status: str) -> None:
        """Move this sheet on the ladder."""
        if self.grid.grid is not None and self.page.view.finish():
            self.page.title.status.show_status(status, waived=self.page.title.status.is_waived)
            self.act(partial(self._services.worksheet.set_status, *self._sheet, status), self._again)
            if status == "perbaikan":
                self._comments.write_about_whole()

    def waive(self, waived: bool) -> None:  # noqa: FBT001 - a slot of Qt
        """Say that this sheet is nobody's duty, or due again."""
        if self.grid.grid is not None and self.page.view.finish():
            call = partial(self._services.worksheet.waive, *self._sheet, waived=waived)
            self.act(call, self._again)

    def _program_added(self, row: str) -> None:
        if row and self._wanted.party == self._sheet[1]:
            self._wanted = replace(self._wanted, row=RowId(row))
        self.reload()

    def _again(self, _changes: Changes) -> None:
        self.reload()
