"""The filled example of a worksheet that suits whoever fills it: an agency of the same field, a dimension."""

from functools import cache

from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, BY_PART, Party, Worksheet
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.opd import opd
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop


def example_of(store: Store, worksheet: Worksheet, party: Party) -> tuple[str, ...]:
    """Return a filled example for a party, line by line.

    What the workshop wrote itself stands before all; else that of the party's field (bidang urusan of an
    OPD, dimension, part), else that of the definition.
    """
    own = tuple(line.strip() for line in worksheet.example.splitlines() if line.strip())
    if worksheet.example != _of_shelf(worksheet.code):
        return own
    known = reference.examples(worksheet.code)
    return next((known[field] for field in _fields(store, party) if field in known), own)


def _fields(store: Store, party: Party) -> tuple[str, ...]:
    """Return the fields of a party, as the shelf names them."""
    if party.kind == BY_OPD:
        agency = opd(store.db, party.id)
        return agency.bidang if agency else ()
    if party.kind == BY_DIMENSION:
        chosen = reference.equivalents(workshop(store.db).dimension_set)
        return tuple(usual for usual, own in chosen.items() if own == party.short)
    return (party.short,) if party.kind == BY_PART else ()


@cache
def _of_shelf(code: str) -> str:
    return next((item.example for item in reference.worksheet_definitions() if item.code == code), "")
