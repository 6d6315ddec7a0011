"""What was read from a Renstra file before anybody agreed to it: lines, doubts, the source beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Act = Literal["accept", "mend", "leave_out"]


class RowCells(Mapping[str, str]):
    """The cell of each field of a row, ``E18``; rows of one shape share ``columns``, the letters by field."""

    __slots__ = ("columns", "number")

    def __init__(self, columns: Mapping[str, str], number: str) -> None:
        """Take the letters of the columns by field, and the row as the spreadsheet shows it."""
        self.columns = columns
        self.number = number

    def __getitem__(self, field: str) -> str:
        """Return the cell of a field. Raises KeyError where the row has none."""
        return self.columns[field] + self.number

    def __contains__(self, field: object) -> bool:
        """Tell whether a field says something in this row."""
        return field in self.columns

    def __iter__(self) -> Iterator[str]:
        """Yield the fields that say something."""
        return iter(self.columns)

    def __len__(self) -> int:
        """Return how many fields say something."""
        return len(self.columns)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line stands in the file: sheet name, row number as the spreadsheet shows it (from 1).

    ``page`` is that of a PDF or Word file (from 1), 0 where the file has no pages.
    """

    sheet: str = ""
    row: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class IndicatorDraft:
    """One indicator. Baseline, targets and ``final`` (condition at the end of the plan) stay as written.

    ``direction`` is "turun" where smaller is better by its name, "naik" or "turun" once a person has said so.
    ``written`` holds the original of what was put in its usual form: "unit", "baseline", "target@2025".
    """

    name: str = ""
    unit: str = ""
    baseline: str = ""
    baseline_year: str = ""
    targets: Mapping[str, str] = field(default_factory=dict)
    final: str = ""
    direction: str = ""
    written: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineDraft:
    """One line of the plan. ``pagu`` is whole rupiah per year; ``parent`` is an index into the lines.

    ``cells`` says in which cell a field stands: "code", "name", "unit", "location", "pagu@2025",
    "indicator", "target@2025", "baseline" (of the first indicator that has one). ``outcome`` is the result
    that the 2025-2029 form states beside the indicator; ``fund`` the source of money; ``opd`` the agency
    that a table of all agencies names for the line. ``written`` holds the original of each field that was
    normalised, ``sure`` how sure a doubtful field is, in percent; what is not named there stands as written.
    """

    level: str = ""
    code: str = ""
    name: str = ""
    indicators: tuple[IndicatorDraft, ...] = ()
    pagu: Mapping[str, int] = field(default_factory=dict)
    unit: str = ""
    location: str = ""
    origin: Origin = field(default_factory=Origin)
    parent: int | None = None
    support: bool = False
    cells: Mapping[str, str] = field(default_factory=dict)
    outcome: str = ""
    fund: str = ""
    opd: str = ""
    written: Mapping[str, str] = field(default_factory=dict)
    sure: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """One row of a table beside the programs: T-C.23 ``layanan``, T-C.24 ``anggaran``, T-C.28 ``rpjmd``.

    ``standard`` says which target it answers (NSPK, IKK, …). Values stay as written, per year; budgets too.
    ``strategi`` and ``arah`` of T-C.26 have a name alone, with the words of the ``goal`` they stand under; of
    an arah kebijakan ``above`` is its strategi.
    """

    kind: str = ""
    name: str = ""
    unit: str = ""
    standard: str = ""
    baseline: str = ""
    final: str = ""
    target: Mapping[str, str] = field(default_factory=dict)
    realised: Mapping[str, str] = field(default_factory=dict)
    ratio: Mapping[str, str] = field(default_factory=dict)
    origin: Origin = field(default_factory=Origin)
    goal: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class PointDraft:
    """One point of an RPJMD or RPD: ``kind`` is visi, misi, isu, tujuan, sasaran or program.

    ``parent`` is an index into the points of the draft; ``pagu`` is whole rupiah per year, ``opd`` the
    agencies that answer for it, as the document names them.
    """

    kind: str = ""
    text: str = ""
    code: str = ""
    parent: int | None = None
    indicators: tuple[IndicatorDraft, ...] = ()
    pagu: Mapping[str, int] = field(default_factory=dict)
    opd: tuple[str, ...] = ()
    origin: Origin = field(default_factory=Origin)


