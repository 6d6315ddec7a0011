"""Whose sheet comes where: by table, before and after, and what to say where a sheet has no rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import label, stage_name
from smartcity_desktop.domain.worksheet import BY_DIMENSION, SheetPlace, Worksheet
from ui.translate import worded

if TYPE_CHECKING:
    from smartcity_desktop.domain.grid import Grid

DELIVERED: Final = frozenset({"diserahkan", "diperiksa", "disepakati"})
_OPEN: Final = frozenset({"belum", "sedang", "perbaikan"})
PROGRAMS: Final = "renstra_program"
"""``rows_from`` of a worksheet whose rows are the programs of a Renstra."""
READ, NEXT, ADD, WRITE, STAGE, TAKE = "document", "next", "opd", "write", "stage", "take"
DIVIDE: Final = "dimension"
"""What a way out of an empty sheet leads to."""
_SHEET_MARK: Final = "/"


@dataclass(frozen=True, slots=True)
class Manner:
    """How one speaks of the sheets of a worksheet: whose they are, and where their rows come from."""

    by_dimension: bool = False
    takes_rows: bool = False
    of_plans: bool = False


def manner_of(worksheet: Worksheet | None) -> Manner:
    """Return how one speaks of this worksheet."""
    if worksheet is None:
        return Manner()
    return Manner(worksheet.filled_by == BY_DIMENSION, worksheet.takes_rows, worksheet.rows_from == PROGRAMS)


@dataclass(frozen=True, slots=True)
class Why:
    """Why there is nothing to fill in, and the one to three ways on: (what it leads to, its words)."""

    title: str = ""
    sentence: str = ""
    ways: tuple[tuple[str, str], ...] = ()


def by_table(places: Sequence[SheetPlace]) -> dict[str, list[SheetPlace]]:
    """Return the OPD of each table, tables in the order of their numbers, those without a table last."""
    found: dict[str, list[SheetPlace]] = {}
    for place in places:
        found.setdefault(place.table_no, []).append(place)

    def order(table: str) -> tuple[bool, int, str]:
        digits = "".join(sign for sign in table if sign.isdigit())
        return (not table, int(digits or 0), table)

    return {table: found[table] for table in sorted(found, key=order)}


def state_words(place: SheetPlace, manner: Manner) -> str:
    """Return the status of a place in words: ``Sedang diisi · di kertas``, ``tidak wajib``.

    The sheet of a dimension that is used no longer is nobody's duty; it keeps what was written.
    """
    if not place.required and manner.of_plans:
        return "tidak wajib"
    if not place.required and manner.by_dimension:
        return "tidak dipakai lagi"
    words = [label("status", place.status)]
    if place.on_paper:
        words.append("di kertas")
    if manner.of_plans and not place.has_renstra:
        words.append("tanpa Renstra")
    return " · ".join(words)


def far_words(place: SheetPlace, manner: Manner) -> str:
    """Return how far a place is: ``7/12``, or ``4 baris`` where the table adds its rows."""
    if not place.total:
        return ""
    return f"{place.done} baris" if manner.takes_rows else f"{place.done}/{place.total}"


def progress_words(grid: "Grid | None", done: int, total: int) -> str:
    """Return how far a sheet is: ``7 dari 12 program``, or ``4 baris``; empty without any row."""
    if grid is None or not total:
        return ""
    manner = manner_of(grid.worksheet)
    if manner.takes_rows:
        return f"{done} baris"
    return f"{done} dari {total} {'program' if manner.of_plans else 'baris'}"


def delivered_words(places: Sequence[SheetPlace], manner: Manner) -> str:
    """Return ``4 dari 11 OPD sudah menyerahkan``, empty where no sheet is required."""
    wanted = [place for place in places if place.required]
    ready = sum(1 for place in wanted if place.status in DELIVERED)
    by_opd, by_group = (
        "{ready} dari {all} OPD sudah menyerahkan",
        "{ready} dari {all} dimensi sudah menyerahkan",
    )
    said = worded(by_group if manner.by_dimension else by_opd)
    return said.format(ready=ready, all=len(wanted)) if wanted else ""


def sheet_key(worksheet: str, party: str) -> str:
    """Return what names one sheet where a screen is asked for: the worksheet and whose sheet it is."""
    return f"{worksheet}{_SHEET_MARK}{party}"


def of_sheet_key(key: str) -> tuple[RowId, RowId] | None:
    """Return worksheet and party of ``sheet_key``, None for any other row."""
    worksheet, mark, party = key.partition(_SHEET_MARK)
    return (RowId(worksheet), RowId(party)) if mark else None


def choose(places: Sequence[SheetPlace], wanted: RowId) -> RowId:
    """Return whose sheet to show: the wanted one, else the first by table whose sheet is still open."""
    if any(place.party == wanted for place in places):
        return wanted
    order = [place for found in by_table(places).values() for place in found]
    still = [place for place in order if place.required and place.status in _OPEN]
    ready = [place for place in still if place.has_renstra]
    return next((place.party for place in (*ready, *still, *order)), NO_ROW)


def neighbours(places: Sequence[SheetPlace], party: RowId) -> tuple[SheetPlace | None, SheetPlace | None]:
    """Return who comes before and after at this table, None at its ends; alone there, in the whole list."""
    tables = by_table(places)
    here = next((found for found in tables.values() if any(place.party == party for place in found)), [])
    order = here if len(here) > 1 else [place for found in tables.values() for place in found]
    at = next((number for number, place in enumerate(order) if place.party == party), -1)
    if at < 0:
        return None, None
    return order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None


def why_no_rows(place: SheetPlace, *, takes_programs: bool, has_next: bool) -> Why:
    """Say why the sheet of this OPD has no rows, and the ways on that there are."""
    why = _why_no_rows(place)
    left = {WRITE} if not takes_programs else set()
    left |= set() if has_next else {NEXT}
    ways = ((WRITE, "Ketik program sendiri"), *why.ways)
    return replace(why, ways=tuple(way for way in ways if way[0] not in left))


def _why_no_rows(place: SheetPlace) -> Why:
    read, after = (READ, "Baca berkas atau salin-tempel"), (NEXT, worded("OPD berikutnya"))
    if place.has_renstra:
        return Why(
            "Belum ada program di Renstra ini",
            f"Renstra {place.short or place.name} sudah dibaca, tetapi tidak berisi program. "
            "Lihat hasil bacanya di layar Dokumen.",
            ((READ, "Lihat Renstra"), after),
        )
    if not place.required:
        return Why(
            "Tidak wajib membawa Renstra",
            f"{place.name} tidak wajib membawa Renstra, jadi lembar ini boleh kosong. "
            "Ketua, jumlah hadir, dan catatannya tetap bisa ditulis.",
            (after, read),
        )
    return Why(
        f"Renstra {place.short or place.name} belum ada",
        "Satu baris lembar ini adalah satu program Renstra. Baca berkas Excel-nya, atau salin-tempel "
        "tabelnya; setelah itu programnya langsung muncul di sini.",
        (read, after),
    )


def no_neighbour(manner: Manner, by: int) -> str:
    """Return the sentence for who wants to go on beyond the last (1) or the first (-1)."""
    if manner.by_dimension:
        return worded("Ini dimensi terakhir." if by > 0 else "Ini dimensi pertama.")
    return worded("Ini OPD terakhir di meja ini." if by > 0 else "Ini OPD pertama di meja ini.")


def step_words(manner: Manner) -> tuple[str, str]:
    """Return the words for going on to the next sheet, and back to the one before."""
    if manner.by_dimension:
        return worded("Dimensi berikutnya"), worded("Dimensi sebelumnya")
    return worded("OPD berikutnya di meja ini"), worded("OPD sebelumnya di meja ini")


def take_words(worksheet: Worksheet) -> str:
    """Return the words for taking a worksheet of the shelf: ``Tambah L1 Analisis isu daerah``."""
    return f"Tambah {worksheet.code} {worksheet.title}"


def why_no_worksheet(stage: int, known: Sequence[Worksheet], offered: Sequence[Worksheet] = ()) -> Why:
    """Say that a stage has no worksheet, offer the one there is for it, and tell where there are others."""
    elsewhere = "; ".join(
        f"{item.title} (Tahap {stage_name(item.stage)})" for item in known if item.stage is not None
    )
    sentence = (
        f"Kertas kerja yang ada: {elsewhere}. Pindahlah dengan sakelar tahap di atas." if elsewhere else ""
    )
    stages = (item.stage for item in known if item.stage is not None)
    there = min(stages, key=lambda number: abs(number - stage), default=None)
    new = next((item for item in offered if item.stage == stage), None)
    ways = ((f"{TAKE}-{new.code}", take_words(new)),) if new else ()
    if there is not None:
        ways = (*ways, (f"{STAGE}-{there}", f"Buka Tahap {stage_name(there)}"))
    return Why(f"Belum ada kertas kerja untuk Tahap {stage_name(stage)}", sentence, ways)


def nobody(manner: Manner) -> Why:
    """Say that the workshop has nobody yet to fill this worksheet."""
    if manner.by_dimension:
        return Why(
            worded("Belum ada dimensi"),
            worded("Kertas kerja ini diisi per dimensi, dan tidak ada dimensi yang dipakai di Bimtek ini."),
            ((DIVIDE, worded("Atur dimensi")),),
        )
    return Why(
        worded("Belum ada OPD"),
        worded("Kertas kerja ini diisi per OPD. Tambahkan dahulu OPD yang hadir di Bimtek ini."),
        ((ADD, worded("Tambah OPD")),),
    )
