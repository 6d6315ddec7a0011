"""The sample city, open: what its plans say, what was found in them, and what was carried on from them."""

import pytest

from smartcity_desktop.domain.book_text import Grid, parse
from smartcity_desktop.domain.entity import RUN_STATES
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.plan_subject import main_year


@pytest.fixture(scope="module")
def city(sample_desk):
    """The sample, open; nobody writes into it here."""
    return sample_desk


def rows(city, code):
    return city.result.result(city.worksheet.find(code).id).rows


def test_a_program_of_a_plan_tells_what_it_became_and_where_it_stood(city):
    row = next(item for item in rows(city, "L5") if item.values["code"] == "2.16.02")
    assert "Satu Pintu Aduan" in {step.text for step in city.result.trail(row.id).forward}
    initiative = next(item for item in rows(city, "L7") if item.text == "Satu Pintu Aduan")
    back = [step.ent for step in city.result.trail(initiative.id).back]
    assert "analysis" in back
    assert back.index("analysis") < back.index("renstra_line")


@pytest.mark.parametrize("code", ["L5", "L6"])
def test_programs_that_were_carried_on_are_marked_in_both_worksheets_that_read_them(city, code):
    assert sum(1 for item in rows(city, code) if item.onward) == 30


FAULTS = {
    "Diskominfo": ["sums-differ", "children-differ", "children-differ", "period-short"],
    "Disdukcapil": [],
    "DPMPTSP": [
        *("sasaran-without-program", "program-without-pagu", "indicator-without-baseline", "code-retired")
    ],
    "Bapenda": ["target-jumps"],
    "DLH": ["code-retired"],
    "Dinkes": ["code-retired"] * 2,
    "Dishub": ["claimed-twice"],
    "DPUPR": [
        *("past-period", "sums-differ", "program-without-pagu", "children-differ", "children-differ"),
        "target-falls",
    ],
    "Disbudpar": [],
    "Diskop UKM": ["target-falls", *["code-retired"] * 5],
    "Disdik": [
        *("name-differs", "activity-as-program", "indicator-without-baseline", "code-retired", "code-retired")
    ],
    "Satpol PP": ["code-foreign", "claimed-twice", "target-falls", "code-retired"],
}


def test_every_plan_has_the_faults_that_were_put_into_it_and_no_other(city):
    called = {item.id: item.short for item in city.opd.opds()}
    found = {called[item.opd]: [one.finding.code for one in item.items] for item in city.finding.all()}
    assert found == FAULTS


def test_a_fault_of_the_sample_names_the_figures_and_where_they_stand(city):
    called = {item.id: item.short for item in city.opd.opds()}
    said = {
        (called[plan.opd], item.finding.code): (item.where, item.finding.message)
        for plan in city.finding.all()
        for item in plan.items
    }
    assert said["DPUPR", "past-period"][1] == "Renstra ini berakhir 2025, padahal Bimtek ini tahun 2026."
    assert "Rp50.720.000.000, kegiatan Rp43.512.000.000" in said["DPUPR", "sums-differ"][1]
    assert said["Disdik", "activity-as-program"][0] == "1.01.05, halaman 2, baris 31"
    assert "2028 tertulis 350000, sedangkan tahun sebelumnya 32.000" in said["Bapenda", "target-jumps"][1]
    assert "juga ada dalam Renstra Dinas Perhubungan" in said["Satpol PP", "claimed-twice"][1]
    assert "turun dari 55 ke 52" in said["Diskop UKM", "target-falls"][1]


def opd(city, short):
    return next(item.id for item in city.opd.opds() if item.short == short)


def test_the_rpjmd_hangs_its_goals_on_the_missions_that_stood_before(city):
    kinds = [item.point.kind for item in city.document.frame()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "visi": 1,
        "misi": 4,
        "tujuan": 4,
        "sasaran": 15,
        "program": 6,
        "isu": 5,
    }
    points = {item.id: item for item in city.document.points()}
    missions = [item.code for item in points.values() if item.kind == "misi"]
    assert missions == ["M1", "M2", "M3", "M4"]
    aims = [points[item.parent].code for item in points.values() if item.kind == "tujuan"]
    assert aims == missions
    works = {item.point.text: item for item in city.document.frame() if item.point.kind == "program"}
    assert works["Pesisir Bercerita"].opd == (opd(city, "Disbudpar"),)
    assert points[works["Pesisir Bercerita"].point.parent].text.startswith("Meningkatnya daya saing")


def test_the_register_has_five_documents_and_misses_the_architecture_of_spbe(city):
    rows = {item.kind: item for item in city.register.register().regional}
    assert [kind for kind, item in rows.items() if item.missing] == ["spbe"]
    assert (rows["masterplan_tik"].state_words, rows["perkada"].state_words) == ("Draf", "Draf")
    assert rows["rpjmd"].document.source_name == "rpjmd_kota_contoh_2025-2029.docx"
    assert rows["rpjmd"].numbered == "Nomor 5 Tahun 2025"
    assert sum(not item.missing for item in city.register.register().plans) == 12


