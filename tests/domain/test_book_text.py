"""The markup of a chapter: every text is read, and blocks come back as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.book_text import (
    Grid,
    Heading,
    Item,
    Listing,
    Paragraph,
    Part,
    Picture,
    Run,
    figures,
    joined,
    parse,
    parts,
    plain,
    proposals,
    written,
)

SIGNS = st.text(st.sampled_from("ab1é *|\\#-?.[]\t\u00a0:9"), max_size=12)
RUN = st.builds(Run, SIGNS, st.booleans(), st.booleans())


def _stripped(runs):
    """Return runs as a line keeps them: no blanks outside at its ends, none of an empty text."""
    line = written((Heading(2, tuple(runs)),))
    return next(iter(parse(line))).runs if line else ()


RUNS = st.lists(RUN, max_size=5).map(_stripped)
TEXT = RUNS.filter(bool)
KEYS = st.from_regex(r"[a-z][a-z.]{0,8}(:[A-Z1-9]{1,4})?", fullmatch=True)
ITEMS = st.lists(st.builds(Item, RUNS, st.integers(0, 1), st.booleans()), min_size=1, max_size=5)


def _listing(ordered, items):
    first = Item(items[0].runs)
    return Listing(ordered, (first, *(Item(i.runs, i.level, bool(i.level) and i.ordered) for i in items[1:])))


BLOCKS = st.lists(
    st.one_of(
        st.builds(Heading, st.sampled_from([2, 3]), TEXT),
        st.builds(Paragraph, TEXT, st.booleans()),
        st.builds(_listing, st.booleans(), ITEMS),
        st.integers(1, 4)
        .flatmap(lambda width: st.lists(st.tuples(*[RUNS] * width), min_size=1, max_size=4))
        .map(lambda rows: Grid(tuple(rows))),
        st.builds(Part, KEYS),
        st.builds(Picture, st.uuids().map(str)),
    ),
    max_size=6,
).map(tuple)


@given(blocks=BLOCKS)
def test_what_is_written_is_read_back_as_it_was(blocks):
    assert parse(written(blocks)) == blocks


@given(text=st.text(st.one_of(st.sampled_from("ab1 *|\\#-?.[]\n\t\r\u2028"), st.characters()), max_size=120))
def test_any_text_is_read_and_settles_at_the_first_writing(text):
    once = written(parse(text))
    assert parse(once) == parse(text)
    assert written(parse(once)) == once


@given(runs=st.lists(RUN, max_size=6).map(tuple))
def test_no_letter_of_a_text_is_lost_whatever_its_manner(runs):
    (block,) = parse(written((Paragraph((Run("x"), *runs, Run("x"))),)))
    assert plain(block.runs) == "x" + plain(runs) + "x"
    assert joined(block.runs) == block.runs


def test_a_chapter_is_read_line_by_line():
    blocks = parse(
        "## Latar belakang\n"
        "Kota **tumbuh** *cepat*.\n"
        "?? Terdapat 41 program.\n"
        "- satu\n"
        "  1. rincian\n"
        "- dua\n"
        "1. pertama\n"
        "| Nama | Nilai |\n"
        "|---|---|\n"
        "| a \\| b |\n"
        "[[isu.dimensi]]\n"
        "[[gambar:0190]]"
    )
    assert blocks == (
        Heading(2, (Run("Latar belakang"),)),
        Paragraph((Run("Kota "), Run("tumbuh", bold=True), Run(" "), Run("cepat", italic=True), Run("."))),
        Paragraph((Run("Terdapat 41 program."),), proposed=True),
        Listing(
            ordered=False,
            items=(Item((Run("satu"),)), Item((Run("rincian"),), 1, ordered=True), Item((Run("dua"),))),
        ),
        Listing(ordered=True, items=(Item((Run("pertama"),)),)),
        Grid((((Run("Nama"),), (Run("Nilai"),)), ((Run("a | b"),), ()))),
        Part("isu.dimensi"),
        Picture("0190"),
    )


@pytest.mark.parametrize(
    "line", ["# judul", "#### judul", "[[a|b]]", "[[]]", "2024. Tahun", "C:\\naskah\\bab", "3 * 4", "??"]
)
def test_a_line_of_no_known_kind_is_plain_text(line):
    assert parse(line) == (Paragraph((Run(line),)),)


def test_an_asterisk_without_its_partner_is_an_asterisk():
    assert parse("**tebal** dan *lepas") == (Paragraph((Run("tebal", bold=True), Run(" dan *lepas"))),)


def test_an_empty_line_ends_a_list():
    assert [len(block.items) for block in parse("- a\n- b\n\n- c")] == [2, 1]


def test_a_proposal_is_counted_by_its_mark():
    text = "Awal.\n\n?? Satu.\n\n?? Dua.\n\n[[a.b]]"
    assert proposals(text) == 2


def test_the_parts_and_pictures_of_a_text_are_named_in_their_order():
    text = "[[b]]\n[[gambar:2]]\nteks [[c]]\n[[a]]\n[[gambar:1]]"
    assert parts(text) == ("b", "a")
    assert figures(text) == ("2", "1")


@given(blocks=BLOCKS, more=st.text(alphabet="?[]|- \t\n\u2028\u30001.ab:gambr"))
def test_what_waits_and_fills_itself_is_found_without_reading_the_rest(blocks, more):
    text = f"{more}\n{written(tuple(blocks))}\n{more}"
    whole = parse(text)
    assert proposals(text) == sum(isinstance(block, Paragraph) and block.proposed for block in whole)
    assert parts(text) == tuple(block.key for block in whole if isinstance(block, Part))
    assert figures(text) == tuple(block.figure for block in whole if isinstance(block, Picture))
