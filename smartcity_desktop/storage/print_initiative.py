"""The list of programs smart city, a sheet for each, and what each agency still owes, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.choice_words import choice_word
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative import Initiative, InitiativeBoard
from smartcity_desktop.domain.paper_initiative import (
    BY_OPD,
    LIST,
    OWED,
    SHEET,
    OwedPaper,
    SheetWords,
    list_paper,
    owed_papers,
    sheet_paper,
)
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, file_name
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.heir import INITIATIVE
from smartcity_desktop.storage.initiative import board, sources
from smartcity_desktop.storage.initiative_card import choices
from smartcity_desktop.storage.party import party_of
from smartcity_desktop.storage.worksheet import sheets, worksheets

_LINKED: Final = ("point", "issue", "strategy", "document", "after")
_NEW: Final = "Usulan baru, bukan dari program Renstra"
_NOTHING: Final = "Belum ada Program Smart City."
_ALL_WHOLE: Final = "Semua Program Smart City sudah lengkap."


def _list(work: Gathering, ask: PrintAsk) -> PrintJob:
    picture = list_paper(board(work.db), work.words.say, by_opd=ask.choice == BY_OPD)
    return PrintJob(LIST, picture.title, work.frame(None, ""), picture=picture)


def _owed(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather a page for each agency that owes something; without any it is one that says so."""
    known = board(work.db)
    found = owed_papers(known, work.words.say, ask.opd or "")
    frame, title = work.frame(None, ""), work.words.say("Kekurangan program per OPD")
    if not found:
        picture = OwedPaper(told=_ALL_WHOLE if known.used else _NOTHING)
        return PrintJob(OWED, title, frame, picture=picture)
    jobs = tuple(PrintJob(OWED, file_name(OWED, item.name), frame, picture=item) for item in found)
    return jobs[0] if len(jobs) == 1 else PrintJob(OWED, title, frame, jobs=jobs)


def _sheets(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the sheet of one program, of the programs of one agency, or of all."""
    known = board(work.db)
    wanted = [item for item in known.used if not ask.opd or ask.opd in {item.opd, item.id}]
    one = known.item(ask.opd or "")
    named = _Naming(work, known)
    frame = work.frame(None, "")
    jobs = tuple(
        PrintJob(
            SHEET,
            file_name(SHEET, item.called),
            frame,
            picture=sheet_paper(known, item, named.words(item), work.words.say),
        )
        for item in ([one] if one else wanted)
    )
    if len(jobs) == 1:
        return jobs[0]
    title = "Lembar Program Smart City"
    if not jobs:
        return PrintJob(SHEET, title, frame, picture=OwedPaper(told=_NOTHING))
    return PrintJob(SHEET, title, frame, jobs=jobs)


class _Naming:
    """What the rows that programs name are called, read once for all of them."""

    def __init__(self, work: Gathering, known: InitiativeBoard) -> None:
        self._offers = choices(work.store, list(known.items))
        self._names = {
            name: {one.value: one.label for one in self._offers.get(name, ())}
            for name in (*_LINKED, "support")
        }
        self._sources = sources(work.db)
        self._where = _places(work)

    def words(self, item: Initiative) -> SheetWords:
        """Return what one program names."""

        def named(name: str) -> tuple[str, ...]:
            known = self._names[name]
            rows: tuple[RowId, ...] = getattr(item, name)
            return tuple(known[row] for row in rows if row in known)

        origin = tuple(self._sources[row] for row in item.lines if row in self._sources)
        return SheetWords(
            {name: named(name) for name in _LINKED},
            named("support"),
            tuple(choice_word(INITIATIVE, "partner_element", one) for one in item.partner_element),
            tuple(choice_word(INITIATIVE, "innovation", one) for one in item.innovation),
            choice_word(INITIATIVE, "evidence_grade", item.evidence_grade) if item.evidence_grade else "",
            origin or (_NEW,),
            self._where.get(item.sheet, ""),
        )


def _places(work: Gathering) -> dict[RowId, str]:
    """Return worksheet and party of every sheet on which programs are written, in words."""
    known = {item.id: item for item in worksheets(work.db) if item.target == INITIATIVE}
    return {
        one.id: f"{known[one.worksheet].code} · {party_of(work.db, known[one.worksheet], one.party).called}"
        for one in sheets(work.db)
        if one.worksheet in known and one.party != NO_ROW
    }


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    LIST: _list,
    SHEET: _sheets,
    OWED: _owed,
}
