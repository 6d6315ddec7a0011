"""The draft of a press release on paper, marked as a draft so that nobody takes it for the release."""

from typing import Final

from smartcity_desktop.domain.paper_press import BODY, CHAT, HEADLINE, PressPaper
from smartcity_desktop.domain.paper_text import said
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import Block, capped, framed, gap, line, paragraphs, section
from smartcity_desktop.reporting.letter import letterhead

_WORD: Final = "Siaran pers (draf)"
_MARK: Final = "DRAF – belum disetujui, jangan disebarkan sebelum diperiksa"
_CONTACT: Final = "Narahubung: ……………………………… Telepon: ………………………………"


def parts(job: PrintJob) -> list[page.Part]:
    """Return the draft of a gathered job."""
    return [press_part(job.picture if isinstance(job.picture, PressPaper) else PressPaper(), job.frame)]


def press_part(paper: PressPaper, frame: PrintFrame) -> page.Part:
    """Return the draft as a part of a file: the release, then the text for the group on the same paper."""
    around = page.Paper(title=_WORD, label=_WORD, running=(capped(frame.workshop_title, 300), _WORD))
    return page.Part(lambda: _blocks(paper, frame), around, frame, _WORD)


def _blocks(paper: PressPaper, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    mark = framed([[[line(_MARK, style.CELL_BOLD_CENTER)]]], [total], head=1)
    chat = said(paper.passages, CHAT)
    end = [*section("Teks untuk grup WhatsApp"), framed([[paragraphs(chat, style.SMALL)]], [total], head=0)]
    return [
        *letterhead(frame.letterhead, total),
        mark,
        gap(10),
        line("SIARAN PERS", style.SUBTITLE),
        *paragraphs(capped(said(paper.passages, HEADLINE), 600), style.TITLE),
        gap(8),
        *[block for text in paragraphs(said(paper.passages, BODY)) for block in (text, gap(5))],
        gap(6),
        line(_CONTACT),
        *(end if chat.strip() else []),
    ]
