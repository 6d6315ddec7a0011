"""Photos come in as small upright JPEGs that carry nothing but their picture; bad ones get their sentence."""

import pytest
from PIL import Image

from smartcity_desktop.domain.photo import LONGEST_EDGE, MOST_BYTES, jpeg_size
from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child, gate, photo
from smartcity_desktop.exchange.photo_task import MOST_PIXELS, reencode
from tests.exchange import photos
from tests.exchange.photos import BLUE, CLEAN, RED, markers, near, opened, put

SECRETS = (b"Rumah", b"rahasia", b"Telepon", b"GPS", b"xmp", b"Exif", b"ICC_PROFILE")
HOSTILE = [
    ("kosong.jpg", b"", "photo-empty"),
    ("nol.jpg", bytes(5000), "photo-empty"),
    ("terpotong.jpg", photos.jpeg()[:4000], "photo-damaged"),
    ("terpotong.png", photos.saved(photos.drawn(), "PNG")[:900], "photo-damaged"),
    ("terpotong.webp", photos.saved(photos.drawn(), "WEBP")[:300], "photo-damaged"),
    ("kepala-saja.jpg", b"\xff\xd8\xff\xe0", "photo-damaged"),
    ("bom.png", photos.huge_png(), "photo-too-big"),
    ("bom-lebar.png", photos.huge_png(9_000, 4_000), "photo-too-big"),
    ("bom.jpg", photos.huge_jpeg(65_000, 65_000), "photo-too-big"),
    ("iphone.heic", b"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic" + bytes(200), "photo-heic"),
    ("iphone.jpg", b"\x00\x00\x00\x24ftypmif1\x00\x00\x00\x00mif1heic" + bytes(200), "photo-heic"),
    ("gerak.gif", photos.moving("GIF"), "photo-wrong-kind"),
    ("video.jpg", b"\x00\x00\x00\x20ftypisom" + bytes(200), "photo-wrong-kind"),
    ("surat.jpg", b"%PDF-1.7 bukan foto", "photo-wrong-kind"),
    ("catatan.png", b"Ini hanya tulisan.", "photo-wrong-kind"),
    ("lambang.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "photo-wrong-kind"),
]


@pytest.mark.parametrize(("name", "content", "code"), HOSTILE, ids=[item[0] for item in HOSTILE])
def test_a_picture_that_cannot_be_taken_gets_its_sentence(name, content, code, tmp_path):
    with pytest.raises(UserFault) as caught:
        photo.read_file(put(tmp_path, name, content))
    assert caught.value.code == code
    words = sentence(caught.value)
    assert words.startswith(name)
    assert "{" not in words
    assert "gangguan" not in words
    assert "Excel" not in words


def test_a_photo_of_an_iphone_is_asked_for_as_jpg(tmp_path):
    content = next(item[1] for item in HOSTILE if item[0] == "iphone.heic")
    with pytest.raises(UserFault) as caught:
        photo.read_file(put(tmp_path, "IMG_0012.HEIC", content))
    assert "dikirim sebagai JPG" in sentence(caught.value)


def test_a_folder_a_lost_file_and_one_that_does_not_open_are_said_so(tmp_path):
    loop = tmp_path / "lingkar.jpg"
    loop.symlink_to(loop)
    for path, code in (
        (tmp_path, "photo-wrong-kind"),
        (tmp_path / "hilang.jpg", "file-missing"),
        (loop, "photo-locked"),
    ):
        with pytest.raises(UserFault) as caught:
            photo.read_file(path)
        assert caught.value.code == code


def test_a_file_over_fifty_megabytes_is_not_even_opened(tmp_path, monkeypatch):
    path = put(tmp_path, "besar.jpg", photos.jpeg())
    with path.open("r+b") as stream:
        stream.truncate(gate.MAX_BYTES + 1)
    monkeypatch.setattr(child, "run", None)
    with pytest.raises(UserFault, match="photo-too-big"):
        photo.read_file(path)
    with pytest.raises(UserFault, match="photo-too-big"):
        photo.read_pasted(bytes(gate.MAX_BYTES + 1))


def test_a_photo_may_be_given_up_while_it_is_read(tmp_path):
    with pytest.raises(UserFault, match="read-cancelled") as caught:
        photo.read_file(put(tmp_path, "a.jpg", photos.jpeg()), cancelled=lambda: True)
    assert "a.jpg" in sentence(caught.value)


def test_a_photo_that_takes_too_long_is_left_out(tmp_path, monkeypatch):
    run = child.run
    monkeypatch.setattr(child, "run", lambda *given, **named: run(*given, **named, seconds=0))
    with pytest.raises(UserFault, match="photo-too-slow"):
        photo.read_file(put(tmp_path, "a.jpg", photos.jpeg()))


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xda", b"\xff" * (MOST_BYTES + 1)], ids=len)
def test_what_a_child_answers_is_looked_at_before_it_is_believed(content, tmp_path, monkeypatch):
    import base64

    answer = {"content": base64.b64encode(content).decode()}
    monkeypatch.setattr(child, "run", lambda *_given, **_named: iter([answer]))
    with pytest.raises(UserFault, match="photo-damaged"):
        photo.read_file(put(tmp_path, "a.jpg", photos.jpeg()))


def test_nothing_but_the_picture_is_left(tmp_path):
    for name, raw in (
        ("a.jpg", photos.talkative()),
        ("b.png", photos.talkative_png()),
        ("c.webp", photos.talkative_webp()),
    ):
        assert any(secret in raw for secret in SECRETS)
        found = photo.read_file(put(tmp_path, name, raw))
        assert found.source_name == name
        kept = opened(found.content)
        assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (640, 480))
        assert not kept.getexif()
        assert not kept.getexif().get_ifd(0x8825)
        assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        marks, behind = markers(found.content)
        assert marks <= CLEAN
        assert behind == b""
        assert [secret for secret in SECRETS if secret in found.content] == []


