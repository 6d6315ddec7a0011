"""The agenda of a stage: one act for each change, the later times in it, and undo that restores."""

import json

import pytest

from smartcity_desktop.domain.agenda import minutes_of
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.services.agenda import NewBlock
from smartcity_desktop.services.session import NewSession
from smartcity_desktop.storage import reference

FIRST, SECOND = "2026-08-04", "2026-08-05"


@pytest.fixture
def stage(desk):
    return desk.workshop.stages()[1].id


@pytest.fixture
def filled(desk, stage):
    desk.agenda.use_template(stage, "2-tahap-2")
    return stage


def lines(desk, stage, day=FIRST):
    return [(item.title, item.start_plan, item.end_plan) for item in desk.agenda.blocks(stage, day)]


def named(desk, stage, title):
    return next(
        item
        for day in desk.agenda.days(stage)
        for item in desk.agenda.blocks(stage, day)
        if item.title.startswith(title)
    )


def flows(desk, stage):
    """Tell whether every day stands in flow: nothing but fixed points has room or overrun before it."""
    return all(
        item.block.fixed or not (item.gap or item.overlap)
        for day in desk.agenda.plan(stage).days
        for item in day.blocks
    )


def test_a_stage_without_blocks_still_has_its_days(desk, stage):
    plan = desk.agenda.plan(stage)
    assert [(day.day, day.place, day.blocks) for day in plan.days] == [
        (FIRST, "Aula Kantor Bupati", ()),
        (SECOND, "Aula Kantor Bupati", ()),
    ]
    assert (plan.count, plan.zone) == (0, "WITA")
    shelf = reference.worksheet_definitions()
    told = [words for _, words in plan.worksheets]
    assert sorted(told) == sorted(f"{item.code} {item.title}" for item in shelf)
    assert told.index("L2 Kesiapan dan kesenjangan") < told.index("L10 Nominasi quick win")


def test_blocks_are_added_one_behind_the_other_and_between(desk, stage):
    first, _ = desk.agenda.add(stage, FIRST, NewBlock("Pembukaan", "seremoni"))
    desk.agenda.add(stage, FIRST, NewBlock("ISHOMA", "istirahat", 60, "12:00"))
    desk.agenda.add(stage, FIRST, NewBlock("Materi"))
    _, changes = desk.agenda.add(stage, FIRST, NewBlock("Foto", "foto"), after=first)
    assert lines(desk, stage) == [
        ("Pembukaan", "07:30", "08:15"),
        ("Foto", "08:15", "08:25"),
        ("ISHOMA", "12:00", "13:00"),
        ("Materi", "13:00", "14:15"),
    ]
    assert changes.label == "tambah Foto"
    desk.undo()
    assert [title for title, *_ in lines(desk, stage)] == ["Pembukaan", "ISHOMA", "Materi"]


def test_a_block_is_duplicated_behind_itself_without_its_pin(desk, stage):
    row, _ = desk.agenda.add(stage, FIRST, NewBlock("ISHOMA", "istirahat", 60, "12:00"))
    desk.agenda.change(row, "private", "Cek konsumsi")
    new, changes = desk.agenda.duplicate(row)
    made = desk.session.get(new)
    assert (made.title, made.start_plan, made.fixed, made.private) == (
        "ISHOMA",
        "13:00",
        False,
        "Cek konsumsi",
    )
    assert changes.label == "gandakan ISHOMA"


def test_a_move_within_a_day_is_one_act_with_the_later_times(desk, filled):
    before = lines(desk, filled)
    row = named(desk, filled, "Ulasan Buku 1").id
    changes = desk.agenda.move(row, FIRST, 0)
    assert changes.label == "geser Ulasan Buku 1 dan hasil Tahap I"
    assert lines(desk, filled)[:2] == [
        ("Ulasan Buku 1 dan hasil Tahap I", "07:30", "08:15"),
        ("Registrasi, daftar hadir, dan pembagian map", "08:15", "09:15"),
    ]
    assert flows(desk, filled)
    desk.undo()
    assert lines(desk, filled) == before
    assert not desk.agenda.move(row, FIRST, 2)
    assert desk.undo_label().startswith("pakai susunan")


