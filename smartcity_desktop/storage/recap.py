"""Queries: what the sheets of every dimension and OPD came to, read in one go."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from smartcity_desktop.domain.action_plan import ActionRow
from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.homework import Homework, counted
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import ProgramFacts, sum_of
from smartcity_desktop.domain.merging import Whole
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_recap import (
    HORIZONS,
    RecapBar,
    RecapIssue,
    RecapPaper,
    RecapPromise,
    RecapQuickWin,
    RecapSheet,
    by_priority,
    cost_bars,
)
from smartcity_desktop.domain.quickwin import Line
from smartcity_desktop.domain.quickwin_board import DECISION_WORDS, by_rank
from smartcity_desktop.domain.spread import shown
from smartcity_desktop.domain.wording import day_of, label, number, rupiah_words
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Sheet, SheetPlace, Worksheet
from smartcity_desktop.storage.analysis import analyses
from smartcity_desktop.storage.answers import rows_under
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.dimension_home import homes_of
from smartcity_desktop.storage.homework import homework
from smartcity_desktop.storage.initiative_facts import actions, facts
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.origin import merged_beside, wholes
from smartcity_desktop.storage.quickwin import board
from smartcity_desktop.storage.sheet_place import merged, places
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.subject import PROGRAMS, counts
from smartcity_desktop.storage.worksheet import sheets, worksheets
from smartcity_desktop.storage.workshop import workshop

_ISSUE, _PROMISE = "issue", "promise"
_RELEVANT: Final = frozenset({"ya", "sebagian"})
_DONE: Final = "selesai"
_NO_HORIZON: Final = "Belum disebut"
_NO_DIMENSION: Final = "Dimensi belum dipilih"


class Recaps:
    """Reads for all of them what the recap of one asks for; nothing is read that is not asked for."""

    def __init__(self, store: Store) -> None:
        """Read the worksheets in use and the sheets that stand."""
        self._store, self._db = store, store.db
        self._say = words_of(workshop(store.db)).say
        self._worksheets = [item for item in worksheets(store.db) if not item.retired]
        self._sheets = {item.id: item for item in sheets(store.db)}
        self._homes = homes_of(store.db)

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions in use, and others that have a program or a sheet which says something."""
        return tuple(
            item
            for item in dimensions(self._db)
            if not item.retired or item.id in self._places or item.id in self._of_home
        )

    @cached_property
    def opds(self) -> tuple[Opd, ...]:
        """All OPD."""
        return tuple(opds(self._db))

    def of_dimension(self, item: Dimension) -> RecapPaper:
        """Return the recap of one dimension."""
        return RecapPaper(
            row=item.id,
            name=item.shown,
            called=item.code or item.name,
            sheets=tuple(self._places.get(item.id, ())),
            programs=self._horizons(item.id),
            programs_told=f"{number(len(self._of_home.get(item.id, ())))} program.",
            costs=cost_bars(self._cost(item.id)),
            costs_told=self._costs_told(item.id),
            issues=by_priority(self._issues.get(item.id, ())),
            quick_wins=self._quick_wins(item.id, is_opd=False),
        )

    def of_opd(self, item: Opd) -> RecapPaper:
        """Return the recap of one OPD."""
        bars, told = self._read(item.id)
        known = self._promises.get(item.id, [])
        due = [item for item, is_kept in known if not is_kept]
        return RecapPaper(
            row=item.id,
            name=item.name,
            called=item.called,
            is_opd=True,
            sheets=tuple(self._places.get(item.id, ())),
            programs=bars,
            programs_told=told,
            quick_wins=self._quick_wins(item.id, is_opd=True),
            promises=tuple(sorted(due, key=lambda one: (one.due is None, one.due))),
            kept=len(known) - len(due),
            homework=counted(self._homework.get(item.id, ()), self._store.now().date()),
        )

    # Sheets

    @cached_property
    def _places(self) -> dict[RowId, list[RecapSheet]]:
        found: dict[RowId, list[RecapSheet]] = {}
        known = places(self._store, self._worksheets)
        for worksheet in self._worksheets:
            for place in known[worksheet.id]:
                if place.kind in {BY_DIMENSION, BY_OPD}:
                    found.setdefault(place.party, []).append(self._sheet(worksheet, place))
            for place in self._merged(worksheet):
                found.setdefault(place.party, []).append(self._sheet(worksheet, place, is_merged=True))
        return found

    def _merged(self, worksheet: Worksheet) -> list[SheetPlace]:
        """Return what was merged for dimensions; most worksheets have nothing of the kind."""
        own = (item for item in self._sheets.values() if item.worksheet == worksheet.id)
        if worksheet.filled_by == BY_DIMENSION or not any(item.dimension for item in own):
            return []
        return merged(self._store, worksheet)

    def _sheet(self, worksheet: Worksheet, place: SheetPlace, *, is_merged: bool = False) -> RecapSheet:
        status = "Tidak wajib" if place.waived and not place.done else label("status", place.status)
        title = self._say(worksheet.title)
        return RecapSheet(worksheet.code, title, status, place.done, place.total, is_merged, worksheet.id)

    def _rows(self, ent: str) -> list[tuple[Whole, Sheet]]:
        """Return the rows of an entity on the worksheets in use that went into no other row, in order."""
        found: list[tuple[Whole, Sheet]] = []
        for worksheet in self._worksheets:
            if worksheet.target != ent:
                continue
            own = [item.id for item in self._sheets.values() if item.worksheet == worksheet.id]
            gone = merged_beside(self._db, ent, worksheet.id)
            rows = [
                row for listed in rows_under(self._db, ent, own).values() for row in listed if row not in gone
            ]
            said = wholes(self._db, ent, rows)
            found += [(said[row], self._sheets[said[row].sheet]) for row in rows]
        return found

    # Dimensions

    @cached_property
    def _issues(self) -> dict[RowId, list[RecapIssue]]:
        found: dict[RowId, list[RecapIssue]] = {}
        for whole, sheet in self._rows(_ISSUE):
            text, priority = whole.text_of("text").strip(), whole.single.get("priority")
            if text:
                issue = RecapIssue(text, priority if isinstance(priority, int) else None)
                found.setdefault(sheet.dimension or self._homes.home(whole, sheet), []).append(issue)
        return found

    @cached_property
    def programs(self) -> tuple[ProgramFacts, ...]:
        """The programs smart city that count."""
        return tuple(facts(self._db))

    @cached_property
    def _of_home(self) -> dict[RowId, list[ProgramFacts]]:
        """Return the programs that count by their dimension."""
        found: dict[RowId, list[ProgramFacts]] = {}
        for item in self.programs:
            found.setdefault(item.dimension, []).append(item)
        return found

    def _horizons(self, row: RowId) -> tuple[RecapBar, ...]:
        found = Counter(item.horizon for item in self._of_home.get(row, ()))
        named = tuple(
            RecapBar(label("horizon_long", key) if key else _NO_HORIZON, found[key])
            for key in HORIZONS
            if key or found[key]
        )
        return named if any(found.values()) else ()

    def _cost(self, row: RowId) -> list[tuple[str, int]]:
        """Return what the programs of a dimension cost by year of the masterplan."""
        return list(sum_of(self._of_home.get(row, ())).by_period.items())

    def _costs_told(self, row: RowId) -> str:
        """Return what the programs of a dimension come to, and what stands in no program of its own."""
        told = sum_of(self._of_home.get(row, ())).sentence
        loose = [item for item in self._loose.get(row, ()) if item.cost]
        if not loose:
            return told
        paid = rupiah_words(sum(item.total for item in loose))
        return f"{told} {number(len(loose))} aksi tanpa program, {paid}, belum ikut dijumlah."

    @cached_property
    def _loose(self) -> dict[RowId, list[ActionRow]]:
        """Return the actions of no program that counts, by the dimension of their sheet."""
        known = {item.id for own in self._of_home.values() for item in own}
        found: dict[RowId, list[ActionRow]] = {}
        for item in actions(self._db, "cost"):
            if item.text.strip() and item.initiative not in known:
                home = self._homes.home(None, self._sheets.get(item.sheet, Sheet()))
                found.setdefault(home, []).append(item)
        return found

    # OPD

    @cached_property
    def _programs(self) -> dict[RowId, list[RowId]]:
        return counts(self._db, PROGRAMS)

    @cached_property
    def _readings(self) -> dict[RowId, tuple[str, RowId]]:
        """Return the answer to "relevan" and the dimension of every program that was read."""
        return {row: (item.relevant, item.dimension) for row, item in analyses(self._db).items()}

    def _read(self, row: RowId) -> tuple[tuple[RecapBar, ...], str]:
        """Return the relevant programs of an OPD by dimension, and of how many they are."""
        programs = self._programs.get(row, [])
        if not programs:
            return (), ""
        read = [self._readings.get(line, ("", NO_ROW)) for line in programs]
        homes = Counter(home for relevant, home in read if relevant in _RELEVANT)
        relevant = sum(homes.values())
        named = {item.id: RecapBar(item.shown, homes.pop(item.id, 0)) for item in self.dimensions}
        bars = list(named.values())
        if rest := sum(homes.values()):
            bars.append(RecapBar(self._say(_NO_DIMENSION), rest))
        unread = sum(1 for answer, _ in read if not answer)
        told = f"{number(relevant)} dari {number(len(programs))} program relevan"
        told += f", {number(unread)} belum dibahas." if unread else "."
        return (tuple(bars) if relevant else ()), told

    @cached_property
    def _promises(self) -> dict[RowId, list[tuple[RecapPromise, bool]]]:
        """Return the promises of every OPD, each with whether it is kept."""
        today = self._store.now().date()
        found: dict[RowId, list[tuple[RecapPromise, bool]]] = {}
        for whole, sheet in self._rows(_PROMISE):
            if not sheet.opd or not whole.text_of("text").strip():
                continue
            state, due = whole.text_of("state") or "belum", day_of(whole.text_of("due"))
            promise = RecapPromise(
                whole.text_of("text"), due, label("state", state), bool(due and due < today)
            )
            found.setdefault(sheet.opd, []).append((promise, state == _DONE))
        return found

    @cached_property
    def _homework(self) -> dict[RowId, list[Homework]]:
        found: dict[RowId, list[Homework]] = {}
        for item in homework(self._db):
            found.setdefault(item.opd, []).append(item)
        return found

    # Quick wins

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        return by_rank(board(self._db).lines)

    def _quick_wins(self, row: RowId, *, is_opd: bool) -> tuple[RecapQuickWin, ...]:
        whose = self._lines if row else ()
        return tuple(
            self._quick_win(item, is_opd=is_opd)
            for item in whose
            if (item.candidate.opd if is_opd else item.candidate.dimension) == row
        )

    def _quick_win(self, item: Line, *, is_opd: bool) -> RecapQuickWin:
        candidate = item.candidate
        codes: Iterable[tuple[RowId, str]] = ((one.id, one.code) for one in self.dimensions)
        names: Iterable[tuple[RowId, str]] = ((one.id, one.called) for one in self.opds)
        place = dict(codes).get(candidate.dimension, "") if is_opd else dict(names).get(candidate.opd, "")
        decision = DECISION_WORDS.get(candidate.decision, candidate.decision)
        return RecapQuickWin(candidate.name, place, shown(item.total), item.rank, decision)


def papers(recaps: Recaps, wanted: Sequence[Dimension | Opd]) -> tuple[RecapPaper, ...]:
    """Return the recaps of these, in their order."""
    return tuple(
        recaps.of_opd(item) if isinstance(item, Opd) else recaps.of_dimension(item) for item in wanted
    )
