"""What the tab Quick win says: the lines of its ranking, the sentences about one candidate."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.quickwin import Line, tie_words
from smartcity_desktop.domain.quickwin_board import (
    DECISION_WORDS,
    DISCUSS_RULE,
    Board,
    Decided,
    Proposal,
    by_rank,
    counted_words,
    discuss_words,
    place_words,
    shifts,
)
from smartcity_desktop.domain.spread import shown
from smartcity_desktop.domain.wording import EMPTY, clock_time, day_of, long_date
from ui.models.read_table import ReadLine
from ui.translate import worded

HEADS: Final = ("Urutan", "Kode", "Kandidat", "Nilai", "Bahas", "Syarat", "Usulan", "Keputusan")
CANDIDATE: Final = 2
RIGHT: Final = frozenset({3, 4, 5})
WIDTHS: Final = {0: 62, 1: 52, 3: 54, 4: 60, 5: 64, 6: 78, 7: 96}
_MOST_SAID: Final = 4
TRIAL_HEADS: Final = ("Urutan lama → baru", "Kode", "Kandidat", "Nilai lama → baru", "Keputusan")
TRIAL_RIGHT: Final = frozenset({3})
TRIAL_WIDTHS: Final = {0: 150, 1: 56, 3: 142, 4: 104}


def trial_of(board: Board, tried: Mapping[RowId, int]) -> list[ReadLine]:
    """Return the candidates by their place under other weights, with the old place and total beside it."""
    return [
        ReadLine(
            str(item.after.candidate.id),
            (
                item.words,
                board.code_of(item.after.candidate.dimension),
                item.after.candidate.name,
                f"{shown(item.before.total)} → {shown(item.after.total)}",
                _decision(item.after.candidate.decision),
            ),
            faint=item.after.rank is None,
        )
        for item in shifts(board.lines, tried)
    ]


def lines_of(board: Board, proposals: Mapping[RowId, Proposal]) -> list[ReadLine]:
    """Return the candidates by place over all."""
    found: list[ReadLine] = []
    for line in by_rank(board.lines):
        candidate = line.candidate
        passed = sum(gate.passed for gate in line.gates)
        found.append(
            ReadLine(
                str(candidate.id),
                (
                    place_words(line.rank),
                    board.code_of(candidate.dimension),
                    candidate.name,
                    shown(line.total),
                    str(len(line.apart)) if line.apart else EMPTY,
                    f"{passed}/{len(line.gates)}",
                    _decision(proposals.get(candidate.id, Proposal()).decision),
                    _decision(candidate.decision),
                ),
                faint=line.rank is None,
            )
        )
    return found


def _decision(decision: str) -> str:
    return DECISION_WORDS.get(decision, decision) if decision else EMPTY


def told_of(board: Board) -> str:
    """Return in a line how the scoring stands."""
    if not board.assessors:
        return "Belum ada penilai. Nama penilai ditulis pada kertas kerja penilaian."
    judges = f"{len(board.assessors)} penilai"
    return f"{judges} · {' '.join(counted_words(board))}" if board.whole else judges


def notes_of(board: Board, lines: Sequence[Line]) -> str:
    """Return what is to be known below the ranking: ties, and what is discussed first with its rule."""
    discussed = [f"{item.candidate.name}. {discuss_words(board, item)}" for item in lines if item.apart]
    said = [*_few(tie_words(lines)), *_few(discussed), *([DISCUSS_RULE] if discussed else [])]
    return "\n".join(said)


def _few(sentences: Sequence[str]) -> list[str]:
    """Return the first sentences, and how many more there are: the ranking above needs the room."""
    more = len(sentences) - _MOST_SAID
    rest = [f"Dan {more} lagi; semuanya pada cetakan peringkat."] if more > 0 else []
    return [*sentences[:_MOST_SAID], *rest]


def gates_of(line: Line) -> str:
    """Return the gates of a candidate: in one line where all are passed, else a line each."""
    if line.passes:
        return worded(f"✓ Syarat terpenuhi: {', '.join(gate.words for gate in line.gates)}")
    return worded(
        "\n".join(f"✓ {gate.words}" if gate.passed else f"✗ {gate.words}: {gate.why}" for gate in line.gates)
    )


def whose(board: Board, line: Line) -> str:
    """Return what a candidate belongs to: its dimension, owner, the program it came from."""
    candidate = line.candidate
    home = board.dimension(candidate.dimension)
    program = board.programs.get(candidate.initiative, "")
    parts = (
        home.called if home else "",
        board.owner(candidate),
        f"dari program {program}" if program else "",
    )
    return " · ".join(text for text in parts if text)


def places_of(line: Line) -> str:
    """Return the places of a candidate in a sentence."""
    if line.rank is None:
        return ""
    return worded("Urutan {all} dari semua, urutan {inside} di dimensinya, nilai {total}.").format(
        all=place_words(line.rank), inside=place_words(line.rank_inside), total=shown(line.total)
    )


def history_of(found: Sequence[Decided]) -> str:
    """Return what was decided before, a paragraph each, the latest first."""
    return "\n".join(_told(item) for item in found)


def _told(item: Decided) -> str:
    at = datetime.fromisoformat(item.at) if item.at else None
    written = f"dicatat {long_date(at.date(), weekday=False)} {clock_time(at)}" if at else ""
    on = day_of(item.on)
    parts = (
        f"oleh {item.by}" if item.by else "",
        long_date(on, weekday=False) if on else "",
        item.reason,
        f"catatan: {item.dissent}" if item.dissent else "",
        written,
    )
    return f"{item.words} · {' · '.join(text for text in parts if text)}".removesuffix(" · ")
