"""The programs of all plans in one list: whose they are, what they are called, and how they were read."""

from dataclasses import dataclass

from smartcity_desktop.domain.entity import RELEVANT
from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class PlanProgram:
    """One program of a Renstra with what was said of it.

    ``units`` are the divisions that the plan names for the program or the activities below it; ``dimension``
    and ``subdimension`` are codes; ``indicators`` are names. A ``support`` program is kept out of counts.
    """

    id: RowId = NO_ROW
    opd: RowId = NO_ROW
    opd_name: str = ""
    code: str = ""
    name: str = ""
    support: bool = False
    units: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    relevant: str = ""
    dimension: str = ""
    subdimension: str = ""
    proposal: str = ""
    partners: str = ""

    @property
    def is_relevant(self) -> bool:
        """Whether it was read as wholly or partly relevant."""
        return self.relevant in RELEVANT

    @property
    def called(self) -> str:
        """``2.16.02 Pengelolaan Informasi``, as it stands in the plan."""
        return f"{self.code} {self.name}".strip()

    @property
    def told(self) -> str:
        """``Diskominfo: 2.16.02 Pengelolaan Informasi``."""
        return f"{self.opd_name}: {self.called}" if self.opd_name else self.called


@dataclass(frozen=True, slots=True)
class PlanInitiative:
    """One program smart city with whom it is done and what it came from.

    ``dimension`` and ``subdimension`` are codes; ``elements`` the kinds of partners beside the government.
    """

    id: RowId = NO_ROW
    name: str = ""
    dimension: str = ""
    subdimension: str = ""
    opd: RowId = NO_ROW
    opd_name: str = ""
    support: tuple[RowId, ...] = ()
    partners: str = ""
    elements: tuple[str, ...] = ()
    lines: tuple[RowId, ...] = ()
    points: tuple[RowId, ...] = ()
    text: str = ""
    indicator: str = ""
    ict: str = ""
    innovation: tuple[str, ...] = ()
    sdg: tuple[int, ...] = ()
    spbe: tuple[str, ...] = ()
    grade: str = ""
    sheet: RowId = NO_ROW
