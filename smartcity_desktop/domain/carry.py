"""Carrying results on: rows of one worksheet become rows of the next, as proposals that people look at first.

Nothing here reads or writes a file: sources come in as values, what comes out are first values of new rows.
A source stays what it is; the new row names it in ``origin``, so that nothing is carried twice.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR
from itertools import groupby
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Birth, Edit, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import ORIGIN, SILENT_FIELDS, Whole, main_field, origin_of
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, PLENARY, Party

_TITLE: Final = 160
"""Letters of a name that was made of a long text."""
_PAIRS: Final = (("S", "O"), ("W", "O"), ("S", "T"), ("W", "T"))
_TOWS: Final = {
    "SO": "Gunakan {inside} untuk meraih {outside}",
    "WO": "Atasi {inside} dengan memanfaatkan {outside}",
    "ST": "Gunakan {inside} untuk menghadapi {outside}",
    "WT": "Kurangi {inside} agar terhindar dari {outside}",
}
"""Sentences to begin with; the table finds better ones."""
_POOR, _GOOD = 1, 3
"""Scores of readiness up to which an item is a weakness, and from which it is a strength (domain.md 4.2)."""
_DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Source:
    """One row that may be carried on, with what the row itself does not say.

    ``party`` is whose sheet it stands on, ``kind`` what that is; ``dimension`` its home; ``opds`` whose it is
    or whom it names; ``code`` how it is called (``S1``); ``extra`` are fields of the row it is about, such as
    the name of a Renstra program.
    """

    whole: Whole
    party: RowId = NO_ROW
    kind: str = ""
    dimension: RowId = NO_ROW
    opds: tuple[RowId, ...] = ()
    code: str = ""
    merged: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def row(self) -> RowId:
        """The id of the row."""
        return self.whole.row

    def said(self, name: str) -> str:
        """Return what a field of the row, or of the row that it is about, says."""
        return self.whole.text_of(name) or self.extra.get(name, "")

    def several(self, name: str) -> tuple[str, ...]:
        """Return the parts of a field with several values."""
        return tuple(part for part, value in self.whole.many.get(name, {}).items() if part and value)


Taking = Callable[[Source], Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class Take:
    """One step of a rule: the fields it reads, those it fills, and how."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    how: Taking


@dataclass(frozen=True, slots=True)
class Proposed:
    """One row as it would be carried: what it is made of, onto whose sheet, its first values.

    ``party`` is empty where nobody can tell; ``already`` where it was carried before.
    """

    sources: tuple[RowId, ...]
    party: RowId
    values: Mapping[str, Value]
    text: str = ""
    already: bool = False


def _copy(name: str, to: str = "") -> Take:
    return Take((name,), (to or name,), lambda item: {to or name: item.said(name)})


def _line(name: str, to: str) -> Take:
    """Take a long text as a name."""
    return Take((name,), (to,), lambda item: {to: shortened(item.said(name), _TITLE)})


def _all(name: str, to: str = "") -> Take:
    target = to or name

    def how(item: Source) -> dict[str, Value]:
        return {f"{target}@{part}": "1" for part in item.several(name)}

    return Take((name,), (target,), how)


def _one(name: str, to: str) -> Take:
    """Take one value into a field with several."""
    return Take((name,), (to,), lambda item: {f"{to}@{item.said(name)}": "1"} if item.said(name) else {})


def _first(name: str, to: str, rest: str) -> Take:
    """Take the first of several values as the one that answers for it, the others beside it."""

    def how(item: Source) -> dict[str, Value]:
        found = item.several(name)
        others: dict[str, Value] = {f"{rest}@{part}": "1" for part in found[1:]}
        return {to: found[0] if found else "", **others}

    return Take((name,), (to, rest), how)


def _own_opd(to: str = "opd") -> Take:
    return Take((), (to,), lambda item: {to: item.opds[0] if item.kind == BY_OPD and item.opds else ""})


def _join(names: Sequence[str], to: str, between: str = ", ") -> Take:
    return Take(
        tuple(names),
        (to,),
        lambda item: {to: between.join(filter(None, (item.said(name) for name in names)))},
    )


