"""A plan read by two people apart, and what is decided about their differences."""

import pytest

from smartcity_desktop.domain.second import FIRST, LATER, SECOND, Tag
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.report import PrintAsk, each
from tests.services.test_result import dimension
from tests.services.test_shared_program import read

READER = "Budi"


@pytest.fixture
def both(desk, with_plan):
    """Two programs, read first as GOV and ECO, second as GOV and LIV; their rows."""
    gov, eco, liv = (dimension(desk, code) for code in ("GOV", "ECO", "LIV"))
    rows = [read(desk, with_plan, at, relevant="ya", dimension=home) for at, home in enumerate((gov, eco))]
    desk.second.tag(rows[0], READER, Tag("ya", gov))
    desk.second.tag(rows[1], f" {READER} ", Tag("ya", liv, note="Untuk warga"))
    return with_plan, rows


def test_support_programs_are_not_read_and_the_second_reading_leaves_the_first_alone(desk, both):
    opd, rows = both
    board = desk.second.board(opd, READER)
    assert [item.id for item in board.lines] == rows
    assert board.progress == "2 dari 2 program dibaca"
    assert [item.id for item in board.differing] == [rows[1]]
    assert [board.told(tag) for tag in (board.differing[0].first, board.differing[0].second)] == [
        *("Ya · ECO", "Ya · LIV")
    ]
    (found,) = desk.second.readings()
    assert (found.reader, found.done, found.total, found.differing, found.open) == (READER, 2, 2, 1, 1)


def test_taking_the_second_writes_the_analysis_and_undo_brings_the_first_back(desk, both):
    opd, rows = both
    desk.second.decide(opd, READER, [rows[1]], SECOND)
    board = desk.second.board(opd, READER)
    assert (board.open, board.differing[0].decision) == (0, SECOND)
    assert board.told(board.differing[0].first) == "Ya · ECO", "the talk is about what both had said"
    l5 = desk.worksheet.find("L5").id
    cell = next(item for item in desk.worksheet.grid(l5, opd).rows if item.row == rows[1])
    assert cell.values["dimension"] == dimension(desk, "LIV")
    desk.undo()
    assert desk.second.board(opd, READER).open == 1


def test_a_taken_reading_goes_back_when_somebody_decides_otherwise(desk, both):
    opd, rows = both
    desk.second.decide(opd, READER, [rows[1]], SECOND)
    desk.second.decide(opd, READER, [rows[1]], FIRST)
    board = desk.second.board(opd, READER)
    assert (board.differing[0].decision, board.told(board.differing[0].first)) == (FIRST, "Ya · ECO")


def test_a_difference_that_is_talked_over_later_stays_open_and_opens_again_with_another_answer(desk, both):
    opd, rows = both
    desk.second.decide(opd, READER, rows, LATER)
    assert desk.second.board(opd, READER).open == 1
    desk.second.decide(opd, READER, rows, FIRST)
    assert desk.second.board(opd, READER).open == 0
    desk.second.tag(rows[1], READER, Tag("tidak"))
    assert desk.second.board(opd, READER).differing[0].what == "relevansi"
    assert desk.second.board(opd, READER).open == 1


def test_a_second_reading_is_taken_away_whole_and_needs_a_name(desk, both):
    opd, rows = both
    (sheet,) = desk.second.tables()
    assert dict(zip(sheet.heads, sheet.rows[0], strict=True))["Beda di"] == "dimensi"
    desk.second.drop(opd, READER)
    assert desk.second.readings() == []
    assert desk.second.board(opd, READER).done == 0
    with pytest.raises(UserFault, match="second-nobody"):
        desk.second.tag(rows[0], " ", Tag("ya"))


def test_no_act_and_no_print_is_called_by_the_name_of_a_reader(desk, both):
    """Both names are kept for ever, the reader may be a participant who is to be forgotten."""
    opd, rows = both
    desk.second.tag(rows[0], "Wati", Tag("ya"))
    assert [job.name for job in each(desk.report.asked("beda-bacaan", PrintAsk()))] == [
        "Beda bacaan Diskominfo",
        "Beda bacaan Diskominfo 2",
    ]
    desk.second.drop(opd, READER)
    told = [item.label for item in desk._store.workspace.journal.acts()]
    assert {"bacaan kedua", "hapus bacaan kedua"} <= set(told)
    assert not [label for label in told if READER in label]
