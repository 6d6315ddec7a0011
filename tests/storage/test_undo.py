"""Turning back: the last act of this person, where nobody has built on it since."""

import pytest

from smartcity_desktop.domain.catalog import ENTITIES
from smartcity_desktop.domain.edit import Birth, Erase, Gone, Set
from smartcity_desktop.domain.ids import RowId, derived
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.journal import NOTE
from smartcity_desktop.storage.workshop import acts
from smartcity_desktop.storage.workspace import Workspace
from tests.storage.conftest import WHO


def test_values_of_one_act_go_back_together_and_come_again(write, note, cells, journal):
    write(Set("note", note, "text", "a"), Set("note", note, "owner", "Budi"), label="Catatan diubah")
    changes = journal.undo(WHO)
    assert (changes.rows, changes.label, changes.left_out) == ({note}, "Catatan diubah", ())
    assert (cells("note", note)["text"], cells("note", note)["owner"]) == ("Jum'at kumpul", None)
    journal.redo(WHO)
    assert (cells("note", note)["text"], cells("note", note)["owner"]) == ("a", "Budi")


def test_acts_go_back_one_by_one_and_again_in_their_order(write, note, cells, journal):
    for text in ("a", "b", "c"):
        write(Set("note", note, "text", text), label=f"jadi {text}")
    for label, text in (("jadi c", "b"), ("jadi b", "a"), ("jadi a", "Jum'at kumpul")):
        assert journal.undo_label(WHO) == label
        journal.undo(WHO)
        assert cells("note", note)["text"] == text
    for label, text in (("jadi a", "a"), ("jadi b", "b"), ("jadi c", "c")):
        assert journal.redo_label(WHO) == label
        journal.redo(WHO)
        assert cells("note", note)["text"] == text
    assert journal.redo_label(WHO) is None
    journal.undo(WHO)
    assert cells("note", note)["text"] == "b"


@pytest.mark.usefixtures("note")
def test_with_nothing_left_it_says_so(journal):
    with pytest.raises(UserFault) as caught:
        journal.redo(WHO)
    assert caught.value.code == "nothing-to-redo"
    journal.undo(WHO)
    with pytest.raises(UserFault) as caught:
        journal.undo(WHO)
    assert caught.value.code == "nothing-to-undo"
    assert journal.undo_label(WHO) is None


def test_after_something_new_the_undone_act_does_not_come_again(write, note, journal):
    write(Set("note", note, "text", "a"))
    journal.undo(WHO)
    write(Set("note", note, "owner", "Budi"))
    assert journal.redo_label(WHO) is None


def test_what_was_typed_in_one_go_goes_back_in_one_go(write, note, cells, journal):
    for text in ("R", "Ra", "Rapat"):
        write(Set("note", note, "text", text), typing=True)
    journal.undo(WHO)
    assert cells("note", note)["text"] == "Jum'at kumpul"
    write(Set("note", note, "text", "S"), typing=True)
    assert journal.history(note, "text")[-1].val == "S"
    assert len(journal.history(note, "text")) == 4


def test_the_field_typed_last_goes_back_first(write, note, cells, journal, clock):
    write(Set("note", note, "text", "a"), typing=True)
    clock.forward(seconds=1)
    write(Set("note", note, "owner", "Budi"), typing=True)
    clock.forward(seconds=1)
    write(Set("note", note, "text", "ab"), typing=True)
    journal.undo(WHO)
    assert (cells("note", note)["text"], cells("note", note)["owner"]) == ("Jum'at kumpul", "Budi")


def test_a_new_row_goes_and_comes_again_with_its_values(write, ids, cells, journal, workspace):
    row = ids.new()
    write(Birth("opd", row, {"name": "Bappeda", "bidang@5.01": "1"}), label="OPD baru")
    journal.undo(WHO)
    assert cells("opd", row)["alive"] == 0
    journal.redo(WHO)
    assert (cells("opd", row)["alive"], cells("opd", row)["name"]) == (1, "Bappeda")
    assert workspace.check() == []


