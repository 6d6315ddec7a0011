"""The plain tables of a hand-over: what an event asked for beside the catalogue stands in them too."""

from smartcity_desktop.domain.data_table import HANDED
from smartcity_desktop.domain.words import Words
from smartcity_desktop.storage.data_table import data_tables


def table(desk, title, **how):
    found = {item.title: item for item in data_tables(desk._store.db, Words(), **how)}
    made = found[title]
    return [dict(zip(made.heads, row, strict=True)) for row in made.rows]


def answer(desk, code, party, cells):
    sheet = desk.worksheet.find(code).id
    (row,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(sheet, party, [(row, name, value) for name, value in cells.items()])
    return sheet, row


def test_columns_of_the_events_own_stand_beside_those_of_the_catalogue(desk, diskominfo):
    l3 = desk.worksheet.find("L3").id
    desk.worksheet.add_column(l3, "Nomor SK")
    desk.worksheet.add_column(l3, "Sifat", "choice")
    number, kind = [item for item in desk.worksheet.columns(l3) if item.bound.startswith("x:")]
    desk.worksheet.update_column(kind.id, "choices", "t=Tertutup\nb=Terbuka")
    answer(desk, "L3", diskominfo, {"text": "Aplikasi aduan", number.key: "12/2024", kind.key: "b"})
    answer(desk, "L3", diskominfo, {"text": "Jaringan"})
    rows = {item["Faktor"]: item for item in table(desk, "Faktor SWOT")}
    assert (rows["Aplikasi aduan"]["Nomor SK"], rows["Aplikasi aduan"]["Sifat"]) == ("12/2024", "Terbuka")
    assert (rows["Jaringan"]["Nomor SK"], rows["Jaringan"]["Sifat"]) == ("", "")


def test_rows_of_exercises_of_the_events_own_are_handed_over(desk):
    titles = dict(HANDED)
    assert {"entry", "item_answer", "basis", "delivery"} <= titles.keys()
    desk.workshop.add_basis("Perpres 95/2018")
    assert table(desk, titles["basis"])[-1]["Isi"] == "Perpres 95/2018"