def _fact(item: Source) -> dict[str, Value]:
    """Return what is known and from where: ``41 ton sehari (DLH, 2024)``."""
    whence = ", ".join(filter(None, (item.said("fact_source"), item.said("fact_year"))))
    return {"evidence": " ".join(filter(None, (item.said("fact"), f"({whence})" if whence else "")))}


def _by_score(item: Source) -> dict[str, Value]:
    said = item.said("score")
    if not said.isdigit() or _POOR < int(said) < _GOOD:
        return {}
    return {"kind": "W" if int(said) <= _POOR else "S"}


def _readiness(item: Source) -> dict[str, Value]:
    return {"text": item.said("gap") or item.said("current") or item.said("text")}


def _by_end(item: Source) -> dict[str, Value]:
    """Return the last day of the month in which an action ends."""
    year, month = item.said("year_end"), item.said("month_end") or str(_DECEMBER)
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= _DECEMBER):
        return {}
    if not MINYEAR <= int(year) <= MAXYEAR:
        return {}
    _, days = monthrange(int(year), int(month))
    return {"due": f"{int(year):04d}-{int(month):02d}-{days:02d}"}


def _itself(to: str) -> Take:
    return Take(("id",), (to,), lambda item: {to: item.row})


RULES: Final[Mapping[tuple[str, str], tuple[Take, ...]]] = {
    ("issue", "factor"): (
        _copy("text"),
        Take(("fact", "fact_source", "fact_year"), ("evidence",), _fact),
        _copy("subdimension"),
    ),
    ("issue", "idea"): (_copy("text"), _copy("impact", "reason")),
    ("issue", "initiative"): (
        Take(("direction", "text"), ("name",), lambda item: {"name": _named(item, "direction", "text")}),
        _copy("direction", "description"),
        _copy("text", "problem"),
        _copy("subdimension"),
        _first("opd", "opd", "support"),
        _all("point"),
    ),
    ("readiness", "factor"): (
        Take(("gap", "current"), ("text",), _readiness),
        _copy("evidence"),
        Take(("score",), ("kind",), _by_score),
    ),
    ("factor", "idea"): (_copy("text"), _copy("kind"), _copy("evidence", "reason")),
    ("factor", "strategy"): (
        Take(("text", "kind"), ("text", "kind"), lambda _item: {}),
        Take(("id",), ("factor",), lambda item: {f"factor@{item.row}": "1"}),
    ),
    ("idea", "statement"): (_copy("text"), _copy("reason")),
    ("strategy", "initiative"): (
        _line("text", "name"),
        _copy("text", "description"),
        _first("opd", "opd", "support"),
        _own_opd(),
    ),
    ("asset", "initiative"): (
        _copy("name"),
        _copy("purpose", "description"),
        _copy("obstacle", "problem"),
        _copy("users"),
        _copy("subdimension"),
        _own_opd(),
    ),
    ("analysis", "initiative"): (
        Take(("proposal", "name"), ("name",), lambda item: {"name": _named(item, "proposal", "name")}),
        _join(("proposal",), "description"),
        _copy("issue", "problem"),
        _copy("existing", "evidence"),
        _copy("subdimension"),
        _copy("horizon"),
        _copy("ict"),
        _copy("partners"),
        _copy("obstacle"),
        _all("innovation"),
        _all("issue_link", "point"),
        _own_opd(),
    ),
    ("initiative", "action"): (
        _itself("initiative"),
        _copy("first_step", "text"),
        _copy("opd"),
        _copy("year_start"),
        _copy("year_end"),
        _copy("partners"),
        _all("fund"),
    ),
    ("initiative", "candidate"): (
        _itself("initiative"),
        _copy("name"),
        _copy("subdimension"),
        _copy("opd"),
        _copy("description"),
        _all("point"),
        _join(("risk", "mitigation"), "risk", " – "),
        Take(("fund",), ("fund",), lambda item: {"fund": ", ".join(map(_fund, item.several("fund")))}),
    ),
    ("candidate", "initiative"): (
        _copy("name"),
        _copy("subdimension"),
        _copy("opd"),
        _copy("description"),
        _copy("risk"),
        _all("point"),
    ),
    ("action", "promise"): (
        _copy("text"),
        _copy("output"),
        Take(("year_end", "month_end"), ("due",), _by_end),
    ),
    ("review", "promise"): (
        Take(("proposal", "finding"), ("text",), lambda item: {"text": _said(item, "proposal", "finding")}),
        _copy("due"),
    ),
}
"""How rows of one entity become rows of another; every other pair goes by what is called alike."""

