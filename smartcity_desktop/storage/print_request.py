"""The letters that ask for data, the reminders, and the attachment to the invitation, gathered."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from smartcity_desktop.domain import paper_request as paper
from smartcity_desktop.domain.data_request import DataRequest, OpdRequest
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.print_job import (
    DATA_REMINDER,
    DATA_REQUEST,
    INVITATION,
    PrintAsk,
    PrintJob,
    file_name,
    kind_of,
)
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.wording import calm_name, day_of
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage.data_request import request_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.people import people
from smartcity_desktop.storage.print_agenda import agenda_days
from smartcity_desktop.storage.print_stage import days_of, meant_stage


def _letters(kind: str, work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the letters to one agency or to all; reminders only to those that something is wanted of.

    The inviting agency writes none to itself, unless it alone is asked for.
    """
    request = request_of(work.store)
    stage = meant_stage(work, ask)
    reminder = kind == DATA_REMINDER
    host = paper.host_of(work.opds, work.workshop)
    own = host.id if host and not ask.opd else NO_ROW
    known = [item for item in request.rows if not ask.opd or item.opd.id == ask.opd]
    open_rows = [item for item in known if not reminder or item.state != "lengkap"]
    wanted = [item for item in open_rows if item.opd.id != own]
    frame = work.frame(stage, "")
    blank = replace(_blank(work, request, stage), reminder=reminder, signer=_signer(work, kind, ask))
    jobs = tuple(
        PrintJob(
            kind,
            file_name(kind, item.opd.called),
            frame,
            picture=_letter(work, blank, request, item),
        )
        for item in wanted
    )
    found = kind_of(kind)
    title = work.words.say(found.title if found else kind)
    if len(jobs) == 1:
        return jobs[0]
    picture: object = blank
    if reminder and request.rows:
        picture = paper.NobodyReminded(host.called if host and open_rows else "")
    return PrintJob(kind, title, frame, picture=picture, jobs=jobs)


def _letter(
    work: Gathering, blank: paper.RequestLetter, request: DataRequest, row: OpdRequest
) -> paper.RequestLetter:
    """Return the letter to nobody as the one to an agency."""
    lines = paper.letter_lines(request.items, row)
    letter = replace(
        blank,
        opd=row.opd.id,
        called=row.opd.called,
        name=row.opd.name,
        to=paper.head_of(row.opd),
        lines=lines,
    )
    if not blank.reminder:
        return letter
    missing = tuple(item for item in lines if not item.there)
    brought = tuple(item.title for item in lines if item.there)
    subject = work.words.say("Pengingat permintaan data OPD")
    return replace(letter, lines=missing, brought=brought, subject=subject)


def _blank(work: Gathering, request: DataRequest, stage: Stage | None) -> paper.RequestLetter:
    """Return the letter to nobody: to be addressed by hand."""
    workshop = work.workshop
    title = (stage.title if stage else "") or workshop.title
    when = paper.days_words(days_of(work, stage))
    place = stage.place if stage else ""
    about = " ".join(
        text
        for text in (
            title,
            f"pada {when}" if when else "",
            f"di {place}" if place else "",
        )
        if text
    )
    return paper.RequestLetter(
        subject=work.words.say("Permintaan data OPD"),
        about=about or "penyusunan masterplan smart city",
        host=workshop.agency or "panitia",
        lines=tuple(paper.AskedLine(item.title, item.note) for item in request.items),
        due=day_of(request.due),
        day=work.store.now().date(),
    )


def _invitation(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the attachment to the invitation to a stage."""
    stage = meant_stage(work, ask)
    request = request_of(work.store)
    by_name = ask.choice == paper.BY_NAME
    picture = paper.InvitationPicture(
        title=(stage.title if stage else "") or work.workshop.title,
        purpose=stage.goal if stage else "",
        days=agenda_days(work, ask),
        invited=_by_name(work) if by_name else _by_agency(work),
        by_name=by_name,
        bring=tuple(work.words.say(text) for text in paper.brings(request)),
        due=day_of(request.due),
        host=work.workshop.agency,
        signer=_inviting(work, ask),
    )
    return PrintJob(INVITATION, "Lampiran undangan", work.frame(stage, ""), picture=picture)


def _signer(work: Gathering, kind: str, ask: PrintAsk) -> Signer | None:
    """Return who signs a letter; a letter bears no heading over the office."""
    return next((replace(item, heading="") for item in work.signers(kind, ask.signer)), None)


def _inviting(work: Gathering, ask: PrintAsk) -> Signer:
    """Return who signs for the inviting agency: its head, as an office alone where nobody is named."""
    return _signer(work, INVITATION, ask) or Signer(
        position=paper.head_words(calm_name(work.workshop.agency))
    )


def _by_agency(work: Gathering) -> tuple[paper.Invited, ...]:
    """Return the agencies, then the institutions that participants come from, with how many people."""
    known = {item.id for item in work.opds}
    expected = [item for item in people(work.db) if not item.walk_in]
    counted = Counter(item.opd for item in expected if item.opd in known)
    others = Counter(
        " ".join(item.institution.split())
        for item in expected
        if item.opd not in known and item.institution.strip()
    )
    return (
        *(paper.Invited(item.name, counted.get(item.id)) for item in work.opds),
        *(paper.Invited(name, count) for name, count in others.items()),
    )


def _by_name(work: Gathering) -> tuple[paper.Invited, ...]:
    agencies = {item.id: item.name for item in work.opds}
    return tuple(
        paper.Invited(item.name, None, item.position, agencies.get(item.opd) or item.institution)
        for item in people(work.db)
        if not item.walk_in
    )


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    INVITATION: _invitation,
    DATA_REQUEST: partial(_letters, DATA_REQUEST),
    DATA_REMINDER: partial(_letters, DATA_REMINDER),
}
