"""A page of a file can be looked at as a picture of a bounded size, painted by another process."""

import base64
import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import pdf_page_task
from smartcity_desktop.exchange.pdf_page import page_picture
from smartcity_desktop.exchange.pdf_page_task import run


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return a file of two pages: the first black on its left half, the second high and narrow."""
    path = tmp_path_factory.mktemp("halaman") / "renstra.pdf"
    canvas = Canvas(str(path), pagesize=(600, 300), invariant=True)
    canvas.rect(0, 0, 300, 300, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize((10, 14_000))
    canvas.showPage()
    canvas.save()
    return path


def painted(path, **asked):
    """Return what the child answers, without the child."""
    (answer,) = run({"path": str(path), "page": 1, "width": 400, **asked})
    return answer


def test_a_page_comes_as_a_picture_of_the_width_asked_for(book):
    found = page_picture(book, 1, 400)
    picture = Image.open(io.BytesIO(found.content))
    assert picture.size == (found.width, found.height) == (400, 200)
    assert found.pages == 2
    assert picture.getpixel((100, 100)) == (0, 0, 0)
    assert picture.getpixel((300, 100)) == (255, 255, 255)


def test_no_picture_is_larger_than_a_screen_needs(book):
    assert painted(book, width=90_000)["width"] == 2500
    high = painted(book, page=2, width=2500)
    assert (high["width"] < 10, high["height"]) == (True, 2500)


def test_a_page_that_does_not_exist_is_the_nearest_one(book):
    assert painted(book, page=0)["height"] == 200
    assert painted(book, page=99)["height"] > 200


def test_a_scan_that_is_no_pdf_is_shown_itself(tmp_path):
    path = tmp_path / "pindaian.png"
    Image.new("RGB", (300, 200), "red").save(path)
    found = page_picture(path)
    assert (found.width, found.height, found.pages) == (300, 200, 1)
    assert Image.open(io.BytesIO(found.content)).size == (300, 200)


def test_what_is_no_page_gets_a_sentence(tmp_path):
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.4\n")
    with pytest.raises(UserFault, match="read-damaged"):
        page_picture(broken)
    with pytest.raises(UserFault, match="file-missing"):
        page_picture(tmp_path / "tidak-ada.pdf")
    table = tmp_path / "tabel.csv"
    table.write_text("Kode;Program\n1;2\n")
    with pytest.raises(UserFault, match="read-wrong-kind"):
        page_picture(table)


def test_a_picture_that_would_be_large_is_packed_tighter(book, monkeypatch):
    monkeypatch.setattr(pdf_page_task, "MOST_PNG", 100)
    content = base64.b64decode(painted(book)["content"])
    assert content.startswith(b"\xff\xd8\xff")
    assert Image.open(io.BytesIO(content)).size == (400, 200)
