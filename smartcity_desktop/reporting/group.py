"""Groups on paper: where everybody sits, for the wall and the tables, and the piles of worksheets."""

from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_group import GroupList, GroupMember, GroupPicture, Pile, PilesPicture
from smartcity_desktop.domain.print_job import BLANK, PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import forms, page, style, wall, worksheet
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    framed,
    gap,
    height_of,
    identity,
    line,
    paragraphs,
    plain,
    table,
    unbroken,
)
from smartcity_desktop.reporting.fit import Room, fitted

_WALL: Final = "Pembagian meja"
_LIST: Final = "Daftar kelompok"
_PILE: Final = "Tumpukan kertas kerja"
_LIST_SIZES: Final = (12.0, 11.0, 10.0, 9.0, 8.5, 8.0)
"""Type sizes of the list of a table; the smallest goes on over several pages."""
_CLOSE_SIZE: Final = 8.5
_SHORT: Final = 400
_FEW: Final = 40
_BLANK_LINES: Final = 12
_FREE_ROWS: Final = 3
_TABLE_BOX: Final = 52 * mm
_TABLE_HEIGHT: Final = 22 * mm
_TABLE_TYPE: Final = 40.0


def parts(job: PrintJob) -> list[page.Part]:
    """Return the prints of a gathered job: lists of a division, or piles of worksheets."""
    picture = job.picture
    if isinstance(picture, PilesPicture):
        return [part for pile in picture.piles for part in _pile_parts(pile, picture.title, job.frame)]
    picture = picture if isinstance(picture, GroupPicture) else GroupPicture()
    found = [_group_part(item, picture, job.frame) for item in picture.groups]
    if picture.where or not found:
        found.insert(0, _wall_part(picture, job.frame))
    if picture.unseated:
        found.append(_waiting_part(picture, job.frame))
    return found


def _paper(title: str, frame: PrintFrame, *, first: str = page.UPRIGHT) -> page.Paper:
    running = (capped(frame.workshop_title, 300), capped(title, 200))
    return page.Paper(title=title, label=f"{title} {frame.stage_name}".strip(), running=running, first=first)


def _event(picture: GroupPicture, frame: PrintFrame) -> str:
    return capped(
        " · ".join(text for text in (frame.workshop_title, frame.stage_name, picture.title) if text), 500
    )


# For the wall ----------------------------------------------------------------------------------------------


def _wall_part(picture: GroupPicture, frame: PrintFrame) -> page.Part:
    return page.Part(lambda: wall.blocks(picture, frame), _paper(_WALL, frame), frame, _WALL)


# A list for each group -------------------------------------------------------------------------------------


def _group_part(group: GroupList, picture: GroupPicture, frame: PrintFrame) -> page.Part:
    title = f"{_LIST} {group.heading}".strip()
    return page.Part(lambda: _group(group, picture, frame), _paper(title, frame), frame, title)


def _group(group: GroupList, picture: GroupPicture, frame: PrintFrame) -> list[Block]:
    sheet = style.upright(frame.paper)
    total = sheet.body_width
    facts = [
        ("Ketua", group.chair),
        ("Notulis", group.scribe),
        ("Pembimbing", group.mentor),
        *([("Tempat", group.place)] if group.place else []),
        (frame.words.opd, ", ".join(group.agencies)),
        ("Anggota", f"{number(len(group.members))} orang"),
    ]

    def head() -> list[Block]:
        return [
            _heading(group, _event(picture, frame), total),
            gap(8),
            identity([(name, capped(text, 900)) for name, text in facts], total),
            gap(8),
        ]

    room = sheet.body_height - height_of(head(), total)
    return [*head(), _members(group.members, frame, total, room)]


def _heading(group: GroupList, event: str, total: float) -> Block:
    """Return the name of a group at the left and its table, as large as it can be, in a box at the right."""
    word = group.heading if group.table else group.code or group.name or "Meja ……"
    size = fitted(capped(word, 60), style.BOLD, Room(_TABLE_BOX - 12, _TABLE_HEIGHT - 8, _TABLE_TYPE)).size
    look = style.sized(style.BODY_CENTER_BOLD, round(size, 1))
    box = framed([[[line(capped(word, 60), look)]]], [_TABLE_BOX], head=0, heights=[_TABLE_HEIGHT])
    box.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("TOPPADDING", (0, 0), (-1, -1), 0)])
    left = [
        line(capped(group.name, _SHORT) or "Kelompok ……………………", style.sized(style.SHEET_OPD, 20)),
        gap(3),
        *paragraphs(event, style.SMALL),
    ]
    return plain([[left, box]], (total - _TABLE_BOX, _TABLE_BOX))


