"""Proposals that join what stands in different places, each with its reason; a person takes or refuses them.

Likely twins among programs of different agencies, goals of the region that a text serves, codes of the
nomenclature that a name means, and bidang urusan that an agency seems to have. Scores run from 0 to 1.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_code import above, depth, is_support, normal_code, plain
from smartcity_desktop.domain.suggest_near import Near, Texts, telling
from smartcity_desktop.domain.suggest_words import phrase, stems, tokens

MANY_UNITS: Final = frozenset({"kecamatan", "kelurahan", "rsud"})
"""Kinds of agency of which many do the same by nature: two of one kind are never twins."""
GOALS: Final = frozenset({"tujuan", "sasaran", "program"})
"""Kinds of points of an RPJMD that something can serve."""
STRONG: Final = 0.55
FAIR: Final = 0.35
_TWIN: Final = 0.5
_SAME_CODE: Final = 0.9
_GROUP: Final = 0.12
_SHARED_INDICATOR: Final = 0.2
_GOAL: Final = 0.2
_CODE: Final = 0.3
_SAME_NAME: Final = 0.98
_CLOSEST: Final = 0.99
_FROM_NAME: Final = 0.5
_TELLING: Final = 2
_PART: Final = 0.25
_PROGRAM_DEPTH: Final = 3
_SHOWN: Final = 4
_NO_WORDS: Final[tuple[float, tuple[str, ...]]] = (0.0, ())
_BY_NATURE: Final = 8
"""Agencies that may have one program before it counts as one that all of them run by nature."""

_GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "petani": ("petani", "kelompok tani", "poktan"),
    "nelayan": ("nelayan", "pembudidaya ikan"),
    "UMKM": ("umkm", "usaha mikro", "usaha kecil", "ikm", "wirausaha"),
    "pemuda": ("pemuda", "remaja", "karang taruna"),
    "perempuan": ("perempuan", "ibu hamil", "ibu"),
    "anak": ("anak", "balita", "paud", "stunting"),
    "lansia": ("lansia", "lanjut usia"),
    "penyandang disabilitas": ("disabilitas", "difabel"),
    "warga miskin": ("miskin", "kurang mampu", "fakir", "kemiskinan"),
    "pencari kerja": ("pencari kerja", "pengangguran", "penganggur"),
    "siswa": ("siswa", "murid", "peserta didik", "pelajar"),
    "keluarga": ("keluarga",),
}
_GROUP_RUNS: Final = tuple(
    (name, tuple(f" {' '.join(run)} " for word in words if (run := phrase(word))))
    for name, words in _GROUPS.items()
)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A program of an agency as twins are sought: ``kind`` is the agency's, indicators are their names."""

    id: RowId
    opd: RowId
    name: str
    code: str = ""
    kind: str = ""
    support: bool = False
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TwinProposal:
    """Two programs of different agencies that seem to do one thing; ``reason`` says why, in words."""

    one: RowId
    other: RowId
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class GoalProposal:
    """A point of the RPJMD that a text seems to serve; ``degree`` is kuat, sedang or lemah.

    ``words`` are those that both have, ``measured`` is an indicator that is alike; ``reason`` says both.
    """

    point: RowId
    score: float
    degree: str
    reason: str
    words: tuple[str, ...] = ()
    measured: str = ""

    @property
    def is_told(self) -> bool:
        """Whether more than one word in passing speaks for it."""
        return bool(self.measured) or len(self.words) > 1 or self.degree != degree(0.0)


@dataclass(frozen=True, slots=True)
class CodeProposal:
    """A code of the nomenclature that a name seems to mean, with the name that the nomenclature gives."""

    code: str
    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class FieldProposal:
    """A bidang urusan that an agency seems to have; ``programs`` of ``of`` programs have its code."""

    bidang: str
    name: str
    score: float
    reason: str
    programs: int = 0
    of: int = 0

    @property
    def is_told(self) -> bool:
        """Whether the plan itself speaks for it: a code that stands once alone may be a slip."""
        return self.programs >= _TELLING and self.programs >= _PART * self.of


