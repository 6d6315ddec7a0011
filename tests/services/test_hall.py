"""What the projector can show of a real file, and what stands on each slide."""

import random
from datetime import UTC, datetime, timedelta, timezone

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain import hall
from smartcity_desktop.domain.edit import Birth, Gone, Set
from smartcity_desktop.domain.hall import Place
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.photo import NewPhoto
from smartcity_desktop.services.agenda import NewBlock
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.session import NewSession
from smartcity_desktop.storage.initiative_facts import facts
from smartcity_desktop.storage.quickwin_sheet import sheets as quickwin_sheets

DAY = "2026-08-04"
WITA = timezone(timedelta(hours=8), "WITA")
NIP, PHONE = "198501012010011002", "081234567890"
PLAN = (
    ("Pembukaan", "08:30", "09:15", "seremoni", {"speaker": "Bupati"}),
    (
        "Kerja kelompok 1",
        "09:15",
        "10:15",
        "kelompok",
        {"public": "Bawa Renstra.", "private": "Awas"},
    ),
    ("Paparan", "10:15", "11:00", "presentasi", {"speak_minutes": 7, "reply_minutes": 3}),
    ("Istirahat", "11:00", "12:00", "istirahat", {}),
)


@pytest.fixture
def store(desk):
    return desk._store


@pytest.fixture
def at(ticking):
    def go(hour, minute=0):
        ticking.moment = datetime(2026, 8, 4, hour, minute, tzinfo=WITA)

    go(8)
    return go


@pytest.fixture
def stage(desk):
    row = desk.workshop.stages()[1].id
    desk.workshop.update("zone", "WITA")
    for field, value in (("date_start", DAY), ("date_end", "2026-08-05")):
        desk.workshop.update_stage(row, field, value)
    return row


@pytest.fixture
def agenda(store, stage, at):
    assert at
    rows = {title: store.ids.new() for title, *_ in PLAN}
    places = store.positions("session", len(PLAN))
    store.write(
        [
            Birth(
                "session",
                rows[title],
                {
                    "stage": stage,
                    "date": DAY,
                    "title": title,
                    "start_plan": begin,
                    "end_plan": end,
                    "kind": kind,
                    "pos": pos,
                    **more,
                },
            )
            for (title, begin, end, kind, more), pos in zip(PLAN, places, strict=True)
        ],
        "susun agenda",
    )
    return rows


@pytest.fixture
def tables(desk, store, stage):
    """Two groups of a dimension each, six people with numbers and notes nobody else may see."""
    desk.opd.add([OpdRow("Dinas Lingkungan Hidup", "DLH"), OpdRow("Dinas Kesehatan", "Dinkes")])
    opds = [item.id for item in desk.opd.opds()]
    first, second = desk.workshop.dimensions()[:2]
    division, rows = store.ids.new(), [store.ids.new() for _ in range(2)]
    people = [store.ids.new() for _ in range(6)]
    edits = [
        Birth("grouping", division, {"stage": stage, "title": "Per dimensi", "kind": "dimensi", "pos": "a"})
    ]
    for at, (row, own) in enumerate(zip(rows, (first, second), strict=True)):
        values = {"grouping": division, "name": own.name, "code": own.code, "dimension": own.id}
        edits.append(
            Birth("group", row, {**values, "pos": f"a{at}", "table_no": str(at + 1), "chair": people[at]})
        )
        edits.append(Set("group", row, f"opd@{opds[at]}", val=True))
    for at, row in enumerate(people):
        values = {"name": f"Peserta {at}, S.Kom.", "position": "Kepala Seksi", "note": "Alergi udang"}
        values |= {"element": "pemerintah" if at < 5 else "media", "rank": "Penata", "pos": f"a{at}"}
        edits.append(Birth("person", row, values))
        edits.append(Birth("identity", store.ids.new(), {"subject": row, "nip": NIP, "phone": PHONE}))
        seat = {"grouping": division, "person": row, "group": rows[at % 2]}
        edits.append(Birth("seat", store.key("seat", division, row), seat))
    store.write(edits, "bagi kelompok")
    return division, rows, people


