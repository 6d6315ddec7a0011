"""Queries: participants, who was there, and their certificates."""

from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.people import Attendance, Certificate, Person
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch, one

_NAMED: Final = "name IS NOT NULL"
"""Whoever was erased here and written to elsewhere comes back without a name: that is nobody."""
_HIGHEST: Final = (
    "SELECT coalesce(max(p.number), 0) FROM person p WHERE p.alive = 1 OR NOT EXISTS ("
    "SELECT 1 FROM head h JOIN op g ON g.writer = h.writer AND g.seq = h.seq "
    "JOIN act a ON a.writer = g.writer AND a.act = g.act "
    "JOIN op b ON b.row = p.id AND b.field = '*' AND b.writer = a.of_writer AND b.act = a.of_act "
    "WHERE h.row = p.id AND h.field = '_gone' AND g.val = '1' AND a.kind = 'undo')"
)
"""Whoever was taken back in the very act that brought him in was never given a number."""
_GIVEN: Final = "SELECT stage, number FROM certificate WHERE number IS NOT NULL"


def people(db: Database) -> list[Person]:
    """Return the participants in order."""
    return fetch(db, Person, "person", _NAMED)


def person(db: Database, row: RowId) -> Person | None:
    """Return one participant, None where he or she is gone."""
    return one(db, Person, "person", f"{_NAMED} AND id = :id", {"id": row})


def highest_number(db: Database) -> int:
    """Return the highest number that was ever given, also to somebody who was removed since; 0 for none.

    What an undo of the adding took back counts nothing: the list that is taken in anew begins at 1 again.
    """
    with translated():
        return int(db.conn.execute(_HIGHEST).fetchone()[0])


def attendances(db: Database, date: str = "", session: RowId | None = None) -> list[Attendance]:
    """Return who was there: on one day or all, of one session (empty: the day itself) or of all."""
    where = "(:date = '' OR date = :date) AND (:session IS NULL OR coalesce(session, '') = :session)"
    return fetch(db, Attendance, "attendance", where, {"date": date, "session": session}, order="at, rowid")


def certificates(db: Database) -> list[Certificate]:
    """Return the certificates that have a number, in its order."""
    return fetch(db, Certificate, "certificate", order="number, id")


def given_numbers(db: Database) -> list[Certificate]:
    """Return stage and number of every certificate ever given, also of participants who were removed since.

    A number that stands on a paper somewhere is never given again.
    """
    with translated():
        found = db.conn.execute(_GIVEN).fetchall()
    return [Certificate(stage=RowId(stage or NO_ROW), number=int(number)) for stage, number in found]
