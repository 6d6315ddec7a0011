"""The prints about people, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain import report as pictures
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.session_report import times
from smartcity_desktop.domain.wording import day_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.people import people


def _attendance(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the daftar hadir of a session: the known participants, or the OPD as expected guests."""
    found = work.session(ask.session)
    names = {item.id: item.name for item in work.opds}
    rows = [
        pictures.AttendanceRow(item.name, item.position, names.get(item.opd, item.institution))
        for item in people(work.db)
    ] or [pictures.AttendanceRow("", "", item.name) for item in work.opds]
    stage = work.stage(row=found.stage if found else NO_ROW)
    form = pictures.AttendanceForm(
        title=found.title if found else work.workshop.title,
        day=day_of(found.date) if found else day_of(stage.date_start if stage else ""),
        planned=times(found.start_plan, found.end_plan) if found else "",
        place=found.place if found else (stage.place if stage else ""),
        rows=tuple(rows),
        signers=work.signers(),
    )
    return PrintJob("daftar-hadir", "Daftar hadir", work.frame(stage, work.number(found)), attendance=form)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {"daftar-hadir": _attendance}
