"""The report read at the opening, and the list to sign for what was given, gathered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.attendance import presences
from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.paper_opening import CHAIR, OPENING, OpeningFacts, OpeningReport, proposal
from smartcity_desktop.domain.paper_receipt import RECEIPT_CHOICES, TRANSPORT, Receipt
from smartcity_desktop.domain.paper_request import days_words
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.people import Person, element_counts
from smartcity_desktop.domain.print_job import RECEIPT, PrintAsk, PrintJob, kind_of
from smartcity_desktop.domain.print_signer import CHAIR as CHAIR_WORDS
from smartcity_desktop.domain.report import AttendanceRow, Signer
from smartcity_desktop.domain.session_report import blanks
from smartcity_desktop.domain.wording import day_of, label
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage import workshop as query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.group import groups
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.print_log import paper_texts
from smartcity_desktop.storage.print_stage import blocks_of, days_of, meant_day, meant_grouping, meant_stage

_SPEAKING: Final = ("Narasumber", "Tenaga Ahli")
_OFFICES: Final = frozenset({"tenaga ahli", "narasumber", "panitia", "moderator"})
"""What stands in the place of a speaker where no name is known."""


def _opening(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the report of the committee's head for a stage: the proposal, or what was written instead."""
    stage = meant_stage(work, ask)
    row = stage.id if stage else ask.stage
    own = next(
        (
            item.text
            for item in paper_texts(work.db)
            if (item.kind, item.stage, item.date) == (OPENING, row, "")
        ),
        "",
    )
    passage = Passage(OPENING, "Isi laporan", proposal(_facts(work, ask, stage), work.words), row, text=own)
    day = day_of(stage.date_start) if stage else None
    report = OpeningReport(
        title=(stage.title if stage else "") or work.workshop.title,
        text=passage.shown,
        year=(day or work.store.now().date()).year,
        signer=_chair(work.signers(OPENING, ask.signer)),
    )
    found = kind_of(OPENING)
    return PrintJob(
        OPENING,
        found.title if found else OPENING,
        work.frame(stage, ""),
        picture=report,
        passages=(passage,),
    )


def _chair(signers: Sequence[Signer]) -> Signer | None:
    """Return who reads the report: the chair of the committee, else the one who signs as such."""
    heads = [CHAIR_WORDS in item.position.casefold() for item in signers]
    return next(
        (
            replace(item, heading="" if is_head else CHAIR)
            for item, is_head in zip(signers, heads, strict=True)
        ),
        None,
    )


def _facts(work: Gathering, ask: PrintAsk, stage: Stage | None) -> OpeningFacts:
    everybody = people(work.db)
    counted = element_counts(everybody)
    division = meant_grouping(work, ask, stage)
    of_stage = division if division and stage and division.stage == stage.id else None
    return OpeningFacts(
        title=(stage.title if stage else "") or work.workshop.title,
        head=label("region_head", work.workshop.region_kind) if work.workshop.region_kind else "",
        region=bare_region(work),
        basis=tuple(blanks(item.text) for item in query.basis(work.db)),
        goal=stage.goal if stage else "",
        when=days_words(days_of(work, stage)),
        place=stage.place if stage else "",
        people=len(everybody),
        opds=len(work.opds),
        elements=tuple((label("element", item), counted[item]) for item in ELEMENTS),
        speakers=_speakers(work, stage, everybody),
        groups=tuple(item.name for item in groups(work.db, of_stage.id)) if of_stage else (),
    )


def bare_region(work: Gathering) -> str:
    """Return the name of the region without the kind that its head's office says already."""
    name = work.workshop.region_name
    for kind in ("Kabupaten ", "Kota ", "Provinsi "):
        name = name.removeprefix(kind)
    return name


def _speakers(work: Gathering, stage: Stage | None, everybody: list[Person]) -> tuple[str, ...]:
    """Return who speaks: participants who came to speak, then names in the agenda that are no offices."""
    known = [item.name for item in everybody if item.body in _SPEAKING]
    head = (label("region_head", work.workshop.region_kind), work.words.head)
    offices = _OFFICES | {text.casefold() for text in head}
    planned = [item.speaker.strip() for item in blocks_of(work, stage)]
    named = [name for name in planned if name and name.casefold() not in offices]
    return tuple(dict.fromkeys((*known, *named)))


def _receipt(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the list to sign for what was given: everybody expected, or with ``filled`` who was there."""
    stage = meant_stage(work, ask)
    day = meant_day(work, ask, stage)
    everybody = people(work.db)
    agencies = {item.id: item.name for item in work.opds}
    if ask.filled:
        known = presences(everybody, attendances(work.db, day), work.opds, day=day)
        rows = [
            AttendanceRow(item.deputy or item.person.name, opd=item.agency) for item in known if item.is_there
        ]
    else:
        rows = [
            AttendanceRow(item.name, opd=agencies.get(item.opd) or item.institution) for item in everybody
        ]
    what = dict(RECEIPT_CHOICES).get(ask.choice, "") if ask.choice else ""
    picture = Receipt(
        what=what,
        money=ask.choice in {"", TRANSPORT},
        title=(stage.title if stage else "") or work.workshop.title,
        day=day_of(day),
        place=stage.place_on(day) if stage else "",
        rows=tuple(rows),
    )
    name = f"Tanda terima {what.lower()}".strip()
    return PrintJob(RECEIPT, name, work.frame(stage, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    OPENING: _opening,
    RECEIPT: _receipt,
}
