"""How programs answer the plan of the region: RPJMD points, lines of a Renstra, SDG, SPBE (domain.md 5.8).

A link stands because a person said so: on the worksheet of programs smart city (without a degree), or here
with degree, reason and evidence. Everything else is a proposal.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.entity import DEGREES, SPBE
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_frame import THEN, outline, word_of
from smartcity_desktop.domain.wording import number, shortened

VISION, MISSION, ISSUE, AIM, GOAL, PROGRAM = "visi", "misi", "isu", "tujuan", "sasaran", "program"
INITIATIVES, LINES = "initiative", "program"
"""What is held against the plan of the region: programs smart city, or relevant programs of the Renstra."""
WHAT_WORDS: Final[Mapping[str, str]] = {
    INITIATIVES: "Program Smart City",
    LINES: "Program Renstra",
}
KIND_WORDS: Final[Mapping[str, str]] = {
    VISION: "Visi",
    MISSION: "Misi",
    ISSUE: "Isu",
    AIM: "Tujuan",
    GOAL: "Sasaran",
    PROGRAM: "Program prioritas",
}
DEGREE_WORDS: Final[Mapping[str, str]] = {"kuat": "Kuat", "sedang": "Sedang", "lemah": "Lemah"}
UNGRADED: Final = "belum dinilai"
EVIDENCE_WORDS: Final[Mapping[str, str]] = {
    "terukur": "Terukur",
    "survei": "Survei",
    "perkiraan": "Perkiraan",
    "pendapat": "Pendapat",
    "tidak_ada": "Tidak ada",
}
SPBE_WORDS: Final[Mapping[str, str]] = {
    "kebijakan": "Kebijakan internal",
    "tata_kelola": "Tata kelola",
    "manajemen": "Manajemen",
    "layanan_administrasi": "Layanan administrasi pemerintahan",
    "layanan_publik": "Layanan publik",
}
CANDIDATES: Final = 2
"""How many candidates are named for an objective that nothing answers."""
_LONG: Final = 210
_NO_GOALS: Final = "Sasaran belum dicatat, jadi yang dihitung misinya."
_KINDS: Final = frozenset({MISSION, AIM, GOAL, PROGRAM})
_ORDER: Final = {name: place for place, name in enumerate((*DEGREES, ""))}


@dataclass(frozen=True, slots=True)
class Alignment:
    """One link as it is stored."""

    id: RowId = NO_ROW
    subject: RowId = NO_ROW
    target: RowId = NO_ROW
    degree: str = ""
    reason: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a program: to what, how strongly and why; ``degree`` is empty where nobody said it."""

    target: RowId
    degree: str = ""
    reason: str = ""
    evidence: str = ""

    @property
    def degree_words(self) -> str:
        """``Kuat``, or that nobody has said it."""
        return DEGREE_WORDS.get(self.degree, UNGRADED)


@dataclass(frozen=True, slots=True)
class Subject:
    """One program that is held against the plan of the region.

    ``points`` are its links to points of the RPJMD, the strongest first, ``lines`` those to programs of a
    Renstra. ``dimension`` and ``subdimension`` are codes, ``sdg`` whole numbers from 1 to 17.
    """

    id: RowId = NO_ROW
    kind: str = INITIATIVES
    name: str = ""
    code: str = ""
    dimension: str = ""
    subdimension: str = ""
    opd: str = ""
    text: str = ""
    indicators: tuple[str, ...] = ()
    points: tuple[Link, ...] = ()
    lines: tuple[Link, ...] = ()
    sdg: tuple[int, ...] = ()
    spbe: tuple[str, ...] = ()
    grade: str = ""
    innovation: tuple[str, ...] = ()
    ict: str = ""

    @property
    def called(self) -> str:
        """Its name with the code it has in its plan."""
        return f"{self.code} {self.name}".strip()

    @property
    def evidence_words(self) -> str:
        """What its evidence is worth, else what that of its links is; empty where nobody said it."""
        grades = [self.grade] if self.grade else [one.evidence for one in (*self.points, *self.lines)]
        return ", ".join(dict.fromkeys(EVIDENCE_WORDS[one] for one in grades if one in EVIDENCE_WORDS))

    def link(self, target: str) -> Link | None:
        """Return its link to a point or line."""
        return next((item for item in (*self.points, *self.lines) if item.target == target), None)


