"""The result of votes as it is told: on paper, on the screen and in the hall in the same words."""

from dataclasses import dataclass, field
from fractions import Fraction

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.spread import shown
from smartcity_desktop.domain.vote import (
    HANDS,
    STATE_WORDS,
    WAY_WORDS,
    Result,
    Tally,
    Vote,
    given_words,
    tie_words,
)
from smartcity_desktop.domain.wording import EMPTY


@dataclass(frozen=True, slots=True)
class VotePicture:
    """Votes to be printed, every one with all its rounds, the round that is held last."""

    votes: tuple[tuple[Result, ...], ...] = ()
    sums: dict[RowId, tuple[str, ...]] = field(default_factory=dict)
    """What became of the printed ballots, by the row of the vote."""


def percent_words(share: Fraction | None) -> str:
    """Return ``33,3%``; ``–`` where nothing was given."""
    return EMPTY if share is None else f"{shown(share * 100, 1)}%"


def share_words(item: Tally, vote: Vote) -> str:
    """Return ``12 poin · 33,3%`` (``12 tangan`` where hands were counted); ``tanpa suara`` for none."""
    return f"{item.points} {vote.unit} · {percent_words(item.share)}" if item.points else "tanpa suara"


def spread_words(item: Tally, way: str) -> str:
    """Return the spread of one line: how many gave how much, mean and deviation where they are known."""
    if way == HANDS:
        return EMPTY
    told = [given_words(item)]
    if item.mean is not None:
        told.append(f"rata-rata {shown(item.mean)}")
    if item.deviation:
        told.append(f"simpangan baku {item.deviation}")
    return " · ".join(text for text in told if text) or EMPTY


def told_words(result: Result) -> tuple[str, ...]:
    """Return what is said below a result: ties by name, then what its spread can tell."""
    return (*tie_words(result), result.spread_words)


def knob_words(vote: Vote) -> str:
    """Return the three knobs in words: ``Surat suara · 3 poin setiap orang · paling banyak 2 …``."""
    told = [WAY_WORDS.get(vote.way, vote.way)]
    told.append(f"{vote.points} {vote.unit} setiap orang" if vote.points else f"{vote.unit} tidak dibatasi")
    if vote.most:
        told.append(f"paling banyak {vote.most} untuk satu pilihan")
    if vote.voters:
        told.append(f"{vote.voters} orang memilih")
    return " · ".join(told)


def state_words(vote: Vote) -> str:
    """Return how a vote stands, with its round from the second on."""
    words = STATE_WORDS.get(vote.state, vote.state)
    return f"{words} · putaran {vote.held}" if vote.held > 1 else words
