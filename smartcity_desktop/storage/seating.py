"""Gathers what groups are made from: participants, agencies with their dimension, who is there, sheets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from smartcity_desktop.domain.dimension import Dimension, offered, spelt
from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.group import Group
from smartcity_desktop.domain.group_board import Board, Card, Hall, HeadOffer, home_of
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Sheet, Worksheet
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheets
from smartcity_desktop.storage.workshop import workshop

_THERE = ("hadir", "diwakili")


def hall(store: Store, day: str = "") -> Hall:
    """Return what a division is made from; ``day`` (ISO) is the one whose presence counts."""
    known = offered(dimensions(store.db))
    agencies = opds(store.db)
    guessed = {item.id: _guess(store, item, known) for item in agencies if not item.dimension}
    there = attendances(store.db, day) if day else []
    return Hall(
        tuple(people(store.db)),
        tuple(replace(item, dimension=guessed.get(item.id, item.dimension)) for item in agencies),
        tuple(known),
        frozenset(row for row, dimension in guessed.items() if dimension),
        frozenset(item.person for item in there if item.state in _THERE),
    )


def _guess(store: Store, item: Opd, known: Sequence[Dimension]) -> RowId:
    """Return the dimension that the name of an agency tells, as this workshop has it now."""
    from smartcity_desktop.storage import reference

    chosen = workshop(store.db).dimension_set or reference.DEFAULT_SET
    code = reference.propose_opd(item.name, chosen).dimension
    born = store.key("dimension", code)
    found = spelt(known, code) or next((one for one in known if one.id == born), None)
    return found.id if found else NO_ROW


def head_edits(store: Store, board: Board, sessions: Sequence[Session]) -> tuple[list[Edit], HeadOffer]:
    """Return what fills the empty heads of the sheets of these sessions from the groups, and how much it is.

    Nothing that was typed is touched. Agencies at a table of agencies take its number where they have none.
    """
    home = home_of(board.cards)
    wanted = {item.worksheet for item in sessions if item.worksheet}
    filled: set[RowId] = set()
    edits: list[Edit] = []
    for definition in (item for item in worksheets(store.db) if item.id in wanted):
        own = {_party(definition, item): item for item in sheets(store.db, definition.id)}
        missing: list[RowId] = []
        for party, card in _parties(definition, board, home):
            row = store.key("sheet", definition.id, party)
            told = _head(own.get(party), card)
            edits += [Set("sheet", row, name, value) for name, value in told.items()]
            if told:
                filled.add(row)
                missing += [] if party in own else [party]
        edits = [*numbered(store, definition, missing), *edits]
    numbers = list(_table_numbers(store, board)) if wanted else []
    return [*edits, *numbers], HeadOffer(len(filled), len(numbers))


def _party(definition: Worksheet, sheet: Sheet) -> RowId:
    return sheet.dimension if definition.filled_by == BY_DIMENSION else sheet.opd


def _parties(definition: Worksheet, board: Board, home: Mapping[RowId, Card]) -> Iterator[tuple[RowId, Card]]:
    """Yield whose sheets a worksheet has, each with the group that works on it."""
    if definition.filled_by == BY_DIMENSION:
        yield from ((card.group.dimension, card) for card in board.cards if card.group.dimension)
    elif definition.filled_by == BY_OPD:
        yield from home.items()


def _head(sheet: Sheet | None, card: Card) -> dict[str, str]:
    """Return what the group tells for the places of a head that are empty."""
    told = {"chair": card.chair, "scribe": card.scribe, "mentor": card.group.mentor}
    return {
        name: value
        for name, value in told.items()
        if value.strip() and (sheet is None or not getattr(sheet, name).strip())
    }


def _table_numbers(store: Store, board: Board) -> Iterator[Edit]:
    if board.grouping.kind != "opd":
        return
    empty = {item.id for item in opds(store.db) if not item.table_no.strip()}
    for card in board.cards:
        if card.group.table_no.strip():
            for item in card.opds:
                if item.id in empty:
                    yield Set("opd", item.id, "table_no", card.group.table_no)


def opd_edits(row: RowId, group: Group | None, opds: Sequence[RowId]) -> list[Edit]:
    """Return what gives a group exactly these agencies."""
    standing = set(group.opds) if group else set()
    found: list[Edit] = [Set("group", row, f"opd@{opd}", "1") for opd in opds if opd not in standing]
    return [*found, *(Set("group", row, f"opd@{opd}", None) for opd in sorted(standing - set(opds)))]