def kinds(desk, stage, day=DAY):
    return [item.kind for item in desk.hall.slides(stage, day)]


def test_an_empty_workshop_has_its_clock_its_guides_and_a_text(desk, stage, at):
    assert at
    assert set(kinds(desk, stage)) == {hall.BLOCK, hall.GUIDE, hall.TEXT}
    for item in desk.hall.slides(stage, DAY):
        assert desk.hall.slide(item.kind, item.about, Place(stage, DAY)).kind == item.kind


def test_before_the_first_block_the_hall_sees_the_time_of_the_region_and_what_follows(
    desk, stage, agenda, ticking
):
    ticking.moment = datetime(2026, 8, 4, 0, 5, 30, tzinfo=UTC)
    slide = desk.hall.slide(hall.BLOCK, "", Place(stage, DAY))
    assert slide.clock.mode == hall.TELLS_TIME
    assert slide.clock.seconds == (8 * 60 + 5) * 60 + 30
    assert slide.clock.below == "WITA"
    assert slide.body.follows == ("08.30 · Pembukaan", "09.15 · Kerja kelompok 1")
    assert "Selasa, 4 Agustus 2026" in slide.eyebrow
    assert agenda


def test_a_running_block_counts_down_and_says_what_the_room_may_know(desk, stage, agenda, at):
    at(9, 20)
    desk.session.start_block(agenda["Kerja kelompok 1"])
    at(9, 50)
    slide = desk.hall.slide(hall.BLOCK)
    assert slide.title == "Kerja kelompok 1"
    assert slide.eyebrow == "Tahap II · Kerja kelompok"
    assert (slide.clock.mode, slide.clock.seconds, slide.clock.whole) == (hall.COUNTS_DOWN, 30 * 60, 60 * 60)
    assert slide.clock.below == "selesai pukul 10.20 WITA"
    assert slide.body.public == "Bawa Renstra."
    assert slide.body.follows[0] == "10.20 · Paparan"
    assert "Awas" not in hall.spoken(slide)
    desk.session.pause(agenda["Kerja kelompok 1"])
    paused = desk.hall.slide(hall.BLOCK)
    assert (paused.clock.stands, paused.clock.below) == (True, "jeda")
    assert stage


def test_the_moment_of_the_hall_counts_where_it_is_told(desk, stage, agenda, at):
    at(9, 20)
    desk.session.start_block(agenda["Kerja kelompok 1"])
    told = datetime(2026, 8, 4, 9, 30, tzinfo=WITA)
    at(11)
    assert desk.hall.slide(hall.BLOCK, "", Place(stage, DAY, told)).clock.seconds == 50 * 60


def test_the_table_of_groups_has_names_agencies_and_tables_only(desk, stage, tables):
    division, _rows, _people = tables
    offer = next(item for item in desk.hall.slides(stage, DAY) if item.kind == hall.GROUPS)
    assert (offer.about, offer.hint) == (division, "Per dimensi")
    slide = desk.hall.slide(*offer.key)
    first = slide.body.groups[0]
    own = desk.workshop.dimensions()[0]
    assert (first.badge.code, first.badge.color, first.badge.table) == (own.code, own.color, "1")
    assert first.chair == "Peserta 0, S.Kom."
    assert first.opds == ("DLH",)
    assert first.members == ("Peserta 2, S.Kom.", "Peserta 4, S.Kom.")
    said = hall.spoken(slide)
    for hidden in (NIP, PHONE, "Kepala Seksi", "Penata", "udang"):
        assert hidden not in said


def test_a_division_that_is_gone_says_so(desk, store, tables):
    store.write([Gone("grouping", tables[0])], "hapus")
    slide = desk.hall.slide(hall.GROUPS, tables[0])
    assert slide.note == "Pembagian ini sudah dihapus."


