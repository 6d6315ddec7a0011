"""What is gathered for the papers before the day."""

import pytest

from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_cards import TWO
from smartcity_desktop.domain.paper_opening import OPENING
from smartcity_desktop.domain.paper_request import BY_NAME
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.print_job import (
    AGENDA_WALL,
    DATA_REMINDER,
    DATA_REQUEST,
    INVITATION,
    NAME_TAGS,
    RECEIPT,
    RUNNING_SCRIPT,
    TENT_CARDS,
    PrintAsk,
    each,
)
from smartcity_desktop.domain.workshop import Signer
from smartcity_desktop.services.report import page_count, render
from tests.reporting.pictures import words
from tests.services.groups import divide, fill_hall, named


def picture(desk, kind, **ask):
    return desk.report.asked(kind, PrintAsk(**ask)).picture


@pytest.fixture
def stage(desk):
    return desk.workshop.stages()[1].id


@pytest.fixture
def agenda(desk, stage):
    desk.agenda.use_template(stage, "2-tahap-2")
    return stage


@pytest.mark.usefixtures("agenda")
def test_all_days_of_the_stage_of_today_are_printed_unless_one_is_asked_for(desk):
    days = picture(desk, AGENDA_WALL).days
    assert [(item.day.isoformat(), item.number) for item in days] == [("2026-08-04", 1), ("2026-08-05", 2)]
    one = picture(desk, AGENDA_WALL, day="2026-08-05").days
    assert [(item.day.isoformat(), item.number) for item in one] == [("2026-08-05", 2)]
    assert one[0].lines == days[1].lines


@pytest.mark.usefixtures("agenda")
def test_another_stage_is_printed_where_it_is_asked_for(desk):
    first = desk.workshop.stages()[0].id
    days = picture(desk, AGENDA_WALL, stage=first).days
    assert [item.day.isoformat() for item in days] == ["2026-06-02", "2026-06-03"]


def test_private_notes_are_gathered_and_what_was_skipped_is_not(desk, agenda):
    lines = picture(desk, RUNNING_SCRIPT, day="2026-08-04").days[0].lines
    assert lines[0].private.startswith("Dua meja")
    assert "L5" in {item.worksheet for item in lines}
    opening = desk.agenda.blocks(agenda, "2026-08-04")[1]
    desk.session.leave_out(opening.id)
    after = picture(desk, RUNNING_SCRIPT, day="2026-08-04").days[0].lines
    assert [item.title for item in after] == [item.title for item in lines if item.title != opening.title]


def test_cards_know_where_everybody_sits(desk, stage):
    fill_hall(desk)
    divide(desk, stage)
    cards = picture(desk, NAME_TAGS).cards
    assert len(cards) == 28
    mine = next(item for item in cards if item.name == "Staf Dinas Kesehatan")
    assert (mine.position, mine.origin) == ("Staf", "Dinas Kesehatan")
    assert mine.group.endswith(tuple(f"Meja {place}" for place in range(1, 7)))
    assert next(item for item in cards if item.name == "Pembicara").group == ""


def test_cards_are_made_for_the_late_ones_alone_from_a_place_on(desk):
    fill_hall(desk)
    late = named(desk, "Dosen")
    found = picture(desk, NAME_TAGS, people=(late,), first_label=4)
    assert ([item.name for item in found.cards], found.first) == (["Dosen"], 4)
    assert picture(desk, TENT_CARDS, people=(late,), choice=TWO).two
    assert page_count(render(desk.report.asked(TENT_CARDS, PrintAsk(people=(late,))))) == 1


