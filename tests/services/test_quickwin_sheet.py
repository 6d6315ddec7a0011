"""The sheets of quick wins on a real file: proposals beside what is empty, twelve months, partners, undo."""

import pytest

from smartcity_desktop.domain import quickwin_sheet
from smartcity_desktop.domain.quickwin_board import Decided
from smartcity_desktop.errors import UserFault
from tests.quickwins import nominate

NAME = "DESAKU TUNTAS"


@pytest.fixture
def rows(desk):
    found = nominate(desk)
    desk.quickwin.decide(found[NAME], Decided("terpilih", "Pleno", "2026-08-05"))
    return found


@pytest.fixture
def row(rows):
    return rows[NAME]


@pytest.fixture
def planned(desk, row):
    """The program of the quick win, with what its sheet may take over, and two actions of it."""
    item = desk.quickwin_sheet.sheets().item(row)
    program = item.program.id
    sheet = desk.worksheet.find("L7").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    support = next(one.id for one in desk.opd.opds() if one.short == "Dinkes")
    told = {
        "indicator": "Berkas tepat waktu",
        "indicator_unit": "%",
        "baseline": "62",
        "baseline_year": "2025",
        "target_end": "90",
        "partners": "Bank daerah; Karang taruna",
        "support": support,
        "innovation": "proses",
        "mitigation": "Dikirim malam hari",
    }
    desk.worksheet.set_cells(sheet, home, [(program, key, value) for key, value in told.items()])
    actions = desk.worksheet.find("L8").id
    first, second = desk.worksheet.new_rows(2)
    for one, text, head, start, end in (
        (first, "Melatih petugas", "sdm", "9", "10"),
        (second, "Menetapkan SOP", "kebijakan", "8", "9"),
    ):
        cells = {
            "initiative": program,
            "text": text,
            "head": head,
            "output": f"{text}: selesai",
            "year_start": "2026",
            "month_start": start,
            "year_end": "2026",
            "month_end": end,
        }
        desk.worksheet.set_cells(actions, home, [(one, key, value) for key, value in cells.items()])
    return support


def sheet_of(desk, row):
    return desk.quickwin_sheet.sheets().item(row)


def test_only_candidates_that_were_chosen_have_a_sheet_and_reading_writes_nothing(desk, rows):
    before = desk.workshop.get()
    found = desk.quickwin_sheet.sheets()
    assert [item.candidate.name for item in found.items] == [NAME]
    assert not found.items[0].is_begun
    assert found.waiting == len(rows) - 1
    assert found.told == "1 quick win · 0 lembar sudah dimulai"
    assert desk.workshop.get() == before


def test_what_is_proposed_stands_beside_empty_fields_and_is_stored_by_an_act_only(desk, row, planned):
    item = sheet_of(desk, row)
    found = quickwin_sheet.offers(item)
    assert found["budget"] == quickwin_sheet.Offer("APBD", "nominasi")
    assert found["before"].value == "62 (2025)"
    assert found["kind"].value == "metode"
    assert found["staff"] == quickwin_sheet.Offer("Melatih petugas: selesai", "rencana aksi")
    assert found["keep_rule"].value == "Menetapkan SOP: selesai"
    assert found["begins"].value == "2026-08-01"
    assert found["month-1"].value == "Menetapkan SOP"
    assert found["month-2"].value == "Melatih petugas; Menetapkan SOP"
    assert "month-4" not in found
    assert item.texts == {}, "nothing is stored by being proposed"
    desk.quickwin_sheet.write(row, "budget", "APBD Rp350.000.000")
    desk.quickwin_sheet.take(row)
    item = sheet_of(desk, row)
    assert item.texts["budget"] == "APBD Rp350.000.000", "what somebody wrote is kept"
    assert item.texts["indicator"] == "Berkas tepat waktu"
    assert item.kinds == ("metode",)
    assert item.support == (planned,)
    assert [one.name for one in item.partners] == ["Bank daerah", "Karang taruna"]
    assert item.months[1].plan == "Melatih petugas; Menetapkan SOP"
    assert quickwin_sheet.offers(item) == {}
    desk.undo()
    assert sheet_of(desk, row).partners == ()
    assert sheet_of(desk, row).texts == {"budget": "APBD Rp350.000.000"}


@pytest.mark.usefixtures("planned")
def test_one_proposal_is_taken_alone(desk, row):
    desk.quickwin_sheet.take(row, ["month-1"])
    item = sheet_of(desk, row)
    assert item.months[0].plan == "Menetapkan SOP"
    assert item.texts == {}
    assert not desk.quickwin_sheet.take(row, ["month-1"]), "it stands, so it is no longer proposed"


