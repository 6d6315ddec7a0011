"""Charts as sharp pictures for Word: painted from the same plain shapes as on paper and on the screen."""

import io
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from smartcity_desktop.domain.chart import Chart

Block: TypeAlias = Any
"""A flowable of reportlab, which is published without types."""
_DOTS: Final = 220
"""To the inch: sharp in print, and Word does not shrink them further."""
_POINTS: Final = 72
_MOST: Final = 4000


def pictures(charts: Sequence[Chart]) -> list[bytes]:
    """Return charts as PNG files; all are painted together, which is much faster than one by one."""
    if not charts:
        return []
    from smartcity_desktop.reporting import chart as paint
    from smartcity_desktop.reporting import page

    sizes = [(item.width, item.height) for item in charts]
    return _pictures(page.measured(lambda: _painted([paint.drawn(item) for item in charts], sizes)), sizes)


def shown(blocks: Sequence[Block], sizes: Sequence[tuple[float, float]]) -> list[bytes]:
    """Return blocks of paper as PNG files, each of its size in points; all are painted together.

    Call it while no other print is made (``page.alone``).
    """
    return _pictures(_painted(blocks, sizes), sizes) if blocks else []


def _painted(blocks: Sequence[Block], sizes: Sequence[tuple[float, float]]) -> bytes:
    """Return a PDF of one page for every block."""
    from reportlab.pdfgen.canvas import Canvas

    kept = io.BytesIO()
    canvas = Canvas(kept, invariant=1)
    for block, size in zip(blocks, sizes, strict=True):
        canvas.setPageSize(size)
        block.wrapOn(canvas, *size)
        block.drawOn(canvas, 0, 0)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def _pictures(pdf: bytes, sizes: Sequence[tuple[float, float]]) -> list[bytes]:
    from smartcity_desktop.reporting import pages

    return [
        pages.page_png(pdf, place, min(_MOST, round(width / _POINTS * _DOTS)))
        for place, (width, _height) in enumerate(sizes)
    ]
