"""The road map as a picture: on pages of their own, or over several that are glued to one broad sheet.

A glued sheet is two pages wide and as tall as it has rows. Each page but the last of its row and column has a
strip at the right and below on which the next is glued; the marks say where that one is cut. No row is cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from smartcity_desktop.domain.chart import Chart, Shape
from smartcity_desktop.domain.chart_roadmap import (
    GROUP,
    HEAD,
    LEGEND,
    ROW,
    Frame,
    group_row,
    head,
    legend,
    lowered,
    program_row,
)
from smartcity_desktop.domain.paper_roadmap import RoadPaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.roadmap import cost_sum
from smartcity_desktop.domain.wording import number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import Block, capped, gap, line, paragraphs
from smartcity_desktop.reporting.chart import drawn

Surface: TypeAlias = Any
"""A canvas of reportlab, which is published without types."""

_NAME: Final = 300
_ACROSS: Final = 2
"""Pages beside each other in a sheet that is glued."""
_GLUE: Final = 9 * mm
"""The strip on which the next page is glued."""
_MARK: Final = 5 * mm
_NAMES, _NAMES_GLUED = 0.24, 1 / 6
"""The share of the names: on a page of its own, and on a sheet of two, which part between years 3 and 4."""
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BOX: Final = 6.0
_MAP: Final = 26.0
"""Points that a page of the small map is high at most, and that all of them are."""
_SPARE: Final = 0.5
_TITLE, _PART = 26.0, 13.0
"""Points above the years of a glued sheet: for its title, and for which programs it shows."""
_Words: TypeAlias = tuple[tuple[str, float, str], ...]
"""Lines with their size in points and their look."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line of the picture: how tall, what stands on it, and whether the next must follow on its page."""

    height: float
    shapes: tuple[Shape, ...]
    leads: bool = False


