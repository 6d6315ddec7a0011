"""The indicators of a row: their names, units and targets, and the marks in figures that mean two things."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import Final

from smartcity_desktop.domain.renstra_draft import IndicatorDraft
from smartcity_desktop.domain.renstra_targets import falls_by_nature
from smartcity_desktop.exchange.renstra_rows import THIRDS, Row, tidy
from smartcity_desktop.exchange.renstra_words import is_nothing
from smartcity_desktop.exchange.text import one_line

_LABEL: Final = re.compile(
    r"^(?:indikator|iku|ikk)\b(?:\s+(?:kinerja|utama|kunci|tujuan|sasaran|program|kegiatan|sub|subkegiatan|"
    r"keluaran|hasil|outcome|output|dan|\([^)]{1,20}\)))*\s*:\s*",
    re.IGNORECASE,
)
_FIRST_OF_LABEL: Final = frozenset("iI\u0130\u0131")
"""What a pattern takes for the letter i where capitals do not count."""
_ITEM: Final = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z][.)]|[-•*–])\s*", re.IGNORECASE)
_SUFFIX: Final = re.compile(r"-?\d[\d.,]*\s*(%|[^\d\s.,].{0,30})")
_UNITS: Final = {
    **dict.fromkeys(("persen", "prosen", "percent", "persentase", "pct"), "%"),
    **dict.fromkeys(("rupiah", "idr", "rp"), "Rp"),
    "org": "orang",
    "dok": "dokumen",
    "lap": "laporan",
    "keg": "kegiatan",
    "bln": "bulan",
    "thn": "tahun",
    "th": "tahun",
    "pkt": "paket",
    "bh": "buah",
}
"""Spellings of units by their usual form; what is not named here stays as it is written."""
_BRACKET: Final = re.compile(r"\(\s*([^()]{1,40}?)\s*\)\s*$")
_BRACKETED: Final = re.compile(
    r"%|k?m|m[23²³]|ha|kg|ton|liter|kwh|mw|jam|menit|detik|hari|minggu|bulan|tahun|kali|orang|jiwa|kk|unit|buah|"
    r"indeks|nilai|skor|poin|angka|rasio|predikat|peringkat|kategori|opini|level|dokumen|laporan|kegiatan|paket|"
    r"layanan|kejadian|kasus|lokasi|titik|ruas|kawasan|opd|perangkat daerah|desa|kelurahan|kecamatan|sekolah|"
    r"siswa|kelompok|lembaga|objek|usaha|rumah(?: tangga)?|hektare?|(?:kilo)?meter|lembar|akta|aplikasi|"
    r"sistem|rp(?:\s.+)?|(?:ribu|juta|miliar)(?:\s.+)?|per\s.+|(?:ton|km|liter)/.+",
    re.IGNORECASE,
)
"""Words that name a unit where they stand in brackets behind an indicator; an abbreviation is none."""
_CUT: Final = re.compile(r"(-?\d{1,3}(?:\.\d{3})*,\d?) (\d{1,2}(?: ?%)?)")
"""A decimal that a narrow column broke over two lines: "13,0 2" is 13,02."""
_DECIMAL: Final = re.compile(r"\d{1,3}[.,]\d{1,2}")
_GROUPED: Final = re.compile(
    r"(?:rp\.?\s*)?-?\d{1,3}(?:([.,])\d{3}){2,}(?:([.,])\d{1,2})?(?:,-)?", re.IGNORECASE
)
_BROKEN: Final = re.compile(r"(?:rp\.?\s*)?-?\d{1,3}(?:([.,])\d{3})*([.,])\d{1,2}", re.IGNORECASE)
_NEAR: Final = 3
"""How many times larger or smaller than its neighbours a figure may be and still stand among them."""
_FAR: Final = 20
"""So many times larger than any neighbour, a figure was not meant."""


class Marks:
    """What the marks in the figures of a table mean: targets that may mean two things, marks of decimals."""

    def __init__(self, thirds: frozenset[str], amounts: Callable[[], set[str]]) -> None:
        """Take the doubtful targets, and what gives the amounts of the table once one of them is doubtful."""
        self.thirds = thirds
        self._amounts = amounts

    @cached_property
    def _decimal(self) -> set[str]:
        """The marks that divide decimals in the amounts, and nowhere thousands."""
        decimal, group = set[str](), set[str]()
        for text in self._amounts():
            found = None if THIRDS.fullmatch(text) else _GROUPED.fullmatch(text) or _BROKEN.fullmatch(text)
            if found:
                group.update(filter(None, (found[1],)))
                decimal.update(filter(None, (found[2],)))
        return decimal - group

    def is_decimal(self, text: str) -> bool:
        """Tell whether the only mark of an amount divides decimals, as in other amounts of the table."""
        return bool(THIRDS.fullmatch(text)) and ("," if "," in text else ".") in self._decimal


def measures(text: str, row: Row, base_year: str, thirds: frozenset[str]) -> list[IndicatorDraft]:
    """Return the indicators of a row whose indicator cell holds ``text``; one without a name for none."""
    names = _names(text)
    if not names and row.has_values and (row.baseline or _is_said(row.targets)):
        names = [("", "")]
    if len(names) == 1:
        return [_measure(names, 0, row, base_year, thirds)]
    return [_measure(names, place, row, base_year, thirds) for place in range(len(names))]


def _measure(
    names: list[tuple[str, str]], place: int, row: Row, base_year: str, thirds: frozenset[str]
) -> IndicatorDraft:
    (name, original), count = names[place], len(names)
    cut: dict[str, str] = {}
    if count == 1:
        targets = {year: tidy(value) for year, value in row.targets.items()}
        baseline, final = tidy(row.baseline), tidy(row.final)
        cut = {year: text for year, text in targets.items() if " " in text and _CUT.fullmatch(text)}
    else:
        baseline, final = _share(row.baseline, place, count), _share(row.final, place, count)
        shares = {year: _share(value, place, count) for year, value in row.targets.items()}
        targets = {year: text for year, text in shares.items() if text}
    written = {"name": original} if original else {}
    if thirds and not thirds.isdisjoint(targets.values()):
        targets = _mended(targets, baseline, thirds, written)
    if cut:
        targets |= {year: _CUT.sub(r"\1\2", text) for year, text in cut.items()}
        written |= {f"target@{year}": text for year, text in cut.items()}
    if count == 1 and " " in baseline and _CUT.fullmatch(baseline):
        baseline, written["baseline"] = _CUT.sub(r"\1\2", baseline), baseline
    unit = row.measure
    if unit:
        usual = usual_unit(unit)
        if usual != unit:
            written["unit"], unit = unit, usual
    else:
        unit = usual_unit(_unit(targets)) or (_bracketed(name) if name.endswith(")") else "")
    return IndicatorDraft(
        name,
        unit,
        baseline,
        base_year if baseline else "",
        targets,
        final,
        "turun" if falls_by_nature(name) else "",
        written,
    )


def names_of(text: str) -> list[str]:
    """Return the indicators of a cell: one, or one per numbered line."""
    return [name for name, _ in _names(text)]


def _names(text: str) -> list[tuple[str, str]]:
    """Return names and, where something was taken off one, how it is written."""
    lines = [line for line in text.split("\n") if line.strip()] if "\n" in text else []
    if len(lines) > 1 and all(_ITEM.match(line) for line in lines):
        return [(_unlabelled(_ITEM.sub("", line)), one_line(line)) for line in lines]
    name = _unlabelled(text)
    if not name:
        return []
    return [(name, "" if len(name) == len(text) or name == one_line(text) else one_line(text))]


@lru_cache(maxsize=1024)
def usual_unit(unit: str) -> str:
    """Return a unit in its usual spelling ("Persen" -> "%"), as written where no other is known."""
    return _UNITS.get(unit.strip("(). ").lower(), "%" if unit.strip("() ") == "%" else unit)


def _mended(
    targets: dict[str, str], baseline: str, thirds: frozenset[str], written: dict[str, str]
) -> dict[str, str]:
    """Read ``1.250`` among ``1,1`` and ``1,3`` as ``1,25``: as thousands it would not stand among them."""
    texts = [text for text in (*targets.values(), baseline) if text and text not in thirds]
    near = [float(text.replace(",", ".")) for text in texts if _DECIMAL.fullmatch(text)]
    if not near or len(near) < len(texts):
        return targets
    mended = dict(targets)
    for year, text in targets.items():
        if text in thirds:
            value = float(text.replace(",", "."))
            is_near = min(near) / _NEAR <= value <= max(near) * _NEAR
            if is_near and value * 1000 > max(near) * _FAR:
                mended[year] = text.replace(".", ",").rstrip("0").rstrip(",")
                written[f"target@{year}"] = text
    return mended


def _is_said(targets: Mapping[str, str]) -> bool:
    return any(value.strip() != "0" and not is_nothing(value) for value in targets.values())


def _unlabelled(text: str) -> str:
    name = one_line(text)
    label = _LABEL.match(name) if name[:1] in _FIRST_OF_LABEL else None
    return name[label.end() :] if label else name


def is_labelled(text: str) -> bool:
    """Tell whether a text says in front that it is an indicator."""
    return text[:1] in _FIRST_OF_LABEL and bool(_LABEL.match(text))


def _share(text: str, place: int, of: int) -> str:
    """Return the part of a cell that belongs to one of several indicators: the line of that number."""
    lines = [one_line(_ITEM.sub("", line) or line) for line in text.split("\n") if line.strip()]
    if len(lines) == of:
        return lines[place]
    return one_line(text) if place == 0 else ""


def _unit(targets: dict[str, str]) -> str:
    """Return the unit that every target is written with ("25 OPD"), "" where there is no single one."""
    units = set(map(suffix, targets.values()))
    return units.pop() if len(units) == 1 else ""


@lru_cache(maxsize=1024)
def _bracketed(name: str) -> str:
    """Return the unit that a name ends with in brackets ("Panjang jalan (km)"), "" where it is none.

    A word that the name says before ("Jumlah subdomain yang dikelola (Subdomain)") is one too.
    """
    found = _BRACKET.search(name)
    if not found:
        return ""
    unit = usual_unit(found[1])
    is_said = unit.lower() in name[: found.start()].lower().split()
    return unit if is_said or unit != found[1] or _BRACKETED.fullmatch(unit) else ""


@lru_cache(maxsize=4096)
def suffix(text: str) -> str:
    """Return what a target names behind its figure ("25 OPD"), "" where it names nothing."""
    found = _SUFFIX.fullmatch(text)
    return found[1].strip() if found else ""
