"""How programs answer the plan of the region, as it is printed: the matrix, and what nobody answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.alignment import (
    AIM,
    GOAL,
    INITIATIVES,
    KIND_WORDS,
    LINES,
    MISSION,
    PROGRAM,
    UNGRADED,
    WHAT_WORDS,
    AlignmentBoard,
    FramePoint,
    Link,
    Subject,
    spbe_words,
)

MATRIX: Final = "matriks-keselarasan"
UNANSWERED: Final = "sasaran-belum-terjawab"
OF_PLANS: Final = "renstra"
WITH_SDG: Final = "sdg"
_WHAT: Final = (("", "Program smart city"), (OF_PLANS, "Program Renstra yang relevan"))
MATRIX_CHOICES: Final = (_WHAT[0], (WITH_SDG, "Program smart city, dengan SDG dan SPBE"), _WHAT[1])
ALIGNMENT_KINDS: Final = (
    (
        *(MATRIX, "Matriks keselarasan", "Sesudah", ""),
        *("Program, misi dan sasaran RPJMD, program Renstra, bukti", "", False, "alignment", MATRIX_CHOICES),
    ),
    (
        *(UNANSWERED, "Sasaran RPJMD belum terjawab", "Sesudah", ""),
        *("Misi, indikator, OPD, dan calon terdekat", "", False, "alignment", _WHAT),
    ),
)
"""Both kinds of print as ``print_job.PrintKind`` takes them."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One program: where it belongs, and what it is linked to, in words."""

    name: str
    place: str = ""
    opd: str = ""
    missions: str = ""
    goals: str = ""
    programs: str = ""
    lines: str = ""
    sdg: str = ""
    spbe: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class MissionRow:
    """How far one mission is answered."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class UnansweredRow:
    """One point that nothing answers: where it stands, how it is measured, who is in charge, who is near."""

    name: str
    mission: str = ""
    indicators: str = ""
    opds: str = ""
    candidates: str = ""


@dataclass(frozen=True, slots=True)
class AlignmentPaper:
    """One print: ``rows`` of the matrix, or what is ``unanswered`` with the programs that answer nothing."""

    title: str = ""
    what: str = ""
    asked: str = "sasaran"
    told: str = ""
    missions: tuple[MissionRow, ...] = ()
    rows: tuple[MatrixRow, ...] = ()
    unanswered: tuple[UnansweredRow, ...] = ()
    loose: tuple[str, ...] = ()
    has_frame: bool = False
    with_lines: bool = False
    with_sdg: bool = False
    sdg_names: tuple[str, ...] = ()
    ungraded: bool = False


def what_of(choice: str) -> str:
    """Return what a choice of these prints is about."""
    return LINES if choice == OF_PLANS else INITIATIVES


def matrix_paper(board: AlignmentBoard, say: Callable[[str], str], *, with_sdg: bool) -> AlignmentPaper:
    """Return the matrix as it is printed."""
    used = sorted({one for item in board.subjects for one in item.sdg})
    ungraded = any(not one.degree for item in board.subjects for one in item.points)
    return AlignmentPaper(
        "Matriks keselarasan",
        WHAT_WORDS[board.what],
        KIND_WORDS[board.frame.asked].lower(),
        say(board.told),
        _missions(board),
        tuple(_row(board, item) for item in board.subjects),
        has_frame=bool(board.frame.points),
        with_lines=board.what == INITIATIVES,
        with_sdg=with_sdg,
        sdg_names=tuple(f"{one} {board.sdg.get(one, '')}".strip() for one in used) if with_sdg else (),
        ungraded=ungraded,
    )


def unanswered_paper(board: AlignmentBoard, say: Callable[[str], str]) -> AlignmentPaper:
    """Return what nobody answers as it is printed."""
    asked = KIND_WORDS[board.frame.asked]
    plan = "RPD" if board.is_rpd else "RPJMD"
    return AlignmentPaper(
        f"{asked} {plan} belum terjawab",
        WHAT_WORDS[board.what],
        asked.lower(),
        say(board.told),
        _missions(board),
        unanswered=tuple(_open(board, item) for item in board.unanswered),
        loose=tuple(_named(item) for item in board.loose),
        has_frame=bool(board.frame.points),
    )


def _missions(board: AlignmentBoard) -> tuple[MissionRow, ...]:
    return tuple(MissionRow(item.name, item.told) for item in board.missions)


def _named(item: Subject) -> str:
    where = " · ".join(text for text in (item.opd, item.subdimension or item.dimension) if text)
    return f"{item.called} ({where})" if where else item.called


def _row(board: AlignmentBoard, item: Subject) -> MatrixRow:
    def told(*kinds: str, long: bool = True) -> str:
        return "\n".join(_pointed(board, one, long=long) for one in board.points_of(item, *kinds))

    # The missions stand in full above the matrix.
    implied = dict.fromkeys(
        mission.short
        for one in item.points
        if (mission := board.frame.mission(one.target)) is not None and mission.id != one.target
    )
    lines = (board.programs[one.target] for one in item.lines if one.target in board.programs)
    return MatrixRow(
        item.called,
        item.subdimension or item.dimension,
        item.opd,
        told(MISSION, long=False) or "\n".join(implied),
        told(AIM, GOAL),
        told(PROGRAM),
        "\n".join(lines),
        ", ".join(str(one) for one in item.sdg),
        spbe_words(item.spbe),
        item.evidence_words,
    )


def _pointed(board: AlignmentBoard, link: Link, *, long: bool) -> str:
    """Return a link with its degree; where nobody said it, one line below the matrix tells so."""
    told = board.point_words(link, long=long)
    return told if link.degree else told.removesuffix(f"({UNGRADED})").rstrip()


def _open(board: AlignmentBoard, item: FramePoint) -> UnansweredRow:
    mission = board.frame.mission(item.id)
    near = [
        f"{found.called} ({one.reason})"
        for one in board.candidates_for(item.id)
        if (found := board.subject(one.subject)) is not None
    ]
    return UnansweredRow(
        item.called,
        mission.called if mission and mission.id != item.id else "",
        "\n".join(item.indicators),
        ", ".join(board.names[row] for row in board.frame.in_charge(item.id) if row in board.names),
        "\n".join(near),
    )
