"""Words of the tab Evaluasi: the items as lines, the index in sentences, what an item is about."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from smartcity_desktop.domain.evaluation import (
    HOW_WORDS,
    SECTION_WORDS,
    EvaluationBoard,
    EvaluationLine,
    change,
    gain,
    index,
    score_words,
    shown,
    weakest,
)
from smartcity_desktop.domain.wording import EMPTY, number
from ui.models.read_table import ReadLine

WIDTHS: Final[Mapping[int, int]] = {0: 54, 1: 104, 3: 54, 4: 50, 5: 54}
RIGHT: Final = frozenset({3, 4})
TOPIC: Final = 2
"""The column that takes what room is left."""
KEYS: Final = frozenset("01234+-=")
"""What is pressed on an item: a score, or a quarter more or less."""


def heads(board: EvaluationBoard) -> tuple[str, ...]:
    """Return the heads of the columns."""
    before = str(board.before_year) if board.before_year else "Lalu"
    return ("Butir", "Indikator", "Pokok", "Nilai", before, "Bukti")


def lines(board: EvaluationBoard, section: str, supposed: Mapping[str, Fraction]) -> list[ReadLine]:
    """Return the items of one section, or of all, with scores that are only supposed behind an arrow."""
    return [
        ReadLine(
            line.item.code,
            (
                line.item.number,
                line.item.indicator,
                line.item.text,
                _score(line, supposed.get(line.item.code)),
                score_words(line.before) if line.before is not None else "",
                "ada" if line.pointer else "",
            ),
            faint=line.answer.value is None and line.item.code not in supposed,
        )
        for line in board.asked
        if not section or line.item.section == section
    ]


def _score(line: EvaluationLine, supposed: Fraction | None) -> str:
    own = score_words(line.answer.value)
    return own if supposed is None or supposed == line.answer.value else f"{own} → {score_words(supposed)}"


def section_choices(board: EvaluationBoard) -> list[tuple[str, str]]:
    """Return the sections that can be shown (key, words) with how many of their items are estimated."""
    whole = f"Semua bagian: {number(board.given)}/{number(len(board.asked))}"
    return [
        ("", whole),
        *(
            (item.section, f"{item.words}: {number(item.given)}/{number(item.asked)}")
            for item in board.sections
        ),
    ]


def index_words(board: EvaluationBoard, supposed: Mapping[str, Fraction]) -> str:
    """Return the index, and what it would be with scores that are only supposed."""
    own = board.index
    if not supposed:
        return shown(own)
    then = index(board.supposing(supposed))
    gained = change(then, own)
    return f"{shown(own)} → {shown(then)}" + (f" ({gained})" if gained else "")


def change_words(board: EvaluationBoard) -> str:
    """Return the difference with the year before, nothing where there is none."""
    before = index(board.sections_before)
    gained = change(board.index, before)
    return f"{gained} dari {shown(before)} pada {board.before_year}" if gained else ""


def weakest_words(board: EvaluationBoard) -> list[tuple[str, str]]:
    """Return the lowest items (code, words), each with what one point more does to the index."""
    gains = {item.section: gain(item) for item in board.sections}
    return [(line.item.code, _weak(line, gains[line.item.section])) for line in weakest(board)]


def _weak(line: EvaluationLine, gained: Fraction) -> str:
    item = line.item
    told = f"{score_words(line.answer.value)} · {SECTION_WORDS[item.section]} {item.number} {item.text}"
    return f"{told} (naik 1: +{shown(gained)})"


def about(line: EvaluationLine) -> str:
    """Return what an item asks: ``Output · Kelembagaan 2.1.1`` and its words."""
    item = line.item
    return f"{SECTION_WORDS[item.section]} · {item.indicator} {item.number}: {item.text}"


def known_words(board: EvaluationBoard, line: EvaluationLine) -> str:
    """Return how an item is measured, what the data know of it, and last year's evidence, one a line."""
    how = HOW_WORDS.get(line.item.section, "")
    before = f"Bukti tahun {board.before_year}: {line.evidence_before}" if line.evidence_before else ""
    return "\n".join(filter(None, (how, *(f"Tercatat: {text}" for text in line.known), before)))


def spoken(board: EvaluationBoard) -> str:
    """Return the bars in words."""
    told = [f"{item.words} {shown(item.mean)}" for item in board.sections if item.mean is not None]
    return f"Rata-rata bagian: {', '.join(told) or EMPTY}"


def year_choices(years: Sequence[int], now: int) -> list[int]:
    """Return the years that can be shown: those begun, and last year to next year."""
    return sorted({*years, now - 1, now, now + 1}, reverse=True)
