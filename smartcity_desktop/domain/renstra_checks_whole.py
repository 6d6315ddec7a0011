"""Checks of the plan as a whole: whose it is, of which period, and whether its years are all there."""

from collections.abc import Iterator
from typing import Final

from smartcity_desktop.domain.renstra_checks_code import shared_words
from smartcity_desktop.domain.renstra_checks_frame import Looked
from smartcity_desktop.domain.renstra_checks_limits import CALLED_SHARE, COVERED, FORM_YEARS
from smartcity_desktop.domain.renstra_draft import Finding

NEWER_FORM: Final = "Inmendagri 2/2025"


def agency(plan: Looked) -> Iterator[Finding]:
    """Say that the file names another agency than the one it was stored at."""
    own, named = plan.facts.opd, plan.facts.file_opd
    if own and named and shared_words(_core(own), _core(named)) < CALLED_SHARE.worth:
        yield plan.whole(
            "wrong-agency",
            f"Berkas ini menyebut {named}, padahal dipakai sebagai Renstra {own}.",
            {"file_opd": named},
        )


def _core(name: str) -> str:
    """Return what tells agencies apart: the name without the word for the kind of agency."""
    words = name.lower().split()
    kinds = {"dinas", "badan", "sekretariat", "inspektorat", "kantor", "kecamatan", "kelurahan", "bagian"}
    kept = [word for word in words if word not in kinds]
    return " ".join(kept or words)


def period(plan: Looked) -> Iterator[Finding]:
    """Say that the plan is over, or covers but a small part of the years of the master plan."""
    years = plan.calendar()
    end = years[-1] if years else plan.facts.end
    start = years[0] if years else plan.facts.start
    if end is None or start is None:
        return
    if plan.facts.year is not None and end < plan.facts.year:
        message = f"Renstra ini berakhir {end}, padahal Bimtek ini tahun {plan.facts.year}."
        yield plan.whole("past-period", message, {"end": str(end)})
        return
    if plan.facts.master is None:
        return
    first, last = plan.facts.master
    wanted = last - first + 1
    covered = max(0, min(end, last) - max(start, first) + 1)
    if start < first and covered < COVERED.worth * wanted:
        message = f"Renstra {start}–{end} mencakup {covered} dari {wanted} tahun masterplan ({first}–{last})."
        yield plan.whole("period-short", message, {"covered": str(covered)})


def years(plan: Looked) -> Iterator[Finding]:
    """Say that years of the period, or the sixth year of the newer form, are not there."""
    found = plan.calendar()
    start, end = plan.facts.start, plan.facts.end
    if not found:
        return
    gone = set(range(found[0], found[-1] + 1)) - set(found)
    if start is not None and end is not None and 0 < end - start < 2 * FORM_YEARS.worth:
        gone |= set(range(start, end + 1)) - set(found)
    if gone:
        named = ", ".join(str(year) for year in sorted(gone))
        yield plan.whole("years-missing", f"Tahun {named} tidak ada dalam tabel.", {"years": named})
    elif plan.facts.form == NEWER_FORM and len(found) == FORM_YEARS.worth - 1:
        message = (
            f"Formulir 2025–2029 punya enam tahun target, di sini lima ({found[0]}–{found[-1]}). "
            "Tahun transisinya belum ada."
        )
        yield plan.whole("years-missing", message, {"years": str(found[-1] + 1)})