_FUNDS: Final = {"apbd": "APBD", "dak": "DAK", "csr": "CSR", "kpbu": "KPBU", "desa": "Dana desa"}


def _fund(value: str) -> str:
    return _FUNDS.get(value, value.capitalize())


def _said(item: Source, *names: str) -> str:
    return next((item.said(name) for name in names if item.said(name)), "")


def _named(item: Source, *names: str) -> str:
    return shortened(_said(item, *names), _TITLE)


def rule(source: str, target: str, own: Sequence[tuple[str, str]] = ()) -> tuple[Take, ...]:
    """Return how rows of ``source`` become rows of ``target`` (entities).

    Where no rule is written, fields of the same name and kind go over, what a row is about goes into what
    the other is about, and ``own`` are pairs of fields whose columns are called alike in both worksheets.
    """
    written = RULES.get((source, target))
    if written is None:
        written = _alike(source, target)
    filled = {name for take in written for name in take.target}
    return (*written, *(_move(one, other) for one, other in own if other not in filled))


def _alike(source: str, target: str) -> tuple[Take, ...]:
    if source not in CATALOG or target not in CATALOG:
        return ()
    theirs = CATALOG[target].by_name
    silent = SILENT_FIELDS | {ORIGIN, "item"}
    found = [
        _all(name) if known.many else _copy(name)
        for name, known in CATALOG[source].by_name.items()
        if name in theirs and name not in silent and (theirs[name].kind, theirs[name].many) == _kind(known)
    ]
    one, other = main_field(source), main_field(target)
    if one and other and one != other and not any(other in take.target for take in found):
        found.append(_copy(one, other))
    return tuple(found)


def _kind(known: object) -> tuple[object, object]:
    return (getattr(known, "kind", ""), getattr(known, "many", False))


def _move(one: str, other: str) -> Take:
    """Take what stands under one column into another of the same name, whole or value by value."""

    def how(item: Source) -> dict[str, Value]:
        several = item.several(one)
        return {f"{other}@{part}": "1" for part in several} if several else {other: item.said(one)}

    return Take((one,), (other,), how)


def fields_read(source: str, target: str, own: Sequence[tuple[str, str]] = ()) -> frozenset[str]:
    """Return the fields of a source of which a change is told where it was carried; all for a merge."""
    if source == target:
        entity = CATALOG.get(source)
        return frozenset(entity.by_name) - SILENT_FIELDS - {ORIGIN} if entity else frozenset()
    return frozenset(name for take in rule(source, target, own) for name in take.source)


# Proposals -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Onto:
    """The worksheet that goes on: its entity, who fills it, and the sheets a source may go to by default.

    ``tables`` names the table of a dimension or an OPD where groups fill it; ``same`` tells that the source
    was filled by the same kind of party; ``carried`` are the sources that stand on a sheet already.
    """

    worksheet: RowId
    ent: str
    filled_by: str
    tables: Mapping[RowId, RowId] = field(default_factory=dict)
    own: tuple[tuple[str, str], ...] = ()
    carried: frozenset[tuple[RowId, frozenset[RowId]]] = frozenset()
    kind: str = ""


def propose(sources: Sequence[Source], onto: Onto) -> list[Proposed]:
    """Return the rows that ``sources`` would become, in order, each with its sheet where that is clear."""
    if not sources:
        return []
    ent = sources[0].whole.ent
    if (ent, onto.ent) == ("factor", "strategy"):
        return _strategies(sources, onto)
    if (ent, onto.ent) == ("idea", "statement"):
        return _visions(sources, onto)
    takes = rule(ent, onto.ent, onto.own)
    found: list[Proposed] = []
    for item in sources:
        values: dict[str, Value] = {}
        for take in takes:
            values |= {name: value for name, value in take.how(item).items() if value not in {None, ""}}
        if onto.kind and "kind" in CATALOG[onto.ent].by_name:
            values.setdefault("kind", onto.kind)
        found += [_proposed((item,), party, values, onto) for party in homes(item, onto) or (NO_ROW,)]
    return found


