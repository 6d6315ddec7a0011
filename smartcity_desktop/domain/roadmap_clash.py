"""What does not fit on the road map: hints that a person weighs, never bars to anything (domain.md 7)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import REACH, YEARS, period_of
from smartcity_desktop.domain.roadmap import RoadMap, RoadProgram, Span
from smartcity_desktop.domain.wording import label, number, rupiah_words

LOAD, MONEY, AFTER, CIRCLE, OUTSIDE, YEAR = "beban", "biaya", "prasyarat", "lingkaran", "aksi", "tahun"
KIND_WORDS: Final[Mapping[str, str]] = {
    LOAD: "Beban OPD",
    MONEY: "Biaya",
    AFTER: "Prasyarat",
    CIRCLE: "Prasyarat",
    OUTSIDE: "Rencana aksi",
    YEAR: "Tahun",
}
_MARKED: Final = frozenset({YEAR, AFTER, CIRCLE})
_Check = Callable[[RoadMap, RoadProgram], Iterator["Clash"]]


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that does not fit, in a sentence; ``program`` is where to look first of ``programs``."""

    kind: str
    words: str
    program: RowId = NO_ROW
    programs: tuple[RowId, ...] = ()
    opd: RowId = NO_ROW

    @property
    def kind_words(self) -> str:
        """Of what it is."""
        return KIND_WORDS[self.kind]


def clashes(road: RoadMap) -> tuple[Clash, ...]:
    """Return everything that does not fit: years, prerequisites, load, then money and actions."""
    first: tuple[_Check, ...] = (_years, _after)
    later: tuple[_Check, ...] = (_money, _outside)
    return (
        *_each(road, first),
        *_circles(road),
        *_loads(road),
        *_each(road, later),
        *_loose(road),
    )


def _each(road: RoadMap, checks: Sequence[_Check]) -> list[Clash]:
    return [clash for check in checks for item in road.programs for clash in check(road, item)]


def marked(found: Sequence[Clash]) -> frozenset[RowId]:
    """Return the programs that are marked on the map: those whose years do not go together.

    What is not written yet, what follows a program, and the load of an agency are told in the list alone.
    """
    return frozenset(row for item in found if item.kind in _MARKED for row in item.programs)


def of_program(found: Sequence[Clash], row: str) -> tuple[Clash, ...]:
    """Return what concerns one program."""
    return tuple(item for item in found if row in item.programs)


def _one(kind: str, item: RoadProgram, words: str) -> Clash:
    return Clash(kind, words, item.id, (item.id,))


# Years -----------------------------------------------------------------------------------------------------


def _years(_road: RoadMap, item: RoadProgram) -> Iterator[Clash]:
    """Tell of years that are missing, turned round, off the road map, or longer than the horizon."""
    span = item.span
    if span is None:
        yield _one(YEAR, item, f"{item.called}: tahun mulai, tahun selesai, dan jangka belum disebut.")
        return
    if item.start is not None and item.end is not None and item.end < item.start:
        yield _one(YEAR, item, f"{item.called}: tahun selesai mendahului tahun mulai.")
    if span.first < 1 or span.last > YEARS:
        yield _one(YEAR, item, f"{item.called}: tahunnya di luar sepuluh tahun masterplan.")
    reach = REACH.get(item.horizon, span.last)
    if not span.guessed and span.last > reach:
        told = label("horizon_long", item.horizon)
        yield _one(YEAR, item, f"{item.called}: jangka {told}, tetapi selesai pada tahun ke-{span.last}.")


# Prerequisites ---------------------------------------------------------------------------------------------


def _after(road: RoadMap, item: RoadProgram) -> Iterator[Clash]:
    """Tell of programs that have to stand first and are done only after this one begins."""
    for row in item.after:
        first = road.program(row)
        if first is None or first.id == item.id or item.span is None:
            continue
        if first.span is None:
            words = f"{item.called} menunggu {first.called}, yang belum ada tahunnya."
        elif first.span.last > item.span.first:
            words = (
                f"{item.called} mulai tahun ke-{item.span.first}, tetapi prasyaratnya {first.called} "
                f"baru selesai tahun ke-{first.span.last}."
            )
        else:
            continue
        yield Clash(AFTER, words, item.id, (item.id, first.id))


def _circles(road: RoadMap) -> list[Clash]:
    """Return the circles of programs that wait for each other, each once, from its first program on."""
    waits = {item.id: tuple(row for row in item.after if road.program(row)) for item in road.programs}
    names = {item.id: item.called for item in road.programs}
    found: dict[frozenset[RowId], tuple[RowId, ...]] = {}
    for item in road.programs:
        ring = _ring(item.id, waits)
        if ring:
            found.setdefault(frozenset(ring), ring)
    return [
        Clash(
            CIRCLE, f"Saling menunggu: {' → '.join(names[row] for row in (*ring, ring[0]))}.", ring[0], ring
        )
        for ring in found.values()
    ]


