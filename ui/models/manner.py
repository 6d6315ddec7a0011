"""How one speaks of the sheets of a worksheet: whose they are, how far, who moved them and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.wording import clock_time, day_of, label, long_date, number
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
from ui.translate import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartcity_desktop.domain.grid import Grid

PROGRAMS: Final = "renstra_program"
"""``rows_from`` of a worksheet whose rows are the programs of a Renstra."""
DELIVERED: Final = frozenset({"diserahkan", "diperiksa", "disepakati"})
_NAMED: Final = 5
"""Assessors who are named one by one; of more the rest is counted."""
WAIVED: Final = "tidak wajib"
_OF_ROOM: Final = ("sudah diserahkan", "belum diserahkan")
_DELIVERED: Final = {
    BY_OPD: "{ready} dari {all} OPD sudah menyerahkan",
    BY_DIMENSION: "{ready} dari {all} dimensi sudah menyerahkan",
    BY_GROUP: "{ready} dari {all} kelompok sudah menyerahkan",
    BY_PART: "{ready} dari {all} bagian sudah diserahkan",
    BY_ASSESSOR: "{ready} dari {all} penilai sudah menyerahkan",
}
_WAITING: Final = {
    BY_OPD: "{left} dari {all} OPD belum menyerahkan kertas kerja.",
    BY_DIMENSION: "{left} dari {all} dimensi belum menyerahkan kertas kerja.",
    BY_GROUP: "{left} dari {all} kelompok belum menyerahkan kertas kerja.",
    BY_PART: "{left} dari {all} bagian belum diserahkan.",
    BY_ASSESSOR: "{left} dari {all} penilai belum menyerahkan nilainya.",
    PLENARY: "Lembar pleno belum diserahkan.",
}
_SHORTLY: Final = {
    BY_OPD: "{ready} dari {all} OPD",
    BY_DIMENSION: "{ready} dari {all} dimensi",
    BY_GROUP: "{ready} dari {all} kelompok",
    BY_PART: "{ready} dari {all} bagian",
    BY_ASSESSOR: "{ready} dari {all} penilai",
}
_ON: Final = {
    BY_OPD: "OPD berikutnya di meja ini",
    BY_DIMENSION: "Dimensi berikutnya",
    BY_GROUP: "Kelompok berikutnya",
    BY_PART: "Bagian berikutnya",
    BY_ASSESSOR: "Penilai berikutnya",
    PLENARY: "Lembar berikutnya",
}
_BACK: Final = {
    BY_OPD: "OPD sebelumnya di meja ini",
    BY_DIMENSION: "Dimensi sebelumnya",
    BY_GROUP: "Kelompok sebelumnya",
    BY_PART: "Bagian sebelumnya",
    BY_ASSESSOR: "Penilai sebelumnya",
    PLENARY: "Lembar sebelumnya",
}
_LAST: Final = {
    BY_OPD: "Ini OPD terakhir di meja ini.",
    BY_DIMENSION: "Ini dimensi terakhir.",
    BY_GROUP: "Ini kelompok terakhir.",
    BY_PART: "Ini bagian terakhir.",
    BY_ASSESSOR: "Ini penilai terakhir.",
    PLENARY: "Pleno hanya punya satu lembar.",
}
_FIRST: Final = {
    BY_OPD: "Ini OPD pertama di meja ini.",
    BY_DIMENSION: "Ini dimensi pertama.",
    BY_GROUP: "Ini kelompok pertama.",
    BY_PART: "Ini bagian pertama.",
    BY_ASSESSOR: "Ini penilai pertama.",
    PLENARY: "Pleno hanya punya satu lembar.",
}
_LISTED: Final = {
    BY_OPD: "OPD menurut meja",
    BY_DIMENSION: "Dimensi",
    BY_GROUP: "Kelompok",
    BY_PART: "Bagian",
    BY_ASSESSOR: "Penilai",
    PLENARY: "Pleno",
}
_NEIGHBOUR: Final = {
    BY_OPD: "OPD {way}: {name}",
    BY_DIMENSION: "Dimensi {way}: {name}",
    BY_GROUP: "Kelompok {way}: {name}",
    BY_PART: "Bagian {way}: {name}",
    BY_ASSESSOR: "Penilai {way}: {name}",
    PLENARY: "Lembar {way}: {name}",
}
_PANEL: Final = {
    BY_OPD: "Daftar kertas kerja dan OPD (F7)",
    BY_DIMENSION: "Daftar kertas kerja dan dimensi (F7)",
    BY_GROUP: "Daftar kertas kerja dan kelompok (F7)",
    BY_PART: "Daftar kertas kerja dan bagian (F7)",
    BY_ASSESSOR: "Daftar kertas kerja dan penilai (F7)",
    PLENARY: "Daftar kertas kerja (F7)",
}
_STEPS: Final = {
    "sedang": "Mulai diisi",
    "diserahkan": "Diserahkan",
    "perbaikan": "Diminta perbaikan",
    "diperiksa": "Diperiksa",
    "disepakati": "Disepakati",
    "belum": "Dikembalikan jadi belum diisi",
}


@dataclass(frozen=True, slots=True)
class Manner:
    """Who fills the sheets (``domain.worksheet.BY_OPD`` and the others), and where their rows come from."""

    kind: str = BY_OPD
    takes_rows: bool = False
    of_plans: bool = False

    @property
    def by_opd(self) -> bool:
        """Whether the sheets are those of agencies, which sit at numbered tables."""
        return self.kind == BY_OPD

    @property
    def by_dimension(self) -> bool:
        """Whether the sheets are those of dimensions, which have a code and a colour."""
        return self.kind == BY_DIMENSION


def manner_of(worksheet: Worksheet | None) -> Manner:
    """Return how one speaks of this worksheet."""
    if worksheet is None:
        return Manner()
    kind = worksheet.filled_by if worksheet.filled_by in _ON else BY_OPD
    return Manner(kind, worksheet.takes_rows, worksheet.rows_from == PROGRAMS)


def not_due(place: SheetPlace, manner: Manner) -> str:
    """Return why a sheet is nobody's duty: ``tidak wajib``, ``tidak dipakai lagi``; empty where it is due."""
    if place.required:
        return ""
    if place.waived or manner.by_opd:
        return WAIVED
    return "tidak menilai lagi" if manner.kind == BY_ASSESSOR else "tidak dipakai lagi"


