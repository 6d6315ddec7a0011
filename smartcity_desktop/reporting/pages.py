"""Pictures of the pages of a PDF, for the preview in the window and for printing through it."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2
from PIL import Image

_WIDEST: Final = 10_000
_lock = threading.Lock()
"""PDFium may be entered by one thread at a time."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels: four bytes each (red, green, blue, unused), rows from the top, without padding."""

    width: int
    height: int
    pixels: bytes = field(repr=False)


def page_count(pdf: bytes) -> int:
    """Return the number of pages."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, index: int) -> tuple[float, float]:
    """Return width and height of a page (from 0) in points."""
    with _opened(pdf) as document:
        width, height = document.get_page_size(index)
        return float(width), float(height)


def page_picture(pdf: bytes, index: int, width_px: int) -> PagePicture:
    """Return the page (from 0) as pixels, ``width_px`` wide (1 to 10,000)."""
    with _opened(pdf) as document:
        page = document[index]
        scale = min(max(width_px, 1), _WIDEST) / page.get_width()
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        stride, height, width = bitmap.stride, bitmap.height, bitmap.width
        raw = bytes(bitmap.buffer)
        bitmap.close()
        page.close()
    rows = (raw[row * stride : row * stride + 4 * width] for row in range(height))
    return PagePicture(width, height, raw if stride == 4 * width else b"".join(rows))


def page_png(pdf: bytes, index: int, width_px: int) -> bytes:
    """Return the page (from 0) as a PNG file, ``width_px`` wide."""
    picture = page_picture(pdf, index, width_px)
    kept = io.BytesIO()
    size = (picture.width, picture.height)
    Image.frombuffer("RGBX", size, picture.pixels, "raw", "RGBX", 0, 1).convert("RGB").save(kept, "PNG")
    return kept.getvalue()


def texts(pdf: bytes) -> list[str]:
    """Return the text of every page in the order in which it was written."""
    found = []
    with _opened(pdf) as document:
        for index in range(len(document)):
            page = document[index]
            reader = page.get_textpage()
            found.append(str(reader.get_text_bounded()).replace("\r\n", "\n"))
            reader.close()
            page.close()
    return found


def page_text(pdf: bytes, index: int) -> str:
    """Return the text of a page (from 0) in the order in which it was written."""
    with _opened(pdf) as document:
        page = document[index]
        reader = page.get_textpage()
        text = str(reader.get_text_bounded())
        reader.close()
        page.close()
    return text.replace("\r\n", "\n")


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    with _lock:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
