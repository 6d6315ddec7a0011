"""The sheets of quick wins on paper: one page each with twelve months and places to sign; all months."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_quickwin_sheet import (
    MonthCell,
    SchedulePicture,
    SheetPage,
    SheetsPicture,
)
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame, Signer
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    framed,
    gap,
    height_of,
    line,
    paragraphs,
    plain,
    section,
    table,
)
from smartcity_desktop.reporting.letter import Signing
from smartcity_desktop.reporting.listing import listing

_NAME: Final = 300
_DOTS: Final = "…" * 16
_TRIES: Final = (
    *((style.CELL, 1200, 9 * mm), (style.CELL, 1200, 0.0), (style.DENSE, 1200, 0.0)),
    *((style.DENSE, most, 0.0) for most in (420, 300, 220, 160, 120, 90, 60)),
)
"""Type, letters of a text at most, and points of an empty row, until the sheet is one page."""
_BLANKS: Final = tuple((style.CELL, 300, height * mm) for height in (12, 11, 10, 9, 8, 7, 6))
_LABEL: Final = 0.24
_ACROSS: Final = 6
_ROOM: Final = 13 * mm
_FEW: Final = 24
"""Letters of a text that stands with others in one row, at least."""
_NONE: Final = (
    "Belum ada quick win yang ditetapkan. Tetapkan dahulu di Analisis, Quick win; lembarnya lalu diisi di "
    "Program Smart City, Quick win."
)
_CUT: Final = "Teks dipendekkan agar muat satu halaman; isi lengkapnya di berkas Bimtek."
_SIGNS: Final = {"Selesai": "■", "Sedang": "▣", "Belum": "□"}
_LEGEND: Final = "■ selesai · ▣ sedang · □ direncanakan · – tidak ada rencana"
Fit = tuple[ParagraphStyle, int, float]
"""How a sheet is set: type, letters of a text at most, points of an empty row."""


def parts(job: PrintJob) -> list[page.Part]:
    """Return the sheets, the schedule, or the page that says that there is nothing."""
    picture = job.picture
    if isinstance(picture, SchedulePicture):
        title = "Jadwal 12 bulan quick win"
        around = page.Paper(title, title, (title, capped(job.frame.workshop_title, _NAME)), page.BROAD)
        return [page.Part(partial(_schedule, picture, job.frame), around, job.frame, title)]
    pages = picture.pages if isinstance(picture, SheetsPicture) else ()
    if not pages:
        title = "Lembar quick win"
        around = page.Paper(title, title, (title, capped(job.frame.workshop_title, _NAME)))
        return [page.Part(_nothing, around, job.frame, title)]
    return [_part(item, job.frame) for item in pages]


def _nothing() -> list[Block]:
    return [line("LEMBAR QUICK WIN", style.TITLE), gap(10), *paragraphs(_NONE, style.BODY_CENTER)]


def _part(item: SheetPage, frame: PrintFrame) -> page.Part:
    title = capped(f"Lembar quick win {item.name}", _NAME)
    around = page.Paper(title, title, (title, capped(frame.workshop_title, _NAME)))
    return page.Part(partial(_fitted, item, frame), around, frame, title)


def _fitted(item: SheetPage, frame: PrintFrame) -> list[Block]:
    """Return the sheet with as much of each text as stands on one page."""
    sheet = style.upright(frame.paper)
    tries = _BLANKS if item.blank else _TRIES
    for fit in tries[:-1]:
        blocks = _sheet(item, frame, fit)
        if height_of(blocks, sheet.body_width) <= sheet.body_height:
            return blocks
    return _sheet(item, frame, tries[-1])


def _sheet(item: SheetPage, frame: PrintFrame, fit: Fit) -> list[Block]:
    total = style.upright(frame.paper).body_width
    _, most, _ = fit
    is_cut = any(len(" ".join(text.split())) > most for text in _texts(item)) and not item.blank
    lacks = f"Belum lengkap: {' '.join(item.lacks)}" if item.lacks else ""
    return [
        line("LEMBAR QUICK WIN", style.TITLE),
        *paragraphs(capped(item.name, _NAME), style.SUBTITLE),
        gap(4),
        _rows(item, total, fit),
        gap(4),
        *paragraphs(item.share or "12 bulan", style.SMALL, lead="Jadwal:"),
        gap(2),
        _months(item, total, fit),
        *([gap(3), *paragraphs(lacks, style.SMALL_SOFT)] if lacks else []),
        *([gap(2), line(_CUT, style.SMALL_SOFT)] if is_cut else []),
        gap(6),
        _signatures(item.signers, frame, total),
    ]


def _texts(item: SheetPage) -> list[str]:
    return [*("; ".join(texts) for _, texts in item.rows), *(_month_text(one) for one in item.months)]


def _fitting(texts: Sequence[str], most: int) -> str:
    """Return texts in one line of at most so many letters: each gives way, none is left out."""
    whole = "; ".join(texts)
    if len(whole) <= most:
        return whole
    return "; ".join(shortened(text, max(most // len(texts), _FEW)) for text in texts)


def _rows(item: SheetPage, total: float, fit: Fit) -> Block:
    look, most, low = fit
    cells: list[list[list[Block]]] = []
    for name, texts in item.rows:
        said = paragraphs(_fitting(texts, most), look) if texts else []
        room = [gap(max(low, look.leading))] if not said else []
        cells.append([[line(name, style.CELL_BOLD)], [*said, *room]])
    return framed(cells, (total * _LABEL, total * (1 - _LABEL)), head=0)


def _month_text(month: MonthCell) -> str:
    told = (
        f"{month.plan.strip()} [{month.state}]" if month.plan.strip() and month.state else month.plan.strip()
    )
    proof = f" Bukti: {month.evidence.strip()}" if month.evidence.strip() else ""
    return f"{told}{proof}".strip()


def _months(item: SheetPage, total: float, fit: Fit) -> Block:
    """Return two rows of six months."""
    look, most, low = fit
    cells: list[list[list[Block]]] = []
    for start in (0, _ACROSS):
        own = item.months[start : start + _ACROSS]
        cells.append([[line(month.name, style.CELL_BOLD)] for month in own])
        texts = [shortened(_month_text(month), max(most // 3, 24)) for month in own]
        room = [gap(max(low, look.leading))]
        cells.append([[*(paragraphs(text, look) if text else room)] for text in texts])
    return framed(cells, [total / _ACROSS] * _ACROSS, head=0)


def _signatures(signers: tuple[Signer, ...], frame: PrintFrame, total: float) -> Block:
    wide = total / len(signers) if signers else total
    when = line(Signing(frame.city, frame.printed_at.year).line(narrow=False), style.SMALL_CENTER_SOFT)
    upper = [paragraphs(f"{capped(item.position, _NAME)},", style.CELL_CENTER) for item in signers]
    lower = [line(capped(item.name, _NAME) or f"({_DOTS})", style.CELL_CENTER) for item in signers]
    dates: list[object] = ["" for _ in signers[1:]]
    return plain([[*dates, when], upper, [gap(_ROOM), *dates], lower], [wide] * len(signers))


# All months ------------------------------------------------------------------------------------------------


def _schedule(picture: SchedulePicture, frame: PrintFrame) -> list[Block]:
    blocks = [
        line("JADWAL 12 BULAN QUICK WIN", style.SHEET_OPD),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(2),
    ]
    if not picture.pages:
        return [*blocks, *paragraphs(_NONE)]
    return [
        *blocks,
        line(picture.told, style.BODY_BOLD),
        gap(4),
        _overview(picture, frame),
        gap(2),
        line(_LEGEND, style.SMALL_SOFT),
        *section("Rencana dan bukti"),
        _details(picture, frame),
    ]


def _overview(picture: SchedulePicture, frame: PrintFrame) -> Block:
    columns = [
        Column("Quick win", 58),
        Column(frame.words.say("OPD"), 26),
        Column("Mulai", 30),
        *(Column(f"B{month}", 11, "center") for month in range(1, 13)),
    ]
    rows = [
        [
            f"{capped(item.name, _NAME)} ({item.code})",
            item.owner or "–",
            item.months[0].name if item.months and not item.months[0].name.startswith("Bulan") else "–",
            *(_sign(month) for month in item.months),
        ]
        for item in picture.pages
    ]
    return table(columns, rows, style.broad(frame.paper).body_width)


def _sign(month: MonthCell) -> str:
    if not month.plan.strip() and not month.state:
        return "–"
    return _SIGNS.get(month.state, "□")


def _details(picture: SchedulePicture, frame: PrintFrame) -> Block:
    columns = [
        Column("Quick win", 44),
        Column("Bulan", 30),
        Column("Rencana", 100),
        Column("Keadaan", 22),
        Column("Bukti", 76),
    ]
    rows = [
        [item.name, month.name, month.plan, month.state or "Belum", month.evidence]
        for item in picture.pages
        for month in item.months
        if month.plan.strip() or month.state or month.evidence.strip()
    ]
    if not rows:
        return line("Belum ada bulan yang diisi.", style.BODY)
    return listing(columns, rows, style.broad(frame.paper))
