"""Homework sheets, reminders and relay sheets, gathered: one for each agency or other addressee."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, NamedTuple

from smartcity_desktop.domain import paper_homework as paper
from smartcity_desktop.domain.attendance import CAME, SENT, presences
from smartcity_desktop.domain.homework import Homework, Since, by_party
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_request import days_words, head_of
from smartcity_desktop.domain.people import Attendance, Person
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, file_name, kind_of
from smartcity_desktop.domain.wording import day_of, label, number, stage_name
from smartcity_desktop.domain.worksheet import BY_OPD, SheetPlace
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage.answers import rows_under
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.homework import Addressees, homework, since
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.origin import kinds, links, wholes
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.print_stage import days_of, meant_stage
from smartcity_desktop.storage.sheet_place import places
from smartcity_desktop.storage.worksheet import sheets

_FOLLOW_UP: Final = "tindak_lanjut"
_PROMISE: Final = "promise"
_DONE: Final = "selesai"


def _jobs(kind: str, work: Gathering, stage: Stage | None, pictures: Sequence[object]) -> PrintJob:
    """Return one print for each picture; where there is none, a page that says so."""
    frame = work.frame(stage, "")
    jobs = tuple(
        PrintJob(kind, file_name(kind, str(getattr(item, "called", ""))), frame, picture=item)
        for item in pictures
    )
    if len(jobs) == 1:
        return jobs[0]
    found = kind_of(kind)
    return PrintJob(kind, work.words.say(found.title if found else kind), frame, jobs=jobs)


def _meant(work: Gathering, ask: PrintAsk) -> list[Opd]:
    return [item for item in work.opds if not ask.opd or item.id == ask.opd]


# What is owed ----------------------------------------------------------------------------------------------


def _papers(kind: str, work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the homework of every agency, then of who else has any; reminders only of what is open."""
    reminder = kind == paper.REMINDER
    stage = meant_stage(work, ask)
    by_opd = _by_opd(work, open_only=reminder)
    others = Addressees(work.db)
    named: dict[str, list[Homework]] = {}
    for item in () if ask.opd else by_opd.get(NO_ROW, ()):
        named.setdefault(others.of(item), []).append(item)
    whose = [
        (_To(agency.id, agency.called, agency.name, head_of(agency)), by_opd[agency.id])
        for agency in _meant(work, ask)
        if by_opd.get(agency.id)
    ]
    whose += [(_To(NO_ROW, name, name, others.office(name)), named[name]) for name in sorted(named)]
    pictures = [_paper(work, to, own, stage, reminder=reminder) for to, own in whose]
    return _jobs(kind, work, stage, pictures)


class _To(NamedTuple):
    """To whom a paper goes: the agency (none for anybody else), short and full name, and the addressee."""

    opd: RowId
    called: str
    name: str
    to: str


def _by_opd(work: Gathering, *, open_only: bool) -> dict[RowId, list[Homework]]:
    found: dict[RowId, list[Homework]] = {}
    for item in homework(work.db):
        if not (open_only and item.is_done):
            found.setdefault(item.opd, []).append(item)
    return {
        row: sorted(own, key=lambda item: (item.is_done, not item.due, item.due, item.pos))
        for row, own in found.items()
    }


def _paper(
    work: Gathering, whose: _To, own: Sequence[Homework], stage: Stage | None, *, reminder: bool
) -> paper.HomeworkPaper:
    today = work.store.now().date()
    days = [day for item in own if (day := day_of(item.due)) and not item.is_done]
    given = [item for item in work.stages if item.id in {one.stage for one in own}]
    last = max(given, key=lambda item: item.number or 0, default=stage)
    signers = work.signers(paper.REMINDER if reminder else paper.SHEET)
    return paper.HomeworkPaper(
        opd=whose.opd,
        called=whose.called,
        name=whose.name,
        to=whose.to,
        about=_about(work, last),
        host=work.workshop.agency or "panitia",
        lines=_lines(work, own),
        rows=tuple(item.id for item in own if not item.is_done),
        due=max(days, default=None),
        day=today,
        reminder=reminder,
        signer=next((replace(item, heading="") for item in signers), None),
    )


