"""From blocks to the bytes of a PDF: page sizes, the head of following pages, the foot of every page."""

import io
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeAlias, TypeVar

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate
from reportlab.platypus.doctemplate import ActionFlowable

from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import clock_time, short_date
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.blocks import Block
from smartcity_desktop.reporting.style import Sheet

Surface: TypeAlias = Any
"""A canvas or page template of reportlab, which is published without types."""

T = TypeVar("T")

UPRIGHT: Final = "upright"
BROAD: Final = "broad"
FORM: Final = "form"
CARDS: Final = "cards"
TENTS: Final = "tents"
GLUED: Final = "glued"
POSTER: Final = "poster"
_SHEETS: Final = {
    UPRIGHT: style.upright,
    BROAD: style.broad,
    FORM: style.form,
    CARDS: style.cards,
    TENTS: style.tents,
    GLUED: style.glued,
    POSTER: style.poster,
}
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


@dataclass(frozen=True, slots=True)
class Part:
    """One print, alone or among others in a file: its blocks, made when it is its turn, and what is round it.

    ``bookmark`` leads to its first page in the contents that a reader shows beside the pages.
    """

    build: Callable[[], Sequence[Block]]
    paper: Paper
    frame: PrintFrame
    bookmark: str = ""


Told = Callable[[int, int], None]
"""Hears how many steps are done, of how many; what it raises ends the work."""


def untold(_done: int, _total: int) -> None:
    """Take no notice."""


def turn(template: str) -> list[Block]:
    """Return what begins a new page of the other direction (``UPRIGHT`` or ``BROAD``)."""
    return [NextPageTemplate(template), PageBreak()]


def new_page() -> Block:
    """Return what begins a new page."""
    return PageBreak()


def make_pdf(build: Callable[[], Sequence[Block]], paper: Paper, frame: PrintFrame) -> bytes:
    """Return the PDF of the blocks that ``build`` gives; the same blocks and frame give the same bytes."""
    return press([Part(build, paper, frame)])


@contextmanager
def alone() -> Iterator[None]:
    """Hold off other prints: reportlab keeps its reader of markup and its fonts once per program."""
    with _press:
        yield


def measured(call: Callable[[], T]) -> T:
    """Return what a call finds out about a print without making it, while no print is made."""
    with _press:
        style.load_fonts()
        return call()


def pages_of(blocks: Sequence[Block], sheet: Sheet) -> int:
    """Return how many pages blocks take on a sheet; the blocks are used up by it."""
    frame = frame_of(sheet, _Unpainted)
    document = BaseDocTemplate(
        io.BytesIO(),
        pagesize=(sheet.width, sheet.height),
        pageTemplates=[PageTemplate(frames=[frame], pagesize=(sheet.width, sheet.height))],
    )
    document.build(list(blocks))
    return int(document.page)


def press(parts: Sequence[Part], *, title: str = "", told: Told = untold) -> bytes:
    """Return one PDF of one or several prints on the same paper, each with page numbers of its own.

    One PDF at a time: reportlab keeps its reader of markup and its fonts once per program. ``title`` is what
    the file is called, otherwise its first print. Steps of ``told``: each part is set, then each is laid out.
    """
    with _press:
        rl_config.trustedSchemes, rl_config.trustedHosts = ["data"], []
        # Photos and fonts stand in the file as they are; written as letters they would be a quarter longer.
        rl_config.useA85 = 0
        style.load_fonts()
        kept = io.BytesIO()
        first = parts[0]
        foot = _Foot(parts)
        size = first.frame.paper
        sheets = {name: sheet(size) for name, sheet in _SHEETS.items()}
        names = sorted(sheets, key=lambda name: name != first.paper.first)
        kop = first.frame.letterhead
        document = BaseDocTemplate(
            kept,
            pagesize=(sheets[names[0]].width, sheets[names[0]].height),
            pageTemplates=[_template(name, sheets[name], foot) for name in names],
            invariant=1,
            title=own_data(title or first.paper.title),
            author=own_data(kop.agency or kop.government or first.frame.region),
            subject=own_data(first.frame.workshop_title),
            creator=own_data(f"SmartCity Desktop {first.frame.version}"),
            lang="id-ID",
            displayDocTitle=1,
        )
        document.build(_story(parts, foot, told), canvasmaker=foot.canvas)
        return kept.getvalue()


def _story(parts: Sequence[Part], foot: "_Foot", told: Told) -> list[Block]:
    """Return the blocks of all parts; between two the foot learns whose pages follow."""
    story: list[Block] = []
    for place, part in enumerate(parts):
        told(place, 2 * len(parts))
        if place:
            story.extend([Turn(partial(foot.begin, place)), *turn(part.paper.first)])
        story.append(Turn(partial(told, len(parts) + place, 2 * len(parts))))
        story.extend(part.build())
    return story


class Turn(ActionFlowable):  # type: ignore[misc]  # reportlab is published without types
    """Calls something when the pages are laid out as far as this."""

    def __init__(self, call: Callable[[], None]) -> None:
        """Take what is called."""
        super().__init__()
        self._call = call

    def apply(self, doc: Surface) -> None:
        """Take no room, only notice."""
        del doc
        self._call()


