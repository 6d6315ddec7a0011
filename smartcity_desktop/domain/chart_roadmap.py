"""The road map as plain shapes: years across, a bar per program, milestones under it.

Screen, paper and projector draw row by row with the same functions, so that the screen paints only what is
seen and paper breaks pages between rows. All measures are points.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.chart import INK, RULE, SOFT, Chart, Line, Polygon, Rect, Shape, Spot, Text
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.initiative_facts import NO_COST, SINGLE, YEARS, Sum
from smartcity_desktop.domain.roadmap import RoadGroup, RoadMap, RoadProgram, cost_sum, span_of
from smartcity_desktop.domain.wording import label, number, rupiah_words

HEAD: Final = 40.0
GROUP: Final = 18.0
ROW: Final = 28.0
"""Heights of the years above, of a line that names a group, and of a program."""
LEGEND: Final = 16.0
FILLS: Final = {"pendek": "#2f6165", "menengah": "#7fa9ac", "panjang": "#c9dcdd"}
"""Fills of the horizons, from dark to light, so that a grey printer keeps them apart."""
MARK: Final = "|"
"""Stands between program and period in the key of a milestone."""
WARNING: Final = "!"
_PLAIN: Final = "#dedede"
_WHITE: Final = "#ffffff"
_BAND: Final = "#ececec"
_WIDE: Final = 2.0
"""How many times as wide as a later year one of the first five is."""
_BAR: Final = 9.0
_BAR_TOP: Final = 4.0
_UNDER: Final = 24.0
_SIZE, _SMALL, _TINY = 9.0, 7.6, 7.2
_PAD: Final = 3.0
_DIAMOND: Final = 3.6
_LETTER: Final = 0.56
"""Width of a letter for each point of its size, on average."""
_SIGN: Final = 9.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the columns stand: names from 0 to ``left``, the years from there to ``width``."""

    left: float
    width: float
    edges: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Share the room among the years: the first five are wider than those behind them."""
        unit = max(self.width - self.left, 1.0) / (_WIDE * SINGLE + (YEARS - SINGLE))
        widths = [_WIDE * unit] * SINGLE + [unit] * (YEARS - SINGLE)
        edges = [self.left]
        for wide in widths:
            edges.append(edges[-1] + wide)
        object.__setattr__(self, "edges", tuple(edges))

    def year_at(self, x: float) -> int:
        """Return the year, 1 to 10, in whose column a place lies; those beside it belong to the nearest."""
        inside = sum(1 for edge in self.edges[1:-1] if x >= edge)
        return inside + 1

    def period(self, name: str) -> tuple[float, float]:
        """Return where the column of a period begins and ends."""
        span = span_of(name)
        first, last = (span.first, span.last) if span else (1, 1)
        return self.edges[first - 1], self.edges[last]


def head(road: RoadMap, frame: Frame, costs: Sum | None = None) -> list[Shape]:
    """Return the years above the bars, from 0 to ``HEAD``, with what each period costs."""
    found: list[Shape] = [Rect(0.0, 0.0, frame.width, HEAD, fill=_BAND)]
    for period in PERIODS:
        left, right = frame.period(period)
        middle, room = (left + right) / 2, right - left - _PAD
        words = f"Tahun {period.replace('-', '–')}"
        found.append(Text(middle, 12.0, words, _SIZE, bold=True, anchor="middle", limit=room))
        found.append(Text(middle, 22.0, road.year_words(period), _SMALL, anchor="middle", limit=room))
        amount = costs.by_period.get(period, 0) if costs else 0
        if amount:
            told = rupiah_words(amount)
            found.append(Text(middle, 34.0, told, _TINY, anchor="middle", color=SOFT, limit=room))
    found.append(Text(_PAD, 12.0, "Program smart city", _SIZE, bold=True, limit=frame.left - 2 * _PAD))
    if costs:
        found.append(Text(_PAD, 34.0, "Biaya per tahun", _TINY, color=SOFT, limit=frame.left - 2 * _PAD))
    found.append(Line(0.0, HEAD, frame.width, HEAD, INK, 0.75))
    return found


def group_row(group: RoadGroup, frame: Frame, name: str) -> list[Shape]:
    """Return the line that names a group, ``name`` in the words of the event, with its sum."""
    told = cost_sum(group.programs)
    right = f"{number(told.count)} program" + (f", {told.shortly}" if told.priced else "")
    # The sum has its room: the name is cut before it.
    taken = len(right) * _SMALL * _LETTER + 4 * _PAD
    found: list[Shape] = [Rect(0.0, 0.0, frame.width, GROUP, fill=_BAND)]
    begin = _PAD
    if group.color:
        found.append(Rect(_PAD, 5.0, _SIGN - 1, GROUP - 10.0, fill=group.color, stroke=RULE))
        begin += _SIGN + _PAD
    base = GROUP - 5.5
    found.append(Text(begin, base, name, _SIZE, bold=True, limit=max(frame.width - begin - taken, 30.0)))
    found.append(Text(frame.width - _PAD, base, right, _SMALL, anchor="end", color=SOFT))
    return found


def program_row(
    road: RoadMap, item: RoadProgram, frame: Frame, *, clashing: bool = False
) -> tuple[list[Shape], list[Spot]]:
    """Return name, bar and milestones of one program from 0 to ``ROW``, and what leads on to them.

    A bar without a fill is only what its horizon says. ``clashing`` puts a sign behind the name.
    """
    room = frame.left - 2 * _PAD - (_SIGN if clashing else 0.0)
    under = " · ".join(filter(None, (road.opd(item.opd).short, _cost(item))))
    found: list[Shape] = [
        Text(_PAD, 11.0, item.called, _SIZE, limit=room),
        Text(_PAD, _UNDER - 1.0, under, _TINY, color=SOFT, limit=room),
    ]
    if clashing:
        found.append(Text(frame.left - _PAD, 11.0, WARNING, _SIZE + 1, bold=True, anchor="end"))
    found += [Line(edge, 0.0, edge, ROW, _BAND, 0.5) for edge in frame.edges]
    spots = [Spot(0.0, 0.0, frame.left, ROW, item.id, item.called)]
    bar, spot = _bar(road, item, frame)
    marks, more = _marks(item, frame)
    found += [*bar, *marks, Line(0.0, ROW, frame.width, ROW, _BAND, 0.5)]
    return found, [*more, *spot, *spots]


def _cost(item: RoadProgram) -> str:
    return item.money.told if item.money else NO_COST


def _bar(road: RoadMap, item: RoadProgram, frame: Frame) -> tuple[list[Shape], list[Spot]]:
    shown = item.span.shown if item.span else None
    if shown is None:
        left, _ = frame.period("1")
        words = "tahun belum disebut" if item.span is None else "di luar sepuluh tahun masterplan"
        return [Text(left + _PAD, 11.0, words, _TINY, color=SOFT)], []
    left, right = frame.edges[shown.first - 1] + 1.0, frame.edges[shown.last] - 1.0
    fill = "" if shown.guessed else FILLS.get(item.horizon, _PLAIN)
    found: list[Shape] = [Rect(left, _BAR_TOP, right - left, _BAR, fill=fill, stroke=INK if not fill else "")]
    told = "menurut jangka" if shown.guessed else label("horizon", item.horizon) if item.horizon else ""
    if told and len(told) * _TINY * _LETTER + 2 * _PAD <= right - left:
        ink = _WHITE if fill == FILLS["pendek"] else INK
        found.append(Text(left + _PAD, _BAR_TOP + _BAR - 2.4, told, _TINY, color=ink))
    years = f"{road.base + shown.first - 1}–{road.base + shown.last - 1}"
    return found, [Spot(left, _BAR_TOP - 2, right - left, _BAR + 4, item.id, f"{item.called}, {years}")]


def _marks(item: RoadProgram, frame: Frame) -> tuple[list[Shape], list[Spot]]:
    found: list[Shape] = []
    spots: list[Spot] = []
    for period in PERIODS:
        words = item.texts(period)
        if not words:
            continue
        left, right = frame.period(period)
        x, y = right - _DIAMOND - 1.0, _BAR_TOP + _BAR / 2
        points = ((x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND), (x - _DIAMOND, y))
        found.append(Polygon(points, fill=INK if item.at(period).is_done else _WHITE, stroke=INK))
        found.append(Text(left + _PAD - 1, _UNDER, words, _TINY, limit=right - left - _PAD))
        spots.append(
            Spot(left, _BAR_TOP + _BAR, right - left, ROW - _BAR_TOP - _BAR, _key(item, period), words)
        )
    return found, spots


def _key(item: RoadProgram, period: str) -> str:
    return f"{item.id}{MARK}{period}"


def legend(width: float) -> list[Shape]:
    """Return what the fills and signs mean, in one line from 0 to ``LEGEND``."""
    found: list[Shape] = []
    left = 0.0
    parts = [(label("horizon_long", key), fill, INK) for key, fill in FILLS.items()]
    for words, fill, stroke in (*parts, ("menurut jangka", "", INK)):
        found.append(Rect(left, 3.0, 14.0, _BAR, fill=fill, stroke=stroke))
        found.append(Text(left + 18.0, 10.5, words, _SMALL, color=SOFT))
        left += 18.0 + len(words) * _SMALL * _LETTER + 10.0
    for words, is_done in (("titik capai", False), ("tercapai", True)):
        y, x = 7.5, left + _DIAMOND
        points = ((x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND), (x - _DIAMOND, y))
        found.append(Polygon(points, fill=INK if is_done else _WHITE, stroke=INK))
        found.append(Text(left + 11.0, 10.5, words, _SMALL, color=SOFT))
        left += 11.0 + len(words) * _SMALL * _LETTER + 10.0
    found.append(Text(left, 11.0, WARNING, _SIZE + 1, bold=True))
    found.append(
        Text(left + 7.0, 10.5, "perlu dilihat", _SMALL, color=SOFT, limit=max(width - left - 7.0, 20.0))
    )
    return found


def gantt(
    road: RoadMap,
    shown: Sequence[RoadGroup],
    *,
    width: float,
    names: Sequence[str] = (),
    clashing: frozenset[RowId] = frozenset(),
) -> Chart:
    """Return the whole picture of some groups; ``names`` are theirs in the words of the event."""
    frame = Frame(width * 0.3, width)
    programs = [item for group in shown for item in group.programs]
    shapes: list[Shape] = head(road, frame, cost_sum(programs))
    spots: list[Spot] = []
    top = HEAD
    for place, group in enumerate(shown):
        shapes += lowered(group_row(group, frame, names[place] if names else group.name), top)
        top += GROUP
        for item in group.programs:
            row, found = program_row(road, item, frame, clashing=item.id in clashing)
            shapes += lowered(row, top)
            spots += [Spot(one.x, one.y + top, one.width, one.height, one.key, one.words) for one in found]
            top += ROW
    shapes += lowered(legend(width), top + 4.0)
    return Chart(width, top + 4.0 + LEGEND, tuple(shapes), tuple(spots))


def lowered(shapes: Sequence[Shape], by: float, right: float = 0.0) -> list[Shape]:
    """Return shapes that stand lower by some points, and further right."""
    return [_lowered(item, by, right) for item in shapes]


def _lowered(item: Shape, by: float, right: float) -> Shape:
    if isinstance(item, Rect):
        return Rect(item.x + right, item.y + by, item.width, item.height, item.fill, item.stroke)
    if isinstance(item, Line):
        return Line(item.x1 + right, item.y1 + by, item.x2 + right, item.y2 + by, item.color, item.weight)
    if isinstance(item, Polygon):
        points = tuple((x + right, y + by) for x, y in item.points)
        return Polygon(points, item.fill, item.stroke)
    return Text(
        item.x + right, item.y + by, item.text, item.size, item.bold, item.anchor, item.color, item.limit
    )