def state_words(place: SheetPlace, manner: Manner) -> str:
    """Return the status of a place in words: ``Sedang diisi · di kertas``, ``tidak wajib``.

    A sheet that is nobody's duty, and still was begun, says both.
    """
    why = not_due(place, manner)
    if why and place.status == "belum":
        return why
    words = [_status(place), "di kertas" if place.on_paper else "", why or short_of(place)]
    if manner.of_plans and not place.has_renstra:
        words.append("tanpa Renstra")
    return " · ".join(word for word in words if word)


def short_of(place: SheetPlace) -> str:
    """Return what an assessor who began still owes: ``kurang 9 nilai``; empty for anybody else."""
    begun = place.done or place.status != "belum"
    return f"kurang {number(place.owed)} nilai" if place.owed and begun and place.required else ""


def owing_words(places: "Sequence[SheetPlace]") -> str:
    """Return which assessors still owe scores: ``Belum menilai: Andi, Sri (kurang 9 nilai)``.

    Empty where everybody has given all.
    """
    owing = [place for place in places if place.owed and place.required]
    if not owing:
        return ""
    named = []
    for place in owing[:_NAMED]:
        why = ", ".join(part for part in (short_of(place), "di kertas" if place.on_paper else "") if part)
        named.append(f"{place.name} ({why})" if why else place.name)
    more = len(owing) - len(named)
    return f"Belum menilai: {', '.join(named)}" + (f", dan {number(more)} lagi" if more else "")


