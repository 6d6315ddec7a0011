"""The list that controls the papers: what went out, what came back, who keyed what."""

from datetime import datetime
from typing import Final

from smartcity_desktop.domain.paper_loop import STATE_WORDS, PaperLine
from smartcity_desktop.domain.paper_slips import ControlPicture, ControlTable
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, clock_time, in_zone, number, short_date
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import Block, Column, capped, gap, line, paragraphs, section, table

_TITLE: Final = "Kendali kertas"
_CAP: Final = 300
_COLUMNS: Final = (
    Column("Nomor", 26),
    Column("Milik", 62),
    Column("Keluar", 30),
    Column("Keadaan", 34),
    Column("Isian", 16, "right"),
    Column("Diketik oleh", 60),
    Column("Bacaan kedua", 46),
)


def control_part(picture: ControlPicture, frame: PrintFrame) -> page.Part:
    """Return the list, a table for each worksheet; where nothing was issued it says so."""
    paper = page.Paper(_TITLE, _TITLE, (capped(frame.workshop_title, _CAP), _TITLE), page.BROAD)
    return page.Part(lambda: _blocks(picture, frame), paper, frame, _TITLE)


def _blocks(picture: ControlPicture, frame: PrintFrame) -> list[Block]:
    total = style.broad(frame.paper).body_width
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    blocks = [
        line(_TITLE.upper(), style.TITLE),
        *paragraphs(capped(event, 500), style.SUBTITLE),
        gap(6),
    ]
    if not picture.tables:
        return [*blocks, *paragraphs("Belum ada kertas bernomor yang dicetak.", style.BODY)]
    for item in picture.tables:
        blocks += _table(item, frame, total)
    return blocks


def _table(item: ControlTable, frame: PrintFrame, total: float) -> list[Block]:
    told = [": ".join(text for text in (one.called, one.words) if text) for one in item.sums]
    blocks = [*section(capped(item.title, _CAP))]
    for text in told:
        blocks += paragraphs(text, style.BODY)
    if item.sheets:
        rows = [_row(one, frame) for one in item.sheets]
        blocks += [gap(3), table(_COLUMNS, rows, total)]
    return [*blocks, gap(8)]


def _row(item: PaperLine, frame: PrintFrame) -> list[str]:
    by = "; ".join(f"{one.who} {number(one.fields)} ({_at(one.at, frame)})" for one in item.by)
    return [
        item.paper.code,
        capped(item.party, _CAP),
        _at(item.paper.printed_at, frame) or EMPTY,
        STATE_WORDS.get(item.paper.state, item.paper.state),
        number(item.fields),
        capped(by, _CAP) or EMPTY,
        item.second or EMPTY,
    ]


def _at(text: str, frame: PrintFrame) -> str:
    if not text:
        return ""
    moment = in_zone(datetime.fromisoformat(text), frame.zone)
    return f"{short_date(moment.date())} {clock_time(moment)}"
