"""Photos as phones and people send them, drawn here; and what is left in one that was re-encoded."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

RED, BLUE = (200, 30, 30), (30, 60, 190)
WHERE = {1: "S", 2: (4.0, 1.0, 30.0), 3: "E", 4: (122.0, 30.0, 12.0)}
"""GPS: south, latitude, east, longitude."""
CLEAN = {0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0}
"""Markers of a JPEG that carries nothing but its picture: JFIF head, tables, frame and scan."""


def drawn(width=640, height=480, shade=0):
    """Return a picture: left half red, right half blue, a white corner at the top left."""
    picture = Image.new("RGB", (width, height), BLUE)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, width // 2, height), fill=(RED[0], RED[1], RED[2] + shade))
    pen.rectangle((0, 0, width // 8, height // 8), fill="white")
    return picture


def saved(picture, kind="JPEG", **how):
    kept = io.BytesIO()
    picture.save(kept, kind, **how)
    return kept.getvalue()


def jpeg(width=640, height=480, shade=0, **how):
    return saved(drawn(width, height, shade), **how)


def told(*, taken="", zone="", turned=1, where=True):
    """Return EXIF data: the moment, its zone, which way is up, and the place."""
    data = Image.Exif()
    data[0x0112] = turned
    data[0x010F], data[0x9C9C] = "Telepon", "rahasia".encode("utf-16-le")
    inner = data.get_ifd(0x8769)
    if taken:
        inner[0x9003] = taken
    if zone:
        inner[0x9011] = zone
    if where:
        data.get_ifd(0x8825).update(WHERE)
    return data


def talkative(taken="2026:08:04 10:12:00"):
    """Return a JPEG with place, XMP, comment and colour profile."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b"<x:xmpmeta><exif:GPSLatitude>4,1.5S</exif:GPSLatitude></x:xmpmeta>"
    return jpeg(exif=told(taken=taken), comment=b"Rumah Bu Sitti", icc_profile=profile, xmp=xmp)


def talkative_png():
    words = PngImagePlugin.PngInfo()
    words.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>GPSLatitude 4,1.5S</x:xmpmeta>")
    words.add_text("Comment", "Rumah Bu Sitti")
    return saved(drawn(), "PNG", exif=told(), pnginfo=words)


def talkative_webp():
    return saved(drawn(), "WEBP", exif=told(), xmp=b"<x:xmpmeta>GPSLatitude</x:xmpmeta>")


def noise(width, height):
    """Return a picture that no way of packing makes small."""
    return Image.effect_noise((width, height), 120).convert("RGB")


def turned(degrees):
    """Return the picture as a phone stores it that was held turned, with the word which way is up."""
    upright = drawn()
    ways = {1: None, 3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90}
    ways |= {8: Image.Transpose.ROTATE_270, 2: Image.Transpose.FLIP_LEFT_RIGHT}
    way = ways[degrees]
    stored = upright if way is None else upright.transpose(way)
    return saved(stored, exif=told(turned=degrees))


def huge_png(width=60_000, height=60_000):
    """Return a PNG of a few bytes that says it is this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(100_000))

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def huge_jpeg(width, height):
    """Return a small JPEG whose head says that it is this large."""
    content = jpeg()
    at = content.index(b"\xff\xc0") + 5
    return content[:at] + struct.pack(">HH", height, width) + content[at + 4 :]


def deep_png(mode):
    """Return a PNG of sixteen bits a channel: ``mode`` ``L`` a grey ramp, ``RGBA`` half clear red."""
    width, height = 64, 48
    if mode == "L":
        ramp = b"".join(struct.pack(">H", column * 65535 // (width - 1)) for column in range(width))
        row, kind = ramp, 0
    else:
        row, kind = struct.pack(">HHHH", 65535, 0, 0, 32768) * width, 6
    rows = zlib.compress((b"\x00" + row) * height)

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def moving(kind):
    """Return a picture of two frames, the first red, the second blue."""
    frames = [Image.new("RGB", (80, 60), colour) for colour in (RED, BLUE)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def opened(content):
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def near(found, wanted, by=12):
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


def markers(content):
    """Return the markers of a JPEG up to its scan, and whether anything follows its end."""
    assert content.startswith(b"\xff\xd8")
    found, at = set(), 2
    while content[at + 1] != 0xDA:
        assert content[at] == 0xFF
        found.add(content[at + 1])
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    end = content.rindex(b"\xff\xd9")
    return found | {0xDA}, content[end + 2 :]


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
