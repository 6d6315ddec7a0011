"""Stages: added, numbered, dated, and removed only where nothing is lost."""

import pytest

from smartcity_desktop.domain.edit import Set
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.agenda import NewBlock
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.storage.worksheet import worksheets


def numbers(desk):
    return [(item.number, item.title) for item in desk.stage.stages()]


def test_a_stage_is_added_behind_the_others_and_undone(desk):
    row, changes = desk.stage.add()
    assert numbers(desk)[-1] == (5, "Bimtek Tahap V")
    assert changes.label == "tambah Tahap V"
    assert desk.stage.stages()[-1].id == row
    desk.undo()
    assert len(numbers(desk)) == 4


def test_an_empty_stage_is_removed_and_comes_back_clean_when_added_again(desk):
    fourth = desk.stage.stages()[3].id
    desk.stage.update(fourth, "date_start", "2026-10-06")
    assert desk.stage.remove(fourth).label == "hapus Tahap IV"
    assert [number for number, _ in numbers(desk)] == [1, 2, 3]
    row, _ = desk.stage.add()
    made = desk.stage.stages()[3]
    assert (made.id, made.number, made.date_start) == (row, 4, "")


def test_a_stage_that_holds_something_says_what_and_stays(desk):
    first, second, third, fourth = (item.id for item in desk.stage.stages())
    found = desk.worksheet.find("L1").id
    party = desk.worksheet.places(found)[0].party
    desk.worksheet.set_cells(found, party, [(*desk.worksheet.new_rows(1), "text", "Banjir")])
    desk.agenda.add(third, "2026-09-01", NewBlock("Pembukaan"))
    desk.note.write(desk.note.new_id(), "catat", NotePlace(fourth))
    for row, what in ((first, "kertas kerja L1"), (third, "1 sesi"), (fourth, "1 catatan")):
        with pytest.raises(UserFault, match="stage-filled") as told:
            desk.stage.remove(row)
        assert told.value.values["what"] == what
    assert len(numbers(desk)) == 4
    assert second in {item.id for item in desk.stage.stages()}


def test_the_last_stage_stays(desk):
    first, second, *others = desk.stage.stages()
    desk.stage.number(first.id, 2)
    store = desk._store
    store.write([Set("worksheet", item.id, "stage", 2) for item in worksheets(store.db)], "pindah")
    for item in (second, *others):
        desk.stage.remove(item.id)
    with pytest.raises(UserFault, match="stage-last"):
        desk.stage.remove(first.id)
    with pytest.raises(UserFault, match="row-gone"):
        desk.stage.remove(second.id)
    with pytest.raises(UserFault, match="row-gone"):
        desk.stage.number(second.id, 2)
    assert [item.id for item in desk.stage.stages()] == [first.id]


def test_two_stages_change_their_numbers_in_one_act(desk):
    third, fourth = desk.stage.stages()[2:]
    desk.stage.number(fourth.id, 3)
    assert [item.id for item in desk.stage.stages()[2:]] == [fourth.id, third.id]
    desk.undo()
    assert [item.id for item in desk.stage.stages()[2:]] == [third.id, fourth.id]
    assert not desk.stage.number(third.id, 3)
    desk.stage.number(fourth.id, 7)
    row, _ = desk.stage.add()
    assert desk.stage.stages()[-1].id == row
    assert [number for number, _ in numbers(desk)] == [1, 2, 3, 7, 8]


def sheets(desk):
    return {
        item.code: (item.stage, *item.also)
        for item in worksheets(desk._store.db)
        if item.code in {"L1", "L4", "L5"}
    }


def test_the_worksheets_of_a_stage_go_with_its_number_in_the_same_act(desk):
    first, second, third, _fourth = desk.stage.stages()
    usual = {"L1": (1,), "L4": (1, 2), "L5": (2,)}
    assert sheets(desk) == usual
    desk.stage.number(second.id, 1)
    assert sheets(desk) == {"L1": (2,), "L4": (2, 1), "L5": (1,)}
    desk.undo()
    assert (sheets(desk), desk.stage.stages()[0].id) == (usual, first.id)
    desk.stage.number(second.id, 7)
    assert sheets(desk) == {"L1": (1,), "L4": (1, 7), "L5": (7,)}
    desk.stage.number(third.id, 2)
    assert sheets(desk) == {"L1": (1,), "L4": (1, 7), "L5": (7,)}


def test_worksheets_that_nobody_has_begun_stay_in_use_where_their_stage_is_removed(desk):
    first, *_, fourth = desk.stage.stages()
    desk.stage.remove(fourth.id)
    assert {item.stage for item in worksheets(desk._store.db)} == {1, 2, 3}
    assert desk.worksheet.find("L12").stage == 3
    assert desk.worksheet.find("L10").also == ()
    desk.stage.remove(first.id)
    assert sheets(desk) == {"L1": (2,), "L4": (2,), "L5": (2,)}
    desk.undo()
    desk.undo()
    assert desk.worksheet.find("L12").stage == 4
    assert desk.worksheet.find("L10").also == (4,)


def test_a_number_that_another_row_was_born_with_makes_a_row_of_its_own(desk):
    first, *others = desk.stage.stages()
    desk.stage.number(others[-1].id, 5)
    desk.stage.number(others[-2].id, 4)
    desk.stage.number(others[-1].id, 3)
    desk.stage.number(others[-2].id, 2)
    rows = {item.id for item in desk.stage.stages()}
    row, _ = desk.stage.add()
    assert row not in rows
    assert len(desk.stage.stages()) == 5
    assert first.id in rows


def test_there_are_at_most_eight_stages(desk):
    for _ in range(4):
        desk.stage.add()
    with pytest.raises(UserFault, match="stage-most"):
        desk.stage.add()


def test_every_day_may_have_a_place_of_its_own(desk):
    second = desk.stage.stages()[1]
    desk.stage.update(second.id, "places@2026-08-05", "Aula Bappeda")
    desk.stage.update(second.id, "homework_until", "2026-08-20")
    found = desk.stage.stages()[1]
    assert found.place_on("2026-08-05") == "Aula Bappeda"
    assert found.place_on("2026-08-04") == "Aula Kantor Bupati"
    assert found.homework_until == "2026-08-20"
    assert [day.place for day in desk.agenda.plan(second.id).days] == ["Aula Kantor Bupati", "Aula Bappeda"]
