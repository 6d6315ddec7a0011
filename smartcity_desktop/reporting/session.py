"""The session report: what was done, decided and left open, fit to be signed at any moment of the session."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.chart import program_bars
from smartcity_desktop.domain.merging import merged_words
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import (
    FollowUp,
    GroupSummary,
    NoteLine,
    OpdResult,
    OpenWarning,
    PrintFrame,
    SessionReport,
    SheetPicture,
)
from smartcity_desktop.domain.wording import EMPTY, clock_time, long_date, money, number
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
    plain,
    section,
    table,
    together,
)
from smartcity_desktop.reporting.chart import drawn
from smartcity_desktop.reporting.course import course_table, speeches_table, states_table
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures
from smartcity_desktop.reporting.photo import photo_pages
from smartcity_desktop.reporting.tally import counted_people
from smartcity_desktop.reporting.worksheet import sheet_facts, sheet_table

_LISTED_WARNINGS: Final = 12
_KEPT_BASIS: Final = 2
_BASIS_CAP: Final = 5000
_CHART_WIDTH: Final = 150 * mm


def parts(job: PrintJob) -> list[page.Part]:
    """Return the report of a gathered job."""
    return [report_part(job.session or SessionReport(), job.frame)]


def session_report(report: SessionReport, frame: PrintFrame) -> bytes:
    """Return the report, portrait, with the tables of each OPD as a landscape annex.

    Parts of which nothing stands yet say so in a sentence or are left out.
    """
    return page.press([report_part(report, frame)])


def report_part(report: SessionReport, frame: PrintFrame) -> page.Part:
    """Return the report as a part of a file."""
    paper = page.Paper(
        title=capped(f"{report.word} - {report.title}", 300),
        label=f"{report.word} {frame.doc_number}".strip(),
        running=(capped(f"{report.word} · {report.title}", 300), report.stage or frame.stage_name),
    )
    return page.Part(lambda: _Report(report, frame).blocks(), paper, frame, capped(report.word, 300))


class _Report:
    """The parts of one report in their order; letters are given to the sections that are there."""

    def __init__(self, report: SessionReport, frame: PrintFrame) -> None:
        self._report = report
        self._frame = frame
        self._total = style.upright(frame.paper).body_width
        self._letters = 0
        self._many_warnings = len(report.warnings) > _LISTED_WARNINGS

    def blocks(self) -> list[Block]:
        report = self._report
        minutes = self._frame.words.minutes
        minutes = minutes.capitalize() if minutes.isupper() else minutes
        return [
            *letterhead(self._frame.letterhead, self._total),
            *self._head(),
            *self._course(),
            *self._people(),
            *self._results(),
            *self._chart(),
            *self._groups(),
            *self._turns(),
            *self._notes("Keputusan", report.decisions, "Belum ada keputusan yang dicatat.", "disepakati"),
            *self._notes("Pertanyaan", report.questions),
            *self._follow_ups(report.follow_ups),
            *self._notes(minutes, report.notes),
            *self._open(),
            *self._photos(),
            *self._end(),
            *self._annexes(),
        ]

    def _section(self, title: str) -> list[Block]:
        letter = chr(ord("A") + self._letters)
        self._letters += 1
        return section(f"{letter}. {title}")

    def _signing(self) -> Signing:
        day = self._report.day or self._frame.printed_at.date()
        return Signing(self._frame.city, day.year)

    # Head

    def _head(self) -> list[Block]:
        report, frame = self._report, self._frame
        stage = report.stage or frame.stage_name
        event = " ".join(text for text in (frame.workshop_title, stage) if text)
        within = ", ".join(name for name in (frame.words.program, frame.words.ministry) if name)
        facts = [
            ("Sesi", report.title),
            *([("Dalam rangka", within)] if within else []),
            ("Hari, tanggal", long_date(report.day)),
            ("Waktu", self._time()),
            ("Tempat", report.place),
            ("Dipimpin oleh", report.leader),
            ("Hadir", self._present()),
        ]
        running = f"Keadaan sampai {clock_time(frame.printed_at)} {frame.zone}; sesi masih berlangsung."
        return [
            line(capped(report.word, 200).upper(), style.TITLE),
            *paragraphs(capped(event, 600), style.SUBTITLE),
            *([line(running, style.SMALL_CENTER_SOFT)] if report.running else []),
            gap(8),
            identity(facts, self._total),
        ]

    def _time(self) -> str:
        planned = f"rencana {self._report.planned}" if self._report.planned else ""
        actual = f"pelaksanaan {self._report.actual}" if self._report.actual else ""
        words = ", ".join(text for text in (planned, actual) if text)
        return f"{words} {self._frame.zone}".strip() if words else ""

    def _present(self) -> str:
        came = self._report.attendance
        if came.people is None:
            return "belum dicatat"
        words = f"{number(came.people)} orang"
        if came.opd is not None:
            words += f" dari {number(came.opd)} {self._frame.words.opd}"
        if came.elements:
            named = ", ".join(f"{name} {number(count)}" for name, count in came.elements)
            words += f" dan {number(len(came.elements))} unsur di luar pemerintah ({named})"
        return words

    def _course(self) -> list[Block]:
        lines = self._report.course
        return [*self._section("Jalannya acara"), course_table(lines, self._total)] if lines else []

    def _people(self) -> list[Block]:
        """Return who came, by unsur and by agency, where attendance was taken."""
        counted = self._report.recap
        if not counted.whole.there:
            return []
        return [*self._section("Kehadiran"), *counted_people(counted, self._frame.words.opd, self._total)]

    def _turns(self) -> list[Block]:
        """Return what each group delivered, and who spoke in which order and how long."""
        lines = self._report.turns
        story: list[Block] = []
        if any(item.at or item.delivered for item in lines):
            story += [*self._section("Hasil kelompok"), states_table(lines, self._total)]
        if any(item.place for item in lines):
            story += [*self._section("Urutan presentasi"), speeches_table(lines, self._total)]
        return story

    # Results

    def _results(self) -> list[Block]:
        report, words = self._report, self._frame.words
        if not report.results and report.groups:
            return []
        heading = self._section(f"Hasil per {words.opd}")
        if not report.results:
            return [*heading, line(f"Belum ada {words.opd} yang dibahas pada sesi ini.")]
        pagu = f"Pagu relevan {report.pagu_year} (Rp)" if report.pagu_year else "Pagu relevan (Rp)"
        columns = [
            Column("No", 7.5, "right"),
            Column(words.opd, 60),
            Column("Hadir", 10, "right"),
            Column("Program", 14, "right"),
            Column("Relevan", 14, "right"),
            Column(pagu, 26, "right"),
            Column(f"{words.dimension} utama", 20),
            Column("Usulan quick win", 47),
        ]
        rows = [_result_row(place, item) for place, item in enumerate(report.results, start=1)]
        sums = _sums(report.results) if len(report.results) > 1 else None
        story = [*heading, table(columns, rows, self._total, sums=sums)]
        if any(picture.rows for picture in report.details):
            story.extend([gap(3), line(f"Rincian per program: {self._details_name()}.", style.SMALL_SOFT)])
        left_out = sum(1 for item in report.results if item.relevant and item.pagu_relevant is None)
        if left_out and report.pagu_year:
            who = f"{number(left_out)} {words.opd}"
            told = f"{who} tidak punya pagu {report.pagu_year} dan tidak ikut dijumlah."
            story.extend([gap(3), line(told, style.SMALL_SOFT)])
        return story

    def _chart(self) -> list[Block]:
        counts = self._report.dimensions
        if not any(item.programs for item in counts):
            return []
        word = self._frame.words.dimension
        note = f"Jumlah program yang relevan, masing-masing dihitung pada {word.lower()} utamanya."
        picture = drawn(program_bars(counts, width=min(self._total, _CHART_WIDTH)))
        heading = self._section(f"Sebaran program per {word.lower()}")
        return [together([*heading, picture, gap(2), line(note, style.SMALL_SOFT)])]

    # Groups

    def _groups(self) -> list[Block]:
        words = self._frame.words
        story: list[Block] = []
        for summary in self._report.groups:
            word = words.opd if summary.by_opd else words.dimension.lower()
            name = f"{summary.code} {summary.title}".strip()
            story.extend(self._section(f"Hasil per {word}: {capped(name, 200)}"))
            story.append(self._group_table(summary))
            if summary.merged:
                story.extend([gap(2), line(merged_words(summary.merged), style.SMALL_SOFT)])
            rows = [
                [capped(f"{group.code} {group.name}".strip() if place == 0 else ""), *top]
                for group in summary.results
                for place, top in enumerate(group.top)
            ]
            if rows and summary.labels:
                story.extend([gap(5), line(_top_words(summary), style.SMALL_BOLD), gap(2)])
                story.append(self._top_table(summary, rows))
            if any(group.rows for group in summary.results):
                story.extend([gap(3), line(f"Semua baris: {self._details_name()}.", style.SMALL_SOFT)])
        return story

    def _party(self, summary: GroupSummary) -> str:
        words = self._frame.words
        return words.opd if summary.by_opd else words.dimension

    def _group_table(self, summary: GroupSummary) -> Block:
        columns = [
            Column("No", 7.5, "right"),
            Column(self._party(summary), 70),
            Column("Hadir", 16, "right"),
            Column("Baris terisi", 22, "right"),
            Column("Lengkap", 18, "right"),
            Column("Status", 34),
        ]
        rows = [
            [
                number(place),
                capped(f"{item.code} {item.name}".strip()),
                _count(item.present),
                number(item.rows),
                number(item.complete),
                capped(item.status, 60),
            ]
            for place, item in enumerate(summary.results, start=1)
        ]
        sums = [
            "",
            "Jumlah",
            _count(_total([item.present for item in summary.results])),
            number(sum(item.rows for item in summary.results)),
            number(sum(item.complete for item in summary.results)),
            "",
        ]
        return table(columns, rows, self._total, sums=sums if len(rows) > 1 else None)

    def _top_table(self, summary: GroupSummary, rows: Sequence[Sequence[str]]) -> Block:
        columns = [Column(self._party(summary), 34)]
        for label in summary.labels:
            ranked = label == summary.ranked
            columns.append(Column(label, 16 if ranked else 55, "right" if ranked else "left"))
        cells = [[row[0], *(text or EMPTY for text in row[1:])] for row in rows]
        return table(columns, cells, self._total)

    # Notes

    def _notes(self, title: str, notes: Sequence[NoteLine], empty: str = "", word: str = "") -> list[Block]:
        if not notes:
            return [*self._section(title), line(empty)] if empty else []
        rows = [[number(place), note.text, _origin(note, word)] for place, note in enumerate(notes, start=1)]
        columns = [Column("", 8, "right"), Column("", 125), Column("", 42)]
        return [*self._section(title), table(columns, rows, self._total, headed=False)]

    def _follow_ups(self, items: Sequence[FollowUp]) -> list[Block]:
        heading = self._section("Tindak lanjut")
        if not items:
            return [*heading, line("Belum ada tindak lanjut yang dicatat.")]
        columns = [Column("No", 8, "right"), Column("Apa", 78), Column("Siapa", 46), Column("Tenggat", 32)]
        rows = [
            [number(place), item.what, capped(item.who) or EMPTY, long_date(item.due, weekday=False)]
            for place, item in enumerate(items, start=1)
        ]
        if any(item.state for item in items):
            columns.append(Column("Status", 20))
            rows = [[*row, capped(item.state, 60) or EMPTY] for row, item in zip(rows, items, strict=True)]
        return [*heading, table(columns, rows, self._total)]

    # What is open, and on what ground

    def _open(self) -> list[Block]:
        report = self._report
        if not report.warnings and not report.warning_summary:
            if not report.results:
                return []
            words = "Tidak ada kekurangan yang terlihat pada isian sampai laporan ini dicetak."
            return [*self._section("Yang masih perlu dilengkapi"), line(words)]
        story = [*self._section("Yang masih perlu dilengkapi")]
        summary = report.warning_summary or f"{number(len(report.warnings))} hal."
        if self._many_warnings:
            summary = f"{summary.rstrip('.')} (daftar pada Lampiran 1)."
        story.extend(paragraphs(summary))
        if report.warnings and not self._many_warnings:
            story.append(self._warnings(report.warnings, self._total))
        return story

    def _warnings(self, warnings: Sequence[OpenWarning], total: float) -> Block:
        words = self._frame.words
        both = f"{words.opd} atau {words.dimension.lower()}"
        columns = [
            Column("No", 8, "right"),
            Column(both if self._report.groups else words.opd, 55),
            Column("Yang perlu dilengkapi", 112),
        ]
        rows = [
            [number(place), capped(item.opd) or EMPTY, capped(item.text)]
            for place, item in enumerate(warnings, start=1)
        ]
        return table(columns, rows, total)

    def _photos(self) -> list[Block]:
        count = len(self._report.photos)
        if not count:
            return []
        return [*self._section("Dokumentasi"), line(f"{number(count)} foto kegiatan: {self._photos_name()}.")]

    def _end(self) -> list[Block]:
        """Return "Dasar" and the signatures, which never stand on a page without a line of text above."""
        signed = signatures(self._report.signers, self._signing(), self._total)
        basis = self._basis(self._report.basis)
        return [*basis[:-_KEPT_BASIS], together([*basis[-_KEPT_BASIS:], *signed])]

    def _basis(self, basis: Sequence[str]) -> list[Block]:
        if not basis:
            return []
        size = 7 * mm
        rows = [
            plain([[line(f"{place}."), paragraphs(capped(text, _BASIS_CAP))]], (size, self._total - size))
            for place, text in enumerate(basis, start=1)
        ]
        return [*self._section("Dasar"), *rows]

    # Annexes

    def _details_name(self) -> str:
        return "Lampiran 2" if self._many_warnings else "Lampiran 1"

    def _photos_name(self) -> str:
        before = self._many_warnings + any(picture.rows for picture in self._report.details)
        return f"Lampiran {before + 1}"

    def _details_title(self) -> str:
        words = self._frame.words
        of_groups = any(group.rows for summary in self._report.groups for group in summary.results)
        if not of_groups:
            return f"Rincian hasil per {words.opd}"
        return "Rincian hasil" if self._report.results else f"Rincian hasil per {words.dimension.lower()}"

    def _annexes(self) -> list[Block]:
        total = style.broad(self._frame.paper).body_width
        story: list[Block] = []
        if self._many_warnings:
            story.extend(page.turn(page.BROAD))
            story.extend(_annex("Lampiran 1", "Yang masih perlu dilengkapi"))
            story.append(self._warnings(self._report.warnings, total))
        pictures = [picture for picture in self._report.details if picture.rows]
        if pictures:
            story.extend(page.turn(page.BROAD))
            story.extend(_annex(self._details_name(), self._details_title()))
            for place, picture in enumerate(pictures, start=1):
                story.extend(_detail(place, picture, total))
        if self._report.photos:
            story.extend(page.turn(page.UPRIGHT))
            head = _annex(self._photos_name(), "Dokumentasi kegiatan")
            story.extend(photo_pages(self._report.photos, style.upright(self._frame.paper), head))
        return story


def _annex(name: str, title: str) -> list[Block]:
    return [line(name.upper(), style.SMALL_BOLD), line(title, style.SHEET_OPD), gap(4)]


def _detail(place: int, picture: SheetPicture, total: float) -> list[Block]:
    sheet = f"Lembar {picture.number}" if picture.number else ""
    facts = " · ".join(text for text in (sheet, sheet_facts(picture)) if text)
    return [
        *part(f"{place}. {capped(picture.opd)}", room=40 * mm),
        *paragraphs(facts, style.SMALL),
        gap(3),
        *sheet_table(picture, total),
    ]


def _listed(texts: Sequence[str]) -> str:
    """Return several texts as numbered lines, one as it is."""
    numbered = [f"{place}. {text}" for place, text in enumerate(texts, start=1)]
    return "\n".join(numbered if len(texts) > 1 else texts)


def _result_row(place: int, item: OpdResult) -> list[str]:
    remarks = [
        "" if item.own_plan else "tanpa Renstra sendiri",
        f"diwakili {capped(item.represented_by, 300)}" if item.represented_by else "",
        capped(item.status, 60),
    ]
    below = " · ".join(text for text in remarks if text)
    return [
        number(place),
        f"{capped(item.name)}\n({below})" if below else capped(item.name),
        _count(item.present),
        _count(item.programs),
        _count(item.relevant),
        money(item.pagu_relevant),
        capped(item.dimensions, 300) or EMPTY,
        _listed([capped(text, 300) for text in item.quick_wins]) or EMPTY,
    ]


def _top_words(summary: GroupSummary) -> str:
    if not summary.ranked:
        return "Baris pertama setiap kelompok"
    return f"Tiga teratas setiap kelompok menurut {summary.ranked.lower()}"


def _total(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _count(value: int | None) -> str:
    return EMPTY if value is None else number(value)


def _sums(results: Sequence[OpdResult]) -> list[str]:
    return [
        "",
        "Jumlah",
        _count(_total([item.present for item in results])),
        _count(_total([item.programs for item in results])),
        _count(_total([item.relevant for item in results])),
        money(_total([item.pagu_relevant for item in results])),
        "",
        f"{number(sum(len(item.quick_wins) for item in results))} usulan",
    ]


def _origin(note: NoteLine, word: str) -> str:
    moment = f"{word} {capped(note.at, 60)}".strip() if note.at else ""
    return ", ".join(text for text in (moment, capped(note.source, 300)) if text)
