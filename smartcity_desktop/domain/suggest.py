"""Which dimensions a program or an initiative seems to serve, with the words that led there, or "tidak tahu".

Three things speak: words of lists (``Cue``), what the agency or the code usually serves (``Hint``, weakly),
and texts that people already placed (a ``Hint`` too). Whatever speaks is kept as a reason; nothing is decided
here. The lists are written in the codes of the default set (GOV, GOV-1); ``suggest_set`` brings what they say
to the dimensions of a workshop.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.suggest_words import Token, phrase, span, tokens, word_set

UNKNOWN: Final = "tidak tahu"
AGENCY: Final = "OPD: "
"""What stands before the name of an agency that spoke."""
MOST: Final = 2
"""Dimensions that are proposed at most."""
STRONGEST: Final = 5
"""The largest weight of a word; a negative one speaks against a target."""
LEAST: Final = 1.0
"""Points that a dimension needs to be told, as many as one general word gives; with fewer nobody knows."""
_HEAT: Final = 2.0
_DOUBT: Final = 2.0
"""Points of "something else", that every score is shared with."""
_MOST_POINTS: Final = 30.0
_FADING: Final = (1.0, 0.6, 0.4, 0.25)
"""How much the best, the second … word for one target counts; later ones count as the last."""
_OTHER_SUBS: Final = 0.35
_STRONG, _FAIR = 0.6, 0.3
"""Scores of which about five in six are right, and about two in three, where regions were looked at."""
_INSIDE: Final = 0.5
_INSIDE_LEAST: Final = 5
_INSIDE_WEIGHT: Final = 3
_SHORTEST: Final = 7
_REASONS: Final = 5

_STOP: Final = re.compile(r"[.;:!?]\s")
_SYSTEM: Final = re.compile(r"(?<![\w-])(?:[eEiI]-[A-Za-z]\w+|S[iI]M?[A-Z]\w+)")
"""A name made for a system: "e-…", "i-…", "SI…", "SIM…" (sistem informasi …)."""
_ORDINARY: Final = word_set(
    "siaga siang siap siapa siar siaran siasat siber sidang sifat sikap siklus silabus silang silat "
    "silaturahmi simak simbol simpan simpanan simpang simpati simposium simpul simulasi sinar sinema "
    "sinergi sinergis sinergitas singgah singkong single sini sinkron sinkronisasi sinode sintetis "
    "sinyal sipil siput siram sirih sirine sirkuit sirkular sirkulasi sirup sisa sisi sistem sistematis "
    "siswa siswi sita situ situasi situs siup"
)
"""Words that begin like the name of a system where everything is in capitals."""
_SYSTEM_TARGET: Final = "GOV"
_SYSTEM_POINTS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that speaks for a target (code of a dimension or sub-dimension), -5 to 5.

    ``facet`` names the sub-dimension of other sets that the word means where those part the target.
    """

    target: str
    word: str
    weight: int
    facet: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """Something beside the words that speaks for targets, and how that is told: "OPD: Dinas Sosial"."""

    reason: str
    points: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """A dimension, its best sub-dimension (empty where only the dimension is seen), and a score 0 to 1.

    ``words`` are those that led there, as they stand in the text, ``beside`` what else spoke ("OPD: …",
    "kode 1.02", "seperti: …"); the strongest comes first.
    """

    dimension: str
    sub: str
    score: float
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """Everything that spoke, in one line: ``kata: sampah, energi; OPD: Dinas Lingkungan Hidup``."""
        return self.told()

    @property
    def strength(self) -> str:
        """The score in a word: kuat, sedang or lemah."""
        return "kuat" if self.score >= _STRONG else "sedang" if self.score >= _FAIR else "lemah"

    def told(self, say: Callable[[str], str] = str) -> str:
        """Return the reason; ``say`` puts the program's own words into those of the event."""
        words = [f"kata: {', '.join(self.words)}"] if self.words else []
        beside = (
            say(AGENCY) + item.removeprefix(AGENCY) if item.startswith(AGENCY) else item
            for item in self.beside
        )
        return "; ".join([*words, *beside])


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Up to two dimensions, the likelier first; none means "tidak tahu"."""

    places: tuple[Seen, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is anything to propose."""
        return bool(self.places)


@dataclass(slots=True)
class Said:
    """What speaks for one target: points by reason, the facet that a word means, and what is no word."""

    points: dict[str, float] = field(default_factory=dict)
    facets: dict[str, str] = field(default_factory=dict)
    beside: set[str] = field(default_factory=set)

    def add(self, reason: str, points: float, facet: str = "", *, is_word: bool = True) -> None:
        """Keep the strongest saying of one reason."""
        if not is_word:
            self.beside.add(reason)
        if abs(points) > abs(self.points.get(reason, 0.0)):
            self.points[reason] = points
            if facet:
                self.facets[reason] = facet

    @property
    def total(self) -> float:
        """The points together; every further reason counts less."""
        ranked = sorted(self.points.values(), key=abs, reverse=True)
        last = len(_FADING) - 1
        return sum(points * _FADING[min(place, last)] for place, points in enumerate(ranked))


Evidence = dict[str, Said]
"""What was said for each target."""


