"""Strategi and arah kebijakan under the goals of a plan, and as rows of a table."""

from smartcity_desktop.domain.analysis import Line
from smartcity_desktop.domain.plan_strategy import StrategyRow, by_goal, strategy_rows
from smartcity_desktop.domain.renstra_draft import RecordDraft

LINES = (
    Line(id="t", level="tujuan", name="Layanan mudah"),
    Line(id="s", level="sasaran", name="Layanan daring naik", parent="t"),
    Line(id="u", level="sasaran", name="Data terpadu", parent="t"),
    Line(id="p", level="program", name="Informasi Publik", parent="s"),
)


def strategy(name, goal="Layanan daring naik"):
    return RecordDraft("strategi", name, goal=goal)


def direction(name, above="", goal="Layanan daring naik"):
    return RecordDraft("arah", name, goal=goal, above=above)


def test_a_direction_stands_behind_its_strategy_and_one_without_comes_first():
    records = (
        strategy("Satu pintu"),
        strategy("Jemput bola"),
        direction("Loket bersama", "Satu pintu"),
        direction("Layanan 24 jam"),
        RecordDraft("layanan", "Indeks SPBE"),
    )
    (found,) = by_goal(LINES, records).items()
    assert found[0] == "s"
    assert [item.name for item in found[1]] == [
        "Layanan 24 jam",
        "Satu pintu",
        "Loket bersama",
        "Jemput bola",
    ]
    assert strategy_rows(LINES, records) == (
        StrategyRow("Layanan daring naik", "", "Layanan 24 jam"),
        StrategyRow("", "Satu pintu", "Loket bersama"),
        StrategyRow("", "Jemput bola", ""),
    )


def test_what_names_no_goal_of_the_plan_stays_with_the_goal_before_it_and_is_never_dropped():
    records = (strategy("A", "DATA  TERPADU"), strategy("B", "Sasaran yang lain"))
    assert {row: [item.name for item in own] for row, own in by_goal(LINES, records).items()} == {
        "u": ["A", "B"]
    }
    assert [item.name for item in by_goal(LINES, records[1:])["t"]] == ["B"]
    assert by_goal(LINES[3:], records) == {}
