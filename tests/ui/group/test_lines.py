"""The lines of a group: names are whole as long as there is room, in height too."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.group import Group
from smartcity_desktop.domain.group_board import Card, Member
from smartcity_desktop.domain.people import Person
from ui import theme
from ui.widgets.group_card import GroupCard
from ui.widgets.group_list import GroupList, Line, fitted
from ui.widgets.group_name import NameDialog

LONG = Line("a", "Drs. H. Baharuddin Contoh Lamappa, S.Sos., M.Si.", "Disdukcapil")
SHORT = Line("b", "Rina", "Media")
LINES = (LONG, SHORT, Line("c", "Diskominfo", "3 orang", is_opd=True))


@pytest.fixture
def shown(dressed, qtbot):
    """How to show a widget of this size."""

    def make(widget, wide, high):
        qtbot.addWidget(widget)
        widget.resize(wide, high)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    yield make
    theme.apply(dressed)


def lines(shown, wide, high, told=LINES):
    made = shown(GroupList("g", "group-list", "Kelompok"), wide, high)
    made.show_lines(told)
    return made


def test_where_the_list_is_high_the_origin_stands_below_a_long_name(shown):
    made = lines(shown, 260, 400)
    assert made.tall == {0}
    made.doItemsLayout()
    rects = [made.visualItemRect(made.item(row)) for row in range(3)]
    assert rects[0].height() > rects[1].height() == rects[2].height()


def test_no_line_is_pushed_out_of_sight_for_the_sake_of_another(shown):
    many = [Line(str(n), LONG.words, LONG.side) for n in range(12)]
    made = lines(shown, 260, 400, many)
    made.doItemsLayout()
    assert made.tall == frozenset()
    made.resize(260, 700)
    made.doItemsLayout()
    assert made.tall == set(range(12))
    assert made.verticalScrollBar().maximum() == 0


def test_a_list_that_becomes_wide_has_one_line_for_each(shown):
    made = lines(shown, 260, 400)
    made.resize(700, 400)
    assert made.tall == frozenset()


def test_a_name_goes_without_its_degrees_before_it_is_cut(dressed):
    assert dressed
    metrics = QFontMetrics(theme.font("base"))
    side = QFontMetrics(theme.font("small")).horizontalAdvance(LONG.side)
    bare = LONG.words.partition(",")[0]
    enough = metrics.horizontalAdvance(LONG.words) + side + 20
    assert fitted(LONG, enough, metrics, side) == (LONG.words, side)
    less = metrics.horizontalAdvance(bare) + side + 20
    assert fitted(LONG, less, metrics, side) == (bare, side)
    assert fitted(LONG, less - 60, metrics, 3 * side) == (bare, round((less - 60) * 0.3))
    agency = Line("o", "Dinas A, Dinas B, Dinas C", "3 orang", is_opd=True)
    assert fitted(agency, 40, metrics, 20)[0] == agency.words


def card():
    group = Group(
        "g", name="Smart Environment", code="ENV", table_no="6", mentor="Prof. Dr. Ir. H. Andi Contoh"
    )
    counts = {"pemerintah": 20, "akademisi": 2, "dunia_usaha": 2, "komunitas": 2, "media": 1}
    elements = [element for element, count in counts.items() for _ in range(count)]
    people = (Person(str(n), name=f"Orang {n}", element=element) for n, element in enumerate(elements))
    return Card(group, "#86efac", members=tuple(map(Member, people)))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_head_of_a_narrow_and_high_card_names_its_group_and_its_mix_whole(shown, scale):
    theme.apply(QApplication.instance(), scale)
    made = shown(GroupCard("g"), round(277 * scale), 700)
    made.show_card(card(), 6, "dimensi")
    QApplication.sendPostedEvents()
    made.layout().activate()
    for part in (made.name, made.mix):
        assert part.fontMetrics().horizontalAdvance(part.text()) <= part.contentsRect().width(), part.text()
    top = [part.mapTo(made, QPoint()).y() for part in (made.name, made.table, made.mix)]
    assert top == sorted(top)
    assert made.form.mapTo(made, QPoint()).y() > made.name.mapTo(made, QPoint()).y()
    made.resize(round(700 * scale), 700)
    made.layout().activate()
    assert made.mix.mapTo(made, QPoint()).x() > made.table.mapTo(made, QPoint()).x()
    assert made.form.mapTo(made, QPoint()).x() > made.count.mapTo(made, QPoint()).x()


def test_a_name_is_asked_for_in_a_line_that_grows_with_the_type(shown, dressed):
    made = []
    for scale in (1.0, 1.5):
        theme.apply(dressed, scale)
        made.append(shown(NameDialog("Nama", "Kelompok pilar", "Ganti"), 100, 100))
    assert made[1].line.width() > 1.3 * made[0].line.minimumWidth()