@pytest.mark.usefixtures("planned")
def test_actions_without_words_or_merged_into_another_are_proposed_for_no_month(desk, row):
    program = sheet_of(desk, row).program.id
    sheet = desk.worksheet.find("L8")
    home = next(place.party for place in desk.worksheet.places(sheet.id) if place.short == "GOV")
    one, two, bare = desk.worksheet.new_rows(3)
    when = {"year_start": "2026", "month_start": "12", "year_end": "2026", "month_end": "12"}
    for action, text in ((one, "Membuka loket"), (two, "Buka loket"), (bare, "")):
        cells = {"initiative": program, "text": text, "head": "sdm", **when}
        desk.worksheet.set_cells(sheet.id, home, [(action, key, value) for key, value in cells.items()])
    desk.result.merge(sheet.id, home, [one, two], "Loket dibuka")
    assert quickwin_sheet.offers(sheet_of(desk, row))["month-5"].value == "Loket dibuka"
    found = [
        item for item in desk.result.result(sheet.id).rows if not item.into and item.text == "Loket dibuka"
    ]
    desk.worksheet.remove_rows(sheet.id, home, [one, two, *(item.id for item in found)])
    assert "month-5" not in quickwin_sheet.offers(sheet_of(desk, row))


def test_months_are_named_from_their_beginning_and_tell_their_share_beside_the_progress(desk, row):
    for month in (1, 2, 3):
        desk.quickwin_sheet.write_month(row, month, "plan", f"Langkah {month}")
    desk.quickwin_sheet.write_month(row, 1, "state", "selesai")
    desk.quickwin_sheet.write_month(row, 2, "state", "entah")
    desk.quickwin_sheet.write(row, "progress", 140)
    desk.quickwin_sheet.write(row, "begins", "2026-08-20")
    item = sheet_of(desk, row)
    assert item.progress == 100, "between 0 and 100"
    assert quickwin_sheet.share_words(item) == "1 dari 3 bulan terencana selesai (33%)."
    assert item.months[1].state == ""
    names = quickwin_sheet.month_names(item.begins)
    assert (names[0], names[4], names[11]) == ("Agustus 2026", "Desember 2026", "Juli 2027")
    assert quickwin_sheet.month_names("", short=True)[11] == "B12"
    assert desk.quickwin_sheet.sheets().told.endswith("progres menurut lembar rata-rata 100%")
    desk.quickwin_sheet.write(row, "progress", None)
    assert sheet_of(desk, row).progress is None


def test_warnings_tell_what_lacks_and_stop_nobody(desk, row):
    sheet = desk.worksheet.find("L10").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    desk.worksheet.set_cells(sheet, home, [(row, "months", "14"), (row, "opd", ""), (row, "fund", "")])
    assert quickwin_sheet.warnings(sheet_of(desk, row)) == (
        "Lama 14 bulan, lebih dari 12.",
        "OPD penanggung jawab belum ada.",
        "Indikator belum ada.",
        "Sumber dana belum disebut.",
        "Jadwal 12 bulan belum diisi.",
    )
    desk.quickwin_sheet.write(row, "indicator", "Antrean")
    desk.quickwin_sheet.write_month(row, 3, "plan", "Uji coba")
    desk.quickwin_sheet.write_month(row, 3, "state", "selesai")
    found = quickwin_sheet.warnings(sheet_of(desk, row))
    assert "Kondisi awal atau target indikator belum diisi." in found
    assert found[-1] == "Bulan 3 selesai tanpa bukti."


def test_partners_kinds_and_supporters_are_kept(desk, row):
    desk.quickwin_sheet.add_partner(row, "  Bank   daerah ", "perangkat")
    assert not desk.quickwin_sheet.add_partner(row, "   ")
    (partner,) = sheet_of(desk, row).partners
    assert (partner.name, partner.form) == ("Bank daerah", "perangkat")
    desk.quickwin_sheet.write_partner(row, partner.id, "form", "dana")
    desk.quickwin_sheet.write_partner(row, partner.id, "name", " ")
    (partner,) = sheet_of(desk, row).partners
    assert (partner.name, partner.form) == ("Bank daerah", "dana")
    desk.quickwin_sheet.remove_partner(row, partner.id)
    assert sheet_of(desk, row).partners == ()
    desk.quickwin_sheet.mark(row, "kind", ["produk", "bukan jenis"])
    desk.quickwin_sheet.mark(row, "kind", ["teknologi"])
    assert sheet_of(desk, row).kinds == ("teknologi",)
    desk.quickwin_sheet.write(row, "step", "ide")
    desk.quickwin_sheet.write(row, "step", "entah")
    assert sheet_of(desk, row).step == ""


def test_a_sheet_stays_with_a_candidate_that_is_no_longer_chosen_and_comes_back_with_it(desk, row):
    desk.quickwin_sheet.write(row, "uniqueness", "Gratis di semua kelurahan")
    desk.quickwin.decide(row, Decided("cadangan", "Pleno", "2026-08-05"))
    with pytest.raises(UserFault, match="row-gone"):
        desk.quickwin_sheet.write(row, "uniqueness", "lain")
    desk.quickwin.decide(row, Decided("terpilih", "Pleno", "2026-08-05"))
    assert sheet_of(desk, row).texts == {"uniqueness": "Gratis di semua kelurahan"}
