"""The daftar hadir: names, and room to sign in two columns, odd numbers left and even numbers right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import AttendanceForm, AttendanceRow, PrintFrame
from smartcity_desktop.domain.wording import long_date, number
from smartcity_desktop.reporting import forms, page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    figure_need,
    gap,
    head_cell,
    identity,
    line,
    paragraphs,
    text_line_width,
    widths,
)
from smartcity_desktop.reporting.letter import Signing, letterhead, nip_words, signatures

_MOST: Final = 25
_LEAST, _TALLEST = 9.2 * mm, 12 * mm
_CELL_CAP: Final = 500
_PADDING: Final = (1.4, 2.0)
_NOBODY: Final = AttendanceRow("")
_SIGN: Final = 21
_SIGNS: Final = 2
_LONGEST_NIP: Final = "8" * 18
_WHOLE: Final = Column("", _SIGN, "right")
"""What stands in it is never broken over two lines."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Which columns a list has besides number, name, position and the two to sign in."""

    agency: bool
    nip: bool
    group: bool
    gender: bool


def parts(job: PrintJob) -> list[page.Part]:
    """Return the prints of a gathered job of this family."""
    return [attendance_part(job.attendance or AttendanceForm(), job.frame)]


def attendance(form: AttendanceForm, frame: PrintFrame) -> bytes:
    """Return the list to be signed, portrait: up to 25 rows a page, head and identity on every page."""
    return page.press([attendance_part(form, frame)])


def attendance_part(form: AttendanceForm, frame: PrintFrame) -> page.Part:
    """Return the list to be signed as a part of a file."""
    paper = page.Paper(
        title=capped(f"{form.word} {form.title}".strip(), 300),
        label=f"{form.word} {frame.doc_number}".strip(),
        running=(capped(frame.workshop_title, 300), frame.stage_name),
    )
    return page.Part(lambda: _pages(form, frame), paper, frame, capped(form.word, 300))


def rows_by_page(job: PrintJob) -> tuple[tuple[int, ...], ...]:
    """Return which rows of a list (from 0) stand on which page of its print; empty pages are left out."""
    form = job.attendance or AttendanceForm()
    laid = page.measured(lambda: forms.rows_by_page(_layout(form, job.frame)))
    known = (tuple(number - 1 for number in numbers if number <= len(form.rows)) for numbers in laid)
    return tuple(page_rows for page_rows in known if page_rows)


def _pages(form: AttendanceForm, frame: PrintFrame) -> list[Block]:
    return forms.pages(_layout(form, frame))


def _layout(form: AttendanceForm, frame: PrintFrame) -> forms.Form:
    sheet = style.upright(frame.paper)
    total = sheet.body_width
    look = _Look(
        agency=not form.agency or form.mixed,
        nip=any(row.nip for row in form.rows),
        group=any(row.group for row in form.rows),
        gender=any(row.gender for row in form.rows),
    )
    columns = _columns(look, frame)
    blank = 0 if form.filled else max(form.blank_rows, 0)
    rows = [*form.rows, *[_NOBODY] * blank]
    spots = len(columns)

    def heads() -> list[Block]:
        named = [head_cell(column) for column in columns[:-2]]
        return [*named, [line("Kehadiran" if form.filled else "Tanda tangan", style.CELL_BOLD_CENTER)], []]

    return forms.Form(
        sheet=sheet,
        sizes=widths(columns, total, _needs(form, look, columns)),
        rows=forms.Rows(_LEAST, _TALLEST, _MOST, filled_up=not form.filled),
        known=len(rows),
        heads=heads,
        row=lambda place: _cells(form, look, place, rows[place - 1] if place <= len(rows) else _NOBODY),
        first=lambda: [*letterhead(frame.letterhead, total), *_head(form, frame, total)],
        later=lambda: _head(form, frame, total),
        foot=lambda: _foot(form, range(1, 2), total),
        foot_of=lambda numbers: _foot(form, numbers, total),
        commands=(
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), _PADDING[0]),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _PADDING[1]),
        ),
        head_commands=(("SPAN", (spots - 2, 0), (spots - 1, 0)),),
        end=lambda: _end(form, frame, total),
        padding=_PADDING,
    )


def _columns(look: _Look, frame: PrintFrame) -> list[Column]:
    """Return the columns; what is not shown leaves its room to the texts."""
    found = [Column("No", 8.5, "right"), Column("Nama / NIP" if look.nip else "Nama", 46)]
    found += [Column("L/P", 9, "center")] if look.gender else []
    found += [Column("Jabatan", 38)]
    found += [Column(frame.words.opd, 46)] if look.agency else []
    found += [Column("Kelompok", 17)] if look.group else []
    return [*found, Column("Tanda", _SIGN), Column("", _SIGN)]


