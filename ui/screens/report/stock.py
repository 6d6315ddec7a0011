"""What Cetak reads from the file before it offers anything, and what there is to choose from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_recap import RECAP_DIMENSION
from smartcity_desktop.domain.paper_request import host_of
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.print_job import BLANK, PrintKind
from smartcity_desktop.domain.print_trace import printed_people
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.worksheet import (
    BY_ASSESSOR,
    BY_DIMENSION,
    BY_GROUP,
    BY_OPD,
    BY_PART,
    FIXED,
    FREE,
    PLENARY,
    SheetPlace,
)
from ui.context import Services
from ui.models.prints import Stock, counted, day_words, is_unfinished, session_words, stage_words
from ui.translate import worded
from ui.widgets.print_choice import Offer, PrintChoice
from ui.widgets.print_people import Named

_NOT_BEGUN = "belum"
_EVERYONE = {
    BY_DIMENSION: "Semua dimensi ({count})",
    BY_GROUP: "Semua kelompok ({count})",
    BY_PART: "Semua bagian ({count})",
    BY_ASSESSOR: "Semua penilai ({count})",
    PLENARY: "Pleno",
}
_ALL = "Semua kertas kerja"
DAY = "day:"
"""Begins the answer that means a whole day where sessions are offered."""


def gather_stock(services: Services) -> Stock:
    """Return what stands in the file; runs on the data thread."""
    workshop = services.workshop.get()
    worksheets = services.worksheet.worksheets()
    places = services.worksheet.places_of(worksheets)
    by_opd = {item.id for item in worksheets if item.filled_by == BY_OPD}
    basis = services.workshop.basis()
    stages = services.workshop.stages()
    groupings = services.group.groupings()
    opds = services.opd.opds()
    called = {item.id: item.called for item in opds}
    rolls = {item.id: services.certificate.eligible(item.id) for item in stages}
    return Stock(
        paper=workshop.paper,
        opds=tuple(opds),
        places=tuple(_agencies(found for row, found in places.items() if row in by_opd)),
        worksheets=tuple(worksheets),
        groups={row: tuple(found) for row, found in places.items() if row not in by_opd},
        sessions=tuple(services.session.sessions()),
        running=services.session.running(),
        people=tuple((item.id, _named(item, called)) for item in services.people.people()),
        stages=tuple(stages),
        days={item.id: tuple(filter(None, services.agenda.days(item.id))) for item in stages},
        divisions=tuple((item.id, item.title or "Pembagian", item.stage) for item in groupings),
        tables={
            item.id: tuple((one.id, one.name or one.code) for one in services.group.groups(item.id))
            for item in groupings
        },
        history=tuple(services.print_log.history()),
        earned={
            stage: tuple((item.person, item.name) for item in roll.holders) for stage, roll in rolls.items()
        },
        waiting={stage: len(roll.waiting) for stage, roll in rolls.items()},
        doubled={stage: roll.doubled for stage, roll in rolls.items()},
        now=services.print_log.now(),
        zone=workshop.zone,
        signers=tuple(signer for signer, _ in services.workshop.signers()),
        signing=services.print_log.chosen_signers(),
        host=host.called if (host := host_of(opds, workshop)) else "",
        minutes=words_of(workshop).minutes_name,
        basis=len(basis),
        unfinished=sum(is_unfinished(item.text) for item in basis),
        kop=f"{workshop.kop_government}{workshop.kop_agency}",
    )


def _agencies(sheets: Iterable[Sequence[SheetPlace]]) -> list[SheetPlace]:
    """Return a place for each OPD: begun where any of its sheets is, required where any is."""
    found: dict[RowId, SheetPlace] = {}
    for item in (place for places in sheets for place in places):
        known = found.setdefault(item.party, item)
        begun = known.status if known.status != _NOT_BEGUN else item.status
        found[item.party] = replace(known, status=begun, required=known.required or item.required)
    return list(found.values())


def _named(person: Person, agencies: Mapping[RowId, str]) -> str:
    number = f"{person.number}. " if person.number else ""
    place = agencies.get(person.opd, "") or person.institution
    return f"{number}{person.name}" + (f" · {place}" if place else "")


def offers(stock: Stock, kind: PrintKind | None = None) -> list[Offer]:
    """Return all worksheets together, then each with those that have its sheets; retired ones stay out.

    The ``kind`` of print says whose it is where no worksheet is asked for.
    """
    opds = tuple((item.id, item.name) for item in stock.opds)
    found = [whole_offer(kind, stock)]
    for item in stock.worksheets:
        if item.retired:
            continue
        words = f"{item.code} {item.title}"
        groups = stock.groups.get(item.id)
        if groups is None:
            found.append(Offer(item.id, words, counted(stock.opds), opds))
            continue
        parties = tuple((place.party, _called(place)) for place in groups)
        everyone = worded(_EVERYONE.get(item.filled_by, "Semua ({count})")).format(count=len(parties))
        found.append(Offer(item.id, words, everyone, parties))
    return found


def _called(place: SheetPlace) -> str:
    return f"{place.short} {place.name}" if place.color else place.name


def whole_offer(kind: PrintKind | None, stock: Stock) -> Offer:
    """Return of whom a print is made that asks for no worksheet: of OPD, or of dimensions."""
    if kind is None or kind.key != RECAP_DIMENSION:
        opds = tuple((item.id, item.name) for item in stock.opds)
        return Offer("", _ALL, counted(stock.opds), opds)
    groups = (place for places in stock.groups.values() for place in places)
    known = {place.party: _called(place) for place in groups if place.kind == BY_DIMENSION}
    everyone = worded(_EVERYONE[BY_DIMENSION]).format(count=len(known))
    return Offer("", _ALL, everyone, tuple(known.items()))


def whose_words(kind: PrintKind) -> str:
    """Return what the question for whom a print is made is called."""
    of_dimensions = kind.key == RECAP_DIMENSION
    return worded("Dimensi yang dicetak") if of_dimensions else worded("OPD yang dicetak")


def offer(choice: PrintChoice, stock: Stock, kind: PrintKind | None = None) -> None:
    """Offer everything there is to choose from for the kind that is marked; what was chosen stays."""
    choice.show_worksheets(offers(stock, kind))
    choice.show_answers("stage", [(item.id, stage_words(item)) for item in stock.stages])
    days = {stage: _days(found) for stage, found in stock.days.items()}
    choice.show_parts("day", days)
    choice.show_answers("grouping", [(row, words) for row, words, _ in reversed(stock.divisions)])
    tables = {row: [("", f"Semua kelompok ({len(found)})"), *found] for row, found in stock.tables.items()}
    choice.show_parts("group", tables)


def offer_sessions(choice: PrintChoice, stock: Stock, *, days: bool) -> None:
    """Offer the sessions, the usual one first; with ``days`` whole days too, today or the next one first."""
    sessions = [(item.id, session_words(item)) for item in stock.in_order()]
    listed = [
        (f"{DAY}{day}", f"{day_words(number, day)} · {stage_words(stage)}")
        for stage in stock.stages
        for number, day in enumerate(stock.days.get(stage.id, ()), start=1)
    ]
    # The evening before nobody means the list of the last block.
    coming = min((item for item in listed if item[0] >= f"{DAY}{stock.today}"), default=None)
    held = stock.running is not None and coming is not None and coming[0] != f"{DAY}{stock.today}"
    first = [coming] if coming and not held else []
    others = [item for item in listed if item not in first]
    both = [*first, *sessions[:1], *others, *sessions[1:]]
    choice.show_sessions(both if days else sessions)


def ways_of(kind: PrintKind, choice: PrintChoice, stock: Stock) -> tuple[tuple[str, str], ...]:
    """Return the ways to make a print; blank sheets leave a choice where those of all OPD are alike."""
    if kind.key != BLANK:
        return kind.choices
    sheet = next((item for item in stock.worksheets if item.id == choice.of_worksheet), None)
    is_open = sheet is None or (sheet.filled_by == BY_OPD and sheet.rows_from in {FREE, FIXED})
    return kind.choices if is_open and not choice.opd.currentData() else ()


def _days(days: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(day, day_words(number, day)) for number, day in enumerate(days, start=1)]


def people_of(stock: Stock, kind: str, stage: str, *, earned: bool) -> list[Named]:
    """Return those who can have a card or a certificate, each with whether one was printed already."""
    printed = printed_people(stock.history, kind)
    known = stock.earned.get(stage, ()) if earned else stock.people
    seen: dict[str, str] = {}
    for row, words in known:
        seen[row] = f"{seen[row]}; {words}" if row in seen else words
    return [Named(row, words, row in printed) for row, words in seen.items()]
