"""The measurements themselves: every side runs, on the smallest files; no time is held to a bound."""

import ast
import json
import platform
import sys
from types import SimpleNamespace

import pytest

from tests.bench import frozen, measure, table
from tests.bench.__main__ import README, main
from tests.bench.hall import Hall
from tests.bench.measure import HERE, ROOT, Line, Run, Side
from tests.bench.subjects import SUBJECTS

OURS = {"smartcity_desktop", "ui", "main"}
FLOORS = {
    "floor_window.py": 20,
    "floor_report.py": 80,
    "floor_book.py": 80,
    "floor_attendance.py": 80,
    "floor_cells.py": 80,
    "floor_pages.py": 80,
    "floor_search.py": 80,
    "floor_ideas.py": 80,
    "floor_suggest.py": 40,
    "floor_coverage.py": 80,
    "floor_findings.py": 80,
}
"""The scripts that are measured against, and how many lines they may have."""


@pytest.fixture(scope="module")
def hall(tmp_path_factory):
    made = Hall(tmp_path_factory.mktemp("bench"), small=True)
    yield made
    made.close()


def line(ours, goal=2.0):
    return Line("Start", Side(0.5, 40.0, {}), Side(ours, 80.0, {}), goal)


@pytest.mark.parametrize("subject", [name for name in SUBJECTS if name != "built"])
def test_both_sides_of_a_subject_run_and_are_compared(subject, hall):
    found = SUBJECTS[subject](hall, 0)
    assert found
    for item in found:
        assert item.floor.seconds > 0
        assert item.ours.seconds > 0
    if sys.platform == "linux":
        assert all(item.ours.megabytes > 5 for item in found)


def test_the_report_and_its_floor_have_the_same_pages_of_the_same_words(hall):
    job, texts = hall.report(1)
    floor = measure.run(measure.python("floor_report.py", texts))
    assert floor.told["pages"] == measure.run(measure.python("ours_report.py", job)).told["pages"]
    assert "Dinas" in texts.read_text(encoding="utf-8")


def test_the_attendance_list_and_its_floor_name_the_same_people(hall):
    job, texts = hall.attendance(12)
    floor = measure.run(measure.python("floor_attendance.py", texts))
    assert floor.told["pages"] <= measure.run(measure.python("ours_attendance.py", job)).told["pages"]
    assert len(json.loads(texts.read_text(encoding="utf-8"))["rows"]) == 12


def test_both_sides_of_a_search_find_as_much(hall):
    path = hall.crowd(2, 9, 10, 200)
    floor = measure.run(measure.python("floor_search.py", path))
    ours = measure.run(measure.python("ours_search.py", hall.copy(path)))
    assert floor.told["hits"] == ours.told["hits"] > 0


def test_both_sides_of_reading_see_every_row(hall):
    plan = hall.plan(200)
    assert measure.run(measure.python("floor_cells.py", plan)).told["rows"] == 207
    ours = measure.run(measure.python("ours_reading.py", plan)).told
    assert (ours["lines"], ours["rows"]) == (202, 207)


@pytest.mark.parametrize("name", FLOORS)
def test_a_floor_is_short_and_knows_nothing_of_ours(name):
    text = (HERE / name).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= FLOORS[name]
    named = {
        (item.module or "") if isinstance(item, ast.ImportFrom) else alias.name
        for item in ast.walk(ast.parse(text))
        if isinstance(item, ast.Import | ast.ImportFrom)
        for alias in item.names
    }
    assert {module for module in named if module.partition(".")[0] in OURS} == set()


def test_the_floor_is_frozen_as_the_program_is():
    frozen_with = []

    def run_path(path, given):
        assert (path, given["SPECPATH"]) == (str(ROOT / "build.spec"), str(ROOT))
        return {"freeze": lambda *words, **more: frozen_with.append((words, more))}

    code = frozen.floor_spec().replace("import runpy\n", "")
    exec(compile(code, "floor.spec", "exec"), {"runpy": SimpleNamespace(run_path=run_path)})
    assert frozen_with == [((str(HERE / "floor_window.py"), frozen.NAME), {"folder": "floor"})]


def test_a_link_weighs_nothing_in_the_size_of_a_folder(tmp_path):
    (tmp_path / "library").write_bytes(bytes(1024 * 1024))
    (tmp_path / "again").symlink_to("library")
    assert 1 <= frozen.megabytes(tmp_path) < 1.001


def test_sides_run_in_turn_and_the_first_run_of_each_only_warms():
    said = []

    def side(name, seconds):
        def run():
            said.append(name)
            return Run(seconds.pop(0), 10.0)

        return run

    floor, ours = measure.alternate(side("floor", [9, 1, 3, 2]), side("ours", [99, 4, 6, 5]), 3)
    assert said == ["floor", "ours", "ours", "floor", "floor", "ours", "ours", "floor"]
    assert (floor.seconds, ours.seconds) == (2, 5)


def test_a_side_that_fails_is_never_measured(tmp_path):
    script = tmp_path / "broken.py"
    script.write_text("raise SystemExit(3)")
    with pytest.raises(measure.Failed, match=r"broken\.py.*3"):
        measure.run([sys.executable, str(script)])


def test_a_ratio_is_held_to_its_goal_and_to_nothing_where_none_is_set():
    assert [table.verdict(line(ours)) for ours in (1.0, 1.01)] == ["met", "missed"]
    assert table.verdict(line(9.0, None)) == ""


def test_the_table_tells_floor_ours_ratio_goal_and_memory():
    told = table.as_text([line(1.25)])
    assert told.splitlines()[1].split() == [
        *("Start", "500.0", "ms", "1.25", "s", "2.50", "≤", "2", "missed", "40", "→", "80", "MB")
    ]


def test_the_readme_has_the_markers_and_takes_a_new_table_between_them():
    text = README.read_text(encoding="utf-8")
    changed = table.put(text, table.as_markdown([line(0.75)], "A machine", 7))
    assert "| Start | 500.0 ms | 750.0 ms | 1.50 | ≤ 2 | met | 40 → 80 MB |" in changed
    assert changed.partition(table.BEGIN)[0] == text.partition(table.BEGIN)[0]
    assert changed.partition(table.END)[2] == text.partition(table.END)[2]
    with pytest.raises(ValueError, match="bench: begin"):
        table.put("No markers here", "words")


def test_the_machine_is_told_without_name_or_path():
    told = table.machine()
    assert f"Python {platform.python_version()}" in told
    assert platform.node() not in told
    assert "/" not in told.replace("GNU/Linux", "")


@pytest.mark.parametrize("words", [["--only", "nothing"], ["--only", "start", "--write"]])
def test_a_wrong_request_measures_nothing(words, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(words)
    assert "usage" in capsys.readouterr().err
