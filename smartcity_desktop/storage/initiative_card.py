"""Queries: what the card of a program smart city offers and tells, and the sheet that a new one stands on."""

from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.choice_words import choice_word
from smartcity_desktop.domain.edit import Edit
from smartcity_desktop.domain.grid import Choice
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative import Initiative
from smartcity_desktop.domain.initiative_card import FIELDS, HOME, InitiativeCard, fixed_choices
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Worksheet
from smartcity_desktop.storage.comment import comments
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.initiative import initiatives
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.party import parties, party_of
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.sheet_find import find
from smartcity_desktop.storage.sheet_grid import dimension_choices, point_choices
from smartcity_desktop.storage.sheet_write import SheetWriter
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.trail import trail_of
from smartcity_desktop.storage.worksheet import worksheet_of, worksheets
from smartcity_desktop.storage.workshop import workshop

_POINTS: Final = ("misi", "isu", "tujuan", "sasaran", "program")


@dataclass(frozen=True, slots=True)
class _Said:
    """An issue, or a strategy with its kind (``SO``)."""

    id: RowId = NO_ROW
    text: str = ""
    kind: str = ""
    dimension: RowId = NO_ROW


def card(store: Store, row: RowId) -> InitiativeCard | None:
    """Return one program with its choices and its way, None where it is gone."""
    known = initiatives(store.db)
    item = next((one for one in known if one.id == row), None)
    if item is None:
        return None
    place = find(store.db, row)
    definition = worksheet_of(store, place.worksheet) if place else Worksheet()
    whose = party_of(store.db, definition, place.party).called if place else ""
    said = [one for one in comments(store.db, item.sheet) if one.subject == row and not one.solved]
    return InitiativeCard(
        item,
        choices(store, known),
        workshop(store.db).period_start,
        trail_of(store, row),
        place.worksheet if place else NO_ROW,
        place.party if place else NO_ROW,
        f"{definition.code} {definition.title} · {whose}" if place else "",
        tuple(f"{one.by}: {one.text}" if one.by else one.text for one in said if one.text),
    )


def choices(store: Store, known: list[Initiative]) -> dict[str, tuple[Choice, ...]]:
    """Return what may be chosen, by field; rows are called as they are on sheets."""
    agencies = tuple(Choice(one.id, one.called, also=(one.name,)) for one in opds(store.db))
    papers = tuple(
        Choice(one.id, _paper(one.kind, one.number, one.title)) for one in documents(store.db) if not one.opd
    )
    return {
        **{one.name: found for one in FIELDS if (found := fixed_choices(one.name))},
        HOME: dimension_choices(store, whole=True),
        "opd": agencies,
        "support": agencies,
        "point": point_choices(store, _POINTS),
        "issue": _said(store.db, "issue"),
        "strategy": _said(store.db, "strategy"),
        "document": papers,
        "after": _programs(store.db, known),
    }


def _programs(db: Database, known: list[Initiative]) -> tuple[Choice, ...]:
    """Return the programs; those that were left out keep their names, merged ones have that of their heir."""
    names = {one.id: one.called for one in known}
    away = {row: names[heir] for row, heir in heirs(db, INITIATIVE).items() if heir in names}
    own = (Choice(one.id, one.called, retired=one.retired) for one in known)
    return (*own, *(Choice(row, name, retired=True) for row, name in away.items()))


def _paper(kind: str, number: str, title: str) -> str:
    word = choice_word("document", "kind", kind)
    named = title if title.casefold().startswith(word.casefold()) else f"{word} {title}"
    return f"{named}, nomor {number}" if number.strip() else named


def _said(db: Database, ent: str) -> tuple[Choice, ...]:
    """Return issues or strategies, each with the code of its dimension or its kind before it.

    Those that were merged into another are not offered: that stands for them.
    """
    codes = {item.id: item.code for item in dimensions(db)}
    rows = [item for item in fetch(db, _Said, ent) if item.text.strip()]
    gone = {
        source for found in parts(db, ent, "origin", [item.id for item in rows]).values() for source in found
    }
    return tuple(
        Choice(
            item.id,
            " ".join(f"{item.kind or codes.get(item.dimension, '')} {item.text}".split()),
            retired=item.id in gone,
        )
        for item in rows
    )


def home(db: Database) -> Worksheet | None:
    """Return the first worksheet in use on which programs smart city are written, None without one."""
    known = (item for item in worksheets(db) if item.target == INITIATIVE and item.takes_rows)
    return next((item for item in known if not item.retired), None)


def begun(store: Store, dimension: RowId, opd: RowId) -> tuple[RowId, list[Edit]]:
    """Return the sheet that a new program of a dimension and an agency stands on, and what begins it.

    Where no worksheet takes programs, or nobody's sheet of it fits, it stands on none.
    """
    definition = home(store.db)
    if definition is None:
        return NO_ROW, []
    known = [item.id for item in parties(store.db, definition)]
    wanted = {BY_DIMENSION: dimension, BY_OPD: opd}.get(definition.filled_by, NO_ROW)
    whose = wanted if wanted in known else known[0] if len(known) == 1 else NO_ROW
    if not whose:
        return NO_ROW, []
    writer = SheetWriter(store, definition.id, whose)
    return writer.sheet.id, writer.begun()
