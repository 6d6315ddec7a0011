"""The RPJMD/RPD of the region as a frame with which everything is aligned: pasted, typed or read."""

from collections.abc import Mapping, Sequence

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.document import PlanPoint, points_from
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import between
from smartcity_desktop.domain.plan_frame import (
    FramePoint,
    FramePreview,
    FrameTaken,
    Place,
    branch,
    counted,
    match_points,
    moved,
    outline,
    shifted,
)
from smartcity_desktop.domain.plan_frame_change import (
    NOTHING_SAID,
    FrameChange,
    Said,
    Standing,
    compare_points,
    matched,
)
from smartcity_desktop.domain.plan_paste import Pasted
from smartcity_desktop.domain.plan_paste_table import from_paste
from smartcity_desktop.domain.renstra_draft import Draft, PointDraft
from smartcity_desktop.domain.wording import label, shortened
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import attachment, plan_frame
from smartcity_desktop.storage import document as query
from smartcity_desktop.storage import workshop as workshop_query
from smartcity_desktop.storage.opd_names import opd_names
from smartcity_desktop.storage.read_rows import ReadRows
from smartcity_desktop.storage.store import Store

_SHORT = 40
_FILE = frozenset({"source_name", "source_sha256"})


class DocumentService:
    """Keeps the points of the RPJMD/RPD and their indicators."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def points(self, kind: str = "") -> list[PlanPoint]:
        """Return the points of one kind (visi, misi, isu, tujuan, sasaran, program), or all."""
        return query.points(self._store.db, kind)

    def frame(self) -> tuple[FramePoint, ...]:
        """Return all points from the top down in their places, with indicators, agencies and pagu."""
        return plan_frame.frame(self._store.db)

    def uses(self) -> Mapping[RowId, int]:
        """Return how many answers and alignments name each point."""
        return plan_frame.uses(self._store.db)

    def years(self) -> tuple[str, ...]:
        """Return the years that indicators and pagu of the frame are typed for: those of the plan."""
        event = workshop_query.workshop(self._store.db)
        start, end = event.period_start, event.period_end
        planned = (
            [str(year) for year in range(start, end + 1)] if start and end and end - start < _SHORT else []
        )
        told = {year for item in self.frame() for one in item.indicators for year in one.target} | {
            year for item in self.frame() for year in item.pagu
        }
        return tuple(sorted({*planned, *told}))

    @staticmethod
    def read_pasted(text: str, kind: str = "misi") -> Pasted:
        """Return what pasted text would be taken for; lines that say nothing else are of ``kind``."""
        return from_paste(text, kind)

    def preview(self, drafts: Sequence[PointDraft]) -> FramePreview:
        """Return what taking these points would come to; nothing is stored."""
        standing = self.frame()
        matching = match_points([item.point for item in standing], drafts)
        gone = tuple(standing[place] for place in matching.lost)
        uses = self.uses()
        names = opd_names(self._store.db)
        told = dict.fromkeys(name for item in drafts for name in item.opd)
        found = {name: names.match(name) for name in told}
        return FramePreview(
            len(matching.pairs),
            len(matching.fresh),
            gone,
            frozenset(item.point.id for item in gone if uses.get(item.point.id)),
            tuple(name for name, match in found.items() if not (match.opd and match.sure)),
        )

    def change(self, drafts: Sequence[PointDraft], said: Said = NOTHING_SAID) -> FrameChange:
        """Return point by point what taking these points would come to."""
        return compare_points(self.standing(), drafts, said)

    def standing(self) -> Standing:
        """Return what points that were read are compared with."""
        names = opd_names(self._store.db)

        def agency(name: str) -> RowId:
            match = names.match(name)
            return match.opd if match.sure else NO_ROW

        return Standing(self.frame(), self.uses(), agency)

    def take(
        self,
        drafts: Sequence[PointDraft],
        source: Draft | None = None,
        *,
        drop: bool = False,
        said: Said = NOTHING_SAID,
    ) -> tuple[FrameTaken, Changes]:
        """Store points that were read or pasted, in one act; those that stand keep their ids.

        What hangs on a point (answers, alignments) stays with it. ``source`` is the file they were read
        from: it becomes a document of the register. ``drop`` removes the points that are not among them;
        ``said`` names single ones, and decides which points are the same.
        Raises UserFault ``frame-empty`` where there is no point.
        """
        if not drafts:
            raise UserFault("frame-empty")
        standing = self.frame()
        matching = matched([item.point for item in standing], drafts, said)
        work = plan_frame.FrameAdoption(self._store, standing, drafts, matching)
        document, edits = self._document(source)
        edits += work.edits(document)
        lost = [standing[place].point.id for place in matching.lost]
        removed = [row for row in lost if drop or row in said.gone]
        edits += [Gone(plan_frame.POINT, row) for row in removed]
        told = FrameTaken(len(matching.pairs), len(matching.fresh), len(removed), tuple(work.unknown))
        return told, self._store.write(edits, f"pakai {counted(item.kind for item in drafts)} RPJMD/RPD")

    def _document(self, source: Draft | None) -> tuple[RowId, list[Edit]]:
        """Return the row of the document that was read, and the edits that register it."""
        if source is None:
            return NO_ROW, []
        kind = source.document_kind if source.document_kind in {"rpjmd", "rpd"} else "rpjmd"
        known = next(
            (item for item in query.documents(self._store.db) if item.kind == kind and not item.opd), None
        )
        values: dict[str, Value] = {
            "source_name": source.source_name,
            "source_sha256": source.source_sha256,
            "source_sheet": source.sheet,
            "format": source.format,
            "read_at": self._store.now_text(),
            "period_start": source.period_start,
            "period_end": source.period_end,
            **{f"years@{year}": "1" for year in source.years},
        }
        if known is not None:
            # A copy of the document itself stays: what was read may be but a table out of it.
            kept = _FILE if known.source_sha256 in attachment.hashes(self._store.db) else frozenset()
            gone = sorted(set(known.years) - set(source.years)) if source.years else []
            return known.id, [
                *(
                    Set("document", known.id, name, value)
                    for name, value in values.items()
                    if value and name not in kept
                ),
                *(Set("document", known.id, f"years@{year}", None) for year in gone),
            ]
        region = workshop_query.workshop(self._store.db).region_name
        span = f" {source.period_start}–{source.period_end}" if source.period_start else ""
        row = ReadRows(self._store).row("document", kind)
        born = {
            "pos": self._store.positions("document", 1)[0],
            "kind": kind,
            "title": f"{kind.upper()} {region}{span}",
            "status": "final",
        }
        return row, [Birth("document", row, born | values)]

    def paste(self, kind: str, text: str) -> Changes:
        """Add one point per pasted line; lines that stand already are left out."""
        standing = {item.text.casefold() for item in self.points(kind)}
        found = [item for item in dict.fromkeys(points_from(text)) if item.casefold() not in standing]
        if not found:
            return Changes()
        places = self._store.positions("plan_point", len(found))
        edits: list[Edit] = [
            Birth("plan_point", self._store.ids.new(), {"pos": pos, "kind": kind, "text": item})
            for item, pos in zip(found, places, strict=True)
        ]
        return self._store.write(edits, f"tambah {len(found)} {label('plan_point', kind).lower()}")

    def add(
        self, kind: str, text: str = "", parent: RowId = NO_ROW, after: RowId = NO_ROW
    ) -> tuple[RowId, Changes]:
        """Add one point below ``parent``, behind its brother ``after`` or last; return its row."""
        row = self._store.ids.new()
        values: dict[str, Value] = {"pos": self._behind(after), "kind": kind, "text": " ".join(text.split())}
        if parent:
            values["parent"] = parent
        words = f"tambah {label('plan_point', kind).lower()}"
        return row, self._store.write([Birth(plan_frame.POINT, row, values)], words)

    def _behind(self, after: RowId) -> str:
        shown = sorted(self.points(), key=lambda item: (item.pos, item.id))
        at = next((place for place, item in enumerate(shown) if item.id == after), None)
        if at is None:
            return self._store.positions(plan_frame.POINT, 1)[0]
        later = shown[at + 1].pos if at + 1 < len(shown) else ""
        before = shown[at].pos
        return between(before, later if later > before else "")

    def update(self, row: RowId, text: str) -> Changes:
        """Change the text of a point."""
        return self.set_field(row, "text", text)

    def set_field(self, row: RowId, name: str, value: Value) -> Changes:
        """Change one field of a point (``text``, ``code``, ``page``, ``document``, ``pagu@2026``)."""
        return self._store.write([Set(plan_frame.POINT, row, name, value)], "ubah butir RPJMD", typing=True)

    def set_opds(self, row: RowId, wanted: Sequence[RowId]) -> Changes:
        """Say which agencies answer for a point."""
        standing = next((set(item.opd) for item in self.frame() if item.point.id == row), set())
        edits: list[Edit] = [
            Set(plan_frame.POINT, row, f"opd@{opd}", "1") for opd in wanted if opd not in standing
        ]
        edits += [Set(plan_frame.POINT, row, f"opd@{opd}", None) for opd in sorted(standing - set(wanted))]
        return self._store.write(edits, self._store.say("ubah OPD penanggung jawab butir RPJMD"))

    def move(self, row: RowId, steps: int) -> Changes:
        """Move a point up (-1) or down (1) among its brothers; nothing happens at the end."""
        return self._place(moved(self.points(), row, steps), "pindahkan butir RPJMD")

    def shift(self, row: RowId, steps: int) -> Changes:
        """Put a point with all below it one level deeper (1) or higher (-1), where that level exists."""
        return self._place(shifted(self.points(), row, steps), "ubah tingkat butir RPJMD")

    def _place(self, places: Mapping[RowId, Place], words: str) -> Changes:
        edits: list[Edit] = []
        for row, place in places.items():
            values = {"kind": place.kind, "parent": place.parent, "pos": place.pos}
            edits += [Set(plan_frame.POINT, row, name, value) for name, value in values.items()]
        return self._store.write(edits, words) if edits else Changes()

    def remove(self, row: RowId) -> Changes:
        """Delete a point with all below it; worksheets that chose one show "(dihapus)"."""
        shown = {item.point.id: item for item in outline(self.points())}
        rows = branch(self.points(), row) or (row,)
        item = shown.get(row)
        named = f"{item.word} {shortened(item.point.text, _SHORT)}" if item else "butir RPJMD"
        beside = f" beserta {len(rows) - 1} butir di bawahnya" if len(rows) > 1 else ""
        edits: list[Edit] = [Gone(plan_frame.POINT, one) for one in rows]
        return self._store.write(edits, f"hapus {named}{beside}" if beside else "hapus butir RPJMD")

    def add_indicator(self, point: RowId, name: str) -> tuple[RowId, Changes]:
        """Add an indicator to a point; return its row. Raises UserFault ``row-gone`` without the point."""
        if all(item.id != point for item in self.points()):
            raise UserFault("row-gone")
        row = self._store.ids.new()
        values: dict[str, Value] = {
            "pos": self._store.positions(plan_frame.INDICATOR, 1)[0],
            "point": point,
            "name": " ".join(name.split()),
        }
        return row, self._store.write([Birth(plan_frame.INDICATOR, row, values)], "tambah indikator RPJMD")

    def set_indicator(self, row: RowId, name: str, value: Value) -> Changes:
        """Change one field of an indicator (``name``, ``unit``, ``baseline``, ``target@2026`` …)."""
        edits = [Set(plan_frame.INDICATOR, row, name, value)]
        return self._store.write(edits, "ubah indikator RPJMD", typing=True)

    def remove_indicators(self, *rows: RowId) -> Changes:
        """Delete indicators of points."""
        edits: list[Edit] = [Gone(plan_frame.INDICATOR, row) for row in rows]
        return self._store.write(edits, f"hapus {len(rows)} indikator RPJMD")
