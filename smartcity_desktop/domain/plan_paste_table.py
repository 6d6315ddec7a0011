"""Cells copied out of a table of an RPJMD/RPD as points: a column per level, indicators, years, agencies."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.plan_frame import LADDER, rank
from smartcity_desktop.domain.plan_paste import Builder, Pasted, from_text, is_table, tidy
from smartcity_desktop.domain.renstra_draft import IndicatorDraft
from smartcity_desktop.domain.wording import parse_money

_HEADS: Final = (
    ("indicator", r"indikator"),
    ("unit", r"satuan"),
    ("baseline", r"kondisi awal|baseline|data awal|capaian"),
    ("final", r"kondisi akhir|akhir periode"),
    ("opd", r"perangkat daerah|penanggung|\bopd\b|pengampu|pelaksana"),
    ("visi", r"^visi"),
    ("misi", r"^misi"),
    ("tujuan", r"^tujuan"),
    ("sasaran", r"^sasaran"),
    ("program", r"program"),
    ("isu", r"^isu"),
    ("code", r"^(?:kode|no\.?|nomor)$"),
)
_YEAR: Final = re.compile(r"\b(20\d\d)\b")
_MONEY: Final = re.compile(r"\brp\b|pagu|anggaran|dana", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"^(?:(?:visi|misi|tujuan|sasaran|program)\s+)?(\d{1,3}(?:\.\d{1,3})*)[.):]?\s+(.+)$", re.IGNORECASE
)
_AGENCIES: Final = re.compile(
    r"\s*(?:[;/]|,(?=\s*(?:Dinas|Badan|Bagian|RSUD|Sekretariat|Inspektorat|Kecamatan|Sat|[A-Z]{3,}|Dis[a-z])))\s*"
)
"""A comma parts two agencies only where the next words begin a name: many names have commas of their own."""
_FEW: Final = 2


def from_paste(text: str, kind: str = "misi") -> Pasted:
    """Return the points in pasted text: cells of a table with heads, else numbered or indented lines."""
    rows = text.splitlines()
    if not is_table(rows):
        return from_text(text, kind)
    cells = [[cell.strip().strip('"').strip() for cell in row.split("\t")] for row in rows]
    for place, row in enumerate(cells):
        head = _head(row)
        if _is_head(head):
            return _Table(head).read(cells[place + 1 :], place + 2)
    return from_text("\n".join("\t".join(cell for cell in row if cell) for row in cells), kind)


@dataclass(frozen=True, slots=True)
class _Head:
    """What a column holds: ``what`` is a level, "indicator", "target" …; ``year`` where it has one."""

    what: str
    year: str = ""


def _head(row: Sequence[str]) -> list[_Head]:
    found = []
    for cell in row:
        words = " ".join(cell.lower().split())
        year = _YEAR.search(words)
        named = next((name for name, pattern in _HEADS if re.search(pattern, words)), "")
        if year and named not in {"baseline", "final"}:
            named = "pagu" if _MONEY.search(words) else "target"
        found.append(_Head(named, year.group(1) if year else ""))
    return found


def _is_head(head: Sequence[_Head]) -> bool:
    named = {item.what for item in head if item.what}
    levels = named & {*LADDER, "isu"}
    return bool(levels) and (len(named) >= _FEW)


class _Table:
    """Reads the rows below a head; an empty cell means the one above it."""

    def __init__(self, head: Sequence[_Head]) -> None:
        self._head = head
        self._builder = Builder()
        self._here: dict[str, int] = {}

    def read(self, rows: Sequence[Sequence[str]], first: int) -> Pasted:
        """Return the points of all rows; ``first`` is the number of the first row."""
        for number, row in enumerate(rows, start=first):
            cells = {place: cell for place, cell in enumerate(row) if cell and place < len(self._head)}
            if cells:
                self._take(cells, number)
        return self._builder.made()

    def _take(self, cells: Mapping[int, str], row: int) -> None:
        code = next((cell for place, cell in cells.items() if self._head[place].what == "code"), "")
        for kind in (*LADDER, "isu"):
            for place, cell in cells.items():
                if self._head[place].what == kind:
                    self._level(kind, cell, row)
        deepest = max(self._here.values(), key=self._depth, default=None)
        if deepest is None:
            self._builder.notes.append(f"Baris {row} dilewati: belum ada misi, tujuan, atau sasarannya.")
            return
        self._number(deepest, code)
        self._details(deepest, cells, row)

    def _depth(self, place: int) -> tuple[int, int]:
        kind = self._builder.points[place].kind
        return (rank(kind) if kind in LADDER else -1, place)

    def _level(self, kind: str, cell: str, row: int) -> None:
        numbered = _NUMBER.match(cell)
        code, text = (numbered.group(1), numbered.group(2)) if numbered else ("", cell)
        known = self._here.get(kind)
        if known is not None and self._builder.points[known].text == tidy(text):
            return
        upper = max((place for one, place in self._here.items() if rank(one) < rank(kind)), default=None)
        again = self._again(kind, text, upper)
        place = self._builder.add(kind, text, code, upper, row) if again is None else again
        self._here = {one: at for one, at in self._here.items() if rank(one) < rank(kind)} | {kind: place}

    def _again(self, kind: str, text: str, upper: int | None) -> int | None:
        """Return a point that stood further up already: tables name the same sasaran in several rows."""
        return next(
            (
                place
                for place, item in enumerate(self._builder.points)
                if (item.kind, item.text, item.parent) == (kind, tidy(text), upper)
            ),
            None,
        )

    def _number(self, place: int, code: str) -> None:
        point = self._builder.points[place]
        if code and not point.code and "." in code:
            self._builder.points[place] = replace(point, code=code)

    def _details(self, place: int, cells: Mapping[int, str], row: int) -> None:
        told = {
            (item.what, item.year): cells[at]
            for at, item in enumerate(self._head)
            if item.what and at in cells
        }
        targets = {year: cell for (what, year), cell in told.items() if what == "target"}
        name = told.get(("indicator", ""), "")
        if name:
            start = next(
                ((cell, year) for (what, year), cell in told.items() if what == "baseline"), ("", "")
            )
            final = next((cell for (what, _), cell in told.items() if what == "final"), "")
            unit = told.get(("unit", ""), "")
            item = IndicatorDraft(tidy(name), unit, start[0], start[1] if start[0] else "", targets, final)
            self._builder.indicator(place, item)
        point = self._builder.points[place]
        charged = " ".join(told.get(("opd", ""), "").split())
        agencies = [name for name in _AGENCIES.split(charged) if name and name not in point.opd]
        pagu = dict(point.pagu)
        for (what, year), cell in told.items():
            if what == "pagu":
                self._money(pagu, year, cell, row)
        self._builder.points[place] = replace(point, opd=(*point.opd, *agencies), pagu=pagu)

    def _money(self, pagu: dict[str, int], year: str, cell: str, row: int) -> None:
        try:
            amount = parse_money(cell)
        except ValueError:
            self._builder.notes.append(f'Baris {row}, pagu {year}: "{cell}" bukan angka, jadi dilewati.')
            return
        if amount is not None:
            pagu.setdefault(year, amount)
