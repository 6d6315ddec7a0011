"""Everything that was worked out as plain tables: one row a row, references by name, years in columns."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.choice_words import choice_word
from smartcity_desktop.domain.data_table import HANDED, PERSONAL, spaced_nip, spaced_phone
from smartcity_desktop.domain.entity import Entity, Field
from smartcity_desktop.domain.field_words import field_word, is_year
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.merging import main_field
from smartcity_desktop.domain.row_words import ROW_WORDS
from smartcity_desktop.domain.table_sheet import Kind, TableSheet
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.worksheet import choice_lines
from smartcity_desktop.storage import rows, tables
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.workshop import identities

_NAMES: Final[tuple[str, ...]] = ("short", "code", "name", "title", "text", "number")
"""Fields by which a row may be called, where it has no better one."""
_CODED: Final = frozenset({"dimension", "subdimension", "worksheet", "criterion"})
_LIKE: Final = {"analysis": "line", "quickwin": "candidate", "score": "candidate"}
"""Rows that are called after the one they are about."""
_PERSON: Final = "person"
_LONG: Final = 200
_NARROW, _USUAL, _BROAD = 12, 22, 48
_JOINED: Final = "; "
_GONE: Final = "(dihapus)"
_OWN_FIELDS: Final = (
    "SELECT DISTINCT field FROM part WHERE field LIKE 'x:%' AND val IS NOT NULL "
    "AND row IN (SELECT value FROM json_each(:rows))"
)
"""Columns that an event made beside the fields of the catalogue."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its head, kind, and the value of each row by id."""

    head: str
    kind: Kind
    values: dict[RowId, str | int]


def data_tables(db: Database, words: Words, *, personal: bool = True) -> list[TableSheet]:
    """Return every table that is handed over and has rows, in the order of the work.

    The first column is the id of the row, by which other files may refer to it. Without ``personal`` the
    tables about participants are left out.
    """
    names = _Names(db)
    found = []
    for ent, title in HANDED:
        if ent in PERSONAL and not personal:
            continue
        sheet = _table(db, CATALOG[ent], words, names, personal=personal)
        if sheet.rows:
            found.append(TableSheet(words.say(title), sheet.heads, sheet.rows, sheet.widths, sheet.kinds))
    return found


