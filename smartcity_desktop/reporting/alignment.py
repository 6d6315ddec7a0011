"""How programs answer the plan of the region on paper, landscape: the matrix, and what nobody answers."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from smartcity_desktop.domain.paper_alignment import UNANSWERED, AlignmentPaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    line,
    paragraphs,
    section,
    table,
)
from smartcity_desktop.reporting.listing import listing

_NAME: Final = 400
_NONE: Final = ["", ""]
_SMALL: Final = 8.0
_NO_FRAME: Final = (
    "Misi dan sasaran RPJMD atau RPD belum dicatat di Dokumen, jadi belum ada yang bisa dikaitkan."
)
_NO_ROWS: Final = "Belum ada {what} yang bisa dikaitkan."
_UNGRADED: Final = "Dalam kurung: kuat, sedang, atau lemah; tanpa kurung, kaitannya belum dinilai."
_DONE: Final = "Semua {asked} sudah dijawab sedikitnya satu program."


def parts(job: PrintJob) -> list[page.Part]:
    """Return the matrix or the list of a gathered job."""
    picture = job.picture if isinstance(job.picture, AlignmentPaper) else AlignmentPaper(job.name)
    title = picture.title
    paper = page.Paper(title, title, (title, capped(job.frame.workshop_title, _NAME)), page.BROAD)
    body = _unanswered if job.kind == UNANSWERED else _matrix

    def build() -> list[Block]:
        return [*_head(picture, job.frame), *body(picture, job.frame)]

    return [page.Part(build, paper, job.frame, title)]


def _head(picture: AlignmentPaper, frame: PrintFrame) -> list[Block]:
    blocks = [
        line(picture.title.upper(), style.SHEET_OPD),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(2),
        line(picture.told, style.BODY_BOLD),
    ]
    if not picture.has_frame:
        return [*blocks, line(_NO_FRAME, style.SMALL)]
    rows = [[capped(item.name, _NAME), item.told] for item in picture.missions]
    columns = [Column("Misi", 180), Column("Terjawab", 80)]
    return [*blocks, gap(4), table(columns, rows, style.broad(frame.paper).body_width)] if rows else blocks


def _matrix(picture: AlignmentPaper, frame: PrintFrame) -> list[Block]:
    say, sheet = frame.words.say, style.broad(frame.paper)
    if not picture.rows:
        return [gap(6), line(_NO_ROWS.format(what=picture.what.lower()), style.BODY)]
    columns = [
        Column("No", 8, "right"),
        Column(picture.what, 46),
        Column(say("Dimensi"), 16, whole=True),
        Column(say("OPD"), 24),
        Column("Misi", 20),
        Column("Tujuan dan sasaran", 62),
    ]
    kept, left = _told_columns(picture)
    rows = [
        [number(place), item.name, item.place, item.opd, item.missions, item.goals]
        + [str(getattr(item, field)) for field, _ in kept]
        for place, item in enumerate(picture.rows, start=1)
    ]
    blocks = [
        *section(picture.what),
        listing([*columns, *(one for _, one in kept)], rows, sheet, size=_SMALL),
    ]
    if picture.ungraded:
        blocks += [gap(3), line(_UNGRADED, style.SMALL_SOFT)]
    if left:
        blocks += [gap(3), line(f"Kolom yang belum diisi siapa pun: {', '.join(left)}.", style.SMALL_SOFT)]
    if picture.sdg_names:
        blocks += [gap(3), line(f"SDG: {'; '.join(picture.sdg_names)}.", style.SMALL_SOFT)]
    return blocks


def _told_columns(picture: AlignmentPaper) -> tuple[list[tuple[str, Column]], list[str]]:
    """Return the further columns in which anybody wrote (field and column), and the heads of the others."""
    known = [("programs", Column("Program prioritas", 46))]
    known += [("lines", Column("Program Renstra", 46))] if picture.with_lines else []
    known += [("sdg", Column("SDG", 14)), ("spbe", Column("SPBE", 26))] if picture.with_sdg else []
    known += [("evidence", Column("Bukti", 18, whole=True))] if picture.with_lines else []
    kept = [item for item in known if any(getattr(row, item[0]) for row in picture.rows)]
    return kept, [column.head for field, column in known if (field, column) not in kept]


def _unanswered(picture: AlignmentPaper, frame: PrintFrame) -> list[Block]:
    say, sheet = frame.words.say, style.broad(frame.paper)
    if not picture.has_frame:
        return []
    blocks = section(f"Belum terjawab ({number(len(picture.unanswered))})")
    if picture.unanswered:
        columns = [
            Column("No", 8, "right"),
            Column(picture.asked.capitalize(), 70),
            Column("Misi", 48),
            Column("Indikator", 44),
            Column(say("OPD"), 26),
            Column("Calon terdekat (usulan)", 66),
        ]
        rows = [
            [
                number(place),
                *(item.name, item.mission, item.indicators, item.opds, item.candidates),
            ]
            for place, item in enumerate(picture.unanswered, start=1)
        ]
        blocks.append(listing(columns, rows, sheet))
    else:
        blocks.append(line(_DONE.format(asked=picture.asked), style.BODY))
    if picture.loose:
        told = f"{picture.what} tanpa {picture.asked} ({number(len(picture.loose))})"
        columns = [Column("No", 8, "right"), Column(picture.what, 120)] * 2
        blocks += [*section(told), table(columns, _halves(picture.loose), sheet.body_width)]
    return blocks


def _halves(names: Sequence[str]) -> list[list[str]]:
    """Return names with their numbers in two columns, the first half at the left."""
    cells = [[number(place), capped(text, _NAME)] for place, text in enumerate(names, start=1)]
    half = -(-len(cells) // 2)
    return [[*left, *right] for left, right in zip_longest(cells[:half], cells[half:], fillvalue=_NONE)]
