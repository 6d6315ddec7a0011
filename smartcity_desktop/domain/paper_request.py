"""Pictures of the letters that ask agencies for data, and of the attachment to the invitation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from smartcity_desktop.domain.data_request import ADA, TIDAK_PERLU, DataItem, DataRequest, OpdRequest
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_agenda import AgendaDay
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.wording import day_of, long_date, number
from smartcity_desktop.domain.workshop import Workshop

BY_AGENCY: Final = ""
BY_NAME: Final = "peserta"
INVITED_CHOICES: Final = ((BY_AGENCY, "Daftar instansi yang diundang"), (BY_NAME, "Daftar peserta per nama"))
DOTS: Final = "…" * 12
_USUAL_BRING: Final = (
    "Laptop dan pengisi dayanya, paling sedikit satu untuk setiap OPD",
    "Alat tulis dan sambungan internet sendiri bila ada",
)
_HEADS: Final = (
    ("Sekretariat", "Sekretaris"),
    ("Inspektorat", "Inspektur"),
    ("Kecamatan", "Camat"),
    ("Kelurahan", "Lurah"),
    ("Desa", "Kepala Desa"),
)
"""First word of an agency's name, and the office of its head that takes the place of it."""
_HEAD: Final = "Kepala"
_OFFICES: Final = {
    "rsud": "Direktur",
    "luar": "Pimpinan",
    **{word.casefold(): head for word, head in _HEADS},
}
"""By the kind of an agency whose name does not begin with it."""


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One thing that an agency is asked for, and whether it is there."""

    title: str
    note: str = ""
    there: bool = False


@dataclass(frozen=True, slots=True)
class RequestLetter:
    """The letter to one agency: ``to`` is its head's office, ``about`` the event in the words of a sentence.

    A ``reminder`` lists what is still missing in ``lines`` and names in ``brought`` what has come; ``day`` is
    the day up to which that is known.
    """

    opd: RowId = NO_ROW
    called: str = ""
    name: str = ""
    to: str = ""
    subject: str = ""
    about: str = ""
    host: str = ""
    lines: tuple[AskedLine, ...] = ()
    brought: tuple[str, ...] = ()
    due: date | None = None
    day: date | None = None
    reminder: bool = False
    signer: Signer | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """Who is invited: an agency or institution with how many people, or one participant."""

    name: str = ""
    people: int | None = None
    position: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class InvitationPicture:
    """The attachment to an invitation; ``by_name`` lists participants, otherwise agencies."""

    title: str = ""
    purpose: str = ""
    days: tuple[AgendaDay, ...] = ()
    invited: tuple[Invited, ...] = ()
    by_name: bool = False
    bring: tuple[str, ...] = ()
    due: date | None = None
    host: str = ""
    signer: Signer | None = None


@dataclass(frozen=True, slots=True)
class NobodyReminded:
    """What stands in the place of reminders where every agency is complete.

    ``host`` is the inviting agency where its own data is not: it writes no letter to itself.
    """

    host: str = ""


def reminded(pictures: Iterable[object]) -> tuple[RowId, ...]:
    """Return which agencies the letters among these pictures remind."""
    return tuple(
        item.opd for item in pictures if isinstance(item, RequestLetter) and item.reminder and item.opd
    )


def host_of(opds: Iterable[Opd], workshop: Workshop) -> Opd | None:
    """Return which agency invites, by what the workshop or else its kop calls it.

    The name of the region may stand behind that of the agency.
    """
    called = key_of(workshop.agency.strip() or workshop.kop_agency)
    wanted = {called, called.removesuffix(key_of(workshop.region_name))} - {""}
    return next((item for item in opds if {key_of(item.name), key_of(item.short)} & wanted), None)


def head_of(opd: Opd) -> str:
    """Return the office of the head of an agency: ``Camat Pesisir``, ``Direktur RSUD``.

    Letters are addressed to it, papers are signed under it.
    """
    return head_words(opd.name, _OFFICES.get(opd.kind, _HEAD))


def head_words(agency: str, office: str = _HEAD) -> str:
    """Return the office of the head of an agency by its name: ``Kepala Dinas Kesehatan``, ``Inspektur``."""
    first, _, rest = agency.partition(" ")
    for word, head in _HEADS:
        if first.casefold() == word.casefold():
            return f"{head} {rest}".strip()
    return f"{office} {agency}".strip() if agency else ""


def letter_lines(items: Sequence[DataItem], row: OpdRequest) -> tuple[AskedLine, ...]:
    """Return what is asked of one agency; what it need not bring is left out."""
    return tuple(
        AskedLine(item.title, item.note, cell.state == ADA)
        for item, cell in zip(items, row.cells, strict=True)
        if cell.state != TIDAK_PERLU
    )


def opening(letter: RequestLetter) -> tuple[str, ...]:
    """Return the paragraphs before the table of a letter."""
    until = long_date(letter.due) if letter.due else DOTS
    if letter.reminder:
        missing = f"{number(len(letter.lines))} dari {number(len(letter.lines) + len(letter.brought))}"
        told = (
            f"Menyusul surat kami nomor {DOTS} tanggal {DOTS} tentang permintaan data untuk {letter.about}, "
            f"kami sampaikan bahwa sampai dengan hari ini, {long_date(letter.day)}, {missing} data dari "
            f"{letter.name or DOTS} belum kami terima."
        )
        return (told, f"Mohon data berikut disampaikan kepada {letter.host} paling lambat {until}.")
    asked = (
        f"Sehubungan dengan itu, mohon bantuan Saudara menyampaikan data berikut kepada {letter.host} paling "
        f"lambat {until}, sebaiknya sebagai berkas Excel atau Word. Yang sudah kami terima diberi tanda."
    )
    return (
        f"Dalam rangka {letter.about}, kami menyiapkan bahan kerja kelompok dari data setiap OPD.",
        asked,
    )


def closing(letter: RequestLetter) -> tuple[str, ...]:
    """Return the paragraphs after the table of a letter."""
    brought = f"Yang sudah kami terima: {'; '.join(letter.brought)}." if letter.brought else ""
    missing = "Data yang belum lengkap menghambat kerja kelompok dan tahap berikutnya."
    sent = " Bila data itu sudah dikirim, mohon surat ini diabaikan." if letter.reminder else ""
    thanks = "Atas perhatian dan kerja sama Saudara, kami sampaikan terima kasih."
    return tuple(text for text in (brought, missing + sent, thanks) if text)


def brings(request: DataRequest) -> tuple[str, ...]:
    """Return what the invited bring along: the data that is asked for, and what working takes."""
    return (*(item.title for item in request.items), *_USUAL_BRING)


def days_words(days: Sequence[str]) -> str:
    """Return ISO days in a sentence: one day, or the first ``sampai dengan`` the last."""
    found = [day for day in map(day_of, days) if day]
    if not found:
        return ""
    first, last = min(found), max(found)
    return long_date(first) if first == last else f"{long_date(first)} sampai dengan {long_date(last)}"
