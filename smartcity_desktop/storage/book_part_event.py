"""Tables and charts of a book about the workshop itself: people, days, how ready the region is."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.attendance import Tally, percent, presences, tally
from smartcity_desktop.domain.book_part import (
    CHART_WIDTH,
    BookChart,
    BookRow,
    BookTable,
    Filled,
)
from smartcity_desktop.domain.chart_analysis import bars as mean_bars
from smartcity_desktop.domain.chart_analysis import component_axes, element_rows, radar
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.paper_recap import RecapBar
from smartcity_desktop.domain.people import element_counts
from smartcity_desktop.domain.readiness import condition, figure
from smartcity_desktop.domain.wording import (
    EMPTY,
    LABELS,
    day_of,
    long_date,
    number,
    plan_time,
    stage_name,
)
from smartcity_desktop.storage import workshop as place
from smartcity_desktop.storage.book_part_count import bars, table
from smartcity_desktop.storage.book_part_plan import Column, cells, listed
from smartcity_desktop.storage.book_source import BookSource, caption_of, missing_of
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.session import sessions

# People and days


def _opds(source: BookSource, key: str) -> BookTable:
    rows = [
        cells(
            item.name,
            LABELS["opd_kind"].get(item.kind, ""),
            source.dimension_names.get(item.dimension, ""),
            row=item.id,
        )
        for item in opds(source.db)
    ]
    cols: tuple[Column, ...] = (("OPD", 90, "left"), ("Jenis", 30, "left"), ("Dimensi", 46, "left"))
    return listed(source, key, cols, rows)


def _elements(source: BookSource, key: str) -> BookTable:
    counts = element_counts(people(source.db))
    whole = sum(counts.values())
    rows = [
        (
            LABELS["element"].get(name, "Belum disebut"),
            [number(count), f"{round(100 * count / whole)}%"],
            NO_ROW,
        )
        for name, count in counts.items()
        if whole and (name or count)
    ]
    made = table(source, key, ("Unsur", "Peserta", "Bagian"), rows, ("Jumlah", number(whole), "100%"))
    return replace(made, spoken=1)


def _element_bars(source: BookSource, key: str) -> BookChart:
    counts = element_counts(people(source.db))
    made = [
        RecapBar(LABELS["element"].get(name, "Belum disebut"), count)
        for name, count in counts.items()
        if name or count
    ]
    return bars(source, key, made)


def _people(source: BookSource, key: str) -> BookTable:
    """Return how many participants every agency sent, and every kind of others."""
    found = people(source.db)
    own = Counter(item.opd for item in found if item.opd in source.opd_names)
    rows = [(source.opd_names[row], [number(own[row])], row) for row in source.opd_names if own[row]]
    others = Counter(item.element for item in found if item.opd not in source.opd_names)
    outside = source.say("Luar OPD")
    rows += [
        (f"{outside}: {LABELS['element'].get(name, 'unsur belum disebut').lower()}", [number(count)], NO_ROW)
        for name, count in others.items()
    ]
    return table(source, key, ("OPD", "Peserta"), rows, ("Jumlah", number(len(found))))


def _days(source: BookSource) -> list[tuple[str, Tally]]:
    """Return every day on which anybody was marked, with who was there."""
    known, agencies, marks = people(source.db), opds(source.db), attendances(source.db)
    days = sorted({item.date for item in marks if item.date})
    return [(day, tally(day, presences(known, marks, agencies, day=day))) for day in days]


def _attendance(source: BookSource, key: str) -> BookTable:
    rows = [
        (
            long_date(day_of(day)),
            [
                *(number(count) for count in (one.expected, one.came, one.sent, one.there, one.missing)),
                percent(one.share),
            ],
            NO_ROW,
        )
        for day, one in _days(source)
    ]
    heads = ("Hari", "Terdaftar", "Hadir sendiri", "Diwakili", "Jumlah hadir", "Belum hadir", "% hadir")
    return replace(table(source, key, heads, rows), spoken=4)


def _attendance_bars(source: BookSource, key: str) -> BookChart:
    made = [
        RecapBar(
            long_date(day_of(day), weekday=False),
            one.there,
            f"{number(one.there)} dari {number(one.expected)}",
        )
        for day, one in _days(source)
    ]
    return bars(source, key, made)


def _stages(source: BookSource, key: str) -> BookTable:
    rows = [
        cells(
            f"Tahap {stage_name(item.number or 0)}",
            item.title,
            "\n".join(
                dict.fromkeys(long_date(day_of(day)) for day in (item.date_start, item.date_end) if day)
            ),
            item.place or ", ".join(dict.fromkeys(item.places.values())),
            item.goal,
            row=item.id,
        )
        for item in place.stages(source.db)
    ]
    cols: tuple[Column, ...] = (
        ("Tahap", 18, "left"),
        ("Pokok", 36, "left"),
        ("Waktu", 32, "left"),
        ("Tempat", 28, "left"),
        ("Tujuan", 58, "left"),
    )
    return listed(source, key, cols, rows)


def _agenda(source: BookSource, key: str) -> BookTable:
    """Return the blocks of all days under the headings of their stage and day."""
    stages = {item.id: item for item in place.stages(source.db)}
    rows: list[BookRow] = []
    before = ("", "")
    for item in sessions(source.db):
        if item.skipped:
            continue
        if (item.stage, item.date) != before:
            before = (item.stage, item.date)
            stage = stages.get(item.stage)
            told_stage = f"Tahap {stage_name(stage.number or 0)} · " if stage else ""
            rows.append(BookRow((f"{told_stage}{long_date(day_of(item.date))}",), item.stage, heading=True))
        when = f"{plan_time(item.start_plan)}–{plan_time(item.end_plan)}"
        rows.append(cells(when, item.title, item.place, item.speaker or item.leader, row=item.id))
    cols: tuple[Column, ...] = (
        ("Jam", 26, "left"),
        ("Acara", 76, "left"),
        ("Tempat", 34, "left"),
        ("Pembicara atau pemandu", 34, "left"),
    )
    days = sum(item.heading for item in rows)
    return replace(
        listed(source, key, cols, rows),
        words=f"{number(len(rows) - days)} acara dalam {number(days)} hari.",
    )


# Readiness


def _scores(source: BookSource, key: str) -> BookTable:
    found = source.readiness
    rows: list[BookRow] = []
    for reading in found.readings:
        for item in reading.questions:
            mean = reading.found.items.get(item.id)
            if mean is None or mean.value is None:
                continue
            told_current = "; ".join(
                dict.fromkeys(
                    one.current.strip()
                    for one in reading.answers
                    if one.item == item.id and one.current.strip()
                )
            )
            rows.append(
                cells(item.code, item.component, item.text, figure(mean.value), told_current, row=item.id)
            )
    cols: tuple[Column, ...] = (
        ("Kode", 18, "left"),
        ("Komponen", 30, "left"),
        ("Butir", 62, "left"),
        ("Skor", 13, "right"),
        ("Kondisi saat ini", 58, "left"),
    )
    return listed(source, key, cols, rows, "Skor 0 sampai 4.")


def _means(source: BookSource, key: str) -> BookTable:
    found = source.readiness
    axes = element_rows(found) if found.has_answers else ()
    rows = [
        (
            item.name,
            [figure(item.values[0]) if item.values[0] is not None else EMPTY, condition(item.values[0])],
            NO_ROW,
        )
        for item in axes
        if item.values
    ]
    note = (
        f"Skor 0 sampai 4, dari {found.readings[0].code} {found.readings[0].title}." if found.readings else ""
    )
    return table(source, key, ("Unsur dan komponen", "Rata-rata", "Keadaan"), rows, note=note)


def _radar(source: BookSource, key: str) -> BookChart:
    found = source.readiness
    axes = component_axes(found) if found.has_answers else ()
    chart = radar(axes, [f"{item.code} {item.title}" for item in found.readings], width=CHART_WIDTH)
    return BookChart(key, caption_of(source, key), chart, missing=missing_of(source, key))


def _mean_bars(source: BookSource, key: str) -> BookChart:
    found = source.readiness
    rows = element_rows(found) if found.has_answers else ()
    legend = [f"{item.code} {item.title}" for item in found.readings]
    chart = mean_bars(rows, legend, width=CHART_WIDTH)
    if not rows:
        chart = type(chart)(CHART_WIDTH, 0.0, ())
    return BookChart(key, caption_of(source, key), chart, missing=missing_of(source, key))


def _gaps(source: BookSource, key: str) -> BookTable:
    """Return what people said is lacking, the lowest score first."""
    rows: list[BookRow] = []
    for line in source.readiness.lines():
        answers = [one for cell in line.cells if cell for one in cell.answers]
        for one in answers:
            if not (one.gap.strip() or one.advice.strip()):
                continue
            score = EMPTY if one.score is None else str(one.score)
            rows.append(
                cells(line.question.component, score, one.current, one.ideal, one.gap, one.advice, row=one.id)
            )
    cols: tuple[Column, ...] = (
        ("Komponen", 28, "left"),
        ("Skor", 13, "right"),
        ("Kondisi saat ini", 46, "left"),
        ("Kondisi ideal", 42, "left"),
        ("Kesenjangan", 46, "left"),
        ("Rekomendasi", 46, "left"),
    )
    return listed(source, key, cols, rows)


FILL: Final[Mapping[str, Callable[[BookSource, str], Filled]]] = {
    "opd": _opds,
    "peserta.unsur": _elements,
    "peserta.unsur.grafik": _element_bars,
    "peserta.opd": _people,
    "hadir": _attendance,
    "hadir.grafik": _attendance_bars,
    "jadwal": _stages,
    "acara": _agenda,
    "kesiapan": _scores,
    "kesiapan.rata": _means,
    "kesiapan.radar": _radar,
    "kesiapan.batang": _mean_bars,
    "kesenjangan": _gaps,
}
