"""The pictures of the sample: photos like any other, small, and the same bytes on every run."""

import pytest

from smartcity_desktop.domain.photo import jpeg_size
from smartcity_desktop.exchange.photo import raster
from smartcity_desktop.exchange.photo_scene import picture
from smartcity_desktop.storage.reference import sample_part

SCENES = [item["scene"] for item in sample_part("photos")["photos"]]


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_a_small_photo_of_the_same_bytes_every_time(scene):
    content = picture(scene)
    assert content == picture(scene)
    assert jpeg_size(content) == (800, 600)
    assert len(content) < 60_000
    assert b"Exif" not in content
    assert len(set(raster(content, 80, 60).pixels)) > 50


def test_no_two_scenes_are_the_same():
    assert len({picture(scene) for scene in SCENES}) == len(SCENES) == 3


def test_a_scene_that_nobody_drew_is_a_mistake():
    with pytest.raises(KeyError):
        picture("laut")
