"""Queries about numbered papers, and the edits that issue them; what was keyed is told by the journal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow, show
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.op import BIRTH, GONE, unpack
from smartcity_desktop.domain.paper_code import next_batch
from smartcity_desktop.domain.paper_loop import (
    BALLOT,
    CARD,
    COUNTED,
    OUT,
    REPLACED,
    SHEET,
    Card,
    Issue,
    KeyRow,
    KeySheet,
    Paper,
    Reread,
    Typist,
    packed,
    printed,
)
from smartcity_desktop.domain.vote import Cast
from smartcity_desktop.domain.worksheet import (
    BY_ASSESSOR,
    BY_DIMENSION,
    BY_GROUP,
    BY_OPD,
    BY_PART,
    SEPARATOR,
    Sheet,
    Worksheet,
)
from smartcity_desktop.storage.answers import has_row, values
from smartcity_desktop.storage.comment import comments
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.party import numbered, parties, party_of
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheet as sheet_query
from smartcity_desktop.storage.worksheet import worksheet_of, worksheets

KEYED: Final = "ketik dari kertas"
"""How the words of every act begin that keys something in; the number of the paper follows."""
BATCH_SIGNS: Final = {CARD: "K", BALLOT: "S"}
FREE_LINES: Final = 30
"""Lines of a paper whose rows the table wrote itself; more are offered below the last written one."""
_MORE: Final = 5
_BY: Final = (
    "SELECT a.label, o.who, o.ent, o.row, o.field, o.val, o.at "
    "FROM act a JOIN op o ON o.writer = a.writer AND o.act = a.act "
    "WHERE a.label >= :words AND a.label < :beyond AND a.undone = 0 AND a.kind = 'do' "
    "AND o.ent NOT IN ('paper', 'sheet') ORDER BY o.tick, o.writer, o.seq"
)
_NOT_KEYED: Final = frozenset({POS, "card", "round", *(BY_OPD, BY_DIMENSION, BY_GROUP, BY_PART, BY_ASSESSOR)})
"""What a row is born with beside its keys: its place, and whose sheet it stands on."""
_IN_ONE_CELL: Final = frozenset({"ref", "choice"})
"""Kinds of fields whose several values stand in one cell; several years and sums have a cell each."""


def papers(db: Database) -> list[Paper]:
    """Return every sheet and batch that was issued, in the order in which they were."""
    return fetch(db, Paper, "paper")


def marks(db: Database, batches: Iterable[RowId]) -> dict[RowId, dict[int, str]]:
    """Return the numbers of batches that came back blank or spoiled or are missing, each with its state."""
    found = parts(db, "paper", "mark", batches)
    return {
        row: {int(number): str(state) for number, state in told.items() if number.isdigit() and state}
        for row, told in found.items()
    }


def typists(db: Database) -> dict[str, tuple[Typist, ...]]:
    """Return who keyed how many fields from which paper, by its number, as the journal has it.

    A field is a cell of the paper that holds something; what was emptied again counts no more.
    """
    words = {"words": f"{KEYED} ", "beyond": f"{KEYED}!"}
    with translated():
        told = db.conn.execute(_BY, words).fetchall()
    fields: dict[tuple[str, str], set[tuple[str, str, str]]] = {}
    last: dict[tuple[str, str], str] = {}
    for label, who, ent, row, field, val, at in told:
        place = (label.removeprefix(f"{KEYED} "), who)
        keyed = fields.setdefault(place, set())
        if field == GONE:
            keyed -= {item for item in keyed if item[1] == row and val == "1"}
        elif val:
            names = _born_with(ent, val) if field == BIRTH else {field}
            keyed |= {(ent, row, name) for name in names}
            last[place] = at
        else:
            keyed.discard((ent, row, field))
    found: dict[str, tuple[Typist, ...]] = {}
    for place, keyed in fields.items():
        if keyed:
            number, who = place
            cells = {(row, _cell(ent, name)) for ent, row, name in keyed}
            found[number] = (*found.get(number, ()), Typist(who, len(cells), last[place]))
    return found


def _cell(ent: str, name: str) -> str:
    """Return in which cell of its row a field was written: dimension and sub-dimension share one."""
    field, _, part = name.partition("@")
    if field == "subdimension":
        return "dimension"
    known = CATALOG[ent].by_name.get(field)
    return field if part and known and known.kind in _IN_ONE_CELL else name


def _born_with(ent: str, val: str) -> set[str]:
    """Return the fields that were keyed into a row with its birth: neither its keys nor its place."""
    if ent == "comment":
        return {"text"}
    entity = CATALOG[ent]
    return set(unpack(val)) - _NOT_KEYED - {*entity.key, entity.owner}


def rereads(db: Database, sheet: RowId) -> dict[tuple[RowId, str], Reread]:
    """Return what a second reading of a sheet found, by row and column."""
    told = fetch(db, Reread, "recheck", "sheet = :sheet", {"sheet": sheet})
    return {(RowId(item.line), item.column): item for item in told}


def cards(db: Database, target: str, batch: Paper) -> dict[int, Card]:
    """Return the cards of a batch that were keyed, by number; ``target`` is the entity they became."""
    names = {batch.called(number): number for number in batch.numbers}
    whose = {item.id: item.party for item in fetch(db, Sheet, "sheet")}
    found: dict[int, Card] = {}
    for item in fetch(db, _CardRow, target, "card >= :low AND card < :high", _range(batch)):
        if item.card in names:
            number = names[item.card]
            found[number] = Card(number, item.id, whose.get(item.sheet, NO_ROW), item.text)
    return found


@dataclass(frozen=True, slots=True)
class _CardRow:
    """A row that was written from a card."""

    id: RowId = NO_ROW
    sheet: RowId = NO_ROW
    text: str = ""
    card: str = ""


def _range(batch: Paper) -> Mapping[str, Value]:
    return {"low": f"{batch.number}-", "high": f"{batch.number}."}


def ballots(db: Database, batch: Paper) -> dict[int, dict[RowId, int]]:
    """Return the ballots of a batch that were counted: by number the points of each item of the vote.

    One that was counted in several rounds shows what it gave in the last of them.
    """
    names = {batch.called(number): number for number in batch.numbers}
    where = "vote = :vote AND voter >= :low AND voter < :high"
    found: dict[int, dict[RowId, int]] = {}
    told = fetch(db, Cast, "vote_cast", where, {"vote": batch.vote, **_range(batch)})
    last = {item.voter: item.round or 1 for item in sorted(told, key=lambda item: item.round or 1)}
    for item in told:
        if item.voter in names and item.points is not None and (item.round or 1) == last[item.voter]:
            found.setdefault(names[item.voter], {})[item.item] = item.points
    return found


# Keying ----------------------------------------------------------------------------------------------------


def key_sheet(store: Store, paper: Paper) -> KeySheet:
    """Return a printed sheet as it is keyed: rows and columns in the order of the paper."""
    grid = grid_of(store, paper.worksheet, party_of_paper(store, paper))
    known = {item.key: item for item in grid.columns}
    columns = tuple((known[item.key], item) for item in paper.column_order if item.key in known)
    gone = [item.key for item in paper.column_order if item.key not in known]
    lost = [f"{len(gone)} kolom pada kertas ini tidak dipakai lagi, lewati saja."] if gone else []
    rows, missing = _key_rows(store, paper, grid)
    lost += [f"Baris {place} tidak ada lagi, lewati saja." for place in missing]
    return KeySheet(
        paper,
        f"{grid.worksheet.code} {grid.worksheet.title}",
        grid.party_name,
        columns,
        rows,
        tuple(lost),
        rereads(store.db, paper.sheet),
        typists(store.db).get(paper.number, ()),
        grid.worksheet.takes_rows,
        added(store, paper),
    )


def added(store: Store, paper: Paper) -> tuple[str, ...]:
    """Return what was written by hand below the rows of a paper, line by line, as it was keyed."""
    known = {item.id: item.text for item in comments(store.db, paper.sheet)}
    found: list[str] = []
    while (row := added_row(store, paper, len(found))) in known or has_row(store.db, row):
        found.append(known.get(row, "").removeprefix(added_words(paper)))
    return tuple(found)


def added_row(store: Store, paper: Paper, place: int) -> RowId:
    """Return the comment that keeps a line written below the rows of a paper; the first place is 0."""
    return store.key("paper", paper.id, "added", str(place))


def added_words(paper: Paper) -> str:
    """Return how a comment begins that was written by hand below the rows of a paper."""
    return f"Ditulis tangan di bawah baris kertas {paper.number}: "


def added_edits(store: Store, paper: Paper, place: int, text: str) -> list[Edit]:
    """Return what keeps a line written below the rows of a paper; an empty text takes it away."""
    row = added_row(store, paper, place)
    stands = bool(values(store.db, "comment", [row]))
    if not text:
        return [Gone("comment", row)] if stands else []
    kept = f"{added_words(paper)}{text}"
    if has_row(store.db, row):
        back: list[Edit] = [] if stands else [Gone("comment", row, gone=False)]
        return [*back, Set("comment", row, "text", kept)]
    told: dict[str, Value] = {POS: store.positions("comment", 1)[0], "sheet": paper.sheet, "text": kept}
    return [Birth("comment", row, told | {"by": store.person, "at": store.now_text(), "solved": False})]


def party_of_paper(store: Store, paper: Paper) -> RowId:
    """Return whose sheet a paper is, also where that sheet does not stand yet."""
    sheet = sheet_query(store.db, paper.sheet)
    if sheet:
        return sheet.party
    found = parties(store.db, worksheet_of(store, paper.worksheet))
    return next(
        (item.id for item in found if store.key("sheet", paper.worksheet, item.id) == paper.sheet), NO_ROW
    )


def _key_rows(store: Store, paper: Paper, grid: Grid) -> tuple[tuple[KeyRow, ...], list[int]]:
    standing = {row.row: row for row in grid.rows}
    order = list(printed_order(paper, grid))
    if grid.worksheet.takes_rows:
        order += _free_lines(store, paper, standing, len(order))
    subject = [item for item in grid.columns if item.section == "subject" and not item.folded]
    found: list[KeyRow] = []
    missing: list[int] = []
    for place, row in enumerate(order, start=1):
        stands = standing.get(row)
        if stands is None and not grid.worksheet.takes_rows:
            missing.append(place)
            continue
        found.append(KeyRow(row, place, _about(subject, stands), stands.values if stands else {}))
    return tuple(found), missing


def _free_lines(store: Store, paper: Paper, standing: Mapping[RowId, GridRow], before: int) -> list[RowId]:
    """Return the rows of the empty lines below the printed ones; there are always some left."""
    found: list[RowId] = []
    last = FREE_LINES
    while len(found) < last:
        row = line_of(store, paper, before + len(found) + 1)
        found.append(row)
        last = max(last, len(found) + _MORE) if row in standing else last
    return found


def line_of(store: Store, paper: Paper, place: int) -> RowId:
    """Return the row that is written from an empty line of a paper."""
    return store.key("paper", paper.id, "line", str(place))


def _about(subject: Sequence[GridColumn], row: GridRow | None) -> str:
    if row is None:
        return ""
    return " · ".join(text for item in subject if (text := show(item, row.values.get(item.key, ""))))


# Issuing ---------------------------------------------------------------------------------------------------


def sheet_issue(store: Store, grid: Grid, number: str, why: str, known: Sequence[Paper]) -> Issue:
    """Return the paper that a sheet is printed on: the one that was issued, or a new one.

    A new one takes the place of a spoiled or missing one, or of the last where ``why`` says what became of
    that. ``known`` are the papers of the sheet in order; ``number`` is that of the sheet.
    """
    last = known[-1] if known else None
    if last is not None and not why and last.state not in REPLACED:
        return Issue(last, grid.party.id, known=True)
    count = len(known) + 1
    paper = Paper(
        id=store.key("paper", grid.sheet.id, str(count)),
        worksheet=grid.worksheet.id,
        sheet=grid.sheet.id,
        number=number if count == 1 else f"{number}-{count}",
        rows=SEPARATOR.join(row.row for row in _printed_rows(grid)),
        columns=packed(printed(grid.columns)),
    )
    replaces = last.id if last is not None and why else NO_ROW
    return Issue(paper, grid.party.id, replaces, why if replaces else "")


def sheet_issues(store: Store, worksheet: Worksheet, grids: Sequence[Grid], why: str = "") -> list[Issue]:
    """Return the papers that sheets of a worksheet are printed on, in the order of the ``grids``.

    A sheet that does not stand yet gets the number under which it will. ``why`` is what became of the papers
    printed before, where nobody keyed them.
    """
    unborn = numbered(store, worksheet, [item.party.id for item in grids])
    number_of = {item.row: str(item.values["number"]) for item in unborn if isinstance(item, Birth)}
    noted: dict[RowId, list[Paper]] = {}
    for paper in papers(store.db):
        noted.setdefault(paper.sheet, []).append(paper)
    found: list[Issue] = []
    for grid in grids:
        known = noted.get(grid.sheet.id, [])
        replaced = why if known and known[-1].state != COUNTED else ""
        number = number_of.get(grid.sheet.id, grid.sheet.number)
        found.append(sheet_issue(store, grid, number, replaced, known))
    return found


def printed_order(paper: Paper, grid: Grid) -> tuple[RowId, ...]:
    """Return the rows of a sheet as they were printed.

    Rows that a worksheet holds itself and that came since stand below them, all of them on one that was
    printed before anything stood on it, as of an agency without a plan.
    """
    order = paper.row_order
    if grid.worksheet.takes_rows:
        return order
    known = set(order)
    return (*order, *(row.row for row in _printed_rows(grid) if row.row not in known))


def _printed_rows(grid: Grid) -> list[GridRow]:
    """Return the rows that are printed: those that count; of written ones those that say anything."""
    return [row for row in grid.counted if not grid.worksheet.takes_rows or any(row.values.values())]


def batch_issue(store: Store, kind: str, count: int, about: Worksheet | None, vote: RowId) -> Issue:
    """Return the next batch of cards or ballots."""
    taken = [item.code for item in worksheets(store.db)] + [item.number for item in papers(store.db)]
    name = next_batch(BATCH_SIGNS[kind], taken)
    return Issue(
        Paper(
            id=store.key("paper", kind, name),
            kind=kind,
            worksheet=about.id if about else NO_ROW,
            vote=vote,
            number=name,
            first=1,
            last=count,
        )
    )


def issued(store: Store, issues: Iterable[Issue]) -> list[Edit]:
    """Return what notes that papers left the program; one that is noted already is not noted again."""
    fresh = [item for item in issues if not item.known]
    # One whose note was undone is noted again: the paper itself lies on a table all the same.
    standing = values(store.db, "paper", [item.paper.id for item in fresh])
    new = [item for item in fresh if item.paper.id not in standing]
    places = store.positions("paper", len(new)) if new else []
    edits: list[Edit] = []
    for item, place in zip(new, places, strict=True):
        edits += _sheet_born(store, item)
        edits.append(_paper_born(store, item.paper, place))
        if item.replaces:
            edits.append(Set("paper", item.replaces, "state", item.why))
    return edits


def _paper_born(store: Store, paper: Paper, place: str) -> Birth:
    kept: dict[str, Value] = {
        name: value
        for name in ("worksheet", "sheet", "vote", "stage", "number", "first", "last", "rows", "columns")
        if (value := getattr(paper, name))
    }
    born: dict[str, Value] = {POS: place, "kind": paper.kind, "state": OUT, "printed_at": store.now_text()}
    return Birth("paper", paper.id, {**born, **kept})


def _sheet_born(store: Store, issue: Issue) -> list[Edit]:
    """Return the birth of a printed sheet that does not stand yet, under the number that was printed."""
    paper = issue.paper
    if paper.kind != SHEET or sheet_query(store.db, paper.sheet):
        return []
    definition = worksheet_of(store, paper.worksheet)
    born = numbered(store, definition, [party_of(store.db, definition, issue.party).id])
    return [
        replace(item, values={**item.values, "number": paper.number})
        for item in born
        if isinstance(item, Birth)
    ]


def is_gone(store: Store, ent: str, row: RowId) -> bool:
    """Tell whether a row stood once and was deleted."""
    return has_row(store.db, row) and not values(store.db, ent, [row])
