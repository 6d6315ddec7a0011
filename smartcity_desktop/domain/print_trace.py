"""What a print is known by afterwards: about whom it was, and whether it would differ now. Pure."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import Any, Final, Protocol

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.print_log import Printing
from smartcity_desktop.domain.wording import clock_time, day_of, in_zone, long_date

PRINTER: Final = "printer"
PDF: Final = "pdf"
WORD: Final = "docx"
WAYS: Final = {PRINTER: "dicetak", PDF: "disimpan sebagai PDF", WORD: "disimpan sebagai DOCX"}
_PEOPLE: Final = "people"
_PASSED_OVER: Final = frozenset({"printed_at", "version", "issue"})
"""What differs from print to print though nothing was changed."""
_ASKED: Final = ("opd", "session", "worksheet", "stage", "day", "grouping", "group", "choice")
_FLAGS: Final = ("filled", "per_opd")


@dataclass(frozen=True, slots=True)
class Sent:
    """How a print left the program: by which of ``WAYS``, pages, copies, and whose cards it holds."""

    way: str = PDF
    pages: int = 0
    copies: int = 1
    people: tuple[RowId, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """What was printed of one kind, or of one paper: how often, and the last of them."""

    times: int = 0
    last: Printing | None = None

    def words(self, now: datetime, zone: str) -> str:
        """Return ``Dicetak 2 kali, terakhir 07.52``; with its day where that is another one than today."""
        if self.last is None or not self.times:
            return ""
        moment = in_zone(datetime.fromisoformat(self.last.at), zone)
        day = "" if moment.date() == now.date() else f"{long_date(moment.date(), weekday=False)} "
        often = "Dicetak" if self.times == 1 else f"Dicetak {self.times} kali, terakhir"
        return f"{often} {day}{clock_time(moment)}"


class _Writer(Protocol):
    def update(self, data: bytes, /) -> None:
        """Take in more bytes."""


def fingerprint(job: PrintJob) -> str:
    """Return the SHA-256 of everything a print shows but the moment and the version in its foot."""
    kept = hashlib.sha256()
    _feed(kept, job)
    return kept.hexdigest()


def _feed(kept: _Writer, value: Any) -> None:  # noqa: ANN401 - any value that a picture holds
    kept.update(type(value).__name__.encode())
    if is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            if item.name not in _PASSED_OVER:
                kept.update(item.name.encode())
                _feed(kept, getattr(value, item.name))
    elif isinstance(value, bytes):
        kept.update(hashlib.sha256(value).digest())
    elif isinstance(value, Mapping):
        for key in sorted(value):
            _feed(kept, key)
            _feed(kept, value[key])
    elif isinstance(value, (list, tuple)):
        for item in value:
            _feed(kept, item)
        kept.update(b"]")
    else:
        text = str(value).encode()
        kept.update(f"{len(text)}:".encode() + text)


def about(ask: PrintAsk, people: Sequence[RowId] = ()) -> str:
    """Return what a print is about as one line that is the same for the same choice: ``stage=… day=…``.

    ``people`` are those whose cards or certificates it holds; they stand last.
    """
    told = [f"{name}={value}" for name in _ASKED if (value := getattr(ask, name))]
    told += [name for name in _FLAGS if getattr(ask, name)]
    told += [f"kinds={','.join(ask.kinds)}"] if ask.kinds else []
    told += [f"{_PEOPLE}={','.join(people)}"] if people else []
    return " ".join(told)


def printed_people(printings: Iterable[Printing], kind: str) -> frozenset[RowId]:
    """Return whose cards or certificates of one kind were printed already."""
    found: set[RowId] = set()
    for item in printings:
        if item.kind == kind:
            listed = [word for word in item.about.split() if word.startswith(f"{_PEOPLE}=")]
            found |= {RowId(row) for word in listed for row in word.partition("=")[2].split(",") if row}
    return frozenset(found)


def with_another(about_it: str, gone: RowId, keep: RowId) -> str:
    """Return what a print is about with ``keep`` in the place of ``gone``; else the same."""
    words = about_it.split()
    for place, word in enumerate(words):
        name, _, rows = word.partition("=")
        if name == _PEOPLE and gone in rows.split(","):
            named = dict.fromkeys(keep if row == gone else row for row in rows.split(","))
            words[place] = f"{name}={','.join(named)}"
    return " ".join(words)


def trace(printings: Iterable[Printing], kind: str, about_it: str | None = None) -> Trace:
    """Return how often a kind was printed, or one paper of it; the list has the latest first."""
    found = [
        item for item in printings if item.kind == kind and (about_it is None or same(item.about, about_it))
    ]
    return Trace(len(found), found[0] if found else None)


def same(one: str, other: str) -> bool:
    """Tell whether two prints are about the same, whoever's cards they hold."""
    return _without_people(one) == _without_people(other)


def _without_people(text: str) -> str:
    return " ".join(word for word in text.split() if not word.startswith(f"{_PEOPLE}="))


def history_words(item: Printing, zone: str) -> str:
    """Return one line of the history: ``4 Agustus 2026 07.52 · dicetak · 3 halaman · 2 rangkap``."""
    moment = in_zone(datetime.fromisoformat(item.at), zone) if item.at else None
    day = long_date(day_of(item.at), weekday=False) if item.at else ""
    told = [f"{day} {clock_time(moment)}".strip(), WAYS.get(item.way, item.way)]
    told += [f"{item.pages} halaman"] if item.pages else []
    told += [f"{item.copies} rangkap"] if (item.copies or 1) > 1 else []
    return " · ".join(text for text in told if text)
