"""Tables drawn on the pages of a PDF, in the many ways in which programs draw them."""

import io
from dataclasses import dataclass

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from smartcity_desktop.exchange import text

FONT, SIZE, LEAD, PAD = "Helvetica", 6, 7.2, 2.5
MARGIN = 36
INDENT = 3
WHOLE = 99


@dataclass(frozen=True)
class Drawn:
    """How a table is drawn.

    ``lines`` is long (one stroke over the whole table), cells (every border of every cell), thin (filled
    rectangles), dashed, double, fills (coloured cells without borders), or none. ``form`` puts all of it into
    a form that is drawn at half its size.
    """

    lines: str = "long"
    rotate: int = 0
    turned: bool = False
    form: bool = False
    height: float = 10_000
    """Points of rows on a page; a table goes on overleaf."""
    head: int = 0
    """Rows that every page repeats."""
    cut: bool = False
    """Whether a page end cuts rows in two, between two lines of text."""
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    """Lines at the foot of every page; ``{page}`` is its number."""
    widest: float = 90


class Sheet:
    """A table as wrapped lines of text in columns of certain widths."""

    def __init__(self, table, how):
        self.how = how
        self.cells = {place: text.cell(value) for place, value in table.cells.items()}
        columns = max(column for _, column in self.cells) + 1
        self.span = {
            (top, left): (top, left, bottom, min(right, columns - 1))
            for top, left, bottom, right in table.merges
        }
        rows = max(row for row, _ in self.cells) + 1
        self.widths = [self._wide(column) for column in range(columns)]
        self.left = [sum(self.widths[:column]) for column in range(columns + 1)]
        self.lines = {place: self._wrapped(place) for place in self.cells}
        self.heights = [self._high(row) for row in range(rows)]

    def _wide(self, column):
        single = [
            cell for place, cell in self.cells.items() if place[1] == column and not self._is_wide(place)
        ]
        words = [
            "_" * ((len(cell) - len(cell.lstrip())) * 2) + word for cell in single for word in cell.split()
        ] or ["x"]
        longest = max(stringWidth(word, FONT, SIZE) for word in words)
        whole = max((stringWidth(cell, FONT, SIZE) for cell in single), default=10)
        return max(longest, min(whole, self.how.widest)) + 2 * PAD + 4

    def _is_wide(self, place):
        return place in self.span and self.span[place][3] > place[1]

    def _reach(self, place):
        return self.span.get(place, (*place, *place))

    def _wrapped(self, place):
        _, left, _, right = self._reach(place)
        room = sum(self.widths[left : right + 1]) - 2 * PAD
        bare = self.cells[place]
        indent = len(bare) - len(bare.lstrip())
        return [" " * indent + line for line in simpleSplit(bare.strip(), FONT, SIZE, room - indent * INDENT)]

    def _high(self, row):
        own = [
            lines for place, lines in self.lines.items() if place[0] == row and self._reach(place)[2] == row
        ]
        return max((len(lines) for lines in own), default=1) * LEAD + 2 * PAD


