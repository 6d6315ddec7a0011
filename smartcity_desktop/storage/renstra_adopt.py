"""A reading on its way into the file: which ids its lines keep or get, the edits, the version it becomes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.analysis import Indicator, Line, as_drafts
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.plan_change import compare, says_same
from smartcity_desktop.domain.plan_code import plain
from smartcity_desktop.domain.renstra_draft import Draft, IndicatorDraft, LineDraft, RecordDraft
from smartcity_desktop.domain.renstra_match import match, match_indicators
from smartcity_desktop.storage import plan_version, renstra
from smartcity_desktop.storage.read_rows import ReadRows
from smartcity_desktop.storage.store import Store

_BEFORE: Final = "Yang tersimpan sebelumnya"
_BY_HAND: Final = "Sesudah diubah dengan tangan"
_BESIDE: Final = frozenset({"strategi", "arah"})
_RECORD_PARTS: Final = ("target", "realised", "ratio")


def place_ties(lines: Sequence[Line], ties: Mapping[RowId, int]) -> dict[int, int]:
    """Return ties (row of an old line -> place of a new one) by the places of the old lines."""
    place = {line.id: number for number, line in enumerate(lines)}
    return {place[row]: new for row, new in ties.items() if row in place}


class Adoption:
    """One reading for one agency; ``ties`` say by hand which new line an old one has become."""

    def __init__(
        self,
        store: Store,
        draft: Draft,
        standing: Document | None,
        opd: RowId,
        ties: Mapping[RowId, int] | None = None,
        *,
        exact: bool = False,
    ) -> None:
        """Match the reading with the lines that stand in the plan of an agency.

        Tables beside the programs that the file has none of stay as they are, unless it is to be ``exact``.
        """
        self._store, self._standing, self._opd = store, standing, opd
        self._rows = ReadRows(store)
        self._draft = draft if exact or standing is None else self._completed(draft, standing)
        self.old: list[Line] = renstra.lines(store.db, standing.id) if standing else []
        self._indicators: Mapping[RowId, Sequence[Indicator]] = renstra.indicators(
            store.db, [line.id for line in self.old]
        )
        self._drafts = as_drafts(self.old, self._indicators)
        self.matching = match(self._drafts, draft.lines, place_ties(self.old, ties or {}))
        known = {new: self.old[old].id for old, new in self.matching.pairs}
        self.document = standing.id if standing else self._rows.row("document", "renstra", opd)
        self._ids = [
            known.get(index)
            or self._rows.row("renstra_line", self.document, line.level, line.code, plain(line.name))
            for index, line in enumerate(draft.lines)
        ]

    def edits(self, name: str, version: str = "") -> list[Edit]:
        """Return all edits for the agency of this name; ``version`` titles what is no plain reading."""
        return [
            *self._versions(version),
            *self._document(name),
            *self._lines(),
            *self._records(),
        ]

    def _completed(self, draft: Draft, standing: Document) -> Draft:
        """Return a reading with the records of those tables that the plan has and this file has not."""
        read = {item.kind for item in draft.records} | _BESIDE
        old = plan_version.records(self._store.db, standing.id)
        kept = tuple(item for _, item in old if item.kind not in read)
        return replace(draft, records=(*draft.records, *kept)) if kept else draft

    def _document(self, name: str) -> list[Edit]:
        draft = self._draft
        period = (
            f" {draft.period_start}–{draft.period_end}" if draft.period_start and draft.period_end else ""
        )
        values: dict[str, Value] = {
            "kind": "renstra",
            "opd": self._opd,
            "title": f"Renstra {name}{period}",
            "period_start": draft.period_start,
            "period_end": draft.period_end,
            "base_year": draft.base_year,
            "format": draft.format,
            "source_name": draft.source_name,
            "source_sha256": draft.source_sha256,
            "source_sheet": draft.sheet,
            "file_opd": draft.opd_name,
            "multiplier": draft.multiplier,
            "read_at": self._store.now_text(),
            **{f"years@{year}": "1" for year in draft.years},
        }
        if self._standing is None:
            pos = self._store.positions("document", 1)[0]
            return [Birth("document", self.document, {"pos": pos, "status": "draf", **values})]
        gone = set(self._standing.years) - set(draft.years)
        return [
            *(Set("document", self.document, key, value) for key, value in values.items()),
            *(Set("document", self.document, f"years@{year}", None) for year in sorted(gone)),
        ]

    def _lines(self) -> list[Edit]:
        edits: list[Edit] = []
        old_of = {new: self.old[old] for old, new in self.matching.pairs}
        before = self._originals([line.id for line in self.old])
        places = run(len(self._draft.lines))
        spots = iter(run(sum(len(line.indicators) for line in self._draft.lines)))
        for index, (line, pos) in enumerate(zip(self._draft.lines, places, strict=True)):
            row = self._ids[index]
            values = {"pos": pos, **self._line_values(line)}
            old = old_of.get(index)
            if old is None:
                edits.append(Birth("renstra_line", row, values))
            else:
                # What a person said about support programs stays theirs.
                kept = {key: value for key, value in values.items() if key != "support"}
                edits += [Set("renstra_line", row, key, value) for key, value in kept.items()]
                stale = {f"pagu@{year}" for year in old.pagu} | before.get(row, set())
                edits += [Set("renstra_line", row, name, None) for name in sorted(stale - set(values))]
            edits += self._indicator_edits(row, line, [next(spots) for _ in line.indicators])
        edits += [Gone("renstra_line", self.old[index].id) for index in self.matching.lost]
        return edits

    def _originals(self, rows: Sequence[RowId]) -> dict[RowId, set[str]]:
        """Return the fields ``written@…`` and ``sure@…`` that lines have now."""
        found: dict[RowId, set[str]] = {}
        for name in ("written", "sure"):
            for row, values in renstra.originals(self._store.db, name, rows).items():
                found.setdefault(row, set()).update(f"{name}@{part}" for part in values)
        return found

    def _line_values(self, line: LineDraft) -> dict[str, Value]:
        return {
            "document": self.document,
            "parent": self._ids[line.parent] if line.parent is not None else NO_ROW,
            "level": line.level,
            "code": line.code,
            "name": line.name,
            "unit": line.unit,
            "location": line.location,
            "support": line.support,
            "source_sheet": line.origin.sheet,
            "source_row": line.origin.row,
            "source_page": line.origin.page or None,
            "outcome": line.outcome,
            "fund": line.fund,
            **{f"pagu@{year}": amount for year, amount in line.pagu.items()},
            **{f"written@{name}": text for name, text in line.written.items()},
            **{f"sure@{name}": percent for name, percent in line.sure.items()},
        }

    def _indicator_edits(self, row: RowId, line: LineDraft, places: Sequence[str]) -> list[Edit]:
        old = list(self._indicators.get(row, ()))
        matching = match_indicators([IndicatorDraft(name=item.name) for item in old], line.indicators)
        old_of = {new: old[index] for index, new in matching.pairs}
        edits: list[Edit] = [Gone("indicator", old[index].id) for index in matching.lost]
        for index, (item, pos) in enumerate(zip(line.indicators, places, strict=True)):
            values: dict[str, Value] = {
                "pos": pos,
                "line": row,
                "name": item.name,
                "unit": item.unit,
                "baseline": item.baseline,
                "baseline_year": item.baseline_year,
                "final": item.final,
                **{f"target@{year}": target for year, target in item.targets.items()},
            }
            stood = old_of.get(index)
            if stood is None:
                new = self._rows.row("indicator", row, plain(item.name))
                edits.append(Birth("indicator", new, {"direction": item.direction, **values}))
                continue
            edits += [Set("indicator", stood.id, key, value) for key, value in values.items()]
            stale = sorted(set(stood.target) - set(item.targets))
            edits += [Set("indicator", stood.id, f"target@{year}", None) for year in stale]
        return edits

    def _records(self) -> list[Edit]:
        """Return the edits of the rows beside the programs; one of the same name keeps its id."""
        old = plan_version.records(self._store.db, self._standing.id) if self._standing else []
        waiting: dict[tuple[str, str], list[tuple[RowId, RecordDraft]]] = {}
        for row, item in old:
            waiting.setdefault((item.kind, plain(item.name)), []).append((row, item))
        edits: list[Edit] = []
        places = run(len(self._draft.records))
        for item, pos in zip(self._draft.records, places, strict=True):
            same = waiting.get((item.kind, plain(item.name)))
            values: dict[str, Value] = {"pos": pos, **self._record_values(item)}
            if not same:
                new = self._rows.row("plan_record", self.document, item.kind, plain(item.name))
                edits.append(Birth("plan_record", new, values))
                continue
            row, stood = same.pop(0)
            edits += [Set("plan_record", row, key, value) for key, value in values.items()]
            stale = sorted(set(_record_parts(stood)) - set(values))
            edits += [Set("plan_record", row, name, None) for name in stale]
        return [*edits, *(Gone("plan_record", row) for rest in waiting.values() for row, _ in rest)]

    def _record_values(self, item: RecordDraft) -> dict[str, Value]:
        return {
            "document": self.document,
            "kind": item.kind,
            "name": item.name,
            "unit": item.unit,
            "standard": item.standard,
            "baseline": item.baseline,
            "final": item.final,
            "goal": item.goal,
            "above": item.above,
            "source_sheet": item.origin.sheet,
            "source_row": item.origin.row or None,
            "source_page": item.origin.page or None,
            **_record_parts(item),
        }

    def _versions(self, title: str) -> Iterator[Edit]:
        """Yield the version that the reading becomes, and before it what stands where no version says so."""
        known = plan_version.versions(self._store.db, self.document) if self._standing else []
        number = known[-1].number if known else 0
        held = plan_version.draft_of(self._store.db, known[-1]) if known else None
        told = plan_version.records(self._store.db, self._standing.id) if self._standing else []
        stands = (
            held is not None
            and says_same(held.lines, self._drafts)
            and _told(held.records) == _told(item for _, item in told)
        )
        if self._standing is not None and not stands:
            standing = plan_version.standing_draft(self._store.db, self._standing)
            number += 1
            yield plan_version.kept(
                self._store,
                self.document,
                number,
                _BY_HAND if known else _BEFORE,
                standing,
                read_at=self._standing.read_at,
            )
        # Read once more without any difference it is no new version.
        same = stands and compare(self._drafts, self._draft.lines, matching=self.matching).is_empty
        same = same and held is not None and _told(held.records) == _told(self._draft.records)
        if title or not same:
            yield plan_version.kept(
                self._store, self.document, number + 1, title, self._draft, read_at=self._store.now_text()
            )


def _told(some: Iterable[RecordDraft]) -> list[tuple[str, str, str, str]]:
    """Return what strategies and directions say, wherever they stand in their file."""
    return sorted((one.kind, one.goal, one.above, one.name) for one in some if one.kind in _BESIDE)


def _record_parts(item: RecordDraft) -> dict[str, Value]:
    return {f"{name}@{year}": text for name in _RECORD_PARTS for year, text in getattr(item, name).items()}
