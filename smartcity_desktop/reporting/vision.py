"""Vision and missions on paper: what was adopted and what it serves, its versions, and the keywords."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.paper_vision import VISION_WORDS, VisionPicture, WordsPicture
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.vision import (
    DRAFT_WORDS,
    KIND_WORDS,
    MISSION,
    VISION,
    Adoption,
    Board,
    Text,
    version_words,
    warnings,
    written,
)
from smartcity_desktop.domain.vision_change import GONE, NEW, changes, mission_changes, mission_head
from smartcity_desktop.domain.wording import EMPTY
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    gap,
    line,
    marked,
    paragraphs,
    part,
    section,
    table,
)
from smartcity_desktop.reporting.letter import letterhead

_TITLE: Final = "Visi dan misi smart city"
_WORDS: Final = "Kata kunci visi"
_NAME: Final = 300
_REASON: Final = 300
_VISION: Final = 15.0
_NO_VISION: Final = "Visi belum ditetapkan."
_NO_MISSIONS: Final = "Misi belum ditetapkan."
_NO_WORDS: Final = "Belum ada kata kunci."
_LEGEND: Final = "Bergaris bawah: masuk pada versi itu. Dicoret: keluar."
_COUNTED: Final = (
    "Jumlah: berapa baris di lembar kelompok yang menuliskannya. Suara: poin pemungutan suara yang sudah "
    "diumumkan. Di visi: kata itu, atau bentuk lainnya, ada dalam visi yang sedang dikerjakan."
)


def parts(job: PrintJob) -> list[page.Part]:
    """Return the prints of a gathered job of this family."""
    if job.kind == VISION_WORDS:
        words = job.picture if isinstance(job.picture, WordsPicture) else WordsPicture()
        return [_part(_WORDS, job.frame, lambda: _keywords(words.board, job.frame))]
    picture = job.picture if isinstance(job.picture, VisionPicture) else VisionPicture()
    return [_part(_TITLE, job.frame, lambda: _texts(picture, job.frame))]


def _part(title: str, frame: PrintFrame, build: Callable[[], list[Block]]) -> page.Part:
    running = (capped(frame.workshop_title, _NAME), title)
    return page.Part(build, page.Paper(title, title, running), frame, title)


def _head(title: str, frame: PrintFrame) -> list[Block]:
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name) if text)
    return [
        *letterhead(frame.letterhead, style.upright(frame.paper).body_width),
        line(title.upper(), style.TITLE),
        *paragraphs(capped(event, 500), style.SUBTITLE),
    ]


# Adopted text ----------------------------------------------------------------------------------------------


def _texts(picture: VisionPicture, frame: PrintFrame) -> list[Block]:
    board, total = picture.board, style.upright(frame.paper).body_width
    vision, missions = (None, None) if picture.draft else (board.standing(VISION), board.standing(MISSION))
    said = board.vision.said if picture.draft else vision.said if vision else ""
    texts = written(board.missions) if picture.draft else missions.texts if missions else ()
    blocks = _head(_TITLE, frame)
    if picture.draft:
        blocks.append(line(DRAFT_WORDS, style.BODY_CENTER_BOLD))
    blocks += [*section("Visi"), *paragraphs(said or _NO_VISION, style.sized(style.BODY_BOLD, _VISION))]
    blocks += _adopted(vision)
    blocks += section("Misi")
    blocks += [_missions(board, texts, frame, total)] if texts else paragraphs(_NO_MISSIONS)
    blocks += _adopted(missions)
    blocks += _served(board, texts, total)
    if picture.draft:
        blocks += _notes(board, frame)
    elif picture.history:
        blocks += _history(board, frame)
    return blocks


def _adopted(found: Adoption | None) -> list[Block]:
    if found is None:
        return []
    return [gap(2), *paragraphs(f"{version_words(found, stands=True)} · {found.told}", style.SMALL)]


def _missions(board: Board, texts: Sequence[Text], frame: PrintFrame, total: float) -> Block:
    columns = [
        Column("No", 8, "right"),
        Column("Misi", 96),
        Column("Misi RPJMD", 34),
        Column(frame.words.say("Dimensi"), 34),
    ]
    rows = [
        (
            str(place),
            item.said,
            ", ".join(board.point_numbers(item.points)) or EMPTY,
            capped(", ".join(board.dimension_codes(item.dimensions)), _NAME) or EMPTY,
        )
        for place, item in enumerate(texts, start=1)
    ]
    return table(columns, rows, total)


def _served(board: Board, texts: Sequence[Text], total: float) -> list[Block]:
    """Return which missions serve each mission of the RPJMD."""
    if not board.points or not texts:
        return []
    rows = []
    for place, point in enumerate(board.points, start=1):
        serving = [str(at) for at, item in enumerate(texts, start=1) if point.id in item.points]
        rows.append((str(place), capped(point.text, _NAME), ", ".join(serving) or "belum ada"))
    columns = [Column("No", 8, "right"), Column("Misi RPJMD", 120), Column("Didukung misi", 34)]
    return [*section("Misi RPJMD dan misi smart city yang mendukungnya"), table(columns, rows, total)]


def _notes(board: Board, frame: PrintFrame) -> list[Block]:
    # Lines that say nothing yet are not printed, and have no number there.
    printed = replace(board, missions=written(board.missions))
    found = [item.words(frame.words.say) for item in warnings(printed)]
    if not found:
        return []
    return [
        *section("Yang perlu dilihat lagi"),
        *(block for text in found for block in paragraphs(f"• {text}")),
    ]


def _history(board: Board, frame: PrintFrame) -> list[Block]:
    if not (board.visions or board.mission_sets):
        return []
    blocks = [*section("Riwayat versi"), *paragraphs(_LEGEND, style.SMALL)]
    for kind in (VISION, MISSION):
        known = board.versions(kind)
        for place in range(len(known) - 1, -1, -1):
            found, before = known[place], known[place - 1] if place else None
            head = version_words(found, stands=place == len(known) - 1)
            blocks += part(f"{KIND_WORDS[kind]} · {head}")
            blocks += [*paragraphs(found.told, style.SMALL), gap(3)]
            blocks += _changes(found, before, frame)
    return blocks


def _changes(found: Adoption, before: Adoption | None, frame: PrintFrame) -> list[Block]:
    if found.kind == VISION:
        return [marked(changes(before.said if before else found.said, found.said), (NEW, GONE))]
    return [
        marked(
            item.pieces or changes(item.text.said, item.text.said),
            (NEW, GONE),
            lead=mission_head(item, frame.words.say),
        )
        for item in mission_changes(before, found)
    ]


# Keywords --------------------------------------------------------------------------------------------------


def _keywords(board: Board, frame: PrintFrame) -> list[Block]:
    total = style.upright(frame.paper).body_width
    blocks = [*_head(_WORDS, frame), gap(6)]
    if not board.keywords:
        return [*blocks, *paragraphs(_NO_WORDS)]
    columns = [
        Column("No", 8, "right"),
        Column("Kata kunci", 38),
        Column("Jumlah", 15, "right"),
        Column("Suara", 14, "right"),
        Column("Dipilih", 15),
        Column("Di visi", 14),
        Column("Ditulis oleh", 30),
        Column("Alasan", 50),
    ]
    rows = [
        (
            str(place),
            capped(item.text, _NAME),
            str(item.count),
            EMPTY if item.points is None else str(item.points),
            "ya" if item.chosen else EMPTY,
            "ada" if item.in_vision else EMPTY,
            capped(", ".join(item.parties), _NAME),
            capped("; ".join(item.reasons), _REASON),
        )
        for place, item in enumerate(board.keywords, start=1)
    ]
    return [*blocks, table(columns, rows, total), gap(4), *paragraphs(_COUNTED, style.SMALL)]
