"""Prints: one consistent picture is gathered from the file, rendering it needs the file no more."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from smartcity_desktop.domain import report as pictures
from smartcity_desktop.domain.dimension import RETIRED
from smartcity_desktop.domain.dossier import Dossier
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.group_report import group_points, group_summary, summary_of_groups, written
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.print_job import (
    BLANK,
    DOSSIER,
    FILLED,
    KINDS,
    PER_OPD,
    PrintJob,
    PrintKind,
    each,
    file_name,
)
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.session_report import attendance as attendance_of
from smartcity_desktop.domain.session_report import (
    blanks,
    has_answers,
    homes,
    is_expected,
    open_points,
    relevant,
    report_year,
    result,
    sheet_picture,
    silent_line,
    summary,
    times,
)
from smartcity_desktop.domain.wording import day_of, label, plan_time, stage_name
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Sheet, Worksheet
from smartcity_desktop.domain.workshop import Stage, Workshop
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.paths import replace_file, safe_name, unused
from smartcity_desktop.storage import attachment
from smartcity_desktop.storage import dimension as dimension_query
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import workshop as query
from smartcity_desktop.storage.dossier import dossiers
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.people import people
from smartcity_desktop.storage.photo import photos
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheets

__all__ = [
    "BLANK",
    "DOSSIER",
    "FILLED",
    "KINDS",
    "PER_OPD",
    "Paper",
    "PrintJob",
    "PrintKind",
    "ReportService",
    "each",
    "page_count",
    "page_is_broad",
    "page_png",
    "render",
    "save",
    "save_new",
]
Paper = pictures.Paper


def render(job: PrintJob, told: Callable[[int, int], None] = lambda _done, _total: None) -> bytes:
    """Return the PDF of a gathered print. Slow: for the side pool.

    Where it is made of several OPD ``told`` hears (steps done, of how many); what it raises ends the work.
    """
    from smartcity_desktop.reporting import dossier as dossier_print
    from smartcity_desktop.reporting import page
    from smartcity_desktop.reporting import people as people_print
    from smartcity_desktop.reporting import session as session_print
    from smartcity_desktop.reporting import worksheet as worksheet_print

    if job.session is not None:
        return session_print.session_report(job.session, job.frame)
    if job.attendance is not None:
        return people_print.attendance(job.attendance, job.frame)
    if job.kind == DOSSIER:
        dossiers = [dossier_print.dossier_part(item, job.frame) for item in job.dossiers or (Dossier(),)]
        return page.press(dossiers, title=job.name, told=told)
    made = worksheet_print.blank_part if job.kind == BLANK else worksheet_print.filled_part
    sheets = job.sheets or (pictures.SheetPicture(),)
    found = [made(sheet, _sheet_frame(sheet, job.frame)) for sheet in sheets]
    found += [worksheet_print.silent_part(job.silent, job.frame)] if job.silent else []
    return page.press(found, title=job.name if len(found) > 1 else "", told=told)


def _sheet_frame(sheet: pictures.SheetPicture, frame: pictures.PrintFrame) -> pictures.PrintFrame:
    return replace(
        frame, doc_number=sheet.number or frame.doc_number, stage_name=sheet.stage or frame.stage_name
    )


def save(pdf: bytes, target: Path) -> None:
    """Write a rendered print whole or not at all. Raises DiskFault ``print-not-saved``."""
    try:
        replace_file(target, partial(_fill, pdf))
    except OSError:
        raise DiskFault("print-not-saved", name=target.name) from None


def save_new(pdf: bytes, folder: Path, name: str) -> Path:
    """Write a rendered print into a folder under a name that nothing there has yet, and return where.

    Raises DiskFault ``print-not-saved``.
    """
    try:
        target = unused(folder / f"{safe_name(name)}.pdf")
    except OSError:
        raise DiskFault("print-not-saved", name=name) from None
    save(pdf, target)
    return target


def _fill(pdf: bytes, path: Path) -> None:
    path.write_bytes(pdf)


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a rendered print."""
    from smartcity_desktop.reporting import pages

    return pages.page_count(pdf)


def page_png(pdf: bytes, index: int, width_px: int) -> bytes:
    """Return one page of a rendered print (from 0) as PNG, ``width_px`` wide."""
    from smartcity_desktop.reporting import pages

    return pages.page_png(pdf, index, width_px)


def page_is_broad(pdf: bytes, index: int) -> bool:
    """Tell whether a page of a rendered print (from 0) lies broad."""
    from smartcity_desktop.reporting import pages

    width, height = pages.page_size(pdf, index)
    return width > height


def _is_wanted(kind: str, grid: Grid) -> bool:
    """Tell whether a sheet is printed with all others: where there is something on it, or to be written."""
    return has_answers(grid) if kind == FILLED else is_expected(grid)


