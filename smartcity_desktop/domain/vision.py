"""Vision and missions: what is worked on, what was adopted in which version, and what changed between two.

The missions are adopted together, as one list: whoever asks for "the missions of version 2" gets them in
their order. A version is never changed afterwards.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import roots
from smartcity_desktop.domain.wording import day_of, long_date, plan_time, shortened

VISION: Final = "visi"
MISSION: Final = "misi"
KIND_WORDS: Final[Mapping[str, str]] = {VISION: "Visi", MISSION: "Misi"}
STANDS: Final = "Ditetapkan"
REPLACED: Final = "Diganti"
DRAFT_WORDS: Final = "Rancangan, belum ditetapkan"
FEWEST, MOST = 3, 6
"""How many missions are usual (domain: a vision and three to six missions)."""
STRONGEST: Final = 5
"""How many keywords count as the strongest where nobody chose any."""
_SHORT: Final = 90


@dataclass(frozen=True, slots=True)
class Text:
    """One vision or mission: worked on where ``adoption`` is empty, else as it was adopted.

    ``draft`` of an adopted one names the text that was worked on; ``points`` are missions of the RPJMD.
    """

    id: RowId = NO_ROW
    pos: str = ""
    adoption: RowId = NO_ROW
    kind: str = VISION
    text: str = ""
    draft: RowId = NO_ROW
    retired: bool = False
    points: tuple[RowId, ...] = ()
    dimensions: tuple[RowId, ...] = ()
    origin: tuple[RowId, ...] = ()

    @property
    def said(self) -> str:
        """The text without spaces at its ends or doubled ones."""
        return " ".join(self.text.split())

    @property
    def told(self) -> tuple[str, frozenset[RowId], frozenset[RowId]]:
        """What two texts are compared by: their words and their ties."""
        return self.said, frozenset(self.points), frozenset(self.dimensions)


@dataclass(frozen=True, slots=True)
class Adoption:
    """One version of the vision, or of the list of missions: when, in which session, by whom.

    ``at`` is an ISO moment, ``by`` what people wrote, ``who`` the person at the keyboard, ``where`` the
    session in words.
    """

    id: RowId = NO_ROW
    pos: str = ""
    kind: str = VISION
    version: int | None = None
    at: str = ""
    session: RowId = NO_ROW
    by: str = ""
    who: str = ""
    where: str = ""
    texts: tuple[Text, ...] = ()

    @property
    def number(self) -> int:
        """The version from 1."""
        return self.version or 1

    @property
    def said(self) -> str:
        """The text of a vision."""
        return self.texts[0].said if self.texts else ""

    @property
    def told(self) -> str:
        """``Senin, 31 Juli 2023 10.42 · Pleno kelompok · Sesi 3``."""
        moment = f"{long_date(day_of(self.at))} {plan_time(self.at)}" if self.at else ""
        return " · ".join(part for part in (moment, self.by or self.who, self.where) if part)


@dataclass(frozen=True, slots=True)
class Idea:
    """One keyword as a table wrote it; ``points`` of a revealed vote, None where it was in none."""

    id: RowId = NO_ROW
    text: str = ""
    kind: str = ""
    reason: str = ""
    chosen: bool = False
    party: str = ""
    points: int | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword with all rows that say it: how many wrote it, which tables, what a vote gave it."""

    text: str
    rows: tuple[RowId, ...] = ()
    count: int = 1
    parties: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    points: int | None = None
    chosen: bool = False
    in_vision: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A vision or mission that a table proposed; ``votes`` are those in which it was (revealed ones)."""

    id: RowId = NO_ROW
    kind: str = VISION
    text: str = ""
    reason: str = ""
    party: str = ""
    merged: int = 0
    points: tuple[RowId, ...] = ()
    dimensions: tuple[RowId, ...] = ()
    vote_points: int | None = None
    vote_rank: int | None = None
    votes: tuple[RowId, ...] = ()
    used: tuple[str, ...] = ()
    """As what it was taken (``visi``, ``misi``) into what is worked on."""

    @property
    def vote_words(self) -> str:
        """``12 poin (1)``: points and place; empty where no vote on it was revealed."""
        if self.vote_points is None:
            return ""
        place = f" ({self.vote_rank})" if self.vote_rank else ""
        return f"{self.vote_points} poin{place}"


_NO_TEXT: Final = Text()


@dataclass(frozen=True, slots=True)
class Board:
    """Everything about vision and missions; ``missions`` are the ones on the list, ``dropped`` those off it.

    Versions are in their order, the one that stands last. ``hidden`` counts votes that are not revealed.
    """

    vision: Text = _NO_TEXT
    missions: tuple[Text, ...] = ()
    dropped: tuple[Text, ...] = ()
    visions: tuple[Adoption, ...] = ()
    mission_sets: tuple[Adoption, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    points: tuple[PlanPoint, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    ideas: RowId = NO_ROW
    statements: RowId = NO_ROW
    hidden: int = 0

    def versions(self, kind: str) -> tuple[Adoption, ...]:
        """Return the versions of the vision or of the missions, the first one first."""
        return self.visions if kind == VISION else self.mission_sets

    def standing(self, kind: str) -> Adoption | None:
        """Return the version that stands, None where nothing was adopted yet."""
        found = self.versions(kind)
        return found[-1] if found else None

    @property
    def is_empty(self) -> bool:
        """Whether nobody wrote anything yet: no keyword, no proposal, no text."""
        own = (self.keywords, self.proposals, self.missions, self.dropped, self.visions, self.mission_sets)
        return not any(own) and not self.vision.said

    @property
    def chosen(self) -> tuple[Keyword, ...]:
        """The keywords that people chose; where they chose none, the strongest."""
        return tuple(item for item in self.keywords if item.chosen) or self.keywords[:STRONGEST]

    def point_words(self, rows: Iterable[RowId]) -> tuple[str, ...]:
        """Return missions of the RPJMD in short: ``Misi 2 Menguatkan layanan``; those gone are left out."""
        wanted = frozenset(rows)
        return tuple(
            point_name(place, item) for place, item in enumerate(self.points, start=1) if item.id in wanted
        )

    def point_numbers(self, rows: Iterable[RowId]) -> tuple[str, ...]:
        """Return missions of the RPJMD by their number: ``Misi 2``."""
        wanted = frozenset(rows)
        return tuple(f"Misi {place}" for place, item in enumerate(self.points, start=1) if item.id in wanted)

    def dimension_codes(self, rows: Iterable[RowId]) -> tuple[str, ...]:
        """Return dimensions by their codes, in their order."""
        wanted = frozenset(rows)
        return tuple(item.code or item.name for item in self.dimensions if item.id in wanted)


def point_name(place: int, point: PlanPoint) -> str:
    """Return a mission of the RPJMD with its number: ``Misi 2 Menguatkan layanan``."""
    return f"Misi {place} {shortened(point.text, _SHORT)}"


def version_words(found: Adoption, *, stands: bool) -> str:
    """Return ``Versi 2 · Ditetapkan``, or that it was replaced since."""
    return f"Versi {found.number} · {STANDS if stands else REPLACED}"


def is_changed(board: Board, kind: str) -> bool:
    """Tell whether what is worked on says something else than the version that stands."""
    found = board.standing(kind)
    if kind == VISION:
        return board.vision.said != (found.said if found else "")
    return [item.told for item in written(board.missions)] != [
        item.told for item in (found.texts if found else ())
    ]


def written(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Return the texts that say anything."""
    return tuple(item for item in texts if item.said)


