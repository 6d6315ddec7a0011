"""From blocks to the bytes of a PDF: page sizes, the head of following pages, the foot of every page."""

import io
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate

from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import clock_time, short_date
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.blocks import Block
from smartcity_desktop.reporting.style import Sheet

Surface: TypeAlias = Any
"""A canvas or page template of reportlab, which is published without types."""

UPRIGHT: Final = "upright"
BROAD: Final = "broad"
FORM: Final = "form"
_FOOT_LINE: Final = 14.0
_HEAD_GAP: Final = 10.0
_press = threading.Lock()


@dataclass(frozen=True, slots=True)
class Paper:
    """What a print is called: ``title`` in the PDF's own data, ``label`` in the foot of every page.

    ``running`` stands over page 2 and the following, left and right; ``first`` is the kind of its first page.
    """

    title: str
    label: str
    running: tuple[str, str] = ("", "")
    first: str = UPRIGHT


def turn(template: str) -> list[Block]:
    """Return what begins a new page of the other direction (``UPRIGHT`` or ``BROAD``)."""
    return [NextPageTemplate(template), PageBreak()]


def new_page() -> Block:
    """Return what begins a new page."""
    return PageBreak()


def make_pdf(build: Callable[[], Sequence[Block]], paper: Paper, frame: PrintFrame) -> bytes:
    """Return the PDF of the blocks that ``build`` gives; the same blocks and frame give the same bytes.

    One print at a time: reportlab keeps its reader of markup and its fonts once per program.
    """
    with _press:
        rl_config.trustedSchemes, rl_config.trustedHosts = ["data"], []
        style.load_fonts()
        kept = io.BytesIO()
        foot = _Foot(paper, frame)
        sheets = {
            UPRIGHT: style.upright(frame.paper),
            BROAD: style.broad(frame.paper),
            FORM: style.form(frame.paper),
        }
        names = sorted(sheets, key=lambda name: name != paper.first)
        document = BaseDocTemplate(
            kept,
            pagesize=(sheets[names[0]].width, sheets[names[0]].height),
            pageTemplates=[_template(name, sheets[name], foot) for name in names],
            invariant=1,
            title=_own_data(paper.title),
            author=_own_data(frame.letterhead.agency or frame.letterhead.government or frame.region),
            subject=_own_data(frame.workshop_title),
            creator=_own_data(f"SmartCity Desktop {frame.version}"),
            lang="id-ID",
            displayDocTitle=1,
        )
        document.build(list(build()), canvasmaker=foot.canvas)
        return kept.getvalue()


def _template(name: str, sheet: Sheet, foot: "_Foot") -> Surface:
    body = Frame(
        sheet.left,
        sheet.bottom,
        sheet.body_width,
        sheet.body_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(
        id=name,
        frames=[body],
        pagesize=(sheet.width, sheet.height),
        onPage=lambda canvas, _document: foot.draw(canvas, sheet),
    )


def _own_data(text: str) -> str:
    """Return one line for the PDF's own data (title, author), at most 300 letters."""
    return " ".join(style.clean(text[:300]).split())


class _Foot:
    """Head and foot of the pages of one print; the number of pages is known only when all are made.

    Every page shows a form of its own, which is drawn at the end, when "halaman x dari y" can be said.
    """

    def __init__(self, paper: Paper, frame: PrintFrame) -> None:
        self._running = paper.running
        moment = f"{short_date(frame.printed_at.date())} {clock_time(frame.printed_at)} {frame.zone}".strip()
        version = f"versi {frame.version[:20]}" if frame.version else ""
        self._label = paper.label
        self._when = " · ".join(part for part in (version, f"dicetak {moment}") if part)
        self._sheets: list[Sheet] = []

    def canvas(self, file: io.BytesIO, **options: object) -> Surface:
        """Return the canvas of the print, which draws the page numbers before it is saved."""
        canvas = Canvas(file, **options)
        save = canvas.save

        def finish() -> None:
            for number, sheet in enumerate(self._sheets, start=1):
                canvas.beginForm(f"halaman{number}", 0, 0, sheet.width, style.FREE_EDGE + _FOOT_LINE)
                words = f"halaman {number} dari {len(self._sheets)}"
                _write(canvas, sheet.width - sheet.right, words, size=style.FOOT_SIZE, at_end=True)
                canvas.endForm()
            save()

        canvas.save = finish
        return canvas

    def draw(self, canvas: Surface, sheet: Sheet) -> None:
        """Draw head and foot of the page that begins."""
        self._sheets.append(sheet)
        number = len(self._sheets)
        canvas.saveState()
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.5)
        rule = style.FREE_EDGE + _FOOT_LINE
        canvas.line(sheet.left, rule, sheet.width - sheet.right, rule)
        canvas.setFillColor(style.SOFT)
        room = sheet.body_width * 0.45
        label = style.shortened(self._label, style.REGULAR, style.FOOT_SIZE, room)
        words = " ".join(style.clean(f"{label} · {self._when}" if label else self._when).split())
        _write(canvas, sheet.left, words, size=style.FOOT_SIZE)
        canvas.doForm(f"halaman{number}")
        if number > 1 and sheet.headed:
            self._head(canvas, sheet)
        canvas.restoreState()

    def _head(self, canvas: Surface, sheet: Sheet) -> None:
        left, right = self._running
        y = sheet.height - max(sheet.top - _HEAD_GAP, style.FREE_EDGE + style.FOOT_SIZE)
        if right:
            half = sheet.body_width * 0.35
            words = style.shortened(right, style.BOLD, style.FOOT_SIZE, half)
            _write(canvas, sheet.width - sheet.right, words, size=style.FOOT_SIZE, y=y, at_end=True)
        if left:
            words = style.shortened(left, style.REGULAR, style.FOOT_SIZE, sheet.body_width * 0.6)
            _write(canvas, sheet.left, words, size=style.FOOT_SIZE, y=y)


def _write(
    canvas: Surface,
    x: float,
    words: str,
    *,
    size: float,
    y: float = style.FREE_EDGE + 3,
    at_end: bool = False,
) -> None:
    canvas.setFillColor(style.SOFT)
    if at_end:
        x -= style.text_width(words, style.REGULAR, size)
    for font, run in style.runs(words, style.REGULAR):
        canvas.setFont(font, size)
        canvas.drawString(x, y, run)
        x += canvas.stringWidth(run, font, size)
