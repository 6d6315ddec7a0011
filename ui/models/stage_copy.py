"""What the screen of stage copies shows, in words: the copies, what changed, who wrote, versions of a row."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from smartcity_desktop.domain.book_told import changed_lines, told_changes
from smartcity_desktop.domain.field_words import field_word
from smartcity_desktop.domain.row_history import TEXT, RowHistory, RowVersion
from smartcity_desktop.domain.sheet_history import SheetChange
from smartcity_desktop.domain.stage_copy import (
    NOTHING,
    WAYS,
    FieldChange,
    Group,
    RowChange,
    Since,
    StageCopy,
    apart,
)
from smartcity_desktop.domain.wording import day_of, long_date, number
from ui.models.read_table import ReadLine

COPY_HEADS: Final = ("Salinan", "Dibuat", "Berkas")
COPY_WIDTHS: Final = {1: 170, 2: 150}
CHANGE_HEADS: Final = ("Jenis", "Nama", "Keadaan", "Yang berubah", "Oleh")
CHANGE_WIDTHS: Final = {0: 170, 1: 260, 2: 80, 4: 150}
CHANGE_WIDE: Final = 3
SHEET_HEADS: Final = ("Lembar", "Sejak akhir tahap", "Bisa dipulihkan")
SHEET_WIDTHS: Final = {1: 240, 2: 220}
PEOPLE_HEADS: Final = ("Nama", "Baris", "Isian", "Terakhir mengisi")
PEOPLE_WIDTHS: Final = {1: 80, 2: 80, 3: 190}
VERSION_HEADS: Final = ("Waktu", "Oleh", "Yang berubah")
VERSION_WIDTHS: Final = {0: 180, 1: 170}
LINE_MARKS: Final = {"same": "", "new": "+ baru", "gone": "− hilang"}
"""What is said of a line of two texts that are compared."""
CHAPTER: Final = "chapter"
HERE: Final = "ada di laptop ini"
AWAY: Final = "di laptop lain"
_VALUE: Final = 26
"""Letters of a value: both sides of the first change have room beside the other columns."""
_LONG: Final = 2000


def moment(text: str) -> str:
    """Return an ISO moment as ``5 Agustus 2026 16.05``."""
    day = day_of(text[:10])
    if day is None:
        return NOTHING
    return f"{long_date(day, weekday=False)} {datetime.fromisoformat(text):%H.%M}"


def copy_line(item: StageCopy, *, here: bool) -> ReadLine:
    """Return one copy as a line."""
    return ReadLine(item.id, (item.title, moment(item.at), HERE if here else AWAY), faint=not here)


def change_lines(found: Since, say: Callable[[str], str]) -> list[ReadLine]:
    """Return every changed row as a line, and one for kinds of which only the number is told."""
    return [line for group in found.groups for line in _lines(group, say)]


def _lines(group: Group, say: Callable[[str], str]) -> list[ReadLine]:
    if not group.rows:
        return [ReadLine(f"={group.ent}", (say(group.words), "", "", group.told, ""), faint=True)]
    return [_line(say(group.words), item, say) for item in group.rows]


def _line(words: str, item: RowChange, say: Callable[[str], str]) -> ReadLine:
    told = short_change(item.fields[0], say) if item.fields else ""
    left = len(item.fields) - 1
    more = f"; {number(left)} isian lain" if left > 0 else ""
    by = ", ".join(name for name in item.who if name) or NOTHING
    return ReadLine(item.row, (words, item.name, WAYS[item.way], f"{told}{more}", by))


def short_change(one: FieldChange, say: Callable[[str], str]) -> str:
    """``Jangka: Pendek (1 th) → Menengah (5 th)``, long texts shortened to where they differ."""
    before, after = apart(one, _VALUE)
    return f"{say(one.words)}: {before} → {after}"


def sheet_lines(found: Sequence[SheetChange], say: Callable[[str], str]) -> list[ReadLine]:
    """Return every sheet of which rows changed, and how many of its rows could come back."""
    return [
        ReadLine(item.sheet, (say(item.words), item.told, item.back), faint=not item.copied) for item in found
    ]


def people_lines(found: Since) -> list[ReadLine]:
    """Return who wrote how much."""
    return [
        ReadLine(item.name, (item.name, number(item.rows), number(item.fields), moment(item.last)))
        for item in found.people
    ]


def version_lines(history: RowHistory, say: Callable[[str], str]) -> list[ReadLine]:
    """Return the versions of a row, the newest first."""
    oldest = len(history.versions) - 1
    return [
        ReadLine(
            str(place),
            (moment(item.at), item.who or NOTHING, _did(item, say, "dibuat" if place == oldest else "")),
        )
        for place, item in enumerate(history.versions)
    ]


def _did(item: RowVersion, say: Callable[[str], str], made: str) -> str:
    if item.gone or made:
        return "dihapus" if item.gone else made
    words = ", ".join(dict.fromkeys(say(one.words) for one in item.fields))
    return words or item.label


def version_told(history: RowHistory, place: int, say: Callable[[str], str]) -> str:
    """Return what a version changed, line by line, each long text as far as it fits.

    Of the text of a chapter it is the lines that changed: read as a whole nobody would find them.
    """
    item = history.versions[place]
    if item.gone:
        return "Baris ini dihapus."
    text = field_word(history.ent, TEXT) if history.ent == CHAPTER else ""
    told = [_whole(say(one.words), one) for one in item.fields if one.words != text]
    if len(told) < len(item.fields):
        before = history.versions[place + 1].text if place + 1 < len(history.versions) else ""
        told.append("\n".join((say(text), *_text_told(before, item.text))))
    return "\n\n".join(told) or item.label


def _text_told(before: str, after: str) -> list[str]:
    lines = changed_lines(before, after)
    words = told_changes(lines)
    return [
        f"  {LINE_MARKS[item.state]}: {said}"
        for item, said in zip(lines, words, strict=True)
        if item.state != "same"
    ]


def _whole(called: str, one: FieldChange) -> str:
    """Return a change as far as it fits; of what stood empty before only what it became."""
    if one.before == NOTHING:
        return f"{called}\n  {one.after[:_LONG]}"
    return f"{called}\n  semula: {one.before[:_LONG]}\n  menjadi: {one.after[:_LONG]}"