def test_states_and_queue_of_a_block_follow_its_groups(desk, stage, agenda, tables, at):
    _division, rows, _people = tables
    at(9, 15)
    work = agenda["Kerja kelompok 1"]
    desk.session.start_block(work)
    assert hall.STATES in kinds(desk, stage)
    desk.session.set_turn(work, rows[0], "menyerahkan")
    slide = desk.hall.slide(hall.STATES, work)
    assert [item.words for item in slide.body.lines] == ["Menyerahkan", "Belum mulai"]
    assert [item.tone for item in slide.body.lines] == [hall.GOOD, hall.CALM]
    assert slide.note == "1 dari 2 kelompok sudah menyerahkan"
    desk.session.end(work)
    talk = agenda["Paparan"]
    desk.session.start_block(talk)
    desk.session.draw_queue(talk, random.Random(3))
    desk.session.begin_speech(talk, rows[1])
    at(9, 18)
    offer = desk.hall.slides(stage, DAY)[1]
    assert offer.key == (hall.QUEUE, talk)
    slide = desk.hall.slide(*offer.key)
    now = next(item for item in slide.body.lines if item.is_now)
    assert now.badge.code == desk.workshop.dimensions()[1].code
    assert now.words == "Berbicara"
    assert (slide.clock.seconds, slide.clock.whole, slide.clock.below) == (4 * 60, 7 * 60, "berbicara")
    assert [item.words for item in slide.body.lines if not item.is_now] == ["Berikutnya"]
    desk.session.begin_reply(talk, rows[1])
    assert desk.hall.slide(hall.QUEUE, talk).clock.whole == 3 * 60


def test_guides_of_worksheets_that_are_taken_up_again_in_a_stage_stand_last(desk, stage):
    guides = [item.words for item in desk.hall.slides(stage, DAY) if item.kind == hall.GUIDE]
    assert guides[0] == "Petunjuk L5"
    assert guides[-2:] == ["Petunjuk L4", "Petunjuk L4V"]


def test_a_guide_has_steps_without_their_numbers_and_the_groups_while_it_is_worked_on(
    desk, store, stage, agenda, tables, at
):
    assert tables
    offer = next(item for item in desk.hall.slides(stage, DAY) if item.kind == hall.GUIDE)
    alone = desk.hall.slide(*offer.key, Place(stage, DAY))
    assert alone.body.steps
    assert not any(step[:1].isdigit() for step in alone.body.steps)
    assert alone.body.lines == ()
    work = agenda["Kerja kelompok 1"]
    store.write([Set("session", work, "worksheet", offer.about)], "kaitkan")
    at(9, 15)
    desk.session.start_block(work)
    busy = desk.hall.slide(*offer.key, Place(stage, DAY))
    assert len(busy.body.lines) == 2
    assert busy.clock.mode == hall.COUNTS_DOWN
    assert desk.hall.slide(hall.GUIDE, "gone").note == "Kertas kerja ini sudah dihapus."


def test_a_typed_text_is_kept_for_its_day_and_undone(desk, stage, at):
    assert at
    place = Place(stage, DAY)
    desk.hall.write_text(place, "Makan siang di lantai 2.\nHubungi 081234567890")
    slide = desk.hall.slide(hall.TEXT, "", place)
    assert slide.body.text == "Makan siang di lantai 2.\nHubungi …"
    assert desk.hall.slide(hall.TEXT, "", Place(stage, "2026-08-05")).note
    desk.undo()
    assert desk.hall.typed(place) == ""


