"""A hostile, broken or empty PDF gets a clear sentence; one that can be mended, or only be read, is read."""

import io
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import pdf as reader
from smartcity_desktop.exchange import pdf_marks
from smartcity_desktop.exchange.pdf import read_pdf
from smartcity_desktop.exchange.renstra import read_file
from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.hostile_pdf import grid, many, packed
from tests.exchange.pages import pdf, plain
from tests.exchange.refusal import expect_refused
from tests.exchange.tables import PLAN, understood, written

FILES = many()


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_hostile_pdf_gets_its_sentence(file, tmp_path):
    expect_refused(file, tmp_path)


def test_after_all_of_them_a_good_pdf_still_reads(tmp_path):
    path = tmp_path / "baik.pdf"
    path.write_bytes(pdf(written(PLAN)))
    assert understood(read_file(path)) == list(PLAN)


def test_a_list_of_contents_that_points_elsewhere_is_mended(tmp_path):
    path = tmp_path / "geser.pdf"
    content = pdf(written(PLAN))
    path.write_bytes(content[: content.rindex(b"startxref")] + b"startxref\n7\n%%EOF")
    assert understood(plan(read_pdf(path), "x")) == list(PLAN)


def test_a_pdf_that_only_its_maker_may_change_is_read(tmp_path):
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("", "pemilik", canModify=0, canCopy=0), invariant=True)
    for row, texts in enumerate((("Kode", "Program", "Target 2025"), ("2.16.02", "Program Aplikasi", "80"))):
        for column, text in enumerate(texts):
            canvas.rect(40 + 120 * column, 700 - 20 * row, 120, 20)
            canvas.drawString(44 + 120 * column, 706 - 20 * row, text)
    canvas.save()
    path = tmp_path / "terkunci.pdf"
    path.write_bytes(stream.getvalue())
    (found,) = read_pdf(path)
    assert found.rows[1] == ("2.16.02", "Program Aplikasi", "80")


def test_letters_without_a_meaning_outside_their_font_are_said_to_be_a_picture(tmp_path):
    path = tmp_path / "aneh.pdf"
    signs = bytes(range(1, 8)) * 20
    path.write_bytes(plain(b"BT /F1 8 Tf 10 700 Td (" + signs.replace(b"\\", b"") + b") Tj ET"))
    with pytest.raises(UserFault, match="read-picture"):
        read_pdf(path)


def test_a_page_with_more_lines_than_any_table_is_too_big(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_marks, "MAX_OBJECTS", 1000)
    path = tmp_path / "peta.pdf"
    path.write_bytes(packed(grid(0.5)))
    with pytest.raises(UserFault, match="read-too-big"):
        read_pdf(path)


def test_a_reading_that_takes_too_long_ends_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "SECONDS", -1.0)
    path = tmp_path / "lama.pdf"
    path.write_bytes(pdf(written(PLAN)))
    with pytest.raises(UserFault, match="read-too-slow"):
        read_pdf(path)


def test_text_packed_twice_is_text(tmp_path):
    path = tmp_path / "ganda.pdf"
    twice = zlib.compress(zlib.compress(b"BT /F1 8 Tf 10 700 Td (Rencana Strategis Dinas) Tj ET"))
    path.write_bytes(plain(twice, filters="/Filter[/FlateDecode/FlateDecode]"))
    with pytest.raises(UserFault, match="read-no-table"):
        read_pdf(path)
