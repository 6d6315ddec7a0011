"""The estimate of a year as plain tables: the index, all items, what was planned and run. Pure."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from smartcity_desktop.domain.evaluation import (
    GROUP_WORDS,
    SECTION_WORDS,
    EvaluationBoard,
    RunLine,
    before_told,
    index_rows,
    run_told,
    score_words,
    shown,
    told,
    weights_told,
)
from smartcity_desktop.domain.table_sheet import TableSheet

_NONE: Final = ""


def evaluation_sheets(board: EvaluationBoard, say: Callable[[str], str]) -> tuple[TableSheet, ...]:
    """Return the tables of one year; ``say`` puts words into those of the event."""
    return (
        _index(board),
        _items(board, say),
        _run("Program", board.programs, board.year, say),
        _run("Quick win", board.quickwins, board.year, say),
    )


def _index(board: EvaluationBoard) -> TableSheet:
    known, whole = index_rows(board)
    rows = [
        (item.words, item.weight, item.asked, item.given, _figure(item.mean), _figure(item.before))
        for item in (*known, whole)
    ]
    return TableSheet(
        f"Indeks {board.year}",
        ("Bagian", "Bobot (%)", "Butir", "Diperkirakan", "Rata-rata", _before(board)),
        tuple(rows[:-1]),
        (22, 12, 10, 14, 12, 16),
        ("text", "number", "number", "number", "text", "text"),
        (
            f"Perkiraan sendiri. {GROUP_WORDS[board.group]}: {weights_told(board.group)}.",
            *filter(None, (board.note.strip(), told(board), before_told(board))),
        ),
        rows[-1],
    )


def _items(board: EvaluationBoard, say: Callable[[str], str]) -> TableSheet:
    rows = tuple(
        (
            SECTION_WORDS[line.item.section],
            line.item.indicator,
            line.item.number,
            line.item.text,
            _score(line.answer.value),
            _score(line.before),
            line.answer.evidence.strip(),
            line.document,
            line.opd,
            "\n".join(line.known),
            line.answer.note.strip(),
        )
        for line in board.asked
    )
    first = ("Bagian", "Indikator", "Butir", "Pokok", "Nilai", _before(board))
    heads = (*first, "Bukti", "Dokumen", say("OPD"), "Yang tercatat", "Catatan")
    return TableSheet(
        f"Butir {board.year}",
        heads,
        rows,
        (12, 18, 9, 44, 8, 12, 36, 30, 18, 36, 30),
        ("text", "text", "text", "long", "text", "text", "long", "long", "text", "long", "long"),
    )


def _run(what: str, lines: tuple[RunLine, ...], year: int, say: Callable[[str], str]) -> TableSheet:
    rows = tuple(
        (
            item.name,
            item.dimension,
            item.opd,
            item.planned,
            item.state,
            item.line.progress if item.line.progress is not None else _NONE,
            item.evidence,
        )
        for item in lines
    )
    return TableSheet(
        f"{what} {year}",
        (what, say("Dimensi"), say("OPD"), "Direncanakan", "Keadaan", "Kemajuan (%)", "Bukti"),
        rows,
        (44, 10, 18, 16, 16, 13, 44),
        ("long", "text", "text", "text", "text", "number", "long"),
        (run_told(lines, what, year),),
    )


def _before(board: EvaluationBoard) -> str:
    return f"Tahun {board.before_year}" if board.before_year else "Tahun sebelumnya"


def _figure(value: Fraction | None) -> str:
    return shown(value) if value is not None else _NONE


def _score(value: Fraction | None) -> str:
    return score_words(value) if value is not None else _NONE
