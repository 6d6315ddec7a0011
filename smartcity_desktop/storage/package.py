"""What a hand-over bundle is made of, read from one file at one moment."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop import __version__
from smartcity_desktop.domain.book import tree
from smartcity_desktop.domain.book_told import told as told_text
from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.package import (
    ABOUT_PRESENCE,
    Bundle,
    Left,
    PackageWish,
    chosen_of,
    handed,
)
from smartcity_desktop.domain.paper_book import choice_of
from smartcity_desktop.domain.paper_stage_copy import SINCE
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, PrintKind
from smartcity_desktop.domain.print_word import takes_word
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import day_of, label, long_date, sentence, stage_name
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.errors import UserFault
from smartcity_desktop.paths import safe_name
from smartcity_desktop.storage import attachment, rows
from smartcity_desktop.storage.book import books, chapters
from smartcity_desktop.storage.data_table import data_tables
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.group import groupings
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.photo import photos
from smartcity_desktop.storage.print_families import GATHER
from smartcity_desktop.storage.print_stage import days_of
from smartcity_desktop.storage.session import sessions
from smartcity_desktop.storage.stage_copy import copies
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.vision import texts

BOOK_FAMILY: Final = "book"
"""The family of prints of which there is one for each book."""
_LONGEST: Final = 70
"""Letters of the name of a print: there is room for a number behind it."""
_NOTHING: Final = "belum ada isinya"
_ATTENDED: Final = "SELECT DISTINCT date FROM attendance WHERE alive = 1"


def bundle(store: Store, wish: PackageWish, told: Callable[[str], None]) -> Bundle:
    """Return everything of a bundle as values; the file is not needed afterwards. Slow: seconds.

    ``told`` hears the title of each kind of print before it is gathered; what it raises ends the work.
    """
    work = Gathering(store, None)
    jobs, left = _jobs(work, wish, told)
    return Bundle(
        title=work.workshop.title,
        region=work.workshop.region_name,
        made_at=store.now(),
        version=__version__,
        wish=wish,
        jobs=tuple(jobs),
        tables=tuple(data_tables(store.db, work.words, personal=wish.personal)) if wish.tables else (),
        texts=tuple(_texts(work)),
        photos=tuple(_photos(store)) if wish.photos and wish.personal else (),
        left=tuple(left),
        rows=sum(rows.count(store.db, ent) for ent in CATALOG),
    )


def _jobs(
    work: Gathering, wish: PackageWish, told: Callable[[str], None]
) -> tuple[list[PrintJob], list[Left]]:
    """Return every print that has something to say, and what has not, told once a kind."""
    made: list[PrintJob] = []
    left: list[Left] = []
    for kind in handed(personal=wish.personal):
        if not wish.prints and not (wish.words and takes_word(kind.key)):
            continue
        found, faults = [], []
        told(work.words.say(kind.title))
        for ask in _asks(work, kind):
            try:
                found.append(_named(GATHER[kind.key](Gathering(work.store, ask.paper), ask), work, ask))
            except UserFault as fault:
                faults.append(sentence(fault, work.words.say))
        made += found
        if not found:
            left.append(Left(work.words.say(kind.title), faults[0] if faults else f"{_NOTHING}."))
    return made, left


def _named(job: PrintJob, work: Gathering, ask: PrintAsk) -> PrintJob:
    """Return a print whose name tells its day or stage, as there is one of each."""
    if ask.day and ask.day not in job.name:
        return replace(job, name=f"{job.name} {ask.day}")
    stage = work.stage(row=ask.stage) if ask.stage and not ask.day and not ask.session else None
    roman = f"Tahap {stage_name(stage.number or 0)}" if stage else ""
    return job if not roman or "Tahap" in job.name else replace(job, name=f"{job.name} {roman}")


def _asks(work: Gathering, kind: PrintKind) -> Iterator[PrintAsk]:
    """Yield what a print is asked about: once, or once for each stage, day, session or division so far."""
    if kind.key in ABOUT_PRESENCE:
        attended = {day for (day,) in work.db.conn.execute(_ATTENDED).fetchall()}
        found = [(stage.id, day) for stage in work.stages for day in days_of(work, stage) if day in attended]
        yield from (PrintAsk(stage=stage, day=day, choice=chosen_of(kind)) for stage, day in found)
    elif kind.key == SINCE:
        ended = {item.stage for item in copies(work.db)}
        yield from (PrintAsk(stage=item.id) for item in work.stages if item.id in ended)
    elif kind.family == BOOK_FAMILY:
        yield from (PrintAsk(choice=choice_of(item.id, draft=False)) for item in books(work.db))
    elif kind.needs in _NEEDS:
        yield from _NEEDS[kind.needs](work)
    else:
        yield PrintAsk(choice=chosen_of(kind))


def _by_stage(work: Gathering) -> Iterator[PrintAsk]:
    yield from (PrintAsk(stage=item.id) for item in _held(work))


def _by_day(work: Gathering) -> Iterator[PrintAsk]:
    for stage in _held(work):
        yield from (PrintAsk(stage=stage.id, day=day) for day in days_of(work, stage))


def _by_session(work: Gathering) -> Iterator[PrintAsk]:
    yield from (PrintAsk(session=item.id, stage=item.stage) for item in _begun(work))


def _by_grouping(work: Gathering) -> Iterator[PrintAsk]:
    for stage in work.stages:
        found = groupings(work.db, stage.id)
        yield from (PrintAsk(stage=stage.id, grouping=item.id) for item in found)


def _by_worksheet(work: Gathering) -> Iterator[PrintAsk]:
    yield from (PrintAsk(worksheet=item.id) for item in work.worksheets)


_NEEDS: Final[Mapping[str, Callable[[Gathering], Iterator[PrintAsk]]]] = {
    "stage": _by_stage,
    "day": _by_day,
    "session": _by_session,
    "grouping": _by_grouping,
    "worksheet": _by_worksheet,
}
"""What a print is asked about, by what its kind needs."""


def _begun(work: Gathering) -> list[Session]:
    """Return the sessions at which something was done: a worksheet, or notes."""
    noted = {item.session for item in notes(work.db)}
    found = [item for item in sessions(work.db) if item.started_at]
    return [item for item in found if item.worksheet or item.id in noted]


def _held(work: Gathering) -> list[Stage]:
    """Return the stages that have begun, or all where none has."""
    begun = {item.stage for item in sessions(work.db) if item.started_at}
    return [item for item in work.stages if item.id in begun] or work.stages


def _texts(work: Gathering) -> Iterator[tuple[str, str]]:
    for book in books(work.db):
        nodes = tree(chapters(work.db, book.id))
        told = [f"{item.called}\n\n{told_text(item.chapter.text)}".rstrip() for item in nodes]
        if any(item.chapter.text for item in nodes):
            yield book.called, "\n\n\n".join([book.called, *told])
    adopted = [item for item in texts(work.db) if not item.adoption and not item.retired]
    if adopted:
        yield "Visi dan misi", "\n".join(f"{item.kind.capitalize()}: {item.text}" for item in adopted)
    found = list(_noted(work))
    if found:
        yield "Catatan", "\n".join(found)


def _noted(work: Gathering) -> Iterator[str]:
    """Yield the notes by session, each with its kind, owner and date."""
    of = {item.id: item for item in sessions(work.db)}
    before = None
    for item in notes(work.db):
        if item.session != before:
            before = item.session
            session = of.get(item.session)
            yield ""
            yield f"{long_date(day_of(session.date))} · {session.title}" if session else "Di luar sesi"
        due = f", tenggat {long_date(day_of(item.due))}" if item.due else ""
        owner = f" ({item.owner}{due})" if item.owner or due else ""
        yield f"- {label('note', item.kind)}: {item.text}{owner}"


def _photos(store: Store) -> Iterator[tuple[str, bytes]]:
    for session in sessions(store.db):
        for number, item in enumerate(photos(store.db, session.id), start=1):
            kept = attachment.get(store.db, item.picture)
            if kept is not None:
                ending = kept.kind.rpartition("/")[2].replace("jpeg", "jpg")
                yield f"{session.date} {session.title[:40].strip()} {number}.{ending}", kept.content


def renamed(jobs: tuple[PrintJob, ...]) -> tuple[PrintJob, ...]:
    """Return prints of which no two get the same name of a file."""
    taken: set[str] = set()
    told = []
    for job in jobs:
        base = safe_name(job.name, limit=_LONGEST)
        name, number = base, 2
        while name.casefold() in taken:
            name, number = f"{base} ({number})", number + 1
        taken.add(name.casefold())
        told.append(replace(job, name=name))
    return tuple(told)
