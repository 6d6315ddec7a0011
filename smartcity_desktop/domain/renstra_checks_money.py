"""Checks of money: sums that differ by level, programs without any, units of money that were mistaken."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from smartcity_desktop.domain import wording
from smartcity_desktop.domain.renstra_checks_frame import GOALS, WORKS, Looked, middle, short
from smartcity_desktop.domain.renstra_checks_limits import (
    LEAST_PAGU,
    SOUND_PAGU,
    THOUSAND,
    WHOLE_COLUMN,
    WHOLE_LEAST,
    WHOLE_LINES,
    WHOLE_MOST,
)
from smartcity_desktop.domain.renstra_draft import Finding, LineDraft

_LOWER: Final = {"program": "kegiatan", "kegiatan": "subkegiatan"}
_FACTOR: Final = 1_000


def without_pagu(plan: Looked) -> Iterator[Finding]:
    """Name programs that have no money in any year; a plan without any money is said once."""
    rows = list(plan.of_level("program"))
    if len(rows) >= WHOLE_COLUMN.worth and not any(any(line.pagu.values()) for line in plan.lines):
        message = f"Tidak satu pun dari {len(rows)} program punya pagu. Mungkin kolomnya tidak ada."
        yield plan.whole("program-without-pagu", message, {"count": str(len(rows))}, sure="mungkin")
        return
    for index, line in rows:
        if not any(line.pagu.values()):
            yield plan.found(
                index, "program-without-pagu", f'Program "{short(line.name)}" belum punya pagu.', "pagu"
            )


def children(plan: Looked) -> Iterator[Finding]:
    """Name lines whose money is not the sum of what stands below them."""
    for index, line in plan.of_level(*_LOWER):
        lower = _LOWER[line.level]
        parts = plan.below(index, lower)
        if not _carried(parts) or not any(line.pagu.values()):
            continue
        wrong = [year for year in plan.years if line.pagu.get(year, 0) != _total(parts, year)]
        if not wrong:
            continue
        year = wrong[0]
        own, sum_of = line.pagu.get(year, 0), _total(parts, year)
        more = f" (juga {len(wrong) - 1} tahun lain)" if len(wrong) > 1 else ""
        message = (
            f'Jumlah {lower} di bawah "{short(line.name)}" {wording.rupiah(sum_of)}, padahal pagu '
            f"{line.level} itu {wording.rupiah(own)} ({year}){more}."
        )
        yield plan.found(index, "children-differ", message, f"pagu@{year}", str(own))


def levels(plan: Looked) -> Iterator[Finding]:
    """Say once that the sums of the levels differ; goals count where all of a level carry money.

    A level that differs only because some lines are not broken down further says nothing wrong.
    """
    counted = [*WORKS, *(level for level in GOALS if _all_carry(plan, level))]
    wrong: list[tuple[str, dict[str, int]]] = []
    for year in plan.years:
        totals = {level: _total([line for _, line in plan.of_level(level)], year) for level in counted}
        named = {level: total for level, total in totals.items() if total}
        if len(set(named.values())) > 1 and not _only_finer(plan, named, year):
            wrong.append((year, named))
    if wrong:
        year, named = wrong[0]
        amounts = ", ".join(f"{level} {wording.rupiah(total)}" for level, total in named.items())
        more = f" Juga {len(wrong) - 1} tahun lain." if len(wrong) > 1 else ""
        yield plan.whole(
            "sums-differ",
            f"Jumlah pagu {year} berbeda menurut tingkatnya: {amounts}.{more}",
            {"year": year, **{level: str(total) for level, total in named.items()}},
        )


def frame(plan: Looked) -> Iterator[Finding]:
    """Name programs whose money is not what the RPJMD gives to their code."""
    for index, line in plan.of_level("program"):
        given = plan.facts.frame.get(line.code, {}) if line.code and not line.support else {}
        wrong = [year for year in plan.years if given.get(year) and given[year] != line.pagu.get(year, 0)]
        if wrong and any(line.pagu.values()):
            year = wrong[0]
            more = f" (juga {len(wrong) - 1} tahun lain)" if len(wrong) > 1 else ""
            message = (
                f'Pagu {year} program "{short(line.name)}" {wording.rupiah(line.pagu.get(year, 0))}, '
                f"padahal dalam RPJMD {wording.rupiah(given[year])}{more}."
            )
            yield plan.found(index, "frame-differs", message, f"pagu@{year}", str(line.pagu.get(year, 0)))


def units(plan: Looked) -> Iterator[Finding]:
    """Name money that is likely in thousands or millions: the whole, a line, or one year of it."""
    whole = _whole(plan)
    if whole is not None:
        yield whole
        return
    usual = {level: _usual([line for _, line in plan.of_level(level)]) for level in WORKS}
    for index, line in plan.of_level(*WORKS):
        said = _doubt(line, plan.years, usual[line.level])
        if said:
            year, words = said
            yield plan.found(index, "money-unit", words, f"pagu@{year}", str(line.pagu.get(year, 0)))


def _whole(plan: Looked) -> Finding | None:
    level = next(
        (level for level in WORKS if any(any(line.pagu.values()) for _, line in plan.of_level(level))), ""
    )
    rows = [line for _, line in plan.of_level(level)] if level else []
    if sum(any(line.pagu.values()) for _, line in plan.of_level(*WORKS)) < WHOLE_LINES.worth:
        return None
    totals = {year: total for year in plan.years if (total := _total(rows, year))}
    if not totals:
        return None
    year, most = max(totals.items(), key=lambda pair: pair[1])
    if WHOLE_LEAST.worth <= most <= WHOLE_MOST.worth:
        return None
    size = "kecil" if most < WHOLE_LEAST.worth else "besar"
    message = (
        f"Seluruh pagu {year} hanya {wording.rupiah(most)}. Mungkin ditulis dalam ribuan atau jutaan rupiah."
        if size == "kecil"
        else f"Seluruh pagu {year} {wording.rupiah(most)}. Mungkin pengali rupiahnya terpakai dua kali."
    )
    return plan.whole("money-unit", message, {"year": year, "total": str(most)})


def _doubt(line: LineDraft, years: Sequence[str], usual: int) -> tuple[str, str] | None:
    amounts = [(year, line.pagu[year]) for year in years if line.pagu.get(year)]
    called = f'{line.level} "{short(line.name)}"'
    for (_, one), (year, other) in pairwise(amounts):
        if _thousandfold(one, other):
            before, after = wording.rupiah(one), wording.rupiah(other)
            return year, f"Pagu {called} melompat seribu kali: {before}, lalu {after} ({year})."
    if amounts and usual >= SOUND_PAGU.worth:
        year, least = min(amounts, key=lambda pair: pair[1])
        if 0 < least < LEAST_PAGU.worth:
            return (
                year,
                f"Pagu {called} hanya {wording.rupiah(least)} ({year}). Mungkin dalam ribuan atau jutaan.",
            )
    return None


def _thousandfold(one: int, other: int) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return bool(low) and abs(high / low / _FACTOR - 1) <= THOUSAND.worth


def _usual(lines: Sequence[LineDraft]) -> int:
    amounts = [max(line.pagu.values()) for line in lines if any(line.pagu.values())]
    return middle(amounts) if amounts else 0


def _only_finer(plan: Looked, named: Mapping[str, int], year: str) -> bool:
    """Tell whether every level is just the sum of those lines of the level above that are broken down."""
    works = [level for level in WORKS if level in named]
    uppers = [level for level in named if level in GOALS] + works[:1]
    if len({named[level] for level in uppers}) > 1:
        return False
    for upper, lower in pairwise(works):
        broken = [line for index, line in plan.of_level(upper) if _carried(plan.below(index, lower))]
        if _total(broken, year) != named[lower]:
            return False
    return True


def _carried(lines: Sequence[LineDraft]) -> bool:
    return any(any(line.pagu.values()) for line in lines)


def _all_carry(plan: Looked, level: str) -> bool:
    rows = [line.pagu for _, line in plan.of_level(level)]
    return bool(rows) and all(any(pagu.values()) for pagu in rows)


def _total(lines: Sequence[LineDraft], year: str) -> int:
    return sum(_amount(line.pagu, year) for line in lines)


def _amount(pagu: Mapping[str, int], year: str) -> int:
    return pagu.get(year, 0)