# Keywords --------------------------------------------------------------------------------------------------


def keywords(ideas: Sequence[Idea], merged: Mapping[RowId, RowId], vision: str) -> tuple[Keyword, ...]:
    """Return the keywords, the ones with the most points and the most often written first.

    ``merged`` names by row the one that several were put together into: that one gives the words, those that
    went in are what is counted. Rows that say the same words are one keyword anyway.
    """
    by_row = {item.id: item for item in ideas}
    heirs = set(merged.values())
    own: dict[str, list[Idea]] = {}
    for item in ideas:
        head = by_row.get(_heir(item.id, merged), item)
        if _key(head.text):
            own.setdefault(_key(head.text), []).append(item)
    told = roots(vision)
    found = [_keyword(items, heirs, told) for items in own.values()]
    found.sort(key=lambda item: (-(item.points or 0), -item.count, item.text.casefold()))
    return tuple(found)


def _heir(row: RowId, merged: Mapping[RowId, RowId]) -> RowId:
    seen = {row}
    while row in merged and merged[row] not in seen:
        row = merged[row]
        seen.add(row)
    return row


def _key(text: str) -> str:
    return " ".join(text.casefold().split()).strip(".,;:!?\"'()–- ")


def _keyword(items: Sequence[Idea], heirs: Collection[RowId], told: Mapping[str, str]) -> Keyword:
    head = next((item for item in items if item.id in heirs), items[0])
    counted = [item for item in items if item.id not in heirs] or items
    text = " ".join(head.text.split())
    points = [item.points for item in items if item.points is not None]
    return Keyword(
        text,
        tuple(item.id for item in items),
        len(counted),
        tuple(dict.fromkeys(item.party for item in counted if item.party)),
        tuple(dict.fromkeys(item.kind for item in counted if item.kind)),
        tuple(dict.fromkeys(item.reason.strip() for item in counted if item.reason.strip())),
        sum(points) if points else None,
        any(item.chosen for item in items),
        stays(text, told),
    )


