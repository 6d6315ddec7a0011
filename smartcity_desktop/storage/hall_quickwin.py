"""The result of quick wins for the hall: places, totals, what was decided, and the ties in a sentence."""

from collections.abc import Iterator
from typing import Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Badge, Offer, Place, RankBody, Slide, SumLine, SumsBody, TurnLine
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import translated
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.subject import CHOSEN

_NOTHING: Final = "Belum ada kandidat yang dinilai."
_NONE_CHOSEN: Final = "Belum ada quick win yang ditetapkan."


def offers(store: Store) -> Iterator[Offer]:
    """Return the slide of the result where somebody has scored; its parts are read when it is shown."""
    with translated():
        found = store.db.conn.execute(tables.select("score", ("id",), "value IS NOT NULL", "id LIMIT 1"))
        has_scores = found.fetchone() is not None
    if has_scores:
        yield Offer(hall.QUICKWIN, "", hall.KINDS[hall.QUICKWIN])
    with translated():
        chosen = store.db.conn.execute(tables.select("candidate", ("id",), CHOSEN, "id LIMIT 1")).fetchone()
    if chosen is not None:
        yield Offer(hall.PROGRESS, "", hall.KINDS[hall.PROGRESS])


def slide(store: Store, worksheet: RowId, _place: Place) -> Slide:
    """Return the candidates by their place over all, those that are chosen standing out.

    Who scored what is no part of it.
    """
    # Loaded with the first result that is shown: the projector opens without it.
    from smartcity_desktop.domain import quickwin_board as decided
    from smartcity_desktop.domain.quickwin import tie_words
    from smartcity_desktop.domain.spread import shown
    from smartcity_desktop.storage.quickwin import board as read

    board = read(store.db, worksheet)
    ordered = [item for item in decided.by_rank(board.lines) if item.rank is not None]
    waiting = len(board.lines) - len(ordered)
    lines: list[TurnLine] = []
    for item in ordered:
        candidate, home = item.candidate, board.dimension(item.candidate.dimension)
        decision = decided.DECISION_WORDS.get(candidate.decision, "") if candidate.decision else ""
        lines.append(
            TurnLine(
                Badge(
                    candidate.name,
                    home.code if home else "",
                    home.color if home else "",
                    room=board.owner(candidate),
                ),
                item.rank or 0,
                " · ".join(text for text in (shown(item.total), decision) if text),
                candidate.decision == decided.CHOSEN,
                candidate.decision == decided.REFUSED,
            )
        )
    told = [*tie_words(ordered)]
    if waiting:
        told.append(f"{waiting} kandidat belum selesai dinilai.")
    return Slide(
        hall.QUICKWIN,
        worksheet,
        board.title,
        hall.KINDS[hall.QUICKWIN],
        body=RankBody(tuple(lines), tuple(told) if lines else ()),
        note="" if lines else _NOTHING,
    )


def progress(store: Store, _place: Place) -> Slide:
    """Return every quick win that was chosen with how far it is, in the colour of its dimension."""
    from smartcity_desktop.domain.quickwin_sheet import WHOLE, progress_words
    from smartcity_desktop.storage.quickwin_sheet import sheets

    found = sheets(store.db)
    lines: list[SumLine] = []
    for item in found.items:
        home = found.dimension(item.candidate.dimension)
        months = f"{item.finished} dari {item.planned} bulan selesai" if item.planned else ""
        told = (item.candidate.name, found.owner(item), months)
        lines.append(
            SumLine(
                progress_words(item),
                " · ".join(text for text in told if text),
                home.code if home else "",
                home.color if home else "",
                (item.progress or 0) / WHOLE,
            )
        )
    return Slide(
        hall.PROGRESS,
        "",
        "Quick win yang ditetapkan",
        hall.KINDS[hall.PROGRESS],
        body=SumsBody(tuple(lines), (found.told,) if lines else ()),
        note="" if lines else _NONE_CHOSEN,
    )
