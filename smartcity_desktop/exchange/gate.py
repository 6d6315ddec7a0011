"""The first look at a foreign file, before any library sees it: size, first bytes, contents list of a zip.

Every refusal is a UserFault with a sentence of its own in ``domain.wording.FAULTS``; the ending of the file's
name decides nothing.
"""

import codecs
import stat
import struct
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from smartcity_desktop.errors import UserFault

Kind = Literal["xlsx", "text", "xls", "ods"]
NEWEST: Final[frozenset[Kind]] = frozenset({"xlsx", "text"})
ANY_TABLE: Final[frozenset[Kind]] = frozenset({"xlsx", "text", "xls", "ods"})

MEGABYTE: Final = 1024 * 1024
MAX_BYTES: Final = 50 * MEGABYTE
MAX_MEMBERS: Final = 5000
MAX_UNPACKED: Final = 300 * MEGABYTE
MAX_RATIO: Final = 100
SMALL_MEMBER: Final = 10 * MEGABYTE
"""Below this unpacked size a member may be as dense as it likes: a sheet of repeated rows is."""
_MAX_DIRECTORY: Final = 2 * MEGABYTE
_END_OF_DIRECTORY: Final = b"PK\x05\x06"
_END_LENGTH: Final = 22
_TAIL: Final = 65_557
_HEAD: Final = 4096
_MAX_CONTROL_SHARE: Final = 0.02

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOKS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
"""Names of the stream that holds the sheets of an .xls."""
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "dokumen RTF"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"GIF8", "gambar"),
    (b"BM", "gambar"),
    (b"II*\x00", "gambar"),
    (b"MM\x00*", "gambar"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"SQLite format 3", "basis data"),
)
_TEXTUAL: Final = frozenset({"PDF", "dokumen RTF"})
_TAGS: Final = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<head", b"<meta", b"<style", b"<svg")
_BOMS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_INSIDE: Final[tuple[tuple[str, str], ...]] = (
    ("word/document.xml", "Word"),
    ("ppt/presentation.xml", "PowerPoint"),
    ("xl/workbook.bin", "Excel biner (.xlsb)"),
    ("content.xml", "LibreOffice (.ods/.odt)"),
)


def check(path: Path, taken: frozenset[Kind] = NEWEST) -> Kind:
    """Return what the file is, or raise the UserFault that says why it is not read.

    ``taken`` are the kinds that the reader understands.
    """
    name = path.name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UserFault("read-wrong-kind", name=name, what="folder")
        if status.st_size > MAX_BYTES:
            raise UserFault("read-too-big", name=name)
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        return _kind(path, head, taken)
    except FileNotFoundError:
        raise UserFault("file-missing", name=name) from None
    except OSError:
        raise UserFault("read-locked", name=name) from None


def _kind(path: Path, head: bytes, taken: frozenset[Kind]) -> Kind:
    name = path.name
    if not head.strip(b"\x00 \t\r\n"):
        raise UserFault("read-empty", name=name)
    if head.startswith(_ZIP):
        return _check_zip(path, taken)
    if head.startswith(_OLD_OFFICE):
        return _check_old(path, taken)
    _check_magic(head, name)
    start = head.lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    if start.startswith(_TAGS):
        raise UserFault("read-web-page", name=name)
    if not _is_text(head):
        raise UserFault("read-wrong-kind", name=name, what="berkas biner")
    return "text"


def _check_old(path: Path, taken: frozenset[Kind]) -> Kind:
    content = path.read_bytes()
    if _ENCRYPTED in content:
        raise UserFault("read-password", name=path.name)
    if "xls" in taken and any(book in content for book in _OLD_BOOKS):
        return "xls"
    raise UserFault("read-old-format", name=path.name)


def _check_magic(head: bytes, name: str) -> None:
    """Refuse by the first bytes; letters that may begin a table (``BM``) count in binary files only."""
    binary = not _is_text(head)
    for magic, what in _MAGIC:
        if head.startswith(magic) and (binary or what in _TEXTUAL):
            raise UserFault("read-wrong-kind", name=name, what=what)


def _is_text(head: bytes) -> bool:
    if head.startswith(_BOMS):
        return True
    control = sum(byte < ord(" ") and byte not in b"\t\r\n\x0b\x0c\x1a" for byte in head)
    return b"\x00" not in head and control <= len(head) * _MAX_CONTROL_SHARE


def _check_zip(path: Path, taken: frozenset[Kind]) -> Kind:
    name = path.name
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, UnicodeError):
        raise UserFault("read-damaged", name=name) from None
    if len(members) > MAX_MEMBERS or sum(item.file_size for item in members) > MAX_UNPACKED:
        raise UserFault("read-too-big", name=name)
    for item in members:
        _check_member(item, name)
    names = {item.filename for item in members}
    if "ods" in taken and "content.xml" in names and _is_sheet(path):
        return "ods"
    for inside, what in _INSIDE:
        if inside in names:
            raise UserFault("read-wrong-kind", name=name, what=what)
    if "[Content_Types].xml" not in names or not any(item.startswith("xl/") for item in names):
        raise UserFault("read-wrong-kind", name=name, what="arsip zip")
    return "xlsx"


def _is_sheet(path: Path) -> bool:
    """Return whether a LibreOffice file holds sheets: it says so in a short first member, not packed."""
    with path.open("rb") as stream:
        return _ODS in stream.read(_HEAD)


def _check_directory(path: Path) -> None:
    """Look at the end record alone, so that a list of a million members is not even read."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - _TAIL))
        tail = stream.read()
    at = tail.rfind(_END_OF_DIRECTORY)
    if at < 0 or len(tail) - at < _END_LENGTH:
        raise UserFault("read-damaged", name=path.name)
    members, length = struct.unpack_from("<HL", tail, at + 10)
    if members > MAX_MEMBERS or length > _MAX_DIRECTORY:
        raise UserFault("read-too-big", name=path.name)


def _check_member(item: zipfile.ZipInfo, name: str) -> None:
    inner = PurePosixPath(item.filename.replace("\\", "/"))
    drive = ":" in item.filename
    if inner.is_absolute() or ".." in inner.parts or drive or stat.S_ISLNK(item.external_attr >> 16):
        raise UserFault("read-damaged", name=name)
    if item.flag_bits & 1:
        raise UserFault("read-password", name=name)
    packed = max(item.compress_size, 1)
    if item.file_size > SMALL_MEMBER and item.file_size / packed > MAX_RATIO:
        raise UserFault("read-too-big", name=name)
    if inner.suffix.lower() in {".zip", ".xlsx", ".exe"} and not item.filename.startswith("xl/embeddings/"):
        raise UserFault("read-damaged", name=name)
