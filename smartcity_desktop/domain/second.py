"""Two readers of one plan: how far they agree, where they differ, and what is done about it.

The second reader tags the programs of an agency without seeing the first reading. Agreement is told as the
share of programs read the same, with Cohen's kappa as a note in plain words.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.attendance import percent
from smartcity_desktop.domain.dimension import Dimension, Subdimension, offered, spelt
from smartcity_desktop.domain.entity import RELEVANT
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.wording import number

KIND: Final = "second"
"""The kind under which a decision about a difference is kept."""
FIRST, SECOND, LATER = "tolak", "terima", "tunda"
"""What a person says of a difference: the first reading stays, the second is taken, talked over later."""
DECISION_WORDS: Final[Mapping[str, str]] = {
    "": "Belum dibahas",
    FIRST: "Tetap bacaan pertama",
    SECOND: "Ambil bacaan kedua",
    LATER: "Dibahas nanti",
}
RELEVANT_WORDS: Final[Mapping[str, str]] = {"ya": "Ya", "sebagian": "Sebagian", "tidak": "Tidak"}
_LETTERS: Final = {"y": "ya", "s": "sebagian", "t": "tidak"}
_KAPPA: Final = (
    (0.8, "hampir sempurna"),
    (0.6, "kuat"),
    (0.4, "sedang"),
    (0.2, "lemah"),
    (-0.005, "sangat lemah"),
)
"""Words for kappa above which value (Landis and Koch 1977)."""
_BAR: Final = "|"
_PARTS: Final = 7
_FEWEST: Final = 10
"""Programs read by both under which kappa says nothing and is not told."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One reading of one program: answer to "relevan", dimension and sub-dimension, and a note."""

    relevant: str = ""
    dimension: RowId = NO_ROW
    subdimension: RowId = NO_ROW
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet; a note alone says nothing."""
        return not self.relevant

    @property
    def said(self) -> tuple[str, RowId, RowId]:
        """What two readings are compared by: of an irrelevant program nothing but that."""
        if self.relevant not in RELEVANT:
            return self.relevant, NO_ROW, NO_ROW
        return self.relevant, self.dimension, self.subdimension


@dataclass(frozen=True, slots=True)
class SecondLine:
    """One program of the plan with both readings; ``place`` is its number on paper, from 1."""

    id: RowId = NO_ROW
    place: int = 0
    code: str = ""
    name: str = ""
    first: Tag = field(default_factory=Tag)
    second: Tag = field(default_factory=Tag)
    decision: str = ""

    @property
    def is_compared(self) -> bool:
        """Whether both readers said anything."""
        return not (self.first.is_empty or self.second.is_empty)

    @property
    def differs(self) -> bool:
        """Whether both said something, and not the same."""
        return self.is_compared and self.first.said != self.second.said

    @property
    def what(self) -> str:
        """In what both differ: ``relevansi``, ``dimensi`` or ``subdimensi``; empty where in nothing."""
        if not self.differs:
            return ""
        (one, home, _), (other, its, _) = self.first.said, self.second.said
        if one != other and (one in RELEVANT) != (other in RELEVANT):
            return "relevansi"
        return "dimensi" if home != its else "relevansi" if one != other else "subdimensi"


@dataclass(frozen=True, slots=True)
class SecondBoard:
    """The plan of one agency as two people read it; ``readers`` are all second readers of this plan."""

    opd: RowId = NO_ROW
    opd_name: str = ""
    reader: str = ""
    readers: tuple[str, ...] = ()
    lines: tuple[SecondLine, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    subdimensions: tuple[Subdimension, ...] = ()

    def line(self, row: str) -> SecondLine | None:
        """Return one program."""
        return next((item for item in self.lines if item.id == row), None)

    @property
    def done(self) -> int:
        """How many programs the second reader has tagged."""
        return sum(1 for item in self.lines if not item.second.is_empty)

    @property
    def compared(self) -> tuple[SecondLine, ...]:
        """The programs that both have tagged."""
        return tuple(item for item in self.lines if item.is_compared)

    @property
    def differing(self) -> tuple[SecondLine, ...]:
        """The programs that were read differently: those still open first."""
        found = [item for item in self.lines if item.differs]
        return tuple(sorted(found, key=lambda item: item.decision in {FIRST, SECOND}))

    @property
    def open(self) -> int:
        """How many differences wait for somebody to decide."""
        return sum(1 for item in self.differing if item.decision not in {FIRST, SECOND})

    @property
    def progress(self) -> str:
        """``12 dari 20 program dibaca``."""
        return f"{number(self.done)} dari {number(len(self.lines))} program dibaca"

    def place(self, tag: Tag) -> str:
        """Return where a reading puts a program: sub-dimension, else dimension, by code (or name)."""
        places: list[Dimension | Subdimension] = [*self.subdimensions, *self.dimensions]
        wanted = tag.subdimension or tag.dimension
        return next((item.code or item.name for item in places if item.id == wanted), "")

    def told(self, tag: Tag) -> str:
        """Return a reading in words: ``Ya · GOV-1``."""
        words = RELEVANT_WORDS.get(tag.relevant, "–")
        place = self.place(tag) if tag.relevant in RELEVANT else ""
        return f"{words} · {place}" if place else words


def agreement(lines: Sequence[SecondLine]) -> str:
    """Return how far two readers agree, in a sentence: the share read the same, of how many."""
    both = [item for item in lines if item.is_compared]
    if not both:
        return "Belum ada program yang dibaca keduanya."
    same = sum(1 for item in both if not item.differs)
    share = percent(same / len(both))
    return f"Sama di {number(same)} dari {number(len(both))} program yang dibaca keduanya ({share})."


def kappa(lines: Sequence[SecondLine]) -> float | None:
    """Return Cohen's kappa of the dimension (or "tidak relevan") given by both; None where it says nothing.

    It says nothing of fewer than ten programs, or where both always say one and the same thing.
    """
    pairs = [(_home(item.first), _home(item.second)) for item in lines if item.is_compared]
    if len(pairs) < _FEWEST:
        return None
    seen = sum(1 for one, other in pairs if one == other) / len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[key] * second[key] for key in first) / len(pairs) ** 2
    return (seen - chance) / (1 - chance) if chance < 1 else None


def kappa_words(value: float | None) -> str:
    """Return kappa as a note: what it is, its value, and a word for it; empty where it says nothing."""
    if value is None:
        return ""
    word = next(
        (word for above, word in _KAPPA if round(value, 2) > above), "tidak lebih baik dari kebetulan"
    )
    told = f"{round(value, 2) + 0.0:.2f}".replace(".", ",")
    return f"Kesepakatan di luar kebetulan (kappa Cohen) {told}: {word}."


def _home(tag: Tag) -> str:
    return tag.dimension or tag.relevant if tag.relevant in RELEVANT else "tidak"


def signature(line: SecondLine, reader: str) -> str:
    """Return what a decision about a difference is kept by: who read, and what both said.

    Where one of both says something else later, the difference is open again.
    """
    who = " ".join(plain(reader).replace(_BAR, " ").split())
    return _BAR.join([who, *line.first.said, *line.second.said])


def decided(line: SecondLine, reader: str, known: Mapping[str, str]) -> SecondLine:
    """Return a line with what was decided about it, by signature.

    Where the second reading was taken, the first is told as it was: the talk is about what both had said.
    """
    now = signature(line, reader)
    if now in known:
        return replace(line, decision=known[now])
    who, *_ = now.split(_BAR)
    for value, state in known.items():
        parts = value.split(_BAR)
        taken = state == SECOND and line.first.said == line.second.said
        if taken and len(parts) == _PARTS and parts[0] == who and tuple(parts[4:]) == line.second.said:
            before = Tag(parts[1], RowId(parts[2]), RowId(parts[3]), line.first.note)
            return replace(line, first=before, decision=SECOND)
    return line


def read_relevant(text: str) -> str | None:
    """Return the answer that a typed text means (``y``, ``Sebagian``, ``t``); empty empties, None is none."""
    wanted = plain(text).strip()
    if not wanted:
        return ""
    return next((full for letter, full in _LETTERS.items() if wanted in {letter, full}), None)


def read_place(
    text: str, dimensions: Iterable[Dimension], subdimensions: Iterable[Subdimension]
) -> tuple[RowId, RowId] | None:
    """Return dimension and sub-dimension that a typed text means: ``gov``, ``GOV-1``, ``gov1``, ``3.2``.

    A bare number counts the dimensions in use, a second one the sub-dimensions of it. Empty empties both;
    None where nothing of the kind is in use.
    """
    wanted, homes, subs = text.strip(), list(dimensions), list(subdimensions)
    if not wanted:
        return NO_ROW, NO_ROW
    sub = spelt(subs, wanted) or next(
        (one for one in offered(subs) if plain(one.code).replace("-", "") == plain(wanted).replace(" ", "")),
        None,
    )
    if sub is not None:
        return sub.dimension, sub.id
    home = spelt(homes, wanted)
    if home is not None:
        return home.id, NO_ROW
    return _numbered(wanted, offered(homes), offered(subs))


def _numbered(
    text: str, homes: Sequence[Dimension], subs: Sequence[Subdimension]
) -> tuple[RowId, RowId] | None:
    first, _, second = text.replace("-", ".").replace(",", ".").partition(".")
    if not first.isdecimal() or not 1 <= int(first) <= len(homes):
        return None
    home = homes[int(first) - 1]
    own = [item for item in subs if item.dimension == home.id]
    if not second:
        return home.id, NO_ROW
    if not second.isdecimal() or not 1 <= int(second) <= len(own):
        return None
    return home.id, own[int(second) - 1].id
