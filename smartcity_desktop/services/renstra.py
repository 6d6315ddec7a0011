"""The Renstra of an OPD: read from a file, looked at, adopted whole in one act, checked, read again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from smartcity_desktop.domain.analysis import Indicator, Line, as_drafts
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.plan_code import is_support, normal_code
from smartcity_desktop.domain.renstra_checks import checks
from smartcity_desktop.domain.renstra_draft import Draft, Finding, IndicatorDraft, LineDraft
from smartcity_desktop.domain.renstra_match import match, match_indicators
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import attachment, reference
from smartcity_desktop.storage import document as document_query
from smartcity_desktop.storage import opd as opd_query
from smartcity_desktop.storage import renstra as query
from smartcity_desktop.storage import workshop as workshop_query
from smartcity_desktop.storage.analysis import analyses
from smartcity_desktop.storage.store import Store


def names() -> Mapping[str, str]:
    """Return the nomenclature as code -> name, the form that reading and checking use."""
    return reference.nomenclature_names()


def read(path: Path, *, sheet: str | None = None, cancelled: Callable[[], bool] = lambda: False) -> Draft:
    """Read a plan from a spreadsheet file in a child process; nothing is stored. Slow: for the side pool.

    Raises UserFault with one of a handful of clear sentences where the file cannot be read.
    """
    from smartcity_desktop.exchange import renstra as reader

    return reader.read_file(path, nomenclature=names(), sheet=sheet, cancelled=cancelled)


def read_pasted(text: str) -> Draft:
    """Read a plan from cells copied out of a spreadsheet."""
    from smartcity_desktop.exchange import renstra as reader

    return reader.read_pasted(text, nomenclature=names())


@dataclass(frozen=True, slots=True)
class Plan:
    """A stored Renstra, whole: document, lines in order, their indicators, and what should be looked at."""

    document: Document
    lines: tuple[Line, ...] = ()
    indicators: Mapping[RowId, Sequence[Indicator]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Adopted:
    """What adopting a reading came to; ``lost`` names lines of before that the new file no longer has.

    ``lost_with_analysis`` are those of them on which somebody had already made an analysis.
    """

    document: RowId
    lines: int
    matched: int = 0
    lost: tuple[str, ...] = ()
    lost_with_analysis: tuple[str, ...] = ()


class RenstraService:
    """Keeps the plans of the agencies."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def documents(self) -> list[Document]:
        """Return all documents that were read in."""
        return document_query.documents(self._store.db)

    def plan(self, opd: RowId) -> Plan | None:
        """Return the Renstra of one agency, None where it has none."""
        document = document_query.renstra_of(self._store.db, opd)
        if document is None:
            return None
        lines = query.lines(self._store.db, document.id)
        indicators = query.indicators(self._store.db, [line.id for line in lines])
        found = checks(as_drafts(lines, indicators), nomenclature=names())
        return Plan(document, tuple(lines), indicators, tuple(found))

    def adopt(self, opd: RowId, draft: Draft, source: bytes | None = None) -> tuple[Adopted, Changes]:
        """Store a reading whole, in one act; a Renstra that stands is replaced line by line.

        ``source`` is the file that was read; up to 20 MB of it stay beside the journal.

        Lines that are recognisable keep their ids, so that the analysis made on them stays.
        Raises UserFault ``renstra-empty`` where the draft has no line, ``opd-gone`` where the agency is gone.
        """
        if not draft.lines:
            raise UserFault("renstra-empty")
        agency = opd_query.opd(self._store.db, opd)
        if agency is None:
            raise UserFault("opd-gone")
        standing = self.plan(opd)
        if source and len(source) <= attachment.LIMIT:
            attachment.put(self._store.db, source, Path(draft.source_name).suffix.lstrip(".") or "text")
        work = _Adoption(self._store, draft, standing)
        edits = [*work.document(opd, agency.name), *work.lines()]
        told = work.result()
        label = f"pakai hasil baca Renstra {agency.called} ({len(draft.lines)} baris)"
        return told, self._store.write(edits, label)

    def add_program(
        self, opd: RowId, name: str, code: str = "", pagu: Mapping[str, int] | None = None
    ) -> tuple[RowId, Changes]:
        """Add a program that stands in no file (written on paper), in one act; return its row.

        An agency without a Renstra gets one for it; a file read later is matched with it as with any other.
        Raises UserFault ``program-nameless`` without a name, ``program-opd-gone`` where the agency is gone.
        """
        called = " ".join(name.split())
        if not called:
            raise UserFault("program-nameless")
        if opd_query.opd(self._store.db, opd) is None:
            raise UserFault("program-opd-gone")
        amounts = dict(pagu or {})
        document = document_query.renstra_of(self._store.db, opd)
        home = document.id if document else self._store.ids.new()
        edits: list[Edit] = [] if document else [self._typed_document(home, opd)]
        known = document.years if document else ()
        edits += [Set("document", home, f"years@{year}", "1") for year in amounts if year not in known]
        row, kept = self._store.ids.new(), normal_code(code) or code.strip()
        values: dict[str, Value] = {
            "pos": self._store.positions("renstra_line", 1)[0],
            "document": home,
            "level": "program",
            "code": kept,
            "name": called,
            "support": is_support(kept),
            "source_sheet": "",
            **{f"pagu@{year}": amount for year, amount in amounts.items()},
        }
        edits.append(Birth("renstra_line", row, values))
        return row, self._store.write(edits, f"tambah program {called}")

    def _typed_document(self, row: RowId, opd: RowId) -> Birth:
        year = workshop_query.workshop(self._store.db).year
        values: dict[str, Value] = {
            "pos": self._store.positions("document", 1)[0],
            "kind": "renstra",
            "opd": opd,
            "title": "Program diketik dari kertas",
            "format": "ketik",
            "status": "draf",
            "read_at": self._store.now_text(),
        }
        return Birth("document", row, values | ({f"years@{year}": "1"} if year else {}))

    def set_direction(self, indicator: RowId, direction: str) -> Changes:
        """Remember for one indicator whether smaller (turun) or larger (naik) is better."""
        return self._store.write([Set("indicator", indicator, "direction", direction)], "arah indikator")

    def set_support(self, *lines: RowId, support: bool) -> Changes:
        """Take programs out of counts and sums as support (X.XX.01), or let them count."""
        words = "program penunjang" if support else "ikut hitung program"
        return self._store.write([Set("renstra_line", line, "support", support) for line in lines], words)

    def update_line(self, line: RowId, name: str, value: Value) -> Changes:
        """Change one field of a stored line (``name``, ``code``, ``unit``, ``pagu@2026`` …)."""
        return self._store.write([Set("renstra_line", line, name, value)], "ubah baris Renstra", typing=True)

    def remove(self, document: RowId) -> Changes:
        """Delete a Renstra with its lines and the analysis made on them; undo brings all back."""
        return self._store.write([Gone("document", document)], "hapus Renstra")


