"""A Renstra that was read: its sentence, its sums, what a person decides, and its JSON form.

The frozen pieces stand in ``renstra_draft``, decisions in ``renstra_decide``, soft warnings in
``renstra_checks``, reading again in ``renstra_match``, tables of all agencies in ``renstra_split``; all are
reached from here.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from smartcity_desktop.domain import wording
from smartcity_desktop.domain.plan_code import is_support, known, normal_code
from smartcity_desktop.domain.renstra_checks import checks, falls_by_nature, target_number
from smartcity_desktop.domain.renstra_decide import advise, apply, decide_all, kinds
from smartcity_desktop.domain.renstra_draft import (
    Answers,
    Decision,
    Draft,
    Finding,
    IndicatorDraft,
    LineDraft,
    Matching,
    Origin,
    PointDraft,
    Problem,
    RecordDraft,
    SheetChoice,
    SourceSheet,
)
from smartcity_desktop.domain.renstra_match import match, match_indicators
from smartcity_desktop.domain.renstra_split import split

__all__ = [
    "Answers",
    "Decision",
    "Draft",
    "Finding",
    "IndicatorDraft",
    "LineDraft",
    "Matching",
    "Origin",
    "PointDraft",
    "Problem",
    "RecordDraft",
    "SheetChoice",
    "SourceSheet",
    "advise",
    "apply",
    "checks",
    "counts",
    "decide_all",
    "falls_by_nature",
    "is_support",
    "kinds",
    "known",
    "match",
    "match_indicators",
    "normal_code",
    "split",
    "summary",
    "sums",
    "target_number",
    "to_json",
]

_COUNTED: Final = ("program", "kegiatan", "subkegiatan")
_DOCUMENTS: Final = {"renstra": "Renstra", "rpjmd": "RPJMD", "rpd": "RPD"}


def sums(lines: Sequence[LineDraft], *, with_support: bool = False) -> dict[str, dict[str, int]]:
    """Return the pagu in rupiah per level and year; support programmes stay out unless asked for."""
    totals: dict[str, dict[str, int]] = {}
    for line in lines:
        if line.support and not with_support:
            continue
        of_level = totals.setdefault(line.level, {})
        for year, amount in line.pagu.items():
            of_level[year] = of_level.get(year, 0) + amount
    return totals


def counts(lines: Sequence[LineDraft], *, with_support: bool = False) -> dict[str, int]:
    """Return the number of lines per level; support programmes stay out unless asked for."""
    found: dict[str, int] = {}
    for line in lines:
        if with_support or not line.support:
            found[line.level] = found.get(line.level, 0) + 1
    return found


def summary(draft: Draft, opd_name: str, *, with_support: bool = False) -> str:
    """Return the one sentence that stands before any table.

    Support programmes are named apart unless ``with_support`` counts them in.
    """
    found = counts(draft.lines, with_support=with_support)
    frame = ("visi", "misi", "tujuan", "sasaran") if draft.document_kind != "renstra" else ()
    stated = [point.kind for point in draft.points]
    parts = [f"{stated.count(kind)} {kind}" for kind in frame if kind in stated]
    parts += [f"{found[level]} {level}" for level in _COUNTED if found.get(level)]
    money = _first_money(draft, with_support=with_support)
    if money:
        parts.append(money)
    parts += _told_records(draft)
    support = 0 if with_support else sum(line.support and line.level == "program" for line in draft.lines)
    beside = f", di luar {support} program penunjang" if support else ""
    document = _DOCUMENTS.get(draft.document_kind, "Renstra")
    title = " ".join(word for word in (document, opd_name, _span(draft)) if word)
    sentence = f"{title}: {', '.join(parts) or 'belum ada program yang terbaca'}{beside}."
    doubts = len(draft.problems)
    return f"{sentence} {doubts} hal perlu dilihat." if doubts else f"{sentence} Tidak ada yang meragukan."


def _told_records(draft: Draft) -> list[str]:
    """Return how many strategies and directions there are, and how many rows of the tables beside."""
    kinds = Counter(record.kind for record in draft.records)
    strategies, directions = kinds.pop("strategi", 0), kinds.pop("arah", 0)
    told = [(strategies, "strategi"), (directions, "arah kebijakan")]
    told.append((kinds.total(), "baris capaian dan anggaran"))
    return [f"{count} {words}" for count, words in told if count]


def _shown(draft: Draft, year: str) -> str:
    return str(draft.proposed_years.get(year, year))


def _span(draft: Draft) -> str:
    # An RPJMD shows targets up to the year of transition, one after those of its name.
    is_named = draft.document_kind != "renstra" and draft.period_start and draft.period_end
    if draft.years and not is_named:
        first, last = _shown(draft, draft.years[0]), _shown(draft, draft.years[-1])
        return first if first == last else f"{first}–{last}"
    if draft.period_start and draft.period_end:
        return f"{draft.period_start}–{draft.period_end}"
    return ""


def _first_money(draft: Draft, *, with_support: bool) -> str:
    totals = sums(draft.lines, with_support=with_support)
    for level in (*_COUNTED, "sasaran", "tujuan"):
        of_level = totals.get(level, {})
        for year in draft.years:
            if of_level.get(year):
                return f"{wording.rupiah_words(of_level[year])} ({_shown(draft, year)})"
    return ""


def to_json(draft: Draft, nomenclature: Mapping[str, str] | None = None) -> dict[str, object]:
    """Return the JSON form of the command line: what was understood, doubts and soft warnings together."""
    doubts = [(item.sheet, item.cell, item.code, item.message) for item in draft.problems]
    found = checks(draft.lines, years=draft.years, nomenclature=nomenclature)
    doubts += [(item.sheet, item.cell, item.code, item.message) for item in found]
    return {
        "format": draft.format,
        "tahun": [int(year) if year.isdigit() else year for year in draft.years],
        "tujuan": [_goal(line) for line in draft.lines if line.level == "tujuan"],
        "sasaran": [_goal(line) for line in draft.lines if line.level == "sasaran"],
        "baris": [_line(line) for line in draft.lines if line.level in _COUNTED],
        **_beside(draft),
        "masalah": [
            {"lembar": sheet, "sel": cell, "kode": code, "pesan": message}
            for sheet, cell, code, message in doubts
        ],
    }


def _beside(draft: Draft) -> dict[str, object]:
    """Return what a file says beside the lines of a plan; a file of lines only has none of these."""
    parts: dict[str, object] = {
        "kerangka": [_point(point) for point in draft.points],
        "catatan": [_record(record) for record in draft.records],
        "tabel": [
            {"lembar": item.name, "jenis": item.kind, "dipakai": item.used}
            for item in draft.sheets
            if len(draft.sheets) > 1
        ],
        "dokumen": draft.document_kind if draft.document_kind != "renstra" else "",
        "pemetaan": draft.map_name,
    }
    return {name: part for name, part in parts.items() if part}


def _point(point: PointDraft) -> dict[str, object]:
    return {
        "jenis": point.kind,
        "kode": point.code,
        "teks": point.text,
        "induk": point.parent,
        "indikator": _indicators(point),
        "pagu": dict(point.pagu),
        "perangkat_daerah": list(point.opd),
    }


def _record(record: RecordDraft) -> dict[str, object]:
    if record.kind in {"strategi", "arah"}:
        return {
            "jenis": record.kind,
            "nama": record.name,
            "tujuan_sasaran": record.goal,
            "strategi": record.above,
            "asal": {"lembar": record.origin.sheet, "baris": record.origin.row},
        }
    return {
        "jenis": record.kind,
        "nama": record.name,
        "satuan": record.unit,
        "standar": record.standard,
        "baseline": record.baseline,
        "akhir": record.final,
        "target": dict(record.target),
        "realisasi": dict(record.realised),
        "rasio": dict(record.ratio),
        "asal": {"lembar": record.origin.sheet, "baris": record.origin.row},
    }


def _indicators(line: LineDraft | PointDraft) -> list[dict[str, object]]:
    return [
        {"nama": item.name, "satuan": item.unit, "baseline": item.baseline, "target": dict(item.targets)}
        for item in line.indicators
    ]


def _origin(line: LineDraft) -> dict[str, object]:
    return {"lembar": line.origin.sheet, "baris": line.origin.row}


def _goal(line: LineDraft) -> dict[str, object]:
    return {"nama": line.name, "indikator": _indicators(line), "asal": _origin(line)}


def _line(line: LineDraft) -> dict[str, object]:
    said: dict[str, object] = {
        "level": line.level,
        "kode": line.code,
        "nama": line.name,
        "indikator": _indicators(line),
        "pagu": dict(line.pagu),
        "unit": line.unit,
        "lokasi": line.location,
        "asal": _origin(line),
    }
    parts: dict[str, object] = {
        "hasil": line.outcome,
        "sumber_dana": line.fund,
        "perangkat_daerah": line.opd,
        "tertulis": dict(line.written),
        "yakin": dict(line.sure),
    }
    return said | {name: part for name, part in parts.items() if part}
