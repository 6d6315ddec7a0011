"""A plan is typed over from paper: every key is kept, and what was typed becomes a plan like any other."""

from dataclasses import replace
from hashlib import sha256

import pytest

from smartcity_desktop.domain.renstra_decide import apply, decide_all
from smartcity_desktop.domain.renstra_draft import Decision
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.plan_typed import SourceFile, page_of, source_file
from tests.scans import scanned

FILE = SourceFile("renstra.pdf", sha256(b"%PDF-1.4 hanya gambar").hexdigest(), b"%PDF-1.4 hanya gambar")
YEARS = (2025, 2026)
NAMED = "PROGRAM PENGELOLAAN INFORMASI DAN KOMUNIKASI PUBLIK"
ROWS = (
    {"level": "tujuan", "name": "Tata kelola digital", "indicator": "Indeks SPBE", "target@2025": "2,3"},
    {
        "code": "2.16.02",
        "name": "PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK",
        "indicator": "Aduan selesai",
        "unit": "Persen",
        "baseline": "70",
        "target@2025": "75",
        "target@2026": "80",
        "pagu@2025": "Rp 1,25 M",
        "pagu@2026": "1.500.000.000",
    },
    {"indicator": "Aduan tepat waktu", "unit": "%", "target@2025": "60"},
    {"code": "216022 01", "name": "Pengelolaan informasi", "pagu@2025": "500 juta", "pagu@2026": "kira-kira"},
)


def type_rows(desk, plan, rows, page=1):
    ids = desk.plan_typed.new_rows(len(rows))
    for row, values in zip(ids, rows, strict=True):
        for key, text in values.items():
            desk.plan_typed.set_cells(plan, [(row, key, text)], page=page, typing=True)
    return ids


@pytest.fixture
def plan(desk, diskominfo):
    row, _ = desk.plan_typed.begin(diskominfo, YEARS, FILE)
    return row


def test_what_was_typed_stands_as_it_was_typed(desk, plan):
    type_rows(desk, plan, ROWS, page=3)
    desk.plan_typed.set_page(plan, 3)
    shown = desk.plan_typed.sheet(plan)
    assert [dict(row.values) for row in shown.grid.rows] == list(ROWS)
    assert (shown.plan.page, shown.plan.lines, shown.plan.source_name) == (3, 4, "renstra.pdf")
    assert desk.plan_typed.source(plan) == FILE


def test_typed_rows_are_understood_as_those_of_a_file(desk, plan):
    type_rows(desk, plan, ROWS, page=2)
    draft = desk.plan_typed.draft(plan)
    goal, program, activity = draft.lines
    assert (goal.level, program.level, activity.level) == ("tujuan", "program", "kegiatan")
    assert (program.parent, activity.parent) == (0, 1)
    assert program.pagu == {"2025": 1_250_000_000, "2026": 1_500_000_000}
    assert program.written["pagu@2025"] == "Rp 1,25 M"
    assert [item.name for item in program.indicators] == ["Aduan selesai", "Aduan tepat waktu"]
    assert program.indicators[0].unit == "%"
    assert program.indicators[0].targets == {"2025": "75", "2026": "80"}
    assert (activity.code, activity.pagu) == ("2.16.02.2.01", {"2025": 500_000_000})
    assert (activity.origin.row, activity.origin.page) == (4, 2)
    assert (draft.format, draft.source_name, draft.years) == ("ketik", "renstra.pdf", ("2025", "2026"))
    assert draft.source_sha256 == desk.plan_typed.get(plan).source_sha256


def test_the_doubts_are_those_of_the_reader_and_stand_at_their_rows(desk, plan):
    type_rows(
        desk,
        plan,
        (
            {"code": "2.16.02", "pagu@2025": "90000000"},
            {"code": "2 Paket", "name": "Pengadaan"},
            {"level": "program", "code": "2.16.02.2.01", "name": "Pengelolaan"},
            {"name": "Kegiatan tanpa kode", "target@2025": "5"},
            {"code": "2.16", "name": "Urusan kominfo"},
            {"name": "JUMLAH", "pagu@2025": "95.000.000"},
            {"unit": "dokumen"},
        ),
    )
    draft = desk.plan_typed.draft(plan)
    kinds = [item.code for item in draft.problems]
    assert kinds.count("name-missing") == 1
    assert {"code-odd", "code-level", "code-none", "indicator-none", "total-differs", "row-unused"} <= set(
        kinds
    )
    named = next(item for item in draft.problems if item.code == "name-missing")
    assert named.suggestion == NAMED
    assert apply(draft, [Decision(named.key, "accept")]).lines[0].name == named.suggestion
    assert decide_all(draft, "code-level", "accept").lines[2].level == "kegiatan"
    assert [line.name for line in draft.lines] == ["", "Pengadaan", "Pengelolaan", "Kegiatan tanpa kode"]
    shown = desk.plan_typed.sheet(plan)
    assert "nomenklatur" in shown.grid.rows[0].marks[0]
    assert shown.grid.rows[4].marks == ()
    assert shown.count == 4
    assert any("Baris jumlah menulis Rp95.000.000" in sentence for sentence in shown.grid.warnings)