@pytest.mark.usefixtures("with_plan")
def test_every_agency_gets_a_letter_of_its_own(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan"), OpdRow("Kelurahan Ngapa")])
    desk.workshop.update("agency", "Sekretariat Daerah")
    job = desk.report.asked(DATA_REQUEST, PrintAsk())
    assert [item.picture.to for item in job.jobs] == [
        "Kepala Dinas Komunikasi dan Informatika",
        "Kepala Dinas Kesehatan",
        "Lurah Ngapa",
    ]
    assert [len(item.picture.lines) for item in job.jobs] == [6, 6, 5]
    assert job.jobs[0].picture.lines[0].there
    assert [item.name for item in each(job)] == [
        "Permintaan data Diskominfo",
        "Permintaan data Dinkes",
        "Permintaan data Kelurahan Ngapa",
    ]
    assert page_count(render(job)) == 3


def test_only_agencies_that_something_is_wanted_of_are_reminded(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    items = desk.data_request.standing().items
    desk.data_request.bring([(with_plan, item.id) for item in items], "ada")
    job = desk.report.asked(DATA_REMINDER, PrintAsk())
    assert job.picture.to == "Kepala Dinas Kesehatan"
    assert len(job.picture.lines) == 6
    other = job.picture.opd
    desk.data_request.bring([(other, item.id) for item in items], "ada")
    assert "sudah melengkapi" in desk_words(desk)


def test_the_inviting_agency_writes_no_letter_to_itself_but_its_data_counts(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    desk.workshop.update("agency", "Dinas Komunikasi dan Informatika")
    job = desk.report.asked(DATA_REQUEST, PrintAsk())
    assert job.picture.to == "Kepala Dinas Kesehatan"
    rows = desk.data_request.standing().rows
    assert with_plan in {item.opd.id for item in rows}
    other = next(item.opd.id for item in rows if item.opd.id != with_plan)
    desk.data_request.bring([(other, item.id) for item in desk.data_request.standing().items], "ada")
    assert "Yang belum lengkap hanya Diskominfo, penyelenggara." in desk_words(desk)
    alone = desk.report.asked(DATA_REQUEST, PrintAsk(opd=with_plan))
    assert alone.picture.opd == with_plan


def test_the_attachment_is_signed_by_the_office_that_invites_where_nobody_is_named(desk):
    desk.workshop.update("agency", "Inspektorat Daerah")
    assert picture(desk, INVITATION).signer.position == "Inspektur Daerah"
    desk.workshop.add_signer(Signer(heading="Mengetahui,", position="Kepala Dinas", name="Andi"))
    signer = picture(desk, INVITATION).signer
    assert (signer.heading, signer.position, signer.name) == ("", "Kepala Dinas", "Andi")


def desk_words(desk):
    return words(render(desk.report.asked(DATA_REMINDER, PrintAsk())))


def test_the_letter_of_one_agency_alone_bears_its_name(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    job = desk.report.asked(DATA_REQUEST, PrintAsk(opd=with_plan))
    assert (job.name, job.picture.opd) == ("Permintaan data Diskominfo", with_plan)


@pytest.mark.parametrize("choice", ["", BY_NAME])
def test_who_came_without_an_invitation_is_on_no_invitation(desk, choice):
    before = picture(desk, INVITATION, choice=choice).invited
    desk.people.add_typed("Tamu Dadakan; Warga; Karang Taruna", walk_in=True)
    assert picture(desk, INVITATION, choice=choice).invited == before


@pytest.mark.usefixtures("agenda")
def test_the_attachment_counts_people_by_agency_and_names_them_on_request(desk):
    fill_hall(desk)
    desk.people.add([Person(name="Dosen Dua", institution="Universitas")])
    found = picture(desk, INVITATION)
    counted = {item.name: item.people for item in found.invited}
    assert (counted["Dinas Kesehatan"], counted["Universitas"]) == (4, 2)
    assert any("Laptop" in text for text in found.bring)
    assert found.days[0].place == "Aula Kantor Bupati"
    named_ones = picture(desk, INVITATION, choice=BY_NAME).invited
    assert len(named_ones) == 29


@pytest.mark.parametrize(
    "kind",
    [
        *(INVITATION, DATA_REQUEST, DATA_REMINDER, TENT_CARDS, NAME_TAGS, RUNNING_SCRIPT, AGENDA_WALL),
        *(OPENING, RECEIPT),
    ],
)
@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_an_empty_workshop_gives_a_page_to_write_on(desk, kind, paper):
    assert page_count(render(desk.report.asked(kind, PrintAsk(paper=paper)))) >= 1


def test_the_report_of_the_committee_counts_the_people_and_names_who_speaks(desk, stage):
    fill_hall(desk)
    divide(desk, stage)
    job = desk.report.asked(OPENING, PrintAsk())
    told = job.picture.text
    assert "28 orang dari 6 OPD" in told
    assert "Pembicara." in told
    assert "6 kelompok" in told
    assert "di Aula Kantor Bupati." in told
    assert "Bupati Konawe Selatan berkenan" in told


def test_the_report_of_the_committee_is_signed_by_its_chair_else_by_the_first_as_chair(desk):
    desk.workshop.add_signer(Signer(heading="Mengetahui,", position="Kepala Dinas", name="Andi"))
    assert picture(desk, OPENING).signer.heading == "Ketua Panitia,"
    desk.workshop.add_signer(Signer(heading="Hormat kami,", position="Ketua Panitia", name="Budi"))
    signer = picture(desk, OPENING).signer
    assert (signer.heading, signer.position, signer.name) == ("", "Ketua Panitia", "Budi")


def test_what_a_person_wrote_takes_the_place_of_the_proposal(desk, stage):
    row = desk._store.key("paper_text", OPENING, stage, "")
    edits = [Birth("paper_text", row, {"kind": OPENING, "stage": stage, "text": "Laporan saya."})]
    desk._store.write(edits, "tulis laporan")
    job = desk.report.asked(OPENING, PrintAsk())
    assert job.picture.text == "Laporan saya."
    assert job.passages[0].is_own
    assert job.passages[0].proposal.startswith("Yang kami hormati")


def test_receipts_list_everybody_or_those_who_were_there(desk):
    fill_hall(desk)
    everybody = picture(desk, RECEIPT, choice="map")
    assert (len(everybody.rows), everybody.what, everybody.money) == (28, "Map dan perlengkapan", False)
    assert everybody.day.isoformat() == "2026-08-04"
    person = named(desk, "Dosen")
    row = desk._store.key("attendance", person, "2026-08-04", "")
    values = {"person": person, "date": "2026-08-04", "state": "diwakili", "deputy": "Asisten Dosen"}
    desk._store.write([Birth("attendance", row, values)], "catat")
    there = picture(desk, RECEIPT, choice="transport", filled=True)
    assert [item.name for item in there.rows] == ["Asisten Dosen"]
    assert desk.report.asked(RECEIPT, PrintAsk(choice="transport")).name == "Tanda terima uang transport"
