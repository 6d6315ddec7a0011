"""Where one participant stands in the file: what is told on request, and what an erasure must reach."""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from smartcity_desktop.domain.edit import Edit, Gone, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import Attendance, Person
from smartcity_desktop.domain.people_record import KeptNumbers, PersonalSettings, PersonRecord, Traces
from smartcity_desktop.domain.wording import day_of, long_date, stage_name
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.group import groupings, groups
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.people import attendances, certificates
from smartcity_desktop.storage.people_gone import count_removed, namesakes_gone
from smartcity_desktop.storage.people_named import is_named, mentions, named_in, signed_by
from smartcity_desktop.storage.photo import photos
from smartcity_desktop.storage.print_log import paper_texts
from smartcity_desktop.storage.session import sessions
from smartcity_desktop.storage.worksheet import sheets
from smartcity_desktop.storage.workshop import identities, signers, stages, workshop

_STATES: Final = {"hadir": "hadir", "diwakili": "diwakili", "tidak": "tidak hadir"}
_OWN: Final = {
    "identity": "SELECT id FROM identity WHERE subject = ? ORDER BY id",
    "attendance": "SELECT id FROM attendance WHERE person = ? ORDER BY id",
    "certificate": "SELECT id FROM certificate WHERE person = ? ORDER BY id",
}
_SEATS: Final = (
    "SELECT id FROM seat WHERE alive = 1 AND person IN (SELECT value FROM json_each(?)) ORDER BY id"
)
_SEATED: Final = 'SELECT s."group" FROM seat s WHERE s.alive = 1 AND s.person = ? ORDER BY s.id'
_OFFICES: Final = (
    "SELECT id, 'chair' FROM \"group\" WHERE alive = 1 AND chair IN (SELECT value FROM json_each(:rows)) "
    "UNION ALL "
    "SELECT id, 'scribe' FROM \"group\" WHERE alive = 1 AND scribe IN (SELECT value FROM json_each(:rows))"
)
_DEPUTIES: Final = "SELECT id, deputy FROM attendance WHERE deputy IS NOT NULL ORDER BY id"
_HOLDERS: Final = "SELECT id, holder FROM certificate WHERE holder IS NOT NULL ORDER BY id"
_NUMBERS: Final = (
    "SELECT id, nip, phone FROM identity WHERE (nip IS NOT NULL OR phone IS NOT NULL) "
    "AND subject NOT IN (SELECT id FROM signer) ORDER BY id"
)
_NIPS: Final = "SELECT subject, nip FROM identity WHERE alive = 1 AND nip IS NOT NULL AND subject IS NOT NULL"
_ALL_NUMBERS: Final = "SELECT id FROM identity WHERE subject NOT IN (SELECT id FROM signer) ORDER BY id"


def record_of(db: Database, person: Person) -> PersonRecord:
    """Return everything the file holds of a participant, in words."""
    event = workshop(db)
    numbers = identities(db, [person.id]).get(person.id)
    agencies = {item.id: item.name for item in opds(db)}
    kept = event.keep_nip or event.keep_phone
    signed = [item for item in signed_by(db, person) if item.alive]
    return PersonRecord(
        person,
        workshop=event.title,
        opd=agencies.get(person.opd, ""),
        nip=numbers.nip if numbers else "",
        phone=numbers.phone if numbers else "",
        purpose=event.personal_purpose if kept else "",
        attendance=tuple(_attendances(db, person)),
        groups=tuple(_groups(db, person.id)),
        certificates=tuple(_certificates(db, person)),
        notes=tuple(item.text for item in notes(db) if mentions(f"{item.text} {item.owner}", person.name)),
        signs=(
            *(f"penanda tangan {item.called} ({item.position})" for item in signed if item.by_office),
            *_signs(db, person.name),
            *named_in(db, person.name),
        ),
        signed=tuple(dict.fromkeys(item.called for item in signed if not item.by_office)),
        deputy_for=tuple(_deputed(db, person.name)),
        removed=len(namesakes_gone(db, person.name)),
    )


def traces_of(db: Database, person: Person, *, by_name: bool = True) -> Traces:
    """Return the rows that an erasure of this participant must reach, deleted ones too.

    ``by_name`` takes those along that bear the name alone: where he came as the deputy of others.
    """
    own = {ent: _rows(db, statement, (person.id,)) for ent, statement in _OWN.items()}
    return Traces(
        identities=own["identity"],
        attendances=own["attendance"],
        certificates=own["certificate"],
        seats=seats_of(db, [person.id]),
        offices=offices_of(db, [person.id]),
        deputed=_named(db, _DEPUTIES, person.name) if by_name else (),
        held=_named(db, _HOLDERS, person.name) if by_name else (),
        signatures=tuple(item.id for item in signed_by(db, person, by_name=by_name) if not item.by_office),
    )


def seats_of(db: Database, people: Iterable[RowId]) -> tuple[RowId, ...]:
    """Return the places of these participants at the tables."""
    return _rows(db, _SEATS, (json.dumps(list(people)),))


def offices_of(db: Database, people: Iterable[RowId]) -> tuple[tuple[RowId, str], ...]:
    """Return the groups that they chair or take the notes of, each with the field that says so."""
    with translated():
        found = db.conn.execute(_OFFICES, {"rows": json.dumps(list(people))}).fetchall()
    return tuple((RowId(row), str(field)) for row, field in found)


