"""Sentences of the screen Kelompok: how full the groups are, and who has the keyboard."""

from collections.abc import Sequence

from smartcity_desktop.domain.divide import WHYS
from smartcity_desktop.domain.group_board import Board, HeadOffer, mix_of
from smartcity_desktop.domain.wording import label
from ui.translate import worded
from ui.widgets.group_cards import card_named


def board_words(board: Board) -> str:
    """Return how many sit, how large the groups are, and of which elements."""
    sizes = [len(card.members) for card in board.cards]
    if not any(sizes):
        opds = sum(len(card.opds) for card in board.cards)
        told = worded("{count} OPD, belum ada peserta").format(count=opds) if opds else "belum ada yang duduk"
        return f"{len(sizes)} kelompok · {told}"
    each = f"{min(sizes)}" if min(sizes) == max(sizes) else f"{min(sizes)}–{max(sizes)}"
    people = (item.person for card in board.cards for item in card.members)
    mix = " · ".join(f"{_element(key)} {count}" for key, count in mix_of(people))
    return f"{board.seated} orang di {len(sizes)} kelompok, tiap kelompok {each} · {mix}"


def _element(key: str) -> str:
    """Return an element in full: what the cards below say short is said once in whole words."""
    return label("element", key) if key else "tanpa unsur"


def person_words(board: Board, row: str, group: str, trail: Sequence[str], elsewhere: Sequence[str]) -> str:
    """Return who somebody is, why in this group, where before and in the other divisions."""
    card = card_named(board, group)
    members = card.members if card else board.unseated
    member = next((item for item in members if item.id == row), None)
    if member is None:
        return f"{card.called} {card.group.name}" if card and card.called != card.group.name else ""
    person = member.person
    element = label("element", person.element) if person.element else ""
    who = " · ".join(part for part in (person.name, person.position, member.origin, element) if part)
    why = worded(WHYS[member.why]) if card and member.why in WHYS else ""
    parts = [
        f"{card.called}: {why}" if card and why else "",
        f"dulu di {', '.join(trail)}" if trail else "",
        "; ".join(elsewhere),
    ]
    return " — ".join(part for part in (who, *parts) if part)


def offer_words(offer: HeadOffer) -> str:
    """Return the words of the button that fills what is empty, nothing where nothing is."""
    parts = [
        f"kepala {offer.sheets} lembar" if offer.sheets else "",
        worded("nomor meja {count} OPD").format(count=offer.tables) if offer.tables else "",
    ]
    told = " dan ".join(part for part in parts if part)
    return f"Isi {told} dari kelompok ini" if told else ""