@dataclass(frozen=True, slots=True)
class Problem:
    """One doubt about the reading.

    ``line`` is an index into the lines, None for the file as a whole. ``field`` names what is in doubt
    ("code", "pagu@2025", "years", "multiplier", …). ``suggestion`` is the value that "Betul" takes, None
    where there is none. ``held`` is a row that is not among the lines until somebody accepts or mends it.
    """

    sheet: str
    cell: str
    code: str
    message: str
    line: int | None = None
    suggestion: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    field: str = ""
    held: LineDraft | None = None

    @property
    def key(self) -> str:
        """Return what names this doubt in a decision; it stays the same when others are settled."""
        return f"{self.code}:{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One soft warning about a plan; ``line`` is an index into the lines that were checked.

    ``sure`` is "pasti" or "mungkin"; ``advice`` says what the agency does about it; ``field`` and ``value``
    name what is in doubt ("code", "pagu@2025", "target@2026") as it stands. ``values`` hold what the message
    was made of.
    """

    code: str
    message: str
    line: int | None = None
    sheet: str = ""
    cell: str = ""
    indicator: int | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    sure: str = ""
    advice: str = ""
    field: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """The rows of a sheet as text, to show the file beside the result.

    ``merges`` are (first row, first column, last row, last column), all from 0. ``head`` is (first row,
    row after the last) of the heading, from 0. ``pages`` is the page of each row (from 1), empty where the
    file has none.
    """

    name: str
    rows: tuple[tuple[str, ...], ...] = ()
    merges: tuple[tuple[int, int, int, int], ...] = ()
    head: tuple[int, int] = (0, 0)
    hidden: bool = False
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """A sheet of the file that can be read instead; ``likely`` where it holds a table of the right kind.

    ``kind`` is what its table was taken for, "" for none: "program", "tujuan", "layanan", "anggaran",
    "rpjmd" (indicators of RPJMD goals) or "kerangka" (visi to program prioritas of an RPJMD); ``used``
    tells whether it is part of the draft. ``can`` are the kinds that it can be read as, ``rows`` how many
    rows its table has, ``page`` where it begins (from 1, 0 without pages). ``why`` tells why a table of a
    plan is no part of the draft: "hidden", "same" (says the same as one that is), "other" (another period,
    or no continuation), "empty" (no row was understood), "asked" (a person left it out).
    """

    name: str
    hidden: bool = False
    likely: bool = False
    kind: str = ""
    used: bool = False
    can: tuple[str, ...] = ()
    rows: int = 0
    page: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole reading. Year keys are "2025", or "Tahun-3" as long as nobody said which year that is.

    ``proposed_years`` says what the year keys probably are ("Tahun-3" -> 2021); ``multiplier`` has already
    been applied to the pagu, also before it is confirmed. ``document_kind`` is "renstra", "rpjmd" or "rpd";
    ``points`` are those of an RPJMD/RPD, ``records`` the rows of the tables beside the programs; ``map_name``
    names the person's own mapping with which the table was read, "" for none; ``typed`` is the row of the
    typed plan that it was made from, "" where a file was read.
    """

    format: str = ""
    opd_name: str = ""
    period_start: int | None = None
    period_end: int | None = None
    base_year: int | None = None
    years: tuple[str, ...] = ()
    lines: tuple[LineDraft, ...] = ()
    multiplier: int = 1
    multiplier_confirmed: bool = True
    problems: tuple[Problem, ...] = ()
    source_name: str = ""
    source_sha256: str = ""
    sheet: str = ""
    grids: tuple[SourceSheet, ...] = ()
    proposed_years: Mapping[str, int] = field(default_factory=dict)
    sheets: tuple[SheetChoice, ...] = ()
    document_kind: str = "renstra"
    points: tuple[PointDraft, ...] = ()
    records: tuple[RecordDraft, ...] = ()
    map_name: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said about one doubt (``Problem.key``): Betul, Perbaiki with a value, or Lewati."""

    key: str
    act: Act
    value: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said about the draft as a whole: the calendar year of each year key, the multiplier."""

    years: Mapping[str, int] = field(default_factory=dict)
    multiplier: int | None = None
    base_year: int | None = None


@dataclass(frozen=True, slots=True)
class Matching:
    """Reading again: pairs of (old index, new index), old lines left alone, new lines left alone."""

    pairs: tuple[tuple[int, int], ...] = ()
    lost: tuple[int, ...] = ()
    fresh: tuple[int, ...] = ()
