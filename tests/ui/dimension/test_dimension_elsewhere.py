"""Dimensions on other screens: what was dropped is offered no more but keeps its name where it stands."""

from functools import partial

import pytest

from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from tests.ui.dimension.hand import codes, settle
from ui.models.opd_table import CHOICES_ROLE, DIMENSION, OpdTable, OpdTableModel
from ui.screens.event import EventScreen
from ui.widgets.dimension_card import DimensionCard

GOV = Dimension(RowId("g"), "1", "GOV", "Smart Governance", "#8E9FC6", alias="Pemerintahan")
OLD = Dimension(RowId("o"), "2", "OLD", "Lama", "#D8A0B1", alias="Kuno", retired=True)


@pytest.fixture
def model(qapp):
    assert qapp
    made = OpdTableModel()
    rows = (Opd(RowId("a"), name="A", dimension=OLD.id), Opd(RowId("b"), name="B", dimension=GOV.id))
    made.show(OpdTable(rows, dimensions=(GOV, OLD)))
    return made


def offered(model, row):
    return [words for _, words in model.index(row, DIMENSION).data(CHOICES_ROLE)]


def test_a_dropped_dimension_is_offered_only_to_the_agency_that_has_it(model):
    assert offered(model, 0) == ["(tanpa dimensi)", "GOV Smart Governance", "OLD Lama (tidak dipakai lagi)"]
    assert offered(model, 1) == ["(tanpa dimensi)", "GOV Smart Governance"]
    assert model.index(0, DIMENSION).data() == "OLD"


@pytest.mark.parametrize(
    ("text", "taken", "row"),
    [
        ("pemerintahan", True, GOV.id),
        ("gov", True, GOV.id),
        ("Smart Governance", True, GOV.id),
        ("GOV Smart Governance", True, GOV.id),
        ("Kuno", False, OLD.id),
        ("OLD", False, OLD.id),
    ],
)
def test_a_pasted_dimension_is_found_by_every_name_it_has(model, text, taken, row):
    model.show(OpdTable((Opd(RowId("a"), name="A"),), dimensions=(GOV, OLD)))
    assert model.take_text(model.index(0, DIMENSION), text) is taken
    assert model.opd(0).dimension == (row if taken else NO_ROW)


def test_the_workshops_own_page_shows_the_codes_and_leads_here(hall, context, qtbot, dressed):
    assert dressed
    page = EventScreen(hall.desk, context)
    qtbot.addWidget(page)
    page.show()
    page.arrive()
    settle(page)
    assert [chip.text() for chip in page.dimensions.chips] == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    hall.ask(partial(hall.desk.dimension.drop, codes(hall)["ECO"]))
    page.arrive()
    settle(page)
    assert [chip.text() for chip in page.dimensions.chips] == ["GOV", "BRD", "LIV", "SOC", "ENV"]
    asked = []
    page.go.connect(lambda key, row: asked.append((key, row)))
    page.dimensions.change.click()
    assert asked == [("dimension", "")]


def test_more_dimensions_than_fit_a_line_are_counted(qtbot):
    card = DimensionCard()
    qtbot.addWidget(card)
    card.show()
    card.show_dimensions([Dimension(RowId(str(place)), code=f"D{place}") for place in range(11)])
    assert len(card.chips) == 8
    assert card.more.text() == "+3"
    card.show_dimensions([])
    assert card.more.text() == "Belum ada dimensi"
    card.show_dimensions([GOV])
    assert not card.more.isVisible()