def _members(members: tuple[GroupMember, ...], frame: PrintFrame, total: float, room: float) -> Block:
    """Return everybody at a table, in the largest type that fits in ``room``, and free rows below."""
    for size in _LIST_SIZES:
        if height_of([_member_table(members, frame, total, size)], total) <= room:
            return _member_table(members, frame, total, size)
    return _member_table(members, frame, total, _LIST_SIZES[-1])


def _member_table(members: tuple[GroupMember, ...], frame: PrintFrame, total: float, size: float) -> Block:
    look, strong = style.sized(style.CELL, size), style.sized(style.CELL_BOLD, size)
    right = style.sized(style.CELL_RIGHT, size)
    free = _FREE_ROWS if members else _BLANK_LINES
    shown = [*members, *[GroupMember()] * free]
    cells: list[list[list[Block]]] = [
        [[line(text, strong)] for text in ("No", "Nama", "Jabatan", frame.words.opd)]
    ]
    cells += [
        [
            [line(number(place), right)],
            [
                *paragraphs(capped(item.name, _SHORT), look),
                *paragraphs(capped(item.office, _FEW), strong),
            ],
            paragraphs(capped(item.position, _SHORT), look),
            paragraphs(capped(item.origin, _SHORT), look),
        ]
        for place, item in enumerate(shown, start=1)
    ]
    sizes = [total * share for share in (0.06, 0.36, 0.29, 0.29)]
    # Where the type is small the rows stand closer, so that a table of thirty has one page.
    close = size <= _CLOSE_SIZE
    padding = (("TOPPADDING", (0, 0), (-1, -1), 1.2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2))
    return unbroken(framed(cells, sizes, extra=padding if close else ()))


def _waiting_part(picture: GroupPicture, frame: PrintFrame) -> page.Part:
    title = "Belum mendapat kelompok"

    def build() -> list[Block]:
        total = style.upright(frame.paper).body_width
        return [
            line(title.upper(), style.TITLE),
            *paragraphs(_event(picture, frame), style.SUBTITLE),
            gap(6),
            _members(picture.unseated, frame, total, 0.0),
        ]

    return page.Part(build, _paper(title, frame), frame, title)


# Piles of worksheets ---------------------------------------------------------------------------------------


def _pile_parts(pile: Pile, work: str, frame: PrintFrame) -> list[page.Part]:
    title = f"{_PILE} {pile.group.heading}".strip()
    paper = _paper(title, frame, first=page.FORM)
    cover = page.Part(lambda: _cover(pile, work, frame), paper, frame, title)
    job = PrintJob(BLANK, title, frame, sheets=pile.sheets)
    return [cover, *(worksheet.parts(job) if pile.sheets else [])]


def _cover(pile: Pile, work: str, frame: PrintFrame) -> list[Block]:
    total = style.form(frame.paper).body_width
    group = pile.group
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name, work) if text)
    hands = [
        forms.WriteField("Ketua", group.chair, 3),
        forms.WriteField("Notulis", group.scribe, 3),
        forms.WriteField("Pembimbing", group.mentor, 3),
        forms.WriteField("Anggota", number(len(group.members)) if group.members else "", 1, "orang"),
    ]
    columns = [
        Column("No", 9, "right"),
        Column("Nomor lembar", 34, whole=True),
        Column("Kertas kerja", 70),
        Column("Untuk", 110),
        Column("Dibagikan", 24, "center"),
        Column("Kembali", 24, "center"),
    ]
    rows = [
        [
            number(place),
            capped(item.number, 60) or EMPTY,
            capped(f"{item.code} {item.title}".strip(), _SHORT),
            capped(item.opd, _SHORT) or EMPTY,
            forms.TICK,
            forms.TICK,
        ]
        for place, item in enumerate(pile.sheets, start=1)
    ]
    blank = [[number(place), "", "", "", forms.TICK, forms.TICK] for place in range(1, _BLANK_LINES + 1)]
    return [
        _heading(group, capped(event, 500), total),
        gap(6),
        forms.write_line(hands, total),
        gap(8),
        table(columns, rows or blank, total),
    ]
