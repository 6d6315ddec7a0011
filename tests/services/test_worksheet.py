"""The worksheet engine on a real plan."""

import pytest

from smartcity_desktop.domain.grid import show
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.session import NewSession


@pytest.fixture
def sheet(desk):
    return desk.worksheet.find("L5").id


def test_the_grid_has_the_programs_and_asks_eight_questions(desk, with_plan, sheet):
    grid = desk.worksheet.grid(sheet, with_plan)
    assert [item.label for item in grid.columns if item.section == "grid"] == [
        "Relevan",
        "Dimensi",
        "Isu dijawab",
        "Inovasi yang ada",
        "Usulan inovasi",
        "Jangka",
        "Usulan quick win",
        "Catatan",
    ]
    assert [item.label for item in grid.columns if item.section == "subject" and not item.folded] == [
        "Kode",
        "Program Renstra",
        "Pagu 2026 (Rp)",
    ]
    assert [row.values["code"] for row in grid.rows] == ["2.16.02", "2.16.03", "2.16.01"]
    assert [row.support for row in grid.rows] == [False, False, True]
    assert grid.rows[0].values["goal"] == "Tata kelola digital"
    assert grid.rows[0].values["baseline"] == "2,1 (2024)"
    assert grid.rows[0].values["targets@2026"] == "2,6"
    assert grid.progress == "0 dari 2"
    assert any("Kondisi awal" in mark for mark in grid.rows[1].marks)


def test_answers_come_back_and_the_sheet_has_begun(desk, with_plan, sheet):
    grid = desk.worksheet.grid(sheet, with_plan)
    row = grid.rows[0].row
    dimension = next(item for item in grid.columns if item.key == "dimension")
    sub = next(item for item in dimension.choices if "GOV-1" in item.also)
    desk.worksheet.set_cells(
        sheet,
        with_plan,
        [
            (row, "relevant", "ya"),
            (row, "dimension", sub.value),
            (row, "proposal", "Jum'at <b"),
            (row, "innovation", "aplikasi;proses"),
        ],
    )
    values = desk.worksheet.grid(sheet, with_plan).rows[0].values
    assert (values["relevant"], values["dimension"], values["proposal"]) == ("ya", sub.value, "Jum'at <b")
    assert values["innovation"] == "proses;aplikasi", "in the order of the choices"
    assert desk.worksheet.sheet(sheet, with_plan).status == "sedang"
    assert desk.worksheet.grid(sheet, with_plan).progress == "1 dari 2"
    desk.worksheet.set_cells(sheet, with_plan, [(row, "innovation", "proses")])
    assert desk.worksheet.grid(sheet, with_plan).rows[0].values["innovation"] == "proses"


def test_a_whole_dimension_can_be_chosen_and_then_a_part_of_another(desk, with_plan, sheet):
    grid = desk.worksheet.grid(sheet, with_plan)
    row = grid.rows[0].row
    choices = {
        item.label: item.value for item in next(c for c in grid.columns if c.key == "dimension").choices
    }
    for label in ("GOV Smart Governance", "SOC Keamanan", "ENV Smart Environment"):
        value = next((choices[name] for name in choices if name.startswith(label)), None)
        assert value, choices
        desk.worksheet.set_cells(sheet, with_plan, [(row, "dimension", value)])
        assert desk.worksheet.grid(sheet, with_plan).rows[0].values["dimension"] == value


def test_a_paste_is_one_act(desk, with_plan, sheet):
    rows = [item.row for item in desk.worksheet.grid(sheet, with_plan).rows[:2]]
    desk.worksheet.set_cells(sheet, with_plan, [(row, "relevant", "ya") for row in rows])
    assert desk.undo_label() == "isi 2 isian"
    desk.undo()
    assert desk.worksheet.grid(sheet, with_plan).progress == "0 dari 2"


def test_read_only_columns_take_no_answers(desk, with_plan, sheet):
    row = desk.worksheet.grid(sheet, with_plan).rows[0].row
    with pytest.raises(UserFault, match="column-read-only"):
        desk.worksheet.set_cells(sheet, with_plan, [(row, "program", "lain")])


def test_own_columns_of_this_workshop_keep_answers(desk, with_plan, sheet):
    desk.worksheet.add_column(sheet, "Nomor SK")
    grid = desk.worksheet.grid(sheet, with_plan)
    own = grid.columns[-1]
    assert own.label == "Nomor SK"
    desk.worksheet.set_cells(sheet, with_plan, [(grid.rows[0].row, own.key, "500/12")])
    assert desk.worksheet.grid(sheet, with_plan).rows[0].values[own.key] == "500/12"
    column = desk.worksheet.columns(sheet)[-1]
    desk.worksheet.update_column(column.id, "hidden", True)
    assert own.key not in [item.key for item in desk.worksheet.grid(sheet, with_plan).columns]


