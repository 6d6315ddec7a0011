"""The points of an RPJMD while they are looked at: mended, left out, kept apart, removed."""

from dataclasses import replace

from smartcity_desktop.domain.frame_reading import FrameReading
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.renstra_draft import (
    Decision,
    Draft,
    IndicatorDraft,
    LineDraft,
    Origin,
    PointDraft,
    Problem,
)


def at(row):
    return Origin("T", row)


INDEX = IndicatorDraft("Indeks", baseline="2")
LINES = (
    LineDraft("tujuan", name="Layanan bermutu", origin=at(3)),
    LineDraft("sasaran", name="Layanan cepat", origin=at(4), parent=0, indicators=(INDEX,)),
    LineDraft("program", "2.16.02", "Informasi", origin=at(5), parent=1, pagu={"2026": 5}),
    LineDraft("program", "2.16.02", "Informasi", origin=at(6), parent=1, pagu={"2026": 2}),
    LineDraft("kegiatan", "2.16.02.2.01", "Kegiatan", origin=at(7), parent=3),
)
POINTS = (
    PointDraft("misi", "Melayani semua"),
    PointDraft("tujuan", "Layanan bermutu", parent=0, origin=at(3)),
    PointDraft("sasaran", "Layanan cepat", parent=1, indicators=(INDEX,), origin=at(4)),
    PointDraft("program", "Informasi", "2.16.02", 2, pagu={"2026": 7}, origin=at(5)),
)


def doubt(field, line=None, **more):
    return Problem("T", f"A{line}", field, "", line, field=field, **more)


def reading(*problems):
    draft = Draft(lines=LINES, points=POINTS, problems=problems, years=("2026",), document_kind="rpjmd")
    return FrameReading(draft)


def mend(item, value):
    return Decision(item.key, "mend", value)


def test_only_doubts_about_points_and_the_file_are_asked():
    held = LineDraft("kegiatan", name="Ditahan", origin=at(8))
    problems = (doubt("baseline_year"), doubt("pagu@2026", 2), doubt("code", 4), doubt("code", held=held))
    begun = reading(*problems)
    assert begun.asked == problems[:2]
    assert [begun.place_of(item) for item in problems] == [None, 3, None, None]


def test_what_stood_below_a_point_that_is_left_out_moves_up():
    taken, said = reading().parted(3).left(2).left(1).taken()
    assert [(item.text, item.parent) for item in taken] == [("Melayani semua", None), ("Informasi", 0)]
    assert said.apart == {1}
    assert reading().left(1).left(1) == reading()
    assert reading().left(0).taken()[0][0].parent is None


def test_points_are_kept_apart_agreed_to_and_removed_and_all_of_it_is_taken_back_by_the_same_key():
    begun = reading()
    assert begun.parted(2).said.apart == {2}
    assert begun.parted(2).parted(2).said.apart == frozenset()
    assert begun.agreed(2).seen == {2}
    assert (begun.waits(2), begun.agreed(2).waits(2), begun.left(2).waits(2)) == (True, False, False)
    gone = begun.removed(RowId("lama"))
    assert (gone.said.gone, gone.removed(RowId("lama")).said.gone) == ({"lama"}, frozenset())
    assert begun.removed_all([RowId("a"), RowId("b")]).said.gone == {"a", "b"}


def test_a_tie_holds_one_point_to_one_that_stands():
    begun = reading().tied(2, RowId("lama"))
    assert begun.left(1).taken()[1].ties == {1: "lama"}
    assert begun.tied(3, RowId("lama")).said.ties == {3: "lama"}
    assert begun.tied(2, RowId("")).said.ties == {}
    assert begun.left(2).taken()[1].ties == {}


def test_a_mended_point_stands_only_below_a_higher_kind():
    begun = reading()
    text = begun.mended(2, replace(POINTS[2], text="Layanan murah"))
    assert (text.points[2].text, text.seen) == ("Layanan murah", {2})
    assert begun.mended(2, replace(POINTS[2], kind="tujuan")).points[2].parent is None
    raised = begun.mended(1, replace(POINTS[1], kind="sasaran"))
    assert [item.parent for item in raised.points] == [None, 0, 0, 2]