class Mark(ActionFlowable):  # type: ignore[misc]  # reportlab is published without types
    """Takes no room, and knows afterwards on which page it stood."""

    def __init__(self) -> None:
        """Stand on no page yet."""
        super().__init__()
        self.page = 0

    def apply(self, doc: Surface) -> None:
        """Keep the page."""
        self.page = int(doc.page)


class _Unpainted(Frame):  # type: ignore[misc]  # reportlab is published without types
    """A frame in which blocks take their room and nothing more: painting is half of the work."""

    def _add(self, flowable: Block, canvas: Surface, **splitting: int) -> Surface:
        flowable.drawOn = _unpainted
        return super()._add(flowable, canvas, **splitting)

    add = _add


def _unpainted(*_where: object, **_how: object) -> None:
    """Paint nothing."""


def frame_of(sheet: Sheet, kind: Surface = Frame) -> Surface:
    """Return the frame between the margins of a sheet."""
    return kind(
        sheet.left,
        sheet.bottom,
        sheet.body_width,
        sheet.body_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _template(name: str, sheet: Sheet, foot: "_Foot") -> Surface:
    return PageTemplate(
        id=name,
        frames=[frame_of(sheet)],
        pagesize=(sheet.width, sheet.height),
        onPage=lambda canvas, _document: foot.draw(canvas, sheet),
    )


def own_data(text: str) -> str:
    """Return one line for the PDF's own data (title, author), at most 300 letters."""
    return " ".join(style.clean(text[:300]).split())


@dataclass(frozen=True, slots=True)
class _Page:
    """One page as it was begun: its sheet, whose part it is, and its number in that part."""

    sheet: Sheet
    part: int
    number: int


class _Foot:
    """Head and foot of the pages of one file; the number of pages is known only when all are made.

    Every page shows a form of its own, which is drawn at the end, when "halaman x dari y" can be said.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._part = 0
        self._pages: list[_Page] = []

    def begin(self, part: int) -> None:
        """Count the pages that begin from now on to another part."""
        self._part = part

    def canvas(self, file: io.BytesIO, **options: object) -> Surface:
        """Return the canvas of the file, which draws the page numbers before it is saved."""
        canvas = Canvas(file, **options)
        save = canvas.save

        def finish() -> None:
            counts = Counter(found.part for found in self._pages)
            for place, found in enumerate(self._pages, start=1):
                sheet = found.sheet
                canvas.beginForm(f"halaman{place}", 0, 0, sheet.width, style.FREE_EDGE + _FOOT_LINE)
                words = f"halaman {found.number} dari {counts[found.part]}"
                _write(canvas, sheet.width - sheet.right, words, size=style.FOOT_SIZE, at_end=True)
                canvas.endForm()
            if len(self._parts) > 1:
                canvas.showOutline()
            save()

        canvas.save = finish
        return canvas

    def draw(self, canvas: Surface, sheet: Sheet) -> None:
        """Draw head and foot of the page that begins."""
        number = 1 + sum(1 for found in self._pages if found.part == self._part)
        self._pages.append(_Page(sheet, self._part, number))
        part = self._parts[self._part]
        if number == 1 and len(self._parts) > 1:
            self._mark(canvas, part)
        if sheet.bare:
            return
        canvas.saveState()
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.5)
        rule = style.FREE_EDGE + _FOOT_LINE
        canvas.line(sheet.left, rule, sheet.width - sheet.right, rule)
        canvas.setFillColor(style.SOFT)
        room = sheet.body_width * 0.45
        label = style.shortened(part.paper.label, style.REGULAR, style.FOOT_SIZE, room)
        when = _when(part.frame)
        words = " ".join(style.clean(f"{label} · {when}" if label else when).split())
        _write(canvas, sheet.left, words, size=style.FOOT_SIZE)
        canvas.doForm(f"halaman{len(self._pages)}")
        if number > 1 and sheet.headed:
            self._head(canvas, sheet, part.paper.running)
        canvas.restoreState()

    def _mark(self, canvas: Surface, part: Part) -> None:
        """Let the contents beside the pages lead to this page."""
        name = f"bagian{self._part}"
        canvas.bookmarkPage(name)
        canvas.addOutlineEntry(own_data(part.bookmark or part.paper.title), name)

    @staticmethod
    def _head(canvas: Surface, sheet: Sheet, running: tuple[str, str]) -> None:
        left, right = running
        y = sheet.height - max(sheet.top - _HEAD_GAP, style.FREE_EDGE + style.FOOT_SIZE)
        if right:
            half = sheet.body_width * 0.35
            words = style.shortened(right, style.BOLD, style.FOOT_SIZE, half)
            _write(canvas, sheet.width - sheet.right, words, size=style.FOOT_SIZE, y=y, at_end=True)
        if left:
            words = style.shortened(left, style.REGULAR, style.FOOT_SIZE, sheet.body_width * 0.6)
            _write(canvas, sheet.left, words, size=style.FOOT_SIZE, y=y)


def _when(frame: PrintFrame) -> str:
    moment = f"{short_date(frame.printed_at.date())} {clock_time(frame.printed_at)} {frame.zone}".strip()
    version = f"versi {frame.version[:20]}" if frame.version else ""
    return " · ".join(part for part in (version, f"dicetak {moment}") if part)


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
