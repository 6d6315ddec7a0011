"""The map of programs, their money and the completeness of the plans as they are printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.completeness import HEADS, Standing
from smartcity_desktop.domain.completeness import told as told_complete
from smartcity_desktop.domain.coverage import (
    BY_DIMENSION,
    BY_SUB,
    HOME,
    Agency,
    Board,
    BoardLine,
    Cell,
    Choice,
    Coverage,
    Head,
    Program,
    also_in,
    column_of,
    gaps,
    spread,
    told,
)
from smartcity_desktop.domain.coverage_money import (
    BY_HOME,
    BY_OPD,
    BY_SOURCE,
    UNSAID,
    money_board,
    money_told,
)
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.wording import EMPTY, calm_name, number

SPREAD: Final = "sebaran-program"
GAP_SHEETS: Final = "celah-opd"
MONEY: Final = "pagu-dimensi"
COMPLETE: Final = "kelengkapan-renstra"
COVERAGE_KINDS: Final = (
    (
        GAP_SHEETS,
        "Celah program per OPD",
        "Selama",
        "opd",
        "Satu lembar setiap OPD: programnya menurut dimensi, yang kosong, tiga pertanyaan",
        "Celah",
        False,
        "coverage",
    ),
    (
        SPREAD,
        "Sebaran program",
        "Malam",
        "",
        "OPD × dimensi dan subdimensi, jumlah dan pagu, daftar celah",
        "",
        False,
        "coverage",
    ),
    (
        MONEY,
        "Pagu per dimensi",
        "Malam",
        "",
        "Pagu program relevan menurut dimensi, tahun, sumber dana, dan OPD",
        "",
        False,
        "coverage",
    ),
    (
        COMPLETE,
        "Kelengkapan Renstra",
        "Malam",
        "",
        "Untuk panitia: apa yang masih kurang di setiap Renstra",
        "",
        False,
        "coverage",
    ),
)
"""The kinds of print, as ``print_kinds.PrintKind`` takes them."""
EMPTY_WORD: Final = "kosong"
EMPTY_SIGN: Final = "·"
"""What stands for it where there are many columns."""
_MILLION: Final = 1_000_000
_NO_SOURCE: Final = "Belum ada program relevan yang Renstranya menyebut sumber dana."
_WITH_WHOM: Final = "OPD mana yang perlu diajak untuk mengisi celah ini, dan siapa yang menghubunginya?"
_UNREAD_PLAN: Final = (
    "Siapa yang menyerahkan berkas Renstra (Excel, Word, atau PDF) kepada panitia, dan kapan?",
    "Dimensi mana yang belum tersentuh program OPD ini, dan apa yang bisa dilakukan?",
    _WITH_WHOM,
)
"""What an agency is asked whose plan was not read: it writes its programs itself."""
_MOST: Final = 40
"""Programs that one list of the sheet of an agency holds; more are counted."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of a printed board: its name, its texts, and how dark each is, 0 to 1."""

    name: str
    cells: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperBoard:
    """A printed board: what it counts, its heads with their colours (empty for none), lines and sums.

    A ``note`` stands for a board that has nothing to tell.
    """

    title: str
    corner: str = "OPD"
    heads: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    lines: tuple[PaperLine, ...] = ()
    sums: PaperLine = PaperLine("")
    note: str = ""


@dataclass(frozen=True, slots=True)
class SpreadPaper:
    """The map on paper: what was counted, the boards, and what is still empty."""

    told: str = ""
    boards: tuple[PaperBoard, ...] = ()
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeList:
    """What an agency has in one dimension: its programs; ``also`` are those that only name it besides."""

    name: str
    color: str = ""
    programs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    pagu: int = 0


@dataclass(frozen=True, slots=True)
class GapSheet:
    """What one agency takes home: its programs by dimension, the unread ones, and three questions."""

    name: str = ""
    called: str = ""
    has_plan: bool = False
    told: str = ""
    homes: tuple[HomeList, ...] = ()
    bare: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    refused: int = 0
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyPaper:
    """The money on paper: what it is the sum of, the bars (amounts alone), and the boards."""

    told: str = ""
    bars: Board = field(default_factory=Board)
    boards: tuple[PaperBoard, ...] = ()


@dataclass(frozen=True, slots=True)
class CompletePaper:
    """How complete every plan is, a line for each agency."""

    told: str = ""
    heads: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()


def spread_paper(known: Coverage) -> SpreadPaper:
    """Return the map of all programs but support ones, and the list of what is empty."""
    choice = Choice()
    home, sub = spread(known, choice, BY_DIMENSION), spread(known, choice, BY_SUB)
    say = known.words.say
    boards = (
        _board(home, say("Program menurut OPD dan dimensi"), say("OPD"), _count),
        _board(home, say("Pagu menurut OPD dan dimensi (juta rupiah)"), say("OPD"), _millions),
        _board(sub, say("Program menurut OPD dan subdimensi"), say("OPD"), _count_many),
    )
    return SpreadPaper(told(known, choice), boards, tuple(item.words for item in gaps(known, choice)))


def money_paper(known: Coverage) -> MoneyPaper:
    """Return the money of the relevant programs, by dimension, source and agency."""
    choice, say = Choice(relevant_only=True), known.words.say
    named = (
        (BY_HOME, "Pagu menurut dimensi (Rp)", "Dimensi"),
        (BY_SOURCE, "Pagu menurut sumber dana (Rp)", "Sumber dana"),
        (BY_OPD, "Pagu menurut OPD (Rp)", "OPD"),
    )
    boards = {by: money_board(known, choice, by) for by, _, _ in named}
    papers = [_board(boards[by], say(title), say(corner), _rupiah) for by, title, corner in named]
    if [line.name for line in boards[BY_SOURCE].lines] == [UNSAID]:
        papers[1] = PaperBoard(papers[1].title, note=_NO_SOURCE)
    return MoneyPaper(money_told(known, choice), _light(boards[BY_HOME]), tuple(papers))


