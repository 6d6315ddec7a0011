"""The minutes: decisions, questions, follow-ups with owner and day, and plain lines."""

from dataclasses import dataclass

from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the minutes; ``made_at`` is an ISO moment, ``due`` an ISO day."""

    id: RowId = NO_ROW
    pos: str = ""
    stage: RowId = NO_ROW
    session: RowId = NO_ROW
    opd: RowId = NO_ROW
    group: RowId = NO_ROW
    kind: str = ""
    text: str = ""
    owner: str = ""
    owner_opd: RowId = NO_ROW
    due: str = ""
    state: str = ""
    made_at: str = ""
