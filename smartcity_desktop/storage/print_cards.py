"""Name tags and cards for the table, gathered."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from smartcity_desktop.domain.group import Group
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_cards import TWO, CardPicture, NameCard
from smartcity_desktop.domain.print_job import NAME_TAGS, TENT_CARDS, PrintAsk, PrintJob, kind_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.group import groups, seats
from smartcity_desktop.storage.people import people
from smartcity_desktop.storage.print_stage import meant_grouping, meant_stage


def group_words(group: Group) -> str:
    """Return where somebody sits: ``GOV · Meja 3``; a table that is the group's own name stands alone."""
    table = f"Meja {group.table_no}" if group.table_no else ""
    code = group.code if group.code and f"M{group.table_no}" != group.code else ""
    named = code or (group.name if group.name != table else "")
    return " · ".join(text for text in (named, table) if text)


def seat_words(work: Gathering, ask: PrintAsk) -> dict[RowId, str]:
    """Return where each participant sits in the meant division, by participant."""
    division = meant_grouping(work, ask, meant_stage(work, ask))
    if division is None:
        return {}
    named = {item.id: group_words(item) for item in groups(work.db, division.id)}
    return {item.person: named[item.group] for item in seats(work.db, division.id) if item.group in named}


def _cards(kind: str, work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the cards of all participants, or of those that are asked for."""
    agencies = {item.id: item.name for item in work.opds}
    where = seat_words(work, ask)
    cards = tuple(
        NameCard(
            name=item.name,
            position=item.position,
            origin=agencies.get(item.opd) or item.institution,
            body=item.body,
            number=item.number,
            group=where.get(item.id, ""),
        )
        for item in people(work.db)
        if not ask.people or item.id in ask.people
    )
    frame = work.frame(meant_stage(work, ask), "")
    picture = CardPicture(
        event=work.workshop.title,
        stage=frame.stage_name,
        cards=cards,
        first=max(ask.first_label, 1),
        tents=kind == TENT_CARDS,
        two=ask.choice == TWO,
    )
    found = kind_of(kind)
    return PrintJob(kind, found.title if found else kind, frame, picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    TENT_CARDS: partial(_cards, TENT_CARDS),
    NAME_TAGS: partial(_cards, NAME_TAGS),
}
