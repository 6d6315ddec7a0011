"""What the papers of an evening have in common: one day of a stage, its blocks, notes, people, and texts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from smartcity_desktop.domain.attendance import Presence, presences
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.report import FollowUp, NoteLine, PhotoPrint, Signer
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import day_of, label, plan_time, stage_name
from smartcity_desktop.storage import attachment
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import workshop as query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.photo import photos
from smartcity_desktop.storage.print_log import paper_texts
from smartcity_desktop.storage.print_stage import days_of, held_stage, meant_day


class DayScope:
    """One day of a stage as the evening looks back on it; what is not asked for is not read."""

    def __init__(self, work: Gathering, ask: PrintAsk) -> None:
        """Find the stage and the day that the print is about."""
        self.work = work
        self.stage = held_stage(work, ask)
        self.day = meant_day(work, ask, self.stage)

    @property
    def stage_row(self) -> RowId:
        """The row of the stage, empty where there is none."""
        return self.stage.id if self.stage else NO_ROW

    @property
    def stage_words(self) -> str:
        """Return ``Tahap II``, empty without a stage."""
        return f"Tahap {stage_name(self.stage.number or 0)}" if self.stage else ""

    @property
    def place(self) -> str:
        """Where the stage meets on this day."""
        return self.stage.place_on(self.day) if self.stage else ""

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The ISO days of the stage."""
        return days_of(self.work, self.stage)

    @property
    def number(self) -> int:
        """Which day of the stage it is, from 1."""
        return self.days.index(self.day) + 1 if self.day in self.days else 1

    @cached_property
    def blocks(self) -> list[Session]:
        """The blocks of the day in their order, left out ones too."""
        known = session_query.sessions(self.work.db, self.stage.id if self.stage else None)
        return [item for item in known if item.date == self.day]

    @cached_property
    def notes(self) -> list[Note]:
        """What was written down in the sessions of the day, and outside of any on that day."""
        held = {item.id for item in self.blocks}
        return [
            item
            for item in notes(self.work.db)
            if item.session in held or (not item.session and self.day and item.made_at[:10] == self.day)
        ]

    @cached_property
    def people(self) -> list[Person]:
        """Everybody who is expected."""
        return people(self.work.db)

    @cached_property
    def presences(self) -> tuple[Presence, ...]:
        """Who was there on this day."""
        return presences(self.people, attendances(self.work.db, self.day), self.work.opds, day=self.day)

    @cached_property
    def photos(self) -> tuple[PhotoPrint, ...]:
        """The photos of all sessions of the day; one without words is called by its session."""
        found = [(block, item) for block in self.blocks for item in photos(self.work.db, block.id)]
        kept = [(block, item, attachment.get(self.work.db, item.picture)) for block, item in found]
        return tuple(
            PhotoPrint(item.caption or block.title, file.content if file else None)
            for block, item, file in kept
        )

    def passage(self, key: str, title: str, proposal: str) -> Passage:
        """Return a passage of a paper of this day: the proposal, and what a person wrote in its place."""
        found = Passage(key, title, proposal, self.stage_row, self.day)
        own = next(
            (
                item.text
                for item in paper_texts(self.work.db)
                if (item.kind, item.stage, item.date) == (key, self.stage_row, self.day)
            ),
            "",
        )
        return replace(found, text=own)


def note_lines(work: Gathering, given: Sequence[Note], kind: str) -> tuple[NoteLine, ...]:
    """Return the notes of one kind as lines: text, time, and the agency that they are about."""
    called = {item.id: item.called for item in work.opds}
    return tuple(
        NoteLine(item.text, plan_time(item.made_at), called.get(item.opd, ""))
        for item in given
        if item.kind == kind
    )


def follow_ups(given: Sequence[Note]) -> tuple[FollowUp, ...]:
    """Return who is to do what by when."""
    return tuple(
        FollowUp(item.text, item.owner, day_of(item.due), label("state", item.state))
        for item in given
        if item.kind == "tindak_lanjut"
    )


def person_signers(work: Gathering, wanted: Sequence[tuple[str, RowId, str]]) -> tuple[Signer, ...]:
    """Return participants as those who sign: (heading, row, name where there is no row); a NIP in full."""
    known = {item.id: item for item in people(work.db)}
    numbers = query.identities(work.db, [row for _, row, _ in wanted if row])
    found = []
    for heading, row, name in wanted:
        person = known.get(row)
        nip = numbers[row].nip if person and row in numbers and work.workshop.keep_nip else ""
        rank = person.rank if person else ""
        found.append(Signer(heading, name=person.name if person else name, rank=rank, nip=nip))
    return tuple(found)
