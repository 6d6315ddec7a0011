"""The RPJMD/RPD as a frame: visi, misi, tujuan, sasaran, program prioritas, each below another.

An RPD has no misi: there the tujuan stand on top. Strategic issues stand beside the frame, each on its own.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import between, run
from smartcity_desktop.domain.plan_code import ALIKE, alike_at_most, likeness, plain
from smartcity_desktop.domain.renstra_draft import Matching, PointDraft
from smartcity_desktop.domain.renstra_match import MOST_COMPARED
from smartcity_desktop.domain.wording import label

VISI: Final = "visi"
MISI: Final = "misi"
ISU: Final = "isu"
LADDER: Final = ("visi", "misi", "tujuan", "sasaran", "program")
"""From the top down; a point stands below one of a kind above its own."""
LINKED: Final = (MISI, ISU)
"""The kinds that a column of links offers where it does not name any."""
WORDS: Final = {"visi": "Visi", "misi": "Misi", "isu": "Isu", "tujuan": "Tujuan", "sasaran": "Sasaran"}
THEN: Final = " \u203a "
"""Between the words of a chain."""
_LEAST: Final = 16
"""Letters of a text from which on it is known by its beginning."""
_RANK: Final = {kind: place for place, kind in enumerate(LADDER)}


@dataclass(frozen=True, slots=True)
class GoalIndicator:
    """One indicator of a point; baseline, targets and ``final`` (at the end) stay as written."""

    id: RowId = NO_ROW
    pos: str = ""
    point: RowId = NO_ROW
    name: str = ""
    unit: str = ""
    baseline: str = ""
    baseline_year: str = ""
    direction: str = ""
    target: Mapping[str, str] = field(default_factory=dict)
    final: str = ""


@dataclass(frozen=True, slots=True)
class FramePoint:
    """One point in its place: how deep, its number (``2.1``), its word (``Sasaran 2.1``) and its chain.

    ``chain`` names the points above it too, from the top: ``Misi 2``, then ``Sasaran 2.1``.
    ``pagu`` is whole rupiah per year.
    """

    point: PlanPoint
    depth: int = 0
    number: str = ""
    chain: str = ""
    indicators: tuple[GoalIndicator, ...] = ()
    pagu: Mapping[str, int] = field(default_factory=dict)
    opd: tuple[RowId, ...] = ()

    @property
    def word(self) -> str:
        """Return kind and number: ``Tujuan 2.1``."""
        return f"{word_of(self.point.kind)} {self.number}".strip()

    @property
    def called(self) -> str:
        """Return the point as a choice names it: missions and issues by their text, others by their place."""
        if self.point.kind in LINKED:
            return self.point.text
        top = self.chain.split(THEN)[0]
        place = self.word if top == self.word else f"{top}{THEN}{self.word}"
        return f"{place} {self.point.text}"


def word_of(kind: str) -> str:
    """Return the short word of a kind; the long one is its label."""
    return WORDS.get(kind, "Program")


def rank(kind: str) -> int:
    """Return how far down the ladder a kind stands; issues stand beside it, below everything."""
    return _RANK.get(kind, len(LADDER))


def below(kind: str) -> str:
    """Return the kind that usually comes below; that of the last rung is itself."""
    place = rank(kind)
    return LADDER[min(place + 1, len(LADDER) - 1)] if place < len(LADDER) else kind


def outline(points: Sequence[PlanPoint]) -> tuple[FramePoint, ...]:
    """Return all points from the top down, each behind the one it stands below; issues come last."""
    known = {item.id: item for item in points}
    under: dict[RowId, list[PlanPoint]] = {}
    for item in points:
        under.setdefault(_home(item, known), []).append(item)
    found: list[FramePoint] = []
    counts: dict[str, int] = {}
    roots = sorted(under.get(NO_ROW, ()), key=lambda item: (item.kind == ISU, item.kind != VISI))
    waiting = deque(_numbered(roots, "", counts, ("", 0)))
    while waiting:
        here = waiting.popleft()
        found.append(here)
        children = under.get(here.point.id, ())
        prefix = "" if here.point.kind == VISI else here.number
        chain = "" if here.point.kind == VISI else here.chain
        waiting.extendleft(reversed(_numbered(children, prefix, counts, (chain, here.depth + 1))))
    return tuple(found)


def _home(item: PlanPoint, known: Mapping[RowId, PlanPoint]) -> RowId:
    """Return the point above; none where it is gone, or where the way up leads in a circle."""
    seen = {item.id}
    upper = known.get(item.parent)
    while upper is not None and upper.id not in seen:
        seen.add(upper.id)
        upper = known.get(upper.parent)
    circular = upper is not None
    return NO_ROW if circular or item.parent not in known else item.parent


def _numbered(
    points: Iterable[PlanPoint], prefix: str, counts: dict[str, int], at: tuple[str, int]
) -> list[FramePoint]:
    """Return brothers with their numbers; what stands on top is counted through the whole frame."""
    chain, depth = at
    found = []
    own: dict[str, int] = {}
    for item in points:
        counter = own if prefix else counts
        counter[item.kind] = counter.get(item.kind, 0) + 1
        place = str(counter[item.kind])
        number = "" if item.kind == VISI else f"{prefix}.{place}" if prefix else place
        number = item.code if _is_number(item.code) else number
        word = f"{word_of(item.kind)} {number}".strip()
        above = chain if item.kind not in {VISI, ISU} else ""
        found.append(FramePoint(item, depth, number, f"{above}{THEN}{word}" if above else word))
    return found


def _is_number(code: str) -> bool:
    return bool(code) and all(part.isdigit() for part in code.split("."))


def chains(points: Sequence[PlanPoint]) -> dict[RowId, str]:
    """Return where each point stands, in words: its own and those of the points above."""
    return {item.point.id: item.chain for item in outline(points)}


def offered(points: Sequence[PlanPoint], kinds: Sequence[str] = ()) -> tuple[FramePoint, ...]:
    """Return the points that a column of links offers, kind by kind; without any missions and issues."""
    wanted = [kind for kind in kinds if kind in {*LADDER, ISU}] or [*LINKED]
    shown = [item for item in outline(points) if item.point.text]
    return tuple(item for kind in wanted for item in shown if item.point.kind == kind)


# Moving ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where a point stands after a move: its kind, the point above it, its order key."""

    kind: str
    parent: RowId
    pos: str


