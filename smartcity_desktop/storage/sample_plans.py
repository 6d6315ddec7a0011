"""What the sample city says of its plans: documents, links to the RPJMD, shared programs, second reading."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft, PointDraft
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.document import documents, points
from smartcity_desktop.storage.finding import findings_of
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.plan_program import initiatives
from smartcity_desktop.storage.renstra import owners, programs
from smartcity_desktop.storage.store import Store

_DOCUMENT: Final = ("title", "number", "year", "issuer", "status", "pages", "note")

Told = Mapping[str, Any]


def framed(draft: Draft) -> tuple[PointDraft, ...]:
    """Return the points of the RPJMD without numbers: its missions keep the short names of the opening."""
    return tuple(replace(item, code="") for item in draft.points)


def earlier(short: str, draft: Draft) -> Draft | None:
    """Return the draft of a plan before the one that was agreed, None for agencies that brought one only."""
    told: Told = reference.sample_part("plans")["earlier"]
    if told["opd"] != short:
        return None
    gone = tuple(told["without"])
    kept = [place for place, line in enumerate(draft.lines) if not line.code.startswith(gone)]
    moved = {old: new for new, old in enumerate(kept)}
    changed = {item["code"]: item for item in told["changed"]}
    lines = [_before(draft.lines[place], changed.get(draft.lines[place].code, {})) for place in kept]
    lines = [replace(line, parent=None if line.parent is None else moved[line.parent]) for line in lines]
    place_of = {line.code: place for place, line in enumerate(lines) if line.code}
    lines += [
        LineDraft("kegiatan", item["code"], item["name"], (), item["pagu"], parent=place_of[item["under"]])
        for item in told["more"]
    ]
    return replace(draft, lines=tuple(lines), problems=(), source_name=told["source_name"])


def _before(line: LineDraft, told: Told) -> LineDraft:
    """Return a line as it stood before; targets are those of its first indicator."""
    first = (
        replace(item, targets={**item.targets, **told.get("target", {})}) for item in line.indicators[:1]
    )
    return replace(
        line,
        name=told.get("name", line.name),
        pagu={**line.pagu, **told.get("pagu", {})},
        indicators=(*first, *line.indicators[1:]),
    )


def edits(store: Store) -> list[Edit]:
    """Return everything; plans, RPJMD and programs smart city must stand already."""
    return _Said(store).edits()


class _Said:
    """Knows the rows of the sample by the names that its files call them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._told: Told = reference.sample_part("plans")
        self._opds = {item.short: item.id for item in opds(store.db)}
        self._initiatives = {item.name: item.id for item in initiatives(store.db)}
        owner = owners(store.db)
        self._lines = {(owner[line.document], line.code): line.id for line in programs(store.db)}

    def edits(self) -> list[Edit]:
        return [
            *self._documents(),
            *self._alignments(),
            *self._marks(),
            *self._shared(),
            *self._second(),
            *self._answers(),
        ]

    def _line(self, short: str, code: str) -> RowId:
        return self._lines[self._opds[short], code]

    def _documents(self) -> Iterable[Edit]:
        standing = {item.kind: item.id for item in documents(self._store.db) if not item.opd}
        fresh = [item for item in self._told["documents"] if item["kind"] not in standing]
        places = iter(self._store.positions("document", len(fresh)))
        for item in self._told["documents"]:
            values: dict[str, Value] = {name: item[name] for name in _DOCUMENT if name in item}
            known = standing.get(item["kind"])
            if known:
                yield from (Set("document", known, name, value) for name, value in values.items())
            else:
                born: dict[str, Value] = {"pos": next(places), "kind": item["kind"]}
                yield Birth("document", self._store.ids.new(), born | values)

    def _alignments(self) -> Iterable[Edit]:
        rows = {item.text: item.id for item in points(self._store.db)}
        for item in self._told["alignments"]:
            subject = self._initiatives[item["initiative"]]
            target = rows[item["point"]] if "point" in item else self._line(*item["line"])
            said = ("degree", "evidence", "reason")
            values: dict[str, Value] = {name: item[name] for name in said if name in item}
            key = self._store.key("alignment", subject, target)
            yield Birth("alignment", key, values | {"subject": subject, "target": target})

    def _marks(self) -> Iterable[Edit]:
        for item in self._told["marks"]:
            row = self._initiatives[item["initiative"]]
            yield Set("initiative", row, "evidence_grade", item["grade"])
            yield from (Set("initiative", row, f"sdg@{number}", 1) for number in item["sdg"])
            yield from (Set("initiative", row, f"spbe@{name}", "1") for name in item["spbe"])

    def _shared(self) -> Iterable[Edit]:
        told = self._told["shared"]
        for item, pos in zip(told, run(len(told)), strict=True):
            values: dict[str, Value] = {
                name: item[name] for name in ("title", "place", "partners", "note") if item[name]
            }
            values |= {"pos": pos, "lead": self._opds[item["lead"]]}
            values |= {f"line@{self._line(short, code)}": "1" for short, code in item["lines"]}
            values |= {f"opd@{self._opds[short]}": "1" for short in item["opd"]}
            values |= {f"initiative@{self._initiatives[name]}": "1" for name in item["initiatives"]}
            yield Birth("shared_program", self._store.ids.new(), values)

    def _second(self) -> Iterable[Edit]:
        told = self._told["second"]
        reader = told["reader"]
        for item in told["tags"]:
            line = self._line(told["opd"], item["code"])
            values: dict[str, Value] = {"line": line, "reader": reader, "relevant": item["relevant"]}
            values |= {"note": item["note"]} if item["note"] else {}
            for name in ("dimension", "subdimension"):
                values[name] = self._store.key(name, item[name]) if item[name] else NO_ROW
            yield Birth("second_tag", self._store.key("second_tag", line, reader), values)

    def _answers(self) -> Iterable[Edit]:
        for item in self._told["answers"]:
            found = findings_of(self._store.db, self._opds[item["opd"]])
            for one in found.items if found else ():
                row, code, place = one.key
                if code == item["code"] and one.where.startswith(f"{item['line']},"):
                    values: dict[str, Value] = {"row": row, "code": code, "place": place}
                    values |= {"state": item["state"], "answer": item["answer"]}
                    yield Birth("finding_answer", self._store.key("finding_answer", *one.key), values)
