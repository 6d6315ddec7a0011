"""The filled exercises of the sample city: the words of the catalogue, trails, gaps, and exact means."""

import re
from collections import Counter
from statistics import mean

import pytest

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.storage import reference
from tests.shelf.test_sample import ANALYSES, GROUPS, OPD, STAGES, WORKSHOP, strange

WHOLE = reference.sample_part("exercises")
SHEETS = WHOLE["sheets"]
DEFINITIONS = {item.code: item for item in reference.worksheet_definitions()}
CODES = tuple(code for code in DEFINITIONS if code not in {"L1", "L5"})
ISSUES = {row["key"] for sheet in GROUPS for row in sheet["rows"]}
KEYS = {row["key"] for sheet in SHEETS for row in sheet["rows"] if "key" in row} | ISSUES
ASSESSORS = [item["name"] for item in WHOLE["assessors"]]
STATED = {
    "c-desaku": ("4,0 3,4 4,0 3,0 3,2 3,6 3,2 3,0 3,4", "3,42"),
    "c-matic": ("3,2 3,4 2,8 3,0 2,6 3,4 2,4 2,2 2,6", "2,84"),
    "c-agriprop": ("3,4 2,6 3,2 2,6 2,4 3,0 2,4 2,4 2,6", "2,73"),
    "c-health": ("3,6 3,2 3,8 2,8 3,0 3,6 3,0 2,6 3,0", "3,18"),
    "c-contrawar": ("3,4 2,8 3,4 3,2 3,0 3,0 2,8 2,6 2,8", "3,00"),
    "c-edusampah": ("3,6 3,8 3,8 3,4 3,4 3,6 3,2 3,0 3,0", "3,42"),
}
"""The scoring table of the field: nine criteria of six candidates, five assessors, and their means."""


def of(code):
    return [sheet for sheet in SHEETS if sheet["worksheet"] == code]


def rows_of(code):
    return [row for sheet in of(code) for row in sheet["rows"]]


@pytest.mark.parametrize("code", CODES)
def test_the_rows_speak_the_words_of_the_catalogue(code):
    entity = CATALOG[DEFINITIONS[code].target]
    assert rows_of(code)
    besides = {"key", "item", "line", "row", "milestones", "scores"}
    assert [wrong for row in rows_of(code) if (wrong := strange(entity, row, besides))] == []
    heads = [
        {name: value for name, value in sheet.items() if name not in {"party", "rows"}} for sheet in of(code)
    ]
    assert [wrong for head in heads if (wrong := strange(CATALOG["sheet"], head, set()))] == []
    for column in DEFINITIONS[code].columns:
        stored = {choice.partition("=")[0] for choice in column.choices}
        if column.kind == "choice":
            said = {one for row in rows_of(code) for one in as_list(row.get(column.bound))}
            assert {str(one) for one in said} <= stored, column.key


def as_list(value):
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


def test_every_word_leads_to_what_it_names():
    dimensions = {row["dimension"] for row in GROUPS}
    parts = {part["code"] for part in DEFINITIONS["L2"].parts}
    for sheet in SHEETS:
        assert sheet["party"] in {*OPD, *dimensions, *parts, *ASSESSORS}
        assert sheet.get("session", "isu") in {row["key"] for row in STAGES["sessions"]}
    points = {row["code"] for row in WORKSHOP["plan_points"]}
    subs = {part.code for item in reference.dimension_sets()[0].dimensions for part in item.subdimensions}
    known = {
        "opd": set(OPD),
        "support": set(OPD),
        "point": points,
        "issue_link": points,
        "dimension": dimensions,
    }
    known |= {"subdimension": subs, "also": subs, "initiative": KEYS, "factor": KEYS, "row": KEYS}
    for row in (row for sheet in SHEETS for row in sheet["rows"]):
        for name, words in known.items():
            assert {*as_list(row.get(name))} <= words, row


