"""The words of planning tables: what a heading cell means, which year it names, what an amount is worth."""

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from smartcity_desktop.exchange.text import one_line

ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_GROUP: Final = 3
_CENTS: Final = 2

_CALENDAR: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_LONGEST: Final = 10
"""Years; no plan is longer."""
_SPAN: Final = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:[-–—/]|s\.?\s?/?\s?d\.?|sampai(?: dengan)?)\s*(20\d\d)(?!\d)"
)
_ORDINAL: Final = re.compile(
    r"\b(?:tahun|thn?\.?)[\s.\-–]*(?:ke[\s.\-–]*)?\(?([1-9]|iv|v?i{1,3}|v)\)?(?![\w.])", re.IGNORECASE
)
_NUMBERED: Final = re.compile(r"\(?\d{1,2}[a-z]?\)?(?:\s*[=x+:/\-–].*)?")

_FINAL: Final = re.compile(
    r"(?:kondisi|capaian|target|kinerja)\b.{0,60}\bakhir\b"
    r"|\bakhir (?:periode|renstra|rpjmd|rpd|tahun perencanaan|masa)"
)
_BASELINE: Final = re.compile(
    r"data capaian|base ?line|\b(?:kondisi|capaian|kinerja|tahun|data)\b.{0,25}\b(?:awal|dasar|eksisting)\b"
    r"|^(?:realisasi|capaian)\b"
)
_MONEY: Final = re.compile(r"\b(?:rp|rupiah|pagu|dana|pendanaan|anggaran|biaya|alokasi)\b")
_TARGET: Final = re.compile(r"\b(?:target|kinerja|volume|vol)\b|^k$")
_MIXED: Final = re.compile(r"(?:visi|misi)\s*[/,&]|(?:visi|misi) dan\b")
_LEVELS: Final = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")

