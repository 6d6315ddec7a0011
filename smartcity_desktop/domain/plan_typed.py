"""A plan typed over from paper or a picture: what stands in its rows, and the grid they are typed into.

Values stand as they were typed, amounts too; what they mean is read from them each time.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.entity import LEVELS
from smartcity_desktop.domain.grid import Choice, Grid, GridColumn
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.renstra_draft import LineDraft
from smartcity_desktop.domain.wording import LABELS
from smartcity_desktop.domain.workshop import YEAR_RANGE
from smartcity_desktop.errors import UserFault

LONGEST: Final = 10
"""Years; no plan is longer."""
USUAL: Final = 5
SHEET: Final = "Ketikan"
"""What the table of typed rows is called where a sheet of a file would be named."""
FORMAT: Final = "ketik"
SINGLE: Final = ("level", "code", "name", "indicator", "unit", "baseline")
"""The fields of a row that hold one value, in the order of the columns."""
CODED: Final = ("program", "kegiatan", "subkegiatan")
"""The levels whose lines have a code, the highest first."""
_MANY: Final = ("target", "pagu")
_ALSO: Final = {"subkegiatan": ("Sub Kegiatan", "Sub-Kegiatan", "Sub-kegiatan")}
_SUB_DEPTH: Final = 6
_SPAN: Final = re.compile(r"(?<!\d)(20\d\d)\D{1,3}(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class TypedPlan:
    """Whose plan is typed from which file, over which years; ``page`` is the page of the picture shown last.

    ``used`` since what was typed was adopted and nothing was typed after that. ``lines`` counts the rows that
    say anything.
    """

    id: RowId = NO_ROW
    opd: RowId = NO_ROW
    source_name: str = ""
    source_sha256: str = ""
    period_start: int | None = None
    period_end: int | None = None
    page: int | None = None
    used: bool = False
    lines: int = 0

    @property
    def years(self) -> tuple[str, ...]:
        """The years from the first to the last, none where they are not known."""
        if self.period_start is None or self.period_end is None:
            return ()
        return tuple(map(str, range(self.period_start, self.period_end + 1)))


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One row as it was typed; ``page`` is the page (from 1) whose picture was shown meanwhile."""

    id: RowId = NO_ROW
    pos: str = ""
    plan: RowId = NO_ROW
    level: str = ""
    code: str = ""
    name: str = ""
    indicator: str = ""
    unit: str = ""
    baseline: str = ""
    page: int | None = None
    target: Mapping[str, str] = field(default_factory=dict)
    pagu: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, str]:
        """The values by the keys of the columns; what is empty is left out."""
        found = {key: str(getattr(self, key)) for key in SINGLE}
        found |= {f"target@{year}": text for year, text in self.target.items()}
        found |= {f"pagu@{year}": text for year, text in self.pagu.items()}
        return {key: text for key, text in found.items() if text}

    @property
    def says_anything(self) -> bool:
        """Whether anything was typed into it."""
        return bool(self.values)


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """Everything the window shows of a typed plan.

    ``hints`` are what its empty cells may hold, by row and column key; ``meant`` how an amount that is not
    written in plain figures is understood, the same way. ``count`` are the lines that the plan will have.
    """

    plan: TypedPlan
    grid: Grid
    hints: Mapping[RowId, Mapping[str, str]] = field(default_factory=dict)
    meant: Mapping[RowId, Mapping[str, str]] = field(default_factory=dict)
    sums: str = ""
    count: int = 0


def check_years(first: int, last: int) -> None:
    """Raise UserFault ``typed-years`` unless these are the first and last year of a plan."""
    if not (first in YEAR_RANGE and last in YEAR_RANGE and 0 <= last - first < LONGEST):
        raise UserFault("typed-years", longest=LONGEST)


def years_in(name: str) -> tuple[int, int] | None:
    """Return the first and last year that the name of a file tells (``Renstra 2025-2029.pdf``)."""
    found = _SPAN.search(name)
    span = (int(found[1]), int(found[2])) if found else None
    return span if span and 0 < span[1] - span[0] < LONGEST else None


def years_of(plan: TypedPlan, lines: Iterable[TypedLine]) -> tuple[str, ...]:
    """Return the years of the columns: those of the plan, and others that something was typed for."""
    typed = {year for line in lines for year in (*line.target, *line.pagu)}
    return tuple(sorted({*plan.years, *typed}))


def columns(years: Sequence[str]) -> tuple[GridColumn, ...]:
    """Return the columns, in the order of a Renstra on paper: of each year its target and its pagu."""
    levels = tuple(Choice(level, LABELS["level"][level], also=_ALSO.get(level, ())) for level in LEVELS)
    fixed = (
        _column("level", "Tingkat", "choice", 20, "Boleh kosong: dikenali dari kodenya.", choices=levels),
        _column("code", "Kode", "text", 24, "Titiknya boleh kurang: 21602 dibaca 2.16.02."),
        _column("name", "Nama", "long", 84, "Program, kegiatan, atau subkegiatan. Tujuan dan sasaran boleh."),
        _column("indicator", "Indikator", "long", 70, "Indikator kedua: isi baris baru tanpa kode dan nama."),
        _column("unit", "Satuan", "text", 20, "%, dokumen, orang, indeks …"),
        _column("baseline", "Kondisi awal", "text", 22, "Capaian sebelum tahun pertama."),
    )
    yearly = [
        column
        for year in years
        for column in (
            _column(f"target@{year}", f"Target {year}", "years", 20, "Seperti tertulis di kertas."),
            _column(f"pagu@{year}", f"Pagu {year}", "years", 34, "Rp 1,25 M, 1.250.000.000, atau 500 juta."),
        )
    ]
    return (*fixed, *yearly)


def _column(
    key: str, label: str, kind: str, width: int, told: str, *, choices: tuple[Choice, ...] = ()
) -> GridColumn:
    unit = "Rp" if key.startswith("pagu@") else ""
    return GridColumn(key, label, kind, "grid", unit, width, told, choices=choices)


def field_of(key: str) -> str:
    """Return the stored field of a column. Raises LookupError where there is no such column."""
    head, mark, year = key.partition("@")
    if key in SINGLE or (head in _MANY and mark and year.isdigit()):
        return key
    raise LookupError(key)


def nomenclature_name(code: str, nomenclature: Mapping[str, str]) -> str:
    """Return the name of a code, also of one written with two digits at its end or of a support program."""
    parts = code.split(".")
    forms = [code]
    if len(parts) == _SUB_DEPTH:
        forms.append(".".join((*parts[:-1], parts[-1].zfill(4))))
    if plan_code.is_support(code):
        forms += [".".join(("X", "XX", *form.split(".")[2:])) for form in tuple(forms)]
    return next((nomenclature[form] for form in forms if form in nomenclature), "")


def paid_level(lines: Iterable[LineDraft]) -> str:
    """Return the highest level whose amounts make up the plan, "" where no line has any."""
    paid = {line.level for line in lines if any(line.pagu.values())}
    return next((level for level in CODED if level in paid), "")


def known_code(text: str) -> str:
    """Return the code that a person typed in its usual form, also without dots; "" where it is none."""
    kept, cut = text.strip(), plan_code.cut_by_length(text)
    is_dotted = "." in kept.strip(".")
    return (None if is_dotted else cut) or plan_code.normal_code(kept) or cut or ""
