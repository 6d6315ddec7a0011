"""What a typed line of the minutes means: a decision, a question, a follow-up with owner and day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.wording import MONTHS, day_of, label, long_date

_MONTH_WORDS: Final = {
    name[:size].casefold(): place + 1 for place, name in enumerate(MONTHS) for size in range(3, len(name) + 1)
} | {"agt": 8, "ags": 8, "nop": 11, "pebruari": 2}
_WORD_DATE: Final = re.compile(r"(?<![\w])(\d{1,2})\s+([A-Za-z]{3,9})\.?(?:\s+(\d{4}))?(?![\w])")
_FIGURE_DATE: Final = re.compile(r"(?<![\w./-])(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?(?![\w/-])")
_WEEKDAYS: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_NEAR: Final = {"besok": 1, "lusa": 2}
_NEAR_DAY: Final = re.compile(
    r"(?<!\w)(?<!/)(?:(besok|lusa)|(?:hari\s+)?(senin|selasa|rabu|kamis|jum['\u2019]?at|sabtu)(?:\s+depan)?"
    r"|hari\s+(minggu)(?:\s+depan)?)(?!\w)",
    re.IGNORECASE,
)
_DAY_WORD: Final = re.compile(
    r"(?<!\w)(?:(?:minggu|pekan|bulan|tahun|hari)\s+(?:depan|ini)|(?:akhir|awal)\s+(?:pekan|bulan|tahun)"
    r"|(?:tanggal|tgl\.?)\s+\d{1,2}|\d{1,2}[/-]\d{1,2})(?!\w)",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"(?<!\S)@")
_BEFORE_DATE: Final = re.compile(
    r"(?:tanggal|tgl\.?|sebelum|sampai|hingga|lambat|per|pada)\s*$", re.IGNORECASE
)
_QUOTED: Final = re.compile(r'"([^"]+)"')
_CENTURY: Final = 2000
_LAST_MONTH_OF_WORRY: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What a typed line means: kind, text without its marks, owner and due day of a follow-up."""

    kind: str
    text: str
    owner: str = ""
    owner_opd: RowId = NO_ROW
    due: str = ""


def read_line(line: str, opds: Iterable[tuple[RowId, str, str]], today: date) -> NoteLine:
    """Return the meaning of a typed line.

    ``!`` in front is a decision, ``?`` a question; ``@OPD`` (a name or short name of ``opds``: id, name,
    short; somebody else of several words in quotes) makes a follow-up, with the first date in the line
    (``12 Agustus``, ``12/8``, else ``besok``, ``lusa`` or the next ``Jum'at``) as its due day. A date without
    a year is the next one from ``today``.
    """
    text = line.strip()
    if text.startswith("!"):
        return NoteLine("keputusan", text[1:].strip())
    if text.startswith("?"):
        return NoteLine("pertanyaan", text[1:].strip())
    at = _AT.search(text)
    if at is None:
        return NoteLine("pokok", text)
    place = at.start()
    owner, opd, after = _owner(text[place + 1 :], opds)
    if not owner:
        return NoteLine("pokok", text)
    rest = f"{text[:place].strip()} {after.strip(' ,:;')}".strip()
    due, rest = _due(rest, today)
    return NoteLine("tindak_lanjut", rest, owner, opd, due)


def has_unread_day(read: NoteLine) -> bool:
    """Return whether a follow-up speaks of a day that was not understood: ``minggu depan``, ``45/13``."""
    return read.kind == "tindak_lanjut" and not read.due and bool(_DAY_WORD.search(read.text))


def typed(note: Note) -> str:
    """Return the line as it would be typed, for changing it: with its mark in front."""
    marks = {"keputusan": "! ", "pertanyaan": "? "}
    if note.kind != "tindak_lanjut":
        return marks.get(note.kind, "") + note.text
    day = ""
    if note.due:
        year, month, number = note.due.split("-")
        day = f" {int(number)}/{int(month)}/{year}"
    owner = f'"{note.owner}"' if " " in note.owner else note.owner
    return f"@{owner} {note.text}{day}"


def told(note: Note | NoteLine) -> str:
    """Return a note as it is read beside a sheet: what it is in front, of a follow-up who and until when."""
    if note.kind != "tindak_lanjut":
        return note.text if note.kind in {"", "pokok"} else f"{label('note', note.kind)}: {note.text}"
    day = day_of(note.due) if note.due else None
    until = f" ({long_date(day, weekday=False)})" if day else ""
    return f"{note.owner}: {note.text}{until}"


def _owner(after: str, opds: Iterable[tuple[RowId, str, str]]) -> tuple[str, RowId, str]:
    quoted = _QUOTED.match(after)
    if quoted:
        whole = quoted.group(1).casefold()
        row = next((row for row, *names in opds if whole in {name.casefold() for name in names}), NO_ROW)
        return quoted.group(1), row, after[quoted.end() :]
    best = ("", NO_ROW, 0)
    for row, name, short in opds:
        for called in (name, short):
            size = len(called)
            follows = after[size : size + 1]
            fits = called and after.casefold().startswith(called.casefold()) and not follows.isalnum()
            if fits and size > best[2]:
                best = (short or name, row, size)
    if best[0]:
        return best[0], best[1], after[best[2] :]
    word = re.match(r"[\w.'-]+", after)
    return (word.group(), NO_ROW, after[word.end() :]) if word else ("", NO_ROW, after)


def _due(text: str, today: date) -> tuple[str, str]:
    for pattern in (_WORD_DATE, _FIGURE_DATE):
        for found in pattern.finditer(text):
            day = _day(found.group(1), found.group(2), found.group(3), today)
            if day and (pattern is _WORD_DATE or _is_meant(text, found)):
                return day.isoformat(), _without(text, found)
    near = _NEAR_DAY.search(text)
    return (_near_day(near, today).isoformat(), _without(text, near)) if near else ("", text)


def _is_meant(text: str, found: re.Match[str]) -> bool:
    """Tell whether ``3/4`` is a day: with a year, at an end of the line, or after a word like "sebelum"."""
    before, after = text[: found.start()].strip(" ,;:("), text[found.end() :].strip(" .,;)")
    return bool(found.group(3)) or not before or not after or bool(_BEFORE_DATE.search(before + " "))


def _without(text: str, found: re.Match[str]) -> str:
    return (text[: found.start()].rstrip(" ,;:") + " " + text[found.end() :].lstrip(" ,;")).strip()


def _near_day(found: re.Match[str], today: date) -> date:
    if found[1]:
        return today + timedelta(days=_NEAR[found[1].casefold()])
    name = "".join(filter(str.isalpha, found[2] or found[3])).casefold()
    ahead = (_WEEKDAYS.index(name) - today.weekday() - 1) % len(_WEEKDAYS) + 1
    return today + timedelta(days=ahead)


def _day(day: str, month: str, year: str | None, today: date) -> date | None:
    number = int(month) if month.isdigit() else _MONTH_WORDS.get(month.casefold(), 0)
    full = today.year if year is None else int(year) + (_CENTURY if int(year) < _CENTURY else 0)
    try:
        found = date(full, number, int(day))
        if year is None and found < today - _LAST_MONTH_OF_WORRY:
            found = found.replace(year=full + 1)
    except ValueError:
        return None
    return found
