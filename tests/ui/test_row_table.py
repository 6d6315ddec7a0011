"""Rows as a table: what stays keeps its place, what was typed stays, a locked one takes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people import Person
from ui.models import opd_table, people_table
from ui.models.opd_table import OpdTable, OpdTableModel
from ui.models.people_table import PeopleTable, PeopleTableModel, Sieve

TIP = Qt.ItemDataRole.ToolTipRole
ROWS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def opds(names):
    return OpdTable(tuple(Opd(id=name, name=name.upper()) for name in names))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=ROWS, after=ROWS)
def test_a_row_that_stays_is_found_by_whoever_held_it(qapp, before, after):
    model = OpdTableModel(qapp)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(opds(before))
    held = {name: QPersistentModelIndex(model.index(place, 2)) for place, name in enumerate(before)}
    model.show(opds(after))
    assert [item.id for item in model.opds()] == after
    for name in set(before) & set(after):
        assert (held[name].row(), held[name].column()) == (after.index(name), 2)
    if set(before) & set(after):
        assert not any(held[name].isValid() for name in set(before) - set(after))


def test_a_reading_made_before_does_not_hide_what_was_typed_since(qapp):
    model = OpdTableModel(qapp)
    waiting = {("a", "short")}
    model.waits = lambda row, name: (row, name) in waiting
    model.show(opds("ab"))
    model.setData(model.index(0, opd_table.SHORT), "Dinkes")
    model.setData(model.index(1, opd_table.SHORT), "Dinsos")
    model.show(opds("ab"))
    assert [item.short for item in model.opds()] == ["Dinkes", ""]
    waiting.clear()
    model.show(opds("ab"))
    assert [item.short for item in model.opds()] == ["", ""]


def test_a_place_typed_in_words_outlives_a_reading_with_its_agency(qapp):
    model = PeopleTableModel(qapp)
    model.waits = lambda *_key: True
    people = PeopleTable((Person(id="p", name="Budi", institution="Radio X"),), (Opd(id="o", name="Dinkes"),))
    model.show(people)
    model.setData(model.index(0, people_table.PLACE), "dinkes")
    model.show(people)
    assert (model.person(0).opd, model.person(0).institution) == ("o", "")
    model.take("p", gender="L")
    model.show(people)
    assert (model.person(0).opd, model.person(0).gender) == ("o", "L")


def test_the_row_that_is_typed_into_is_not_sifted_away(qapp):
    model = PeopleTableModel(qapp)
    model.show(PeopleTable(tuple(Person(id=name, name=name) for name in "ab")))
    model.filter(Sieve(words="a"))
    model.held = "b"
    model.filter(Sieve(words="a"))
    assert [model.person(row).id for row in range(model.rowCount())] == ["a", "b"]
    model.held = ""
    model.filter(Sieve(words="a"))
    assert [model.person(row).id for row in range(model.rowCount())] == ["a"]


@pytest.mark.parametrize("table", ["opd", "people"])
def test_a_locked_table_takes_nothing_and_says_why(qapp, table):
    name = "Dinas <b>Kesehatan"
    if table == "opd":
        model = OpdTableModel(qapp)
        model.show(OpdTable((Opd(id="a", name=name),)))
    else:
        model = PeopleTableModel(qapp)
        model.show(PeopleTable((Person(id="a", name=name),)))
    model.locked = "Tidak <diubah> di sini."
    for column in range(model.columnCount()):
        index = model.index(0, column)
        assert not index.flags() & Qt.ItemFlag.ItemIsEditable
        assert not model.setData(index, "x")
        assert not model.take_text(index, "x")
        assert index.data(TIP).endswith("Tidak &lt;diubah&gt; di sini.</qt>")
    tip = model.index(0, model.heads.index("Nama OPD" if table == "opd" else "Nama")).data(TIP)
    assert tip.startswith("<qt>Dinas &lt;b&gt;Kesehatan<br>Tidak &lt;diubah&gt;")
