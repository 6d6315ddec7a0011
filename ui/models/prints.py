"""What Cetak says of each print: what it would hold now, and what there is to choose from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.print_log import Printing
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import MONTHS, day_of, plan_time, stage_name
from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet
from smartcity_desktop.domain.workshop import Signer, Stage
from ui.translate import worded

_BRACKETS: Final = re.compile(r"\[[^\[\]]+\]")


@dataclass(frozen=True, slots=True)
class Stock:
    """What stands in the file, as far as the prints need to know it.

    ``places`` are those of each OPD over all its sheets, ``groups`` the other sheets by worksheet;
    ``unfinished`` counts the lines of the "Dasar" that still wait for words in square brackets. ``people``
    are (row, words); ``days`` the ISO days by stage; ``divisions`` are (row, words, stage) and ``tables``
    their groups; ``earned`` are those with a certificate of a stage, ``waiting`` how many of them have no
    number, ``doubled`` the numbers that two of them bear; ``history`` has the latest first. ``signing`` is
    who was chosen to sign, by kind; ``host`` is the agency that invites, where it is one of the OPD;
    ``minutes`` is what the event calls its minutes.
    """

    paper: str = "F4"
    opds: tuple[Opd, ...] = ()
    places: tuple[SheetPlace, ...] = ()
    worksheets: tuple[Worksheet, ...] = ()
    groups: Mapping[str, tuple[SheetPlace, ...]] = field(default_factory=dict)
    sessions: tuple[Session, ...] = ()
    running: Session | None = None
    people: tuple[tuple[str, str], ...] = ()
    stages: tuple[Stage, ...] = ()
    days: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    divisions: tuple[tuple[str, str, str], ...] = ()
    tables: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    history: tuple[Printing, ...] = ()
    earned: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    waiting: Mapping[str, int] = field(default_factory=dict)
    doubled: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    now: datetime | None = None
    zone: str = ""
    signers: tuple[Signer, ...] = ()
    signing: Mapping[str, str] = field(default_factory=dict)
    host: str = ""
    minutes: str = ""
    basis: int = 0
    unfinished: int = 0
    kop: str = ""

    @property
    def today(self) -> str:
        """The ISO day of now where the workshop is."""
        return self.now.date().isoformat() if self.now else ""

    def stage_of(self, day: str) -> str:
        """Return the stage that meets on an ISO day, empty where none does."""
        return next((stage for stage, days in self.days.items() if day in days), "")

    @property
    def usual(self) -> Session | None:
        """The session that is reported where none is chosen: running, else last begun, else next planned."""
        begun = [item for item in self.sessions if item.started_at]
        if self.running or begun:
            return self.running or max(begun, key=lambda item: (item.started_at, item.pos))
        planned = [*(item for item in self.sessions if item.date >= self.today), *self.sessions]
        return next(iter(planned), None)

    def in_order(self) -> list[Session]:
        """Return the sessions, the usual one first, then the latest."""
        usual = self.usual
        others = [item for item in self.sessions if usual is None or item.id != usual.id]
        others.sort(key=lambda item: (item.date, item.started_at or item.start_plan), reverse=True)
        return [usual, *others] if usual else others


def session_words(session: Session) -> str:
    """Return ``Analisis Renstra · 4 Agustus, 09.22–…``."""
    when = session_times(session)
    return f"{session.title} · {when}" if when else session.title


def session_times(session: Session) -> str:
    """Return ``4 Agustus, 09.22–…``: the real times where it has begun, else the planned ones."""
    day = day_of(session.date)
    words = [f"{day.day} {MONTHS[day.month - 1]}"] if day else []
    start, end = session.started_at or session.start_plan, session.ended_at
    if not session.started_at:
        end = session.end_plan
    if start:
        words.append(f"{plan_time(start)}–{plan_time(end) if end else '…'}")
    return ", ".join(words)


def holds(kind: str, stock: Stock) -> str:
    """Return in a few words what this print would hold now."""
    return _HOLDS[kind](stock) if kind in _HOLDS else ""


def frame_words(stock: Stock) -> str:
    """Return what stands round every print: kop, "Dasar", signers."""
    kop = "Kop terisi" if stock.kop else "Kop kosong"
    signers = f"{len(stock.signers)} penanda tangan" if stock.signers else "belum ada penanda tangan"
    left = f" · {stock.unfinished} dasar belum lengkap" if stock.unfinished else ""
    return f"{kop} · {stock.basis} dasar{left} · {signers}"


def is_unfinished(text: str) -> bool:
    """Return whether a line still holds words in square brackets that wait to be filled in."""
    return bool(_BRACKETS.search(text))


def _blank(stock: Stock) -> str:
    wanted = [place for place in stock.places if place.required]
    if not wanted:
        return worded("belum ada OPD")
    plans = sum(1 for place in wanted if place.has_renstra)
    said = worded("{all} OPD, {plans} dengan Renstra" if plans else "{all} OPD")
    words = said.format(all=len(wanted), plans=plans)
    groups = len(_dimensions(stock))
    return f"{words}, {groups} kelompok" if groups else words


def _dimensions(stock: Stock) -> set[str]:
    """Return the dimension groups that have to write on any sheet."""
    every = (place for places in stock.groups.values() for place in places)
    return {place.party for place in every if place.required and place.color}


def _filled(stock: Stock) -> str:
    begun = sum(1 for place in stock.places if place.status != "belum")
    groups = len({place.party for places in stock.groups.values() for place in places if place.done})
    told = [worded("{begun} OPD").format(begun=begun)] if begun else []
    told += [f"{groups} kelompok"] if groups else []
    return f"{' dan '.join(told)} sudah mengisi" if told else "belum ada isian"


def _attendance(stock: Stock) -> str:
    if stock.people:
        return f"{len(stock.people)} peserta"
    written = worded("{all} OPD, nama ditulis tangan").format(all=len(stock.opds))
    return written if stock.opds else "baris kosong"


def _report(stock: Stock) -> str:
    usual = stock.usual
    if usual is None:
        return "belum ada sesi"
    when = session_times(usual)
    return f"sesi {when} · {usual.title}" if when else f"sesi: {usual.title}"


def _dossier(stock: Stock) -> str:
    plans = sum(1 for place in stock.places if place.has_renstra)
    said = worded("{all} OPD, {plans} dengan Renstra" if plans else "{all} OPD, belum ada Renstra")
    return said.format(all=len(stock.opds), plans=plans) if stock.opds else worded("belum ada OPD")


def _check_sheets(stock: Stock) -> str:
    plans = sum(1 for place in stock.places if place.has_renstra)
    return worded("{plans} OPD dengan Renstra").format(plans=plans) if plans else "belum ada Renstra"


def _letters(stock: Stock) -> str:
    if not stock.opds:
        return worded("belum ada OPD")
    left = f", tanpa penyelenggara ({stock.host})" if stock.host else ""
    return f"{len(stock.opds) - bool(stock.host)} surat{left}"


def _reminders(stock: Stock) -> str:
    return "yang belum lengkap, tanpa penyelenggara" if stock.host else "yang belum lengkap"


def _people(stock: Stock) -> str:
    return f"{len(stock.people)} peserta" if stock.people else "kosong, untuk ditulis tangan"


def _groups(stock: Stock) -> str:
    if not stock.divisions:
        return "belum ada pembagian kelompok"
    row, words, _ = stock.divisions[-1]
    return f"{words}, {len(stock.tables.get(row, ()))} kelompok"


def _certificates(stock: Stock) -> str:
    known = [(stage, found) for stage, found in stock.earned.items() if found]
    if not known:
        return "belum ada kehadiran yang dicatat"
    stage, found = known[-1]
    waiting = stock.waiting.get(stage, 0)
    told = [f"{len(found)} orang", f"{waiting} belum bernomor" if waiting else "semua bernomor"]
    twice = ", ".join(map(str, stock.doubled.get(stage, ())))
    return ", ".join(told) + (f"; nomor {twice} ganda, lihat Aturan sertifikat" if twice else "")


_HOLDS = {
    "kertas-kerja-kosong": _blank,
    "kertas-kerja-terisi": _filled,
    "permintaan-data": _letters,
    "pengingat-data": _reminders,
    "daftar-hadir": _attendance,
    "laporan-sesi": _report,
    "notulen": _report,
    "dossier-opd": _dossier,
    "periksa-renstra": _check_sheets,
    "tanda-pengenal": _people,
    "papan-nama": _people,
    "pembagian-kelompok": _groups,
    "kertas-kerja-kelompok": _groups,
    "berita-acara-kelompok": _groups,
    "sertifikat": _certificates,
}


def stage_words(stage: Stage) -> str:
    """Return ``Tahap II: Visi–misi`` for a list to choose from."""
    called = f"Tahap {stage_name(stage.number or 0)}"
    return f"{called}: {stage.title}" if stage.title and called not in stage.title else stage.title or called


def day_words(number: int, day: str) -> str:
    """Return ``Hari 2, 5 Agustus``."""
    found = day_of(day)
    return f"Hari {number}, {found.day} {MONTHS[found.month - 1]}" if found else f"Hari {number}"


def counted(opds: Sequence[Opd]) -> str:
    """Return the words of the choice of all agencies."""
    return worded("Semua OPD") + (f" ({len(opds)})" if opds else "")