def test_a_deleted_row_comes_back_with_all_it_owns_and_goes_again(write, ids, cells, journal):
    opd, document = ids.new(), ids.new()
    write(Birth("opd", opd, {"name": "Bappeda"}), Birth("document", document, {"opd": opd}))
    write(Gone("opd", opd), label="Hapus Bappeda")
    journal.undo(WHO)
    assert (cells("opd", opd)["alive"], cells("document", document)["alive"]) == (1, 1)
    journal.redo(WHO)
    assert (cells("opd", opd)["alive"], cells("document", document)["alive"]) == (0, 0)
    journal.undo(WHO)
    assert (cells("opd", opd)["alive"], cells("document", document)["alive"]) == (1, 1)


def test_a_row_whose_deletion_was_turned_back_is_not_disputed(write, note, cells, journal):
    write(Gone("note", note))
    journal.undo(WHO)
    write(Set("note", note, "text", "lagi"))
    assert (cells("note", note)["alive"], cells("note", note)["disputed"]) == (1, 0)


def test_another_persons_acts_stay(write, note, cells, journal):
    write(Set("note", note, "owner", "Budi"))
    write(Set("note", note, "text", "dari Budi"), who="Budi")
    journal.undo(WHO)
    assert (cells("note", note)["text"], cells("note", note)["owner"]) == ("dari Budi", None)


def test_what_somebody_built_on_stays_and_is_named(write, note, cells, journal):
    write(Set("note", note, "text", "a"), Set("note", note, "owner", "Rina"))
    write(Set("note", note, "text", "b"), who="Budi")
    changes = journal.undo(WHO)
    assert (cells("note", note)["text"], cells("note", note)["owner"]) == ("b", None)
    assert changes.left_out == ("catatan “b” sudah diubah lagi",)


def test_an_act_of_which_nothing_can_go_back_gives_way_to_the_one_before(write, note, journal):
    write(Set("note", note, "owner", "Rina"), label="pemilik")
    write(Set("note", note, "text", "a"), label="isi")
    write(Set("note", note, "text", "b"), who="Budi")
    changes = journal.undo(WHO)
    assert not changes
    assert changes.left_out
    assert journal.undo_label(WHO) == "pemilik"


def test_a_row_that_somebody_else_has_filled_is_not_undone_away(write, note, cells, journal):
    write(Set("note", note, "owner", "Budi"), who="Budi")
    changes = journal.undo(WHO)
    assert cells("note", note)["alive"] == 1
    assert changes.left_out == ("catatan “Jum'at kumpul” sudah diubah lagi",)


def test_what_came_from_another_laptop_is_not_turned_back(note, twin, journal):
    assert twin.journal.undo_label(WHO) is None
    twin.journal.write([Set("note", note, "text", "dari laptop kedua")], who=WHO, label="jauh")
    journal.merge(twin.journal.since({}), twin.journal.writers(), twin.journal.acts())
    assert journal.undo_label(WHO) == "Catatan baru"


def test_a_decided_difference_that_is_turned_back_is_open_again(write, note, cells, journal, twin):
    twin.journal.write([Set("note", note, "text", "Budi: sore")], who="Budi", label="x")
    write(Set("note", note, "text", "Rina: pagi"))
    journal.merge(twin.journal.since({}), twin.journal.writers(), twin.journal.acts())
    (difference,) = journal.differences()
    assert {version.val for version in difference.versions} == {"Budi: sore", "Rina: pagi"}
    assert {version.who for version in difference.versions} == {"Budi", WHO}
    shown = difference.versions[0].val
    assert cells("note", note)["text"] == shown
    write(Set("note", note, "text", shown), label="Pakai yang ini")
    assert journal.differences() == []
    journal.undo(WHO)
    (again,) = journal.differences()
    assert {version.val for version in again.versions} == {"Budi: sore", "Rina: pagi"}
    assert cells("note", note)["text"] == shown
    journal.redo(WHO)
    assert journal.differences() == []