def test_a_move_to_another_day_mends_both_days_and_comes_back_with_one_undo(desk, filled):
    before = lines(desk, filled), lines(desk, filled, SECOND)
    row = named(desk, filled, "Kerja kelompok 1").id
    desk.agenda.move(row, SECOND, 1)
    assert lines(desk, filled, SECOND)[1] == (
        "Kerja kelompok 1: kata kunci, visi, dan misi",
        "08:30",
        "10:00",
    )
    assert len(lines(desk, filled)) == len(before[0]) - 1
    assert flows(desk, filled)
    desk.undo()
    assert (lines(desk, filled), lines(desk, filled, SECOND)) == before


def test_a_new_length_moves_the_later_ones_and_never_lunch(desk, filled):
    opening = named(desk, filled, "Pembukaan")
    changes = desk.agenda.resize(opening.id, 75)
    assert changes.label == "ubah lama Pembukaan"
    assert named(desk, filled, "Ulasan Buku 1").start_plan == "09:45"
    assert named(desk, filled, "ISHOMA").start_plan == "12:00"
    over = [item for item in desk.agenda.plan(filled).days[0].blocks if item.overlap]
    assert [item.says for item in over] == ["melewati ISHOMA 30 menit"]
    assert not desk.agenda.resize(opening.id, 75)
    desk.agenda.resize(opening.id, -3)
    assert named(desk, filled, "Pembukaan").end_plan == "08:35"


def test_a_block_is_pinned_and_let_go(desk, filled):
    row = named(desk, filled, "Ulasan Buku 1").id
    desk.agenda.pin(row, "10:00")
    assert desk.session.get(row).fixed
    assert desk.session.get(row).start_plan == "10:00"
    desk.agenda.pin(row, "")
    assert (desk.session.get(row).fixed, desk.session.get(row).start_plan) == (False, "09:15")


def test_a_day_begins_later_as_a_whole(desk, filled):
    desk.agenda.begin_day(filled, FIRST, "08:00")
    assert lines(desk, filled)[0][1] == "08:00"
    assert named(desk, filled, "ISHOMA").start_plan == "12:00"
    desk.undo()
    assert lines(desk, filled)[0][1] == "07:30"


def test_words_typed_into_a_block_are_one_step_of_undo(desk, filled):
    row = named(desk, filled, "Pembukaan").id
    for text in ("P", "Pe", "Pembukaan resmi"):
        desk.agenda.change(row, "title", text)
    assert desk.session.get(row).title == "Pembukaan resmi"
    desk.undo()
    assert desk.session.get(row).title == "Pembukaan"


def test_a_removed_block_pulls_the_others_and_undo_brings_it_back(desk, filled):
    before = lines(desk, filled)
    changes = desk.agenda.remove(named(desk, filled, "Pembukaan").id)
    assert changes.label == "hapus Pembukaan"
    assert lines(desk, filled)[1][1] == "08:30"
    desk.undo()
    assert lines(desk, filled) == before


def test_what_has_begun_is_neither_moved_nor_removed(desk, filled):
    row, _ = desk.session.start(NewSession(filled, "Pembukaan"))
    for call in (
        lambda: desk.agenda.move(row, SECOND, 0),
        lambda: desk.agenda.resize(row, 5),
        lambda: desk.agenda.pin(row, "10:00"),
    ):
        with pytest.raises(UserFault, match="agenda-begun"):
            call()
    with pytest.raises(UserFault, match="agenda-begun-kept"):
        desk.agenda.remove(row)
    with pytest.raises(UserFault, match="row-gone"):
        desk.agenda.remove("nobody")


def test_a_rundown_is_put_on_the_days_in_one_act_in_the_words_of_the_region(desk, stage):
    changes = desk.agenda.use_template(stage, "2-tahap-2")
    assert changes.label == "pakai susunan Tahap II: visi–misi dan analisis Renstra"
    plan = desk.agenda.plan(stage)
    assert [len(day.blocks) for day in plan.days] == [10, 9]
    opening = named(desk, stage, "Pembukaan")
    assert (opening.speaker, opening.slack) == ("Bupati", 60)
    assert "{" not in " ".join(
        item.block.private + item.block.public for day in plan.days for item in day.blocks
    )
    sheet = named(desk, stage, "Kerja kelompok 2").worksheet
    assert desk.worksheet.find("L5").id == sheet
    assert flows(desk, stage)
    desk.undo()
    assert desk.agenda.plan(stage).count == 0


