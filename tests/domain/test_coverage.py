"""Every number of the map of programs is the sum of the rows behind it."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from smartcity_desktop.domain.analysis import Line
from smartcity_desktop.domain.coverage import (
    BARE,
    BY_DIMENSION,
    BY_SUB,
    NO,
    UNREAD,
    WHOLE,
    Agency,
    Choice,
    Coverage,
    Program,
    gaps,
    marked,
    spread,
    told,
)
from smartcity_desktop.domain.coverage_money import (
    BY_HOME,
    BY_OPD,
    BY_SOURCE,
    OTHER,
    SEVERAL,
    UNSAID,
    Money,
    money_board,
    money_of,
    money_told,
    source_of,
)
from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.words import Words

DIMENSIONS = tuple(Dimension(f"d{n}", "", f"D{n}", f"Dimensi {n}", "#8E9FC6") for n in range(4))
SUBS = tuple(
    Subdimension(f"d{n}-{m}", "", f"d{n}", f"D{n}-{m}", f"Sub {m}") for n in range(4) for m in (1, 2)
)
YEARS = ("2025", "2026", "2027")


def city(seed, agencies=5, programs=60):
    """Return a workshop with programs thrown about."""
    die = random.Random(seed)
    known = tuple(
        Agency(f"o{n}", f"Dinas {n}", f"D{n}", die.choice(("dinas", "badan")), required=True, has_plan=n > 0)
        for n in range(agencies)
    )
    return Coverage(known, DIMENSIONS, SUBS, tuple(_program(die, f"p{n}", agencies) for n in range(programs)))


def _program(die, row, agencies):
    sub = die.choice((*SUBS, None))
    home = sub.dimension if sub else die.choice(("d0", "d1", ""))
    pagu = {year: die.randrange(1, 9) * 1_000_000 for year in YEARS if die.random() < 0.6}
    return Program(
        row,
        f"o{die.randrange(1, agencies)}",
        "2.16.02",
        f"Program {row}",
        support=die.random() < 0.1,
        pagu=pagu,
        level="program" if pagu else "",
        sources={"APBD": pagu} if pagu else {},
        relevant=die.choice(("ya", "sebagian", "tidak", "")),
        home=home,
        sub=sub.id if sub else "",
        also=tuple(item.id for item in die.sample(SUBS, die.randrange(3)) if item is not sub),
    )


CHOICES = (
    Choice(),
    Choice(kind="dinas"),
    Choice(year="2026"),
    Choice(relevant_only=True),
    Choice(support=True, year="2025", kind="badan"),
)


@pytest.mark.parametrize("by", [BY_DIMENSION, BY_SUB])
@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("seed", range(4))
def test_every_number_of_the_map_can_be_recounted_from_its_rows(seed, choice, by):
    known = city(seed)
    board = spread(known, choice, by)
    wanted = Counter(item.id for item in known.chosen(choice))
    for line in (*board.lines, board.sums):
        *parts, whole = line.cells
        rows = Counter(row for cell in parts for row, _ in cell.entries)
        assert rows == Counter(row for row, _ in whole.entries), "columns add up to the last one"
        assert whole.amount == sum(known.by_id[row].amount(choice.year) for row, _ in whole.entries)
        for cell in line.cells:
            assert cell.amount == sum(known.by_id[row].amount(choice.year) for row, _ in cell.entries)
    for place, cell in enumerate(board.sums.cells):
        assert cell.count == sum(line.cells[place].count for line in board.lines)
        assert cell.amount == sum(line.cells[place].amount for line in board.lines)
        assert len(cell.also) == sum(len(line.cells[place].also) for line in board.lines)
    assert Counter(row for row, _ in board.sums.cells[-1].entries) == wanted, "no program is lost or doubled"


@pytest.mark.parametrize("by", [BY_HOME, BY_SOURCE, BY_OPD])
@pytest.mark.parametrize("choice", CHOICES)
def test_the_money_of_every_line_and_year_adds_up_to_that_of_the_programs(choice, by):
    known = city(9)
    board = money_board(known, choice, by)
    found = known.chosen(choice)
    assert board.sums.cells[-1].amount == sum(item.amount(choice.year) for item in found)
    for place, cell in enumerate(board.sums.cells):
        assert cell.amount == sum(line.cells[place].amount for line in board.lines)
    for line in (*board.lines, board.sums):
        assert line.cells[-1].amount == sum(cell.amount for cell in line.cells[:-1])


def example(**more):
    programs = (
        Program(
            "a", "o1", "1.02.02", "Kesehatan", relevant="ya", home="d0", sub="d0-1", also=("d1-1", "d1-2")
        ),
        Program("b", "o1", "1.02.03", "Tenaga", relevant="tidak"),
        Program("c", "o2", "2.16.02", "Informasi", relevant="sebagian"),
        Program("d", "o2", "2.16.01", "Penunjang", support=True),
        Program("e", "o3", "2.11.02", "Sampah"),
    )
    agencies = (
        Agency("o1", "Dinas Kesehatan", "Dinkes", "dinas", required=True, has_plan=True),
        Agency("o2", "Dinas Kominfo", "Diskominfo", "dinas", required=True, has_plan=True),
        Agency("o3", "Dinas Lingkungan", "DLH", "dinas", required=True, has_plan=True),
        Agency("o4", "Bappeda", "Bappeda", "badan", required=True),
        Agency("o5", "Kelurahan Wundudopi", "", "kelurahan"),
    )
    return Coverage(agencies, DIMENSIONS, SUBS, programs, **more)


def test_a_program_counts_once_and_its_other_dimensions_stand_apart():
    board = spread(example(), Choice())
    assert [head.key for head in board.heads] == ["d0", "d1", "d2", "d3", BARE, UNREAD, NO, WHOLE]
    assert [line.short for line in board.lines] == ["Dinkes", "Diskominfo", "DLH", "Bappeda"]
    assert [cell.count for cell in board.lines[0].cells] == [1, 0, 0, 0, 0, 0, 1, 2]
    assert board.lines[0].cells[1].also == ("a",), "once for a dimension, however many of its parts are named"
    assert board.lines[3].note == "Renstra belum dibaca"
    assert marked(example(), example().by_id["a"]) == "D0-1 +D1-1 +D1-2"


def test_the_sentence_says_how_many_and_what_was_left_out():
    assert told(example(), Choice()) == (
        "4 program: 2 relevan, 1 belum ditelaah, 1 tidak relevan. 1 program penunjang tidak dihitung."
    )
    assert told(example(), Choice(support=True)).startswith("5 program: 2 relevan, 2 belum ditelaah")
    assert told(example(), Choice(relevant_only=True)).startswith("2 program: 2 relevan. ")


def test_of_the_support_programs_only_those_are_left_out_that_would_be_looked_at():
    assert told(example(), Choice(kind="dinas")).endswith("1 program penunjang tidak dihitung.")
    assert "penunjang" not in told(example(), Choice(kind="badan"))
    assert "penunjang" not in told(example(), Choice(year="2026"))


def test_a_dimension_that_is_no_longer_used_waits_for_no_program():
    known = example()
    gone = [replace(item, retired=True) for item in (known.dimensions[1], known.subs[2])]
    known = replace(
        known,
        dimensions=(known.dimensions[0], gone[0], *known.dimensions[2:]),
        subs=(*known.subs[:2], gone[1], *known.subs[3:]),
    )
    told_of = {item.row for item in gaps(known, Choice())}
    assert {"d2", "d3", "d1-2"} <= told_of
    assert not told_of & {"d1", "d1-1"}, "programs name them besides, so their columns stay"
    assert {"d1", "d1-1"} <= {head.key for by in (BY_DIMENSION, BY_SUB) for head in _heads(known, by)}


def _heads(known, by):
    return spread(known, Choice(), by).heads


def test_gaps_are_a_list_of_what_is_to_be_done_in_the_words_of_the_event():
    known = example(words=Words(opd="Perangkat Daerah", dimension="Pilar"))
    words = [item.words for item in gaps(known, Choice())]
    assert words[:3] == [
        "Pilar D1 Dimensi 1: belum ada program; 1 program menyebutnya sebagai tambahan.",
        "Pilar D2 Dimensi 2: belum ada program.",
        "Pilar D3 Dimensi 3: belum ada program.",
    ]
    assert words[3:5] == [
        "Dinas Lingkungan: 1 program, belum satu pun ditelaah.",
        "Bappeda: Renstra belum dibaca.",
    ]
    assert "Subpilar D0-2 Sub 2: belum ada program." in words
    assert not any("D0-1" in text for text in words)


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("APBD Kab/Kota", "APBD"),
        ("APBD", "APBD"),
        ("PAD", "APBD"),
        ("DAK Fisik/Non Fisik", "DAK"),
        ("APBD (DAK)", "DAK"),
        ("APBD, APBN", SEVERAL),
        ("APBD Provinsi", "APBD provinsi"),
        ("Bantuan Keuangan Provinsi", "APBD provinsi"),
        ("DBH CHT", "DBH"),
        ("Swadaya", OTHER),
        (" - ", UNSAID),
        ("", UNSAID),
    ],
)
def test_sources_of_money_have_their_usual_words(written, source):
    assert source_of(written) == source


def line(level="program", pagu=None, fund=""):
    return Line(level=level, pagu=pagu or {}, fund=fund)


def test_a_program_without_money_of_its_own_has_the_sum_of_what_is_below():
    below = (
        line("kegiatan", {"2025": 5}),
        line("kegiatan", {"2025": 7, "2026": 1}),
        line("subkegiatan", {"2025": 99}),
    )
    assert money_of(line(), below) == Money(
        {"2025": 12, "2026": 1}, "kegiatan", {UNSAID: {"2025": 12, "2026": 1}}
    )
    assert money_of(line(pagu={"2025": 3}), below).yearly == {"2025": 3}
    assert money_of(line(), ()) == Money()


def test_an_activity_that_names_no_money_has_that_of_its_own_lines():
    def under(row, level, parent, pagu, fund=""):
        return Line(id=row, level=level, parent=parent, pagu=pagu, fund=fund)

    below = (
        under("k1", "kegiatan", "p", {"2025": 5}, "APBD"),
        under("s1", "subkegiatan", "k1", {"2025": 5}),
        under("k2", "kegiatan", "p", {"2025": 0}),
        under("s2", "subkegiatan", "k2", {"2025": 3}, "DAK"),
        under("s3", "subkegiatan", "k2", {"2026": 4}),
    )
    found = money_of(Line(id="p", level="program"), below)
    assert (found.yearly, found.level) == ({"2025": 8, "2026": 4}, "kegiatan")
    assert found.sources == {"APBD": {"2025": 5}, "DAK": {"2025": 3}, UNSAID: {"2026": 4}}


def test_sources_named_below_share_what_stands_above_them():
    below = (line("subkegiatan", {"2025": 5}, "DAK"), line("subkegiatan", {"2025": 3}, "APBD"))
    assert money_of(line(pagu={"2025": 10}), below).sources == {
        "DAK": {"2025": 5},
        "APBD": {"2025": 3},
        UNSAID: {"2025": 2},
    }
    assert money_of(line(pagu={"2025": 6}), below).sources == {SEVERAL: {"2025": 6}}
    assert money_of(line(pagu={"2025": 6}), below[:1]).sources == {"DAK": {"2025": 6}}
    assert money_of(line(pagu={"2025": 6}, fund="DAU"), below).sources == {"DAU": {"2025": 6}}


def test_the_money_is_told_with_what_it_is_the_sum_of():
    paid = Program(
        "p", "o1", pagu={"2025": 2_000_000}, level="kegiatan", sources={UNSAID: {"2025": 2_000_000}}
    )
    known = Coverage(example().agencies, DIMENSIONS, SUBS, (*example().programs, paid))
    assert money_told(known, Choice()) == (
        "Rp2 juta dari 1 program yang punya pagu; 4 program lain tidak menyebut pagu. Program yang menyebut "
        "beberapa dimensi dihitung sekali, di dimensi utamanya. Pagu 1 program dari jumlah kegiatannya."
    )
    assert money_told(example(), Choice()) == "Belum ada pagu: 4 program, tidak satu pun menyebut pagu."
