"""What makes the books of a set, and what keeps the titles of chapters those that the set gives them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain import reference as shelf
from smartcity_desktop.domain.book import BODY
from smartcity_desktop.domain.dimension import Dimension, offered
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import between, run
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.workshop import Workshop
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.book import BOOK, CHAPTER, books, chapters
from smartcity_desktop.storage.dimension import codes, dimensions
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

_EACH: Final = "dimension"
_NAMES: Final = frozenset({("dimension", "name"), ("workshop", "word_dimension"), ("workshop", "word_opd")})
"""What the titles of a set are made of beside its own words."""
_NAMED_ANEW: Final = "SELECT DISTINCT row FROM op WHERE ent = 'chapter' AND field = 'title'"


def preset(db: Database, code: str = "") -> shelf.BookPreset:
    """Return a set of books by its code; without one that of the workshop, else the last of the shelf."""
    known = reference.book_presets()
    wanted = code or workshop(db).book_preset
    return next((item for item in known if item.code == wanted), known[-1])


def set_up_edits(store: Store, code: str = "") -> list[Edit]:
    """Return what makes all books and chapters of a set that do not stand here.

    Ids are derived from the codes, so that two laptops make the same books; what somebody changed or took
    out of its book stays as it is. A title that nobody ever wrote is that of the set again, also where its
    dimension was renamed on a laptop that did not have the books yet.
    """
    return list(_SetUp(store).edits(preset(store.db, code)))


def following(store: Store, edits: Sequence[Edit]) -> list[Edit]:
    """Return what gives chapters the titles that the set has for them after these edits.

    Those are titles that hold the name of a dimension, or the event's words. One that somebody wrote anew is
    none of the set any more and stays.
    """
    told = [item for item in edits if isinstance(item, Set) and (item.ent, item.field) in _NAMES]
    standing = {item.id: item for item in chapters(store.db)} if told else {}
    if not standing:
        return []
    place, known = workshop(store.db), dimensions(store.db)
    before = _titles(store, place, known)
    later = replace(
        place,
        word_dimension=_after(told, place.id, "word_dimension", place.word_dimension),
        word_opd=_after(told, place.id, "word_opd", place.word_opd),
    )
    renamed = [replace(item, name=_after(told, item.id, "name", item.name)) for item in known]
    after = _titles(store, later, renamed)
    return [
        Set(CHAPTER, row, "title", after[row])
        for row, title in before.items()
        if row in standing and standing[row].title == title != after[row]
    ]


def _after(edits: Iterable[Set], row: RowId, field: str, stands: str) -> str:
    """Return what a field says after edits; ``stands`` is what it says now."""
    told = [str(item.val or "") for item in edits if (item.row, item.field) == (row, field)]
    return told[-1] if told else stands


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of an event that go into what a set says."""

    place: Workshop
    dimensions: Sequence[Dimension]

    def spread(self, plan: shelf.ChapterPlan) -> list[tuple[RowId, Mapping[str, str]]]:
        """Return what goes into a chapter: once, or once for every dimension with its row."""
        usual = {"{kepala}": words_of(self.place).head}
        if plan.each != _EACH:
            return [(NO_ROW, usual)]
        return [
            (item.id, {**usual, "{code}": item.code or item.name, "{name}": item.name})
            for item in self.dimensions
        ]

    def title(self, plan: shelf.ChapterPlan, names: Mapping[str, str]) -> str:
        """Return the title of a chapter."""
        return _put(words_of(self.place).say(plan.title), names)


def _titles(store: Store, place: Workshop, known: Sequence[Dimension]) -> dict[RowId, str]:
    """Return by chapter the title that a set gives it, also by codes that its dimension had before."""
    words = _Words(place, known)
    had: dict[RowId, list[str]] = {}
    for code, row in codes(store.db).items():
        had.setdefault(row, []).append(code)
    found: dict[RowId, str] = {}
    for book, plan in _plans():
        for whose, names in words.spread(plan):
            title = words.title(plan, names)
            for code in had.get(whose, [names.get("{code}", "")]):
                found[store.key(CHAPTER, book, _put(plan.code, {**names, "{code}": code}))] = title
    return found


