"""The program smart city of a quick win: made with the decision that chooses it, taken back if unused."""

from typing import Final, NamedTuple

from smartcity_desktop.domain.edit import Edit, Gone, Set
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.op import BIRTH, unpack
from smartcity_desktop.domain.op import GONE as DELETED
from smartcity_desktop.domain.quickwin import Candidate
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage.answers import rows_under, values
from smartcity_desktop.storage.carry import plan_of
from smartcity_desktop.storage.carry_write import carrying
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.heir import CANDIDATE, INITIATIVE
from smartcity_desktop.storage.sheet_find import find
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets

_MADE: Final = (
    "SELECT b.writer, b.act FROM op b JOIN op d ON d.writer = b.writer AND d.act = b.act "
    "WHERE b.row = :program AND b.field = '*' AND d.row = :candidate AND d.field = 'decision' LIMIT 1"
)
_USED: Final = (
    "SELECT 1 FROM op WHERE row = :program AND field NOT IN (:birth, :gone) "
    "OR row NOT IN (:program, :candidate) AND (instr(val, :program) OR instr(field, :program)) LIMIT 1"
)
_ON_SHEET: Final = "SELECT writer, act, field, val FROM op WHERE row = ? ORDER BY tick, writer, seq"


class Following(NamedTuple):
    """What a decision does to the programs, and in words for a person; empty where it does nothing."""

    edits: tuple[Edit, ...] = ()
    words: str = ""


def chosen(store: Store, candidate: Candidate) -> Following:
    """Return what makes a candidate that is chosen a program, where it names none that stands.

    The program stands on the first worksheet in use that takes programs, names the candidate as its origin,
    and is named by it. Where nobody can tell whose it is, the decision stands alone and that is told.
    """
    found, home = find(store.db, candidate.id), _home(store.db)
    if found is None or home is None or values(store.db, INITIATIVE, [candidate.initiative]):
        return Following()
    fresh = plan_of(store, found.worksheet, home.id, [candidate.id]).fresh
    if any(not item.party for item in fresh):
        return Following(words=f"belum ada di {home.code} karena lembarnya belum jelas")
    edits = carrying(store, home.id, fresh).edits
    return Following(edits, f"program smart city dibuat di {home.code}") if edits else Following()


def unchosen(store: Store, candidate: Candidate) -> Following:
    """Return what takes the program back that was made when a candidate was chosen.

    A program that was there before, that anybody wrote in since, or that anything refers to stays.
    """
    program = candidate.initiative
    said = values(store.db, INITIATIVE, [program]).get(program)
    told = {"program": program, "candidate": candidate.id, "birth": BIRTH, "gone": DELETED}
    with translated():
        made = store.db.conn.execute(_MADE, told).fetchone()
        used = made and store.db.conn.execute(_USED, told).fetchone()
    if said is None or made is None:
        return Following()
    at = find(store.db, program)
    where = next((item.code for item in worksheets(store.db) if at and item.id == at.worksheet), "")
    if used:
        return Following(words=f"programnya di {where} tetap ada karena sudah dipakai")
    sheet = RowId(str(said.get("sheet") or NO_ROW))
    edits = (Gone(INITIATIVE, program), Set(CANDIDATE, candidate.id, INITIATIVE, None))
    return Following(
        (*edits, *_not_begun(store.db, sheet, program, tuple(made))), f"programnya di {where} dihapus lagi"
    )


def _home(db: Database) -> Worksheet | None:
    known = (item for item in worksheets(db) if item.target == INITIATIVE and item.takes_rows)
    return next((item for item in known if not item.retired), None)


def _not_begun(db: Database, sheet: RowId, program: RowId, made: tuple[int, int]) -> list[Edit]:
    """Return what makes a sheet one that nobody began, where only the act ``made`` has touched it last."""
    with translated():
        steps = db.conn.execute(_ON_SHEET, (sheet,)).fetchall()
    places = [place for place, (writer, act, _, _) in enumerate(steps) if (writer, act) == made]
    alone = rows_under(db, INITIATIVE, [sheet]).get(sheet) == [program]
    if not places or not alone or places[-1] != len(steps) - 1:
        return []
    told: dict[str, str] = {}
    for place in places:
        _, _, field, val = steps[place]
        told |= unpack(val) if field == BIRTH else {field: val or ""}
    began: list[Edit] = [Set("sheet", sheet, "status", "belum")] if told.get("status") == "sedang" else []
    return [*began, *(Set("sheet", sheet, name, None) for name in told if name.startswith("session@"))]
