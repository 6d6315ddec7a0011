"""What Beranda says, in words: the day of the event, the running session, what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import day_of, long_date, plan_time, stage_name
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, SheetPlace, Worksheet
from smartcity_desktop.domain.workshop import Stage, Standing
from ui.models.manner import DELIVERED, waiting_words
from ui.translate import worded

START: Final = "session-start"
"""What is asked of the window where a session should begin."""
RUN: Final = "session-run"
"""What is asked of the window where the running block of an agenda is to be seen."""
DOOR: Final = "door"
"""What is asked of the screen of the participants where the arrivals are to be noted."""
SINCE: Final = "since"
"""What is asked of the screen of the homework where it should show what changed since the stage before."""
OTHERS: Final = "other"
"""Worksheets that neither agencies nor dimensions fill: tables, parts, assessors, the room."""
_NO_SHEETS: Final = "Belum ada lembar yang harus diserahkan di tahap ini."
_SO_FAR: Final = ("Laporan sementara", "laporan-sesi")


@dataclass(frozen=True, slots=True)
class Home:
    """Everything Beranda shows, read in one go."""

    today: date = date.min
    stages: tuple[Stage, ...] = ()
    standing: Standing = field(default_factory=Standing)
    opds: tuple[Opd, ...] = ()
    worksheets: tuple[Worksheet, ...] = ()
    """Those of the stage that is shown, its own before those taken up again."""
    places: Mapping[RowId, tuple[SheetPlace, ...]] = field(default_factory=dict)
    """How far they are, and the worksheet of the plans with them, by worksheet."""
    plan_sheet: Worksheet | None = None
    """The worksheet whose rows are the programs of the plans; it may be of another stage."""
    sessions: tuple[Session, ...] = ()
    running: Session | None = None

    def stage(self, number: int) -> Stage | None:
        """Return the stage of that number."""
        return next((item for item in self.stages if item.number == number), None)

    @property
    def plans(self) -> int:
        """How many agencies have a Renstra here."""
        return sum(1 for place in self._of_plans if place.has_renstra)

    @property
    def wanted(self) -> list[SheetPlace]:
        """The sheets of the worksheet of the plans that are required."""
        return [place for place in self._of_plans if place.required]

    @property
    def _of_plans(self) -> tuple[SheetPlace, ...]:
        return self.places.get(self.plan_sheet.id, ()) if self.plan_sheet else ()

    def of_kind(self, kind: str) -> list[Worksheet]:
        """Return the worksheets of the stage that this kind of party fills (``OTHERS``: any other kind)."""
        plain = {BY_OPD, BY_DIMENSION}
        return [
            item
            for item in self.worksheets
            if (item.filled_by if item.filled_by in plain else OTHERS) == kind
        ]

    def open_one(self) -> tuple[Worksheet, list[SheetPlace]] | None:
        """Return the first worksheet of the stage that somebody owes, with all sheets that are due."""
        for item in self.worksheets:
            wanted = [place for place in self.places.get(item.id, ()) if place.required]
            if any(place.status not in DELIVERED for place in wanted):
                return item, wanted
        return None


@dataclass(frozen=True, slots=True)
class Next:
    """What runs or comes next: head, words, when and where, and (words, key) of one or two ways."""

    head: str
    lead: str
    soft: str
    ways: tuple[tuple[str, str], ...] = ()


def stage_line(stage: Stage | None, number: int, today: date) -> str:
    """Return ``Tahap II · hari 1 · Selasa, 4 Agustus 2026``, or when the stage was or will be."""
    head = f"Tahap {stage_name(number)}"
    start = day_of(stage.date_start) if stage else None
    end = (day_of(stage.date_end) if stage else None) or start
    if start is None or end is None:
        return f"{head} · tanggal belum diisi"
    if start <= today <= end:
        return f"{head} · hari {(today - start).days + 1} · {long_date(today)}"
    if today < start:
        days = (start - today).days
        when = "besok" if days == 1 else f"{days} hari lagi"
        return f"{head} · mulai {long_date(start)} · {when}"
    return f"{head} · selesai {long_date(end)}"


def session_times(session: Session) -> str:
    """Return the planned times ``09.15–10.45``, else since when the session runs."""
    if session.start_plan and session.end_plan:
        return f"{plan_time(session.start_plan)}–{plan_time(session.end_plan)}"
    began = session.start_plan or session.started_at
    return f"mulai {plan_time(began)}" if began else ""


def state_of(home: Home) -> Mapping[str, tuple[str, bool]]:
    """Return for each first step what stands of it, and whether it is done."""
    tables = len({item.table_no for item in home.opds if item.table_no})
    said = worded("{all} OPD di {tables} meja" if tables else "{all} OPD")
    opds = said.format(all=len(home.opds), tables=tables) if home.opds else ""
    wanted = home.wanted
    begun = sum(1 for place in wanted if place.status != "belum")
    delivered = sum(1 for place in wanted if place.status in DELIVERED)
    started = [item for item in home.sessions if item.started_at]
    planned = sum(1 for item in home.sessions if item.start_plan)
    return {
        "opd": (
            opds or worded("Daftar OPD yang hadir, dari daftar lazim atau tempel dari Excel."),
            bool(home.opds),
        ),
        "people": (
            f"{home.standing.people} peserta sudah didaftar"
            if home.standing.people
            else "Daftar undangan dari Excel atau WhatsApp; nomornya dipakai di pintu.",
            bool(home.standing.people),
        ),
        "agenda": (
            f"{planned} acara sudah disusun" if planned else "Susunan siap pakai untuk setiap tahap.",
            bool(planned),
        ),
        "document": (
            f"{home.plans} Renstra sudah dibaca"
            if home.plans
            else worded("Berkas Excel, Word, atau PDF dari setiap OPD, apa adanya."),
            bool(home.plans),
        ),
        "session": (_session_state(home, len(started)), bool(started)),
        "worksheet": (
            worded("{begun} dari {all} OPD sudah mengisi").format(begun=begun, all=len(wanted))
            if begun
            else "Program demi program, di layar atau di kertas.",
            bool(wanted) and delivered == len(wanted),
        ),
        "report": ("Bisa dicetak kapan saja, juga saat sesi masih berjalan.", False),
    }


def _session_state(home: Home, started: int) -> str:
    if home.running:
        return f"Sesi “{home.running.title}” sedang berjalan"
    if started:
        return f"{started} sesi sudah dijalankan"
    return "Catatan dan lembar yang dibuat selama sesi menjadi laporannya."


def next_of(home: Home, number: int) -> Next:
    """Return what runs now, else what comes next in the stage of that number."""
    if home.running is not None:
        session = home.running
        parts = (session_times(session), session.place, session.leader)
        return Next(
            "Sedang berjalan",
            session.title,
            "\n".join(part for part in parts if part),
            (("Jalannya acara", RUN) if session.kind else ("Buka kertas kerja", "worksheet"), _SO_FAR),
        )
    stage = home.stage(number)
    planned = _planned(home.sessions, stage.id if stage else None, home.today)
    if planned is not None:
        when = f"{long_date(day_of(planned.date))}, {session_times(planned)}"
        return Next(
            "Berikutnya",
            planned.title,
            "\n".join(part for part in (when, planned.place) if part),
            (("Mulai sesi", START),),
        )
    return _next_step(home, number)


def _planned(sessions: Sequence[Session], stage: RowId | None, today: date) -> Session | None:
    waiting = [
        item
        for item in sessions
        if item.stage == stage and item.waits and (day_of(item.date) or today) >= today
    ]
    # What lies before the block begun last today was passed by, and is not what comes next.
    begun = max((item.start_plan for item in sessions if _is_begun(item, today)), default="")
    ahead = [item for item in waiting if item.date != today.isoformat() or item.start_plan >= begun]
    return min(ahead, key=lambda item: (item.date, item.start_plan), default=None)


def _is_begun(item: Session, today: date) -> bool:
    return bool(item.started_at) and item.date == today.isoformat()


def _next_step(home: Home, number: int) -> Next:
    """Return what comes next where no session is planned: the first worksheet that somebody owes."""
    if home.plan_sheet in home.worksheets and not home.plans:
        words = "Setelah Renstra dibaca, baris kertas kerja terisi sendiri."
        ways = (("Baca Renstra", "document"), ("Mulai sesi", START))
        return Next("Berikutnya", worded("Baca Renstra setiap OPD"), words, ways)
    ways = (("Mulai sesi", START), ("Buka kertas kerja", "worksheet"))
    found = home.open_one()
    if found is not None:
        worksheet, wanted = found
        left = sum(1 for place in wanted if place.status not in DELIVERED)
        return Next("Berikutnya", worksheet.title, waiting_words(worksheet, left, len(wanted)), ways)
    if not any(home.places.get(item.id) for item in home.worksheets):
        return Next("Berikutnya", f"Sesi Tahap {stage_name(number)}", _NO_SHEETS, ways)
    return Next(
        "Berikutnya",
        "Laporan sesi",
        "Semua kertas kerja tahap ini sudah diserahkan.",
        (("Cetak laporan sesi", "report"), ("Mulai sesi", START)),
    )
