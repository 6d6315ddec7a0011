"""Votes on any list: three knobs (points per person, most per item, way), tallies with their spread, rounds.

``voter`` of a cast is the sign of a ballot or of a person, or ``=3`` where ``count`` hands or ballots gave
three points each. Means are fractions; nothing here is a float.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.spread import ENOUGH, deviation

HANDS: Final = "tangan"
BALLOTS: Final = "suara"
PERSONS: Final = "orang"
READY: Final = "siap"
RUNNING: Final = "berjalan"
CLOSED: Final = "ditutup"
REVEALED: Final = "diumumkan"
GROUPED: Final = "="
"""How the ``voter`` of a cast begins that stands for all who gave so many points."""
PODIUM: Final = 3
"""Ranks of which a tie is named."""
WAY_WORDS: Final[Mapping[str, str]] = {
    HANDS: "Tangan dihitung",
    BALLOTS: "Surat suara",
    PERSONS: "Per orang",
}
STATE_WORDS: Final[Mapping[str, str]] = {
    READY: "Belum dimulai",
    RUNNING: "Sedang dihitung",
    CLOSED: "Ditutup, belum diumumkan",
    REVEALED: "Diumumkan",
}


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote; ``points`` per person and ``most`` per item are whole numbers, None for no limit."""

    id: RowId = NO_ROW
    pos: str = ""
    worksheet: RowId = NO_ROW
    sheet: RowId = NO_ROW
    stage: RowId = NO_ROW
    session: RowId = NO_ROW
    title: str = ""
    question: str = ""
    way: str = HANDS
    points: int | None = None
    most: int | None = None
    voters: int | None = None
    round: int | None = None
    state: str = READY
    opened_at: str = ""
    closed_at: str = ""
    revealed_at: str = ""
    note: str = ""

    @property
    def held(self) -> int:
        """The round that is held, from 1."""
        return self.round or 1

    @property
    def unit(self) -> str:
        """What is counted in the words of the hall: hands, votes where none gives a choice two, points."""
        if self.way == HANDS:
            return "tangan"
        return "suara" if 1 in {self.points, self.most} else "poin"

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is counted."""
        return self.state in {CLOSED, REVEALED}

    @property
    def is_revealed(self) -> bool:
        """Whether the hall may see the result."""
        return self.state == REVEALED


@dataclass(frozen=True, slots=True)
class VoteItem:
    """One line of a vote: the row it is about, if any, and its words as they stood when it was put there."""

    id: RowId = NO_ROW
    pos: str = ""
    vote: RowId = NO_ROW
    subject: RowId = NO_ROW
    text: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """What one voter gave one item, or how many gave it so many points."""

    item: RowId = NO_ROW
    voter: str = ""
    round: int | None = None
    points: int | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What one item came to; ``given`` counts those who gave 1, 2, 3 … points (0 only where it is known)."""

    item: VoteItem
    points: int = 0
    given: Mapping[int, int] = field(default_factory=dict)
    share: Fraction | None = None
    rank: int | None = None
    ties: tuple[RowId, ...] = ()

    @property
    def voters(self) -> int:
        """How many gave it anything."""
        return sum(count for points, count in self.given.items() if points)

    @property
    def mean(self) -> Fraction | None:
        """Return the points of a ballot on this item, None where ballots are not known one by one."""
        known = sum(self.given.values())
        return Fraction(self.points, known) if 0 in self.given and known else None

    @property
    def deviation(self) -> str:
        """Return the standard deviation as ``0,55``; empty below five ballots or where they are not known."""
        mean, known = self.mean, sum(self.given.values())
        if mean is None or known < ENOUGH:
            return ""
        square = sum(((points - mean) ** 2 * count for points, count in self.given.items()), Fraction(0))
        return deviation(square / (known - 1), known)


@dataclass(frozen=True, slots=True)
class Result:
    """A round of a vote: tallies in the order of the list, what is told softly, how many ballots."""

    vote: Vote
    tallies: tuple[Tally, ...] = ()
    ballots: int = 0
    told: tuple[str, ...] = ()
    round: int = 1

    @property
    def ranked(self) -> tuple[Tally, ...]:
        """The tallies by rank, those of one rank in the order of the list; what nobody chose comes last."""
        return tuple(sorted(self.tallies, key=lambda item: item.rank or len(self.tallies) + 1))

    @property
    def spread_words(self) -> str:
        """Say what the spread of this way of voting can tell."""
        if self.vote.way == HANDS:
            return "Tangan hanya dihitung jumlahnya; sebaran per orang tidak ada."
        if not self.ballots and any(item.given for item in self.tallies):
            return "Suara dihitung per poin: sebarannya jumlah suara setiap poin, tanpa rata-rata per suara."
        if self.ballots < ENOUGH:
            return "Kurang dari lima suara: suaranya ditampilkan satu per satu, tanpa simpangan baku."
        return "Rata-rata dan simpangan baku dihitung dari setiap suara."


