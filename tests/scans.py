"""A Renstra as a scanner gives it: pages that are nothing but pictures of a table."""

import io

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

HEAD = ("Kode", "Program / Kegiatan", "Indikator", "Satuan", "Awal", "T 2025", "Rp 2025", "T 2026", "Rp 2026")
ROWS = (
    ("2.16.02", "Program Informasi Publik", "Aduan selesai", "%", "70", "75", "1.250.000.000", "80", "1,5 M"),
    ("2.16.02.2.01", "Pengelolaan Informasi", "Dokumen", "dok", "2", "3", "750.000.000", "4", "900 juta"),
    ("2.16.03", "Program Aplikasi Informatika", "Indeks SPBE", "indeks", "2,1", "2,3", "2 M", "2,6", "2,5 M"),
)
_WIDE = (130, 330, 220, 90, 80, 90, 200, 90, 180)


def page(size=(1754, 1240), rows=ROWS):
    """Return one page as a picture, as wide as a scanner at 150 dpi makes A4 (landscape unless asked)."""
    picture = Image.new("L", size, 250)
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(20)
    draw.text((size[0] // 3, 60), "RENCANA STRATEGIS 2025-2029", font=ImageFont.load_default(30), fill=20)
    scale = (size[0] - 140) / sum(_WIDE)
    for down, row in enumerate((HEAD, *rows)):
        left = 70
        for wide, text in zip(_WIDE, row, strict=True):
            box = (left, 140 + 50 * down, left + wide * scale, 190 + 50 * down)
            draw.rectangle(box, outline=60)
            draw.text((left + 6, 152 + 50 * down), text, font=font, fill=20)
            left += wide * scale
    return picture


def scanned(path, pages=2, **how):
    """Write a PDF of so many pictures and return its path."""
    found = page(**how)
    content = io.BytesIO()
    found.save(content, "PNG")
    canvas = Canvas(str(path), pagesize=(found.width / 2, found.height / 2), invariant=True)
    for _ in range(pages):
        canvas.drawImage(ImageReader(content), 0, 0, found.width / 2, found.height / 2)
        canvas.showPage()
    canvas.save()
    return path