def test_the_time_is_read_and_only_the_time(tmp_path):
    found = photo.read_file(put(tmp_path, "a.jpg", photos.talkative("2026:08:04 10:12:00")))
    assert found.taken_at == "2026-08-04T10:12:00"


@pytest.mark.parametrize(
    ("taken", "zone", "wanted"),
    [
        ("2026:08:04 10:12:00", "+08:00", "2026-08-04T10:12:00+08:00"),
        ("2026:08:04 10:12:00", "ngawur", "2026-08-04T10:12:00"),
        ("1970:01:01 00:00:00", "", ""),
        ("2026:13:45 10:12:00", "", ""),
        ("0000:00:00 00:00:00", "", ""),
        ("kemarin", "", ""),
        ("", "", ""),
    ],
)
def test_a_time_that_cannot_be_is_no_time(taken, zone, wanted):
    raw = photos.jpeg(exif=photos.told(taken=taken, zone=zone))
    assert reencode(raw, "a.jpg")[1] == wanted


def test_data_of_the_camera_that_is_broken_does_not_cost_the_photo():
    raw = photos.talkative()
    at = raw.index(b"Exif\x00\x00") + 6
    content, taken = reencode(raw[:at] + b"\xff" * 120 + raw[at + 120 :], "a.jpg")
    assert taken == ""
    assert opened(content).size == (640, 480)


@pytest.mark.parametrize("way", [1, 2, 3, 6, 8])
def test_a_photo_stands_upright(way):
    kept = opened(reencode(photos.turned(way), "a.jpg")[0])
    assert kept.size == (640, 480)
    assert near(kept.getpixel((10, 10)), (255, 255, 255))
    assert near(kept.getpixel((160, 400)), RED)
    assert near(kept.getpixel((600, 400)), BLUE)


def test_a_large_photo_becomes_small_and_stays_under_a_megabyte():
    content, _ = reencode(photos.jpeg(6000, 4000), "a.jpg")
    assert opened(content).size == (LONGEST_EDGE, round(LONGEST_EDGE * 2 / 3))
    for width, height in ((2400, 2400), (4000, 1500)):
        content, _ = reencode(photos.saved(photos.noise(width, height), quality=95), "a.jpg")
        assert len(content) <= MOST_BYTES
        kept = opened(content)
        assert abs(kept.width / kept.height - width / height) < 0.01
        assert max(kept.size) >= 1000


def test_a_small_photo_is_not_blown_up():
    assert opened(reencode(photos.jpeg(31, 17), "a.jpg")[0]).size == (31, 17)
    assert opened(reencode(photos.saved(Image.new("RGB", (1, 1))), "a.jpg")[0]).size == (1, 1)
    assert max(opened(reencode(photos.jpeg(9000, 3), "a.jpg")[0]).size) == LONGEST_EDGE


def test_a_jpeg_of_a_modern_phone_comes_in_though_it_has_more_pixels_than_are_decoded():
    raw = photos.jpeg(8000, 6000, quality=50)
    assert MOST_PIXELS < 8000 * 6000
    assert opened(reencode(raw, "a.jpg")[0]).size == (2000, 1500)


def test_a_head_that_promises_more_than_there_is_costs_neither_memory_nor_time(tmp_path):
    found = photo.read_file(put(tmp_path, "janji.jpg", photos.huge_jpeg(13_000, 13_000)))
    assert len(found.content) < MOST_BYTES
    assert max(jpeg_size(found.content)) <= LONGEST_EDGE