def test_the_review_of_a_day_makes_itself(desk, stage, agenda, tables, people_there, at):
    _division, _rows, people = tables
    at(9, 15)
    work = agenda["Kerja kelompok 1"]
    desk.session.start_block(work)
    people_there(people[:2] + people[5:])
    where = NotePlace(stage=stage, session=work)
    desk.note.write(desk.note.new_id(), "! Data aduan dibuka ke kecamatan", where)
    desk.note.write(desk.note.new_id(), "@DLH kirim data sampah 12/8", where)
    desk.photo.add(work, [NewPhoto(b"\xff\xd8first"), NewPhoto(b"\xff\xd8second")])
    offer = next(item for item in desk.hall.slides(stage, DAY) if item.kind == hall.REVIEW)
    assert (offer.words, offer.about) == ("Ulasan hari 1", DAY)
    body = desk.hall.slide(*offer.key).body
    assert body.decisions == ("Data aduan dibuka ke kecamatan",)
    assert body.follow_ups == 1
    assert [(item.words, item.count) for item in body.present if item.count] == [
        ("Pemerintah", 2),
        ("Media", 1),
    ]
    assert len(body.photos) == 2
    assert [item.code for item in body.groups] == [item.code for item in desk.workshop.dimensions()[:2]]
    photos = [item for item in desk.hall.slides(stage, DAY) if item.kind == hall.PHOTO]
    assert [desk.hall.slide(*item.key).body.content for item in photos] == [
        b"\xff\xd8first",
        b"\xff\xd8second",
    ]
    assert desk.hall.slide(hall.PHOTO, "gone").note


@pytest.fixture
def people_there(store):
    def come(rows):
        edits = []
        for row in rows:
            key = store.key("attendance", row, DAY, "")
            edits.append(Birth("attendance", key, {"person": row, "date": DAY, "state": "hadir"}))
            again = store.key("attendance", row, DAY, "a-session")
            more = {"person": row, "date": DAY, "session": "a-session", "state": "hadir"}
            edits.append(Birth("attendance", again, more))
        store.write(edits, "catat hadir")

    return come


def test_unsur_are_those_of_the_list_and_of_who_came_everybody_once(desk, stage, tables, people_there, at):
    assert at
    everybody = desk.hall.slide(hall.HELIX, "", Place(stage, DAY))
    assert everybody.title == "6 peserta terdaftar"
    assert [item.count for item in everybody.body.parts] == [5, 0, 0, 0, 1]
    people_there(tables[2][4:])
    offers = [item for item in desk.hall.slides(stage, DAY) if item.kind == hall.HELIX]
    assert [item.about for item in offers] == ["", DAY]
    came = desk.hall.slide(*offers[1].key)
    assert [item.count for item in came.body.parts] == [1, 0, 0, 0, 1]
    assert came.title == "2 hadir Selasa, 4 Agustus 2026"


def test_the_funnel_has_only_steps_that_the_file_knows(desk, stage):
    slide = desk.hall.slide(hall.FUNNEL, "", Place(stage, DAY))
    assert slide.body.steps == ()
    assert slide.note == "Belum ada Renstra yang dibaca."


def test_the_funnel_leaves_out_a_step_nobody_counted(desk, with_plan):
    assert with_plan
    slide = desk.hall.slide(hall.FUNNEL)
    assert [(item.words, item.count) for item in slide.body.steps] == [("program Renstra", 2)]
    assert hall.FUNNEL in [item.kind for item in desk.hall.slides()]


def test_the_funnel_goes_from_the_plan_over_the_programs_to_the_quick_win(desk, with_plan):
    sheet = desk.worksheet.find("L5").id
    row = desk.worksheet.grid(sheet, with_plan).rows[0].row
    answers = {"relevant": "ya", "proposal": "Satu pintu aduan", "quickwin": "ya"}
    desk.worksheet.set_cells(sheet, with_plan, [(row, key, value) for key, value in answers.items()])
    steps = desk.hall.slide(hall.FUNNEL).body.steps
    assert [(item.words, item.count) for item in steps] == [
        ("program Renstra", 2),
        ("relevan", 1),
        ("usulan inovasi", 1),
        ("usulan quick win", 1),
    ]
    desk.worksheet.set_cells(sheet, with_plan, [(row, "quickwin", "tidak")])
    steps = desk.hall.slide(hall.FUNNEL).body.steps
    assert [item.words for item in steps] == ["program Renstra", "relevan", "usulan inovasi"]


