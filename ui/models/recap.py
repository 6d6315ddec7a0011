"""What the tab Rekap says: the lines of its list, the titles of its charts, and what stands below them."""

from collections.abc import Iterable, Sequence
from typing import Final

from smartcity_desktop.domain.paper_recap import RecapBar, RecapPaper, RecapSheet
from smartcity_desktop.domain.wording import number, short_date
from ui.models.read_table import ReadLine
from ui.translate import worded

NOTHING: Final = "Belum ada."
_ISSUES: Final = "Isu daerah menurut prioritas"
_QUICK_WINS: Final = "Quick win yang diajukan"
_PROMISES: Final = "Janji yang belum selesai"
_MOST: Final = 5
"""Lines of a list; the whole list is printed."""


def heads() -> tuple[tuple[str, ...], dict[int, int], frozenset[int]]:
    """Return the heads of the list, the widths of its columns in pixels, and those at the right."""
    return (worded("Dimensi dan OPD"), "Terisi", "Isian"), {1: 76, 2: 56}, frozenset({1, 2})


def lines_of(papers: Iterable[RecapPaper]) -> list[ReadLine]:
    """Return a line for each: its name, how many of its sheets say anything, how many rows there are."""
    return [
        ReadLine(
            item.row,
            (
                item.name,
                f"{number(sum(1 for one in item.sheets if one.done))}/{number(len(item.sheets))}",
                number(sum(one.done for one in item.sheets)),
            ),
            faint=not any(one.done for one in item.sheets),
        )
        for item in papers
    ]


def second_of(paper: RecapPaper) -> tuple[tuple[str, str], tuple[RecapBar, ...], str]:
    """Return the titles of both smaller charts, the bars of the second one, and what is said below it."""
    if paper.is_opd:
        titles = worded("Program Renstra menurut dimensi"), "Janji dan pekerjaan rumah"
        return titles, paper.owed, paper.owed_told
    costs = paper.costs if any(item.value for item in paper.costs) else ()
    return ("Program smart city menurut jangka", "Biaya program menurut tahun"), costs, paper.costs_told


def spoken(title: str, bars: Sequence[RecapBar]) -> str:
    """Return a chart in words."""
    return f"{title}: " + ("; ".join(f"{item.name} {item.told}" for item in bars) or NOTHING)


def spoken_sheets(sheets: Sequence[RecapSheet]) -> str:
    """Return the chart of the sheets in words."""
    told = (f"{item.code} {item.title}, {item.status}, {item.words}" for item in sheets)
    return "Lembar dan isian: " + ("; ".join(told) or NOTHING)


def lists_of(paper: RecapPaper) -> str:
    """Return issues or promises, and the quick wins, line by line; of a long list the first ones."""
    quick_wins = [
        f"{item.name} · {item.place or '–'} · {item.mean} · {item.decision}" for item in paper.quick_wins
    ]
    if paper.is_opd:
        promises = [
            f"{item.text} · {short_date(item.due)} · {item.state}" + (" (lewat batas)" if item.late else "")
            for item in paper.promises
        ]
        return f"{_list(_QUICK_WINS, quick_wins)}\n\n{_list(_PROMISES, promises)}"
    issues = [
        f"{item.text} · prioritas {number(item.priority)}" if item.priority is not None else item.text
        for item in paper.issues
    ]
    return f"{_list(_ISSUES, issues)}\n\n{_list(_QUICK_WINS, quick_wins)}"


def _list(title: str, lines: Sequence[str]) -> str:
    shown = [f"{place}. {' '.join(text.split())}" for place, text in enumerate(lines[:_MOST], start=1)]
    if len(lines) > _MOST:
        shown.append(f"… dan {number(len(lines) - _MOST)} lagi")
    return "\n".join([f"{title} ({number(len(lines))})", *(shown or [NOTHING])])
