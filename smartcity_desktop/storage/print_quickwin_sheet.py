"""The sheets of quick wins and their months, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_quickwin_sheet import (
    BLANK,
    SCHEDULE,
    SHEET,
    SchedulePicture,
    SheetsPicture,
    sheet_page,
)
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.quickwin_sheet import sheets


def _sheets(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the sheet that is asked for by its candidate, those of an agency, else all."""
    found = sheets(work.db)
    own = [item for item in found.items if ask.opd in {"", item.candidate.id, item.candidate.opd}]
    blank = ask.choice == BLANK
    pages = tuple(sheet_page(found, item, work.words.say, blank=blank) for item in own)
    name = "Lembar quick win" + (f" {own[0].candidate.name}" if len(own) == 1 and ask.opd else "")
    return PrintJob(SHEET, name, work.frame(None, ""), picture=SheetsPicture(pages))


def _schedule(work: Gathering, _ask: PrintAsk) -> PrintJob:
    """Gather the months of all quick wins."""
    found = sheets(work.db)
    pages = tuple(sheet_page(found, item, work.words.say) for item in found.items)
    picture = SchedulePicture(found.told, pages)
    return PrintJob(SCHEDULE, "Jadwal 12 bulan quick win", work.frame(None, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    SHEET: _sheets,
    SCHEDULE: _schedule,
}
