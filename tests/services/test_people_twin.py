"""Participants who stand in the list twice are shown and joined where somebody says so, on a real file."""

import random

import pytest

from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.people_record import PersonalSettings
from smartcity_desktop.domain.print_job import NAME_TAGS, PrintAsk
from smartcity_desktop.domain.print_trace import Sent
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.errors import UserFault

DAY, NEXT = Place("2026-08-04"), Place("2026-08-05")
NIP = "198001012006041001"


@pytest.fixture
def agency(desk):
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo"), OpdRow("Dinas Kesehatan")])
    return desk.opd.opds()[0].id


@pytest.fixture
def pair(desk, agency):
    """Budi stands twice; Ani only once."""
    desk.people.add(
        [
            Person(name="Budi Santoso", position="Kabid", opd=agency),
            Person(name="Ani", opd=agency),
            Person(name="Dr. Budi Santoso, S.E.", opd=agency, rank="III/a"),
        ]
    )
    first, _ani, second = desk.people.people()
    return first.id, second.id


def names(desk):
    return [(item.number, item.name) for item in desk.people.people()]


def whole(desk):
    """Return all that a join changes."""
    stages = [item.id for item in desk.stage.stages()]
    return (
        desk.people.people(),
        desk.people.numbers(),
        [desk.attendance.door(place).people for place in (DAY, NEXT)],
        [desk.group.board(item.id) for item in desk.group.groupings()],
        [desk.certificate.eligible(stage) for stage in stages],
    )


def test_a_pair_is_shown_side_by_side_and_nobody_else(desk, pair):
    (found,) = desk.people_twin.pairs()
    assert (found.twin.keep.id, found.twin.gone.id, desk.people_twin.count()) == (*pair, 1)
    lines = {item.field: item for item in found.lines}
    assert [item.words for item in lines["place"].options] == ["Dinas Komunikasi dan Informatika"] * 2
    assert "nip" not in lines
    assert found.told == ()


def test_two_become_one_with_all_that_hangs_on_them_and_one_undo_brings_both_back(desk, pair):
    desk.people.set_personal(PersonalSettings(keep_nip=True, purpose="Sertifikat"))
    keep, gone = pair
    desk.people.update(gone, "nip", NIP)
    desk.attendance.send(DAY, keep, "Ani Wakil")
    desk.attendance.mark(DAY, "hadir", gone)
    desk.attendance.mark(NEXT, "hadir", gone)
    stage = desk.stage.stages()[1].id
    division, _ = desk.group.add(stage, "Meja", "bebas")
    table, _ = desk.group.add_group(division)
    desk.group.move(division, [gone], table)
    desk.group.give_office(table, "chair", gone)
    desk.certificate.number(stage)
    before = whole(desk)
    (found,) = desk.people_twin.pairs()
    moved = "2 catatan kehadiran, 1 tempat di kelompok, 1 tugas ketua atau notulis, sertifikat nomor 1"
    assert found.told == (f"Ikut pindah: {moved}.",)
    changes = desk.people_twin.join(keep, gone, {"position": 0})
    assert changes.label == "gabungkan peserta kembar: nomor 1"
    assert names(desk) == [(1, "Dr. Budi Santoso, S.E."), (2, "Ani")]
    person = desk.people.person(keep)
    assert (person.position, person.rank) == ("Kabid", "III/a")
    assert desk.people.numbers()[keep] == (NIP, "")
    assert [(item.date, item.state, item.deputy) for item in desk.attendance.history(keep)] == [
        (DAY.day, "hadir", ""),
        (NEXT.day, "hadir", ""),
    ]
    (card,) = desk.group.board(division).cards
    assert ([item.person.id for item in card.members], card.group.chair) == ([keep], keep)
    holders = desk.certificate.eligible(stage).holders
    assert [(item.person, item.number) for item in holders] == [(keep, 1)]
    assert (desk.people_twin.count(), [item.id for item in desk.people_gone.removed()]) == (0, [gone])
    assert desk.undo().left_out == ()
    assert whole(desk) == before
    assert desk.people_twin.count() == 1


@pytest.mark.parametrize(("other", "printed"), [("Budi Santoso", True), ("Dr. Budi Santoso, S.E.", False)])
def test_the_tag_of_a_joined_person_is_offered_again_only_where_it_would_differ(desk, agency, other, printed):
    desk.people.add([Person(name=name, opd=agency) for name in (other, "Ani", "Budi Santoso")])
    keep, ani, gone = (item.id for item in desk.people.people())
    ask, job = PrintAsk(), desk.report.asked(NAME_TAGS, PrintAsk())
    desk.people.update(keep, "number", None)
    desk.print_log.tell(job, ask, Sent("pdf", 1, people=(ani, gone)))
    desk.people_twin.join(keep, gone)
    assert [item.id for item in desk.people.people()] == [keep, ani]
    assert desk.print_log.printed(NAME_TAGS) == ({keep, ani} if printed else {ani, gone})
    desk.undo()
    assert desk.print_log.printed(NAME_TAGS) == {ani, gone}


