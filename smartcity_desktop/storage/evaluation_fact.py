"""Queries: what the file knows about an item of the evaluation: true counts, or nothing."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.duty import Duty
from smartcity_desktop.domain.evaluation import RunLine, run_told, shown
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.monitor import KIND_WORDS, PROGRAM, QUICKWIN, Monitored
from smartcity_desktop.domain.quickwin_board import CHOSEN, Board
from smartcity_desktop.domain.register import WITHDRAWN, numbered
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.duty import duties
from smartcity_desktop.storage.initiative_facts import actions
from smartcity_desktop.storage.monitor import lines_of, subjects
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.plan_program import programs
from smartcity_desktop.storage.quickwin import board
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.store import Store
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
class _Sheet:
    candidate: RowId = NO_ROW
    id: RowId = NO_ROW
    mitigation: str = ""


class Facts:
    """What the file knows for one year; nothing is read before it is asked for."""

    def __init__(self, store: Store, year: int) -> None:
        """Look at a year."""
        self._store = store
        self._db = store.db
        self._year = year
        event = workshop(store.db)
        self._say = words_of(event).say
        self._codes = reference.equivalents(event.dimension_set)
        self._ways: Mapping[str, Callable[[str], list[str]]] = {
            "masterplan_rule": lambda _: self._rules(_MASTERPLAN, ("perkada",)),
            "rules": lambda _: self._rules(_ABOUT, ("perkada",)),
            "meetings": self._meetings,
            "council": lambda _: self._duties(("sk_dewan",)),
            "team": lambda _: self._duties(("sk_tim",)),
            "forum": lambda _: self._duties(("forum",)),
            "programs": lambda code: self._ran(PROGRAM, year, code),
            "programs_before": lambda _: self._ran(PROGRAM, year - 1),
            "quickwins_before": lambda _: self._ran(QUICKWIN, year - 1),
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
        """Return the programs smart city that were planned for a year or of which anything was told."""
        return self._lines(PROGRAM, year)

    def quickwins(self, year: int) -> tuple[RunLine, ...]:
        """Return the quick wins that were planned for a year or of which anything was told."""
        return self._lines(QUICKWIN, year)

    def _lines(self, kind: str, year: int) -> tuple[RunLine, ...]:
        names, codes = self._names
        followed = (item for item in self._followed if item.kind == kind)
        return tuple(
            RunLine(item, codes.get(item.subject.dimension, ""), names.get(item.subject.opd, ""))
            for item in lines_of(self._db, followed, year)
            if item.is_of_year
        )

    # What is read once

    @cached_property
    def _followed(self) -> tuple[Monitored, ...]:
        return subjects(self._store)

    @cached_property
    def _names(self) -> tuple[dict[RowId, str], dict[RowId, str]]:
        agencies = {item.id: item.called for item in opds(self._db)}
        return agencies, {item.id: item.code for item in dimensions(self._db)}

    @cached_property
    def _programs(self) -> tuple[Monitored, ...]:
        return tuple(item for item in self._followed if item.kind == PROGRAM)

    @cached_property
    def _sheets(self) -> dict[RowId, _Sheet]:
        return {item.candidate: item for item in fetch(self._db, _Sheet, "quickwin")}

    @cached_property
    def _board(self) -> Board:
        return board(self._db)

    @cached_property
    def _papers(self) -> list[Document]:
        return [item for item in documents(self._db) if item.status != WITHDRAWN]

    # What is told

    def _rules(self, words: Collection[str], kinds: Iterable[str]) -> list[str]:
        """Return the rules of the region whose title speaks of it, and the duty to make one."""
        titles = [
            (item, " ".join(item.title.split()))
            for item in self._papers
            if item.kind in _RULES and (item.year or self._year) <= self._year
        ]
        found = [
            f"Daftar dokumen: {f'{numbered(item)} {title}'.strip()}"
            for item, title in titles
            if _speaks(title, _ABOUT) and _speaks(title, words)
        ]
        return [*found, *self._duties(kinds)]

    def _meetings(self, whose: str) -> list[str]:
        """Return how the meetings of the council stand, or those of the managers with the agencies."""
        return self._duties(("rapat",), lambda item: _is_council(item) == (whose == "dewan"))

    def _duties(self, kinds: Iterable[str], fits: Callable[[Duty], bool] = bool) -> list[str]:
        """Return how the duties of these kinds stand that the year has to do with."""
        wanted = frozenset(kinds)
        meant = [
            item for item in duties(self._db) if item.kind in wanted and self._is_due(item) and fits(item)
        ]
        if not meant:
            return []
        done = sum(1 for item in meant if item.is_done)
        return [f"Tindak lanjut masterplan: {number(done)} dari {number(len(meant))} selesai"]

    def _is_due(self, item: Duty) -> bool:
        """Whether a duty is asked for in the year: a meeting in its own, what stands once from its day on."""
        if item.year:
            return item.year == self._year
        due = item.due[:4]
        return not due or (due == str(self._year) if item.kind == "rapat" else due <= str(self._year))

    def _ran(self, kind: str, year: int, code: str = "") -> list[str]:
        meant = [item for item in self._lines(kind, year) if not code or item.dimension == self._code(code)]
        if not meant:
            return self._counted(code) if kind == PROGRAM else []
        return [run_told(meant, KIND_WORDS[kind], year)]

    def _counted(self, code: str) -> list[str]:
        """Return how many programs stand in the masterplan where none is planned for the year."""
        codes = self._names[1]
        meant = [item for item in self._programs if not code or codes.get(item.dimension) == self._code(code)]
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
        meant = [item for item in actions(self._db) if item.text.strip() and (not head or item.head == head)]
        said = [item for item in meant if item.state]
        what = f"Aksi {_HEADS[head]}" if head else "Rencana aksi"
        if not said:
            return [f"{what}: {number(len(meant))}, keadaannya belum diisi"] if meant else []
        begun = sum(1 for item in said if item.state in _BEGUN)
        told = f"{what} sedang berjalan atau selesai: {number(begun)} dari {number(len(said))} dilaporkan"
        lacks = len(meant) - len(said)
        return [told + (f"; {number(lacks)} belum dilaporkan" if lacks else "")]

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
        named = parts(self._db, "initiative", "fund", [item.id for item in self._programs])
        said = [found for found in named.values() if found]
        if not said:
            return []
        meant = [found for found in said if (fund in found if fund else set(found) - {_APBD})]
        what = "APBD" if fund else "di luar APBD"
        told = f"Program dengan sumber dana {what}: {number(len(meant))} dari {number(len(said))} yang diisi"
        lacks = len(self._programs) - len(said)
        return [told + (f"; {number(lacks)} belum diisi" if lacks else "")]

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


def _is_council(item: Duty) -> bool:
    """Whether a meeting is one of the council: the ready-made one, or an own one that names it."""
    return item.code.startswith("rapat-dewan") or (not item.code and "dewan" in item.text.casefold())


def _speaks(title: str, words: Iterable[str]) -> bool:
    return any(word in title.casefold() for word in words)