def _needs(form: AttendanceForm, look: _Look, columns: Sequence[Column]) -> list[float]:
    """Return what numbers, a NIP and an hour need on one line; texts take what is left."""
    highest = (
        max((row.number or 0 for row in form.rows), default=0) + len(form.rows) + form.blank_rows + _MOST
    )
    own = figure_need(columns[:1], [[number(highest)]])
    nip = text_line_width(f"NIP {nip_words(_LONGEST_NIP)}", style.SMALL) + 9 if look.nip else 0.0
    signs = figure_need([_WHOLE], [["hadir 08.07"]] if form.filled else []) * _SIGNS
    return [*own, nip, *[0.0] * (len(columns) - 2 - _SIGNS), *signs]


def _cells(form: AttendanceForm, look: _Look, place: int, row: AttendanceRow) -> list[list[Block]]:
    given = _number(form, place, row)
    first = paragraphs(capped(row.name, _CELL_CAP), style.CELL)
    if look.nip and row.nip:
        first += [line(f"NIP {nip_words(row.nip)}", style.SMALL)]
    if row.deputy:
        first += paragraphs(capped(f"diwakili oleh {row.deputy}", _CELL_CAP), style.SMALL)
    cells = [[line(given, style.CELL_RIGHT)], first]
    cells += [[line(row.gender, style.CELL_CENTER)]] if look.gender else []
    cells += [paragraphs(capped(row.position, _CELL_CAP), style.CELL)]
    cells += [paragraphs(capped(row.opd, _CELL_CAP), style.CELL)] if look.agency else []
    cells += [paragraphs(capped(row.group, 60), style.CELL)] if look.group else []
    mark = [line(row.presence or (f"{given}." if given else ""), style.CELL)]
    odd = place % 2 == 1
    return [*cells, mark if odd else [], [] if odd else mark]


def _number(form: AttendanceForm, place: int, row: AttendanceRow) -> str:
    """Return the number of a row: the participant's own; those who come besides are counted on.

    Where nobody has a number the rows are counted; in the list of one agency empty rows have none.
    """
    if row.number is not None:
        return number(row.number)
    highest = max((item.number or 0 for item in form.rows), default=0)
    if not highest:
        return number(place)
    if place <= len(form.rows) or form.agency:
        return ""
    return number(highest + place - len(form.rows))


def _head(form: AttendanceForm, frame: PrintFrame, total: float) -> list[Block]:
    event = " ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    day = long_date(form.day) if form.day else "…" * 16
    time = f"{form.planned} {frame.zone}".strip() if form.planned else "…" * 8
    facts = [
        ("Acara", capped(form.title, 500) or "…" * 25),
        ("Hari, tanggal", f"{day}, pukul {time}"),
        ("Tempat", capped(form.place, 500) or "…" * 25),
    ]
    if form.agency:
        facts.append((capped(frame.words.opd, 60), capped(form.agency, 500)))
    return [
        line(capped(form.word, 200).upper(), style.TITLE),
        *paragraphs(capped(event, 500), style.SUBTITLE),
        gap(6),
        identity(facts, total),
        gap(7),
    ]


def _end(form: AttendanceForm, frame: PrintFrame, total: float) -> list[Block]:
    said = [gap(4), *paragraphs(capped(form.summary), style.BODY)] if form.summary else []
    if not form.signers:
        return said
    year = (form.day or frame.printed_at.date()).year
    return [*said, *signatures(form.signers, Signing(frame.city, year), total)]


def _foot(form: AttendanceForm, numbers: range, total: float) -> list[Block]:
    """Return the line below the rows of a page: how many stand on it, how many signed."""
    own = form.rows[numbers.start - 1 : numbers.stop - 1]
    initials = forms.WriteField("Paraf panitia", "", 1)
    if form.filled:
        there = sum(row.presence.startswith(("hadir", "diwakili")) for row in own)
        sent = sum(bool(row.presence == "diwakili") for row in own)
        words = f"Pada halaman ini {number(len(own))} nama, {number(there)} hadir"
        words += f" ({number(sent)} diwakili)" if sent else ""
        return [gap(4), forms.write_line([replace(initials, label=f"{words}. Paraf panitia")], total)]
    words = "Jumlah tanda tangan pada halaman ini"
    if own:
        words = f"Pada halaman ini {number(len(own))} nama, bertanda tangan"
    return [gap(4), forms.write_line([forms.WriteField(words, "", 1, "orang"), initials], total)]
