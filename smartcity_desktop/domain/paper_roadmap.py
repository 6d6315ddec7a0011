"""Road map and action plan as they are printed: a picture that is glued together, tables, lists by head."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.action_plan import HEAD_WORDS, ActionFilter, ActionPlan, ActionRow
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.roadmap import (
    DIMENSION,
    HORIZON,
    OPD,
    RoadFilter,
    RoadGroup,
    RoadMap,
    RoadParty,
    RoadProgram,
    groups,
)
from smartcity_desktop.domain.roadmap_clash import Clash, clashes, marked
from smartcity_desktop.domain.wording import label, number

PICTURE: Final = "peta-jalan-gambar"
TABLE: Final = "peta-jalan-tabel"
ACTIONS: Final = "rencana-aksi"
LOOSE: Final = "lepas"
A3: Final = "a3"
"""The picture on pages of their own, and on A3: all other choices are glued together."""
ALL_HEADS: Final = "semua"
PICTURE_CHOICES: Final = (
    (DIMENSION, "Ditempel, per dimensi"),
    (OPD, "Ditempel, per OPD"),
    (HORIZON, "Ditempel, per jangka"),
    (LOOSE, "Lembar lepas, per dimensi"),
    (A3, "Kertas A3, per dimensi"),
)
TABLE_CHOICES: Final = ((DIMENSION, "Per dimensi"), (OPD, "Per OPD"), (HORIZON, "Per jangka"))
ACTION_CHOICES: Final = ((ALL_HEADS, "Keempat kepala aksi"), *HEAD_WORDS.items())
ROADMAP_KINDS: Final = (
    (
        PICTURE,
        "Peta jalan (gambar)",
        "Sesudah",
        "",
        "Batang tahun ke-1 sampai ke-10 dengan titik capai, ditempel jadi satu lembar lebar",
        "",
        False,
        "roadmap",
        PICTURE_CHOICES,
    ),
    (
        TABLE,
        "Peta jalan (tabel)",
        "Sesudah",
        "",
        "Titik capai tiap tahun, OPD, sumber dana, biaya, dan yang perlu dilihat",
        "",
        False,
        "roadmap",
        TABLE_CHOICES,
    ),
    (
        ACTIONS,
        "Rencana aksi",
        "Sesudah",
        "",
        "Aksi per kepala: keluaran, hasil, target, waktu, OPD, biaya, sumber dana",
        "",
        False,
        "roadmap",
        ACTION_CHOICES,
    ),
)
"""The kinds of print, as ``print_kinds.PrintKind`` takes them."""
WAY_TITLES: Final = {
    DIMENSION: "Peta jalan per dimensi",
    OPD: "Peta jalan per OPD",
    HORIZON: "Peta jalan per jangka",
}
_PART: Final = "|"
_EVERY: Final = RoadFilter()
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class RoadPaper:
    """A road map as one print: grouped ``way``, how its pages hang together, what does not fit.

    ``wanted`` are the programs that are printed; ``is_glued`` pages are put together to one sheet; ``on_a3``
    ones are A3 whatever the paper of the event.
    """

    way: str = DIMENSION
    road: RoadMap = field(default_factory=RoadMap)
    wanted: RoadFilter = _EVERY
    groups: tuple[RoadGroup, ...] = ()
    clashes: tuple[Clash, ...] = ()
    is_picture: bool = False
    is_glued: bool = False
    on_a3: bool = False

    @property
    def marked(self) -> frozenset[RowId]:
        """The programs with a sign behind their name."""
        return marked(self.clashes)

    @property
    def title(self) -> str:
        """What stands above it."""
        return WAY_TITLES[self.way]

    @property
    def programs(self) -> tuple[RoadProgram, ...]:
        """The programs that are printed."""
        return tuple(item for group in self.groups for item in group.programs)

    @property
    def is_part(self) -> bool:
        """Whether programs are left out."""
        return self.wanted != _EVERY

    def part_words(self, say: Say) -> str:
        """Return in a sentence which programs are printed where not all are, empty otherwise."""
        told = _wanted_words(self.wanted, self.road.dimensions, self.road.opds, say)
        count = f"{number(len(self.programs))} dari {number(len(self.road.programs))}"
        return f"Hanya {count} program: {told}." if told else ""


@dataclass(frozen=True, slots=True)
class ActionPaper:
    """The action plan as one print: under these heads, an empty one for actions that stand under none.

    ``wanted`` are the actions that are printed, ``rows``.
    """

    plan: ActionPlan = field(default_factory=ActionPlan)
    heads: tuple[str, ...] = ()
    is_whole: bool = True
    wanted: RoadFilter = _EVERY
    rows: tuple[ActionRow, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether actions are left out that stand under these heads."""
        return self.wanted != _EVERY

    def part_words(self, say: Say) -> str:
        """Return in a sentence which actions are printed where not all are, empty otherwise."""
        told = _wanted_words(self.wanted, self.plan.dimensions, self.plan.opds, say)
        count = f"{number(len(self.rows))} dari {number(len(self.plan.said))}"
        return f"Hanya {count} aksi: {told}." if told else ""


