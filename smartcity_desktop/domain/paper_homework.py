"""Pictures of homework sheets, of reminders, and of the relay sheet for the deputy who comes this time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from smartcity_desktop.domain.homework import DONE, LATE, Homework, state_words, tone_of
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.wording import day_of, long_date, number

SHEET, REMINDER, RELAY = "pekerjaan-rumah", "pengingat-pekerjaan-rumah", "lembar-estafet"
DOTS: Final = "…" * 12
OWN: Final = "Tambahan"
"""Stands in the place of a worksheet where people wrote the line themselves."""


@dataclass(frozen=True, slots=True)
class HomeworkLine:
    """One thing that is owed: in which worksheet, until when, how far; ``late`` where its day is over."""

    text: str
    worksheet: str = ""
    due: date | None = None
    state: str = ""
    late: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class HomeworkPaper:
    """The homework of one agency, as a sheet to take home or as a letter that reminds of what is open.

    Without ``opd`` it is that of a person or of the team of the region, called by ``name``. ``to`` is the
    office of its head (or that person), ``about`` the event in the words of a sentence, ``rows`` the lines
    that a printed reminder chases; ``due`` is the last day of all lines.
    """

    opd: RowId = NO_ROW
    called: str = ""
    name: str = ""
    to: str = ""
    about: str = ""
    host: str = ""
    lines: tuple[HomeworkLine, ...] = ()
    rows: tuple[RowId, ...] = ()
    due: date | None = None
    day: date | None = None
    reminder: bool = False
    signer: Signer | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """Who came from an agency in one stage, each with the days: ``Budi Santoso (2 hari)``."""

    stage: str
    when: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """Something an agency said it would do: a follow-up of the minutes or a commitment."""

    text: str
    source: str = ""
    due: date | None = None
    state: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Achieved:
    """What an agency did on one worksheet: rows now, and on the evening of the stage before."""

    worksheet: str
    rows: int
    total: int = 0
    before: int | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class RelayPaper:
    """What the deputy who comes this time takes over: who came, what is owed, promised, and done so far.

    ``used`` tells what became of it: rows that went into merged ones, programs, candidates.
    """

    opd: RowId = NO_ROW
    called: str = ""
    name: str = ""
    stage: str = ""
    when: str = ""
    place: str = ""
    came: tuple[Came, ...] = ()
    owed: tuple[HomeworkLine, ...] = ()
    promised: tuple[Promise, ...] = ()
    achieved: tuple[Achieved, ...] = ()
    used: tuple[str, ...] = ()
    since: str = ""


def line_of(item: Homework, worksheet: str, today: date) -> HomeworkLine:
    """Return a line as it is printed."""
    late = tone_of(item, today) == LATE
    return HomeworkLine(
        item.text, worksheet or OWN, day_of(item.due), state_words(item, today), late, item.state == DONE
    )


def chased(pictures: Iterable[object]) -> tuple[RowId, ...]:
    """Return which lines of homework the reminders among these pictures chase."""
    return tuple(
        row for item in pictures if isinstance(item, HomeworkPaper) and item.reminder for row in item.rows
    )


def opening(paper: HomeworkPaper) -> tuple[str, ...]:
    """Return the paragraphs before the table."""
    # A day that is over is no day to ask for: a new one is written by hand.
    over = paper.reminder and paper.due and paper.day and paper.due < paper.day
    until = long_date(paper.due) if paper.due and not over else DOTS
    host, whose = paper.host, paper.name or DOTS
    if paper.reminder:
        told = f"hari ini, {long_date(paper.day)}, {number(len(paper.lines))} pekerjaan dari {whose}"
        return (
            f"Menyusul {paper.about}, kami sampaikan bahwa sampai dengan {told} belum kami terima.",
            f"Mohon pekerjaan berikut diselesaikan dan disampaikan kepada {host} paling lambat {until}.",
        )
    left = sum(not item.done for item in paper.lines)
    told = f"{number(left)} pekerjaan belum selesai" if left else "Semua pekerjaan sudah selesai"
    handed = f" Hasilnya diserahkan kepada {host} paling lambat {until}." if left else ""
    return (f"Pekerjaan rumah {whose} dari {paper.about}. {told}.{handed}",)


def closing(paper: HomeworkPaper) -> tuple[str, ...]:
    """Return the paragraphs after the table."""
    if not paper.reminder:
        return (
            "Isi di lembar kertas kerja yang sama, atau di berkas Excel-nya. Jangan membuat lembar baru.",
        )
    return (
        "Tahap berikutnya dimulai dari hasil itu. Bila sudah dikirim, mohon surat ini diabaikan.",
        "Atas perhatian dan kerja sama Saudara, kami sampaikan terima kasih.",
    )


def days_told(names: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Return people with the number of days they were there: ``Budi Santoso (2 hari)``."""
    return tuple(f"{name} ({number(days)} hari)" for name, days in names)