def test_another_rundown_takes_the_place_of_what_has_not_begun(desk, filled):
    row, _ = desk.session.start(NewSession(filled, "Pembukaan"))
    desk.agenda.use_template(filled, "1-tahap-1")
    titles = [title for title, *_ in lines(desk, filled)]
    assert "Materi 1: kebijakan dan gerakan smart city" in titles
    assert desk.session.get(row).title == "Pembukaan"
    assert "Ulasan Buku 1 dan hasil Tahap I" not in titles


def test_a_rundown_of_two_days_on_one_day_brings_its_first(desk, stage):
    desk.stage.update(stage, "date_end", FIRST)
    desk.agenda.use_template(stage, "2-tahap-2")
    assert desk.agenda.days(stage) == (FIRST,)


def test_a_stage_without_a_date_takes_no_rundown(desk):
    third = desk.workshop.stages()[2].id
    with pytest.raises(UserFault, match="agenda-no-day"):
        desk.agenda.use_template(third, "3-tahap-3")
    with pytest.raises(UserFault, match="row-gone"):
        desk.agenda.plan("nobody")


def test_the_words_of_the_event_stand_in_a_rundown_of_the_shelf(desk, stage):
    desk.workshop.update("word_opd", "Perangkat Daerah")
    desk.agenda.use_template(stage, "2-tahap-2")
    assert (
        named(desk, stage, "Kerja kelompok 2").title
        == "Kerja kelompok 2: analisis Renstra per Perangkat Daerah"
    )


def test_the_blocks_follow_the_dates_of_their_stage_with_the_lunch_of_a_friday(desk, filled):
    desk.stage.update(filled, "date_start", "2026-08-06")
    desk.stage.update(filled, "date_end", "2026-08-07")
    assert desk.agenda.plan(filled).astray == 19
    assert len(desk.agenda.days(filled)) == 4
    desk.agenda.follow_dates(filled)
    assert desk.agenda.days(filled) == ("2026-08-06", "2026-08-07")
    assert desk.agenda.plan(filled).astray == 0
    lunch = next(item for item in desk.agenda.blocks(filled, "2026-08-07") if item.kind == "istirahat")
    assert (lunch.title, lunch.start_plan, lunch.end_plan) == ("ISHOMA dan salat Jum'at", "11:30", "13:30")
    assert flows(desk, filled)
    assert not [item for day in desk.agenda.plan(filled).days for item in day.blocks if item.overlap]
    desk.undo()
    assert desk.agenda.days(filled)[:2] == (FIRST, SECOND)


def on(desk, stage, start, end):
    """Let a stage meet on other days, and its blocks with it."""
    desk.stage.update(stage, "date_start", start)
    desk.stage.update(stage, "date_end", end)
    desk.agenda.follow_dates(stage)
    return [lines(desk, stage, day) for day in desk.agenda.days(stage)]


def test_a_day_that_leaves_a_friday_has_its_minutes_again(desk, filled):
    before = [lines(desk, filled, day) for day in desk.agenda.days(filled)]
    friday = on(desk, filled, "2026-08-06", "2026-08-07")
    assert friday[0] == before[0]
    assert friday[1] != before[1]
    assert on(desk, filled, "2026-08-11", "2026-08-12") == before
    assert [item.usual_minutes for item in desk.agenda.blocks(filled, "2026-08-12")] == [None] * len(
        before[1]
    )
    desk.undo()
    assert lines(desk, filled, "2026-08-07") == friday[1]


def test_a_rundown_that_began_on_a_friday_is_whole_on_other_days(desk, stage):
    on(desk, stage, "2026-08-06", "2026-08-07")
    desk.agenda.use_template(stage, "2-tahap-2")
    key = desk.agenda.save_template(stage, "Dari Jumat")
    moved = on(desk, stage, FIRST, SECOND)
    desk.agenda.use_template(stage, "2-tahap-2")
    usual = [lines(desk, stage, day) for day in (FIRST, SECOND)]
    assert moved == usual
    desk.agenda.use_template(stage, key, own=True)
    assert [lines(desk, stage, day) for day in (FIRST, SECOND)] == usual


