"""Groups on a real file: divided, moved, copied, and taken back with one step."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.divide import Rules
from smartcity_desktop.domain.edit import Birth, Gone, Set
from smartcity_desktop.domain.group_plan import Ask
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.errors import UserFault
from tests.services.groups import OPDS, divide, fill_hall, named, seats, whys, work


@pytest.fixture
def stage(desk):
    return desk.workshop.stages()[1].id


@pytest.fixture
def hall(desk, stage):
    """Six agencies with four people each, three outsiders, one speaker; returns the stage."""
    fill_hall(desk)
    return stage


def test_dimension_groups_take_the_agencies_of_their_dimension_and_everybody_but_guests(desk, hall):
    board = desk.group.board(divide(desk, hall))

    assert [card.called for card in board.cards] == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert seats(board)["Kepala Dinas Dinas Lingkungan Hidup"] == "ENV"
    assert whys(board)["Kepala Dinas Dinas Lingkungan Hidup"] == "dimensi"
    assert whys(board)["Dosen"] == "unsur"
    assert board.seated == 27
    assert [item.person.name for item in board.unseated] == ["Pembicara"]
    gov = board.cards[0]
    assert "Dinas Komunikasi dan Informatika" in [item.name for item in gov.opds]
    assert gov.group.table_no == "1"


def test_an_agency_without_a_dimension_goes_where_its_name_belongs(desk, hall):
    agency = next(item for item in desk.opd.opds() if item.name == "Dinas Lingkungan Hidup")
    desk.opd.update(agency.id, "dimension", "")
    proposal = desk.group.propose(Ask(hall, Rules("dimensi", 1)))
    row, _ = desk.group.apply(proposal)

    assert proposal.guessed == 1
    assert seats(desk.group.board(row))["Staf Dinas Lingkungan Hidup"] == "ENV"
    assert desk.opd.get(agency.id).dimension == ""


def test_a_proposal_writes_nothing(desk, hall):
    mark = desk.undo_label()
    proposal = desk.group.propose(Ask(hall, Rules("komponen", 1), components=("Struktur", "Infrastruktur")))

    assert [len(item.people) for item in proposal.groups]
    assert proposal.guests == 1
    assert desk.undo_label() == mark
    assert desk.group.groupings() == []


def test_one_undo_takes_a_whole_division_back_and_redo_brings_it_again(desk, hall):
    row = divide(desk, hall)
    before = seats(desk.group.board(row))
    desk.undo()
    assert desk.group.groupings() == []
    desk.redo()

    assert seats(desk.group.board(row)) == before


def test_who_was_moved_by_hand_stays_there_when_it_is_divided_again(desk, hall):
    row = divide(desk, hall, "komponen", together=False)
    board = desk.group.board(row)
    dosen = named(desk, "Dosen")
    target = next(card.group for card in board.cards if card.called != seats(board)["Dosen"])
    desk.group.move(row, [dosen], target.id)
    divide(desk, hall, "komponen", together=False, again=row)
    after = desk.group.board(row)

    assert seats(after)["Dosen"] == target.name
    assert whys(after)["Dosen"] == "tangan"
    sizes = [len(card.members) for card in after.cards]
    assert max(sizes) - min(sizes) <= 1
    assert [card.group.id for card in after.cards] == [card.group.id for card in board.cards]

    divide(desk, hall, "komponen", together=False, again=row, keep=False)
    assert "tangan" not in whys(desk.group.board(row)).values()


def test_who_was_taken_from_the_tables_by_hand_stays_out(desk, hall):
    row = divide(desk, hall)
    desk.group.move(row, [named(desk, "Dosen")], "")
    divide(desk, hall, again=row)
    board = desk.group.board(row)

    assert "Dosen" in [item.person.name for item in board.unseated]
    assert board.newcomers == ()


def test_dividing_again_for_fewer_tables_keeps_officers_who_still_sit_there(desk, hall):
    row = divide(desk, hall, "bebas", tables=3)
    desk.group.propose_officers(row)
    first = desk.group.board(row).cards[0]
    desk.group.move(row, [first.group.chair], first.group.id)
    desk.group.update_group(first.group.id, "mentor", "Tenaga Ahli 1")
    divide(desk, hall, "bebas", again=row, tables=2)
    board = desk.group.board(row)

    assert len(board.cards) == 2
    assert board.seated == 27
    assert board.cards[0].group.mentor == "Tenaga Ahli 1"
    for card in board.cards:
        officers = {card.group.chair, card.group.scribe} - {""}
        assert officers <= {item.id for item in card.members}


def test_only_those_who_are_there_are_divided_where_that_is_asked(desk, hall):
    day = "2026-08-04"
    present = [item.id for item in desk.people.people()][:10]
    desk.group._store.write(
        [
            Birth(
                "attendance",
                desk.group._store.key("attendance", row, day, ""),
                {"person": row, "date": day, "state": "hadir"},
            )
            for row in present
        ],
        "hadir",
    )
    row = divide(desk, hall)
    proposal = desk.group.propose(Ask(hall, Rules("dimensi", 1), again=row, only_present=True))
    desk.group.apply(proposal)
    board = desk.group.board(row)

    assert desk.group.present() == 10
    assert proposal.absent == 17
    assert board.seated == 10
    assert len(board.newcomers) == 17


def test_tables_of_agencies_work_without_any_participant(desk, stage):
    desk.opd.add([OpdRow(name) for name in OPDS])
    board = desk.group.board(divide(desk, stage, "opd", tables=3))

    assert [card.called for card in board.cards] == ["Meja 1", "Meja 2", "Meja 3"]
    assert sorted(item.name for card in board.cards for item in card.opds) == sorted(OPDS)
    district = next(card for card in board.cards if "Kecamatan Angata" in [o.name for o in card.opds])
    assert "Kelurahan Ngapa" in [item.name for item in district.opds]
    assert all(card.lead for card in board.cards)
    assert board.warnings == ()


def test_tables_of_agencies_follow_the_numbers_written_at_the_agencies(desk, hall):
    for item, number in zip(desk.opd.opds(), ("4", "4", "12", "12", "VIP", ""), strict=True):
        desk.opd.update(item.id, "table_no", number)
    board = desk.group.board(divide(desk, hall, "opd", by_number=True))

    assert [(card.called, card.group.table_no) for card in board.cards] == [
        ("Meja 4", "4"),
        ("Meja 12", "12"),
        ("VIP", "VIP"),
    ]


def test_an_agency_is_moved_to_another_table_with_all_its_people(desk, hall):
    row = divide(desk, hall, "opd", tables=3)
    board = desk.group.board(row)
    agency = board.cards[0].opds[0]
    desk.group.move(row, [], board.cards[1].group.id, [agency.id])
    after = desk.group.board(row)

    assert agency in after.cards[1].opds
    assert agency not in after.cards[0].opds
    assert {card.called for card in after.cards for item in card.members if item.person.opd == agency.id} == {
        "Meja 2"
    }
    assert after.warnings == desk.group.board(row).warnings
    assert not any("OPD" in words for words in after.warnings)


def test_an_agency_at_two_tables_is_told(desk, hall):
    row = divide(desk, hall, "opd", tables=3)
    board = desk.group.board(row)
    desk.group.move(row, [board.cards[0].members[0].id], board.cards[1].group.id)

    assert "1 OPD duduk di dua meja" in desk.group.board(row).warnings


def test_the_chair_who_is_moved_leads_the_group_no_longer_and_undo_brings_both_back(desk, hall):
    row = divide(desk, hall)
    desk.group.propose_officers(row)
    before = desk.group.board(row)
    card = before.cards[0]
    desk.group.move(row, [card.group.chair], before.cards[1].group.id)
    assert desk.group.board(row).cards[0].chair == ""
    assert "GOV tidak punya ketua" in desk.group.board(row).warnings
    desk.undo()

    assert desk.group.board(row).cards == before.cards


def test_officers_are_proposed_by_their_offices_and_never_taken_from_somebody(desk, hall):
    row = divide(desk, hall)
    gov = desk.group.board(row).cards[0]
    chosen = gov.members[0].id
    desk.group.give_office(gov.group.id, "chair", chosen)
    desk.group.propose_officers(row)
    cards = {card.called: card for card in desk.group.board(row).cards}

    assert cards["GOV"].group.chair == chosen
    assert cards["ENV"].chair == "Kepala Dinas Dinas Lingkungan Hidup"
    assert cards["ENV"].scribe == "Pranata Komputer Ahli Muda Dinas Lingkungan Hidup"
    assert not desk.group.propose_officers(row)


def test_an_office_given_twice_ends_and_the_other_one_is_given_up(desk, hall):
    row = divide(desk, hall)
    card = desk.group.board(row).cards[0]
    who = card.members[0].id
    desk.group.give_office(card.group.id, "chair", who)
    desk.group.give_office(card.group.id, "scribe", who)
    after = desk.group.board(row).cards[0].group
    assert (after.chair, after.scribe) == ("", who)
    desk.group.give_office(card.group.id, "scribe", who)

    assert desk.group.board(row).cards[0].group.scribe == ""


def test_two_people_change_their_places_in_one_act(desk, hall):
    row = divide(desk, hall)
    before = seats(desk.group.board(row))
    one, other = "Staf Dinas Lingkungan Hidup", "Staf Dinas Komunikasi dan Informatika"
    changes = desk.group.swap(row, named(desk, one), named(desk, other))
    after = seats(desk.group.board(row))

    assert (after[one], after[other]) == (before[other], before[one])
    assert changes.label.startswith("tukar nomor ")
    assert not desk.group.swap(row, named(desk, one), named(desk, "Kepala Bidang " + other[5:]))


def test_a_newcomer_is_proposed_and_seated_where_the_own_agency_sits(desk, hall):
    row = divide(desk, hall)
    opd = next(item.id for item in desk.opd.opds() if item.name == "Dinas Lingkungan Hidup")
    desk.people.add([Person(name="Tambahan", opd=opd), Person(name="Warga", element="komunitas")])
    board = desk.group.board(row)
    assert [item for item, _ in board.newcomers] == [named(desk, "Tambahan"), named(desk, "Warga")]
    desk.group.seat_newcomers(row)
    after = desk.group.board(row)

    assert seats(after)["Tambahan"] == "ENV"
    assert whys(after)["Tambahan"] == whys(after)["Warga"] == "baru"
    assert not desk.group.seat_newcomers(row)


def test_where_somebody_sat_before_and_elsewhere_is_told(desk, hall):
    row = divide(desk, hall)
    board = desk.group.board(row)
    dosen = named(desk, "Dosen")
    first, last = seats(board)["Dosen"], board.cards[-1]
    other, _ = desk.group.copy(row, desk.workshop.stages()[0].id, "Kelompok lama")
    target = board.cards[0] if last.called == first else last
    desk.group.move(row, [dosen], target.group.id)

    assert desk.group.trail(row, dosen) == (first,)
    assert desk.group.elsewhere(row, dosen) == (f"Tahap I · Kelompok lama: {first}",)
    assert desk.group.trail(other, dosen) == ()


def test_a_copy_stands_for_itself_with_all_that_was_chosen(desk, hall):
    row = divide(desk, hall)
    desk.group.propose_officers(row)
    source = desk.group.board(row)
    copy, _ = desk.group.copy(row, hall)
    made = desk.group.board(copy)

    assert seats(made) == seats(source)
    assert [(card.chair, card.scribe, card.group.code) for card in made.cards] == [
        (card.chair, card.scribe, card.group.code) for card in source.cards
    ]
    desk.group.move(copy, [named(desk, "Dosen")], "")
    assert seats(desk.group.board(row)) == seats(source)


def test_a_deleted_group_leaves_its_people_to_be_seated_and_comes_back_by_undo(desk, hall):
    row = divide(desk, hall)
    before = desk.group.board(row)
    desk.group.remove_group(before.cards[0].group.id)
    after = desk.group.board(row)
    assert len(after.newcomers) == len(before.cards[0].members)
    desk.undo()

    assert desk.group.board(row).cards == before.cards


def test_a_group_is_added_with_the_next_table_and_moved_among_the_others(desk, hall):
    row = divide(desk, hall, "opd", tables=2)
    added, _ = desk.group.add_group(row)
    assert "Meja 3 masih kosong" in desk.group.board(row).warnings
    desk.group.move_group(added, -1)

    assert [card.called for card in desk.group.board(row).cards] == ["Meja 1", "Meja 3", "Meja 2"]
    assert not desk.group.move_group(desk.group.groups(row)[0].id, -1)


def test_agencies_of_a_group_are_chosen(desk, hall):
    row, _ = desk.group.add(hall, "Meja tamu", "bebas")
    group, _ = desk.group.add_group(row)
    rows = [item.id for item in desk.opd.opds()][:2]
    desk.group.set_opds(group, rows)
    assert set(desk.group.groups(row)[0].opds) == set(rows)
    desk.group.set_opds(group, rows[1:])

    assert desk.group.groups(row)[0].opds == (rows[1],)


def test_renaming_and_removing_a_division_and_what_stands_after_undo(desk, hall):
    row = divide(desk, hall)
    assert not desk.group.rename(row, "  ")
    desk.group.rename(row, "Pokja")
    session = work(desk, hall, row, "L5")
    assert desk.group.get(row).title == "Pokja"
    desk.group.remove(row)
    assert desk.group.get(row) is None
    assert desk.session.get(session).grouping == ""
    desk.undo()

    assert desk.session.get(session).grouping == row


def test_a_division_that_is_gone_is_told(desk, hall):
    row = divide(desk, hall)
    group = desk.group.groups(row)[0].id
    proposal = desk.group.propose(Ask(hall, Rules("dimensi", 1), again=row))
    desk.group.remove(row)

    for call in (
        lambda: desk.group.board(row),
        lambda: desk.group.apply(proposal),
        lambda: desk.group.give_office(group, "chair", "x"),
    ):
        with pytest.raises(UserFault, match="grouping-gone"):
            call()


def test_a_division_undone_and_made_again_seats_the_same_people(desk, hall):
    row = divide(desk, hall)
    kept = seats(desk.group.board(row))
    divide(desk, hall, "dimensi", again=row, together=False)
    desk.undo()
    assert seats(desk.group.board(row)) == kept
    person = named(desk, "Dosen")
    desk.group.move(row, [person], "")
    desk.undo()

    assert seats(desk.group.board(row)) == kept
    assert not desk.group.move(row, [person], desk.group.board(row).card_of(person).group.id)


def test_somebody_who_is_deleted_leaves_the_group_and_comes_back_with_undo(desk, hall):
    row = divide(desk, hall)
    before = seats(desk.group.board(row))
    desk.group._store.write([Gone("person", named(desk, "Dosen"))], "hapus")
    assert "Dosen" not in seats(desk.group.board(row))
    desk.undo()

    assert seats(desk.group.board(row)) == before


def test_words_of_the_event_stand_in_titles_and_warnings(desk, hall):
    store = desk.group._store
    store.write(
        [
            Set("workshop", store.workspace.workshop_id, "word_dimension", "Pilar"),
            Set("workshop", store.workspace.workshop_id, "word_opd", "SKPD"),
        ],
        "sebutan",
    )
    row = divide(desk, hall)
    tables = divide(desk, hall, "opd", tables=3)
    board = desk.group.board(tables)
    desk.group.move(tables, [board.cards[0].members[0].id], board.cards[1].group.id)

    assert desk.group.get(row).title == "Kelompok pilar"
    assert "1 SKPD duduk di dua meja" in desk.group.board(tables).warnings


def test_components_take_their_codes_and_titles(desk, hall):
    ask = Ask(
        hall, Rules("komponen", 1), title=" Sesi 1 ", components=("Struktur", "Literasi digital", "Struktur")
    )
    row, _ = desk.group.apply(desk.group.propose(ask))

    assert desk.group.get(row).title == "Sesi 1"
    assert [(item.name, item.code) for item in desk.group.groups(row)] == [
        ("Struktur", "STR"),
        ("Literasi digital", "LIT"),
    ]
    again = replace(ask, again=row, components=("Infrastruktur", "Literasi Digital"))
    desk.group.apply(desk.group.propose(again))
    assert [item.name for item in desk.group.groups(row)] == ["Infrastruktur", "Literasi digital"]
