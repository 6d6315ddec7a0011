"""What a cell costs does not grow with the hall: a sheet is read by itself, and is the same as among all."""

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.services.session import NewSession
from smartcity_desktop.storage import opd as opd_query
from smartcity_desktop.storage import party
from smartcity_desktop.storage import worksheet as query


def test_a_sheet_alone_is_told_as_among_all_others(desk, with_plan):
    worksheet = desk.worksheet.find("L5").id
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    session, _ = desk.session.start(NewSession(desk.workshop.stages()[1].id, "Pagi", worksheet=worksheet))
    desk.worksheet.set_head(worksheet, with_plan, "present", 4)
    desk.worksheet.set_head(worksheet, with_plan, "represented_by", "Ibu Sri")
    desk.session.end(session)
    db = desk._store.db
    for asked in (None, session):
        all_of_them = query.sheets(db, worksheet, asked)
        assert len(all_of_them) == 2
        assert [query.sheet(db, item.id, asked) for item in all_of_them] == all_of_them
    assert query.sheet(db, with_plan) is None


def test_typing_a_cell_never_reads_the_sheets_of_others(desk, with_plan, monkeypatch):
    worksheet = desk.worksheet.find("L5").id
    row = desk.worksheet.grid(worksheet, with_plan).rows[0].row
    desk.worksheet.set_cells(worksheet, with_plan, [(row, "note", "a")])

    def all_of_them(*_):
        raise AssertionError("all sheets were read")

    monkeypatch.setattr(query, "sheets", all_of_them)
    desk.worksheet.set_cells(worksheet, with_plan, [(row, "note", "ab")], typing=True)
    assert desk.worksheet.grid(worksheet, with_plan).rows[0].values["note"] == "ab"


def test_the_sheet_of_one_opd_reads_no_other(desk, with_plan, monkeypatch):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    known = desk.opd.opds()
    assert [desk.opd.get(item.id) for item in known] == known
    assert desk.opd.get(desk.worksheet.find("L5").id) is None

    def all_of_them(*_):
        raise AssertionError("all OPD were read")

    monkeypatch.setattr(opd_query, "opds", all_of_them)
    monkeypatch.setattr(party, "opds", all_of_them)
    grid = desk.worksheet.grid(desk.worksheet.find("L5").id, with_plan)
    assert grid.party_name == "Dinas Komunikasi dan Informatika"
