"""What a facilitator changes about an exercise: words, choices, who fills it, and what answers it touches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.exercise import Assessor, Criterion, SheetItem, WorksheetPart
from smartcity_desktop.domain.grid import GONE, CellFault, GridColumn, misfit, parse, show
from smartcity_desktop.domain.group import Grouping
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import (
    BY_ASSESSOR,
    BY_DIMENSION,
    BY_GROUP,
    BY_OPD,
    BY_PART,
    FREE,
    PLENARY,
    ChoiceLine,
    Party,
    SheetColumn,
    Worksheet,
)

FIXED: Final = "fixed"
ENTRY: Final = "entry"
ITEM_ANSWER: Final = "item_answer"
"""What exercises of the workshop's own write: rows that a table adds, answers about rows that stand."""
OWN_CODE: Final = "X"
"""The letter before the number of an exercise that the workshop made itself."""
OWN: Final = "x:"
"""How the field of a column begins that the workshop added."""

FILLER_WORDS: Final[Mapping[str, str]] = {
    BY_OPD: "Tiap OPD",
    BY_DIMENSION: "Tiap dimensi",
    BY_GROUP: "Tiap kelompok",
    BY_PART: "Tiap bagian lembar",
    BY_ASSESSOR: "Tiap penilai",
    PLENARY: "Pleno (satu lembar)",
}
PARTY_WORDS: Final[Mapping[str, str]] = {
    BY_OPD: "OPD",
    BY_DIMENSION: "dimensi",
    BY_GROUP: "kelompok",
    BY_PART: "bagian",
    BY_ASSESSOR: "penilai",
    PLENARY: "pleno",
}
ROW_WORDS: Final[Mapping[str, str]] = {FREE: "Baris ditambah peserta", FIXED: "Baris tetap (butir)"}
KIND_WORDS: Final[Mapping[str, str]] = {
    "long": "Teks panjang",
    "text": "Teks pendek",
    "int": "Angka bulat",
    "decimal": "Angka pecahan",
    "money": "Rupiah",
    "score": "Nilai 0–4",
    "year": "Tahun",
    "date": "Tanggal",
    "choice": "Pilihan",
    "opd": "OPD",
    "dimension": "Dimensi",
}
"""The kinds that a column of the workshop's own may have, in the order in which they are offered."""
SEVERAL: Final = frozenset({"choice", "opd", "dimension"})
"""The kinds of which a cell of an own column may hold several values."""
MANY_KINDS: Final = SEVERAL | {"links"}
"""The same, with what only a copy of an exercise of the program holds."""
COPIED_KINDS: Final = frozenset({"links", "subdimension", "years"})
"""Kinds that an own column has only where it was copied from a column of the program."""
OTHER_KIND_WORDS: Final[Mapping[str, str]] = {
    "subdimension": "Subdimensi",
    "links": "Misi atau isu RPJMD",
    "years": "Angka per tahun",
    "computed": "Dihitung program",
    "rows": "Baris kertas kerja lain",
    "scores": "Nilai per kriteria",
    "milestones": "Tonggak per tahun",
}
HELD: Final[Mapping[str, str]] = {
    "worksheet_part": "bagian",
    "sheet_item": "butir",
    "criterion": "kriteria",
    "assessor": "penilai",
}
"""What a definition holds beside its columns, in words."""
_BY_SUBJECT: Final = {
    "renstra_program": (BY_OPD,),
    "relevant": (BY_DIMENSION, BY_OPD, BY_GROUP, PLENARY),
}
_FILLERS: Final = tuple(FILLER_WORDS)


def fillers(worksheet: Worksheet, columns: Sequence[SheetColumn]) -> tuple[str, ...]:
    """Return who may fill a worksheet: programs of a plan belong to its OPD, scores to who gives them."""
    if any(item.kind == "scores" for item in columns):
        return (BY_ASSESSOR,)
    return _BY_SUBJECT.get(worksheet.rows_from, _FILLERS)


def is_own(column: SheetColumn) -> bool:
    """Tell whether the workshop added a column; its kind and its choices are free."""
    return column.bound.startswith(OWN)


