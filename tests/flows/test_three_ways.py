"""Each exercise of the sample city three ways: typed, back from Excel, keyed from a sheet once printed."""

import re
from collections import Counter
from dataclasses import dataclass

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.paper_code import code_of
from smartcity_desktop.domain.paper_loop import BLANK, COUNTED, OUT
from smartcity_desktop.storage import reference
from tests.flows.scanner import scanned
from tests.flows.secretary import change_in_excel, fill_in_excel, pages_of

CODES = [item.code for item in reference.worksheet_definitions()]
AWAY = {"F6": "kosong", "F7": "rusak", "F8": "hilang"}
"""Keys that say what became of a paper that is not keyed."""
BEGUN = {"belum", "sedang"}


@dataclass
class Three:
    """Three sheets of one worksheet, each for a way of its own."""

    typed: Grid
    sent: Grid
    printed: Grid


def three_of(desk, code):
    """Return the emptiest sheet, the fullest, and another that is due; of fixed rows three that have any."""
    sheet = desk.worksheet.find(code)
    due = [place.party for place in desk.worksheet.places(sheet.id) if not place.waived]
    grids = sorted((desk.worksheet.grid(sheet.id, party) for party in due), key=lambda item: len(item.rows))
    # A strategy cites factors: whoever has none yet cannot choose any.
    grids = [grid for grid in grids if all(item.choices for item in grid.columns if item.kind == "rows")]
    if sheet.takes_rows:
        return Three(grids[0], grids[-1], grids[1])
    return Three(*[item for item in grids if item.counted][-3:])


def standing(grid):
    """Return the raw values of every row by its id, in order."""
    return {row.row: dict(row.values) for row in grid.rows}


def with_row(grid, place, wanted, new=""):
    """Return what stands on a sheet once a row was answered: one of its own, or the ``new`` one."""
    told = standing(grid)
    row = grid.rows[place].row if place < len(grid.rows) else new
    nothing = dict.fromkeys([item.key for item in grid.columns], "")
    return {**told, row: {**told.get(row, nothing), **wanted}}


