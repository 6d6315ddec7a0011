"""What Hasil reads of one worksheet."""

from dataclasses import dataclass, field

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import Pair
from smartcity_desktop.domain.result import Result
from smartcity_desktop.domain.worksheet import Worksheet, used_in
from ui.context import Services


@dataclass(frozen=True, slots=True)
class Picture:
    """What was read for one worksheet."""

    worksheets: tuple[Worksheet, ...] = ()
    worksheet: RowId = NO_ROW
    result: Result = field(default_factory=Result)
    pairs: tuple[Pair, ...] = ()
    targets: tuple[Worksheet, ...] = ()
    row: str = ""


def gathered(services: Services, stage: int, wanted: RowId, row: str) -> Picture:
    """Read the results of the wanted worksheet, of that of ``row``, or of the first one of the stage."""
    known = [item for item in services.result.worksheets() if not item.retired]
    by_id = {item.id: item for item in known}
    chosen = by_id.get(RowId(row))
    if chosen is None and row:
        found = services.worksheet.find_row(RowId(row))
        chosen = by_id.get(found.worksheet) if found else None
    chosen = chosen or by_id.get(wanted)
    offered = used_in(stage, known)
    chosen = chosen or next(iter(offered), None) or next(iter(known), None)
    if chosen is None:
        return Picture()
    shown = offered if chosen in offered else (*offered, chosen)
    return Picture(
        shown,
        chosen.id,
        services.result.result(chosen.id),
        services.result.near(chosen.id),
        tuple(services.carry.targets(chosen.id)),
        row if row != chosen.id else "",
    )
