"""What the hall may see: one slide of the projector at a time, in frozen values that hold nothing else.

A slide is a whitelist. Numbers of people, notes for the team and whatever belongs to the program have no
field here. Every word that comes in is looked through once more, so that a number or a path somebody typed
into a title or a decision does not reach the hall either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Final

from smartcity_desktop.domain.attendance import percent
from smartcity_desktop.domain.hall_seen import Seen
from smartcity_desktop.domain.ids import NO_ROW, RowId

BLOCK, GROUPS, STATES, QUEUE, GUIDE = "block", "groups", "states", "queue", "guide"
TEXT, PHOTO, REVIEW, FUNNEL, HELIX = "text", "photo", "review", "funnel", "helix"
QUICKWIN: Final = "quickwin"
VOTE: Final = "vote"
VISION: Final = "vision"
READINESS: Final = "readiness"
SWOT: Final = "swot"
SPREAD: Final = "spread"
MATRIX: Final = "matrix"
MONEY: Final = "money"
SHARED: Final = "shared"
ALIGNMENT: Final = "alignment"
PROGRESS: Final = "progress"
ROADMAP: Final = "roadmap"
PROGRAMS: Final = "programs"
KINDS: Final = {
    BLOCK: "Jam dan acara",
    GROUPS: "Pembagian kelompok",
    STATES: "Keadaan kelompok",
    QUEUE: "Urutan presentasi",
    GUIDE: "Petunjuk kertas kerja",
    TEXT: "Teks",
    PHOTO: "Foto",
    REVIEW: "Ulasan hari",
    FUNNEL: "Dari Renstra ke quick win",
    HELIX: "Unsur peserta",
    QUICKWIN: "Hasil quick win",
    VOTE: "Pemungutan suara",
    VISION: "Visi dan misi",
    READINESS: "Hasil kesiapan",
    SWOT: "Hasil SWOT",
    SPREAD: "Sebaran program",
    MATRIX: "OPD dan dimensi",
    MONEY: "Pagu per dimensi",
    SHARED: "Program lintas OPD",
    ALIGNMENT: "Keselarasan RPJMD",
    PROGRESS: "Progres quick win",
    ROADMAP: "Peta jalan",
    PROGRAMS: "Program Smart City",
}
"""Every kind of slide with its words, in the order in which they are offered."""
_BLOCKS: Final = frozenset({"session", "turn", "workshop", "stage"})
_TABLES: Final = frozenset({"group", "grouping", "seat", "person", "opd", "dimension"})
MADE_OF: Final = {
    BLOCK: _BLOCKS,
    GROUPS: _TABLES,
    STATES: _BLOCKS | _TABLES,
    QUEUE: _BLOCKS | _TABLES,
    GUIDE: _BLOCKS | _TABLES | {"worksheet"},
    TEXT: frozenset({"paper_text"}),
    PHOTO: frozenset({"photo"}),
    REVIEW: frozenset({"note", "photo", "attendance"}) | _BLOCKS,
    FUNNEL: frozenset({"analysis", "document", "renstra_line"}),
    HELIX: frozenset({"person", "attendance"}),
    QUICKWIN: frozenset({"candidate", "score", "criterion", "assessor", "opd", "dimension"}),
    VOTE: frozenset({"vote", "vote_item"}),
    READINESS: frozenset({"readiness", "worksheet_part", "sheet_item"}),
    SWOT: frozenset({"factor", "worksheet", "opd", "dimension"}),
    SPREAD: frozenset({"analysis", "document", "renstra_line", "dimension"}),
    MATRIX: frozenset({"analysis", "document", "renstra_line", "dimension", "opd"}),
    MONEY: frozenset({"analysis", "document", "renstra_line", "dimension"}),
    SHARED: frozenset({"shared_program", "opd", "document", "renstra_line", "initiative"}),
    ALIGNMENT: frozenset({"alignment", "plan_point", "initiative", "analysis", "document", "renstra_line"}),
    PROGRAMS: frozenset({"initiative", "dimension", "subdimension", "opd"}),
    ROADMAP: frozenset({"initiative", "milestone", "action", "dimension", "opd"}),
    PROGRESS: frozenset({"quickwin", "quickwin_month", "candidate", "opd", "dimension"}),
    VISION: frozenset({"adoption", "adopted_text", "plan_point", "dimension"}),
}
"""What a slide is read again for. The counts of a review are not read at every cell that is typed."""
COUNTS_DOWN, TELLS_TIME = "left", "day"
"""Modes of a clock: time left, or the time of day; empty for no clock."""
CALM, GOOD, WARNING, ERROR = "calm", "good", "warning", "error"
_SPOKEN: Final = 2_000


@dataclass(frozen=True, slots=True)
class Ticking(Seen):
    """A clock as it stood when the slide was made: it goes on in the hall without anybody being asked.

    ``seconds`` are left (negative when over) of ``whole``, or have passed since midnight; one that ``stands``
    does not go on. ``below`` says when it ends.
    """

    mode: str = ""
    seconds: int = 0
    whole: int = 0
    stands: bool = False
    below: str = ""


@dataclass(frozen=True, slots=True)
class Badge(Seen):
    """A group as the hall knows it: its name, the code of a dimension with its colour, its table and room."""

    name: str = ""
    code: str = ""
    color: str = ""
    table: str = ""
    room: str = ""

    @property
    def table_words(self) -> str:
        """``Meja 3``; a table with a word of its own is called by it."""
        return self.table if not self.table or self.table[:1].isalpha() else f"Meja {self.table}"

    @property
    def place(self) -> str:
        """``Meja 3 · Ruang Rapat A``, empty where nothing is known that the name does not say."""
        parts = (self.table_words, self.room)
        return " · ".join(part for part in parts if part and part.casefold() != self.name.casefold())


@dataclass(frozen=True, slots=True)
class TableGroup(Seen):
    """Who sits at a table: agencies and names, nothing else about anybody."""

    badge: Badge = Badge()
    chair: str = ""
    opds: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StateLine(Seen):
    """How far a group is, in words; ``tone`` is ``good`` where it is done, ``warning`` while it works."""

    badge: Badge = Badge()
    words: str = ""
    tone: str = CALM


@dataclass(frozen=True, slots=True)
class TurnLine(Seen):
    """A group in the queue: its place from 1, and what it does now."""

    badge: Badge = Badge()
    place: int = 0
    words: str = ""
    is_now: bool = False
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Figure(Seen):
    """A count with its words; ``code`` and ``color`` where it is one of a dimension."""

    words: str = ""
    count: int = 0
    code: str = ""
    color: str = ""


def shares(figures: Sequence[Figure]) -> tuple[str, ...]:
    """Return what part of all each count is, as it is said everywhere else: ``72,7%``; empty without any."""
    whole = sum(item.count for item in figures)
    return tuple(percent(item.count / whole) if whole else "" for item in figures)


@dataclass(frozen=True, slots=True)
class BlockBody(Seen):
    """A block of the agenda: what the hall is told of it, who speaks, what follows, in which room."""

    public: str = ""
    speaker: str = ""
    follows: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class GroupsBody(Seen):
    """Who sits where."""

    groups: tuple[TableGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class StatesBody(Seen):
    """How far the groups are."""

    lines: tuple[StateLine, ...] = ()


@dataclass(frozen=True, slots=True)
class QueueBody(Seen):
    """Who speaks, and in which order."""

    lines: tuple[TurnLine, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideBody(Seen):
    """How a worksheet is filled: its steps, its guide questions, and how far the groups are."""

    steps: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    lines: tuple[StateLine, ...] = ()


@dataclass(frozen=True, slots=True)
class TextBody(Seen):
    """A text typed for the hall."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class PhotoBody(Seen):
    """A photo (JPEG bytes) with its caption."""

    content: bytes = field(default=b"", repr=False)
    caption: str = ""


