"""A kelurahan keeps its kecamatan: guessed from the list it came in, then whatever the order is."""

from smartcity_desktop.domain.opd import OpdRow
from tests.services.groups import divide


def add(desk, *names):
    desk.opd.add([OpdRow(name) for name in names])


def homes(desk):
    known = {item.id: item.name for item in desk.opd.opds()}
    return {item.name: known.get(item.parent, "") for item in desk.opd.opds() if item.kind == "kelurahan"}


def by_name(desk, name):
    return next(item for item in desk.opd.opds() if item.name == name)


def test_a_pasted_list_tells_by_its_order_where_a_kelurahan_belongs(desk):
    add(desk, "Kecamatan Angata", "Kelurahan Ngapa", "Kelurahan Aoma", "Kecamatan Konda", "Kelurahan Potoro")
    add(desk, "Dinas Kesehatan", "Kelurahan Alangga")
    assert homes(desk) == {
        "Kelurahan Ngapa": "Kecamatan Angata",
        "Kelurahan Aoma": "Kecamatan Angata",
        "Kelurahan Potoro": "Kecamatan Konda",
        "Kelurahan Alangga": "Kecamatan Konda",
    }


def test_what_was_guessed_stays_when_another_kecamatan_comes_between(desk):
    add(desk, "Kecamatan Angata", "Kelurahan Ngapa", "Kecamatan Konda")
    konda = by_name(desk, "Kecamatan Konda")
    desk._store.write([*_moved(konda.id, by_name(desk, "Kecamatan Angata").pos)], "urut")
    assert [item.name for item in desk.opd.opds()][1] == "Kecamatan Konda"
    row = divide(desk, desk.workshop.stages()[1].id, "opd", tables=2)
    tables = [{item.name for item in card.opds} for card in desk.group.board(row).cards]
    assert {"Kecamatan Angata", "Kelurahan Ngapa"} in tables


def _moved(row, after):
    from smartcity_desktop.domain.edit import Set

    return [Set("opd", row, "pos", f"{after}5")]


def test_a_chosen_kecamatan_brings_the_kelurahan_to_its_table_and_undo_takes_it_back(desk):
    add(desk, "Kecamatan Angata", "Kelurahan Ngapa", "Kecamatan Konda")
    ngapa, konda = by_name(desk, "Kelurahan Ngapa"), by_name(desk, "Kecamatan Konda")
    desk.opd.update(ngapa.id, "parent", konda.id)
    stage = desk.workshop.stages()[1].id
    row = divide(desk, stage, "opd", tables=2)
    tables = [{item.name for item in card.opds} for card in desk.group.board(row).cards]
    assert {"Kecamatan Konda", "Kelurahan Ngapa"} in tables
    desk.undo()
    desk.undo()
    assert homes(desk) == {"Kelurahan Ngapa": "Kecamatan Angata"}


def test_without_its_kecamatan_a_kelurahan_goes_by_the_list_again(desk):
    add(desk, "Kecamatan Angata", "Kelurahan Ngapa", "Kecamatan Konda")
    desk.opd.remove(by_name(desk, "Kecamatan Angata").id)
    row = divide(desk, desk.workshop.stages()[1].id, "opd", tables=2)
    cards = desk.group.board(row).cards
    assert {item.name for item in cards[0].opds} == {"Kecamatan Konda", "Kelurahan Ngapa"}
