"""The sheets of quick wins: what is typed, the twelve months, partners, and proposals a person takes."""

from collections.abc import Collection
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import PROGRESS, QUICKWIN_KINDS, QUICKWIN_STEPS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import between
from smartcity_desktop.domain.quickwin_sheet import (
    LINES,
    TEXTS,
    WHOLE,
    WORDS,
    Offer,
    QuickWinSheet,
    QuickWinSheets,
    offer_words,
    offers,
)
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import quickwin_sheet as query
from smartcity_desktop.storage.store import Store

_NAME: Final = 60
_MONTH: Final = {"plan": "rencana", "state": "keadaan", "evidence": "bukti"}
_MARK: Final = "month-"
_TYPED: Final = TEXTS | {"begins", "progress"}


class QuickWinSheetService:
    """Keeps the sheets of candidates that were chosen; a sheet is made with the first thing written on it."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def sheets(self) -> QuickWinSheets:
        """Return all quick wins with their sheets."""
        return query.sheets(self._store.db)

    def write(self, candidate: RowId, field: str, value: Value) -> Changes:
        """Write one field of a sheet: a text, ``step``, ``progress`` (0 to 100 or None) or ``begins``.

        Raises UserFault ``row-gone`` where the candidate is no quick win any more.
        """
        item = self._item(candidate)
        kept: Value = value
        if isinstance(value, str):
            kept = (" ".join(value.split()) if field in LINES else value.strip()) or None
        if field == "progress" and isinstance(value, int):
            kept = min(max(value, 0), WHOLE)
        if field == "step" and value not in QUICKWIN_STEPS:
            kept = None
        words = f'{WORDS[field].lower()} quick win "{_short(item)}"'
        edits = [self._birth(item, {field: kept})]
        return self._store.write(edits, words, typing=field in _TYPED)

    def mark(self, candidate: RowId, field: str, keys: Collection[str]) -> Changes:
        """Say which ``kind`` or which agencies in ``support`` hold, in one act."""
        item = self._item(candidate)
        stands = set(item.kinds if field == "kind" else item.support)
        known = set(QUICKWIN_KINDS) if field == "kind" else {str(row) for row in self.sheets().names}
        wanted = {key for key in keys if key in known}
        values: dict[str, Value] = {f"{field}@{key}": "1" for key in sorted(wanted - stands)}
        values |= {f"{field}@{key}": None for key in sorted(stands - wanted)}
        words = self._store.say(f'{WORDS[field][:1].lower()}{WORDS[field][1:]} quick win "{_short(item)}"')
        return self._store.write([self._birth(item, values)], words) if values else Changes()

    def write_month(self, candidate: RowId, month: int, field: str, value: str) -> Changes:
        """Write plan, state or evidence of one of the twelve months."""
        item = self._item(candidate)
        kept: Value = value.strip() or None
        if field == "state" and value not in PROGRESS:
            kept = None
        words = f'{_MONTH[field]} bulan {month} quick win "{_short(item)}"'
        edits = self._month(item, month, {field: kept})
        return self._store.write(edits, words, typing=field != "state")

    def add_partner(self, candidate: RowId, name: str, form: str = "") -> Changes:
        """Add somebody who works along; without a name nothing is done."""
        item = self._item(candidate)
        told = " ".join(name.split())
        if not told:
            return Changes()
        edits = self._partners(item, [(told, " ".join(form.split()))])
        return self._store.write(edits, f'mitra quick win "{_short(item)}": {shortened(told, _NAME)}')

    def remove_partner(self, candidate: RowId, partner: RowId) -> Changes:
        """Take a partner off a sheet."""
        item = self._item(candidate)
        if partner not in {one.id for one in item.partners}:
            return Changes()
        return self._store.write([Gone(query.PARTNER, partner)], f'hapus mitra quick win "{_short(item)}"')

    def take(self, candidate: RowId, fields: Collection[str] = ()) -> Changes:
        """Write what is proposed for these fields (all where none is named), in one act.

        A field that is no longer empty keeps what stands in it.
        """
        item = self._item(candidate)
        found = {name: offer for name, offer in offers(item).items() if not fields or name in fields}
        if not found:
            return Changes()
        words = f'pakai usulan quick win "{_short(item)}": {offer_words(found)}'
        return self._store.write(self._taken(item, found), words)

    def _taken(self, item: QuickWinSheet, found: dict[str, Offer]) -> list[Edit]:
        values: dict[str, Value] = {}
        later: list[Edit] = []
        for name, offer in found.items():
            if name.startswith(_MARK):
                month = int(name.removeprefix(_MARK))
                later += self._month(item, month, {"plan": offer.value})[1:]
            elif name == "partners":
                told = [(" ".join(text.split()), "") for text in offer.value.split(";") if text.strip()]
                later += self._partners(item, told)[1:]
            elif name in {"kind", "support"}:
                values |= {f"{name}@{key}": "1" for key in offer.value.split()}
            else:
                values[name] = offer.value
        return [self._birth(item, values), *later]

    def _birth(self, item: QuickWinSheet, values: dict[str, Value]) -> Birth:
        return Birth(query.ENTITY, self._row(item), {"candidate": item.candidate.id, **values})

    def _month(self, item: QuickWinSheet, month: int, values: dict[str, Value]) -> list[Edit]:
        row = self._store.key(query.MONTH, self._row(item), str(month))
        keys: dict[str, Value] = {"quickwin": self._row(item), "month": month}
        return [self._birth(item, {}), Birth(query.MONTH, row, {**keys, **values})]

    def _partners(self, item: QuickWinSheet, told: list[tuple[str, str]]) -> list[Edit]:
        last = max((one.pos for one in item.partners), default="")
        edits: list[Edit] = [self._birth(item, {})]
        for name, form in told:
            last = between(last, "")
            values: dict[str, Value] = {"pos": last, "quickwin": self._row(item), "name": name, "form": form}
            edits.append(Birth(query.PARTNER, self._store.ids.new(), values))
        return edits

    def write_partner(self, candidate: RowId, partner: RowId, field: str, value: str) -> Changes:
        """Change the name or the form of a partner; a name is never emptied."""
        item = self._item(candidate)
        kept = " ".join(value.split())
        if partner not in {one.id for one in item.partners} or (field == "name" and not kept):
            return Changes()
        words = f'mitra quick win "{_short(item)}"'
        return self._store.write([Set(query.PARTNER, partner, field, kept or None)], words, typing=True)

    def _row(self, item: QuickWinSheet) -> RowId:
        return self._store.key(query.ENTITY, item.candidate.id)

    def _item(self, candidate: RowId) -> QuickWinSheet:
        found = self.sheets().item(candidate)
        if found is None:
            raise UserFault("row-gone")
        return found


def _short(item: QuickWinSheet) -> str:
    return shortened(item.candidate.name, _NAME)
