"""A page of a PDF, or a picture of one, to look at beside what was read of it or is typed over from it."""

import base64
import binascii
from collections.abc import Callable
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.page_picture import PagePicture
from smartcity_desktop.domain.photo import jpeg_size
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child, gate, photo

WIDTH: Final = 1400
"""Pixels across that are enough to read a page beside a table."""
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_HEAD: Final = 8


def page_picture(
    path: Path, page: int = 1, width: int = WIDTH, *, cancelled: Callable[[], bool] = child.never
) -> PagePicture:
    """Return a page (from 1) of a PDF at most ``width`` pixels wide; of a photo or scan the picture itself.

    Painted by a child process: call it outside the window's thread. Raises UserFault as reading a file does.
    """
    if _is_picture(path):
        found = photo.read_file(path, cancelled=cancelled)
        return PagePicture(found.content, *(jpeg_size(found.content) or (0, 0)))
    gate.check(path, frozenset({"pdf"}))
    name = gate.shown(path)
    request = {"path": str(path.resolve()), "page": page, "width": width}
    try:
        for answer in child.run("page", request, name=name, cancelled=cancelled):
            content = base64.b64decode(str(answer["content"]), validate=True)
            sizes = (int(str(answer[key])) for key in ("width", "height", "pages"))
            return PagePicture(content, *sizes)
    except (LookupError, ValueError, binascii.Error):
        raise UserFault("read-damaged", name=name) from None
    raise UserFault("read-damaged", name=name)


def _is_picture(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD).startswith(_PICTURES)
    except OSError:
        return False
