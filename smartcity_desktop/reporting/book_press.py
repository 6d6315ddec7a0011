"""From the blocks of a book to its PDF: cover and contents in front with Roman pages, then the chapters.

The chapters are laid out first: only then the contents know their pages. At the end the pages in front are
brought before them. One pass is enough, and nothing is measured twice.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, NextPageTemplate, PageBreak, PageTemplate

from smartcity_desktop.domain.book import roman
from smartcity_desktop.domain.paper_book import DRAFT
from smartcity_desktop.domain.report import Paper, PrintFrame
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import Block
from smartcity_desktop.reporting.book_lines import Place
from smartcity_desktop.reporting.page import BROAD, UPRIGHT, Surface, Turn
from smartcity_desktop.reporting.style import Sheet

COVER: Final = "cover"
_HEAD: Final = 12 * mm
_FOOT: Final = 12 * mm
_SIZE: Final = 8.5


def upright(paper: Paper) -> Sheet:
    """Return the page of a book: room for binding at the left, for the running head above."""
    width, height = style.MILLIMETRES[paper]
    return Sheet(width * mm, height * mm, 30 * mm, 22 * mm, 25 * mm, 24 * mm)


def broad(paper: Paper) -> Sheet:
    """Return the page of its wide tables: landscape, bound at the top."""
    height, width = style.MILLIMETRES[paper]
    return Sheet(width * mm, height * mm, 20 * mm, 20 * mm, 26 * mm, 20 * mm)


@dataclass(slots=True)
class Stop:
    """A place that contents and bookmarks lead to: what it is called there, and how deep it lies."""

    place: Place
    number: str
    title: str
    depth: int = 0

    @property
    def called(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}".strip()


@dataclass(slots=True)
class Script:
    """What is written: the stories of the chapters and of what stands in front, and where they lead.

    ``running`` is what stands over the pages from now on; a page that begins a chapter has no head. The first
    page lies broad where it ``begins_broad``.
    """

    title: str
    region: str
    draft: bool
    running: str = ""
    begins_broad: bool = False
    is_opening: bool = True
    stops: list[Stop] = field(default_factory=list)
    front: list[Stop] = field(default_factory=list)
    pages: int = 0


def press(
    script: Script,
    frame: PrintFrame,
    body: Callable[[], Iterable[Sequence[Block]]],
    front: Callable[[], Iterable[Sequence[Block]]],
) -> bytes:
    """Return the PDF of a book.

    ``body`` gives the chapters a few blocks at a time, each lot when those before it are on their pages;
    then ``front`` does the same, knowing all pages.
    """
    with page.alone():
        rl_config.trustedSchemes, rl_config.trustedHosts = ["data"], []
        rl_config.useA85 = 0
        style.load_fonts()
        return _Press(script, frame).made(body, front)


class _Press:
    def __init__(self, script: Script, frame: PrintFrame) -> None:
        self._script, self._frame = script, frame
        self._kept = io.BytesIO()

    def made(
        self, body: Callable[[], Iterable[Sequence[Block]]], front: Callable[[], Iterable[Sequence[Block]]]
    ) -> bytes:
        """Lay out chapters, then what stands in front of them."""
        size: Paper = self._frame.paper
        sheets = {UPRIGHT: upright(size), BROAD: broad(size), COVER: upright(size)}
        names = (BROAD, UPRIGHT, COVER) if self._script.begins_broad else (UPRIGHT, BROAD, COVER)
        kop = self._frame.letterhead
        document = BaseDocTemplate(
            self._kept,
            pagesize=(sheets[UPRIGHT].width, sheets[UPRIGHT].height),
            pageTemplates=[self._template(name, sheets[name]) for name in names],
            invariant=1,
            title=page.own_data(self._script.title),
            author=page.own_data(kop.government or self._frame.region),
            subject=page.own_data(self._frame.workshop_title),
            creator=page.own_data(f"SmartCity Desktop {self._frame.version}"),
            lang="id-ID",
            displayDocTitle=1,
        )
        story: list[Block] = []

        def turned() -> Iterator[Sequence[Block]]:
            """Give the chapters, then, from a page of their own on, what stands in front of them."""
            yield from body()
            self._script.pages = int(document.page)
            self._script.running = ""
            ahead = iter(front())
            first = next(ahead, None)
            if first is not None:
                yield [NextPageTemplate(COVER), PageBreak()]
                yield first
                yield from ahead

        rest = turned()

        def go_on() -> None:
            """Lay the next blocks into the story, once those before them are on their pages."""
            found = next(rest, None)
            if found is not None:
                story[:0] = [*found, Turn(go_on)]

        story.append(Turn(go_on))
        document.build(story, canvasmaker=self._canvas)
        return self._kept.getvalue()

    def _template(self, name: str, sheet: Sheet) -> Surface:
        return PageTemplate(
            id=name,
            frames=[page.frame_of(sheet)],
            pagesize=(sheet.width, sheet.height),
            onPage=lambda canvas, _document: self._around(canvas, sheet, name),
        )

    def _around(self, canvas: Surface, sheet: Sheet, name: str) -> None:
        """Draw head and foot of the page that begins."""
        script = self._script
        if name == COVER:
            return
        canvas.saveState()
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.5)
        here = canvas.getPageNumber()
        told = str(here) if not script.pages else roman(here - script.pages).lower()
        foot = _FOOT - 1 * mm
        canvas.line(sheet.left, foot + 11, sheet.width - sheet.right, foot + 11)
        label = f"{DRAFT} · {script.region}" if script.draft else script.region
        _write(canvas, sheet.left, foot, label, sheet.body_width * 0.7)
        _write(canvas, sheet.width - sheet.right, foot, told, 60, at_end=True)
        if script.is_opening:
            script.is_opening = False
        else:
            head = sheet.height - _HEAD
            # The chapter takes what the title leaves, and at least half of the line.
            title = style.shortened(script.title, style.REGULAR, _SIZE, sheet.body_width * 0.48)
            rest = sheet.body_width - style.text_width(title, style.REGULAR, _SIZE) - 12
            _write(canvas, sheet.left, head, title, sheet.body_width)
            _write(canvas, sheet.width - sheet.right, head, script.running, rest, at_end=True)
            canvas.line(sheet.left, head - 5, sheet.width - sheet.right, head - 5)
        canvas.restoreState()

    def _canvas(self, file: io.BytesIO, **options: object) -> Surface:
        """Return the canvas of the file, which brings the pages into their order before it is saved."""
        canvas = Canvas(file, **options)
        save = canvas.save

        def finish() -> None:
            if canvas._code:  # noqa: SLF001 - whether a page is still open
                canvas.showPage()
            made = canvas._doc.Pages.pages  # noqa: SLF001 - reportlab has no door for the order of pages
            cut = self._script.pages
            ahead = len(made) - cut
            made[:] = made[cut:] + made[:cut]
            canvas.addPageLabel(0, "ROMAN_LOWER", 1)
            canvas.addPageLabel(ahead, "ARABIC", 1)
            deep = -1
            for stop in (*self._script.front, *self._script.stops):
                deep = min(stop.depth, deep + 1)
                canvas.addOutlineEntry(page.own_data(stop.called), stop.place.name, deep, closed=deep == 0)
            canvas.showOutline()
            save()

        canvas.save = finish
        return canvas


def _write(canvas: Surface, x: float, y: float, words: str, room: float, *, at_end: bool = False) -> None:
    canvas.setFillColor(style.SOFT)
    words = style.shortened(words, style.REGULAR, _SIZE, room)
    if at_end:
        x -= style.text_width(words, style.REGULAR, _SIZE)
    for name, run in style.runs(words, style.REGULAR):
        canvas.setFont(name, _SIZE)
        canvas.drawString(x, y, run)
        x += style.text_width(run, style.REGULAR, _SIZE)
