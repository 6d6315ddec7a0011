"""How the file writes what was understood stands beside it; what is not sure is marked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra import Problem
from smartcity_desktop.domain.renstra_draft import Origin
from tests.ui.frame import turn
from tests.ui.planning import draft
from ui.models.reading_lines import CELL_DOUBT_ROLE, CODE, NAME, SOURCE, WRITTEN_ROLE
from ui.models.reading_looks import looks_of
from ui.models.reading_written import differs, note_of
from ui.widgets.reading import ReadingFor, ReadingView

TIP = Qt.ItemDataRole.ToolTipRole
KOMINFO = Opd("k", "", "Dinas Komunikasi dan Informatika", "Diskominfo", bidang=("2.16",))
FIRST_YEAR = SOURCE + 1


@pytest.fixture
def view(request, qtbot):
    request.getfixturevalue("dressed")
    made = ReadingView()
    qtbot.addWidget(made)
    made.resize(1158, 640)
    made.show()
    return made


def read(**changes):
    """A reading whose second line has its code and an amount put in order; nothing is asked about."""
    first, second, third = draft().lines
    made = {
        "pagu": {"2025": 1_250_000_000, "2026": 2_000},
        "code": "2.16.02.2.01",
        "written": {"pagu@2025": "Rp 1,25 M", "pagu@2026": "Rp2.000,00", "code": "21602.2.01"},
        "sure": {"code": 60},
    }
    return draft(lines=(first, replace(second, **(made | changes)), third), problems=())


def show(view, shown):
    view.show_draft(shown, ReadingFor(opds=(KOMINFO,)))
    turn()
    turn()


def cell(view, row, column, role):
    return view.lines_model.index(row, column).data(role)


@pytest.mark.parametrize(
    ("written", "shown", "otherwise"),
    [
        ("1,775,000,000", "1.775.000.000", False),
        ("Rp 1.775.000.000,-", "1.775.000.000", False),
        ("1.450.000.000,00", "1.450.000.000", False),
        ("x.xx.01", "X.XX.01", False),
        ("Rp 1,25 M", "1.250.000.000", True),
        ("1.3.10", "1.03.10", True),
        ("-", "", False),
    ],
)
def test_another_spelling_is_no_other_value(written, shown, otherwise):
    assert differs(written, shown) is otherwise


def test_a_value_put_in_order_is_marked_unless_it_is_only_spelt_otherwise(view):
    show(view, read())
    marked = [column for column in range(FIRST_YEAR + 2) if cell(view, 1, column, WRITTEN_ROLE)]
    assert marked == [FIRST_YEAR]
    assert not any(cell(view, row, FIRST_YEAR, WRITTEN_ROLE) for row in (0, 2))


def test_the_original_is_told_by_the_tooltip_and_below_the_table(view):
    show(view, read())
    assert cell(view, 1, FIRST_YEAR, TIP) == "<qt>Pagu 2025 tertulis &quot;Rp 1,25 M&quot;</qt>"
    view.lines.setCurrentIndex(view.lines_model.index(1, FIRST_YEAR))
    assert view.foot.note.text() == 'Pagu 2025 tertulis "Rp 1,25 M"'
    view.lines.setCurrentIndex(view.lines_model.index(1, SOURCE))
    assert view.foot.note.text() == 'Tertulis: pagu 2025 "Rp 1,25 M"'
    view.lines.setCurrentIndex(view.lines_model.index(0, CODE))
    assert view.foot.note.text() == ""


def test_a_value_below_the_bound_is_marked_with_its_reason(view):
    show(view, read())
    assert cell(view, 1, CODE, CELL_DOUBT_ROLE)
    told = 'Kode tertulis "21602.2.01" · kira-kira. Kode tanpa titik dipotong menurut panjangnya.'
    assert note_of(view.draft.lines[1], "code") == told
    show(view, read(sure={"code": 90}))
    assert not cell(view, 1, CODE, CELL_DOUBT_ROLE)


def test_marks_are_explained_only_where_there_are_any(view):
    def explained():
        return [part.isVisible() for part in (view.foot.doubt[1], view.foot.written[1])]

    show(view, read())
    assert explained() == [True, True]
    show(view, read(written={}))
    assert explained() == [True, False]
    show(view, draft(problems=()))
    assert explained() == [False, False]


def test_an_answered_value_is_no_longer_marked_and_marked_again_when_taken_back(view):
    asked = Problem("R", "A3", "code-guessed", "?", 1, "2.16.02.2.01", field="code")
    show(view, replace(read(), problems=(asked,)))
    view.doubts.rows()[0].buttons[0].click()
    assert not cell(view, 1, CODE, CELL_DOUBT_ROLE)
    view.looks.take_back()
    assert cell(view, 1, CODE, CELL_DOUBT_ROLE)


def test_a_mended_amount_is_held_against_its_original_anew(view):
    asked = Problem("R", "D3", "money-mark", "?", 1, None, {"text": "Rp 1,25 M"}, "pagu@2026")
    show(view, replace(read(), problems=(asked,)))
    assert not cell(view, 1, FIRST_YEAR + 1, WRITTEN_ROLE)
    view.doubts.answered.emit(asked.key, "mend", "3.000")
    assert cell(view, 1, FIRST_YEAR + 1, WRITTEN_ROLE)


def test_a_doubt_leads_to_the_cell_of_its_value(view):
    asked = Problem("R", "D3", "money-mark", "Pagu?", 1, None, {"text": "Rp 1,25 M"}, "pagu@2025")
    show(view, replace(read(), problems=(asked,)))
    assert view.lines.currentIndex().column() == FIRST_YEAR
    assert view.foot.note.text() == 'Pagu 2025 tertulis "Rp 1,25 M"'


def test_levels_a_rule_guessed_are_marked_until_a_person_agrees(view):
    asked = Problem("R", "A3", "level-indent", "1 baris tingkatnya ditebak")
    show(view, replace(read(sure={"level": 70}, written={}), problems=(asked,)))
    assert cell(view, 1, NAME, CELL_DOUBT_ROLE)
    view.doubts.rows()[0].buttons[0].click()
    assert not cell(view, 1, NAME, CELL_DOUBT_ROLE)


def test_a_document_with_pages_names_the_page(view):
    show(view, read(origin=Origin("R", 17, 4)))
    assert [cell(view, row, SOURCE, Qt.ItemDataRole.DisplayRole) for row in range(3)] == [
        "baris 2",
        "hal. 4",
        "baris 4",
    ]


def test_a_proposal_is_not_called_what_was_read():
    asked = Problem("R", "A3", "code-odd", "Kodenya apa?", 0, "2.16.03", field="code")
    (look,) = looks_of(draft(problems=(asked,)), ["code-odd"])
    assert look.detail == 'Tertulis "2 Paket" → usul 2.16.03'


def test_what_the_sentence_says_is_not_said_twice():
    message = 'Kolom kode berisi "2 Paket". Menurut nomenklatur kodenya 2.16.03.'
    asked = Problem("R", "A3", "code-odd", message, 0, "2.16.03", field="code")
    (look,) = looks_of(draft(problems=(asked,)), ["code-odd"])
    assert look.detail == ""


def test_how_sure_it_is_follows_a_sentence_that_has_said_the_rest():
    asked = Problem("R", "A3", "code-guessed", '"2 Paket", dibaca 2.16.03.', 0, "2.16.03", field="code")
    (look,) = looks_of(draft(problems=(asked,)), ["code-guessed"])
    assert look.detail == "Kira-kira. Kode tanpa titik dipotong menurut panjangnya."
