"""The money of the plans: what each program has and from which source, then by dimension, source and agency.

A program has the money of its own line. Where its plan names money only for the lines below it, their sum
counts instead, and the level it was taken from is said.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.analysis import Line
from smartcity_desktop.domain.coverage import (
    BARE,
    NO,
    UNREAD,
    WHOLE,
    Board,
    BoardLine,
    Cell,
    Choice,
    Coverage,
    Head,
    Program,
    column_of,
)
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import number, rupiah_words

UNSAID: Final = "Tidak disebut"
SEVERAL: Final = "Beberapa sumber"
OTHER: Final = "Lainnya"
BY_HOME, BY_SOURCE, BY_OPD = "home", "source", "opd"
LEVELS: Final = ("program", "kegiatan", "subkegiatan")
_SOURCES: Final = (
    ("DAK", r"\bdak\b|dana alokasi khusus|\bbo[sk]\b"),
    ("DAU", r"\bdau\b|dana alokasi umum"),
    ("DBH", r"\bdbh(?:cht)?\b|dana bagi hasil|bagi hasil cukai"),
    ("Dana otsus", r"\botsus\b|otonomi khusus"),
    ("Dana insentif", r"\bdid\b|insentif"),
    ("Dana desa", r"\bdana desa\b|\badd\b|\bdd\b|apb ?des"),
    ("BLUD", r"\bblud\b"),
    ("CSR/TJSL", r"\bcsr\b|\btjsl\b|tanggung jawab sosial"),
    ("KPBU", r"\bkpbu\b|badan usaha"),
    ("Hibah", r"\bhibah\b"),
    ("Pinjaman", r"\bpinjaman\b"),
    ("APBD provinsi", r"apbd (?:prov|i\b)|\bbankeu\b|bantuan keuangan|\bprov(?:insi)?\b"),
    ("APBN", r"\bapbn\b|tugas pembantuan|dekonsentrasi"),
    ("APBD", r"\bapbd\b|\bpad\b|pendapatan asli"),
)
_KNOWN: Final = tuple((name, re.compile(pattern)) for name, pattern in _SOURCES)
_ORDER: Final = (*(name for name in ("APBD", "DAU", "DAK", "DBH", "APBD provinsi", "APBN")),)
_BETWEEN: Final = re.compile(r"[,;/+&\n]|\bdan\b")
_SAID_NOTHING: Final = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Money:
    """What a program has per year, the level it was taken from, and how its sources share it."""

    yearly: Mapping[str, int] = field(default_factory=dict)
    level: str = ""
    sources: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def source_of(text: str) -> str:
    """Return a source of money as it is written in a plan in the usual word: ``DAK Fisik`` is ``DAK``.

    What names several is ``SEVERAL``, what is none of the usual ones ``OTHER``, nothing ``UNSAID``.
    """
    written = " ".join(text.casefold().split())
    if _SAID_NOTHING.fullmatch(written):
        return UNSAID
    named = {name for piece in _BETWEEN.split(written) if (name := _named(piece))}
    if not named:
        return _named(written) or OTHER
    return named.pop() if len(named) == 1 else SEVERAL


def _named(piece: str) -> str:
    return next((name for name, pattern in _KNOWN if pattern.search(piece)), "")


def money_of(program: Line, below: Sequence[Line]) -> Money:
    """Return the money of a program; ``below`` are all lines under it."""
    by_level = {level: [item for item in below if item.level == level] for level in LEVELS[1:]}
    by_level[LEVELS[0]] = [program]
    level = next((one for one in LEVELS if any(any(item.pagu.values()) for item in by_level[one])), "")
    if not level:
        return Money()
    paying = [*by_level[level], *_alone(program, by_level, level)]
    yearly = _sum(paying)
    lower = LEVELS[LEVELS.index(level) :]
    telling = next((one for one in lower if any(item.fund.strip() for item in by_level[one])), "")
    if not telling:
        return Money(yearly, level, {UNSAID: yearly})
    shares = _shares(paying if telling == level else by_level[telling])
    if telling != level:
        shares = _fitted(shares, yearly)
    return Money(yearly, level, shares)


def _alone(program: Line, by_level: Mapping[str, Sequence[Line]], level: str) -> list[Line]:
    """Return the lines below a level whose money nothing above them says, where others of the level do."""
    if level != LEVELS[1]:
        return []
    bare = {item.id for item in (program, *by_level[level]) if item.id and not any(item.pagu.values())}
    return [item for item in by_level[LEVELS[2]] if item.parent in bare]


def _sum(lines: Iterable[Line]) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in lines:
        for year, amount in item.pagu.items():
            if amount:
                found[year] = found.get(year, 0) + amount
    return dict(sorted(found.items()))


def _shares(lines: Iterable[Line]) -> dict[str, dict[str, int]]:
    grouped: dict[str, list[Line]] = {}
    for item in lines:
        grouped.setdefault(source_of(item.fund), []).append(item)
    return {name: _sum(own) for name, own in grouped.items()}


def _fitted(shares: Mapping[str, Mapping[str, int]], yearly: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Return shares that add up to the money above them: what no line below names a source for is unsaid.

    Where the lines below have more money than the one above, how it is shared cannot be known.
    """
    if len(shares) == 1:
        return {next(iter(shares)): dict(yearly)}
    found: dict[str, dict[str, int]] = {}
    for year, whole in yearly.items():
        named = {name: own[year] for name, own in shares.items() if name != UNSAID and own.get(year)}
        rest = whole - sum(named.values())
        if rest < 0:
            named, rest = {SEVERAL: whole}, 0
        if rest:
            named[UNSAID] = rest
        for name, amount in named.items():
            found.setdefault(name, {})[year] = amount
    return found


