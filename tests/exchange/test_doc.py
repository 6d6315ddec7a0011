"""Word 97 to 2003: rows by their marks and borders, nothing deleted or hidden, no code of a field."""

import struct
import tracemalloc

import pytest

from smartcity_desktop.exchange.compound import Broken, Compound
from smartcity_desktop.exchange.doc import read_doc
from smartcity_desktop.exchange.renstra import read_file
from tests.exchange.old_office import DELETED, HIDDEN, IN_TABLE, ROW_END, Document, container, doc
from tests.exchange.tables import PLAN, understood, written


def read(tmp_path, document, **more):
    path = tmp_path / "renstra.doc"
    path.write_bytes(document if isinstance(document, bytes) else document.save(**more))
    return read_doc(path)


@pytest.mark.parametrize("narrow", [False, True], ids=["two bytes", "one byte"])
def test_a_plan_is_read_from_either_alphabet_under_a_wrong_name(narrow, tmp_path):
    path = tmp_path / "renstra.docx"
    path.write_bytes(doc(written(PLAN), narrow=narrow))
    assert understood(read_file(path)) == list(PLAN)


@pytest.mark.parametrize(
    ("letters", "note"), [(b"", ()), (DELETED, ("deleted",)), (HIDDEN, ("hidden",)), (b"\x3c\x08\x00", ())]
)
def test_what_was_deleted_or_hidden_is_not_read(letters, note, tmp_path):
    made = Document()
    made.add("Jalan", IN_TABLE)
    made.add(" lama", IN_TABLE, letters)
    made.add(" baru\x07", IN_TABLE)
    made.row((0, 900, 1800), ("a", "b"))
    (grid,) = read(tmp_path, made)
    assert grid.rows[0][0] == ("Jalan baru" if note else "Jalan lama baru")
    assert grid.notes == note


def test_signs_of_word_become_plain_ones_and_codes_of_fields_are_gone(tmp_path):
    made = Document()
    made.row((0, 900, 1800), ("\x13 REF x \x14Jalan\x15\x0bbaru\x1e1\x1f2", "\x01a\tb\x02"))
    (grid,) = read(tmp_path, made)
    assert grid.rows == (("Jalan\nbaru-12", "a b"),)


def test_borders_make_columns_and_those_that_nearly_meet_are_one(tmp_path):
    made = Document()
    made.add("Tabel 4 Pagu\r")
    made.row((0, 900, 1800, 2700), ("a", "b", "c"))
    made.row((10, 890, 2710), ("d", "e\nf"))
    made.row((0, 900, 1800, 2700), ("g", "", "i"), (0, 1, 0))
    made.row((900, 1800), ("j",), (0x60,))
    made.row((900, 1800), ("",), (0x20,))
    (grid,) = read(tmp_path, made)
    assert grid.rows[1:] == (
        ("a", "b", "c"),
        ("d", "e\nf", ""),
        ("g", "", "i"),
        ("", "j", ""),
    )
    assert set(grid.merges) == {(2, 1, 2, 2), (3, 0, 3, 1)}


def test_a_table_in_a_cell_is_its_text(tmp_path):
    inner = struct.pack("<HI", 0x6649, 2)
    made = Document()
    made.row((0, 900, 1800), ("a", "b"))
    made.add("luar\x07", IN_TABLE)
    made.add("satu\r", IN_TABLE + inner + b"\x4b\x24\x01")
    made.add("dua\r", IN_TABLE + inner + b"\x4b\x24\x01")
    made.add("\r", IN_TABLE + inner + b"\x4b\x24\x01\x4c\x24\x01")
    made.add("sesudah\x07", IN_TABLE)
    made.add("\x07", IN_TABLE + ROW_END)
    (grid,) = read(tmp_path, made)
    assert grid.rows[1] == ("luar", "satu dua\nsesudah")


def test_a_program_that_draws_no_borders_still_gives_its_cells_in_order(tmp_path):
    made = Document()
    for words in ("a", "b"):
        made.add(f"{words}\x07", IN_TABLE)
    made.add("\x07", IN_TABLE + ROW_END)
    made.add("sesudah\r")
    (grid,) = read(tmp_path, made)
    assert grid.rows == (("a", "b"),)


def test_macros_are_told(tmp_path):
    made = Document()
    made.row((0, 900, 1800), ("a", "b"))
    (grid,) = read(tmp_path, made, Macros=b"x")
    assert grid.notes == ("macros",)


def test_streams_come_out_of_a_container_as_they_went_in():
    streams = {"Kecil": b"a" * 100, "Besar": bytes(range(256)) * 40, "Kosong": b"", "Sedang": b"b" * 4095}
    found = Compound(container(streams))
    assert {name: found.stream(name) for name in streams} == streams
    assert "kecil" in found
    with pytest.raises(Broken):
        found.stream("Lain")


def test_a_chain_in_a_circle_is_given_up_before_it_is_longer_than_the_file():
    made = bytearray(container({"Besar": b"a" * 100_000}))
    (page,) = struct.unpack_from("<I", made, 76)
    # The head names one page of the table of chains over and over, and every sector leads to itself.
    struct.pack_into("<109I", made, 76, *[page] * 109)
    struct.pack_into("<128I", made, 512 * (page + 1), *range(128))
    tracemalloc.start()
    with pytest.raises(Broken):
        Compound(bytes(made))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * len(made)
