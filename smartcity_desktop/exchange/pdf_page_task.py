"""What the child process does with a page to look at: paint it as a picture of a bounded size."""

import base64
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, JpegImagePlugin, PngImagePlugin

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.pdf_open import opened

MOST_PIXELS: Final = 2500
"""Width and height at most."""
MOST_PNG: Final = 4 * 1024 * 1024
_PACKING: Final = 3
"""Of nine: more takes longer than it saves between two processes."""
_QUALITY: Final = 80
_WRITERS: Final = (JpegImagePlugin, PngImagePlugin)
"""Pillow finds its writers by their names; named here, the built program carries them."""


def run(request: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield the picture of a page of the request (``path``, ``page`` from 1, ``width`` in pixels).

    A page number outside the document means the nearest page there is.
    """
    path = Path(str(request["path"]))
    document = opened(path)
    pages = len(document)
    if not pages:
        raise UserFault("read-empty", name=path.name)
    page = document[min(max(int(str(request["page"])), 1), pages) - 1]
    wide, high = page.get_size()
    width = min(max(int(str(request["width"])), 1), MOST_PIXELS)
    scale = min(width / max(wide, 1.0), MOST_PIXELS / max(high, 1.0))
    picture = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    yield {
        "content": base64.b64encode(_packed(picture)).decode("ascii"),
        "width": picture.width,
        "height": picture.height,
        "pages": pages,
    }


def _packed(picture: Image.Image) -> bytes:
    """Return the picture as PNG; a scan, which would be large as such, as JPEG."""
    kept = BytesIO()
    picture.save(kept, "PNG", compress_level=_PACKING)
    if kept.tell() > MOST_PNG:
        kept = BytesIO()
        picture.save(kept, "JPEG", quality=_QUALITY)
    return kept.getvalue()
