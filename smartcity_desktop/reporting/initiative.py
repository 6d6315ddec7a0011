"""Programs smart city on paper: the list landscape, a sheet each, and what an agency still owes, upright."""

from collections.abc import Callable, Sequence
from typing import Final

from smartcity_desktop.domain.paper_initiative import (
    LIST,
    OWED,
    InitiativeListPaper,
    InitiativeSheetPaper,
    OwedPaper,
    SumRow,
)
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    identity,
    line,
    paragraphs,
    part,
    section,
    table,
    together,
)
from smartcity_desktop.reporting.listing import listing

_NAME: Final = 300
_SMALL: Final = 8.0
_NOTHING: Final = "Belum ada Program Smart City. Isi kertas kerja L7, atau mulai di layar Program Smart City."
_ASKED: Final = "Lengkapi kolom kanan, lalu serahkan kepada fasilitator pada pertemuan berikutnya."
_DOTS: Final = "." * 44
"""Where an answer is written by hand."""
_WHOLE: Final = "Yang sudah lengkap"
_COST_HINT: Final = (
    "Jumlah hanya dari program yang sudah ada biayanya; perkiraan disebut paling sedikit–paling banyak."
)


def parts(job: PrintJob) -> list[page.Part]:
    """Return the parts of a gathered job: the list, one sheet, or one page of what is owed."""
    picture = job.picture
    if isinstance(picture, InitiativeSheetPaper):
        return [_upright(job, picture.name, lambda: _sheet(picture, job.frame))]
    if isinstance(picture, OwedPaper):
        return [_upright(job, picture.name, lambda: _owed(job, picture, job.frame))]
    found = picture if isinstance(picture, InitiativeListPaper) else InitiativeListPaper(job.name)
    title = found.title
    paper = page.Paper(title, title, (title, capped(job.frame.workshop_title, _NAME)), page.BROAD)
    return [page.Part(lambda: _list(found, job.frame), paper, job.frame, title)]


def _upright(job: PrintJob, name: str, build: Callable[[], Sequence[Block]]) -> page.Part:
    titles = {LIST: "Daftar Program", OWED: "Kekurangan program"}
    label = capped(f"{titles.get(job.kind, 'Program Smart City')} {name}".strip(), _NAME)
    around = page.Paper(title=label, label=label, running=(label, capped(job.frame.workshop_title, _NAME)))
    return page.Part(build, around, job.frame, label)


def _list(picture: InitiativeListPaper, frame: PrintFrame) -> list[Block]:
    sheet = style.broad(frame.paper)
    blocks = [
        line(picture.title.upper(), style.SHEET_OPD),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(2),
    ]
    if not picture.groups:
        return [*blocks, gap(6), line(_NOTHING, style.BODY)]
    blocks.append(line(picture.told, style.BODY_BOLD))
    columns = [
        Column("No", 8, "right"),
        Column("Program", 68),
        Column(frame.words.say("Dimensi"), 16, whole=True),
        Column(frame.words.say("OPD"), 26),
        Column("Jangka", 20, whole=True),
        Column("Indikator: kondisi awal → target", 62),
        Column("Sumber dana", 24),
        Column("Biaya (Rp)", 32, "right"),
    ]
    place = 0
    for group in picture.groups:
        rows: list[list[str]] = []
        for item in group.rows:
            place += 1
            name = "\n".join(text for text in (item.name, item.about) if text)
            rows.append(
                [number(place), name, item.place, item.opd, item.when, item.indicator, item.fund, item.cost]
            )
        blocks += [*section(group.name), line(group.told, style.SMALL), gap(2)]
        blocks.append(listing(columns, rows, sheet, size=_SMALL))
    for title, found in picture.sums:
        blocks.append(together([*section(title), _sums(found, sheet.body_width)]))
    return [*blocks, gap(3), line(_COST_HINT, style.SMALL_SOFT)]


def _sums(rows: Sequence[SumRow], width: float) -> Block:
    columns = [
        Column("Kelompok", 90),
        Column("Program", 24, "right"),
        Column("Sudah ada biaya", 34, "right"),
        Column("Jumlah (Rp)", 70, "right"),
    ]
    return table(columns, [[item.name, item.count, item.priced, item.cost] for item in rows], width)


def _sheet(picture: InitiativeSheetPaper, frame: PrintFrame) -> list[Block]:
    width = style.upright(frame.paper).body_width
    blocks = [
        line("PROGRAM SMART CITY", style.SMALL),
        *paragraphs(capped(f"{picture.code} {picture.name}".strip(), _NAME), style.SHEET_OPD),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(4),
        identity(picture.head, width),
    ]
    if picture.texts:
        blocks += [gap(6), identity(picture.texts, width)]
    blocks += _years(picture, width)
    linked = [(name, "\n".join(capped(text, _NAME) for text in rows)) for name, rows in picture.links]
    if linked:
        blocks += [*part("Kaitan"), identity(linked, width)]
    if picture.gaps:
        blocks += [*part("Masih kurang"), *(line(f"– {text}") for text in picture.gaps)]
    return blocks


def _years(picture: InitiativeSheetPaper, width: float) -> list[Block]:
    """Return indicators and costs by year; nothing where there are neither."""
    blocks: list[Block] = []
    years = [Column(name, 17, "right") for name in picture.years]
    if picture.indicators:
        columns = [Column("Indikator", 46), Column("Kondisi awal", 20), *years, Column("Akhir", 16, "right")]
        blocks += [*part("Indikator"), table(columns, [list(row) for row in picture.indicators], width)]
    if picture.costs:
        columns = [Column(year, 26, "right") for year, _ in picture.costs]
        told = [cost for _, cost in picture.costs]
        blocks += [*part("Biaya per tahun (Rp)"), table(columns, [told], width)]
    return blocks


def _owed(job: PrintJob, picture: OwedPaper, frame: PrintFrame) -> list[Block]:
    if not picture.name:
        return [line(job.name.upper(), style.TITLE), gap(10), *paragraphs(picture.told, style.BODY_CENTER)]
    sheet = style.upright(frame.paper)
    blocks = [
        line("KEKURANGAN PROGRAM SMART CITY", style.SMALL),
        *paragraphs(capped(picture.name, _NAME), style.SHEET_OPD),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(4),
        line(picture.told, style.BODY_BOLD),
    ]
    if picture.rows:
        columns = [
            Column("No", 8, "right"),
            Column("Program", 52),
            Column(frame.words.say("Dimensi"), 16, whole=True),
            Column("Yang belum ada", 48),
            Column("Diisi", 56),
        ]
        rows = [
            [number(place), item.name, item.place, "\n".join(item.gaps), "\n".join(_DOTS for _ in item.gaps)]
            for place, item in enumerate(picture.rows, start=1)
        ]
        blocks += [*paragraphs(_ASKED, style.SMALL), gap(3), listing(columns, rows, sheet)]
    if picture.whole:
        blocks += [*section(_WHOLE), *(line(capped(f"– {name}", _NAME)) for name in picture.whole)]
    return blocks