@dataclass(frozen=True, slots=True)
class _Tile:
    """One page of a glued sheet: its column and row from 0, and how many of each there are."""

    column: int
    row: int
    columns: int
    rows: int

    @property
    def name(self) -> str:
        """``A1``; behind the last letter two of them."""
        lead = _LETTERS[self.row // len(_LETTERS) - 1] if self.row >= len(_LETTERS) else ""
        return f"{lead}{_LETTERS[self.row % len(_LETTERS)]}{self.column + 1}"

    @property
    def words(self) -> str:
        """Which page this is, and how it is put together."""
        told = f"Lembar {self.name} dari {number(self.rows)} × {number(self.columns)}"
        glued = [
            f"{_Tile(column, row, self.columns, self.rows).name} {where}"
            for column, row, where in (
                (self.column + 1, self.row, "di kanan"),
                (self.column, self.row + 1, "di bawah"),
            )
            if column < self.columns and row < self.rows
        ]
        return f"{told}. Tempel {' dan '.join(glued)}." if glued else f"{told}."


def picture_part(job: PrintJob, picture: RoadPaper) -> page.Part:
    """Return the picture as a part of a file: glued, loose, or on A3."""
    first = page.POSTER if picture.on_a3 else page.GLUED if picture.is_glued else page.BROAD
    running = ("", "") if picture.is_glued else (job.name, capped(job.frame.workshop_title, _NAME))
    paper = page.Paper(job.name, job.name, running, first)
    build = _glued if picture.is_glued else _loose
    return page.Part(lambda: build(picture, job.frame), paper, job.frame, job.name)


def _heading(picture: RoadPaper, frame: PrintFrame) -> list[Block]:
    return [
        line(frame.words.say(picture.title).upper(), style.SHEET_TITLE),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        *paragraphs(cost_sum(picture.programs).sentence, style.SMALL_SOFT),
        *(paragraphs(told, style.SMALL) if (told := picture.part_words(frame.words.say)) else []),
        gap(3),
    ]


def _pieces(picture: RoadPaper, frame: PrintFrame, columns: Frame) -> list[_Piece]:
    """Return the lines of the picture below its years."""
    found: list[_Piece] = []
    for group in picture.groups:
        name = frame.words.say(group.name)
        found.append(_Piece(GROUP, tuple(group_row(group, columns, name)), leads=True))
        for item in group.programs:
            shapes, _ = program_row(picture.road, item, columns, clashing=item.id in picture.marked)
            found.append(_Piece(ROW, tuple(shapes)))
    return found


def _pages(pieces: Sequence[_Piece], first: float, others: float) -> list[list[_Piece]]:
    """Return the lines page by page: ``first`` and ``others`` are the heights that pages have for them."""
    found: list[list[_Piece]] = [[]]
    left = first
    for place, item in enumerate(pieces):
        needed = item.height + (pieces[place + 1].height if item.leads and place + 1 < len(pieces) else 0.0)
        if found[-1] and needed > left + _SPARE:
            found.append([])
            left = others
        found[-1].append(item)
        left -= item.height
    return found


# Pages of their own ----------------------------------------------------------------------------------------


def _loose(picture: RoadPaper, frame: PrintFrame) -> list[Block]:
    sheet = style.poster(frame.paper) if picture.on_a3 else style.broad(frame.paper)
    heading = _heading(picture, frame)
    columns = Frame(sheet.body_width * _NAMES, sheet.body_width)
    above = head(picture.road, columns, cost_sum(picture.programs))
    room = sheet.body_height - HEAD - LEGEND - _SPARE
    told = sum(block.wrap(sheet.body_width, room)[1] + block.getSpaceBefore() for block in heading)
    blocks: list[Block] = []
    for place, lines in enumerate(_pages(_pieces(picture, frame, columns), room - told - 8.0, room)):
        shapes, top = [*above], HEAD
        for item in lines:
            shapes += lowered(item.shapes, top)
            top += item.height
        shapes += lowered(legend(sheet.body_width), top)
        chart = Chart(sheet.body_width, top + LEGEND, tuple(shapes))
        blocks += [*([page.new_page()] if place else heading), drawn(chart)]
    return blocks


# Glued together --------------------------------------------------------------------------------------------


def _glued(picture: RoadPaper, frame: PrintFrame) -> list[Block]:
    sheet = style.glued(frame.paper)
    wide, tall = sheet.body_width - _GLUE, sheet.body_height - _GLUE - _SPARE
    total = wide * _ACROSS
    columns = Frame(total * _NAMES_GLUED, total)
    told = picture.part_words(frame.words.say)
    title = _TITLE + (_PART if told else 0.0)
    pages = _pages(_pieces(picture, frame, columns), tall - title - HEAD, tall)
    if sum(item.height for item in pages[-1]) + (title + HEAD) * (len(pages) == 1) + LEGEND > tall:
        pages.append([])
    blocks: list[Block] = []
    for row, lines in enumerate(pages):
        shapes: list[Shape] = []
        top = 0.0
        if not row:
            shapes += lowered(head(picture.road, columns, cost_sum(picture.programs)), title)
            top = title + HEAD
        for item in lines:
            shapes += lowered(item.shapes, top)
            top += item.height
        if row == len(pages) - 1:
            shapes += lowered(legend(total), top + 2.0)
            top += LEGEND
        named = f"{frame.words.say(picture.title).upper()}  ·  {frame.workshop_title}"
        words = ((named, 13.0, style.BOLD), (told, 9.0, style.REGULAR)) if not row else ()
        for column in range(_ACROSS):
            tile = _Tile(column, row, _ACROSS, len(pages))
            if blocks:
                blocks.append(page.new_page())
            blocks.append(_TilePage(sheet, tile, Chart(total, tall, tuple(shapes)), (wide, top), words))
    return blocks


class _TilePage(Flowable):  # type: ignore[misc]  # reportlab is published without types
    """One page of a glued sheet: its part of the picture, the strips, the marks, and where it belongs."""

    def __init__(
        self, sheet: style.Sheet, tile: _Tile, chart: Chart, used: tuple[float, float], words: _Words
    ) -> None:
        """Take with ``used`` the width of a page's part, and how much of its height the picture takes."""
        super().__init__()
        self._sheet, self._tile, self._chart, self._used, self._words = sheet, tile, chart, used, words

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the room of the whole page."""
        return self._sheet.body_width, self._sheet.body_height - _SPARE

    def draw(self) -> None:
        """Draw the part of the picture; the lower left corner is that of the strip below."""
        canvas, tile = self.canv, self._tile
        wide, used = self._used
        tall = self._chart.height
        # What is glued below begins where the rows of this page end.
        low = _GLUE + tall - used
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(0, low - 0.4, wide, used + 0.8)
        canvas.clipPath(path, stroke=0, fill=0)
        drawn(self._chart).drawOn(canvas, -wide * tile.column, _GLUE)
        canvas.setFillColor(style.INK)
        for place, (words, size, look) in enumerate(self._words):
            _runs(canvas, 2.0 - wide * tile.column, _GLUE + tall - 16 - place * _PART, words, size, look)
        canvas.restoreState()
        self._strips(canvas, wide, low, tall)
        self._marks(canvas, wide, low, tall)
        _told(canvas, tile, low)

    def _strips(self, canvas: Surface, wide: float, low: float, tall: float) -> None:
        """Shade where the pages at the right and below are glued, and name them."""
        tile = self._tile
        canvas.saveState()
        canvas.setFillColor(style.BAND_FILL)
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.3)
        canvas.setDash(2, 2)
        if tile.column + 1 < tile.columns:
            canvas.rect(wide, low, _GLUE, _GLUE + tall - low, stroke=1, fill=1)
            canvas.saveState()
            canvas.translate(wide + _GLUE / 2 + 2.5, low + (tall - low) / 2)
            canvas.rotate(90)
            name = _Tile(tile.column + 1, tile.row, tile.columns, tile.rows).name
            _centred(canvas, f"lem: {name} ditempel di sini")
            canvas.restoreState()
        if tile.row + 1 < tile.rows:
            canvas.rect(0, low - _GLUE, wide, _GLUE, stroke=1, fill=1)
            canvas.saveState()
            canvas.translate(wide / 2, low - _GLUE / 2 - 2.5)
            name = _Tile(tile.column, tile.row + 1, tile.columns, tile.rows).name
            _centred(canvas, f"lem: {name} ditempel di sini")
            canvas.restoreState()
        canvas.restoreState()

    def _marks(self, canvas: Surface, wide: float, low: float, tall: float) -> None:
        """Draw where this page is cut (left and above), and to where the next ones reach."""
        tile, top = self._tile, _GLUE + tall
        canvas.saveState()
        canvas.setStrokeColor(style.INK)
        canvas.setLineWidth(0.5)
        cut = [0.0] * bool(tile.column) + [wide] * (tile.column + 1 < tile.columns)
        for x in cut:
            canvas.line(x, top + 1, x, top + _MARK)
            canvas.line(x, low - _GLUE - 1, x, low - _GLUE - _MARK)
        for y in [top] * bool(tile.row) + [low] * (tile.row + 1 < tile.rows):
            canvas.line(-_MARK, y, -1, y)
            canvas.line(wide + _GLUE + 1, y, wide + _GLUE + _MARK, y)
        canvas.restoreState()


def _told(canvas: Surface, tile: _Tile, low: float) -> None:
    """Write which page this is, beside a small map of all pages."""
    canvas.saveState()
    box = min(_BOX, _MAP / tile.rows)
    top = low - _GLUE - _MARK - 1.0
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.4)
    for row in range(tile.rows):
        for column in range(tile.columns):
            is_own = (row, column) == (tile.row, tile.column)
            canvas.setFillColor(style.INK if is_own else style.BLANK)
            canvas.rect(column * box * 1.5, top - (row + 1) * box, box * 1.5, box, stroke=1, fill=1)
    canvas.setFillColor(style.SOFT)
    _runs(canvas, tile.columns * box * 1.5 + 8.0, top - 8.0, tile.words, style.FOOT_SIZE)
    cut = [word for word, is_cut in (("kiri", tile.column), ("atas", tile.row)) if is_cut]
    if cut:
        words = f"Potong tepi {' dan '.join(cut)} pada tanda, lalu tempel di atas bidang lem."
        _runs(canvas, tile.columns * box * 1.5 + 8.0, top - 18.0, words, style.FOOT_SIZE)
    canvas.restoreState()


def _runs(canvas: Surface, x: float, y: float, words: str, size: float, look: str = style.REGULAR) -> None:
    for font, run in style.runs(style.clean(words), look):
        canvas.setFont(font, size)
        canvas.drawString(x, y, run)
        x += canvas.stringWidth(run, font, size)


def _centred(canvas: Surface, words: str) -> None:
    canvas.setFillColor(style.SOFT)
    canvas.setFont(style.REGULAR, 7)
    canvas.drawCentredString(0, 0, words)
