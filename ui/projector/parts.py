"""Pieces a slide is put together from, each a row or several: text, groups at tables, cards, bars."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from smartcity_desktop.domain.hall import Badge, Figure, TableGroup, TurnLine
from smartcity_desktop.domain.wording import number
from ui.projector.flow import Build, Row, Type, Words
from ui.projector.ink import ACCENT, BAND, INK, LINE, SOFT, TONES, chip

_CHIP: Final = 1.25
_TOGETHER: Final = 4
"""Lines of a paragraph that stay on one page."""
_BULLET: Final = "•"
_BAR: Final = 0.55
_LEAST_BAR: Final = 0.015


@dataclass(frozen=True, slots=True)
class Card:
    """A card: the code of a dimension, a line in bold, quieter lines, and the weight of the last one."""

    code: str = ""
    color: str = ""
    head: str = ""
    lines: tuple[str, ...] = ()
    tone: str = "calm"


def chip_width(type_: Type, code: str, times: float = 1.0) -> float:
    """Return the room that a chip takes with what is left free behind it; nothing without a code."""
    return type_.pixels * times * (len(code) * 0.62 + 1.0) if code else 0.0


def draw_chip(painter: QPainter, type_: Type, at: tuple[float, float], badge: tuple[str, str]) -> None:
    """Paint a chip (code, colour) with its corner ``at``, as high as a line of the type."""
    code, color = badge
    if code:
        wide = chip_width(type_, code) - type_.pixels * 0.4
        chip(painter, QRectF(at[0], at[1], wide, type_.pixels * _CHIP), code, color)


def gap(height: float, *, stays: bool = False) -> Row:
    """Return an empty row."""
    return Row(height, None, stays)


def paragraph(
    type_: Type,
    text: str,
    times: float = 1.0,
    *,
    mark: str = "",
    look: tuple[str, bool] = (INK, False),
) -> list[Row]:
    """Return a paragraph with a mark (``1.``, a bullet) before it; ``look`` is its ink and whether bold.

    It is one row, or where it is long one of every line, so that it may go on over a page.
    """
    ink, bold = look
    size = type_.pixels * times
    left = type_.wide(f"{mark} ", times, bold=bold) + size * 0.25 if mark else 0.0
    words = type_.text(text, type_.width - left, times, bold=bold, ink=ink)
    sign = type_.text(mark, left, times, bold=bold, ink=ACCENT) if mark else None
    space = size * 0.35
    lines = words.parts
    if len(lines) <= _TOGETHER:
        return [_line(words, left, space, sign)]
    laid = [type_.text(line, type_.width - left, times, bold=bold, ink=ink) for line in lines]
    last = len(laid) - 1
    return [
        _line(item, left, space if at == last else 0.0, None if at else sign) for at, item in enumerate(laid)
    ]


def _line(words: Words, left: float, space: float, sign: Words | None) -> Row:
    def paint(painter: QPainter, room: QRectF) -> None:
        if sign is not None:
            sign.draw(painter, room.left(), room.top())
        words.draw(painter, room.left() + left, room.top())

    return Row(words.height + space, paint)


def numbered(type_: Type, lines: Sequence[str]) -> list[Row]:
    """Return lines with their numbers."""
    return [row for at, text in enumerate(lines, start=1) for row in paragraph(type_, text, mark=f"{at}.")]


def captioned(type_: Type, text: str, caption: str, mark: str) -> list[Row]:
    """Return a paragraph with a quieter line close below it, both right of the mark."""
    rows = paragraph(type_, text, mark=mark)
    if not caption:
        return rows
    left = type_.wide(f"{mark} ") + type_.pixels * 0.25
    below = Type(type_.pixels, type_.width - left)
    quiet = [_shifted(row, left) for row in paragraph(below, caption, 0.62, look=(SOFT, False))]
    type_.breaks |= below.breaks
    last = rows[-1]
    rows[-1] = replace(last, height=last.height - type_.pixels * 0.28, stays=True)
    return [*rows, *quiet, gap(type_.pixels * 0.22)]


def _shifted(row: Row, left: float) -> Row:
    """Return a row that is painted further to the right."""
    inner = row.paint

    def paint(painter: QPainter, room: QRectF) -> None:
        if inner is not None:
            inner(painter, room.adjusted(left, 0, 0, 0))

    return replace(row, paint=paint)


def bulleted(type_: Type, lines: Sequence[str], times: float = 1.0) -> list[Row]:
    """Return lines with a bullet each."""
    return [row for text in lines for row in paragraph(type_, text, times, mark=_BULLET)]


def headline(type_: Type, text: str, times: float = 1.0) -> Row:
    """Return a small head that stays with what follows."""
    first, *_rest = paragraph(type_, text, times, look=(ACCENT, True))
    return replace(first, stays=True)


def side_by_side(type_: Type, left: Build, right: Build) -> Row:
    """Return two lists beside each other as one row."""
    space = type_.pixels * 2
    halves = [Type(type_.pixels, (type_.width - space) / 2) for _side in (left, right)]
    lists = [tuple(build(half)) for build, half in zip((left, right), halves, strict=True)]
    type_.breaks |= any(half.breaks for half in halves)

    def paint(painter: QPainter, room: QRectF) -> None:
        for rows, half, at in zip(lists, halves, (room.left(), room.center().x() + space / 2), strict=True):
            top = room.top()
            for row in rows:
                if row.paint is not None:
                    row.paint(painter, QRectF(at, top, half.width, row.height))
                top += row.height

    return Row(max(sum(row.height for row in rows) for rows in lists), paint)


# Groups at their tables ------------------------------------------------------------------------------------


def table_group(type_: Type, group: TableGroup, columns: int) -> list[Row]:
    """Return the rows of a group: its head, its agencies, its names in so many columns."""
    head = _group_head(type_, group)
    rows = [head]
    names = [f"{group.chair} (ketua)"] if group.chair else []
    names += group.members
    if group.opds:
        told = paragraph(type_, " · ".join(group.opds), look=(SOFT, False))
        rows += [replace(row, stays=bool(names), again=head) for row in told]
    tall = ceil(len(names) / columns)
    for at in range(tall):
        row = _names(type_, [names[place] for place in range(at, len(names), tall)], columns)
        rows.append(replace(row, again=head))
    rows.append(gap(type_.pixels * 0.7))
    return rows


def _group_head(type_: Type, group: TableGroup) -> Row:
    badge = group.badge
    code = chip_width(type_, badge.code)
    whole = type_.width - code
    beside = type_.wide(badge.place, bold=True) + type_.pixels if badge.place else 0.0
    fits = type_.wide(badge.name, bold=True) + beside <= whole
    name = type_.text(badge.name, whole - beside if fits else whole, bold=True)
    told = type_.text(badge.place, max(beside, whole if not fits else 0.0), bold=True, ink=ACCENT)
    height = name.height + (0.0 if fits or not badge.place else told.height) + type_.pixels * 0.3

    def paint(painter: QPainter, room: QRectF) -> None:
        draw_chip(painter, type_, (room.left(), room.top()), (badge.code, badge.color))
        name.draw(painter, room.left() + code, room.top())
        if fits:
            told.draw(painter, room.right() - beside + type_.pixels, room.top())
        else:
            told.draw(painter, room.left() + code, room.top() + name.height)
        painter.setPen(QColor(LINE))
        line = round(room.bottom() - type_.pixels * 0.1)
        painter.drawLine(round(room.left()), line, round(room.right()), line)

    return Row(height, paint, stays=bool(group.opds or group.members or group.chair))


def _names(type_: Type, names: Sequence[str], columns: int) -> Row:
    column = type_.width / columns
    words = [type_.text(name, column - type_.pixels * 0.6) for name in names]

    def paint(painter: QPainter, room: QRectF) -> None:
        for at, item in enumerate(words):
            item.draw(painter, room.left() + at * column, room.top())

    return Row(max((item.height for item in words), default=0.0) + type_.pixels * 0.12, paint)


# Cards -----------------------------------------------------------------------------------------------------


def cards(type_: Type, items: Sequence[Card], columns: int) -> list[Row]:
    """Return cards in rows of so many, each row as high as its highest."""
    space = type_.pixels * 0.6
    wide = (type_.width - space * (columns - 1)) / columns
    starts = range(0, len(items), columns)
    return [_card_row(type_, items[at : at + columns], wide, space) for at in starts]


def _card_row(type_: Type, items: Sequence[Card], wide: float, space: float) -> Row:
    laid = [_card_words(type_, item, wide - type_.pixels * 1.2) for item in items]
    first = type_.pixels * _CHIP * 1.1
    high = max(sum(line.height for line in words) + max(0.0, first - words[0].height) for words in laid)
    high += type_.pixels * 0.9

    def paint(painter: QPainter, room: QRectF) -> None:
        for at, (item, words) in enumerate(zip(items, laid, strict=True)):
            _card(painter, type_, QRectF(room.left() + at * (wide + space), room.top(), wide, high), item)
            left, top = room.left() + at * (wide + space) + type_.pixels * 0.6, room.top()
            top += type_.pixels * 0.4
            draw_chip(painter, type_, (left, top), (item.code, item.color))
            for place, line in enumerate(words):
                line.draw(painter, left + (chip_width(type_, item.code) if not place else 0), top)
                top += line.height if place else max(line.height, first)

    return Row(high + space, paint)


def _card_words(type_: Type, item: Card, wide: float) -> list[Words]:
    first = type_.text(item.head, wide - chip_width(type_, item.code), bold=True)
    quiet = [type_.text(line, wide, 0.85, ink=SOFT) for line in item.lines[:-1] if line]
    last = [
        type_.text(line, wide, 0.85, bold=item.tone != "calm", ink=TONES[item.tone] if line else SOFT)
        for line in item.lines[-1:]
    ]
    return [first, *quiet, *last]


def _card(painter: QPainter, type_: Type, room: QRectF, item: Card) -> None:
    edge = QColor(TONES[item.tone] if item.tone == "good" else BAND)
    painter.setPen(QPen(edge, max(2.0, type_.pixels * 0.1)))
    painter.setBrush(QColor(BAND))
    painter.drawRoundedRect(room, type_.pixels * 0.4, type_.pixels * 0.4)


def badge_card(badge: Badge, words: str, tone: str) -> Card:
    """Return the card of a group: its name, its place, and what is said of it."""
    return Card(badge.code, badge.color, badge.name, (badge.place, words), tone)


def small_card(badge: Badge, words: str, tone: str) -> Card:
    """Return the card of a group where room is short: a dimension is known by its code."""
    head = (badge.table_words or badge.room) if badge.code else badge.name
    return Card(badge.code, badge.color, _unbroken(head) if badge.code else head, (words,), tone)


# Queue and figures -----------------------------------------------------------------------------------------


def turn(type_: Type, line: TurnLine) -> Row:
    """Return a group in the queue: who speaks now stands out, who was heard stands back."""
    times = 1.25 if line.is_now else 1.0
    size, ink = type_.pixels * times, SOFT if line.is_over else TONES["calm"]
    first, code = size * (1.4 + 0.6 * len(str(line.place))), chip_width(type_, line.badge.code, times)
    said = type_.wide(line.words, times * 0.85, bold=line.is_now) + size * 0.6
    told = type_.text(
        line.words, said + size, times * 0.85, bold=line.is_now, ink=ACCENT if not line.is_over else SOFT
    )
    name = type_.text(
        " · ".join(part for part in (line.badge.name, _unbroken(line.badge.place)) if part),
        type_.width - first - code - said - size,
        times,
        bold=line.is_now,
        ink=ink,
    )
    place = type_.text(f"{line.place}." if line.place else "–", first, times, bold=line.is_now, ink=ink)
    high = max(name.height, size * 1.4) + size * 0.5

    def paint(painter: QPainter, room: QRectF) -> None:
        if line.is_now:
            painter.fillRect(room, QColor(BAND))
            painter.fillRect(QRectF(room.left(), room.top(), size * 0.2, room.height()), QColor(ACCENT))
        top = room.top() + size * 0.25
        place.draw(painter, room.left() + size * 0.5, top)
        box = QRectF(room.left() + first, top, code - size * 0.4, size * _CHIP)
        if line.badge.code:
            chip(painter, box, line.badge.code, line.badge.color)
        name.draw(painter, room.left() + first + code, top)
        told.draw(painter, room.right() - said, top + size * 0.1)

    return Row(high, paint)


def counted(figures: Sequence[Figure]) -> str:
    """Return counts in one line of text, ``Pemerintah 131 · Media 7``, no count apart from its word."""
    return _unbroken(" · ".join(f"{item.words} {number(item.count)}" for item in figures))


def _unbroken(text: str) -> str:
    """Return a text whose words stay together: ``Meja 3``."""
    return text.replace(" · ", "\n").replace(" ", "\u00a0").replace("\n", " · ")


def bar(type_: Type, figure: Figure, most: int, told: str = "") -> Row:
    """Return a count with its words and a bar as long as its share of ``most``; ``told`` stands behind."""
    count = type_.text(number(figure.count), type_.width, 1.6, bold=True)
    left = type_.wide(number(figure.count), 1.6, bold=True) + type_.pixels * 0.6
    words = type_.text(
        f"{figure.words} · {told}" if told else figure.words, type_.width - left, 1.0, ink=TONES["calm"]
    )
    share = figure.count / most if most else 0.0
    top = max(count.height, words.height + type_.pixels * 0.65)

    def paint(painter: QPainter, room: QRectF) -> None:
        count.draw(painter, room.left(), room.top())
        words.draw(painter, room.left() + left, room.top() + type_.pixels * 0.6)
        place = QRectF(room.left(), room.top() + top, room.width(), type_.pixels * _BAR)
        painter.fillRect(place, QColor(BAND))
        if figure.count:
            place.setWidth(room.width() * max(_LEAST_BAR, share))
            painter.fillRect(place, QColor(figure.color or ACCENT))

    return Row(top + type_.pixels * (_BAR + 0.7), paint)
