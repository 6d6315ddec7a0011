"""Two readings of a plan on paper: the blank sheet of the second reader, and one page to talk over."""

from typing import Final

from smartcity_desktop.domain.paper_second import SECOND_BLANK, SecondBlank, SecondTalk
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.wording import EMPTY, number, shortened
from smartcity_desktop.reporting import page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    framed,
    gap,
    height_of,
    identity,
    line,
    paragraphs,
    plain,
    section,
    table,
)

_TRIES: Final = ((24, 220), (18, 160), (14, 110), (10, 80), (8, 60), (6, 50))
"""How many lines the page has at most, and how many letters each, until it is one page."""
_NAME: Final = 300
_DOTS: Final = "……………………………………"
_BOXES: Final = "□ Y\u00a0\u00a0 □ S\u00a0\u00a0 □ T"
_ROW: Final = 25.0
_TITLES: Final = {True: "Lembar bacaan kedua", False: "Beda bacaan"}
_NONE: Final = {
    True: "Belum ada OPD dengan program Renstra yang bisa dibaca.",
    False: "Belum ada bacaan kedua. Mulai di Analisis, Dua pembaca, atau dari lembar kosongnya.",
}
_HOW: Final = (
    "Baca sendiri, tanpa melihat hasil pembaca pertama. Relevan: Y ya, S sebagian, T tidak. "
    "Dimensi: tulis kodenya, misalnya {code}."
)


def parts(job: PrintJob) -> list[page.Part]:
    """Return the sheet or page of a gathered job, or the page that says that there is nothing."""
    picture = job.picture
    is_blank = job.kind == SECOND_BLANK
    title = _TITLES[is_blank]
    called = picture.called if isinstance(picture, SecondBlank | SecondTalk) else ""
    label = capped(f"{title} {called}".strip(), 200)
    around = page.Paper(label, label, (label, capped(job.frame.workshop_title, _NAME)))

    def build() -> list[Block]:
        if isinstance(picture, SecondBlank):
            return _blank(picture, job.frame)
        if isinstance(picture, SecondTalk):
            return _fitted(picture, job.frame)
        told = job.frame.words.say(_NONE[is_blank])
        return [line(title.upper(), style.TITLE), gap(10), *paragraphs(told, style.BODY_CENTER)]

    return [page.Part(build, around, job.frame, label)]


def _blank(picture: SecondBlank, frame: PrintFrame) -> list[Block]:
    say, total = frame.words.say, style.upright(frame.paper).body_width
    code = next((text.split(" ")[0] for text in picture.codes), "GOV")
    heads = ("No", "Kode", "Program", "Relevan", say("Dimensi"), "Catatan")
    shares = (10, 20, 66, 34, 22, 39)
    sizes = [total * share / sum(shares) for share in shares]
    cells: list[list[list[Block]]] = [[[line(head, style.CELL_BOLD)] for head in heads]]
    for place, (number_, name) in enumerate(picture.lines, start=1):
        told = [number(place), number_, shortened(name, 160), _BOXES]
        cells.append([*([line(text, style.CELL)] for text in told), [], []])
    legend = [paragraphs(capped(text, 600), style.DENSE) for text in picture.codes]
    return [
        line(_TITLES[True].upper(), style.TITLE),
        *paragraphs(capped(picture.opd, _NAME) or EMPTY, style.SUBTITLE),
        gap(4),
        identity([("Pembaca kedua", _DOTS), ("Tanggal", _DOTS)], total),
        gap(2),
        *paragraphs(say(_HOW).format(code=code), style.SMALL),
        gap(3),
        framed(cells, sizes, extra=[("BOTTOMPADDING", (0, 1), (-1, -1), _ROW / 2)]),
        *section(say("Kode dimensi")),
        *(block for text in legend for block in text),
    ]


def _fitted(picture: SecondTalk, frame: PrintFrame) -> list[Block]:
    """Return the page with as many lines as stand on it."""
    sheet = style.upright(frame.paper)
    for most in _TRIES[:-1]:
        if height_of(_talk(picture, frame, most), sheet.body_width) <= sheet.body_height:
            return _talk(picture, frame, most)
    return _talk(picture, frame, _TRIES[-1])


def _talk(picture: SecondTalk, frame: PrintFrame, most: tuple[int, int]) -> list[Block]:
    total = style.upright(frame.paper).body_width
    return [
        line("BEDA BACAAN UNTUK DIBAHAS", style.TITLE),
        *paragraphs(capped(picture.opd, _NAME) or EMPTY, style.SUBTITLE),
        line(f"Pembaca kedua: {capped(picture.reader, 120)} · {picture.progress}", style.SMALL_CENTER_SOFT),
        gap(6),
        line(picture.told, style.BODY_BOLD),
        *([line(picture.note, style.SMALL_SOFT)] if picture.note else []),
        gap(5),
        _rows(picture, frame, most),
        gap(6),
        line(
            "Aturan sepuluh menit: mulai dari atas, satu menit satu program; yang belum putus dibahas nanti.",
            style.SMALL_SOFT,
        ),
        gap(6),
        plain([[line(f"Pembaca pertama: {_DOTS}"), line(f"Pembaca kedua: {_DOTS}")]], (total / 2, total / 2)),
    ]


def _rows(picture: SecondTalk, frame: PrintFrame, most: tuple[int, int]) -> Block:
    if not picture.rows:
        return line("Tidak ada yang berbeda.", style.BODY)
    columns = [
        Column("No", 8, "right"),
        Column("Program", 50),
        Column("Beda di", 20, whole=True),
        Column("Bacaan pertama", 36),
        Column("Bacaan kedua", 36),
        Column("Keputusan", 50),
    ]
    shown = picture.rows if len(picture.rows) <= most[0] else picture.rows[: most[0] - 1]
    cells = [
        [
            number(item.place),
            _short(item.program, most[1]),
            frame.words.say(item.what),
            *(_short(text, most[1]) for text in (item.first, item.second)),
            item.decision,
        ]
        for item in shown
    ]
    left = len(picture.rows) - len(shown)
    if left:
        cells.append(["", f"… dan {number(left)} lagi", "", "", "", ""])
    return table(columns, cells, style.upright(frame.paper).body_width)


def _short(text: str, most: int) -> str:
    """Return a text with its note on a line of its own, each at most so many letters."""
    return "\n".join(shortened(part, most) for part in text.split("\n") if part)
