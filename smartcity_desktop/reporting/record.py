"""Berita acara on paper: the result of one group, and of the plenary with its many signers."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from smartcity_desktop.domain.in_words import date_in_words
from smartcity_desktop.domain.paper_day import NOT_COUNTED, GroupRecord, GroupWork, Member, Plenary
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    line,
    paragraphs,
    section,
    table,
)
from smartcity_desktop.reporting.day import follow_up_table, lines_table, numbered, room
from smartcity_desktop.reporting.ending import CLOSING, Body, closed
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures
from smartcity_desktop.reporting.signers import signature_rows

_DOTS: Final = "…" * 20
_NAME: Final = 300
_WORD: Final = "Berita Acara"
_MEMBERS: Final = 8
"""Empty lines for the members of a group that nobody wrote down."""
_MEMBER_LOOKS: Final = ((9.0, False), (8.5, False), (8.0, False), (9.0, True), (8.5, True), (8.0, True))
"""Type size in points of the members, and whether their agencies are called by their short names."""
_ONE_SHEET: Final = 2
"""Pages of one sheet of paper."""


def parts(job: PrintJob) -> list[page.Part]:
    """Return the prints of a gathered job of this family: one part for each group."""
    if isinstance(job.picture, Plenary):
        return [plenary_part(job.picture, job.frame)]
    records = job.picture if isinstance(job.picture, tuple) else ()
    known = [item for item in records if isinstance(item, GroupRecord)] or [GroupRecord()]
    return [record_part(item, job.frame) for item in known]


# One group -------------------------------------------------------------------------------------------------


def record_part(record: GroupRecord, frame: PrintFrame) -> page.Part:
    """Return the berita acara of one group as a part of a file."""
    called = f"{_WORD} {record.called}".strip()
    paper = page.Paper(
        title=capped(called, _NAME),
        label=capped(called, _NAME),
        running=(capped(f"{_WORD} · {record.called}", _NAME), record.stage),
    )
    return page.Part(lambda: _record(record, frame), paper, frame, capped(called, _NAME))


def _record(record: GroupRecord, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    year = (record.day or frame.printed_at.date()).year

    def end() -> list[list[Block]]:
        signed = signatures(record.signers, Signing(frame.city, year), sheet.body_width)
        return [[gap(6), line(CLOSING), *signed]]

    def whole(look: tuple[float, bool]) -> list[Block]:
        return closed(partial(_body, record, frame, look), end, sheet)

    # Smaller only where it saves a page: two sides of one sheet are what an office files.
    counts: dict[tuple[float, bool], int] = {}
    for look in _MEMBER_LOOKS:
        counts[look] = page.pages_of(whole(look), sheet)
        if counts[look] <= _ONE_SHEET:
            break
    return whole(min(counts, key=lambda look: counts[look]))


def _body(record: GroupRecord, frame: PrintFrame, look: tuple[float, bool]) -> Body:
    """Return everything of a berita acara above its end; the members stand in one of ``_MEMBER_LOOKS``."""
    total = style.upright(frame.paper).body_width
    event = " ".join(text for text in (frame.workshop_title, record.stage) if text) or _DOTS
    table_words = f" (meja {record.table})" if record.table else ""
    whose = f"Kelompok {record.called or _DOTS}{table_words}"
    opening = (
        f"Pada {date_in_words(record.day)}, bertempat di {record.place or _DOTS}, kami yang bertanda tangan "
        f"di bawah ini, {whose} pada {event}, telah melaksanakan "
        f"{record.session or 'kerja kelompok'} dengan hasil sebagai berikut."
    )
    above = [
        *_title(f"HASIL KERJA KELOMPOK {record.called}".strip(), frame, total),
        *paragraphs(capped(opening, 3000)),
        *_agencies(record, frame),
        *section("1. Hasil"),
        *_work(record.work, total),
        *(_delivered(record.delivered) if record.delivered.strip() else []),
        *section("2. Keputusan"),
        *(numbered(record.decisions, total)),
        *section("3. Rencana tindak lanjut"),
        *follow_up_table(record.follow_ups, total, blank=2),
    ]
    return Body(above, section("4. Anggota kelompok"), _members(record.members, frame, total, look))


def _title(about: str, frame: PrintFrame, total: float) -> list[Block]:
    return [
        *letterhead(frame.letterhead, total),
        line("BERITA ACARA", style.TITLE),
        *paragraphs(capped(about, 400).upper(), style.TITLE),
        line(f"NOMOR {_DOTS}", style.SUBTITLE),
        gap(10),
    ]


def _agencies(record: GroupRecord, frame: PrintFrame) -> list[Block]:
    if not record.agencies:
        return []
    named = ", ".join(capped(name, _NAME) for name in record.agencies)
    return paragraphs(f"{named}.", lead=f"{frame.words.opd} pada kelompok ini:")


def _delivered(text: str) -> list[Block]:
    return [gap(4), *paragraphs(text, lead="Yang diserahkan:")]


def _work(work: Sequence[GroupWork], total: float) -> list[Block]:
    columns = [
        Column("No", 8, "right"),
        Column("Kertas kerja", 46),
        Column("Baris", 14, "right"),
        Column("Lengkap", 17, "right"),
        Column("Pokok hasil", 88),
    ]
    if not work:
        return [table(columns, [], total), room(columns, 3, total)]
    rows = [
        [
            number(place),
            capped(" ".join(text for text in (item.code, item.title) if text), _NAME)
            + (f"\n({capped(item.whose, _NAME)})" if item.whose else ""),
            number(item.rows),
            number(item.complete),
            _listed(item.points),
        ]
        for place, item in enumerate(work, start=1)
    ]
    return [table(columns, rows, total)]


def _listed(texts: Sequence[str]) -> str:
    marked = [f"{place}. {capped(text)}" for place, text in enumerate(texts, start=1)]
    return "\n".join(marked if len(texts) > 1 else [capped(text) for text in texts]) or EMPTY


def _members(
    members: Sequence[Member], frame: PrintFrame, total: float, look: tuple[float, bool]
) -> list[Block]:
    marked = any(item.came for item in members)
    size, is_short = look
    columns = [
        Column("No", 8, "right"),
        Column("Nama", 52 if is_short else 50),
        Column("Jabatan", 58 if is_short else 42),
        Column(frame.words.opd, 26 if is_short else 46),
        Column("Kehadiran" if marked or not members else "Paraf", 30),
    ]
    if not members:
        return [table(columns, [], total), room(columns, _MEMBERS, total)]
    rows = [
        [
            number(place),
            capped(item.name, 500),
            capped(item.position, 500) or EMPTY,
            capped((is_short and item.called) or item.agency, 500) or EMPTY,
            capped(item.came, _NAME),
        ]
        for place, item in enumerate(members, start=1)
    ]
    return [table(columns, rows, total, size=size)]


# The plenary -----------------------------------------------------------------------------------------------


def plenary_part(plenary: Plenary, frame: PrintFrame) -> page.Part:
    """Return the berita acara of the plenary as a part of a file."""
    called = f"{_WORD} Pleno {plenary.stage}".strip()
    paper = page.Paper(
        title=called, label=called, running=(capped(frame.workshop_title, _NAME), f"{_WORD} Pleno")
    )
    return page.Part(lambda: _plenary(plenary, frame), paper, frame, called)


def _plenary(plenary: Plenary, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    year = (plenary.day or frame.printed_at.date()).year
    event = " ".join(text for text in (frame.workshop_title, plenary.stage) if text) or _DOTS
    there = f"{_DOTS} orang" if plenary.present == NOT_COUNTED else plenary.present
    opening = (
        f"Pada {date_in_words(plenary.day)}, bertempat di {plenary.place or _DOTS}, telah dilaksanakan pleno "
        f"{event}, dihadiri oleh {there}, dengan hasil sebagai berikut."
    )

    def body() -> Body:
        above = [
            *_title(f"PLENO {plenary.title or plenary.stage}".strip(), frame, total),
            *paragraphs(capped(opening, 3000)),
            *section("1. Hasil setiap kelompok"),
            *_groups(plenary.groups, total),
            *section("2. Keputusan"),
            *lines_table(plenary.decisions, total),
        ]
        return Body(above, section("3. Rencana tindak lanjut"), follow_up_table(plenary.follow_ups, total))

    def end() -> list[list[Block]]:
        signing = Signing(frame.city, year)
        return signature_rows(plenary.signers, signing, total, [gap(6), line(CLOSING)])

    return closed(body, end, style.upright(frame.paper))


def _groups(groups: Sequence[GroupRecord], total: float) -> list[Block]:
    columns = [
        Column("No", 8, "right"),
        Column("Kelompok", 46),
        Column("Baris", 14, "right"),
        Column("Lengkap", 17, "right"),
        Column("Pokok hasil", 88),
    ]
    if not groups:
        return [table(columns, [], total), room(columns, 6, total)]
    rows = [
        [
            number(place),
            capped(item.called, _NAME),
            number(sum(one.rows for one in item.work)),
            number(sum(one.complete for one in item.work)),
            _group_points(item),
        ]
        for place, item in enumerate(groups, start=1)
    ]
    return [table(columns, rows, total)]


def _group_points(record: GroupRecord) -> str:
    """Return what a group handed in, in its words; without any, the first points of its sheets."""
    if record.delivered.strip():
        return capped(record.delivered)
    many = len(record.work) > 1
    points = [
        f"{one.whose or one.code}: {point}" if many else point
        for one in record.work
        for point in one.points[:3]
    ]
    return _listed(points[:6])