class Book:
    """Draws a sheet onto as many pages as it takes."""

    def __init__(self, table, how):
        self.sheet, self.how = Sheet(table, how), how
        self.wide = sum(self.sheet.widths) + 2 * MARGIN
        body = min(sum(self.sheet.heights), how.height)
        self.high = body + 2 * MARGIN + 12 * (len(how.above) + len(how.below)) + 10
        self.stream = io.BytesIO()
        size = (self.high, self.wide) if how.turned else (self.wide, self.high)
        self.canvas = Canvas(self.stream, pagesize=size, invariant=True)

    def content(self):
        """Return the file."""
        for number, rows in enumerate(self._pages(), start=1):
            self._page(number, rows)
        self.canvas.save()
        return self.stream.getvalue()

    def _pages(self):
        """Return for every page its rows: (row, first and last line of text that it shows)."""
        heights, head = self.sheet.heights, self.how.head
        pages, used = [[]], 0.0
        for row, height in enumerate(heights):
            lines = round((height - 2 * PAD) / LEAD)
            if used + height <= self.how.height:
                pages[-1].append((row, 0, WHOLE))
                used += height
                continue
            fits = int((self.how.height - used - 2 * PAD) / LEAD) if self.how.cut else 0
            if 0 < fits < lines:
                pages[-1].append((row, 0, fits))
            else:
                fits = 0
            pages.append([(one, 0, WHOLE) for one in range(head)])
            pages[-1].append((row, fits, WHOLE))
            used = sum(heights[:head]) + (lines - fits) * LEAD + 2 * PAD
        return pages

    def _page(self, number, rows):
        canvas, how = self.canvas, self.how
        canvas.setPageRotation(how.rotate)
        canvas.saveState()
        self._turn()
        if how.form:
            canvas.beginForm(f"isi{number}")
        y = self.high - MARGIN
        canvas.setFont(FONT, 9)
        for line in how.above if number == 1 else ():
            canvas.drawString(MARGIN, y - 9, line)
            y -= 12
        self._rows(rows, y - 6)
        canvas.setFont(FONT, 8)
        for place, line in enumerate(how.below):
            canvas.drawString(MARGIN, 14 + 12 * place, line.format(page=number))
        if how.form:
            canvas.endForm()
            canvas.translate(self.wide * 0.1, self.high * 0.3)
            canvas.scale(0.5, 0.5)
            canvas.doForm(f"isi{number}")
        canvas.restoreState()
        canvas.showPage()

    def _turn(self):
        turn = 90 if self.how.turned else self.how.rotate
        if turn == 90:
            self.canvas.translate(self.high, 0)
        elif turn == 180:
            self.canvas.translate(self.wide, self.high)
        elif turn == 270:
            self.canvas.translate(0, self.wide)
        self.canvas.rotate(turn)

    def _rows(self, rows, top):
        tops = [top]
        for row, first, last in rows:
            lines = min(last, round((self.sheet.heights[row] - 2 * PAD) / LEAD)) - first
            tops.append(tops[-1] - lines * LEAD - 2 * PAD)
        place = {row: number for number, (row, _, _) in enumerate(rows)}
        covered = self._covered()
        for number, (row, first, last) in enumerate(rows):
            for column in range(len(self.sheet.widths)):
                begun = covered.get((row, column))
                if begun and (begun[0] in place or number):
                    continue
                _, _, bottom, right = self.sheet.span.get(begun or (row, column), (row, column, row, column))
                low = max(place[one] for one in range(row, bottom + 1) if one in place)
                box = (self.sheet.left[column], tops[number], self.sheet.left[right + 1], tops[low + 1])
                self._cell(box, self.sheet.lines.get((row, column), [])[first:last])
        if self.how.lines == "long" and not self.sheet.span:
            self._long(tops)

    def _covered(self):
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.sheet.span.values()
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }

    def _cell(self, box, lines):
        left, top, right, bottom = box
        canvas = self.canvas
        self._border(left + MARGIN, bottom, right - left, top - bottom)
        canvas.setFillGray(0)
        canvas.setFont(FONT, SIZE)
        for number, line in enumerate(lines):
            indent = (len(line) - len(line.lstrip())) * INDENT
            canvas.drawString(
                MARGIN + left + PAD + indent, top - PAD - (number + 1) * LEAD + 2, line.lstrip()
            )

    def _border(self, x, y, wide, high):
        canvas, lines = self.canvas, self.how.lines
        canvas.setLineWidth(0.5)
        if lines == "thin":
            for box in (
                (x, y, wide, 0.5),
                (x, y + high, wide, 0.5),
                (x, y, 0.5, high),
                (x + wide, y, 0.5, high),
            ):
                canvas.rect(*box, stroke=0, fill=1)
        elif lines == "fills":
            canvas.setFillGray(0.8 if (x + y) % 2 < 1 else 0.9)
            canvas.rect(x, y, wide, high, stroke=0, fill=1)
        elif lines != "none" and (lines != "long" or self.sheet.span):
            canvas.setDash(*((2, 2) if lines == "dashed" else ()))
            canvas.rect(x, y, wide, high)
            if lines == "double":
                canvas.rect(x + 0.8, y + 0.8, wide - 1.6, high - 1.6)

    def _long(self, tops):
        for x in self.sheet.left:
            self.canvas.line(MARGIN + x, tops[0], MARGIN + x, tops[-1])
        for y in tops:
            self.canvas.line(MARGIN, y, MARGIN + self.sheet.left[-1], y)


def pdf(table, **how):
    """Return a PDF with the table; ``how`` are the fields of ``Drawn``."""
    return Book(table, Drawn(**how)).content()


def plain(stream, *, filters="", resources="", media="0 0 600 800", extra=()):
    """Return a PDF of one page with this content as it stands; ``extra`` are more objects, from number 6."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{media}]/Contents 4 0 R"
        f"/Resources<</Font<</F1 5 0 R>>{resources}>>>>".encode(),
        f"<</Length {len(stream)}{filters}>>stream\n".encode() + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *extra,
    ]
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(content))
    return content + head + rows + tail