def test_every_row_of_origin_stands_somewhere_and_trails_cross_the_exercises():
    codes = {item["code"] for item in DEFINITIONS["L2"].items}
    trails = Counter()
    for sheet in SHEETS:
        for word in (word for row in sheet["rows"] for word in row.get("origin", ())):
            head, _, rest = word.partition(":")
            if head == "line":
                short, _, code = rest.partition(":")
                assert code in {row["code"] for row in ANALYSES[short]}
            elif rest:
                assert rest in codes
                assert rest.startswith(head)
            else:
                assert word in KEYS
            trails[sheet["worksheet"]] += 1
    assert {"L3", "L4", "L4V", "L7", "L10"} <= set(trails)
    (merged,) = (sheet for sheet in of("L3") if sheet["party"] == "GOV")
    assert all(len(row["origin"]) >= 2 for row in merged["rows"]), "merged rows keep what went in"


def test_sheets_are_as_far_as_in_a_real_hall():
    assert {sheet["status"] for sheet in SHEETS} >= {
        "belum",
        "sedang",
        "diserahkan",
        "diperiksa",
        "disepakati",
    }
    assert sum(bool(sheet.get("on_paper")) for sheet in SHEETS) >= 4
    assert sum(bool(sheet.get("waived")) for sheet in SHEETS) >= 2
    assert any(sheet.get("signed_on") for sheet in of("L12"))
    assert all(len(of(code)) >= 2 for code in CODES)


def test_readiness_leaves_some_unanswered_and_shows_gaps():
    answered = {row["item"]: row.get("score") for row in rows_of("L2")}
    assert len(answered) == 30
    assert [score for score in answered.values() if score is None] != []
    assert {0, 1, 2, 3, 4} >= {score for score in answered.values() if score is not None} >= {1, 2, 3, 4}
    assert sum("gap" in row for row in rows_of("L2")) >= 20
    assert 4 <= len(of("L2K")) <= len(OPD)
    assert any(0 < len(sheet["rows"]) < 30 for sheet in of("L2K"))


def test_several_opd_have_factors_of_all_four_kinds_and_strategies_that_cite_them():
    whole = [sheet["party"] for sheet in of("L3") if {row["kind"] for row in sheet["rows"]} == set("SWOT")]
    assert len(whole) >= 4
    kind_of = {row["key"]: row["kind"] for row in rows_of("L3")}
    own = {sheet["party"]: {row["key"] for row in sheet["rows"]} for sheet in of("L3")}
    for sheet in of("L3T"):
        for row in sheet["rows"]:
            assert set(row["factor"]) <= own[sheet["party"]]
            assert {kind_of[key] for key in row["factor"]} == set(row["kind"])
    assert {row["kind"] for row in rows_of("L3T")} == {"SO", "WO", "ST", "WT"}


def test_one_swot_carries_weights_that_sum_to_one_inside_and_outside():
    rows = [row for row in rows_of("L3") if row.get("weight")]
    inside = sum(round(float(row["weight"]) * 100) for row in rows if row["kind"] in "SW")
    outside = sum(round(float(row["weight"]) * 100) for row in rows if row["kind"] in "OT")
    assert (inside, outside) == (100, 100)
    assert all(row["rating"] in range(1, 5) for row in rows)


def test_two_visions_are_proposed_each_with_its_missions():
    kinds = [Counter(row["kind"] for row in sheet["rows"]) for sheet in of("L4V")]
    assert [count["visi"] for count in kinds] == [1, 1]
    assert all(3 <= count["misi"] <= 6 for count in kinds)
    assert {row["state"] for row in rows_of("L4V")} == {"usulan"}


