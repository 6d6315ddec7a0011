"""The floor of an attendance list: the same table straight with reportlab; ``floor_attendance.py TEXTS``."""

import io
import json
import sys
import time
from pathlib import Path
from xml.sax.saxutils import escape

begun = time.monotonic()

from reportlab.lib.styles import ParagraphStyle  # noqa: E402 - loading reportlab is part of both sides
from reportlab.lib.units import mm  # noqa: E402
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table  # noqa: E402

told = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
for name, file in told["fonts"].items():
    pdfmetrics.registerFont(TTFont(name, file))
PLAIN = ParagraphStyle("cell", fontName=told["regular"], fontSize=9, leading=11)
BOLD = ParagraphStyle("head", parent=PLAIN, fontName=told["bold"])
WIDTH, HEIGHT = 215 * mm, 330 * mm
STYLE = [
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("TOPPADDING", (0, 0), (-1, -1), 6.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 7.5),
    ("GRID", (0, 0), (-1, -1), 0.5, "#555555"),
    ("BACKGROUND", (0, 0), (-1, 0), "#ebebeb"),
    ("SPAN", (4, 0), (5, 0)),
]


def page(canvas, _document):
    """Write what stands above and below the rows of every page."""
    canvas.setFont(told["bold"], 13)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 24 * mm, told["title"])
    canvas.setFont(told["regular"], 10)
    for place, words in enumerate(told["facts"]):
        canvas.drawString(22 * mm, HEIGHT - (32 + 5 * place) * mm, words)
    canvas.setFont(told["regular"], 8)
    canvas.drawString(22 * mm, 12 * mm, f"Paraf panitia ____________ halaman {canvas.getPageNumber()}")


rows = [[Paragraph(words, BOLD) for words in ("No", "Nama", "Jabatan", "OPD", "Tanda tangan")] + [""]]
for place, texts in enumerate(told["rows"], start=1):
    mark = Paragraph(f"{place}.", PLAIN)
    cells = [Paragraph(escape(text), PLAIN) for text in (str(place), *texts)]
    rows.append([*cells, mark, ""] if place % 2 else [*cells, "", mark])
sizes = [size * mm for size in (10, 45, 36, 42, 19, 19)]
body = Frame(22 * mm, 19 * mm, 175 * mm, HEIGHT - 72 * mm, 0, 0, 0, 0)
kept = io.BytesIO()
document = BaseDocTemplate(kept, pagesize=(WIDTH, HEIGHT))
document.addPageTemplates([PageTemplate(frames=[body], pagesize=(WIDTH, HEIGHT), onPage=page)])
document.build([Table(rows, sizes, repeatRows=1, style=STYLE)])
answer = {"spent": time.monotonic() - begun, "pages": document.page, "bytes": len(kept.getvalue())}
sys.stdout.write(json.dumps(answer) + "\n")