@dataclass(frozen=True, slots=True)
class FieldOffer:
    """A bidang urusan that an agency, by its short name, lacks."""

    opd: RowId
    called: str
    field: FieldProposal


def twins(lines: Sequence[PlanLine], each: int = 0) -> list[TwinProposal]:
    """Return likely twins among programs of different agencies, the surest first.

    Support programs are exempt, programs that two units of one kind run (kecamatan, kelurahan, RSUD), and
    codes that more than eight agencies have. Compared are codes, the words of the names, the group of people
    they are for, and their indicators. With ``each`` of every program only so many of the surest.
    """
    kept = [line for line in lines if not line.support and not is_support(normal_code(line.code) or "")]
    words: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {
        (one, other): (score, shared)
        for one, other, score, shared in Texts([line.name for line in kept]).pairs(_TWIN - _SHARED_INDICATOR)
        if _comparable(kept[one], kept[other])
    }
    coded = set(_same_codes(kept))
    words.update((pair, _NO_WORDS) for pair in coded - words.keys())
    facts = [_Facts(line) for line in kept]
    often = [0] * len(kept)
    proposals: list[TwinProposal] = []
    for one, other, score in _ranked(words, coded, facts, [line.id for line in kept]):
        if each and max(often[one], often[other]) >= each:
            continue
        often[one], often[other] = often[one] + 1, often[other] + 1
        code = above(normal_code(kept[one].code) or "", "program") if (one, other) in coded else ""
        reason = _twin_reason(facts[one], facts[other], words[one, other][1], code)
        proposals.append(TwinProposal(kept[one].id, kept[other].id, score, reason))
    return proposals


def groups_of(text: str) -> frozenset[str]:
    """Return the groups of people that a text names: petani, UMKM, and so on."""
    words = f" {' '.join(stems(text))} "
    return frozenset(name for name, runs in _GROUP_RUNS if any(run in words for run in runs))


class Goals:
    """The tujuan, sasaran and programs of an RPJMD or RPD, ready to be asked which of them a text serves."""

    def __init__(
        self,
        points: Sequence[PlanPoint],
        indicators: Mapping[RowId, Sequence[str]] | None = None,
        kinds: frozenset[str] = GOALS,
    ) -> None:
        """Index the points of these ``kinds``; ``indicators`` are the names of the indicators of each."""
        known = indicators or {}
        self._points = [point for point in points if point.kind in kinds]
        self._texts = Texts([point.text for point in self._points])
        self._measured = [
            (place, name) for place, point in enumerate(self._points) for name in known.get(point.id, ())
        ]
        self._indicators = Texts([name for _, name in self._measured])

    def near(
        self, text: str, indicators: Sequence[str] = (), *, kind: str = "", limit: int = 3
    ) -> list[GoalProposal]:
        """Return the points that a text with these indicators seems to serve, the surest first."""
        said = {item.place: item for item in self._texts.near(text, least=0.08)}
        measured = self._shared(indicators)
        found: list[GoalProposal] = []
        for place in said.keys() | measured.keys():
            point = self._points[place]
            near = said.get(place)
            score = (near.score if near else 0.0) + (0.35 * measured[place][0] if place in measured else 0.0)
            if score < _GOAL or (kind and point.kind != kind):
                continue
            score = min(score, 1.0)
            words, alike = _goal_words(near), measured[place][1] if place in measured else ""
            reason = _goal_reason(words, alike)
            found.append(GoalProposal(point.id, round(score, 2), degree(score), reason, words, alike))
        return sorted(found, key=lambda item: (-item.score, item.point))[:limit]

    def _shared(self, indicators: Sequence[str]) -> dict[int, tuple[float, str]]:
        best: dict[int, tuple[float, str]] = {}
        for name in indicators:
            for item in self._indicators.near(name, least=0.45):
                place, wanted = self._measured[item.place]
                if item.score > best.get(place, (0.0, ""))[0]:
                    best[place] = item.score, wanted
        return best