def links(simple: Iterable[RowId], stored: Iterable[Alignment]) -> tuple[Link, ...]:
    """Return the links of one program, each target once, the strongest first."""
    found = {row: Link(row) for row in simple}
    for item in stored:
        found[item.target] = Link(item.target, item.degree, item.reason, item.evidence)
    return tuple(sorted(found.values(), key=lambda item: _ORDER.get(item.degree, len(_ORDER))))


# The plan of the region ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FramePoint:
    """One point of the RPJMD or RPD with its number (``2.1``), indicators and agencies in charge."""

    id: RowId
    kind: str
    text: str
    number: str = ""
    parent: RowId = NO_ROW
    page: str = ""
    indicators: tuple[str, ...] = ()
    opds: tuple[RowId, ...] = ()

    @property
    def short(self) -> str:
        """``Sasaran 2.1``."""
        return f"{word_of(self.kind)} {self.number}".strip()

    @property
    def called(self) -> str:
        """``Sasaran 2.1 Layanan daring naik``."""
        return f"{self.short} {' '.join(self.text.split())}".strip()


class Frame:
    """The points of the RPJMD or RPD as a tree, in its order; vision and issues are not part of it."""

    def __init__(
        self,
        points: Sequence[PlanPoint],
        indicators: Mapping[RowId, Sequence[str]] | None = None,
        opds: Mapping[RowId, Sequence[RowId]] | None = None,
    ) -> None:
        """Build the tree; ``indicators`` are names and ``opds`` agencies in charge, both by point."""
        told, charged = indicators or {}, opds or {}
        listed = [item for item in outline(points) if item.point.kind in _KINDS]
        known = {item.point.id for item in listed}
        self.points: tuple[FramePoint, ...] = tuple(
            FramePoint(
                item.point.id,
                item.point.kind,
                item.point.text,
                item.number,
                item.point.parent if item.depth and item.point.parent in known else NO_ROW,
                item.point.page,
                tuple(told.get(item.point.id, ())),
                tuple(charged.get(item.point.id, ())),
            )
            for item in listed
        )
        self.by_id: Mapping[str, FramePoint] = {item.id: item for item in self.points}
        self._chains = {item.id: self._chain(item.id) for item in self.points}
        under: dict[str, set[RowId]] = {}
        for row, chain in self._chains.items():
            for step in chain:
                under.setdefault(step.id, set()).add(row)
        self._below: Mapping[str, frozenset[RowId]] = {row: frozenset(own) for row, own in under.items()}

    @property
    def asked(self) -> str:
        """What has to be answered: objectives, else missions where no objective is known."""
        kinds = {item.kind for item in self.points}
        return GOAL if GOAL in kinds else MISSION if MISSION in kinds else GOAL

    @property
    def goals(self) -> tuple[FramePoint, ...]:
        """The points that have to be answered, in their order."""
        return tuple(item for item in self.points if item.kind == self.asked)

    def chain(self, row: str) -> tuple[FramePoint, ...]:
        """Return a point with all above it, the highest first; empty for what is no point of the plan."""
        return self._chains.get(RowId(row), ())

    def _chain(self, row: RowId) -> tuple[FramePoint, ...]:
        found: list[FramePoint] = []
        at: FramePoint | None = self.by_id[row]
        while at is not None and at not in found:
            found.append(at)
            at = self.by_id.get(at.parent)
        return tuple(reversed(found))

    def chain_words(self, row: str) -> str:
        """Return where a point stands: ``Misi 2``, ``Tujuan 2.1``, ``Sasaran 2.1.1`` with a mark between."""
        return THEN.join(item.short for item in self.chain(row))

    def mission(self, row: str) -> FramePoint | None:
        """Return the mission that a point stands under, itself where it is one."""
        return next((item for item in self.chain(row) if item.kind == MISSION), None)

    def below(self, row: str) -> frozenset[RowId]:
        """Return a point and all that stand under it."""
        return self._below.get(row, frozenset())

    def in_charge(self, row: str) -> tuple[RowId, ...]:
        """Return the agencies in charge of a point: its own, else those of the points under it."""
        own = self.by_id[row].opds if row in self.by_id else ()
        under = self.below(row)
        others = (opd for item in self.points if item.id in under for opd in item.opds)
        return own or tuple(dict.fromkeys(others))


