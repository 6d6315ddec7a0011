"""Queries: both readings of one plan beside each other."""

from dataclasses import dataclass

from smartcity_desktop.domain.analysis import Analysis
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_program import PlanProgram
from smartcity_desktop.domain.second import KIND, SecondBoard, SecondLine, Tag, decided
from smartcity_desktop.storage.analysis import analyses
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.plan_program import programs
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.verdict import verdicts

ENTITY = "second_tag"


@dataclass(frozen=True, slots=True)
class SecondTag:
    """One stored second reading."""

    id: RowId = NO_ROW
    line: RowId = NO_ROW
    reader: str = ""
    relevant: str = ""
    dimension: RowId = NO_ROW
    subdimension: RowId = NO_ROW
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One second reading of one plan: whose plan, who read, how many programs of how many."""

    opd: RowId
    opd_name: str
    reader: str
    done: int
    total: int
    differing: int
    open: int


def second_tags(db: Database) -> list[SecondTag]:
    """Return every stored second reading."""
    return fetch(db, SecondTag, ENTITY, order="id")


class Readings:
    """Reads for all of them what each asks for, once."""

    def __init__(self, db: Database) -> None:
        """Read plans, readings and decisions."""
        self._read = analyses(db)
        self._places = tuple(dimensions(db)), tuple(subdimensions(db))
        self._names = {item.id: item for item in opds(db)}
        self._plans: dict[RowId, list[PlanProgram]] = {}
        for item in programs(db):
            self._plans.setdefault(item.opd, []).append(item)
        self._tags: dict[RowId, list[SecondTag]] = {}
        for tag in second_tags(db):
            self._tags.setdefault(tag.line, []).append(tag)
        self._said: dict[RowId, dict[str, str]] = {}
        for verdict in verdicts(db, {KIND}):
            self._said.setdefault(verdict.subject, {})[verdict.value] = verdict.state

    def board(self, opd: RowId, reader: str) -> SecondBoard:
        """Return the programs of one plan as they were read first and by this second reader."""
        lines = self._plans.get(opd, [])
        agency = self._names.get(opd)
        return SecondBoard(
            opd,
            agency.name if agency else "",
            reader,
            tuple(self._readers(opd)),
            tuple(self._line(item, place, reader) for place, item in enumerate(lines, start=1)),
            *self._places,
        )

    def begun(self) -> list[Reading]:
        """Return every second reading that was begun, by agency as they are listed."""
        found: list[Reading] = []
        for agency in self._names.values():
            for reader in self._readers(agency.id):
                own = self.board(agency.id, reader)
                counts = own.done, len(own.lines), len(own.differing), own.open
                found.append(Reading(agency.id, agency.called, reader, *counts))
        return found

    def plans(self) -> list[tuple[RowId, str, int]]:
        """Return the agencies whose plan has programs: row, name, how many."""
        return [
            (row, item.name, len(self._plans[row])) for row, item in self._names.items() if row in self._plans
        ]

    def _readers(self, opd: RowId) -> dict[str, None]:
        own = (tag for item in self._plans.get(opd, ()) for tag in self._tags.get(item.id, ()))
        return dict.fromkeys(tag.reader for tag in own if tag.relevant or tag.note)

    def _line(self, item: PlanProgram, place: int, reader: str) -> SecondLine:
        first = self._read.get(item.id, Analysis())
        other = next((tag for tag in self._tags.get(item.id, ()) if tag.reader == reader), SecondTag())
        line = SecondLine(
            item.id,
            place,
            item.code,
            item.name,
            Tag(first.relevant, first.dimension, first.subdimension, first.note),
            Tag(other.relevant, other.dimension, other.subdimension, other.note),
        )
        return decided(line, reader, self._said.get(item.id, {}))
