"""What stands on one page of a PDF: words with their boxes, ruling lines and filled boxes, the page upright.

Whatever way a page is turned, or its text runs, coordinates are those of a reader: x to the right, y down, in
points. One call of the library per letter would cost more than all the rest: only the first and the last
letter of a word are asked for their boxes.
"""

import ctypes
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, Final, NamedTuple

from pypdfium2 import raw

MAX_OBJECTS: Final = 200_000
"""Drawn things on a page; a map has more, a table never."""
MAX_LETTERS: Final = 400_000
_MAX_DEPTH: Final = 12
_MAX_SEGMENTS: Final = 100_000
_THIN: Final = 3.0
"""Points: a drawn thing that is no thicker is a line."""
_BIG_PICTURE: Final = 0.4
_DRAWN_LETTERS: Final = 20
"""Drawn things at least on a page whose letters are outlines; an empty page has fewer."""
_SHARE_UNREADABLE: Final = 0.3
_SAMPLED: Final = 40
_ASKED: Final = 150
"""Words of a page that tell which way its text runs, and how high its letters are."""
_RECTANGLE: Final = 6
"""Points of the path of a rectangle at most, the closing ones counted."""
_UNITS: Final = 2
_WORD: Final = re.compile(r"[^\s\x00-\x1f\x7f\ufffe\uffff]+")
_HYPHEN: Final = "\ufffe"
_UNREADABLE: Final = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd\uffff]")

# The declared function turns its arguments into pointers anew for every letter, which takes as long again.
_letter = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)

ACROSS, UP, OVER, DOWN = range(4)
"""Which way a line of text runs on the page as it is stored: to the right, up, upside down, or down."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Place = Callable[[float, float, float, float], Box]


class Word(NamedTuple):
    """A word: its box, its letters' numbers on the page, how it runs, whether a hyphen ends its line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    start: int
    runs: int = ACROSS
    hyphen: bool = False

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.bottom - self.top


