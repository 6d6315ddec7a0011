"""Queries: what the file knows about an item of the evaluation: true counts, or nothing."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.evaluation import RUN, RunLine, shown
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_program import PlanInitiative
from smartcity_desktop.domain.quickwin_board import CHOSEN, Board
from smartcity_desktop.domain.register import WITHDRAWN, numbered
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.plan_program import initiatives, programs
from smartcity_desktop.storage.quickwin import board
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.workshop import workshop

_DONE: Final = "selesai"
_BEGUN: Final = frozenset({"sedang", _DONE})
_RULES: Final = frozenset({"perda", "perkada"})
_ABOUT: Final = ("smart city", "kota cerdas", "kabupaten cerdas")
_MASTERPLAN: Final = ("masterplan", "rencana induk")
_APBD: Final = "apbd"
_HEADS: Final[Mapping[str, str]] = {
    "infrastruktur": "infrastruktur",
    "aplikasi": "aplikasi",
    "sdm": "literasi dan SDM",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that has to follow the masterplan."""

    id: RowId = NO_ROW
    kind: str = ""
    text: str = ""
    year: int | None = None
    due: str = ""
    state: str = ""
    retired: bool = False

    @property
    def years(self) -> str:
        """The year it belongs to, from its own field or its date."""
        return str(self.year or "") or self.due[:4]


@dataclass(frozen=True, slots=True)
class _Monitor:
    subject: RowId = NO_ROW
    year: int | None = None
    planned: bool = False
    state: str = ""
    progress: int | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class _Action:
    id: RowId = NO_ROW
    head: str = ""
    text: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    candidate: RowId = NO_ROW
    id: RowId = NO_ROW
    mitigation: str = ""


@dataclass(frozen=True, slots=True)
class _Retired:
    id: RowId = NO_ROW
    retired: bool = False


