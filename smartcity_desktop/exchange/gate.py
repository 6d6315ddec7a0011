"""The first look at a foreign file, before any library sees it: size, first bytes, contents list of a zip.

Every refusal is a UserFault with a sentence of its own in ``domain.wording.FAULTS``; the ending of the file's
name decides nothing.
"""

import codecs
import re
import stat
import struct
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import text
from smartcity_desktop.exchange.compound import Broken, Compound
from smartcity_desktop.exchange.unread import Unread

Kind = Literal["xlsx", "xlsb", "xls", "ods", "odt", "text", "html", "mhtml", "xml", "docx", "doc", "pdf"]
"""``xlsx`` also with macros, ``text`` is csv and its like, ``xml`` an office file in one piece of XML."""
NEWEST: Final[frozenset[Kind]] = frozenset({"xlsx", "text"})
ANY_TABLE: Final[frozenset[Kind]] = frozenset(
    {"xlsx", "xlsb", "xls", "ods", "odt", "text", "html", "mhtml", "xml", "docx", "doc", "pdf"}
)
"""All kinds whose tables can be read."""

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
_OLD_BOOKS: Final = ("Workbook", "Book")
"""Names of the stream that holds the sheets of an .xls."""
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_ODT: Final = b"application/vnd.oasis.opendocument.text"
_PDF_WITHIN: Final = 1024
"""Bytes within which a PDF says that it is one: programs write junk before it."""
_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
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
_PDF: Final = b"%PDF"
_RTF: Final = b"{\\rtf"
_BOMS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OFFICE_XML: Final = (
    b"urn:schemas-microsoft-com:office:spreadsheet",
    b"urn:oasis:names:tc:opendocument",
    b"schemas.microsoft.com/office/word/2003/wordml",
    b"schemas.microsoft.com/office/2006/xmlpackage",
)
_TAG: Final = re.compile(rb"<(?:[a-z!?]|/[a-z])", re.IGNORECASE)
_PAGE: Final = re.compile(rb"<(?:table|html|body|tr|frameset)\b", re.IGNORECASE)
_ARCHIVE: Final = re.compile(rb"^mime-version\s*:", re.IGNORECASE | re.MULTILINE)
_PAGE_IN_ARCHIVE: Final = re.compile(rb"content-type\s*:\s*(?:multipart/related|text/html)", re.IGNORECASE)
_REFUSED: Final[dict[Kind, tuple[str, str]]] = {
    "xls": ("read-old-format", ".xls"),
    "doc": ("read-old-format", ".doc"),
    "html": ("read-web-page", ""),
    "mhtml": ("read-web-page", ""),
    "xml": ("read-web-page", ""),
    "docx": ("read-wrong-kind", "Word"),
    "ods": ("read-wrong-kind", "LibreOffice (.ods/.odt)"),
    "odt": ("read-wrong-kind", "LibreOffice (.ods/.odt)"),
    "xlsb": ("read-wrong-kind", "Excel biner (.xlsb)"),
    "pdf": ("read-wrong-kind", "PDF"),
    "xlsx": ("read-wrong-kind", "Excel"),
    "text": ("read-wrong-kind", "teks"),
}
"""The sentence about a kind that a reader does not take, and what it calls the file."""


def check(path: Path, taken: frozenset[Kind] = NEWEST) -> Kind:
    """Return what the file is, or raise the UserFault that says why it is not read.

    ``taken`` are the kinds that the reader understands.
    """
    try:
        kind = _looked_at(path)
    except Unread as reason:
        raise reason.fault(shown(path)) from None
    if kind not in taken:
        code, what = _REFUSED[kind]
        raise UserFault(code, name=shown(path), what=what)
    return kind


def shown(path: Path) -> str:
    """Return the name of a file for sentences: signs that turn the direction of writing hide its ending."""
    return text.one_line(text.clean(path.name))


def _looked_at(path: Path) -> Kind:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unread("read-wrong-kind", "folder")
        if not stat.S_ISREG(status.st_mode):
            raise Unread("read-wrong-kind", "perangkat, bukan berkas")
        if status.st_size > MAX_BYTES:
            raise Unread("read-too-big")
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        return _kind(path, head)
    except FileNotFoundError:
        raise Unread("file-missing") from None
    except OSError:
        raise Unread("read-locked") from None


def _kind(path: Path, head: bytes) -> Kind:
    if not head.strip(b"\x00 \t\r\n"):
        raise Unread("read-empty")
    if head.startswith(_ZIP):
        return _zipped(path)
    if head.startswith(_OLD_OFFICE):
        return _old(path)
    if _PDF in head[:_PDF_WITHIN]:
        return "pdf"
    if head.startswith(_RTF):
        raise Unread("read-old-format", "RTF")
    _check_magic(head)
    if not _is_text(head):
        raise Unread("read-wrong-kind", "berkas biner")
    return _textual(path, head)


