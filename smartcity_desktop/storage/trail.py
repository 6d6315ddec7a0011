"""Where one row has come from and what it became, step by step, back to the line of a Renstra."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.book import Chapter, Node, tree
from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.codec import split
from smartcity_desktop.domain.entity import RELEVANT as RELEVANT_WORDS
from smartcity_desktop.domain.ids import NO_ROW, RowId, is_row_id
from smartcity_desktop.domain.merging import Whole, main_field
from smartcity_desktop.domain.result import CHANGED, GONE, SAME, Changed, Step, Trail
from smartcity_desktop.domain.vision import DRAFT_WORDS, KIND_WORDS
from smartcity_desktop.domain.wording import day_of, long_date, shortened
from smartcity_desktop.domain.worksheet import BY_DIMENSION, SheetColumn, Worksheet, choice_lines
from smartcity_desktop.storage import book as books
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.document import documents, points
from smartcity_desktop.storage.driver import translated
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.origin import differences, kinds, links, wholes
from smartcity_desktop.storage.party import party_of
from smartcity_desktop.storage.sheet_find import find
from smartcity_desktop.storage.source import RELEVANT
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import columns, sheet, worksheets

_REFS: Final[Mapping[str, tuple[str, ...]]] = {
    "strategy": ("factor",),
    "action": ("initiative",),
    "candidate": ("initiative",),
    "milestone": ("initiative",),
    "score": ("candidate",),
    "analysis": ("line",),
    "adopted_text": ("draft",),
}
"""Rows that name, outside ``origin``, what they came from."""
_OF_PART: Final = "SELECT row FROM part WHERE field = :field AND part = :row AND val IS NOT NULL ORDER BY row"
_GONE_TEXT: Final = "(sudah dihapus)"
_OPEN: Final = "belum diisi"
_FAR: Final = 8
_SHORT: Final = 60
WORDS: Final[Mapping[str, str]] = {
    "asset": "Aplikasi atau inovasi",
    "issue": "Isu daerah",
    "readiness": "Kesiapan",
    "factor": "Faktor SWOT",
    "strategy": "Strategi TOWS",
    "idea": "Kata kunci",
    "statement": "Usulan visi–misi",
    "analysis": "Analisis Renstra",
    "renstra_line": "Baris Renstra",
    "initiative": "Program smart city",
    "action": "Rencana aksi",
    "milestone": "Titik capai",
    "candidate": "Kandidat quick win",
    "score": "Nilai",
    "review": "Reviu bab",
    "chapter": "Bab buku",
    "promise": "Komitmen",
    "adopted_text": "Visi–misi",
    "vote": "Pemungutan suara",
    "entry": "Isian",
    "item_answer": "Jawaban",
}


_WORDLESS: Final = frozenset({"score"})
"""Rows without a sentence of their own: nothing is said by naming them after the row they belong to."""


def trail_of(store: Store, row: RowId) -> Trail:
    """Return the way of a row; a Renstra line stands for what was read of it."""
    return _Reading(store).trail(row)


class _Reading:
    """What is read once for one trail."""

    def __init__(self, store: Store) -> None:
        self._store, self._db = store, store.db
        self._worksheets = {item.id: item for item in worksheets(store.db)}
        self._back: dict[RowId, list[RowId]] = {}
        self._forward: dict[RowId, list[RowId]] = {}
        for link in links(store.db):
            self._back.setdefault(link.row, []).append(link.source)
            self._forward.setdefault(link.source, []).append(link.row)

    def trail(self, row: RowId) -> Trail:
        ent = self._ent(row)
        if ent == "renstra_line":
            own = self._store.key("analysis", row)
            row, ent = (own, "analysis") if self._ent(own) else (row, ent)
        if not ent:
            return Trail(row)
        here = self._step(row, ent, 0)
        back = self._walk(row, self._sources)
        return Trail(
            row,
            here.text,
            here.where,
            tuple(self._told(row, step) for step in back),
            tuple(self._walk(row, self._results)),
        )

    def _walk(self, row: RowId, near: Callable[[RowId, str], Iterable[RowId]]) -> list[Step]:
        seen, found = {row}, list[Step]()
        edge = [(row, self._ent(row))]
        for depth in range(1, _FAR + 1):
            wanted = [one for item in edge for one in near(*item)]
            fresh = [one for one in dict.fromkeys(wanted) if one not in seen]
            kind_of = kinds(self._db, fresh)
            edge = [(one, kind_of[one]) for one in fresh if one in kind_of]
            seen.update(fresh)
            found += [self._step(one, ent, depth) for one, ent in edge]
        return found

    def _sources(self, row: RowId, ent: str) -> list[RowId]:
        said = wholes(self._db, ent, [row]).get(row)
        found = list(self._back.get(row, ()))
        for name in _REFS.get(ent, ()) if said else ():
            several = said.many.get(name, {}) if said else {}
            found += [RowId(part) for part in several if part]
            one = said.text_of(name) if said else ""
            found += [RowId(one)] if is_row_id(one) else []
        return [*found, *(self._chapter(said) if said and ent == "review" else ())]

    def _chapter(self, said: Whole) -> list[RowId]:
        """Return the chapter of the books that a review speaks of: the one of the code that was read."""
        row = RowId(said.text_of("item"))
        item = wholes(self._db, "sheet_item", [row]).get(row)
        if item is None:
            return []
        found = self._store.key(books.CHAPTER, item.text_of("section"), item.text_of("code"))
        return [found] if books.chapter(self._db, found) else []

    def _results(self, row: RowId, ent: str) -> list[RowId]:
        found = list(self._forward.get(row, ()))
        for other, names in _REFS.items():
            for name in names:
                known = CATALOG[other].by_name[name]
                if known.ref == ent and other not in _WORDLESS:
                    found += self._naming(other, name, row, many=known.many)
        return found

    def _naming(self, ent: str, name: str, row: RowId, *, many: bool) -> list[RowId]:
        """Return the standing rows of an entity that name a row."""
        with translated():
            if not many:
                statement = tables.select(ent, ("id",), f"{tables.quoted(name)} = :row", "pos, id")
                return [RowId(one) for (one,) in self._db.conn.execute(statement, {"row": row})]
            rows = [RowId(one) for (one,) in self._db.conn.execute(_OF_PART, {"field": name, "row": row})]
        return list(wholes(self._db, ent, rows))

    def _ent(self, row: RowId) -> str:
        return kinds(self._db, [row]).get(row, "")

    def _step(self, row: RowId, ent: str, depth: int) -> Step:
        said = wholes(self._db, ent, [row]).get(row)
        kind = WORDS.get(ent, "Isian")
        if said is None:
            return Step(row, ent, kind, _GONE_TEXT, depth=depth, since=GONE, can_open=False)
        return Step(row, ent, kind, self._text(said), self._where(said), depth, can_open=ent != "vote")

    def _text(self, said: Whole) -> str:
        if said.ent == books.CHAPTER:
            return self._node(said.row).called
        names = (main_field(said.ent), "proposal", "issue", "current", "text", "name", "title")
        told = next((said.text_of(name) for name in names if name and said.text_of(name)), "")
        if told or said.ent != "analysis":
            own = (parts[""] for name, parts in said.many.items() if name.startswith("x:") and "" in parts)
            return told or str(next(own, ""))
        line = RowId(said.text_of("line"))
        found = wholes(self._db, "renstra_line", [line]).get(line)
        return found.text_of("name") if found else ""

    def _where(self, said: Whole) -> str:
        """Return worksheet, number and party of a row, or file, sheet and row of a line."""
        if said.ent == "renstra_line":
            return self._in_file(said)
        if said.ent == "adopted_text":
            return self._version(said)
        if said.ent == books.CHAPTER:
            book = books.book(self._db, RowId(said.text_of("book")))
            is_out = bool(self._node(said.row).chapter.retired or (book and book.retired))
            return f"{book.called}{' (dikeluarkan)' * is_out}" if book else ""
        place = find(self._db, said.row)
        if place is None:
            return ""
        here = self._sheet_words(place.worksheet, place.party)
        return ". ".join([here, *self._read_on(said, place.worksheet)])

    def _sheet_words(self, worksheet: RowId, whose: RowId) -> str:
        definition = self._worksheets.get(worksheet, Worksheet())
        party = party_of(self._db, definition, whose)
        own = sheet(self._db, self._store.key("sheet", worksheet, whose))
        number = f"lembar {own.number}" if own and own.number else definition.code
        return " · ".join(filter(None, (f"{definition.title}", number, party.called)))

    def _read_on(self, said: Whole, first: RowId) -> list[str]:
        """Return how a program that was read as relevant stands where relevant ones are gone on with.

        What was answered there stands in the same row as its reading.
        """
        if said.ent != "analysis" or said.text_of("relevant") not in RELEVANT_WORDS:
            return []
        known = {item.bound for item in columns(self._db, first)}
        found: list[str] = []
        for item in self._worksheets.values():
            whose = RowId(said.text_of("dimension")) if item.filled_by == BY_DIMENSION else NO_ROW
            if item.target == said.ent and item.rows_from == RELEVANT and whose and not item.retired:
                asked = [one for one in columns(self._db, item.id) if not one.hidden]
                own = [one for one in asked if one.section != "subject" and one.bound not in known]
                told = "; ".join(filter(None, (self._answer(one, said) for one in own)))
                found.append(f"{self._sheet_words(item.id, whose)}: {told or _OPEN}")
        return found

    def _answer(self, column: SheetColumn, said: Whole) -> str:
        """Return what a row says in one column, with the words of the column; empty for nothing."""
        raw = said.text_of(column.bound)
        words = {one.value: one.words for one in choice_lines(column.choices)}
        text = shortened(words.get(raw) or raw, _SHORT)
        return f"{self._store.say(column.label)}: {text}" if text else ""

    def _node(self, row: RowId) -> Node:
        """Return a chapter at its place, with the number it has in its book."""
        own = books.chapter(self._db, row) or Chapter(row)
        nodes = tree(books.chapters(self._db, own.book), retired=True)
        return next((item for item in nodes if item.chapter.id == row), Node(own))

    def _version(self, said: Whole) -> str:
        """Return as what a vision or mission stands: a version, or what is worked on."""
        kind = KIND_WORDS.get(said.text_of("kind"), "")
        row = RowId(said.text_of("adoption"))
        found = wholes(self._db, "adoption", [row]).get(row) if row else None
        if found is None:
            return f"{kind} · {DRAFT_WORDS}"
        moment = long_date(day_of(found.text_of("at")), weekday=False)
        return f"{kind} · versi {found.text_of('version')}, ditetapkan {moment}"

    def _in_file(self, said: Whole) -> str:
        document = next((item for item in documents(self._db) if item.id == said.text_of("document")), None)
        opd = next((item for item in opds(self._db) if document and item.id == document.opd), None)
        at = said.text_of("source_row")
        return " · ".join(
            filter(
                None,
                (
                    f"Renstra {opd.called}" if opd else "Renstra",
                    said.text_of("code"),
                    document.source_name if document else "",
                    said.text_of("source_sheet"),
                    f"baris {at}" if at else "",
                ),
            )
        )

    def _told(self, row: RowId, step: Step) -> Step:
        """Return a direct source with what it says differently since it was taken."""
        if step.depth > 1 or step.since or step.row not in self._back.get(row, ()):
            return step
        found = differences(self._db, [(row, step.row)]).get((row, step.row), ())
        if not found:
            return replace(step, since=SAME)
        labels = self._labels(step.row)
        told: dict[str, Changed] = {}
        for item in found:
            name, part = split(item.field)
            many = bool(part)
            before = self._named(part) if many and item.before else self._named(item.before)
            after = self._named(part) if many and item.after else self._named(item.after)
            told[item.field] = Changed(labels.get(name, name), before, after)
        return replace(step, since=CHANGED, changes=tuple(told.values()))

    def _labels(self, row: RowId) -> dict[str, str]:
        """Return the words of the columns of the sheet on which a row stands, by field."""
        place = find(self._db, row)
        own = columns(self._db, place.worksheet) if place else []
        return {part: self._store.say(item.label) for item in own for part in item.bound.split("/")}

    def _named(self, value: str) -> str:
        """Return a stored value in words: rows by their name."""
        if not is_row_id(value):
            return value
        lists = (opds(self._db), dimensions(self._db), subdimensions(self._db))
        named = {item.id: item.called for found in lists for item in found}
        named |= {item.id: item.text[:_SHORT] for item in points(self._db)}
        if value in named:
            return named[RowId(value)]
        ent = self._ent(RowId(value))
        said = wholes(self._db, ent, [RowId(value)]).get(RowId(value)) if ent else None
        return self._text(said) if said else NO_ROW
