"""The road map: years, groups, sums, and what does not fit."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.initiative_facts import Range, amounts, period_of
from smartcity_desktop.domain.roadmap import (
    DIMENSION,
    HORIZON,
    OPD,
    Milestone,
    RoadAction,
    RoadFilter,
    RoadMap,
    RoadParty,
    RoadProgram,
    Span,
    cost_sum,
    groups,
    moved,
    span_of,
    stretched,
    years_of,
)
from smartcity_desktop.domain.roadmap_clash import clashes, marked, of_program

GOV, BRD = (
    RoadParty(RowId("gov"), "Smart Governance", "GOV", "#3f6f73"),
    RoadParty(RowId("brd"), "Branding", "BRD"),
)
KOMINFO, DLH = (
    RoadParty(RowId("kominfo"), "Dinas Kominfo", "Diskominfo"),
    RoadParty(RowId("dlh"), "DLH", "DLH"),
)


def program(row, first, last, **told):
    """Return a program of these calendar years that lacks nothing."""
    usual = {
        "id": RowId(row),
        "name": row,
        "dimension": GOV.id,
        "opd": KOMINFO.id,
        "start": first,
        "end": last,
        "span": years_of(2026, first, last, told.get("horizon", "")),
        "costs": {"1": 10, "2": 10, "3": 10, "4": 10, "5": 10, "6-10": 50},
        "funds": ("apbd",),
    }
    return RoadProgram(**(usual | told))


def road(*programs, **told):
    return RoadMap(2026, programs, dimensions=(GOV, BRD), opds=(KOMINFO, DLH), **told)


def words(found):
    return [item.words for item in found]


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ((2026, 2028, ""), Span(1, 3)),
        ((2028, 2026, ""), Span(1, 3)),
        ((2027, None, "menengah"), Span(2, 5, guessed=True)),
        ((2034, None, "pendek"), Span(9, 9, guessed=True)),
        ((None, 2027, ""), Span(1, 2, guessed=True)),
        ((None, None, "panjang"), Span(1, 10, guessed=True)),
        ((None, None, ""), None),
    ],
)
def test_years_are_counted_from_the_first_of_the_masterplan_or_come_from_the_horizon(said, span):
    start, end, horizon = said
    assert years_of(2026, start, end, horizon) == span


def test_a_year_belongs_to_its_period_and_what_is_no_year_to_none():
    assert [period_of(year) for year in ("1", "5", "6", "7", "6-10", "11", "x", "")] == [
        *("1", "5", "6-10", "6-10", "6-10", "", "", ""),
    ]
    assert span_of("6-10") == Span(6, 10)
    assert amounts([{"7": 5, "6-10": 10, "2": 1}, {"2": 2, "12": 9}]) == {
        "6-10": 15,
        "2": 3,
        "": 9,
    }, "what lies in no year of the masterplan is kept"


def test_a_bar_is_moved_and_stretched_but_never_off_the_road_map():
    assert moved(Span(2, 4), -3) == Span(1, 3)
    assert moved(Span(8, 9), 5) == Span(9, 10)
    assert moved(Span(-3, 14), 1) == Span(-3, 14), "what lies over both edges goes no further out"
    assert stretched(Span(2, 4), -9) == Span(2, 2)
    assert stretched(Span(2, 4), 9) == Span(2, 10)
    assert Span(-1, 12).shown == Span(1, 10)
    assert Span(11, 12).shown is None


def test_programs_stand_by_dimension_agency_or_horizon_those_of_none_last_the_earliest_first():
    late, early = program("Akhir", 2028, 2028), program("Awal", 2026, 2027)
    other = program("Lain", 2026, 2026, dimension=BRD.id, opd=DLH.id, horizon="pendek")
    loose = program("Lepas", None, None, dimension=RowId(""), opd=RowId(""))
    map_ = road(late, loose, other, early)

    def told(way, wanted=None):
        return [(one.name, [item.name for item in one.programs]) for one in groups(map_, way, wanted)]

    assert told(DIMENSION) == [
        ("GOV Smart Governance", ["Awal", "Akhir"]),
        ("BRD Branding", ["Lain"]),
        ("Dimensi belum dipilih", ["Lepas"]),
    ]
    assert [name for name, _ in told(OPD)] == ["Diskominfo Dinas Kominfo", "DLH", "OPD belum dipilih"]
    assert [name for name, _ in told(HORIZON)] == ["Pendek (1 th)", "Jangka belum disebut"]
    assert told(DIMENSION, RoadFilter(opd=DLH.id)) == [("BRD Branding", ["Lain"])]
    assert told(DIMENSION, RoadFilter(words="AKH")) == [("GOV Smart Governance", ["Akhir"])]
    assert told(DIMENSION, RoadFilter(horizon="pendek", dimension=GOV.id)) == []


def test_a_sum_says_from_how_many_programs_it_comes():
    bare = program("A", 2026, 2026, costs={})
    paid = [program(name, 2026, 2026, costs={"1": 500_000_000}) for name in "BCD"]
    wide = replace(bare, low=1_000_000_000, high=2_000_000_000)
    assert cost_sum([]).sentence == "Belum ada program."
    assert cost_sum([bare]).sentence == "Belum ada biaya dari 1 program."
    assert cost_sum([bare, *paid]).sentence == (
        "Rp1,5 miliar, dari 3 program yang sudah ada biayanya; 1 program belum ada biayanya."
    )
    both = cost_sum([bare, wide, *paid])
    assert both.sentence == (
        "Rp2,5–3,5 miliar, dari 4 program yang sudah ada biayanya; Rp1–2 miliar di antaranya belum dirinci "
        "per tahun; 1 program belum ada biayanya."
    )
    assert (both.by_period["1"], both.money) == (1_500_000_000, Range(2_500_000_000, 3_500_000_000))


def test_a_range_with_one_end_is_no_certain_figure_and_neither_is_its_sum():
    bare = program("A", 2026, 2026, costs={})
    paid = program("B", 2026, 2026, costs={"1": 500_000_000})
    least, most = replace(bare, low=200_000_000), replace(bare, high=600_000_000)
    assert [item.money for item in (least, most)] == [Range(200_000_000, None), Range(0, 600_000_000)]
    assert [item.money.told for item in (least, most)] == ["mulai Rp200 juta", "hingga Rp600 juta"]
    assert [item.money.rupiah for item in (least, most)] == ["mulai Rp200.000.000", "hingga Rp600.000.000"]
    assert [item.money.ends for item in (least, most)] == [(200_000_000, None), (None, 600_000_000)]
    assert cost_sum([most, paid]).money == Range(500_000_000, 1_100_000_000)
    open_sum = cost_sum([least, most, paid])
    assert (open_sum.money, open_sum.money.reach) == (Range(700_000_000, None), 700_000_000)
    assert open_sum.sentence == (
        "Mulai Rp700 juta, dari 3 program yang sudah ada biayanya; mulai Rp200 juta di antaranya belum "
        "dirinci per tahun; 1 program hanya menyebut biaya paling sedikit."
    )
    assert cost_sum([least]).undated == Range(200_000_000, None)
    assert cost_sum([replace(bare, low=0, high=0)]).money == Range(0, 0)


def test_what_fits_has_no_clash():
    mark = Milestone(RowId("m"), RowId("A"), "2", "", "Jadi")
    action = RoadAction(RowId("x"), RowId("A"), KOMINFO.id, "Melatih", Span(1, 2))
    first = program("B", 2026, 2026)
    fitting = program("A", 2026, 2028, milestones=(mark,), after=(first.id,), horizon="menengah")
    assert clashes(road(fitting, first, actions=(action,))) == ()


def test_years_that_are_missing_turned_round_or_beyond_the_horizon_are_told():
    found = clashes(
        road(
            program("A", None, None),
            program("B", 2027, 2026),
            program("C", 2035, 2037),
            program("D", 2026, 2028, horizon="pendek"),
        )
    )
    assert words(found) == [
        "A: tahun mulai, tahun selesai, dan jangka belum disebut.",
        "B: tahun selesai mendahului tahun mulai.",
        "C: tahunnya di luar sepuluh tahun masterplan.",
        "D: jangka Pendek (1 th), tetapi selesai pada tahun ke-3.",
    ]


def test_a_prerequisite_that_is_done_later_and_one_without_years_are_told():
    first, bare = program("Jaringan", 2026, 2028), program("Data", None, None)
    item = program("Layanan", 2027, 2028, after=(first.id, bare.id, RowId("gone")))
    found = clashes(road(first, item, bare))
    assert words(item for item in found if item.kind == "prasyarat") == [
        "Layanan mulai tahun ke-2, tetapi prasyaratnya Jaringan baru selesai tahun ke-3.",
        "Layanan menunggu Data, yang belum ada tahunnya.",
    ]
    assert words(of_program(found, first.id)) == words(found)[1:2]
    assert marked(found) == {first.id, item.id, bare.id}
    assert clashes(road(first, program("Layanan", 2028, 2028, after=(first.id,)))) == ()


def test_programs_that_wait_for_each_other_are_told_once_per_circle():
    one = program("A", 2026, 2026, after=(RowId("B"),))
    two = program("B", 2026, 2026, after=(RowId("C"),))
    three = program("C", 2026, 2026, after=(RowId("A"), RowId("B")))
    own = program("D", 2026, 2026, after=(RowId("D"),))
    found = words(clashes(road(one, two, three, own)))
    assert found == [
        "Saling menunggu: A → B → C → A.",
        "Saling menunggu: B → C → B.",
        "Saling menunggu: D → D.",
    ]


def test_actions_outside_their_program_are_told_and_milestones_are_not():
    marks = tuple(Milestone(RowId(year), RowId("A"), year, "", "Jadi") for year in ("1", "3", "6-10"))
    actions = tuple(
        RoadAction(RowId(str(year)), RowId("A"), KOMINFO.id, "Melatih", Span(year, year + 1))
        for year in (1, 2)
    )
    assert words(clashes(road(program("A", 2026, 2027, milestones=marks), actions=actions))) == [
        "A berjalan tahun ke-1 sampai ke-2; 1 aksinya di luar tahun itu.",
    ]


def test_missing_money_is_told_by_program_and_by_year():
    found = clashes(
        road(
            program("A", 2026, 2026, costs={}, funds=()),
            program("B", 2026, 2026, costs={}),
            program("C", 2026, 2026, funds=()),
            program("D", 2026, 2033, costs={"1": 5, "2": 0, "4": 5}),
            program("E", 2026, 2030, costs={}, low=5),
        )
    )
    assert words(found) == [
        "A: biaya dan sumber dana belum disebut.",
        "B: biaya belum disebut.",
        "C: sumber dana belum disebut.",
        "D: biaya tahun 3, 5 dan 6–10 belum disebut.",
    ]
    assert not marked(found), "what is only not written yet is no clash of years"


def test_an_agency_with_too_many_programs_or_actions_is_told_with_the_years_that_follow_each_other():
    programs = [program(name, 2026, 2028) for name in "ABC"] + [
        program("D", 2027, 2028),
        program("E", 2030, 2030),
    ]
    actions = tuple(RoadAction(RowId(f"x{at}"), RowId("A"), DLH.id, "Melatih", Span(1, 1)) for at in range(2))
    found = clashes(road(*programs, actions=actions, most_programs=2, most_actions=1))
    assert [(item.words, item.opd, item.program) for item in found] == [
        ("Diskominfo memikul 3–4 program pada tahun ke-1 sampai ke-3 (batas 2).", KOMINFO.id, "A"),
        ("DLH memikul 2 aksi pada tahun ke-1 (batas 1).", DLH.id, "A"),
    ]
    assert clashes(road(*programs, actions=actions, most_programs=4, most_actions=2)) == ()
