"""What the agencies are asked to bring, and what of it has come."""

from dataclasses import dataclass

from smartcity_desktop.domain.ids import NO_ROW, RowId


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
