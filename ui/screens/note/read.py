"""What the screen Catatan reads on the data thread, and what it says of a line that is typed."""

from dataclasses import dataclass, field
from datetime import date

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.note_line import NoteLine, has_unread_day
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.workshop import Stage
from ui.context import Services
from ui.translate import worded


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the screen shows, read in one go."""

    notes: tuple[Note, ...] = ()
    sessions: tuple[Session, ...] = ()
    running: Session | None = None
    stages: tuple[Stage, ...] = ()
    opds: tuple[Opd, ...] = ()
    groups: dict[RowId, str] = field(default_factory=dict)
    today: date = date.min
    read_only: bool = False


def gather(services: Services) -> Shown:
    """Read what the screen shows."""
    return Shown(
        tuple(services.note.notes()),
        tuple(services.session.sessions()),
        services.session.running(),
        tuple(services.workshop.stages()),
        tuple(services.opd.opds()),
        services.note.groups(),
        services.note.today(),
        services.is_read_only,
    )


def doubts(read: NoteLine) -> str:
    """Return what was not understood of a follow-up, softly and in a line."""
    parts = []
    if read.kind == "tindak_lanjut" and not read.owner_opd:
        parts.append(worded("{owner} tidak ada di daftar OPD").format(owner=read.owner))
    if has_unread_day(read):
        parts.append("Tenggat belum terbaca, tulis mis. 12/8")
    return " · ".join(parts)