class Facts:
    """What the file knows for one year; nothing is read before it is asked for."""

    def __init__(self, db: Database, year: int) -> None:
        """Look at a year."""
        self._db = db
        self._year = year
        event = workshop(db)
        self._say = words_of(event).say
        self._codes = reference.equivalents(event.dimension_set)
        self._ways: Mapping[str, Callable[[str], list[str]]] = {
            "masterplan_rule": lambda _: self._rules(_MASTERPLAN, ("perkada",)),
            "rules": lambda _: self._rules(_ABOUT, ("perkada",)),
            "meetings": lambda _: self._duties(("rapat",)),
            "council": lambda _: self._duties(("sk_dewan",)),
            "team": lambda _: self._duties(("sk_tim",)),
            "forum": lambda _: self._duties(("forum",)),
            "programs": lambda code: self._ran(self.programs(year), "Program", year, code),
            "programs_before": lambda _: self._ran(self.programs(year - 1), "Program", year - 1),
            "quickwins_before": lambda _: self._ran(self.quickwins(year - 1), "Quick win", year - 1),
            "quickwins_new": lambda _: self._chosen(),
            "actions": self._actions,
            "agencies": lambda _: self._agencies(),
            "fund_apbd": lambda _: self._funded(_APBD),
            "fund_other": lambda _: self._funded(""),
            "criterion": self._criterion,
            "mitigation": lambda _: self._mitigated(),
        }

    def known(self, fact: str) -> tuple[str, ...]:
        """Return what is known by the name of a fact (``programs:GOV``) in sentences, or nothing."""
        name, _, code = fact.partition(":")
        return tuple(self._ways[name](code)) if name in self._ways else ()

    def programs(self, year: int) -> tuple[RunLine, ...]:
        """Return the programs smart city about which anything was said for a year, as planned and run."""
        return tuple(
            self._line(item.id, item.name, item.dimension, item.opd_name, self._monitors[item.id, year])
            for item in self._initiatives
            if (item.id, year) in self._monitors
        )

    def quickwins(self, year: int) -> tuple[RunLine, ...]:
        """Return the quick wins about which anything was said for a year, as planned and run."""
        names = {item.id: item.called for item in opds(self._db)}
        codes = {item.id: item.code for item in dimensions(self._db)}
        found = []
        for line in self._board.lines:
            item = line.candidate
            rows = (item.id, self._sheets[item.id].id if item.id in self._sheets else NO_ROW)
            kept = next((self._monitors[row, year] for row in rows if (row, year) in self._monitors), None)
            if kept is not None and item.decision == CHOSEN:
                told = codes.get(item.dimension, ""), names.get(item.opd, "")
                found.append(self._line(item.id, item.name, *told, kept))
        return tuple(found)

    # What is read once

    @cached_property
    def _monitors(self) -> dict[tuple[RowId, int], _Monitor]:
        return {(item.subject, item.year or 0): item for item in fetch(self._db, _Monitor, "monitor")}

    @cached_property
    def _initiatives(self) -> list[PlanInitiative]:
        gone = {item.id for item in fetch(self._db, _Retired, "initiative") if item.retired}
        return [item for item in initiatives(self._db) if item.id not in gone]

    @cached_property
    def _sheets(self) -> dict[RowId, _Sheet]:
        return {item.candidate: item for item in fetch(self._db, _Sheet, "quickwin")}

    @cached_property
    def _board(self) -> Board:
        return board(self._db)

    @cached_property
    def _papers(self) -> list[Document]:
        return [item for item in documents(self._db) if item.status != WITHDRAWN]

    @staticmethod
    def _line(row: RowId, name: str, dimension: str, opd: str, kept: _Monitor) -> RunLine:
        evidence = " ".join(kept.evidence.split())
        return RunLine(row, name, dimension, opd, kept.planned, kept.state, kept.progress, evidence)

    # What is told

    def _rules(self, words: Collection[str], kinds: Iterable[str]) -> list[str]:
        """Return the rules of the region whose title speaks of it, and the duty to make one."""
        titles = [(item, " ".join(item.title.split())) for item in self._papers if item.kind in _RULES]
        found = [
            f"Daftar dokumen: {f'{numbered(item)} {title}'.strip()}"
            for item, title in titles
            if _speaks(title, _ABOUT) and _speaks(title, words)
        ]
        return [*found, *self._duties(kinds)]

    def _duties(self, kinds: Iterable[str]) -> list[str]:
        """Return how the duties of these kinds stand that belong to the year, or to no year."""
        wanted = frozenset(kinds)
        meant = [
            item
            for item in fetch(self._db, Duty, "duty")
            if item.kind in wanted and not item.retired and item.years in {"", str(self._year)}
        ]
        if not meant:
            return []
        done = sum(1 for item in meant if item.state == _DONE)
        return [f"Tindak lanjut masterplan: {number(done)} dari {number(len(meant))} selesai"]

    def _ran(self, lines: Iterable[RunLine], what: str, year: int, code: str = "") -> list[str]:
        meant = [item for item in lines if not code or item.dimension == self._code(code)]
        planned = [item for item in meant if item.planned]
        run = [item for item in meant if item.state in RUN]
        if not meant:
            return self._counted(code) if what == "Program" else []
        if not planned:
            return [f"{what} berjalan tahun {year}: {number(len(run))}"]
        inside = sum(1 for item in planned if item.state in RUN)
        told = [
            f"{what} berjalan tahun {year}: {number(inside)} dari {number(len(planned))} yang direncanakan"
        ]
        beside = len(run) - inside
        return told + ([f"Berjalan di luar rencana: {number(beside)}"] if beside else [])

    def _counted(self, code: str) -> list[str]:
        """Return how many programs stand in the masterplan where nobody watches over them yet."""
        meant = [item for item in self._initiatives if not code or item.dimension == self._code(code)]
        return [f"Program Smart City dalam masterplan: {number(len(meant))}"] if meant else []

    def _code(self, usual: str) -> str:
        """Return the code by which this event calls a dimension of the usual set."""
        return self._codes.get(usual, "")

    def _chosen(self) -> list[str]:
        chosen = [line.candidate for line in self._board.lines if line.candidate.decision == CHOSEN]
        own = [item for item in chosen if item.decided_on[:4] == str(self._year)]
        told = [f"Quick win ditetapkan tahun {self._year}: {number(len(own))}"] if own else []
        return [*told, f"Quick win terpilih seluruhnya: {number(len(chosen))}"] if chosen else []

    def _actions(self, head: str) -> list[str]:
        meant = [
            item
            for item in fetch(self._db, _Action, "action")
            if item.text.strip() and (not head or item.head == head)
        ]
        if not meant:
            return []
        begun = sum(1 for item in meant if item.state in _BEGUN)
        what = f"Aksi {_HEADS[head]}" if head else "Rencana aksi"
        return [f"{what} sedang berjalan atau selesai: {number(begun)} dari {number(len(meant))}"]

    def _agencies(self) -> list[str]:
        known = programs(self._db)
        read = {item.opd for item in known}
        relevant = {item.opd for item in known if item.is_relevant}
        if not read:
            return []
        told = self._say("OPD dengan program relevan di Renstra: {count} dari {all} OPD yang terbaca")
        return [told.format(count=number(len(relevant)), all=number(len(read)))]

    def _funded(self, fund: str) -> list[str]:
        """Return how many programs name the budget as a source of money, or another one."""
        named = parts(self._db, "initiative", "fund", [item.id for item in self._initiatives])
        if not named:
            return []
        meant = [found for found in named.values() if (fund in found if fund else set(found) - {_APBD})]
        what = "APBD" if fund else "di luar APBD"
        return [
            f"Program dengan sumber dana {what}: {number(len(meant))} dari {number(len(self._initiatives))}"
        ]

    def _criterion(self, code: str) -> list[str]:
        """Return the mean that assessors gave the chosen quick wins for one criterion."""
        rows = [item.id for item in self._board.criteria if item.code == code]
        means = [
            mean
            for line in self._board.lines
            if line.candidate.decision == CHOSEN
            for row, cell in line.cells.items()
            if row in rows and (mean := cell.mean) is not None
        ]
        if not means:
            return []
        whole = sum(means, Fraction(0)) / len(means)
        return [f"Rata-rata {self._board.code} dari {number(len(means))} quick win terpilih: {shown(whole)}"]

    def _mitigated(self) -> list[str]:
        chosen = [line.candidate.id for line in self._board.lines if line.candidate.decision == CHOSEN]
        told = [row for row in chosen if row in self._sheets and self._sheets[row].mitigation.strip()]
        if not told:
            return []
        return [f"Quick win dengan rencana mitigasi: {number(len(told))} dari {number(len(chosen))}"]


def _speaks(title: str, words: Iterable[str]) -> bool:
    return any(word in title.casefold() for word in words)
