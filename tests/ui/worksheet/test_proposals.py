"""Proposals of dimensions in the sheet of an OPD: quiet in the cell, explained beside it, one key each."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from smartcity_desktop.domain.edit import Birth
from tests.ui.worksheet.hand import press, settle, stand, stored, words
from ui.models.grid_table import CELL
from ui.widgets.writing import WHY

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


def face(screen, row):
    return screen.grid.data(screen.grid.index(row, screen.grid.place_of("dimension")), CELL)


def in_file(hall, row):
    return hall.grid("Diskominfo").rows[row].values["dimension"]


def named(hall, raw):
    known = {item.row: item.called.split()[0] for item in hall.ask(hall.desk.suggest.words)}
    return known.get(raw, "")


def test_a_program_without_a_dimension_is_proposed_one_and_one_key_takes_it(screen, hall):
    shown = face(screen, 0)
    assert (shown.text, shown.hint) == ("", "usul: GOV-3 · informasi dan komunikasi pu…")
    assert words(screen, "proposal-head-0").startswith("GOV-3 ")
    assert words(screen, "proposal-reason-0") == (
        "kuat · kata: Informasi dan Komunikasi Publik; kode 2.16; "
        "OPD: Dinas Komunikasi, Informatika, Statistik dan Persandian"
    )
    assert in_file(hall, 0) == ""
    assert screen.grid.copied([screen.grid.index(0, screen.grid.place_of("dimension"))]) == ""
    assert screen.present()
    assert all(row.values["dimension"] == "" for row in screen.feed.grid().rows)

    stand(screen, 0, "issue")
    press(KEY.Key_U, held=ALT)
    settle(screen)
    assert named(hall, in_file(hall, 0)) == "GOV-3"
    assert face(screen, 0).hint == ""
    assert screen.page.proposals.isHidden()
    hall.ask(hall.desk.undo)
    assert in_file(hall, 0) == ""
    screen.reload()
    settle(screen)
    assert face(screen, 0).hint.startswith("usul: GOV-3")
    assert not screen.page.proposals.isHidden()

    screen.findChild(QPushButton, "proposal-take-0").click()
    settle(screen)
    assert named(hall, in_file(hall, 0)) == "GOV-3"
    screen.show_party(hall.opds["Bappeda"])
    settle(screen)
    assert screen.page.proposals.isHidden()
    screen.open_row(hall.issues)
    settle(screen)
    assert not any("usulan dimensi" in command.words for command in screen.commands())


def test_the_second_proposal_has_its_own_key_and_a_filled_cell_takes_neither(screen, hall):
    warned = []
    screen.warned.connect(warned.append)
    row = screen.grid.row_at(1).row
    assert [item.code for item in screen.grid.offers(row)] == ["GOV-3"]
    stand(screen, 1, "dimension")
    press(KEY.Key_D, held=ALT)
    settle(screen)
    assert warned == ["Hanya ada satu usulan untuk baris ini."]
    assert in_file(hall, 1) == ""
    other = next(item for item in hall.ask(hall.desk.suggest.words) if item.called.startswith("SOC-1"))
    hall.ask(partial(hall.desk.suggest.add_word, other.row, "Pengelolaan", 2))
    screen.reload()
    settle(screen)
    assert words(screen, "proposal-head-1").startswith("SOC-1 ")
    assert words(screen, "proposal-reason-1").startswith("lemah · kata: Pengelolaan; ")
    press(KEY.Key_D, held=ALT)
    settle(screen)
    assert named(hall, in_file(hall, 1)) == "SOC-1"
    press(KEY.Key_U, held=ALT)
    assert warned[1:] == ["Dimensi baris ini sudah diisi, atau programnya tidak relevan."]

    stand(screen, 2, "relevant")
    assert not screen.page.proposals.isHidden()
    press("t")
    settle(screen)
    assert stored(hall, 2, "relevant") == "tidak"
    assert (face(screen, 2).hint, screen.page.proposals.isHidden()) == ("", True)
    assert (in_file(hall, 1), in_file(hall, 2)) == (other.row, "")


def test_what_is_refused_is_not_offered_again_and_a_file_that_takes_nothing_is_left_alone(screen, hall):
    stand(screen, 0, "dimension")
    press(KEY.Key_T, held=ALT)
    settle(screen)
    assert face(screen, 0).hint == ""
    assert screen.findChild(QLabel, "proposalUnknown").isVisible()
    assert words(screen, "proposalUnknown").startswith("Tidak tahu")
    assert in_file(hall, 0) == ""
    screen.changed(hall.ask(hall.desk.undo))
    settle(screen)
    assert face(screen, 0).hint.startswith("usul: GOV-3")

    warned = []
    screen.warned.connect(warned.append)
    screen.page.view.may_write = False
    press(KEY.Key_U, held=ALT)
    assert warned == [WHY]
    assert in_file(hall, 0) == ""


@pytest.fixture
def waste(screen, hall):
    """A program smart city that says what a point of the RPJMD says; return its sheet, row and the point."""
    sheet = next(item for item in hall.ask(hall.desk.worksheet.worksheets) if item.code == "L7")
    point, store = hall.desk._store.ids.new(), hall.desk._store
    told = {"kind": "sasaran", "text": "Menurunnya timbulan sampah rumah tangga"}
    hall.ask(partial(store.write, [Birth("plan_point", point, told)], "isi RPJMD"))
    places = hall.ask(partial(hall.desk.worksheet.places, sheet.id))
    party = next(place.party for place in places if place.name.endswith("Environment"))
    screen.open_row(sheet.id)
    settle(screen)
    screen.show_party(party)
    settle(screen)
    stand(screen, screen.grid.next_row(), "name")
    screen.grid.put(screen.page.view.currentIndex(), "Timbulan sampah rumah tangga", typing=False)
    settle(screen)
    row = screen.grid.row_at(screen.page.view.currentIndex().row()).row
    return sheet.id, party, row, point


def take(screen):
    press(KEY.Key_U, held=ALT)
    settle(screen)


def test_a_program_smart_city_is_proposed_its_part_and_its_point_with_the_same_keys(screen, hall, waste):
    sheet, party, row, point = waste
    grid, told = screen.grid, []
    screen.told.connect(told.append)
    assert words(screen, "proposal-head-0") == "ENV-2 Sampah dan limbah"
    assert grid.values_of(row).get("subdimension", "") == ""
    take(screen)
    assert named(hall, grid.values_of(row)["subdimension"]) == "ENV-2"
    screen.page.side.hide()
    take(screen)
    assert told[-1] == "Usulan Kaitan RPJMD tampil di kanan; tekan sekali lagi."
    assert grid.values_of(row).get("point", "") == ""
    assert words(screen, "proposal-head-0") == "Sasaran 1 Menurunnya timbulan sampah rumah tangga"
    take(screen)
    found = hall.ask(partial(hall.desk.worksheet.grid, sheet, party)).rows[0]
    assert (found.row, found.values["point"]) == (row, point)
    assert screen.page.proposals.isHidden()


def test_the_whole_row_tells_below_each_question_what_it_is_proposed(screen, waste):
    *_, row, point = waste
    screen.page.turn_form()
    fields = screen.page.form.fields
    told = "Usul (Alt+U): Sasaran 1 Menurunnya timbulan sampah rumah tangga · kuat · kata sama: "
    first, last = fields["point"].offer.text().splitlines()
    assert first == f"{told}Timbulan, sampah, rumah, tangga"
    assert last == "Tidak satu pun: Alt+T"
    assert fields["subdimension"].offer.text().startswith("Usul (Alt+U): ENV-2 Sampah dan limbah")
    assert fields["obstacle"].offer.isHidden()
    fields["point"].answer.setFocus()
    take(screen)
    values = screen.grid.values_of(row)
    assert (values["point"], values.get("subdimension", "")) == (point, "")
    assert fields["point"].offer.isHidden()
