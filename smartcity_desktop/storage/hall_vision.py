"""Vision and missions for the hall: as they were adopted, or as they are worked on, told apart by a line."""

from collections.abc import Iterator
from typing import Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import MissionLine, Offer, Place, Slide, VisionBody
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import translated
from smartcity_desktop.storage.store import Store

DRAFT: Final = "draft"
_NOTHING: Final = "Belum ada visi dan misi."
_TITLE: Final = "Visi dan misi smart city"


def offers(store: Store) -> Iterator[Offer]:
    """Return the slide of what was adopted, and one of what is worked on, where there is any."""
    with translated():
        statement = tables.select("adopted_text", ("id",), "text IS NOT NULL AND text <> ''", "id LIMIT 1")
        is_empty = store.db.conn.execute(statement).fetchone() is None
    if is_empty:
        return
    from smartcity_desktop.domain.vision import MISSION, VISION, is_changed
    from smartcity_desktop.storage.vision import texts_board

    board = texts_board(store)
    if board.visions or board.mission_sets:
        yield Offer(hall.VISION, "", hall.KINDS[hall.VISION], "Yang ditetapkan")
    if is_changed(board, VISION) or is_changed(board, MISSION):
        yield Offer(hall.VISION, DRAFT, "Rancangan visi dan misi", "Yang sedang dikerjakan")


def slide(store: Store, about: str, _place: Place) -> Slide:
    """Return vision and missions as they were adopted; where nothing was, or it is asked for, the draft."""
    # Loaded with the first vision that is shown: the projector opens without it.
    from smartcity_desktop.domain.vision import DRAFT_WORDS, MISSION, VISION, Text, written
    from smartcity_desktop.storage.vision import texts_board

    board = texts_board(store)
    vision, missions = board.standing(VISION), board.standing(MISSION)
    is_draft = about == DRAFT or not (vision or missions)
    texts: tuple[Text, ...]
    if is_draft:
        said, texts, told = board.vision.said, written(board.missions), DRAFT_WORDS
    else:
        said = vision.said if vision else ""
        texts = missions.texts if missions else ()
        found = [
            f"{name} versi {item.number}" for name, item in (("Visi", vision), ("Misi", missions)) if item
        ]
        told = " · ".join(["Ditetapkan", *found])
    lines = tuple(
        MissionLine(
            item.said,
            " · ".join(
                part
                for part in (
                    f"RPJMD: {', '.join(board.point_numbers(item.points))}"
                    if board.point_numbers(item.points)
                    else "",
                    ", ".join(board.dimension_codes(item.dimensions)),
                )
                if part
            ),
        )
        for item in texts
    )
    has_text = bool(said or lines)
    return Slide(
        hall.VISION,
        about,
        told if has_text else "",
        _TITLE,
        body=VisionBody(said, lines),
        note="" if has_text else _NOTHING,
    )