def homes(item: Source, onto: Onto) -> tuple[RowId, ...]:
    """Return whose sheets a source goes to: those of its dimension, its OPD or its table; none if unclear."""
    if onto.filled_by == PLENARY:
        return (onto.worksheet,)
    if onto.filled_by == BY_DIMENSION:
        return (item.dimension,) if item.dimension else ()
    if onto.filled_by == BY_OPD:
        # What was merged from the sheets of OPD goes on as the sheet of its dimension.
        return (item.party,) if item.merged else item.opds
    tables = (onto.tables.get(row) for row in (item.party, item.dimension, *item.opds))
    return tuple(table for table in tables if table)[:1]


def _proposed(sources: Sequence[Source], party: RowId, values: Mapping[str, Value], onto: Onto) -> Proposed:
    rows = tuple(item.row for item in sources)
    text = str(values.get(main_field(onto.ent)) or next((_text(item) for item in sources), ""))
    return Proposed(rows, party, values, text, (party, frozenset(rows)) in onto.carried)


def _text(item: Source) -> str:
    return item.said(main_field(item.whole.ent)) or item.said("name")


def _strategies(sources: Sequence[Source], onto: Onto) -> list[Proposed]:
    """Return a strategy for each pair of kinds among the factors of one party, citing all of these kinds."""
    found: list[Proposed] = []
    ordered = sorted(sources, key=lambda item: item.party)
    for _, group in groupby(ordered, key=lambda item: item.party):
        own = list(group)
        by_kind = {kind: [item for item in own if item.said("kind") == kind] for kind in "SWOT"}
        for inside, outside in _PAIRS:
            cited = [*by_kind[inside], *by_kind[outside]]
            if not by_kind[inside] or not by_kind[outside]:
                continue
            sentence = _TOWS[inside + outside].format(
                inside=_quoted(by_kind[inside]), outside=_quoted(by_kind[outside])
            )
            values: dict[str, Value] = {"kind": inside + outside, "text": sentence}
            values |= {f"factor@{item.row}": "1" for item in cited}
            homes_of = homes(cited[0], onto) or (NO_ROW,)
            found += [_proposed(cited, party, values, onto) for party in homes_of]
    return found


def _quoted(items: Sequence[Source]) -> str:
    texts = [_lowered(shortened(item.said("text"), _TITLE).rstrip(".")) for item in items]
    return " dan ".join(filter(None, (", ".join(texts[:-1]), texts[-1])))


def _lowered(text: str) -> str:
    """Return a text as it stands inside a sentence; names in capitals keep them."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _visions(sources: Sequence[Source], onto: Onto) -> list[Proposed]:
    """Return one sentence to begin with for each party: its keywords one after the other."""
    by_home: dict[RowId, list[Source]] = {}
    for item in sources:
        by_home.setdefault(next(iter(homes(item, onto)), NO_ROW), []).append(item)
    return [
        _proposed(
            own,
            party,
            {
                "kind": onto.kind or "visi",
                "text": ", ".join(item.said("text") for item in own),
                "state": "usulan",
            },
            onto,
        )
        for party, own in by_home.items()
    ]


# Edits -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a new row is born: its id, its order key, the sheet, and whose that is."""

    row: RowId
    pos: str
    sheet: RowId
    party: Party


def party_value(ent: str, party: Party) -> dict[str, Value]:
    """Return what a row says of whose sheet it is on, where its entity has a field for that."""
    known = CATALOG[ent].by_name.get(party.kind)
    return {known.name: party.id} if known and not known.many else {}


def carry(proposed: Iterable[tuple[Proposed, Spot]], ent: str) -> list[Edit]:
    """Return the births of what was chosen, each naming what it came from."""
    found: list[Edit] = []
    for item, spot in proposed:
        frame: dict[str, Value] = {"pos": spot.pos, "sheet": spot.sheet, **party_value(ent, spot.party)}
        values = {name: value for name, value in item.values.items() if value not in {None, ""}}
        found.append(Birth(ent, spot.row, {**values, **frame, **origin_of(item.sources)}))
    return found