_ROLES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("fund", re.compile(r"^sumber (?:dana|pendanaan|anggaran|pembiayaan)")),
    ("strategy", re.compile(r"^(?:strategi|arah kebijakan)\b")),
    ("remark", re.compile(r"keterangan|^ket\b|catatan|sumber data|^prioritas")),
    ("number", re.compile(r"^(?:no|nomor|nomor urut|no urut)$")),
    ("code", re.compile(r"^(?:kode|kd)\b|\bkode (?:rekening|program|nomenklatur)|^no\.? ?rek")),
    ("location", re.compile(r"^lokasi")),
    (
        "context",
        re.compile(r"\bnspk\b|(?:tujuan|sasaran|misi|program)\b.{0,20}\b(?:rpjmd|rpd)\b|^(?:visi|misi)\b"),
    ),
    ("indicator", re.compile(r"^(?!target).*(?:indikator|tolok ukur|\biku\b|\bikk\b)")),
    (
        "unit",
        re.compile(
            r"unit kerja|penanggung ?-?jawab|pelaksana|^(?:unit|opd|skpd|pd|bidang|pj)$|^perangkat daerah$"
        ),
    ),
    ("measure", re.compile(r"^satuan")),
    (
        "outcome",
        re.compile(
            r"^(?:outcome|output|hasil|keluaran)\b(?!.*\b(?:program|kegiatan)\b)"
            r"|^sasaran (?:program|kegiatan)"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one heading cell says. ``role`` is "" where it says nothing but a year or a kind.

    ``kind`` is "target", "money", "both" or ""; ``level`` the level that an indicator or name column is for.
    """

    role: str = ""
    kind: str = ""
    year: str = ""
    level: str = ""

    def __bool__(self) -> bool:
        """Tell whether the cell says anything."""
        return bool(self.role or self.kind or self.year)


def meaning(heading: str) -> Meaning:
    """Return what a heading cell means, by its words alone."""
    words = re.sub(r"[_.*:\s]+", " ", one_line(heading).lower()).strip()
    if not words or _NUMBERED.fullmatch(words):
        return Meaning(year=year_of(heading))
    year, kind = year_of(heading), _kind(words)
    if _FINAL.search(words):
        return Meaning("final", kind)
    if _BASELINE.search(words):
        return Meaning("baseline", "", year)
    for role, pattern in _ROLES:
        if pattern.search(words) and not (role == "context" and _is_mixed(words)):
            return Meaning(role, level=_level_of(role, words))
    if kind or year:
        return Meaning("", kind, year)
    return _name(words)


def _level_of(role: str, words: str) -> str:
    if role == "indicator":
        return _only_level(words)
    first = words.split(maxsplit=1)[0]
    return first if role == "strategy" or (role == "context" and first in {"visi", "misi"}) else ""


def _is_mixed(words: str) -> bool:
    """Tell whether a column holds misi and, below them, the lines of the plan too."""
    return bool(_MIXED.match(words)) and len(_named_levels(words)) > 1


def _kind(words: str) -> str:
    money, target = bool(_MONEY.search(words)), bool(_TARGET.search(words))
    if money and target:
        return "both"
    return "money" if money else "target" if target else ""


def _named_levels(words: str) -> list[str]:
    joined = re.sub(r"sub[\s-]*kegiatan", "subkegiatan", words)
    return [level for level in _LEVELS if re.search(rf"\b{level}\b", joined)]


def _only_level(words: str) -> str:
    named = _named_levels(words)
    return named[0] if len(named) == 1 else ""


def _name(words: str) -> Meaning:
    named = _named_levels(words)
    if named and named[-1] in {"tujuan", "sasaran"}:
        return Meaning("goal", level=named[0] if len(named) == 1 else "")
    if re.search(r"\b(?:uraian|nomenklatur|urusan)\b", words) or len(named) > 1:
        return Meaning("name")
    if named:
        return Meaning("name", level=named[0])
    return Meaning()


def year_of(heading: str) -> str:
    """Return the year a heading names: "2025", "Tahun-3", or "" for none or for a span of years.

    "2025/2026" is a single year too, that in which it begins.
    """
    span = _SPAN.search(heading)
    if span:
        first, last = int(span[1]), int(span[2])
        return span[1] if "/" in span[0] and last == first + 1 else ""
    years = set(_CALENDAR.findall(heading))
    if len(years) == 1:
        return str(years.pop())
    ordinal = _ORDINAL.search(heading)
    if ordinal and not years:
        return f"Tahun-{ROMAN.get(ordinal[1].lower(), ordinal[1])}"
    return ""


def span_of(text: str) -> tuple[int, int] | None:
    """Return the first span of years that a text names, "2021-2026", of one to ten years."""
    for found in _SPAN.finditer(text):
        first, last = int(found[1]), int(found[2])
        if 0 < last - first <= _LONGEST:
            return first, last
    return None


def is_numbering(cells: Iterable[str]) -> bool:
    """Tell whether a row only numbers the columns: (1), (2), (3)."""
    filled: list[str] = []
    for cell in cells:
        first = cell[:1]
        # Nearly every row is ruled out by the first sign of its first text.
        if first.isalpha():
            return False
        words = one_line(cell) if first else ""
        if words:
            if not _NUMBERED.fullmatch(words):
                return False
            filled.append(words)
    if len(filled) <= _GROUP:
        return False
    found = [int(match[0]) for match in (re.search(r"\d+", cell) for cell in filled) if match]
    return found == sorted(set(found)) and found[-1] - found[0] <= 2 * len(found)


_MULTIPLIERS: Final[tuple[tuple[int, re.Pattern[str]], ...]] = (
    (
        1_000_000_000,
        re.compile(r"(?:dalam|rp\.?|x)\s*\(?(?:miliar|milyar)(?:an)?|(?:miliar|milyar)(?:an)?\s+rupiah"),
    ),
    (
        1_000_000,
        re.compile(
            r"(?:dalam|rp\.?|x|\()\s*\(?juta(?:an)?\b|juta(?:an)?\s+(?:rupiah|rp)|rp\.?\s*\(?0{3}[.,]0{3}"
            r"|x\s*(?:rp\.?\s*)?1[.,]?000[.,]?000"
        ),
    ),
    (
        1_000,
        re.compile(
            r"(?:dalam|rp\.?|x|\()\s*\(?ribu(?:an)?\b|ribu(?:an)?\s+(?:rupiah|rp)"
            r"|rp\.?\s*[.,]?\s*\(?x?\s*0{3}(?!\d)|\(\s*0{3}\s*\)|x\s*(?:rp\.?\s*)?1[.,]?000(?![.,]?\d)"
        ),
    ),
)


def multiplier_of(text: str) -> int:
    """Return the factor that a heading names for its amounts ("dalam ribuan", "Rp. 000"); 1 for none."""
    words = one_line(text).lower()
    for factor, pattern in _MULTIPLIERS:
        if pattern.search(words):
            return factor
    return 1


_WORTH: Final = (
    (re.compile(r"(?:triliun|trilyun|(?<![a-z])t)$"), 10**12),
    (re.compile(r"(?:miliar|milyar|mil|m)$"), 10**9),
    (re.compile(r"(?:juta|jt)$"), 10**6),
    (re.compile(r"(?:ribu|rb)$"), 10**3),
)
NOTHING: Final = frozenset({"", "-", "–", "—", "--", "n/a", "na", "n.a", "n.a.", "nihil", "…", "...", "."})
_FIRST_OF_NOTHING: Final = frozenset("nN")
USUAL_SIGNS: Final = frozenset(string.ascii_letters + string.digits) - {"n", "N"}
"""A text that begins with one of these is neither "none" nor indented."""
SAYING_SIGNS: Final = USUAL_SIGNS - {"0"}
"""Among words one that begins so is not a bare nought either."""
_AMOUNT: Final = re.compile(r"-?\d[\d.,]*")


def is_nothing(text: str) -> bool:
    """Tell whether a cell says "none": empty, a dash, n/a."""
    # Nearly every cell is ruled out by its first sign.
    first = text[:1]
    if first.isalnum() and first not in _FIRST_OF_NOTHING:
        return False
    return one_line(text).lower() in NOTHING


class Kept(dict[str, str]):
    """What is kept of a text: "" of one that says "none", of others all but an indent."""

    def __missing__(self, text: str) -> str:
        """Find out what a text says."""
        # Blanks at the end are gone already.
        kept = self[text] = "" if is_nothing(text) else text.strip()
        return kept


class Mute(dict[str, str]):
    """The same among words, where a bare nought says nothing."""

    def __init__(self, kept: Kept) -> None:
        """Take what is kept of texts anywhere."""
        super().__init__()
        self._kept = kept

    def __missing__(self, text: str) -> str:
        """Find out what a text says among words."""
        kept = self._kept[text]
        told = self[text] = "" if kept == "0" else kept
        return told


def amount(text: str) -> Decimal | int | None:
    """Return an amount of money as written, before any multiplier; None for none ("-", "n/a", empty).

    Understands ``1,775,000,000``, ``1.458.477.763.740,00``, ``Rp1.250.000,-``, ``1,5 miliar``, ``(250.000)``.
    Raises ValueError where it is no amount.
    """
    if text.isdigit() and text.isascii():
        return int(text)
    if is_nothing(text):
        return None
    kept = re.sub(r"^(?:idr|rp)\.?|\s+", "", one_line(text).lower().replace("rp ", "rp"))
    negative = kept.startswith("(") and kept.endswith(")")
    kept = kept.strip("()").removesuffix(",-").removesuffix(".-").removesuffix(",--").removeprefix("rp.")
    worth = 1
    for pattern, factor in _WORTH:
        if pattern.search(kept):
            kept, worth = pattern.sub("", kept), factor
            break
    if not kept.strip("-–"):
        return None
    if not _AMOUNT.fullmatch(kept):
        raise ValueError(text)
    value = _digits(kept) * worth
    return -value if negative else value


def _digits(kept: str) -> Decimal:
    parts = re.split(r"[.,]", kept.rstrip(".,"))
    marks = re.findall(r"[.,]", kept.rstrip(".,"))
    decimals = ""
    grouped = len(set(marks)) <= 1 and _are_groups(parts[1:]) and not re.match(r"-?0\d*[.,]", kept)
    if marks and grouped and len(parts[0].lstrip("-")) > _GROUP:
        # "12500.000" is a slip for thousands, or has three decimals: a thousandfold that nobody can tell.
        raise ValueError(kept)
    if not grouped:
        last = len(marks) == 1 or marks[-1] != marks[0] or len(parts[-1]) <= _CENTS
        if not last or not _are_groups(parts[1:-1]):
            raise ValueError(kept)
        decimals = parts.pop()
    try:
        return Decimal(f"{''.join(parts)}.{decimals or '0'}")
    except InvalidOperation:
        raise ValueError(kept) from None


def _are_groups(parts: list[str]) -> bool:
    return all(len(part) == _GROUP for part in parts)