class _Names:
    """What rows are called, whatever they are, read when they are first asked for."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._of: dict[str, dict[RowId, str]] = {}
        self._any: dict[RowId, str] | None = None

    def of(self, ent: str, row: RowId, other: str = _GONE) -> str:
        """Return what a row of an entity is called, of any where that is empty; ``other`` where none is."""
        if ent:
            return self._entity(ent).get(row, other)
        if self._any is None:
            self._any = {}
            for name, _ in HANDED:
                self._any.update(self._entity(name))
        return self._any.get(row, other)

    def _entity(self, ent: str) -> dict[RowId, str]:
        if ent not in self._of:
            self._of[ent] = dict(self._read(CATALOG[ent]))
        return self._of[ent]

    def _read(self, entity: Entity) -> Iterable[tuple[RowId, str]]:
        if entity.name in _LIKE:
            field = entity.by_name[_LIKE[entity.name]]
            for row, other in _select(self._db, entity.name, ("id", field.name)):
                yield RowId(str(row)), self.of(field.ref, RowId(str(other or "")), ROW_WORDS[entity.name])
            return
        known = [item.name for item in tables.single(entity)]
        wanted = [name for name in _NAMES if name in known]
        main = main_field(entity.name) if entity.name not in _CODED else ""
        if main in known and main not in wanted:
            wanted.append(main)
        elif main in wanted and main != "number":
            wanted.remove(main)
            wanted.insert(0, main)
        for place, (row, *cells) in enumerate(_select(self._db, entity.name, ("id", *wanted)), start=1):
            nameless = f"{ROW_WORDS[entity.name]} {place}"
            text = next((str(cell) for cell in cells if cell not in {None, ""}), nameless)
            yield RowId(str(row)), " ".join(text.split())[:_LONG]


def _select(db: Database, ent: str, names: Sequence[str]) -> list[tuple[object, ...]]:
    with translated():
        return [*db.conn.execute(tables.select(ent, tuple(names), "", "pos, id")).fetchall()]


def _table(db: Database, entity: Entity, words: Words, names: _Names, *, personal: bool) -> TableSheet:
    shown = [
        item
        for item in entity.fields
        if field_word(entity.name, item.name) and (personal or not item.personal)
    ]
    plain = [item for item in shown if not item.many]
    found = _select(db, entity.name, ("id", *(item.name for item in plain)))
    ids = [RowId(str(row)) for row, *_ in found]
    columns: list[_Column] = []
    for item in shown:
        if item.many:
            columns += _spread(db, entity.name, item, words, names, ids)
        else:
            at = plain.index(item) + 1
            cells = {RowId(str(row[0])): _cell(entity.name, item, row[at], names) for row in found}
            columns.append(_Column(words.say(field_word(entity.name, item.name)), _kind(item), cells))
    columns += _own(db, entity.name, ids, words)
    if entity.name == _PERSON and personal:
        columns += _numbers(db, ids)
    filled = [item for item in columns if any(value != "" for value in item.values.values())]
    return TableSheet(
        "",
        ("ID", *_told_apart([item.head for item in filled])),
        tuple((row, *(item.values.get(row, "") for item in filled)) for row in ids),
        (_NARROW, *(_width(item) for item in filled)),
        ("text", *(item.kind for item in filled)),
    )


def _own(db: Database, ent: str, ids: Sequence[RowId], words: Words) -> list[_Column]:
    """Return the columns that worksheets of this workshop have of their own, in the order of the forms."""
    with translated():
        found = {name for (name,) in db.conn.execute(_OWN_FIELDS, {"rows": json.dumps(ids)}).fetchall()}
    made: dict[str, _Column] = {}
    for bound, label, choices in _select(db, "sheet_column", ("bound", "label", "choices")):
        name = str(bound or "")
        if name in found and name not in made:
            said = {one.value: one.words for one in choice_lines(str(choices or ""))}
            told = {
                row: _JOINED.join(said.get(text, text) for text in _ticked(values))
                for row, values in rows.parts(db, ent, name, ids).items()
            }
            made[name] = _Column(words.say(str(label or "")), "long", dict(told))
    return list(made.values())


def _ticked(values: Mapping[str, object]) -> list[str]:
    """Return what a cell of an own column holds: its one value, or the choices that were ticked."""
    return [part or str(value) for part, value in values.items()]


def _numbers(db: Database, ids: Sequence[RowId]) -> list[_Column]:
    """Return the personal numbers of participants, where they are kept; written so that none is rounded."""
    found = identities(db, ids)
    return [
        _Column("NIP", "text", {row: spaced_nip(item.nip) for row, item in found.items()}),
        _Column("Nomor HP", "text", {row: spaced_phone(item.phone) for row, item in found.items()}),
    ]


def _told_apart(heads: Sequence[str]) -> list[str]:
    """Return heads of which no two are the same."""
    told: list[str] = []
    for head in heads:
        number = sum(item == head or item.startswith(f"{head} (") for item in told)
        told.append(f"{head} ({number + 1})" if head in told else head)
    return told


def _spread(
    db: Database, ent: str, item: Field, words: Words, names: _Names, ids: Sequence[RowId]
) -> list[_Column]:
    """Return the columns of a field with several values: one a year, or one with all of them."""
    found = rows.parts(db, ent, item.name, ids)
    parts = sorted({part for values in found.values() for part in values})
    ticked = all(str(value) in {"1", part} for values in found.values() for part, value in values.items())
    is_set = item.kind in {"ref", "choice"} or ticked
    if parts and all(map(is_year, parts)) and not is_set:
        return [
            _Column(
                words.say(field_word(ent, f"{item.name}@{part}")),
                _kind(item),
                {row: _cell(ent, item, values.get(part), names) for row, values in found.items()},
            )
            for part in parts
        ]
    joined: dict[RowId, str | int] = {}
    for row, values in found.items():
        told = (_part(ent, item, part, part if is_set else value, names) for part, value in values.items())
        joined[row] = _JOINED.join(text for text in told if text)
    return [_Column(words.say(field_word(ent, item.name)), "text", joined)]


def _part(ent: str, item: Field, part: str, value: object, names: _Names) -> str:
    if item.kind in {"ref", "choice"}:
        return str(_cell(ent, item, part, names))
    told = str(value)
    return told if part in {told, "", "-"} else f"{names.of('', RowId(part), part)}: {told}"


def _cell(ent: str, item: Field, value: object, names: _Names) -> str | int:
    if value is None or value == "":
        return ""
    if item.kind == "bool":
        return "Ya" if value else "Tidak"
    if item.kind == "ref":
        return names.of(item.ref, RowId(str(value)))
    if item.kind == "choice":
        return choice_word(ent, item.name, str(value))
    if item.kind in {"int", "money"} and isinstance(value, int | float):
        return int(value)
    return str(value)


def _kind(item: Field) -> Kind:
    if item.kind == "money":
        return "money"
    if item.kind == "int":
        return "number"
    return "long" if item.kind == "long" else "text"


def _width(item: _Column) -> int:
    longest = max((len(str(value)) for value in item.values.values()), default=0)
    return min(max(longest + 2, _NARROW), _BROAD if item.kind == "long" else _USUAL * 2)
