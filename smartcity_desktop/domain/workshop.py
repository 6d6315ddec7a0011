"""A workshop series of one region: identity, stages, letterhead, signers and legal basis."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartcity_desktop.domain.funnel import Funnel
from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Workshop:
    """The one row that says whose workshop this file is; words of the event are its own.

    ``load_programs`` and ``load_actions`` are how many of them an agency may carry in one year.
    """

    id: RowId = NO_ROW
    title: str = ""
    region_code: str = ""
    region_name: str = ""
    region_kind: str = ""
    province: str = ""
    zone: str = ""
    agency: str = ""
    year: int | None = None
    period_start: int | None = None
    period_end: int | None = None
    paper: str = ""
    book_preset: str = ""
    dimension_set: str = ""
    word_opd: str = ""
    word_dimension: str = ""
    word_minutes: str = ""
    ministry: str = ""
    program: str = ""
    mou: str = ""
    kop_government: str = ""
    kop_agency: str = ""
    kop_address: str = ""
    logo: str = ""
    city: str = ""
    sample: bool = False
    keep_nip: bool = False
    keep_phone: bool = False
    list_nip: bool = False
    personal_purpose: str = ""
    certificate_pattern: str = ""
    certificate_title: str = ""
    certificate_hours: int | None = None
    certificate_share: int | None = None
    data_due: str = ""
    load_programs: int | None = None
    load_actions: int | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the workshop's stages (usually four of two days each).

    ``place`` is that of every day that has none of its own in ``places`` (by ISO day); results may be mended
    until ``homework_until``.
    """

    id: RowId = NO_ROW
    pos: str = ""
    number: int | None = None
    title: str = ""
    date_start: str = ""
    date_end: str = ""
    place: str = ""
    goal: str = ""
    homework_until: str = ""
    places: Mapping[str, str] = field(default_factory=dict)

    def place_on(self, day: str) -> str:
        """Return where this stage meets on an ISO day."""
        return self.places.get(day, "") or self.place


@dataclass(frozen=True, slots=True)
class Basis:
    """One line of the "Dasar" list: a law, an agreement, a decree."""

    id: RowId = NO_ROW
    pos: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: heading (Mengetahui), prefix (Plt., Pj., a.n.), position, name with degrees, rank."""

    id: RowId = NO_ROW
    pos: str = ""
    heading: str = ""
    prefix: str = ""
    position: str = ""
    name: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Personal numbers of a person or signer, kept apart from everything else."""

    id: RowId = NO_ROW
    subject: RowId = NO_ROW
    nip: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The kop of a person's settings; ``logo`` is the coat of arms as PNG. Empty parts follow the region."""

    government: str = ""
    agency: str = ""
    address: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class NewWorkshop:
    """What the page "Bimtek baru" asks. ``stage_dates`` holds (first, last) day per stage, ISO or empty."""

    title: str
    region_code: str
    year: int
    period_start: int
    period_end: int
    dimension_set: str
    book_preset: str
    paper: str = "F4"
    word_opd: str = "OPD"
    stage_dates: tuple[tuple[str, str], ...] = ()
    place: str = ""
    sample: bool = False
    kop: Letterhead | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the event stands: funnel, what is due next, and what waits, each a sentence with its screen."""

    funnel: Funnel = field(default_factory=Funnel)
    due: tuple[tuple[str, str], ...] = ()
    people: int = 0
    """Participants of the list."""


NIP_DIGITS = 18
YEAR_RANGE = range(1990, 2101)


def is_nip(text: str) -> bool:
    """Tell whether a civil servant number has its 18 digits, blanks not counted."""
    digits = text.replace(" ", "")
    return digits.isdigit() and len(digits) == NIP_DIGITS
