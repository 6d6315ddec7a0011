"""Certificates on a real file: who has earned one, numbers given once, and how they are printed."""

import pytest

from smartcity_desktop.domain.attendance import CAME
from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.people import Person
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.agenda import NewBlock
from smartcity_desktop.services.attendance import Place
from smartcity_desktop.services.preflight import look
from smartcity_desktop.services.report import page_count, render

DAYS = ("2026-08-04", "2026-08-05")


@pytest.fixture
def stage(desk):
    return desk.workshop.stages()[1].id


@pytest.fixture
def people(desk, diskominfo):
    desk.people.add(
        [Person(name=name, opd=diskominfo) for name in ("Selalu", "Separuh", "Diwakili", "Absen")]
    )
    return {item.name: item.id for item in desk.people.people()}


@pytest.fixture
def came(desk, people):
    for day in DAYS:
        desk.attendance.mark(Place(day), CAME, people["Selalu"])
        desk.attendance.send(Place(day), people["Diwakili"], "Ani Wakil", "Sekretaris")
    desk.attendance.mark(Place(DAYS[0]), CAME, people["Separuh"])
    return people


@pytest.mark.usefixtures("came")
def test_who_came_and_the_deputy_who_came_have_earned_one(desk, stage):
    found = desk.certificate.eligible(stage)
    assert [item.name for item in found.holders] == ["Selalu", "Ani Wakil"]
    assert found.short == (("Separuh", 50),)


@pytest.mark.usefixtures("came")
def test_numbers_are_given_in_one_act_and_never_again(desk, stage):
    assert desk.certificate.number(stage).label == "beri nomor 2 sertifikat"
    assert [item.number for item in desk.certificate.eligible(stage).holders] == [1, 2]
    assert not desk.certificate.number(stage).kinds
    assert [item.number for item in desk.certificate.eligible(stage).holders] == [1, 2]


def test_who_comes_later_gets_the_next_number_and_the_others_keep_theirs(desk, stage, came):
    desk.certificate.number(stage)
    desk.attendance.mark(Place(DAYS[1]), CAME, came["Separuh"])
    desk.certificate.number(stage)
    found = {item.name: item.number for item in desk.certificate.eligible(stage).holders}
    assert found == {"Selalu": 1, "Ani Wakil": 2, "Separuh": 3}


@pytest.mark.usefixtures("came")
def test_undo_steps_over_numbers_that_may_be_on_paper(desk, stage):
    before = desk.undo_label()
    desk.certificate.number(stage)
    assert desk.undo_label() == before
    desk.undo()
    assert {item.number for item in desk.certificate.eligible(stage).holders} <= {1, 2}


@pytest.mark.usefixtures("came")
def test_the_rule_of_the_workshop_is_kept(desk, stage):
    desk.workshop.update("certificate_share", 50)
    assert "Separuh" in [item.name for item in desk.certificate.eligible(stage).holders]
    desk.workshop.update("certificate_pattern", "{nomor}/{tahap}")
    assert desk.certificate.rules().pattern == "{nomor}/{tahap}"


def test_a_certificate_shows_a_dash_until_it_has_a_number(desk, stage, came):
    job = desk.report.gather("sertifikat")
    assert job.picture.numbers == ("–", "–")
    desk.certificate.number(stage)
    job = desk.report.gather("sertifikat")
    assert job.picture.numbers == ("001/SC/2026", "002/SC/2026")
    assert page_count(render(job)) == 4
    assert [item.person for item in job.picture.holders] == [came["Selalu"], came["Diwakili"]]


@pytest.mark.usefixtures("came")
def test_the_nip_stands_on_it_only_where_the_workshop_keeps_it(desk, stage):
    assert {item.nip for item in desk.certificate.eligible(stage).holders} == {""}


def test_a_stage_that_is_gone_has_no_certificates(desk):
    assert desk.certificate.eligible("tidak-ada").holders == ()
    with pytest.raises(UserFault, match="print-unknown"):
        desk.report.gather("ijazah")


def test_a_deputy_spelt_otherwise_on_the_second_day_is_one_person(desk, stage, people):
    desk.attendance.send(Place(DAYS[0]), people["Diwakili"], "Ani Wakil")
    desk.attendance.send(Place(DAYS[1]), people["Diwakili"], "ani wakil, S.Sos.")
    found = desk.certificate.eligible(stage)
    assert ([item.name for item in found.holders], found.short) == (["Ani Wakil"], ())
    desk.certificate.number(stage)
    desk.attendance.send(Place(DAYS[0]), people["Diwakili"], "Hj. Ani Wakil")
    assert [(item.name, item.number) for item in desk.certificate.eligible(stage).holders] == [
        ("Ani Wakil", 1)
    ]