def _about(work: Gathering, stage: Stage | None) -> str:
    name = f"Tahap {stage_name(stage.number or 0)}" if stage else ""
    return " ".join(filter(None, (work.workshop.title or "Bimtek", name)))


def _lines(work: Gathering, own: Sequence[Homework]) -> tuple[paper.HomeworkLine, ...]:
    today = work.store.now().date()
    code_of = {item.id: item.code for item in work.worksheets}
    sheet_of = {item.id: f"{code_of.get(item.worksheet, '')} · {item.number}" for item in sheets(work.db)}
    return tuple(paper.line_of(item, sheet_of.get(item.sheet, ""), today) for item in own)


# The relay sheet -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stock:
    """What is read once for all relay sheets."""

    stage: Stage | None
    people: Sequence[Person]
    marks: Sequence[Attendance]
    homework: Mapping[RowId, Sequence[Homework]]
    notes: Sequence[Note]
    promises: Mapping[RowId, Sequence[paper.Promise]]
    places: Mapping[RowId, Sequence[tuple[str, SheetPlace]]]
    since: Since
    used: Mapping[RowId, Counter[str]]


def _relay(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the relay sheet of one agency, or of all."""
    stock = _stock(work, meant_stage(work, ask))
    pictures = [_relay_of(work, stock, agency) for agency in _meant(work, ask)]
    return _jobs(paper.RELAY, work, stock.stage, pictures)


def _stock(work: Gathering, stage: Stage | None) -> _Stock:
    return _Stock(
        stage,
        people(work.db),
        attendances(work.db),
        _by_opd(work, open_only=True),
        notes(work.db),
        _promises(work),
        _places(work),
        since(work.store, stage.number or 0) if stage else Since(),
        _used(work),
    )


def _relay_of(work: Gathering, stock: _Stock, agency: Opd) -> paper.RelayPaper:
    stage = stock.stage
    days = days_of(work, stage) if stage else ()
    return paper.RelayPaper(
        opd=agency.id,
        called=agency.called,
        name=agency.name,
        stage=f"Tahap {stage_name(stage.number or 0)}" if stage else "",
        when=days_words(days),
        place=stage.place if stage else "",
        came=_came(work, stock, agency),
        owed=_lines(work, stock.homework.get(agency.id, ())),
        promised=(*_follow_ups(work, stock.notes, agency), *stock.promises.get(agency.id, ())),
        achieved=_achieved(stock, agency),
        used=tuple(f"{number(count)} {words}" for words, count in stock.used.get(agency.id, {}).items()),
        since=f"Tahap {stage_name(stock.since.stage)}" if stock.since.is_over else "",
    )


def _came(work: Gathering, stock: _Stock, agency: Opd) -> tuple[paper.Came, ...]:
    """Return who came in the stages that have begun, deputies under their own names."""
    own = [item for item in stock.people if item.opd == agency.id]
    today = work.store.now().date().isoformat()
    found: list[paper.Came] = []
    for stage in work.stages:
        ahead = stock.stage is not None and (stage.number or 0) > (stock.stage.number or 0)
        days = [] if ahead else [day for day in days_of(work, stage) if day <= today]
        if not days:
            continue
        count: Counter[str] = Counter()
        for day in days:
            for item in presences(own, stock.marks, [agency], day=day):
                if item.state == CAME:
                    count[item.person.name] += 1
                elif item.state == SENT:
                    name = item.deputy or "tanpa nama"
                    count[f"{name}, mewakili {item.person.name}"] += 1
        if not count and stage == stock.stage:
            continue
        name = f"Tahap {stage_name(stage.number or 0)}"
        found.append(paper.Came(name, days_words(days), paper.days_told(count.most_common())))
    return tuple(found)


def _follow_ups(work: Gathering, known: Sequence[Note], agency: Opd) -> list[paper.Promise]:
    today = work.store.now().date()
    own = [item for item in known if item.kind == _FOLLOW_UP and item.state != _DONE and _is_of(item, agency)]
    own.sort(key=lambda item: (not item.due, item.due))
    return [
        paper.Promise(
            item.text,
            "Tindak lanjut",
            day_of(item.due),
            label("state", item.state or "belum"),
            bool((day := day_of(item.due)) and day < today),
        )
        for item in own
    ]


def _is_of(item: Note, agency: Opd) -> bool:
    return item.owner_opd == agency.id or (item.opd == agency.id and item.owner_opd == NO_ROW)


def _promises(work: Gathering) -> dict[RowId, list[paper.Promise]]:
    """Return the commitments of every agency that are not fulfilled."""
    today = work.store.now().date()
    opd_of = {item.id: item.opd for item in sheets(work.db) if item.opd}
    found: dict[RowId, list[paper.Promise]] = {}
    under = rows_under(work.db, _PROMISE, opd_of)
    said = wholes(work.db, _PROMISE, [row for rows in under.values() for row in rows])
    for sheet, rows in under.items():
        for item in (said[row] for row in rows):
            day = day_of(item.text_of("due"))
            if item.text_of("text") and item.text_of("state") != _DONE:
                state = label("state", item.text_of("state") or "belum")
                promise = paper.Promise(
                    item.text_of("text"), "Komitmen", day, state, bool(day and day < today)
                )
                found.setdefault(opd_of[sheet], []).append(promise)
    return found


def _places(work: Gathering) -> dict[RowId, list[tuple[str, SheetPlace]]]:
    known = [item for item in work.worksheets if item.filled_by == BY_OPD and not item.retired]
    found: dict[RowId, list[tuple[str, SheetPlace]]] = {}
    for row, own in places(work.store, known).items():
        item = next(one for one in known if one.id == row)
        for place in own:
            found.setdefault(place.party, []).append((f"{item.code} {item.title}", place))
    return found


def _achieved(stock: _Stock, agency: Opd) -> tuple[paper.Achieved, ...]:
    grown = {item.worksheet: item.before for item in by_party(stock.since.growth, agency.id)}
    return tuple(
        paper.Achieved(
            title,
            place.done,
            place.total,
            grown.get(place.worksheet),
            label("status", place.status),
        )
        for title, place in stock.places.get(agency.id, ())
        if place.done or place.status != "belum"
    )


_USED: Final = {
    "initiative": "menjadi usulan program smart city",
    "candidate": "menjadi kandidat quick win",
    "strategy": "dipakai dalam strategi TOWS",
    "idea": "menjadi kata kunci visi",
}


def _used(work: Gathering) -> dict[RowId, Counter[str]]:
    """Return by agency what became of its rows: how many went into merged ones, programs, candidates."""
    of_sheet = {item.id: item for item in sheets(work.db)}
    known = links(work.db)
    sheet_of = _sheets_of(work, {link.source for link in known})
    found: dict[RowId, Counter[str]] = {}
    for link in known:
        source, target = of_sheet.get(sheet_of.get(link.source, NO_ROW)), of_sheet.get(link.sheet)
        if source is None or target is None or not source.opd:
            continue
        merged = source.worksheet == target.worksheet
        words = "isian masuk gabungan dimensi" if merged else f"isian {_USED.get(link.ent, '')}"
        if merged or link.ent in _USED:
            found.setdefault(source.opd, Counter())[work.words.say(words)] += 1
    return found


def _sheets_of(work: Gathering, rows: set[RowId]) -> dict[RowId, RowId]:
    by_ent: dict[str, list[RowId]] = {}
    for row, ent in kinds(work.db, rows).items():
        by_ent.setdefault(ent, []).append(row)
    return {
        row: item.sheet
        for ent, own in by_ent.items()
        for row, item in wholes(work.db, ent, own).items()
        if item.sheet
    }


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    paper.SHEET: partial(_papers, paper.SHEET),
    paper.REMINDER: partial(_papers, paper.REMINDER),
    paper.RELAY: _relay,
}