def test_what_is_filled_while_a_session_runs_belongs_to_it(desk, with_plan, sheet):
    stage = desk.workshop.stages()[1].id
    first, _ = desk.session.start(NewSession(stage, "Kerja kelompok 1", worksheet=sheet))
    desk.worksheet.set_head(sheet, with_plan, "present", 6)
    desk.session.end(first)
    second, _ = desk.session.start(NewSession(stage, "Kerja kelompok 2", worksheet=sheet))
    row = desk.worksheet.grid(sheet, with_plan).rows[0].row
    desk.worksheet.set_cells(sheet, with_plan, [(row, "relevant", "ya")])
    assert set(desk.worksheet.sheet(sheet, with_plan).sessions) == {first, second}


def test_places_tell_how_far_every_opd_is(desk, with_plan, sheet):
    from smartcity_desktop.domain.opd import OpdRow

    desk.opd.add([OpdRow("Kelurahan Potoro"), OpdRow("Dinas Kesehatan", table_no="3")])
    desk.worksheet.set_cells(
        sheet, with_plan, [(desk.worksheet.grid(sheet, with_plan).rows[0].row, "relevant", "tidak")]
    )
    places = {item.name: item for item in desk.worksheet.places(sheet)}
    first = places["Dinas Komunikasi dan Informatika"]
    assert (first.done, first.total, first.status, first.has_renstra) == (1, 2, "sedang", True)
    assert not places["Kelurahan Potoro"].required
    assert (places["Dinas Kesehatan"].required, places["Dinas Kesehatan"].total) == (True, 0)


@pytest.mark.usefixtures("with_plan")
def test_every_sheet_has_its_number(desk, sheet):
    from smartcity_desktop.domain.opd import OpdRow

    desk.opd.add([OpdRow("Dinas Kesehatan"), OpdRow("Dinas Sosial")])
    desk.opd.add([OpdRow("Dinas Perhubungan")])
    numbers = [desk.worksheet.sheet(sheet, item.id).number for item in desk.opd.opds()]
    assert numbers == ["L5-01", "L5-02", "L5-03", "L5-04"]


def test_a_worksheet_that_is_not_there_is_named(desk):
    with pytest.raises(UserFault, match="worksheet-unknown"):
        desk.worksheet.find("L99")


def test_a_computed_column_follows_the_figures_of_its_row(desk, with_plan, sheet):
    desk.worksheet.add_column(sheet, "Jumlah pagu (Rp)", "computed")
    column = desk.worksheet.columns(sheet)[-1]
    desk.worksheet.update_column(column.id, "bound", "sum:pagu@2025,pagu@2026")
    grid = desk.worksheet.grid(sheet, with_plan)
    own = grid.columns[-1]
    assert not own.is_editable
    assert [row.values[own.key] for row in grid.counted] == ["3275000000", "6210500000"]
    assert show(own, grid.rows[0].values[own.key]) == "3.275.000.000"
    with pytest.raises(UserFault, match="column-read-only"):
        desk.worksheet.set_cells(sheet, with_plan, [(grid.rows[0].row, own.key, "1")])


def test_who_came_is_counted_anew_in_every_session(desk, with_plan, sheet):
    stage = desk.workshop.stages()[1].id
    morning, _ = desk.session.start(NewSession(stage, "Pagi", worksheet=sheet))
    desk.worksheet.set_head(sheet, with_plan, "present", 9)
    desk.worksheet.set_head(sheet, with_plan, "represented_by", "Sekretaris")
    desk.session.end(morning)
    assert desk.worksheet.sheet(sheet, with_plan).present == 9
    noon, _ = desk.session.start(NewSession(stage, "Siang", worksheet=sheet))
    assert desk.worksheet.sheet(sheet, with_plan).present is None
    row = desk.worksheet.grid(sheet, with_plan).rows[0].row
    desk.worksheet.set_cells(sheet, with_plan, [(row, "relevant", "ya")])
    reports = [desk.report.gather("laporan-sesi", session=item).session for item in (morning, noon)]
    assert [(item.attendance.people, item.attendance.opd) for item in reports] == [(9, 1), (None, None)]
    assert [item.results[0].represented_by for item in reports] == ["Sekretaris", ""]


def test_a_sheet_moved_on_in_a_session_stands_in_its_report(desk, with_plan, sheet):
    session, _ = desk.session.start(NewSession(desk.workshop.stages()[1].id, "Kerja", worksheet=sheet))
    desk.worksheet.set_status(sheet, with_plan, "disepakati")
    results = desk.report.gather("laporan-sesi", session=session).session.results
    assert [item.status for item in results] == ["Disepakati"]


def test_an_empty_paste_begins_no_sheet(desk, with_plan, sheet):
    assert not desk.worksheet.set_cells(sheet, with_plan, [])
    assert desk.worksheet.sheet(sheet, with_plan).status == "belum"