def goals_for(
    text: str,
    points: Sequence[PlanPoint],
    indicators: Mapping[RowId, Sequence[str]] | None = None,
    own: Sequence[str] = (),
) -> list[GoalProposal]:
    """Return the goals that one text with its ``own`` indicators seems to serve; for many use ``Goals``."""
    return Goals(points, indicators).near(text, own)


def degree(score: float) -> str:
    """Return the degree of an alignment that a score stands for."""
    return "kuat" if score >= STRONG else "sedang" if score >= FAIR else "lemah"


class Nomens:
    """The programs of the nomenclature, ready to be asked by name or by code."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """``names`` is the whole nomenclature as code -> name."""
        self._names = names
        self._codes = [code for code in names if depth(code) == _PROGRAM_DEPTH]
        self._texts = Texts([names[code] for code in self._codes])
        self._exact: dict[str, list[str]] = {}
        for code in self._codes:
            self._exact.setdefault(plain(names[code]), []).append(code)

    def codes_for(self, name: str, fields: Sequence[str] = (), limit: int = 3) -> list[CodeProposal]:
        """Return the codes that a program's name seems to mean; those of the agency's bidang come first."""
        same = self._exact.get(plain(name), [])
        found = {code: CodeProposal(code, self._names[code], _SAME_NAME, "nama sama") for code in same}
        for item in self._texts.near(name, least=_CODE):
            code = self._codes[item.place]
            words = ", ".join(item.words[:_SHOWN])
            score = min(item.score, _SAME_NAME - 0.01)
            found.setdefault(code, CodeProposal(code, self._names[code], round(score, 2), f"kata: {words}"))
        ranked = [_with_field(item, fields) for item in found.values()]
        return sorted(ranked, key=lambda item: (-item.score, item.code))[:limit]

    def name_of(self, code: str) -> CodeProposal | None:
        """Return what the nomenclature calls the program of a code, None where it has no such code.

        A support program is found under any agency's bidang.
        """
        normal = normal_code(code) or ""
        if depth(normal) < _PROGRAM_DEPTH:
            return None
        program = above(normal, "program")
        forms = [program, *(["X.XX.01"] if is_support(program) else [])]
        known = next((form for form in forms if form in self._names), None)
        return CodeProposal(program, self._names[known], 1.0, f"kode {program}") if known else None


def fields_for(by_name: Sequence[str], codes: Iterable[str], names: Mapping[str, str]) -> list[FieldProposal]:
    """Return the bidang urusan of an agency, the surest first.

    ``by_name`` are those that its name says, ``codes`` those of the programs in its plan, ``names`` the names
    of the bidang by code.
    """
    programs = {
        above(code, "program") for text in codes if depth(code := normal_code(text) or "") >= _PROGRAM_DEPTH
    }
    counts = Counter(code.rpartition(".")[0] for code in programs)
    total = sum(counts.values())
    found: list[FieldProposal] = []
    for bidang in {*by_name, *counts} & set(names):
        reasons: list[str] = []
        score = 0.0
        if counts[bidang]:
            score += 0.6 * counts[bidang] / total
            reasons.append(f"{counts[bidang]} dari {total} program berkode {bidang}")
        if bidang in by_name:
            score += _FROM_NAME
            reasons.append("nama OPD")
        sure = round(min(score, _CLOSEST), 2)
        reason = "; ".join(reasons)
        found.append(FieldProposal(bidang, names[bidang], sure, reason, counts[bidang], total))
    return sorted(found, key=lambda item: (-item.score, item.bidang))


def _with_field(item: CodeProposal, fields: Sequence[str]) -> CodeProposal:
    bidang = item.code.rpartition(".")[0]
    if bidang not in fields:
        return item
    score = round(min(item.score + 0.1, 1.0), 2)
    return CodeProposal(item.code, item.name, score, f"{item.reason}; bidang urusan OPD ({bidang})")


def _comparable(one: PlanLine, other: PlanLine) -> bool:
    return one.opd != other.opd and not (one.kind == other.kind and one.kind in MANY_UNITS)


def _same_codes(lines: Sequence[PlanLine]) -> Iterable[tuple[int, int]]:
    """Yield places of lines with one program code in different agencies; each agency counts once a code."""
    homes: dict[str, dict[RowId, int]] = {}
    for place, line in enumerate(lines):
        code = normal_code(line.code) or ""
        if depth(code) >= _PROGRAM_DEPTH:
            homes.setdefault(above(code, "program"), {}).setdefault(line.opd, place)
    for places in homes.values():
        if len(places) > _BY_NATURE:
            continue
        yield from (
            pair for pair in combinations(places.values(), 2) if _comparable(lines[pair[0]], lines[pair[1]])
        )


class _Facts:
    """What is compared of a line beside its words, made out once."""

    def __init__(self, line: PlanLine) -> None:
        self.name = plain(line.name)
        self.groups = groups_of(line.name)
        self.measured = {plain(name): name for name in line.indicators if plain(name)}


def _ranked(
    words: Mapping[tuple[int, int], tuple[float, tuple[str, ...]]],
    coded: Collection[tuple[int, int]],
    facts: Sequence[_Facts],
    rows: Sequence[RowId],
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that are twins with their scores: the surest first, then in the order of their rows."""
    rank = {row: place for place, row in enumerate(sorted(rows))}
    ranks, many = [rank[row] for row in rows], len(rows)
    keys: dict[int, tuple[int, int, float]] = {}
    for pair, (near, _) in words.items():
        one, other = pair
        score = _score(near, facts[one], facts[other], by_code=pair in coded)
        if score >= _TWIN:
            told = round(score, 2)
            # One number sorts far faster than three values, and there may be a hundred thousand pairs.
            keys[((100 - round(told * 100)) * many + ranks[one]) * many + ranks[other]] = one, other, told
    return (keys[key] for key in sorted(keys))


