"""Points that were read beside those that stand: new, changed, the same, gone, and what is in doubt."""

from dataclasses import replace

from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_frame import GoalIndicator, outline
from smartcity_desktop.domain.plan_frame_change import (
    CHANGED,
    GONE,
    NEW,
    SAME,
    FrameChange,
    Said,
    Standing,
    compare_points,
    homes,
    matched,
)
from smartcity_desktop.domain.renstra_draft import IndicatorDraft, Origin, PointDraft

SIX = {"2026": "2,6"}
HOSPITAL = RowId("dinkes")


def stored(*rows, **more):
    """Points as (id, kind, text, parent); ``more`` gives the parts of a point by its id."""
    points = [
        PlanPoint(RowId(row), kind=kind, text=text, parent=RowId(above)) for row, kind, text, above in rows
    ]
    placed = outline(points)

    said = tuple(replace(item, **more.get(item.point.id, {})) for item in placed)
    return Standing(said, {RowId("m2"): 3}, lambda name: HOSPITAL if name == "Dinkes" else RowId(""))


KEPT = stored(
    ("m1", "misi", "Melayani semua warga kota", ""),
    ("t1", "tujuan", "Layanan publik yang bermutu", "m1"),
    ("s1", "sasaran", "Layanan cepat dan mudah", "t1"),
    ("m2", "misi", "Menata ruang kota", ""),
    ("s9", "sasaran", "Ruang terbuka hijau luas", "m2"),
    s1={
        "indicators": (
            GoalIndicator(name="Indeks SPBE", unit="indeks", baseline="2,1", target={"2026": "2,6"}),
        ),
        "pagu": {"2026": 5},
    },
)


def read(**sasaran):
    return (
        PointDraft("misi", "Melayani semua warga kota", "1"),
        PointDraft("tujuan", "Layanan publik yang bermutu", parent=0),
        PointDraft("sasaran", **{"text": "Layanan cepat dan mudah", "parent": 1, **sasaran}),
    )


def told(change, place):
    return [item.told for item in change.points[str(place)].fields]


def test_what_is_written_anew_is_new_and_what_says_the_same_stays_the_same():
    change = compare_points(KEPT, (*read(), PointDraft("misi", "Menumbuhkan ekonomi", "3")))
    states = {key: item.state for key, item in change.points.items()}
    assert states == {"0": CHANGED, "1": SAME, "2": SAME, "3": NEW, "gone:m2": GONE, "gone:s9": GONE}
    assert told(change, 0) == ["Nomor: – → 1"]
    assert change.told == "1 baru, 1 berubah, 2 tetap, 2 tidak ada lagi di berkas."
    assert [item.uses for item in change.of(GONE)] == [3, 0]
    assert FrameChange().told == ""


def test_each_difference_is_told_old_and_new_and_what_the_file_leaves_empty_is_none():
    item = IndicatorDraft("Indeks SPBE", "indeks", "2,2", targets={"2026": "2,6"}, final="3")
    change = compare_points(
        KEPT,
        read(
            text="Layanan cepat dan mudah sekali",
            indicators=(item,),
            pagu={"2026": 9, "2027": 1},
            opd=("Dinkes",),
        ),
    )
    assert told(change, 2) == [
        "Teks: Layanan cepat dan mudah → Layanan cepat dan mudah sekali",
        "Kondisi awal (Indeks SPBE): 2,1 → 2,2",
        "Kondisi akhir (Indeks SPBE): – → 3",
        "Pagu 2026: 5 → 9",
        "Pagu 2027: – → 1",
        "OPD: – → Dinkes",
    ]
    assert change.points["2"].doubts == ("Mirip dengan butir yang sudah ada, jadi dianggap butir yang sama.",)
    assert change.doubtful == (change.points["2"],)
    assert told(compare_points(KEPT, read()), 2) == []


def test_a_point_below_another_one_is_changed():
    moved = (*read()[:1], PointDraft("sasaran", "Ruang terbuka hijau luas", parent=0))
    assert told(compare_points(KEPT, moved), 1) == ["Di bawah: Menata ruang kota → Melayani semua warga kota"]
    below_new = (PointDraft("misi", "Sama sekali lain"), PointDraft("misi", "Menata ruang kota", parent=0))
    assert told(compare_points(KEPT, below_new), 1) == ["Di bawah: – → Sama sekali lain"]


