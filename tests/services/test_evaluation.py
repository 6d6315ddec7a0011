"""The own estimate of a year: kept item by item, compared with the year before, beside what the data know."""

import pytest

from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.evaluation import before_told, index, shown, told
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.exchange import analysis_xlsx
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds

LAW = "baseline-perencanaan-1.1.1"
RAN = "baseline-realisasi-1.1.1"
GOVERNANCE = "outcome-program-3.1.1"

PUBLISHED = {
    "baseline": ["3", "3", "4", "4", "4"],
    "output": ["3", "2.8", "2.8", "3.4", "2", "1", "1"],
    "outcome": [
        *("3.8", "4", "1", "1.8", "3", "3.6", "3", "3.8", "4", "2.4", "4", "3", "3", "3.8", "3", "3.8", "3"),
        *("4", "4", "3.2", "3", "4", "4", "3.8", "4", "4", "3", "3", "4", "3", "3.6", "3.8", "4"),
    ],
    "impact": [],
    "quick_win": ["3.8", "3", "3", "3", "2.4", "2.6", "2.8", "3", "3.8", "4", "3", "3.2"],
    "kolaborasi": ["3.8", "1.8", "1.8", "2.8", "1.8", "3.2"],
}
"""The published example of 2023, item by item; in impact nearly all have 2,8."""


def plant(desk, ent, *rows):
    """Write rows of an entity; return their ids."""
    store = desk.workshop._store
    made = [Birth(ent, store.ids.new(), row) for row in rows]
    store.write(made, "isi")
    return [item.row for item in made]


@pytest.fixture
def program(desk):
    """A program of Diskominfo in GOV on its worksheet."""
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo")])
    row = {"name": "Satu pintu layanan", "opd": opds(desk)["Diskominfo"]}
    put(desk, desk.worksheet.find("L7").id, dimension(desk, "GOV"), row)
    return next(item.id for item in desk.alignment.board().subjects)


def test_a_score_is_kept_and_taken_back(desk):
    desk.evaluation.score(2026, LAW, "2,75")
    line = desk.evaluation.board(2026).line(LAW)
    assert (line.answer.score, shown(line.answer.value)) == ("2.75", "2,75")
    assert desk.evaluation.years() == (2026,)
    assert not desk.evaluation.score(2026, LAW, "lima")
    desk.evaluation.score(2026, LAW, "")
    assert desk.evaluation.board(2026).line(LAW).answer.value is None
    desk.undo()
    assert desk.evaluation.board(2026).line(LAW).answer.score == "2.75"


def test_an_item_keeps_its_evidence_agency_and_document(desk):
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo")])
    (paper,) = plant(desk, "document", {"kind": "perkada", "title": "Masterplan Smart City", "year": 2026})
    agency = opds(desk)["Diskominfo"]
    values = {"evidence": "SK terlampir", "note": "minta salinan", "opd": agency, "document": paper}
    for field, value in values.items():
        desk.evaluation.write(2026, LAW, field, value)
    line = desk.evaluation.board(2026).line(LAW)
    assert line.pointer == "SK terlampir; Perkada 2026 Masterplan Smart City; Diskominfo"
    assert line.answer.note == "minta salinan"
    desk.evaluation.write(2026, LAW, "opd", "")
    assert desk.evaluation.board(2026).line(LAW).opd == ""


def test_a_year_is_compared_with_the_one_before_it_by_the_weights_each_had(desk):
    desk.evaluation.begin(2025, "baru")
    desk.evaluation.score(2025, LAW, "2")
    desk.evaluation.begin(2026, "reguler")
    desk.evaluation.score(2026, LAW, "4")
    board = desk.evaluation.board()
    assert (board.year, board.before_year, board.before_group) == (2026, 2025, "baru")
    assert (shown(board.index), shown(index(board.sections_before))) == ("4,00", "2,00")
    assert shown(board.line(LAW).before) == "2,00"
    assert desk.evaluation.board(2027).group == "reguler"


def test_without_anything_begun_the_present_year_is_shown_and_nothing_is_known(desk):
    board = desk.evaluation.board()
    assert (board.year, board.given, board.index, len(board.asked)) == (2026, 0, None, 111)
    assert {line.item.code: line.known for line in board.lines if line.known} == {}


def test_the_data_tell_true_counts_of_programs_that_ran(desk, program):
    assert desk.evaluation.board(2026).line(GOVERNANCE).known == ("Program Smart City dalam masterplan: 1",)
    plant(desk, "monitor", {"subject": program, "year": 2025, "planned": True, "state": "berjalan"})
    board = desk.evaluation.board(2026)
    assert board.line(RAN).known == ("Program 2025: 1 dari 1 yang direncanakan berjalan, 0 dengan bukti.",)
    assert board.line("outcome-program-3.6.1").known == ()
    assert (len(board.programs), len(desk.evaluation.board(2025).programs)) == (0, 1)
    assert desk.evaluation.board(2025).programs[0].line.runs


