"""The own estimate on the ministry's evaluation: scores, evidence, what the index comes to, year by year."""

from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Value
from smartcity_desktop.domain.evaluation import GROUP_WORDS, EvaluationBoard, parsed, written
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.storage import evaluation as query
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.store import Store

FIELDS: Final = frozenset({"evidence", "note", "opd", "document"})
"""What may be written about an item beside its score."""


class EvaluationService:
    """Keeps what was estimated; a year and each of its items stand once in every copy of the workshop."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def now(self) -> int:
        """Return the present year of the region."""
        return self._store.now().year

    def year(self) -> int:
        """Return the year that is estimated now: the last one somebody began, else the present one."""
        return next(iter(self.years()), self.now())

    def years(self) -> tuple[int, ...]:
        """Return the years that somebody began to estimate, the latest first."""
        return tuple(item.year for item in query.evaluations(self._store.db) if item.year)

    def board(self, year: int = 0) -> EvaluationBoard:
        """Return the estimate of a year whole; without one that which is estimated now."""
        return query.board(self._store, year or self.year())

    def place(self, row: RowId) -> tuple[int, str] | None:
        """Return which year and item an answer is about; None for any other row."""
        return query.place(self._store.db, row)

    def begin(self, year: int, group: str) -> Changes:
        """Begin a year, or say to which group of regions it belongs; the group decides the weights."""
        row, values = self._year(year)
        words = f"evaluasi {year}: {GROUP_WORDS[group].lower()}"
        return self._store.write([Birth(query.EVALUATION, row, {**values, "group": group})], words)

    def score(self, year: int, item: str, text: str) -> Changes:
        """Estimate one item with 0 to 4 (``2,75``); an empty text takes the estimate back.

        Nothing happens where the text is no score.
        """
        value = parsed(text)
        if value is None and text.strip():
            return Changes()
        number = next(one.number for one in reference.evaluation_items() if one.code == item)
        kept = written(value) if value is not None else None
        return self._write(year, item, "score", kept, f"nilai butir {number}")

    def write(self, year: int, item: str, field: str, value: str) -> Changes:
        """Write evidence, note, agency or document of one item (``FIELDS``)."""
        number = next(one.number for one in reference.evaluation_items() if one.code == item)
        is_text = field in {"evidence", "note"}
        kept: Value = (value if is_text else RowId(value)) or None
        return self._write(year, item, field, kept, f"keterangan butir {number}", typing=is_text)

    def annotate(self, year: int, text: str) -> Changes:
        """Write what is to be known of the estimate of a year: when it was made, by whom, from what."""
        row, values = self._year(year)
        if row not in {known.id for known in query.evaluations(self._store.db)}:
            values["group"] = query.board(self._store, year).group
        edit = Birth(query.EVALUATION, row, {**values, "note": text.strip() or None})
        return self._store.write([edit], f"catatan evaluasi {year}", typing=True)

    def tables(self, year: int = 0) -> tuple[TableSheet, ...]:
        """Return the estimate of a year as plain tables."""
        from smartcity_desktop.domain.evaluation_sheets import evaluation_sheets

        return evaluation_sheets(self.board(year), self._store.say)

    def _year(self, year: int) -> tuple[RowId, dict[str, Value]]:
        return self._store.key(query.EVALUATION, str(year)), {"year": year}

    def _write(
        self, year: int, item: str, field: str, value: Value, words: str, *, typing: bool = False
    ) -> Changes:
        """Write one field of an item; the first one begins the year with the group that is shown."""
        home, values = self._year(year)
        edits = []
        if home not in {known.id for known in query.evaluations(self._store.db)}:
            group = query.board(self._store, year).group
            edits.append(Birth(query.EVALUATION, home, {**values, "group": group}))
        row = self._store.key(query.SCORE, home, item)
        edits.append(Birth(query.SCORE, row, {"evaluation": home, "item": item, field: value}))
        return self._store.write(edits, f"{words} (evaluasi {year})", typing=typing)
