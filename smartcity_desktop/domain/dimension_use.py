"""What stands under a dimension or sub-dimension, how that is said, and the edits that move it elsewhere.

Nothing here names a worksheet: where an answer can stand is read from the catalogue (every field that refers
to a dimension or sub-dimension), so that an entity made later is counted and moved like the others.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.catalog import ENTITIES
from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.ids import NO_ROW, RowId

DIMENSION: Final = "dimension"
SUBDIMENSION: Final = "subdimension"
SHEET: Final = "sheet"
"""The entity whose rows belong to a dimension as a group: they stay, what is written on them moves."""
SAID: Final = {
    "analysis": "{n} program",
    "analysis.also": "{n} program sebagai dimensi tambahan",
    "issue": "{n} isu",
    "opd": "{n} OPD sebagai dimensi utama",
    "second_tag": "{n} bacaan kedua",
    "asset": "{n} aplikasi atau inovasi",
    "factor": "{n} faktor SWOT",
    "strategy": "{n} strategi",
    "statement.dimension": "{n} misi",
    "adopted_text.dimension": "{n} misi smart city",
    "initiative": "{n} program smart city",
    "candidate": "{n} kandidat quick win",
    "group": "{n} kelompok",
    SHEET: "{n} kertas kerja",
}
"""How uses are said, by entity, or by entity and field where a field holds several; ``{n}`` is the count."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer may stand: a ``dimension`` as a whole, or its sub-dimension ``sub``."""

    dimension: RowId
    sub: RowId = NO_ROW

    @property
    def row(self) -> RowId:
        """The one row that names the place."""
        return self.sub or self.dimension


@dataclass(frozen=True, slots=True)
class Link:
    """The fields of an entity that say where a row stands: ``home`` a dimension, ``sub`` a sub-dimension.

    Either may be missing (""). ``many`` names a field with several sub-dimensions instead, or with several
    ``whole`` dimensions.
    """

    ent: str
    home: str = ""
    sub: str = ""
    many: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """One answer that stands ``at`` a dimension or sub-dimension, by ``link``.

    ``sheet`` and ``worksheet`` are those of the group's sheet that the row is written on, if it is on one.
    """

    link: Link
    row: RowId
    at: RowId
    worksheet: RowId = NO_ROW
    sheet: RowId = NO_ROW

    @property
    def kind(self) -> str:
        """The key in ``SAID``."""
        return f"{self.link.ent}.{self.link.many}" if self.link.many else self.link.ent


Tally = Mapping[str, int]
"""How many uses of each kind of ``SAID``."""


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the screen shows: all dimensions and sub-dimensions, and what stands under each."""

    dimensions: tuple[Dimension, ...] = ()
    subdimensions: tuple[Subdimension, ...] = ()
    tallies: Mapping[RowId, Tally] = field(default_factory=dict)
    set_code: str = ""

    def of(self, dimension: RowId) -> list[Subdimension]:
        """Return the sub-dimensions of a dimension, in order."""
        return [item for item in self.subdimensions if item.dimension == dimension]

    def places(self, row: RowId) -> list[RowId]:
        """Return a dimension with its sub-dimensions, or a sub-dimension alone."""
        return [row, *(item.id for item in self.of(row))]

    def tally(self, rows: Iterable[RowId]) -> Counter[str]:
        """Return what stands under several places together, in the order of ``SAID``."""
        found: Counter[str] = Counter()
        for kind in SAID:
            for row in rows if isinstance(rows, list) else list(rows):
                found[kind] += self.tallies.get(row, {}).get(kind, 0)
        return +found

    def named(self, row: RowId) -> Dimension | Subdimension | None:
        """Return a dimension or sub-dimension."""
        either: list[Dimension | Subdimension] = [*self.dimensions, *self.subdimensions]
        return next((item for item in either if item.id == row), None)

    def targets(self, without: Collection[RowId] = ()) -> list[tuple[Place, Dimension | Subdimension]]:
        """Return every place that is offered, dimensions each before their own, some left out."""
        found: list[tuple[Place, Dimension | Subdimension]] = []
        for home in self.dimensions:
            if home.retired:
                continue
            if home.id not in without:
                found.append((Place(home.id), home))
            found += [
                (Place(home.id, sub.id), sub)
                for sub in self.of(home.id)
                if not sub.retired and sub.id not in without
            ]
        return found


def links() -> list[Link]:
    """Return every way in which the catalogue lets a row stand under a dimension or sub-dimension."""
    found: list[Link] = []
    for entity in ENTITIES:
        if entity.name in {DIMENSION, SUBDIMENSION, SHEET}:
            continue
        own = [item for item in entity.fields if item.ref in {DIMENSION, SUBDIMENSION}]
        single = {item.ref: item.name for item in own if not item.many}
        if single:
            found.append(Link(entity.name, single.get(DIMENSION, ""), single.get(SUBDIMENSION, "")))
        found += [Link(entity.name, many=item.name, whole=item.ref == DIMENSION) for item in own if item.many]
    return found


def tallies(uses: Iterable[Use]) -> dict[RowId, Counter[str]]:
    """Return how many uses of each kind stand at each place."""
    found: dict[RowId, Counter[str]] = {}
    for use in uses:
        found.setdefault(use.at, Counter())[use.kind] += 1
    return found


def listed(parts: Iterable[str]) -> str:
    """Return ``a``, ``a dan b``, or ``a, b, dan c``."""
    *before, last = [*parts] or [""]
    # Two are joined without a comma.
    return f"{', '.join(before)}, dan {last}" if len(before) > 1 else " dan ".join([*before, last])


def stays(use: Use, target: Place) -> bool:
    """Tell whether a use cannot follow: it names sub-dimensions only, and the target is a whole dimension."""
    link = use.link
    names_subs = not link.whole if link.many else not link.home
    return names_subs and not target.sub


def moved(use: Use, target: Place) -> list[Edit]:
    """Return the edits that bring one use to another place; none where it cannot follow (``stays``)."""
    link = use.link
    if stays(use, target):
        return []
    if link.many:
        at = target.dimension if link.whole else target.row
        if use.at == at:
            return []
        return [
            Set(link.ent, use.row, f"{link.many}@{use.at}", None),
            Set(link.ent, use.row, f"{link.many}@{at}", "1"),
        ]
    edits: list[Edit] = []
    if link.home:
        edits.append(Set(link.ent, use.row, link.home, target.dimension))
    if link.sub:
        edits.append(Set(link.ent, use.row, link.sub, target.sub))
    return edits
