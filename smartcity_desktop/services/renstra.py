"""The Renstra of an OPD: read from a file, looked at, adopted whole in one act, checked, read again."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from smartcity_desktop.domain.analysis import Indicator, Line
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import DISTRICT, VILLAGE, OpdRow
from smartcity_desktop.domain.page_picture import PagePicture
from smartcity_desktop.domain.people_opd import OpdMatch
from smartcity_desktop.domain.plan_change import PlanChange, compare
from smartcity_desktop.domain.plan_code import is_support, normal_code
from smartcity_desktop.domain.plan_content import PlanVersion
from smartcity_desktop.domain.plan_strategy import by_goal
from smartcity_desktop.domain.renstra_decide import advise, lacks_codes
from smartcity_desktop.domain.renstra_draft import Draft, RecordDraft
from smartcity_desktop.domain.renstra_parts import AgencyPart, PartChoice, Parts, parts_of
from smartcity_desktop.domain.renstra_split import split
from smartcity_desktop.domain.table_map import TableMap
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import attachment, opd_new, plan_typed, plan_version, reference
from smartcity_desktop.storage import document as document_query
from smartcity_desktop.storage import opd as opd_query
from smartcity_desktop.storage import renstra as query
from smartcity_desktop.storage import workshop as workshop_query
from smartcity_desktop.storage.opd_names import opd_names
from smartcity_desktop.storage.read_rows import ReadRows
from smartcity_desktop.storage.renstra_adopt import Adoption, place_ties
from smartcity_desktop.storage.store import Store

_OF_ONE_KIND = frozenset({DISTRICT, VILLAGE})
"""Units of which a region has many: their names differ where one names another."""


def names() -> Mapping[str, str]:
    """Return the nomenclature as code -> name, the form that reading and checking use."""
    return reference.nomenclature_names()


def read(
    path: Path,
    *,
    sheet: str | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    kinds: Mapping[str, str] | None = None,
    maps: Sequence[TableMap] = (),
) -> Draft:
    """Read a plan from a spreadsheet file in a child process; nothing is stored. Slow: for the side pool.

    ``kinds`` says of tables what a person takes them for (``SheetChoice.kind``), "" to leave one out.
    ``maps`` are the mappings of the workshop; where one fits, ``Draft.map_name`` tells which.
    Raises UserFault with one of a handful of clear sentences where the file cannot be read.
    """
    from smartcity_desktop.exchange import renstra as reader

    draft = reader.read_file(path, sheet=sheet, kinds=kinds, cancelled=cancelled, maps=maps)
    # The nomenclature is long; most files say all their codes themselves.
    return advise(draft, names()) if lacks_codes(draft) else draft


def read_pasted(text: str, *, maps: Sequence[TableMap] = ()) -> Draft:
    """Read a plan from cells copied out of a spreadsheet."""
    from smartcity_desktop.exchange import renstra as reader

    return reader.read_pasted(text, nomenclature=names(), maps=maps)


def page_picture(path: Path, page: int, *, cancelled: Callable[[], bool] = lambda: False) -> PagePicture:
    """Return a page (from 1) of the file that is read, to look at. Slow: for the side pool.

    Raises UserFault as ``read`` does.
    """
    from smartcity_desktop.exchange import pdf_page

    return pdf_page.page_picture(path, page, cancelled=cancelled)


@dataclass(frozen=True, slots=True)
class Plan:
    """A stored Renstra, whole: document, lines in order, their indicators."""

    document: Document
    lines: tuple[Line, ...] = ()
    indicators: Mapping[RowId, Sequence[Indicator]] = field(default_factory=dict)
    strategies: Mapping[RowId, tuple[RecordDraft, ...]] = field(default_factory=dict)
    """Strategi and arah kebijakan by the goal they stand under."""


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


@dataclass(frozen=True, slots=True)
class Comparison:
    """A reading beside the plan that stands; ``rows`` are the stored lines by their places in the change."""

    change: PlanChange
    rows: tuple[RowId, ...] = ()


@dataclass(frozen=True, slots=True)
class PartsAdopted:
    """What adopting several parts came to; ``skipped`` names agencies whose Renstra was left as it was.

    ``added`` are the agencies that came into being with it; ``stopped`` tells that a person cancelled.
    """

    adopted: tuple[Adopted, ...] = ()
    skipped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    stopped: bool = False


class RenstraService:
    """Keeps the plans of the agencies."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def documents(self) -> list[Document]:
        """Return all documents that were read in."""
        return document_query.documents(self._store.db)

    def plan(self, opd: RowId) -> Plan | None:
        """Return the Renstra of one agency, None where it has none; ``finding`` tells its faults."""
        document = document_query.renstra_of(self._store.db, opd)
        if document is None:
            return None
        lines = query.lines(self._store.db, document.id)
        indicators = query.indicators(self._store.db, [line.id for line in lines])
        told = by_goal(lines, (item for _, item in plan_version.records(self._store.db, document.id)))
        return Plan(document, tuple(lines), indicators, told)

    def adopt(
        self,
        opd: RowId,
        draft: Draft,
        source: bytes | None = None,
        *,
        ties: Mapping[RowId, int] | None = None,
    ) -> tuple[Adopted, Changes]:
        """Store a reading whole, in one act; a Renstra that stands is replaced line by line.

        ``source`` is the file that was read; up to 20 MB of it stay beside the journal.

        Lines that are recognisable keep their ids, so that the analysis made on them stays; ``ties`` say by
        hand which line of the reading (its place) a stored one has become. What is read becomes a version
        of the plan; where no version says what stands now, that becomes one first.
        Raises UserFault ``renstra-empty`` where the draft has no line, ``opd-gone`` where the agency is gone.
        """
        if not draft.lines:
            raise UserFault("renstra-empty")
        agency = opd_query.opd(self._store.db, opd)
        if agency is None:
            raise UserFault("opd-gone")
        if source and len(source) <= attachment.LIMIT:
            attachment.put(self._store.db, source, Path(draft.source_name).suffix.lstrip(".") or "text")
        work = Adoption(self._store, draft, document_query.renstra_of(self._store.db, opd), opd, ties)
        edits = [*work.edits(agency.name), *plan_typed.used(self._store.db, draft.typed)]
        label = f"pakai hasil baca Renstra {agency.called} ({len(draft.lines)} baris)"
        return self._adopted(work, len(draft.lines)), self._store.write(edits, label)

    def agencies(self, draft: Draft) -> tuple[AgencyPart, ...]:
        """Return the parts of a table of all agencies, each with the agency that it seems to be."""
        names = opd_names(self._store.db)
        standing = {item.opd for item in self.documents() if item.kind == "renstra"}
        many = {item.id for item in opd_query.opds(self._store.db) if item.kind in _OF_ONE_KIND}
        drafts = split(draft)
        matches = [names.match(part.opd_name) if part.opd_name else OpdMatch() for part in drafts]
        meant = Counter(match.opd for match in matches)
        found = []
        for part, match in zip(drafts, matches, strict=True):
            # What is only alike is a guess; a guess that others share, or one among many units, is none.
            is_guess = bool(match.opd) and not match.sure
            opd = NO_ROW if is_guess and (meant[match.opd] > 1 or match.opd in many) else match.opd
            found.append(AgencyPart(part.opd_name, part, opd, bool(opd) and match.sure, opd in standing))
        return tuple(found)

    def parts(self, draft: Draft) -> Parts:
        """Return a table of all agencies as the list that a person decides on.

        Where no agency is at the table yet, all of the file are new ones.
        """
        standing = frozenset(str(item.opd) for item in self.documents() if item.kind == "renstra")
        found = parts_of(draft, self.agencies(draft), standing)
        return found if opd_query.opds(self._store.db) else found.adds_unknown()

    def adopt_parts(
        self,
        parts: Sequence[PartChoice],
        *,
        step: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[PartsAdopted, Changes]:
        """Store the parts of a table of all agencies in one act, each as the Renstra of its agency.

        Agencies that are not at the table yet come into being in the same act. A Renstra that stands stays
        unless its part ``replaces`` it. ``step`` hears how many of how many parts are done. Raises UserFault
        ``renstra-empty`` where nothing is left to store, ``opd-gone`` where an agency is gone.
        """
        told: list[Adopted] = []
        skipped: list[str] = []
        added = [OpdRow(item.name) for item in parts if not item.opd and item.draft.lines]
        rows, edits = opd_new.births(self._store, added) if added else ([], [])
        fresh = iter(rows)
        for done, item in enumerate(parts):
            if cancelled():
                return PartsAdopted(stopped=True), Changes()
            step(done, len(parts))
            if not item.draft.lines:
                continue
            name, called, opd = item.name, item.name, item.opd or next(fresh)
            standing = None
            if item.opd:
                agency = opd_query.opd(self._store.db, opd)
                if agency is None:
                    raise UserFault("opd-gone")
                name, called = agency.name, agency.called
                standing = document_query.renstra_of(self._store.db, opd)
            if standing is not None and not item.replaces:
                skipped.append(called)
                continue
            work = Adoption(self._store, item.draft, standing, opd, item.ties)
            edits += work.edits(name)
            told.append(self._adopted(work, len(item.draft.lines)))
        if not told and not skipped:
            raise UserFault("renstra-empty")
        words = self._store.say("pakai hasil baca Renstra {count} OPD").format(count=len(told))
        changes = self._store.write(edits, words) if edits else Changes()
        return PartsAdopted(tuple(told), tuple(skipped), tuple(item.name for item in added)), changes

    def compare(self, opd: RowId, draft: Draft, ties: Mapping[RowId, int] | None = None) -> Comparison | None:
        """Return what adopting a reading would change, None where the agency has no Renstra yet."""
        document = document_query.renstra_of(self._store.db, opd)
        if document is None:
            return None
        lines = query.lines(self._store.db, document.id)
        standing = plan_version.standing_draft(self._store.db, document)
        change = compare(
            standing.lines,
            draft.lines,
            worked=plan_version.worked(self._store.db, lines),
            ties=place_ties(lines, ties or {}),
            records=(standing.records, draft.records),
        )
        return Comparison(change, tuple(line.id for line in lines))

    def versions(self, opd: RowId) -> tuple[PlanVersion, ...]:
        """Return the versions of an agency's plan, the first one first; the last says whether it stands."""
        document = document_query.renstra_of(self._store.db, opd)
        found = plan_version.versions(self._store.db, document.id) if document else []
        if document is None or not found:
            return ()
        stands = plan_version.stands(self._store.db, document, found[-1])
        return (*found[:-1], replace(found[-1], stands=stands))

    def records(self, opd: RowId) -> tuple[RecordDraft, ...]:
        """Return the rows of the tables beside the programs (T-C.23, T-C.24, T-C.28), in their order."""
        document = document_query.renstra_of(self._store.db, opd)
        found = plan_version.records(self._store.db, document.id) if document else []
        return tuple(item for _, item in found)

    def change(self, opd: RowId, one: int, other: int) -> PlanChange:
        """Return what differs between two versions by their numbers; 0 is the plan as it stands now.

        Raises UserFault ``plan-version-gone`` where one of them is not in this file.
        """
        old, new = self._version(opd, one), self._version(opd, other)
        return compare(old.lines, new.lines, records=(old.records, new.records))

    def restore(self, opd: RowId, number: int) -> tuple[Adopted, Changes]:
        """Let an earlier version stand again, as a new act and a new version; undo takes it back.

        Raises UserFault ``plan-version-gone``, or ``opd-gone`` where the agency is gone.
        """
        agency = opd_query.opd(self._store.db, opd)
        if agency is None:
            raise UserFault("opd-gone")
        draft = self._version(opd, number)
        work = Adoption(self._store, draft, document_query.renstra_of(self._store.db, opd), opd, exact=True)
        edits = work.edits(agency.name, f"Dipulihkan dari versi {number}")
        label = f"pulihkan Renstra {agency.called} ke versi {number}"
        return self._adopted(work, len(draft.lines)), self._store.write(edits, label)

    def _version(self, opd: RowId, number: int) -> Draft:
        document = document_query.renstra_of(self._store.db, opd)
        if document is not None and number == 0:
            return plan_version.standing_draft(self._store.db, document)
        known = plan_version.versions(self._store.db, document.id) if document else []
        found = next((item for item in known if item.number == number), None)
        draft = plan_version.draft_of(self._store.db, found) if found else None
        if draft is None:
            raise UserFault("plan-version-gone", number=number)
        return draft

    def _adopted(self, work: Adoption, lines: int) -> Adopted:
        lost = work.matching.lost
        worked = plan_version.worked(self._store.db, work.old)
        return Adopted(
            work.document,
            lines,
            len(work.matching.pairs),
            tuple(_called(work.old[index]) for index in lost),
            tuple(_called(work.old[index]) for index in lost if index in worked),
        )

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
        home = document.id if document else ReadRows(self._store).row("document", "renstra", opd)
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
        """Change one field of a stored line (``name``, ``code``, ``unit``, ``pagu@2026`` …).

        Strategies that stand under a goal go on to stand under it by its new name.
        """
        edits: list[Edit] = [Set("renstra_line", line, name, value)]
        if name == "name":
            edits += plan_version.renamed_goal(self._store.db, line, str(value or ""))
        return self._store.write(edits, "ubah baris Renstra", typing=True)

    def remove(self, document: RowId) -> Changes:
        """Delete a Renstra with its lines and the analysis made on them; undo brings all back."""
        return self._store.write([Gone("document", document)], "hapus Renstra")


def _called(line: Line) -> str:
    return f"{line.code} {line.name}".strip()
