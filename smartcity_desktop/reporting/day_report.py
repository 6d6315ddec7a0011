"""The report of a day on paper: from its introduction to the list of what belongs to it."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.day_words import CLOSING, INTRODUCTION, OBSTACLES, PURPOSE
from smartcity_desktop.domain.paper_day import DayReport, GroupRecord
from smartcity_desktop.domain.paper_text import said
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import GroupSummary, OpdResult, PrintFrame
from smartcity_desktop.domain.wording import EMPTY, long_date, money, number
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    identity,
    line,
    paragraphs,
    part,
    section,
    table,
    together,
)
from smartcity_desktop.reporting.course import course_table
from smartcity_desktop.reporting.day import follow_up_table, lines_table, numbered
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures
from smartcity_desktop.reporting.tally import counted_people

_NAME: Final = 300
_WORD: Final = "Laporan Harian"
_NOTHING: Final = "Belum ada yang dicatat."


def parts(job: PrintJob) -> list[page.Part]:
    """Return the report of a gathered job."""
    return [report_part(job.picture if isinstance(job.picture, DayReport) else DayReport(), job.frame)]


def report_part(report: DayReport, frame: PrintFrame) -> page.Part:
    """Return the report of a day as a part of a file."""
    called = f"{_WORD} {long_date(report.day, weekday=False) if report.day else ''}".strip()
    paper = page.Paper(
        title=called, label=called, running=(capped(frame.workshop_title, _NAME), f"{report.stage} · {_WORD}")
    )
    return page.Part(lambda: _Report(report, frame).blocks(), paper, frame, called)


def result_tables(report: DayReport, frame: PrintFrame) -> list[Block]:
    """Return what the groups and agencies of a day came to, nothing where nobody wrote anything."""
    return _Report(report, frame).results()


class _Report:
    """The sections of one report in their order, lettered as they are there."""

    def __init__(self, report: DayReport, frame: PrintFrame) -> None:
        self._report = report
        self._frame = frame
        self._total = style.upright(frame.paper).body_width
        self._letters = 0

    def blocks(self) -> list[Block]:
        report = self._report
        return [
            *self._head(),
            *self._texts("Pendahuluan", said(report.passages, INTRODUCTION)),
            *self._listed("Dasar", report.basis),
            *self._texts("Maksud dan tujuan", said(report.passages, PURPOSE)),
            *self._place(),
            *self._people(),
            *self._speakers(),
            *self._course(),
            *self._results(),
            *self._decided(),
            *self._texts("Kendala", said(report.passages, OBSTACLES)),
            *self._section("Rencana tindak lanjut"),
            *(follow_up_table(report.follow_ups, self._total) if report.follow_ups else [line(_NOTHING)]),
            *self._end(),
            *self._annexes(),
        ]

    def _section(self, title: str) -> list[Block]:
        letter = chr(ord("A") + self._letters)
        self._letters += 1
        return section(f"{letter}. {title}")

    def _head(self) -> list[Block]:
        report, frame = self._report, self._frame
        event = " ".join(text for text in ("Laporan pelaksanaan", frame.workshop_title, report.stage) if text)
        day = f", {long_date(report.day)}" if report.day else ""
        return [
            *letterhead(frame.letterhead, self._total),
            *paragraphs(capped(event, 600).upper(), style.TITLE),
            *paragraphs(f"Hari ke-{report.number}{day}", style.SUBTITLE),
            *(paragraphs(capped(report.title, 400), style.SUBTITLE) if report.title else []),
            gap(6),
        ]

    def _texts(self, title: str, text: str) -> list[Block]:
        return [*self._section(title), *paragraphs(text)] if text.strip() else []

    def _annexes(self) -> list[Block]:
        names = self._report.annexes
        return [gap(10), *paragraphs(f"{'; '.join(names)}.", style.SMALL, lead="Lampiran:")] if names else []

    def _listed(self, title: str, texts: Sequence[str]) -> list[Block]:
        return [*self._section(title), *numbered(texts, self._total)] if texts else []

    def _place(self) -> list[Block]:
        report = self._report
        facts = [
            ("Hari, tanggal", long_date(report.day)),
            ("Waktu", f"{report.time} {self._frame.zone}" if report.time else ""),
            ("Tempat", report.place),
            ("Hadir", report.present),
        ]
        return [*self._section("Waktu dan tempat"), identity(facts, self._total)]

    # Who came

    def _people(self) -> list[Block]:
        counted, words = self._report.recap, self._frame.words
        if not counted.whole.expected:
            return [*self._section("Peserta"), line("Daftar peserta belum diisi.")]
        if not counted.whole.there:
            told = f"{number(counted.whole.expected)} peserta terdaftar; kehadiran hari ini belum dicatat."
            return [*self._section("Peserta"), line(told)]
        return [*self._section("Peserta"), *counted_people(counted, words.opd, self._total)]

    def _speakers(self) -> list[Block]:
        if not self._report.speakers:
            return []
        columns = [Column("No", 8, "right"), Column("Narasumber", 78), Column("Materi", 84)]
        rows = [
            [number(place), capped(name, _NAME), capped(about, _NAME)]
            for place, (name, about) in enumerate(self._report.speakers, start=1)
        ]
        return [*self._section("Narasumber"), table(columns, rows, self._total)]

    # How it went

    def _course(self) -> list[Block]:
        heading = self._section("Jalannya acara")
        lines = self._report.course
        if not lines:
            return [*heading, line("Susunan acara hari ini belum diisi.")]
        return [*heading, course_table(lines, self._total, speakers=True)]

    # What it came to

    def _results(self) -> list[Block]:
        found = self.results()
        return [*self._section("Hasil"), *(found or [line("Belum ada hasil kertas kerja pada hari ini.")])]

    def results(self) -> list[Block]:
        """Return the tables of what the day came to."""
        report = self._report
        found: list[Block] = []
        if report.records:
            found += [*part("Menurut kelompok"), self._records(report.records)]
        if report.results:
            found += [*part(f"Menurut {self._frame.words.opd}"), self._agencies(report.results)]
        for summary in report.groups:
            found += [*part(f"{summary.code} {summary.title}".strip()), self._sheets(summary)]
        return found

    def _records(self, records: Sequence[GroupRecord]) -> Block:
        columns = [
            Column("No", 8, "right"),
            Column("Kelompok", 44),
            Column("Anggota", 18, "right"),
            Column("Baris", 14, "right"),
            Column("Lengkap", 18, "right"),
            Column("Yang diserahkan", 70),
        ]
        rows = [
            [
                number(place),
                capped(item.called, _NAME),
                number(len(item.members)),
                number(sum(one.rows for one in item.work)),
                number(sum(one.complete for one in item.work)),
                capped(item.delivered) or EMPTY,
            ]
            for place, item in enumerate(records, start=1)
        ]
        return table(columns, rows, self._total)

    def _agencies(self, results: Sequence[OpdResult]) -> Block:
        year = self._report.pagu_year
        columns = [
            Column("No", 8, "right"),
            Column(self._frame.words.opd, 50),
            Column("Program", 16, "right"),
            Column("Relevan", 16, "right"),
            Column(f"Pagu relevan {year} (Rp)" if year else "Pagu relevan (Rp)", 30, "right"),
            Column("Usulan quick win", 62),
        ]
        rows = [
            [
                number(place),
                capped(item.name, _NAME),
                _count(item.programs),
                _count(item.relevant),
                money(item.pagu_relevant),
                "; ".join(capped(text, _NAME) for text in item.quick_wins) or EMPTY,
            ]
            for place, item in enumerate(results, start=1)
        ]
        sums = [
            "",
            "Jumlah",
            number(sum(item.programs or 0 for item in results)),
            number(sum(item.relevant or 0 for item in results)),
            money(sum(item.pagu_relevant or 0 for item in results)),
            f"{number(sum(len(item.quick_wins) for item in results))} usulan",
        ]
        return table(columns, rows, self._total, sums=sums if len(rows) > 1 else None)

    def _sheets(self, summary: GroupSummary) -> Block:
        words = self._frame.words
        columns = [
            Column("No", 8, "right"),
            Column(words.opd if summary.by_opd else words.dimension, 80),
            Column("Baris terisi", 26, "right"),
            Column("Lengkap", 22, "right"),
            Column("Status", 38),
        ]
        rows = [
            [
                number(place),
                capped(f"{item.code} {item.name}".strip(), _NAME),
                number(item.rows),
                number(item.complete),
                item.status,
            ]
            for place, item in enumerate(summary.results, start=1)
        ]
        return table(columns, rows, self._total)

    def _decided(self) -> list[Block]:
        report = self._report
        found = [*self._section("Keputusan")]
        found += lines_table(report.decisions, self._total) if report.decisions else [line(_NOTHING)]
        if report.questions:
            found += [*self._section("Pertanyaan"), *lines_table(report.questions, self._total)]
        return found

    def _end(self) -> list[Block]:
        day = self._report.day or self._frame.printed_at.date()
        signed = signatures(self._report.signers, Signing(self._frame.city, day.year), self._total)
        text = said(self._report.passages, CLOSING)
        return [together([*self._section("Penutup"), *paragraphs(text), *signed])]


def _count(value: int | None) -> str:
    return EMPTY if value is None else number(value)
