"""The points of an RPJMD/RPD that were read, beside those that stand: new, changed, the same, gone.

Only what taking them would write counts as a change: what a document leaves empty stays as it was typed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_change import FieldChange, indicator_changes
from smartcity_desktop.domain.plan_code import plain
from smartcity_desktop.domain.plan_frame import (
    FramePoint,
    GoalIndicator,
    match_points,
    outline,
    rank,
    word_of,
)
from smartcity_desktop.domain.renstra_draft import IndicatorDraft, Matching, PointDraft
from smartcity_desktop.domain.wording import money

NEW: Final = "new"
CHANGED: Final = "changed"
SAME: Final = "same"
GONE: Final = "gone"
_ALIKE: Final = "Mirip dengan butir yang sudah ada, jadi dianggap butir yang sama."
_LEAST: Final = 8
"""Letters below which a text looks cut off."""
_HOMES: Final[Mapping[str, str]] = {"tujuan": "misi", "sasaran": "tujuan", "program": "sasaran"}
"""The kind that a point usually stands below, where the document has any of it."""


@dataclass(frozen=True, slots=True)
class PointChange:
    """One point: ``place`` is that of the reading (None where it is gone), ``old`` what stands.

    ``doubts`` are sentences about it; ``uses`` counts the answers and alignments that name the standing one.
    """

    state: str
    place: int | None = None
    old: FramePoint | None = None
    fields: tuple[FieldChange, ...] = ()
    doubts: tuple[str, ...] = ()
    uses: int = 0

    @property
    def key(self) -> str:
        """Return what names the point in the tree: its place, or the row that is gone."""
        return (
            str(self.place) if self.place is not None else f"{GONE}:{self.old.point.id if self.old else ''}"
        )


@dataclass(frozen=True, slots=True)
class FrameChange:
    """All points by their keys, those of the reading first; ``outlined`` has them in their places."""

    points: Mapping[str, PointChange] = field(default_factory=dict)
    outlined: tuple[FramePoint, ...] = ()

    def of(self, state: str) -> tuple[PointChange, ...]:
        """Return the points of one state."""
        return tuple(item for item in self.points.values() if item.state == state)

    @property
    def doubtful(self) -> tuple[PointChange, ...]:
        """Return the points about which something should be looked at."""
        return tuple(item for item in self.points.values() if item.doubts)

    @property
    def told(self) -> str:
        """Return the counts in one sentence."""
        words = ((NEW, "baru"), (CHANGED, "berubah"), (SAME, "tetap"), (GONE, "tidak ada lagi di berkas"))
        said = [f"{len(self.of(state))} {word}" for state, word in words if self.of(state)]
        return f"{', '.join(said)}." if said else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the file: the points in their places, how often each is used, who an agency is."""

    points: Sequence[FramePoint] = ()
    uses: Mapping[RowId, int] = field(default_factory=dict)
    agency: Callable[[str], RowId] = lambda _name: NO_ROW
    """Gives the row of the agency that a name means, no row where none does for sure."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said about points that were read (by their places) and those that stand (by their rows).

    ``apart`` are new though they are like points that stand, ``ties`` name the standing point that one has
    become, ``gone`` are the standing ones that shall be removed where the reading does not have them.
    """

    apart: frozenset[int] = frozenset()
    ties: Mapping[int, RowId] = field(default_factory=dict)
    gone: frozenset[RowId] = frozenset()


NOTHING_SAID: Final = Said()


def matched(old: Sequence[PlanPoint], new: Sequence[PointDraft], said: Said = NOTHING_SAID) -> Matching:
    """Pair stored points with those that were read, as a person said where somebody did."""
    row = {item.id: before for before, item in enumerate(old)}
    ties = {after: row[name] for after, name in said.ties.items() if name in row and after < len(new)}
    taken = set(ties.values())
    pairs = {
        after: before
        for before, after in match_points(old, new).pairs
        if after not in said.apart and after not in ties and before not in taken
    } | ties
    paired = set(pairs.values())
    return Matching(
        tuple(sorted((before, after) for after, before in pairs.items())),
        tuple(before for before in range(len(old)) if before not in paired),
        tuple(after for after in range(len(new)) if after not in pairs),
    )


def compare_points(
    standing: Standing, drafts: Sequence[PointDraft], said: Said = NOTHING_SAID
) -> FrameChange:
    """Return what taking these points would come to, point by point."""
    old = standing.points
    matching = matched([item.point for item in old], drafts, said)
    old_of = {after: old[before] for before, after in matching.pairs}
    new_of = {old[before].point.id: str(after) for before, after in matching.pairs}
    points: dict[str, PointChange] = {}
    oddities = _Oddities(standing, drafts)
    for place in range(len(drafts)):
        stood = old_of.get(place)
        fields = tuple(_fields(standing, drafts, place, old_of)) if stood else ()
        state = NEW if stood is None else CHANGED if fields else SAME
        alike = stood is not None and place not in said.ties and _is_other(stood, drafts[place])
        doubts = (*((_ALIKE,) if alike else ()), *oddities.of(place, stood))
        points[str(place)] = PointChange(state, place, stood, fields, doubts)
    for before in matching.lost:
        item = PointChange(GONE, None, old[before], uses=standing.uses.get(old[before].point.id, 0))
        points[item.key] = item
    return FrameChange(points, _outlined(standing, drafts, old_of, new_of, points))


