"""Whose sheet comes where: by table, before and after, and what to say where a sheet has no rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.worksheet import (
    BY_ASSESSOR,
    BY_DIMENSION,
    BY_GROUP,
    BY_OPD,
    BY_PART,
    PLENARY,
    SheetPlace,
    Worksheet,
)
from ui.models.manner import Manner
from ui.translate import worded

_OPEN: Final = frozenset({"belum", "sedang", "perbaikan"})
READ, NEXT, ADD, WRITE, STAGE, TAKE = "document", "next", "opd", "write", "stage", "take"
DIVIDE: Final = "dimension"
GROUP: Final = "group"
MAKE_UP: Final = "definition"
NAME: Final = "assessor"
SHEET: Final = "sheet"
USE: Final = "use"
DROP: Final = "drop"
"""What a way leads to; ``sheet-L10`` is another worksheet, ``use-L0`` takes one up in the stage shown."""
_SHEET_MARK: Final = "/"


@dataclass(frozen=True, slots=True)
class Why:
    """Why there is nothing to fill in, and the one to three ways on: (what it leads to, its words)."""

    title: str = ""
    sentence: str = ""
    ways: tuple[tuple[str, str], ...] = ()


def by_table(places: Sequence[SheetPlace]) -> dict[str, list[SheetPlace]]:
    """Return the OPD of each table, tables in the order of their numbers; all that have none last, as one."""
    found: dict[str, list[SheetPlace]] = {}
    for place in places:
        found.setdefault(place.table_no if place.kind == BY_OPD else "", []).append(place)

    def order(table: str) -> tuple[bool, int, str]:
        digits = "".join(sign for sign in table if sign.isdigit())
        return (not table, int(digits or 0), table)

    return {table: found[table] for table in sorted(found, key=order)}


def sheet_key(worksheet: str, party: str) -> str:
    """Return what names one sheet where a screen is asked for: the worksheet and whose sheet it is."""
    return f"{worksheet}{_SHEET_MARK}{party}"


def of_sheet_key(key: str) -> tuple[RowId, RowId] | None:
    """Return worksheet and party of ``sheet_key``, None for any other row."""
    worksheet, mark, party = key.partition(_SHEET_MARK)
    return (RowId(worksheet), RowId(party)) if mark else None


def choose(places: Sequence[SheetPlace], wanted: RowId, *, of_plans: bool = True) -> RowId:
    """Return whose sheet to show: the wanted one, else the first by table whose sheet is still open.

    Where the rows come ``of_plans``, one who brought a Renstra comes first.
    """
    if any(place.party == wanted for place in places):
        return wanted
    order = [place for found in by_table(places).values() for place in found]
    still = [place for place in order if place.required and place.status in _OPEN]
    ready = [place for place in still if place.has_renstra and of_plans]
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
        "Satu baris lembar ini adalah satu program Renstra. Baca berkasnya, atau salin-tempel "
        "tabelnya; setelah itu programnya langsung muncul di sini.",
        (read, after),
    )


def take_words(worksheet: Worksheet) -> str:
    """Return the words for taking a worksheet of the shelf: ``Tambah L1 Analisis isu daerah``."""
    return f"Tambah {worksheet.code} {worksheet.title}"


def why_no_worksheet(stage: int, known: Sequence[Worksheet], offered: Sequence[Worksheet] = ()) -> Why:
    """Say that a stage has no worksheet, offer the one there is for it, and tell where there are others."""
    known = [item for item in known if not item.retired]
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


_NOBODY: Final[Mapping[str, tuple[str, str, str, str]]] = {
    BY_OPD: (
        "Belum ada OPD",
        "Kertas kerja ini diisi per OPD. Tambahkan dahulu OPD yang hadir di Bimtek ini.",
        ADD,
        "Tambah OPD",
    ),
    BY_DIMENSION: (
        "Belum ada dimensi",
        "Kertas kerja ini diisi per dimensi, dan tidak ada dimensi yang dipakai di Bimtek ini.",
        DIVIDE,
        "Atur dimensi",
    ),
    BY_GROUP: (
        "Belum ada kelompok",
        "Kertas kerja ini diisi per kelompok. Bagilah dahulu peserta ke dalam kelompok.",
        GROUP,
        "Bagi kelompok",
    ),
    BY_PART: (
        "Belum ada bagian",
        "Kertas kerja ini diisi per bagian, dan bagiannya belum ditulis di susunannya.",
        MAKE_UP,
        "Buka Susunan",
    ),
    BY_ASSESSOR: (
        "Belum ada penilai",
        "Kertas kerja ini diisi oleh beberapa penilai. Ketik nama mereka di kiri, satu baris satu nama.",
        NAME,
        "Ketik nama penilai",
    ),
    PLENARY: ("Lembar pleno belum ada", "Buka susunan kertas kerja ini.", MAKE_UP, "Buka Susunan"),
}
"""Title, sentence, way on and its words, by who fills a worksheet."""
_EMPTY: Final[Mapping[str, tuple[str, str]]] = {
    "fixed": (
        "Belum ada baris",
        "Baris kertas kerja ini tetap (pertanyaan atau bab), dan belum ditulis di susunannya.",
    ),
    "relevant": (
        "Belum ada program yang ditandai relevan",
        "Barisnya adalah program Renstra yang dijawab Ya atau Sebagian di kolom Relevan.",
    ),
    "initiative": (
        "Belum ada Program Smart City",
        "Barisnya adalah Program Smart City yang diusulkan untuk lembar ini.",
    ),
    "candidate": (
        "Belum ada kandidat quick win",
        "Barisnya adalah kandidat yang dinominasikan setiap dimensi.",
    ),
}
"""Title and sentence by where the rows come from."""
_MADE_BY: Final[Mapping[str, str]] = {
    "relevant": "analysis",
    "initiative": "initiative",
    "candidate": "candidate",
}
"""What a worksheet writes whose rows are those of another one, by that one's ``rows_from``."""