def kind_words(kind: str) -> str:
    """Return the words of a kind of column."""
    return KIND_WORDS.get(kind) or OTHER_KIND_WORDS.get(kind, kind)


def summarised(summary: str, key: str, *, shown: bool, ranked: bool) -> str:
    """Return the summary of a worksheet with one column shown in it or not, and its rows ranked by it or not.

    Rows are ranked by one column at most; one that ranks them is shown.
    """
    keys = [item.strip() for item in summary.split(",") if item.strip()]
    names = [item.removeprefix("-") for item in keys]
    ranking = next((item[1:] for item in keys if item.startswith("-")), "")
    ranking = key if ranked else "" if ranking == key else ranking
    names = [item for item in names if item != key or shown or ranked]
    names += [key] if (shown or ranked) and key not in names else []
    return ",".join("-" * (item == ranking) + item for item in names)


def in_summary(summary: str, key: str) -> tuple[bool, bool]:
    """Tell whether a column is shown in the summary of a worksheet, and whether its rows are ranked by it."""
    keys = [item.strip() for item in summary.split(",")]
    return key in keys or f"-{key}" in keys, f"-{key}" in keys


def next_code(known: Sequence[str]) -> str:
    """Return the code of the next exercise of the workshop's own: ``X1``, ``X2``."""
    numbers = [code[1:] for code in known if code.startswith(OWN_CODE)]
    return f"{OWN_CODE}{max((int(item) for item in numbers if item.isdecimal()), default=0) + 1}"


def choices_kept(
    before: Sequence[ChoiceLine], wanted: Sequence[ChoiceLine], used: Mapping[str, int]
) -> tuple[ChoiceLine, ...]:
    """Return the choices as they are wanted; one that is left out but stands in answers is retired."""
    said = {item.value for item in wanted}
    left = [item for item in before if item.value not in said and used.get(item.value)]
    return (*wanted, *(replace(item, retired=True) for item in left))


def new_choice(words: str, known: Sequence[ChoiceLine]) -> ChoiceLine:
    """Return a choice that is stored as its own words, so that the answers stay readable in any kind."""
    value = " ".join(words.replace("=", " ").replace(";", ",").split()).lstrip("- ") or "Pilihan"
    taken, count, made = {item.value for item in known}, 1, value
    while made in taken:
        count += 1
        made = f"{value} {count}"
    return ChoiceLine(made)


def converted(before: GridColumn, after: GridColumn, raw: str) -> str:
    """Return an answer in the new kind of its column, as it was written where that would lose anything."""
    text = raw if misfit(before, raw) else show(before, raw)
    if text == GONE:
        return raw
    try:
        made = parse(after, text)
    except CellFault:
        return text
    return made if show(after, made) == text else text


@dataclass(frozen=True, slots=True)
class OldSheets:
    """The sheets of those who filled a worksheet before somebody else was to: they stay and are printed."""

    kind: str
    parties: tuple[Party, ...]

    @property
    def words(self) -> str:
        """``lembar lama: 4 OPD``."""
        return f"lembar lama: {len(self.parties)} {PARTY_WORDS[self.kind]}"


