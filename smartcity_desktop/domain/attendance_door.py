"""What the door shows and says: the days, everybody's state, and what became of each entry."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from smartcity_desktop.domain.attendance import Presence, Recap
from smartcity_desktop.domain.attendance_typed import Numbers, Typed
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.people import Person, bare_name
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import number

MARKED, ALREADY, UNKNOWN, SEVERAL, UNCLEAR, DEPUTY = (
    *("marked", "already", "unknown", "several"),
    *("unclear", "deputy"),
)
"""What becomes of an entry at the door."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is marked: an ISO day, or one session of it."""

    day: str = ""
    session: RowId = NO_ROW


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which attendance can be taken: its stage's number and which day of the stage, 0 for none."""

    day: str
    stage: int = 0
    number: int = 0
    sessions: tuple[Session, ...] = ()
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """All that the door shows of a day or a session: everybody in printed order, what it comes to, the days.

    ``missing`` is who is not there, by agency; ``last`` are those marked, the newest first; ``unnumbered``
    counts participants without a number of their own.
    """

    place: Place = field(default_factory=Place)
    days: tuple[Day, ...] = ()
    people: tuple[Presence, ...] = ()
    recap: Recap = field(default_factory=Recap)
    missing: tuple[tuple[Presence, ...], ...] = ()
    last: tuple[Presence, ...] = ()
    unnumbered: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of an entry: ``outcome``, about whom, and between whom a person has to choose.

    ``who`` is the state that counts now; for ``already`` the one that stood before.
    """

    typed: Typed
    outcome: str
    who: Presence | None = None
    choices: tuple[Presence, ...] = ()


@dataclass(frozen=True, slots=True)
class Guest:
    """What a line about a guest becomes; ``sure`` is False where the agency is only a guess.

    ``known`` are participants of the list who bear that name.
    """

    person: Person = field(default_factory=Person)
    agency: str = ""
    sure: bool = True
    known: tuple[Presence, ...] = ()


@dataclass(frozen=True, slots=True)
class TodayCount:
    """How today stands, for the first page: seats expected and filled, deputies, who is missing by agency."""

    day: str
    stage: int
    expected: int
    there: int
    deputies: int
    missing: tuple[tuple[str, int], ...]
    warning: str


# Sentences -------------------------------------------------------------------------------------------------


def number_of(who: Presence) -> str:
    """Return the participant's number as it stands on the name tag, without dots; empty without one."""
    return "" if who.person.number is None else str(who.person.number)


def called(who: Presence) -> str:
    """Return ``12 · Andi Jum'ah Lamakkarang, S.Kom. · Diskominfo``, without what is not known."""
    return " · ".join(text for text in (number_of(who), who.person.name, who.opd) if text)


def told(entry: Entry) -> str:
    """Return in a sentence what became of an entry; nothing is lost of one that meant nobody."""
    typed, who = entry.typed, entry.who or Presence(Person())
    if entry.outcome == UNKNOWN and typed.number is not None:
        return f"Tidak ada peserta bernomor {typed.number}. Belum ada yang dicatat. Periksa nomornya."
    if entry.outcome == UNKNOWN:
        return f'Tidak ada peserta bernama "{typed.name}". F7 mencatatnya sebagai peserta tambahan.'
    if entry.outcome == UNCLEAR:
        return f'"{typed.text}" bukan satu nomor peserta. Tulis satu nomor, lalu Enter.'
    if entry.outcome == SEVERAL:
        what = f"bernomor {typed.number}" if typed.number is not None else f'bernama "{typed.name}"'
        return f"Ada {len(entry.choices)} peserta {what}. Pilih dengan panah, lalu Enter."
    if entry.outcome == ALREADY:
        return f"{called(who)} sudah tercatat {who.words}. Tidak dicatat dua kali."
    return f"{called(who)} · {who.words}"


def count_words(recap: Recap) -> str:
    """Return ``132 dari 175 hadir · 12 diwakili``."""
    whole = recap.whole
    parts = [f"{number(whole.there)} dari {number(whole.expected)} hadir"]
    parts += [f"{number(whole.sent)} diwakili"] if whole.sent else []
    parts += [f"{number(recap.added)} peserta tambahan"] if recap.added else []
    return " · ".join(parts)


def page_doubts(page: Sequence[Presence], told: Numbers) -> tuple[str, ...]:
    """Return what is to be looked at before a page of the signed list is taken, in sentences.

    Whoever has no number of his own could not be excepted: the page waits until he has one.
    """
    known = Counter(item.person.number for item in page)
    strange = [str(item) for item in told.numbers if item not in known]
    found = [f'"{piece}" bukan nomor.' for piece in told.unclear]
    if strange:
        found.append(f"Tidak ada di halaman ini: {', '.join(strange)}.")
    loose = [item.person for item in page if item.person.number is None or known[item.person.number] > 1]
    if loose:
        more = f" dan {len(loose) - 1} lainnya" if len(loose) > 1 else ""
        found.append(f"Belum bernomor sendiri: {loose[0].name}{more}. Tekan Beri nomor, lalu catat lagi.")
    return tuple(found)


def counted_twice(people: Sequence[Presence], whose: RowId, deputy: str) -> str:
    """Return in a sentence that a deputy is there himself as well, empty where he is not."""
    letters = bare_name(deputy)
    own = [item for item in people if item.person.id != whose and bare_name(item.person.name) == letters]
    found = next((item for item in own if item.is_there), None)
    if found is None:
        return ""
    return f"{called(found)} juga tercatat {found.words}: satu orang terhitung dua kali."


def kept_apart(page: Sequence[Presence], absent: Sequence[RowId]) -> tuple[Presence, ...]:
    """Return those typed as absent whom somebody saw at the door: they stay marked as they are."""
    wanted = set(absent)
    return tuple(item for item in page if item.person.id in wanted and item.is_there and item.way != "kertas")