def _score(near: float, one: _Facts, other: _Facts, *, by_code: bool) -> float:
    """Add up what speaks for a pair of lines."""
    sure = _SAME_NAME if one.name == other.name else _SAME_CODE if by_code else 0.0
    score = max(near, sure)
    if not sure and not one.groups.isdisjoint(other.groups):
        score += _GROUP
    if not one.measured.keys().isdisjoint(other.measured):
        score += _SHARED_INDICATOR
    return min(score, 1.0)


def _twin_reason(one: _Facts, other: _Facts, near: Sequence[str], code: str) -> str:
    """Say what speaks for a pair of lines: their code if it is the same, the words, groups, indicators."""
    reasons = [f"kode program sama ({code})"] if code else []
    shared, measured = one.groups & other.groups, one.measured.keys() & other.measured.keys()
    if one.name == other.name:
        reasons.append("nama sama")
    elif near:
        words = [token.written for token in telling(tokens(" ".join(near)))] or near
        reasons.append("kata sama: " + ", ".join(words[:_SHOWN]))
    if shared and one.name != other.name and not code:
        reasons.append("untuk kelompok yang sama: " + ", ".join(sorted(shared)))
    if measured:
        reasons.append(f"indikator sama: {one.measured[min(measured)]}")
    return "; ".join(reasons)


def _goal_words(near: Near | None) -> tuple[str, ...]:
    """Return the words that tell what both are about, else all that both have."""
    if near is None:
        return ()
    words = [token.written for token in telling(tokens(" ".join(near.words)))] or list(near.words)
    return tuple(words[:_SHOWN])


def _goal_reason(words: Sequence[str], measured: str) -> str:
    reasons = ["kata sama: " + ", ".join(words)] if words else []
    if measured:
        reasons.append(f"indikator serupa: {measured}")
    return "; ".join(reasons)
