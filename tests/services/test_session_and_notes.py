"""Sessions, minutes, agencies, plan points, safety copies, search."""

import pytest

from smartcity_desktop.domain.note_line import typed
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.session import countdown
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.agenda import NewBlock
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.session import NewSession


@pytest.fixture
def stage(desk):
    return desk.workshop.stages()[1].id


def test_a_session_runs_with_its_countdown_until_it_is_ended(desk, stage, ticking):
    row, _ = desk.session.start(NewSession(stage, "Kerja Kelompok 2", minutes=75))
    assert desk.session.running().id == row
    ticking.forward(minutes=52)
    assert countdown(desk.session.timer_left()) == "23:00"
    desk.session.add_minutes(row, 5)
    assert countdown(desk.session.timer_left()) == "28:00"
    with pytest.raises(UserFault, match="session-running"):
        desk.session.start(NewSession(stage, "Lain"))
    desk.session.end(row)
    assert desk.session.running() is None
    assert desk.session.get(row).ended_at.startswith("2026-08-04T10:14")


def test_a_countdown_can_be_taken_away_and_is_never_longer_than_a_day(desk, stage):
    row, _ = desk.session.start(NewSession(stage, "Kerja"))
    desk.session.start_timer(row, 10**18)
    assert countdown(desk.session.timer_left()) == "24:00:00"
    desk.session.stop_timer(row)
    assert desk.session.timer_left() is None


def test_notes_keep_their_kind_owner_day_and_place(desk, stage, diskominfo):
    session, _ = desk.session.start(NewSession(stage, "Kerja"))
    place = NotePlace(stage, session, diskominfo)
    first, second = desk.note.new_id(), desk.note.new_id()
    desk.note.write(first, "! Data dibuka Jum'at <b", place)
    desk.note.write(second, "@Diskominfo kirim indikator 12 Agustus", place)
    notes = desk.note.notes(session=session)
    assert [(item.kind, item.text) for item in notes] == [
        ("keputusan", "Data dibuka Jum'at <b"),
        ("tindak_lanjut", "kirim indikator"),
    ]
    assert (notes[1].owner_opd, notes[1].due, notes[1].state) == (diskominfo, "2026-08-12", "belum")
    assert notes[0].made_at.startswith("2026-08-04T09:22")
    assert desk.note.notes(stage=stage) == notes


def test_a_note_changed_to_nothing_goes_and_undo_brings_it_back(desk):
    row = desk.note.new_id()
    assert not desk.note.write(row, "   ")
    desk.note.write(row, "satu")
    desk.note.write(row, "? dua")
    assert [(item.kind, item.text) for item in desk.note.notes()] == [("pertanyaan", "dua")]
    desk.note.write(row, "")
    assert desk.note.notes() == []
    desk.undo()
    assert [item.text for item in desk.note.notes()] == ["dua"]


@pytest.mark.usefixtures("diskominfo")
@pytest.mark.parametrize("line", ["! putus", "? tanya", "biasa", "@Diskominfo kirim data 12/8/2026"])
def test_a_note_can_be_typed_again_as_it_was(desk, line):
    row = desk.note.new_id()
    desk.note.write(row, line)
    before = desk.note.notes()[0]
    desk.note.write(row, typed(before))
    assert desk.note.notes()[0] == before


def test_agencies_are_known_by_their_names(desk):
    desk.opd.add(
        [
            OpdRow("Dinas Kesehatan"),
            OpdRow("Kelurahan Potoro"),
            OpdRow("Badan Perencanaan Pembangunan Daerah"),
        ]
    )
    found = {item.name: item for item in desk.opd.opds()}
    assert found["Dinas Kesehatan"].bidang == ("1.02",)
    assert not found["Kelurahan Potoro"].renstra_required
    assert desk.opd.find("dinkes").name == "Dinas Kesehatan"
    assert desk.opd.find("perencanaan").name.startswith("Badan Perencanaan")
    with pytest.raises(UserFault, match="opd-unknown"):
        desk.opd.find("dinas kelautan")
    with pytest.raises(UserFault, match="opd-unknown"):
        desk.opd.find("a")


def test_a_deleted_agency_comes_back_with_its_sheet(desk, diskominfo):
    sheet = desk.worksheet.find("L5").id
    desk.worksheet.set_head(sheet, diskominfo, "chair", "Hj. Sitti")
    desk.opd.set_bidang(diskominfo, ["2.16", "2.20", "2.21"])
    desk.opd.remove(diskominfo)
    assert desk.opd.opds() == []
    desk.undo()
    assert desk.opd.opds()[0].bidang == ("2.16", "2.20", "2.21")
    assert desk.worksheet.sheet(sheet, diskominfo).chair == "Hj. Sitti"