def test_an_erasure_is_never_turned_back(write, note, workspace, journal, cells):
    row = derived(workspace.workshop_id, "identity", note)
    write(Set("identity", row, "nip", "111"), label="NIP")
    write(Erase("identity", row), label="Hapus data pribadi")
    assert journal.undo_label(WHO) == "NIP"
    journal.undo(WHO)
    assert cells("identity", row)["nip"] is None
    journal.redo(WHO)
    assert cells("identity", row)["nip"] is None


def test_undo_reaches_what_this_person_did_before_the_file_was_closed(path, clock, ids, reopen):
    row = ids.new()
    with Workspace.create(path, clock=clock, ids=ids, laptop="laptop depan", person=WHO) as made:
        made.journal.write([Birth("note", row, {"text": "a"})], who=WHO, label="x")
        made.journal.write([Set("note", row, "text", "b")], who=WHO, label="y")
    again = reopen(path)
    assert again.journal.undo_label(WHO) == "y"
    again.journal.undo(WHO)
    assert again.db.conn.execute("SELECT text FROM note").fetchall() == [("a",)]
    assert again.check() == []


def test_what_stays_is_named_in_the_words_of_the_event(write, workspace, ids, journal):
    opd = ids.new()
    write(Birth("workshop", workspace.workshop_id, {"word_opd": "SKPD"}), who="Budi")
    write(Birth("opd", opd, {"name": "UPT OPD"}))
    write(Set("opd", opd, "head", "Budi"), who="Budi")
    assert journal.undo(WHO).left_out == ("SKPD “UPT OPD” sudah diubah lagi",)


def test_what_only_tells_of_a_print_is_stepped_over_and_blocks_neither_undo_nor_redo(
    write, note, cells, journal, ids
):
    write(Set("note", note, "text", "a"), label="Catatan diubah")
    told = ids.new()
    journal.write([Birth("printing", told, {"kind": "notulen"})], who=WHO, label="cetak", kind=NOTE)
    assert journal.undo_label(WHO) == "Catatan diubah"
    journal.undo(WHO)
    assert cells("note", note)["text"] == "Jum'at kumpul"
    again = ids.new()
    journal.write([Birth("printing", again, {"kind": "notulen"})], who=WHO, label="cetak", kind=NOTE)
    assert journal.redo_label(WHO) == "Catatan diubah"
    journal.redo(WHO)
    assert cells("note", note)["text"] == "a"
    for _ in range(2):
        journal.undo(WHO)
    with pytest.raises(UserFault, match="nothing-to-undo"):
        journal.undo(WHO)
    assert cells("printing", told)["kind"] == cells("printing", again)["kind"] == "notulen"


def test_a_print_told_of_is_no_new_version_of_what_is_printed(write, note, workspace, journal, ids):
    write(Set("note", note, "text", "a"))
    before = acts(workspace.db)
    journal.write([Birth("printing", ids.new(), {"kind": "notulen"})], who=WHO, label="cetak", kind=NOTE)
    assert acts(workspace.db) == before


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda item: item.name)
def test_what_cannot_be_turned_back_is_called_by_its_own_word(write, journal, entity):
    """``isian`` is said of what the program does not know, such as an entity of a newer one."""
    row = RowId(f"row-{entity.name}")
    write(Birth(entity.name, row, {}))
    write(Set(entity.name, row, "pos", "a"))
    journal.write([Set(entity.name, row, "pos", "b")], who="orang lain", label="geser")
    (told,) = journal.undo(WHO).left_out
    assert not told.startswith("isian")


def test_an_act_is_named_after_any_text_a_person_pastes(write, note, journal):
    write(Set("note", note, "owner", "Budi"), label="ubah a\x00b \ud83d c 😀")
    assert journal.acts()[-1].label == "ubah ab ? c 😀"
