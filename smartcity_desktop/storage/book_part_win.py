"""Tables and charts of a book about what is chosen: the vision, quick wins, the road they go."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.book_part import CHART_WIDTH, BookChart, BookRow, BookTable, Filled, limit_of
from smartcity_desktop.domain.chart_book import gantt, progress
from smartcity_desktop.domain.chart_quickwin import rank_bars
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_recap import RecapBar
from smartcity_desktop.domain.quickwin_board import DECISION_WORDS, by_rank, share
from smartcity_desktop.domain.quickwin_sheet import SECTIONS, STEP_WORDS, QuickWinSheets, month_names
from smartcity_desktop.domain.spread import shown
from smartcity_desktop.domain.vision import VISION
from smartcity_desktop.domain.wording import EMPTY, LABELS, day_of, long_date, number, short_date
from smartcity_desktop.storage.book_part_count import bars, table
from smartcity_desktop.storage.book_part_plan import Column, listed, told_table
from smartcity_desktop.storage.book_source import BookSource, caption_of, missing_of
from smartcity_desktop.storage.quickwin_sheet import sheets
from smartcity_desktop.storage.vision import texts_board

_CHOSEN: Final = "terpilih"
_BEST: Final = 3
"""Candidates that a paragraph names."""


def _row(*texts: str, row: str = "") -> BookRow:
    return BookRow(tuple(text or EMPTY for text in texts), RowId(row))


def _vision(source: BookSource, key: str) -> BookTable:
    """Return the vision and the missions that stand, as adopted or as they are worked on."""
    known = texts_board(source.store)
    vision, missions = known.standing(VISION), known.standing("misi")
    rows: list[BookRow] = []
    told = 0
    if vision or known.vision.said:
        one = vision.texts[0] if vision and vision.texts else known.vision
        rows.append(_row("Visi", one.said, "", "", row=one.id))
    for place, one in enumerate(missions.texts if missions else known.missions, start=1):
        if one.said:
            told += 1
            tied = ", ".join(known.point_numbers(one.points))
            rows.append(
                _row(
                    f"Misi {place}",
                    one.said,
                    tied,
                    ", ".join(known.dimension_codes(one.dimensions)),
                    row=one.id,
                )
            )
    cols: tuple[Column, ...] = (
        ("Butir", 18, "left"),
        ("Isi", 92, "left"),
        ("Misi RPJMD", 28, "left"),
        ("Dimensi", 28, "left"),
    )
    adopted = [
        f"{name} ditetapkan {long_date(day_of(one.at), weekday=False)}, versi {one.number}."
        for name, one in (("Visi", vision), ("Misi", missions))
        if one
    ]
    note = " ".join(adopted) or "Rancangan, belum ditetapkan."
    counts = (("visi", len(rows) - told), ("misi", told))
    words = " dan ".join(f"{number(count)} {name}" for name, count in counts if count)
    return replace(listed(source, key, cols, rows, note), words=f"{words}. {note}")


# Quick wins


def _criteria(source: BookSource, key: str) -> BookTable:
    found = source.wins
    rows = [
        _row(item.name, item.help, share(found.weights[item.id], found.weights), row=item.id)
        for item in found.criteria
    ]
    cols: tuple[Column, ...] = (("Kriteria", 44, "left"), ("Arti", 96, "left"), ("Bobot", 22, "right"))
    names = ", ".join(item.name for item in found.assessors)
    return listed(
        source, key, cols, rows, f"Nilai 0 sampai 4. Penilai: {names}." if names else "Nilai 0 sampai 4."
    )


def _candidates(source: BookSource, key: str) -> BookTable:
    found = source.wins
    rows = [
        _row(
            item.candidate.name,
            found.code_of(item.candidate.dimension),
            found.owner(item.candidate),
            item.candidate.benefit,
            str(item.candidate.months or ""),
            item.candidate.fund,
            row=item.candidate.id,
        )
        for item in found.lines
    ]
    cols: tuple[Column, ...] = (
        ("Kandidat", 44, "left"),
        ("Dimensi", 18, "left"),
        ("OPD", 24, "left"),
        ("Manfaat bagi warga", 56, "left"),
        ("Bulan", 13, "right"),
        ("Sumber dana", 26, "left"),
    )
    return listed(source, key, cols, rows)


def _candidate_bars(source: BookSource, key: str) -> BookChart:
    found = source.wins
    made = [
        RecapBar(one.called, sum(1 for item in found.lines if item.candidate.dimension == one.id))
        for one in source.dimensions
    ]
    return bars(source, key, made)


def _ranking(source: BookSource, key: str) -> BookTable:
    found = source.wins
    scored = [item for item in by_rank(found.lines) if item.total is not None]
    rows = [
        _row(
            item.candidate.name,
            found.code_of(item.candidate.dimension),
            found.owner(item.candidate),
            shown(item.total),
            str(item.rank or ""),
            "ya" if item.passes else "belum",
            DECISION_WORDS.get(item.candidate.decision, ""),
            row=item.candidate.id,
        )
        for item in scored
    ]
    cols: tuple[Column, ...] = (
        ("Kandidat", 54, "left"),
        ("Dimensi", 18, "left"),
        ("OPD", 24, "left"),
        ("Rata-rata", 20, "right"),
        ("Urutan", 16, "right"),
        ("Syarat", 15, "left"),
        ("Keputusan", 24, "left"),
    )
    return listed(
        source,
        key,
        cols,
        rows,
        "Rata-rata berbobot 0 sampai 4. Syarat: pemilik, paling lama 12 bulan, sumber dana, kaitan RPJMD.",
    )


def _rank_bars(source: BookSource, key: str) -> BookChart:
    found = source.wins
    lines = [item for item in found.lines if item.total is not None]
    return BookChart(
        key,
        caption_of(source, key),
        rank_bars(found, lines, width=CHART_WIDTH),
        missing=missing_of(source, key),
    )


def _marks(source: BookSource, key: str) -> BookTable:
    """Return candidates beside the criteria with the mean of each."""
    found = source.wins
    scored = [item for item in by_rank(found.lines) if any(cell.scores for cell in item.cells.values())]
    rows = [
        (
            item.candidate.name,
            [*(shown(item.cells[one.id].mean) for one in found.criteria), shown(item.total)],
            item.candidate.id,
        )
        for item in scored
    ]
    heads = ("Kandidat", *(one.name for one in found.criteria), "Rata-rata")
    made = table(source, key, heads, rows, note="Rata-rata nilai semua penilai, 0 sampai 4.")
    best = ", ".join(f"{item.candidate.name} ({shown(item.total)})" for item in scored[:_BEST])
    return replace(made, words=f"{number(len(scored))} kandidat. Rata-rata tertinggi: {best}.")


def _decided(source: BookSource, key: str) -> BookTable:
    found = source.wins
    rows = [
        _row(
            item.candidate.name,
            found.code_of(item.candidate.dimension),
            found.owner(item.candidate),
            short_date(day_of(item.candidate.decided_on)),
            item.candidate.reason,
            item.candidate.dissent,
            row=item.candidate.id,
        )
        for item in found.lines
        if item.candidate.decision == _CHOSEN
    ]
    cols: tuple[Column, ...] = (
        ("Quick win", 46, "left"),
        ("Dimensi", 18, "left"),
        ("OPD", 24, "left"),
        ("Ditetapkan", 22, "left"),
        ("Alasan", 42, "left"),
        ("Catatan perbedaan pendapat", 32, "left"),
    )
    return listed(source, key, cols, rows)


def _sheets(source: BookSource, key: str) -> BookTable:
    """Return what the sheet of every quick win says, a line for each answer under its name."""
    found = _won(source)
    rows: list[BookRow] = []
    for item in found.items:
        told = [
            ("Pemilik", found.owner(item)),
            ("OPD pendukung", ", ".join(filter(None, (found.names.get(row, "") for row in item.support)))),
            ("Tahap", STEP_WORDS.get(item.step, "")),
            ("Progres", "" if item.progress is None else f"{item.progress}%"),
            *((one.words, item.texts.get(one.field, "")) for part in SECTIONS for one in part.fields),
        ]
        said = [(name, text) for name, text in told if text.strip()]
        rows.append(BookRow((item.candidate.name,), item.candidate.id, heading=True))
        rows += [_row(source.say(name), text, row=item.id or item.candidate.id) for name, text in said]
    cols: tuple[Column, ...] = (("Butir", 44, "left"), ("Isi", 120, "left"))
    return told_table(source, key, cols, rows)


def _months(source: BookSource, key: str) -> BookTable:
    found = _won(source)
    rows: list[BookRow] = []
    for item in found.items:
        planned = [one for one in item.months if one.plan.strip() or one.evidence.strip()]
        if not planned:
            continue
        names = month_names(item.begins)
        rows.append(
            BookRow(
                (f"{item.candidate.name} · {found.owner(item)}".rstrip(" ·"),),
                item.candidate.id,
                heading=True,
            )
        )
        rows += [
            _row(
                names[one.month - 1], one.plan, LABELS["state"].get(one.state, ""), one.evidence, row=item.id
            )
            for one in planned
        ]
    cols: tuple[Column, ...] = (
        ("Bulan", 30, "left"),
        ("Rencana", 80, "left"),
        ("Keadaan", 20, "left"),
        ("Bukti", 40, "left"),
    )
    return listed(source, key, cols, rows)


def _partners(source: BookSource, key: str) -> BookTable:
    rows = [
        _row(item.candidate.name, one.name, one.form, row=one.id)
        for item in _won(source).items
        for one in item.partners
    ]
    cols: tuple[Column, ...] = (("Quick win", 60, "left"), ("Mitra", 50, "left"), ("Bentuk", 54, "left"))
    return listed(source, key, cols, rows)


def _progress(source: BookSource, key: str) -> BookChart:
    items = [(item.candidate.name, item.progress) for item in _won(source).items]
    return BookChart(
        key, caption_of(source, key), progress(items, width=CHART_WIDTH), missing=missing_of(source, key)
    )


def _won(source: BookSource) -> QuickWinSheets:
    return sheets(source.db)


# Road map


def _gantt(source: BookSource, key: str) -> BookChart:
    wanted = source.dimension_of(limit_of(key))
    programs = [
        item for item in source.road.programs if not limit_of(key) or (wanted and item.dimension == wanted.id)
    ]
    chart = gantt(programs, source.road.base, width=CHART_WIDTH)
    return BookChart(key, caption_of(source, key), chart, missing=missing_of(source, key))


FILL: Final[Mapping[str, Callable[[BookSource, str], Filled]]] = {
    "visi": _vision,
    "qw.kriteria": _criteria,
    "qw.kandidat": _candidates,
    "qw.dimensi": _candidate_bars,
    "qw.peringkat": _ranking,
    "qw.peringkat.grafik": _rank_bars,
    "qw.nilai": _marks,
    "qw.keputusan": _decided,
    "qw.lembar": _sheets,
    "qw.bulan": _months,
    "qw.mitra": _partners,
    "qw.kemajuan": _progress,
    "jalan.gantt": _gantt,
}