def test_a_point_that_is_only_alike_can_be_kept_apart():
    drafts = read(text="Layanan cepat dan murah")
    assert compare_points(KEPT, drafts).points["2"].state == CHANGED
    change = compare_points(KEPT, drafts, Said(frozenset({2})))
    assert (change.points["2"].state, change.points["gone:s1"].state) == (NEW, GONE)
    points = [item.point for item in KEPT.points]
    assert matched(points, drafts, Said(frozenset({2}))).fresh == (2,)


def test_a_point_that_was_written_anew_can_be_tied_to_the_one_it_has_become():
    drafts = (*read(), PointDraft("misi", "Kota yang hijau dan teratur"))
    change = compare_points(KEPT, drafts, Said(ties={3: RowId("m2"), 0: RowId("lain"), 9: RowId("m1")}))
    assert told(change, 3) == ["Teks: Menata ruang kota → Kota yang hijau dan teratur"]
    assert (change.points["3"].doubts, [item.old.point.id for item in change.of(GONE)]) == ((), ["s9"])
    points = [item.point for item in KEPT.points]
    other = matched(points, drafts, Said(ties={3: RowId("m1")}))
    assert (other.fresh, (0, 3) in other.pairs) == ((0,), True)


def test_what_is_odd_about_a_point_is_said():
    drafts = (
        PointDraft("misi", "Melayani semua warga kota"),
        PointDraft("tujuan", "Kota yang serba baru"),
        PointDraft("sasaran", "Sama", parent=1),
        PointDraft("sasaran", "Sama", parent=1, opd=("Dinas Sihir", "Dinkes")),
    )
    change = compare_points(KEPT, drafts)
    assert change.points["1"].doubts == ("Tujuan ini tidak berada di bawah misi mana pun.",)
    assert change.points["2"].doubts == ("Teksnya pendek sekali, mungkin terpotong.",)
    assert change.points["3"].doubts == (
        "Teks yang sama sudah ada di atasnya.",
        "Teksnya pendek sekali, mungkin terpotong.",
        '"Dinas Sihir" tidak ada di daftar OPD, jadi tidak ditautkan.',
    )
    assert compare_points(KEPT, (PointDraft("tujuan", "Kota yang serba baru"),)).points["0"].doubts == ()


def test_programs_of_one_name_are_the_same_only_with_the_same_code():
    codes = ("1.01.01", "1.02.01", "1.01.01")
    drafts = tuple(PointDraft("program", "Program Penunjang", code) for code in codes)
    found = compare_points(Standing(), drafts).points.values()
    assert [item.doubts for item in found] == [(), (), ("Teks yang sama sudah ada di atasnya.",)]


def test_a_name_that_is_no_agency_is_asked_about_once():
    drafts = tuple(PointDraft("misi", text, opd=("Dinas Sihir",)) for text in ("Kota hijau", "Kota rapi"))
    assert [len(item.doubts) for item in compare_points(Standing(), drafts).points.values()] == [1, 0]


def test_what_is_gone_stands_in_the_tree_where_it_stood():
    drafts = (
        PointDraft("misi", "Menata ruang kota", origin=Origin(page=7)),
        PointDraft("tujuan", "Layanan publik yang bermutu", indicators=(IndicatorDraft("Indeks"),)),
    )
    shown = compare_points(KEPT, drafts).outlined
    assert [(item.point.id, item.depth) for item in shown] == [
        ("0", 0),
        ("gone:s9", 1),
        ("1", 0),
        ("gone:s1", 1),
        ("gone:m1", 0),
    ]
    assert (shown[0].point.page, shown[2].indicators[0].name) == ("7", "Indeks")
    assert (shown[3].pagu, shown[3].indicators[0].unit) == ({"2026": 5}, "indeks")
    kept = compare_points(KEPT, (*drafts[:1], PointDraft("sasaran", "Ruang terbuka hijau luas")))
    assert [(item.point.id, item.depth) for item in kept.outlined][:2] == [("0", 0), ("1", 1)]


def test_a_point_may_stand_below_all_of_a_higher_kind():
    assert homes(read(), 2) == (0, 1)
    assert homes(read(), 0) == ()
