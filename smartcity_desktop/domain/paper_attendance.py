"""The recap of attendance on paper: one day as values, with the other days of its stage beside it."""

from dataclasses import dataclass, field
from datetime import date

from smartcity_desktop.domain.attendance import Recap, Tally
from smartcity_desktop.domain.report import Signer


@dataclass(frozen=True, slots=True)
class DayTally:
    """One day of the stage: what it came to, ``number`` counting from 1."""

    number: int
    day: date | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class DeputyLine:
    """Who came in whose place: deputy with position, participant, short name of the agency."""

    deputy: str
    participant: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class MissingLine:
    """Who is not there of one agency; ``names`` in printed order."""

    agency: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttendanceRecap:
    """Everything the recap of a day says. ``days`` are all days on which anybody was marked, this one too."""

    word: str = "Rekap Kehadiran"
    title: str = ""
    day: date | None = None
    place: str = ""
    recap: Recap = field(default_factory=Recap)
    days: tuple[DayTally, ...] = ()
    deputies: tuple[DeputyLine, ...] = ()
    missing: tuple[MissingLine, ...] = ()
    guests: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
