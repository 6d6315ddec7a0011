"""Every kind of print and what gathers it from the file, family by family."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from smartcity_desktop.domain.paper_bundle import ALL_TODAY
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.storage import (
    print_agenda,
    print_alignment,
    print_attendance,
    print_cards,
    print_certificate,
    print_coverage,
    print_day,
    print_finding,
    print_group,
    print_homework,
    print_opening,
    print_paper,
    print_people,
    print_press,
    print_quickwin,
    print_readiness,
    print_recap,
    print_record,
    print_register,
    print_report_day,
    print_request,
    print_result,
    print_second,
    print_session,
    print_shared,
    print_sheet,
    print_swot,
    print_vision,
    print_vote,
)
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_bundle import bundle

Gatherer = Callable[[Gathering, PrintAsk], PrintJob]

_EACH: Final[Mapping[str, Gatherer]] = {
    **print_agenda.GATHER,
    **print_alignment.GATHER,
    **print_attendance.GATHER,
    **print_cards.GATHER,
    **print_certificate.GATHER,
    **print_coverage.GATHER,
    **print_day.GATHER,
    **print_finding.GATHER,
    **print_group.GATHER,
    **print_homework.GATHER,
    **print_opening.GATHER,
    **print_paper.GATHER,
    **print_people.GATHER,
    **print_press.GATHER,
    **print_quickwin.GATHER,
    **print_readiness.GATHER,
    **print_recap.GATHER,
    **print_record.GATHER,
    **print_register.GATHER,
    **print_report_day.GATHER,
    **print_request.GATHER,
    **print_result.GATHER,
    **print_second.GATHER,
    **print_session.GATHER,
    **print_shared.GATHER,
    **print_sheet.GATHER,
    **print_swot.GATHER,
    **print_vision.GATHER,
    **print_vote.GATHER,
}
GATHER: Final[Mapping[str, Gatherer]] = {**_EACH, ALL_TODAY: partial(bundle, _EACH)}
