"""The result of votes on paper: points, share, rank and spread of every line, with ties and rounds."""

from typing import Final

from smartcity_desktop.domain.paper_vote import (
    VotePicture,
    knob_words,
    percent_words,
    spread_words,
    state_words,
    told_words,
)
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.vote import HANDS, Result
from smartcity_desktop.domain.wording import EMPTY
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
)

_NAME: Final = 300
_NOTHING: Final = "Belum ada pemungutan suara."
_HIDDEN: Final = "Hasilnya belum diumumkan, jadi tidak dicetak."


def parts(job: PrintJob) -> list[page.Part]:
    """Return the prints of a gathered job of this family."""
    picture = job.picture if isinstance(job.picture, VotePicture) else VotePicture()
    title = "Hasil pemungutan suara"
    paper = page.Paper(title, title, (capped(job.frame.workshop_title, _NAME), title))
    return [page.Part(lambda: _result(picture, job.frame), paper, job.frame, title)]


def _result(picture: VotePicture, frame: PrintFrame) -> list[Block]:
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    blocks = [line("HASIL PEMUNGUTAN SUARA", style.TITLE), *paragraphs(capped(event, 500), style.SUBTITLE)]
    if not picture.votes:
        return [*blocks, gap(6), *paragraphs(_NOTHING)]
    total = style.upright(frame.paper).body_width
    for rounds in picture.votes:
        blocks += [gap(6), *_vote(rounds, picture.sums.get(rounds[-1].vote.id, ()), total)]
    return blocks


def _vote(rounds: tuple[Result, ...], sums: tuple[str, ...], total: float) -> list[Block]:
    held = rounds[-1]
    vote = held.vote
    blocks = [
        *section(vote.title),
        *paragraphs(vote.question),
        *paragraphs(f"{knob_words(vote)}. {state_words(vote)}.", style.SMALL),
        gap(3),
    ]
    if not vote.is_revealed:
        return [*blocks, *paragraphs(_HIDDEN)]
    blocks += _table(held, total)
    blocks += [block for text in (*told_words(held), *held.told, *sums) for block in paragraphs(text)]
    for earlier in rounds[:-1]:
        blocks += [gap(4), *part(f"Putaran {earlier.round}"), *_table(earlier, total)]
    return [*blocks, *(block for text in vote.note.splitlines() for block in paragraphs(text, style.SMALL))]


def _table(result: Result, total: float) -> list[Block]:
    has_spread = result.vote.way != HANDS
    columns = [
        Column("Urutan", 16, "right"),
        Column("Pilihan", 82 if has_spread else 130),
        Column(result.vote.unit.capitalize(), 16, "right"),
        Column("Bagian", 18, "right"),
        *([Column("Sebaran", 56)] if has_spread else []),
    ]
    rows = [
        (
            str(item.rank) if item.rank else EMPTY,
            item.item.text,
            str(item.points),
            percent_words(item.share),
            *([spread_words(item, result.vote.way)] if has_spread else []),
        )
        for item in result.ranked
    ]
    return [table(columns, rows, total)]
