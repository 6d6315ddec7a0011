"""What the child process does with a photo: decode it, turn it upright, and make a small plain JPEG of it.

Only pixels cross over: place, camera, comments and whatever else the file carried stay behind.
"""

import base64
import re
import struct
import warnings
from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin

from smartcity_desktop.domain.photo import LONGEST_EDGE, MOST_BYTES
from smartcity_desktop.errors import UserFault

MOST_PIXELS: Final = 25_000_000
"""Pixels that are decoded at most; a JPEG of a modern phone is decoded at a half or a quarter of its size."""
_READERS: Final = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin)
"""Pillow finds its readers by their names; named here, the built program carries them."""
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_QUALITIES: Final = (85, 78, 70, 60, 50, 40)
_SMALLER: Final = 0.8
_WHITE: Final = (255, 255, 255, 255)
_ORIENTATION: Final = 0x0112
_EXIF: Final = 0x8769
_TAKEN: Final = (0x9003, 0x9004)
_ZONE: Final = 0x9011
_MOMENT: Final = re.compile(r"(\d{4}):(\d\d):(\d\d)[ T](\d\d:\d\d:\d\d)", re.ASCII)
_OFFSET: Final = re.compile(r"[+-]\d\d:\d\d", re.ASCII)
_FIRST_YEAR: Final = "2000"
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_BROKEN: Final = (
    *(ArithmeticError, AttributeError, LookupError, OSError),
    *(SyntaxError, TypeError, ValueError, struct.error),
)


def run(request: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield the photo of the request (``path``, or ``content`` in base64) anew, and when it was taken."""
    if "content" in request:
        raw, name = base64.b64decode(str(request["content"])), ""
    else:
        path = Path(str(request["path"]))
        raw, name = path.read_bytes(), path.name
    content, taken = reencode(raw, name)
    yield {"taken": taken, "content": base64.b64encode(content).decode("ascii")}


def reencode(raw: bytes, name: str) -> tuple[bytes, str]:
    """Return a photo as an upright JPEG of at most a megabyte without metadata, and when it was taken.

    Of a moving picture the first frame is taken. Raises UserFault ``photo-too-big``, and what Pillow raises
    where the file is damaged.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(raw), formats=_FORMATS) as checked:
                checked.verify()
            with Image.open(BytesIO(raw), formats=_FORMATS) as picture:
                orientation, taken = _told(picture)
                plain = _pixels(picture, name)
        except Image.DecompressionBombError:
            raise UserFault("photo-too-big", name=name) from None
        turn = _UPRIGHT.get(orientation)
        return _small(plain.transpose(turn) if turn is not None else plain), taken


def _pixels(picture: Image.Image, name: str) -> Image.Image:
    """Return the picture in plain colours, its longer side at most ``LONGEST_EDGE``."""
    share = min(1.0, LONGEST_EDGE / max(picture.size))
    picture.draft(None, (max(1, round(picture.width * share)), max(1, round(picture.height * share))))
    if picture.width * picture.height > MOST_PIXELS:
        raise UserFault("photo-too-big", name=name)
    plain = _coloured(picture)
    plain.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    return plain


def _coloured(picture: Image.Image) -> Image.Image:
    """Return a new picture in RGB: on white where it was transparent, eight bits where it had sixteen."""
    if picture.mode.startswith("I"):
        picture = picture.point(lambda value: value * (1 / 256))
        return picture.convert("L").convert("RGB")
    if "A" in picture.mode or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, _WHITE)
        ground.alpha_composite(picture.convert("RGBA"))
        return ground.convert("RGB")
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            own, screen = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(picture, own, screen, outputMode="RGB")
        except (ImageCms.PyCMSError, *_BROKEN):
            turned = None
        if turned is not None:
            return turned
    return picture.convert("RGB")


def _small(plain: Image.Image) -> bytes:
    """Return the picture as a JPEG of at most ``MOST_BYTES``, as good as that allows."""
    while True:
        # A new picture, as the writer of JPEG would take comments over from the old one.
        clean = Image.new("RGB", plain.size)
        clean.paste(plain)
        for quality in _QUALITIES:
            kept = BytesIO()
            clean.save(kept, "JPEG", quality=quality, optimize=True)
            if kept.tell() <= MOST_BYTES:
                return kept.getvalue()
        edge = round(max(plain.size) * _SMALLER)
        plain.thumbnail((edge, edge), Image.Resampling.LANCZOS)


def _told(picture: Image.Image) -> tuple[int, str]:
    """Return which way is up (1 to 8) and when the photo was taken; nothing else is read of its data."""
    try:
        told = picture.getexif()
        up = told.get(_ORIENTATION, 1)
        inner = told.get_ifd(_EXIF)
        words = next((str(inner[tag]) for tag in _TAKEN if inner.get(tag)), "")
        zone = str(inner.get(_ZONE) or "")
    except _BROKEN:
        return 1, ""
    return (up if isinstance(up, int) else 1), _moment(words, zone)


def _moment(words: str, zone: str) -> str:
    found = _MOMENT.match(words)
    if found is None or found[1] < _FIRST_YEAR:
        return ""
    offset = zone if _OFFSET.fullmatch(zone.strip("\x00 ")) else ""
    try:
        moment = datetime.fromisoformat(f"{found[1]}-{found[2]}-{found[3]}T{found[4]}{offset}")
    except ValueError:
        return ""
    return moment.isoformat()
