"""Participants of the workshop, and who was there."""

from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId

BODIES: Final = (
    "Dewan",
    "Tim Pelaksana",
    "Tim Teknis",
    "Forum",
    "Narasumber",
    "Tenaga Ahli",
    "Panitia",
    "Tamu",
)


@dataclass(frozen=True, slots=True)
class Person:
    """A participant; NIP and phone are kept apart (domain.workshop.Identity).

    ``name`` holds the titles as written; ``number`` is the participant's at the door; ``body`` is one of
    ``BODIES`` or the workshop's own word; ``element`` one of ``entity.ELEMENTS`` (penta-helix); ``gender``
    ``L`` or ``P``; ``walk_in`` came without being expected.
    """

    id: RowId = NO_ROW
    pos: str = ""
    name: str = ""
    position: str = ""
    opd: RowId = NO_ROW
    institution: str = ""
    body: str = ""
    element: str = ""
    rank: str = ""
    number: int | None = None
    gender: str = ""
    access: str = ""
    note: str = ""
    walk_in: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a participant was there on a day (``session`` empty) or in one session of it.

    ``state`` is one of ``entity.PRESENCES``, ``way`` one of ``entity.WAYS``; ``date`` an ISO day, ``at`` an
    ISO moment. Whoever came in the place of the participant is the ``deputy``.
    """

    id: RowId = NO_ROW
    person: RowId = NO_ROW
    date: str = ""
    session: RowId = NO_ROW
    state: str = ""
    at: str = ""
    way: str = ""
    deputy: str = ""
    deputy_position: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that was given a number: for the participant, or for ``holder``, the deputy who came.

    ``hours`` are lesson hours (JP); an empty ``stage`` means the whole series.
    """

    id: RowId = NO_ROW
    person: RowId = NO_ROW
    stage: RowId = NO_ROW
    holder: str = ""
    number: int | None = None
    hours: int | None = None
    made_at: str = ""
