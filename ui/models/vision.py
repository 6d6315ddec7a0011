"""What the tab Visi–misi says: lines of its tables, and how what is worked on stands to what was adopted."""

from typing import Final

from smartcity_desktop.domain.vision import (
    DRAFT_WORDS,
    KIND_WORDS,
    MISSION,
    REPLACED,
    STANDS,
    VISION,
    Adoption,
    Board,
    Keyword,
    Proposal,
    is_changed,
    written,
)
from smartcity_desktop.domain.wording import EMPTY, day_of, short_date
from ui.models.read_table import ReadLine

WORD: Final = 1
"""The column of the words of a keyword."""
WORD_HEADS: Final = ("Pilih", "Kata kunci", "Jumlah", "Suara", "Di visi")
WORD_WIDTHS: Final = {0: 64, 2: 68, 3: 64, 4: 68}
WORD_RIGHT: Final = frozenset({2, 3})
SENTENCE: Final = 1
"""The column of the sentence of a proposal."""
PROPOSAL_HEADS: Final = ("Jenis", "Kalimat", "Dari", "Suara", "Dipakai")
PROPOSAL_WIDTHS: Final = {0: 64, 2: 72, 3: 86, 4: 76}
BY: Final = 3
"""The column that says who adopted a version."""
VERSION_HEADS: Final = ("Versi", "Keadaan", "Tanggal", "Oleh")
VERSION_WIDTHS: Final = {0: 110, 1: 100, 2: 92}
_YES: Final = "✓"


def word_lines(board: Board) -> list[ReadLine]:
    """Return the keywords, known by their first row."""
    return [
        ReadLine(
            item.rows[0],
            (
                _YES * item.chosen,
                item.text,
                str(item.count),
                EMPTY if item.points is None else str(item.points),
                "ada" if item.in_vision else "",
            ),
        )
        for item in board.keywords
    ]


def words_told(board: Board) -> str:
    """Say how many keywords there are, how many were chosen, and which votes are still covered."""
    told = [f"{len(board.keywords)} kata kunci"]
    chosen = sum(item.chosen for item in board.keywords)
    told.append(f"{chosen} dipilih" if chosen else "belum ada yang dipilih")
    if board.hidden:
        told.append(f"{board.hidden} pemungutan suara belum diumumkan")
    return " · ".join(told)


def word_said(found: Keyword | None) -> str:
    """Say of a keyword who wrote it, where it came from, and why."""
    if found is None:
        return ""
    told = [f"Ditulis {', '.join(found.parties)}"] if found.parties else []
    told += [f"berasal dari {', '.join(found.kinds)}"] if found.kinds else []
    return " · ".join([*told, *found.reasons[:2]])


def proposal_lines(board: Board) -> list[ReadLine]:
    """Return the proposals with their votes."""
    return [
        ReadLine(
            item.id,
            (
                KIND_WORDS.get(item.kind, EMPTY),
                item.text,
                item.party,
                item.vote_words or EMPTY,
                ", ".join(KIND_WORDS[kind] for kind in item.used),
            ),
        )
        for item in board.proposals
    ]


def proposal_said(board: Board, found: Proposal | None) -> str:
    """Return a proposal whole: its sentence, its reason, what it is tied to."""
    if found is None:
        return ""
    ties = (*board.point_numbers(found.points), *board.dimension_codes(found.dimensions))
    told = [found.text]
    told += [f"Alasan: {found.reason.strip()}"] if found.reason.strip() else []
    told += [f"Mendukung {', '.join(ties)}"] if ties else []
    told += [f"Gabungan {found.merged} usulan"] if found.merged else []
    return "\n".join(told)


def state_words(board: Board, kind: str) -> str:
    """Say whether what is worked on is what was adopted last."""
    found = board.standing(kind)
    has_text = bool(board.vision.said if kind == VISION else written(board.missions))
    if found is None:
        return f"{DRAFT_WORDS}." if has_text else ""
    if not is_changed(board, kind):
        return f"{STANDS}: versi {found.number} · {found.told}"
    return f"Berubah sejak versi {found.number} dan belum ditetapkan. Versi {found.number} tetap tersimpan."


def version_lines(board: Board) -> list[ReadLine]:
    """Return every version of the vision, then of the missions, the latest first."""
    return [
        ReadLine(
            item.id,
            (
                f"{KIND_WORDS[kind]} versi {item.number}",
                STANDS if item is board.standing(kind) else REPLACED,
                short_date(day_of(item.at)),
                " · ".join(part for part in (item.by or item.who, item.where) if part),
            ),
            faint=item is not board.standing(kind),
        )
        for kind in (VISION, MISSION)
        for item in reversed(board.versions(kind))
    ]


def version_of(board: Board, row: str) -> tuple[Adoption | None, Adoption | None]:
    """Return a version and the one before it; None where there is none."""
    for kind in (VISION, MISSION):
        found = board.versions(kind)
        for place, item in enumerate(found):
            if item.id == row:
                return item, found[place - 1] if place else None
    return None, None
