"""What a workshop holds about one participant, to be handed over on request; and what a removal leaves."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

from smartcity_desktop.domain.edit import Edit, Erase, Gone
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.wording import EMPTY, label

_FIELDS: Final = (
    ("Nama", "name"),
    ("Nomor peserta", "number"),
    ("Jabatan", "position"),
    ("Instansi", "institution"),
    ("Pangkat/golongan", "rank"),
    ("Peran", "body"),
    ("L/P", "gender"),
    ("Kebutuhan akses", "access"),
    ("Catatan", "note"),
)

_AWAY: Final = (
    "kertas yang sudah dicetak",
    "salinan pengaman, salinan akhir tahap, dan berkas yang sudah dibagikan sebelumnya",
)


@dataclass(frozen=True, slots=True)
class PersonalSettings:
    """Whether NIP and phone are kept and for what, and whether the NIP column may stand on lists."""

    keep_nip: bool = False
    keep_phone: bool = False
    list_nip: bool = False
    purpose: str = ""

    @property
    def keeps(self) -> bool:
        """Whether any number is kept."""
        return self.keep_nip or self.keep_phone


@dataclass(frozen=True, slots=True)
class KeptNumbers:
    """The settings, and how many participants' numbers stand in the file now, switched on or not."""

    settings: PersonalSettings = field(default_factory=PersonalSettings)
    nips: int = 0
    phones: int = 0
    removed: int = 0
    """Participants who were removed from the list and whose names are in the file still."""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What the file holds of one participant, in words; ``purpose`` is why the numbers are kept."""

    person: Person
    workshop: str = ""
    opd: str = ""
    nip: str = ""
    phone: str = ""
    purpose: str = ""
    attendance: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    """Where else the name stands and stays: by office, on sheets, in blocks, groups, texts and rows."""
    signed: tuple[str, ...] = ()
    """Papers on whose list of signatures the person stands, and not by office."""
    deputy_for: tuple[str, ...] = ()
    removed: int = 0
    """Removed participants of the same name: what is left of them goes with this one."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A participant who was removed but not erased: the name is still in the file.

    ``at`` is the ISO moment of the removal; ``place`` the agency or institution; ``came`` counts the marks
    of attendance that were brought in from elsewhere since.
    """

    id: RowId
    name: str
    number: int | None = None
    place: str = ""
    at: str = ""
    came: int = 0


@dataclass(frozen=True, slots=True)
class Remains:
    """What is said before an erasure: of whom, what goes, and what stays."""

    title: str
    goes: str
    stays: str
    act: str = "Hapus data orang ini"


@dataclass(frozen=True, slots=True)
class Traces:
    """The rows that belong to one participant, deleted ones too: what an erasure must reach."""

    identities: tuple[RowId, ...] = ()
    attendances: tuple[RowId, ...] = ()
    certificates: tuple[RowId, ...] = ()
    seats: tuple[RowId, ...] = ()
    offices: tuple[tuple[RowId, str], ...] = ()
    """Groups that the person chairs or takes the notes of, each with the field that says so."""
    deputed: tuple[RowId, ...] = ()
    """Attendance of others in whose place the person came."""
    held: tuple[RowId, ...] = ()
    """Certificates that the person got as the deputy of others."""
    signatures: tuple[RowId, ...] = ()
    """Lines on lists of signatures that the person has, and not by office."""


def erasing(row: RowId, traces: Traces) -> list[Edit]:
    """Return what empties every personal value of one participant, here and at every merge."""
    edits: list[Edit] = [Erase("attendance", item) for item in (*traces.attendances, *traces.deputed)]
    edits += [Erase("certificate", item) for item in (*traces.certificates, *traces.held)]
    # Without its holder the certificate of a deputy would be that of whom he stood in for.
    edits += [Gone("certificate", item) for item in traces.held]
    edits += [Erase("identity", item) for item in traces.identities]
    for item in traces.signatures:
        edits += [Erase("signature", item), Gone("signature", item)]
    return [*edits, Erase("person", row), Gone("person", row)]


def as_text(record: PersonRecord, made_at: str, opd: str = "OPD") -> str:
    """Return the record as lines that anybody can read; ``made_at`` is the moment in words.

    ``opd`` is what the event calls its agencies.
    """
    person = record.person
    lines = [
        "DATA PESERTA",
        record.workshop,
        f"Dibuat {made_at}",
        "",
        *(f"{words}: {getattr(person, name) or EMPTY}" for words, name in _FIELDS),
        f"{opd}: {record.opd or EMPTY}",
        f"Unsur: {label('element', person.element)}",
        f"Peserta tambahan: {'ya' if person.walk_in else 'tidak'}",
        f"NIP: {record.nip or 'tidak disimpan'}",
        f"HP: {record.phone or 'tidak disimpan'}",
    ]
    if record.purpose:
        lines.append(f"Tujuan penyimpanan: {record.purpose}")
    for title, told in _parts(record):
        lines += ["", title, *(f"- {item}" for item in told or (EMPTY,))]
    return "\n".join(lines) + "\n"


def as_json(record: PersonRecord, made_at: str) -> str:
    """Return the record for another program."""
    told = asdict(record)
    for name in ("id", "pos", "opd"):
        told["person"].pop(name)
    return json.dumps({"made_at": made_at, **told}, ensure_ascii=False, indent=1) + "\n"


def what_stays(record: PersonRecord) -> str:
    """Return what a removal of this person does not reach, in a sentence."""
    parts = []
    if record.notes:
        parts.append(f"{len(record.notes)} catatan yang menyebut namanya (ubah sendiri di layar Catatan)")
    if record.signs:
        parts.append("namanya sebagai " + ", ".join(record.signs))
    return f"Yang tetap: {'; '.join((*parts, *_AWAY))}."


def what_goes(record: PersonRecord) -> str:
    """Return what a removal takes away, in a sentence."""
    parts = ["semua isian peserta ini"]
    parts += [word for word, number in (("NIP", record.nip), ("HP", record.phone)) if number]
    if record.attendance:
        parts.append(f"{len(record.attendance)} baris kehadiran")
    if record.groups:
        parts.append("tempatnya di kelompok")
    if record.certificates:
        parts.append("nomor sertifikatnya")
    if record.signed:
        parts.append(f"namanya di daftar penanda tangan {', '.join(record.signed)}")
    if record.removed:
        parts.append(f"{record.removed} peserta bernama sama yang sudah dihapus dari daftar")
    return (
        f"Dihapus dari berkas Bimtek ini, juga dari riwayat perubahan: {', '.join(parts)}. "
        "Tidak bisa diurungkan."
    )


def remains_of(record: PersonRecord) -> Remains:
    """Return what is said before a participant of the list is erased."""
    return Remains(record.person.name, what_goes(record), what_stays(record))


def remains_of_removed(count: int, record: PersonRecord | None = None) -> Remains:
    """Return what is said before participants are erased who were removed from the list already.

    ``record`` is that of the only one.
    """
    whose = "peserta ini" if record else f"{count} peserta ini"
    goes = (
        f"Dihapus dari berkas Bimtek ini, juga dari riwayat perubahan: semua isian {whose}, kehadiran, dan "
        "nomor sertifikatnya. Tidak bisa diurungkan, dan tidak bisa lagi dikembalikan ke daftar."
    )
    if record:
        return Remains(record.person.name, goes, what_stays(record))
    others = "nama yang disebut di catatan atau isian lain (ubah sendiri)"
    stays = f"Yang tetap: {'; '.join((others, *_AWAY))}."
    return Remains(f"{count} peserta yang sudah dihapus", goes, stays, f"Hapus data {count} orang ini")


def _parts(record: PersonRecord) -> list[tuple[str, Sequence[str]]]:
    return [
        ("Kehadiran", record.attendance),
        ("Mewakili", record.deputy_for),
        ("Kelompok", record.groups),
        ("Sertifikat", record.certificates),
        ("Penanda tangan", record.signed),
        ("Catatan yang menyebut namanya", record.notes),
        ("Tercantum juga sebagai", record.signs),
    ]
