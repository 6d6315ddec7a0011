"""The recap of one dimension or OPD on one page: bars of its sheets, programs and costs, then lists."""

from collections.abc import Callable, Sequence
from typing import Final

from smartcity_desktop.domain.chart_recap import count_bars, sheet_bars
from smartcity_desktop.domain.paper_recap import RECAP_OPD, RecapBar, RecapPaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number, short_date, shortened
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    height_of,
    line,
    paragraphs,
    plain,
    table,
)
from smartcity_desktop.reporting.chart import drawn

_TRIES: Final = ((12, 160), (8, 110), (6, 80), (4, 60))
"""How many lines a table has at most, and how many letters each, until the recap stands on one page."""
_NAME: Final = 160
_BETWEEN: Final = 14.0


def parts(job: PrintJob) -> list[page.Part]:
    """Return the recap of a gathered job, or the page that says that there is nobody."""
    picture = job.picture
    if isinstance(picture, RecapPaper):
        return [recap_part(picture, job.frame)]
    whose = "OPD" if job.kind == RECAP_OPD else "dimensi"
    told = job.frame.words.say(f"Belum ada {whose} yang dicatat.")

    def nothing() -> list[Block]:
        return [line(job.name.upper(), style.TITLE), gap(10), *paragraphs(told, style.BODY_CENTER)]

    return [page.Part(nothing, page.Paper(title=job.name, label=job.name), job.frame, job.name)]


def recap_part(picture: RecapPaper, frame: PrintFrame) -> page.Part:
    """Return one recap as a part of a file, upright."""
    label = capped(f"Rekap {picture.called}".strip(), 200)
    around = page.Paper(title=label, label=label, running=(label, capped(frame.workshop_title, 300)))
    return page.Part(lambda: _fitted(picture, frame), around, frame, label)


def _fitted(picture: RecapPaper, frame: PrintFrame) -> list[Block]:
    """Return the recap with as many lines as stand on one page."""
    sheet = style.upright(frame.paper)
    made: Callable[[], list[Block]] = list
    for most in _TRIES:
        made = _tried(picture, frame, most)
        if height_of(made(), sheet.body_width) <= sheet.body_height:
            break
    return made()


def _tried(picture: RecapPaper, frame: PrintFrame, most: tuple[int, int]) -> Callable[[], list[Block]]:
    return lambda: _blocks(picture, frame, most)


def _blocks(picture: RecapPaper, frame: PrintFrame, most: tuple[int, int]) -> list[Block]:
    total = style.upright(frame.paper).body_width
    title = frame.words.say("Rekap OPD" if picture.is_opd else "Rekap dimensi")
    body = _of_opd if picture.is_opd else _of_dimension
    return [
        line(title.upper(), style.TITLE),
        *paragraphs(capped(picture.name, _NAME) or EMPTY, style.SUBTITLE),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL_CENTER_SOFT),
        *_head("A. Lembar dan isian"),
        *([drawn(sheet_bars(picture.sheets, width=total)), gap(3)] if picture.sheets else []),
        line(picture.told, style.SMALL_SOFT),
        gap(5),
        *body(picture, frame, total, most),
    ]


def _head(text: str) -> list[Block]:
    return [line(text, style.PART)]


def _of_dimension(picture: RecapPaper, frame: PrintFrame, total: float, most: tuple[int, int]) -> list[Block]:
    half = (total - _BETWEEN) / 2
    return [
        _beside(
            _charted("B. Program smart city menurut jangka", picture.programs, picture.programs_told, half),
            _charted("C. Biaya program menurut tahun", _paid(picture), picture.costs_told, half),
            half,
        ),
        *_head(f"D. Isu daerah menurut prioritas ({number(len(picture.issues))})"),
        _issues(picture, total, most),
        *_head(f"E. Quick win yang diajukan ({number(len(picture.quick_wins))})"),
        _quick_wins(picture, frame, total, most),
    ]


def _of_opd(picture: RecapPaper, frame: PrintFrame, total: float, most: tuple[int, int]) -> list[Block]:
    half = (total - _BETWEEN) / 2
    programs = frame.words.say("B. Program Renstra menurut dimensi")
    return [
        _beside(
            _charted(programs, picture.programs, picture.programs_told, half),
            _charted("C. Janji dan pekerjaan rumah", picture.owed, picture.owed_told, half),
            half,
        ),
        *_head(f"D. Quick win yang diajukan ({number(len(picture.quick_wins))})"),
        _quick_wins(picture, frame, total, most),
        *_head(f"E. Janji yang belum selesai ({number(len(picture.promises))})"),
        _promises(picture, total, most),
    ]


def _paid(picture: RecapPaper) -> Sequence[RecapBar]:
    return picture.costs if any(item.value for item in picture.costs) else ()


def _beside(left: list[Block], right: list[Block], half: float) -> Block:
    return plain([[left, "", right]], (half, _BETWEEN, half))


def _charted(title: str, bars: Sequence[RecapBar], told: str, width: float) -> list[Block]:
    shown = [drawn(count_bars(bars, width=width)), gap(3)] if bars else []
    return [*_head(title), *shown, line(told or "Belum ada.", style.SMALL_SOFT)]


def _issues(picture: RecapPaper, total: float, most: tuple[int, int]) -> Block:
    columns = [Column("No", 9, "right"), Column("Isu", 140), Column("Prioritas", 22, "right")]
    rows = [
        [
            number(place),
            shortened(item.text, most[1]),
            number(item.priority) if item.priority is not None else EMPTY,
        ]
        for place, item in enumerate(picture.issues, start=1)
    ]
    return _most(columns, rows, most[0], total)


def _quick_wins(picture: RecapPaper, frame: PrintFrame, total: float, most: tuple[int, int]) -> Block:
    place = frame.words.say("Dimensi" if picture.is_opd else "OPD")
    columns = [
        Column("Urutan", 16, "right"),
        Column("Quick win", 84),
        Column(place, 26),
        Column("Rata-rata", 20, "right"),
        Column("Keputusan", 30),
    ]
    rows = [
        [
            number(item.rank) if item.rank is not None else EMPTY,
            shortened(item.name, most[1]),
            shortened(item.place, most[1]) or EMPTY,
            item.mean,
            item.decision,
        ]
        for item in picture.quick_wins
    ]
    return _most(columns, rows, most[0], total)


def _promises(picture: RecapPaper, total: float, most: tuple[int, int]) -> Block:
    columns = [
        Column("No", 9, "right"),
        Column("Janji", 104),
        Column("Batas", 24, whole=True),
        Column("Keadaan", 34),
    ]
    rows = [
        [
            number(place),
            shortened(item.text, most[1]),
            short_date(item.due),
            f"{item.state} (lewat batas)" if item.late else item.state,
        ]
        for place, item in enumerate(picture.promises, start=1)
    ]
    return _most(columns, rows, most[0], total)


def _most(columns: Sequence[Column], rows: Sequence[list[str]], most: int, total: float) -> Block:
    """Return a table of at most so many lines; those that have no room are counted in the last."""
    if not rows:
        return line("Belum ada.", style.SMALL_SOFT)
    kept = list(rows) if len(rows) <= most else list(rows[: most - 1])
    left = len(rows) - len(kept)
    if left:
        kept.append([f"… dan {number(left)} lagi" if at == 1 else "" for at in range(len(columns))])
    return table(columns, kept, total)