def test_programs_smart_city_answer_goals_and_some_goals_wait(city):
    board = city.alignment.board()
    told = [item for item in reference.sample_part("plans")["alignments"] if "evidence" in item]
    goals = {item.point.id for item in city.document.frame() if item.point.kind == "sasaran"}
    linked = [link for item in board.subjects for link in item.points if link.target in goals]
    assert len(linked) == len(told) == 44
    assert all(link.degree and link.reason and link.evidence for link in linked)
    answered = {link.target for link in linked}
    waiting = [item.point.text for item in city.document.frame() if item.point.id in goals - answered]
    assert waiting == [
        "Meningkatnya kesetaraan dan perlindungan anak",
        "Menurunnya pengangguran terbuka",
        "Meningkatnya ketahanan terhadap bencana pesisir",
    ]
    assert sum(len(item.lines) for item in board.subjects) == 52
    works = {item.point.text for item in city.document.frame() if item.point.kind == "program"}
    assert works == {
        board.frame.by_id[one.target].text
        for item in board.subjects
        for one in board.points_of(item, "program")
    }
    grades = {item.name: item.grade for item in board.subjects if item.grade}
    assert (grades["Smart Health"], grades["Peta Investasi Contoh"]) == ("terukur", "tidak_ada")


def test_two_programs_are_shared_between_agencies(city):
    items = {item.title: item for item in city.shared_program.board().items}
    assert set(items) == {"Parkir dan lalu lintas pasar", "Sekolah pulau terhubung"}
    assert [len(items[title].lines) for title in sorted(items)] == [2, 2]
    assert items["Sekolah pulau terhubung"].lead == opd(city, "Disdik")


def test_the_second_reader_of_dinkes_differs_in_two_programs(city):
    (reading,) = city.second.readings()
    board = city.second.board(opd(city, "Dinkes"), reading.reader)
    assert reading.reader == "Tenaga ahli pendamping"
    differing = [line.code for line in board.lines if line.differs]
    assert differing == ["1.02.05", "1.02.03"]


def test_the_plan_of_dlh_has_a_draft_before_the_one_that_stands(city):
    dlh = opd(city, "DLH")
    first, last = city.renstra.versions(dlh)
    assert (first.source_name, last.stands) == ("rancangan_renstra_dlh_2025-2030.xlsx", True)
    change = city.renstra.change(dlh, first.number, last.number)
    assert [item.code for item in change.added if item.level == "program"] == ["2.11.10"]
    assert [item.code for item in change.dropped] == ["2.11.03.2.03"]
    assert city.renstra.plan(dlh).lines


def test_two_findings_of_dpupr_are_answered(city):
    found = city.finding.of(opd(city, "DPUPR"))
    answered = {item.finding.code: item.state for item in found.items if item.state}
    assert answered == {"program-without-pagu": "diperbaiki", "target-falls": "dijelaskan"}


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        (("2025", "2026"), "2026"),
        (("2021", "2025"), "2025"),
        (("2027", "2028"), "2027"),
        (("Tahun-1", "Tahun-2"), "Tahun-1"),
        ((), ""),
    ],
)
def test_of_a_plan_without_the_year_of_the_workshop_the_nearest_is_shown(years, shown):
    assert main_year(years, 2026) == shown


def test_six_quick_wins_are_chosen_each_with_a_sheet_months_and_partners(city):
    found = city.quickwin_sheet.sheets().items
    assert len(found) == 6
    assert {item.candidate.dimension for item in found} == {item.id for item in city.workshop.dimensions()}
    assert all(item.texts.get(name) for item in found for name in ("indicator", "before", "after", "budget"))
    assert all(item.partners and item.kinds and item.support for item in found)
    assert {item.progress for item in found} >= {5, 60}
    assert {month.state for item in found for month in item.months if month.plan} == {
        "selesai",
        "sedang",
        "belum",
    }


def test_a_year_was_followed_and_partly_judged(city):
    board = city.monitor.board(2026)
    assert {item.state for item in board.lines if item.said} == set(RUN_STATES)
    assert sum(item.said for item in board.lines) == 36
    told = reference.sample_part("masterplan")["evaluation"]["scores"]
    assert {item["item"] for item in told} <= {item.code for item in reference.evaluation_items()}
    assert {item["score"] for item in told} <= {f"{step / 4:g}" for step in range(17)}


def test_duties_are_the_ready_made_ones_with_their_states_and_own_ones(city):
    board = city.duty.board()
    states = {item.code: item.state for item in board.items if item.code}
    assert (states["perkada"], states["sk-dewan"], states["forum"]) == ("sedang", "selesai", "belum")
    assert sum(not item.code for item in board.items) == 3
    assert board.ready == 0, "a laptop that asks for the usual ones gets none twice"


def test_every_written_chapter_stands_in_its_book_and_keeps_what_fills_itself(city):
    told = reference.sample_part("masterplan")["chapters"]
    assert 8 <= len(told) <= 20
    for item in told:
        made = city.book.chapter(city._store.key("chapter", item["book"], item["code"]))
        assert made.text.startswith(item["text"])
        assert bool(item.get("before")) is (made.text != item["text"]), item["code"]
    assert any(block.rows for item in told for block in parse(item["text"]) if isinstance(block, Grid))
    assert [item.code for item in city.book.books()] == ["AS", "MP", "QW", "RM", "ES"]


def test_some_have_signed_the_commitment_and_some_are_late_or_still_to_come(city):
    board = city.signature.board()
    stands = [item.stands for item in board.rows]
    assert (stands.count("sudah"), stands.count("susulan")) == (6, 2)
    assert stands.count("belum") >= 5
    assert board.missing == 0, "drawing up the list makes nobody twice"


def test_programs_name_the_documents_they_rest_on(city):
    rows = city._store.db.conn.execute("SELECT count(*) FROM part WHERE field = 'document'").fetchone()
    assert rows == (12,)