def _printed(kind: str, grid: Grid) -> pictures.SheetPicture:
    """Return a sheet as it is printed; rows that a table adds itself are left to it on the blank one."""
    if not grid.worksheet.takes_rows:
        return sheet_picture(grid)
    return sheet_picture(replace(grid, rows=()) if kind == BLANK else written(grid))


class ReportService:
    """Gathers prints from the file."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def kinds(self) -> tuple[PrintKind, ...]:
        """Return every kind of print, by moment."""
        return KINDS

    def gather(
        self,
        kind: str,
        *,
        opd: RowId = NO_ROW,
        session: RowId = NO_ROW,
        worksheet: RowId = NO_ROW,
        paper: Paper | None = None,
        even_empty: bool = False,
    ) -> PrintJob:
        """Return one consistent picture of a print.

        ``opd`` limits sheets to one party, an OPD or a dimension group (all otherwise), ``worksheet`` to
        those of one worksheet; ``session`` defaults to the running or last one.
        Raises UserFault ``print-unknown``, ``print-nothing-filled`` where filled sheets are wanted and nobody
        wrote any, or ``session-unknown`` where a session report has no session and is not wanted
        ``even_empty``.
        """
        makers: Mapping[str, Callable[[_Gather], PrintJob]] = {
            BLANK: lambda work: work.sheets(kind, opd, worksheet),
            FILLED: lambda work: work.sheets(kind, opd, worksheet),
            DOSSIER: lambda work: work.dossiers(opd),
            "daftar-hadir": lambda work: work.attendance(session),
            "laporan-sesi": lambda work: work.report(session, even_empty=even_empty),
        }
        if kind not in makers:
            raise UserFault("print-unknown", kind=kind)
        if not self._store.workspace.read_only:
            # What is on paper is never written over: a later key makes a new op.
            self._store.workspace.journal.seal()
        return makers[kind](_Gather(self._store, paper))


class _Gather:
    """Reads what one print needs, in one go on the data thread."""

    def __init__(self, store: Store, paper: Paper | None) -> None:
        self._store = store
        self._workshop: Workshop = query.workshop(store.db)
        self._stages: list[Stage] = query.stages(store.db)
        self._opds: list[Opd] = opds(store.db)
        self._worksheets: list[Worksheet] = worksheets(store.db)
        self._paper: Paper = paper or ("A4" if self._workshop.paper == "A4" else "F4")

    def sheets(self, kind: str, party: RowId, only: RowId) -> PrintJob:
        """Gather the sheets of one OPD or group, or of all that have something to be written on."""
        found: list[pictures.SheetPicture] = []
        known = [item for item in self._worksheets if not only or item.id == only]
        printed: list[Worksheet] = []
        silent: list[str] = []
        for worksheet in known:
            grids = [
                grid_of(self._store, worksheet.id, item.id)
                for item in parties(self._store.db, worksheet)
                if not party or item.id == party
            ]
            kept = [_printed(kind, grid) for grid in grids if party or _is_wanted(kind, grid)]
            if kind == BLANK and not kept and not party:
                # Nobody is at the table yet: the form with its questions, to be written on from the top.
                kept = [sheet_picture(grid_of(self._store, worksheet.id, party))]
            found += kept
            printed += [worksheet] if kept else []
            silent += silent_line(grids) if kind == FILLED and not party else []
        if kind == FILLED and not found:
            raise UserFault("print-nothing-filled", codes=" dan ".join(item.code for item in known))
        if known and not found:
            printed = [next((item for item in known if not item.takes_rows), known[0])]
            found.append(sheet_picture(grid_of(self._store, printed[0].id, party)))
        title = next(item.title for item in KINDS if item.key == kind)
        who = f" {found[0].opd}" if party and len(found) == 1 else ""
        number = found[0].number if len(found) == 1 else ", ".join(item.code for item in printed)
        stages = {item.stage for item in printed}
        stage = self._stage(number=stages.pop()) if len(stages) == 1 else None
        frame = self._frame(stage, number)
        return PrintJob(kind, f"{title}{who}", frame, sheets=tuple(found), silent=tuple(silent))

    def dossiers(self, opd: RowId) -> PrintJob:
        """Gather the dossier of one OPD, or of all in their order."""
        wanted = [item for item in self._opds if not opd or item.id == opd]
        frame = self._frame(None, "")
        name = file_name(DOSSIER, wanted[0].called) if opd and wanted else frame.words.say("Dossier OPD")
        return PrintJob(DOSSIER, name, frame, dossiers=dossiers(self._store, wanted, frame.words))

    def attendance(self, session: RowId) -> PrintJob:
        """Gather the daftar hadir of a session: the known participants, or the OPD as expected guests."""
        found = self._session(session)
        names = {item.id: item.name for item in self._opds}
        rows = [
            pictures.AttendanceRow(item.name, item.position, names.get(item.opd, item.institution))
            for item in people(self._store.db)
        ] or [pictures.AttendanceRow("", "", item.name) for item in self._opds]
        stage = self._stage(row=found.stage if found else NO_ROW)
        form = pictures.AttendanceForm(
            title=found.title if found else self._workshop.title,
            day=day_of(found.date) if found else day_of(stage.date_start if stage else ""),
            planned=times(found.start_plan, found.end_plan) if found else "",
            place=found.place if found else (stage.place if stage else ""),
            rows=tuple(rows),
            signers=self._signers(),
        )
        return PrintJob(
            "daftar-hadir", "Daftar hadir", self._frame(stage, self._number(found)), attendance=form
        )

    def report(self, session: RowId, *, even_empty: bool) -> PrintJob:
        """Gather the session report, at any moment of the session and with any part empty."""
        found = self._session(session)
        if found is None:
            if not even_empty:
                raise UserFault("session-unknown")
            found = Session()
        worked = self._worked(found)
        grids = [
            (agency, grid_of(self._store, sheet.worksheet, agency.id, found.id)) for agency, sheet in worked
        ]
        groups = self._groups(found)
        of_groups = [grid for own in groups for grid in own]
        waiting = self._waiting(found)
        listed = self._in_order([*grids, *waiting])
        year = report_year(self._workshop.year, [grid for _, grid in grids])
        stage = self._stage(row=found.stage)
        minutes = notes(self._store.db, session=found.id)
        words = words_of(self._workshop)
        warnings = [
            pictures.OpenWarning(agency.name, text)
            for agency, grid in listed
            for text in open_points(grid, agency, words)
        ]
        warnings += [
            pictures.OpenWarning(grid.party_name, text) for grid in of_groups for text in group_points(grid)
        ]
        report = pictures.SessionReport(
            title=found.title,
            stage=f"Tahap {stage_name(stage.number or 0)}" if stage else "",
            day=day_of(found.date),
            planned=times(found.start_plan, found.end_plan),
            actual=times(found.started_at, found.ended_at),
            running=found.is_running,
            place=found.place,
            leader=found.leader,
            attendance=attendance_of([sheet for _, sheet in worked], [grid.sheet for grid in of_groups]),
            pagu_year=year,
            results=tuple(result(agency, grid, year) for agency, grid in listed),
            details=tuple(
                sheet_picture(grid) for grid in [*(grid for _, grid in grids), *of_groups] if grid.rows
            ),
            groups=tuple(group_summary(own) for own in groups),
            dimensions=self._spread([grid for _, grid in grids]),
            decisions=self._notes(minutes, "keputusan"),
            questions=self._notes(minutes, "pertanyaan"),
            follow_ups=self._follow_ups(minutes),
            notes=self._notes(minutes, "pokok"),
            warning_summary=" ".join(
                text for text in (summary(listed, words), summary_of_groups(of_groups)) if text
            ),
            warnings=tuple(warnings),
            basis=tuple(blanks(item.text) for item in query.basis(self._store.db)),
            signers=self._signers(),
            photos=self._photos(found.id),
        )
        name = f"Laporan sesi {found.date} {found.title}".strip()
        number = self._number(found if found.id else None)
        return PrintJob("laporan-sesi", name, self._frame(stage, number), session=report)

    def _photos(self, session: RowId) -> tuple[pictures.PhotoPrint, ...]:
        db = self._store.db
        kept = [(item.caption, attachment.get(db, item.picture)) for item in photos(db, session)]
        return tuple(pictures.PhotoPrint(words, file.content if file else None) for words, file in kept)

    def _session(self, session: RowId) -> Session | None:
        if session:
            return session_query.session(self._store.db, session)
        running = session_query.running(self._store.db)
        known = session_query.sessions(self._store.db)
        return running or max(known, key=lambda item: (item.started_at, item.pos), default=None)

    def _waiting(self, session: Session) -> list[tuple[Opd, Grid]]:
        """Return the OPD that sit at a table and have not begun this session's worksheet in any session."""
        definition = next((item for item in self._worksheets if item.id == session.worksheet), Worksheet())
        if definition.filled_by != BY_OPD:
            return []
        begun = {sheet.opd for sheet in sheets(self._store.db, session.worksheet) if sheet.sessions}
        grids = [
            (agency, grid_of(self._store, session.worksheet, agency.id, session.id))
            for agency in self._opds
            if agency.table_no and agency.id not in begun
        ]
        return [(agency, grid) for agency, grid in grids if grid.rows or agency.renstra_required]

    def _in_order(self, listed: Sequence[tuple[Opd, Grid]]) -> list[tuple[Opd, Grid]]:
        place = {agency.id: at for at, agency in enumerate(self._opds)}
        return sorted(listed, key=lambda item: place[item[0].id])

    def _worked(self, session: Session) -> list[tuple[Opd, Sheet]]:
        """Return the OPD with their sheets that were worked on in this session.

        The worksheet of dimension groups is no OPD's: what an OPD wrote while it was filled is in the report.
        """
        of_groups = any(
            item.id == session.worksheet and item.filled_by == BY_DIMENSION for item in self._worksheets
        )
        only = None if of_groups else session.worksheet or None
        by_opd: dict[RowId, Sheet] = {}
        for sheet in sheets(self._store.db, only, session.id or None):
            if session.id in sheet.sessions:
                by_opd.setdefault(sheet.opd, sheet)
        return [(agency, by_opd[agency.id]) for agency in self._opds if agency.id in by_opd]

    def _groups(self, session: Session) -> list[list[Grid]]:
        """Return the grids of every worksheet that dimension groups filled in this session.

        Of the session's own worksheet every group is there, also one that has not begun.
        """
        found: list[list[Grid]] = []
        for worksheet in self._worksheets:
            if worksheet.filled_by != BY_DIMENSION:
                continue
            begun = {
                sheet.party
                for sheet in sheets(self._store.db, worksheet.id, session.id or None)
                if session.id in sheet.sessions
            }
            own = [
                written(grid_of(self._store, worksheet.id, item.id, session.id))
                for item in parties(self._store.db, worksheet)
                if item.id in begun or (worksheet.id == session.worksheet and not item.retired)
            ]
            found += [own] if own else []
        return found

    def _stage(self, *, row: RowId = NO_ROW, number: int | None = None) -> Stage | None:
        return next((item for item in self._stages if item.id == row or item.number == number), None)

    def _number(self, session: Session | None) -> str:
        if session is None:
            return ""
        stage = self._stage(row=session.stage)
        start, day = day_of(stage.date_start if stage else ""), day_of(session.date)
        days = (day - start).days + 1 if start and day and day >= start else 1
        same = [item.id for item in session_query.sessions(self._store.db) if item.date == session.date]
        roman = stage_name(stage.number or 0) if stage else "I"
        return f"{roman}-{days}-{same.index(session.id) + 1 if session.id in same else 1}"

    def _frame(self, stage: Stage | None, number: str) -> pictures.PrintFrame:
        workshop = self._workshop
        logo = attachment.get(self._store.db, workshop.logo) if workshop.logo else None
        return pictures.PrintFrame(
            printed_at=self._store.now(),
            letterhead=pictures.Letterhead(
                workshop.kop_government,
                workshop.kop_agency,
                workshop.kop_address,
                logo.content if logo else None,
            ),
            workshop_title=workshop.title,
            stage_name=f"Tahap {stage_name(stage.number or 0)}" if stage else "",
            region=workshop.region_name,
            city=workshop.city,
            zone=workshop.zone or "WIB",
            paper=self._paper,
            version=str(query.acts(self._store.db)),
            doc_number=number,
            words=words_of(workshop),
        )

    def _signers(self) -> tuple[pictures.Signer, ...]:
        found = query.signers(self._store.db)
        numbers = query.identities(self._store.db, [item.id for item in found])
        return tuple(
            pictures.Signer(
                item.heading,
                item.prefix,
                item.position,
                item.name,
                item.rank,
                numbers[item.id].nip if item.id in numbers else "",
            )
            for item in found[:3]
        )

    def _spread(self, grids: Sequence[Grid]) -> tuple[pictures.DimensionCount, ...]:
        counted = Counter(code for grid in grids for code in homes(grid))
        spread = [
            pictures.DimensionCount(item.code, item.name + RETIRED * item.retired, counted[item.code])
            for item in dimension_query.dimensions(self._store.db)
            if not item.retired or counted[item.code]
        ]
        homeless = sum(len(relevant(grid)) for grid in grids) - counted.total()
        if homeless:
            spread.append(pictures.DimensionCount("–", "Belum ditentukan", homeless))
        return tuple(spread)

    def _notes(self, minutes: Sequence[Note], kind: str) -> tuple[pictures.NoteLine, ...]:
        called = {item.id: item.called for item in self._opds}
        return tuple(
            pictures.NoteLine(item.text, plan_time(item.made_at), called.get(item.opd, ""))
            for item in minutes
            if item.kind == kind
        )

    def _follow_ups(self, minutes: Sequence[Note]) -> tuple[pictures.FollowUp, ...]:
        return tuple(
            pictures.FollowUp(item.text, item.owner, day_of(item.due), label("state", item.state))
            for item in minutes
            if item.kind == "tindak_lanjut"
        )