def test_a_code_typed_again_is_a_further_indicator_right_below_and_asked_about_further_down(desk, plan):
    type_rows(
        desk,
        plan,
        (
            {"code": "2.16.02", "name": "Informasi", "indicator": "Satu", "pagu@2025": "50000000"},
            {"code": "2.16.02", "name": "Program Informasi", "indicator": "Dua"},
            {"code": "2.16.03", "name": "Aplikasi"},
            {"code": "216.02", "name": "Informasi", "pagu@2025": "50000000"},
            {"code": "x.xx.01", "name": "Penunjang"},
            {"level": "kegiatan", "name": "Gaji"},
        ),
    )
    draft = desk.plan_typed.draft(plan)
    assert [[item.name for item in line.indicators] for line in draft.lines][:3] == [["Satu", "Dua"], [], []]
    assert [line.support for line in draft.lines] == [False, False, False, True, True]
    (again,) = (item for item in draft.problems if item.code == "code-again")
    assert (again.line, again.cell) == (2, "B4")


def test_empty_cells_are_told_what_the_code_says_and_typed_ones_stay(desk, plan):
    (first, second) = type_rows(desk, plan, ({"code": "21602"}, {"code": "2.16.02", "name": "Punya kami"}))
    shown = desk.plan_typed.sheet(plan)
    assert shown.hints[first] == {"level": "program", "name": NAMED}
    assert shown.hints[second] == {"level": "program"}


def test_the_same_agency_and_file_go_on_where_they_were_left(desk, plan, diskominfo):
    type_rows(desk, plan, ROWS)
    again, _ = desk.plan_typed.begin(diskominfo, (2025, 2029), replace(FILE, name="lain.pdf"))
    assert again == plan
    assert desk.plan_typed.get(plan).years == ("2025", "2026", "2027", "2028", "2029")
    other, _ = desk.plan_typed.begin(diskominfo, YEARS, SourceFile("lain.pdf", "1" * 64))
    assert other != plan
    assert {item.id: item.lines for item in desk.plan_typed.plans()} == {plan: 4, other: 0}
    desk.plan_typed.set_head(plan, diskominfo, (2027, 2028))
    years = desk.plan_typed.sheet(plan).grid.years
    assert years == ("2025", "2026", "2027", "2028"), "years for which something was typed are shown"
    for wrong in ((2027, 2026), (25, 29)):
        with pytest.raises(UserFault, match="typed-years"):
            desk.plan_typed.set_head(plan, diskominfo, wrong)
        with pytest.raises(UserFault, match="typed-years"):
            desk.plan_typed.begin(diskominfo, wrong)


def test_rows_are_put_in_moved_taken_out_and_come_back(desk, plan):
    first, second = type_rows(desk, plan, ({"name": "Satu"}, {"name": "Dua"}))
    between, _ = desk.plan_typed.insert_row(plan, second)
    desk.plan_typed.set_cells(plan, [(between, "name", "Antara")])

    def names():
        return [row.values.get("name") for row in desk.plan_typed.sheet(plan).grid.rows]

    assert names() == ["Satu", "Antara", "Dua"]
    desk.plan_typed.move_row(plan, between, -1)
    desk.plan_typed.move_row(plan, between, -1)
    assert names() == ["Antara", "Satu", "Dua"]
    desk.plan_typed.remove_rows(plan, [first, second])
    assert names() == ["Antara"]
    desk.undo()
    assert names() == ["Antara", "Satu", "Dua"]


def test_adopting_what_was_typed_is_one_act_and_typing_on_opens_it_again(desk, plan, diskominfo):
    rows = type_rows(desk, plan, ROWS)
    desk.renstra.adopt(diskominfo, desk.plan_typed.draft(plan))
    stored = desk.renstra.plan(diskominfo)
    assert (len(stored.lines), stored.document.format) == (3, "ketik")
    assert [line.source_page for line in stored.lines] == [1, 1, 1]
    assert desk.plan_typed.get(plan).used
    desk.undo()
    assert desk.renstra.plan(diskominfo) is None
    assert not desk.plan_typed.get(plan).used
    desk.redo()
    desk.plan_typed.set_cells(plan, [(rows[0], "name", "Tata kelola")])
    assert not desk.plan_typed.get(plan).used


def test_a_plan_that_is_gone_is_told_and_comes_back(desk, plan):
    type_rows(desk, plan, ROWS)
    draft = desk.plan_typed.draft(plan)
    desk.plan_typed.remove(plan)
    with pytest.raises(UserFault, match="typed-gone"):
        desk.plan_typed.set_cells(plan, [(plan, "name", "x")])
    opd = desk.opd.opds()[0].id
    desk.renstra.adopt(opd, draft)
    desk.undo()
    desk.undo()
    assert desk.plan_typed.sheet(plan).plan.lines == 4


def test_a_page_that_is_turned_is_no_act_of_its_own(desk, plan):
    with pytest.raises(UserFault, match="renstra-empty"):
        desk.plan_typed.draft(plan)
    (row,) = type_rows(desk, plan, ({"name": "Satu"},))
    desk.plan_typed.set_page(plan, 2)
    desk.undo()
    assert row not in {item.row for item in desk.plan_typed.sheet(plan).grid.rows}
    assert desk.plan_typed.get(plan).page == 2


def test_pages_are_kept_when_their_file_is_gone_and_may_come_later(desk, diskominfo, tmp_path):
    path = scanned(tmp_path / "pindaian.pdf", pages=3)
    file = source_file(path)
    path.unlink()
    plan, _ = desk.plan_typed.begin(diskominfo, YEARS, file)
    picture = page_of(desk.plan_typed.source(plan), 3)
    assert picture.pages == 3
    assert picture.width > picture.height
    with pytest.raises(UserFault, match="read-locked"):
        source_file(path)
    paper, _ = desk.plan_typed.begin(diskominfo, YEARS)
    assert desk.plan_typed.source(paper) is None
    desk.plan_typed.set_source(paper, FILE)
    assert desk.plan_typed.get(paper).source_name == "renstra.pdf"
    assert desk.plan_typed.source(paper) == FILE
