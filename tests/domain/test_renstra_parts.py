"""The list of a table of all agencies: targets, guesses, merged parts, doubts that are asked once."""

from dataclasses import replace

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.renstra import Decision, Draft, LineDraft, Origin, Problem, RecordDraft, split
from smartcity_desktop.domain.renstra_parts import (
    SKIP,
    AgencyPart,
    PartChoice,
    is_of_several,
    new_name,
    new_target,
    parts_of,
)
from smartcity_desktop.domain.renstra_split import merged

ROADS, WATER, HEALTH = "Dinas Jalan", "DPUPR", "Dinas Kesehatan"


def program(number, opd, **more):
    origin = Origin("T", number)
    pagu = {"Tahun-1": number * 1_000}
    return LineDraft(
        "program", f"1.03.{number:02}", f"Program {number}", pagu=pagu, opd=opd, origin=origin, **more
    )


def read(*lines, problems=()):
    return Draft(lines=lines, years=("Tahun-1",), document_kind="rpjmd", problems=problems, sheet="T")


YEARS = Problem("T", "E1", "years", "", suggestion="2026", field="years")
WHOLE = read(
    program(2, ROADS),
    program(3, WATER),
    program(4, f"{WATER}; {ROADS}"),
    program(5, HEALTH),
    program(6, ""),
    problems=(YEARS, Problem("T", "C5", "code-odd", "", 3, suggestion="1.02.02", field="code")),
)


def begun(whole=WHOLE, standing=frozenset()):
    known = {ROADS: "jalan", HEALTH: "sehat"}
    found = [
        AgencyPart(part.opd_name, part, RowId(known.get(part.opd_name, "")), part.opd_name != HEALTH)
        for part in split(whole)
    ]
    return parts_of(whole, found, frozenset(standing))


def told(choices):
    return [(item.opd, item.name, [line.name for line in item.draft.lines]) for item in choices]


def test_a_table_is_one_of_several_agencies_from_the_second_name_on():
    assert is_of_several(WHOLE)
    assert not is_of_several(read(program(2, ROADS), program(3, ROADS), program(4, "")))


def test_what_is_unknown_is_left_out_until_a_person_says_where_it_goes():
    parts = begun()
    assert [(row.name, row.target, row.sure) for row in parts.rows] == [
        (ROADS, "jalan", True),
        (WATER, SKIP, True),
        (HEALTH, "sehat", False),
        ("", SKIP, True),
    ]
    assert told(parts.choices) == [("jalan", "", ["Program 2", "Program 4"]), ("sehat", "", ["Program 5"])]
    added = parts.adds_unknown()
    assert [row.target for row in added.rows] == ["jalan", new_target(WATER), "sehat", SKIP]
    assert told(added.choices)[1] == ("", WATER, ["Program 3", "Program 4"])
    assert new_name("jalan") == ""
    assert [new_name(new_target(name)) for name in ("DINAS PASAR", "DPUPR")] == ["Dinas Pasar", "DPUPR"]


def test_a_guess_is_sure_once_somebody_looked_at_it():
    parts = begun()
    assert parts.agreed(2).rows[2].sure
    assert parts.aimed(2, "jalan").rows[2].sure


def test_two_names_of_one_agency_are_stored_as_one_plan_with_the_money_of_both():
    parts = begun().aimed(1, "jalan").aimed(3, "jalan")
    assert parts.same("jalan") == (0, 1, 3)
    joined = parts.joined("jalan")
    assert [(line.name, dict(line.pagu), line.opd) for line in joined.lines] == [
        ("Program 2", {"Tahun-1": 2_000}, ROADS),
        ("Program 3", {"Tahun-1": 3_000}, ROADS),
        ("Program 4", {"Tahun-1": 4_000}, ROADS),
        ("Program 6", {"Tahun-1": 6_000}, ROADS),
    ]
    assert [item.code for item in joined.problems] == ["years"]
    assert told(parts.choices)[0][0] == "jalan"


