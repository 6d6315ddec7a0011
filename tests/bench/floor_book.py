"""The floor of a book: the same texts, tables and shapes straight with reportlab; ``floor_book.py TEXTS``."""

import io
import json
import sys
import time
from pathlib import Path
from xml.sax.saxutils import escape

begun = time.monotonic()

from reportlab.graphics import shapes  # noqa: E402 - loading reportlab is part of both sides
from reportlab.lib.styles import ParagraphStyle  # noqa: E402
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.platypus import (  # noqa: E402
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

told = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
for name, file in told["fonts"].items():
    pdfmetrics.registerFont(TTFont(name, file))
LOOKS = {name: ParagraphStyle(name, **values) for name, values in told["looks"].items()}
FRAMED = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 2.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("GRID", (0, 0), (-1, -1), 0.5, "#555555"),
    ("BACKGROUND", (0, 0), (-1, 0), "#ebebeb"),
]


def drawn(width, height, pieces):
    drawing = shapes.Drawing(width, height)
    for kind, values in pieces:
        drawing.add(getattr(shapes, kind)(**values))
    return drawing


def made(item):
    kind, *rest = item
    if kind == "text":
        return Paragraph(escape(rest[1]), LOOKS[rest[0]])
    if kind == "table":
        cells = [[[made(part) for part in cell] for cell in row] for row in rest[3]]
        looks = [*FRAMED, *(span for spans in rest[4:] for span in spans)]
        return Table(cells, rest[0], repeatRows=1, style=looks, hAlign="LEFT", spaceAfter=10)
    if kind == "keep":
        return KeepTogether([made(part) for part in rest[0]])
    if kind == "draw":
        return drawn(*rest)
    plain = {"gap": lambda size: Spacer(1, size), "room": CondPageBreak, "turn": lambda _name: Spacer(1, 0)}
    return plain[kind](*rest) if kind in plain else PageBreak()


def around(canvas, document):
    canvas.setFont("LiberationSans", 8)
    canvas.drawString(60, 32, "Masterplan")
    canvas.drawRightString(document.pagesize[0] - 60, 32, str(canvas.getPageNumber()))


width, height, *edges = told["sheet"]
body = Frame(*edges, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
kept = io.BytesIO()
sheets = [PageTemplate(id="page", frames=[body], pagesize=(width, height), onPage=around)]
document = BaseDocTemplate(kept, pageTemplates=sheets)
document.build([made(item) for item in told["items"]])
answer = {"spent": time.monotonic() - begun, "pages": document.page, "bytes": len(kept.getvalue())}
sys.stdout.write(json.dumps(answer) + "\n")
