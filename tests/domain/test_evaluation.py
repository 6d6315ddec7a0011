"""The index of the evaluation: section means, three weight sets, what is left out, what would raise it."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from smartcity_desktop.domain import evaluation
from smartcity_desktop.domain.evaluation import (
    WEIGHTS,
    Answer,
    EvaluationBoard,
    EvaluationItem,
    EvaluationLine,
    RunLine,
    SectionMean,
    change,
    index,
    parsed,
    shown,
    stepped,
    told,
    weakest,
    written,
)
from smartcity_desktop.domain.monitor import MonitorLine

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
PUBLISHED = Fraction(15, 1000)
"""Published section means are rounded to hundredths, so the index may differ by so much."""
SECTIONS = ("baseline", "output", "outcome", "impact", "quick_win", "kolaborasi")


def of(group, means):
    """Return the sections of a group with these means, None where a section has none."""
    weights = WEIGHTS[group]
    return [
        SectionMean(name, weights[name], 1, int(mean is not None), None if mean is None else Fraction(mean))
        for name, mean in zip(SECTIONS, means, strict=False)
        if weights[name]
    ]


def board(scores, group="reguler", **more):
    """Return a board of items ``section-number`` with scores as texts."""
    lines = []
    for code, score in scores.items():
        section = code.split("-")[0]
        item = EvaluationItem(code, section, section, code.split("-")[1], f"Butir {code}")
        lines.append(EvaluationLine(item, Answer(item=code, score=score)))
    return EvaluationBoard(2026, group, lines=tuple(lines), **more)


def test_the_published_means_of_the_2023_example_give_its_index():
    assert shown(index(of("kppn_ikn", ("3.60", "2.29", "3.41", "2.81", "3.13", "2.53")))) == "2,94"
    assert [sum(weights.values()) for weights in WEIGHTS.values()] == [100, 100, 100]


@pytest.mark.parametrize(
    ("group", "means", "expected"),
    [
        ("reguler", ("2", "2", "2", "2", "2"), "2,00"),
        ("reguler", ("4", "0", "0", "0", "0"), "0,40"),
        ("reguler", ("0", "0", "4", "0", "0"), "1,20"),
        ("baru", ("0", "0", "0", "4", "0"), "0,40"),
        ("baru", ("0", "0", "0", "0", "4"), "1,20"),
        ("kppn_ikn", ("0", "0", "4", "0", "0", "0"), "0,80"),
        ("kppn_ikn", ("0", "0", "0", "0", "0", "4"), "0,40"),
        ("baru", ("2.55", "2.07", "2.87", "2.75", "2.17"), "2,46"),
    ],
)
def test_each_group_has_weights_of_its_own(group, means, expected):
    assert shown(index(of(group, means))) == expected


def test_every_published_result_is_recomputed_within_rounding():
    files = {"evaluasi_2022.csv": "baru", "evaluasi_2023_tahap2.csv": ""}
    if not all((SHARED / name).is_file() for name in files):
        pytest.skip("the published results are not here")
    checked = 0
    for name, usual in files.items():
        with (SHARED / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                if row["ikut"] != "ya":
                    continue
                group = usual or {"reguler": "reguler", "KPPN/IKN": "kppn_ikn"}[row["kelompok"]]
                names = ("baseline", "output", "outcome", "impact", "quick_win", "kolaborasi")
                found = index(of(group, [row.get(item) or "0" for item in names]))
                assert abs(found - Fraction(row["nilai_final"])) <= PUBLISHED, row
                checked += 1
    assert checked == 38 + 130


def test_an_item_without_an_estimate_is_left_out_of_the_mean_and_told():
    made = board({"baseline-1": "3", "baseline-2": "", "output-1": "1.50", "outcome-1": ""})
    assert [(item.section, item.given, item.asked, shown(item.mean)) for item in made.sections] == [
        ("baseline", 1, 2, "3,00"),
        ("output", 1, 1, "1,50"),
        ("outcome", 0, 1, "–"),
        ("impact", 0, 0, "–"),
        ("quick_win", 0, 0, "–"),
    ]
    assert made.index == Fraction(3 * 10) / 30 + Fraction(3, 2) * 20 / 30
    assert told(made) == (
        "2 dari 4 butir diperkirakan. Butir tanpa nilai tidak ikut dihitung. Bobot bagian yang masih kosong "
        "(Outcome, Impact, Quick win) dibagi ke bagian lain."
    )


def test_a_score_of_nought_counts_and_an_empty_board_has_no_index():
    assert board({"baseline-1": "0"}).index == 0
    empty = board({"baseline-1": "", "output-1": "zonk"})
    assert empty.index is None
    assert told(empty) == "0 dari 2 butir diperkirakan. Indeks belum ada."


def test_collaboration_is_asked_of_one_group_alone():
    scores = {"baseline-1": "4", "kolaborasi-1": "0"}
    assert [len(board(scores, group).asked) for group in WEIGHTS] == [1, 2, 1]
    assert shown(board(scores).index) == "4,00"
    assert shown(board(scores, "kppn_ikn").index) == "2,00"


@pytest.mark.parametrize(
    ("text", "kept"),
    [("3", "3"), (" 2,75 ", "2.75"), ("2.8", "2.8"), ("4", "4"), ("0", "0"), ("4.00", "4")],
)
def test_a_score_is_read_as_people_type_it(text, kept):
    assert written(parsed(text)) == kept


@pytest.mark.parametrize("text", ["", "5", "4,25", "-1", "2,755", "²", "tiga", "1e0"])
def test_what_is_no_score_is_none(text):
    assert parsed(text) is None


def test_quarters_go_up_and_down_within_the_scale():
    assert stepped(None, 1) == Fraction(1, 4)
    assert stepped(Fraction(4), 1) == 4
    assert stepped(Fraction(0), -1) == 0
    assert stepped(Fraction("2.75"), -1) == Fraction("2.5")


def test_supposing_other_scores_changes_nothing_that_stands():
    made = board({"baseline-1": "1", "output-1": "1"})
    assert shown(index(made.supposing({"output-1": Fraction(4)}))) == "3,00"
    assert shown(made.index) == "1,00"


def test_the_weakest_items_come_first_and_among_equals_those_that_weigh_most():
    made = board({"baseline-1": "1", "output-1": "1", "outcome-1": "1", "outcome-2": "4", "impact-1": "0.5"})
    assert [line.item.code for line in weakest(made)] == ["impact-1", "output-1", "outcome-1", "baseline-1"]
    assert len(weakest(made, 2)) == 2


def test_the_year_before_counts_with_the_weights_it_had():
    line = EvaluationLine(EvaluationItem("outcome-1", "outcome", "", "1", ""), before=Fraction(4))
    low = EvaluationLine(EvaluationItem("impact-1", "impact", "", "1", ""), before=Fraction(0))
    made = EvaluationBoard(2026, "reguler", lines=(line, low), before_group="baru", before_year=2025)
    assert index(made.sections_before) == 3
    assert EvaluationBoard(2026).sections_before == ()
    assert change(Fraction("2.5"), Fraction(3)) == "-0,50"
    assert change(Fraction(3), Fraction("2.56")) == "+0,44"
    assert change(Fraction(3), None) == ""


def test_what_nobody_reported_is_told_as_unknown_and_never_as_not_running():
    told = [("berjalan", True), ("tertunda", True), ("", True), ("selesai", False)]
    lines = [RunLine(MonitorLine(state=state, planned=planned)) for state, planned in told]
    assert evaluation.run_told(lines, "Program", 2027) == (
        "Program 2027: 1 dari 2 yang dilaporkan berjalan, 0 dengan bukti; 1 dari 3 yang direncanakan belum "
        "dilaporkan. Di luar rencana berjalan 1."
    )
    assert evaluation.run_told(lines[:2], "Quick win", 2027) == (
        "Quick win 2027: 1 dari 2 yang direncanakan berjalan, 0 dengan bukti."
    )
    assert evaluation.run_told(lines[2:3], "Program", 2027) == (
        "Program 2027: 1 direncanakan, belum ada yang dilaporkan."
    )
