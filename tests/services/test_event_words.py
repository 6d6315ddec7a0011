"""What the core says of acts and of what is due takes the words of the event; what people wrote stays."""

import pytest

from smartcity_desktop.domain.opd import OpdRow


@pytest.fixture
def own(desk):
    desk.workshop.update("word_opd", "SKPD")
    return desk


def test_what_is_due_is_said_in_the_words_of_the_event(own):
    own.opd.remove(*(item.id for item in own.opd.opds()))
    assert ("Belum ada SKPD di meja", "opd") in own.workshop.standing().due
    own.opd.add([OpdRow("Dinas Sosial")])
    assert ("1 SKPD belum menyerahkan Renstra", "document") in own.workshop.standing().due


def test_acts_are_named_in_the_words_of_the_event_but_a_name_stays(own):
    assert own.opd.add([OpdRow("Dinas Sosial"), OpdRow("Dinas Tenaga Kerja")]).label == "tambah 2 SKPD"
    assert own.opd.add([OpdRow("UPT OPD")]).label == "tambah UPT OPD"
    row = own.opd.find("UPT OPD").id
    assert own.opd.update(row, "table_no", "4").label == "ubah SKPD"
    assert own.opd.remove(row).label == "hapus UPT OPD"


def test_the_words_of_the_event_can_be_taken_back(own):
    own.undo()
    assert own.opd.add([OpdRow("Dinas Sosial"), OpdRow("Dinas Tenaga Kerja")]).label == "tambah 2 OPD"
