"""What makes a sheet of paper official: kop and signature block by tata naskah dinas.

Number, stamp and signature are left blank for the hands that they belong to.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from PIL import Image
from reportlab.lib.units import mm
from reportlab.platypus import HRFlowable
from reportlab.platypus import Image as Picture

from smartcity_desktop.domain.report import Letterhead, Signer
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.blocks import (
    Block,
    capped,
    gap,
    height_of,
    line,
    paragraphs,
    plain,
    text_line_width,
    underlined,
)

MOST_SIGNERS: Final = 3
_LOGO_HEIGHT: Final = 21 * mm
_LOGO_WIDTH: Final = 20 * mm
_LOGO_PIXELS: Final = 600
_LOGO_MAX_PIXELS: Final = 25_000_000
_SIDE: Final = 24 * mm
_SIGN_ROOM: Final = 19 * mm
_SPACE: Final = 6 * mm
_LETTER_SHARE: Final = 0.5
_NAME_CAP: Final = 600
_DOTS: Final = "…" * 11
_NIP_PARTS: Final = (8, 14, 15)
_NIP_LENGTH: Final = 18
_ELECTED: Final = re.compile(r"(?:wakil )?(?:bupati|wali ?kota|gubernur)\b", re.IGNORECASE)
"""Heads of region are no civil servants and have no NIP; an acting one who has prints the one given."""


def letterhead(kop: Letterhead, total: float) -> list[Block]:
    """Return the kop: coat of arms left, texts centred, a double rule; nothing where nothing is set."""
    government = capped(kop.government, _NAME_CAP).upper()
    agency = capped(kop.agency, _NAME_CAP).upper()
    small = text_line_width(agency, style.KOP_AGENCY) > total - _SIDE
    texts = [
        *paragraphs(government, style.KOP_GOVERNMENT_SMALL if small else style.KOP_GOVERNMENT),
        *paragraphs(agency, style.KOP_AGENCY_SMALL if small else style.KOP_AGENCY),
        *paragraphs(capped(kop.address, _NAME_CAP), style.KOP_ADDRESS),
    ]
    logo = _logo(kop.logo)
    if not texts and logo is None:
        return []
    if logo is None:
        body = plain([[texts]], [total])
    else:
        body = plain([[logo, texts]], (_SIDE, total - _SIDE), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"))
    return [body, gap(5), _rule(1.8), _rule(0.6), gap(8)]


def _rule(thickness: float) -> Block:
    return HRFlowable("100%", thickness, color=style.INK, spaceBefore=0, spaceAfter=1.2, lineCap="butt")


def coat_of_arms(data: bytes | None) -> tuple[io.BytesIO, int, int] | None:
    """Return the coat of arms as PNG with its width and height in pixels.

    None comes back where the bytes are no picture of a sane size.
    """
    small = _small(data) if data else None
    return (io.BytesIO(small[0]), *small[1:]) if small else None


def _logo(data: bytes | None) -> Block | None:
    """Return the coat of arms at its height; None where the bytes are no picture of a sane size."""
    coat = coat_of_arms(data)
    if coat is None:
        return None
    png, width, height = coat
    scale = min(_LOGO_HEIGHT / height, _LOGO_WIDTH / width)
    return Picture(png, width * scale, height * scale, mask="auto", hAlign="LEFT")


@lru_cache(maxsize=4)
def _small(data: bytes) -> tuple[bytes, int, int] | None:
    """Return the picture as PNG with its width and height, small enough for paper; each is made once.

    Many letters bear the same coat of arms.
    """
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > _LOGO_MAX_PIXELS:
                return None
            small = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    small.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
    kept = io.BytesIO()
    small.save(kept, "PNG")
    return kept.getvalue(), small.width, small.height


def nip_words(nip: str) -> str:
    """Return 18 digits grouped as they are written by hand: ``19780512 200212 2 004``; others as they are."""
    digits = re.sub(r"[\s.]", "", nip)
    if len(digits) != _NIP_LENGTH or not digits.isdigit():
        return " ".join(nip.split())
    first, second, third = _NIP_PARTS
    return f"{digits[:first]} {digits[first:second]} {digits[second:third]} {digits[third:]}"


@dataclass(frozen=True, slots=True)
class Signing:
    """Where and in which year is signed; day and month are left to be written."""

    city: str
    year: int

    def line(self, *, narrow: bool) -> str:
        """Return the line over the last signer; ``narrow`` where three stand beside each other."""
        return f"{capped(self.city.strip(), 200) or '…' * 6}, {'…' * (6 if narrow else 9)} {self.year}"


def signatures(signers: Sequence[Signer], signing: Signing, total: float) -> list[Block]:
    """Return up to three signers beside each other, place and date over the last.

    Without any signer there is one blank place. Signer, stamp and signature have free room between the office
    above and the name below.
    """
    shown: list[Signer | None] = list(signers[:MOST_SIGNERS]) or [Signer()]
    if len(shown) == 1:
        shown.insert(0, None)
    last = len(shown) - 1
    place = signing.line(narrow=len(shown) == MOST_SIGNERS)
    final = shown[last]
    upper: list[Any] = []
    lower: list[Any] = []
    sizes: list[float] = []
    width = (total - _SPACE * last) / len(shown)
    # Headings stand on one line: the last has its own below place and date, so the others begin lower.
    dated = height_of(paragraphs(place, style.BODY_CENTER), width)
    level = dated if final and final.heading.strip() else 0.0
    for number, signer in enumerate(shown):
        if number:
            upper.append("")
            lower.append("")
            sizes.append(_SPACE)
        begin = paragraphs(place, style.BODY_CENTER) if number == last else [gap(level)]
        upper.append([*begin, *above(signer)] if signer else "")
        lower.append(below(signer) if signer else "")
        sizes.append(width)
    blank = [gap(_SIGN_ROOM), *[""] * (len(sizes) - 1)]
    return [gap(14), plain([upper, blank, lower], sizes)]


def dateline(city: str, year: int, total: float) -> Block:
    """Return the place and the date of a letter, at the right; day and month are left to be written."""
    width = total * _LETTER_SHARE
    words = line(Signing(city, year).line(narrow=False), style.BODY_CENTER)
    return plain([["", words]], [total - width, width])


def signed(signer: Signer | None, total: float) -> list[Block]:
    """Return the one who signs a letter, at the right; its place and date stand at the head."""
    shown = signer or Signer()
    width = total * _LETTER_SHARE
    cells = [["", above(shown)], ["", gap(_SIGN_ROOM)], ["", below(shown)]]
    return [gap(12), plain(cells, [total - width, width])]


def _office(signer: Signer) -> str:
    """Return the office of one who signs with its prefix, a comma behind it: ``Plt. Kepala Dinas,``."""
    words = (capped(signer.prefix.strip(), 40), capped(signer.position.strip(), _NAME_CAP))
    position = " ".join(word for word in words if word)
    return f"{position}," if position and not position.endswith(",") else position


def heading_words(heading: str) -> str:
    """Return what stands over an office with the comma that belongs behind it: ``Mengetahui,``."""
    words = capped(heading.strip(), _NAME_CAP)
    return f"{words}," if words and words[-1].isalnum() else words


def _nip_line(signer: Signer) -> str:
    """Return the line of the NIP: given in full, dots where an official has none here, empty for others."""
    if signer.nip.strip():
        return f"NIP {nip_words(capped(signer.nip, 60))}"
    official = signer.rank.strip() or signer.position.strip()
    return f"NIP {_DOTS}" if official and not _ELECTED.match(signer.position.strip()) else ""


def above(signer: Signer) -> list[Block]:
    """Return what stands over the room to sign: heading and office."""
    return [
        *paragraphs(heading_words(signer.heading), style.BODY_CENTER),
        *paragraphs(_office(signer), style.BODY_CENTER),
    ]


def below(signer: Signer) -> list[Block]:
    """Return what stands under the room to sign: name, rank, NIP."""
    name = capped(signer.name.strip(), _NAME_CAP)
    found = [underlined(name, style.BODY_CENTER_BOLD) if name else line(f"({_DOTS})", style.BODY_CENTER)]
    found.extend(paragraphs(capped(signer.rank, _NAME_CAP), style.BODY_CENTER))
    number = _nip_line(signer)
    return [*found, line(number, style.BODY_CENTER)] if number else found
