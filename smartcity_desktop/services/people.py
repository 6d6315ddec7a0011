"""Participants: read from a list, typed, numbered; their NIP and phone only where the workshop keeps them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.attendance import presences
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Erase, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.people import (
    GOVERNMENT,
    Person,
    digits_of,
    missing_numbers,
    next_number,
)
from smartcity_desktop.domain.people_line import read_line
from smartcity_desktop.domain.people_list import (
    ADD,
    FILL,
    KEPT_APART,
    Candidate,
    Choice,
    Known,
    Reading,
    filling,
    read_list,
)
from smartcity_desktop.domain.people_opd import OpdNames
from smartcity_desktop.domain.people_record import (
    KeptNumbers,
    PersonalSettings,
    PersonRecord,
    as_json,
    as_text,
    erasing,
)
from smartcity_desktop.domain.people_sheet import Layout, PeopleFile, PeopleSheet
from smartcity_desktop.domain.people_words import guessed_element
from smartcity_desktop.domain.wording import clock_time, long_date
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.paths import replace_file
from smartcity_desktop.storage import people as query
from smartcity_desktop.storage import people_gone as gone_query
from smartcity_desktop.storage import people_record as record_query
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import identities

_FIELDS: Final = (
    *("name", "position", "opd", "institution", "body", "element", "rank"),
    *("gender", "access", "note", "walk_in"),
)
_TYPED: Final = ("name", "position", "opd")
"""What the parts of a typed line are."""


def read(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> PeopleFile:
    """Read a list of participants in a child process; nothing is stored. Slow: for the side pool.

    Raises UserFault with one of a handful of clear sentences where the file cannot be read.
    """
    from smartcity_desktop.exchange import people as reader

    return reader.read_file(path, cancelled=cancelled)


def read_pasted(text: str) -> PeopleFile:
    """Read a list from cells or lines copied out of a spreadsheet or a message."""
    from smartcity_desktop.exchange import people as reader

    return reader.read_pasted(text)


def save_record(text: str, target: Path) -> None:
    """Write what was told of one participant into a file, whole or not at all. For the side pool.

    Raises DiskFault ``file-not-written``.
    """
    try:
        replace_file(target, lambda path: path.write_bytes(text.encode("utf-8")))
    except OSError:
        raise DiskFault("file-not-written", name=target.name) from None


class PeopleService:
    """Keeps the list of participants; personal numbers stand apart and are off until somebody says why."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def people(self) -> list[Person]:
        """Return the participants in order."""
        return query.people(self._store.db)

    def person(self, row: RowId) -> Person | None:
        """Return one participant, None where he or she is gone."""
        return query.person(self._store.db, row)

    def numbers(self) -> dict[RowId, tuple[str, str]]:
        """Return NIP and phone of the participants, as far as the workshop keeps them."""
        kept = self.personal().settings
        if not kept.keeps:
            return {}
        found = identities(self._store.db, [item.id for item in self.people()])
        return {
            row: (item.nip if kept.keep_nip else "", item.phone if kept.keep_phone else "")
            for row, item in found.items()
        }

    # Adding ------------------------------------------------------------------------------------------------

    def add(self, people: Iterable[Person]) -> Changes:
        """Add participants in one act; ids, places in the list and missing numbers are made here."""
        births = self._births(list(people))
        return self._store.write(births, _added(len(births)))

    def tell(self, line: str, *, walk_in: bool = False) -> Candidate:
        """Return what a typed line (name; jabatan; OPD or institution) becomes, with every doubt.

        The parts after the name may be left out, or stand the other way round. Nothing is stored.
        """
        known = self.known()
        told = read_line(line, known.opds)
        sheet = PeopleSheet("", ((told.name, told.position, told.institution),))
        reading = read_list(sheet, Layout(0, 0, _TYPED, ("",) * len(_TYPED)), known)
        found = reading.candidates[0] if reading.candidates else Candidate(1, action="", actions=())
        return _as_walk_in(found) if walk_in else found

    def add_typed(self, line: str, *, walk_in: bool = False) -> tuple[RowId, Changes]:
        """Add the participant that a line names, whatever doubts there are; return the new row.

        ``walk_in`` came without being expected. Raises UserFault ``person-nameless`` where there is no name.
        """
        told = self.tell(line, walk_in=walk_in)
        if not told.person.name:
            raise UserFault("person-nameless")
        births = self._births([told.person])
        return births[0].row, self._store.write(births, _added(1))

    def known(self) -> Known:
        """Return what a list that comes in is compared with."""
        people = tuple(self.people())
        numbers = self.numbers()
        kept = self.personal().settings
        agencies = opds(self._store.db)
        return Known(
            people,
            {row: nip for row, (nip, _) in numbers.items() if nip},
            {row: phone for row, (_, phone) in numbers.items() if phone},
            self._names(),
            frozenset(item.id for item in agencies if item.kind == "luar"),
            kept.keep_nip,
            kept.keep_phone,
        )

    def preview(self, sheet: PeopleSheet, layout: Layout, choice: Choice | None = None) -> Reading:
        """Return what would become of every row of a list; nothing is stored."""
        return read_list(sheet, layout, self.known(), choice)

    def adopt(self, candidates: Sequence[Candidate], chosen: Mapping[int, str] | None = None) -> Changes:
        """Take in what was looked at, one act; ``chosen`` gives the actions that a person changed, by row."""
        told = chosen or {}
        actions = [(item, told.get(item.row, item.action)) for item in candidates]
        new = [item for item, action in actions if action == ADD and ADD in item.actions]
        known = self.known()
        births = self._births([item.person for item in new])
        edits: list[Edit] = list(births)
        for birth, item in zip(births, new, strict=True):
            edits += self._identity(birth.row, item, known)
        standing = {item.id: item for item in known.people}
        filled = 0
        for item, action in actions:
            if action == FILL and item.match in standing:
                given = filling(item, standing[item.match], known)
                filled += bool(given)
                edits += self._filled(item.match, given)
        words = [f"impor {len(new)} peserta"] if new else []
        words += [f"lengkapi {filled} peserta"] if filled else []
        return self._store.write(edits, ", ".join(words) or "impor peserta")

    # Changing ----------------------------------------------------------------------------------------------

    def update(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of a participant; ``nip`` and ``phone`` go to the personal numbers.

        Raises UserFault ``purpose-missing`` for a number that the workshop does not keep.
        """
        if field not in KEPT_APART:
            return self._store.write([Set("person", row, field, value)], "ubah peserta", typing=True)
        kept = self.personal().settings
        if not (kept.keep_nip if field == "nip" else kept.keep_phone):
            raise UserFault("purpose-missing")
        text = digits_of(str(value or "")) if field == "nip" else str(value or "").strip()
        return self._store.write([self._number(row, field, text)], "ubah peserta", typing=True)

    def place(self, row: RowId, opd: RowId, institution: str = "") -> Changes:
        """Say where a participant comes from: an agency at the table, or an institution in words.

        Where no unsur stands yet, the one that the institution proposes is taken.
        """
        person = self.person(row)
        edits: list[Edit] = [
            Set("person", row, "opd", opd),
            Set("person", row, "institution", "" if opd else institution),
        ]
        if person is not None and not person.element:
            outside = {item.id: item.name for item in opds(self._store.db) if item.kind == "luar"}
            guess = GOVERNMENT if opd and opd not in outside else ""
            guess = guess or guessed_element(outside.get(opd, institution), person.position)
            edits.append(Set("person", row, "element", guess))
        return self._store.write(edits, "ubah instansi peserta", typing=True)

    def place_text(self, row: RowId, text: str) -> Changes:
        """Say in words where a participant comes from; what is surely an agency at the table becomes it."""
        words = " ".join(text.split())
        match = self._names().match(words)
        return self.place(row, match.opd) if match.opd and match.sure else self.place(row, NO_ROW, words)

    def today(self) -> dict[RowId, str]:
        """Return who is there today, by ``entity.PRESENCES``, counted as at the door."""
        day = self._store.now().date().isoformat()
        found = presences(self.people(), query.attendances(self._store.db, day), day=day)
        return {item.person.id: item.state for item in found if item.state}

    def number(self) -> Changes:
        """Give numbers to those without one, and to those whose number somebody before them has too."""
        wanted = missing_numbers(self.people(), query.highest_number(self._store.db))
        edits = [Set("person", row, "number", number) for row, number in wanted.items()]
        return self._store.write(edits, f"beri nomor {len(edits)} peserta")

    def remove(self, *rows: RowId) -> Changes:
        """Delete participants with their attendance and their places in groups; undo brings all back."""
        edits = record_query.vacating(self._store.db, rows)
        edits += [Gone("person", row) for row in rows]
        words = "peserta" if len(rows) == 1 else f"{len(rows)} peserta"
        return self._store.write(edits, f"hapus {words}")

    # Personal data -----------------------------------------------------------------------------------------

    def personal(self) -> KeptNumbers:
        """Return what is kept, why, and how many numbers stand in the file."""
        return record_query.kept_numbers(self._store.db)

    def set_personal(self, settings: PersonalSettings) -> Changes:
        """Switch the keeping of NIP and phone, and the NIP column of lists.

        Switching on needs a purpose: UserFault ``purpose-missing``. What is kept already stays until it is
        erased (``erase_numbers``).
        """
        purpose = settings.purpose.strip()
        if settings.keeps and not purpose:
            raise UserFault("purpose-missing")
        row = self._store.workspace.workshop_id
        values: dict[str, Value] = {
            "keep_nip": settings.keep_nip,
            "keep_phone": settings.keep_phone,
            "list_nip": settings.list_nip and settings.keep_nip,
            "personal_purpose": purpose,
        }
        edits = [Set("workshop", row, name, value) for name, value in values.items()]
        return self._store.write(edits, "ubah pengaturan data pribadi")

    def erase_numbers(self, *, nip: bool, phone: bool) -> Changes:
        """Erase the NIP and/or the phone of every participant from the file and from what it was before.

        Not undone. Signers keep their NIP.
        """
        if not (nip or phone):
            return Changes()
        kept = {row: (own, call) for row, own, call in record_query.numbers_of(self._store.db)}
        edits: list[Edit] = []
        for row in record_query.number_rows(self._store.db):
            edits.append(Erase("identity", row))
            own, call = kept.get(row, ("", ""))
            edits += [Set("identity", row, "nip", own)] if own and not nip else []
            edits += [Set("identity", row, "phone", call)] if call and not phone else []
        return self._store.write(edits, "hapus nomor pribadi peserta")

    def record(self, row: RowId) -> PersonRecord:
        """Return everything the file holds of one participant. Raises UserFault ``person-gone``."""
        return record_query.record_of(self._store.db, self._need(row))

    def told(self, row: RowId, *, machine: bool = False) -> str:
        """Return the record of one participant as text, or for another program (JSON)."""
        now = self._store.now()
        words = f"{long_date(now.date())} pukul {clock_time(now)} {now.tzname() or ''}".strip()
        record = self.record(row)
        return as_json(record, words) if machine else as_text(record, words, self._store.say("OPD"))

    def erase(self, row: RowId) -> Changes:
        """Remove one participant on request: every personal value is emptied, here and at every merge.

        What is left of removed participants of the same name goes along: it is this person's, removed once
        or joined with him. Not undone. Names in notes, on printed paper and in earlier copies stay
        (``people_record``).
        """
        person = self._need(row)
        traces = record_query.traces_of(self._store.db, person)
        edits = [*record_query.vacating(self._store.db, [row]), *erasing(row, traces)]
        for item in gone_query.namesakes_gone(self._store.db, person.name):
            twin = Person(id=item.id, name=item.name)
            edits += erasing(item.id, record_query.traces_of(self._store.db, twin, by_name=False))
        return self._store.write(edits, "hapus data pribadi seorang peserta")

    # Inside ------------------------------------------------------------------------------------------------

    def _need(self, row: RowId) -> Person:
        found = self.person(row)
        if found is None:
            raise UserFault("person-gone")
        return found

    def _births(self, people: Sequence[Person]) -> list[Birth]:
        number = next_number((), query.highest_number(self._store.db))
        births = []
        for item, pos in zip(people, self._store.positions("person", len(people)), strict=True):
            values: dict[str, Value] = {"pos": pos}
            values |= {name: getattr(item, name) for name in _FIELDS if getattr(item, name)}
            values["number"] = item.number or number
            number += item.number is None
            births.append(Birth("person", self._store.ids.new(), values))
        return births

    def _identity(self, row: RowId, item: Candidate, known: Known) -> list[Edit]:
        given = {
            name: value
            for name, value, is_kept in (
                ("nip", item.nip, known.keep_nip),
                ("phone", item.phone, known.keep_phone),
            )
            if is_kept and value
        }
        if not given:
            return []
        return [Birth("identity", self._store.key("identity", row), {"subject": row, **given})]

    def _filled(self, row: RowId, given: Mapping[str, str]) -> list[Edit]:
        return [
            self._number(row, name, value) if name in KEPT_APART else Set("person", row, name, value)
            for name, value in given.items()
        ]

    def _number(self, row: RowId, name: str, value: str) -> Edit:
        identity = self._store.key("identity", row)
        if row in identities(self._store.db, [row]):
            return Set("identity", identity, name, value)
        return Birth("identity", identity, {"subject": row, name: value})

    def _names(self) -> OpdNames:
        from smartcity_desktop.storage.opd_names import opd_names

        return opd_names(self._store.db)


def _added(count: int) -> str:
    return "tambah peserta" if count == 1 else f"tambah {count} peserta"


def _as_walk_in(found: Candidate) -> Candidate:
    return replace(found, person=replace(found.person, walk_in=True))
