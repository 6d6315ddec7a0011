"""Everything that suggestions for the programs of one workshop stand on, read from the file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.cell_offer import WHOLE
from smartcity_desktop.domain.cue import CueRow, WordPlace, overlaid, word_places
from smartcity_desktop.domain.dimension_use import Board
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_program import PlanProgram
from smartcity_desktop.domain.reference import DimensionSet
from smartcity_desktop.domain.suggest import Cues, Evidence, Hint, Suggestion, hinted
from smartcity_desktop.domain.suggest_hints import Placed, PlacedTexts
from smartcity_desktop.domain.suggest_set import Layout, layout
from smartcity_desktop.storage import dimension as dimension_query
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.analysis import analyses
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.suggest_shelf import of_agency, of_code
from smartcity_desktop.storage.verdict import verdicts
from smartcity_desktop.storage.workshop import workshop

DIMENSION: Final = WHOLE
"""The kind of verdicts about suggested dimensions; their value is the row of a dimension."""
REFUSED: Final = "tolak"
TAKEN: Final = "terima"


@dataclass(frozen=True, slots=True)
class Grounds:
    """The words and dimensions of a workshop as they stand now."""

    board: Board
    layout: Layout
    rows: tuple[CueRow, ...]
    cues: Cues

    def suggestion(self, evidence: Evidence, without: frozenset[str] = frozenset()) -> Suggestion:
        """Return what evidence comes to here; dimensions in ``without`` were refused and are left out."""
        placed = self.layout.placed(evidence)
        kept = {row: said for row, said in placed.items() if self.layout.home(row) not in without}
        return self.layout.suggestion(kept)


def cue_rows(db: Database) -> tuple[CueRow, ...]:
    """Return the words that people added or changed."""
    return tuple(fetch(db, CueRow, "cue", order="word, id"))


def grounds(store: Store, standing: Grounds | None = None) -> Grounds:
    """Return the grounds; ``standing`` ones are given back where neither words nor dimensions changed."""
    db = store.db
    board = Board(
        tuple(dimension_query.dimensions(db)),
        tuple(dimension_query.subdimensions(db)),
        set_code=workshop(db).dimension_set,
    )
    rows = cue_rows(db)
    if standing and (standing.board, standing.rows) == (board, rows):
        return standing
    sets = {item.code: item for item in reference.dimension_sets()}
    chosen = sets.get(board.set_code)
    lies = layout(board, sets[reference.DEFAULT_SET], chosen, _origin(store, chosen), reference.cues())
    return Grounds(board, lies, rows, Cues(lies.reaching(overlaid((*reference.cues(), *lies.own), rows))))


def places(found: Grounds) -> tuple[WordPlace, ...]:
    """Return every dimension and sub-dimension with its words."""
    return word_places(found.board, found.layout, reference.cues(), found.rows)


def _origin(store: Store, chosen: DimensionSet | None) -> dict[RowId, str]:
    """Return the code on the shelf of every row that the set of the workshop brought."""
    origin: dict[RowId, str] = {}
    for home in chosen.dimensions if chosen else ():
        origin[store.key("dimension", home.code)] = home.code
        origin |= {store.key("subdimension", sub.code): sub.code for sub in home.subdimensions}
    return origin


class Programs:
    """The programs to be suggested for: their texts, agencies, and what people said of them already."""

    def __init__(self, db: Database, programs: Iterable[PlanProgram]) -> None:
        """Read what was placed and refused; ``programs`` are those of all plans."""
        self._names = {item.id: item.name for item in opds(db)}
        self._analyses = analyses(db)
        self.all = {item.id: item for item in programs}
        placed = [row for row in self.all if self._place(row)]
        self._spot = {row: spot for spot, row in enumerate(placed)}
        self._placed = PlacedTexts([Placed(self.all[row].name, self._place(row)) for row in placed])
        self._refused: dict[RowId, set[str]] = {}
        for item in verdicts(db, {DIMENSION}):
            if item.state == REFUSED:
                self._refused.setdefault(item.subject, set()).add(item.value)

    def _place(self, row: RowId) -> RowId:
        found = self._analyses.get(row)
        return (found.subdimension or found.dimension) if found else RowId("")

    def evidence(self, row: RowId, cues: Cues) -> Evidence:
        """Return everything that speaks for dimensions of one program, the program itself left out."""
        item = self.all[row]
        found: Evidence = {}
        cues.said(item.name, found)
        own = frozenset({self._spot[row]}) if row in self._spot else frozenset[int]()
        hints: tuple[Hint, ...] = (*of_agency(self._names.get(item.opd, "")), *of_code(item.code))
        hinted((*hints, *self._placed.hints(item.name, own)), found)
        return found

    def refused(self, row: RowId) -> frozenset[str]:
        """Return the dimensions that were refused for a program."""
        return frozenset(self._refused.get(row, ()))