@dataclass(frozen=True, slots=True)
class ReviewBody(Seen):
    """A day in short: decisions, what every group wrote, follow-ups, who came, photos (JPEG bytes)."""

    decisions: tuple[str, ...] = ()
    groups: tuple[Figure, ...] = ()
    follow_ups: int = 0
    present: tuple[Figure, ...] = ()
    photos: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class FunnelBody(Seen):
    """From all programs to the few: every step with its count."""

    steps: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class HelixBody(Seen):
    """How many of each unsur take part, or came."""

    parts: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class RankBody(Seen):
    """Candidates by their place with their total and decision in words, and what is told below them."""

    lines: tuple[TurnLine, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissionLine(Seen):
    """A mission with what it serves."""

    text: str = ""
    ties: str = ""


@dataclass(frozen=True, slots=True)
class VisionBody(Seen):
    """A vision and its missions, each with what it serves in a quiet line (empty where it serves nothing)."""

    vision: str = ""
    missions: tuple[MissionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MeanLine(Seen):
    """A mean with its words and condition; ``share`` is what part of the highest score it is, 0 to 1."""

    figure: str = ""
    words: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class MeansBody(Seen):
    """Means as bars, and what is told below them."""

    lines: tuple[MeanLine, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SumLine(Seen):
    """What one dimension comes to: its code with its colour, the figure, and words beside it.

    ``share`` is what part of the largest figure it is, 0 to 1.
    """

    figure: str = ""
    words: str = ""
    code: str = ""
    color: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class SumsBody(Seen):
    """Sums beside their bars, one line each so that all are seen at once, and what is told below them."""

    lines: tuple[SumLine, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoadLine(Seen):
    """One program on the road map: its name, from which year of the ten to which (0 for none), its fill.

    ``words`` stand in the bar; one that is ``guessed`` has only its horizon.
    """

    name: str = ""
    first: int = 0
    last: int = 0
    fill: str = ""
    words: str = ""
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class RoadBody(Seen):
    """Programs as bars over ten years, the years above them on every page, and what is told below."""

    years: tuple[str, ...] = ()
    lines: tuple[RoadLine, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixLine(Seen):
    """One line of a matrix: what it is called, its figure in every column (empty for none), and its sum."""

    name: str = ""
    cells: tuple[Figure, ...] = ()
    whole: str = ""


@dataclass(frozen=True, slots=True)
class MatrixBody(Seen):
    """Counts of lines beside columns, each column by its code and colour; ``sums`` stands below them."""

    heads: tuple[Badge, ...] = ()
    lines: tuple[MatrixLine, ...] = ()
    sums: MatrixLine = MatrixLine()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Factors(Seen):
    """The factors of one kind under their head."""

    head: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SwotBody(Seen):
    """The factors of a sheet by kind, and what they come to.

    ``point`` is where it lies in the quadrants, x and y from -1 to 1; None where there are none.
    """

    parts: tuple[Factors, ...] = ()
    told: tuple[str, ...] = ()
    point: tuple[float, float] | None = None


Body = (
    BlockBody
    | GroupsBody
    | StatesBody
    | QueueBody
    | GuideBody
    | TextBody
    | PhotoBody
    | ReviewBody
    | FunnelBody
    | HelixBody
    | RankBody
    | VisionBody
    | MeansBody
    | SumsBody
    | RoadBody
    | MatrixBody
    | SwotBody
)


@dataclass(frozen=True, slots=True)
class Slide(Seen):
    """One slide: a quiet line, a title, a clock where one runs, and what stands below.

    ``about`` names the row it was made from. ``note`` is said in the place of an empty body.
    """

    KEPT = frozenset({"kind", "about"})

    kind: str = TEXT
    about: str = ""
    eyebrow: str = ""
    title: str = ""
    clock: Ticking = Ticking()
    body: Body = TextBody()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A slide that can be shown now: its kind, what it is about, and its words in a list."""

    kind: str
    about: str = ""
    words: str = ""
    hint: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the slide is asked for by."""
        return self.kind, self.about


@dataclass(frozen=True, slots=True)
class Place:
    """Where the laptop stands when a slide is asked for: the stage, an ISO day, a moment where one is known.

    Without a day it is that of the running block, else today; without a moment the clock of the laptop tells.
    """

    stage: RowId = NO_ROW
    day: str = ""
    at: datetime | None = None


def texts(value: object) -> Iterator[str]:
    """Yield every text of a slide that is painted, in order."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif isinstance(value, Figure):
        yield " ".join(part for part in (str(value.count), value.words, value.code) if part)
    elif isinstance(value, Seen):
        hidden = value.KEPT | {"tone", "mode", "color"}
        for item in fields(value):  # type: ignore[arg-type]  # every heir is a dataclass
            if item.name not in hidden:
                yield from texts(getattr(value, item.name))


def spoken(slide: Slide) -> str:
    """Return a slide as one text, for whoever hears it instead of seeing it."""
    return ". ".join(text.rstrip(".") for text in texts(slide))[:_SPOKEN]


def pictures(slide: Slide) -> tuple[bytes, ...]:
    """Return the photos of a slide, each a JPEG."""
    body = slide.body
    if isinstance(body, PhotoBody):
        return (body.content,) if body.content else ()
    return body.photos if isinstance(body, ReviewBody) else ()


def is_empty(slide: Slide) -> bool:
    """Tell whether nothing but its head can be shown."""
    return not any(True for _ in texts(slide.body)) and not pictures(slide)
