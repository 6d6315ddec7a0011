"""Opening a PDF: what keeps it shut, and how many pages it may have."""

from pathlib import Path
from typing import Final

import pypdfium2
from pypdfium2 import raw

from smartcity_desktop.errors import UserFault

MAX_PAGES: Final = 2000


def opened(path: Path) -> pypdfium2.PdfDocument:
    """Return an open document, also one that only its owner may change. Call it in a child process only.

    Raises UserFault: "read-password", "read-too-big" for more than ``MAX_PAGES`` pages, "read-damaged".
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        code = "read-password" if error.err_code == raw.FPDF_ERR_PASSWORD else "read-damaged"
        raise UserFault(code, name=path.name) from None
    if len(document) > MAX_PAGES:
        document.close()
        raise UserFault("read-too-big", name=path.name)
    return document
