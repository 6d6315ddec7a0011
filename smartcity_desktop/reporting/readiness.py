"""The recap of readiness: what each worksheet came to, bars and radar, then the gaps from the lowest on."""

from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.chart_analysis import bars, component_axes, element_rows, radar
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.readiness import (
    SCORE_WORDS,
    GapCell,
    GapLine,
    ReadinessRecap,
    Reading,
    counted,
    figure,
    spread,
    told,
)
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number
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
    together,
)
from smartcity_desktop.reporting.chart import drawn
from smartcity_desktop.reporting.letter import letterhead

_WORD: Final = "Rekap Kesiapan"
_RADAR: Final = 340.0
_NAME: Final = 400
_LABELS: Final = "baik mulai 3, sedang mulai 2, di bawahnya buruk"


def parts(job: PrintJob) -> list[page.Part]:
    """Return the recap of a gathered job."""
    picture = job.picture if isinstance(job.picture, ReadinessRecap) else ReadinessRecap()
    return [recap_part(picture, job.frame)]


def recap_part(picture: ReadinessRecap, frame: PrintFrame) -> page.Part:
    """Return the recap as a part of a file, portrait."""
    paper = page.Paper(
        title=_WORD,
        label=f"{_WORD} {frame.doc_number}".strip(),
        running=(capped(frame.workshop_title, 300), f"{frame.stage_name} · {_WORD}".strip(" ·")),
    )
    return page.Part(lambda: _blocks(picture, frame), paper, frame, _WORD)


def _blocks(picture: ReadinessRecap, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    event = " ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    head = [
        *letterhead(frame.letterhead, total),
        line(f"{_WORD} dan kesenjangan".upper(), style.TITLE),
        *paragraphs(capped(event, 600), style.SUBTITLE),
        gap(8),
    ]
    scale = "; ".join(f"{score} {words}" for score, words in SCORE_WORDS.items())
    rule = (
        f"Skor: {scale}. Rata-rata dari butir yang dinilai: baik mulai 3, sedang mulai 2, di bawahnya buruk."
    )
    if not picture.readings:
        return [*head, line("Bimtek ini tidak memakai kertas kerja kesiapan.")]
    return [
        *head,
        _whole(picture, frame, total),
        gap(4),
        *paragraphs(rule, style.SMALL_SOFT),
        *_charts(picture, total),
        *_gaps(picture, total),
        *_unanswered(picture),
    ]


def _whole(picture: ReadinessRecap, frame: PrintFrame, total: float) -> Block:
    columns = (
        Column("Kertas kerja", 52),
        Column("Rata-rata", 30),
        Column("Dinilai", 52),
        Column("Keterangan", 42),
    )
    rows = [
        [
            capped(f"{item.code} {item.title}", _NAME),
            told(item.found.whole),
            counted(item.found.whole),
            _remark(item, frame) or EMPTY,
        ]
        for item in picture.readings
    ]
    return table(columns, rows, total)


def _remark(reading: Reading, frame: PrintFrame) -> str:
    found = []
    if reading.is_shared:
        whose = frame.words.say("lembar OPD menjawab")
        found.append(f"{number(len(reading.sheets))} dari {number(reading.asked)} {whose}")
    if reading.unproven:
        found.append(f"{number(reading.unproven)} skor 3–4 tanpa bukti")
    return "; ".join(found)


def _charts(picture: ReadinessRecap, total: float) -> list[Block]:
    legend = tuple(capped(f"{item.code} {item.title}", 60) for item in picture.readings)
    rows = element_rows(picture)
    if not rows:
        return []
    span = radar(component_axes(picture), legend, width=min(_RADAR, total))
    shown = [together([line("Radar menurut komponen", style.PART), drawn(span)])] if span.shapes else []
    return [
        together([*section("Menurut elemen dan komponen"), drawn(bars(rows, legend, width=total)), gap(6)]),
        *shown,
    ]


def _gaps(picture: ReadinessRecap, total: float) -> list[Block]:
    lines = [item for item in picture.lines() if item.value is not None]
    heading = section("Kesenjangan, mulai dari skor terendah", room=50 * mm)
    if not lines:
        return [*heading, line("Belum ada butir yang dinilai.")]
    columns = (
        Column("Kode", 17, whole=True),
        Column("Butir", 52),
        *(Column(item.code, 22, whole=True) for item in picture.readings),
        Column("Kesenjangan, bukti, rekomendasi", 62),
    )
    rows = [
        [
            item.question.code,
            capped(item.question.text, _NAME),
            *(
                _cell(cell, reading) if cell else EMPTY
                for cell, reading in zip(item.cells, picture.readings, strict=True)
            ),
            _said(item, picture) or EMPTY,
        ]
        for item in lines
    ]
    return [*heading, table(columns, rows, total)]


def _cell(cell: GapCell, reading: Reading) -> str:
    mean = cell.mean
    if mean.value is None:
        return EMPTY
    if not reading.is_shared:
        return f"{figure(mean.value).removesuffix(',00')}\n{mean.label}"
    return f"{figure(mean.value)}\n{mean.label}\nn {number(mean.count)}, {spread(mean)}"


def _said(item: GapLine, picture: ReadinessRecap) -> str:
    """Return what the groups wrote about a gap; a questionnaire has too many answers for one cell."""
    found: list[str] = []
    for cell, reading in zip(item.cells, picture.readings, strict=True):
        for answer in cell.answers if cell and not reading.is_shared else ():
            told_of = (
                ("", answer.gap),
                ("Bukti: ", answer.evidence),
                ("Rekomendasi: ", answer.advice),
            )
            found += [f"{head}{capped(text, _NAME)}" for head, text in told_of if text.strip()]
    return "\n".join(found)


def _unanswered(picture: ReadinessRecap) -> list[Block]:
    """Return the items that nobody scored, so that they are not taken for good ones."""
    codes = [item.question.code for item in picture.lines() if item.value is None]
    if not codes:
        return []
    words = f"{number(len(codes))} butir: {', '.join(codes)}."
    return [gap(6), *paragraphs(words, style.SMALL, lead="Belum dinilai:")]
