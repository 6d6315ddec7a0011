"""Road map and action plan on paper: tables over broad pages; the picture is set by ``roadmap_picture``."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.action_plan import HEAD_WORDS, NO_HEAD, ActionPlan, ActionRow, cost_told
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.paper_roadmap import ActionPaper, RoadPaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.roadmap import OPD, RoadProgram, cost_sum
from smartcity_desktop.domain.roadmap_table import waits
from smartcity_desktop.domain.wording import EMPTY, label, money, number, rupiah_words
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import Block, Column, capped, gap, line, paragraphs, part, table
from smartcity_desktop.reporting.roadmap_picture import picture_part

_NAME: Final = 300
_SIZE: Final = 8.0
_SPARED: Final = frozenset({4, 5, 8})
"""Columns (outcome, target, supporters) that are left out where no action says anything in them."""
_NO_PROGRAM: Final = "Belum ada program smart city."
_NO_ACTION: Final = "Belum ada aksi."
_NO_MATCH: Final = "Tidak ada yang cocok dengan saringan."


def parts(job: PrintJob) -> list[page.Part]:
    """Return what the picture of a gathered job asks for."""
    picture = job.picture
    if isinstance(picture, ActionPaper):
        return [_broad(job, picture)]
    road = picture if isinstance(picture, RoadPaper) else RoadPaper()
    return [picture_part(job, road) if road.is_picture and road.groups else _broad(job, road)]


def _broad(job: PrintJob, picture: RoadPaper | ActionPaper) -> page.Part:
    paper = page.Paper(job.name, job.name, (job.name, capped(job.frame.workshop_title, _NAME)), page.BROAD)
    if isinstance(picture, ActionPaper):
        return page.Part(lambda: _actions(picture, job.frame), paper, job.frame, job.name)
    return page.Part(lambda: _road(picture, job.frame), paper, job.frame, job.name)


def _titled(title: str, frame: PrintFrame, told: str, part_words: str) -> list[Block]:
    return [
        line(title.upper(), style.SHEET_TITLE),
        *paragraphs(capped(frame.workshop_title, _NAME), style.SMALL),
        gap(2),
        *(paragraphs(told, style.BODY_BOLD) if told else []),
        *(paragraphs(part_words, style.SMALL) if part_words else []),
    ]


# The road map ----------------------------------------------------------------------------------------------


def _road(picture: RoadPaper, frame: PrintFrame) -> list[Block]:
    told = cost_sum(picture.programs).sentence if picture.groups else ""
    part_words = picture.part_words(frame.words.say)
    blocks = _titled(frame.words.say(picture.title), frame, told, part_words)
    if not picture.groups:
        return [*blocks, gap(6), line(_NO_MATCH if part_words else _NO_PROGRAM)]
    total = style.broad(frame.paper).body_width
    for group in picture.groups:
        blocks += part(f"{frame.words.say(group.name)} ({number(len(group.programs))})")
        rows = [_program(picture, at, item) for at, item in enumerate(group.programs, start=1)]
        blocks.append(table(_columns(picture, frame), rows, total, sums=_sums(group.programs), size=_SIZE))
    blocks += part(f"Yang perlu dilihat ({number(len(picture.clashes))})")
    if not picture.clashes:
        return [*blocks, line("Tidak ada.")]
    hints = [
        [number(at), frame.words.say(item.kind_words), item.words]
        for at, item in enumerate(picture.clashes, start=1)
    ]
    columns = [Column("No", 9, "right"), Column("Tentang", 24), Column("Yang belum cocok", 220)]
    return [*blocks, table(columns, hints, total, size=_SIZE)]


def _columns(picture: RoadPaper, frame: PrintFrame) -> list[Column]:
    beside = "Dimensi" if picture.way == OPD else "OPD"
    return [
        Column("No", 8, "right"),
        Column("Program smart city", 46),
        Column(frame.words.say(beside), 20),
        Column("Jangka, tahun", 22),
        *(Column(f"Th {period.replace('-', '–')}", 28) for period in PERIODS),
        Column("Sumber dana", 20),
        Column("Biaya", 22, "right"),
    ]


def _program(picture: RoadPaper, at: int, item: RoadProgram) -> list[str]:
    road = picture.road
    home = road.dimension(item.dimension).short if picture.way == OPD else road.opd(item.opd).short
    first = waits(road, item)
    return [
        number(at),
        f"{item.called}\nPrasyarat: {first}" if first else item.called,
        home or EMPTY,
        f"{label('horizon', item.horizon)}, {item.years}",
        *(item.texts(period) for period in PERIODS),
        item.fund_words or EMPTY,
        item.money.told if item.money else EMPTY,
    ]


def _sums(programs: Sequence[RoadProgram]) -> list[str]:
    """Return the last row of a group: what each period costs, and from how many programs that comes."""
    found = cost_sum(programs)
    each = [rupiah_words(found.by_period[period]) if found.by_period[period] else EMPTY for period in PERIODS]
    said = f"Biaya {number(found.priced)} dari {number(found.count)} program"
    return ["", said, "", "", *each, "", found.money.told if found.priced else EMPTY]


# The action plan -------------------------------------------------------------------------------------------


def _actions(picture: ActionPaper, frame: PrintFrame) -> list[Block]:
    plan = picture.plan
    own = picture.rows
    title = "Rencana aksi" if picture.is_whole else f"Rencana aksi: {HEAD_WORDS[picture.heads[0]]}"
    told = plan.told if picture.is_whole and not picture.is_part else cost_told(own)
    blocks = _titled(title, frame, told, picture.part_words(frame.words.say))
    if picture.is_part and not own:
        return [*blocks, gap(6), line(_NO_MATCH)]
    total = style.broad(frame.paper).body_width
    for head in picture.heads:
        rows = [item for item in own if item.head == head]
        if picture.is_whole:
            blocks += part(f"{HEAD_WORDS.get(head, NO_HEAD)} ({number(len(rows))})")
        if not rows:
            blocks.append(line(_NO_ACTION))
            continue
        lines = [_action(plan, at, item) for at, item in enumerate(_in_order(plan, rows), start=1)]
        paid = sum(item.total for item in rows)
        sums = ["", cost_told(rows), *[""] * 7, money(paid) if paid else EMPTY, ""]
        kept = [at for at in range(len(sums)) if at not in _SPARED or any(row[at] for row in lines)]
        columns = _action_columns(frame)
        shown = [[row[at] for at in kept] for row in (*lines, sums)]
        blocks.append(table([columns[at] for at in kept], shown[:-1], total, sums=shown[-1], size=_SIZE))
    if picture.is_whole and plan.without and not picture.is_part:
        blocks += part(f"Program tanpa aksi ({number(len(plan.without))})")
        say = frame.words.say
        heads = [Column("No", 9, "right"), Column("Program smart city", 160), Column(say("Dimensi"), 60)]
        bare = [
            [number(at), item.called, plan.called(item.dimension) or EMPTY]
            for at, item in enumerate(plan.without, start=1)
        ]
        blocks.append(table(heads, bare, total, size=_SIZE))
    return blocks


def _in_order(plan: ActionPlan, rows: Sequence[ActionRow]) -> list[ActionRow]:
    places = {item.id: at for at, item in enumerate(plan.programs)}
    return sorted(rows, key=lambda item: places.get(item.initiative, len(places)))


def _action_columns(frame: PrintFrame) -> list[Column]:
    say = frame.words.say
    return [
        Column("No", 8, "right"),
        Column("Program smart city", 34),
        Column("Kegiatan aksi", 42),
        Column("Keluaran", 36),
        Column("Hasil", 34),
        Column("Target", 26),
        Column("Waktu", 20),
        Column(say("OPD"), 20),
        Column("Pendukung dan mitra", 28),
        Column("Biaya (Rp)", 26, "right"),
        Column("Sumber dana", 20),
    ]


def _action(plan: ActionPlan, at: int, item: ActionRow) -> list[str]:
    return [
        number(at),
        plan.program(item.initiative).called or EMPTY,
        item.text,
        item.output,
        item.outcome,
        f"{item.baseline} → {item.target_words}" if item.baseline and item.target else item.target_words,
        item.when.words,
        plan.called(item.opd) or EMPTY,
        plan.support_words(item),
        money(item.total) if item.cost else EMPTY,
        item.fund_words or EMPTY,
    ]
