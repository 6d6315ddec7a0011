"""Participants of the workshop."""

from dataclasses import dataclass

from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Person:
    """A participant; NIP and phone are kept apart (domain.workshop.Identity)."""

    id: RowId = NO_ROW
    pos: str = ""
    name: str = ""
    position: str = ""
    opd: RowId = NO_ROW
    institution: str = ""
    body: str = ""
    element: str = ""