def test_a_length_that_was_said_on_a_friday_stays(desk, filled):
    on(desk, filled, "2026-08-06", "2026-08-07")
    shortened = [item for item in desk.agenda.blocks(filled, "2026-08-07") if item.usual_minutes]
    usual = [item.usual_minutes for item in shortened]
    desk.agenda.resize(shortened[0].id, 25)
    on(desk, filled, FIRST, SECOND)
    blocks = {item.id: item for item in desk.agenda.blocks(filled, SECOND)}
    assert [minutes_of(blocks[item.id]) for item in shortened] == [25, *usual[1:]]


def test_a_block_that_leaves_a_friday_alone_has_its_minutes_again(desk, filled):
    on(desk, filled, "2026-08-06", "2026-08-07")
    block = next(item for item in desk.agenda.blocks(filled, "2026-08-07") if item.usual_minutes)
    assert minutes_of(block) < block.usual_minutes
    desk.agenda.move(block.id, "2026-08-06", 2)
    assert minutes_of(desk.session.get(block.id)) == block.usual_minutes


def test_a_day_that_was_held_takes_nothing_of_another_day(desk, filled):
    """The second day is put off; the first one is over."""
    for item in desk.agenda.blocks(filled, FIRST):
        desk.session.start_block(item.id)
        desk.session.end(item.id)
    before = desk.agenda.plan(filled)
    desk.stage.update(filled, "date_end", "2026-08-07")
    assert not desk.agenda.follow_dates(filled)
    desk.stage.update(filled, "date_start", "2026-08-11")
    desk.stage.update(filled, "date_end", "2026-08-12")
    desk.agenda.follow_dates(filled)
    assert desk.agenda.days(filled) == (FIRST, "2026-08-11", "2026-08-12")
    assert desk.agenda.blocks(filled, FIRST) == tuple(item.block for item in before.days[0].blocks)
    assert len(desk.agenda.blocks(filled, "2026-08-12")) == len(before.days[1].blocks)


def test_an_empty_day_in_the_middle_stays_in_the_middle(desk, stage):
    for day in ("2026-08-04", "2026-08-06"):
        desk.agenda.add(stage, day, NewBlock(f"Acara {day}"))
    desk.stage.update(stage, "date_start", "2026-08-11")
    desk.stage.update(stage, "date_end", "2026-08-13")
    desk.agenda.follow_dates(stage)
    found = {day: [item.title for item in desk.agenda.blocks(stage, day)] for day in desk.agenda.days(stage)}
    assert found == {
        "2026-08-11": ["Acara 2026-08-04"],
        "2026-08-12": [],
        "2026-08-13": ["Acara 2026-08-06"],
    }


def test_days_that_no_longer_fit_follow_one_another(desk, stage):
    for day in ("2026-08-04", "2026-08-07"):
        desk.agenda.add(stage, day, NewBlock(f"Acara {day}"))
    desk.stage.update(stage, "date_start", "2026-08-11")
    desk.stage.update(stage, "date_end", "2026-08-12")
    desk.agenda.follow_dates(stage)
    assert desk.agenda.days(stage) == ("2026-08-11", "2026-08-12")


def test_an_own_rundown_is_saved_used_in_another_workshop_and_removed(desk, filled, tmp_path):
    desk.agenda.change(named(desk, filled, "Pembukaan").id, "private", "Panggil MC")
    first = desk.agenda.save_template(filled, "  Bimtek ala Konsel ")
    again = desk.agenda.save_template(filled, "Bimtek ala Konsel")
    assert (first, again) == ("Bimtek ala Konsel", "Bimtek ala Konsel (2)")
    folder = tmp_path / "p" / "susunan-acara"
    assert sorted(path.name for path in folder.iterdir()) == [
        "Bimtek ala Konsel (2).json",
        "Bimtek ala Konsel.json",
    ]
    desk.agenda.use_template(desk.workshop.stages()[0].id, first, own=True)
    assert named(desk, desk.workshop.stages()[0].id, "Pembukaan").private == "Panggil MC"
    desk.agenda.remove_template(again)
    desk.agenda.remove_template(again)
    assert [item.key for item in desk.agenda.templates().templates if item.own] == [first]


