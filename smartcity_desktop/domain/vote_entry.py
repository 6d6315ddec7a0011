"""Entering a vote: what is typed from a ballot in one line, its sign, and what it may give."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.vote import HANDS, PERSONS, Vote

MOST_LEVELS: Final = 9
_USUAL_LEVELS: Final = 5
"""Columns of points where neither knob says how many there can be."""
_SPLIT: Final = re.compile(r"[\s+,;./]+")
_CHOICE: Final = re.compile(r"(\d{1,4})(?:[x*](\d{1,3}))?")
_END: Final = re.compile(r"(\d+)$")
_SIGN: Final = 3


@dataclass(frozen=True, slots=True)
class Typed:
    """What a line says: points by the number of a choice (from 1), and the parts that name none."""

    points: Mapping[int, int]
    wrong: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """All points of the line."""
        return sum(self.points.values())


def levels(vote: Vote) -> tuple[int, ...]:
    """Return how many points somebody can give one choice, a column each where they are tallied."""
    if vote.way == HANDS:
        return (1,)
    known = [item for item in (vote.points, vote.most) if item]
    return tuple(range(1, min(min(known, default=_USUAL_LEVELS), MOST_LEVELS) + 1))


def read_ballot(text: str, choices: int) -> Typed:
    """Return what ``7+7+12`` says: a number twice gives it two points; ``7*2`` says the same.

    Blanks, plus, comma, slash and points part the numbers: all of them stand beside the figures.
    """
    found: dict[int, int] = {}
    wrong: list[str] = []
    for part in _SPLIT.split(text.strip()):
        if not part:
            continue
        match = _CHOICE.fullmatch(part.casefold())
        place = int(match[1]) if match else 0
        if match is None or not 1 <= place <= choices:
            wrong.append(part)
            continue
        found[place] = found.get(place, 0) + int(match[2] or 1)
    return Typed({place: points for place, points in found.items() if points}, tuple(wrong))


def spelled(points: Mapping[int, int]) -> str:
    """Return the points of a ballot as they are typed: ``7*2+12``."""
    told = [f"{place}*{given}" if given > 1 else str(place) for place, given in sorted(points.items())]
    return "+".join(told)


def ballot_words(vote: Vote, typed: Typed, choices: int) -> str:
    """Say what a ballot gives so far, and softly what cannot be with what would be possible."""
    if typed.wrong:
        return f"Tidak ada pilihan nomor {', '.join(typed.wrong)}; nomornya 1 sampai {choices}."
    over = [str(place) for place, given in sorted(typed.points.items()) if vote.most and given > vote.most]
    if over:
        return f"Nomor {', '.join(over)}: paling banyak {vote.most} poin untuk satu pilihan."
    if vote.points is not None and typed.total > vote.points:
        return f"{typed.total} poin; paling banyak {vote.points} dari satu suara."
    if vote.points is not None and typed.points:
        return f"{typed.total} dari {vote.points} poin."
    return f"{typed.total} poin." if typed.points else "Kosong: suara ini tidak memilih apa pun."


def next_sign(vote: Vote, taken: Iterable[str], issued: Sequence[str], last: str = "") -> str:
    """Return the sign of the ballot that comes next: behind the last one, among those that were issued."""
    known = set(taken)
    if issued:
        start = issued.index(last) + 1 if last in issued else 0
        waiting = [sign for sign in (*issued[start:], *issued[:start]) if sign not in known]
        return waiting[0] if waiting else ""
    sign = last
    while not sign or sign in known:
        match = _END.search(sign)
        if match is None:
            sign = f"{sign}-2" if sign else "1" if vote.way == PERSONS else "1".zfill(_SIGN)
        else:
            sign = f"{sign[: match.start()]}{int(match[1]) + 1:0{len(match[1])}d}"
    return sign


def meant_sign(typed: str, issued: Sequence[str], taken: Iterable[str] = ()) -> str:
    """Return the sign that is meant: figures alone are the number of an issued ballot, if there is one.

    Who was counted already (``taken``) is the same one in capitals and without leading noughts: nobody
    counts twice for the way the sign is typed.
    """
    sign, known = " ".join(typed.split()), tuple(taken)
    same = [item for item in (*issued, *known) if item.casefold() == sign.casefold()]
    if same or not _is_number(sign):
        return same[0] if same else sign
    meant = [item for item in issued if (end := _END.search(item)) and int(end[1]) == int(sign)]
    meant = meant or [item for item in known if _is_number(item) and int(item) == int(sign)]
    if len(meant) == 1:
        return meant[0]
    # Numbers go on as they began: after 001 and 002 a typed 3 is 003.
    wide = {len(item) for item in known if _is_number(item) and item.startswith("0")}
    return sign.zfill(max(wide, default=0))


def _is_number(sign: str) -> bool:
    return sign.isascii() and sign.isdigit()