def test_doubts_and_rows_that_were_held_back_keep_their_places_when_parts_are_merged():
    held = program(9, WATER, parent=0)
    one = read(program(2, ROADS), program(8, ROADS))
    other = read(
        program(3, WATER),
        problems=(
            Problem("T", "C3", "code-odd", "", 0, field="code"),
            Problem("T", "C9", "code-missing", "", held=held, field="code"),
        ),
    )
    told = RecordDraft("layanan", "Jalan mantap")
    joined = merged(
        [replace(one, records=(told,)), replace(other, records=(told, RecordDraft("layanan", "Air")))]
    )
    assert [item.name for item in joined.records] == ["Jalan mantap", "Air"]
    assert [line.name for line in joined.lines] == ["Program 2", "Program 3", "Program 8"]
    assert [item.line for item in joined.problems] == [1, None]
    assert joined.problems[1].held.parent == 1
    assert merged([one]) is one


def test_a_plan_that_stands_stays_unless_it_shall_give_way():
    parts = begun(standing=("jalan",))
    assert (parts.stays("jalan"), parts.stays("sehat"), parts.targets) == (True, False, ("sehat",))
    given = parts.switched("jalan")
    assert given.targets == ("jalan", "sehat")
    assert [item.replaces for item in given.choices] == [True, False]
    assert given.switched("jalan") == parts
    assert parts.switched("sehat") == parts
    assert parts.replaces_all(on=True) == given
    assert given.replaces_all(on=False) == parts
    assert given.aimed(0, SKIP).replacing == frozenset()


def test_ties_hold_as_long_as_the_lines_do():
    ties = {RowId("lama"): 1}
    parts = begun(standing=("jalan",)).switched("jalan").tied("jalan", ties)
    assert parts.choices[0] == PartChoice(parts.joined("jalan"), RowId("jalan"), replaces=True, ties=ties)
    assert parts.agreed(2).ties == {"jalan": ties}
    assert parts.aimed(1, "jalan").ties == {}


def test_a_doubt_about_the_file_is_asked_once_and_answered_for_every_part():
    parts = begun()
    assert [item.code for item in parts.asked] == ["years"]
    assert [item.code for item in parts.own(2)] == ["code-odd"]
    after = parts.decided(Decision(YEARS.key, "accept"))
    assert after.asked == ()
    assert [dict(row.money) for row in after.rows] == [
        {"2026": 2_000},
        {"2026": 7_000},
        {"2026": 5_000},
        {"2026": 6_000},
    ]
    assert (after.rows[0].programs, after.whole.years) == (2, ("2026",))


def test_the_doubts_of_a_part_are_answered_alone_and_those_of_the_file_wait():
    parts = begun()
    alone = parts.alone(2)
    assert [item.code for item in alone.problems] == ["code-odd"]
    after = parts.read(2, Draft(lines=alone.lines, years=alone.years))
    assert after.own(2) == ()
    assert [item.code for item in after.rows[2].draft.problems] == ["years"]


def test_a_line_that_was_given_to_another_agency_goes_to_its_part():
    parts = begun().tied("sehat", {RowId("lama"): 0})
    alone = parts.alone(0)
    moved = Draft(lines=(alone.lines[0], replace(alone.lines[1], opd=HEALTH)), years=alone.years)
    after = parts.read(0, moved)
    assert [(row.name, [line.name for line in row.draft.lines]) for row in after.rows[:3]] == [
        (ROADS, ["Program 2"]),
        (WATER, ["Program 3", "Program 4"]),
        (HEALTH, ["Program 4", "Program 5"]),
    ]
    assert (after.rows[2].target, after.ties) == ("sehat", {})
    gone = parts.read(2, Draft(lines=(replace(parts.alone(2).lines[0], opd="Dinas Baru"),)))
    assert [row.name for row in gone.rows] == [ROADS, WATER, "", "Dinas Baru"]