def test_a_program_nobody_reported_on_is_unknown_and_counted_as_on_the_tab_pemantauan(desk, program):
    sheet, home = desk.worksheet.find("L7").id, dimension(desk, "GOV")
    for name in ("Kedua", "Ketiga"):
        put(desk, sheet, home, {"name": name, "year_start": "2026", "year_end": "2027"})
    desk.monitor.write(program, 2026, "planned", True)
    assert desk.evaluation.board(2026).line(GOVERNANCE).known == (
        "Program 2026: 3 direncanakan, belum ada yang dilaporkan.",
    )
    desk.monitor.write(program, 2026, "state", "berjalan")
    desk.monitor.write(program, 2026, "evidence", "Foto loket")
    told = (
        "Program 2026: 1 dari 1 yang dilaporkan berjalan, 1 dengan bukti; 2 dari 3 yang direncanakan belum "
        "dilaporkan."
    )
    board = desk.evaluation.board(2026)
    assert board.line(GOVERNANCE).known == (told,)
    assert desk.monitor.board(2026).told == told
    assert [(item.name, item.planned, item.state) for item in board.programs] == [
        ("Satu pintu layanan", "ya", "Berjalan"),
        ("Kedua", "ya (usulan)", ""),
        ("Ketiga", "ya (usulan)", ""),
    ]
    assert desk.evaluation.tables(2026)[2].told == (told,)


def test_the_scores_of_the_2023_example_item_by_item_give_its_published_means_and_index(desk):
    own = {"impact": dict.fromkeys((29, 33), "3.6") | {30: "3.8", 50: "1.8", 52: "1.8"}}
    items = [line.item for line in desk.evaluation.board(2023).lines]
    desk.evaluation.begin(2023, "kppn_ikn")
    for section, scores in PUBLISHED.items():
        codes = [item.code for item in items if item.section == section]
        given = scores or [own[section].get(place, "2.8") for place in range(len(codes))]
        assert len(given) == len(codes)
        for code, score in zip(codes, given, strict=True):
            desk.evaluation.score(2023, code, score)
    board = desk.evaluation.board(2023)
    assert (board.given, shown(board.index)) == (117, "2,94")
    assert [shown(item.mean) for item in board.sections] == ["3,60", "2,29", "3,41", "2,81", "3,13", "2,53"]
    assert told(board) == "117 dari 117 butir diperkirakan."
    desk.evaluation.score(2023, items[0].code, "4")
    assert shown(desk.evaluation.board(2023).index) == "2,96", "one point more of five items of ten per cent"
    desk.evaluation.begin(2023, "reguler")
    assert shown(desk.evaluation.board(2023).index) == "3,05", "collaboration counts no more"
    desk.evaluation.begin(2023, "baru")
    assert shown(desk.evaluation.board(2023).index) == "3,08"


def test_a_year_later_the_year_before_stands_beside_with_its_evidence_and_how_complete_it_was(desk):
    desk.evaluation.begin(2026, "baru")
    desk.evaluation.score(2026, LAW, "2")
    desk.evaluation.write(2026, LAW, "evidence", "Rancangan Perbup")
    for year, score in ((2027, "3"), (2028, "4")):
        desk.evaluation.begin(year, "reguler")
        desk.evaluation.score(year, LAW, score)
    board = desk.evaluation.board(2027)
    line = board.line(LAW)
    assert (shown(line.before), line.evidence_before, board.before_year) == ("2,00", "Rancangan Perbup", 2026)
    assert before_told(board) == (
        "Pembanding tahun 2026: 1 dari 111 butir diperkirakan; bagian kosong: Output, Outcome, Impact, Quick "
        "win; bobot Angkatan baru (mulai 2021)."
    )
    assert desk.evaluation.board(2028).before_year == 2027
    assert before_told(desk.evaluation.board(2026)) == ""


def test_duties_belong_to_a_year_as_they_are_asked_for(desk):
    plant(
        desk,
        "duty",
        {"kind": "sk_dewan", "text": "SK Dewan", "due": "2026-12-31", "state": "selesai"},
        {
            "kind": "rapat",
            "code": "rapat-dewan-2027",
            "text": "Rapat Dewan",
            "year": 2027,
            "state": "selesai",
        },
        {"kind": "rapat", "code": "rapat-opd-2027", "text": "Rapat Tim", "year": 2027},
        {"kind": "rapat", "text": "Rapat Dewan Smart City kedua", "due": "2027-11-01"},
    )

    def known(year, item):
        return desk.evaluation.board(year).line(item).known

    council = "output-kelembagaan-2.1.1"
    assert [known(year, council) for year in (2025, 2026, 2028)] == [
        (),
        ("Tindak lanjut masterplan: 1 dari 1 selesai",),
        ("Tindak lanjut masterplan: 1 dari 1 selesai",),
    ]
    assert known(2027, "baseline-perencanaan-1.2.1") == ("Tindak lanjut masterplan: 1 dari 2 selesai",)
    assert known(2027, "baseline-perencanaan-1.3.1") == ("Tindak lanjut masterplan: 0 dari 1 selesai",)
    assert known(2026, "baseline-perencanaan-1.2.1") == ()


