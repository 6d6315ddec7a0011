"""Road map and action plan over a real file: sheet and bar are one row, every command is one act."""

import pytest

from smartcity_desktop.domain.action_when import when_of
from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_roadmap import choice_of
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.roadmap import RoadFilter, Span
from smartcity_desktop.errors import UserFault


def write(desk, edits):
    """Write what another screen writes."""
    desk.workshop._store.write(edits, "lain")


@pytest.fixture
def worked(desk):
    """Two programs smart city of GOV as their worksheet holds them; return their rows."""
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo")])
    sheet = desk.worksheet.find("L7").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    opd = desk.opd.opds()[0].id
    rows = desk.worksheet.new_rows(2)
    for row, name, year in zip(rows, ("Satu Data", "Aduan"), ("2025", "2026"), strict=True):
        told = (("name", name), ("opd", opd), ("horizon", "menengah"), ("year_start", year))
        cells = [(row, key, value) for key, value in (*told, ("year_end", "2026"))]
        desk.worksheet.set_cells(sheet, home, cells)
    return rows


def test_a_moved_bar_is_the_row_of_the_worksheet_and_one_act(desk, worked):
    changed = desk.roadmap.place(worked[0], Span(2, 4))
    assert changed.kinds == frozenset({"initiative"})
    item = desk.roadmap.road().program(worked[0])
    assert (item.start, item.end, item.span) == (2026, 2028, Span(2, 4))
    sheet = desk.worksheet.find("L7").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    row = next(one for one in desk.worksheet.grid(sheet, home).rows if one.row == worked[0])
    assert (row.values["year_start"], row.values["year_end"]) == ("2026", "2028")
    assert not desk.roadmap.place(worked[0], Span(2, 4)), "what stands already is no act"
    assert desk.undo_label() == 'peta jalan: "Satu Data" 2026–2028'
    desk.undo()
    assert desk.roadmap.road().program(worked[0]).span == Span(1, 2)


def test_a_milestone_is_the_cell_of_the_road_map_sheet_and_can_be_reached(desk, worked):
    desk.roadmap.say_milestone(worked[0], "6-10", "  Dipakai semua layanan ")
    sheet = desk.worksheet.find("L9").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    row = next(one for one in desk.worksheet.grid(sheet, home).rows if one.row == worked[0])
    assert row.values["milestone@6-10"] == "Dipakai semua layanan"
    desk.roadmap.mark_milestone(worked[0], "6-10", done=True)
    assert desk.roadmap.road().program(worked[0]).at("6-10").is_done
    assert not desk.roadmap.mark_milestone(worked[0], "6-10", done=True)
    desk.roadmap.say_milestone(worked[0], "6-10", "")
    assert desk.roadmap.road().program(worked[0]).texts("6-10") == ""
    assert not desk.roadmap.say_milestone(worked[0], "2", ""), "nothing is born of nothing"
    with pytest.raises(UserFault, match="row-gone"):
        desk.roadmap.mark_milestone(worked[0], "2", done=True)


def test_a_print_of_what_was_filtered_is_called_a_part(desk, worked):
    assert worked
    for kind, name in (("peta-jalan-tabel", "Peta jalan (tabel)"), ("rencana-aksi", "Rencana aksi")):
        part = choice_of("", RoadFilter(words="aduan"))
        assert desk.report.asked(kind, PrintAsk(choice=part)).name == f"{name}, sebagian"
        assert desk.report.asked(kind, PrintAsk()).name == name


def test_a_program_that_is_gone_or_left_out_stands_on_no_road_map(desk, worked):
    write(desk, [Set("initiative", worked[0], "retired", True)])
    assert [item.name for item in desk.roadmap.road().programs] == ["Aduan"]
    with pytest.raises(UserFault, match="row-gone"):
        desk.roadmap.place(worked[0], Span(1, 1))


def test_costs_of_actions_count_until_the_program_says_its_own(desk, worked):
    row, _ = desk.roadmap.add(worked[0], "sdm")
    desk.roadmap.say(row, "text", "Melatih")
    desk.roadmap.say_year(row, "cost", "2", 85_000_000)
    item = desk.roadmap.road().program(worked[0])
    assert (dict(item.costs), item.counts_actions, item.actions) == ({"2": 85_000_000}, True, 1)
    write(desk, [Set("initiative", worked[0], "cost@1", 5)])
    item = desk.roadmap.road().program(worked[0])
    assert (dict(item.costs), item.counts_actions) == ({"1": 5}, False)


def test_an_action_begins_with_what_its_program_says_on_the_sheet_of_its_dimension(desk, worked):
    row, changed = desk.roadmap.add(worked[0], "sdm")
    assert "action" in changed.kinds
    sheet = desk.worksheet.find("L8").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    found = next(one for one in desk.worksheet.grid(sheet, home).rows if one.row == row)
    told = {key: found.values[key] for key in ("head", "initiative", "opd", "year_start", "year_end")}
    opd = desk.opd.opds()[0].id
    assert told == {
        "head": "sdm",
        "initiative": worked[0],
        "opd": opd,
        "year_start": "2025",
        "year_end": "2026",
    }
    assert [item.name for item in desk.roadmap.plan().without] == ["Aduan"]