def test_a_point_that_was_moved_below_a_later_one_is_taken_behind_it():
    late = reading()
    points = (*POINTS, PointDraft("tujuan", "Belakangan", parent=0))
    late = replace(late, draft=replace(late.draft, points=points)).mended(2, replace(POINTS[2], parent=4))
    taken, _ = late.taken()
    assert [(item.text, item.parent) for item in taken] == [
        ("Melayani semua", None),
        ("Layanan bermutu", 0),
        ("Belakangan", 0),
        ("Layanan cepat", 2),
        ("Informasi", 3),
    ]


def test_a_point_follows_the_doubts_of_its_lines():
    money, name = doubt("pagu@2026", 2), doubt("name", 1)
    begun = reading(money, name)
    paid = begun.decided(mend(money, "9"))
    assert paid.points[3].pagu == {"2026": 11}
    assert paid.decided(mend(name, "Layanan murah")).points[2].text == "Layanan murah"
    assert begun.decided(Decision(money.key, "leave_out")).points[3].pagu == {"2026": 2}
    alone = replace(begun, draft=replace(begun.draft, lines=LINES[:3], points=POINTS))
    assert alone.decided(Decision(money.key, "leave_out")).points[3].pagu == {"2026": 2}
    assert begun.decided(Decision("lain", "accept")) == begun


def test_money_that_was_all_of_a_year_goes_with_it():
    money = doubt("pagu@2026", 2)
    points = (*POINTS[:3], replace(POINTS[3], pagu={"2026": 5}))
    begun = FrameReading(Draft(lines=LINES[:3], points=points, problems=(money,)))
    assert begun.decided(Decision(money.key, "leave_out")).points[3].pagu == {}


def test_a_code_and_an_indicator_are_mended_at_the_point_too():
    code, target = doubt("code", 2), doubt("target@2026", 1, values={"indicator": "0"})
    begun = reading(code, target)
    assert begun.decided(mend(code, "2.16.03")).points[3].code == "2.16.03"
    assert begun.decided(mend(target, "4")).points[2].indicators[0].targets == {"2026": "4"}


def test_another_level_moves_the_point_and_one_that_is_no_goal_is_left_out():
    level = doubt("level", 1)
    raised = reading(level).decided(mend(level, "tujuan"))
    assert [(item.kind, item.parent) for item in raised.points] == [
        ("misi", None),
        ("tujuan", 0),
        ("tujuan", None),
        ("program", 2),
    ]
    lowered = doubt("level", 3)
    assert reading(lowered).decided(mend(lowered, "kegiatan")).left_out == {3}
    other = doubt("level", 4)
    assert reading(other).decided(mend(other, "subkegiatan")).points == POINTS


def test_a_row_that_was_held_back_becomes_a_point():
    held = LineDraft("program", name="Baru", origin=at(9), pagu={"2026": 1}, opd="Dinas A; Dinas B", parent=1)
    asked = doubt("code", held=held)
    after = reading(asked).decided(mend(asked, "2.16.05"))
    born = after.points[-1]
    assert (born.kind, born.text, born.code, born.parent, born.opd) == (
        "program",
        "Baru",
        "2.16.05",
        2,
        ("Dinas A", "Dinas B"),
    )
    small = doubt("code", held=replace(held, level="kegiatan"))
    assert reading(small).decided(mend(small, "2.16.02.2.05")).points == POINTS
    free = doubt("code", held=replace(held, level="tujuan", parent=None))
    assert reading(free).decided(Decision(free.key, "accept")).points[-1].parent is None


def test_a_doubt_about_the_file_is_answered_for_points_by_the_draft():
    asked = doubt("baseline_year")
    after = reading(asked).decided(mend(asked, "2024"))
    assert after.points[2].indicators[0].baseline_year == "2024"
    assert after.asked == ()
