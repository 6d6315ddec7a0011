"""What the tab Keselarasan says: lines of its tables, of links, of proposals, of what is missing."""

from typing import Final

from smartcity_desktop.domain.alignment import (
    DEGREE_WORDS,
    EVIDENCE_WORDS,
    GOAL,
    INITIATIVES,
    KIND_WORDS,
    MISSION,
    WHAT_WORDS,
    AlignmentBoard,
    Candidate,
    FramePoint,
    Subject,
    spbe_words,
)
from smartcity_desktop.domain.entity import DEGREES
from smartcity_desktop.domain.wording import number
from ui.models.read_table import ReadLine
from ui.translate import worded

KEYS: Final = {str(place): degree for place, degree in enumerate(DEGREES, start=1)}
"""The keys that say how strong a link is: 1 strong, 2 fair, 3 weak."""
TREE_WIDTHS: Final = {1: 130, 2: 90}
OPEN_WIDTHS: Final = {1: 76, 2: 110, 3: 150}
LOOSE_WIDTHS: Final = {1: 70, 2: 110}
LINK_WIDTHS: Final = {1: 92, 2: 84}
NEAR_WIDTHS: Final = {1: 92}
_INDENT: Final = "\u203a"
"""Before a point, once for each one above it."""
_MARK: Final = "|"


def matrix_heads(board: AlignmentBoard, *, with_sdg: bool) -> tuple[str, ...]:
    """Return the heads of the matrix; SDG and SPBE stand in the place of what the right side tells anyway."""
    first = WHAT_WORDS[board.what]
    plan = "RPD" if board.is_rpd else "RPJMD"
    if with_sdg:
        return first, plan, "SDG", "SPBE"
    last = ("Renstra", "Bukti") if board.what == INITIATIVES else ()
    return (first, worded("Dimensi"), worded("OPD"), plan, *last)


def matrix_widths(*, with_sdg: bool) -> dict[int, int]:
    """Return the usual pixels of the columns of the matrix."""
    return {1: 150, 2: 124, 3: 150} if with_sdg else {1: 72, 2: 92, 3: 150, 4: 88, 5: 86}


def matrix_lines(board: AlignmentBoard, *, with_sdg: bool) -> list[ReadLine]:
    """Return a line for each program; one that answers nothing is faint and says what is proposed."""
    make = _marked_cells if with_sdg else _linked_cells
    return [
        ReadLine(item.id, (item.called, *make(board, item)), faint=not item.points) for item in board.subjects
    ]


def _points_told(board: AlignmentBoard, item: Subject) -> str:
    """Return what a program answers; missions only where nothing under them is."""
    others = [one for one in item.points if one not in board.points_of(item, MISSION)]
    told = ", ".join(board.point_words(one) for one in others or item.points)
    near = board.candidates.get(item.id, ())
    return told or (f"– ({number(len(near))} usulan)" if near else "–")


def _linked_cells(board: AlignmentBoard, item: Subject) -> tuple[str, ...]:
    cells = (item.subdimension or item.dimension or "–", item.opd or "–", _points_told(board, item))
    if board.what != INITIATIVES:
        return cells
    count = len(item.lines)
    return (*cells, f"{number(count)} program" if count else "–", item.evidence_words or "–")


def _marked_cells(board: AlignmentBoard, item: Subject) -> tuple[str, ...]:
    hints = board.hints.get(item.id)
    sdg = ", ".join(map(str, item.sdg)) or (
        _proposed(", ".join(map(str, hints.sdg))) if hints and hints.sdg else "–"
    )
    spbe = spbe_words(item.spbe) or (_proposed(spbe_words(hints.spbe)) if hints and hints.spbe else "–")
    return _points_told(board, item), sdg, spbe


def _proposed(told: str) -> str:
    return f"usulan: {told}"


def tree_heads() -> tuple[str, ...]:
    """Return the heads of the plan of the region."""
    return "Misi, tujuan, sasaran, program prioritas", worded("OPD"), "Dijawab"


def tree_lines(board: AlignmentBoard) -> list[ReadLine]:
    """Return a line for each point, set in by its depth, with how many programs answer it."""
    asked = {item.id for item in board.frame.goals}
    done = board.answered
    lines: list[ReadLine] = []
    for item in board.frame.points:
        found = len(board.answers(item.id))
        depth = len(board.frame.chain(item.id)) - 1
        told = f"{number(found)} program" if found else "belum" if item.id in asked else "–"
        opds = ", ".join(board.names[row] for row in board.frame.in_charge(item.id) if row in board.names)
        cells = (f"{_INDENT * depth} {item.called}".strip(), opds or "–", told)
        lines.append(ReadLine(item.id, cells, faint=item.id in asked and item.id not in done))
    return lines


def open_heads(board: AlignmentBoard) -> tuple[str, ...]:
    """Return the heads of what nobody answers."""
    asked = KIND_WORDS[board.frame.asked]
    title = f"{asked} belum terjawab ({number(len(board.unanswered))})"
    return title, "Misi", worded("OPD"), "Calon terdekat"


