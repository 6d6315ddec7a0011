"""Road map and action plan as they are printed: a picture that is glued together, tables, lists by head."""

from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.action_plan import HEAD_WORDS, ActionPlan
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.roadmap import DIMENSION, HORIZON, OPD, RoadGroup, RoadMap, groups
from smartcity_desktop.domain.roadmap_clash import Clash, clashes, marked

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


@dataclass(frozen=True, slots=True)
class RoadPaper:
    """A road map as one print: grouped ``way``, how its pages hang together, what does not fit.

    ``is_glued`` pages are put together to one sheet; ``on_a3`` ones are A3 whatever the paper of the event.
    """

    way: str = DIMENSION
    road: RoadMap = field(default_factory=RoadMap)
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


@dataclass(frozen=True, slots=True)
class ActionPaper:
    """The action plan as one print: under these heads, an empty one for actions that stand under none."""

    plan: ActionPlan = field(default_factory=ActionPlan)
    heads: tuple[str, ...] = ()
    is_whole: bool = True


def road_paper(road: RoadMap, choice: str, *, is_picture: bool) -> RoadPaper:
    """Return a road map as it is asked for; an unknown choice is the first."""
    way = choice if choice in WAY_TITLES else DIMENSION
    on_a3, is_loose = choice == A3, choice == LOOSE
    return RoadPaper(
        way,
        road,
        groups(road, way),
        clashes(road),
        is_picture,
        is_picture and not (on_a3 or is_loose),
        on_a3,
    )


def action_paper(plan: ActionPlan, choice: str) -> ActionPaper:
    """Return the action plan of one head, or of all that have actions."""
    if choice in HEAD_WORDS:
        return ActionPaper(plan, (choice,), is_whole=False)
    used = {item.head for item in plan.said}
    return ActionPaper(plan, tuple(head for head in (*HEAD_WORDS, "") if head or head in used))