def tally(vote: Vote, items: Sequence[VoteItem], casts: Iterable[Cast], held: int | None = None) -> Result:
    """Return what a round came to, the round that is held where none is asked for."""
    asked = held or vote.held
    mine = [item for item in casts if (item.round or 1) == asked]
    names = {item.voter for item in mine if not item.voter.startswith(GROUPED)}
    shown_items = [item for item in items if not item.retired or any(one.item == item.id for one in mine)]
    given: dict[RowId, dict[int, int]] = {item.id: {} for item in shown_items}
    for item in mine:
        if item.item not in given:
            continue
        points, count = _of(item)
        if count:
            given[item.item][points] = given[item.item].get(points, 0) + count
    sums = {row: sum(points * count for points, count in found.items()) for row, found in given.items()}
    if names and not _together(mine):
        # Who gave an item nothing gave it nought: only where every ballot is known by itself.
        for found in given.values():
            found[0] = max(len(names) - sum(count for points, count in found.items() if points), 0)
    whole = sum(sums.values())
    tallies = tuple(
        Tally(
            item,
            sums[item.id],
            dict(sorted(given[item.id].items(), reverse=True)),
            Fraction(sums[item.id], whole) if whole else None,
            1 + sum(1 for other in sums.values() if other > sums[item.id]) if sums[item.id] else None,
            tuple(
                row for row, points in sums.items() if row != item.id and points == sums[item.id] and points
            ),
        )
        for item in shown_items
    )
    return Result(vote, tallies, len(names), tuple(_told(vote, tallies, names, mine)), asked)


def _of(item: Cast) -> tuple[int, int]:
    """Return points and how many gave them."""
    if item.voter.startswith(GROUPED):
        digits = item.voter.removeprefix(GROUPED)
        return (int(digits) if digits.isdigit() else 0), max(item.count or 0, 0)
    return max(item.points or 0, 0), 1 if item.points else 0


def _together(casts: Sequence[Cast]) -> int:
    """Return how many hands or ballots were entered as figures, not one by one."""
    return sum(_of(item)[1] for item in casts if item.voter.startswith(GROUPED))


def _told(vote: Vote, tallies: Sequence[Tally], names: set[str], casts: Sequence[Cast]) -> Iterable[str]:
    """Say softly what cannot be, and what would be possible."""
    most = vote.voters
    if most is not None:
        for item in tallies:
            if item.voters > most:
                yield f'"{item.item.text}": {item.voters} orang memilih, padahal yang memilih {most} orang.'
        if vote.points is not None:
            total = sum(item.points for item in tallies)
            if total > most * vote.points:
                yield (
                    f"Jumlah {vote.unit} {total}, paling banyak {most * vote.points} "
                    f"({most} orang × {vote.points} {vote.unit})."
                )
        if len(names) > most:
            yield f"Suara yang dihitung {len(names)}, padahal yang memilih {most} orang."
    yield from _broken(vote, casts)
    together = _together(casts)
    if names and together:
        yield (
            f"Putaran ini dicatat dengan dua cara: {together} suara sebagai jumlah dan {len(names)} suara "
            "satu per satu; keduanya dijumlahkan. Bila orangnya sama, kosongkan salah satunya."
        )


def _broken(vote: Vote, casts: Sequence[Cast]) -> Iterable[str]:
    by_voter: dict[str, int] = {}
    over: list[str] = []
    for item in casts:
        points, _ = _of(item)
        if vote.most is not None and points > vote.most:
            over.append(item.voter.removeprefix(GROUPED))
        if not item.voter.startswith(GROUPED):
            by_voter[item.voter] = by_voter.get(item.voter, 0) + points
    if over:
        yield f"Lebih dari {vote.most} poin untuk satu pilihan: {', '.join(dict.fromkeys(over))}."
    if vote.points is not None:
        many = [voter for voter, points in by_voter.items() if points > vote.points]
        if many:
            yield f"Lebih dari {vote.points} poin dari satu suara: {', '.join(many)}."


def tie_words(result: Result) -> tuple[str, ...]:
    """Name every tie among the first three ranks; further down nobody has to decide."""
    told: list[str] = []
    seen: set[RowId] = set()
    names = {item.item.id: item.item.text for item in result.tallies}
    for item in result.ranked:
        if item.rank is None or item.rank > PODIUM or not item.ties or item.item.id in seen:
            continue
        seen |= {item.item.id, *item.ties}
        alike = [f'"{names[row]}"' for row in (item.item.id, *item.ties)]
        told.append(f"{', '.join(alike[:-1])} dan {alike[-1]} sama-sama {item.points} {result.vote.unit}.")
    return tuple(told)


def given_words(found: Tally) -> str:
    """Return ``3 poin: 4 orang · 1 poin: 2 orang``, highest first; empty where nobody gave anything."""
    told = [f"{points} poin: {count} orang" for points, count in found.given.items() if points and count]
    return " · ".join(told)
