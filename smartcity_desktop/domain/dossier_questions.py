"""What one OPD is asked to answer: findings in its plan and its reading, each with the place it is about."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.analysis import Indicator, Line
from smartcity_desktop.domain.dossier import WORKS, Question, called
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra_draft import Finding
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.session_report import relevant
from smartcity_desktop.domain.wording import calm_name, day_of, label, long_date, plan_time, shortened
from smartcity_desktop.domain.words import Words

NOT_HANDED_IN: Final = "Renstra belum diserahkan"
NOT_REQUIRED: Final = "Tidak wajib membawa Renstra sendiri"
_NAMED: Final = 12
"""How many names and rows a gathered question lists; the other names are counted."""
_SHORT: Final = 80
_GATHERED: Final = {
    "indicator-without-baseline": "{count} indikator belum punya kondisi awal: {names}.",
    "code-unknown": "{count} kode tidak ada dalam nomenklatur: {names}. "
    "Periksa apakah dari nomenklatur lama.",
}
"""Findings that repeat line by line: one question a program, with the names they are about."""


def plan_questions(
    found: Sequence[Finding], lines: Sequence[Line], indicators: Mapping[RowId, Sequence[Indicator]]
) -> list[Question]:
    """Return the findings of a plan as questions with their places.

    What repeats line by line under one program is one question that names what it is about.
    """
    programs = _programs(lines)
    groups: dict[tuple[str, int | None], list[Finding]] = {}
    for number, item in enumerate(found):
        home = programs.get(item.line) if item.line is not None else None
        # A finding that is not gathered is a group of its own: no line has a negative number.
        key = (item.code, home if item.code in _GATHERED else -1 - number)
        groups.setdefault(key, []).append(item)
    return [
        _gathered(code, home, items, lines, indicators)
        if len(items) > 1
        else Question(items[0].message, _place(items[0].line, lines))
        for (code, home), items in groups.items()
    ]


def _gathered(
    code: str,
    home: int | None,
    items: Sequence[Finding],
    lines: Sequence[Line],
    indicators: Mapping[RowId, Sequence[Indicator]],
) -> Question:
    about = [_name(item, lines, indicators) for item in items]
    text = _GATHERED[code].format(count=len(items), names=listed(about))
    places = sorted({lines[item.line].source_row or 0 for item in items if item.line is not None} - {0})
    rows = f"baris {', '.join(map(str, places[:_NAMED]))}{' …' if places[_NAMED:] else ''}" if places else ""
    whole = _titled(lines[home]) if home is not None else "Tujuan dan sasaran"
    sheet = next((lines[item.line].source_sheet for item in items if item.line is not None), "")
    return Question(text, _joined(whole, f"lembar {sheet}" if sheet else "", rows))


def _name(item: Finding, lines: Sequence[Line], indicators: Mapping[RowId, Sequence[Indicator]]) -> str:
    if item.line is None:
        return item.message
    line = lines[item.line]
    if item.indicator is None:
        return line.code or line.name
    known = indicators.get(line.id, ())
    return (
        f'"{shortened(known[item.indicator].name, _SHORT)}"'
        if item.indicator < len(known)
        else shortened(line.name, _SHORT)
    )


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words; what is beyond the twelfth is counted."""
    shown, more = names[:_NAMED], len(names) - _NAMED
    return "; ".join(shown) + (f"; dan {more} lainnya" if more > 0 else "")


def _place(index: int | None, lines: Sequence[Line]) -> str:
    if index is None:
        return "Seluruh Renstra"
    line = lines[index]
    sheet = f"lembar {line.source_sheet}" if line.source_sheet else ""
    row = f"baris {line.source_row}" if line.source_row else ""
    return _joined(_titled(line), sheet, row)


def _titled(line: Line) -> str:
    name = calm_name(line.name) if line.level == "program" else line.name
    words = (label("level", line.level) if line.level else "", line.code, shortened(name, _SHORT))
    return " ".join(word for word in words if word)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _programs(lines: Sequence[Line]) -> dict[int, int]:
    """Return for every program, kegiatan and subkegiatan the place of the topmost one above it."""
    by_id = {line.id: number for number, line in enumerate(lines)}
    found: dict[int, int] = {}
    for number in range(len(lines)):
        upper: int | None = number
        for _ in WORKS:
            if upper is None or lines[upper].level not in WORKS:
                break
            found[number] = upper
            upper = by_id.get(lines[upper].parent)
    return found


def reading_questions(grid: Grid, words: Words) -> list[Question]:
    """Return what is still open in the reading of the programs: not discussed, or without a dimension."""
    first = next((item.key for item in grid.columns if item.section == "grid"), "")
    open_rows = [row for row in grid.counted if not row.values.get(first)]
    homeless = [row for row in relevant(grid) if not row.values.get("dimension")]
    found: list[Question] = []
    for rows, said in (
        (open_rows, f"dari {len(grid.counted)} program belum dibahas."),
        (homeless, "program relevan belum punya dimensi."),
    ):
        if rows:
            found.append(
                Question(
                    words.say(f"{len(rows)} {said}"), listed([shortened(called(row), _SHORT) for row in rows])
                )
            )
    return found


def note_questions(notes: Iterable[Note], agency: Opd, sessions: Mapping[RowId, Session]) -> list[Question]:
    """Return the questions that were noted at this OPD, with session and moment."""
    return [
        Question(item.text, f"Pertanyaan pada {said_at(item, sessions)}".strip())
        for item in notes
        if item.kind == "pertanyaan" and item.opd == agency.id
    ]


def said_at(item: Note, sessions: Mapping[RowId, Session]) -> str:
    """Return where and when a note was written: ``Ulasan Tahap I, 4 Agustus 2026 10.12``."""
    session = sessions.get(item.session)
    day = day_of(item.made_at)
    moment = f"{long_date(day, weekday=False)} {plan_time(item.made_at)}" if day else ""
    return _joined(session.title if session else "", moment)


def missing_plan(agency: Opd) -> list[Question]:
    """Return what an OPD without a Renstra is asked, nothing where it needs none."""
    if not agency.renstra_required:
        return []
    return [Question("Renstra belum diserahkan. Kapan berkasnya dibawa, dan siapa yang mengantar?")]
