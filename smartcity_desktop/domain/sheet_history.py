"""What a whole sheet was at the end of a stage, and which of its rows come back beside the present ones."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.row_history import copied, is_copied
from smartcity_desktop.domain.stage_copy import CHANGED, WAYS, Names, RowState, changes_of
from smartcity_desktop.domain.wording import number

_SHEET: Final = "sheet"
_ADDED: Final = "ditambahkan di bawah isian sekarang. Isian sekarang tidak diubah."
_FIXED: Final = "baris berbutir tetap tidak digandakan; isi lamanya ada di riwayat baris itu."


@dataclass(frozen=True, slots=True)
class SheetChange:
    """What became of the rows of one sheet since a stage ended.

    ``copied`` are rows of that time that nothing on the sheet says now, and that can stand as rows of their
    own; ``fixed`` is how many changed rows stand once per other rows: their history keeps their values.
    """

    sheet: RowId = NO_ROW
    words: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    copied: tuple[RowState, ...] = ()
    fixed: int = 0

    @property
    def told(self) -> str:
        """``3 baru, 12 diubah, 1 dihapus``."""
        return ", ".join(f"{number(self.counts[way])} {way}" for way in WAYS if self.counts.get(way))

    @property
    def counted(self) -> Mapping[str, int]:
        """How many rows of each kind can come back."""
        return Counter(item.ent for item in self.copied)

    @property
    def back(self) -> str:
        """Say how many of its rows can come back."""
        if self.copied:
            return f"{number(len(self.copied))} baris"
        return "isi lama ada di riwayat baris" if self.fixed else "tidak ada yang hilang"

    def done(self, when: str) -> str:
        """Say what was done after they came back; ``when`` is ``akhir Tahap II``."""
        fixed = f" {number(self.fixed)} {_FIXED}" if self.fixed else ""
        many = number(len(self.copied))
        return f"{many} baris {self.words} seperti {when} {_ADDED}{fixed}"


def by_sheet(states: Iterable[RowState], words: Mapping[str, str], names: Names) -> list[SheetChange]:
    """Return what changed sheet by sheet, in the order of ``words``: the sheets that stand, by id.

    A row that went to another sheet is gone from the first and new on the other.
    """
    of: dict[str, list[tuple[str, RowState]]] = {}
    for state in states:
        if _SHEET not in _fields(state.ent) or CATALOG[state.ent].owner != _SHEET:
            continue
        before, after = state.before.get(_SHEET, ""), state.after.get(_SHEET, "")
        moved = state.way == CHANGED and before != after
        if moved:
            of.setdefault(before, []).append(("dihapus", state))
            of.setdefault(after, []).append(("baru", state))
        elif state.way and not (state.way == CHANGED and not changes_of(state, names)):
            of.setdefault(before or after, []).append((state.way, state))
    return [_change(RowId(sheet), called, of[sheet]) for sheet, called in words.items() if sheet in of]


def _fields(ent: str) -> frozenset[str]:
    return frozenset(CATALOG[ent].by_name) if ent in CATALOG else frozenset()


def _change(sheet: RowId, words: str, found: list[tuple[str, RowState]]) -> SheetChange:
    earlier = [state for way, state in found if way != "baru"]
    # What was put back before stands already: it is not put back twice.
    stand = [_said(state.ent, state.after) for _, state in found if _stands(state, sheet)]
    lost = [
        state for state in earlier if is_copied(state.ent) and _said(state.ent, state.before) not in stand
    ]
    return SheetChange(
        sheet,
        words,
        Counter(way for way, _ in found),
        tuple(sorted(lost, key=lambda item: item.before.get("pos", ""))),
        sum(not is_copied(state.ent) for state in earlier),
    )


def _stands(state: RowState, sheet: str) -> bool:
    return state.stands and state.after.get(_SHEET) == sheet


def _said(ent: str, values: Mapping[str, str]) -> dict[str, Value]:
    """Return what a row says on its sheet."""
    return {name: value for name, value in copied(ent, values).items() if name != _SHEET}
