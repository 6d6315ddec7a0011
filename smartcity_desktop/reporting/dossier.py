"""The dossier of one OPD: a first page that stands alone, then its Renstra, questions and promises."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain.dossier import Dossier, GoalRow, ProgramReading, Question, Visit, summary
from smartcity_desktop.domain.plan_strategy import StrategyRow
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import FollowUp, NoteLine, PrintFrame
from smartcity_desktop.domain.wording import EMPTY, label, long_date, number
from smartcity_desktop.reporting import forms, page, style
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
    part,
    section,
    table,
    together,
)
from smartcity_desktop.reporting.dossier_plan import goal_rows, pagu_by_year, program_tables
from smartcity_desktop.reporting.letter import Signing, letterhead, signatures

_MOST_LISTED: Final = 5
_LISTED_CAP: Final = 200
_NAME_CAP: Final = 600
_SHORT_NAME: Final = 160
_SLACK: Final = 4.0
_NUMBER: Final = 9 * mm
_WRITING: Final = 7.0
_KEPT_VISITS: Final = 6
_KEPT_HEIGHT: Final = 95 * mm
"""Up to how tall the reading of one program is never parted by the end of a page."""
_PLAN, _GOALS, _READING, _QUESTIONS, _PROMISES = "ABCDE"


def dossier(picture: Dossier, frame: PrintFrame) -> bytes:
    """Return the dossier of one OPD, portrait, with the tables of its Renstra in landscape."""
    return page.press([dossier_part(picture, frame)])


def parts(job: PrintJob) -> list[page.Part]:
    """Return the dossiers of a gathered job."""
    return [dossier_part(item, job.frame) for item in job.dossiers or (Dossier(),)]


def dossier_part(picture: Dossier, frame: PrintFrame) -> page.Part:
    """Return the dossier of one OPD as a part of a file."""
    word = frame.words.say("Dossier OPD")
    paper = page.Paper(
        title=capped(f"{word} - {picture.name}", 300),
        label=" ".join(capped(f"{word} {picture.called} {frame.doc_number}", 200).split()),
        running=(capped(f"{word} · {picture.name}", 300), frame.stage_name or frame.region),
    )
    return page.Part(_Dossier(picture, frame).blocks, paper, frame, capped(picture.name, 300))


class _Dossier:
    """The parts of one dossier in their order."""

    def __init__(self, picture: Dossier, frame: PrintFrame) -> None:
        self._picture = picture
        self._frame = frame
        self._say = frame.words.say
        self._sheet = style.upright(frame.paper)
        self._total = self._sheet.body_width

    def blocks(self) -> list[Block]:
        if self._picture.plan is None:
            return self._short()
        return [
            *self._first_page(),
            *self._plan(),
            *self._reading(_READING),
            *self._questions(_QUESTIONS),
            *self._promises(_PROMISES),
        ]

    def _short(self) -> list[Block]:
        """Return the dossier of an OPD without a Renstra, where nothing has to be summed up first."""
        return [
            *self._head(),
            *section("A. Renstra"),
            line(f"{self._picture.plan_facts or 'Renstra belum diserahkan'}."),
            *self._questions("B"),
            *self._promises("C"),
        ]

    # The first page

    def _first_page(self) -> list[Block]:
        """Return the first page; its lists, and very long names, are as long as the page has room for."""
        room = self._sheet.body_height - _SLACK
        whole = [(most, _NAME_CAP) for most in range(_MOST_LISTED, 1, -1)]
        short = [(most, _SHORT_NAME) for most in range(_MOST_LISTED, -1, -1)]
        for most, limit in (*whole, *short):
            story = self._summary(most, limit)
            if height_of(story, self._total) <= room:
                break
        return story

    def _head(self, limit: int = _NAME_CAP) -> list[Block]:
        picture, frame = self._picture, self._frame
        event = " · ".join(text for text in (frame.workshop_title, frame.region) if text)
        facts = [
            ("Pimpinan", picture.head),
            ("Bidang urusan", "; ".join(picture.bidang)),
            (self._say("Dimensi utama"), picture.dimension),
            ("Renstra", picture.plan_facts),
        ]
        return [
            *letterhead(frame.letterhead, self._total),
            line(self._say("Dossier OPD").upper(), style.TITLE),
            *paragraphs(capped(picture.name, limit), style.KOP_GOVERNMENT),
            *paragraphs(capped(event, limit), style.SUBTITLE),
            gap(6),
            identity([(name, capped(value, limit)) for name, value in facts], self._total),
        ]

    def _summary(self, most: int, limit: int) -> list[Block]:
        picture = self._picture
        wins = [[capped(item.text, _LISTED_CAP), capped(item.dimension, 60)] for item in picture.quick_wins]
        asked = [[capped(item.text, _LISTED_CAP), ""] for item in picture.questions]
        told = [
            [capped(item.what, _LISTED_CAP), long_date(item.due, weekday=False) if item.due else item.state]
            for item in picture.follow_ups
        ]
        return [
            *self._head(limit),
            gap(6),
            *paragraphs(summary(picture)),
            gap(4),
            self._figures(),
            *self._pagu(),
            *self._listed("Usulan quick win", wins, most, "Belum ada usulan quick win.", _READING),
            *self._listed(
                self._say("Yang perlu dijawab OPD"), asked, most, "Tidak ada yang perlu dijawab.", _QUESTIONS
            ),
            *self._listed("Tindak lanjut yang dijanjikan", told, most, "Belum ada tindak lanjut.", _PROMISES),
        ]

    def _figures(self) -> Block:
        """Return the figures at a glance, each large over its word."""
        picture, plan = self._picture, self._picture.plan
        counts = plan.counts if plan else {}
        found = [
            ("Program", counts.get("program", 0)),
            ("Kegiatan", counts.get("kegiatan", 0)),
            ("Subkegiatan", counts.get("subkegiatan", 0)),
            ("Program relevan", len(picture.readings)),
            ("Usulan inovasi", picture.proposals),
            ("Usulan quick win", len(picture.quick_wins)),
            ("Perlu dijawab", len(picture.questions)),
            ("Tindak lanjut", len(picture.follow_ups)),
        ]
        sizes = [self._total / len(found)] * len(found)
        large = [line(number(count), style.FIGURE) for _, count in found]
        words = [line(word, style.FIGURE_WORD) for word, _ in found]
        return framed([large, words], sizes, head=0, extra=[("LINEBELOW", (0, 0), (-1, 0), 0.5, style.BLANK)])

    def _pagu(self) -> list[Block]:
        plan = self._picture.plan
        if plan is None or not plan.years:
            return []
        heading = paragraphs("Pagu Renstra per tahun (Rp)", style.PART)
        if not plan.own and not plan.support:
            lower = ", ".join(label("level", level).lower() for level in plan.by_level)
            words = f"Program belum memuat pagu; jumlah menurut {lower} ada di bagian {_PLAN}."
            return [*heading, line(words if lower else "Renstra ini belum memuat pagu.", style.SMALL)]
        return [*heading, pagu_by_year(plan, self._total)]

    def _listed(
        self, title: str, rows: Sequence[Sequence[str]], most: int, empty: str, letter: str
    ) -> list[Block]:
        # Nothing on this page may ask for the next one: that it fits has been measured.
        heading = paragraphs(title, style.PART)
        if not rows:
            return [*heading, line(empty, style.SMALL)]
        more = len(rows) - most
        shown = [[number(place), *row] for place, row in enumerate(rows[:most], start=1)]
        columns = [Column("", 8, "right"), Column("", 122)]
        if any(row[1] for row in rows):
            columns.append(Column("", 44))
        else:
            shown = [row[:2] for row in shown]
        story = [*heading, table(columns, shown, self._total, headed=False)] if shown else heading
        if more > 0:
            words = f"dan {number(more)} lagi" if shown else f"{number(more)} hal"
            story = [*story, gap(2), line(f"{words}: lihat bagian {letter}.", style.SMALL_SOFT)]
        return story

    # The plan

    def _plan(self) -> list[Block]:
        plan = self._picture.plan
        if plan is None:
            return []
        total = style.broad(self._frame.paper).body_width
        story = [*page.turn(page.BROAD), *section(f"{_PLAN}. Program Renstra")]
        if plan.works:
            story.extend(program_tables(plan, total))
        else:
            story.append(line("Belum ada program yang terbaca dari Renstra ini."))
        if plan.by_level and plan.is_asked:
            words = f"Jumlah pagu berbeda menurut tingkatnya; lihat bagian {_QUESTIONS}."
            story.extend([gap(3), line(words, style.SMALL_SOFT)])
        story.extend(section(f"{_GOALS}. Tujuan dan sasaran", room=40 * mm))
        if not plan.goals:
            return [*story, line("Renstra ini tidak memuat tujuan dan sasaran.")]
        story.append(_goals(plan.goals, plan.years, total))
        if plan.strategies:
            story.extend(section("Strategi dan arah kebijakan", room=40 * mm))
            story.append(_strategies(plan.strategies, total))
        return story

    # The reading

    def _reading(self, letter: str) -> list[Block]:
        picture = self._picture
        story = [*page.turn(page.UPRIGHT), *section(f"{letter}. Analisis program")]
        if picture.spread:
            words = self._say("Program relevan menurut dimensi utamanya")
            story.append(line(f"{words}: {picture.spread}."))
        if not picture.readings:
            words = "Belum ada program yang dinyatakan relevan dengan kota cerdas."
            story.append(line(words))
        for place, item in enumerate(picture.readings, start=1):
            story.extend(_program(place, item, self._total))
        for title, names in (("Tidak relevan", picture.irrelevant), ("Belum dibahas", picture.unread)):
            if names:
                told = "; ".join(capped(name, _LISTED_CAP) for name in names)
                lead = f"{title} ({number(len(names))}):"
                story.extend([gap(5), *paragraphs(f"{told}.", style.SMALL, lead=lead)])
        return story

    # What is asked

    def _questions(self, letter: str) -> list[Block]:
        story = section(f"{letter}. {self._say('Yang perlu dijawab OPD')}", room=50 * mm)
        if not self._picture.questions:
            return [*story, line("Tidak ada yang perlu dijawab sampai dossier ini dicetak.")]
        words = "Tulis jawaban di tempatnya, tanda tangani, dan kembalikan ke meja panitia."
        return [
            *story,
            line(words, style.SMALL_SOFT),
            gap(3),
            *(
                _question(place, item, self._total)
                for place, item in enumerate(self._picture.questions, start=1)
            ),
        ]

    # What is told

    def _promises(self, letter: str) -> list[Block]:
        picture = self._picture
        story = section(f"{letter}. Yang dijanjikan", room=40 * mm)
        if not (picture.decisions or picture.follow_ups or picture.quick_wins or picture.waiting):
            words = "Belum ada keputusan, tindak lanjut, atau usulan quick win yang dicatat untuk OPD ini."
            story.append(line(self._say(words)))
        story.extend(self._decisions(picture.decisions))
        story.extend(self._follow_ups("Tindak lanjut", picture.follow_ups))
        story.extend(self._quick_wins())
        story.extend(self._follow_ups(self._say("Menunggu OPD lain"), picture.waiting))
        return [*story, *self._end()]

    def _decisions(self, items: Sequence[NoteLine]) -> list[Block]:
        if not items:
            return []
        columns = [Column("No", 8, "right"), Column("Keputusan", 112), Column("Diputuskan pada", 54)]
        rows = [
            [number(place), item.text, capped(item.source, 300) or EMPTY]
            for place, item in enumerate(items, 1)
        ]
        return [*part("Keputusan"), table(columns, rows, self._total)]

    def _follow_ups(self, title: str, items: Sequence[FollowUp]) -> list[Block]:
        if not items:
            return []
        columns = [
            Column("No", 8, "right"),
            Column("Apa", 84),
            Column("Siapa", 32),
            Column("Tenggat", 30),
            Column("Status", 20),
        ]
        rows = [
            [
                number(place),
                item.what,
                capped(item.who, 300) or EMPTY,
                long_date(item.due, weekday=False),
                capped(item.state, 60) or EMPTY,
            ]
            for place, item in enumerate(items, 1)
        ]
        return [*part(title), table(columns, rows, self._total)]

    def _quick_wins(self) -> list[Block]:
        items = self._picture.quick_wins
        if not items:
            return []
        columns = [
            Column("No", 8, "right"),
            Column("Usulan", 84),
            Column("Program", 50),
            Column(self._say("Dimensi"), 32),
        ]
        rows = [
            [number(place), item.text, capped(item.program), capped(item.dimension, 100) or EMPTY]
            for place, item in enumerate(items, 1)
        ]
        return [*part("Usulan quick win"), table(columns, rows, self._total)]

    def _end(self) -> list[Block]:
        """Return who took part and the signature, which never stands on a page without a line above it."""
        visits = self._picture.visits
        story = part("Keikutsertaan")
        if visits:
            story.append(_visits(visits, self._total))
        else:
            story.append(line(self._say("Lembar OPD ini belum dikerjakan pada sesi mana pun.")))
        signing = Signing(self._frame.city, self._frame.printed_at.year)
        signed = signatures(self._picture.signers, signing, self._total)
        if len(visits) <= _KEPT_VISITS:
            return [together([*story, *signed])]
        return [*story, together(signed)]


def _goals(goals: Sequence[GoalRow], years: Sequence[str], total: float) -> Block:
    columns = [
        Column("Tujuan dan sasaran", 82),
        Column("Indikator", 70),
        Column("Satuan", 20),
        Column("Kondisi awal", 24),
        *(Column(f"Target {year}", 12, "right") for year in years),
    ]
    return table(columns, goal_rows(goals, years), total)


def _strategies(rows: Sequence[StrategyRow], total: float) -> Block:
    columns = [Column("Tujuan dan sasaran", 82), Column("Strategi", 90), Column("Arah kebijakan", 90)]
    return table(
        columns, [[capped(row.goal), capped(row.strategy), capped(row.direction)] for row in rows], total
    )


def _program(place: int, item: ProgramReading, total: float) -> list[Block]:
    title = capped(f"{number(place)}. {item.code} {item.name}".strip())
    short = " · ".join(f"{name.rstrip('?')}:\u00a0{text}" for name, text in item.short)
    story = [*part(title, room=32 * mm), *paragraphs(capped(short), style.SMALL)]
    if item.long:
        story.extend([gap(3), table([Column("", 38), Column("", 132)], list(item.long), total, headed=False)])
    # A reading of usual length stays on one page; a long one begins where it is and goes on.
    return [together(story)] if height_of(story[1:], total) <= _KEPT_HEIGHT else story


def _question(place: int, item: Question, total: float) -> Block:
    width = total - _NUMBER - 5 * mm
    content = [
        *paragraphs(capped(item.text), style.CELL),
        *paragraphs(capped(item.place), style.SMALL_SOFT),
        gap(_WRITING),
        forms.write_line([forms.WriteField("Jawaban:")], width),
        gap(_WRITING),
        forms.write_line([forms.WriteField("")], width),
        gap(5),
    ]
    row = [[[line(number(place), style.CELL_RIGHT)], content]]
    return together([framed(row, (_NUMBER, total - _NUMBER), head=0)])


def _visits(visits: Sequence[Visit], total: float) -> Block:
    columns = [
        Column("Sesi", 58),
        Column("Hari", 28),
        Column("Waktu", 22),
        Column("Lembar", 30),
        Column("Hadir", 12, "right"),
        Column("Diwakili oleh", 26),
        Column("Status", 22),
    ]
    rows = [
        [
            capped(item.session, 300) or EMPTY,
            long_date(item.day, weekday=False),
            item.times or EMPTY,
            capped(item.sheet, 120) or EMPTY,
            EMPTY if item.present is None else number(item.present),
            capped(item.represented_by, 300) or EMPTY,
            capped(item.status, 60) or EMPTY,
        ]
        for item in visits
    ]
    return table(columns, rows, total)
