"""What the tab Kesiapan says: the lines of its table, the axes of its charts, the words of one question."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.chart_analysis import APART, Axis, element_rows
from smartcity_desktop.domain.readiness import (
    Answer,
    GapCell,
    GapLine,
    ReadinessRecap,
    Reading,
    counted,
    figure,
    spread,
    told,
)
from smartcity_desktop.domain.wording import EMPTY, number
from ui.models.read_table import ReadLine
from ui.translate import worded

CODE, TEXT, COMPONENT = range(3)
FIRST: Final = 3
"""The column of the first worksheet; the others follow."""
_PARTS: Final = (
    ("Kondisi saat ini", "current"),
    ("Kondisi ideal", "ideal"),
    ("Kesenjangan", "gap"),
    ("Akar masalah", "cause"),
    ("Bukti", "evidence"),
    ("Rekomendasi", "advice"),
)


def legend_of(recap: ReadinessRecap) -> tuple[str, ...]:
    """Return the worksheets by code and title."""
    return tuple(f"{item.code} {item.title}" for item in recap.readings)


def told_of(reading: Reading) -> str:
    """Return what one worksheet came to: ``2,31 (sedang) · 28 dari 30 butir, 2 belum dinilai``."""
    whole = reading.found.whole
    parts = [told(whole), counted(whole)]
    if reading.is_shared:
        parts.append(
            worded("{count} dari {all} lembar OPD menjawab").format(
                count=number(len(reading.sheets)), all=number(reading.asked)
            )
        )
    if reading.unproven:
        parts.append(f"{number(reading.unproven)} skor 3–4 tanpa bukti")
    return " · ".join(parts)


def filters_of(recap: ReadinessRecap) -> list[tuple[str, str]]:
    """Return what the gaps can be narrowed to: (key, words), everything first."""
    found = [("", "Semua komponen")]
    found += [(row.key, row.name if row.strong else f"    {row.name}") for row in element_rows(recap)]
    return found


def is_in(line: GapLine, key: str) -> bool:
    """Tell whether a question belongs to an element or a component; to "" all belong."""
    element, _, component = key.partition(APART)
    return not key or (line.question.section == element and component in {"", line.question.component})


def heads_of(recap: ReadinessRecap) -> tuple[str, ...]:
    """Return the heads of the table of gaps."""
    return ("Kode", "Butir", "Komponen", *(item.code for item in recap.readings))


def lines_of(recap: ReadinessRecap, key: str) -> list[ReadLine]:
    """Return the gaps that belong to ``key``, the lowest score first."""
    return [
        ReadLine(
            line.question.code,
            (
                line.question.code,
                line.question.text,
                line.question.component,
                *(
                    _cell(cell, reading) if cell else EMPTY
                    for cell, reading in zip(line.cells, recap.readings, strict=True)
                ),
            ),
            faint=line.value is None,
        )
        for line in recap.lines()
        if is_in(line, key)
    ]


def _cell(cell: GapCell, reading: Reading) -> str:
    mean = cell.mean
    if mean.value is None:
        return "belum dinilai"
    if not reading.is_shared:
        return f"{figure(mean.value).removesuffix(',00')} {mean.label}"
    words = f"{figure(mean.value)} {mean.label}"
    return f"{words} · dari {number(mean.count)} · {spread(mean)}"


def said_of(line: GapLine, recap: ReadinessRecap) -> list[tuple[str, str]]:
    """Return what was written about a question, a pair of head and text each; several sheets by name."""
    found: list[tuple[str, str]] = []
    for cell, reading in zip(line.cells, recap.readings, strict=True):
        if cell is None or reading.is_shared:
            continue
        for answer in cell.answers:
            found += [
                (head, str(getattr(answer, name)).strip())
                for head, name in _PARTS
                if str(getattr(answer, name)).strip()
            ]
    return found


def answers_of(line: GapLine, recap: ReadinessRecap) -> list[ReadLine]:
    """Return every answer to a question: whose, its score, its evidence; the key is the row of the answer."""
    found: list[ReadLine] = []
    for cell, reading in zip(line.cells, recap.readings, strict=True):
        found += [
            ReadLine(item.id, (reading.code, _whose(item, reading), _score(item), item.evidence), faint)
            for item in (cell.answers if cell else ())
            for faint in (item.score is None,)
        ]
    return found


def _whose(answer: Answer, reading: Reading) -> str:
    return reading.sheets.get(answer.sheet, EMPTY)


def _score(answer: Answer) -> str:
    return EMPTY if answer.score is None else str(answer.score)


def spoken(rows: Sequence[Axis]) -> str:
    """Return what a chart shows for one who does not see it."""
    return "; ".join(f"{row.name} {' dan '.join(figure(value) for value in row.values)}" for row in rows)
