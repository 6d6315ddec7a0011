"""What carrying rows on writes: the rows, the sheets that begin with them, candidates that name theirs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from smartcity_desktop.domain.carry import Proposed, Spot, carry
from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.merging import main_field
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.answers import values
from smartcity_desktop.storage.heir import CANDIDATE, INITIATIVE
from smartcity_desktop.storage.origin import kinds, links
from smartcity_desktop.storage.party import in_number
from smartcity_desktop.storage.sheet_write import SheetWriter
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheet_of


class Carrying(NamedTuple):
    """The edits of one act that carries rows on, how many rows it makes, and of which worksheet."""

    worksheet: Worksheet
    rows: int = 0
    edits: tuple[Edit, ...] = ()


def carrying(
    store: Store, target: RowId, proposed: Iterable[Proposed], texts: Mapping[int, str] | None = None
) -> Carrying:
    """Return what makes ``proposed`` into rows of ``target``; what stands there already is left out.

    ``texts`` are the words that people wrote anew for what a row is about, by its place in ``proposed``. The
    journal is sealed: what is typed into a source later is told from what it said when it was carried on.
    Raises UserFault ``carry-no-sheet`` where a row has nobody's sheet to go to.
    """
    definition = worksheet_of(store, target)
    field = main_field(definition.target)
    chosen = [
        replace(item, values={**item.values, field: texts[place].strip()})
        if texts and field and texts.get(place, "").strip()
        else item
        for place, item in enumerate(proposed)
    ]
    wanted = _fresh(store, definition, chosen)
    if any(not item.party for item in wanted):
        raise UserFault("carry-no-sheet", title=definition.title)
    if not wanted:
        return Carrying(definition)
    store.workspace.journal.seal()
    writers = {
        party: SheetWriter(store, target, party) for party in dict.fromkeys(item.party for item in wanted)
    }
    places = store.positions(definition.target, len(wanted))
    spots = [
        Spot(store.ids.new(), pos, writers[item.party].sheet.id, writers[item.party].party)
        for item, pos in zip(wanted, places, strict=True)
    ]
    born = carry(zip(wanted, spots, strict=True), definition.target)
    begun = [edit for writer in writers.values() for edit in writer.begun()]
    named = _named(store, wanted, spots) if definition.target == INITIATIVE else []
    return Carrying(definition, len(wanted), (*born, *in_number(store, begun), *named))


def _fresh(store: Store, definition: Worksheet, chosen: Sequence[Proposed]) -> list[Proposed]:
    """Return what stands nowhere yet: nothing is carried twice, whatever the plan said and however often."""
    stands: dict[RowId, set[RowId]] = {}
    sheet_of: dict[RowId, RowId] = {}
    for link in links(store.db):
        sheet_of[link.row] = link.sheet
        stands.setdefault(link.row, set()).add(link.source)
    known = {(sheet_of[row], frozenset(sources)) for row, sources in stands.items()}
    found: list[Proposed] = []
    for item in chosen:
        once = (store.key("sheet", definition.id, item.party), frozenset(item.sources))
        if not item.already and once not in known:
            found.append(item)
            known.add(once)
    return found


def _named(store: Store, wanted: Sequence[Proposed], spots: Sequence[Spot]) -> list[Edit]:
    """Return what lets candidates that name no standing program name the one that is made of them."""
    sources = [row for item in wanted for row in item.sources]
    nominees = [row for row, ent in kinds(store.db, sources).items() if ent == CANDIDATE]
    program = {row: said.get(INITIATIVE) for row, said in values(store.db, CANDIDATE, nominees).items()}
    stands = values(store.db, INITIATIVE, [RowId(str(row)) for row in program.values() if row])
    return [
        Set(CANDIDATE, row, INITIATIVE, spot.row)
        for item, spot in zip(wanted, spots, strict=True)
        for row in item.sources
        if row in program and program[row] not in stands
    ]
