"""What every print begins with: workshop, stages and agencies, the frame of the paper, the signers."""

from smartcity_desktop.domain import report as pictures
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.print_signer import meant, text_key
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import day_of, stage_name
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage import attachment
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import workshop as query
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.print_log import paper_texts
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets


class Gathering:
    """Reads what the prints have in common, once, on the data thread."""

    def __init__(self, store: Store, paper: pictures.Paper | None) -> None:
        """Read the workshop; ``paper`` is that of the workshop where none is asked for."""
        self.store = store
        self.db = store.db
        self.workshop = query.workshop(store.db)
        self.stages = query.stages(store.db)
        self.opds = opds(store.db)
        self.worksheets = worksheets(store.db)
        self.words = words_of(self.workshop)
        self.paper: pictures.Paper = paper or ("A4" if self.workshop.paper == "A4" else "F4")

    def session(self, session: RowId, stage: RowId = NO_ROW) -> Session | None:
        """Return the session that is asked for; without one the running or last one (of a stage).

        Where none has begun it is the next that is planned.
        """
        if session:
            return session_query.session(self.db, session)
        known = [item for item in session_query.sessions(self.db) if not stage or item.stage == stage]
        begun = [item for item in known if item.started_at]
        running = [item for item in begun if item.is_running]
        if begun:
            return max(running or begun, key=lambda item: (item.started_at, item.pos))
        today = self.store.now().date().isoformat()
        return next(iter([*(item for item in known if item.date >= today), *known]), None)

    def stage(self, *, row: RowId = NO_ROW, number: int | None = None) -> Stage | None:
        """Return a stage by its row or its number."""
        return next((item for item in self.stages if item.id == row or item.number == number), None)

    def number(self, session: Session | None) -> str:
        """Return the number in the foot of a session's prints: stage, day and session, ``II-1-2``."""
        if session is None:
            return ""
        stage = self.stage(row=session.stage)
        start, day = day_of(stage.date_start if stage else ""), day_of(session.date)
        days = (day - start).days + 1 if start and day and day >= start else 1
        same = [item.id for item in session_query.sessions(self.db) if item.date == session.date]
        roman = stage_name(stage.number or 0) if stage else "I"
        return f"{roman}-{days}-{same.index(session.id) + 1 if session.id in same else 1}"

    def frame(self, stage: Stage | None, number: str) -> pictures.PrintFrame:
        """Return what stands round a print of this stage."""
        workshop = self.workshop
        logo = attachment.get(self.db, workshop.logo) if workshop.logo else None
        return pictures.PrintFrame(
            printed_at=self.store.now(),
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
            paper=self.paper,
            version=str(query.acts(self.db)),
            doc_number=number,
            words=self.words,
        )

    def signers(self, kind: str, asked: RowId = NO_ROW) -> tuple[pictures.Signer, ...]:
        """Return who signs a kind of paper, at most three, a NIP in full.

        It is who is ``asked`` for, else who was chosen for this kind, else as usual.
        """
        kept = next((item.text for item in paper_texts(self.db) if item.kind == text_key(kind)), "")
        found = meant(kind, asked or kept, query.signers(self.db))
        numbers = query.identities(self.db, [item.id for item in found])
        return tuple(
            pictures.Signer(
                item.heading,
                item.prefix,
                item.position,
                item.name,
                item.rank,
                numbers[item.id].nip if item.id in numbers else "",
            )
            for item in found
        )
