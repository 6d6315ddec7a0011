"""Homework on paper: the sheet to take home, the letter that reminds, the relay sheet on one page."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from reportlab.lib.styles import ParagraphStyle

from smartcity_desktop.domain import paper_homework as paper
from smartcity_desktop.domain.paper_homework import DOTS, HomeworkLine, HomeworkPaper, RelayPaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number, short_date, shortened
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    identity,
    line,
    paragraphs,
    section,
    table,
    together,
)
from smartcity_desktop.reporting.letter import dateline, letterhead, signed

_SHORT: Final = 500
_LABELS: Final = ("Nomor", "Sifat", "Lampiran")
_BLANK_LINES: Final = 4
_SIZES: Final = (9.0, 8.5, 8.0)
"""Type sizes of a relay sheet, the first that fits on one page."""
_TRIES: Final = ((60, 400), (20, 260), (12, 180), (8, 120), (5, 90), (3, 70))
"""How many lines a table of a relay sheet has at most, and how many letters each, until it fits."""
_NOBODY: Final = "Belum ada yang tercatat hadir"
_TITLES: Final = {
    paper.SHEET: "Lembar pekerjaan rumah",
    paper.REMINDER: "Pengingat pekerjaan rumah",
    paper.RELAY: "Lembar estafet",
}
_NONE: Final = {
    paper.SHEET: "Belum ada pekerjaan rumah yang dicatat.",
    paper.REMINDER: "Semua pekerjaan rumah sudah selesai. Tidak ada yang perlu diingatkan.",
    paper.RELAY: "Belum ada OPD yang dicatat.",
}


_Owed = tuple[str, str, date | None, str]
"""Something owed or promised: its words, where it comes from, its day, how it stands."""
_Room = tuple[float, tuple[int, int], float]
"""The width of a table, how many lines and how many letters each it has at most, its type size."""


def parts(job: PrintJob) -> list[page.Part]:
    """Return the paper of a gathered job, or the page that says that there is nothing."""
    picture = job.picture
    title = _TITLES.get(job.kind, job.name)
    if isinstance(picture, HomeworkPaper):
        label = f"{title} {picture.called}".strip()
        frame = page.Paper(title=label, label=label, running=(title, capped(picture.called, 200)))
        build = _reminder if picture.reminder else _sheet
        return [page.Part(lambda: build(picture, job.frame), frame, job.frame, label)]
    if isinstance(picture, RelayPaper):
        label = f"{title} {picture.called}".strip()
        frame = page.Paper(title=label, label=label, running=(title, capped(picture.called, 200)))
        return [page.Part(lambda: _relay(picture, job.frame), frame, job.frame, label)]
    told = job.frame.words.say(_NONE.get(job.kind, ""))
    blank = page.Paper(title=job.name, label=job.name)

    def nothing() -> list[Block]:
        return [line(title.upper(), style.TITLE), gap(10), *paragraphs(told, style.BODY_CENTER)]

    return [page.Part(nothing, blank, job.frame, job.name)]


# The sheet to take home ------------------------------------------------------------------------------------


def _sheet(picture: HomeworkPaper, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    return [
        line(_TITLES[paper.SHEET].upper(), style.TITLE),
        *paragraphs(capped(picture.name, _SHORT), style.SUBTITLE),
        gap(8),
        *_told(paper.opening(picture), frame),
        gap(5),
        _owed(picture.lines, total, ticks=True),
        gap(6),
        *_told(paper.closing(picture), frame, style.SMALL),
        gap(8),
        identity([("Diterima oleh", DOTS * 2), ("Tanggal", DOTS * 2), ("Paraf", DOTS * 2)], total),
    ]


def _reminder(picture: HomeworkPaper, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    facts = [*((label, "…" * 9) for label in _LABELS), ("Hal", _TITLES[paper.REMINDER])]
    year = (picture.day or frame.printed_at.date()).year
    return [
        *letterhead(frame.letterhead, total),
        dateline(frame.city, year, total),
        gap(4),
        identity(facts, total),
        gap(12),
        *paragraphs(f"Yth. {capped(picture.to, _SHORT) or DOTS}"),
        line(f"di {capped(frame.city, 200) or DOTS}"),
        gap(10),
        *_told(paper.opening(picture), frame),
        gap(5),
        _owed(picture.lines, total, ticks=False),
        gap(7),
        *_told(paper.closing(picture), frame),
        together(signed(picture.signer, total)),
    ]


def _told(texts: Sequence[str], frame: PrintFrame, look: ParagraphStyle = style.BODY) -> list[Block]:
    say = frame.words.say
    return [block for text in texts for block in paragraphs(say(capped(text, 1_200)), look)]


def _owed(lines: Sequence[HomeworkLine], total: float, *, ticks: bool) -> Block:
    columns = [
        Column("No", 9, "right"),
        Column("Yang dikerjakan", 92),
        Column("Lembar", 26),
        Column("Batas", 24, whole=True),
        Column("Keadaan", 28),
        *([Column("Paraf", 18)] if ticks else []),
    ]
    rows = [
        [
            number(place),
            capped(item.text, _SHORT),
            capped(item.worksheet, 120),
            short_date(item.due),
            item.state,
            *([""] if ticks else []),
        ]
        for place, item in enumerate(lines, start=1)
    ]
    blank = [[number(place), *[""] * (len(columns) - 1)] for place in range(1, _BLANK_LINES + 1)]
    return table(columns, rows or blank, total)


# The relay sheet -------------------------------------------------------------------------------------------


def _relay(picture: RelayPaper, frame: PrintFrame) -> list[Block]:
    """Return the sheet in the largest type, and with as many lines, as stand on one page."""
    sheet = style.upright(frame.paper)
    made: Callable[[], list[Block]] = list
    for rows, letters in _TRIES:
        for size in _SIZES:
            made = _tried(picture, frame, (rows, letters), size)
            if page.pages_of(made(), sheet) == 1:
                return made()
    return made()


def _tried(
    picture: RelayPaper, frame: PrintFrame, most: tuple[int, int], size: float
) -> Callable[[], list[Block]]:
    return lambda: _relay_blocks(picture, frame, most, size)


def _relay_blocks(picture: RelayPaper, frame: PrintFrame, most: tuple[int, int], size: float) -> list[Block]:
    total = style.upright(frame.paper).body_width
    letters, room = most[1], (total, most, size)
    facts = [("Untuk", capped(picture.name, letters)), ("Acara", capped(frame.workshop_title, letters))]
    when = ", ".join(filter(None, (picture.stage, picture.when, picture.place)))
    facts += [("Kali ini", capped(when, letters))] if when else []
    say = frame.words.say
    return [
        line(_TITLES[paper.RELAY].upper(), style.TITLE),
        *paragraphs(say("Untuk yang hadir mewakili OPD kali ini"), style.SUBTITLE),
        gap(3),
        identity(facts, total),
        *_part("A. Siapa yang sudah hadir", _came(picture, total, most, size)),
        *_part(
            "B. Yang masih harus diselesaikan",
            _listing(("Pekerjaan rumah", "Lembar"), _to_do(picture), room),
        ),
        *_part("C. Yang sudah dijanjikan", _listing(("Janji", "Dari"), _promised(picture), room)),
        *_part("D. Yang sudah dikerjakan", _achieved(picture, total, most, size)),
        *_used(picture, letters),
    ]


def _part(title: str, block: Block) -> list[Block]:
    return [*section(title), block]


def _came(picture: RelayPaper, total: float, most: tuple[int, int], size: float) -> Block:
    columns = [Column("Tahap", 22, whole=True), Column("Tanggal", 52), Column("Yang hadir", 101)]
    rows = [[item.stage, item.when, _listed(item.people, most) or _NOBODY] for item in picture.came] or [
        [EMPTY, EMPTY, _NOBODY]
    ]
    return table(columns, rows, total, size=size)


def _listed(names: Sequence[str], most: tuple[int, int]) -> str:
    kept = [shortened(name, most[1]) for name in names[: most[0]]]
    more = len(names) - len(kept)
    return ", ".join(kept) + (f", dan {number(more)} orang lain" if more else "")


def _to_do(picture: RelayPaper) -> list[_Owed]:
    return [(item.text, item.worksheet, item.due, item.state) for item in picture.owed]


def _promised(picture: RelayPaper) -> list[_Owed]:
    return [
        (item.text, item.source, item.due, f"{item.state} (lewat batas)" if item.late else item.state)
        for item in picture.promised
    ]


def _listing(heads: tuple[str, str], lines: Sequence[_Owed], room: _Room) -> Block:
    """Return what is owed or promised, line by line; ``heads`` call the text and where it comes from."""
    total, most, size = room
    columns = [
        Column("No", 9, "right"),
        Column(heads[0], 92),
        Column(heads[1], 26),
        Column("Batas", 22, whole=True),
        Column("Keadaan", 26),
    ]
    rows = [
        [number(place), shortened(text, most[1]), shortened(whence, most[1]), short_date(due), state]
        for place, (text, whence, due, state) in enumerate(lines, start=1)
    ]
    return _most(columns, rows, most[0], total, size)


def _achieved(picture: RelayPaper, total: float, most: tuple[int, int], size: float) -> Block:
    columns = [
        Column("Kertas kerja", 92),
        Column(f"Akhir {picture.since}" if picture.since else "Sebelumnya", 26, "right"),
        Column("Sekarang", 26, "right"),
        Column("Status lembar", 31),
    ]
    rows = [
        [
            shortened(item.worksheet, most[1]),
            number(item.rows if item.before is None else item.before) if picture.since else EMPTY,
            number(item.rows)
            if item.total == item.rows
            else f"{number(item.rows)} dari {number(item.total)}",
            item.state,
        ]
        for item in picture.achieved
    ]
    return _most(columns, rows, most[0], total, size)


def _most(columns: list[Column], rows: list[list[str]], most: int, total: float, size: float) -> Block:
    """Return a table of at most so many lines; those that have no room are counted in the last."""
    if not rows:
        return table(columns, [[EMPTY] * len(columns)], total, size=size)
    kept = rows if len(rows) <= most else rows[: most - 1]
    left = len(rows) - len(kept)
    if left:
        wide = max(range(len(columns)), key=lambda place: columns[place].width)
        kept = [*kept, [f"… dan {number(left)} lagi" if at == wide else "" for at in range(len(columns))]]
    return table(columns, kept, total, size=size)


def _used(picture: RelayPaper, letters: int) -> list[Block]:
    if not picture.used:
        return []
    told = f"Hasilnya dipakai: {'; '.join(picture.used)}."
    return [gap(4), *paragraphs(capped(told, letters * 2), style.SMALL)]