class Cues:
    """Lists of words, indexed to be looked for in texts."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        """Index the words by their compared forms; the longest phrase at a place is the one that counts."""
        self._index: dict[tuple[str, ...], list[Cue]] = {}
        for cue in cues:
            words = phrase(cue.word)
            if words and cue.weight:
                self._index.setdefault(words, []).append(cue)
        self._starts: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(self._index, key=len, reverse=True):
            self._starts.setdefault(words[0], []).append(words)
        self._inside = sorted(filter(self._can_be_inside, self._starts), key=lambda word: (-len(word), word))
        self._held: dict[str, str] = {}
        self.targets = frozenset(cue.target for found in self._index.values() for cue in found)
        """Every target that a word speaks for."""

    def said(self, text: str, evidence: Evidence) -> None:
        """Add what the words of a text say to the evidence."""
        found = tokens(text)
        first: dict[tuple[str, ...], str] = {}
        place = 0
        while place < len(found):
            words = self._longest(text, found, place)
            if not words:
                self._said_inside(found[place], evidence)
            for cue in self._index.get(words, ()):
                # However often a word comes, and in whatever form, it counts once, as first written.
                reason = first.setdefault(
                    words, " ".join(span(text, found[place : place + len(words)]).split())
                )
                evidence.setdefault(cue.target, Said()).add(reason, cue.weight, cue.facet)
            place += len(words) or 1
        named = _system(text) if _SYSTEM_TARGET in self.targets else ""
        if named:
            said = evidence.setdefault(_SYSTEM_TARGET, Said())
            said.add(f"nama sistem {named}", _SYSTEM_POINTS)

    def _longest(self, text: str, found: Sequence[Token], place: int) -> tuple[str, ...]:
        """Return the longest phrase of the lists that begins at a place; no phrase runs over a full stop."""
        for words in self._starts.get(found[place].stem, ()):
            run = found[place : place + len(words)]
            if tuple(token.stem for token in run) == words and not _STOP.search(span(text, run)):
                return words
        return ()

    def _can_be_inside(self, word: str) -> bool:
        """Tell whether a word is long and strong enough to be looked for inside compounds."""
        return len(word) >= _INSIDE_LEAST and any(
            cue.weight >= _INSIDE_WEIGHT for cue in self._index.get((word,), ())
        )

    def _said_inside(self, token: Token, evidence: Evidence) -> None:
        """Look for a strong word at either end of a compound such as "SampahKita"; it counts half."""
        whole = token.written.lower()
        held = self._held.get(whole)
        if held is None:
            ends = (word for word in self._inside if whole.startswith(word) or whole.endswith(word))
            held = next(ends, "") if len(whole) >= _SHORTEST else ""
            self._held[whole] = held
        for cue in self._index.get((held,), ()):
            if cue.weight > 0:
                said = evidence.setdefault(cue.target, Said())
                said.add(f"{held} (dalam {token.written})", cue.weight * _INSIDE, cue.facet)


def _system(text: str) -> str:
    """Return the name of a system in a text, empty where there is none."""
    names = (found[0] for found in _SYSTEM.finditer(text))
    return next((name for name in names if name.lower() not in _ORDINARY), "")


def hinted(hints: Iterable[Hint], evidence: Evidence) -> None:
    """Add hints to the evidence."""
    for hint in hints:
        for target, points in hint.points.items():
            evidence.setdefault(target, Said()).add(hint.reason, points, is_word=False)


def home_of_code(target: str) -> str:
    """Return the dimension of a code: ``GOV-1`` belongs to ``GOV``."""
    return target.partition("-")[0]


def suggestion(evidence: Evidence, home: Callable[[str], str] = home_of_code) -> Suggestion:
    """Weigh the evidence: points per dimension, the best sub-dimension in each, and how sure that is.

    ``home`` names the dimension of a target, itself for a dimension. A score is a dimension's share of all
    that was said, some doubt included.
    """
    homes: dict[str, list[str]] = {}
    for target in evidence:
        homes.setdefault(home(target), []).append(target)
    totals = {target: said.total for target, said in evidence.items()}
    points = {name: _of_home(name, targets, totals) for name, targets in homes.items()}
    ranked = sorted(points.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    shares = {name: math.exp(min(value, _MOST_POINTS) / _HEAT) for name, value in points.items()}
    whole = sum(shares.values()) + math.exp(_DOUBT / _HEAT)
    return Suggestion(
        tuple(
            Seen(
                name,
                _best_sub(name, homes[name], totals),
                round(shares[name] / whole, 2),
                *_reasons([evidence[target] for target in homes[name]]),
            )
            for name, value in ranked
            if value >= LEAST
        )
    )


def _of_home(name: str, targets: Sequence[str], totals: Mapping[str, float]) -> float:
    subs = sorted((totals[target] for target in targets if target != name), reverse=True)
    return totals.get(name, 0.0) + sum(subs[:1]) + _OTHER_SUBS * sum(subs[1:])


def _best_sub(name: str, targets: Sequence[str], totals: Mapping[str, float]) -> str:
    subs = [target for target in targets if target != name and totals[target] > 0]
    return max(sorted(subs), key=totals.__getitem__, default="")


def _reasons(said: Sequence[Said]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the strongest words, each once, and what else spoke."""
    best: dict[str, float] = {}
    beside: set[str] = set()
    for one in said:
        beside |= one.beside
        for reason, points in one.points.items():
            if points > best.get(reason, 0.0):
                best[reason] = points
    ranked = sorted(best, key=lambda reason: (-best[reason], reason))
    words = [reason for reason in ranked if reason not in beside]
    return tuple(words[:_REASONS]), tuple(reason for reason in ranked if reason in beside)