class _Adoption:
    """One reading on its way into the file: which ids its lines keep or get, and the edits that follow."""

    def __init__(self, store: Store, draft: Draft, standing: Plan | None) -> None:
        self._store, self._draft, self._standing = store, draft, standing
        self._old: tuple[Line, ...] = standing.lines if standing else ()
        indicators = standing.indicators if standing else {}
        self._indicators = indicators
        self._matching = match(as_drafts(self._old, indicators), draft.lines)
        kept = {new: self._old[old].id for old, new in self._matching.pairs}
        self._ids = [kept.get(index) or store.ids.new() for index in range(len(draft.lines))]
        self._document = standing.document.id if standing else store.ids.new()

    def document(self, opd: RowId, name: str) -> list[Edit]:
        """Return the edits of the document row."""
        draft = self._draft
        period = (
            f" {draft.period_start}–{draft.period_end}" if draft.period_start and draft.period_end else ""
        )
        values: dict[str, Value] = {
            "kind": "renstra",
            "opd": opd,
            "title": f"Renstra {name}{period}",
            "period_start": draft.period_start,
            "period_end": draft.period_end,
            "base_year": draft.base_year,
            "format": draft.format,
            "source_name": draft.source_name,
            "source_sha256": draft.source_sha256,
            "source_sheet": draft.sheet,
            "multiplier": draft.multiplier,
            "read_at": self._store.now_text(),
            **{f"years@{year}": "1" for year in draft.years},
        }
        if self._standing is None:
            pos = self._store.positions("document", 1)[0]
            return [Birth("document", self._document, {"pos": pos, "status": "draf", **values})]
        gone = set(self._standing.document.years) - set(draft.years)
        return [
            *(Set("document", self._document, key, value) for key, value in values.items()),
            *(Set("document", self._document, f"years@{year}", None) for year in sorted(gone)),
        ]

    def lines(self) -> list[Edit]:
        """Return the edits of lines and indicators: births, changed fields, and lines that are gone."""
        edits: list[Edit] = []
        old_of = {new: self._old[old] for old, new in self._matching.pairs}
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
                stale = sorted(set(old.pagu) - set(line.pagu))
                edits += [Set("renstra_line", row, f"pagu@{year}", None) for year in stale]
            edits += self._indicator_edits(row, line, [next(spots) for _ in line.indicators])
        edits += [Gone("renstra_line", self._old[index].id) for index in self._matching.lost]
        return edits

    def result(self) -> Adopted:
        """Return what the adoption came to; lines with an analysis that got lost are named apart."""
        analysed = analyses(self._store.db)
        lost = [self._old[index] for index in self._matching.lost]
        return Adopted(
            self._document,
            len(self._draft.lines),
            len(self._matching.pairs),
            tuple(_called(line) for line in lost),
            tuple(_called(line) for line in lost if line.level == "program" and line.id in analysed),
        )

    def _line_values(self, line: LineDraft) -> dict[str, Value]:
        return {
            "document": self._document,
            "parent": self._ids[line.parent] if line.parent is not None else NO_ROW,
            "level": line.level,
            "code": line.code,
            "name": line.name,
            "unit": line.unit,
            "location": line.location,
            "support": line.support,
            "source_sheet": line.origin.sheet,
            "source_row": line.origin.row,
            **{f"pagu@{year}": amount for year, amount in line.pagu.items()},
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
                **{f"target@{year}": target for year, target in item.targets.items()},
            }
            stood = old_of.get(index)
            if stood is None:
                edits.append(
                    Birth("indicator", self._store.ids.new(), {"direction": item.direction, **values})
                )
                continue
            edits += [Set("indicator", stood.id, key, value) for key, value in values.items()]
            stale = sorted(set(stood.target) - set(item.targets))
            edits += [Set("indicator", stood.id, f"target@{year}", None) for year in stale]
        return edits


def _called(line: Line) -> str:
    return f"{line.code} {line.name}".strip()