# What stands, and what is missing --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Candidate:
    """A program that may answer an objective: how likely (0 to 1), how strongly, and why."""

    subject: RowId
    target: RowId
    degree: str = ""
    reason: str = ""
    score: float = 0.0

    @property
    def key(self) -> str:
        """What tells it apart from all others."""
        return f"{self.subject}|{self.target}"


@dataclass(frozen=True, slots=True)
class Hints:
    """SDG and SPBE that a sub-dimension or a kind of innovation usually serves; proposals, never more."""

    sdg: tuple[int, ...] = ()
    spbe: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is proposed."""
        return bool(self.sdg or self.spbe)


@dataclass(frozen=True, slots=True)
class Missions:
    """How far one mission is answered: ``done`` of ``total`` of its objectives, by how many programs.

    Where it has to be answered itself, as no objective is known, it ``is_asked``.
    """

    id: RowId
    name: str
    total: int
    done: int
    programs: int
    is_asked: bool = False

    @property
    def told(self) -> str:
        """``3 dari 5 terjawab, 7 program``."""
        if self.is_asked:
            return f"{number(self.programs)} program" if self.programs else "Belum"
        return f"{number(self.done)} dari {number(self.total)} terjawab, {number(self.programs)} program"


@dataclass(frozen=True, slots=True)
class AlignmentBoard:
    """The plan of the region with all that answers it.

    ``candidates`` are proposals by program, the likeliest first. ``names`` are agencies by their short name,
    ``programs`` all programs of plans by the words they are chosen by, ``hints`` by program.
    """

    what: str = INITIATIVES
    frame: Frame = field(default_factory=lambda: Frame(()))
    subjects: tuple[Subject, ...] = ()
    candidates: Mapping[RowId, tuple[Candidate, ...]] = field(default_factory=dict)
    hints: Mapping[RowId, Hints] = field(default_factory=dict)
    names: Mapping[RowId, str] = field(default_factory=dict)
    programs: Mapping[RowId, str] = field(default_factory=dict)
    sdg: Mapping[int, str] = field(default_factory=dict)
    is_rpd: bool = False

    def subject(self, row: str) -> Subject | None:
        """Return a program by its row."""
        return next((item for item in self.subjects if item.id == row), None)

    def answers(self, row: str) -> tuple[Subject, ...]:
        """Return the programs that answer a point or one under it."""
        under = self.frame.below(row)
        return tuple(item for item in self.subjects if any(one.target in under for one in item.points))

    @property
    def answered(self) -> frozenset[RowId]:
        """The points that have to be answered and are: by a link to them or to one under them."""
        linked = {one.target for item in self.subjects for one in item.points}
        return frozenset(
            one.id for row in linked for one in self.frame.chain(row) if one.kind == self.frame.asked
        )

    @property
    def unanswered(self) -> tuple[FramePoint, ...]:
        """The points that have to be answered and are not, in their order."""
        done = self.answered
        return tuple(item for item in self.frame.goals if item.id not in done)

    @property
    def loose(self) -> tuple[Subject, ...]:
        """The programs that answer nothing that has to be answered."""
        asked = {self.frame.asked}
        return tuple(
            item
            for item in self.subjects
            if not any(
                any(step.kind in asked for step in self.frame.chain(one.target)) for one in item.points
            )
        )

    def candidates_for(self, row: str) -> tuple[Candidate, ...]:
        """Return the likeliest programs for a point that nothing answers."""
        under = self.frame.below(row)
        found = [item for own in self.candidates.values() for item in own if item.target in under]
        best: dict[RowId, Candidate] = {}
        for item in sorted(found, key=lambda one: -one.score):
            best.setdefault(item.subject, item)
        return tuple(best.values())[:CANDIDATES]

    @property
    def missions(self) -> tuple[Missions, ...]:
        """How far each mission is answered; what stands under none comes last under a name of its own."""
        done = self.answered
        homes: dict[RowId, list[FramePoint]] = {
            item.id: [] for item in self.frame.points if item.kind == MISSION
        }
        for item in self.frame.goals:
            home = self.frame.mission(item.id)
            homes.setdefault(home.id if home else NO_ROW, []).append(item)
        return tuple(
            Missions(
                row,
                self.frame.by_id[row].called if row else self.no_mission,
                len(goals),
                sum(1 for item in goals if item.id in done),
                len({one.id for item in goals for one in self.answers(item.id)}),
                self.frame.asked == MISSION,
            )
            for row, goals in homes.items()
            if goals
        )

    @property
    def no_mission(self) -> str:
        """What objectives without a mission stand under."""
        return "Sasaran RPD" if self.is_rpd else "Tanpa misi"

    @property
    def told(self) -> str:
        """How many programs answer anything, and how many points are answered, in a sentence."""
        goals, asked = self.frame.goals, KIND_WORDS[self.frame.asked].lower()
        what = WHAT_WORDS[self.what]
        loose = len(self.loose)
        first = (
            f"{number(len(self.subjects))} {what}: {number(len(self.subjects) - loose)} terkait {asked}, "
            f"{number(loose)} belum."
        )
        done = len(goals) - len(self.unanswered)
        told = f"{first} {number(done)} dari {number(len(goals))} {asked} terjawab." if goals else first
        return f"{told} {_NO_GOALS}" if self.frame.asked == MISSION else told

    def point_words(self, link: Link, *, long: bool = False) -> str:
        """Return a link in words: ``Sasaran 2.1 (kuat)``, with its text where it is to be ``long``."""
        point = self.frame.by_id.get(link.target)
        if point is None:
            return ""
        told = shortened(point.called, _LONG) if long else point.short
        return f"{told} ({link.degree_words.lower()})"

    def points_of(self, item: Subject, *kinds: str) -> tuple[Link, ...]:
        """Return the links of a program to points of these kinds."""
        return tuple(
            one
            for one in item.points
            if one.target in self.frame.by_id and self.frame.by_id[one.target].kind in kinds
        )


def spbe_words(keys: Iterable[str]) -> str:
    """Return domains of SPBE in words, in their order."""
    known = set(keys)
    return ", ".join(SPBE_WORDS[key] for key in SPBE if key in known)


def hints_of(item: Subject, table: Mapping[tuple[str, str], Hints], name_of: Callable[[str], str]) -> Hints:
    """Return what is proposed for a program that has none yet: SDG by its sub-dimension, SPBE by both.

    SPBE is proposed only where the program needs digital means.

    ``table`` is by ("subdimension", code of the usual set) or ("innovation", kind); ``name_of`` turns the
    code of a sub-dimension of this workshop into that of the usual set, empty where there is none.
    """
    home = table.get(("subdimension", name_of(item.subdimension)), Hints())
    spbe: set[str] = set()
    if item.ict == "ya" or "aplikasi" in item.innovation:
        own = (table.get(("innovation", kind), Hints()) for kind in item.innovation)
        spbe = {*home.spbe, *(key for hints in own for key in hints.spbe)}
    return Hints(
        () if item.sdg else home.sdg,
        () if item.spbe else tuple(key for key in SPBE if key in spbe),
    )
