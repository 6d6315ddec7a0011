"""What became of whole sheets since a stage ended: read from the journal, with what the sheets are called."""

from typing import Final

from smartcity_desktop.domain.sheet_history import SheetChange, by_sheet
from smartcity_desktop.domain.stage_copy import StageCopy, name_of, position_of
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.stage_copy import names_for, states_of, touched
from smartcity_desktop.storage.store import Store

_WHOSE: Final = ("opd", "dimension", "group", "part", "assessor")
_NO_NUMBER: Final = "Lembar"


def changed_sheets(store: Store, made: StageCopy) -> list[SheetChange]:
    """Return the sheets that stand and of which rows changed since a copy was made, by their numbers."""
    states = touched(store.db, position_of(made))
    return by_sheet(states, _called(store.db), names_for(store.db, states))


def _called(db: Database) -> dict[str, str]:
    """Return what every sheet is called: its number, and whose it is."""
    with translated():
        statement = tables.select("sheet", ("id", "number", *_WHOSE), "", "number, id")
        found = db.conn.execute(statement).fetchall()
    owners = {str(row): next((str(one) for one in whose if one), "") for row, _, *whose in found}
    states = states_of(db, {*owners.values()} - {""})
    names = {str(state.row): name_of(state.ent, state.after, {}) for state in states}
    return {
        str(row): " · ".join(filter(None, (str(number or _NO_NUMBER), names.get(owners[str(row)], ""))))
        for row, number, *_ in found
    }