def squeezed(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("code", CODES)
def test_an_exercise_is_typed_sent_round_and_keyed_from_paper(secretary, path, tmp_path, code):
    three = secretary.ask(lambda desk: three_of(desk, code))
    by_key = type_it(secretary, three.typed)
    changed, by_excel = send_it_round(secretary, three.sent)
    place, by_paper = print_and_key_it(secretary, three.printed)
    settle_the_others(secretary, code)
    secretary.hand.press("Ctrl+W")
    secretary.hand.until(lambda: secretary.hand.page is None, "until the file is closed")
    secretary.hand.settle()
    with open_desk(path, profile=tmp_path / "lain") as desk:
        now = [
            desk.worksheet.grid(item.worksheet.id, item.sheet.party)
            for item in (three.typed, three.sent, three.printed)
        ]
    for grid, before, (at, wanted) in zip(
        now,
        (three.typed, three.sent, three.printed),
        (by_key, by_excel, (place, by_paper)),
        strict=True,
    ):
        expected = with_row(before, at, wanted, grid.rows[-1].row)
        for row, key, raw in changed if grid is now[1] else ():
            expected[row][key] = raw
        assert list(standing(grid)) == list(expected), "rows keep their ids and their order"
        assert standing(grid) == expected
    was = three.printed.sheet.status
    assert now[2].sheet.status == ("diserahkan" if was in BEGUN else was)
    assert not now[2].sheet.on_paper


def type_it(secretary, grid):
    """Type a row with every column by keys; return its place and what is to stand there."""
    secretary.open_sheet(grid.sheet.number)
    place = len(grid.rows) if grid.worksheet.takes_rows else grid.rows.index(grid.counted[0])
    wanted = secretary.type_row(place)
    every = {item.kind for item in grid.columns if item.is_editable}
    assert {item.kind for item in grid.columns if item.key in wanted} == every, "every kind of column"
    return place, wanted


def send_it_round(secretary, grid):
    """Save a sheet, let somebody change and add rows in Excel, and read it back."""
    secretary.open_sheet(grid.sheet.number)
    name = f"{grid.sheet.number}.xlsx"
    file = secretary.save_sheet(name)
    adds = grid.worksheet.takes_rows
    place = len(grid.rows) if adds else grid.rows.index(grid.counted[0])
    changed = change_in_excel(file, grid, grid.rows[0]) if adds and grid.rows else []
    wanted = fill_in_excel(file, grid, place)
    told = secretary.read_back(name)
    assert told.startswith(f"{name}: ")
    assert ("1 baris baru" in told) is adds
    return changed, (place, wanted)


def print_and_key_it(secretary, grid):
    """Print the worksheet, find the paper of a sheet by what is on its pages, and key a row of it."""
    hand, code = secretary.hand, grid.worksheet.code
    secretary.open_papers()
    pdf = secretary.print_sheets(f"{code}.pdf")
    pages = pages_of(pdf, code)
    sign = code_of(grid.sheet.number)
    columns = [item for item in grid.columns if item.section == "grid" and item.is_editable]
    first = squeezed(" ".join(pages[sign]))
    assert squeezed(grid.party_name) in first
    assert [item.label for item in columns if squeezed(item.label) not in first] == []
    before = list(pages)[: list(pages).index(sign)]
    read = scanned(pdf, sum(len(pages[item]) for item in before))
    assert read == sign
    secretary.open_paper(read)
    assert hand.text("paper-title") == grid.party_name
    place = int(hand.text("paper-row").split()[1]) - 1
    row = len(grid.rows) if grid.worksheet.takes_rows else grid.rows.index(grid.counted[place])
    assert place == row or not grid.worksheet.takes_rows
    wanted = secretary.key_row(columns, grid.party.short)
    hand.press("Ctrl+Return")
    hand.until(lambda: hand.said().startswith(grid.sheet.number), "for the word that it is keyed")
    hand.settle()
    assert secretary.ask(lambda desk: states_of(desk, code))[grid.sheet.number] == COUNTED
    return row, wanted


def settle_the_others(secretary, code):
    """Say by one key each that three papers came back blank and spoiled and are missing, by list the others.

    Then every paper is accounted for, and the screen says so by itself.
    """
    hand = secretary.hand
    states = Counter(secretary.ask(lambda desk: states_of(desk, code)).values())
    told, due = {name: states[name] for name in AWAY.values()}, states.total()
    assert states[COUNTED] >= 1
    for keys, state in list(AWAY.items())[: states[OUT]]:
        waits = hand.text("paper-number")
        hand.press(keys)
        hand.until(lambda waits=waits: hand.text("paper-number") != waits, f"for the paper after {waits}")
        told[state] += 1
    hand.settle()
    told["kosong"] += secretary.write(lambda desk: all_blank(desk, code))
    hand.settle()
    words = " + ".join(f"{name} {count}" for name, count in told.items())
    sums = hand.text("paper-sums").splitlines()
    assert sums[0] == f"Keluar {due} = diketik {states[COUNTED]} + {words}. Cocok."
    assert hand.text("paper-progress").startswith(f"{due} dari {due} lembar")


def states_of(desk, code):
    """Return what became of every paper of a worksheet, by its number."""
    return {line.paper.number: line.paper.state for line in desk.paper.lines(desk.worksheet.find(code).id)}


def all_blank(desk, code):
    """Say of every paper nobody has told of that it came back blank; return what changed and how many."""
    papers = [line.paper for line in desk.paper.lines(desk.worksheet.find(code).id)]
    waiting = [paper for paper in papers if paper.state == OUT]
    changes = [desk.paper.put(paper, BLANK) for paper in waiting]
    return changes, len(waiting)