def choice_of(way: str, wanted: RoadFilter) -> str:
    """Return the answer that asks for a print of the wanted programs or actions alone; ``way`` for all.

    Words are told by the hexadecimal figures of their letters: an answer holds no blanks.
    """
    if wanted == _EVERY:
        return way
    words = " ".join(wanted.words.split()).encode().hex()
    return _PART.join((way, wanted.dimension, wanted.opd, wanted.horizon, words))


def asked(choice: str) -> tuple[str, RoadFilter]:
    """Return the way and the filter of an answer; all are wanted where it is one of the usual choices."""
    way, *told = choice.split(_PART)
    try:
        dimension, opd, horizon, words = told
        return way, RoadFilter(dimension, opd, horizon, bytes.fromhex(words).decode())
    except ValueError:
        return way, _EVERY


def _wanted_words(
    wanted: RoadFilter, dimensions: Sequence[RoadParty], opds: Sequence[RoadParty], say: Say
) -> str:
    told = (
        (say("dimensi"), _called(dimensions, wanted.dimension)),
        (say("OPD"), _called(opds, wanted.opd)),
        ("jangka", label("horizon_long", wanted.horizon) if wanted.horizon else ""),
        ("memuat", f"“{wanted.words}”" if wanted.words else ""),
    )
    return ", ".join(f"{name} {value}" for name, value in told if value)


def _called(parties: Sequence[RoadParty], row: str) -> str:
    return next((item.called for item in parties if row and item.id == row), "")


def road_paper(road: RoadMap, choice: str, *, is_picture: bool) -> RoadPaper:
    """Return a road map as it is asked for; an unknown choice is the first."""
    choice, wanted = asked(choice)
    way = choice if choice in WAY_TITLES else DIMENSION
    on_a3, is_loose = choice == A3, choice == LOOSE
    shown = groups(road, way, wanted)
    rows = {item.id for group in shown for item in group.programs}
    return RoadPaper(
        way,
        road,
        wanted,
        shown,
        tuple(item for item in clashes(road) if wanted == _EVERY or rows.intersection(item.programs)),
        is_picture,
        is_picture and not (on_a3 or is_loose),
        on_a3,
    )


def action_paper(plan: ActionPlan, choice: str) -> ActionPaper:
    """Return the action plan of one head, or of all that have actions."""
    head, wanted = asked(choice)
    is_whole = head not in HEAD_WORDS
    kept = ActionFilter("" if is_whole else head, wanted.dimension, wanted.opd, "", wanted.words)
    rows = tuple(item for item in plan.shown(kept) if item.text.strip())
    used = {item.head for item in rows}
    heads = tuple(one for one in (*HEAD_WORDS, "") if one in used or (one and wanted == _EVERY))
    return ActionPaper(plan, heads if is_whole else (head,), is_whole, wanted, rows)