@dataclass(frozen=True, slots=True)
class Definition:
    """One exercise as this workshop keeps it, whole; ``answers`` counts its rows that say anything."""

    worksheet: Worksheet
    columns: tuple[SheetColumn, ...] = ()
    parts: tuple[WorksheetPart, ...] = ()
    items: tuple[SheetItem, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    assessors: tuple[Assessor, ...] = ()
    groupings: tuple[Grouping, ...] = ()
    old: tuple[OldSheets, ...] = ()
    answers: int = 0

    @property
    def fillers(self) -> tuple[str, ...]:
        """Who may fill it."""
        return fillers(self.worksheet, self.columns)

    def column(self, row: RowId) -> SheetColumn | None:
        """Return one column."""
        return next((item for item in self.columns if item.id == row), None)


@dataclass(frozen=True, slots=True)
class Touch:
    """A change that touches answers: ``field`` of a row of ``ent`` becomes ``value``."""

    ent: str
    row: RowId
    field: str
    value: str | bool = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many answers a change touches, and on how many sheets they stand."""

    answers: int = 0
    sheets: int = 0

    @property
    def words(self) -> str:
        """``12 isian di 3 lembar``."""
        return f"{self.answers} isian di {self.sheets} lembar" if self.sheets else f"{self.answers} isian"


def told_hidden(label: str, count: Count) -> str:
    """Say what becomes of the answers of a column that is hidden."""
    return (
        f'Kolom "{label}" berisi {count.words}; semuanya tetap tersimpan di berkas ini '
        "dan tampil lagi begitu kolom ditampilkan kembali di Susunan."
    )


def told_kind(label: str, count: Count, kind: str) -> str:
    """Say what becomes of the answers of a column whose kind changes."""
    return (
        f'Kolom "{label}" berisi {count.words}; semuanya tetap seperti ditulis, yang tidak cocok dengan '
        f'jenis "{kind_words(kind)}" diberi peringatan, dan jenis lama dapat dipilih lagi kapan saja.'
    )


def told_copy(code: str, rows_from: str, whole: Sequence[str], gone: Sequence[str]) -> str:
    """Say what is different in a copy whose rows come from elsewhere.

    ``whole`` are columns that name dimensions alone, ``gone`` those that the copy has not.
    """
    rows = {
        "renstra_program": "program Renstra tiap OPD",
        "relevant": "program Renstra yang relevan",
        "initiative": "program smart city",
        "candidate": "kandidat quick win",
    }.get(rows_from, "baris yang sama")
    told = [
        f"Barisnya sama: {rows}. Jawabannya terpisah dari {code} dan tidak ikut dihitung pada hasil {code}."
    ]
    told += [f"Kolom {', '.join(whole)} hanya sampai dimensi, tanpa subdimensi."] if whole else []
    told += [f"Tidak ikut disalin: kolom {', '.join(gone)}."] if gone else []
    return " ".join(told)


def told_single(label: str, count: Count) -> str:
    """Say what becomes of the cells with several values of a column that is to hold one in each."""
    return (
        f'Kolom "{label}" berisi lebih dari satu pada {count.words}; semuanya tetap tersimpan seperti '
        "ditulis dan diberi peringatan, dan utuh lagi begitu kolom ini boleh lebih dari satu."
    )


def told_choice(words: str, count: Count) -> str:
    """Say what becomes of the answers that name a choice which is no longer offered."""
    return (
        f'Pilihan "{words}" sudah dipakai di {count.words}; semuanya tetap tertulis begitu, '
        "hanya tidak ditawarkan lagi, dan dapat dipakai lagi di Susunan."
    )


def told_retired(ent: str, name: str, count: Count) -> str:
    """Say what becomes of the answers about an item, part, criterion or by an assessor no longer used."""
    return (
        f'{HELD[ent].capitalize()} "{name}" sudah punya {count.words}; semuanya tetap tersimpan di berkas '
        f"ini dan tampil lagi begitu {HELD[ent]} ini dipakai lagi di Susunan."
    )


def told_filler(worksheet: Worksheet, count: Count) -> str:
    """Say what becomes of the sheets of those who filled a worksheet so far."""
    who = PARTY_WORDS.get(worksheet.filled_by, "")
    return (
        f"{count.sheets} lembar {who} berisi {count.answers} baris tetap tersimpan sebagai lembar lama, "
        f'dapat dibuka di Isian dan dicetak; kembali utuh bila pengisi dikembalikan ke "'
        f'{FILLER_WORDS.get(worksheet.filled_by, "")}".'
    )


def told_worksheet(worksheet: Worksheet, count: Count) -> str:
    """Say what becomes of the answers of a worksheet that is no longer used."""
    return (
        f"{worksheet.code} {worksheet.title} berisi {count.answers} baris; semuanya tetap tersimpan di "
        'berkas ini dan tampil lagi begitu kertas kerja diambil dari "Tidak dipakai".'
    )
