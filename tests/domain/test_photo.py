"""The size of a JPEG is read from its head, and photos stand by the time they were taken."""

import pytest

from smartcity_desktop.domain.photo import NewPhoto, in_order, jpeg_size
from tests.exchange import photos


@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"exif": photos.told()}, {"comment": b"x" * 300}])
def test_the_size_of_a_jpeg_stands_in_its_head(how):
    assert jpeg_size(photos.jpeg(321, 123, **how)) == (321, 123)


def test_a_grey_jpeg_has_a_size_and_one_for_the_printing_press_is_none_of_ours():
    assert jpeg_size(photos.saved(photos.drawn().convert("L"))) == (640, 480)
    assert jpeg_size(photos.saved(photos.drawn().convert("CMYK"))) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff\xda\x00\x02",
        b"\xff\xd8\xff\xc0\x00\x11\x08\x00",
        b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x00\x00\x10\x03",
        b"\xff\xd8\xff\xe0\xff\xff",
        b"\xff\xd8 bukan",
        b"GIF89a",
    ],
)
def test_bytes_that_are_no_jpeg_have_no_size(content):
    assert jpeg_size(content) is None


def test_photos_stand_by_their_time_and_those_without_one_follow_as_they_came():
    came = [
        NewPhoto(b"", "tanpa jam 1"),
        NewPhoto(b"", "siang", "2026-08-04T12:00:00"),
        NewPhoto(b"", "tanpa jam 2"),
        NewPhoto(b"", "pagi", "2026-08-04T08:00:00+08:00"),
    ]
    assert [item.source_name for item in in_order(came)] == ["pagi", "siang", "tanpa jam 1", "tanpa jam 2"]