def test_the_data_tell_rules_duties_actions_and_money(desk, program):
    plant(
        desk,
        "document",
        {"kind": "perkada", "title": "Masterplan Smart City", "number": "12", "year": 2026},
        {"kind": "perkada", "title": "Masterplan Smart City lama", "status": "dicabut"},
        {"kind": "perda", "title": "Pajak daerah", "year": 2026},
    )
    plant(
        desk,
        "duty",
        {"kind": "rapat", "text": "Rapat Dewan", "year": 2026, "state": "selesai"},
        {"kind": "rapat", "text": "Rapat kedua", "due": "2026-11-01"},
        {"kind": "rapat", "text": "Rapat lain tahun", "year": 2027},
        {"kind": "rapat", "text": "Tidak jadi", "year": 2026, "retired": True},
    )
    trained = {"initiative": program, "head": "sdm", "text": "Pelatihan"}
    plant(desk, "action", {**trained, "state": "sedang"}, {**trained, "text": "Modul"})
    desk.workshop._store.write(
        [Birth("initiative", program, {"fund@apbd": "apbd", "fund@csr": "csr"})], "sumber dana"
    )
    known = {line.item.code: line.known for line in desk.evaluation.board(2026).lines}
    assert known[LAW] == ("Daftar dokumen: Nomor 12 Tahun 2026 Masterplan Smart City",)
    assert known["baseline-perencanaan-1.2.1"] == ("Tindak lanjut masterplan: 1 dari 1 selesai",)
    assert known["baseline-perencanaan-1.3.1"] == ("Tindak lanjut masterplan: 0 dari 1 selesai",)
    assert known["outcome-rencana_aksi-3.1.1"] == (
        "Aksi literasi dan SDM sedang berjalan atau selesai: 1 dari 1 dilaporkan; 1 belum dilaporkan",
    )
    assert known["output-anggaran-2.1.1"] == ("Program dengan sumber dana APBD: 1 dari 1 yang diisi",)
    assert known["output-anggaran-2.2.1"] == ("Program dengan sumber dana di luar APBD: 1 dari 1 yang diisi",)


def test_the_data_tell_quick_wins_that_were_chosen_and_ran(desk, program):
    (winner, _) = plant(
        desk,
        "candidate",
        {"name": "Satu pintu", "decision": "terpilih", "decided_on": "2026-08-01", "initiative": program},
        {"name": "Ditolak", "decision": "tidak"},
    )
    desk.quickwin_sheet.write(winner, "mitigation", "Genset")
    (line,) = desk.monitor.board(2025).quickwins
    for field, value in (("planned", True), ("state", "tertunda")):
        desk.monitor.write(line.id, 2025, field, value)
    known = {line.item.code: line.known for line in desk.evaluation.board(2026).lines}
    assert known["quick_win-5.1.2"] == (
        "Quick win ditetapkan tahun 2026: 1",
        "Quick win terpilih seluruhnya: 1",
    )
    assert known["quick_win-5.1.1j"] == (
        "Quick win 2025: 0 dari 1 yang direncanakan berjalan, 0 dengan bukti.",
    )
    assert known["quick_win-5.2.1"] == ("Quick win dengan rencana mitigasi: 1 dari 1",)
    assert [item.name for item in desk.evaluation.board(2025).quickwins] == ["Satu pintu"]


def test_the_estimate_goes_into_a_spreadsheet_whole(desk, program, tmp_path):
    plant(desk, "monitor", {"subject": program, "year": 2026, "planned": True, "progress": 40})
    desk.evaluation.score(2026, LAW, "3")
    tables = desk.evaluation.tables(2026)
    assert [table.title for table in tables] == [
        "Indeks 2026",
        "Butir 2026",
        "Program 2026",
        "Quick win 2026",
    ]
    assert tables[0].sums == ("Indeks", 100, 111, 1, "3,00", "")
    assert len(tables[1].rows) == 111
    assert tables[2].rows == (("Satu pintu layanan", "GOV", "Diskominfo", "ya", "", 40, ""),)
    assert all(len(row) == len(table.heads) for table in tables for row in table.rows)
    analysis_xlsx.write(tables, "Bimtek", tmp_path / "evaluasi.xlsx")
    assert (tmp_path / "evaluasi.xlsx").stat().st_size > 0
