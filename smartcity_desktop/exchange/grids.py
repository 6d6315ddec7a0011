"""Any foreign file that holds tables as grids: one door for every format, chosen by what the file is.

Call it in a child process only. Each reader is loaded when a file needs it.
"""

from pathlib import Path
from typing import Final

from smartcity_desktop.exchange import sheets
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.unread import Unread

_HEAD: Final = 8192
BOOKS: Final = frozenset({"xlsx", "xlsb", "xls", "ods", "text"})
"""Kinds that are nothing but tables."""
_OF_THE_LIBRARY: Final = BOOKS - {"ods"}


def grids(path: Path, kind: str) -> list[Grid]:
    """Return the sheets or tables of a file whose ``kind`` (``gate.Kind``) the gate found out.

    Sheets come as they stand in the file, empty ones too; tables of documents come joined where they continue
    each other, each under its title. A document without any table gives nothing. Raises UserFault, and on a
    damaged file whatever the libraries raise, which the child says as ``read-damaged``.
    """
    try:
        return _book(path, kind) if kind in _OF_THE_LIBRARY else _document(path, kind)
    except Unread as reason:
        raise reason.fault(path.name) from None


def _book(path: Path, kind: str) -> list[Grid]:
    if kind == "xlsx":
        return sheets.read_xlsx(path)
    if kind == "text":
        return [sheets.read_csv(path)]
    return sheets.read_xls(path) if kind == "xls" else sheets.read_office(path)


def _document(path: Path, kind: str) -> list[Grid]:
    if kind == "docx":
        from smartcity_desktop.exchange.docx import read_docx

        return read_docx(path)
    if kind in {"ods", "odt"}:
        from smartcity_desktop.exchange import opendocument

        return opendocument.read(path)
    if kind in {"html", "mhtml"}:
        from smartcity_desktop.exchange import webpage

        return webpage.read_html(path)
    if kind == "doc":
        from smartcity_desktop.exchange.doc import read_doc

        return read_doc(path)
    if kind == "pdf":
        from smartcity_desktop.exchange.pdf import read_pdf

        return read_pdf(path)
    return _xml(path)


def _xml(path: Path) -> list[Grid]:
    """Return the tables of an office file in one piece of XML: of Excel, Word or LibreOffice."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD).lower()
        stream.seek(0)
        if b"opendocument" in head:
            from smartcity_desktop.exchange.opendocument import read_xml

            return read_xml(stream)
        if b"office:spreadsheet" in head:
            from smartcity_desktop.exchange.spreadsheet_xml import read_book

            return read_book(stream)
        from smartcity_desktop.exchange.docx import read_word_xml

        return read_word_xml(stream)
