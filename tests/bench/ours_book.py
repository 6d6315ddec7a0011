"""Renders a made-up book: ``ours_book.py JOB`` tells the seconds.

``ours_book.py --make TABLES JOB TEXTS`` makes it, two thirds as many charts as tables, and hands the floor
the texts, tables and shapes of it.
"""

import json
import pickle
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.ours_report import _item, _look
from tests.bench.rendering import _render

WORDS = (
    *("Program", "layanan", "kota", "memakai", "data", "yang", "sama", "di"),
    *("kelurahan", "dan", "kecamatan", "setiap", "bulan", "kerja"),
)
ROWS = 46


def job_of(tables):
    """Return a gathered book of so many tables."""
    from smartcity_desktop.domain.book import Book, Chapter, tree
    from smartcity_desktop.domain.book_part import PARTS, BookChart, BookRow, BookTable
    from smartcity_desktop.domain.chart_recap import count_bars
    from smartcity_desktop.domain.paper_book import BOOK, BookPaper
    from smartcity_desktop.domain.paper_recap import RecapBar
    from smartcity_desktop.domain.print_job import PrintJob
    from smartcity_desktop.domain.report import PrintFrame

    grids = [item.key for item in PARTS if item.way == "tabel"]
    drawn = [item.key for item in PARTS if item.way == "grafik"]
    filled, chapters = {}, []
    for at in range(tables):
        key = f"{grids[at % len(grids)]}"
        rows = tuple(
            BookRow(
                (
                    str(row),
                    _said(row, 6),
                    _said(row + 3, 9),
                    "Diskominfo",
                    f"{row * 1000:,}".replace(",", "."),
                )
            )
            for row in range(1, ROWS + 1)
        )
        heads = ("No", "Program smart city", "Uraian", "OPD", "Biaya (Rp)")
        sides = ("right", "left", "left", "left", "right")
        filled[key] = BookTable(key, _said(at, 5), heads, rows, (9, 50, 60, 24, 26), sides, note=_said(at, 8))
        chart = drawn[at % len(drawn)]
        bars = [RecapBar(_said(bar, 3), 40 - bar) for bar in range(14)]
        filled[chart] = BookChart(chart, _said(at, 4), count_bars(bars, width=440))
        text = [_said(at + line, 90) for line in range(4)] + [f"[[{key}]]"] + [f"[[{chart}]]"] * (at % 3 != 2)
        chapters.append(
            Chapter(f"c{at}", f"{at:03}", "b", part="bab", title=_said(at, 4), text="\n\n".join(text))
        )
    paper = BookPaper(
        Book("b", title="Masterplan"), tree(chapters), filled, region="Kota Contoh", draft=False
    )
    frame = PrintFrame(printed_at=datetime(2026, 8, 5, 16, 5, tzinfo=UTC), paper="A4")
    return PrintJob(BOOK, "Buku", frame, picture=paper)


def _said(begin, count):
    return " ".join(WORDS[(begin + word) % len(WORDS)] for word in range(count)).capitalize()


def texts_of(job):
    """Return its texts, tables and shapes."""
    from smartcity_desktop.paths import shelf
    from smartcity_desktop.reporting import book, book_press, style

    style.load_fonts()
    looks = {}
    made = book._Book(job.picture, job.frame, lambda _done, _total: None)
    blocks = [block for lot in made._chapters() for block in lot] + [
        block for lot in made._front() for block in lot
    ]
    sheet = book_press.upright("A4")
    return {
        "fonts": {name: str(shelf("fonts", file)) for name, file in style.FILES.items()},
        "looks": looks,
        "sheet": [sheet.width, sheet.height, sheet.left, sheet.bottom, sheet.body_width, sheet.body_height],
        "items": [item for block in blocks if (item := _piece(block, looks))],
    }


def _piece(block, looks):
    from reportlab.graphics.shapes import Drawing
    from reportlab.platypus import KeepTogether, Table

    from smartcity_desktop.reporting import style
    from smartcity_desktop.reporting.book_lines import ContentsLine, Place
    from smartcity_desktop.reporting.page import Turn

    if isinstance(block, Place | Turn):
        return None
    if isinstance(block, ContentsLine):
        looks[style.BODY.name] = _look(style.BODY)
        return ["text", style.BODY.name, f"{block._number} {block._text} {'. ' * 30} {block._page}"]
    if isinstance(block, Drawing):
        return ["draw", block.width, block.height, [_shape(item) for item in block.contents]]
    if isinstance(block, KeepTogether):
        return ["keep", [item for part in block._content if (item := _piece(part, looks))]]
    if isinstance(block, Table):
        return [*_item(block, looks), [list(command) for command in block._spanCmds]]
    return _item(block, looks)


def _shape(item):
    names = ("x", "y", "width", "height", "x1", "y1", "x2", "y2", "text", "fontName", "fontSize")
    told = {name: getattr(item, name) for name in names if hasattr(item, name)}
    return [type(item).__name__, told]


if __name__ == "__main__":
    if sys.argv[1] == "--make":
        found = job_of(int(sys.argv[2]))
        Path(sys.argv[3]).write_bytes(pickle.dumps(found))
        Path(sys.argv[4]).write_text(json.dumps(texts_of(found), ensure_ascii=False), encoding="utf-8")
    else:
        _render(Path(sys.argv[1]))
