"""Photos from outside: a file or pasted bytes in, a small plain JPEG out; and our own back as pixels."""

import base64
import binascii
import stat
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.photo import MOST_BYTES, NewPhoto, Raster, is_named_photo, jpeg_size
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child, gate

PASTED: Final = "Foto yang ditempel"
_MOST_PIXELS: Final = 25_000_000
_HEAD: Final = 32
_KNOWN: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_BOX: Final = b"ftyp"
_PHONE: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"GIF8", "gambar GIF"),
    (b"BM", "gambar BMP"),
    (b"II*\x00", "gambar TIFF"),
    (b"MM\x00*", "gambar TIFF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "arsip zip atau dokumen Office"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"<svg", "gambar SVG"),
    (b"<?xml", "gambar SVG atau halaman web"),
)
_SAID: Final = {
    "read-damaged": "photo-damaged",
    "read-too-big": "photo-too-big",
    "read-too-slow": "photo-too-slow",
}
"""What the child says of any file, in the words for photos."""


def read_file(path: Path, *, cancelled: Callable[[], bool] = child.never) -> NewPhoto:
    """Return a photo (JPEG, PNG, WebP) re-encoded by a child process; nothing is stored.

    It takes up to 20 seconds: call it outside the window's thread. Raises UserFault.
    """
    _check(path)
    return _answered({"path": str(path.resolve())}, path.name, cancelled)


def read_pasted(raw: bytes, *, cancelled: Callable[[], bool] = child.never) -> NewPhoto:
    """Return a picture from the clipboard (its PNG bytes) re-encoded. Raises UserFault."""
    if len(raw) > gate.MAX_BYTES:
        raise UserFault("photo-too-big", name=PASTED)
    return _answered({"content": base64.b64encode(raw).decode("ascii")}, PASTED, cancelled)


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Return these files, and in the place of a folder the photos that lie in it, by their names."""
    found: list[Path] = []
    for path in paths:
        try:
            inside = sorted(path.iterdir()) if path.is_dir() else None
        except OSError:
            raise UserFault("photo-locked", name=path.name) from None
        found += [path] if inside is None else [item for item in inside if is_named_photo(item.name)]
    return found


def raster(content: bytes, width: int, height: int) -> Raster | None:
    """Return a kept photo as pixels that fit into ``width`` times ``height``; None where it is no photo."""
    from PIL import Image

    size = jpeg_size(content)
    if size is None or size[0] * size[1] > _MOST_PIXELS:
        return None
    try:
        with Image.open(BytesIO(content), formats=("JPEG",)) as picture:
            picture.thumbnail((width, height))
            plain = picture.convert("RGB")
            return Raster(plain.width, plain.height, plain.tobytes("raw", "RGBX"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _answered(request: dict[str, object], name: str, cancelled: Callable[[], bool]) -> NewPhoto:
    try:
        (answer,) = child.run("photo", request, name=name, cancelled=cancelled)
        content = base64.b64decode(str(answer["content"]), validate=True)
    except UserFault as fault:
        raise UserFault(_SAID.get(fault.code, fault.code), name=name) from None
    except (KeyError, ValueError, binascii.Error):
        raise UserFault("photo-damaged", name=name) from None
    if len(content) > MOST_BYTES or jpeg_size(content) is None:
        raise UserFault("photo-damaged", name=name)
    return NewPhoto(content, name, str(answer.get("taken", "")))


def _check(path: Path) -> None:
    """Look at kind, size and first bytes before any library sees the file."""
    name = path.name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UserFault("photo-wrong-kind", name=name, what="folder")
        if status.st_size > gate.MAX_BYTES:
            raise UserFault("photo-too-big", name=name)
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except FileNotFoundError:
        raise UserFault("file-missing", name=name) from None
    except OSError:
        raise UserFault("photo-locked", name=name) from None
    if not head.strip(b"\x00"):
        raise UserFault("photo-empty", name=name)
    if head.startswith(_KNOWN) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return
    if head[4:8] == _BOX and head[8:12] in _PHONE:
        raise UserFault("photo-heic", name=name)
    raise UserFault("photo-wrong-kind", name=name, what=_what(head))


def _what(head: bytes) -> str:
    if head[4:8] == _BOX:
        return "gambar AVIF" if head[8:12] in {b"avif", b"avis"} else "video"
    return next((what for magic, what in _OTHERS if head.startswith(magic)), "berkas lain")
