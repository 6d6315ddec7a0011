"""Makes a plan as a PDF of ruled tables, the heading on every page: ``plan_pdf.py TARGET PAGES``."""

import sys
from itertools import islice

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from tests.bench.plan_file import NAMES, PLACES, YEARS, codes

ROWS = 16
HEADS = ("Tujuan", "Sasaran", "Kode", "Program, Kegiatan, dan Subkegiatan", "Indikator Kinerja", "Satuan")
WIDTHS = (48, 48, 62, 110, 100, 34, *((30, 48) * len(YEARS)))
STYLE = ParagraphStyle("cell", fontName="Helvetica", fontSize=6, leading=7)


def make(target, pages):
    """Write a table that goes over so many pages, each with its own rows below the same two rows of heads."""
    waiting = codes()
    title = Paragraph("Tabel T-C.27 Rencana Program Dinas Contoh Tahun 2022-2026", STYLE)
    story = [title]
    for page in range(pages):
        rows = [_row(page * ROWS + number, code) for number, code in enumerate(islice(waiting, ROWS))]
        if not page:
            rows[0][:2] = [Paragraph("Meningkatnya kualitas layanan", STYLE)] * 2
        story += [_table(rows), PageBreak()]
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 14)
    SimpleDocTemplate(target, pagesize=landscape(A4), invariant=1, **margins).build(story)


def _row(place, code):
    name = f"{NAMES[place % len(NAMES)]} {code} {PLACES[place % len(PLACES)]}"
    yearly = [
        cell
        for year in YEARS
        for cell in (
            str(40 + (place + year) % 60),
            f"{25_000_000 + place * 1_000 + year:,}".replace(",", "."),
        )
    ]
    measured = Paragraph(f"Persentase {name} yang selesai tepat waktu", STYLE)
    return ["", "", code, Paragraph(name, STYLE), measured, "%", *yearly]


def _table(rows):
    years = [cell for year in YEARS for cell in (str(year), "")]
    first = [*(Paragraph(head, STYLE) for head in HEADS), *years]
    second = [""] * len(HEADS) + ["Target", "Rp"] * len(YEARS)
    spans = [("SPAN", (column, 0), (column, 1)) for column in range(len(HEADS))]
    spans += [("SPAN", (at, 0), (at + 1, 0)) for at in range(len(HEADS), len(first), 2)]
    look = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTSIZE", (0, 0), (-1, -1), 6)]
    pads = [(f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    look += [*pads, ("BACKGROUND", (0, 0), (-1, 1), colors.lightgrey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Table([first, second, *rows], colWidths=WIDTHS, style=[*look, *spans])


if __name__ == "__main__":
    make(sys.argv[1], int(sys.argv[2]))
