"""A table of all agencies becomes the Renstra of each; a plan that stands is not overwritten unasked."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from smartcity_desktop.domain.renstra_parts import PartChoice
from smartcity_desktop.errors import UserFault
from tests.services.conftest import plan

KOMINFO = "Dinas Komunikasi dan Informatika"
WHOLE = Draft(
    document_kind="rpjmd",
    years=("2026",),
    lines=(
        LineDraft("program", "2.16.02", "Informasi", pagu={"2026": 5}, opd=KOMINFO),
        LineDraft("program", "1.02.02", "Pelayanan Kesehatan", pagu={"2026": 7}, opd="Dinkes"),
        LineDraft("program", "9.99.02", "Ramalan", opd="Dinas Sihir"),
        LineDraft("program", "7.01.02", "Tanpa nama"),
    ),
    source_name="rpjmd.xlsx",
)


@pytest.fixture
def agencies(desk):
    desk.opd.add([OpdRow(KOMINFO), OpdRow("Dinas Kesehatan")])
    return {item.name: item.id for item in desk.opd.opds()}


def test_each_part_is_known_by_the_name_of_its_agency_and_the_unknown_one_asks(desk, agencies):
    desk.renstra.adopt(agencies[KOMINFO], plan())
    parts = {item.name: item for item in desk.renstra.agencies(WHOLE)}
    assert parts[KOMINFO].opd == agencies[KOMINFO]
    assert (parts[KOMINFO].sure, parts[KOMINFO].standing) == (True, True)
    assert (parts["Dinkes"].opd, parts["Dinkes"].standing) == (agencies["Dinas Kesehatan"], False)
    assert not parts["Dinas Sihir"].opd
    assert (parts[""].opd, parts[""].sure) == ("", False)


def test_a_guess_that_others_share_or_one_among_many_units_is_none(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan"), OpdRow("Kecamatan Pesisir")])
    health, _ = desk.opd.opds()

    def guessed(*names):
        read = Draft(lines=tuple(LineDraft("program", name=name, opd=name) for name in names))
        return [(item.opd, item.sure) for item in desk.renstra.agencies(read)]

    alike = "Dinas Kesehatan dan Sosial"
    assert guessed(alike, "Kecamatan Lamun") == [(health.id, False), ("", False)]
    assert guessed(alike, "Dinas Kesehatan") == [("", False), (health.id, True)]


def choices(desk, *, replaces=False):
    return [
        PartChoice(item.draft, item.opd, replaces=replaces)
        for item in desk.renstra.agencies(WHOLE)
        if item.opd
    ]


def test_parts_are_stored_in_one_act_and_a_standing_plan_stays(desk, agencies):
    desk.renstra.adopt(agencies[KOMINFO], plan())
    told, _ = desk.renstra.adopt_parts(choices(desk))
    assert (len(told.adopted), told.skipped) == (1, ("Diskominfo",))
    assert len(desk.renstra.plan(agencies[KOMINFO]).lines) == 6
    assert [line.name for line in desk.renstra.plan(agencies["Dinas Kesehatan"]).lines] == [
        "Pelayanan Kesehatan"
    ]
    assert desk.undo_label() == "pakai hasil baca Renstra 1 OPD"
    desk.renstra.adopt_parts(choices(desk, replaces=True))
    assert [line.name for line in desk.renstra.plan(agencies[KOMINFO]).lines] == ["Informasi"]
    assert len(desk.renstra.versions(agencies[KOMINFO])) == 2
    desk.undo()
    assert len(desk.renstra.plan(agencies[KOMINFO]).lines) == 6
    assert not desk.renstra.adopt_parts(choices(desk))[1]


def test_agencies_that_are_not_at_the_table_come_with_their_plans_and_go_with_them(desk, agencies):
    parts = [
        PartChoice(item.draft, item.opd, item.name) for item in desk.renstra.agencies(WHOLE) if item.name
    ]
    seen = []
    told, _ = desk.renstra.adopt_parts(parts, step=lambda done, total: seen.append((done, total)))
    assert (len(told.adopted), told.added) == (3, ("Dinas Sihir",))
    assert seen == [(0, 3), (1, 3), (2, 3)]
    added = desk.opd.find("Dinas Sihir")
    assert [line.name for line in desk.renstra.plan(added.id).lines] == ["Ramalan"]
    sheet = next(item for item in desk.worksheet.worksheets() if item.filled_by == "opd")
    assert added.id in {item.party for item in desk.worksheet.places(sheet.id)}
    desk.undo()
    assert [item.name for item in desk.opd.opds()] == list(agencies)
    assert desk.renstra.plan(agencies[KOMINFO]) is None


def test_a_person_who_cancels_leaves_the_file_as_it_was(desk, agencies):
    told, changes = desk.renstra.adopt_parts(choices(desk), cancelled=lambda: True)
    assert (told.stopped, bool(changes)) == (True, False)
    assert desk.renstra.plan(agencies[KOMINFO]) is None


def test_nothing_to_store_and_an_agency_that_is_gone_are_said(desk, agencies):
    with pytest.raises(UserFault, match="renstra-empty"):
        desk.renstra.adopt_parts([])
    desk.opd.remove(agencies[KOMINFO])
    with pytest.raises(UserFault, match="opd-gone"):
        desk.renstra.adopt_parts([PartChoice(WHOLE, agencies[KOMINFO])])