def _status(place: SheetPlace) -> str:
    """Return a status in words; who scores and has given nothing has not scored."""
    return "Belum menilai" if place.owed and place.status == "belum" else label("status", place.status)


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


def delivered_words(places: "Sequence[SheetPlace]", manner: Manner) -> str:
    """Return ``4 dari 11 OPD sudah menyerahkan``, empty where no sheet is required."""
    return _counted(places, manner, worded(_DELIVERED.get(manner.kind, "")))


def ready_words(places: "Sequence[SheetPlace]", manner: Manner) -> str:
    """Return the same shortly: ``4 dari 11 OPD``."""
    return _counted(places, manner, worded(_SHORTLY.get(manner.kind, "")))


def waiting_words(worksheet: Worksheet, left: int, every: int) -> str:
    """Return how many sheets of a worksheet are still due: ``6 dari 6 dimensi belum menyerahkan …``."""
    return worded(_WAITING[manner_of(worksheet).kind]).format(left=left, all=every)


def listed(worksheet: Worksheet, places: "Sequence[SheetPlace]") -> str:
    """Return what a worksheet is called in a list: ``L3 Analisis SWOT · 4 dari 11 OPD``."""
    parts = (f"{worksheet.code} {worksheet.title}", ready_words(places, manner_of(worksheet)))
    return " · ".join(part for part in parts if part)


def step_words(manner: Manner) -> tuple[str, str]:
    """Return the words for going on to the next sheet, and back to the one before."""
    return worded(_ON[manner.kind]), worded(_BACK[manner.kind])


def no_neighbour(manner: Manner, by: int) -> str:
    """Return the sentence for who wants to go on beyond the last (1) or the first (-1)."""
    return worded((_LAST if by > 0 else _FIRST)[manner.kind])


def neighbour_words(manner: Manner) -> str:
    """Return what names a neighbour, with places for ``way`` and ``name``: ``OPD {way}: {name}``."""
    return worded(_NEIGHBOUR[manner.kind])


def listed_words(manner: Manner) -> str:
    """Return what the list of those who fill a worksheet is called."""
    return worded(_LISTED[manner.kind])


def panel_words(manner: Manner) -> str:
    """Return what the panel of lists is called, with its key."""
    return worded(_PANEL[manner.kind])


def moved_words(place: SheetPlace) -> str:
    """Return who moved a sheet and when: ``Diserahkan oleh Ratna, 4 Agustus 2026 pukul 10.42``."""
    return step_line("status", place.status, place.who, place.at) if place.at else ""


def step_line(field: str, value: str, who: str, at: str) -> str:
    """Return one thing that was said about a sheet, by whom and when; ``at`` is an ISO moment."""
    words = _STEPS.get(value, label("status", value))
    if field == "on_paper":
        words = "Ditandai di kertas" if value == "1" else "Tidak lagi di kertas"
    elif field == "waived":
        words = "Dijadikan tidak wajib" if value == "1" else "Dijadikan wajib lagi"
    by = f" oleh {who}" if who else ""
    return f"{words}{by}, {moment_words(at)}"


def moment_words(at: str) -> str:
    """Return ``4 Agustus 2026 pukul 10.42`` for an ISO moment."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return long_date(day_of(at), weekday=False)
    return f"{long_date(moment.date(), weekday=False)} pukul {clock_time(moment)}"


def _counted(places: "Sequence[SheetPlace]", manner: Manner, words: str) -> str:
    wanted = [place for place in places if place.required]
    if not wanted:
        return ""
    ready = sum(1 for place in wanted if place.status in DELIVERED)
    if manner.kind == PLENARY:
        return _OF_ROOM[0] if ready else _OF_ROOM[1]
    return words.format(ready=ready, all=len(wanted))
