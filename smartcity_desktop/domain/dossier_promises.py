"""What one OPD promised: decisions, follow-ups and the sessions in which its sheet was worked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smartcity_desktop.domain.dossier import Visit
from smartcity_desktop.domain.dossier_questions import said_at
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.report import FollowUp, NoteLine
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.session_report import times
from smartcity_desktop.domain.wording import day_of, label, plan_time


@dataclass(frozen=True, slots=True)
class SheetVisits:
    """One sheet of an OPD (``title`` of its worksheet) with what was counted in each session."""

    title: str = ""
    number: str = ""
    status: str = ""
    sessions: tuple[RowId, ...] = ()
    present: Mapping[RowId, int] = field(default_factory=dict)
    represented_by: Mapping[RowId, str] = field(default_factory=dict)


def decisions(notes: Sequence[Note], agency: Opd, sessions: Mapping[RowId, Session]) -> tuple[NoteLine, ...]:
    """Return the decisions that were taken with this OPD, with session and moment."""
    return tuple(
        NoteLine(item.text, source=said_at(item, sessions))
        for item in notes
        if item.kind == "keputusan" and agency.id in {item.opd, item.owner_opd}
    )


def follow_ups(notes: Sequence[Note], agency: Opd) -> tuple[FollowUp, ...]:
    """Return what this OPD has to do, the nearest day first: it is the owner, or nobody else's OPD is."""
    return _follow_ups(
        [
            item
            for item in notes
            if item.owner_opd == agency.id or (item.opd == agency.id and item.owner_opd == NO_ROW)
        ]
    )


def waiting(notes: Sequence[Note], agency: Opd) -> tuple[FollowUp, ...]:
    """Return what was noted at this OPD and another OPD has to do, the nearest day first."""
    return _follow_ups(
        [item for item in notes if item.opd == agency.id and item.owner_opd not in {NO_ROW, agency.id}]
    )


def _follow_ups(notes: Sequence[Note]) -> tuple[FollowUp, ...]:
    found = [item for item in notes if item.kind == "tindak_lanjut"]
    found.sort(key=lambda item: (item.state == "selesai", not item.due, item.due))
    return tuple(
        FollowUp(item.text, item.owner, day_of(item.due), label("state", item.state or "belum"))
        for item in found
    )


def _clock(session: Session) -> str:
    """Return when a session began on the clock: the real time where it has begun, else the planned one."""
    return plan_time(session.started_at or session.start_plan)


def visits(sheets: Sequence[SheetVisits], sessions: Mapping[RowId, Session]) -> tuple[Visit, ...]:
    """Return the sessions in which the sheets of an OPD were worked, in their order."""
    worked = [(sessions[row], sheet) for sheet in sheets for row in sheet.sessions if row in sessions]
    worked.sort(key=lambda item: (item[0].date, _clock(item[0]), item[1].number))
    return tuple(
        Visit(
            session=session.title,
            day=day_of(session.date),
            times=times(session.started_at or session.start_plan, session.ended_at or session.end_plan),
            sheet=f"{sheet.title} {sheet.number}".strip(),
            present=sheet.present.get(session.id),
            represented_by=sheet.represented_by.get(session.id, ""),
            status=label("status", sheet.status or "belum"),
        )
        for session, sheet in worked
    )