def money_board(known: Coverage, choice: Choice, by: str = BY_HOME) -> Board:
    """Return pagu by dimension, source or agency beside the years; ``choice.year`` leaves that year alone.

    A program counts once, under its primary dimension; the shares of its sources add up to it.
    """
    found = [item for item in known.chosen(choice) if item.amount(choice.year)]
    years = (choice.year,) if choice.year else _years(found)
    heads = (*(Head(year, year) for year in years), Head(WHOLE, "Jumlah", "Jumlah semua tahun"))
    lines = {BY_HOME: _homes, BY_SOURCE: _sources, BY_OPD: _agencies}[by](known, choice, found)
    made = tuple(
        BoardLine(key, name, short, _yearly(own, years), color=color)
        for key, name, short, color, own in lines
    )
    whole = [(item.id, item.pagu) for item in found]
    return Board(heads, made, BoardLine("", "Jumlah", "Jumlah", _yearly(whole, years)))


Own = Sequence[tuple[RowId, Mapping[str, int]]]
"""Programs, each with the money per year that it brings to a line."""
_Line = tuple[str, str, str, str, Own]


def _years(found: Iterable[Program]) -> tuple[str, ...]:
    return tuple(sorted({year for item in found for year, amount in item.pagu.items() if amount}))


def _yearly(own: Own, years: Sequence[str]) -> tuple[Cell, ...]:
    cells = [Cell(tuple((row, pagu[year]) for row, pagu in own if pagu.get(year))) for year in years]
    whole = ((row, sum(pagu.get(year, 0) for year in years)) for row, pagu in own)
    return (*cells, Cell(tuple((row, amount) for row, amount in whole if amount)))


def _homes(known: Coverage, choice: Choice, found: Sequence[Program]) -> list[_Line]:
    grouped: dict[str, list[tuple[RowId, Mapping[str, int]]]] = {}
    for item in found:
        grouped.setdefault(column_of(item), []).append((item.id, item.pagu))
    named: list[_Line] = [
        (item.id, item.shown, item.code or item.name, item.color, grouped.get(item.id, ()))
        for item in known.dimensions
        if not item.retired or item.id in grouped
    ]
    sides = [(BARE, known.words.say("Relevan tanpa dimensi"), "Tanpa")]
    if not choice.relevant_only:
        sides += [(UNREAD, "Belum ditelaah", "Belum"), (NO, "Tidak relevan", "Tidak")]
    named += [(key, name, short, "", grouped[key]) for key, name, short in sides if key in grouped]
    return named


def _sources(known: Coverage, choice: Choice, found: Sequence[Program]) -> list[_Line]:
    del known, choice
    grouped: dict[str, list[tuple[RowId, Mapping[str, int]]]] = {}
    for item in found:
        for name, yearly in item.sources.items():
            grouped.setdefault(name, []).append((item.id, yearly))
    usual = [name for name, _ in _SOURCES if name not in _ORDER]
    order = (*_ORDER, *usual, OTHER, SEVERAL, UNSAID)
    return [(name, name, name, "", grouped[name]) for name in order if name in grouped]


def _agencies(known: Coverage, choice: Choice, found: Sequence[Program]) -> list[_Line]:
    grouped: dict[RowId, list[tuple[RowId, Mapping[str, int]]]] = {}
    for item in found:
        grouped.setdefault(item.opd, []).append((item.id, item.pagu))
    return [
        (agency.id, agency.name, agency.called, "", grouped.get(agency.id, ()))
        for agency in known.listed(choice)
        if agency.has_plan
    ]


def money_told(known: Coverage, choice: Choice) -> str:
    """Return what the money is the sum of, of how many programs, and by which rules it was counted."""
    found = known.chosen(choice)
    paid = [item for item in found if item.amount(choice.year)]
    if not paid:
        return f"Belum ada pagu: {number(len(found))} program, tidak satu pun menyebut pagu."
    total = rupiah_words(sum(item.amount(choice.year) for item in paid))
    told = f"{total} dari {number(len(paid))} program yang punya pagu"
    unpaid = len(found) - len(paid)
    told += f"; {number(unpaid)} program lain tidak menyebut pagu." if unpaid else "."
    told += known.words.say(" Program yang menyebut beberapa dimensi dihitung sekali, di dimensi utamanya.")
    lower = [
        f"{number(count)} program dari jumlah {level}nya"
        for level in LEVELS[1:]
        if (count := sum(1 for item in paid if item.level == level))
    ]
    return told + (f" Pagu {' dan '.join(lower)}." if lower else "")
