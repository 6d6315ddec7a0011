"""Plans typed over from paper or a picture: every key is kept in the file, and in the end becomes a draft."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.grid import Grid, GridRow, OpenPoint
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import moved
from smartcity_desktop.domain.page_picture import PagePicture
from smartcity_desktop.domain.plan_typed import (
    CODED,
    TypedLine,
    TypedPlan,
    TypedSheet,
    check_years,
    columns,
    field_of,
    known_code,
    nomenclature_name,
    paid_level,
    years_of,
)
from smartcity_desktop.domain.renstra_draft import Draft
from smartcity_desktop.domain.wording import label, rupiah
from smartcity_desktop.domain.worksheet import FREE, Sheet, Worksheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import attachment, reference
from smartcity_desktop.storage import opd as opd_query
from smartcity_desktop.storage.plan_typed import LINE, PLAN, typed_lines, typed_plan, typed_plans
from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

Cell = tuple[RowId, str, str]
"""Row, column key, text as typed."""
_PDF: Final = ".pdf"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file whose pages are typed from: its name, its SHA-256, and its bytes unless they are over 20 MB."""

    name: str
    digest: str
    content: bytes | None = None

    @property
    def ending(self) -> str:
        """``.pdf``, ``.jpg``; that of a PDF where the name tells none."""
        return Path(self.name).suffix.lower() or _PDF


def source_file(path: Path) -> SourceFile:
    """Return a file whose pages shall be typed from. Slow: for the side pool.

    Raises UserFault ``read-locked``.
    """
    from smartcity_desktop.exchange import gate

    try:
        content = path.read_bytes()
    except OSError:
        raise UserFault("read-locked", name=gate.shown(path)) from None
    kept = content if len(content) <= attachment.LIMIT else None
    return SourceFile(gate.shown(path), sha256(content).hexdigest(), kept)


def page_of(file: SourceFile, page: int, *, cancelled: Callable[[], bool] = lambda: False) -> PagePicture:
    """Return a page (from 1) of a file that is kept here, to look at. Slow: for the side pool.

    Raises UserFault as ``renstra.page_picture`` does.
    """
    from smartcity_desktop.exchange import pdf_page

    # The process that paints takes nothing but a path.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder, f"halaman{file.ending}")
        path.write_bytes(file.content or b"")
        return pdf_page.page_picture(path, page, cancelled=cancelled)


