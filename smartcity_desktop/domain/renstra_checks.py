"""Soft warnings about a plan (domain.md 5.7 D): never a block, each with the line it is about."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Final

from smartcity_desktop.domain import plan_code, wording
from smartcity_desktop.domain.renstra_draft import Finding, IndicatorDraft, LineDraft

FALLING: Final = (
    "kemiskinan",
    "miskin",
    "stunting",
    "wasting",
    "aki",
    "akb",
    "kematian",
    "pengangguran",
    "gini",
    "ketimpangan",
    "kesenjangan",
    "inflasi",
    "emisi",
    "kumuh",
    "putus sekolah",
    "tidak sekolah",
    "buta aksara",
    "kriminalitas",
    "kejahatan",
    "kecelakaan",
    "pelanggaran",
    "pengaduan",
    "temuan",
    "kekerasan",
    "rawan pangan",
    "kerawanan",
    "risiko bencana",
    "kehilangan air",
    "prevalensi",
    "gizi buruk",
    "gizi kurang",
    "angka kesakitan",
    "kebakaran",
    "perkawinan anak",
    "waktu tunggu",
    "response time",
    "waktu tanggap",
    "timbulan sampah",
    "pencemaran",
)
_FALLING: Final = re.compile(r"\b(?:" + "|".join(FALLING) + r")\b", re.IGNORECASE)
_BY_FIRST_WORD: Final = {
    first: tuple(item for item in FALLING if item.split()[0] == first)
    for first in (item.split()[0] for item in FALLING)
}
_FIRST_WORDS: Final = frozenset(_BY_FIRST_WORD)
_WORD: Final = re.compile(r"\w+")
_BLANKS: Final = bytes(code if _WORD.match(chr(code)) else ord(" ") for code in range(256))
"""The same as ``_WORD``, for plain ASCII."""
_RISING: Final = re.compile(
    r"\b(?:penurunan|menurunnya|pengurangan|ditangani|tertangani|diselesaikan|terselesaikan|ditindaklanjuti|"
    r"dilayani|terlayani|dicegah|pencegahan|penanganan|penyelesaian|tindak lanjut|pemenuhan)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"-?\d[\d.,]*")
_GROUP: Final = 3
_LOWER: Final = {"program": "kegiatan", "kegiatan": "subkegiatan"}
_WEIGHT: Final = (
    "sums-differ",
    "sasaran-without-program",
    "program-without-pagu",
    "children-differ",
    "code-unknown",
    "target-falls",
    "indicator-without-baseline",
)
_COUNTED: Final = ("program", "kegiatan", "subkegiatan")


def target_number(text: str) -> Decimal | None:
    """Return the number in a target as written (``42.50%``, ``1.250 orang``); None unless there is just one.

    A single separator before three digits groups thousands, as in every Indonesian table.
    """
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return None
    digits = str(found[0]).rstrip(".,")
    mark = max(digits.rfind("."), digits.rfind(","))
    if mark >= 0 and not _groups(digits, mark):
        whole = re.sub(r"[.,]", "", digits[:mark])
        digits = f"{whole}.{digits[mark + 1 :]}"
    else:
        digits = re.sub(r"[.,]", "", digits)
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _groups(digits: str, mark: int) -> bool:
    if len(digits) - mark - 1 != _GROUP or digits.lstrip("-").startswith("0"):
        return False
    return len({digit for digit in digits if not digit.isdigit() and digit != "-"}) == 1


def falls_by_nature(name: str) -> bool:
    """Tell whether smaller is better for an indicator of this name (kemiskinan, stunting, AKI, …)."""
    words = name.lower()
    # A pattern of many words is tried at every letter; to look words up by their first one is cheap.
    plain = words.isascii()
    spoken = words.encode().translate(_BLANKS).decode().split() if plain else _WORD.findall(words)
    if not any(item in words for word in _FIRST_WORDS.intersection(spoken) for item in _BY_FIRST_WORD[word]):
        return False
    return bool(_FALLING.search(name)) and not _RISING.search(name)


def checks(
    lines: Sequence[LineDraft],
    *,
    years: Sequence[str] = (),
    nomenclature: Mapping[str, str] | None = None,
) -> list[Finding]:
    """Return every soft warning, the weightiest kind first, within a kind in the order of the lines.

    ``years`` in their order; without it the years are taken in the order of their names. Indicators of
    support programmes are not looked at.
    """
    order = list(years) or sorted({year for line in lines for year in _years_of(line)})
    return sorted(_Check(lines, order, nomenclature).run(), key=lambda finding: _WEIGHT.index(finding.code))


def _years_of(line: LineDraft) -> set[str]:
    return {*line.pagu, *(year for item in line.indicators for year in item.targets)}


class _Check:
    """One run over the lines of a plan."""

    def __init__(
        self, lines: Sequence[LineDraft], years: Sequence[str], nomenclature: Mapping[str, str] | None
    ) -> None:
        self._lines = lines
        self._years = years
        self._nomenclature = nomenclature
        self._children: dict[int, list[int]] = {}
        for index, line in enumerate(lines):
            if line.parent is not None:
                self._children.setdefault(line.parent, []).append(index)
        self._has_programs = any(line.level == "program" for line in lines)

    def run(self) -> Iterator[Finding]:
        """Yield line by line, then the sums by level."""
        rules: tuple[Callable[[int, LineDraft], Iterator[Finding]], ...] = (
            self._goal,
            self._money,
            self._code,
            self._sum,
            self._indicators,
        )
        for index, line in enumerate(self._lines):
            for rule in rules:
                yield from rule(index, line)
        yield from self._levels()

    def _found(self, index: int, code: str, message: str, field: str = "name") -> Finding:
        line = self._lines[index]
        cell = line.cells.get(field) or line.cells.get("name", "")
        return Finding(code, message, index, line.origin.sheet, cell)

    def _goal(self, index: int, line: LineDraft) -> Iterator[Finding]:
        if line.level == "sasaran" and self._has_programs and not self._leads_to_program(index):
            yield self._found(
                index, "sasaran-without-program", f'Sasaran "{_short(line.name)}" belum punya program.'
            )

    def _leads_to_program(self, index: int) -> bool:
        return any(
            self._lines[child].level == "program" or self._leads_to_program(child)
            for child in self._children.get(index, ())
        )

    def _money(self, index: int, line: LineDraft) -> Iterator[Finding]:
        if line.level == "program" and not any(line.pagu.values()):
            yield self._found(
                index, "program-without-pagu", f'Program "{_short(line.name)}" belum punya pagu.'
            )

    def _code(self, index: int, line: LineDraft) -> Iterator[Finding]:
        names = self._nomenclature
        if names and line.code and line.level in _COUNTED and not plan_code.known(line.code, names):
            yield self._found(
                index,
                "code-unknown",
                f"Kode {line.code} tidak ada dalam nomenklatur. Periksa apakah dari nomenklatur lama.",
                "code",
            )

    def _sum(self, index: int, line: LineDraft) -> Iterator[Finding]:
        lower = _LOWER.get(line.level)
        parts = [
            self._lines[child] for child in self._children.get(index, ()) if self._lines[child].level == lower
        ]
        if not any(any(part.pagu.values()) for part in parts) or not any(line.pagu.values()):
            return
        wrong = [year for year in self._years if line.pagu.get(year, 0) != _total(parts, year)]
        if wrong:
            year = wrong[0]
            own, sum_of = line.pagu.get(year, 0), _total(parts, year)
            more = f" (juga {len(wrong) - 1} tahun lain)" if len(wrong) > 1 else ""
            message = (
                f'Jumlah {lower} di bawah "{_short(line.name)}" {wording.rupiah(sum_of)}, padahal pagu '
                f"{line.level} itu {wording.rupiah(own)} ({year}){more}."
            )
            yield self._found(index, "children-differ", message, f"pagu@{year}")

    def _indicators(self, index: int, line: LineDraft) -> Iterator[Finding]:
        for number, item in enumerate(line.indicators):
            if not item.name or line.support:
                continue
            if not item.baseline:
                message = f'Kondisi awal indikator "{_short(item.name)}" belum diisi.'
                yield self._about(index, number, "indicator-without-baseline", message)
            fall = self._fall(item)
            if fall:
                message = (
                    f'Target "{_short(item.name)}" turun dari {fall[0]} ke {fall[1]}. Makin kecil makin baik?'
                )
                yield self._about(index, number, "target-falls", message)

    def _about(self, index: int, number: int, code: str, message: str) -> Finding:
        found = self._found(index, code, message, "indicator")
        return Finding(found.code, message, index, found.sheet, found.cell, number)

    def _fall(self, item: IndicatorDraft) -> tuple[str, str] | None:
        if item.direction or falls_by_nature(item.name):
            return None
        written = [text for text in (item.targets.get(year, "") for year in self._years) if text]
        for one, other in pairwise(written):
            first, second = target_number(one), target_number(other)
            if first is not None and second is not None and second < first:
                return one, other
        return None

    def _levels(self) -> Iterator[Finding]:
        wrong: list[tuple[str, dict[str, int]]] = []
        for year in self._years:
            totals = {
                level: _total([line for line in self._lines if line.level == level], year)
                for level in _COUNTED
            }
            named = {level: total for level, total in totals.items() if total}
            if len(set(named.values())) > 1:
                wrong.append((year, named))
        if wrong:
            year, named = wrong[0]
            amounts = ", ".join(f"{level} {wording.rupiah(total)}" for level, total in named.items())
            more = f" Juga {len(wrong) - 1} tahun lain." if len(wrong) > 1 else ""
            yield Finding(
                "sums-differ",
                f"Jumlah pagu {year} berbeda menurut tingkatnya: {amounts}.{more}",
                values={"year": year, **{level: str(total) for level, total in named.items()}},
                sheet=self._lines[0].origin.sheet,
            )


def _total(lines: Sequence[LineDraft], year: str) -> int:
    return sum(line.pagu.get(year, 0) for line in lines)


def _short(name: str, limit: int = 60) -> str:
    return name if len(name) <= limit else f"{name[: limit - 1].rstrip()}…"
