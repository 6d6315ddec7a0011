"""Which OPD comes where: by table, before and after, and what to say where a sheet has no rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import label, stage_name
from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet
from ui.translate import worded

DELIVERED: Final = frozenset({"diserahkan", "diperiksa", "disepakati"})
_OPEN: Final = frozenset({"belum", "sedang", "perbaikan"})
READ, NEXT, ADD, WRITE, STAGE = "document", "next", "opd", "write", "stage"
"""What a way out of an empty sheet leads to."""


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


def state_words(place: SheetPlace) -> str:
    """Return the status of a place in words: ``Sedang diisi · di kertas``, ``tidak wajib``."""
    if not place.required:
        return "tidak wajib"
    words = [label("status", place.status)]
    if place.on_paper:
        words.append("di kertas")
    if not place.has_renstra:
        words.append("tanpa Renstra")
    return " · ".join(words)


def choose(places: Sequence[SheetPlace], wanted: RowId) -> RowId:
    """Return the OPD to show: the wanted one, else the first by table whose sheet is still open."""
    if any(place.party == wanted for place in places):
        return wanted
    order = [place for found in by_table(places).values() for place in found]
    still = [place for place in order if place.required and place.status in _OPEN]
    ready = [place for place in still if place.has_renstra]
    return next((place.party for place in (*ready, *still, *order)), NO_ROW)


def neighbours(places: Sequence[SheetPlace], opd: RowId) -> tuple[SheetPlace | None, SheetPlace | None]:
    """Return who comes before and after at this table, None at its ends; alone there, in the whole list."""
    tables = by_table(places)
    here = next((found for found in tables.values() if any(place.party == opd for place in found)), [])
    order = here if len(here) > 1 else [place for found in tables.values() for place in found]
    at = next((number for number, place in enumerate(order) if place.party == opd), -1)
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


def why_no_worksheet(stage: int, known: Sequence[Worksheet]) -> Why:
    """Say that a stage has no worksheet, and where there are some."""
    elsewhere = "; ".join(
        f"{item.title} (Tahap {stage_name(item.stage)})" for item in known if item.stage is not None
    )
    sentence = (
        f"Kertas kerja yang ada: {elsewhere}. Pindahlah dengan sakelar tahap di atas." if elsewhere else ""
    )
    there = next((item.stage for item in known if item.stage is not None), None)
    ways = () if there is None else ((f"{STAGE}-{there}", f"Buka Tahap {stage_name(there)}"),)
    return Why(f"Belum ada kertas kerja untuk Tahap {stage_name(stage)}", sentence, ways)


def no_opd() -> Why:
    """Say that the workshop has no OPD yet."""
    return Why(
        worded("Belum ada OPD"),
        worded("Kertas kerja ini diisi per OPD. Tambahkan dahulu OPD yang hadir di Bimtek ini."),
        ((ADD, worded("Tambah OPD")),),
    )