def test_a_day_that_only_the_agenda_has_counts(desk, stage, people):
    """The second day was added to the agenda, and nobody changed the dates of the stage."""
    desk.stage.update(stage, "date_end", None)
    desk.agenda.add(stage, DAYS[1], NewBlock("Materi"))
    for day in DAYS:
        desk.attendance.mark(Place(day), CAME, people["Selalu"])
    desk.attendance.mark(Place(DAYS[0]), CAME, people["Separuh"])
    found = desk.certificate.eligible(stage)
    assert (found.days, [item.name for item in found.holders]) == (2, ["Selalu"])
    assert desk.attendance.stays(stage)[people["Separuh"]].share == 0.5


@pytest.mark.usefixtures("came")
def test_numbers_that_two_laptops_gave_to_two_people_are_told(desk, stage):
    assert desk.certificate.number(stage)
    assert desk.certificate.eligible(stage).doubled == ()
    store = desk.people._store
    other = next(item for item in desk.people.people() if item.name == "Absen")
    values = {"person": other.id, "stage": stage, "number": 2}
    store.write([Birth("certificate", store.key("certificate", other.id, stage, ""), values)], "gabung")
    assert desk.certificate.eligible(stage).doubled == (2,)
    other_stage = desk.workshop.stages()[0].id
    values = {"person": other.id, "stage": other_stage, "number": 1}
    store.write([Birth("certificate", store.key("certificate", other.id, other_stage, ""), values)], "lagi")
    assert desk.certificate.eligible(stage).doubled == (1, 2)
    desk.workshop.update("certificate_pattern", "{nomor}/{tahap}")
    assert desk.certificate.eligible(stage).doubled == (2,)


def twice(desk, stage, person, number, made_at):
    """Give a participant a certificate as another laptop did."""
    store = desk.people._store
    values = {"person": person, "stage": stage, "number": number, "made_at": made_at}
    store.write([Birth("certificate", store.key("certificate", person, stage, ""), values)], "gabung")


def test_a_number_that_two_bear_is_told_before_the_event(desk, stage, came):
    desk.certificate.number(stage)
    assert "certificate" not in {item.key for item in look(desk.preflight.asked())}
    twice(desk, stage, came["Absen"], 1, "2026-08-05T17:00:00+08:00")
    check = next(item for item in look(desk.preflight.asked()) if item.key == "certificate")
    assert (check.tone, check.words) == ("warning", "Nomor 1 ada di lebih dari satu sertifikat.")
    assert "Aturan sertifikat" in check.remedy
    desk.certificate.renumber(stage)
    assert "certificate" not in {item.key for item in look(desk.preflight.asked())}


def test_of_two_with_one_number_the_later_one_gets_the_next_and_is_printed_again(desk, stage, came):
    desk.certificate.number(stage)
    before = desk.undo_label()
    desk.attendance.mark(Place(DAYS[1]), CAME, came["Separuh"])
    twice(desk, stage, came["Separuh"], 1, "2026-08-05T17:00:00+08:00")
    told, changes = desk.certificate.renumber(stage)
    assert [item.words for item in told] == ["Separuh, Tahap II (nomor 1 menjadi 3)"]
    assert changes.label == "beri nomor baru 1 sertifikat"
    found = {item.name: item.number for item in desk.certificate.eligible(stage).holders}
    assert found == {"Selalu": 1, "Ani Wakil": 2, "Separuh": 3}
    assert desk.certificate.eligible(stage).doubled == ()
    assert desk.certificate.renumber(stage)[0] == ()
    assert desk.undo_label() != changes.label
    assert before


def test_the_earlier_made_certificate_keeps_its_number_and_a_deputy_is_named(desk, stage, came):
    twice(desk, stage, came["Absen"], 2, "2026-08-03T17:00:00+08:00")
    desk.certificate.number(stage)
    twice(desk, stage, came["Separuh"], 4, "2026-08-02T17:00:00+08:00")
    other = desk.workshop.stages()[0].id
    twice(desk, other, came["Absen"], 4, "2026-08-09T17:00:00+08:00")
    told, _changes = desk.certificate.renumber(stage)
    assert [item.words for item in told] == [
        "Ani Wakil, Tahap II (nomor 4 menjadi 5)",
        "Absen, Tahap I (nomor 4 menjadi 6)",
    ]


def test_where_the_pattern_names_the_stage_only_its_own_doubles_count(desk, stage, came):
    desk.workshop.update("certificate_pattern", "{nomor}/{tahap}")
    desk.certificate.number(stage)
    twice(desk, desk.workshop.stages()[0].id, came["Absen"], 1, "2026-08-09T17:00:00+08:00")
    assert desk.certificate.renumber(stage)[0] == ()
