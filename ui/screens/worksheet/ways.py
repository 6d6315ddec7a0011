"""Worksheets taken up in a stage or out of it, the names of those who score, and what a row has been."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.row_history import RowHistory
from smartcity_desktop.domain.worksheet import BY_ASSESSOR, Worksheet
from ui.context import Command, Screen, Services
from ui.models.grid import GridModel
from ui.models.places import DROP, SHEET, TAKE, USE, drop_words, open_words, take_words, use_words
from ui.models.sheet_picture import Picture
from ui.row_history import HISTORY_WORDS, RowHistoryWay
from ui.widgets.grid_page import WorksheetPage


class SheetWays(QObject):
    """What can be done with worksheets and their rows beside filling them in."""

    taken = Signal(object)
    """A worksheet of the shelf (Worksheet) that this workshop has now."""
    worksheet_asked = Signal(str)
    """The worksheet to be shown."""
    changed = Signal()
    """The file has answered: what stands in it is to be read again."""

    def __init__(self, screen: Screen, services: Services, page: WorksheetPage, grid: GridModel) -> None:
        """Act for this screen and its page."""
        super().__init__(screen)
        self._screen, self._services, self._page, self._grid = screen, services, page, grid
        self.history = RowHistoryWay(screen, services, self._row, self._past)
        self.history.restored.connect(self._restored)
        self.history.take_key(page)
        self._panel = panel = page.places
        self._picture: Picture | None = None
        panel.assessors_named.connect(self._add_assessors)
        panel.assessor_renamed.connect(self._rename)
        panel.assessor_retired.connect(self._retire)

    def show_picture(self, picture: Picture) -> None:
        """Offer what this stage lacks, and what it could give back."""
        self._picture = picture
        self._panel.show_ways([] if picture.read_only else [(way, words) for way, words, _ in self._ways()])

    def commands(self) -> tuple[Command, ...]:
        """Return the way to every worksheet, and what can be done with them in this stage."""
        picture = self._picture
        if picture is None:
            return ()
        shown = picture.worksheet.id if picture.worksheet else ""
        to = [
            Command(open_words(item), partial(self.worksheet_asked.emit, item.id))
            for item in picture.all_worksheets
            if item.id != shown and not item.retired
        ]
        changes = () if picture.read_only else self._ways()
        past = Command(HISTORY_WORDS, self.history.open)
        return (past, *(Command(words, call) for _, words, call in changes), *to, *self._of_assessors())

    def take(self, way: str) -> bool:
        """Go one of these ways; False for any other."""
        kind, _, code = way.partition("-")
        picture = self._picture
        if kind == SHEET and picture is not None:
            found = next((item for item in picture.all_worksheets if item.code == code), None)
            if found is not None:
                self.worksheet_asked.emit(found.id)
            return True
        call = next((call for known, _, call in self._ways() if known == way), None)
        if call is not None:
            call()
        return call is not None

    def _ways(self) -> list[tuple[str, str, Callable[[], None]]]:
        picture = self._picture
        if picture is None:
            return []
        stage = picture.wanted.stage
        known = [item for item in picture.all_worksheets if not item.retired]
        ways: list[tuple[str, str, Callable[[], None]]] = [
            (f"{TAKE}-{item.code}", take_words(item), partial(self._add, item)) for item in picture.offered
        ]
        ways += [
            (f"{USE}-{item.code}", use_words(item, stage), partial(self._use, item, stage, used=True))
            for item in known
            if not item.stands_in(stage)
        ]
        ways += [
            (f"{DROP}-{item.code}", drop_words(item, stage), partial(self._use, item, stage, used=False))
            for item in known
            if stage in item.also and stage != item.stage
        ]
        return ways

    def _of_assessors(self) -> tuple[Command, ...]:
        worksheet = self._picture.worksheet if self._picture else None
        if worksheet is None or worksheet.filled_by != BY_ASSESSOR:
            return ()
        return (
            Command("Tambah penilai", self.name_assessors),
            Command("Ganti nama penilai ini (F2 di daftar)", self.rename_assessor),
        )

    def name_assessors(self) -> None:
        """Stand in the line that takes the names of those who score."""
        self._page.open_places()
        self._panel.assessors.line.setFocus()

    def rename_assessor(self) -> None:
        """Let the name of the assessor that is chosen be typed anew."""
        self._page.open_places()
        self._panel.rename_current()

    def _add(self, worksheet: Worksheet) -> None:
        call = partial(self._services.worksheet.add, worksheet.code)
        self._screen.act(call, partial(self._added, worksheet))

    def _added(self, worksheet: Worksheet, _changes: Changes) -> None:
        self.taken.emit(worksheet)

    def _use(self, worksheet: Worksheet, stage: int, *, used: bool) -> None:
        call = partial(self._services.worksheet.use_in_stage, worksheet.id, stage, used=used)
        words = f"{worksheet.code} {worksheet.title} " + (
            "dipakai juga di tahap ini." if used else "dikeluarkan dari tahap ini. Isiannya tetap ada."
        )
        self._screen.act(call, partial(self._said, words))

    def _add_assessors(self, names: list[str]) -> None:
        worksheet = self._picture.worksheet if self._picture else None
        if worksheet is not None:
            call = partial(self._services.worksheet.add_assessors, worksheet.id, names)
            self._screen.act(call, partial(self._named, len(names)))

    def _named(self, count: int, changes: Changes) -> None:
        if not changes:
            self._screen.warned.emit(
                "Penilai bernama itu sudah ada." if count == 1 else "Nama itu sudah ada."
            )
        self.changed.emit()

    def _rename(self, assessor: str, name: str) -> None:
        call = partial(self._services.worksheet.rename_assessor, RowId(assessor), name)
        self._screen.act(call, self._again)

    def _retire(self, assessor: str, retired: bool) -> None:  # noqa: FBT001 - a slot of Qt
        call = partial(self._services.worksheet.retire_assessor, RowId(assessor), retired=retired)
        self._screen.act(call, self._again)

    def _said(self, words: str, changes: Changes) -> None:
        self.changed.emit()
        if changes:
            self._screen.said.emit(words)

    def _again(self, _changes: Changes) -> None:
        self.changed.emit()

    def _row(self) -> str:
        """Return the row one stands on, empty for none or for one that nobody has begun."""
        if self._grid.grid is None or not self._page.view.finish():
            return ""
        here = self._page.view.currentIndex().row()
        row = self._grid.row_at(here)
        return row.row if row is not None and not self._grid.is_new(here) else ""

    def _past(self, row: RowId) -> RowHistory:
        """Read on the data thread what was answered in a row of the sheet that is shown."""
        picture = self._picture
        grid = picture.grid if picture else None
        if grid is None:
            return RowHistory(row)
        return self._services.row_history.of_answer(grid.worksheet.id, grid.sheet.id, row)

    def _restored(self, _row: str) -> None:
        self.changed.emit()
