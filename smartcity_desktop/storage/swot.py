"""Queries: factors of a SWOT and the strategies that cite them, sheet by sheet; the change of its scale."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.swot import (
    BY_WORDS,
    SCALE,
    SCALE_WORDS,
    Factor,
    Strategy,
    SwotSheet,
    is_hidden_on,
    scale_of,
    stand,
)
from smartcity_desktop.domain.worksheet import BY_DIMENSION, Party, Worksheet
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.origin import merged_beside
from smartcity_desktop.storage.party import parties, party_of
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.worksheet import columns, sheets, worksheets

FACTOR: Final = "factor"
STRATEGY: Final = "strategy"
_OF_SHEETS: Final = "sheet IN (SELECT id FROM sheet WHERE worksheet = :worksheet)"


def swot_worksheets(db: Database) -> list[Worksheet]:
    """Return the worksheets of factors in their order; retired ones only where no other stands."""
    found = [item for item in worksheets(db) if item.target == FACTOR]
    return [item for item in found if not item.retired] or found


def swot_sheets(db: Database, worksheet: Worksheet) -> list[SwotSheet]:
    """Return factors and strategies of every party, and of the dimensions into which they were merged.

    Parties that wrote nothing stand among them; dimensions without a merged sheet too, behind the others.
    """
    work = _Work(db, worksheet)
    return [work.sheet(party) for party in _whose(db, worksheet)]


def swot_sheet(db: Database, worksheet: Worksheet, party: RowId) -> SwotSheet:
    """Return factors and strategies of one party, an empty sheet where nothing stands."""
    found = next((item for item in swot_sheets(db, worksheet) if item.party.id == party), None)
    if found is not None:
        return found
    return SwotSheet(worksheet.id, worksheet.title, scale_of(worksheet.scale), party_of(db, worksheet, party))


def explained(worksheet: Worksheet) -> Worksheet:
    """Return a worksheet of factors with its scale in words before its instruction; any other as it is."""
    if worksheet.target != FACTOR:
        return worksheet
    words = f"{SCALE}{SCALE_WORDS[scale_of(worksheet.scale)]}"
    return replace(worksheet, instruction="\n".join(filter(None, (words, worksheet.instruction))))


def weighing(db: Database, worksheet: Worksheet, sheet: RowId) -> tuple[str, ...]:
    """Return what the weights and ratings of one sheet lack, in soft sentences; nothing without figures."""
    if worksheet.target != FACTOR or scale_of(worksheet.scale) == BY_WORDS:
        return ()
    gone = merged_beside(db, FACTOR, worksheet.id)
    found = _said(fetch(db, Factor, FACTOR, "sheet = :sheet", {"sheet": sheet}))
    factors = [item for item in found if item.id not in gone]
    return stand([item.on(worksheet.scale) for item in factors], worksheet.scale).told


def scale_edits(db: Database, worksheet: Worksheet, scale: str) -> list[Edit]:
    """Return what gives a worksheet another scale; its figures show where the scale needs them.

    Weights and ratings that were given stay in the file; the two scales have ratings of their own.
    """
    edits: list[Edit] = [Set("worksheet", worksheet.id, "scale", scale)] if scale != worksheet.scale else []
    for item in columns(db, worksheet.id):
        hidden = is_hidden_on(scale, item.bound)
        if hidden is not None and hidden != item.hidden:
            edits.append(Set("sheet_column", item.id, "hidden", hidden))
    return edits


def _whose(db: Database, worksheet: Worksheet) -> list[Party]:
    own = parties(db, worksheet)
    if worksheet.filled_by == BY_DIMENSION:
        return own
    merged = {item.dimension for item in sheets(db, worksheet.id) if item.dimension}
    # A dimension that filled it before somebody else was to stands among them already, with the same sheet.
    known = {item.id for item in own}
    return [
        *own,
        *(
            party_of(db, worksheet, item.id)
            for item in dimensions(db)
            if item.id not in known and (not item.retired or item.id in merged)
        ),
    ]


def _answering(db: Database, worksheet: Worksheet) -> RowId:
    """Return the worksheet whose strategies cite these factors: one that it feeds, else the first."""
    known = [item for item in worksheets(db) if item.target == STRATEGY]
    fed = [item for item in known if item.code in worksheet.fed_codes]
    found = [item for item in (*fed, *known) if not item.retired] or known
    return found[0].id if found else NO_ROW


def _said(found: Sequence[Factor]) -> list[Factor]:
    """Leave out rows that say nothing: they have no place among the codes either."""
    return [item for item in found if item.text.strip() or item.kind or item.evidence.strip()]


class _Work:
    """All factors and strategies of one worksheet, read once."""

    def __init__(self, db: Database, worksheet: Worksheet) -> None:
        self._db, self._worksheet = db, worksheet
        self._answered = _answering(db, worksheet)
        self._of_factors = {item.party: item for item in sheets(db, worksheet.id)}
        of_strategies = sheets(db, self._answered) if self._answered else []
        self._of_strategies = {item.party: item.id for item in of_strategies}
        self._factors = _said(fetch(db, Factor, FACTOR, _OF_SHEETS, {"worksheet": worksheet.id}))
        self._strategies = self._read_strategies()
        origin = parts(db, FACTOR, "origin", [item.id for item in self._factors])
        self._gone = merged_beside(db, FACTOR, worksheet.id) | merged_beside(db, STRATEGY, self._answered)
        self._heirs = {row: tuple(RowId(source) for source in found) for row, found in origin.items()}

    def sheet(self, party: Party) -> SwotSheet:
        own = self._of_factors.get(party.id)
        row = own.id if own else NO_ROW
        scale = scale_of(self._worksheet.scale)
        written = [item.on(scale) for item in self._factors if row and item.sheet == row]
        factors = tuple(item for item in written if item.id not in self._gone)
        # What cites a factor that was merged into another cites that other one here.
        heir = {source: item.id for item in factors for source in self._heirs.get(item.id, ())}
        answered = self._of_strategies.get(party.id)
        found = [item for item in self._strategies if answered and item.sheet == answered]
        strategies = [item for item in found if item.id not in self._gone]
        return SwotSheet(
            worksheet=self._worksheet.id,
            title=self._worksheet.title,
            scale=scale,
            party=party,
            sheet=row,
            number=own.number if own else "",
            factors=factors,
            strategies=tuple(
                replace(item, factors=tuple(dict.fromkeys(heir.get(one, one) for one in item.factors)))
                for item in strategies
            ),
            answered=self._answered,
            is_merged=party.kind == BY_DIMENSION != self._worksheet.filled_by,
            merged=len(written) - len(factors) + len(found) - len(strategies),
        )

    def _read_strategies(self) -> list[Strategy]:
        found = fetch(self._db, Strategy, STRATEGY, _OF_SHEETS, {"worksheet": self._answered})
        cited = parts(self._db, STRATEGY, FACTOR, [item.id for item in found])
        return [
            replace(item, factors=tuple(RowId(row) for row in cited.get(item.id, {})))
            for item in found
            if item.text.strip() or item.kind or item.id in cited
        ]
