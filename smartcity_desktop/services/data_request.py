"""What the agencies are asked to bring, and what of it has come."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.data_request import DataItem, DataRequest
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.entity import DELIVERIES
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import between, moved
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.storage import data_request as query
from smartcity_desktop.storage.rows import count
from smartcity_desktop.storage.store import Store

_LABEL_LETTERS: Final = 40


class DataRequestService:
    """Keeps the list of what is asked for, and for each agency whether it came.

    Until somebody changes it the list is that of the shelf, which stands in no file; with the first change
    it is written with it.
    """

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def standing(self) -> DataRequest:
        """Return items, agencies with their cells and states, and the day until which data is wanted."""
        return query.request_of(self._store)

    def add(self, title: str) -> tuple[RowId, Changes]:
        """Ask for one more thing; return its row."""
        row = self._store.ids.new()
        named = " ".join(title.split())
        last = max((item.pos for item in query.every_item(self._store)), default="")
        edits = [*self._kept(), Birth("data_item", row, {"pos": between(last, ""), "title": named})]
        return row, self._store.write(edits, f"tambah data {shortened(named, _LABEL_LETTERS)}")

    def update(self, row: RowId, field: str, value: Value) -> Changes:
        """Change the title or the note of an item."""
        edits = [*self._kept(), Set("data_item", row, field, value)]
        return self._store.write(edits, "ubah data yang diminta", typing=True)

    def retire(self, row: RowId) -> Changes:
        """Ask nobody for it any more; what was written about it stays, and it can be asked for again."""
        edits = [*self._kept(), Set("data_item", row, "retired", val=True)]
        return self._store.write(edits, f"tidak lagi meminta {self._title(row)}")

    def ask_again(self, row: RowId) -> Changes:
        """Ask again for what was retired."""
        return self._store.write([Set("data_item", row, "retired", None)], f"minta lagi {self._title(row)}")

    def move(self, row: RowId, place: int) -> Changes:
        """Put an item at a place (from 0) among those that are asked for."""
        known = self.standing()
        asked = [item for item in known.items if item.id != row]
        own = next((item for item in known.items if item.id == row), None)
        if own is None:
            return Changes()
        asked.insert(max(0, min(place, len(asked))), own)
        order = [(item.id, item.pos) for item in (*asked, *known.retired)]
        edits = [
            *self._kept(),
            *(Set("data_item", item, "pos", pos) for item, pos in moved(order, row).items()),
        ]
        return self._store.write(edits, "urutkan data yang diminta")

    def bring(self, cells: Sequence[tuple[RowId, RowId]], state: str) -> Changes:
        """Write for each (agency, item) whether it came; ``state`` is one of ``entity.DELIVERIES``, one act.

        Raises ValueError for another word.
        """
        if state not in DELIVERIES:
            raise ValueError(state)
        edits = self._kept()
        now = self._store.now_text()
        for opd, item in cells:
            row = self._store.key("delivery", opd, item)
            values: dict[str, Value] = {"opd": opd, "item": item, "state": state, "at": now}
            edits.append(Birth("delivery", row, values))
        return self._store.write(edits, "catat data yang masuk")

    def set_due(self, day: str) -> Changes:
        """Say until which ISO day data is wanted; empty for no day."""
        row = self._store.workspace.workshop_id
        return self._store.write([Set("workshop", row, "data_due", day)], "ubah batas data", typing=True)

    def _kept(self) -> list[Edit]:
        """Return the births of the usual list where it stands in no file yet."""
        if count(self._store.db, "data_item"):
            return []
        return [Birth("data_item", item.id, _values(item)) for item in query.usual_items(self._store)]

    def _title(self, row: RowId) -> str:
        known = {item.id: item.title for item in query.every_item(self._store)}
        return shortened(known.get(row, ""), _LABEL_LETTERS)


def _values(item: DataItem) -> dict[str, Value]:
    return {"pos": item.pos, "title": item.title, "note": item.note, "auto": item.auto}