def stays(keyword: str, told: Mapping[str, str]) -> bool:
    """Tell whether a vision (its roots) says a keyword, in whatever form: jangkau, terjangkau."""
    own = roots(keyword)
    return bool(own) and all(word in told for word in own)


# What is told softly ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Warn:
    """A soft sentence; ``names`` are put into its braces after it was said in the words of the event."""

    sentence: str
    names: tuple[str, ...] = ()

    def words(self, say: Callable[[str], str] = str) -> str:
        """Return the sentence in the words of the event."""
        return say(self.sentence).format(*self.names)


def warnings(board: Board) -> tuple[Warn, ...]:
    """Return what may be looked at once more before vision and missions are adopted; nothing is a block."""
    return (*_of_vision(board), *_of_missions(board))


def _of_vision(board: Board) -> Iterable[Warn]:
    chosen = board.chosen
    if board.vision.said and chosen and not any(item.in_vision for item in chosen):
        names = ", ".join(f"“{item.text}”" for item in chosen)
        yield Warn("Tidak satu pun kata kunci terpilih ada dalam visi: {}.", (names,))


def _of_missions(board: Board) -> Iterable[Warn]:
    missions = written(board.missions)
    if not missions:
        return
    if not FEWEST <= len(missions) <= MOST:
        yield Warn(f"Misi berjumlah {len(missions)}; lazimnya {FEWEST} sampai {MOST}.")
    standing = {item.id for item in board.points}
    for place, item in enumerate(board.missions, start=1):
        if not item.said:
            continue
        if board.points and not standing & frozenset(item.points):
            yield Warn(f"Misi {place} belum dikaitkan dengan misi RPJMD.")
        if not item.dimensions:
            yield Warn(f"Misi {place} belum dikaitkan dengan dimensi.")
    served = {row for item in missions for row in item.points}
    for place, point in enumerate(board.points, start=1):
        if point.id not in served:
            yield Warn("Belum ada misi smart city yang mendukung {}.", (point_name(place, point),))


# Taking a proposal ----------------------------------------------------------------------------------------


def uses(board_texts: Iterable[Text], proposal: RowId) -> tuple[str, ...]:
    """Return as what a proposal stands among the texts that are worked on."""
    return tuple(dict.fromkeys(item.kind for item in board_texts if proposal in item.origin))


def with_uses(found: Sequence[Proposal], texts: Sequence[Text]) -> tuple[Proposal, ...]:
    """Return proposals with what each of them was taken as."""
    return tuple(replace(item, used=uses(texts, item.id)) for item in found)