def test_in_a_break_the_work_before_it_and_the_presentation_after_it_can_be_shown(
    desk, stage, agenda, tables, at
):
    assert tables
    at(9, 15)
    desk.session.start_block(agenda["Kerja kelompok 1"])
    at(10)
    desk.session.end(agenda["Kerja kelompok 1"])
    desk.session.start_block(agenda["Istirahat"])
    found = {item.kind: item.about for item in desk.hall.slides(stage, DAY)}
    assert found[hall.QUEUE] == agenda["Paparan"]
    assert found[hall.STATES] == agenda["Kerja kelompok 1"]


def test_a_session_started_without_a_plan_shows_the_time_of_day(desk, stage, at):
    at(9)
    desk.session.start(NewSession(stage, "Diskusi"))
    slide = desk.hall.slide(hall.BLOCK)
    assert (slide.title, slide.clock.mode) == ("Diskusi", hall.TELLS_TIME)


def test_without_a_day_the_day_is_today_else_the_last_of_the_stage_else_its_first(desk, stage, at, ticking):
    assert at
    assert desk.hall.where(stage).day == DAY
    ticking.forward(days=30)
    assert desk.hall.where(stage).day == "2026-08-05"
    ticking.forward(days=-200)
    assert desk.hall.where(stage).day == DAY
    assert desk.hall.where().stage == desk.workshop.stages()[0].id


def test_the_hall_and_beranda_count_one_funnel(desk, with_plan):
    sheet = desk.worksheet.find("L5").id
    row = desk.worksheet.grid(sheet, with_plan).rows[0].row
    desk.worksheet.set_cells(sheet, with_plan, [(row, "relevant", "sebagian"), (row, "quickwin", "ya")])
    home = desk.workshop.standing().funnel
    assert [count for _, count in home.steps] == [2, 1, 0, 1]
    shown = {item.words: item.count for item in desk.hall.slide(hall.FUNNEL).body.steps}
    assert shown == {words: count for words, count in home.steps if count}


def test_the_closing_funnel_counts_the_programs_and_quick_wins_that_other_pages_count(sample_city):
    with open_desk(sample_city) as desk:
        steps = {item.words: item.count for item in desk.hall.slide(hall.FUNNEL).body.steps}
        assert list(steps) == ["program Renstra", "relevan", "program Smart City", "quick win terpilih"]
        assert steps["program Smart City"] == len(facts(desk._store.db)) > 0
        assert steps["quick win terpilih"] == len(quickwin_sheets(desk._store.db).items) > 0


def test_another_stage_above_does_not_change_what_follows_the_running_block(desk, stage, agenda, at):
    at(9, 15)
    desk.session.start_block(agenda["Kerja kelompok 1"])
    other = desk.workshop.stages()[2].id
    for field in ("date_start", "date_end"):
        desk.workshop.update_stage(other, field, "2026-09-01")
    desk.agenda.add(other, "2026-09-01", NewBlock("Registrasi Tahap III"))
    mine = desk.hall.slide(hall.BLOCK, "", Place(stage, DAY)).body.follows
    assert mine == ("10.15 · Paparan", "11.00 · Istirahat")
    assert desk.hall.slide(hall.BLOCK, "", Place(other, "2026-09-01")).body.follows == mine


def test_on_the_evening_before_the_blocks_stand_at_their_planned_time(desk, stage, agenda, ticking):
    assert agenda
    ticking.moment = datetime(2026, 8, 3, 20, tzinfo=WITA)
    slide = desk.hall.slide(hall.BLOCK, "", Place(stage, DAY))
    assert slide.body.follows == ("08.30 · Pembukaan", "09.15 · Kerja kelompok 1")
