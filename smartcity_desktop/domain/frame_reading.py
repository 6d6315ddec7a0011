"""The points of an RPJMD/RPD while a person looks at them: what is mended, left out, kept apart, removed.

Every answer gives a new state; the state before is the way back. Nothing here touches a file.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_code import plain
from smartcity_desktop.domain.plan_frame import rank
from smartcity_desktop.domain.plan_frame_change import NOTHING_SAID, Said
from smartcity_desktop.domain.renstra_decide import apply
from smartcity_desktop.domain.renstra_draft import (
    Decision,
    Draft,
    IndicatorDraft,
    LineDraft,
    PointDraft,
    Problem,
)

_GOALS = ("tujuan", "sasaran", "program")


@dataclass(frozen=True, slots=True)
class FrameReading:
    """What was read, as it was decided so far; the sets hold places of points.

    ``left_out`` are not taken; ``seen`` are those whose doubts a person has settled; ``said`` is what was
    said about them and the points that stand.
    """

    draft: Draft
    left_out: frozenset[int] = frozenset()
    seen: frozenset[int] = frozenset()
    said: Said = NOTHING_SAID

    @property
    def points(self) -> tuple[PointDraft, ...]:
        """All points, those that are left out too."""
        return self.draft.points

    @property
    def asked(self) -> tuple[Problem, ...]:
        """The doubts of the reading that concern points: about the file, and about lines that became one."""
        lines = self.draft.lines
        return tuple(item for item in self.draft.problems if _level(item, lines) in {"", *_GOALS})

    def place_of(self, problem: Problem) -> int | None:
        """Return the place of the point that a doubt of the reading is about, None where it is about none."""
        lines = self.draft.lines
        return None if problem.line is None else _Places(self.points).of(lines[problem.line])

    def waits(self, place: int) -> bool:
        """Tell whether the doubts of a point count: nobody has settled them, and it is taken."""
        return place not in self.seen and place not in self.left_out

    def taken(self) -> tuple[tuple[PointDraft, ...], Said]:
        """Return the points to store, and what was said about them (by their places there).

        What stood below one that is left out stands below the one above it.
        """
        kept = [place for place in range(len(self.points)) if place not in self.left_out]
        at = {place: number for number, place in enumerate(kept)}
        found = []
        for place in kept:
            upper = self.points[place].parent
            while upper is not None and upper in self.left_out:
                upper = self.points[upper].parent
            found.append(replace(self.points[place], parent=None if upper is None else at[upper]))
        # A point stands behind the one it hangs on.
        order = _from_the_top(found)
        moved = {old: new for new, old in enumerate(order)}
        ordered = tuple(
            replace(found[old], parent=None if (upper := found[old].parent) is None else moved[upper])
            for old in order
        )
        now = {place: moved[number] for place, number in at.items()}
        apart = frozenset(now[place] for place in self.said.apart if place in now)
        ties = {now[place]: row for place, row in self.said.ties.items() if place in now}
        return ordered, Said(apart, ties, self.said.gone)

    def left(self, place: int) -> "FrameReading":
        """Return the state after a point was left out, or taken after all."""
        return replace(self, left_out=self.left_out ^ {place})

    def parted(self, place: int) -> "FrameReading":
        """Return the state after a point was said to be new, or the one that stands after all."""
        said = replace(self.said, apart=self.said.apart ^ {place})
        return replace(self, said=said, seen=self.seen | {place})

    def tied(self, place: int, row: RowId) -> "FrameReading":
        """Return the state after a point was said to be one that stands; without a row it is new again."""
        ties = {at: one for at, one in self.said.ties.items() if at != place and one != row}
        said = replace(self.said, ties={**ties, place: row} if row else ties)
        return replace(self, said=said, seen=self.seen | {place})

    def agreed(self, place: int) -> "FrameReading":
        """Return the state after a person said that a point is right as it is."""
        return replace(self, seen=self.seen | {place})

    def removed(self, row: RowId) -> "FrameReading":
        """Return the state after a standing point that the file does not have goes, or stays after all."""
        return self.removed_all(self.said.gone ^ {row})

    def removed_all(self, rows: Iterable[RowId]) -> "FrameReading":
        """Return the state in which exactly these standing points go."""
        return replace(self, said=replace(self.said, gone=frozenset(rows)))

    def mended(self, place: int, point: PointDraft) -> "FrameReading":
        """Return the state after a person changed a point; one that cannot stand below its home is free."""
        points = list(self.points)
        upper = point.parent
        if upper is not None and rank(points[upper].kind) >= rank(point.kind):
            point = replace(point, parent=None)
        points[place] = point
        for at, item in enumerate(points):
            if item.parent == place and rank(item.kind) <= rank(point.kind):
                points[at] = replace(item, parent=point.parent)
        draft = replace(self.draft, points=tuple(points))
        return replace(self, draft=draft, seen=self.seen | {place})

    def decided(self, decision: Decision) -> "FrameReading":
        """Return the state after a doubt of the reading was answered; the points follow their lines.

        Raises UserFault("read-mend") where the value cannot stand in its place.
        """
        before = self.draft
        after = apply(before, [decision])
        asked = next((item for item in before.problems if item.key == decision.key), None)
        if asked is None or (asked.line is None and asked.held is None):
            return replace(self, draft=after)
        known = set(self.left_out)
        points = _born(before, after) if asked.held else _followed(before, after, known)
        return replace(self, draft=replace(after, points=tuple(points)), left_out=frozenset(known))


def _level(problem: Problem, lines: tuple[LineDraft, ...]) -> str:
    if problem.held is not None:
        return problem.held.level
    return "" if problem.line is None else lines[problem.line].level


def _from_the_top(points: list[PointDraft]) -> list[int]:
    """Return the places so that each point stands behind the one it hangs on, else in their order."""
    order: list[int] = []
    placed: set[int] = set()

    def put(place: int) -> None:
        upper = points[place].parent
        if place not in placed:
            placed.add(place)
            if upper is not None:
                put(upper)
            order.append(place)

    for place in range(len(points)):
        put(place)
    return order


class _Places:
    """Which point a line has become: by where it stands, else by its code, else by its text."""

    def __init__(self, points: Sequence[PointDraft]) -> None:
        self._known: dict[tuple[str, object], int] = {}
        for place, item in enumerate(points):
            for key in (item.origin, f"kode {item.code}" if item.code else None, plain(item.text)):
                if key is not None:
                    self._known.setdefault((item.kind, key), place)

    def of(self, line: LineDraft) -> int | None:
        """Return the place of the point, None where the line is none."""
        code = (line.level, f"kode {line.code}") if line.code else ("", "")
        for key in ((line.level, line.origin), code, (line.level, plain(line.name))):
            if key in self._known:
                return self._known[key]
        return None


def _followed(before: Draft, after: Draft, left_out: set[int]) -> list[PointDraft]:
    """Return the points after their lines were mended; one whose line is no goal any more is left out."""
    points, places = list(after.points), _Places(after.points)
    moved = False
    for old, new in zip(before.lines, after.lines, strict=True):
        place = places.of(old) if old.level in _GOALS and _says_other(old, new) else None
        if place is None:
            continue
        if new.level in _GOALS:
            moved = moved or new.level != old.level
            points[place] = _mended(points[place], old, new)
        else:
            left_out.add(place)
    return _hung(points, before, after) if moved else points


def _hung(points: list[PointDraft], before: Draft, after: Draft) -> list[PointDraft]:
    """Return the points below those that their lines stand below now."""
    places = _Places(before.points)
    at = {number: places.of(line) for number, line in enumerate(before.lines)}
    for number, line in enumerate(after.lines):
        place = at[number]
        if place is None:
            continue
        upper = at.get(line.parent) if line.parent is not None else points[place].parent
        fits = upper is not None and rank(points[upper].kind) < rank(points[place].kind)
        points[place] = replace(points[place], parent=upper if fits else None)
    return points


def _born(before: Draft, after: Draft) -> list[PointDraft]:
    """Return the points with those of rows that were held back and are lines now."""
    points, places = list(after.points), _Places(after.points)
    known = Counter(map(_key, before.lines))
    for line in after.lines:
        key = _key(line)
        known[key] -= 1
        if known[key] < 0 and line.level in _GOALS:
            upper = None if line.parent is None else places.of(after.lines[line.parent])
            opd = tuple(name.strip() for name in (line.opd or line.unit).split(";") if name.strip())
            points.append(
                PointDraft(
                    line.level, line.name, line.code, upper, line.indicators, line.pagu, opd, line.origin
                )
            )
    return points


def _key(line: LineDraft) -> tuple[object, ...]:
    return (line.origin, line.level, line.code, line.name)


def _says_other(old: LineDraft, new: LineDraft) -> bool:
    return (old.level, old.code, old.name, old.pagu, old.indicators) != (
        new.level,
        new.code,
        new.name,
        new.pagu,
        new.indicators,
    )


def _mended(point: PointDraft, old: LineDraft, new: LineDraft) -> PointDraft:
    pagu = dict(point.pagu)
    for year in {*old.pagu, *new.pagu}:
        amount = pagu.get(year, 0) + new.pagu.get(year, 0) - old.pagu.get(year, 0)
        pagu[year] = amount
        if not amount and year not in new.pagu:
            del pagu[year]
    written = {item.name for item in old.indicators} | {item.name for item in new.indicators}
    others: list[IndicatorDraft] = [item for item in point.indicators if item.name not in written]
    return replace(
        point,
        kind=new.level,
        text=new.name if new.name != old.name else point.text,
        code=new.code if new.code != old.code else point.code,
        pagu=pagu,
        indicators=(*new.indicators, *others),
    )