def test_two_rows_that_are_two_people_are_not_shown_again_and_not_joined(desk, pair):
    assert desk.people_twin.keep_apart(*reversed(pair))
    assert desk.people_twin.pairs() == ()
    with pytest.raises(UserFault, match="person-gone"):
        desk.people_twin.join(*pair)
    desk.undo()
    assert desk.people_twin.count() == 1


def test_all_that_contradict_themselves_nowhere_are_joined_in_one_act(desk, agency):
    desk.people.add([Person(name=f"Peserta {place}", opd=agency) for place in range(5)])
    desk.people.add([Person(name=f"Peserta {place}", opd=agency, position="Staf") for place in range(5)])
    desk.people.update(desk.people.people()[0].id, "position", "Kabid")
    assert desk.people_twin.join_clear().label == "gabungkan 4 pasang peserta kembar"
    assert [item.position for item in desk.people.people()] == [
        "Kabid",
        "Staf",
        "Staf",
        "Staf",
        "Staf",
        "Staf",
    ]
    desk.undo()
    assert len(desk.people.people()) == 10


def test_a_number_in_a_hidden_column_goes_over_though_it_is_not_shown(desk, pair):
    on = PersonalSettings(keep_nip=True, purpose="Sertifikat")
    desk.people.set_personal(on)
    desk.people.update(pair[1], "nip", NIP)
    desk.people.set_personal(PersonalSettings())
    desk.people_twin.join(*pair)
    desk.people.set_personal(on)
    assert desk.people.numbers()[pair[0]] == (NIP, "")


@pytest.fixture
def laptops(tmp_path, ticking):
    """Two copies of one empty file, each taken in the same list: the desks at the front and at the back."""
    new = NewWorkshop("Bimtek", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
    paths = [tmp_path / "depan.bimtek", tmp_path / "belakang.bimtek"]
    seeds = [IdSource(ticking, random.Random(seed)) for seed in range(3)]
    create_desk(paths[0], new, clock=ticking, ids=seeds[2], profile=tmp_path / "p").close()
    paths[1].write_bytes(paths[0].read_bytes())
    desks = [
        open_desk(path, clock=ticking, ids=ids, profile=tmp_path / "p")
        for path, ids in zip(paths, seeds, strict=False)
    ]
    for desk in desks:
        desk.people.add([Person(name="Budi"), Person(name="Ani")])
        desk.attendance.mark(DAY, "hadir", desk.people.people()[0].id)
    yield desks
    for desk in desks:
        desk.close()


def bring(source, target):
    """Take into one file what was done in another."""
    theirs, mine = (desk.people._store.workspace.journal for desk in (source, target))
    mine.merge(theirs.since({}), theirs.writers(), theirs.acts())


def test_two_laptops_that_took_in_the_same_list_and_join_it_apart_end_with_one_of_each(laptops):
    """Both keep the row that was made first, so nobody is removed on both sides."""
    front, back = laptops
    bring(front, back)
    bring(back, front)
    assert [desk.people_twin.count() for desk in laptops] == [2, 2]
    for desk in laptops:
        desk.people_twin.join_clear()
    bring(back, front)
    assert sorted(item.name for item in front.people.people()) == ["Ani", "Budi"]
    assert front.attendance.door(DAY).recap.whole.there == 1
    assert (front.people_twin.count(), front.check()) == (0, [])


def test_attendance_that_comes_for_a_joined_row_is_told_and_joined_again(laptops):
    front, back = laptops
    bring(front, back)
    bring(back, front)
    front.people_twin.join_clear()
    assert front.people_gone.count_came() == 0
    (gone,) = (item for item in front.people_gone.removed() if item.name == "Ani")
    back.attendance.mark(NEXT, "hadir", gone.id)
    bring(back, front)
    assert front.attendance.door(NEXT).recap.whole.there == 0
    assert [(item.name, item.came) for item in front.people_gone.removed() if item.came] == [("Ani", 1)]
    assert front.people_gone.count_came() == 1
    front.people_gone.restore(gone.id)
    front.people_twin.join_clear()
    assert front.attendance.door(NEXT).recap.whole.there == 1
    assert front.people_gone.count_came() == 0