def _ring(start: RowId, waits: Mapping[RowId, Sequence[RowId]]) -> tuple[RowId, ...]:
    """Return the shortest way from a program back to itself, empty where there is none."""
    paths: list[tuple[RowId, ...]] = [(start,)]
    seen: set[RowId] = set()
    while paths:
        path = paths.pop(0)
        for row in waits.get(path[-1], ()):
            if row == start:
                return path
            if row not in seen:
                seen.add(row)
                paths.append((*path, row))
    return ()


# Milestones and actions ------------------------------------------------------------------------------------


def _outside(road: RoadMap, item: RoadProgram) -> Iterator[Clash]:
    """Tell of actions that lie in no year of their program.

    Milestones may: a program of one year is used, widened and joined with others in the years after it.
    """
    if item.span is None or item.span.guessed:
        return
    actions = [
        one.text for one in road.actions if one.initiative == item.id and _is_beyond(one.span, item.span)
    ]
    if actions:
        yield _one(
            OUTSIDE,
            item,
            f"{item.called} berjalan {item.span.words}; {number(len(actions))} aksinya di luar tahun itu.",
        )


def _is_beyond(span: Span | None, home: Span) -> bool:
    return span is not None and not span.guessed and (span.first < home.first or span.last > home.last)


# Money -----------------------------------------------------------------------------------------------------


def _money(_road: RoadMap, item: RoadProgram) -> Iterator[Clash]:
    """Tell of programs, and of years of a program, that nobody has named money for."""
    if item.money is None:
        lacks = "biaya" if item.funds else "biaya dan sumber dana"
        yield _one(MONEY, item, f"{item.called}: {lacks} belum disebut.")
        return
    if not item.funds:
        yield _one(MONEY, item, f"{item.called}: sumber dana belum disebut.")
    shown = item.span.shown if item.span and not item.span.guessed else None
    if shown is None or not item.costs:
        return
    years = dict.fromkeys(period_of(str(year)) for year in range(shown.first, shown.last + 1))
    missing = [period.replace("-", "–") for period in years if period not in item.costs]
    if missing:
        yield _one(MONEY, item, f"{item.called}: biaya tahun {_listed(missing)} belum disebut.")


def _loose(road: RoadMap) -> Iterator[Clash]:
    """Tell of actions that cost something and belong to no program here: no sum of programs holds that."""
    found = [item for item in road.actions if item.cost and road.program(item.initiative) is None]
    if found:
        paid = rupiah_words(sum(item.cost for item in found))
        words = f"{number(len(found))} aksi belum punya program; biayanya, {paid}, belum ikut dijumlah."
        yield Clash(MONEY, words)


# Load ------------------------------------------------------------------------------------------------------


def _loads(road: RoadMap) -> list[Clash]:
    """Return where an agency carries more than it may: years that follow each other in one sentence."""
    programs = [(item.opd, item.id, item.span) for item in road.programs]
    actions = [(item.opd, item.initiative, item.span) for item in road.actions]
    return [
        *_heavy(road, programs, road.most_programs, "program"),
        *_heavy(road, actions, road.most_actions, "aksi"),
    ]


def _heavy(
    road: RoadMap, items: Sequence[tuple[RowId, RowId, Span | None]], most: int, what: str
) -> Iterator[Clash]:
    for party in road.opds:
        own = [(row, span) for opd, row, span in items if opd == party.id and span and not span.guessed]
        yearly = {
            year: [row for row, span in own if span.first <= year <= span.last]
            for year in range(1, YEARS + 1)
        }
        for first, last in _runs([year for year, rows in yearly.items() if len(rows) > most]):
            counts = [len(yearly[year]) for year in range(first, last + 1)]
            rows = tuple(dict.fromkeys(row for year in range(first, last + 1) for row in yearly[year] if row))
            many = number(min(counts))
            if max(counts) != min(counts):
                many += f"–{number(max(counts))}"
            words = f"{party.short or party.name} memikul {many} {what} pada {Span(first, last).words} "
            words += f"(batas {number(most)})."
            yield Clash(LOAD, words, rows[0] if rows else NO_ROW, rows, party.id)


def _runs(years: Sequence[int]) -> list[tuple[int, int]]:
    """Return years that follow each other as first and last."""
    found: list[tuple[int, int]] = []
    for year in years:
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} dan {words[-1]}"
