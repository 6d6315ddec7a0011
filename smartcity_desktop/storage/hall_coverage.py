"""The map of programs and their money for the hall: the sums of all agencies, never one beside another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import (
    Badge,
    Figure,
    MatrixBody,
    MatrixLine,
    Offer,
    Place,
    Slide,
    SumLine,
    SumsBody,
)
from smartcity_desktop.domain.wording import number, rupiah_words
from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from smartcity_desktop.domain.coverage import Coverage

_NO_PLANS: Final = "Belum ada program Renstra yang dibaca."
_BESIDES: Final = "(+): program lain yang menyebutnya sebagai tambahan."
_COUNTED: Final = "Setiap program dihitung sekali, pada dimensi utamanya. Urutannya menurut daftar OPD."
_NO_MONEY: Final = "Belum ada pagu pada program yang relevan."


def offers(store: Store) -> Iterator[Offer]:
    """Return the slides, in the words of the event; they are read when shown."""
    for kind in (hall.SPREAD, hall.MATRIX, hall.MONEY):
        yield Offer(kind, "", store.say(hall.KINDS[kind]))


def spread(store: Store, _place: Place) -> Slide:
    """Return how many programs lie in each dimension, how many are not read yet, and what is still empty."""
    from smartcity_desktop.domain.coverage import HOME, UNREAD, Choice, told, totals

    known = _known(store)
    shown = [
        (head, cell) for head, cell in totals(known, Choice()) if head.kind == HOME or head.key == UNREAD
    ]
    most = max((cell.count for _, cell in shown), default=0)
    lines = tuple(
        SumLine(
            number(cell.count),
            _named(head.told, head.words if head.kind == HOME else "", len(cell.also)),
            head.words if head.kind == HOME else "",
            head.color,
            cell.count / most if most else 0.0,
        )
        for head, cell in shown
    )
    has_plans = bool(known.programs)
    return Slide(
        hall.SPREAD,
        "",
        "Program Renstra",
        store.say("Sebaran program menurut dimensi"),
        body=SumsBody(lines, (told(known, Choice()), _BESIDES)) if has_plans else SumsBody(),
        note="" if has_plans else _NO_PLANS,
    )


def matrix(store: Store, _place: Place) -> Slide:
    """Return how many relevant programs every agency has in each dimension.

    Agencies stand in the order of the list, never by their counts; those without a plan are only counted.
    """
    from smartcity_desktop.domain.coverage import BARE, HOME, WHOLE, BoardLine, Choice
    from smartcity_desktop.domain.coverage import spread as board_of

    known = _known(store)
    board = board_of(known, Choice(relevant_only=True))
    places = [at for at, head in enumerate(board.heads) if head.kind == HOME or head.key == BARE]
    whole = next(at for at, head in enumerate(board.heads) if head.key == WHOLE)

    def line(item: BoardLine) -> MatrixLine:
        cells = tuple(
            Figure(board.heads[at].words, item.cells[at].count, color=board.heads[at].color) for at in places
        )
        return MatrixLine(item.short or item.name, cells, number(item.cells[whole].count))

    planned = {agency.id for agency in known.agencies if agency.has_plan}
    lines = tuple(line(item) for item in board.lines if item.key in planned)
    without = len(board.lines) - len(lines)
    told = [_COUNTED, f"{number(without)} OPD belum ada Renstranya di sini." if without else ""]
    heads = tuple(Badge(code=board.heads[at].words, color=board.heads[at].color) for at in places)
    return Slide(
        hall.MATRIX,
        "",
        "Program Renstra yang relevan",
        store.say("Program setiap OPD menurut dimensi"),
        body=MatrixBody(heads, lines, line(board.sums), tuple(store.say(text) for text in told if text))
        if lines
        else MatrixBody(),
        note="" if lines else _NO_PLANS,
    )


def money(store: Store, _place: Place) -> Slide:
    """Return the money of the relevant programs by dimension, with the years it is for."""
    from smartcity_desktop.domain.coverage import Choice
    from smartcity_desktop.domain.coverage_money import money_board, money_told

    known, choice = _known(store), Choice(relevant_only=True)
    board = money_board(known, choice)
    most = max((line.cells[-1].amount for line in board.lines), default=0)
    lines = tuple(
        SumLine(
            rupiah_words(line.cells[-1].amount),
            f"{_own(line.name, line.short if line.color else '')}, {number(line.cells[-1].count)} program",
            line.short if line.color else "",
            line.color,
            line.cells[-1].amount / most,
        )
        for line in board.lines
        if most
    )
    years = [head.words for head in board.heads[:-1]]
    span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    return Slide(
        hall.MONEY,
        "",
        f"Pagu program relevan {span}".strip(),
        store.say(hall.KINDS[hall.MONEY]),
        body=SumsBody(lines, (money_told(known, choice),)) if most else SumsBody(),
        note="" if most else _NO_MONEY,
    )


def _known(store: Store) -> "Coverage":
    # Loaded with the first of these slides: the projector opens without it.
    from smartcity_desktop.storage.coverage import coverage

    return coverage(store.db)


def _own(name: str, code: str) -> str:
    """Return a name without the code that stands before the line."""
    return name.removeprefix(code).strip() or name


def _named(name: str, code: str, besides: int) -> str:
    return f"{_own(name, code)} (+{number(besides)})" if besides else _own(name, code)
