"""New agencies on their way into the file: what their names tell, their kecamatan, a numbered sheet each."""

from collections.abc import Sequence
from dataclasses import replace

from smartcity_desktop.domain.dimension import offered, spelt
from smartcity_desktop.domain.edit import Birth, Edit, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd, OpdRow, districts
from smartcity_desktop.domain.reference import OpdProposal
from smartcity_desktop.domain.worksheet import BY_OPD
from smartcity_desktop.storage import opd as query
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets
from smartcity_desktop.storage.workshop import workshop


def set_code(store: Store) -> str:
    """Return the code of the dimension set of this workshop."""
    return workshop(store.db).dimension_set or reference.DEFAULT_SET


def code_now(store: Store, code: str) -> str:
    """Return the code of what the shelf calls ``code``: whoever bears it, else the renamed one."""
    known = dimensions(store.db)
    born = store.key("dimension", code)
    found = spelt(known, code) or next((item for item in offered(known) if item.id == born), None)
    return found.code if found else ""


def proposal(store: Store, name: str) -> OpdProposal:
    """Return what a name tells; the dimension is the code that this workshop has for it now."""
    found = reference.propose_opd(name, set_code(store))
    return replace(found, dimension=code_now(store, found.dimension))


def births(store: Store, rows: Sequence[OpdRow]) -> tuple[list[RowId], list[Edit]]:
    """Return the rows of new agencies in their order, and all edits that add them."""
    codes = {item.code: item.id for item in offered(dimensions(store.db))}
    typical = {item.name.casefold(): item for item in reference.opd_types()}
    ids = [store.ids.new() for _ in rows]
    born: list[Birth] = []
    for item, row, pos in zip(rows, ids, store.positions("opd", len(rows)), strict=True):
        told = proposal(store, item.name)
        usual = typical.get(item.name.strip().casefold())
        values: dict[str, Value] = {
            "pos": pos,
            "name": item.name.strip(),
            "short": item.short or (usual.short if usual else ""),
            "kind": told.kind,
            "dimension": codes.get(told.dimension, NO_ROW),
            "table_no": item.table_no,
            "renstra_required": told.renstra_required,
        }
        values |= {f"bidang@{code}": "1" for code in (usual.bidang if usual else told.bidang)}
        born.append(Birth("opd", row, values))
    return ids, [*_under_districts(store, born), *_sheets(store, ids)]


def _under_districts(store: Store, born: Sequence[Birth]) -> list[Edit]:
    """Give each new kelurahan the kecamatan above it, so that it keeps it wherever it stands later."""
    new = (Opd(id=item.row, kind=str(item.values["kind"])) for item in born)
    above = districts([*query.opds(store.db), *new])
    return [replace(item, values={**item.values, "parent": above.get(item.row, NO_ROW)}) for item in born]


def _sheets(store: Store, ids: Sequence[RowId]) -> list[Edit]:
    known = [item for item in worksheets(store.db) if item.filled_by == BY_OPD]
    return [edit for worksheet in known for edit in numbered(store, worksheet, ids)]
