"""Every adopted reading is a version of its plan: compared, restored, with the analysis carried over."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.renstra_draft import LineDraft, Origin, RecordDraft
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.plan_version import records, standing_draft
from tests.services.conftest import plan

OTHER = LineDraft("program", "2.20.02", "Statistik Sektoral", parent=1, pagu={"2025": 1_000})


def renamed():
    """The plan with one name changed and one program in the place of another."""
    lines = plan().lines
    return plan(
        lines=(*lines[:2], replace(lines[2], name="Informasi Publik"), lines[3], OTHER, lines[5]),
        source_name="renstra_baru.xlsx",
    )


def analysed(desk, opd, code, words="Hubungkan"):
    sheet = desk.worksheet.find("L5").id
    rows = {row.values["code"]: row.row for row in desk.worksheet.grid(sheet, opd).rows}
    desk.worksheet.set_cells(sheet, opd, [(rows[code], "proposal", words)])
    return rows[code]


def test_each_adopted_file_is_a_version_and_the_same_file_is_none(desk, with_plan):
    [first] = desk.renstra.versions(with_plan)
    assert (first.number, first.source_name, first.lines, first.stands) == (1, "renstra.xlsx", 6, True)
    desk.renstra.adopt(with_plan, plan())
    assert len(desk.renstra.versions(with_plan)) == 1
    desk.renstra.adopt(with_plan, renamed())
    assert [item.stands for item in desk.renstra.versions(with_plan)] == [False, True]
    change = desk.renstra.change(with_plan, 1, 2)
    assert [item.called for item in change.added] == ["2.20.02 Statistik Sektoral"]
    assert [item.called for item in change.dropped] == ["2.16.03 Pengelolaan Aplikasi Informatika"]
    assert [item.fields[0].new for item in change.changed] == ["Informasi Publik"]
    assert desk.renstra.change(with_plan, 2, 0).is_empty
    desk.undo()
    assert [item.number for item in desk.renstra.versions(with_plan)] == [1]


def test_what_was_changed_by_hand_becomes_a_version_before_it_is_replaced(desk, with_plan):
    line = desk.renstra.plan(with_plan).lines[4]
    desk.renstra.update_line(line.id, "name", "Diketik di ruangan")
    assert not desk.renstra.versions(with_plan)[0].stands
    desk.renstra.adopt(with_plan, renamed())
    titles = [item.title for item in desk.renstra.versions(with_plan)]
    assert titles == ["", "Sesudah diubah dengan tangan", ""]
    assert [item.called for item in desk.renstra.change(with_plan, 2, 3).dropped] == [
        "2.16.03 Diketik di ruangan"
    ]


def test_an_earlier_version_is_restored_as_a_new_one_with_its_analysis(desk, with_plan):
    desk.renstra.adopt(with_plan, renamed())
    row = analysed(desk, with_plan, "2.16.02")
    told, _ = desk.renstra.restore(with_plan, 1)
    stored = desk.renstra.plan(with_plan)
    assert stored.lines[2].id == row
    assert stored.lines[2].name == "Pengelolaan Informasi dan Komunikasi Publik"
    assert (told.matched, told.lost) == (5, ("2.20.02 Statistik Sektoral",))
    assert desk.renstra.change(with_plan, 1, 0).is_empty
    assert desk.renstra.versions(with_plan)[-1].title == "Dipulihkan dari versi 1"
    assert desk.undo_label() == "pulihkan Renstra Diskominfo ke versi 1"
    desk.undo()
    assert desk.renstra.plan(with_plan).lines[2].name == "Informasi Publik"


def test_strategies_are_kept_with_their_ids_and_their_change_is_a_version(desk, with_plan):
    under = {"goal": "Layanan daring naik"}
    first = RecordDraft("strategi", "Satu pintu", **under)
    second = RecordDraft("arah", "Integrasi aplikasi", above="Satu pintu", **under)
    desk.renstra.adopt(with_plan, plan(records=(first, second)))
    assert desk.renstra.records(with_plan) == (first, second)
    store, document = desk._store, desk.renstra.plan(with_plan).document.id
    before = dict(records(store.db, document))
    desk.renstra.adopt(with_plan, plan(records=(second, replace(first, origin=Origin("T-C.26", 4, 0)))))
    assert len(desk.renstra.versions(with_plan)) == 2, "only their order and place changed"
    other = replace(second, name="Loket bersama")
    desk.renstra.adopt(with_plan, plan(records=(first, other)))
    after = dict(records(store.db, document))
    assert [item.name for item in after.values()] == ["Satu pintu", "Loket bersama"]
    assert set(before) & set(after) == {next(row for row, one in before.items() if one.kind == "strategi")}
    assert [item.number for item in desk.renstra.versions(with_plan)] == [1, 2, 3]
    assert desk.renstra.change(with_plan, 2, 3).told == (
        "Tidak ada baris yang berubah: 6 baris sama. Strategi dan arah kebijakan: 1 baru, 1 tidak ada lagi."
    )
    assert desk.renstra.compare(with_plan, plan()).change.told.endswith("kebijakan: 2 tidak ada lagi.")
    desk.renstra.restore(with_plan, 2)
    assert {one.name for one in desk.renstra.records(with_plan)} == {"Satu pintu", "Integrasi aplikasi"}


def test_strategies_stand_under_their_goal_also_by_its_new_name(desk, with_plan):
    goal = desk.renstra.plan(with_plan).lines[1]
    told = (RecordDraft("strategi", "Satu pintu", goal=goal.name), RecordDraft("layanan", "Indeks"))
    desk.renstra.adopt(with_plan, plan(records=told))
    desk.renstra.update_line(goal.id, "name", "Layanan daring meningkat")
    stands = desk.renstra.plan(with_plan).strategies
    assert {row: [one.name for one in own] for row, own in stands.items()} == {goal.id: ["Satu pintu"]}
    assert [one.goal for one in desk.renstra.records(with_plan)] == ["Layanan daring meningkat", ""]
    desk.undo()
    assert [one.goal for one in desk.renstra.records(with_plan)] == [goal.name, ""]


def test_the_agency_that_the_file_names_comes_back_with_a_version_made_by_hand(desk, diskominfo):
    desk.renstra.adopt(diskominfo, plan(opd_name="Dinas Perhubungan"))
    desk.renstra.update_line(desk.renstra.plan(diskominfo).lines[4].id, "name", "Diketik di ruangan")
    desk.renstra.adopt(diskominfo, renamed())
    assert desk.renstra.plan(diskominfo).document.file_opd == ""
    desk.renstra.restore(diskominfo, 2)
    assert desk.renstra.plan(diskominfo).document.file_opd == "Dinas Perhubungan"


def test_a_version_that_is_not_there_is_said(desk, with_plan):
    with pytest.raises(UserFault, match="plan-version-gone"):
        desk.renstra.change(with_plan, 1, 9)
    with pytest.raises(UserFault, match="plan-version-gone"):
        desk.renstra.restore(with_plan, 9)
    desk.opd.remove(with_plan)
    with pytest.raises(UserFault, match="opd-gone"):
        desk.renstra.restore(with_plan, 1)


def test_a_reading_is_compared_before_it_is_adopted_and_nothing_is_stored(desk, with_plan):
    row = analysed(desk, with_plan, "2.16.03")
    found = desk.renstra.compare(with_plan, renamed())
    [lost] = found.change.lost
    assert found.rows[lost.old] == row
    assert (found.change.carried, len(found.change.added)) == (0, 1)
    assert len(desk.renstra.versions(with_plan)) == 1
    tied = desk.renstra.compare(with_plan, renamed(), {row: 4}).change
    assert (tied.carried, tied.lost, tied.added) == (1, (), ())


def test_an_analysis_tied_by_hand_goes_to_the_new_line(desk, with_plan):
    row = analysed(desk, with_plan, "2.16.03", "Satu data")
    told, _ = desk.renstra.adopt(with_plan, renamed(), ties={row: 4})
    assert told.lost_with_analysis == ()
    sheet = desk.worksheet.find("L5").id
    rows = {item.row: item.values for item in desk.worksheet.grid(sheet, with_plan).rows}
    assert (rows[row]["program"], rows[row]["proposal"]) == ("Statistik Sektoral", "Satu data")


def test_an_agency_without_renstra_has_nothing_to_compare(desk, diskominfo):
    assert desk.renstra.compare(diskominfo, plan()) is None
    assert desk.renstra.versions(diskominfo) == ()


def test_what_the_newer_form_says_is_stored_with_originals_and_confidence(desk, diskominfo):
    lines = list(plan().lines)
    lines[2] = replace(
        lines[2],
        outcome="Warga tahu",
        fund="APBD",
        origin=Origin("Tabel", 4, 12),
        written={"code": "2.16.2"},
        sure={"pagu@2025": 60},
        indicators=(replace(lines[2].indicators[0], final="90"),),
    )
    desk.renstra.adopt(diskominfo, plan(lines=tuple(lines)))
    stored = desk.renstra.plan(diskominfo)
    line = stored.lines[2]
    assert (line.outcome, line.fund, line.source_page) == ("Warga tahu", "APBD", 12)
    assert stored.indicators[line.id][0].final == "90"
    kept = standing_draft(desk.opd._store.db, stored.document).lines[2]
    assert (kept.written, kept.sure) == ({"code": "2.16.2"}, {"pagu@2025": 60})
    desk.renstra.adopt(diskominfo, plan())
    again = desk.renstra.plan(diskominfo)
    assert again.lines[2].outcome == ""
    assert standing_draft(desk.opd._store.db, again.document).lines[2].written == {}
    desk.renstra.restore(diskominfo, 1)
    desk.renstra.adopt(diskominfo, plan(lines=tuple(lines[:5])))
    assert desk.renstra.change(diskominfo, 1, 0).dropped[0].code == "2.16.01"


def test_tables_that_the_next_file_has_none_of_stay(desk, diskominfo):
    service, money = RecordDraft("layanan", "Indeks SPBE"), RecordDraft("anggaran", "Belanja operasi")
    desk.renstra.adopt(diskominfo, plan(records=(service,)))
    desk.renstra.adopt(diskominfo, plan(records=(money,), source_name="anggaran.xlsx"))
    desk.renstra.adopt(diskominfo, renamed())
    assert {item.name for item in desk.renstra.records(diskominfo)} == {"Indeks SPBE", "Belanja operasi"}
    desk.renstra.adopt(diskominfo, plan(records=(replace(service, name="Indeks lain"),)))
    assert {item.name for item in desk.renstra.records(diskominfo)} == {"Indeks lain", "Belanja operasi"}
    desk.renstra.restore(diskominfo, 1)
    assert [item.name for item in desk.renstra.records(diskominfo)] == ["Indeks SPBE"]


def test_rows_beside_the_programs_keep_their_ids_by_name(desk, diskominfo):
    spi = RecordDraft("layanan", "Indeks SPBE", "indeks", target={"2025": "3", "2026": "4"})
    rated = RecordDraft("layanan", "Aduan selesai", "%", realised={"2025": "70"})
    desk.renstra.adopt(diskominfo, plan(records=(spi, rated)))
    desk.renstra.adopt(diskominfo, plan(records=(rated, replace(spi, target={"2026": "5"}))))
    desk.renstra.adopt(diskominfo, plan(records=(replace(spi, target={"2026": "5"}),)))
    desk.undo()
    records = desk.renstra.records(diskominfo)
    assert [item.name for item in records] == ["Aduan selesai", "Indeks SPBE"]
    assert records[1].target == {"2026": "5"}