def moved(points: Sequence[PlanPoint], row: RowId, steps: int) -> dict[RowId, Place]:
    """Return the new places that move a point ``steps`` up or down among its brothers; none at the end."""
    item, brothers = _brothers(points, row)
    if item is None:
        return {}
    at = next(place for place, one in enumerate(brothers) if one.id == row)
    wanted = at + steps
    if not 0 <= wanted < len(brothers):
        return {}
    rest = [one for one in brothers if one.id != row]
    before = rest[wanted - 1].pos if wanted else ""
    after = rest[wanted].pos if wanted < len(rest) else ""
    if after and before >= after:
        order = [*rest[:wanted], item, *rest[wanted:]]
        keys = run(len(order))
        return {
            one.id: Place(one.kind, one.parent, key)
            for one, key in zip(order, keys, strict=True)
            if one.pos != key
        }
    return {row: Place(item.kind, item.parent, between(before, after))}


def _brothers(points: Sequence[PlanPoint], row: RowId) -> tuple[PlanPoint | None, list[PlanPoint]]:
    shown = [item.point for item in outline(points)]
    known = {item.id: item for item in shown}
    item = known.get(row)
    if item is None:
        return None, []
    home = _home(item, known)
    return item, [one for one in shown if _home(one, known) == home and one.kind == item.kind]


def shifted(points: Sequence[PlanPoint], row: RowId, steps: int) -> dict[RowId, Place]:
    """Return the new places that put a point, with all below it, one level deeper (1) or higher (-1).

    None where a level does not exist: visi and misi are not made by shifting visi, nothing is below program,
    and an issue has no level.
    """
    shown = outline(points)
    at = next((place for place, item in enumerate(shown) if item.point.id == row), None)
    if at is None or shown[at].point.kind in {ISU, VISI}:
        return {}
    branch = [shown[at], *_under(shown, at)]
    ranks = {item.point.id: rank(item.point.kind) + steps for item in branch}
    if min(ranks.values()) < rank(MISI) or max(ranks.values()) >= len(LADDER):
        return {}
    first = ranks[row]
    parent = next((item.point.id for item in reversed(shown[:at]) if rank(item.point.kind) < first), NO_ROW)
    return {
        item.point.id: Place(
            LADDER[ranks[item.point.id]],
            parent if item.point.id == row else item.point.parent,
            item.point.pos,
        )
        for item in branch
    }


def _under(shown: Sequence[FramePoint], at: int) -> list[FramePoint]:
    found = []
    for item in shown[at + 1 :]:
        if item.depth <= shown[at].depth:
            break
        found.append(item)
    return found


def branch(points: Sequence[PlanPoint], row: RowId) -> tuple[RowId, ...]:
    """Return a point and all points below it."""
    shown = outline(points)
    at = next((place for place, item in enumerate(shown) if item.point.id == row), None)
    return () if at is None else (row, *(item.point.id for item in _under(shown, at)))