def nobody(manner: Manner) -> Why:
    """Say that the workshop has nobody yet to fill this worksheet."""
    title, sentence, way, words = _NOBODY[manner.kind]
    return Why(worded(title), worded(sentence), ((way, worded(words)),))


def why_no_source(worksheet: Worksheet, known: Sequence[Worksheet], *, has_next: bool) -> Why:
    """Say why the rows that come from elsewhere are none yet, and lead to the worksheet that makes them."""
    told = _EMPTY.get(worksheet.rows_from)
    if told is None:
        return Why("Belum ada baris", "Sumber baris kertas kerja ini tidak dikenal versi program ini.")
    target = _MADE_BY.get(worksheet.rows_from, "")
    maker = next((item for item in known if target and _makes(item, target)), None)
    ways: tuple[tuple[str, str], ...] = ()
    if maker is not None:
        ways = ((f"{SHEET}-{maker.code}", f"Buka {maker.code} {maker.title}"),)
    elif worksheet.rows_from == "fixed":
        ways = ((MAKE_UP, "Buka Susunan"),)
    if has_next:
        ways = (*ways, (NEXT, "Lembar berikutnya"))
    return Why(worded(told[0]), worded(told[1]), ways)


def _makes(worksheet: Worksheet, target: str) -> bool:
    if worksheet.retired or worksheet.target != target:
        return False
    return worksheet.takes_rows or (target == "analysis" and worksheet.filled_by == BY_OPD)


def use_words(worksheet: Worksheet, stage: int) -> str:
    """Return the words for taking a worksheet up in a further stage: ``Pakai L0 … juga di Tahap III``."""
    return f"Pakai {worksheet.code} {worksheet.title} juga di Tahap {stage_name(stage)}"


def drop_words(worksheet: Worksheet, stage: int) -> str:
    """Return the words for taking it out of that stage again."""
    return f"Keluarkan {worksheet.code} {worksheet.title} dari Tahap {stage_name(stage)}"


def open_words(worksheet: Worksheet) -> str:
    """Return the words for going to a worksheet: ``Buka L5 Analisis Renstra (Tahap II)``."""
    return f"Buka {worksheet.code} {worksheet.title} (Tahap {stage_name(worksheet.stage or 1)})"
