"""Certificates on paper: landscape, the front for the wall, the materials with their hours on the back."""

from typing import Any, Final, TypeAlias

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.paper_certificate import Certificates, Holder
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame, Signer
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import Block
from smartcity_desktop.reporting.certificate_back import Back
from smartcity_desktop.reporting.fit import Room, fitted, write_lines
from smartcity_desktop.reporting.letter import Signing, coat_of_arms, heading_words, nip_words

Arms: TypeAlias = tuple[Any, int, int]
"""A picture as reportlab takes it, with its width and height in pixels."""
_DOTS: Final = "…" * 30
_EDGE: Final = 4 * mm
_LINE: Final = 3 * mm
_LOGO: Final = 20 * mm
_SHARE: Final = 0.84
_SIGN_ROOM: Final = 16 * mm
_PLACES: Final = 2
"""Signers on a certificate."""


def parts(job: PrintJob) -> list[page.Part]:
    """Return the certificates of a gathered job as one part of a file."""
    found = job.picture if isinstance(job.picture, Certificates) else Certificates()
    paper = page.Paper(title=job.name or "Sertifikat", label="", first=page.TENTS)
    return [page.Part(lambda: _pages(found, job.frame), paper, job.frame, "Sertifikat")]


def _pages(found: Certificates, frame: PrintFrame) -> list[Block]:
    sheet = style.tents(frame.paper)
    story: list[Block] = []
    back = Back(found, sheet)
    kept = coat_of_arms(frame.letterhead.logo)
    arms = (ImageReader(kept[0]), kept[1], kept[2]) if kept else None
    holders = found.holders or (Holder(NO_ROW, ""),)
    numbers = found.numbers or ("",)
    for holder, given in zip(holders, numbers, strict=True):
        if story:
            story.append(page.new_page())
        front = _Front(found, (holder, given), frame, arms)
        story.extend([front, page.new_page(), *back.blocks(holder, given)])
    return story


class _Front(Flowable):  # type: ignore[misc]  # reportlab is published without types
    """The front, as large as the page: every text as large as its place allows."""

    def __init__(
        self, found: Certificates, whose: tuple[Holder, str], frame: PrintFrame, arms: Arms | None
    ) -> None:
        super().__init__()
        sheet = style.tents(frame.paper)
        self._found, self._print, self._arms = found, frame, arms
        self._holder, self._given = whose
        self._width, self._height = sheet.body_width, sheet.body_height - 1

    def wrap(self, *_room: float) -> tuple[float, float]:
        """Return the size of the page between its margins."""
        return self._width, self._height

    def draw(self) -> None:
        """Draw frame, texts and the places to sign."""
        canvas = self.canv
        canvas.setStrokeColor(style.INK)
        for inset, thick in ((0.0, 1.6), (_LINE, 0.5)):
            canvas.setLineWidth(thick)
            canvas.rect(inset, inset, self._width - 2 * inset, self._height - 2 * inset)
        canvas.setFillColor(style.INK)
        self._texts(self._head(self._height - _LINE - _EDGE) - 2 * mm)
        self._signers(_LINE + _EDGE)

    def _write(self, text: str, top: float, room: Room, *, bold: bool = False) -> float:
        """Write a text in the middle below ``top`` and return where it ends."""
        item = fitted(text, style.BOLD if bold else style.REGULAR, room)
        write_lines(self.canv, item, ((self._width - room.width) / 2, room.width, top))
        return top - item.height

    def _head(self, top: float) -> float:
        kop = self._print.letterhead
        if self._arms is not None:
            picture, across, down = self._arms
            scale = _LOGO / max(across, down)
            wide, high = across * scale, down * scale
            x = (self._width - wide) / 2
            self.canv.drawImage(picture, x, top - high, wide, high, mask="auto")
            top -= high + 2 * mm
        width = self._width * _SHARE
        if kop.government:
            top = self._write(kop.government.upper(), top, Room(width, 7 * mm, 12), bold=True)
        if kop.agency:
            top = self._write(kop.agency.upper(), top, Room(width, 8 * mm, 14), bold=True)
        return top

    def _texts(self, top: float) -> None:
        holder, width = self._holder, self._width * _SHARE
        top = self._write("SERTIFIKAT", top, Room(width, 13 * mm, 30), bold=True)
        given = self._given if self._given != EMPTY else ""
        top = self._write(f"Nomor: {given or _DOTS}", top, Room(width, 6 * mm, 11)) - 3 * mm
        top = self._write("diberikan kepada", top, Room(width, 6 * mm, 11)) - 1 * mm
        top = self._write(holder.name or _DOTS, top, Room(width, 15 * mm, 26), bold=True) - 1 * mm
        if holder.nip.strip():
            top = self._write(f"NIP {nip_words(holder.nip)}", top, Room(width, 5.5 * mm, 11))
        if holder.agency or not holder.name:
            top = self._write(holder.agency or _DOTS, top, Room(width, 10 * mm, 12))
        top = self._write("sebagai", top - 1 * mm, Room(width, 6 * mm, 11))
        top = self._write(holder.role.upper(), top, Room(width, 8 * mm, 15), bold=True) - 1 * mm
        self._write(self._sentence(), top, Room(width, 17 * mm, 11.5))

    def _sentence(self) -> str:
        found = self._found
        event = " ".join(text for text in (found.title, found.stage) if text) or _DOTS
        host = f" yang diselenggarakan oleh {found.host}" if found.host else ""
        when = f" pada {found.days}" if found.days else f" pada {_DOTS}"
        where = f" di {found.place}" if found.place else ""
        hours = self._holder.hours or found.hours
        lessons = f", setara {number(hours)} jam pelajaran (JP)" if hours else ""
        return f"pada {event}{host}{when}{where}{lessons}."

    def _signers(self, foot: float) -> None:
        shown = list(self._found.signers[:_PLACES]) or [Signer()]
        width = self._width * 0.4
        year = self._found.year or self._print.printed_at.year
        lefts = [self._width * 0.06, self._width * 0.54] if len(shown) > 1 else [self._width * 0.54]
        for place, (signer, left) in enumerate(zip(shown, lefts, strict=True)):
            date_line = Signing(self._print.city, year).line(narrow=False)
            self._place(signer, (left, width, foot), date_line if place == len(shown) - 1 else "")

    def _place(self, signer: Signer, box: tuple[float, float, float], when: str) -> None:
        """Write one place to sign upwards from the foot, so that all names stand at one height."""
        left, width, foot = box
        office = " ".join(text for text in (signer.prefix.strip(), signer.position.strip()) if text)
        office = f"{office}," if office and not office.endswith(",") else office
        above = "\n".join(text for text in (when, heading_words(signer.heading), office) if text)
        nip = f"NIP {nip_words(signer.nip)}" if signer.nip.strip() else ""
        below = "\n".join(text for text in (signer.rank.strip(), nip) if text)
        y = foot + 10 * mm
        if below:
            item = fitted(below, style.REGULAR, Room(width, 10 * mm, 9.5))
            write_lines(self.canv, item, (left, width, y))
        name = fitted(signer.name or f"({'…' * 20})", style.BOLD, Room(width, 9 * mm, 11))
        write_lines(self.canv, name, (left, width, y + name.height))
        head = fitted(above, style.REGULAR, Room(width, 19 * mm, 10))
        top = y + 9 * mm + _SIGN_ROOM + 17 * mm
        write_lines(self.canv, head, (left, width, top))
