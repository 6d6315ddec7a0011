"""SWOT and TOWS on paper, landscape: factors, what they come to, the matrix; blank ones too."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from reportlab.lib.units import mm

from smartcity_desktop.domain import swot
from smartcity_desktop.domain.chart_analysis import quadrants, totals
from smartcity_desktop.domain.merging import merged_words
from smartcity_desktop.domain.paper_swot import SwotPaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame, Signer
from smartcity_desktop.domain.swot import Factor, Strategy, SwotSheet
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting import forms, page, style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    capped,
    framed,
    gap,
    height_of,
    line,
    paragraphs,
    plain,
    section,
    table,
    together,
)
from smartcity_desktop.reporting.chart import drawn
from smartcity_desktop.reporting.ending import Body, End, closed
from smartcity_desktop.reporting.letter import Signing, signatures

_WORD: Final = "SWOT–TOWS"
_PLOT: Final = 190.0
_NAME: Final = 400
_BOX: Final = 46 * mm
_MATRIX: Final = (("", "O", "T"), ("S", "SO", "ST"), ("W", "WO", "WT"))
_HAND_ROWS: Final = 5
_HAND_HEAD: Final = 17.0
_SLACK: Final = 4.0


def parts(job: PrintJob) -> list[page.Part]:
    """Return the sheet of a gathered job."""
    return [swot_part(job.picture if isinstance(job.picture, SwotPaper) else SwotPaper(), job.frame)]


def swot_part(picture: SwotPaper, frame: PrintFrame) -> page.Part:
    """Return one sheet as a part of a file."""
    sheet = picture.sheet
    called = capped(sheet.party.called, 300)
    paper = page.Paper(
        title=capped(" - ".join(text for text in (_WORD, called) if text), 300),
        label=f"Lembar {sheet.number}" if sheet.number else f"{_WORD} {frame.doc_number}".strip(),
        running=(called or _WORD, sheet.number or frame.doc_number),
        first=page.BROAD,
    )
    build = _blank if picture.is_blank else _filled
    bookmark = " ".join(text for text in (sheet.number, called or _WORD) if text)
    return page.Part(lambda: build(picture, frame), paper, frame, bookmark)


# Filled ----------------------------------------------------------------------------------------------------


def _filled(picture: SwotPaper, frame: PrintFrame) -> list[Block]:
    paper = style.broad(frame.paper)

    def end() -> End:
        return [_signed(picture, frame, paper.body_width)]

    return closed(partial(_body, picture, frame, paper.body_width), end, paper)


def _body(picture: SwotPaper, frame: PrintFrame, total: float) -> Body:
    """Return the sheet without its signers; the matrix goes along to the page that is signed."""
    sheet = picture.sheet
    top = [*_head(picture, frame, total), *_factors(sheet, total), *_figures(sheet, total)]
    return Body(top, _matrix(sheet, total), [*_loose(sheet, total), *_open_points(sheet, total)])


def _head(picture: SwotPaper, frame: PrintFrame, total: float) -> list[Block]:
    sheet = picture.sheet
    merged = f"Gabungan {sheet.party.called}" if sheet.is_merged else sheet.party.called
    where = f"Meja {picture.table}" if picture.table else ""
    event = " · ".join(text for text in (frame.workshop_title, frame.stage_name, where) if text)
    title = f"Kertas kerja {picture.code} · analisis SWOT–TOWS" if picture.code else "Analisis SWOT–TOWS"
    left = [
        line(title.upper(), style.SHEET_TITLE),
        *paragraphs(capped(merged, 600) or EMPTY, style.SHEET_OPD),
        *paragraphs(capped(event, 600), style.SMALL),
    ]
    box = framed(
        [
            [
                [
                    line("Nomor lembar", style.CELL_CENTER),
                    line(capped(sheet.number, 60) or EMPTY, style.SHEET_NUMBER),
                ]
            ]
        ],
        [_BOX],
        head=0,
    )
    return [
        plain([[left, box]], (total - _BOX, _BOX)),
        gap(3),
        *paragraphs(swot.SCALE_WORDS[sheet.scale], style.SMALL, lead="Skala:"),
        gap(4),
    ]


def _factors(sheet: SwotSheet, total: float) -> list[Block]:
    found: list[Block] = []
    for title, kinds in (("Faktor internal", swot.INTERNAL), ("Faktor eksternal", swot.EXTERNAL)):
        rows = [item for kind in kinds for item in sheet.of(kind)]
        found += section(f"{title} ({' dan '.join(kinds)})")
        if rows:
            found.append(_factor_table(sheet, rows, kinds, total))
        else:
            found.append(line("Belum ada faktor.", style.SMALL_SOFT))
    if sheet.merged:
        found += [gap(3), line(merged_words(sheet.merged), style.SMALL_SOFT)]
    return found


def _factor_table(sheet: SwotSheet, rows: Sequence[Factor], kinds: Sequence[str], total: float) -> Block:
    known, standing = sheet.codes, sheet.standing
    columns = [Column("Kode", 12, whole=True), Column("Faktor", 110), Column("Data atau bukti", 80)]
    texts = [[known[item.id], capped(item.text) or EMPTY, capped(item.evidence) or EMPTY] for item in rows]
    if not standing.is_weighed:
        counts = ", ".join(f"{kind} {number(standing.sides[kind].count)}" for kind in kinds)
        return table(columns, texts, total, sums=["", f"Jumlah faktor: {counts}", ""])
    columns += [Column("Bobot", 16, "right"), Column("Rating", 14, "right"), Column("Skor", 16, "right")]
    for item, text in zip(rows, texts, strict=True):
        weight, found = swot.weight_of(item), swot.score(item)
        text += [
            swot.decimal(weight) if weight is not None else EMPTY,
            str(item.rating) if item.rating is not None else EMPTY,
            swot.decimal(found) if found is not None else EMPTY,
        ]
    sides = [standing.sides[kind] for kind in kinds]
    scores = "; ".join(f"{side.kind} {swot.decimal(side.score)}" for side in sides)
    weights = sum((side.weight for side in sides), start=sides[0].weight * 0)
    both = sum((side.score for side in sides), start=sides[0].score * 0)
    sums = ["", f"Jumlah ({scores})", "", swot.decimal(weights), "", swot.decimal(both)]
    return table(columns, texts, total, sums=sums)


def _figures(sheet: SwotSheet, total: float) -> list[Block]:
    standing = sheet.standing
    told = swot.figures(standing)
    if not told:
        return []
    draw = quadrants if sheet.scale == swot.QUADRANT else totals
    words = [line(text, style.BODY_BOLD) for text in told]
    words += _told(sheet, total - _PLOT - 24)
    shown = plain([[drawn(draw(standing, width=_PLOT)), words]], (_PLOT + 24, total - _PLOT - 24))
    title = "Letak pada kuadran" if sheet.scale == swot.QUADRANT else "Jumlah IFE dan EFE"
    return [together([*section(title), shown])]


def _matrix(sheet: SwotSheet, total: float) -> list[Block]:
    """Return the matrix: codes of the factors at its edges, strategies with what they cite inside."""
    edge = total * 0.16
    sizes = (edge, (total - edge) / 2, (total - edge) / 2)
    cells = [[_cell(sheet, kind) for kind in row] for row in _MATRIX]
    return [together([*section("Matriks TOWS", room=40 * mm), framed(cells, sizes)])]


def _cell(sheet: SwotSheet, kind: str) -> list[Block]:
    if not kind:
        return []
    known = sheet.codes
    if kind in swot.KIND_NAMES:
        codes = ", ".join(known[item.id] for item in sheet.of(kind))
        return [
            line(f"{kind} {swot.KIND_NAMES[kind].lower()}", style.CELL_BOLD),
            *paragraphs(codes or EMPTY, style.CELL),
        ]
    found: list[Block] = [line(f"{kind} · {swot.STRATEGY_NAMES[kind]}", style.CELL_BOLD)]
    for item in sheet.answers(kind):
        found += paragraphs(_strategy(sheet, item), style.CELL, lead=f"{known[item.id]}")
    return found if len(found) > 1 else [*found, line(EMPTY, style.CELL)]


def _strategy(sheet: SwotSheet, item: Strategy) -> str:
    return f"({sheet.cited(item) or 'tanpa faktor'}): {capped(' '.join(item.text.split()), 900) or EMPTY}"


def _loose(sheet: SwotSheet, total: float) -> list[Block]:
    """Return what has no kind yet: it has no code, and no place in the matrix."""
    texts = [*(item.text for item in sheet.of("")), *(item.text for item in sheet.answers(""))]
    if not texts:
        return []
    rows = [[number(place), capped(text) or EMPTY] for place, text in enumerate(texts, start=1)]
    columns = (Column("No", 8, "right"), Column("Belum dipilih jenisnya", 200))
    return [*section("Belum dipilih jenisnya"), table(columns, rows, total)]


def _open_points(sheet: SwotSheet, total: float) -> list[Block]:
    """Return what is still open where no figures stand that it could stand beside."""
    told = [] if sheet.standing.is_weighed else _told(sheet, total)
    return [together(told)] if told else []


def _told(sheet: SwotSheet, total: float) -> list[Block]:
    told = sheet.told()
    if not told:
        return []
    rows = [[capped(text)] for text in told]
    # A heading that may begin a page has no place inside of a cell.
    heading = line("Yang masih perlu dilengkapi", style.SECTION)
    return [heading, table([Column("", 1)], rows, total, headed=False)]


def _signed(picture: SwotPaper, frame: PrintFrame, total: float) -> list[Block]:
    signers = [
        Signer("Ketua,", name=picture.chair),
        Signer("Notulis,", name=picture.scribe),
        Signer("Pembimbing,", name=picture.mentor),
    ]
    return signatures(signers, Signing(frame.city, frame.printed_at.year), total)


# Blank -----------------------------------------------------------------------------------------------------


def _blank(picture: SwotPaper, frame: PrintFrame) -> list[Block]:
    """Return two pages to be written by hand: factors by kind, then the matrix."""
    sheet, total = picture.sheet, style.broad(frame.paper).body_width
    hands = forms.write_line(
        [
            forms.WriteField("Ketua", picture.chair, 3),
            forms.WriteField("Notulis", picture.scribe, 3),
            forms.WriteField("Pembimbing", picture.mentor, 3),
            forms.WriteField("Tanggal", "", 3),
        ],
        total,
    )
    pages: list[Block] = []
    for kinds, title in ((swot.INTERNAL, "Faktor internal"), (swot.EXTERNAL, "Faktor eksternal")):
        top = [*_head(picture, frame, total), hands, gap(4), line(title, style.PART)]
        pages += [*top, _hand_table(sheet, kinds, _rest(top, frame), total), page.new_page()]
    top = [*_head(picture, frame, total), line("Matriks TOWS", style.PART)]
    return [*pages, *top, _hand_matrix(_rest(top, frame), total)]


def _rest(top: Sequence[Block], frame: PrintFrame) -> float:
    """Return the height in points that is left on a page below these blocks."""
    sheet = style.broad(frame.paper)
    return sheet.body_height - height_of(top, sheet.body_width) - _SLACK


def _hand_table(sheet: SwotSheet, kinds: Sequence[str], room: float, total: float) -> Block:
    weighed = sheet.standing.is_weighed
    columns = [Column("Kode", 13), Column("Faktor", 120), Column("Data atau bukti", 90)]
    columns += [Column("Bobot", 18), Column("Rating", 18), Column("Skor", 18)] if weighed else []
    share = total / sum(item.width for item in columns)
    cells = [[[line(item.head, style.CELL_BOLD)] for item in columns]]
    codes = [f"{kind}{place}" for kind in kinds for place in range(1, _HAND_ROWS + 1)]
    cells += [[[line(code, style.CELL)], *([] for _ in columns[1:])] for code in codes]
    rows = len(cells) - 1
    heights = [_HAND_HEAD, *[(room - _HAND_HEAD) / rows] * rows]
    return framed(cells, [item.width * share for item in columns], heights=heights)


def _hand_matrix(room: float, total: float) -> Block:
    edge = total * 0.16
    sizes = (edge, (total - edge) / 2, (total - edge) / 2)
    cells = [[_hand_cell(kind) for kind in row] for row in _MATRIX]
    return framed(cells, sizes, heights=[_HAND_HEAD, *[(room - _HAND_HEAD) / 2] * 2])


def _hand_cell(kind: str) -> list[Block]:
    if not kind:
        return []
    if kind in swot.KIND_NAMES:
        return [line(f"{kind} {swot.KIND_NAMES[kind].lower()}", style.CELL_BOLD)]
    told = f"{kind} · {swot.STRATEGY_NAMES[kind]}"
    return [line(told, style.CELL_BOLD), line("Sebut kode faktornya, misalnya (S1, O2).", style.SMALL_SOFT)]
