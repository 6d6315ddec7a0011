"""PDFs that mean harm, are broken, or hold nothing to read; made here, never kept."""

import io
import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.exchange.hostile import Hostile
from tests.exchange.pages import pdf, plain
from tests.exchange.tables import PLAN, written

TEXT = b"BT /F1 8 Tf 10 10 Td (Program) Tj ET"
FORM = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R>>>>/Length %d>>"
IN_FORM = {"resources": "/XObject<</X 6 0 R>>"}


def packed(stream, **how):
    """Return a PDF of one page with this content, packed."""
    return plain(zlib.compress(stream), filters="/Filter/FlateDecode", **how)


def form(target, content):
    """Return a form that draws another one by ``/X Do``."""
    return FORM % (target, len(content)) + b"stream\n" + content + b"\nendstream"


def locked(user, owner):
    """Return a PDF under the passwords of who reads it and of who made it."""
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption(user, owner, strength=128), invariant=True)
    canvas.drawString(40, 700, "Rencana Strategis")
    canvas.save()
    return stream.getvalue()


def pages(count):
    """Return a PDF of so many empty pages."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    for _ in range(count):
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def grid(step):
    """Return lines that cross each other all over a page."""
    level = b"".join(b"0 %.2f m 600 %.2f l S\n" % (at * step, at * step) for at in range(int(800 / step)))
    return level + b"".join(
        b"%.2f 0 m %.2f 800 l S\n" % (at * step, at * step) for at in range(int(600 / step))
    )


def many():
    """Return every hostile PDF."""
    good = pdf(written(PLAN))
    bomb = zlib.compress(zlib.compress(b"q Q " * 10_000_000, 1), 9)
    deep = tuple(form(number + 1, b"/X Do") for number in range(6, 600))
    text = b"(a b c d e f g h ) Tj 0 0.01 Td " * 70_000
    return [
        Hostile("hanya-kepala.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "read-damaged"),
        Hostile("sampah-lalu-kepala.pdf", b"\x00" * 500 + b"%PDF-1.4\n" + b"\xff" * 500, "read-damaged"),
        Hostile("terpotong.pdf", good[: len(good) // 2], "read-damaged"),
        Hostile("tanpa-ekor.pdf", good[: good.rindex(b"xref\n0")], "read-damaged"),
        Hostile("berkata-sandi.pdf", locked("rahasia", "pemilik"), "read-password"),
        Hostile("surat.pdf", locked("", "pemilik"), "read-no-table"),
        Hostile("kosong.pdf", pages(3), "read-empty"),
        Hostile("terlalu-banyak-halaman.pdf", pages(2001), "read-too-big"),
        Hostile("bom.pdf", plain(bomb, filters="/Filter[/FlateDecode/FlateDecode]"), "read-empty"),
        Hostile("sejuta-garis.pdf", packed(b"10 10 m 300 10 l S\n" * 1_000_000), "read-too-big"),
        Hostile("sejuta-huruf.pdf", packed(b"BT /F1 8 Tf 10 10 Td " + text + b"ET"), "read-no-table"),
        Hostile("bentuk-dalam.pdf", plain(b"/X Do", extra=deep, **IN_FORM), "read-empty"),
        Hostile("bentuk-melingkar.pdf", plain(b"/X Do", extra=(form(6, b"/X Do"),), **IN_FORM), "read-empty"),
        Hostile("kertas-negatif.pdf", plain(b"10 10 m 20 20 l S", media="0 0 -5 -5"), "read-empty"),
        Hostile("kertas-raksasa.pdf", plain(TEXT, media="0 0 1e30 1e30"), "read-no-table"),
        Hostile("bukan-angka.pdf", plain(b"nan nan m 1e39 -1e39 l S BT /F1 1e38 Tf (x) Tj ET"), "read-empty"),
        Hostile("kisi-rapat.pdf", packed(grid(3) + TEXT), "read-no-table"),
    ]
