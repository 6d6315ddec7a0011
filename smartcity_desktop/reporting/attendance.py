"""The recap of attendance: who was there of each agency, unsur and role, who sent whom, who was missing."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.attendance import Tally, percent
from smartcity_desktop.domain.paper_attendance import AttendanceRecap, DayTally
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, clock_time, long_date, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    framed,
    gap,
    identity,
    line,
    paragraphs,
    section,
    table,
)
from smartcity_desktop.reporting.ending import Body, End, closed
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures

_ROOM: Final = 40 * mm
_FIGURES: Final = (
    Column("Terdaftar", 19, "right"),
    Column("Hadir sendiri", 19, "right"),
    Column("Diwakili", 19, "right"),
    Column("Jumlah hadir", 19, "right"),
    Column("Belum hadir", 19, "right"),
    Column("%", 17, "right"),
)


def parts(job: PrintJob) -> list[page.Part]:
    """Return the recap of a gathered job."""
    picture = job.picture if isinstance(job.picture, AttendanceRecap) else AttendanceRecap()
    return [recap_part(picture, job.frame)]


def attendance_recap(picture: AttendanceRecap, frame: PrintFrame) -> bytes:
    """Return the recap, portrait."""
    return page.press([recap_part(picture, frame)])


def recap_part(picture: AttendanceRecap, frame: PrintFrame) -> page.Part:
    """Return the recap as a part of a file."""
    paper = page.Paper(
        title=capped(f"{picture.word} {picture.title}".strip(), 300),
        label=f"{picture.word} {frame.doc_number}".strip(),
        running=(capped(f"{picture.word} · {picture.title}", 300), frame.stage_name),
    )
    return page.Part(lambda: _blocks(picture, frame), paper, frame, capped(picture.word, 300))


def _blocks(picture: AttendanceRecap, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    if not picture.signers:
        body = _body(picture, frame, sheet.body_width)
        return [*body.blocks, *body.heading, *body.last]

    def end() -> End:
        year = (picture.day or frame.printed_at.date()).year
        return [[gap(6 * mm), *signatures(picture.signers, Signing(frame.city, year), sheet.body_width)]]

    return closed(partial(_body, picture, frame, sheet.body_width), end, sheet)


def _body(picture: AttendanceRecap, frame: PrintFrame, total: float) -> Body:
    """Return everything above the signatures, which the last rows of the last table go along with."""
    whole, opd = picture.recap.whole, frame.words.opd
    top = [
        *letterhead(frame.letterhead, total),
        *_head(picture, frame, total),
        *_warning(picture.recap.warning, total),
    ]
    known = (
        _days(picture.days, total),
        _tallies("Menurut unsur", "Unsur", _known(picture.recap.by_element), whole, total),
        _tallies(f"Menurut {opd}", opd, picture.recap.by_opd, whole, total),
        _tallies("Menurut peran", "Peran", picture.recap.by_body, whole, total),
        _deputies(picture, total),
        _missing(picture, total),
        _guests(picture, total),
    )
    *before, last = [[top[-1]], *(item for item in known if item)]
    return Body([*top[:-1], *(block for item in before for block in item)], last[:-1], last[-1:])


def _head(picture: AttendanceRecap, frame: PrintFrame, total: float) -> list[Block]:
    event = " ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    facts = [
        ("Acara", capped(picture.title, 500)),
        ("Hari, tanggal", long_date(picture.day)),
        ("Tempat", capped(picture.place, 500)),
        ("Hadir", _present(picture)),
    ]
    state = f"Keadaan pukul {clock_time(frame.printed_at)} {frame.zone}"
    today = picture.day == frame.printed_at.date()
    return [
        line(capped(picture.word, 200).upper(), style.TITLE),
        *paragraphs(capped(event, 600), style.SUBTITLE),
        *([line(state, style.SMALL_CENTER_SOFT)] if today else []),
        gap(8),
        identity(facts, total),
    ]


def _present(picture: AttendanceRecap) -> str:
    whole = picture.recap.whole
    if not whole.expected:
        return "belum ada peserta"
    words = f"{number(whole.there)} dari {number(whole.expected)} peserta ({percent(whole.share)})"
    words += f", {number(whole.sent)} di antaranya diwakili" if whole.sent else ""
    added = picture.recap.added
    return f"{words}; termasuk {number(added)} peserta tambahan" if added else words


def _warning(words: str, total: float) -> list[Block]:
    if not words:
        return []
    return [gap(6), framed([[paragraphs(words, style.BODY, lead="Perhatian:")]], [total], head=0)]


def _days(days: Sequence[DayTally], total: float) -> list[Block]:
    if len(days) <= 1:
        return []
    rows = [[_day_words(item), *_figures(item.tally)] for item in days]
    return [*section("Menurut hari"), table((Column("Hari", 62), *_FIGURES), rows, total)]


def _day_words(item: DayTally) -> str:
    which = f"Hari ke-{item.number}" if item.number else ""
    return ", ".join(text for text in (which, long_date(item.day)) if text)


def _known(tallies: Sequence[Tally]) -> Sequence[Tally]:
    """Return the five unsur always, so that an empty one is seen."""
    return tallies if any(item.expected for item in tallies) else ()


def _tallies(title: str, head: str, tallies: Sequence[Tally], whole: Tally, total: float) -> list[Block]:
    if not tallies:
        return []
    rows = [[capped(item.name, 300), *_figures(item)] for item in tallies]
    columns = (Column(head, 62), *_FIGURES)
    return [*section(title, room=_ROOM), table(columns, rows, total, sums=["Jumlah", *_figures(whole)])]


def _figures(item: Tally) -> list[str]:
    if not item.expected:
        return [EMPTY] * len(_FIGURES)
    counts = (item.expected, item.came, item.sent, item.there, item.missing)
    return [*(number(count) for count in counts), percent(item.share)]


def _deputies(picture: AttendanceRecap, total: float) -> list[Block]:
    if not picture.deputies:
        return []
    columns = (
        Column("No", 9, "right"),
        Column("Yang hadir", 58),
        Column("Mewakili", 70),
        Column("Instansi", 38),
    )
    rows = [
        [number(place), capped(item.deputy, 300), capped(item.participant, 300), capped(item.agency, 300)]
        for place, item in enumerate(picture.deputies, start=1)
    ]
    return [*section("Diwakili"), table(columns, rows, total)]


def _missing(picture: AttendanceRecap, total: float) -> list[Block]:
    if not picture.missing:
        return []
    columns = (Column("Instansi", 50), Column("Jumlah", 16, "right"), Column("Nama", 109))
    rows = [
        [capped(item.agency, 300), number(len(item.names)), "; ".join(item.names)] for item in picture.missing
    ]
    return [*section("Belum hadir"), table(columns, rows, total)]


def _guests(picture: AttendanceRecap, total: float) -> list[Block]:
    if not picture.guests:
        return []
    columns = (Column("No", 9, "right"), Column("Nama dan instansi", 166))
    rows = [[number(place), capped(name, 400)] for place, name in enumerate(picture.guests, start=1)]
    return [*section("Peserta tambahan"), table(columns, rows, total)]