@dataclass(slots=True)
class Marks:
    """A page: size, words, lines as boxes that are thin one way, filled boxes, and what could not be read."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    has_picture: bool = False
    drawn: int = 0
    is_drawing: bool = False
    """More is drawn on it than on any table: a map."""
    unreadable: bool = False
    """Its letters have no meaning outside its own fonts."""

    @property
    def is_picture(self) -> bool:
        """Whether there is something to see on the page, but nothing to read."""
        return self.unreadable or (not self.words and (self.has_picture or self.drawn >= _DRAWN_LETTERS))

    def size(self) -> float:
        """Return the usual height of a letter."""
        return (
            typical(word.height for word in self.words[:: max(1, len(self.words) // _ASKED)])
            if self.words
            else 10.0
        )


def typical(found: Iterable[float]) -> float:
    """Return the value in the middle of these."""
    ordered = sorted(found)
    return ordered[len(ordered) // 2]


class Page:
    """A page while it is open; close it with ``with``."""

    def __init__(self, document: object, number: int) -> None:
        """Open a page (from 1) of a document. Raises ValueError where it cannot be opened."""
        self._page = raw.FPDF_LoadPage(document, number - 1)
        if not self._page:
            raise ValueError(number)
        self._text: Any = raw.FPDFText_LoadPage(self._page)
        self._number = number
        self._rect = raw.FS_RECTF()
        self._reference = ctypes.byref(self._rect)
        left, bottom, right, top = self._visible()
        self._origin = left, bottom
        self._width, self._height = right - left, top - bottom

    def __enter__(self) -> "Page":
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the page."""
        raw.FPDFText_ClosePage(self._text)
        raw.FPDF_ClosePage(self._page)

    def marks(self) -> Marks:
        """Return everything that stands on the page."""
        found = list(_WORD.finditer(self._said)) if self._text else []
        self._runs = self._direction(found)
        turned = self._runs in {UP, DOWN}
        size = (self._height, self._width) if turned else (self._width, self._height)
        page = Marks(self._number, *size)
        page.words = self._words(found, page)
        page.unreadable = self._is_unreadable(page.words)
        _Drawn(page, self._place).collect(self._page)
        return page

    def boxes(self, word: Word) -> list[Box]:
        """Return the box of every letter of a word."""
        return [self._place(*self._letter(place)) for place in range(word.start, word.start + len(word.text))]

    @cached_property
    def _said(self) -> str:
        letters = raw.FPDFText_CountChars(self._text)
        if letters <= 0:
            return ""
        letters = min(letters, MAX_LETTERS)
        buffer = ctypes.create_string_buffer(_UNITS * letters + _UNITS)
        units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        written = raw.FPDFText_GetText(self._text, 0, letters, units)
        text = buffer.raw[: _UNITS * max(written - 1, 0)].decode("utf-16-le", errors="replace")
        if len(text) == letters:
            return text
        # Letters without a meaning are left out of the text; then every one is asked for alone.
        return "".join(chr(raw.FPDFText_GetUnicode(self._text, place) or 0xFFFF) for place in range(letters))

    def _direction(self, found: Sequence[re.Match[str]]) -> int:
        """Return which way most of the text runs."""
        weights = [0, 0, 0, 0]
        for match in found[:: max(1, len(found) // _ASKED)]:
            start, end = match.span()
            first, last = self._letter(start), self._letter(end - 1)
            weights[_run(last[0] - first[0], last[1] - first[1])] += end - start - 1
        if not any(weights):
            return int(raw.FPDFPage_GetRotation(self._page)) % 4
        return max(range(4), key=weights.__getitem__)

    def _words(self, found: Sequence[re.Match[str]], page: Marks) -> list[Word]:
        """Return the words that stand on the page, placed as a reader sees them."""
        said, turned, text = self._said, self._runs, ctypes.cast(self._text, ctypes.c_void_p).value
        rect, reference = self._rect, ctypes.addressof(self._rect)
        wide, high, foot, side = page.width, page.height, self._origin[1] + self._height, self._origin[0]
        words = []
        for match in found:
            start, end = match.span()
            _letter(text, start, reference)
            left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
            runs = turned
            if end - start > 1:
                _letter(text, end - 1, reference)
                last_left, last_bottom = rect.left, rect.bottom
                if last_left - left > abs(last_bottom - bottom):
                    right, runs = rect.right, ACROSS
                else:
                    runs = _run(last_left - left, last_bottom - bottom)
                    left, right = min(left, last_left), max(right, rect.right)
                if last_bottom != bottom or rect.top != top:
                    bottom, top = min(bottom, last_bottom), max(top, rect.top)
            if turned:
                left, top, right, bottom = self._place(left, bottom, right, top)
            else:
                left, top, right, bottom = left - side, foot - top, right - side, foot - bottom
            if 0 <= left + right <= 2 * wide and 0 <= top + bottom <= 2 * high:
                is_cut = said[end : end + 1] == _HYPHEN
                words.append(Word(match[0], left, top, right, bottom, start, (runs - turned) % 4, is_cut))
        return words

    def _place(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box of the page's own space as a reader sees it."""
        x, y = self._origin
        if self._runs == ACROSS:
            return left - x, self._height - (top - y), right - x, self._height - (bottom - y)
        if self._runs == UP:
            return bottom - y, left - x, top - y, right - x
        if self._runs == OVER:
            return self._width - (right - x), bottom - y, self._width - (left - x), top - y
        return (
            self._height - (top - y),
            self._width - (right - x),
            self._height - (bottom - y),
            self._width - (left - x),
        )

    def _letter(self, place: int) -> Box:
        raw.FPDFText_GetLooseCharBox(self._text, place, self._reference)
        return self._rect.left, self._rect.bottom, self._rect.right, self._rect.top

    def _visible(self) -> Box:
        if raw.FPDF_GetPageBoundingBox(self._page, self._reference):
            box = self._rect.left, self._rect.bottom, self._rect.right, self._rect.top
            if box[2] > box[0] and box[3] > box[1]:
                return box
        return 0.0, 0.0, 612.0, 792.0

    def _is_unreadable(self, words: list[Word]) -> bool:
        """Tell whether the letters carry no meaning: signs of a private alphabet, or fonts without one."""
        said = self._said if self._text else ""
        strange = len(_UNREADABLE.findall(said))
        if strange and strange > _SHARE_UNREADABLE * (strange + sum(len(word.text) for word in words)):
            return True
        sampled = words[:: max(1, len(words) // _SAMPLED)]
        unknown = sum(raw.FPDFText_HasUnicodeMapError(self._text, word.start) == 1 for word in sampled)
        return bool(unknown * 2 > len(sampled))


def _run(across: float, up: float) -> int:
    if abs(across) >= abs(up):
        return ACROSS if across >= 0 else OVER
    return UP if up > 0 else DOWN


Matrix = tuple[float, float, float, float, float, float]
_SAME: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Drawn:
    """Collects what is drawn on a page, also inside forms, as lines and filled boxes."""

    def __init__(self, page: Marks, place: Place) -> None:
        self._page = page
        self._place = place
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._references = [ctypes.byref(side) for side in self._sides]
        self._left = MAX_OBJECTS
        self._segments = _MAX_SEGMENTS

    def collect(self, page: object) -> None:
        """Take in all objects of a page."""
        self._take(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _SAME, 0)

    def _take(
        self, holder: object, count: Callable[..., int], item: Callable[..., Any], matrix: Matrix, depth: int
    ) -> None:
        objects = count(holder)
        self._left -= max(objects, 0)
        if self._left < 0:
            self._page.is_drawing = True
            return
        self._page.drawn += objects
        for place in range(objects):
            found = item(holder, place)
            kind = raw.FPDFPageObj_GetType(found)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(found, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._picture(self._bounds(found, matrix))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                inner = _joined(_matrix(found), matrix)
                self._take(found, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1)

    def _bounds(self, found: object, matrix: Matrix) -> Box:
        raw.FPDFPageObj_GetBounds(found, *self._references)
        left, bottom, right, top = (side.value for side in self._sides)
        return self._seen(left, bottom, right, top, matrix)

    def _seen(self, left: float, bottom: float, right: float, top: float, matrix: Matrix) -> Box:
        if matrix is not _SAME:
            corners = [_point(x, y, matrix) for x in (left, right) for y in (bottom, top)]
            across, up = zip(*corners, strict=True)
            left, bottom, right, top = min(across), min(up), max(across), max(up)
        return self._place(left, bottom, right, top)

    def _picture(self, box: Box) -> None:
        page = self._page
        left, top, right, bottom = box
        if min(right - left, bottom - top) <= _THIN:
            self._line(box)
        elif (right - left) * (bottom - top) > _BIG_PICTURE * page.width * page.height:
            page.has_picture = True

    def _line(self, box: Box) -> None:
        left, top, right, bottom = box
        page = self._page
        if right >= 0 and bottom >= 0 and left <= page.width and top <= page.height:
            page.lines.append(
                (max(left, 0.0), max(top, 0.0), min(right, page.width), min(bottom, page.height))
            )

    def _path(self, found: object, matrix: Matrix) -> None:
        box = self._bounds(found, matrix)
        if box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN:
            self._line(box)
            return
        count = raw.FPDFPath_CountSegments(found)
        self._segments -= count
        if self._segments < 0:
            self._page.is_drawing = True
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(found, ctypes.byref(fill), ctypes.byref(stroke))
        if not stroke.value and count <= _RECTANGLE:
            self._page.fills.append(box)
            return
        whole = _joined(_matrix(found), matrix)
        for points, closed in _parts(found, count):
            placed = [_point(*point, whole) for point in points]
            if stroke.value:
                self._strokes([*placed, placed[0]] if closed else placed)
            else:
                self._filled(placed)

    def _strokes(self, points: list[tuple[float, float]]) -> None:
        """Take every side of a drawn outline that is upright or level as a line."""
        for (x, y), (to_x, to_y) in pairwise(points):
            if abs(x - to_x) <= _THIN / 2 or abs(y - to_y) <= _THIN / 2:
                self._line(self._place(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)))

    def _filled(self, points: list[tuple[float, float]]) -> None:
        across, up = zip(*points, strict=True)
        box = self._place(min(across), min(up), max(across), max(up))
        if box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN:
            self._line(box)
        elif len(points) <= _RECTANGLE:
            self._page.fills.append(box)


def _parts(path: object, count: int) -> list[tuple[list[tuple[float, float]], bool]]:
    """Return the parts of a path: their points, and whether each is closed."""
    parts: list[tuple[list[tuple[float, float]], bool]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    closed = False
    for place in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, place)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            parts.append((points, closed))
            points, closed = [], False
        points.append((x.value, y.value))
        closed = closed or bool(raw.FPDFPathSegment_GetClose(segment))
    if points:
        parts.append((points, closed))
    return parts


def _matrix(found: object) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(found, ctypes.byref(matrix)):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _joined(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that turns by the inner one, then by the outer one."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
