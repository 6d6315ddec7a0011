"""Suggestions for the programs of a workshop, what people do with them, and their own words."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from smartcity_desktop.domain.suggest import Seen
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.analysis import analyses
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.verdict import verdicts
from tests.services.conftest import plan


def places(desk):
    return {item.called.split()[0]: item for item in desk.suggest.words()}


def rows(desk, opd):
    return {line.name: line.id for line in desk.renstra.plan(opd).lines if line.level == "program"}


@pytest.fixture
def information(desk, with_plan):
    return rows(desk, with_plan)["Pengelolaan Informasi dan Komunikasi Publik"]


def analysis(desk, line):
    return analyses(desk._store.db).get(line)


def test_every_program_that_counts_gets_a_suggestion_with_its_reasons(desk, with_plan, information):
    found = desk.suggest.suggestions(with_plan)
    assert set(found) == set(rows(desk, with_plan).values()) - {rows(desk, with_plan)["Penunjang Urusan"]}
    place = found[information].places[0]
    assert (place.dimension, place.sub) == (places(desk)["GOV"].row, places(desk)["GOV-3"].row)
    assert place.reason == (
        "kata: Informasi dan Komunikasi Publik; kode 2.16; OPD: Dinas Komunikasi dan Informatika"
    )
    assert desk.suggest.suggestions() == found


def test_taking_a_suggestion_writes_the_reading_and_is_undone_in_one_step(desk, with_plan, information):
    first = desk.suggest.suggestions(with_plan)[information].places[0]
    second = Seen(places(desk)["SOC"].row, places(desk)["SOC-1"].row, 0.2)
    changes = desk.suggest.accept(information, first, second)
    assert changes.label == "terima saran dimensi: Pengelolaan Informasi dan Komunikasi Publik"
    written = analysis(desk, information)
    assert (written.dimension, written.subdimension) == (first.dimension, first.sub)
    further = parts(desk._store.db, "analysis", "also", [written.id])
    assert list(further[written.id]) == [second.sub]
    grid = desk.worksheet.grid(
        next(item.id for item in desk.worksheet.worksheets() if item.code == "L5"), with_plan
    )
    assert grid.sheet.status == "sedang"
    desk.undo()
    assert not analysis(desk, information)


def test_several_marked_rows_are_one_act(desk, with_plan):
    found = desk.suggest.suggestions(with_plan)
    changes = desk.suggest.accept_marked({row: item.places[0] for row, item in found.items()})
    assert changes.label == "terima saran dimensi: 2 program"
    assert all(analysis(desk, row).dimension for row in found)
    desk.undo()
    assert not any(analysis(desk, row) for row in found)


def test_a_program_that_is_gone_takes_nothing(desk, with_plan, information):
    place = desk.suggest.suggestions()[information].places[0]
    desk.renstra.remove(desk.renstra.plan(with_plan).document.id)
    with pytest.raises(UserFault) as refused:
        desk.suggest.accept(information, place)
    assert refused.value.code == "row-gone"


def test_what_was_refused_is_not_offered_again(desk, information):
    place = desk.suggest.suggestions()[information].places[0]
    desk.suggest.refuse(information, place)
    left = desk.suggest.suggestions()[information].places
    assert place.dimension not in [item.dimension for item in left]
    assert [item.state for item in verdicts(desk._store.db, {"dimensi"})] == ["tolak"]
    desk.undo()
    assert desk.suggest.suggestions()[information].places[0] == place


def test_a_program_like_one_that_people_placed_goes_there_and_says_so(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Perhubungan")])
    other = next(item.id for item in desk.opd.opds() if "Perhubungan" in item.name)
    desk.renstra.adopt(other, plan())
    line = rows(desk, with_plan)["Pengelolaan Aplikasi Informatika"]
    twin = rows(desk, other)["Pengelolaan Aplikasi Informatika"]
    target = places(desk)["SOC-1"]
    desk.suggest.accept(line, Seen(target.dimension, target.row, 1.0))
    found = desk.suggest.suggestions()
    assert "seperti: Pengelolaan Aplikasi Informatika" in " ".join(
        reason for place in found[twin].places for reason in place.beside
    )
    assert not any("seperti" in reason for place in found[line].places for reason in place.beside)


def test_a_word_of_ones_own_leads_until_it_is_dropped(desk):
    home = places(desk)["SOC-1"]
    assert desk.suggest.tried("Arisan purnama").places == ()
    desk.suggest.add_word(home.row, "  Arisan Purnama ", 4)
    (place,) = desk.suggest.tried("Arisan purnama").places
    assert (place.sub, place.words) == (home.row, ("Arisan purnama",))
    word = places(desk)["SOC-1"].words[0]
    assert (word.word, word.weight, word.own) == ("arisan purnama", 4, True)
    desk.suggest.drop_word(word)
    assert desk.suggest.tried("Arisan purnama").places == ()
    desk.suggest.take_back_word(word)
    assert desk.suggest.tried("Arisan purnama").known
    desk.undo()
    assert not desk.suggest.tried("Arisan purnama").known


def test_a_word_of_the_shelf_can_weigh_more_speak_against_or_be_dropped(desk):
    usual = desk.suggest.tried("Kompos").places[0]
    word = next(item for item in places(desk)["ENV-2"].words if item.word == "kompos")
    desk.suggest.weigh_word(word, 1)
    assert desk.suggest.tried("Kompos").places[0].score < usual.score
    assert next(item for item in places(desk)["ENV-2"].words if item.word == "kompos").changed
    desk.suggest.weigh_word(word, -99)
    assert desk.suggest.tried("Kompos").places == ()
    desk.suggest.drop_word(word)
    assert desk.suggest.tried("Kompos").places == ()
    desk.suggest.add_word(places(desk)["ENV-2"].row, "Kompos", 5)
    assert desk.suggest.tried("Kompos").places == (usual,)


@pytest.mark.parametrize(
    ("word", "code"),
    [(" dan 2026 ", "cue-empty"), ("bank sampah induk ceria", "cue-long"), ("Daur Ulang", "cue-known")],
)
def test_a_word_that_cannot_be_added_is_told_why(desk, word, code):
    with pytest.raises(UserFault) as refused:
        desk.suggest.add_word(places(desk)["ENV-2"].row, word, 3)
    assert refused.value.code == code


def test_an_agency_speaks_in_a_trial_too(desk):
    assert not desk.suggest.tried("Xyzzy").known
    (place,) = desk.suggest.tried("Xyzzy", "Dinas Kesehatan").places
    assert place.reason == "OPD: Dinas Kesehatan"
    assert place.sub == places(desk)["LIV-2"].row


def test_names_codes_and_fields_are_proposed_for_an_agency(desk, with_plan):
    (best, *_) = desk.suggest.codes("Aplikasi Informatika", with_plan)
    assert best.code == "2.16.03"
    assert desk.suggest.name_of("2.16.3").name == "PROGRAM PENGELOLAAN APLIKASI INFORMATIKA"
    (field,) = desk.suggest.fields(with_plan)
    assert (field.bidang, field.reason) == ("2.16", "2 dari 2 program berkode 2.16; nama OPD")


def test_a_field_that_the_plan_has_and_the_agency_lacks_is_offered_until_it_is_taken_or_refused(
    desk, with_plan
):
    assert desk.suggest.missing_fields() == []
    desk.opd.set_bidang(with_plan, ["1.02"])
    (offer,) = desk.suggest.missing_fields()
    assert (offer.opd, offer.field.bidang, offer.field.programs, offer.field.of) == (with_plan, "2.16", 2, 2)
    desk.suggest.accept_field(with_plan, "2.16")
    assert desk.opd.get(with_plan).bidang == ("1.02", "2.16")
    assert desk.suggest.missing_fields() == []
    desk.undo()
    desk.suggest.refuse_field(with_plan, "2.16")
    assert desk.suggest.missing_fields() == []
    desk.undo()
    assert desk.suggest.missing_fields() == [offer]
    desk.opd.remove(with_plan)
    assert desk.suggest.missing_fields() == []
    with pytest.raises(UserFault, match="row-gone"):
        desk.suggest.accept_field(with_plan, "2.16")


def coded(desk, opd, *lines):
    desk.renstra.adopt(
        opd, Draft(lines=tuple(LineDraft("program", *line) for line in lines), years=("2026",))
    )
    return [(item.field, item.value, item.code) for item in desk.suggest.code_offers(opd)]


def test_a_missing_or_unknown_code_and_a_name_that_is_not_its_codes_are_proposed_in_place(desk, with_plan):
    assert desk.suggest.code_offers(with_plan) == []
    assert coded(
        desk,
        with_plan,
        ("", "Program Pengelolaan Aplikasi Informatika"),
        ("2.16.99", "Penyelenggaraan Statistik Sektoral"),
        ("2.16.02", "Program Kapal Nelayan"),
        ("2.21.02", "Pemenuhan Upaya Kesehatan Perorangan dan Upaya Kesehatan Masyarakat"),
        ("", "Xyzzy"),
    ) == [
        ("code", "2.16.03", "2.16.03"),
        ("code", "2.20.02", "2.20.02"),
        ("name", "Program Pengelolaan Informasi dan Komunikasi Publik", "2.16.02"),
        ("code", "1.02.02", "1.02.02"),
    ]
    code, _, name, _ = desk.suggest.code_offers(with_plan)
    assert code.reason.startswith("nama sama; bidang urusan OPD")
    desk.suggest.accept_code(code)
    desk.suggest.accept_code(name)
    lines = {line.code: line.name for line in desk.renstra.plan(with_plan).lines}
    assert lines["2.16.03"] == "Program Pengelolaan Aplikasi Informatika"
    assert lines["2.16.02"] == "Program Pengelolaan Informasi dan Komunikasi Publik"
    left = desk.suggest.code_offers(with_plan)
    assert [item.value for item in left] == ["2.20.02", "1.02.02"]
    desk.suggest.refuse_code(left[0])
    assert desk.suggest.code_offers(with_plan) == left[1:]
    desk.undo()
    assert desk.suggest.code_offers(with_plan) == left
    desk.renstra.remove(desk.renstra.plan(with_plan).document.id)
    assert desk.suggest.code_offers(with_plan) == []
    with pytest.raises(UserFault, match="row-gone"):
        desk.suggest.accept_code(left[0])


def test_no_code_is_proposed_that_another_program_of_the_plan_has(desk, with_plan):
    name = "Pengelolaan Aplikasi Informatika"
    assert "2.16.03" not in [value for _, value, _ in coded(desk, with_plan, ("2.16.03", name), ("", name))]
