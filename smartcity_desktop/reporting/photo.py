"""Photos on paper: two beside each other, three below each other, frames of one size, captions numbered."""

import hashlib
import io
from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from smartcity_desktop.domain.photo import jpeg_size
from smartcity_desktop.domain.report import PhotoPrint
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import Block, capped, gap, height_of, paragraphs, plain
from smartcity_desktop.reporting.style import Sheet

ACROSS: Final = 2
A_PAGE: Final = 6
MISSING: Final = "Gambarnya tidak ada di berkas ini"
_BETWEEN: Final = 6 * mm
_ABOVE_CAPTION: Final = 4.0
_BELOW_CAPTION: Final = 10.0
_SPARE: Final = 1.0
_HIGHEST: Final = 0.78
"""Height of a frame as a share of its width at most: a little more than that of most photos."""
_INSET: Final = 1.5
_CAPTION_CAP: Final = 600
_CAPTION_ROOM: Final = 8 * style.SMALL.leading


def photo_pages(photos: Sequence[PhotoPrint], sheet: Sheet, head: Sequence[Block]) -> list[Block]:
    """Return pages of up to six photos in the order given; ``head`` stands over the first page alone.

    Every frame has the same size, which leaves the longest caption its room.
    """
    width = (sheet.body_width - _BETWEEN) / ACROSS
    captions = [_caption(place, item.caption, width) for place, item in enumerate(photos, start=1)]
    tallest = max((height_of(blocks, width) for blocks in captions), default=0.0)
    a_row = (sheet.body_height - height_of(head, sheet.body_width) - _SPARE) / (A_PAGE // ACROSS)
    height = min(width * _HIGHEST, a_row - _ABOVE_CAPTION - _BELOW_CAPTION - tallest)
    story: list[Block] = [*head]
    for place in range(0, len(photos), ACROSS):
        if place and place % A_PAGE == 0:
            story.append(page.new_page())
        row = slice(place, place + ACROSS)
        frames = [_Frame(item.picture, width, height) for item in photos[row]]
        story.extend([_row(frames, captions[row], width), gap(_BELOW_CAPTION)])
    return story


def _row(frames: Sequence[Block], captions: Sequence[Sequence[Block]], width: float) -> Block:
    above: list[Block] = []
    below: list[Block] = []
    for frame, caption in zip(frames, captions, strict=True):
        above += [frame, ""]
        below += [[gap(_ABOVE_CAPTION), *caption], ""]
    sizes = [width, _BETWEEN] * len(frames)
    return plain([above[:-1], below[:-1]], sizes[:-1])


def _caption(place: int, text: str, width: float) -> list[Block]:
    """Return ``Foto 1.`` with its words, cut with an ellipsis where they would need more than eight lines."""
    limit = _CAPTION_CAP
    while True:
        blocks = paragraphs(capped(text, limit), style.SMALL, lead=f"Foto {place}.")
        if limit < ACROSS or height_of(blocks, width) <= _CAPTION_ROOM:
            return blocks
        limit = limit * 4 // 5


class _Frame(Flowable):  # type: ignore[misc]  # reportlab is published without types
    """A ruled frame with a picture fitted into its middle, or words where there is none."""

    def __init__(self, content: bytes | None, width: float, height: float) -> None:
        super().__init__()
        self._content = content
        self._pixels = jpeg_size(content) if content else None
        self._width, self._height = width, height

    def wrap(self, *_room: float) -> tuple[float, float]:
        """Return the size of the frame, whatever room there is."""
        return self._width, self._height

    def draw(self) -> None:
        """Draw the picture and the frame round it."""
        canvas = self.canv
        if self._content is None or self._pixels is None:
            canvas.setFillColor(style.SOFT)
            canvas.setFont(style.ITALIC, style.SMALL.fontSize)
            canvas.drawCentredString(self._width / 2, self._height / 2, MISSING)
        else:
            across, down = self._pixels
            scale = min((self._width - 2 * _INSET) / across, (self._height - 2 * _INSET) / down)
            wide, high = across * scale, down * scale
            left, foot = (self._width - wide) / 2, (self._height - high) / 2
            canvas.drawImage(_Jpeg(self._content, self._pixels), left, foot, wide, high)
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.5)
        canvas.rect(0, 0, self._width, self._height)


class _Jpeg(ImageReader):  # type: ignore[misc]  # reportlab is published without types
    """Hands a JPEG to reportlab as it is: it stands in the PDF byte by byte and is never decoded for it."""

    def __init__(self, content: bytes, pixels: tuple[int, int]) -> None:
        self._content, self._pixels = content, pixels
        self._dataA = None

    def getRGBData(self) -> bytes:  # noqa: N802 - the name is reportlab's
        """Return what tells this picture from others; reportlab asks for nothing else of it."""
        return hashlib.sha256(self._content).digest()

    def getSize(self) -> tuple[int, int]:  # noqa: N802 - the name is reportlab's
        """Return width and height in pixels."""
        return self._pixels

    def jpeg_fh(self) -> io.BytesIO:
        """Return the JPEG itself."""
        return io.BytesIO(self._content)
