"""The rules of certificates as they are asked for."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.edit import Set
from smartcity_desktop.domain.paper_certificate import Roll
from smartcity_desktop.domain.people import Person
from smartcity_desktop.services.attendance import Place
from tests.ui.prints.hand import settle
from ui.models.prints import Stock, holds
from ui.widgets.label import Label
from ui.widgets.print_certificate import CertificateRules
from ui.widgets.print_told import RULES


@pytest.mark.parametrize(("doubled", "told"), [((2, 13), ["Nomor 2, 13 dipakai"]), ((), [])])
def test_numbers_given_by_two_laptops_are_told_and_nothing_else(qtbot, doubled, told):
    dialog = CertificateRules(Roll(doubled=doubled), "", "Bimtek", "2026-08-05")
    qtbot.addWidget(dialog)
    dialog.show()
    found = [item for item in dialog.findChildren(Label, "print-rule-doubled") if item.isVisible()]
    assert dialog.renumber.isVisible() is bool(doubled)
    assert [item.text()[: len("Nomor 2, 13 dipakai")] for item in found] == told
    for label in found:
        assert label.height() >= label.heightForWidth(label.width())


def test_a_number_borne_twice_is_given_anew_and_the_paper_to_print_again_is_named(show, hall):
    def double():
        desk = hall.desk
        desk.people.add([Person(name="Ani"), Person(name="Budi")])
        stage = desk.workshop.stages()[1].id
        desk.workshop.update_stage(stage, "date_start", "2026-08-04")
        rows = [item.id for item in desk.people.people()]
        desk.attendance.mark(Place("2026-08-04"), "hadir", *rows)
        desk.certificate.number(stage)
        store = desk.people._store
        row = store.key("certificate", rows[1], stage, "")
        late = {"number": 1, "made_at": "2030-01-01T00:00:00+08:00"}
        store.write([Set("certificate", row, *item) for item in late.items()], "gabung")
        return stage

    stage = hall.ask(double)
    screen = show(hall)
    screen.open_row("sertifikat")
    settle(screen)
    screen.trace.buttons[RULES].click()
    settle(screen)
    dialog = screen.findChild(CertificateRules)
    assert dialog.doubled.text().startswith("Nomor 1 dipakai lebih dari satu sertifikat")
    dialog.renumber.click()
    settle(screen)
    assert dialog.doubled.text().endswith("Cetak ulang: Budi, Tahap II (nomor 1 menjadi 2).")
    assert dialog.renumber.isHidden()
    holders = hall.ask(lambda: hall.desk.certificate.eligible(stage).holders)
    assert [(item.name, item.number) for item in holders] == [("Ani", 1), ("Budi", 2)]


def test_the_list_of_prints_tells_of_a_number_that_two_certificates_bear():
    stock = Stock(earned={"two": (("p", "Ani"), ("q", "Budi"))}, doubled={"two": (1, 7)})
    assert holds("sertifikat", stock) == (
        "2 orang, semua bernomor; nomor 1, 7 ganda, lihat Aturan sertifikat"
    )
    assert holds("sertifikat", replace(stock, doubled={})) == "2 orang, semua bernomor"
