"""The doubts of a reading as things to look at: what is written, what was understood, how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.renstra import Draft, Problem, SourceSheet, kinds
from smartcity_desktop.domain.renstra_draft import LineDraft
from smartcity_desktop.domain.renstra_sure import RULES, reason, words
from smartcity_desktop.domain.wording import number
from ui.models.reading_source import cells_of
from ui.translate import worded

_OF_FILE: Final = frozenset({"years", "multiplier"})
_ASKING: Final = frozenset({"years", "baseline_year"})
_TOLD: Final = frozenset({"multiplier", "baseline_year"})
"""Of these the sentence says how they are written and what follows."""
_LONGEST_WORDS: Final = 18
_LONGEST_TEXT: Final = 160
_MOST_CELLS: Final = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer: what it is called in the code, and its words.

    ``mend`` asks for a value first, ``mend=1000`` gives one.
    """

    act: str
    words: str


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at. ``start`` is the value that mending begins with.

    ``detail`` says what is written, what was understood, and how sure that is; ``kind`` names what is
    answered together with it, "" for nothing.
    """

    key: str
    place: str
    message: str
    answers: tuple[Answer, ...] = ()
    start: str = ""
    detail: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """All doubts of one kind: what the kind is called, how many there are, and what can be said of all."""

    kind: str
    title: str
    count: int
    answers: tuple[Answer, ...] = ()


_MULTIPLIERS: Final = (
    Answer("accept", "Rupiah penuh"),
    Answer("mend=1000", "Ribuan"),
    Answer("mend=1000000", "Jutaan"),
)
_CONFIRM: Final = (
    Answer("accept", "Betul"),
    Answer("mend=1", "Bukan, rupiah penuh"),
    Answer("mend", "Perbaiki"),
)
_FOR_ALL: Final = {"accept": "Betul semua", "leave_out": "Lewati semua"}
TITLES: Final[Mapping[str, str]] = {
    "baseline-year": "Tahun kondisi awal",
    "cascade-read": "Bagan dibaca sebagai tabel",
    "cells-broken": "Sel berisi kesalahan Excel",
    "cells-unsaved": "Rumus tanpa hasil",
    "code-again": "Baris diketik dua kali",
    "code-elsewhere": "Kode tidak di bawah induknya",
    "code-guessed": "Kode dipotong menurut panjangnya",
    "code-level": "Tingkat tidak sesuai kodenya",
    "code-missing": "Baris tanpa kode",
    "code-none": "Kode belum diketik",
    "code-odd": "Kolom kode berisi hal lain",
    "code-twice": "Kode dipakai dua kali",
    "columns-unused": "Kolom yang tidak dibaca",
    "goals-apart": "Program tanpa sasaran",
    "indicator-none": "Indikator tanpa nama",
    "indicator-unnamed": "Indikator tanpa nama",
    "left-big": "Lembar terlalu besar",
    "left-boxes": "Bagan kotak",
    "left-broken": "Halaman rusak",
    "left-deleted": "Teks terhapus",
    "left-hidden": "Teks tersembunyi",
    "left-macros": "Makro",
    "left-pictures": "Halaman bergambar",
    "left-unruled": "Tabel tanpa garis",
    "level-capitals": "Tingkat ditebak dari huruf besar",
    "level-indent": "Tingkat ditebak dari lekukan",
    "level-unclear": "Tingkat tidak jelas",
    "money-mark": "Titik atau koma pada pagu",
    "multiplier": "Satuan rupiah",
    "multiplier-guess": "Satuan rupiah",
    "name-missing": "Kode tanpa nama",
    "opd-bidang": "Bidang urusan tanpa OPD",
    "opd-several": "Beberapa OPD dalam satu sel",
    "pagu-decimals": "Pecahan rupiah",
    "pagu-negative": "Pagu kurang dari nol",
    "pagu-twice": "Pagu ditulis dua kali",
    "pagu-unreadable": "Pagu bukan angka",
    "records-twice": "Tabel capaian ganda",
    "row-unused": "Baris yang belum dipakai",
    "sheet-hidden": "Lembar tersembunyi",
    "sheets-more": "Lembar lain berisi rencana",
    "target-mark": "Titik atau koma pada target",
    "total-differs": "Baris jumlah tidak cocok",
    "years": "Tahun kolom",
}
"""What each kind of doubt is called, by ``Problem.code``."""


def title_of(kind: str) -> str:
    """Return what a kind of doubt is called."""
    return worded(TITLES.get(kind, "Hal lain"))


def answers_of(problem: Problem) -> tuple[Answer, ...]:
    """Return the ways to answer a doubt: Betul, Perbaiki, Lewati, as far as they mean something."""
    about = problem.field.partition("@")[0]
    if about in _ASKING and problem.suggestion is None:
        fill = (Answer("mend", "Isi tahun"),)
        return fill if about == "years" else (*fill, Answer("leave_out", "Lewati"))
    if problem.held is not None and problem.suggestion is None:
        keep, fill_in = Answer("accept", "Betul, tanpa kode"), Answer("mend", "Isi kode")
        return (keep, fill_in, Answer("leave_out", "Lewati"))
    if about == "multiplier":
        return _MULTIPLIERS if problem.suggestion == "1" else _CONFIRM
    short = problem.suggestion and len(problem.suggestion) <= _LONGEST_WORDS and about == "code"
    found = [Answer("accept", f"Betul, {problem.suggestion}" if short else "Betul")]
    if about:
        found.append(Answer("mend", "Perbaiki"))
    if about and about not in _OF_FILE:
        found.append(Answer("leave_out", "Lewati"))
    return tuple(found)


def looks_of(draft: Draft, order: Sequence[str], kind: str = "") -> list[Look]:
    """Return the doubts, those of a kind beside each other; only those of ``kind`` where one is given.

    ``order`` is that of the kinds as the file was read: answers take doubts away, they move none.
    """
    sheets = {item.name: item for item in draft.grids}
    standing = kinds(draft)
    chosen = [kind] if kind in standing else [one for one in order if one in standing]
    return [_look(problem, draft, sheets) for one in chosen for problem in standing[one]]


def groups_of(draft: Draft, order: Sequence[str]) -> list[Group]:
    """Return the kinds of doubts in their order, with what can be said of all of a kind at once."""
    found, standing = [], kinds(draft)
    for kind in order:
        problems = standing.get(kind, ())
        if not problems:
            continue
        offered = {answer.act for problem in problems for answer in answers_of(problem)}
        answers = tuple(Answer(act, said) for act, said in _FOR_ALL.items() if act in offered)
        found.append(Group(kind, title_of(kind), len(problems), answers))
    return found


def _look(problem: Problem, draft: Draft, sheets: Mapping[str, SourceSheet]) -> Look:
    start = problem.suggestion or _present(problem, draft)
    if problem.field == "multiplier":
        start = number(int(start)) if start.isdigit() else start
    grid = sheets.get(problem.sheet)
    return Look(
        problem.key,
        _place(problem, draft, grid),
        problem.message,
        answers_of(problem),
        start,
        _detail(problem, draft, grid),
        problem.code,
    )


def _place(problem: Problem, draft: Draft, grid: SourceSheet | None) -> str:
    if not problem.cell:
        return "berkas"
    places = cells_of(problem.cell)
    row = places[0][0] if places else -1
    if grid is not None and 0 <= row < len(grid.pages) and grid.pages[row]:
        return f"hal. {grid.pages[row]}, {problem.cell}"
    return problem.cell if problem.sheet in {"", draft.sheet} else f"{problem.sheet} {problem.cell}"


def _detail(problem: Problem, draft: Draft, grid: SourceSheet | None) -> str:
    """Return `Tertulis "21602" → dibaca 2.16.02 · kira-kira`, "" where the sentence has said it all."""
    if not problem.field or problem.field in _TOLD:
        return ""
    written, (how, read), sure = _written(problem, draft, grid), _read(problem, draft), _sure(problem, draft)
    if written in problem.message and (read in problem.message or not how):
        return sure[:1].upper() + sure[1:]
    told = f'Tertulis "{written}"' if written else "Tertulis kosong"
    told = f"{told} → {how} {read}" if how else told
    return f"{told} · {sure}" if sure else told


def _written(problem: Problem, draft: Draft, grid: SourceSheet | None) -> str:
    line = _line(problem, draft)
    kept = problem.values.get("written") or problem.values.get("text")
    kept = kept or (line.written.get(problem.field, "") if line and problem.held is None else "")
    if not kept and grid is not None:
        places = cells_of(problem.cell)[:_MOST_CELLS]
        inside = [grid.rows[row] for row, _ in places if row < len(grid.rows)]
        texts = [
            cells[column] for cells, (_, column) in zip(inside, places, strict=False) if column < len(cells)
        ]
        kept = ", ".join(" ".join(text.split()) for text in texts if text.strip())
    return kept if len(kept) <= _LONGEST_TEXT else f"{kept[:_LONGEST_TEXT]}…"


def _read(problem: Problem, draft: Draft) -> tuple[str, str]:
    """Return how a value was come by and the value: read, or proposed and not taken yet."""
    if problem.held is not None:
        return "", ""
    present, proposed = _present(problem, draft), problem.suggestion or ""
    if problem.field.startswith("pagu") and proposed.isdigit():
        proposed = number(int(proposed))
    if proposed and proposed != present:
        return "usul", proposed
    return ("dibaca", present or "kosong") if problem.line is not None else ("", "")


def _sure(problem: Problem, draft: Draft) -> str:
    rule = RULES.get(problem.code)
    if rule is not None:
        return f"{words(rule.percent)}. {rule.reason}"
    line = _line(problem, draft)
    percent = line.sure.get(problem.field) if line else None
    if percent is not None:
        return f"{words(percent)}. {reason(problem.field, percent)}".strip()
    return ""


def _line(problem: Problem, draft: Draft) -> LineDraft | None:
    return problem.held or (draft.lines[problem.line] if problem.line is not None else None)


def _present(problem: Problem, draft: Draft) -> str:
    if problem.line is None:
        return ""
    line = draft.lines[problem.line]
    about, _, year = problem.field.partition("@")
    if about == "pagu":
        amount = line.pagu.get(year)
        return "" if amount is None else number(amount)
    if about == "target":
        place = int(problem.values.get("indicator", "0"))
        return line.indicators[place].targets.get(year, "") if place < len(line.indicators) else ""
    shown = {"code": line.code, "name": line.name, "level": line.level, "opd": line.opd}
    return shown.get(about, "")
