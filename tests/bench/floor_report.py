"""The floor of a report: the same texts and tables straight with reportlab; ``floor_report.py TEXTS``."""

import io
import json
import sys
import time
from pathlib import Path
from xml.sax.saxutils import escape

begun = time.monotonic()

from reportlab.lib.styles import ParagraphStyle  # noqa: E402 - loading reportlab is part of both sides
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.platypus import (  # noqa: E402
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    KeepTogether,
    NextPageTemplate,
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
]
PLAIN = [("VALIGN", (0, 0), (-1, -1), "TOP")]
PLAIN += [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def made(item):
    kind, *rest = item
    if kind == "text":
        return Paragraph(escape(rest[1]), LOOKS[rest[0]])
    if kind == "table":
        sizes, head, framed, rows = rest
        cells = [[[made(part) for part in cell] for cell in row] for row in rows]
        style = FRAMED + [("BACKGROUND", (0, 0), (-1, head - 1), "#ebebeb")] * bool(head) if framed else PLAIN
        return Table(cells, sizes, repeatRows=head, splitInRow=1, style=style, hAlign="LEFT")
    if kind == "keep":
        return KeepTogether([made(part) for part in rest[0]])
    plain = {"gap": lambda size: Spacer(1, size), "room": CondPageBreak, "turn": NextPageTemplate}
    return plain[kind](*rest) if kind in plain else PageBreak()


def foot(canvas, document):
    canvas.setFont(told["foot"]["font"], 8)
    canvas.drawString(60, 32, told["foot"]["words"])
    canvas.drawRightString(document.pagesize[0] - 60, 32, f"halaman {canvas.getPageNumber()}")


def template(name, width, height, *edges):
    body = Frame(*edges, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    return PageTemplate(id=name, frames=[body], pagesize=(width, height), onPage=foot)


kept = io.BytesIO()
document = BaseDocTemplate(kept, pageTemplates=[template(*sheet) for sheet in told["sheets"]])
document.build([made(item) for item in told["items"]])
answer = {"spent": time.monotonic() - begun, "pages": document.page, "bytes": len(kept.getvalue())}
sys.stdout.write(json.dumps(answer) + "\n")