def test_a_broken_file_is_named_and_the_others_stay(desk, filled, tmp_path):
    desk.agenda.save_template(filled, "Baik")
    folder = tmp_path / "p" / "susunan-acara"
    (folder / "rusak.json").write_text("{", encoding="utf-8")
    (folder / "lain.json").write_text(json.dumps({"title": "x", "days": "kosong"}), encoding="utf-8")
    (folder / "gambar.json").write_bytes(b"\xff\xd8\xff")
    found = desk.agenda.templates()
    assert found.broken == ("gambar.json", "lain.json", "rusak.json")
    assert [item.title for item in found.templates if item.own] == ["Baik"]
    with pytest.raises(UserFault, match="agenda-template-broken"):
        desk.agenda.use_template(filled, "rusak", own=True)
    with pytest.raises(UserFault, match="agenda-template-broken"):
        desk.agenda.use_template(filled, "tidak-ada")


def test_an_empty_agenda_is_no_rundown_and_a_full_disk_is_told(desk, stage, tmp_path):
    with pytest.raises(UserFault, match="agenda-empty"):
        desk.agenda.save_template(stage, "Kosong")
    desk.agenda.use_template(stage, "5-satu-hari")
    (tmp_path / "p" / "susunan-acara").write_text("berkas, bukan folder", encoding="utf-8")
    with pytest.raises(DiskFault, match="file-not-written"):
        desk.agenda.save_template(stage, "Satu hari")
    assert not [item for item in desk.agenda.templates().templates if item.own]


def test_sixty_changes_and_sixty_undos_bring_the_first_day_back(desk, filled):
    before = lines(desk, filled)
    for number in range(30):
        row = desk.agenda.blocks(filled, FIRST)[number % 10].id
        block = desk.session.get(row)
        if number % 3:
            desk.agenda.resize(row, 20 + number)
        elif not block.fixed:
            desk.agenda.move(row, FIRST, (number * 7) % 9)
    assert lines(desk, filled) != before
    while not desk.undo_label().startswith("pakai susunan"):
        desk.undo()
    assert lines(desk, filled) == before


def test_a_rundown_that_was_saved_can_always_be_used(desk, stage):
    """A block without a title, or with figures of another program, makes no broken file."""
    nameless, _ = desk.agenda.add(stage, FIRST, NewBlock("", "kelompok"))
    talk, _ = desk.agenda.add(stage, FIRST, NewBlock("Presentasi", "presentasi"))
    desk.agenda.change(talk, "slack", 300)
    desk.agenda.change(talk, "speak_minutes", 90)
    desk.agenda.change(nameless, "private", "x" * 5000)
    key = desk.agenda.save_template(stage, "Punya saya")
    assert desk.agenda.templates().broken == ()
    desk.agenda.use_template(stage, key, own=True)
    assert [item.title for item in desk.agenda.blocks(stage, FIRST)] == ["Kerja kelompok", "Presentasi"]


def test_a_fixed_point_long_before_the_day_does_not_pull_the_day_to_it(desk, stage):
    talk, _ = desk.agenda.add(stage, FIRST, NewBlock("Materi", "materi", 60))
    desk.agenda.begin_day(stage, FIRST, "08:30")
    early, _ = desk.agenda.add(stage, FIRST, NewBlock("Apel pagi", "seremoni", 30, "07:00"))
    desk.agenda.move(early, FIRST, 0)
    desk.agenda.resize(talk, 75)
    desk.agenda.add(stage, FIRST, NewBlock("Diskusi", "materi", 30))
    found = [(item.title, item.start_plan, item.end_plan) for item in desk.agenda.blocks(stage, FIRST)]
    assert found == [
        ("Apel pagi", "07:00", "07:30"),
        ("Materi", "08:30", "09:45"),
        ("Diskusi", "09:45", "10:15"),
    ]
    desk.agenda.resize(early, 120)
    assert desk.session.get(talk).start_plan == "09:00"
