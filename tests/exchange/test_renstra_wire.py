"""A draft that came over in pieces, as JSON, is the draft that was sent."""

import json
from dataclasses import fields, replace

import pytest

from smartcity_desktop.domain.renstra_draft import (
    Draft,
    IndicatorDraft,
    LineDraft,
    Origin,
    RowCells,
    SourceSheet,
)
from smartcity_desktop.exchange import renstra_wire

LETTERS = {"code": "A", "name": "B", "pagu@2025": "F"}
COUNT = 150


def line(number):
    """Return a line of which every field says something of its own."""
    measured = IndicatorDraft(
        *(f"Jumlah {number}", f"unit {number % 2}", str(number), "2024", {"2025": str(number), "2026": "9"}),
        *(f"akhir {number}", "turun" if number % 3 else "", {"unit": f"Unit {number}"}),
    )
    return LineDraft(
        *("kegiatan", f"2.16.{number}", f"Nama {number}", (measured,), {"2025": number, "2026": 7}),
        *(f"Bidang {number}", f"Desa {number}", Origin("Lembar", number + 5, number // 9)),
        *(number - 1 if number else None, number % 4 == 0, RowCells(LETTERS, str(number + 5))),
        *(f"hasil {number}", f"APBD {number}", f"OPD {number}", {"code": f"2.{number}"}, {"opd": number}),
    )


def sent(draft):
    """Return a draft as it arrives, and which kinds of pieces carried it."""
    told = [json.dumps(piece, default=str) for piece in renstra_wire.pieces(draft)]
    pieces = [json.loads(piece) for piece in told]
    return renstra_wire.joined(pieces), [kind for piece in pieces for kind in piece]


def changed(number, **values):
    """Return the lines of a draft, one of them otherwise."""
    lines = [line(place) for place in range(COUNT)]
    lines[number] = replace(lines[number], **values)
    return Draft(lines=tuple(lines))


def test_no_field_of_a_line_or_an_indicator_is_left_at_what_it_is_by_default():
    assert not [item.name for item in fields(LineDraft) if getattr(line(4), item.name) == item.default]
    measured = line(4).indicators[0]
    assert not [item.name for item in fields(IndicatorDraft) if getattr(measured, item.name) == item.default]


@pytest.mark.parametrize("count", [0, 1, 7, 8, 99, 100, 101, 250])
def test_lines_that_hold_the_same_fields_arrive_as_they_were(count):
    draft = Draft(lines=tuple(map(line, range(count))))
    arrived, kinds = sent(draft)
    assert arrived == draft
    assert ("alike" in kinds) == (count >= 8)


@pytest.mark.parametrize(
    "values",
    [
        {"name": "Nama\tlain"},
        {"name": ""},
        {"indicators": ()},
        {"indicators": line(1).indicators * 2},
        {"indicators": (IndicatorDraft("Jumlah", targets={"2025": "5"}),)},
        {"pagu": {}},
        {"pagu": {"2026": 1, "2025": 2}},
        {"cells": {"code": "A1", "name": "B2"}},
        {"cells": RowCells(LETTERS, "77")},
        {"cells": RowCells({"name": "C"}, "25")},
        {"origin": Origin("Lembar lain", 20, 3)},
        {"written": {}, "sure": {}},
    ],
)
@pytest.mark.parametrize("place", [0, 20, 149])
def test_a_line_that_differs_arrives_among_others(values, place):
    draft = changed(place, **values)
    assert sent(draft)[0] == draft


def test_lines_that_say_the_same_arrive_each_by_itself():
    one = replace(line(1), parent=None)
    draft = Draft(lines=(one,) * 20)
    assert sent(draft)[0] == draft


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("satu",),),
        (("satu", "dua\tkali"), ("tiga", "")),
        (("", ""),) * 120,
        (("x",),) * 300,
        (("satu", "dua"), ("tiga",)),
        ((), ()),
        tuple((str(number), "") for number in range(230)),
    ],
)
def test_the_rows_of_a_source_arrive_as_they_were(rows):
    draft = Draft(grids=(SourceSheet("Lembar", rows),))
    assert sent(draft)[0] == draft


@pytest.mark.parametrize("count", [99, 101])
def test_a_piece_of_another_length_is_refused(count):
    piece = next(one for one in renstra_wire.lines(map(line, range(100))) if "alike" in one)
    with pytest.raises(ValueError, match=str(count)):
        renstra_wire.joined([{**piece, "count": count}])