def test_everything_of_an_action_is_written_and_read_again(desk, worked):
    row, _ = desk.roadmap.add(worked[0], "sdm")
    for field, text in (("text", "Melatih petugas"), ("output", "12 petugas"), ("partners", "RTIK")):
        desk.roadmap.say(row, field, text)
    desk.roadmap.plan_time(row, when_of("TW III 2026"))
    desk.roadmap.say_year(row, "target", "1", "12 orang")
    desk.roadmap.say_year(row, "cost", "1", 0)
    desk.roadmap.choose(row, "fund", ("apbd", "csr"))
    desk.roadmap.choose(row, "fund", ("csr", "desa"))
    desk.roadmap.choose(row, "support", [desk.opd.opds()[0].id])
    plan = desk.roadmap.plan()
    item = plan.rows[0]
    assert (item.text, item.output, item.when.words) == ("Melatih petugas", "12 petugas", "TW III 2026")
    assert (item.target_words, dict(item.cost), item.fund_words) == (
        "Th 1: 12 orang",
        {"1": 0},
        "CSR/TJSL, Dana desa",
    )
    assert plan.support_words(item) == "Diskominfo, RTIK"
    desk.roadmap.say_year(row, "cost", "1", None)
    assert desk.roadmap.plan().told == (
        "1 aksi untuk 1 program, 1 program belum punya aksi. Belum ada biaya dari 1 aksi."
    )
    assert not desk.roadmap.plan_time(row, when_of("Jul-Sep 2026"))
    assert not desk.roadmap.choose(row, "fund", ("csr", "desa"))


def test_actions_go_under_another_head_and_are_deleted_in_one_act_each(desk, worked):
    rows = [desk.roadmap.add(program, "sdm")[0] for program in worked]
    desk.roadmap.move_head(rows, "kebijakan")
    assert {item.head for item in desk.roadmap.plan().rows} == {"kebijakan"}
    assert not desk.roadmap.move_head(rows, "kebijakan")
    desk.roadmap.remove(rows)
    assert desk.roadmap.plan().rows == ()
    assert not desk.roadmap.remove(rows)
    with pytest.raises(UserFault, match="row-gone"):
        desk.roadmap.say(rows[0], "text", "Lagi")


def test_a_program_of_no_dimension_has_no_sheet_for_actions(desk, worked):
    row = desk.worksheet.new_rows(1)[0]
    born = Birth("initiative", row, {"name": "Lepas", "pos": "z"})
    write(desk, [born])
    assert desk.roadmap.plan().homes == frozenset(worked)
    with pytest.raises(UserFault, match="carry-no-sheet"):
        desk.roadmap.add(row, "sdm")


def test_the_limits_of_what_an_agency_carries_are_the_workshop_s(desk):
    assert (desk.roadmap.road().most_programs, desk.roadmap.road().most_actions) == (5, 8)
    desk.roadmap.limit(1, 0)
    road = desk.roadmap.road()
    assert (road.most_programs, road.most_actions) == (1, 1)


def test_the_tables_hold_every_program_and_action_with_sums(desk, worked):
    row, _ = desk.roadmap.add(worked[0], "sdm")
    desk.roadmap.say_year(row, "cost", "1", 5_000)
    desk.roadmap.say(row, "text", "Melatih")
    desk.roadmap.say_milestone(worked[0], "1", "Jalan")
    road, paid, actions, hints = desk.roadmap.tables()
    assert [line[2] for line in road.rows] == ["Satu Data", "Aduan"]
    assert road.rows[0][5:7] == ("2025–2026", "Jalan")
    assert paid.sums[3] == paid.rows[0][3] == 5_000
    assert paid.rows[0][-1] == "biaya aksinya"
    assert actions.rows[0][:3] == ("Literasi dan SDM", "Satu Data", "Melatih")
    assert actions.sums[12] == 5_000
    assert hints.rows
    for sheet in (road, paid, actions, hints):
        assert {len(line) for line in sheet.rows} == {len(sheet.heads)} == {len(sheet.kinds)}


def test_the_hall_sees_the_road_map_of_each_dimension_that_has_programs(desk, worked):
    offers = [item for item in desk.hall.slides() if item.kind == "roadmap"]
    assert [item.words for item in offers] == ["Peta jalan GOV"]
    desk.roadmap.place(worked[0], Span(2, 3))
    slide = desk.hall.slide("roadmap", offers[0].about)
    assert slide.title == "Peta jalan Smart Governance"
    assert [(line.name, line.first, line.last, line.words) for line in slide.body.lines] == [
        ("Aduan · Diskominfo", 2, 2, "Menengah"),
        ("Satu Data · Diskominfo", 2, 3, "Menengah"),
    ]
    assert slide.body.told == ("Belum ada biaya dari 2 program.",)
    assert desk.hall.slide("roadmap", "gone").note == "Belum ada program smart city di peta jalan."
