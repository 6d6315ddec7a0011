"""Tab Visi–misi by hand: keywords chosen, proposals taken, texts typed, versions adopted and compared."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain import hall as slides
from smartcity_desktop.domain.paper_vision import VISION_TEXT, VISION_WORDS
from smartcity_desktop.domain.vision import MISSION, VISION
from tests.services import test_vision as visions
from tests.ui.analysis.hand import cells, settle

PROPOSED = visions.PROPOSED


@pytest.fixture
def vision(hall):
    """A vision that the first dimension proposed."""
    told = {"kind": VISION, "text": PROPOSED, "reason": "Dua kata terbanyak"}
    return hall.ask(partial(visions.write, hall.desk, "L4V", told))


@pytest.fixture
def words(hall):
    """Two tables wrote the same word, one another."""
    told = ({"text": "Jujur", "kind": "isu"}, {"text": "jujur"}, {"text": "bersih", "reason": "TPA penuh"})
    return [hall.ask(partial(visions.write, hall.desk, "L4", item, place)) for place, item in enumerate(told)]


def board(hall):
    return hall.ask(hall.desk.vision.board)


def typed(tab, text, words):
    """Put words into a text as a hand would: what stood is replaced."""
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, words)
    settle(tab.host)


def test_without_anything_the_ways_to_begin_are_offered(show, hall):
    screen = show(hall, "vision")
    tab = screen.tab
    assert tab.pages.currentWidget() is tab.empty
    tab.empty.buttons[0].click()
    assert screen.gone == [("worksheet", hall.ask(partial(hall.desk.worksheet.find, "L4")).id)]
    tab.empty.buttons[1].click()
    settle(screen)
    assert tab.pages.currentWidget() is not tab.empty
    typed(tab, tab.text, "Kota maju")
    assert board(hall).vision.text == "Kota maju"


@pytest.mark.usefixtures("vision")
def test_keywords_are_counted_and_space_chooses_one(show, hall, words):
    screen = show(hall, "vision")
    source = screen.tab.source
    assert cells(source.keywords, words[0]) == ("", "Jujur", "2", "–", "")
    QTest.keyClick(source.keywords, Qt.Key.Key_Space)
    settle(screen)
    assert cells(source.keywords, words[0])[0] == "✓"
    assert board(hall).keywords[0].chosen
    assert source.words_told.text() == "2 kata kunci · 1 dipilih"
    QTest.keyClick(source.keywords, Qt.Key.Key_Return)
    assert screen.gone == [("worksheet", words[0])]
    source.choose.click()
    settle(screen)
    assert not board(hall).keywords[0].chosen


@pytest.mark.usefixtures("words")
def test_a_proposal_is_taken_as_the_vision_and_tells_where_it_is_from(show, hall, vision):
    screen = show(hall, "vision")
    tab = screen.tab
    assert tab.source.proposal_said.text() == f"{PROPOSED}\nAlasan: Dua kata terbanyak"
    assert [button.shortcut().toString() for button in tab.source.uses] == ["Alt+V", "Alt+M"]
    tab.source.uses[0].click()
    settle(screen)
    assert tab.text.toPlainText() == PROPOSED
    assert cells(tab.source.proposals, vision)[-1] == "Visi"
    assert cells(tab.source.keywords, tab.source.keywords.lines.lines[0].key)[-1] == "ada"
    assert tab.vision_state.text() == "Rancangan, belum ditetapkan."
    tab.vision_trail.click()
    settle(screen)
    assert tab.trail_card.isVisible()
    step = next(part for part in tab.trail.steps if part.objectName() == "trail-back-1")
    step.click()
    assert screen.gone == [("worksheet", vision)]


@pytest.mark.usefixtures("vision")
def test_a_proposal_that_is_used_already_is_told_and_changes_nothing(show, hall):
    screen = show(hall, "vision")
    warned = []
    screen.warned.connect(warned.append)
    screen.tab.take(MISSION)
    settle(screen)
    screen.tab.take(MISSION)
    settle(screen)
    assert warned == ["Usulan ini sudah dipakai sebagai misi."]
    assert len(board(hall).missions) == 1


@pytest.mark.usefixtures("vision")
def test_a_changed_vision_is_adopted_as_the_next_version_with_its_changes_marked(show, hall):
    screen = show(hall, "vision")
    tab = screen.tab
    said = []
    screen.said.connect(said.append)
    typed(tab, tab.text, "Kota maju")
    tab.by.setText("Pleno")
    tab.adopt_vision.click()
    settle(screen)
    assert tab.vision_state.text().startswith("Ditetapkan: versi 1 · ")
    assert not tab.adopt_vision.isEnabled()
    typed(tab, tab.text, "Kota maju dan jujur")
    assert tab.vision_state.text().startswith("Berubah sejak versi 1 dan belum ditetapkan.")
    tab.adopt_vision.click()
    settle(screen)
    assert said == ["Visi ditetapkan: versi 1", "Visi ditetapkan: versi 2"]
    found = tab.versions
    assert [line.cells[:2] for line in found.table.lines.lines] == [
        ("Visi versi 2", "Ditetapkan"),
        ("Visi versi 1", "Diganti"),
    ]
    found.table.choose(found.table.lines.lines[0].key)
    assert found.changes.told == "Kota maju [+dan jujur+]"
    cursor = found.changes.textCursor()
    cursor.setPosition(len("Kota maju dan"))
    assert cursor.charFormat().fontUnderline(), "told by more than colour"
    found.table.choose(found.table.lines.lines[1].key)
    assert found.legend.text() == "Versi pertama."
    found.again.click()
    settle(screen)
    assert tab.text.toPlainText() == "Kota maju"
    assert [item.said for item in board(hall).visions] == ["Kota maju", "Kota maju dan jujur"]


@pytest.mark.usefixtures("vision")
def test_missions_are_written_one_after_the_other_moved_and_dropped_by_keys(show, hall):
    screen = show(hall, "vision")
    tab = screen.tab
    tab.add.click()
    settle(screen)
    for place, words in enumerate(("Satu", "Dua")):
        row = tab.missions.rows[board(hall).missions[place].id]
        typed(tab, row.text, words)
        QTest.keyClick(row.text, Qt.Key.Key_Return)
        settle(screen)
    assert [item.text for item in board(hall).missions] == ["Satu", "Dua", ""]
    second = tab.missions.rows[board(hall).missions[1].id]
    second.text.setFocus()
    QTest.keyClick(second.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(screen)
    assert [item.text for item in board(hall).missions] == ["Dua", "Satu", ""]
    assert second.text.hasFocus()
    assert "Misi berjumlah 2; lazimnya 3 sampai 6." in tab.told.text()
    second.drop.click()
    settle(screen)
    assert [item.text for item in board(hall).dropped] == ["Dua"]
    tab.missions.dropped[0].click()
    settle(screen)
    assert board(hall).dropped == ()


@pytest.mark.usefixtures("vision")
def test_ties_are_ticked_and_strategic_issues_of_a_proposal_stay(show, hall):
    def begin():
        hall.desk.document.paste(MISSION, "Memperkuat layanan\nMembersihkan kota")
        hall.desk.document.paste("isu", "Sampah")
        issue = hall.desk.document.points("isu")[0].id
        told = {"kind": MISSION, "text": "Membersihkan sungai", "point": issue}
        row = visions.write(hall.desk, "L4V", told)
        hall.desk.vision.take(row, MISSION)
        return issue

    issue = hall.ask(begin)
    screen = show(hall, "vision")
    tab = screen.tab
    (row,) = tab.missions.rows.values()
    assert row.point.text() == "Misi RPJMD: belum"
    first, second = (action for action in row.points.actions() if action.isCheckable())
    first.trigger()
    settle(screen)
    second.trigger()
    settle(screen)
    plan = [item.id for item in board(hall).points]
    assert set(board(hall).missions[0].points) == {issue, *plan}
    assert row.point.text() == "Misi RPJMD: 1, 2"
    row.dimensions.actions()[0].trigger()
    settle(screen)
    assert len(board(hall).missions[0].dimensions) == 1
    first.trigger()
    settle(screen)
    assert set(board(hall).missions[0].points) == {issue, plan[1]}


@pytest.mark.usefixtures("vision")
def test_a_menu_of_ties_stays_open_while_several_are_ticked_by_keys(show, hall):
    hall.ask(partial(hall.desk.document.paste, MISSION, "Memperkuat layanan\nMembersihkan kota"))
    hall.ask(partial(hall.desk.vision.add, "Satu"))
    screen = show(hall, "vision")
    (row,) = screen.tab.missions.rows.values()
    row.points.popup(row.mapToGlobal(row.rect().topLeft()))
    for _ in range(2):
        QTest.keyClick(row.points, Qt.Key.Key_Down)
        QTest.keyClick(row.points, Qt.Key.Key_Space)
        settle(screen)
        assert row.points.isVisible()
    QTest.keyClick(row.points, Qt.Key.Key_Escape)
    assert not row.points.isVisible()
    assert len(board(hall).missions[0].points) == 2


@pytest.mark.usefixtures("vision")
def test_nothing_new_is_not_adopted_and_says_why(show, hall):
    screen = show(hall, "vision")
    warned = []
    screen.warned.connect(warned.append)
    screen.tab.adopt(MISSION)
    settle(screen)
    typed(screen.tab, screen.tab.text, "Kota maju")
    screen.tab.adopt(VISION)
    settle(screen)
    screen.tab.adopt(VISION)
    settle(screen)
    assert warned == [
        "Misi tidak ditetapkan lagi. Belum ada kalimatnya.",
        "Visi tidak ditetapkan lagi. Sama dengan versi yang berlaku.",
    ]


@pytest.mark.usefixtures("vision")
def test_an_undo_shows_what_stood_before_also_while_one_writes(show, hall):
    screen = show(hall, "vision")
    tab = screen.tab
    typed(tab, tab.text, "Kota maju")
    hall.ask(hall.desk.undo)
    tab.arrive()
    settle(screen)
    assert tab.text.toPlainText() == ""


@pytest.mark.usefixtures("vision")
def test_without_missions_of_the_plan_the_way_to_them_is_offered(show, hall):
    screen = show(hall, "vision")
    assert screen.tab.no_points.isVisible()
    screen.tab.no_points.click()
    assert screen.gone == [("document", "")]


@pytest.mark.usefixtures("vision", "words")
def test_prints_and_the_hall_are_asked_for(show, hall):
    screen = show(hall, "vision")
    asked = []
    screen.slide_asked.connect(lambda kind, about: asked.append((kind, about)))
    screen.tab.source.print_words.click()
    screen.tab.print_text.click()
    screen.tab.show_result.click()
    assert screen.printed == [(VISION_WORDS, ""), (VISION_TEXT, "")]
    assert asked == [(slides.VISION, "")]


@pytest.mark.usefixtures("vision", "words")
def test_a_file_that_takes_nothing_shows_all_and_changes_nothing(show, hall):
    hall.ask(partial(hall.desk.vision.add, "Satu"))
    screen = show(hall, "vision", closed=True)
    tab = screen.tab
    (row,) = tab.missions.rows.values()
    still = (tab.adopt_missions, tab.add, tab.source.choose, *tab.source.uses, row.drop, row.point)
    assert not any(button.isEnabled() for button in still)
    assert tab.text.isReadOnly()
    assert row.text.isReadOnly()
    assert tab.print_text.isEnabled()
    QTest.keyClick(tab.source.keywords, Qt.Key.Key_Space)
    settle(screen)
    assert not board(hall).keywords[0].chosen


@pytest.mark.usefixtures("vision")
def test_a_found_text_opens_its_version(show, hall):
    def begin():
        hall.desk.vision.write(hall.desk.vision.board().vision.id, "Kota maju")
        hall.desk.vision.adopt(VISION)
        hall.desk.vision.add("Satu")
        hall.desk.vision.adopt(MISSION)
        return hall.desk.vision.board().mission_sets[0]

    found = hall.ask(begin)
    screen = show(hall, f"vision:{found.texts[0].id}")
    assert screen.tab.versions.version.id == found.id
    assert screen.tab.versions.changes.told == "1. Satu"