def test_other_ways_of_colour_come_in_as_they_look():
    cmyk = photos.drawn().convert("CMYK")
    grey = photos.drawn().convert("L")
    palette = photos.drawn().convert("P", palette=Image.Palette.ADAPTIVE)
    for raw in (
        photos.saved(cmyk, "JPEG"),
        photos.saved(palette, "PNG"),
        photos.saved(photos.drawn(), "WEBP", lossless=True),
        photos.saved(photos.drawn(), "JPEG", progressive=True),
    ):
        kept = opened(reencode(raw, "a")[0])
        assert kept.mode == "RGB"
        assert near(kept.getpixel((160, 400)), RED, 25)
        assert near(kept.getpixel((600, 400)), BLUE, 25)
    assert near(opened(reencode(photos.saved(grey), "a")[0]).getpixel((5, 5)), (255, 255, 255))


def test_a_profile_of_wide_colours_is_used_and_a_broken_one_is_not_believed():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for own in (profile, b"bukan profil"):
        kept = opened(reencode(photos.jpeg(icc_profile=own), "a")[0])
        assert near(kept.getpixel((160, 400)), RED, 25)


def test_what_was_transparent_is_white():
    clear = Image.new("RGBA", (40, 30), (255, 0, 0, 0))
    palette = Image.new("P", (40, 30), 0)
    for raw in (photos.saved(clear, "PNG"), photos.saved(palette, "PNG", transparency=0)):
        assert near(opened(reencode(raw, "a")[0]).getpixel((5, 5)), (255, 255, 255))


def test_sixteen_bits_become_eight_and_keep_their_tones():
    ramp = opened(reencode(photos.deep_png("L"), "a")[0])
    assert near(ramp.getpixel((0, 20)), (0, 0, 0))
    assert near(ramp.getpixel((31, 20)), (126, 126, 126))
    assert near(ramp.getpixel((63, 20)), (255, 255, 255))
    assert near(opened(reencode(photos.deep_png("RGBA"), "a")[0]).getpixel((5, 5)), (255, 127, 127))


@pytest.mark.parametrize("kind", ["WEBP", "PNG", "MPO"])
def test_of_a_moving_picture_the_first_frame_is_taken(kind):
    assert near(opened(reencode(photos.moving(kind), "a")[0]).getpixel((5, 5)), RED, 20)


def test_the_ending_of_the_name_decides_nothing(tmp_path):
    found = photo.read_file(put(tmp_path, "foto.txt", photos.saved(photos.drawn(), "WEBP")))
    assert jpeg_size(found.content) == (640, 480)


def test_a_pasted_picture_comes_in_the_same_way():
    found = photo.read_pasted(photos.talkative_png())
    assert (found.source_name, found.taken_at) == (photo.PASTED, "")
    assert markers(found.content)[0] <= CLEAN
    with pytest.raises(UserFault, match="photo-damaged"):
        photo.read_pasted(b"bukan gambar")


def test_the_same_photo_gives_the_same_bytes_so_that_it_is_known_again(tmp_path):
    raw = photos.talkative()
    first = photo.read_file(put(tmp_path, "a.jpg", raw))
    assert photo.read_file(put(tmp_path, "salinan a.jpg", raw)).content == first.content


def test_a_folder_gives_its_photos_by_name(tmp_path):
    folder = tmp_path / "Foto hari 1"
    folder.mkdir()
    for name in ("2.JPG", "1.png", "catatan.txt", "3.heic"):
        put(folder, name, b"x")
    single = put(tmp_path, "lepas.pdf", b"x")
    assert [item.name for item in photo.files_of([single, folder])] == [
        "lepas.pdf",
        "1.png",
        "2.JPG",
        "3.heic",
    ]


def test_a_folder_that_does_not_open_is_said_so(tmp_path, monkeypatch):
    def closed(_path):
        raise PermissionError

    monkeypatch.setattr(type(tmp_path), "iterdir", closed)
    with pytest.raises(UserFault, match="photo-locked"):
        photo.files_of([tmp_path])


def test_a_kept_photo_is_shown_as_pixels_that_fit():
    small = photo.raster(photos.jpeg(1600, 800), 240, 180)
    assert (small.width, small.height, len(small.pixels)) == (240, 120, 240 * 120 * 4)
    assert near(small.pixels[4 * 240 * 100 :][:3], RED)
    assert photo.raster(photos.jpeg(10, 20), 240, 180).height == 20


@pytest.mark.parametrize(
    "content", [b"", b"bukan foto", photos.saved(photos.drawn(), "PNG"), photos.jpeg()[:3000]]
)
def test_what_is_no_photo_is_not_shown(content):
    assert photo.raster(content, 240, 180) is None
