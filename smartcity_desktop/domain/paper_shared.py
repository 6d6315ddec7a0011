"""The programs that several share as they are printed: the list by place, then who works with whom."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.shared_program import OTHERS, PLACE_WORDS, SharedBoard, SharedProgram, matrix
from smartcity_desktop.domain.wording import EMPTY, number

SHARED: Final = "program-lintas-opd"
SHARED_KINDS: Final = (
    (
        *(SHARED, "Program lintas OPD", "Sesudah", ""),
        *("Siapa mengerjakan apa bersama siapa, dan tabel OPD dengan OPD", "", False, "shared"),
    ),
)
"""The kind of print as ``print_job.PrintKind`` takes it."""
MOST_ACROSS: Final = 14
"""Agencies up to which who works with whom is a table; more stand in a list of pairs."""


@dataclass(frozen=True, slots=True)
class SharedRow:
    """One shared program: its title and note, who leads, who takes part, the programs behind it."""

    title: str
    lead: str = ""
    parties: str = ""
    programs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedPaper:
    """What is shared by place, and who works with whom as ``heads`` and ``cells``, or as ``pairs``."""

    told: str = ""
    groups: tuple[tuple[str, tuple[SharedRow, ...]], ...] = ()
    heads: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    waiting: int = 0


def shared_paper(board: SharedBoard, say: Callable[[str], str]) -> SharedPaper:
    """Return what is printed; ``say`` puts the program's own words into those of the event."""
    groups = tuple(
        (say(words), tuple(_row(board, item) for item in board.of(place)))
        for place, words in PLACE_WORDS.items()
        if board.of(place)
    )
    found = matrix(board)
    names = {**board.names, OTHERS: "Pihak luar"}
    outside = any(other == OTHERS for _, other in found.cells)
    across = [*found.opds, *([OTHERS] if outside else [])]
    is_table = len(across) <= MOST_ACROSS
    cells = tuple((names[one], *(_figure(found.count(one, other)) for other in across)) for one in found.opds)
    order = {row: place for place, row in enumerate(across)}
    pairs = tuple(
        (names[one] if one == other else f"{names[one]} – {names[other]}", number(len(rows)))
        for (one, other), rows in sorted(
            found.cells.items(), key=lambda item: (order[item[0][0]], order[item[0][1]])
        )
        if order[one] <= order[other]
    )
    return SharedPaper(
        say(board.counts),
        groups,
        tuple(names[row] for row in across) if is_table else (),
        cells if is_table else (),
        () if is_table else pairs,
        len(board.proposals),
    )


def _row(board: SharedBoard, item: SharedProgram) -> SharedRow:
    title = f"{item.title}\n{item.note}" if item.note.strip() else item.title
    lines = [board.programs[row].told for row in item.lines if row in board.programs]
    own = [
        f"Program Smart City: {board.initiatives[row].name}"
        for row in item.initiatives
        if row in board.initiatives
    ]
    return SharedRow(title, board.names.get(item.lead, ""), board.told(item), (*lines, *own))


def _figure(count: int) -> str:
    return number(count) if count else EMPTY
