"""The papers of the evening on paper: minutes of a session, photo pages of a day."""

from collections.abc import Sequence, Sized
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_day import Minutes, PhotoDay
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import FollowUp, NoteLine, PrintFrame
from smartcity_desktop.domain.wording import EMPTY, long_date, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    framed,
    gap,
    head_cell,
    identity,
    line,
    paragraphs,
    section,
    table,
    together,
    widths,
)
from smartcity_desktop.reporting.ending import Body, End, closed
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures
from smartcity_desktop.reporting.photo import photo_pages

DOTS: Final = "…" * 24
_NAME: Final = 300
_BLANK_LINES: Final = 4
_WRITE: Final = 9 * mm
_HEAD: Final = 6.5 * mm


def parts(job: PrintJob) -> list[page.Part]:
    """Return the prints of a gathered job of this family."""
    if isinstance(job.picture, PhotoDay):
        return [photo_part(job.picture, job.frame)]
    return [minutes_part(job.picture if isinstance(job.picture, Minutes) else Minutes(), job.frame)]


# Minutes ---------------------------------------------------------------------------------------------------


def minutes_part(minutes: Minutes, frame: PrintFrame) -> page.Part:
    """Return the minutes of a session as a part of a file; what nobody wrote is room to write."""
    word = frame.words.minutes
    paper = page.Paper(
        title=capped(f"{word} - {minutes.title}", _NAME),
        label=f"{word} {frame.doc_number}".strip(),
        running=(capped(f"{word} · {minutes.title}", _NAME), minutes.stage),
    )
    return page.Part(lambda: _minutes(minutes, frame), paper, frame, capped(f"{word} {minutes.title}", _NAME))


def _minutes(minutes: Minutes, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    year = (minutes.day or frame.printed_at.date()).year

    def end() -> End:
        return [signatures(minutes.signers, Signing(frame.city, year), total)]

    return closed(lambda: _minutes_body(minutes, frame, total), end, style.upright(frame.paper))


def _minutes_body(minutes: Minutes, frame: PrintFrame, total: float) -> Body:
    """Return the minutes above their signatures, which never stand on a page of their own."""
    event = " ".join(text for text in (frame.workshop_title, minutes.stage) if text)
    above = [
        *letterhead(frame.letterhead, total),
        line(capped(frame.words.minutes, 200).upper(), style.TITLE),
        *paragraphs(capped(event, 600), style.SUBTITLE),
        gap(8),
        identity(_minutes_facts(minutes, frame), total),
        *_section("A", "Agenda", minutes.agenda, 2),
        *numbered(minutes.agenda or ((minutes.title,) if minutes.title else ()), total),
        *_section("B", "Pokok bahasan", minutes.notes),
        *lines_table(minutes.notes, total),
        *_section("C", "Keputusan", minutes.decisions),
        *lines_table(minutes.decisions, total),
        *_section("D", "Pertanyaan", minutes.questions, 2),
        *lines_table(minutes.questions, total, blank=2),
    ]
    heading = _section("E", "Tindak lanjut", minutes.follow_ups)
    return Body(above, heading, follow_up_table(minutes.follow_ups, total))


def _minutes_facts(minutes: Minutes, frame: PrintFrame) -> list[tuple[str, str]]:
    planned = f"rencana {minutes.planned}" if minutes.planned else ""
    actual = f"pelaksanaan {minutes.actual}" if minutes.actual else ""
    hours = ", ".join(text for text in (planned, actual) if text)
    return [
        ("Rapat", minutes.title or DOTS),
        ("Hari, tanggal", long_date(minutes.day) if minutes.day else DOTS),
        ("Waktu", f"{hours} {frame.zone}" if hours else DOTS),
        ("Tempat", minutes.place or DOTS),
        ("Pimpinan", minutes.leader or DOTS),
        *([("Narasumber", minutes.speaker)] if minutes.speaker else []),
        ("Peserta", minutes.present if minutes.title else DOTS),
    ]


def _section(letter: str, title: str, texts: Sized, blank: int = _BLANK_LINES) -> list[Block]:
    """Return a heading that stays with the empty rows below it where nobody wrote any."""
    head = f"{letter}. {title}"
    return section(head) if texts else section(head, room=_HEAD + (blank + 1) * _WRITE)


def numbered(texts: Sequence[str], total: float) -> list[Block]:
    """Return short texts as numbered lines; without any, lines to write on."""
    rows = [[number(place), text] for place, text in enumerate(texts, start=1)]
    columns = [Column("", 8, "right"), Column("", 160)]
    return [table(columns, rows, total, headed=False) if rows else room(columns, 2, total)]


def room(columns: Sequence[Column], rows: int, total: float) -> Block:
    """Return empty rows to write in by hand, as wide as the table that would stand here."""
    cells: list[list[list[Block]]] = [[[] for _ in columns] for _ in range(rows)]
    return together([framed(cells, widths(columns, total), head=0, heights=[_WRITE] * rows)])


def lines_table(notes: Sequence[NoteLine], total: float, *, blank: int = _BLANK_LINES) -> list[Block]:
    """Return notes with their time and whom they are about; without any, ``blank`` rows to write in."""
    columns = [Column("", 8, "right"), Column("", 130), Column("", 37)]
    rows = [
        [number(place), note.text, ", ".join(text for text in (note.at, capped(note.source, _NAME)) if text)]
        for place, note in enumerate(notes, start=1)
    ]
    return [table(columns, rows, total, headed=False) if rows else room(columns, blank, total)]


def follow_up_table(items: Sequence[FollowUp], total: float, *, blank: int = _BLANK_LINES) -> list[Block]:
    """Return what is to be done by whom until when; without anything, ``blank`` rows to write in."""
    columns = [Column("No", 8, "right"), Column("Apa", 82), Column("Siapa", 48), Column("Kapan", 34)]
    rows = [
        [number(place), item.what, capped(item.who) or EMPTY, long_date(item.due, weekday=False)]
        for place, item in enumerate(items, start=1)
    ]
    if rows:
        return [table(columns, rows, total)]
    empty: list[list[list[Block]]] = [
        [head_cell(item) for item in columns],
        *([[] for _ in columns],) * blank,
    ]
    head = [_HEAD, *[_WRITE] * blank]
    return [together([framed(empty, widths(columns, total), heights=head)])]


# Photos ----------------------------------------------------------------------------------------------------


def photo_part(picture: PhotoDay, frame: PrintFrame) -> page.Part:
    """Return the photos of a day, six a page, or one page that says there are none yet."""
    paper = page.Paper(
        title="Dokumentasi kegiatan",
        label="Dokumentasi kegiatan",
        running=(capped(frame.workshop_title, _NAME), picture.stage),
    )
    return page.Part(lambda: _photo_blocks(picture, frame), paper, frame, "Dokumentasi kegiatan")


def _photo_blocks(picture: PhotoDay, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    event = " ".join(text for text in (frame.workshop_title, picture.stage) if text)
    where = ", ".join(text for text in (long_date(picture.day) if picture.day else "", picture.place) if text)
    head = [
        line("DOKUMENTASI KEGIATAN", style.TITLE),
        *paragraphs(capped(event, 600), style.SUBTITLE),
        *paragraphs(capped(where, 600), style.SMALL_CENTER_SOFT),
        gap(8),
    ]
    if not picture.photos:
        return [*head, line("Belum ada foto pada hari ini.")]
    return photo_pages(picture.photos, sheet, head)
