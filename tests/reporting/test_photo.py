"""Photos stand two by three a page in frames of one size, numbered, and byte by byte as they were kept."""

import io
import re
import time

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from smartcity_desktop.domain.report import PhotoPrint
from smartcity_desktop.reporting import pages, session
from tests.exchange import photos
from tests.reporting.pictures import frame, page_image, report, texts

SIZES = ((800, 600), (600, 800), (1600, 500))
PAPERS = pytest.mark.parametrize("paper", ["A4", "F4"])


def kept(count, captions=()):
    """Return photos of all shapes in turn, each another one."""
    made = [photos.jpeg(*SIZES[place % 3], shade=place % 56) for place in range(count)]
    return tuple(
        PhotoPrint(captions[place] if place < len(captions) else f"Kegiatan {place + 1}", content)
        for place, content in enumerate(made)
    )


def printed(given, paper="A4", **more):
    return session.session_report(report(photos=given, details=(), **more), frame(paper))


def annex(pdf):
    """Return the pages of the annex: page numbers from 0."""
    found = texts(pdf)
    first = next(place for place, words in enumerate(found) if "Dokumentasi kegiatan" in words)
    return list(range(first, len(found)))


def boxes(pdf, index):
    """Return the pictures of a page as (left, bottom, right, top) in points."""
    document = pypdfium2.PdfDocument(pdf)
    found = [
        tuple(round(side, 1) for side in item.get_bounds())
        for item in document[index].get_objects()
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE
    ]
    document.close()
    return found


def frames(pdf, index):
    """Return the ruled frames of a page as (left, bottom, right, top) in points."""
    document = pypdfium2.PdfDocument(pdf)
    found = [
        item.get_bounds() for item in document[index].get_objects() if item.type == pdfium.FPDF_PAGEOBJ_PATH
    ]
    document.close()
    return [tuple(round(side, 1) for side in box) for box in found if box[3] - box[1] > 50]


@PAPERS
@pytest.mark.parametrize("count", [1, 2, 5, 6, 7, 13])
def test_six_photos_stand_on_a_page_and_no_page_is_empty(count, paper):
    pdf = printed(kept(count), paper)
    found = annex(pdf)
    on_pages = [len(boxes(pdf, index)) for index in found]
    assert on_pages == [6] * (count // 6) + [count % 6] * bool(count % 6)
    said = [int(number) for index in found for number in re.findall(r"Foto (\d+)\.", texts(pdf)[index])]
    assert said == list(range(1, count + 1))


@PAPERS
def test_every_frame_has_one_size_and_every_picture_its_shape_inside_its_frame(paper):
    pdf = printed(kept(13, captions=("Pendek", "Panjang sekali " * 12)), paper)
    sizes = set()
    for index in annex(pdf):
        ruled, placed = frames(pdf, index), boxes(pdf, index)
        assert len(ruled) == len(placed)
        for box, picture in zip(ruled, placed, strict=True):
            sizes.add((round(box[2] - box[0]), round(box[3] - box[1])))
            assert box[0] <= picture[0] < picture[2] <= box[2]
            assert box[1] <= picture[1] < picture[3] <= box[3]
            assert abs((box[0] + box[2]) - (picture[0] + picture[2])) < 1
            wide, high = picture[2] - picture[0], picture[3] - picture[1]
            assert min(abs(wide / high - width / height) for width, height in SIZES) < 0.02
    assert len(sizes) == 1


@PAPERS
def test_pictures_stand_inside_the_margins_and_over_the_foot(paper):
    pdf = printed(kept(6, captions=["Sebuah keterangan yang cukup panjang " * 9] * 6), paper)
    (index,) = annex(pdf)
    width, height = pages.page_size(pdf, index)
    for left, bottom, right, top in frames(pdf, index):
        assert left > 50
        assert right < width - 50
        assert bottom > 80
        assert top < height - 50


def test_the_bytes_of_every_photo_are_in_the_file_as_they_were_kept():
    given = kept(7)
    pdf = printed(given)
    assert [item for item in given if item.picture not in pdf] == []
    assert len(pdf) - len(printed(())) < sum(len(item.picture) for item in given) + 12_000


def test_the_same_photo_in_two_places_is_stored_once():
    content = photos.saved(photos.noise(600, 400))
    pdf = printed((PhotoPrint("a", content), PhotoPrint("b", content)))
    assert pdf.count(content) == 1


def test_a_photo_whose_bytes_are_lost_or_are_none_says_so_in_its_frame():
    pdf = printed((*kept(1), PhotoPrint("Hilang", None), PhotoPrint("Rusak", b"bukan foto")))
    (index,) = annex(pdf)
    words = texts(pdf)[index]
    assert words.count("Gambarnya tidak ada di berkas ini") == 2
    assert "Foto 2. Hilang" in words
    assert len(boxes(pdf, index)) == 1
    assert len(frames(pdf, index)) == 3


def test_the_body_says_where_the_photos_are_and_a_report_without_any_says_nothing():
    assert "7 foto kegiatan: Lampiran 1." in " ".join(texts(printed(kept(7))))
    with_details = session.session_report(report(photos=kept(2)), frame())
    assert "2 foto kegiatan: Lampiran 2." in " ".join(texts(with_details))
    assert texts(with_details)[-1].count("LAMPIRAN 2") == 1
    assert "okumentasi" not in " ".join(texts(printed(())))


@pytest.mark.parametrize(
    "caption",
    ["", "<b>tebal</b> & <img src=x>", "W" * 4000, "baris\n" * 400, "kata " * 2000, "📷 ✓ \u202e \x00"],
    ids=["nothing", "markup", "one word", "lines", "long", "signs"],
)
def test_no_caption_stops_the_print_or_pushes_a_photo_off_its_page(caption):
    pdf = printed(kept(7, captions=[caption] * 7))
    assert [len(boxes(pdf, index)) for index in annex(pdf)] == [6, 1]
    shown = {round(box[3] - box[1]) for box in frames(pdf, annex(pdf)[0])}
    assert min(shown) > 100


def test_a_photo_is_told_from_its_paper_in_grey():
    pdf = printed(kept(1))
    (index,) = annex(pdf)
    left, bottom, right, top = boxes(pdf, index)[0]
    width, height = pages.page_size(pdf, index)
    image = page_image(pdf, index, 1000)
    scale = image.width / width
    middle = image.getpixel(
        (round((left + right) / 2 * scale) + 20, round((height - (bottom + top) / 2) * scale))
    )
    assert middle < 150


def test_thirty_photos_are_printed_without_being_decoded():
    picture = photos.noise(2000, 1500)
    given = []
    for quality in range(40, 70):
        hold = io.BytesIO()
        picture.save(hold, "JPEG", quality=quality)
        given.append(PhotoPrint("Kegiatan", hold.getvalue()))
    begun = time.process_time()
    pdf = printed(tuple(given))
    spent = time.process_time() - begun
    assert len(annex(pdf)) == 5
    assert spent < 5
