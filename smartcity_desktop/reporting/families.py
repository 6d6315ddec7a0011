"""Which module sets which family of prints; only the one that is needed is loaded."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_book import BookPaper
from smartcity_desktop.domain.print_job import PrintJob, kind_of
from smartcity_desktop.reporting.page import Part, Told

_LARGE: Final = 24
"""Tables and charts of a book above which it is laid out apart."""


def parts(job: PrintJob) -> list[Part]:
    """Return the parts of one gathered print."""
    kind = kind_of(job.kind)
    return _FAMILIES.get(kind.family if kind else "", _worksheet)(job)


def whole(job: PrintJob, told: Told) -> bytes | None:
    """Return the PDF of a print that is laid out by itself, as a book is; None where it is made of parts."""
    kind = kind_of(job.kind)
    if kind is None or kind.family != "book":
        return None
    from smartcity_desktop.reporting import book

    return book.whole(job, told)


def is_large(job: PrintJob) -> bool:
    """Tell whether a print takes so long that it is laid out in a process of its own."""
    picture = job.picture
    return isinstance(picture, BookPaper) and len(picture.parts) > _LARGE


def _agenda(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import agenda

    return agenda.parts(job)


def _alignment(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import alignment

    return alignment.parts(job)


def _attendance(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import attendance

    return attendance.parts(job)


def _book(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import book

    return book.parts(job)


def _day(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import day

    return day.parts(job)


def _day_report(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import day_report

    return day_report.parts(job)


def _cards(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import cards

    return cards.parts(job)


def _certificate(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import certificate

    return certificate.parts(job)


def _commitment(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import commitment

    return commitment.parts(job)


def _coverage(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import coverage

    return coverage.parts(job)


def _dossier(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import dossier

    return dossier.parts(job)


def _evaluation(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import evaluation

    return evaluation.parts(job)


def _duty(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import duty

    return duty.parts(job)


def _finding(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import finding

    return finding.parts(job)


def _group(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import group

    return group.parts(job)


def _homework(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import homework

    return homework.parts(job)


def _monitor(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import monitor

    return monitor.parts(job)


def _leader(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import leader

    return leader.parts(job)


def _numbered(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import numbered

    return numbered.parts(job)


def _opening(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import opening

    return opening.parts(job)


def _people(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import people

    return people.parts(job)


def _press(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import press

    return press.parts(job)


def _quickwin(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import quickwin

    return quickwin.parts(job)


def _quickwin_sheet(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import quickwin_sheet

    return quickwin_sheet.parts(job)


def _readiness(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import readiness

    return readiness.parts(job)


def _initiative(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import initiative

    return initiative.parts(job)


def _recap(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import recap

    return recap.parts(job)


def _record(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import record

    return record.parts(job)


def _register(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import register

    return register.parts(job)


def _request(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import request

    return request.parts(job)


def _result(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import result

    return result.parts(job)


def _rule(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import rule

    return rule.parts(job)


def _roadmap(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import roadmap

    return roadmap.parts(job)


def _second(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import second

    return second.parts(job)


def _session(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import session

    return session.parts(job)


def _shared(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import shared

    return shared.parts(job)


def _stage_copy(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import stage_copy

    return stage_copy.parts(job)


def _stage_report(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import stage_report

    return stage_report.parts(job)


def _swot(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import swot

    return swot.parts(job)


def _vision(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import vision

    return vision.parts(job)


def _vote(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import vote

    return vote.parts(job)


def _worksheet(job: PrintJob) -> list[Part]:
    from smartcity_desktop.reporting import worksheet

    return worksheet.parts(job)


_FAMILIES: Final[Mapping[str, Callable[[PrintJob], list[Part]]]] = {
    "agenda": _agenda,
    "alignment": _alignment,
    "attendance": _attendance,
    "book": _book,
    "day": _day,
    "day-report": _day_report,
    "cards": _cards,
    "certificate": _certificate,
    "commitment": _commitment,
    "coverage": _coverage,
    "dossier": _dossier,
    "evaluation": _evaluation,
    "duty": _duty,
    "finding": _finding,
    "group": _group,
    "homework": _homework,
    "monitor": _monitor,
    "leader": _leader,
    "numbered": _numbered,
    "opening": _opening,
    "people": _people,
    "press": _press,
    "quickwin": _quickwin,
    "quickwin_sheet": _quickwin_sheet,
    "readiness": _readiness,
    "initiative": _initiative,
    "recap": _recap,
    "record": _record,
    "register": _register,
    "request": _request,
    "result": _result,
    "rule": _rule,
    "roadmap": _roadmap,
    "second": _second,
    "session": _session,
    "shared": _shared,
    "stage_copy": _stage_copy,
    "stage-report": _stage_report,
    "swot": _swot,
    "vision": _vision,
    "vote": _vote,
    "worksheet": _worksheet,
}
