"""Checks of what hangs where and what is empty: goals, programs, indicators, units, places, outcomes."""

from collections.abc import Iterator, Sequence
from typing import Final

from smartcity_desktop.domain.renstra_checks_frame import GOALS, WORKS, Looked, short
from smartcity_desktop.domain.renstra_draft import Finding, LineDraft

_LISTED: Final = 5
"""How many lines a finding about the whole plan names."""


def goals(plan: Looked) -> Iterator[Finding]:
    """Name sasaran that lead to no program; where none does, as in a table of its own, say so once."""
    if "program" not in plan.levels:
        return
    leads = set()
    for index, line in enumerate(plan.lines):
        upper = line.parent if line.level == "program" else None
        while upper is not None and upper not in leads and upper != index:
            leads.add(upper)
            upper = plan.lines[upper].parent
    bare = [(index, line) for index, line in plan.of_level("sasaran") if index not in leads]
    if len(bare) > 1 and not leads:
        message = f"Tidak satu pun dari {len(bare)} sasaran punya program. Mungkin tabelnya terpisah."
        yield plan.whole("sasaran-without-program", message, {"count": str(len(bare))}, sure="mungkin")
        return
    for index, line in bare:
        message = f'Sasaran "{short(line.name)}" belum punya program.'
        yield plan.found(index, "sasaran-without-program", message)


def homeless(plan: Looked) -> Iterator[Finding]:
    """Name programs above which no sasaran stands, where other programs have one."""
    rows = [(index, line) for index, line in plan.of_level("program") if not line.support]
    bare = [(index, line) for index, line in rows if plan.above(index, "sasaran") is None]
    if "sasaran" in plan.levels and len(bare) < len(rows):
        for index, line in bare:
            message = f'Program "{short(line.name)}" belum berada di bawah sasaran.'
            yield plan.found(index, "program-without-sasaran", message)


def measured(plan: Looked) -> Iterator[Finding]:
    """Name goals, programs and kegiatan without an indicator; a level without any is said once."""
    for levels, code, called in _MEASURED:
        rows = [(index, line) for index, line in plan.of_level(*levels) if line.name and not line.support]
        bare = [(index, line) for index, line in rows if not any(item.name for item in line.indicators)]
        if len(bare) > 1 and len(bare) == len(rows) and code != "goal-without-indicator":
            message = f"Tidak satu pun {called} punya indikator. Mungkin kolomnya tidak terbaca."
            yield plan.whole(code, message, {"count": str(len(bare))}, sure="mungkin")
        else:
            for index, line in bare:
                if _should(plan, index, line):
                    message = f'{line.level.capitalize()} "{short(line.name)}" belum punya indikator.'
                    yield plan.found(index, code, message, "indicator")


_MEASURED: Final = (
    (GOALS, "goal-without-indicator", "tujuan dan sasaran"),
    (WORKS[:1], "program-without-indicator", "program"),
    (WORKS[1:2], "kegiatan-without-indicator", "kegiatan"),
)


def _should(plan: Looked, index: int, line: LineDraft) -> bool:
    """Tell whether a line should have an indicator; a tujuan may leave that to the sasaran below it."""
    if line.level != "tujuan":
        return True
    return not any(item.name for part in plan.below(index, "sasaran") for item in part.indicators)


def empty_columns(plan: Looked) -> Iterator[Finding]:
    """Say once how many works have no unit, place or outcome, where others of the plan have one."""
    works = [line for _, line in plan.of_level(*WORKS)]
    programs = [line for line in works if line.level == "program" and not line.support]
    for code, rows, gone, called in (
        ("unit-missing", works, [line for line in works if not line.unit], "unit penanggung jawab"),
        ("location-missing", works, [line for line in works if not line.location], "lokasi"),
        ("outcome-missing", programs, [line for line in programs if not line.outcome], "hasil (outcome)"),
    ):
        if gone and len(gone) < len(rows):
            message = f"{len(gone)} dari {len(rows)} baris belum menyebut {called}: {_named(gone)}."
            yield plan.whole(code, message, {"count": str(len(gone))})


def _named(lines: Sequence[LineDraft]) -> str:
    shown = ", ".join(line.code or f'"{short(line.name, 40)}"' for line in lines[:_LISTED])
    more = len(lines) - _LISTED
    return f"{shown}, dan {more} lainnya" if more > 0 else shown
