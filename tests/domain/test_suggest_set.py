"""What the lists say, brought to every set of the shelf and to dimensions of one's own."""

import pytest

from smartcity_desktop.domain.cue import CueRow, overlaid, word_places
from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.dimension_use import Board
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.suggest import Cue, Cues
from smartcity_desktop.domain.suggest_set import layout
from smartcity_desktop.storage import reference

SETS = {item.code: item for item in reference.dimension_sets()}
BASE = SETS["kominfo-6"]


def board_of(code):
    homes = SETS[code].dimensions
    return Board(
        tuple(
            Dimension(RowId(f"r:{item.code}"), code=item.code, name=item.name, definition=item.definition)
            for item in homes
        ),
        tuple(
            Subdimension(
                RowId(f"r:{sub.code}"),
                dimension=RowId(f"r:{item.code}"),
                code=sub.code,
                name=sub.name,
                points="\n".join(sub.points),
            )
            for item in homes
            for sub in item.subdimensions
        ),
        set_code=code,
    )


def laid(board, origin=None):
    known = origin or {item.id: item.code for item in (*board.dimensions, *board.subdimensions)}
    return layout(board, BASE, SETS.get(board.set_code), known, reference.cues())


def asked(text, board, origin=None):
    lies = laid(board, origin)
    evidence = {}
    Cues(lies.reaching((*reference.cues(), *lies.own))).said(text, evidence)
    return [(place.dimension[2:], place.sub[2:]) for place in lies.suggestion(evidence).places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angkutan umum bus", {"kominfo-6": "LIV-3", "mobility-people": "MOB-1", "rpm-2026": "MOB-1"}),
        ("Parkir elektronik", {"kominfo-6": "LIV-3", "mobility-people": "MOB-2", "balikpapan": "TRA-2"}),
        ("Jaringan internet desa", {"mobility-people": "MOB-3", "rpm-2026": "MOB-3"}),
        ("Layanan puskesmas", {"kominfo-6": "LIV-2", "balikpapan": "SOC-4", "rpm-2026": "KOT-2"}),
        ("Desa wisata", {"kominfo-6": "BRD-1", "mobility-people": "ECO-4", "rpm-2026": "EKO-4"}),
        ("Gapura dan alun-alun", {"kominfo-6": "BRD-3", "mobility-people": "LIV-3", "rpm-2026": "KOT-3"}),
        ("Bank sampah", {"kominfo-6": "ENV-2", "rpm-2026": "LIN-2", "balikpapan": "ENV-2"}),
        ("Tata ruang kota", {"kominfo-6": "LIV-1", "balikpapan": "ENV-4"}),
    ],
)  # fmt: skip
def test_a_text_goes_to_the_sub_dimension_of_the_same_meaning(text, expected):
    assert {code: asked(text, board_of(code))[0][1] for code in expected} == expected


def test_where_no_word_says_which_part_the_whole_dimension_is_meant():
    lies = laid(board_of("mobility-people"))
    assert lies.rows["LIV-3"] == "r:MOB"
    assert lies.row("LIV-3", "telekomunikasi") == "r:MOB-3"
    assert lies.rows["BRD-3"] == "r:LIV-3"
    assert lies.rows["BRD"] == "r:ECO"


def test_a_set_without_equivalents_knows_its_own_words_only():
    board = board_of("bontang-5")
    assert asked("Bank sampah", board) == []
    assert asked("Pelestarian kearifan lokal", board) == [("CUL", "CUL-1")]


def test_an_own_dimension_is_known_by_its_name_alias_and_definition():
    board = board_of("kominfo-6")
    own = Dimension(
        RowId("r:x"), code="BAH", name="Smart Bahari", alias="Maritim", definition="Dermaga rakyat"
    )
    board = Board((*board.dimensions, own), board.subdimensions, set_code="kominfo-6")
    origin = {item.id: item.code for item in board.dimensions if item.code != "BAH"}
    for text in ("Festival maritim", "Pembangunan dermaga", "Wisata bahari"):
        assert "x" in [dimension for dimension, _ in asked(text, board, origin)]
    assert asked("Bank sampah", board, origin) == [("ENV", "ENV-2")]


def test_renaming_and_recoding_change_nothing():
    board = board_of("kominfo-6")
    homes = [
        Dimension(item.id, code="LHK", name="Bumi Lestari") if item.id == "r:ENV" else item
        for item in board.dimensions
    ]
    subs = [
        Subdimension(sub.id, dimension=sub.dimension, code=sub.code[::-1], name=f"Urusan {sub.name}")
        for sub in board.subdimensions
    ]
    origin = {item.id: item.id[2:] for item in (*homes, *subs)}
    assert asked("Daur ulang", Board(tuple(homes), tuple(subs), set_code="kominfo-6"), origin) == [
        ("ENV", "ENV-2")
    ]


def test_what_is_no_longer_used_is_not_suggested():
    board = board_of("kominfo-6")
    homes = [
        Dimension(item.id, code=item.code, name=item.name, retired=item.id == "r:ENV")
        for item in board.dimensions
    ]
    assert asked("Daur ulang", Board(tuple(homes), board.subdimensions, set_code="kominfo-6")) == []


SHELF = (Cue("ENV-2", "sampah", 5), Cue("ENV-2", "plastik", 4))
ROWS = (
    CueRow(RowId("1"), "ENV-2", "sampah", 2),
    CueRow(RowId("2"), "ENV-2", "plastik", 4, retired=True),
    CueRow(RowId("3"), "SOC-1", "sedekah jumat", 3),
    CueRow(RowId("4"), "SOC-1", "arisan", 3, retired=True),
)


def test_words_of_people_lie_over_those_of_the_shelf():
    assert overlaid(SHELF, ()) == list(SHELF)
    assert overlaid(SHELF, ROWS) == [Cue("ENV-2", "sampah", 2), Cue("SOC-1", "sedekah jumat", 3)]


def test_the_page_shows_every_place_with_its_words_the_dropped_ones_last():
    board = board_of("kominfo-6")
    places = {item.row: item for item in word_places(board, laid(board), SHELF, ROWS)}
    assert len(places) == 24
    assert places[RowId("r:ENV-2")].called == "ENV-2 Sampah dan limbah"
    assert [(word.word, word.changed, word.dropped) for word in places[RowId("r:ENV-2")].words] == [
        ("sampah", True, False),
        ("plastik", False, True),
    ]
    assert [(word.word, word.own, word.dropped) for word in places[RowId("r:SOC-1")].words] == [
        ("sedekah jumat", True, False),
        ("arisan", True, True),
    ]
