"""A table of all agencies comes apart into the plan of each, without losing or doubling a rupiah."""

from dataclasses import replace
from time import process_time

from smartcity_desktop.domain.renstra import Draft, LineDraft, Origin, PointDraft, Problem
from smartcity_desktop.domain.renstra_draft import RecordDraft
from smartcity_desktop.domain.renstra_split import split
from tests.domain.plans import plan


def row(level, code, name, **more):
    return LineDraft(level, code, name, **more)


def program(number, opd, **more):
    pagu = {"2025": number * 1_000_000}
    return row("program", f"2.16.{number:02}", f"Program {number}", pagu=pagu, opd=opd, **more)


def region(*lines, **more):
    return Draft(lines=lines, document_kind="rpjmd", **more)


def told(parts):
    return [(part.opd_name, [(one.name, dict(one.pagu)) for one in part.lines]) for part in parts]


def test_every_agency_gets_its_lines_and_the_nameless_rest_comes_last():
    read = region(program(2, "Dinas A"), program(3, ""), program(4, "Badan B"), program(5, "Dinas A"))
    assert told(split(read)) == [
        ("Dinas A", [("Program 2", {"2025": 2_000_000}), ("Program 5", {"2025": 5_000_000})]),
        ("Badan B", [("Program 4", {"2025": 4_000_000})]),
        ("", [("Program 3", {"2025": 3_000_000})]),
    ]


def test_a_plan_that_names_no_agency_stays_whole():
    read = Draft(lines=plan())
    assert split(read) == [read]


def test_capitals_blanks_and_the_sign_for_and_make_no_other_agency():
    read = region(program(2, "Dinas PU & Tata Ruang"), program(3, "DINAS PU  DAN TATA RUANG"))
    (part,) = split(read)
    assert (part.opd_name, len(part.lines), part.problems) == ("Dinas PU & Tata Ruang", 2, ())


def test_a_slip_of_the_pen_is_the_same_agency_with_a_doubt():
    read = region(program(2, "Dinas Perhubungan"), program(3, "Dinas Perhubunagn"))
    (part,) = split(read)
    assert len(part.lines) == 2
    (problem,) = part.problems
    assert problem.code == "opd-spelling"
    assert problem.message == '"Dinas Perhubunagn" dianggap sama dengan "Dinas Perhubungan".'


def test_names_that_only_look_alike_stay_two():
    names = (
        "Dinas Pertanian",
        "Dinas Perikanan",
        "Kecamatan Sukamaju",
        "Kecamatan Sukajaya",
        "UPT 1",
        "UPT 2",
    )
    read = region(*(program(number, name) for number, name in enumerate(names, start=2)))
    assert [part.opd_name for part in split(read)] == list(names)


def test_a_program_of_two_agencies_counts_its_money_once():
    read = region(program(2, "Dinas A; Badan B"), program(3, "Badan B"))
    first, second = split(read)
    assert told([first, second]) == [
        ("Dinas A", [("Program 2", {"2025": 2_000_000})]),
        ("Badan B", [("Program 2", {}), ("Program 3", {"2025": 3_000_000})]),
    ]
    assert [(item.code, item.line) for item in second.problems] == [("opd-shared", 0)]


def test_goals_of_the_region_stay_out_and_those_of_a_plan_come_along():
    lines = (
        row("tujuan", "", "Kota maju"),
        row("sasaran", "", "Layanan naik", parent=0),
        program(2, "Dinas A", parent=1),
        row("kegiatan", "2.16.02.2.01", "Kegiatan", opd="Dinas A", parent=2),
        program(3, "Badan B", parent=1),
    )
    of_region = split(region(*lines, points=(PointDraft("visi", "Maju"),)))
    assert [[one.level for one in part.lines] for part in of_region] == [["program", "kegiatan"], ["program"]]
    assert [part.points for part in of_region] == [(), ()]
    of_plan = split(Draft(lines=lines))
    assert [[(one.level, one.parent) for one in part.lines] for part in of_plan] == [
        [("tujuan", None), ("sasaran", 0), ("program", 1), ("kegiatan", 2)],
        [("tujuan", None), ("sasaran", 0), ("program", 1)],
    ]


def test_doubts_go_with_their_lines_and_those_of_the_file_to_everybody():
    held = replace(program(9, "Badan B"), origin=Origin("R", 9))
    problems = (
        Problem("R", "A1", "years", "", field="years"),
        Problem("R", "C3", "code-odd", "", 1, field="code"),
        Problem("R", "C9", "code-missing", "", held=held, field="code"),
    )
    one, other = split(region(program(2, "Dinas A"), program(3, "Badan B"), problems=problems))
    assert [(item.code, item.line) for item in one.problems] == [("years", None)]
    assert [(item.code, item.line) for item in other.problems] == [
        ("years", None),
        ("code-odd", 0),
        ("code-missing", None),
    ]


def test_a_row_that_was_held_back_is_never_lost():
    lines = (
        program(2, "Dinas A"),
        row("kegiatan", "2.16.02.2.01", "Kegiatan A", parent=0, opd="Dinas A"),
        program(4, "Badan B"),
    )
    held = [
        row("kegiatan", "", "Di bawah program", parent=0),
        row("program", "", "Menyebut OPD-nya", opd="Badan B"),
        row("program", "", "Menyebut OPD yang tidak punya baris", opd="Dinas C"),
        row("program", "", "Tidak menyebut siapa pun"),
    ]
    doubts = tuple(
        Problem("S", f"B{place}", "code-missing", "", field="code", held=one)
        for place, one in enumerate(held)
    )
    parts = split(region(*lines, problems=doubts))
    found = {part.opd_name: [one.held.name for one in part.problems if one.held] for part in parts}
    assert found == {
        "Dinas A": ["Di bawah program"],
        "Badan B": ["Menyebut OPD-nya"],
        "Dinas C": ["Menyebut OPD yang tidak punya baris"],
        "": ["Tidak menyebut siapa pun"],
    }


def test_a_strategy_goes_the_way_of_the_goal_it_stands_under():
    lines = (
        row("sasaran", "", "Jalan mantap"),
        program(2, "Dinas A", parent=0),
        row("sasaran", "", "Data terpadu"),
        program(4, "Badan B", parent=2),
    )
    said = (
        RecordDraft("strategi", "Pemeliharaan rutin", goal="Jalan mantap"),
        RecordDraft("strategi", "Walidata", goal="Data terpadu"),
        RecordDraft("layanan", "Indeks"),
    )
    parts = split(Draft(lines=lines, records=said))
    assert {part.opd_name: [one.name for one in part.records] for part in parts} == {
        "Dinas A": ["Indeks", "Pemeliharaan rutin"],
        "Badan B": ["Indeks", "Walidata"],
    }


def test_a_column_of_thousands_of_texts_taken_for_agencies_is_split_at_once():
    lines = [program(1, f"Uraian {number} tentang hal") for number in range(3000)]
    begun = process_time()
    assert len(split(region(*lines))) == len(lines)
    assert process_time() - begun < 20