def test_programs_have_actions_milestones_and_some_gaps():
    programs = {row["key"]: row for row in rows_of("L7")}
    assert len(programs) == 75
    wanted = {item.bound for item in DEFINITIONS["L7"].columns if item.wanted}
    whole = [row for row in programs.values() if all(row.get(name) for name in wanted)]
    assert 4 <= len(programs) - len(whole) <= 10
    assert len({row["name"] for row in programs.values()}) == len(programs)
    assert {row["initiative"] for row in rows_of("L8")} == set(programs), "nothing is only a wish"
    assert {row["head"] for row in rows_of("L8")} == set(CATALOG["action"].by_name["head"].choices)
    assert len(rows_of("L8")) == 160
    assert {row["row"] for row in rows_of("L9")} == set(programs)
    for row in rows_of("L9"):
        assert row["milestones"]
        assert set(row["milestones"]) <= set(PERIODS)
    assert sum(len(row["milestones"]) for row in rows_of("L9")) >= 240


def test_every_subdimension_has_its_programs_and_most_of_them_a_price():
    programs = rows_of("L7")
    parts = {part.code for item in reference.dimension_sets()[0].dimensions for part in item.subdimensions}
    spread = Counter(row["subdimension"] for row in programs)
    assert set(spread) == parts
    assert min(spread.values()) >= 3
    priced = [row for row in programs if row.get("cost") or row.get("cost_low")]
    assert 50 <= len(priced) < len(programs)
    assert any(row.get("cost_low") and not row.get("cost") for row in priced), (
        "a range where years are unknown"
    )


def test_years_of_programs_actions_and_costs_agree():
    programs = {row["key"]: row for row in rows_of("L7")}
    for row in (*programs.values(), *rows_of("L8")):
        assert 2026 <= row["year_start"] <= row["year_end"] <= 2035, row
        assert set(row.get("cost", {})) <= set(PERIODS)
    for row in rows_of("L8"):
        years = {min(year - 2025, 6) for year in range(row["year_start"], row["year_end"] + 1)}
        assert {PERIODS[year - 1] for year in years} >= set(row.get("cost", {})), row


def test_what_a_program_waits_for_stands_and_once_comes_too_late():
    programs = {row["key"]: row for row in rows_of("L7")}
    waits = [(row, programs[key]) for row in programs.values() for key in row.get("after", ())]
    assert len(waits) >= 25
    assert not any(row is before for row, before in waits)
    assert any(before["year_start"] > row["year_start"] for row, before in waits)


def scores(candidate):
    """Return the whole scores of the five assessors, criterion by criterion."""
    told = [next(row for row in sheet["rows"] if row["row"] == candidate)["scores"] for sheet in of("L10N")]
    return [[one[item["code"]] for one in told] for item in DEFINITIONS["L10N"].criteria]


@pytest.mark.parametrize("candidate", STATED)
def test_five_whole_scores_a_cell_come_to_the_stated_means(candidate):
    cells, whole = STATED[candidate]
    found = scores(candidate)
    assert {len(cell) for cell in found} == {5}
    assert all(value in range(5) for cell in found for value in cell)
    assert [sum(cell) for cell in found] == [
        round(float(mark.replace(",", ".")) * 5) for mark in cells.split()
    ]
    assert f"{mean(value for cell in found for value in cell):.2f}".replace(".", ",") == whole


def test_two_candidates_come_to_exactly_the_same_and_some_cells_to_be_talked_about():
    total = {candidate: sum(map(sum, scores(candidate))) for candidate in STATED}
    assert total["c-desaku"] == total["c-edusampah"] == max(total.values())
    apart = [cell for candidate in STATED for cell in scores(candidate) if max(cell) - min(cell) >= 2]
    assert 1 <= len(apart) <= 6


def test_money_stands_in_whole_rupiah_and_days_are_real():
    texts = [str(value) for sheet in SHEETS for row in sheet["rows"] for value in row.values()]
    assert [text for text in texts if re.search(r"Rp \d|Rp\d{5,}", text)] == []
    assert all(re.fullmatch(r"2026-\d\d-\d\d", row["due"]) for row in rows_of("L12"))