# Adopting --------------------------------------------------------------------------------------------------


def match_points(old: Sequence[PlanPoint], new: Sequence[PointDraft]) -> Matching:
    """Pair stored points with those that were read: same kind and text, one that begins with it, a like one.

    Of equal texts those below a paired point go first; every point is paired at most once.
    """
    place = {item.id: number for number, item in enumerate(old)}
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    waiting: dict[tuple[str, str], list[int]] = {}
    for number, item in enumerate(old):
        waiting.setdefault((item.kind, plain(item.text)), []).append(number)
    for index, draft in enumerate(new):
        same = waiting.get((draft.kind, plain(draft.text)), [])
        upper = None if draft.parent is None else pairs.get(draft.parent)
        chosen = next((one for one in same if place.get(old[one].parent) == upper), None)
        chosen = same[0] if chosen is None and same else chosen
        if chosen is not None:
            same.remove(chosen)
            pairs[index] = chosen
            taken.add(chosen)
    _pair_shortened(old, new, pairs, taken)
    _pair_alike(old, new, pairs, taken)
    return Matching(
        tuple(sorted((before, after) for after, before in pairs.items())),
        tuple(number for number in range(len(old)) if number not in taken),
        tuple(index for index in range(len(new)) if index not in pairs),
    )


def _pair_shortened(
    old: Sequence[PlanPoint], new: Sequence[PointDraft], pairs: dict[int, int], taken: set[int]
) -> None:
    """Pair a text with the only one of its kind that begins with it, or with which it begins."""
    texts = [(number, item.kind, plain(item.text)) for number, item in enumerate(old)]
    for index, draft in enumerate(new):
        text = plain(draft.text)
        if index in pairs or len(text) < _LEAST:
            continue
        found = [
            number
            for number, kind, known in texts
            if kind == draft.kind
            and number not in taken
            and len(known) >= _LEAST
            and (known.startswith(text) or text.startswith(known))
        ]
        if len(found) == 1:
            pairs[index] = found[0]
            taken.add(found[0])


def _pair_alike(
    old: Sequence[PlanPoint], new: Sequence[PointDraft], pairs: dict[int, int], taken: set[int]
) -> None:
    if (len(new) - len(pairs)) * (len(old) - len(taken)) > MOST_COMPARED:
        return
    scored = []
    for index, draft in enumerate(new):
        for number, item in enumerate(old):
            alone = index not in pairs and number not in taken and item.kind == draft.kind
            if alone and alike_at_most(item.text, draft.text) >= ALIKE:
                scored.append((likeness(item.text, draft.text), -index, -number))
    for score, index, number in sorted(scored, reverse=True):
        if score >= ALIKE and -index not in pairs and -number not in taken:
            pairs[-index] = -number
            taken.add(-number)


@dataclass(frozen=True, slots=True)
class FramePreview:
    """What taking points would come to; ``gone`` are those that stand and are not among them.

    ``used`` are those of them that answers or alignments name; ``unknown`` agencies that no OPD goes by.
    """

    known: int = 0
    fresh: int = 0
    gone: tuple[FramePoint, ...] = ()
    used: frozenset[RowId] = frozenset()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameTaken:
    """What taking points came to: how many were known, new, removed; agencies that nobody goes by."""

    known: int = 0
    fresh: int = 0
    removed: int = 0
    unknown: tuple[str, ...] = ()


def shown_drafts(drafts: Sequence[PointDraft]) -> tuple[FramePoint, ...]:
    """Return points that are not stored yet in their places, to be looked at."""
    points = [
        PlanPoint(
            RowId(str(place)),
            kind=item.kind,
            text=item.text,
            code=item.code,
            parent=NO_ROW if item.parent is None else RowId(str(item.parent)),
            page=str(item.origin.page or ""),
        )
        for place, item in enumerate(drafts)
    ]
    said = {str(place): item for place, item in enumerate(drafts)}
    return tuple(
        replace(
            item,
            indicators=tuple(
                GoalIndicator(
                    name=one.name, unit=one.unit, baseline=one.baseline, target=one.targets, final=one.final
                )
                for one in said[item.point.id].indicators
            ),
            pagu=said[item.point.id].pagu,
        )
        for item in outline(points)
    )


def counted(kinds: Iterable[str]) -> str:
    """Return how many there are of each kind, in words: ``1 visi, 4 misi, 7 tujuan``."""
    found: dict[str, int] = {}
    for kind in kinds:
        found[kind] = found.get(kind, 0) + 1
    order = (*LADDER[:2], ISU, *LADDER[2:])
    return ", ".join(
        f"{found[kind]} {label('plan_point', kind).lower()}" for kind in order if found.get(kind)
    )