class PlanTypedService:
    """Keeps what is typed, as rows of the file, from the first key on."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def plans(self) -> list[TypedPlan]:
        """Return every plan that somebody typed at, the latest begun first."""
        return sorted(typed_plans(self._store.db), key=lambda item: item.id, reverse=True)

    def get(self, plan: RowId) -> TypedPlan:
        """Return one of them. Raises UserFault ``typed-gone``."""
        found = typed_plan(self._store.db, plan)
        if found is None:
            raise UserFault("typed-gone")
        return found

    def find(self, opd: RowId, digest: str) -> TypedPlan | None:
        """Return the plan of an agency that was begun from this file (SHA-256), None where none was."""
        return next((item for item in self.plans() if (item.opd, item.source_sha256) == (opd, digest)), None)

    def begin(
        self, opd: RowId, years: tuple[int, int], file: SourceFile | None = None
    ) -> tuple[RowId, Changes]:
        """Begin to type the plan of an agency over its first and last year; return its row.

        ``file`` is that whose pages are typed from: up to 20 MB of it stay beside the journal, so that the
        pages are there when the work goes on. Where this agency's plan was begun from the same file, that one
        goes on. Raises UserFault ``typed-years``.
        """
        check_years(*years)
        name, digest = self._kept(file) if file else ("", "")
        known = self.find(opd, digest)
        if known is not None:
            return known.id, self.set_head(known.id, opd, years)
        row = self._store.ids.new()
        values: dict[str, Value] = {
            "pos": self._store.positions(PLAN, 1)[0],
            "opd": opd,
            "source_name": name,
            "source_sha256": digest,
            "period_start": years[0],
            "period_end": years[1],
            "page": 1,
        }
        words = f"mulai ketik Renstra {self._of(opd)}".strip()
        return row, self._store.write([Birth(PLAN, row, values)], words)

    def set_head(self, plan: RowId, opd: RowId, years: tuple[int, int]) -> Changes:
        """Say whose plan it is and over which years; what was typed for other years stays and is shown.

        Raises UserFault ``typed-years``, ``typed-gone``.
        """
        check_years(*years)
        known = self.get(plan)
        wanted: dict[str, Value] = {"opd": opd, "period_start": years[0], "period_end": years[1]}
        standing: Mapping[str, Value] = {
            "opd": known.opd,
            "period_start": known.period_start,
            "period_end": known.period_end,
        }
        edits = [Set(PLAN, plan, key, value) for key, value in wanted.items() if standing[key] != value]
        return self._store.write(edits, "ubah kepala ketikan Renstra") if edits else Changes()

    def set_source(self, plan: RowId, file: SourceFile) -> Changes:
        """Say from which file the pages are typed, where they were typed from paper so far."""
        self.get(plan)
        name, digest = self._kept(file)
        edits = [Set(PLAN, plan, "source_name", name), Set(PLAN, plan, "source_sha256", digest)]
        return self._store.write(edits, f"gambar halaman {name}")

    def set_page(self, plan: RowId, page: int) -> Changes:
        """Remember which page of the picture was shown last; undo steps over it."""
        return self._store.write([Set(PLAN, plan, "page", page)], f"buka halaman {page}", aside=True)

    def sheet(self, plan: RowId) -> TypedSheet:
        """Return the grid of a plan with its doubts, and what its empty cells may hold.

        Raises UserFault ``typed-gone``.
        """
        from smartcity_desktop.exchange.renstra_typed import meant

        known, lines = self.get(plan), typed_lines(self._store.db, plan)
        names = reference.nomenclature_names()
        draft = self._draft(known, lines)
        points, warnings = _points(draft)
        years = years_of(known, lines)
        grid = Grid(
            worksheet=Worksheet(known.id, title="Ketik Renstra", rows_from=FREE, target=LINE),
            sheet=Sheet(worksheet=known.id, opd=known.opd),
            party_name=self._of(known.opd),
            columns=columns(years),
            rows=tuple(_row(line, points.get(number, ())) for number, line in enumerate(lines, start=1)),
            warnings=warnings,
            years=years,
        )
        figures = {line.id: _meant(line, meant) for line in lines}
        return TypedSheet(
            plan=replace(known, lines=sum(line.says_anything for line in lines)),
            grid=grid,
            hints={line.id: found for line in lines if (found := _hints(line, names))},
            meant={row: found for row, found in figures.items() if found},
            sums=_sums(draft),
            count=len(draft.lines),
        )

    def draft(self, plan: RowId) -> Draft:
        """Return what was typed as a draft, with every doubt; nothing is stored. Raises UserFault.

        ``typed-gone`` where the plan is gone, ``renstra-empty`` where no row says anything.
        """
        draft = self._draft(self.get(plan), typed_lines(self._store.db, plan))
        if not draft.lines:
            raise UserFault("renstra-empty")
        return draft

    def source(self, plan: RowId) -> SourceFile | None:
        """Return the file whose pages are typed from, None where it is not kept here; it may be large."""
        known = self.get(plan)
        found = attachment.get(self._store.db, known.source_sha256) if known.source_sha256 else None
        return SourceFile(known.source_name, found.sha256, found.content) if found else None

    def new_rows(self, count: int) -> tuple[RowId, ...]:
        """Return ids for rows that may be typed: an id is theirs from the first key."""
        return tuple(self._store.ids.new() for _ in range(count))

    def set_cells(
        self, plan: RowId, cells: Sequence[Cell], *, page: int = 0, typing: bool = False
    ) -> Changes:
        """Write cells in one act; a row that does not stand yet is born behind the others, on this page.

        Raises UserFault ``typed-gone``.
        """
        known = self.get(plan)
        standing = {line.id for line in typed_lines(self._store.db, plan)}
        new = [row for row in dict.fromkeys(row for row, _, _ in cells) if row not in standing]
        places = self._store.positions(LINE, len(new)) if new else []
        edits: list[Edit] = [
            Birth(LINE, row, {POS: pos, "plan": plan} | ({"page": page} if page else {}))
            for row, pos in zip(new, places, strict=True)
        ]
        edits += [Set(LINE, row, field_of(key), text or None) for row, key, text in cells]
        if known.used:
            edits.append(Set(PLAN, plan, "used", val=False))
        words = _called(cells[0][1]) if len(cells) == 1 else f"{len(cells)} isian"
        return self._store.write(edits, f"ketik {words}", typing=typing) if cells else Changes()

    def insert_row(self, plan: RowId, before: RowId, page: int = 0) -> tuple[RowId, Changes]:
        """Put an empty row before another one. Raises UserFault ``typed-gone``."""
        self.get(plan)
        order = [(line.id, line.pos) for line in typed_lines(self._store.db, plan)]
        at = next((place for place, (row, _) in enumerate(order) if row == before), len(order))
        new = self._store.ids.new()
        order.insert(at, (new, ""))
        keys = moved(order, new)
        values: dict[str, Value] = {POS: keys.pop(new), "plan": plan}
        edits: list[Edit] = [Birth(LINE, new, values | ({"page": page} if page else {}))]
        edits += [Set(LINE, row, POS, pos) for row, pos in keys.items()]
        return new, self._store.write(edits, "sisipkan baris ketikan")

    def remove_rows(self, plan: RowId, rows: Sequence[RowId]) -> Changes:
        """Delete rows; undo brings them back."""
        standing = {line.id for line in typed_lines(self._store.db, plan)}
        gone = [row for row in rows if row in standing]
        words = "hapus baris ketikan" if len(gone) == 1 else f"hapus {len(gone)} baris ketikan"
        return self._store.write([Gone(LINE, row) for row in gone], words) if gone else Changes()

    def move_row(self, plan: RowId, row: RowId, by: int) -> Changes:
        """Move a row up (-1) or down (1); at the end it stays."""
        order = [(line.id, line.pos) for line in typed_lines(self._store.db, plan)]
        at = next((place for place, (own, _) in enumerate(order) if own == row), -1)
        if at < 0 or not 0 <= at + by < len(order):
            return Changes()
        order.insert(at + by, order.pop(at))
        edits = [Set(LINE, own, POS, pos) for own, pos in moved(order, row).items()]
        return self._store.write(edits, "pindah baris ketikan")

    def remove(self, plan: RowId) -> Changes:
        """Delete everything that was typed for a plan; undo brings it back. What was adopted stays."""
        words = f"hapus ketikan Renstra {self._of(self.get(plan).opd)}".strip()
        return self._store.write([Gone(PLAN, plan)], words)

    def _kept(self, file: SourceFile) -> tuple[str, str]:
        if file.content:
            attachment.put(self._store.db, file.content, file.ending.lstrip("."))
        return file.name, file.digest

    def _draft(self, plan: TypedPlan, lines: "Iterable[TypedLine]") -> Draft:
        # Understanding rows is a matter of the room of exchange; it is loaded when somebody types.
        from smartcity_desktop.exchange.renstra_typed import typed_draft

        found = typed_draft(plan, tuple(lines), reference.nomenclature_names())
        opd = opd_query.opd(self._store.db, plan.opd) if plan.opd else None
        return replace(found, opd_name=opd.name) if opd else found

    def _of(self, opd: RowId) -> str:
        found = opd_query.opd(self._store.db, opd) if opd else None
        return found.called if found else ""


def _row(line: TypedLine, points: tuple[OpenPoint, ...]) -> GridRow:
    return GridRow(line.id, line.values, marks=tuple(item.text for item in points), points=points)


def _points(draft: Draft) -> tuple[dict[int, tuple[OpenPoint, ...]], tuple[str, ...]]:
    """Return the doubts by the number of their row, and the sentences of those about the whole."""
    found: dict[int, tuple[OpenPoint, ...]] = {}
    whole: list[str] = []
    for item in draft.problems:
        number = int("".join(sign for sign in item.cell if sign.isdigit()) or 0)
        if item.line is None or not number:
            whole.append(item.message)
        else:
            found[number] = (*found.get(number, ()), OpenPoint(item.code, item.message))
    return found, tuple(whole)


def _hints(line: TypedLine, names: Mapping[str, str]) -> dict[str, str]:
    """Return what the empty cells of a row may hold: its level and its name, by its code."""
    code = known_code(line.code)
    by_code = plan_code.level(code)
    wanted = {
        "level": by_code if by_code in CODED else "",
        "name": nomenclature_name(code, names) if code else "",
    }
    return {key: text for key, text in wanted.items() if text and not line.values.get(key)}


def _meant(line: TypedLine, meant: Callable[[str], int | None]) -> dict[str, str]:
    """Return how the amounts of a row are understood that are not written in plain figures."""
    found = ((f"pagu@{year}", meant(text)) for year, text in line.pagu.items() if not text.isdigit())
    return {key: rupiah(value) for key, value in found if value is not None}


def _sums(draft: Draft) -> str:
    """Return what the programs cost by year, in a line; nothing where none has an amount."""
    level = paid_level(draft.lines)
    if not level:
        return ""
    told = [
        f"{year}: {rupiah(total)}"
        for year in draft.years
        if (total := sum(line.pagu.get(year, 0) for line in draft.lines if line.level == level))
    ]
    return f"Jumlah pagu {label('level', level).lower()} · " + " · ".join(told)


def _called(key: str) -> str:
    return next((item.label for item in columns([key.partition("@")[2] or "0"]) if item.key == key), key)