def vacating(db: Database, people: Sequence[RowId]) -> list[Edit]:
    """Return what frees the places of these participants in the groups."""
    edits: list[Edit] = [Set("group", row, field, None) for row, field in offices_of(db, people)]
    return [*edits, *(Gone("seat", row) for row in seats_of(db, people))]


def kept_numbers(db: Database) -> KeptNumbers:
    """Return the switches, and how many numbers of participants stand in the file."""
    event = workshop(db)
    found = numbers_of(db)
    return KeptNumbers(
        PersonalSettings(event.keep_nip, event.keep_phone, event.list_nip, event.personal_purpose),
        sum(bool(nip) for _, nip, _ in found),
        sum(bool(phone) for _, _, phone in found),
        count_removed(db),
    )


def numbers_of(db: Database) -> list[tuple[RowId, str, str]]:
    """Return the rows with NIP and phone of participants, deleted ones too; signers are left out."""
    with translated():
        found = db.conn.execute(_NUMBERS).fetchall()
    return [(RowId(row), nip or "", phone or "") for row, nip, phone in found]


def nips_of(db: Database) -> dict[RowId, str]:
    """Return the NIP by participant, whether the workshop keeps them or not."""
    with translated():
        found = db.conn.execute(_NIPS).fetchall()
    return {RowId(row): str(nip) for row, nip in found}


def number_rows(db: Database) -> tuple[RowId, ...]:
    """Return every row that may ever have held a number of a participant."""
    return _rows(db, _ALL_NUMBERS, ())


def _rows(db: Database, statement: str, values: Sequence[str]) -> tuple[RowId, ...]:
    with translated():
        return tuple(RowId(row) for (row,) in db.conn.execute(statement, tuple(values)).fetchall())


def _named(db: Database, statement: str, name: str) -> tuple[RowId, ...]:
    """Return the rows of a statement (row, name) that bear this name, however it is spelt."""
    with translated():
        found = db.conn.execute(statement).fetchall()
    return tuple(RowId(row) for row, other in found if is_named(str(other), name))


def _attendances(db: Database, person: Person) -> list[str]:
    titles = {item.id: item.title for item in sessions(db)}
    return [_when(item, titles) for item in attendances(db) if item.person == person.id]


def _when(item: Attendance, titles: dict[RowId, str]) -> str:
    words = [long_date(day_of(item.date)), titles.get(item.session, ""), _STATES.get(item.state, item.state)]
    if item.deputy:
        words.append(f"oleh {item.deputy}")
    return " · ".join(word for word in words if word)


def _groups(db: Database, person: RowId) -> list[str]:
    with translated():
        seated = [RowId(row) for (row,) in db.conn.execute(_SEATED, (person,)).fetchall() if row]
    divisions = {item.id: item.title for item in groupings(db)}
    found = []
    for item in groups(db):
        offices = [word for word, row in (("ketua", item.chair), ("notulis", item.scribe)) if row == person]
        if item.id in seated or offices:
            words = [divisions.get(item.grouping, ""), item.name, *offices]
            found.append(" · ".join(word for word in words if word))
    return found


def _certificates(db: Database, person: Person) -> list[str]:
    """Return his own certificates, and those that he got as the deputy of somebody else."""
    held = set(_named(db, _HOLDERS, person.name))
    numbers = {item.id: item.number for item in stages(db)}
    return [
        " · ".join(
            word
            for word in (
                f"nomor {item.number}" if item.number else "belum bernomor",
                f"Tahap {stage_name(numbers[item.stage] or 0)}" if numbers.get(item.stage) else "",
                f"{item.hours} JP" if item.hours else "",
                f"atas nama {item.holder}" if item.holder else "",
            )
            if word
        )
        for item in certificates(db)
        if item.person == person.id or item.id in held
    ]


def _signs(db: Database, name: str) -> list[str]:
    found = [
        f"penanda tangan ({item.position or item.heading})"
        for item in signers(db)
        if is_named(item.name, name)
    ]
    found += [f"kepala {item.name}" for item in opds(db) if is_named(item.head, name)]
    found += [
        f"pengisi lembar {item.number}"
        for item in sheets(db)
        if any(is_named(text, name) for text in (item.chair, item.scribe, item.mentor))
    ]
    found += [f"pembimbing {item.name}" for item in groups(db) if mentions(item.mentor, name)]
    found += [
        f"pengisi acara {item.title}"
        for item in sessions(db)
        if mentions(f"{item.speaker} {item.leader}", name)
    ]
    found += [
        words
        for words, texts in (
            ("nama dalam keterangan foto", _captions(db)),
            ("nama dalam kalimat cetakan", [item.text for item in paper_texts(db)]),
        )
        if any(mentions(text, name) for text in texts)
    ]
    return found


def _captions(db: Database) -> list[str]:
    return [item.caption for block in sessions(db) for item in photos(db, block.id)]


def _deputed(db: Database, name: str) -> list[str]:
    mine = set(_named(db, _DEPUTIES, name))
    return [long_date(day_of(item.date)) for item in attendances(db) if item.id in mine]
