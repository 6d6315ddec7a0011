"""What the list of participants reads and writes at its services."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people_record import PersonalSettings
from smartcity_desktop.domain.wording import label
from smartcity_desktop.services.opd import OpdService
from smartcity_desktop.services.people import PeopleService
from ui.models.people_table import PeopleTable
from ui.translate import worded


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the list shows, read in one go."""

    table: PeopleTable = field(default_factory=PeopleTable)
    kept: PersonalSettings = field(default_factory=PersonalSettings)
    numbers: Mapping[RowId, tuple[str, str]] = field(default_factory=dict)


def read_all(people: PeopleService, opd: OpdService) -> Shown:
    """Return everything the list shows; runs on the data thread, as all of this module."""
    table = PeopleTable(tuple(people.people()), tuple(opd.opds()), people.today())
    return Shown(table, people.personal().settings, people.numbers())


def save(people: PeopleService, row: RowId, name: str, value: object) -> Changes:
    """Write what was typed into one field."""
    if name == "place":
        return people.place_text(row, str(value))
    return people.update(row, name, value if isinstance(value, str | bool) else str(value))


def told(people: PeopleService, opd: OpdService, line: str) -> tuple[str, str, bool]:
    """Return a typed line with the words of what it becomes, and whether that should be looked at."""
    found = people.tell(line)
    names = {item.id: item.called for item in opd.opds()}
    person = found.person
    parts = [person.name, person.position, names.get(person.opd, person.institution)]
    parts.append(label("element", person.element) if person.element else "")
    heavy = [item for item in found.doubts if item.weight != "told"]
    words = " · ".join(part for part in parts if part)
    return line, "; ".join([words, *(item.said(worded) for item in heavy)]), bool(heavy)


def add_line(people: PeopleService, line: str) -> Changes:
    """Add the participant that a line names."""
    _row, changes = people.add_typed(line)
    return changes