def _fields(
    standing: Standing, drafts: Sequence[PointDraft], place: int, old_of: Mapping[int, FramePoint]
) -> Iterator[FieldChange]:
    old, draft = old_of[place], drafts[place]
    if _differ(old.point.text, draft.text):
        yield FieldChange("Teks", old.point.text, draft.text)
    if draft.code and draft.code != old.point.code:
        yield FieldChange("Nomor", old.point.code, draft.code)
    if draft.parent is not None:
        upper = old_of.get(draft.parent)
        if upper is None or upper.point.id != old.point.parent:
            above = next((item for item in standing.points if item.point.id == old.point.parent), None)
            yield FieldChange("Di bawah", above.point.text if above else "", drafts[draft.parent].text)
    if draft.indicators:
        new = [replace(item, direction="") for item in draft.indicators]
        yield from indicator_changes([_as_draft(item) for item in old.indicators], new)
    for year, amount in sorted(draft.pagu.items()):
        if old.pagu.get(year) != amount:
            yield FieldChange(f"Pagu {year}", money(old.pagu.get(year)), money(amount))
    rows = {name: standing.agency(name) for name in draft.opd}
    added = [name for name, row in rows.items() if row and row not in old.opd]
    if added:
        yield FieldChange("OPD", "", "; ".join(added))


def _is_other(stood: FramePoint, draft: PointDraft) -> bool:
    return plain(stood.point.text) != plain(draft.text)


class _Oddities:
    """What is odd about points, asked for from the first to the last; a name is asked about once."""

    def __init__(self, standing: Standing, drafts: Sequence[PointDraft]) -> None:
        self._standing, self._drafts = standing, drafts
        self._kinds = {item.kind for item in drafts}
        self._said: set[tuple[str, int | None, str, str]] = set()
        self._named: set[str] = set()

    def of(self, place: int, stood: FramePoint | None) -> Iterator[str]:
        """Yield what should be looked at, in sentences."""
        draft = self._drafts[place]
        home = _HOMES.get(draft.kind, "")
        if draft.parent is None and not (stood and stood.point.parent) and home in self._kinds:
            yield f"{word_of(draft.kind)} ini tidak berada di bawah {word_of(home).lower()} mana pun."
        text = plain(draft.text)
        # Programs of one name but other codes are two.
        key = (draft.kind, draft.parent, text, draft.code if draft.kind == "program" else "")
        if key in self._said:
            yield "Teks yang sama sudah ada di atasnya."
        self._said.add(key)
        if len(text) < _LEAST:
            yield "Teksnya pendek sekali, mungkin terpotong."
        for name in draft.opd:
            if name not in self._named and not self._standing.agency(name):
                yield f'"{name}" tidak ada di daftar OPD, jadi tidak ditautkan.'
            self._named.add(name)


def _outlined(
    standing: Standing,
    drafts: Sequence[PointDraft],
    old_of: Mapping[int, FramePoint],
    new_of: Mapping[RowId, str],
    points: Mapping[str, PointChange],
) -> tuple[FramePoint, ...]:
    """Return the points of the reading with those that are gone where they stood."""
    shown: list[PlanPoint] = []
    said: dict[str, tuple[tuple[GoalIndicator, ...], Mapping[str, int]]] = {}
    for place, draft in enumerate(drafts):
        stood = old_of.get(place)
        upper = str(draft.parent) if draft.parent is not None else ""
        if not upper and stood is not None:
            upper = new_of.get(stood.point.parent, "")
        page = str(draft.origin.page or "")
        key = RowId(str(place))
        shown.append(
            PlanPoint(key, kind=draft.kind, text=draft.text, code=draft.code, parent=RowId(upper), page=page)
        )
        said[str(place)] = (tuple(map(_as_goal, draft.indicators)), draft.pagu)
    gone = {item.old.point.id: key for key, item in points.items() if item.place is None and item.old}
    for row, name in gone.items():
        old = next(item for item in standing.points if item.point.id == row)
        above = new_of.get(old.point.parent) or gone.get(old.point.parent, "")
        shown.append(replace(old.point, id=RowId(name), parent=RowId(above)))
        said[name] = (old.indicators, old.pagu)
    return tuple(
        replace(item, indicators=said[item.point.id][0], pagu=said[item.point.id][1])
        for item in outline(shown)
    )


def homes(drafts: Sequence[PointDraft], place: int) -> tuple[int, ...]:
    """Return the places of the points below which one may stand: all of a higher kind."""
    own = rank(drafts[place].kind)
    return tuple(at for at, item in enumerate(drafts) if rank(item.kind) < own)


def _as_draft(item: GoalIndicator) -> IndicatorDraft:
    return IndicatorDraft(item.name, item.unit, item.baseline, item.baseline_year, item.target, item.final)


def _as_goal(item: IndicatorDraft) -> GoalIndicator:
    return GoalIndicator(
        name=item.name,
        unit=item.unit,
        baseline=item.baseline,
        baseline_year=item.baseline_year,
        direction=item.direction,
        target=item.targets,
        final=item.final,
    )


def _differ(one: str, other: str) -> bool:
    return " ".join(one.split()) != " ".join(other.split())
