"""The report of a stage and the final report on paper: lettered sections, told day by day."""

from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.attendance import percent
from smartcity_desktop.domain.paper_day import DayReport
from smartcity_desktop.domain.paper_stage_report import (
    CLOSING,
    INTRODUCTION,
    PURPOSE,
    TROUBLE,
    StagePart,
    StageReport,
    key_of,
)
from smartcity_desktop.domain.paper_text import said
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.wording import EMPTY, long_date, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    line,
    paragraphs,
    part,
    section,
    table,
    together,
)
from smartcity_desktop.reporting.course import course_table
from smartcity_desktop.reporting.day import follow_up_table, lines_table, numbered
from smartcity_desktop.reporting.day_report import result_tables
from smartcity_desktop.reporting.leader import table_blocks
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures
from smartcity_desktop.reporting.tally import counted_people

_NAME: Final = 300
_NOTHING: Final = "Belum ada yang dicatat."
_ROOM: Final = 26 * mm
_ROOM_FOR_BOTH: Final = 42 * mm
"""Below the heading of a section that a smaller heading follows, so that both stand on one page."""


def parts(job: PrintJob) -> list[page.Part]:
    """Return the report of a gathered job."""
    picture = job.picture if isinstance(job.picture, StageReport) else StageReport()
    paper = page.Paper(job.name, job.name, (capped(job.frame.workshop_title, _NAME), picture.word))
    return [page.Part(lambda: _Report(picture, job).blocks(), paper, job.frame, job.name)]


class _Report:
    """The sections of one report in their order, lettered as they are there."""

    def __init__(self, report: StageReport, job: PrintJob) -> None:
        self._report, self._job, self._frame = report, job, job.frame
        self._total = style.upright(job.frame.paper).body_width
        self._letters = 0

    def blocks(self) -> list[Block]:
        report = self._report
        return [
            *self._head(),
            *self._texts("Pendahuluan", INTRODUCTION),
            *([*self._section("Dasar"), *numbered(report.basis, self._total)] if report.basis else []),
            *self._texts("Maksud dan tujuan", PURPOSE),
            *self._days(),
            *self._people(),
            *self._speakers(),
            *self._course(),
            *self._results(),
            *self._said(),
            *self._texts("Kendala", TROUBLE),
            *self._section("Rencana tindak lanjut"),
            *(follow_up_table(report.follow_ups, self._total) if report.follow_ups else [line(_NOTHING)]),
            *self._end(),
            *self._annexes(),
        ]

    def _section(self, title: str, *, room: float = _ROOM) -> list[Block]:
        letter = chr(ord("A") + self._letters)
        self._letters += 1
        return section(f"{letter}. {title}", room=room)

    def _text(self, name: str) -> str:
        return said(self._job.passages, key_of(self._report.kind, name))

    def _texts(self, title: str, name: str) -> list[Block]:
        text = self._text(name)
        return [*self._section(title), *paragraphs(text)] if text.strip() else []

    def _head(self) -> list[Block]:
        report, frame = self._report, self._frame
        return [
            *letterhead(frame.letterhead, self._total),
            line(report.word.upper(), style.TITLE),
            *paragraphs(capped(frame.workshop_title, 600), style.SUBTITLE),
            *(paragraphs(capped(report.title, 400), style.SUBTITLE) if report.title else []),
            gap(6),
        ]

    def _called(self, part_of: StagePart, day: DayReport) -> str:
        named = f"{part_of.stage} hari ke-{day.number}" if self._report.final else f"Hari ke-{day.number}"
        return f"{named}, {long_date(day.day)}" if day.day else named

    def _days(self) -> list[Block]:
        columns = [
            Column("Hari", 46),
            Column("Waktu", 30),
            Column("Tempat", 54),
            Column("Terdaftar", 18, "right"),
            Column("Hadir", 14, "right"),
            Column("% hadir", 16, "right"),
        ]
        rows = []
        for part_of, day in self._report.days:
            whole = day.recap.whole
            counted = [number(whole.expected), number(whole.there), percent(whole.share)]
            time = f"{day.time} {self._frame.zone}" if day.time else EMPTY
            place = capped(day.place, _NAME) or EMPTY
            shown = counted if whole.there else [number(whole.expected), EMPTY, EMPTY]
            rows.append([self._called(part_of, day), time, place, *shown])
        found = table(columns, rows, self._total) if rows else line("Hari pelaksanaan belum diisi.")
        return [*self._section("Waktu dan tempat"), found]

    def _people(self) -> list[Block]:
        counted = self._report.counted
        heading = self._section("Peserta")
        if not counted.whole.there:
            return [*heading, line("Kehadiran belum dicatat.")]
        told = line("Dihitung sekali setiap peserta yang hadir sedikitnya satu hari.", style.SMALL)
        return [*heading, *counted_people(counted, self._frame.words.opd, self._total), gap(2), told]

    def _speakers(self) -> list[Block]:
        found = dict.fromkeys(item for _, day in self._report.days for item in day.speakers)
        if not found:
            return []
        columns = [Column("No", 8, "right"), Column("Narasumber", 78), Column("Materi", 84)]
        rows = [
            [number(place), capped(name, _NAME), capped(about, _NAME)]
            for place, (name, about) in enumerate(found, start=1)
        ]
        return [*self._section("Narasumber"), table(columns, rows, self._total)]

    def _course(self) -> list[Block]:
        found = self._section("Jalannya acara", room=_ROOM_FOR_BOTH)
        held = [(part_of, day) for part_of, day in self._report.days if day.course]
        for part_of, day in held:
            found += [*part(self._called(part_of, day)), course_table(day.course, self._total, speakers=True)]
        return found if held else [*found, line("Susunan acara belum diisi.")]

    def _results(self) -> list[Block]:
        found: list[Block] = []
        for item in self._report.results:
            found += table_blocks(item, self._total, heading=part)
        for part_of, day in self._report.days:
            tables = result_tables(day, self._frame)
            if tables:
                found += [*part(self._called(part_of, day)), *tables]
        return [
            *self._section("Hasil", room=_ROOM_FOR_BOTH),
            *(found or [line("Belum ada hasil kertas kerja.")]),
        ]

    def _said(self) -> list[Block]:
        report = self._report
        found = self._section("Keputusan")
        found += lines_table(report.decisions, self._total) if report.decisions else [line(_NOTHING)]
        if report.questions:
            found += [*self._section("Pertanyaan"), *lines_table(report.questions, self._total)]
        return found

    def _end(self) -> list[Block]:
        year = (self._report.last or self._frame.printed_at.date()).year
        signed = signatures(self._report.signers, Signing(self._frame.city, year), self._total)
        return [together([*self._section("Penutup"), *paragraphs(self._text(CLOSING)), *signed])]

    def _annexes(self) -> list[Block]:
        told = [
            line(f"{self._called(part_of, day)}: {'; '.join(day.annexes)}.", style.SMALL)
            for part_of, day in self._report.days
            if day.annexes
        ]
        return [gap(10), line("Lampiran:", style.SMALL_BOLD), *told] if told else []
