"""Pictures of pages."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from smartcity_desktop.reporting import pages
from tests.reporting.pictures import PRINTS, frame


@pytest.fixture(scope="module")
def pdf():
    return PRINTS["report"](frame())


def test_a_page_becomes_pixels_of_the_wanted_width(pdf):
    found = pages.page_picture(pdf, 0, 400)
    assert found.width == 400
    assert found.height == pytest.approx(400 * 330 / 215, abs=2)
    assert len(found.pixels) == found.width * found.height * 4
    assert found.pixels[:3] == b"\xff\xff\xff"


def test_a_page_becomes_a_png(pdf):
    image = Image.open(io.BytesIO(pages.page_png(pdf, 0, 300)))
    assert (image.format, image.mode, image.width) == ("PNG", "RGB", 300)
    assert image.convert("L").getextrema()[0] < 60


def test_pages_may_be_asked_for_from_several_threads(pdf):
    count = pages.page_count(pdf)
    alone = [pages.page_png(pdf, index, 200) for index in range(count)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda index: pages.page_png(pdf, index % count, 200), range(count * 4)))
    assert together == alone * 4


def test_prints_may_be_made_from_several_threads(pdf):
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: PRINTS["report"](frame()), range(4)))
    assert found == [pdf] * 4