def test_pasted_points_are_added_once(desk):
    desk.document.paste("misi", "1. Satu\n2. Dua")
    desk.document.paste("misi", "1. Dua\n2. Tiga")
    assert [item.text for item in desk.document.points("misi")] == ["Satu", "Dua", "Tiga"]
    assert not desk.document.paste("misi", "satu")


@pytest.mark.parametrize("text", ["jum'at", '"', "<b", "*", "-", "a OR b", "", "NEAR(", "data terb"])
def test_any_typed_text_is_safe_to_search_for(desk, text):
    desk.note.write(desk.note.new_id(), "Data terbuka Jum'at <b")
    found = desk.search.find(text)
    if text in {"jum'at", "data terb"}:
        assert [item.ent for item in found] == ["note"]


def test_safety_copies_are_made_only_after_change_and_half_an_hour(desk, ticking):
    assert desk.safety.make_if_due().notes == 0
    assert desk.safety.make_if_due() is None
    desk.note.write(desk.note.new_id(), "baru")
    assert desk.safety.make_if_due() is None
    ticking.forward(minutes=31)
    assert desk.safety.make_if_due().notes == 1
    assert desk.safety.make_if_changed() is None
    assert desk.safety.age(ticking()).total_seconds() < 1


def test_a_planned_session_is_begun_and_not_doubled(desk, stage):
    planned, _ = desk.session.start(NewSession(stage, "Kerja Kelompok 2"))
    desk.session.update(planned, "started_at", None)
    row, _ = desk.session.start(NewSession(stage, "kerja kelompok 2 ", minutes=60))
    assert row == planned
    assert len(desk.session.sessions()) == 1
    assert desk.session.running().timer_minutes == 60


def test_a_session_begins_the_block_of_its_own_day_and_leaves_its_plan(desk, stage):
    """Every day has an ISHOMA: that of another day stays where it is planned."""
    other, _ = desk.agenda.add(stage, "2026-08-05", NewBlock("ISHOMA", "istirahat", 60, "12:00"))
    own, _ = desk.agenda.add(stage, "2026-08-04", NewBlock("ISHOMA", "istirahat", 60, "12:00"))
    desk.agenda.change(own, "place", "Aula B")
    desk.session.leave_out(own)
    row, _ = desk.session.start(NewSession(stage, "Ishoma", start_plan="09:22", end_plan="10:00"))
    found = desk.session.get(own)
    assert (row, found.start_plan, found.end_plan, found.place) == (own, "12:00", "13:00", "Aula B")
    assert found.is_running
    assert not found.skipped
    assert (desk.session.get(other).date, desk.session.get(other).started_at) == ("2026-08-05", "")
    desk.session.end(row)
    again, _ = desk.session.start(NewSession(stage, "ISHOMA"))
    assert again not in {own, other}


def test_several_agencies_go_in_one_act(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan"), OpdRow("Dinas Sosial"), OpdRow("Dinas Perhubungan")])
    desk.opd.remove(*[item.id for item in desk.opd.opds()[:2]])
    assert desk.undo_label() == "hapus 2 OPD"
    desk.undo()
    assert len(desk.opd.opds()) == 3


def test_a_typical_agency_gets_all_its_affairs(desk, diskominfo):
    assert desk.opd.get(diskominfo).bidang == ("2.16", "2.20", "2.21")


def test_a_line_emptied_for_a_moment_keeps_its_session_and_its_place(desk, stage):
    first, _ = desk.session.start(NewSession(stage, "Pagi"))
    row = desk.note.new_id()
    desk.note.write(row, "satu", NotePlace(stage, first))
    desk.note.write(desk.note.new_id(), "dua", NotePlace(stage, first))
    before = desk.note.notes()[0]
    desk.session.end(first)
    second, _ = desk.session.start(NewSession(stage, "Siang"))
    desk.note.write(row, "", NotePlace(stage, second))
    desk.note.write(row, "! satu lagi", NotePlace(stage, second))
    after = desk.note.notes()[0]
    assert (after.kind, after.text) == ("keputusan", "satu lagi")
    assert (after.session, after.pos, after.made_at) == (first, before.pos, before.made_at)


@pytest.mark.usefixtures("diskominfo")
def test_a_line_that_becomes_a_follow_up_has_a_state(desk):
    row = desk.note.new_id()
    desk.note.write(row, "kirim")
    desk.note.write(row, "@Diskominfo kirim data")
    assert desk.note.notes()[0].state == "belum"
    desk.note.update(row, "state", "selesai")
    desk.note.write(row, "@Diskominfo kirim data lagi")
    assert desk.note.notes()[0].state == "selesai"


def test_late_follow_ups_are_due(desk, diskominfo, ticking):
    assert diskominfo
    desk.note.write(desk.note.new_id(), "@Diskominfo kirim 12/8/2026")
    assert ("1 tindak lanjut berjalan", "note") in desk.workshop.standing().due
    ticking.forward(days=30)
    assert ("1 tindak lanjut lewat tenggat", "note") in desk.workshop.standing().due