def _plans() -> Iterator[tuple[str, shelf.ChapterPlan]]:
    """Yield every chapter of every set with the code of its book; those of several sets come again."""

    def below(book: str, plans: Iterable[shelf.ChapterPlan]) -> Iterator[tuple[str, shelf.ChapterPlan]]:
        for plan in plans:
            yield book, plan
            yield from below(book, plan.chapters)

    for item in reference.book_presets():
        for book in (*item.books, *item.extras):
            yield from below(book.code, book.outline)


class _SetUp:
    """Makes the rows of a set of books, dimension by dimension."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._words = _Words(workshop(store.db), offered(dimensions(store.db)))
        self._books = {item.id for item in books(store.db, retired=True)}
        self._chapters = {item.id: item for item in chapters(store.db)}
        self._codes = codes(store.db)
        with translated():
            self._written = {RowId(row) for (row,) in store.db.conn.execute(_NAMED_ANEW)}

    def edits(self, found: shelf.BookPreset) -> Iterator[Edit]:
        """Yield the births of what was never born, books first."""
        wanted = (*found.books, *found.extras)
        for item, pos in zip(wanted, self._store.positions(BOOK, len(wanted)), strict=True):
            row = self._store.key(BOOK, item.code)
            told: dict[str, Value] = {"code": item.code, "number": item.number, "title": item.title}
            if row not in self._books:
                yield from self._born(BOOK, row, {"pos": pos, **told})
            yield from self._outline(row, item.code, NO_ROW, item.outline)

    def _outline(
        self, book_row: RowId, code: str, parent: RowId, plans: Iterable[shelf.ChapterPlan]
    ) -> Iterator[Edit]:
        laid = [(plan, whose, names) for plan in plans for whose, names in self._words.spread(plan)]
        rows = [self._chapter(code, _put(plan.code, names), plan, whose) for plan, whose, names in laid]
        for (plan, _, names), row, pos in zip(laid, rows, self._places(book_row, parent, rows), strict=True):
            values: dict[str, Value] = {
                "pos": pos,
                "book": book_row,
                "parent": parent,
                "code": _put(plan.code, names),
                "part": plan.part if parent == NO_ROW else BODY,
                "title": self._words.title(plan, names),
                "text": _put(plan.text, names),
                "signed_position": _put(plan.signed, names),
                "state": "belum",
            }
            standing = self._chapters.get(row)
            if standing is None:
                yield from self._born(CHAPTER, row, {name: value for name, value in values.items() if value})
            elif row not in self._written and standing.title != values["title"]:
                yield Set(CHAPTER, row, "title", values["title"])
            yield from self._outline(book_row, code, row, plan.chapters)

    def _places(self, book: RowId, parent: RowId, rows: Sequence[RowId]) -> list[str]:
        """Return the keys of chapters; one that joins others stands behind the one before it in the set."""
        around = [item for item in self._chapters.values() if (item.book, item.parent) == (book, parent)]
        here = {item.id: item.pos for item in around}
        if not here.keys() & set(rows):
            return run(len(rows), max(here.values(), default=""))
        taken, keys, before = set(here.values()), list[str](), ""
        for row in rows:
            if row in here:
                before = here[row]
            elif row not in self._chapters:
                before = between(before, min((pos for pos in taken if pos > before), default=""))
                taken.add(before)
            keys.append(before)
        return keys

    def _chapter(self, book: str, code: str, plan: shelf.ChapterPlan, whose: RowId) -> RowId:
        """Return the row of a chapter: that which stands under an earlier code of its dimension, if any."""
        for had in (item for item, row in self._codes.items() if whose and row == whose):
            row = self._store.key(CHAPTER, book, plan.code.replace("{code}", had))
            if row in self._chapters:
                return row
        return self._store.key(CHAPTER, book, code)

    def _born(self, ent: str, row: RowId, values: Mapping[str, Value]) -> Iterator[Edit]:
        """Yield what makes a row; one whose making was undone stands again as the set has it."""
        if not has_row(self._store.db, row):
            yield Birth(ent, row, values)
            return
        yield Gone(ent, row, gone=False)
        yield from (Set(ent, row, name, value) for name, value in values.items())


def _put(text: str, names: Mapping[str, str]) -> str:
    for sign, name in names.items():
        text = text.replace(sign, name)
    return text