def open_lines(board: AlignmentBoard) -> list[ReadLine]:
    """Return a line for each point that nobody answers."""
    lines: list[ReadLine] = []
    for item in board.unanswered:
        mission = board.frame.mission(item.id)
        near = [board.subject(one.subject) for one in board.candidates_for(item.id)]
        opds = ", ".join(board.names[row] for row in board.frame.in_charge(item.id) if row in board.names)
        lines.append(
            ReadLine(
                item.id,
                (
                    item.called,
                    mission.short if mission and mission.id != item.id else "–",
                    opds or "–",
                    ", ".join(one.name for one in near if one) or "–",
                ),
            )
        )
    return lines


def loose_heads(board: AlignmentBoard) -> tuple[str, ...]:
    """Return the heads of the programs that answer nothing."""
    asked = KIND_WORDS[board.frame.asked].lower()
    title = f"{WHAT_WORDS[board.what]} tanpa {asked} ({number(len(board.loose))})"
    return title, worded("Dimensi"), worded("OPD")


def loose_lines(board: AlignmentBoard) -> list[ReadLine]:
    """Return a line for each program that answers nothing that has to be answered."""
    return [
        ReadLine(item.id, (item.called, item.subdimension or item.dimension or "–", item.opd or "–"))
        for item in board.loose
    ]


def link_heads() -> tuple[str, ...]:
    """Return the heads of the links of one program."""
    return "Kaitan", "Derajat", "Bukti"


def link_lines(board: AlignmentBoard, item: Subject) -> list[ReadLine]:
    """Return a line for each link, points first."""
    lines: list[ReadLine] = []
    for one in (*item.points, *item.lines):
        point = board.frame.by_id.get(one.target)
        told = point.called if point else f"Renstra {board.programs.get(one.target, '')}"
        cells = (told, one.degree_words, EVIDENCE_WORDS.get(one.evidence, "–"))
        lines.append(ReadLine(one.target, cells))
    return lines


def near_lines(board: AlignmentBoard, row: str) -> list[ReadLine]:
    """Return a line for each proposal about a program, or about a point that nobody answers."""
    subject = board.subject(row)
    if subject is not None:
        return [
            ReadLine(one.key, (board.frame.by_id[one.target].called, _likely(one), one.reason))
            for one in board.candidates.get(subject.id, ())
        ]
    return [
        ReadLine(one.key, (found.called, _likely(one), one.reason))
        for one in board.candidates_for(row)
        if (found := board.subject(one.subject)) is not None
    ]


def near_heads(board: AlignmentBoard, row: str) -> tuple[str, ...]:
    """Return the heads of the proposals."""
    first = "Usulan kaitan" if board.subject(row) is not None else "Calon penjawab (usulan)"
    return first, "Derajat"


def _likely(item: Candidate) -> str:
    return DEGREE_WORDS.get(item.degree, "–")


def candidate(board: AlignmentBoard, key: str) -> Candidate | None:
    """Return a proposal by its key."""
    subject, _, target = key.partition(_MARK)
    own = next((item for row, item in board.candidates.items() if row == subject), ())
    return next((item for item in own if item.target == target), None)


def answer_lines(board: AlignmentBoard, point: FramePoint) -> list[ReadLine]:
    """Return a line for each program that answers a point or one under it."""
    under = board.frame.below(point.id)
    lines: list[ReadLine] = []
    for item in board.answers(point.id):
        own = [board.point_words(one) for one in item.points if one.target in under]
        lines.append(ReadLine(item.id, (item.called, ", ".join(own))))
    return lines


def point_told(board: AlignmentBoard, point: FramePoint) -> str:
    """Return where a point stands, how it is measured, who is in charge, and its page."""
    told = [board.frame.chain_words(point.id)]
    if point.indicators:
        told.append(f"Indikator: {'; '.join(point.indicators)}")
    opds = [board.names[row] for row in board.frame.in_charge(point.id) if row in board.names]
    if opds:
        told.append(worded("OPD penanggung jawab: {names}").format(names=", ".join(opds)))
    if point.page:
        told.append(f"Halaman {point.page}")
    return "\n".join(told)


def subject_told(item: Subject) -> str:
    """Return where a program belongs."""
    return " · ".join(text for text in (item.opd, item.subdimension or item.dimension) if text)


def hints_told(board: AlignmentBoard, item: Subject) -> str:
    """Return what is proposed of SDG and SPBE, empty where nothing is."""
    hints = board.hints.get(item.id)
    if not hints:
        return ""
    sdg = ", ".join(f"{one} {board.sdg.get(one, '')}".strip() for one in hints.sdg)
    parts = [f"SDG {sdg}" if sdg else "", f"SPBE {spbe_words(hints.spbe)}" if hints.spbe else ""]
    return "Usulan: " + " · ".join(text for text in parts if text)


def targets(board: AlignmentBoard) -> list[tuple[str, str, str]]:
    """Return what a program can be linked to: key, words, hint; points first, then programs of plans."""
    points = [
        (str(item.id), item.called, board.frame.chain_words(item.id))
        for kind in (GOAL, "program", "tujuan", MISSION)
        for item in board.frame.points
        if item.kind == kind
    ]
    lines = [(str(row), told, "Program Renstra") for row, told in board.programs.items()]
    return [*points, *lines] if board.what == INITIATIVES else points
