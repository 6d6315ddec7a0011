"""What becomes of a draft when a person has looked at its doubts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.renstra import (
    Answers,
    Decision,
    Draft,
    IndicatorDraft,
    LineDraft,
    Origin,
    PointDraft,
    Problem,
    RecordDraft,
    advise,
    apply,
)
from smartcity_desktop.domain.renstra_decide import decide_all, kinds, with_parents
from smartcity_desktop.domain.renstra_sure import words
from smartcity_desktop.errors import UserFault
from tests.domain.plans import NOMENCLATURE, YEARS, draft, line, plan


def doubt(field, **more):
    return Problem("Renstra", "C6", "doubt", "", 3, field=field, **more)


def decided(problem, act, value="", **more):
    read = draft(problems=(problem, Problem("Renstra", "Z9", "other", "")), **more)
    after = apply(read, [Decision(problem.key, act, value)])
    assert [item.code for item in after.problems] == ["other"]
    return after


def test_an_accepted_code_stands_in_the_line():
    after = decided(doubt("code", suggestion="2.16.01.2.05"), "accept")
    assert (after.lines[3].code, after.lines[3].support) == ("2.16.01.2.05", True)


def test_a_mended_code_is_made_normal():
    assert decided(doubt("code"), "mend", "2,16,2,2,3").lines[3].code == "2.16.02.2.03"


def test_a_code_left_out_is_empty():
    assert decided(doubt("code", suggestion="2.16.02.2.09"), "leave_out").lines[3].code == ""


def test_accepting_without_a_suggestion_keeps_the_line():
    assert decided(doubt("code"), "accept").lines == plan()


@pytest.mark.parametrize(
    ("field", "value"),
    [("code", "2 Paket"), ("pagu@2025", "banyak"), ("level", "urusan"), ("years", "depan")],
)
def test_a_value_that_cannot_stand_there_is_refused(field, value):
    problem = doubt(field)
    with pytest.raises(UserFault, match="read-mend"):
        apply(draft(problems=(problem,)), [Decision(problem.key, "mend", value)])


def test_a_mended_amount_stands_in_its_year():
    after = decided(doubt("pagu@2026"), "mend", "Rp7.000.000")
    assert after.lines[3].pagu == {"2025": 5_000, "2026": 7_000_000}


def test_an_amount_left_out_is_gone():
    assert decided(doubt("pagu@2026"), "leave_out").lines[3].pagu == {"2025": 5_000}


def test_a_mended_level_hangs_the_lines_anew():
    after = decided(doubt("level"), "mend", "program")
    assert (after.lines[3].level, after.lines[3].parent) == ("program", 1)


def test_a_mended_name_replaces_the_old_one():
    assert decided(doubt("name"), "mend", "Baru").lines[3].name == "Baru"


def test_a_doubt_about_nothing_in_particular_just_goes():
    assert decided(doubt(""), "accept").lines == plan()


def held():
    row = line("kegiatan", "Hubungan Media", "", (700, 800), row=6, parent=2)
    held = replace(row, origin=Origin("Renstra", 6))
    return Problem("Renstra", "D6", "code-missing", "", field="code", held=held)


def test_a_held_row_comes_in_where_it_stood_and_the_others_move():
    later = Problem("Renstra", "C8", "code-odd", "", 5, field="code")
    lines = tuple(replace(one, origin=Origin("Renstra", number * 2)) for number, one in enumerate(plan(), 1))
    read = Draft(years=YEARS, lines=lines, problems=(held(), later))
    after = apply(read, [Decision(held().key, "mend", "2.16.02.2.02")])
    assert [one.name for one in after.lines[2:5]] == [
        "Informasi dan Komunikasi Publik",
        "Hubungan Media",
        "Pengelolaan Informasi",
    ]
    assert after.lines[3].code == "2.16.02.2.02"
    assert after.lines[3].parent == 2
    assert after.problems == (replace(later, line=6),)
    assert [one.parent for one in after.lines] == [None, 0, 1, 2, 2, 1, 5]


def test_a_held_row_accepted_without_a_code_comes_in_without_one():
    after = decided(held(), "accept")
    assert after.lines[4].name == "Hubungan Media"
    assert after.lines[4].code == ""


def test_a_held_row_left_out_stays_out():
    assert decided(held(), "leave_out").lines == plan()


def ordinal():
    lines = tuple(
        replace(
            one,
            pagu={"Tahun-3": 1, "Tahun-4": 2},
            indicators=(IndicatorDraft("I", targets={"Tahun-3": "5"}),),
            cells={"pagu@Tahun-3": "H1"},
        )
        for one in plan()
    )
    problems = (
        Problem("Renstra", "H4", "years", "", suggestion="2021, 2022", field="years"),
        Problem("Renstra", "H5", "pagu-unreadable", "", 3, field="pagu@Tahun-4"),
    )
    return Draft(years=("Tahun-3", "Tahun-4"), lines=lines, problems=problems)


@pytest.mark.parametrize(
    ("act", "value"), [("accept", ""), ("mend", "2021"), ("mend", "2021–2022"), ("mend", "2021, 2022")]
)
def test_ordinal_years_get_their_calendar_years_everywhere(act, value):
    after = apply(ordinal(), [Decision("years:Renstra!H4", act, value)])
    assert after.years == ("2021", "2022")
    assert after.lines[0].pagu == {"2021": 1, "2022": 2}
    assert after.lines[0].indicators[0].targets == {"2021": "5"}
    assert after.lines[0].cells == {"pagu@2021": "H1"}
    assert [item.field for item in after.problems] == ["pagu@2022"]
    assert (after.period_start, after.period_end) == (2021, 2022)


def test_years_left_out_keep_their_ordinals():
    after = apply(ordinal(), [Decision("years:Renstra!H4", "leave_out")])
    assert after.years == ("Tahun-3", "Tahun-4")
    assert len(after.problems) == 1


def test_two_years_cannot_become_one():
    with pytest.raises(UserFault, match="read-mend"):
        apply(ordinal(), [], Answers(years={"Tahun-3": 2021, "Tahun-4": 2021}))


def test_amounts_are_multiplied_as_they_are_written_not_as_they_were_rounded():
    read = Draft(
        lines=(
            LineDraft("program", "2.16.02", "a", pagu={"2025": 1251, "2026": 2, "2027": 1, "2028": 7}),
            LineDraft("program", "2.16.03", "b", pagu={"2025": 5}),
        ),
        points=(PointDraft("program", "a", pagu={"2025": 1251}, origin=Origin("Renstra", 6)),),
    )
    texts = {"pagu@2025": "1.250,75", "pagu@2026": "1,5", "pagu@2027": "1.250", "pagu@2028": "tujuh"}
    first = replace(read.lines[0], written=texts, origin=Origin("Renstra", 6))
    read = replace(read, lines=(first, *read.lines[1:]))
    after = apply(read, [], Answers(multiplier=1_000_000))
    assert [one.pagu for one in after.lines] == [
        {"2025": 1_250_750_000, "2026": 1_500_000, "2027": 1_250_000, "2028": 7_000_000},
        {"2025": 5_000_000},
    ]
    assert after.points[0].pagu == {"2025": 1_250_750_000}
    assert apply(after, [], Answers(multiplier=1)).lines == read.lines
    assert apply(after, [], Answers(multiplier=1)).points == read.points


@pytest.mark.parametrize("value", ["²", "9" * 5000, "0", "1000000000", "-1"])
def test_a_multiplier_that_is_none_or_makes_more_than_any_plan_has_is_refused(value):
    problem = Problem("Renstra", "H1", "multiplier", "", field="multiplier")
    read = Draft(lines=(LineDraft("program", "2.16.02", "a", pagu={"2025": 10**12}),), problems=(problem,))
    with pytest.raises(UserFault) as refused:
        apply(read, [Decision(problem.key, "mend", value)])
    assert refused.value.code == "read-mend"


def test_the_multiplier_is_confirmed_or_taken_back():
    problem = Problem("Renstra", "H1", "multiplier", "", suggestion="1000", field="multiplier")
    read = draft(problems=(problem,), multiplier=1000, multiplier_confirmed=False)
    kept = apply(read, [Decision(problem.key, "accept")])
    assert (kept.multiplier, kept.multiplier_confirmed, kept.lines) == (1000, True, plan())
    single = apply(read, [Decision(problem.key, "leave_out")])
    assert (single.multiplier, single.lines[2].pagu) == (1, {"2025": 5, "2026": 6})
    more = apply(read, [Decision(problem.key, "mend", "1.000.000")])
    assert more.lines[2].pagu == {"2025": 5_000_000, "2026": 6_000_000}
    assert apply(read, [], Answers(multiplier=1)) == single


def test_the_base_year_is_put_on_every_baseline():
    problem = Problem("Renstra", "G3", "baseline-year", "", field="baseline_year")
    read = draft(problems=(problem,))
    after = apply(read, [Decision(problem.key, "mend", "2024")])
    assert after.base_year == 2024
    assert after.lines[0].indicators[0].baseline_year == "2024"
    assert apply(read, [], Answers(base_year=2024)) == after


def test_a_decision_on_an_unknown_doubt_changes_nothing():
    assert apply(draft(), [Decision("code-odd:Renstra!Q1", "accept")]) == draft()


def test_the_nomenclature_proposes_a_missing_code_by_name():
    lines = with_parents(
        [
            line("program", "PROGRAM PENYELENGGARAAN PERSANDIAN", "2.21.02"),
            line("kegiatan", "Penetapan Pola Hubungan Komunikasi Sandi", row=2),
            line("program", "Penunjang", "2.16.01", row=3),
            line("kegiatan", "Administrasi Keuangan Perangkat Daerah", row=4),
        ]
    )
    opening = 'Kolom kode berisi "2 Paket".'
    problems = tuple(
        Problem("Renstra", f"C{at}", "code-odd", "", at, field="code", values={"opening": opening})
        for at in (1, 3)
    )
    advised = advise(Draft(lines=lines, problems=problems), NOMENCLATURE).problems
    assert [problem.suggestion for problem in advised] == ["2.21.02.2.02", "2.16.01.2.02"]
    assert advised[0].message == f"{opening} Menurut nomenklatur kodenya 2.21.02.2.02."


def guessed(number):
    """Return a doubt about the code of a line, and one that holds a row back."""
    return Problem("Renstra", f"C{number}", "code-guessed", "", number, "2.16.09", field="code")


def test_all_doubts_of_a_kind_are_accepted_at_once_and_the_others_stay():
    read = draft(problems=(guessed(1), doubt("name"), guessed(2)))
    after = decide_all(read, "code-guessed", "accept")
    assert [after.lines[index].code for index in (1, 2)] == ["2.16.09", "2.16.09"]
    assert [item.code for item in after.problems] == ["doubt"]
    assert list(kinds(read)) == ["code-guessed", "doubt"]
    assert [len(items) for items in kinds(read).values()] == [2, 1]


def test_rows_held_back_come_in_all_at_once_each_in_its_place():
    held = [
        Problem(
            "Renstra",
            f"C{row}",
            "code-missing",
            "",
            held=LineDraft("kegiatan", "", f"Baris {row}", origin=Origin("Renstra", row)),
        )
        for row in (30, 10, 20)
    ]
    read = draft(problems=tuple(held))
    after = decide_all(read, "code-missing", "accept")
    assert after.problems == ()
    assert [one.name for one in after.lines if one.name.startswith("Baris")] == [
        "Baris 10",
        "Baris 20",
        "Baris 30",
    ]
    assert decide_all(read, "code-missing", "leave_out").lines == read.lines


def test_what_a_person_has_seen_is_no_longer_doubtful():
    lines = tuple(replace(one, sure={"code": 60, "level": 70}) for one in plan())
    for act, value in (("accept", ""), ("mend", "2.16.02")):
        after = apply(Draft(lines=lines, problems=(guessed(3),)), [Decision(guessed(3).key, act, value)])
        assert after.lines[3].sure == {"level": 70}


def test_a_target_is_mended_taken_as_read_or_given_back_as_written():
    item = IndicatorDraft("Rasio", targets={"2025": "1,25"}, written={"target@2025": "1.250"})
    lines = (LineDraft("program", "2.16.02", "Program", indicators=(item,), sure={"target@2025": 60}),)
    asked = Problem("R", "E5", "target-mark", "", 0, "1,25", {"indicator": "0"}, "target@2025")
    read = Draft(lines=lines, problems=(asked,))
    for act, value, expected in (("accept", "", "1,25"), ("mend", "1,5", "1,5"), ("leave_out", "", "1.250")):
        (only,) = apply(read, [Decision(asked.key, act, value)]).lines
        assert (only.indicators[0].targets["2025"], only.sure) == (expected, {})


def test_answered_years_rename_originals_records_and_points_too():
    item = IndicatorDraft("Rasio", targets={"Tahun-1": "1"}, written={"target@Tahun-1": "1.000"})
    read = Draft(
        years=("Tahun-1",),
        lines=(
            LineDraft(
                "program",
                "2.16.02",
                "Program",
                indicators=(item,),
                pagu={"Tahun-1": 5},
                cells={},
                written={"pagu@Tahun-1": "Rp5"},
                sure={"pagu@Tahun-1": 60},
            ),
        ),
        points=(PointDraft("program", "Program", indicators=(item,), pagu={"Tahun-1": 5}),),
        records=(
            RecordDraft("rpjmd", "A", target={"Tahun-1": "7"}),
            RecordDraft("layanan", "B", target={"Tahun-1": "7"}),
        ),
        problems=(),
    )
    after = apply(read, [], Answers(years={"Tahun-1": 2025}))
    (only,), (point,) = after.lines, after.points
    assert (only.written, only.sure) == ({"pagu@2025": "Rp5"}, {"pagu@2025": 60})
    assert only.indicators[0].written == {"target@2025": "1.000"}
    assert (point.pagu, point.indicators[0].targets) == ({"2025": 5}, {"2025": "1"})
    assert [dict(one.target) for one in after.records] == [{"2025": "7"}, {"Tahun-1": "7"}]


@given(st.permutations(range(5)))
def test_the_order_of_decisions_does_not_matter(order):
    held = Problem(
        "Renstra",
        "C12",
        "code-missing",
        "",
        held=LineDraft("kegiatan", "", "Baru", origin=Origin("Renstra", 2)),
    )
    problems = (
        guessed(1),
        guessed(2),
        held,
        Problem("Renstra", "D5", "name-missing", "", 3, "Nama", field="name"),
        doubt("level", suggestion="program"),
    )
    read = draft(problems=problems)
    steps = [Decision(problem.key, "accept") for problem in problems]
    expected = apply(read, steps)
    assert apply(read, [steps[place] for place in order]) == expected


@given(st.lists(st.tuples(st.sampled_from(["R", "S", "T"]), st.integers(1, 40)), unique=True, max_size=8))
def test_rows_taken_all_at_once_stand_where_they_would_one_by_one(places):
    held = [
        Problem(sheet, f"C{row}", "code-missing", "", held=held_line(sheet, row), field="code")
        for sheet, row in places
    ]
    lines = tuple(replace(one, origin=Origin("RS"[place % 2], 7 * place)) for place, one in enumerate(plan()))
    read = Draft(lines=lines, problems=(guessed(1), *held, guessed(3)))
    after = read
    for problem in sorted(held, key=lambda item: [sheet for sheet, _ in places].index(item.sheet)):
        after = apply(after, [Decision(problem.key, "accept")])
    assert decide_all(read, "code-missing", "accept") == after


def held_line(sheet, row):
    """Return a row that was held back."""
    return LineDraft("kegiatan", "", f"Baris {row}", origin=Origin(sheet, row))


@pytest.mark.parametrize(
    ("percent", "said"), [(95, "hampir pasti"), (85, "sangat mungkin"), (75, "mungkin"), (60, "kira-kira")]
)
def test_how_sure_something_is_is_said_in_words(percent, said):
    assert words(percent) == said
