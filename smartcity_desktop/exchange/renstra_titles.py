"""What stands above a table or in the file's name: whose plan it is, its years, the multiplier."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from smartcity_desktop.exchange.renstra_words import multiplier_of, span_of
from smartcity_desktop.exchange.scan import reference
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.text import one_line

_TITLE_ROWS: Final = 30
_AGENCY: Final = re.compile(
    r"\b((?:dinas|badan|sekretariat|inspektorat|kecamatan|kelurahan|satuan polisi|rumah sakit|rsud|bagian|"
    r"bappe|kantor)\w*\b.*?)(?=\s*(?:\b(?:tahun|periode|kabupaten|kab\.|kota|provinsi|prov\.)|"
    r"\b(?:diturunkan|disusun|merupakan|adalah|mengacu|berpedoman|yang|untuk|dari)\b|[:(|]|20\d\d|$))",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:nama\s+)?(?:perangkat daerah|opd|skpd|pd|unit kerja|organisasi)\s*:?\s*(.*)", re.IGNORECASE
)
_RENSTRA: Final = re.compile(
    r"\brenstra\b|\brencana strategis\b|\brenja\b|\brencana kerja\b|\bt-?c\.?\s*2\d|\bmengacu\b",
    re.IGNORECASE,
)
_RPJMD: Final = re.compile(r"\brpjmd\b|\brencana pembangunan jangka menengah daerah\b", re.IGNORECASE)
_MENTIONED: Final = re.compile(
    r"\b(?:dari|dengan|terhadap|menurut|mendukung|berdasarkan|dalam|pada)\s+"
    r"(?:(?:visi|misi|tujuan|sasaran|program|target|dan|prioritas)\b[\s,]*)*"
    r"(?:rpjmd|rencana pembangunan jangka|rpd)\b",
    re.IGNORECASE,
)
_RPD: Final = re.compile(r"\brpd\b|\brencana pembangunan daerah\b", re.IGNORECASE)
_TABLE_WORDS: Final = re.compile(r"\b(?:program|kegiatan|tujuan|indikator|tabel)\b", re.IGNORECASE)


def titles(grid: Grid, first: int) -> list[str]:
    """Return the texts above the heading, row by row."""
    return [
        one_line(" ".join(dict.fromkeys(text for text in row if text.strip())))
        for row in grid.rows[max(0, first - _TITLE_ROWS) : first]
        if any(row)
    ]


def agency(lines: Iterable[str]) -> str:
    """Return the name of the agency that a title names, "" where none does."""
    for line in lines:
        labelled = _LABEL.match(line)
        found = _AGENCY.search(labelled[1] if labelled and labelled[1] else line)
        if found:
            name = found[1].strip(" ,.-–:")
            if not _TABLE_WORDS.search(name):
                return name
    return ""


def agency_of_unit(units: Sequence[str]) -> str:
    """Return the agency where every line names the same one as its unit, "" otherwise."""
    named = {unit for unit in units if unit}
    if len(named) != 1:
        return ""
    only = named.pop()
    return agency([only]) if re.match(r"dinas|badan|sekretariat|inspektorat", only, re.IGNORECASE) else ""


def document_kind(texts: Iterable[str]) -> str:
    """Return what document these titles and names speak of: "rpjmd", "rpd", otherwise "renstra".

    The first text that decides counts; "mengacu pada RPJMD" and a Renstra "dalam RPJMD" decide nothing, nor
    does a sentence about an agency whose goals come "dari sasaran RPJMD".
    """
    for text in texts:
        words = text.replace("_", " ")
        if _RENSTRA.search(words):
            return "renstra"
        if _MENTIONED.search(words) and agency([text]):
            continue
        if _RPJMD.search(words):
            return "rpjmd"
        if _RPD.search(words):
            return "rpd"
    return "renstra"


def period(lines: Iterable[str]) -> tuple[int, int] | None:
    """Return the first span of years in these texts; one of an RPJMD that is only mentioned counts last."""
    own = sorted(lines, key=lambda line: bool(_MENTIONED.search(line)))
    return next((span for span in map(span_of, own) if span), None)


def proposed(years: Sequence[str], *spans: tuple[int, int] | None) -> dict[str, int]:
    """Return which calendar year each ordinal year ("Tahun-3") is, by the first span that fits.

    A span fits where it is as long as the highest ordinal (the period of the plan), or as long as the number
    of ordinals (the years that the table covers).
    """
    ordinals = [int(year.rpartition("-")[2]) for year in years if not year.isdigit()]
    if not ordinals or len(ordinals) < len(years):
        return {}
    for span in spans:
        if span is None:
            continue
        length = span[1] - span[0] + 1
        if length == max(ordinals):
            return {f"Tahun-{one}": span[0] + one - 1 for one in ordinals}
        if length == len(ordinals) == max(ordinals) - min(ordinals) + 1:
            return {f"Tahun-{one}": span[0] + one - min(ordinals) for one in ordinals}
    return {}


def multiplier(grid: Grid, end: int) -> tuple[int, str, str]:
    """Return factor, cell and words where the heading or a title names one; (1, "", "") otherwise."""
    for row in range(max(0, end - _TITLE_ROWS), end):
        for column, text in enumerate(grid.rows[row]):
            factor = multiplier_of(text) if text else 1
            if factor > 1:
                return factor, reference(row, column), one_line(text)
    return 1, "", ""
