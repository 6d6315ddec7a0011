"""The participants as a table that is edited in place and filtered; tells what was typed, stores nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people import BODIES, Person
from smartcity_desktop.domain.people_words import element_of, gender_of
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.models.row_table import CHOICES_ROLE, HINTS_ROLE, Index, RowTableModel
from ui.translate import worded

NUMBER, NAME, POSITION, PLACE, ELEMENT, BODY, GENDER, PRESENT = range(8)
HEADS: Final = ("No", "Nama", "Jabatan", "OPD / instansi", "Unsur", "Peran", "L/P", "Hari ini")
_FIELDS: Final = {
    NAME: "name",
    POSITION: "position",
    PLACE: "place",
    ELEMENT: "element",
    BODY: "body",
    GENDER: "gender",
}
_FIXED: Final = frozenset({NUMBER, PRESENT})
_STATES: Final = {"hadir": "Hadir", "diwakili": "Diwakili", "tidak": "Tidak hadir"}
_STATE_INKS: Final = {"hadir": "good", "diwakili": "info", "tidak": "warning"}
_GENDER_CHOICES: Final = (("", "(kosong)"), ("L", "L"), ("P", "P"))


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """What the table shows: participants, agencies, and who is there today (``entity.PRESENCES``)."""

    rows: Sequence[Person] = ()
    opds: Sequence[Opd] = ()
    present: Mapping[RowId, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which participants are shown: those with these words, of this agency, unsur and role.

    ``opd`` and ``body`` are None for all; an empty text means those without one.
    """

    words: str = ""
    opd: str | None = None
    element: str | None = None
    body: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether everybody is shown."""
        return not self.words.strip() and (self.opd, self.element, self.body) == (None, None, None)


class PeopleTableModel(RowTableModel[Person]):
    """One row a participant. What a person changes is shown at once and told by ``edited``."""

    heads = HEADS
    edited = Signal(str, str, object)
    """Row id, field (``place`` with the words that were typed), and the value."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._shown = PeopleTable()
        self._all: list[Person] = []
        self._names: dict[str, Opd] = {}
        self._known: dict[RowId, Opd] = {}
        self.sieve = Sieve()

    def show(self, table: PeopleTable) -> None:
        """Show other participants; what was typed and is not yet on the disk stays."""
        self._shown, self._all = table, self.with_typed(table.rows)
        self._known = {item.id: item for item in table.opds}
        self._names = {
            plain(name): item for item in reversed(table.opds) for name in (item.name, item.short) if name
        }
        self._sift()

    def filter(self, sieve: Sieve) -> None:
        """Show only some of them."""
        self.sieve = sieve
        self._sift()

    def person(self, row: int) -> Person:
        """Return the participant of a row."""
        return self.row(row)

    def people(self) -> list[Person]:
        """Return all participants as they stand, whether shown or not."""
        return list(self._all)

    def opd_of(self, person: Person) -> Opd | None:
        """Return the agency of a participant."""
        return self._known.get(person.opd)

    def place_words(self, person: Person) -> str:
        """Return where a participant comes from, shortly."""
        opd = self.opd_of(person)
        return opd.called if opd else person.institution

    def take(self, person: str, **values: object) -> None:
        """Show other values of a participant that are being stored elsewhere."""
        found = next((item for item in self._all if item.id == person), None)
        if found is None:
            return
        for name, value in values.items():
            self.keep(found, name, {name: value})
        new = replace(found, **values)  # type: ignore[arg-type] # fields of Person
        self._put(new)
        row = self.row_of(person)
        if row >= 0:
            self._rows[row] = new
            self.dataChanged.emit(self.index(row, 0), self.index(row, PRESENT))

    def give(self, row: Person, column: int, role: int) -> object:
        """Return words, the value to edit, the choices, colours and a tooltip that is not markup."""
        found = self._GIVERS.get(role)
        return found(self, row, column) if found else None

    def can_change(self, row: Person, column: int) -> bool:
        """Everything may be changed but the number and the presence."""
        del row
        return column not in _FIXED

    def field_of(self, column: int) -> str:
        """Return the field of a participant that a column shows; ``place`` is typed in words."""
        return _FIELDS[column]

    def change(self, row: Person, column: int, value: object) -> Person | None:
        """Return the participant with another text; a name is never emptied."""
        text = " ".join(str(value or "").split())
        if column == NAME:
            return replace(row, name=text) if text else None
        if column == PLACE:
            meant = self._names.get(plain(text))
            return replace(row, opd=meant.id if meant else NO_ROW, institution="" if meant else text)
        return replace(row, **{_FIELDS[column]: text})  # type: ignore[arg-type] # text fields of Person

    def tell(self, row: Person, column: int) -> None:
        """Tell what was changed; a place by its words, which may be those of an agency not known here."""
        self._put(row)
        name = self.field_of(column)
        self.edited.emit(row.id, name, self._value(row, column) if column == PLACE else getattr(row, name))

    def take_text(self, index: Index, text: str) -> bool:
        """Take a pasted text: as it is, or the choice that these words mean, as in a list that is read."""
        choices = self._choices(self._rows[index.row()], index.column())
        if not choices or index.column() == BODY:
            return self.setData(index, text)
        wanted = text.strip().casefold()
        meant = [value for value, words in choices if wanted in {words.casefold(), value.casefold()}]
        read = element_of if index.column() == ELEMENT else gender_of
        value = meant[0] if meant else read(text)
        return bool(meant or value) and self.setData(index, value)

    def _put(self, person: Person) -> None:
        self._all[next(place for place, item in enumerate(self._all) if item.id == person.id)] = person

    def _sift(self) -> None:
        self.show_rows([item for item in self._all if item.id == self.held or self._fits(item)])

    def _fits(self, person: Person) -> bool:
        sieve = self.sieve
        for wanted, stands in (
            (sieve.opd, person.opd or ("" if person.institution else "-")),
            (sieve.element, person.element),
            (sieve.body, person.body),
        ):
            if wanted is not None and wanted != stands:
                return False
        words = plain(sieve.words).split()
        if not words:
            return True
        opd = self.opd_of(person)
        agency = f"{opd.name} {opd.short}" if opd else ""
        number = str(person.number or "")
        text = plain(f"{person.name} {person.position} {person.institution} {agency} {person.body}")
        return all(word in text or word == number for word in words)

    def _words(self, person: Person, column: int) -> str:
        if column == NUMBER:
            return str(person.number or "")
        if column == PLACE:
            return self.place_words(person)
        if column == ELEMENT:
            return label("element", person.element) if person.element else ""
        if column == PRESENT:
            return _STATES.get(self._shown.present.get(person.id, ""), "")
        return str(getattr(person, _FIELDS[column]))

    def _value(self, person: Person, column: int) -> object:
        if column == PLACE:
            opd = self.opd_of(person)
            return opd.name if opd else person.institution
        return self._words(person, column) if column in _FIXED else getattr(person, _FIELDS[column])

    def _choices(self, person: Person, column: int) -> tuple[tuple[str, str], ...]:
        del person
        if column == ELEMENT:
            return (("", "(kosong)"), *((item, label("element", item)) for item in ELEMENTS))
        if column == GENDER:
            return _GENDER_CHOICES
        if column == BODY:
            own = {item.body for item in self._all if item.body} - set(BODIES)
            return (("", "(kosong)"), *((item, item) for item in (*BODIES, *sorted(own))))
        return ()

    def _hints(self, person: Person, column: int) -> tuple[str, ...]:
        del person
        return tuple(item.name for item in self._shown.opds) if column == PLACE else ()

    def _ink(self, person: Person, column: int) -> QColor | None:
        if column == NUMBER:
            return QColor(theme.color("text-soft"))
        if column == PRESENT:
            return QColor(theme.color(_STATE_INKS.get(self._shown.present.get(person.id, ""), "text-faint")))
        return None

    def _tip(self, person: Person, column: int) -> str:
        text = ""
        if column in {NAME, POSITION}:
            text = self._words(person, column)
            text += " (peserta tambahan)" if column == NAME and person.walk_in else ""
        elif column == PLACE:
            opd = self.opd_of(person)
            names = (opd.name if opd else "", person.institution)
            text = ", ".join(dict.fromkeys(name for name in names if name))
        return f"<qt>{escape(text)}</qt>" if text else ""

    def _spoken(self, person: Person, column: int) -> str:
        return f"{worded(HEADS[column])}: {self._words(person, column) or 'kosong'}"

    _GIVERS: Final[Mapping[int, Callable[["PeopleTableModel", Person, int], object]]] = {
        Qt.ItemDataRole.DisplayRole: _words,
        Qt.ItemDataRole.EditRole: _value,
        CHOICES_ROLE: _choices,
        HINTS_ROLE: _hints,
        Qt.ItemDataRole.ForegroundRole: _ink,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
    }
