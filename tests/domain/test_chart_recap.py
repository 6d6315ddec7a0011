"""Charts of a recap as plain shapes, and what is left out where there is too much."""

import pytest

from smartcity_desktop.domain.chart import Rect, Text
from smartcity_desktop.domain.chart_recap import count_bars, sheet_bars
from smartcity_desktop.domain.homework import Standing
from smartcity_desktop.domain.paper_recap import (
    MOST_BARS,
    RecapBar,
    RecapIssue,
    RecapPaper,
    RecapSheet,
    by_priority,
    cost_bars,
)

SHEETS = (
    RecapSheet("L1", "Isu", "Disepakati", 3, 3, worksheet="one"),
    RecapSheet("L11", "Reviu", "Sedang diisi", 5, 20, worksheet="two"),
    RecapSheet("L3", "SWOT", merged=True),
)


def bars(chart):
    return [shape for shape in chart.shapes if isinstance(shape, Rect)]


def texts(chart):
    return [shape.text for shape in chart.shapes if isinstance(shape, Text)]


def test_a_sheet_says_status_and_rows_and_frames_what_is_not_answered():
    chart = sheet_bars(SHEETS, width=500)
    assert texts(chart)[:8] == ["L1", "Isu", "Disepakati", "3", "L11", "Reviu", "Sedang diisi", "5 dari 20"]
    done, frame, answered = bars(chart)
    assert frame.fill == ""
    assert frame.width == pytest.approx(4 * answered.width)
    assert answered.width / done.width == pytest.approx(5 / 3)
    assert "SWOT (gabungan)" in texts(chart)


def test_a_line_leads_to_its_sheet():
    chart = sheet_bars(SHEETS, width=500)
    assert [item.key for item in chart.spots] == ["one", "two"]
    assert chart.spot_at(250, 20).key == "two"


def test_too_many_sheets_or_bars_are_summed_up_in_the_last_line():
    many = [RecapSheet(f"X{place}", "Lembar", done=place) for place in range(40)]
    assert "27 lembar lain" in texts(sheet_bars(many, width=500))
    assert (
        sheet_bars(many, width=500).height == count_bars([RecapBar("Kota", 1)] * MOST_BARS, width=250).height
    )
    assert texts(count_bars([RecapBar("Kota", 2)] * 20, width=250))[-2:] == ["7 lainnya", "14"]


def test_bars_are_as_long_as_their_counts_and_nothing_fits_wider_than_the_chart():
    chart = count_bars(cost_bars([("1", 200), ("6-10", 50), ("2", 0)]), width=250)
    long, short = bars(chart)
    assert long.width == pytest.approx(4 * short.width)
    assert texts(chart) == ["Tahun 1", "Rp200", "Tahun 6–10", "Rp50", "Tahun 2", "0"]
    assert all(item.x + item.width < 250 for item in bars(chart))


def test_charts_of_nothing_have_no_height():
    assert (sheet_bars((), width=500).height, count_bars((), width=250).shapes) == (0.0, ())


def test_issues_without_a_priority_stand_behind():
    issues = (RecapIssue("a"), RecapIssue("b", 0), RecapIssue("c", 5), RecapIssue("d", 5))
    assert [item.text for item in by_priority(issues)] == ["c", "d", "b", "a"]


def test_a_paper_tells_its_sheets_and_its_homework():
    assert RecapPaper(sheets=SHEETS).told == "2 dari 3 lembar terisi, 8 isian."
    assert RecapPaper().owed_told == "Belum ada pekerjaan rumah."
    told = RecapPaper(homework=Standing(2, 1, 3)).owed_told
    assert told == "Pekerjaan rumah selain janji: 2 belum selesai · 1 lewat batas · 3 selesai."
