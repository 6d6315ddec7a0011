"""Queries and edits of the frame of the region: the points of the RPJMD/RPD and their indicators."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from smartcity_desktop.domain.catalog import ENTITIES
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_code import plain
from smartcity_desktop.domain.plan_frame import FramePoint, GoalIndicator, outline
from smartcity_desktop.domain.renstra_draft import IndicatorDraft, Matching, PointDraft
from smartcity_desktop.domain.renstra_match import match_indicators
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd_names import opd_names
from smartcity_desktop.storage.read_rows import ReadRows
from smartcity_desktop.storage.rows import fetch, parts
from smartcity_desktop.storage.store import Store

POINT = "plan_point"
INDICATOR = "goal_indicator"


@dataclass(frozen=True, slots=True)
class _Id:
    """A row of any kind."""

    id: RowId = NO_ROW


@dataclass(frozen=True, slots=True)
class _Aligned:
    """What an alignment names."""

    target: RowId = NO_ROW


def frame(db: Database) -> tuple[FramePoint, ...]:
    """Return all points in their places, with indicators, agencies, and pagu in rupiah per year."""
    found = points(db)
    rows = [item.id for item in found]
    said = indicators(db, rows)
    pagu, agencies = parts(db, POINT, "pagu", rows), parts(db, POINT, "opd", rows)
    return tuple(
        replace(
            item,
            indicators=said.get(item.point.id, ()),
            pagu={
                year: value
                for year, value in sorted(pagu.get(item.point.id, {}).items())
                if isinstance(value, int)
            },
            opd=tuple(RowId(row) for row in agencies.get(item.point.id, {})),
        )
        for item in outline(found)
    )


def indicators(db: Database, of: Iterable[RowId]) -> dict[RowId, tuple[GoalIndicator, ...]]:
    """Return the indicators of points, each with its yearly targets as written."""
    wanted = set(of)
    found = [item for item in fetch(db, GoalIndicator, INDICATOR) if item.point in wanted]
    targets = parts(db, INDICATOR, "target", [item.id for item in found])
    grouped: dict[RowId, tuple[GoalIndicator, ...]] = {}
    for item in found:
        yearly = {year: str(value) for year, value in sorted(targets.get(item.id, {}).items())}
        grouped[item.point] = (*grouped.get(item.point, ()), replace(item, target=yearly))
    return grouped


def uses(db: Database) -> dict[RowId, int]:
    """Return how many answers and alignments name each point."""
    found: dict[RowId, int] = {}
    for entity in ENTITIES:
        for item in entity.fields:
            if item.ref != POINT or not item.many:
                continue
            rows = [one.id for one in fetch(db, _Id, entity.name)]
            for named in parts(db, entity.name, item.name, rows).values():
                for row in named:
                    found[RowId(row)] = found.get(RowId(row), 0) + 1
    for one in fetch(db, _Aligned, "alignment"):
        found[one.target] = found.get(one.target, 0) + 1
    return found


class FrameAdoption:
    """Points that were read or pasted on their way into the file: known ones keep their ids."""

    def __init__(
        self, store: Store, standing: Sequence[FramePoint], drafts: Sequence[PointDraft], matching: Matching
    ) -> None:
        """Know the points that stand (in the order that was matched)."""
        self._store, self._standing, self._drafts, self._matching = store, standing, drafts, matching
        known = {new: standing[old].point.id for old, new in matching.pairs}
        self._rows = ReadRows(store)
        self._ids = [
            known.get(place) or self._rows.row(POINT, item.kind, item.code, plain(item.text))
            for place, item in enumerate(drafts)
        ]
        self.unknown: list[str] = []
        """Agencies that no OPD of the workshop goes by."""

    def edits(self, document: RowId) -> list[Edit]:
        """Return births and changed fields; what a document leaves empty of a point stays as it was typed.

        Its indicators are those of the document, where that states any.
        """
        edits: list[Edit] = []
        old_of = {new: self._standing[old] for old, new in self._matching.pairs}
        fresh = iter(self._store.positions(POINT, max(1, len(self._matching.fresh))))
        names = opd_names(self._store.db)
        for place, draft in enumerate(self._drafts):
            old = old_of.get(place)
            values = self._values(draft, document)
            found = [names.match(name) for name in draft.opd]
            self.unknown += [
                name for name, match in zip(draft.opd, found, strict=True) if not (match.opd and match.sure)
            ]
            values |= {f"opd@{match.opd}": "1" for match in found if match.opd and match.sure}
            if old is None:
                values = {"pos": next(fresh), "kind": draft.kind, **values}
                edits.append(Birth(POINT, self._ids[place], values))
            else:
                edits += [Set(POINT, old.point.id, name, value) for name, value in values.items()]
            edits += self._indicators(self._ids[place], old.indicators if old else (), draft.indicators)
        self.unknown = [*dict.fromkeys(self.unknown)]
        return edits

    def _values(self, draft: PointDraft, document: RowId) -> dict[str, Value]:
        values: dict[str, Value] = {"text": draft.text}
        if draft.parent is not None:
            values["parent"] = self._ids[draft.parent]
        if draft.code:
            values["code"] = draft.code
        if draft.origin.page:
            values["page"] = str(draft.origin.page)
        if document:
            values["document"] = document
        return values | {f"pagu@{year}": amount for year, amount in draft.pagu.items()}

    def _indicators(
        self, row: RowId, old: Sequence[GoalIndicator], new: Sequence[IndicatorDraft]
    ) -> list[Edit]:
        if not new:
            return []
        matching = match_indicators([IndicatorDraft(name=item.name) for item in old], new)
        old_of = {place: old[at] for at, place in matching.pairs}
        edits: list[Edit] = [Gone(INDICATOR, old[at].id) for at in matching.lost]
        places = iter(self._store.positions(INDICATOR, max(1, len(new))))
        for place, item in enumerate(new):
            stood = old_of.get(place)
            values = indicator_values(row, item)
            if stood is None:
                values = {"pos": next(places), **values}
                edits.append(Birth(INDICATOR, self._rows.row(INDICATOR, row, plain(item.name)), values))
                continue
            edits += [Set(INDICATOR, stood.id, name, value) for name, value in values.items()]
            stale = sorted(set(stood.target) - set(item.targets))
            edits += [Set(INDICATOR, stood.id, f"target@{year}", None) for year in stale]
        return edits


def indicator_values(point: RowId, item: IndicatorDraft) -> dict[str, Value]:
    """Return the fields of an indicator of a point."""
    values: Mapping[str, Value] = {
        "point": point,
        "name": item.name,
        "unit": item.unit,
        "baseline": item.baseline,
        "baseline_year": item.baseline_year,
        "final": item.final,
        **({"direction": item.direction} if item.direction else {}),
        **{f"target@{year}": target for year, target in item.targets.items()},
    }
    return dict(values)
