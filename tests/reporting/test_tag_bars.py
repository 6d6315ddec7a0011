"""The bars of a name tag: read back from the printed page as a hand scanner reads them, dot by dot."""

from itertools import combinations, groupby

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reportlab.lib.units import mm

from smartcity_desktop.domain.attendance_typed import read_typed
from smartcity_desktop.domain.paper_cards import CardPicture, NameCard
from smartcity_desktop.domain.print_job import NAME_TAGS, PrintJob
from smartcity_desktop.reporting import cards, page, pages, style
from tests.reporting.pictures import frame, page_image
from tests.reporting.test_cards import LONG, TEXTS, apart, within

DPI = 300
MM_PER_INCH = 25.4
PATTERNS = """
212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132
122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212
322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311
112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321
331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214
112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113
411311 113141 114131 311141 411131 211412 211214 211232 2331112
"""
"""Widths of bars and gaps of each sign of Code 128, by ISO/IEC 15417."""
CODES = PATTERNS.split()
START_B, START_C, TO_C, TO_B, STOP = 104, 105, 99, 100, 106


def row_of(number):
    """Return the tones of a row of dots through the bars of the first tag on a page printed at 300 dpi."""
    card = NameCard("Andi Jum'ah, S.Kom.", "Sekretaris", "Dinas Kominfo", "Dewan", number, "GOV · Meja 3")
    picture = CardPicture("Bimtek Kota Contoh", "Tahap II", (card,))
    pdf = page.press(cards.parts(PrintJob(NAME_TAGS, "Kartu", frame("A4"), picture=picture)))
    width, height = pages.page_size(pdf, 0)
    image = page_image(pdf, 0, round(width / 72 * DPI))
    box = cards.tag_bars(card, cards.tag_places(style.cards("A4"))[0])
    y = round((height - box.y - box.height / 2) / 72 * DPI)
    left, right = round(box.x / 72 * DPI), round((box.x + box.width) / 72 * DPI)
    return [image.getpixel((x, y)) for x in range(left, right)]


def runs_of(tones):
    return [(dark, len(list(run))) for dark, run in groupby(tone < 128 for tone in tones)]


def decoded(runs):
    """Return what bars and gaps say, given as widths in modules; wrong check digits are refused."""
    cut = [runs[at : at + 6] for at in range(0, len(runs) - 7, 6)]
    signs = [CODES.index("".join(map(str, widths))) for widths in [*cut, runs[-7:]]]
    start, *told, check, stop = signs
    assert stop == STOP
    assert check == (start + sum(place * sign for place, sign in enumerate(told, start=1))) % 103
    by_pair = {START_B: False, START_C: True}[start]
    text = ""
    for sign in told:
        if sign in {TO_B, TO_C} and by_pair == (sign == TO_B):
            by_pair = sign == TO_C
        else:
            text += f"{sign:02d}" if by_pair else chr(sign + 32)
    return text


@pytest.mark.parametrize("number", [0, 1, 9, 12, 99, 100, 175, 1234, 99999, 123456])
def test_the_bars_on_paper_hold_the_number_as_the_door_takes_it(number):
    before, *bars, after = runs_of(row_of(number))
    module = min(width for _, width in bars)
    text = decoded([round(width / module) for _, width in bars])
    assert text == str(number)
    assert read_typed(text).number == number
    assert module * MM_PER_INCH / DPI >= 0.25
    assert all(width % module == 0 for _, width in bars), "edges stand on dots of the printer"
    for dark, width in (before, after):
        assert not dark
        assert width >= 10 * module - 1


def test_a_broken_bar_is_not_taken_for_a_number():
    _, *bars, _ = runs_of(row_of(175))
    module = min(width for _, width in bars)
    widths = [round(width / module) for _, width in bars]
    widths[8], widths[9] = widths[9], widths[8]
    with pytest.raises((AssertionError, ValueError)):
        decoded(widths)


@given(name=TEXTS, position=TEXTS, origin=TEXTS, body=TEXTS, group=TEXTS, number=st.integers(0, 999_999))
@example(LONG, "Kepala " * 20, "Dinas " * 20, "Tim Pelaksana", "Smart Governance · Meja 12", 175)
@example("W" * 200, "W" * 200, "W" * 200, "W" * 200, "W" * 200, 99999)
def test_no_text_reaches_into_the_bars_or_the_white_at_their_sides(
    name, position, origin, body, group, number
):
    card = NameCard(name, position, origin, body, number, group)
    box = cards.tag_places(style.cards("A4"))[4]
    bars = cards.tag_bars(card, box)
    assert within(bars, box.inside(3 * mm))
    found = [item.box for item in cards.tag_pieces(card, box, CardPicture("Bimtek", "Tahap II"))]
    assert all(apart(one, other) for one, other in combinations([bars, *found], 2))


def test_the_bars_leave_a_name_as_large_as_it_was():
    box = cards.tag_places(style.cards("A4"))[0]
    picture = CardPicture("Bimtek", "Tahap II")
    sizes = {}
    for number in (175, None):
        card = NameCard("Hj. Sitti Rahmawati, S.Sos., M.Si.", "Sekretaris", "Dinas Kominfo", "", number)
        sizes[number] = max(item.text.size for item in cards.tag_pieces(card, box, picture))
    assert sizes[175] >= 0.85 * sizes[None]


def test_who_has_no_number_has_no_bars():
    box = cards.tag_places(style.cards("A4"))[0]
    assert cards.tag_bars(NameCard("Budi"), box) is None
