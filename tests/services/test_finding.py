"""Findings of every plan: numbered, counted, answered; answers outlive a new reading."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.finding import FindingCount, mark_of
from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.print_job import DOSSIER
from smartcity_desktop.domain.renstra_checks import checks
from smartcity_desktop.domain.renstra_draft import LineDraft, Origin
from smartcity_desktop.errors import UserFault
from smartcity_desktop.paths import shelf
from smartcity_desktop.services.finding import found
from smartcity_desktop.services.renstra import names, read
from tests.services.conftest import plan


def faulty(**more):
    """Return the plan with a sasaran that leads nowhere, a program without money and a bare indicator."""
    lines = [replace(item, origin=Origin("", at + 5, 3)) for at, item in enumerate(plan().lines)]
    bare = LineDraft("program", "2.20.02", "Penyelenggaraan Statistik Sektoral", parent=1)
    lonely = LineDraft("sasaran", "", "Sasaran sepi", parent=0, origin=Origin("", 40, 9))
    return plan(lines=(*lines, replace(bare, origin=Origin("", 41, 9)), lonely), **more)


@pytest.fixture
def held(desk, diskominfo):
    desk.renstra.adopt(diskominfo, faulty())
    return desk.finding.of(diskominfo)


def kind(listed, code):
    return next(item for item in listed.items if item.finding.code == code)


def test_findings_are_numbered_weightiest_first_with_place_and_advice(held):
    assert [item.number for item in held.items] == list(range(1, len(held.items) + 1))
    weights = [item.weight for item in held.items]
    assert weights == sorted(weights, key=("berat", "sedang", "ringan").index)
    lonely = kind(held, "sasaran-without-program")
    assert lonely.where == "Sasaran, halaman 9, baris 40"
    assert (lonely.sure, lonely.is_open) == ("pasti", True)
    assert kind(held, "program-without-pagu").where == "2.20.02, halaman 9, baris 41"


def test_an_answer_leaves_the_open_count_but_stays_listed_and_can_be_undone(desk, diskominfo, held):
    item = kind(held, "program-without-pagu")
    desk.finding.answer(item.key, "dijelaskan", " Dananya dari pusat. ")
    after = desk.finding.of(diskominfo)
    answered = kind(after, "program-without-pagu")
    assert (answered.state, answered.answer) == ("dijelaskan", "Dananya dari pusat.")
    total = len(held.items)
    assert desk.finding.counts() == {diskominfo: FindingCount(total, total - 1)}
    assert [one.number for one in after.items] == [one.number for one in held.items]
    desk.undo()
    assert kind(desk.finding.of(diskominfo), "program-without-pagu").is_open


def test_an_answer_can_be_changed_and_taken_back(desk, diskominfo, held):
    item = kind(held, "sasaran-without-program")
    desk.finding.answer(item.key, "keliru")
    desk.finding.answer(item.key, "diperbaiki", "Juni")
    assert kind(desk.finding.of(diskominfo), item.finding.code).answer == "Juni"
    desk.finding.answer(item.key, "")
    assert kind(desk.finding.of(diskominfo), item.finding.code).is_open
    assert not desk.finding.answer(kind(held, "program-without-pagu").key, "")


@pytest.mark.parametrize(
    ("state", "code"), [("dijelaskan", "finding-unexplained"), ("barangkali", "finding-state")]
)
def test_an_answer_that_says_nothing_is_not_taken(desk, held, state, code):
    with pytest.raises(UserFault) as fault:
        desk.finding.answer(held.items[0].key, state, "  ")
    assert fault.value.code == code


def test_answers_stay_when_the_plan_is_read_again(desk, diskominfo, held):
    for item in held.items:
        desk.finding.answer(item.key, "diperbaiki")
    desk.renstra.adopt(diskominfo, faulty(source_name="lagi.xlsx"))
    again = desk.finding.of(diskominfo)
    assert again.count == FindingCount(len(held.items), 0)
    assert again.mark == held.mark


def test_the_mark_of_a_list_changes_with_it(desk, diskominfo, held):
    mended = [replace(item, pagu={"2025": 1_000}) for item in faulty().lines]
    desk.renstra.adopt(diskominfo, plan(lines=tuple(mended)))
    assert len(held.mark) == 4
    assert desk.finding.of(diskominfo).mark != held.mark
    assert mark_of([]) == ""


@pytest.mark.usefixtures("held")
def test_a_program_of_two_agencies_is_found_at_both(desk, diskominfo):
    desk.opd.add([OpdRow("Dinas Statistik dan Persandian")])
    other = desk.opd.find("Dinas Statistik dan Persandian").id
    assert desk.finding.of(other) is None
    desk.renstra.adopt(other, faulty())
    for opd in (diskominfo, other):
        assert any(item.finding.code == "claimed-twice" for item in desk.finding.of(opd).items)
    assert [item.opd for item in desk.finding.all()] == [diskominfo, other]
    item = kind(desk.finding.of(diskominfo), "claimed-twice")
    assert item.place == other
    assert "Dinas Statistik dan Persandian" in item.finding.message


def test_a_file_that_names_another_agency_is_found(desk, diskominfo):
    desk.renstra.adopt(diskominfo, plan(opd_name="Dinas Kesehatan"))
    found = [item for item in desk.finding.of(diskominfo).items if item.finding.code == "wrong-agency"]
    assert [item.where for item in found] == ["Seluruh Renstra"]
    assert "Dinas Kesehatan" in found[0].finding.message


def test_a_dossier_asks_only_what_nobody_answered(desk, diskominfo, held):
    def asked():
        (dossier,) = desk.report.gather(DOSSIER, opd=diskominfo).dossiers
        return [item.text for item in dossier.questions]

    item = kind(held, "sasaran-without-program")
    assert item.finding.message in asked()
    desk.finding.answer(item.key, "diperbaiki")
    assert item.finding.message not in asked()


def test_a_worksheet_warns_of_what_the_service_finds_and_is_quiet_about_answers(desk, diskominfo, held):
    def sheet():
        grid = desk.worksheet.grid(desk.worksheet.find("L5").id, diskominfo)
        marks = [point.text for row in grid.rows for point in row.points]
        return {*marks, *grid.warnings}, grid.answered

    asked = [item for item in held.items if item.weight != "ringan"]
    said, answered = sheet()
    assert {item.finding.message for item in asked} <= said
    assert answered == 0
    for item in (kind(held, "program-without-pagu"), kind(held, "sasaran-without-program")):
        desk.finding.answer(item.key, "keliru")
        assert item.finding.message not in sheet()[0]
    assert sheet()[1] == 2
    desk.undo()
    assert sheet()[1] == 1


def test_a_reading_is_told_before_it_is_stored_what_it_is_told_afterwards(desk, diskominfo):
    desk.opd.add([OpdRow("Dinas Statistik dan Persandian")])
    other = desk.opd.find("Dinas Statistik dan Persandian").id
    desk.renstra.adopt(other, faulty())
    draft = faulty(opd_name="Dinas Kesehatan", years=("2019", "2020"), period_start=2019, period_end=2020)
    before = found(draft, desk.finding.ground(), diskominfo)
    desk.renstra.adopt(diskominfo, draft)
    after = desk.finding.of(diskominfo)
    assert [item.message for item in before] == [item.finding.message for item in after.items]
    assert {"wrong-agency", "past-period", "claimed-twice"} <= {item.code for item in before}


def test_a_reading_is_looked_at_anew_for_another_agency(desk, diskominfo):
    desk.renstra.adopt(diskominfo, plan())
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    ground = desk.finding.ground()
    draft = plan(opd_name="Dinas Kesehatan")

    def kinds(agency=NO_ROW, new=""):
        return {item.code for item in found(draft, ground, agency, new)}

    assert "wrong-agency" in kinds(diskominfo)
    assert "claimed-twice" not in kinds(diskominfo)
    ill = kinds(desk.opd.find("Dinas Kesehatan").id)
    assert "wrong-agency" in ill  # by its codes: all of them are those of another field
    assert "claimed-twice" in ill
    messages = [item.message for item in found(draft, ground, desk.opd.find("Dinas Kesehatan").id)]
    assert not any("menyebut Dinas Kesehatan" in text for text in messages)
    assert kinds(new="Dinas Kesehatan") == ill
    assert not {"wrong-agency", "claimed-twice"} & kinds()


def test_years_that_are_only_proposed_tell_of_a_past_period_before_they_are_confirmed(desk, diskominfo):
    lines = [replace(item, pagu={"Tahun-1": 5} if item.pagu else {}, indicators=()) for item in plan().lines]
    draft = plan(lines=tuple(lines), years=("Tahun-1",), period_start=None, period_end=None)
    ground = desk.finding.ground()
    assert "past-period" not in {item.code for item in found(draft, ground, diskominfo)}
    dated = replace(draft, proposed_years={"Tahun-1": 2021})
    assert "past-period" in {item.code for item in found(dated, ground, diskominfo)}


def test_what_others_claim_is_sought_again_where_a_program_or_an_agency_changed(desk, diskominfo, held):
    assert not any(item.finding.code == "claimed-twice" for item in held.items)
    desk.opd.add([OpdRow("Dinas Statistik")])
    other = desk.opd.find("Dinas Statistik").id
    desk.renstra.adopt(other, faulty())
    assert "Dinas Statistik " in f"{kind(desk.finding.of(diskominfo), 'claimed-twice').finding.message[:-1]} "
    desk.opd.update(other, "name", "Dinas Statistik Daerah")
    assert "Daerah" in kind(desk.finding.of(diskominfo), "claimed-twice").finding.message
    desk.renstra.remove(desk.finding.of(other).document.id)
    assert not any(item.finding.code == "claimed-twice" for item in desk.finding.of(diskominfo).items)


def test_a_dossier_asks_what_is_known_only_around_the_plan(desk, diskominfo):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    desk.renstra.adopt(desk.opd.find("Dinas Kesehatan").id, plan())
    desk.renstra.adopt(diskominfo, plan(opd_name="Dinas Kesehatan"))
    (dossier,) = desk.report.gather(DOSSIER, opd=diskominfo).dossiers
    asked = [item.text for item in dossier.questions]
    known = [item for item in desk.finding.of(diskominfo).items if item.weight != "ringan"]
    assert {"wrong-agency", "claimed-twice"} <= {item.finding.code for item in known}
    assert {item.finding.message for item in known} <= set(asked)


def test_words_count_what_is_open():
    assert FindingCount(3, 2).words == "2 temuan belum dijawab"
    assert FindingCount(3, 0).words == "3 temuan sudah dijawab"
    assert FindingCount().words == "tanpa temuan"


def test_a_good_plan_of_the_sample_has_no_finding():
    draft = read(shelf("sample", "renstra_dishub_2025-2030.xlsx"))
    assert checks(draft.lines, years=draft.years, nomenclature=names()) == []
