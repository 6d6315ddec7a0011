"""Tables and charts of a book about what follows a masterplan: duties, signatures, monitoring, evaluation."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.book_part import CHART_WIDTH, BookChart, BookRow, BookTable, Filled
from smartcity_desktop.domain.chart import Chart
from smartcity_desktop.domain.chart_evaluation import section_bars
from smartcity_desktop.domain.duty import KIND_WORDS
from smartcity_desktop.domain.entity import PROGRESS
from smartcity_desktop.domain.evaluation import (
    GROUP_WORDS,
    SECTION_WORDS,
    EvaluationBoard,
    before_told,
    change,
    index_rows,
    score_words,
    shown,
    told,
    weakest,
    weights_told,
)
from smartcity_desktop.domain.monitor import STATE_WORDS
from smartcity_desktop.domain.paper_recap import RecapBar
from smartcity_desktop.domain.signature import COMMITMENT, numbers
from smartcity_desktop.domain.signature import STATE_WORDS as SIGN_WORDS
from smartcity_desktop.domain.signature import told as signed_told
from smartcity_desktop.domain.wording import EMPTY, day_of, label, money, number, short_date
from smartcity_desktop.storage.book_part_count import bars, table
from smartcity_desktop.storage.book_part_plan import Column, cells, listed, told_table
from smartcity_desktop.storage.book_source import BookSource, caption_of, missing_of
from smartcity_desktop.storage.duty import duties
from smartcity_desktop.storage.evaluation import latest
from smartcity_desktop.storage.monitor import board as monitored
from smartcity_desktop.storage.signature import signatures

_WEAKEST: Final = 10


def _duties(source: BookSource, key: str) -> BookTable:
    rows = [
        cells(
            KIND_WORDS.get(item.kind, ""),
            item.text,
            " · ".join(filter(None, (source.opd_names.get(item.opd, ""), item.who))),
            short_date(day_of(item.due)),
            label("state", item.state or PROGRESS[0]),
            row=item.id,
        )
        for item in duties(source.db)
    ]
    cols: tuple[Column, ...] = (
        ("Jenis", 28, "left"),
        ("Yang harus dilakukan", 70, "left"),
        ("Penanggung jawab", 34, "left"),
        ("Paling lambat", 22, "left"),
        ("Keadaan", 18, "left"),
    )
    return listed(source, key, cols, rows)


def _signed(source: BookSource, key: str) -> BookTable:
    """Return everybody on the list of the commitment, in its order and by the numbers of its paper."""
    known = signatures(source.db, COMMITMENT)
    places = numbers(known)
    rows = [
        cells(
            str(places.get(item.id, "")),
            item.name.strip(),
            item.position.strip(),
            source.opd_names.get(item.opd, ""),
            SIGN_WORDS[item.stands],
            short_date(day_of(item.on)),
            row=item.id,
        )
        for item in known
    ]
    cols: tuple[Column, ...] = (
        ("No", 9, "right"),
        ("Nama", 50, "left"),
        ("Jabatan", 48, "left"),
        ("OPD", 30, "left"),
        ("Keadaan", 26, "left"),
        ("Tanggal", 20, "left"),
    )
    made = told_table(source, key, cols, rows, signed_told(known))
    return replace(made, words=f"{number(len(known))} nama: {signed_told(known)}")


def _followed(source: BookSource, key: str) -> BookTable:
    """Return what was written about programs and quick wins in every year in which anything was."""
    rows: list[BookRow] = []
    for year in monitored(source.store, 0).years:
        board = monitored(source.store, year)
        said = [
            item for item in board.lines if item.state or item.progress is not None or item.evidence.strip()
        ]
        if not said:
            continue
        rows.append(BookRow((board.told,), heading=True))
        rows += [
            cells(
                item.subject.name,
                board.names.get(item.subject.opd, ""),
                "ya" if item.planned else "tidak",
                STATE_WORDS.get(item.state, ""),
                "" if item.progress is None else f"{item.progress}%",
                money(item.spent),
                item.evidence,
                row=item.subject.id,
            )
            for item in said
        ]
    cols: tuple[Column, ...] = (
        ("Program atau quick win", 52, "left"),
        ("OPD", 22, "left"),
        ("Direncanakan", 22, "left"),
        ("Keadaan", 24, "left"),
        ("Progres", 16, "right"),
        ("Dipakai (Rp)", 28, "right"),
        ("Bukti", 50, "left"),
    )
    return listed(source, key, cols, rows)


def _followed_bars(source: BookSource, key: str) -> BookChart:
    """Return the states of the year; what nobody reported on is a bar of its own."""
    board = monitored(source.store, 0)
    of_year = [item for item in board.lines if item.is_of_year]
    said = [item for item in of_year if item.is_reported]
    made = [
        RecapBar(words, sum(1 for item in said if item.state == state))
        for state, words in STATE_WORDS.items()
    ]
    made.append(RecapBar("Belum dilaporkan", len(of_year) - len(said)))
    counted = f"{number(len(said))} dari {number(len(of_year))}"
    note = f"Tahun {board.year}: {counted} program dan quick win dilaporkan."
    return bars(source, key, made if said else (), note)


# Evaluation: the last year of which anything was estimated


def _index(source: BookSource, key: str) -> BookTable:
    """Return the index by section, with weights; beside it the year before where there is one."""
    board = latest(source.store)
    heads = ["Bagian", "Bobot (%)", "Butir", "Diperkirakan", "Rata-rata"]
    if board is None:
        return table(source, key, heads, ())
    known, whole = index_rows(board)
    earlier = bool(board.sections_before)
    heads += [f"Tahun {board.before_year}", "Selisih"] if earlier else []
    made = [
        (
            *(number(count) for count in (item.weight, item.asked, item.given)),
            shown(item.mean),
            *((shown(item.before), change(item.mean, item.before) or EMPTY) if earlier else ()),
        )
        for item in (*known, whole)
    ]
    rows = [(item.words, cell, board.row) for item, cell in zip(known, made, strict=False)]
    filled = table(source, key, heads, rows, (whole.words, *made[-1]), _how(board))
    return replace(filled, words=_in_words(board))


def _in_words(board: EvaluationBoard) -> str:
    """Return the index with its highest and lowest section: means are not added up."""
    known = sorted((item.mean, item.words) for item in board.sections if item.mean is not None)
    said = f"{number(len(board.sections))} bagian; indeksnya {shown(board.index)} dari 4,00"
    if len(known) > 1:
        (low, lowest), (high, highest) = known[0], known[-1]
        said += f", tertinggi {highest} ({shown(high)}), terendah {lowest} ({shown(low)})"
    return f"{said}. {told(board)}"


def _how(board: EvaluationBoard) -> str:
    """Return which year it is, by which weights, and what the index does not know."""
    own = f"Perkiraan sendiri tahun {board.year}, skala 0–4, bukan nilai resmi kementerian."
    weights = f"Bobot {GROUP_WORDS[board.group]}: {weights_told(board.group)}."
    return " ".join(filter(None, (own, weights, told(board), before_told(board))))


def _section_bars(source: BookSource, key: str) -> BookChart:
    board = latest(source.store)
    caption, missing = caption_of(source, key), missing_of(source, key)
    if board is None:
        return BookChart(key, caption, Chart(CHART_WIDTH, 0.0, ()), missing=missing)
    before = {item.section: item.mean for item in board.sections_before}
    chart = section_bars(board.sections, before, width=CHART_WIDTH)
    note = f"Perkiraan sendiri tahun {board.year}, indeks {shown(board.index)} dari 4,00."
    note += f" Garis tegak pada batang: tahun {board.before_year}." if before else ""
    return BookChart(key, caption, chart, note, missing)


def _weakest(source: BookSource, key: str) -> BookTable:
    board = latest(source.store)
    rows = [
        cells(
            SECTION_WORDS[line.item.section],
            line.item.number,
            line.item.text,
            score_words(line.answer.value),
            line.opd,
            line.answer.note.strip(),
            row=line.answer.id,
        )
        for line in (weakest(board, _WEAKEST) if board else ())
    ]
    cols: tuple[Column, ...] = (
        ("Bagian", 22, "left"),
        ("Butir", 16, "left"),
        ("Pokok", 62, "left"),
        ("Nilai", 14, "right"),
        ("OPD", 26, "left"),
        ("Yang perlu dilengkapi", 40, "left"),
    )
    note = f"Perkiraan sendiri tahun {board.year}, skala 0–4." if board else ""
    return listed(source, key, cols, rows, note)


FILL: Final[Mapping[str, Callable[[BookSource, str], Filled]]] = {
    "tindak-lanjut": _duties,
    "tanda-tangan": _signed,
    "pantau": _followed,
    "pantau.grafik": _followed_bars,
    "evaluasi": _index,
    "evaluasi.grafik": _section_bars,
    "evaluasi.terlemah": _weakest,
}
"""Every part of this file by its key."""
