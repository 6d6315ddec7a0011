"""The exercises of the shelf in a workshop: all there, all open, each with what it holds and an example."""

import pytest

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.print_job import FILLED
from smartcity_desktop.domain.sums import sums
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.reporting.pages import page_text
from smartcity_desktop.services.report import render
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.exercise import criteria, sheet_items, worksheet_parts
from smartcity_desktop.storage.party import parties

CODES = [item.code for item in reference.worksheet_definitions()]


def whose(desk, code):
    definition = desk.worksheet.find(code)
    return definition.id, [item.id for item in parties(desk._store.db, definition)]


def cell(desk, code, party, row, key):
    grid = desk.worksheet.grid(desk.worksheet.find(code).id, party)
    return next(item.values[key] for item in grid.rows if item.row == row)


def write(desk, code, party, **values):
    found = desk.worksheet.find(code).id
    (row,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(found, party, [(row, key, value) for key, value in values.items()])
    return row


@pytest.mark.parametrize("code", CODES)
@pytest.mark.usefixtures("diskominfo")
def test_a_new_workshop_has_every_exercise_with_a_sheet_that_opens(desk, code):
    definition = desk.worksheet.find(code)
    _, rows = whose(desk, code)
    assert rows or definition.filled_by == "assessor", "nobody scores before somebody is named"
    for party in rows:
        grid = desk.worksheet.grid(definition.id, party)
        assert grid.sheet.number.startswith(f"{code}-")
        assert grid.columns
        assert grid.example
        assert not any(column.key in {"weight", "rating", "points"} for column in grid.columns)
    assert len(desk.worksheet.places(definition.id)) == len(rows)


def test_worksheets_stand_in_the_order_of_their_stage_and_number(desk):
    found = [(item.stage, item.code) for item in desk.worksheet.worksheets()]
    assert [code for stage, code in found if stage == 1] == [
        "L0",
        "L1",
        "L2",
        "L2K",
        "L3",
        "L3T",
        "L4",
        "L4V",
    ]
    assert [code for stage, code in found if stage == 3] == ["L9", "L10", "L10N"]
    assert [item.code for item in desk.worksheet.worksheets() if item.stands_in(4)] == [
        *("L10", "L10N", "L11", "L12"),
    ]


def test_a_file_that_is_older_than_an_exercise_is_offered_it_whole(tmp_path, ticking, monkeypatch):
    known = reference.worksheet_definitions()
    monkeypatch.setattr(
        reference, "worksheet_definitions", lambda: tuple(one for one in known if one.code in {"L1", "L5"})
    )
    new = NewWorkshop("Bimtek", "74.05", 2026, 2025, 2029, "kominfo-6", "3-buku")
    with create_desk(tmp_path / "lama.bimtek", new, clock=ticking, profile=tmp_path / "p") as desk:
        desk.opd.add([OpdRow("Dinas Kesehatan")])
        assert desk.worksheet.offered() == ()
        monkeypatch.setattr(reference, "worksheet_definitions", lambda: known)
        assert [item.code for item in desk.worksheet.offered()] == [
            code for code in CODES if code not in {"L1", "L5"}
        ]
        for item in desk.worksheet.offered():
            desk.worksheet.add(item.code)
        assert desk.worksheet.offered() == ()
        db = desk._store.db
        numbers = [place.number for place in desk.worksheet.places(desk.worksheet.find("L2").id)]
        assert numbers == ["L2-01", "L2-02", "L2-03"]
        assert [item.code for item in worksheet_parts(db, desk.worksheet.find("L2").id)] == [
            "STR",
            "INF",
            "SUP",
        ]
        assert len(sheet_items(db, desk.worksheet.find("L2").id)) == 30
        assert len(criteria(db, desk.worksheet.find("L10N").id)) == 9
        assert len(sheet_items(db, desk.worksheet.find("L11").id)) == len(
            next(one for one in known if one.code == "L11").chapters["3-buku"]
        )
        assert desk.worksheet.find("L0").also == (3,)
        assert desk.check() == []


def test_each_part_asks_its_own_items_and_each_opd_all(desk, diskominfo):
    found, rows = whose(desk, "L2")
    counted = [len(desk.worksheet.grid(found, party).rows) for party in rows]
    assert counted == [12, 15, 3]
    grid = desk.worksheet.grid(desk.worksheet.find("L2K").id, diskominfo)
    assert len(grid.rows) == 30
    assert grid.rows[0].values["measure"].startswith("0 = ")


def test_figures_of_the_road_map_stand_in_years_and_money_is_whole_rupiah(desk):
    _, (first, *_) = whose(desk, "L8")
    row = write(desk, "L8", first, **{"text": "Latih kader", "cost@1": "85000000", "target@6-10": "98%"})
    grid = desk.worksheet.grid(desk.worksheet.find("L8").id, first)
    cost = [column for column in grid.columns if column.key.startswith("cost@")]
    assert [column.key.partition("@")[2] for column in cost] == list(PERIODS)
    assert {column.kind for column in cost} == {"money"}
    assert [column.label for column in cost][-1] == "Biaya tahun 6–10 (Rp)"
    assert cell(desk, "L8", first, row, "cost@1") == "85000000"
    assert cell(desk, "L8", first, row, "target@6-10") == "98%"
    desk.worksheet.set_cells(desk.worksheet.find("L8").id, first, [(row, "cost@1", "")])
    assert cell(desk, "L8", first, row, "cost@1") == ""
    desk.undo()
    assert cell(desk, "L8", first, row, "cost@1") == "85000000"


def test_a_strategy_lands_in_a_dimension_and_names_the_factors_of_its_opd(desk, diskominfo):
    factor = write(desk, "L3", diskominfo, kind="S", text="Jaringan kota andal")
    grid = desk.worksheet.grid(desk.worksheet.find("L3T").id, diskominfo)
    named = {column.key: column for column in grid.columns}
    assert [item.code for item in named["dimension"].choices] == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert [item.label for item in named["factor"].choices] == ["S1 Jaringan kota andal"]
    home = named["dimension"].choices[0].value
    row = write(desk, "L3T", diskominfo, kind="SO", text="Perluas", factor=factor, dimension=home)
    assert cell(desk, "L3T", diskominfo, row, "dimension") == home
    assert cell(desk, "L3T", diskominfo, row, "factor") == factor


def test_a_mission_may_belong_to_several_dimensions(desk):
    _, (first, second, *_) = whose(desk, "L4V")
    row = write(desk, "L4V", first, kind="misi", text="Melayani", dimension=f"{second};{first}")
    assert cell(desk, "L4V", first, row, "dimension") == f"{first};{second}"


def test_a_program_of_one_sheet_is_a_row_of_the_road_map_and_of_the_nomination(desk, diskominfo):
    _, (first, *_) = whose(desk, "L7")
    row = write(desk, "L7", first, name="Adminduk tuntas", opd=diskominfo, horizon="pendek")
    (line,) = desk.worksheet.grid(desk.worksheet.find("L9").id, first).rows
    assert (line.row, line.values["program"], line.values["horizon_said"]) == (
        row,
        "Adminduk tuntas",
        "Pendek (1 th)",
    )
    assert line.values["owner"] == "Diskominfo"
    named = {c.key: c for c in desk.worksheet.grid(desk.worksheet.find("L10").id, first).columns}
    assert [item.label for item in named["initiative"].choices] == ["Adminduk tuntas"]
    assert "OPD penanggung jawab" not in " ".join(line.marks)
    (asked,) = desk.worksheet.grid(desk.worksheet.find("L7").id, first).rows
    assert "Target akhir" in asked.marks[0]


def example(desk, code, party):
    return " ".join(desk.worksheet.grid(desk.worksheet.find(code).id, party).example)


def test_an_opd_sees_the_example_of_an_agency_of_its_field(desk):
    desk.opd.add(
        [OpdRow("Dinas Kesehatan"), OpdRow("Dinas Perdagangan"), OpdRow("Dinas Perpustakaan dan Kearsipan")]
    )
    health, trade, library = (item.id for item in desk.opd.opds())
    assert "Posyandu" in example(desk, "L0", health)
    assert "Buku Kas" in example(desk, "L0", trade)
    assert "Antrean Daring" in example(desk, "L0", library), "no field of its own: that of the worksheet"


def test_a_dimension_and_a_part_see_the_example_of_their_own(desk):
    _, dimensions = whose(desk, "L7")
    assert "Bank sampah" in example(desk, "L7", dimensions[-1])
    _, parts = whose(desk, "L2")
    assert [example(desk, "L2", part)[7:10] for part in parts] == ["STR", "INF", "SUP"]


def test_dimensions_of_another_set_see_the_example_of_what_they_stand_for(tmp_path, ticking):
    new = NewWorkshop("Bimtek", "74.05", 2026, 2025, 2029, "rpm-2026", "4-buku")
    with create_desk(tmp_path / "lain.bimtek", new, clock=ticking, profile=tmp_path / "p") as desk:
        codes = {item.code: item.id for item in desk.workshop.dimensions()}
        assert "Bank sampah" in example(desk, "L7", codes["LIN"])
        assert "Adminduk tuntas" in example(desk, "L7", codes["BIR"])


def test_an_example_that_the_workshop_wrote_itself_wins(desk):
    from smartcity_desktop.domain.edit import Set

    desk.opd.add([OpdRow("Dinas Kesehatan")])
    (health,) = (item.id for item in desk.opd.opds())
    found = desk.worksheet.find("L0").id
    desk._store.write(
        [Set("worksheet", found, "example", "Nama: Punya kami\n\nJenis: Inovasi")], "ubah contoh"
    )
    assert desk.worksheet.grid(found, health).example == ("Nama: Punya kami", "Jenis: Inovasi")


def test_the_blank_print_shows_the_example_and_what_the_scores_mean(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    (health,) = (item.id for item in desk.opd.opds())
    job = desk.report.gather("kertas-kerja-kosong", worksheet=desk.worksheet.find("L2K").id, opd=health)
    text = " ".join(page_text(render(job), 0).split())
    assert "Contoh terisi: Butir: INF-13" in text, "of an agency of health"
    assert "semua OPD memilikinya" in text
    assert "STR-01" in text


def test_items_and_criteria_speak_the_words_of_the_event(tmp_path, ticking):
    new = NewWorkshop("Bimtek", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku", word_opd="SKPD")
    with create_desk(tmp_path / "kata.bimtek", new, clock=ticking, profile=tmp_path / "p") as desk:
        desk.workshop.update("word_dimension", "pilar")
        items = desk.worksheet.grid(*whose_first(desk, "L2")).rows
        assert items[0].values["text"].startswith("Setiap SKPD memiliki")
        chapters = desk.worksheet.grid(*whose_first(desk, "L11")).rows
        assert any(row.values["chapter"].endswith("smart city per pilar") for row in chapters)


def whose_first(desk, code):
    found, rows = whose(desk, code)
    return found, rows[0]


def test_the_costs_of_actions_are_added_by_the_horizon_of_their_programs(desk):
    _, (party, *_) = whose(desk, "L7")
    program = write(desk, "L7", party, name="Pantau banjir", horizon="panjang", cost_low="1000")
    first = {"initiative": program, "text": "Pasang sensor", "cost@1": "250000", "cost@6-10": "750000"}
    write(desk, "L8", party, **first)
    grid = desk.worksheet.grid(desk.worksheet.find("L8").id, party)
    line = (
        "Jumlah biaya: tahun 1 Rp250.000, tahun 6–10 Rp750.000; seluruhnya Rp1.000.000; "
        "jangka panjang Rp1.000.000."
    )
    assert sums(grid) == (line,)
    job = desk.report.gather(FILLED, worksheet=desk.worksheet.find("L8").id, opd=party)
    assert "seluruhnya Rp1.000.000" in " ".join(page_text(render(job), 0).split())