def complete_paper(known: Coverage, lines: Sequence[Standing]) -> CompletePaper:
    """Return the completeness of every plan."""
    heads = tuple(known.words.say(head) for head in HEADS)
    return CompletePaper(told_complete(lines), heads, tuple(item.cells for item in lines))


def gap_sheet(known: Coverage, agency: Agency) -> GapSheet:
    """Return the sheet of one agency."""
    own = [item for item in known.programs if item.opd == agency.id and not item.support]
    homes = tuple(
        _home(known, Head(item.id, item.code, item.shown, item.color), own)
        for item in known.dimensions
        if not item.retired
    )
    unread = [item for item in own if not item.relevant]
    relevant = sum(1 for item in own if item.is_relevant)
    refused = len(own) - relevant - len(unread)
    words = (
        f"{number(len(own))} program Renstra: {number(relevant)} relevan, {number(len(unread))} belum "
        f"ditelaah, {number(refused)} tidak relevan."
    )
    empty = sum(1 for item in homes if not item.programs and not item.also)
    asked = _questions(empty, len(unread), refused) if agency.has_plan else _UNREAD_PLAN
    return GapSheet(
        agency.name,
        agency.called,
        agency.has_plan,
        words if agency.has_plan else "Renstra belum dibaca.",
        homes,
        _named([item for item in own if item.is_relevant and not item.home]),
        _named(unread),
        refused,
        tuple(known.words.say(text) for text in asked),
    )


def _questions(empty: int, unread: int, refused: int) -> tuple[str, str, str]:
    first = (
        "Dimensi yang kosong di atas: program atau kegiatan mana yang sebenarnya sudah menyumbang ke sana?"
        if empty
        else "Program mana yang sebaiknya juga dihitung untuk dimensi lain, dan mengapa?"
    )
    second = "Program mana yang hasilnya bisa terlihat dalam satu tahun, dan apa yang diperlukan?"
    if refused:
        second = "Program yang dinilai tidak relevan: adakah yang perlu dilihat lagi?"
    if unread:
        second = "Dari program yang belum ditelaah: mana yang relevan, dan untuk dimensi apa?"
    return first, second, _WITH_WHOM


def _home(known: Coverage, head: Head, own: Sequence[Program]) -> HomeList:
    mine = [item for item in own if column_of(item) == head.key]
    also = [item for item in own if head.key in also_in(known, item)]
    return HomeList(head.told, head.color, _named(mine), _named(also), sum(item.amount() for item in mine))


def _named(programs: Sequence[Program]) -> tuple[str, ...]:
    known = [f"{item.code} {calm_name(item.name)}".strip() for item in programs[:_MOST]]
    rest = len(programs) - len(known)
    return (*known, *([f"… dan {number(rest)} program lain"] if rest else []))


Say = Callable[[Cell, Head, BoardLine], str]


def _board(board: Board, title: str, corner: str, say: Say) -> PaperBoard:
    by_money = say in {_millions, _rupiah}
    inner = [
        _weight(cell, by_money=by_money)
        for line in board.lines
        for head, cell in zip(board.heads, line.cells, strict=True)
        if head.kind == HOME
    ]
    most = max(inner, default=0)

    def line_of(line: BoardLine, *, is_sum: bool = False) -> PaperLine:
        pairs = tuple(zip(board.heads, line.cells, strict=True))
        shares = tuple(
            _weight(cell, by_money=by_money) / most if most and head.kind == HOME and not is_sum else 0.0
            for head, cell in pairs
        )
        name = f"{line.name} ({line.note})" if line.note else line.name
        return PaperLine(name, tuple(say(cell, head, line) for head, cell in pairs), shares)

    return PaperBoard(
        title,
        corner,
        tuple(head.words for head in board.heads),
        tuple(head.color for head in board.heads),
        tuple(head.told for head in board.heads if head.kind == HOME),
        tuple(line_of(line) for line in board.lines),
        line_of(board.sums, is_sum=True),
    )


def _weight(cell: Cell, *, by_money: bool) -> int:
    return cell.amount if by_money else cell.count


def _count(cell: Cell, head: Head, line: BoardLine) -> str:
    if line.note and not cell.count:
        return EMPTY
    also = f" +{number(len(cell.also))}" if cell.also else ""
    if not cell.count and head.kind == HOME:
        return also.strip() or EMPTY_WORD
    return f"{number(cell.count)}{also}"


def _count_many(cell: Cell, head: Head, line: BoardLine) -> str:
    found = _count(cell, head, line)
    return EMPTY_SIGN if found == EMPTY_WORD else found.replace(" ", "")


def _millions(cell: Cell, head: Head, line: BoardLine) -> str:
    del head, line
    if 0 < cell.amount < _MILLION:
        return number(round(cell.amount / _MILLION, 2))
    return number(round(cell.amount / _MILLION)) if cell.count else EMPTY


def _rupiah(cell: Cell, head: Head, line: BoardLine) -> str:
    del head, line
    return number(cell.amount) if cell.amount else EMPTY


def _light(board: Board) -> Board:
    """Return a board that keeps its amounts alone, for the bars."""

    def light(line: BoardLine) -> BoardLine:
        cells = tuple(Cell(((NO_ROW, cell.amount),)) for cell in line.cells)
        return BoardLine(line.key, line.name, line.short, cells, line.note, line.color)

    return Board(board.heads, tuple(light(line) for line in board.lines), light(board.sums))
