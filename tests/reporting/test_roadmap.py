"""Road map and action plan on paper: pages that are glued, loose ones, tables, lists by head."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from smartcity_desktop.domain.action_plan import ActionPlan, ActionProgram, ActionRow
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_roadmap import (
    ACTIONS,
    PICTURE,
    TABLE,
    action_paper,
    asked,
    choice_of,
    road_paper,
)
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.roadmap import Milestone, RoadFilter, RoadMap, RoadParty, RoadProgram, years_of
from smartcity_desktop.reporting import page, roadmap
from smartcity_desktop.reporting.roadmap_picture import _Tile
from tests.reporting.pictures import frame as frame_of
from tests.reporting.pictures import texts

GOV, ENV = (
    RoadParty(RowId("gov"), "Smart Governance", "GOV", "#7fa9ac"),
    RoadParty(RowId("env"), "Env", "ENV"),
)
OPD = RoadParty(RowId("opd"), "Dinas Komunikasi dan Informatika", "Diskominfo")


def program(at, home):
    mark = Milestone(RowId(f"m{at}"), RowId(f"p{at}"), "2", "", f"Capaian {at:03}")
    return RoadProgram(
        RowId(f"p{at}"),
        name=f"Program {at:03}",
        dimension=home.id,
        opd=OPD.id,
        horizon="menengah",
        start=2026,
        end=2030,
        span=years_of(2026, 2026, 2030),
        costs={"1": 1_000_000, "6-10": 2_000_000} if at % 2 else {},
        milestones=(mark,),
    )


def road(count):
    programs = tuple(program(at, ENV if at % 3 else GOV) for at in range(count))
    return RoadMap(2026, programs, dimensions=(GOV, ENV), opds=(OPD,))


def printed(kind, picture, **more):
    job = PrintJob(kind, "Peta jalan", frame_of(**more), picture=picture)
    return page.press(roadmap.parts(job))


def test_glued_pages_say_where_they_belong_and_hold_every_program_once():
    found = texts(printed(PICTURE, road_paper(road(60), "dimensi", is_picture=True)))
    assert len(found) % 2 == 0
    rows = len(found) // 2
    assert [re.search(r"Lembar (\w+) dari", text)[1] for text in found] == [
        f"{'ABCDEFGH'[row]}{column}" for row in range(rows) for column in (1, 2)
    ]
    assert "Tempel A2 di kanan dan B1 di bawah." in found[0]
    assert "Potong tepi kiri dan atas" in found[3]
    assert "lem: A2 ditempel di sini" in found[0]
    named = [name for text in found for name in re.findall(r"Program \d{3}", text)]
    assert sorted(named) == [f"Program {at:03}" for at in range(60)]


def test_a_page_behind_the_last_letter_has_two():
    assert [_Tile(0, row, 2, 30).name for row in (0, 25, 26)] == ["A1", "Z1", "AA1"]


@pytest.mark.parametrize(("choice", "size"), [("lepas", (842, 595)), ("a3", (1191, 842))])
def test_loose_pages_have_their_years_and_what_the_signs_mean_each(choice, size):
    data = printed(PICTURE, road_paper(road(60), choice, is_picture=True), paper="A4")
    found = texts(data)
    assert len(found) > 1
    for text in found:
        assert "Tahun 6–10" in text
        assert "perlu dilihat" in text
    with pypdfium2.PdfDocument(data) as document:
        assert {tuple(round(side) for side in leaf.get_size()) for leaf in document} == {size}


def test_the_table_has_milestones_sums_and_what_does_not_fit():
    found = "\n".join(texts(printed(TABLE, road_paper(road(4), "opd", is_picture=False))))
    for words in (
        "PETA JALAN PER OPD",
        "Diskominfo Dinas Komunikasi",
        "Capaian 003",
        "Biaya 2 dari 4 program",
    ):
        assert words in " ".join(found.split())
    assert "Program 000: biaya dan sumber dana belum disebut." in found
    assert (
        "Belum ada program smart city."
        in texts(printed(TABLE, road_paper(RoadMap(), "", is_picture=False)))[0]
    )
    assert (
        "Belum ada program smart city."
        in texts(printed(PICTURE, road_paper(RoadMap(), "", is_picture=True)))[0]
    )


def test_what_was_filtered_is_printed_alone_and_the_paper_says_so():
    choice = choice_of("opd", RoadFilter(dimension=GOV.id, horizon="menengah", words="program 00"))
    assert " " not in choice, "an answer is told in a line of answers"
    said = (
        "Hanya 4 dari 60 program: dimensi GOV Smart Governance, jangka Menengah (5 th), memuat “program 00”."
    )
    for kind, is_picture in ((PICTURE, True), (TABLE, False)):
        found = " ".join(
            " ".join(texts(printed(kind, road_paper(road(60), choice, is_picture=is_picture)))).split()
        )
        assert said in found
        named = set(re.findall(r"Program \d{3}", found))
        assert named == {"Program 000", "Program 003", "Program 006", "Program 009"}
        assert "PETA JALAN PER OPD" in found
    assert "Biaya 2 dari 4 program" in found
    none = choice_of("dimensi", RoadFilter(words="tidak ada"))
    for is_picture in (True, False):
        found = texts(printed(PICTURE, road_paper(road(4), none, is_picture=is_picture)))[0]
        assert "Tidak ada yang cocok dengan saringan." in found
        assert "Belum ada program" not in found
    assert asked("opd|a|b|pendek|zz") == ("opd", RoadFilter())


def test_actions_that_were_filtered_are_printed_alone():
    own, bare = (
        ActionProgram(RowId("p1"), "Satu Data", "", GOV.id),
        ActionProgram(RowId("p2"), "Aduan", "", ENV.id),
    )
    rows = tuple(
        ActionRow(RowId(f"a{at}"), initiative=home.id, head=head, text=text)
        for at, (home, head, text) in enumerate(
            ((own, "sdm", "Melatih petugas"), (own, "aplikasi", "Menyambung"), (bare, "sdm", "Melatih warga"))
        )
    )
    plan = ActionPlan(2026, rows, (own, bare), (GOV, ENV))
    wanted = RoadFilter(dimension=GOV.id, words="latih")
    for way in ("", "sdm"):
        found = " ".join(
            " ".join(texts(printed(ACTIONS, action_paper(plan, choice_of(way, wanted))))).split()
        )
        assert "Hanya 1 dari 3 aksi: dimensi GOV Smart Governance, memuat “latih”." in found
        assert "Melatih petugas" in found
        assert "Melatih warga" not in found
        assert "Menyambung" not in found
        assert "Program tanpa aksi" not in found
    found = texts(printed(ACTIONS, action_paper(plan, choice_of("", RoadFilter(words="entah")))))[0]
    assert "Tidak ada yang cocok dengan saringan." in found


def test_actions_stand_under_their_head_with_programs_that_have_none_behind_them():
    own = ActionProgram(RowId("p1"), "Satu Data", "SC-1", GOV.id, OPD.id)
    bare = ActionProgram(RowId("p2"), "Aduan", "", GOV.id, OPD.id)
    row = ActionRow(
        RowId("a"), initiative=own.id, head="sdm", text="Melatih", output="12 petugas", opd=OPD.id
    )
    paid = replace(
        row, id=RowId("b"), head="", text="Lain", cost={"1": 5_000_000}, year_start=2026, year_end=2026
    )
    plan = ActionPlan(2026, (row, paid), (own, bare), (GOV,), (OPD,))
    whole = " ".join(" ".join(texts(printed(ACTIONS, action_paper(plan, "semua")))).split())
    for words in ("Kebijakan dan kelembagaan (0)", "Literasi dan SDM (1)", "Kepala aksi belum dipilih (1)"):
        assert words in whole
    assert "SC-1 Satu Data Melatih 12 petugas" in whole
    assert "Program tanpa aksi (1)" in whole
    assert "Hasil" not in whole, "a column that says nothing takes no room"
    one = " ".join(texts(printed(ACTIONS, action_paper(plan, "sdm"))))
    assert "RENCANA AKSI: LITERASI DAN SDM" in one
    assert "Lain" not in one
