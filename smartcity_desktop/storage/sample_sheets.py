"""The filled exercises of the sample city as edits: rows by the words of the shelf, trails by their keys."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.entity import Entity, Field
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.worksheet import BY_OPD, Worksheet
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.exercise import criteria, sheet_items, worksheet_parts
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.renstra import owners, programs
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import NO_SESSION, PER_SESSION, worksheets

_HEAD: Final = (
    *("chair", "scribe", "mentor", "status", "on_paper", "waived"),
    *("signed_by", "signed_position", "signed_on"),
)
_BESIDE: Final = frozenset({"key", "item", "line", "row", "milestones", "scores"})
_LINE: Final = "line:"

Told = Mapping[str, Any]


def head(row: RowId, item: Told, sessions: Mapping[str, RowId]) -> list[Edit]:
    """Return what fills the head of a sheet; who was there belongs to the session that is named."""
    session = sessions[item["session"]] if item.get("session") else ""
    edits: list[Edit] = [Set("sheet", row, name, item[name]) for name in _HEAD if item.get(name)]
    edits += [
        Set("sheet", row, f"{name}@{session or NO_SESSION}", item[name])
        for name in PER_SESSION
        if item.get(name)
    ]
    return [*edits, *([Set("sheet", row, f"session@{session}", "1")] if session else [])]


class SampleSheets:
    """Makes the edits of the sheets in ``sample/exercises.json``; agencies and plans must stand already.

    ``keys`` are rows that stand elsewhere and are named as the origin of others, by their keys on the shelf.
    """

    def __init__(self, store: Store, sessions: Mapping[str, RowId], keys: Mapping[str, RowId]) -> None:
        """Read what the words of the shelf stand for."""
        self._store, self._sessions = store, sessions
        self._of = {item.code: item for item in worksheets(store.db)}
        whole = reference.sample_part("exercises")
        self._sheets: list[Told] = whole["sheets"]
        self._assessors = [(item, store.ids.new()) for item in whole["assessors"]]
        self._keys: dict[str, RowId] = dict(keys)
        self._keys |= {row["key"]: store.ids.new() for row in self._rows() if row.get("key")}
        shorts = {item.short: item.id for item in opds(store.db)}
        self._named: dict[str, Mapping[str, RowId]] = {
            "opd": shorts,
            "dimension": {item.code: item.id for item in dimensions(store.db)},
            "plan_point": {item.code: item.id for item in points(store.db) if item.code},
            "assessor": {str(item["name"]): row for item, row in self._assessors},
        }
        self._lines = self._programs({row: short for short, row in shorts.items()})
        self._items = {
            (code, item.code): item.id
            for code, definition in self._of.items()
            for item in sheet_items(store.db, definition.id)
        }
        self._parts = {
            (code, item.code): item.id
            for code, definition in self._of.items()
            for item in worksheet_parts(store.db, definition.id)
        }
        self._criteria = {
            (code, item.code): item.id
            for code, definition in self._of.items()
            for item in criteria(store.db, definition.id)
        }
        self._places = self._order()

    @property
    def keys(self) -> Mapping[str, RowId]:
        """The rows that are named by a key, on any sheet."""
        return self._keys

    def edits(self) -> list[Edit]:
        """Return the births of assessors, the heads of the sheets, and their rows."""
        edits: list[Edit] = []
        for place, (item, row) in zip(run(len(self._assessors)), self._assessors, strict=True):
            own = self._of[item["worksheet"]].id
            told = {"worksheet": own, "name": item["name"], "position": item["position"]}
            edits.append(Birth("assessor", row, {"pos": place, **told}))
        for code, parties in self._parties().items():
            edits += numbered(self._store, self._of[code], parties)
        for sheet in self._sheets:
            definition = self._of[sheet["worksheet"]]
            target = self._store.key("sheet", definition.id, self._party(sheet))
            edits += head(target, sheet, self._sessions)
            for row in sheet["rows"]:
                edits += self._row(definition, sheet, target, row)
        return edits

    def _rows(self) -> Iterator[Told]:
        return (row for told in self._sheets for row in told["rows"])

    def _programs(self, short_of: Mapping[RowId, str]) -> dict[str, RowId]:
        owner = owners(self._store.db)
        return {
            f"{short_of[owner[line.document]]}:{line.code}": line.id
            for line in programs(self._store.db)
            if line.document in owner
        }

    def _order(self) -> dict[str, Iterator[str]]:
        count: dict[str, int] = {}
        for told in self._sheets:
            target = self._of[told["worksheet"]].target
            count[target] = count.get(target, 0) + len(told["rows"])
        return {target: iter(run(many)) for target, many in count.items()}

    def _parties(self) -> dict[str, list[RowId]]:
        found: dict[str, list[RowId]] = {}
        for told in self._sheets:
            found.setdefault(told["worksheet"], []).append(self._party(told))
        return found

    def _party(self, told: Told) -> RowId:
        """Return whose sheet it is; that of an OPD may also be the one merged for a dimension."""
        code, name = told["worksheet"], told["party"]
        if (code, name) in self._parts:
            return self._parts[code, name]
        kinds = ("assessor", "dimension", "opd")
        return next(self._named[kind][name] for kind in kinds if name in self._named[kind])

    def _row(self, definition: Worksheet, told: Told, sheet: RowId, row: Told) -> list[Edit]:
        entity = CATALOG[definition.target]
        values = self._values(entity, row)
        if row.get("line"):
            target = self._store.key(entity.name, self._lines[row["line"]])
            return [Set(entity.name, target, name, value) for name, value in values.items()]
        if row.get("row"):
            target = self._keys[row["row"]]
            edits: list[Edit] = [Set(entity.name, target, name, value) for name, value in values.items()]
            return [*edits, *self._milestones(target, row), *self._scores(told, target, row)]
        if row.get("item"):
            item = self._items[told["worksheet"], row["item"]]
            target = self._store.key(entity.name, sheet, item)
            return [Birth(entity.name, target, {"sheet": sheet, "item": item, **values})] if values else []
        born = {"pos": next(self._places[entity.name]), "sheet": sheet, **self._whose(entity, told)}
        return [
            Birth(entity.name, self._keys.get(row.get("key", "")) or self._store.ids.new(), born | values)
        ]

    def _whose(self, entity: Entity, told: Told) -> dict[str, Value]:
        """Return what a row says of its party where it has a field for it."""
        field = entity.by_name.get(self._of[told["worksheet"]].filled_by)
        is_merged = field is not None and field.name == BY_OPD and told["party"] not in self._named[BY_OPD]
        return {} if field is None or field.many or is_merged else {field.name: self._party(told)}

    def _values(self, entity: Entity, row: Told) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, told in row.items():
            if name in _BESIDE:
                continue
            field = entity.by_name[name]
            if isinstance(told, Mapping):
                values |= {f"{name}@{part}": value for part, value in told.items()}
            elif field.many:
                values |= {f"{name}@{self._meant(field, word)}": "1" for word in told}
            else:
                values[name] = self._meant(field, told)
        return values

    def _meant(self, field: Field, told: Value) -> Value:
        """Return what a word stands for: a row where the field refers to one."""
        if field.kind != "ref":
            return told
        word = str(told)
        if field.ref in self._named:
            return self._named[field.ref][word]
        if field.ref == "subdimension":
            return self._store.key("subdimension", word)
        return self._source(word)

    def _source(self, word: str) -> RowId:
        """Return what a row came from: ``line:OPD:code`` as read, ``part:item`` of readiness, or a key."""
        if word.startswith(_LINE):
            return self._store.key("analysis", self._lines[word.removeprefix(_LINE)])
        part, _, item = word.partition(":")
        if not item:
            return self._keys[word]
        code = next(code for code, own in self._parts if own == part)
        sheet = self._store.key("sheet", self._of[code].id, self._parts[code, part])
        return self._store.key("readiness", sheet, self._items[code, item])

    def _milestones(self, target: RowId, row: Told) -> list[Edit]:
        return [
            Birth(
                "milestone",
                self._store.key("milestone", target, year, ""),
                {"initiative": target, "year": year, "quarter": "", "text": text},
            )
            for year, text in row.get("milestones", {}).items()
        ]

    def _scores(self, told: Told, target: RowId, row: Told) -> list[Edit]:
        assessor = self._named["assessor"].get(told["party"])
        found: list[Edit] = []
        for code, value in row.get("scores", {}).items():
            keys: Sequence[RowId] = (target, self._criteria[told["worksheet"], code], assessor or RowId(""))
            values = dict(zip(("candidate", "criterion", "assessor"), keys, strict=True))
            found.append(Birth("score", self._store.key("score", *keys), {**values, "value": value}))
        return found
