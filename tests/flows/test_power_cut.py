"""After the plug was pulled: the program says what it has, and everything is there."""

import pytest
from PySide6.QtCore import Qt

from smartcity_desktop.domain.grid import show
from tests.flows import plot as script
from tests.flows.conftest import faults_of
from ui.screens.note.screen import NoteScreen

STOPPED = "Program terhenti sekitar 10.42 (listrik padam atau dimatikan). Semua isian sampai 10.42.06 ada."
COLUMNS = ("issue", "existing", "proposal", "note")


@pytest.fixture
def again(day, start, tmp_path):
    """The day as it lay there, opened again ten minutes later."""
    kept = day.copied(tmp_path / "hari")
    moment = day.plot.begins.replace(hour=10, minute=52)
    return start(kept.folder / "profil", kept.file, moment=moment), kept


def test_the_program_says_what_it_has(again):
    hand, _day = again
    assert hand.said() == STOPPED
    assert hand.text("savedAt") == "Belum ada perubahan"


def test_every_note_is_there_up_to_the_last_second(again):
    hand, day = again
    hand.rail("note")
    assert isinstance(hand.screen, NoteScreen)
    model = hand.screen.model
    texts = [model.note(row).text for row in range(model.rowCount())]
    assert len(texts) in {len(script.NOTES) + 1, len(script.NOTES) + 2}
    assert texts[len(script.NOTES)] == script.TO_THE_DISK
    for rest in texts[len(script.NOTES) + 1 :]:
        assert script.IN_THE_AIR.startswith(rest)
    assert texts[1] == script.NOTES[1]
    assert day.value("notes")[0].startswith("7 catatan")


def test_every_sheet_is_there_with_its_head_and_answers(again):
    hand, day = again
    hand.rail("worksheet")
    for table in day.plot.tables:
        hand.sheet_of(table.name)
        page = hand.screen.page
        assert page.head.fields["present"].line.text() == str(table.present)
        assert page.head.fields["chair"].line.text() == f"Ketua {table.short} Nur'aini"
        assert page.head.fields["represented_by"].line.text() == table.deputy
        assert page.head.paper.isChecked() is table.on_paper
        grid = hand.screen.grid
        for place, row in enumerate(table.rows):
            shown = [text_at(grid, place, key) for key in COLUMNS]
            wanted = [row.issue, row.existing, row.proposal, row.note]
            if table is day.plot.tables[-1] and place == 0:
                wanted[2] = script.LAST_WORDS
            assert shown == wanted, (table.short, place)
            assert text_at(grid, place, "relevant")[0] == row.relevant


def test_the_form_of_a_row_is_there_with_its_issue_of_the_rpjmd(again):
    hand, day = again
    hand.rail("worksheet")
    hand.sheet_of(day.plot.tables[0].name)
    hand.press("F4")
    assert hand.text("formProgram") == day.value("form")
    assert hand.text("form-partners") == script.PARTNERS
    listed = hand.find("form-issue_link")
    lines = [listed.item(row) for row in range(listed.count())]
    ticked = [line.text() for line in lines if line.checkState() == Qt.CheckState.Checked]
    assert len(ticked) == 1
    assert ticked[0].endswith(script.ISSUES[1])


def text_at(grid, place, key):
    column = next(item for item in grid.columns() if item.key == key)
    return show(column, grid.raw(grid.index(place, grid.place_of(key))))


def test_plans_points_and_the_ended_session_are_there(again):
    hand, day = again
    hand.rail("document")
    for reading in day.plot.readings:
        hand.choose_in("document-opds", lambda index, name=reading.opd: index.data() == name)
        hand.settle()
        assert hand.text("plan-sentence") == day.values("tree")[reading.file]["sentence"]
    kinds = [item.kind for item in hand.screen.frame.points.points]
    assert [kinds.count(kind) for kind in ("visi", "misi", "isu")] == [1, 2, 3]
    assert hand.text("session") == "Mulai sesi"


def test_the_report_can_be_printed_again_with_the_same_figures(again):
    hand, day = again
    hand.press("Ctrl+K")
    hand.type("cetak laporan sesi")
    hand.press("Return")
    hand.until(lambda: hand.seen("preview") is not None, "for the report")
    assert hand.text("preview-count") == day.value("report")[2]
    hand.click("preview-close")


def test_closing_well_makes_a_safety_copy_that_comes_back_with_the_same_counts(again):
    hand, day = again
    before = counted(hand)
    hand.press("Ctrl+W")
    hand.until(lambda: hand.seen("welcome-restore") is not None, "for the welcome page")
    hand.settle()
    faults_of(day.file, day.folder / "profil")
    copies = list((day.folder / "profil" / "salinan-pengaman").glob("*.bimtek"))
    assert copies
    hand.click("welcome-restore")
    table = hand.find("restore-table")
    assert table.item(0, 1).text() == day.value("title")
    assert f"{before['notes']} catatan" in table.item(0, 2).text()
    hand.press("Return")
    hand.until(lambda: hand.page is not None, "for the copy")
    hand.settle()
    assert "(salinan" in hand.app.desk.path.name
    assert not hand.said(), "the copy was closed well"
    assert counted(hand) == before


def counted(hand):
    """Count what a workshop holds, on the thread of its file."""
    desk, answers = hand.app.desk, []

    def count():
        worksheet = desk.worksheet.find("L5").id
        places = desk.worksheet.places(worksheet)
        return {
            "opds": len(desk.opd.opds()),
            "notes": len(desk.note.notes()),
            "points": len(desk.document.points()),
            "documents": len(desk.renstra.documents()),
            "lines": sum(len(desk.renstra.plan(item.opd).lines) for item in desk.renstra.documents()),
            "sheets": [(item.name, item.status, item.done, item.total) for item in places],
            "signers": desk.workshop.signers(),
            "sessions": len(desk.session.sessions()),
            "funnel": desk.workshop.standing().funnel,
        }

    hand.app.lane.data(count, answers.append)
    hand.settle()
    return answers[0]