def _textual(path: Path, head: bytes) -> Kind:
    """Return what a file of text is: a page, an archive of pages, an office file as XML, or cells."""
    if head.startswith(_BOMS):
        head = head.decode("utf-16", errors="replace").encode()
    start = head.lstrip(codecs.BOM_UTF8 + b" \t\r\n")
    if _ARCHIVE.search(head) and _PAGE_IN_ARCHIVE.search(head):
        return "mhtml"
    if any(name in head.lower() for name in _OFFICE_XML):
        return "xml"
    if _TAG.match(start):
        if start[:5].lower() == b"<?xml" and not _PAGE.search(head):
            raise Unread("read-wrong-kind", "berkas XML")
        return "html"
    # A web program may complain in plain words before it writes its table.
    return "html" if len(_PAGE.findall(head)) > 1 and b"</" in path.read_bytes() else "text"


def _old(path: Path) -> Kind:
    try:
        inside = Compound(path.read_bytes())
    except (Broken, struct.error):
        raise Unread("read-damaged") from None
    if "EncryptedPackage" in inside:
        raise Unread("read-password")
    if "WordDocument" in inside:
        return "doc"
    if any(book in inside for book in _OLD_BOOKS):
        return "xls"
    raise Unread("read-old-format", "Office 97–2003")


def _check_magic(head: bytes) -> None:
    """Refuse by the first bytes, binary files only: in others these letters (``BM``) may begin a table."""
    for magic, what in _MAGIC:
        if head.startswith(magic) and not _is_text(head):
            raise Unread("read-wrong-kind", what)


def _is_text(head: bytes) -> bool:
    if head.startswith(_BOMS):
        return True
    control = sum(byte < ord(" ") and byte not in b"\t\r\n\x0b\x0c\x1a" for byte in head)
    return b"\x00" not in head and control <= len(head) * _MAX_CONTROL_SHARE


def _zipped(path: Path) -> Kind:
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, UnicodeError):
        raise Unread("read-damaged") from None
    if len(members) > MAX_MEMBERS or sum(item.file_size for item in members) > MAX_UNPACKED:
        raise Unread("read-too-big")
    for item in members:
        _check_member(item)
    return _packed(path, {item.filename for item in members})


def _packed(path: Path, names: set[str]) -> Kind:
    """Return what a zip is by its contents."""
    if "content.xml" in names:
        with path.open("rb") as stream:
            said = stream.read(_HEAD)
        # It says what it is in a short first member, not packed.
        if _ODS in said or _ODT in said:
            return "ods" if _ODS in said else "odt"
        raise Unread("read-wrong-kind", "LibreOffice (.ods/.odt)")
    folders = {name.partition("/")[0] for name in names if "/" in name}
    if "[Content_Types].xml" not in names or not folders & {"xl", "word", "ppt"}:
        raise Unread("read-wrong-kind", "arsip zip")
    if "ppt" in folders and not folders & {"xl", "word"}:
        raise Unread("read-wrong-kind", "PowerPoint")
    if "xl/workbook.bin" in names:
        return "xlsb"
    return "docx" if "word" in folders else "xlsx"


def _check_directory(path: Path) -> None:
    """Look at the end record alone, so that a list of a million members is not even read."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - _TAIL))
        tail = stream.read()
    at = tail.rfind(_END_OF_DIRECTORY)
    if at < 0 or len(tail) - at < _END_LENGTH:
        raise Unread("read-damaged")
    members, length = struct.unpack_from("<HL", tail, at + 10)
    if members > MAX_MEMBERS or length > _MAX_DIRECTORY:
        raise Unread("read-too-big")


def _check_member(item: zipfile.ZipInfo) -> None:
    inner = PurePosixPath(item.filename.replace("\\", "/"))
    drive = ":" in item.filename
    if inner.is_absolute() or ".." in inner.parts or drive or stat.S_ISLNK(item.external_attr >> 16):
        raise Unread("read-damaged")
    if item.flag_bits & 1:
        raise Unread("read-password")
    packed = max(item.compress_size, 1)
    if item.file_size > SMALL_MEMBER and item.file_size / packed > MAX_RATIO:
        raise Unread("read-too-big")
    if inner.suffix.lower() in {".zip", ".xlsx", ".exe"} and "/embeddings/" not in item.filename:
        raise Unread("read-damaged")
