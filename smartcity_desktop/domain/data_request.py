"""What the agencies are asked to bring, and what of it has come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd

BELUM, ADA, TIDAK_PERLU = "belum", "ada", "tidak_perlu"
"""What ``entity.DELIVERIES`` holds: not there, there, and not asked of this agency."""
RENSTRA: Final = "renstra"
"""``DataItem.auto`` of what counts as brought as soon as the file holds it."""
STATES: Final = ("belum", "sebagian", "lengkap")
STATE_WORDS: Final[Mapping[str, str]] = {"belum": "Belum", "sebagian": "Sebagian", "lengkap": "Lengkap"}


@dataclass(frozen=True, slots=True)
class DataItem:
    """One thing that every agency is asked for; ``auto`` is ``renstra`` where the file itself knows."""

    id: RowId = NO_ROW
    pos: str = ""
    title: str = ""
    note: str = ""
    auto: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """Whether one agency has brought one thing; ``state`` is one of ``entity.DELIVERIES``."""

    id: RowId = NO_ROW
    opd: RowId = NO_ROW
    item: RowId = NO_ROW
    state: str = ""
    at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """How it stands with one thing of one agency; ``auto`` was told by the file itself, by nobody's hand."""

    state: str = BELUM
    auto: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class OpdRequest:
    """One agency with its cells in the order of the items."""

    opd: Opd
    cells: tuple[Cell, ...] = ()

    @property
    def wanted(self) -> int:
        """How many things are asked of it."""
        return sum(item.state != TIDAK_PERLU for item in self.cells)

    @property
    def brought(self) -> int:
        """How many of them are there."""
        return sum(item.state == ADA for item in self.cells)

    @property
    def state(self) -> str:
        """One of ``STATES``; an agency that nothing is asked of is complete."""
        if self.brought >= self.wanted:
            return "lengkap"
        return "sebagian" if self.brought else "belum"


@dataclass(frozen=True, slots=True)
class DataRequest:
    """Everything about the data that is asked for: the items, each agency, until when (ISO day).

    ``retired`` items are asked of nobody any more; what was written about them stays.
    """

    items: tuple[DataItem, ...] = ()
    rows: tuple[OpdRequest, ...] = ()
    due: str = ""
    retired: tuple[DataItem, ...] = field(default=(), repr=False)

    @property
    def counts(self) -> dict[str, int]:
        """How many agencies are complete, partly so, or have brought nothing, by state."""
        found = dict.fromkeys(STATES, 0)
        for item in self.rows:
            found[item.state] += 1
        return found

    @property
    def incomplete(self) -> tuple[OpdRequest, ...]:
        """The agencies that something is still wanted of."""
        return tuple(item for item in self.rows if item.state != "lengkap")


def rows_of(
    opds: Iterable[Opd],
    items: Sequence[DataItem],
    deliveries: Iterable[Delivery],
    read: Mapping[RowId, str],
) -> tuple[OpdRequest, ...]:
    """Return how it stands with every agency; ``read`` says when the Renstra of an agency was read in.

    A Renstra that was read is there, whatever is written down. It is not asked of an agency that needs none,
    as long as nobody wrote otherwise.
    """
    known = {(item.opd, item.item): item for item in deliveries}

    def cell(opd: Opd, item: DataItem) -> Cell:
        written = known.get((opd.id, item.id))
        if item.auto == RENSTRA and opd.id in read:
            return Cell(ADA, auto=True, at=read[opd.id])
        if written is not None and written.state:
            return Cell(written.state, at=written.at)
        free = item.auto == RENSTRA and not opd.renstra_required
        return Cell(TIDAK_PERLU, auto=True) if free else Cell()

    return tuple(OpdRequest(opd, tuple(cell(opd, item) for item in items)) for opd in opds)
