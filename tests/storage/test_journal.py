"""Writing: what becomes an op, what is typed on, what goes with what, what is left after an erasure."""

import json
import subprocess

import pytest

from smartcity_desktop.domain.edit import Birth, Erase, Gone, Set
from smartcity_desktop.domain.ids import derived
from smartcity_desktop.domain.op import signed
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.storage.workspace import Workspace
from tests.storage.conftest import WHO


@pytest.fixture
def ops(workspace):
    """Return the (field, val) of every op of a row, without sealing the journal."""

    def read(row):
        ordered = "SELECT field, val FROM op WHERE row = ? ORDER BY writer, seq"
        return workspace.db.conn.execute(ordered, (row,)).fetchall()

    return read


@pytest.fixture
def plan(write, ids):
    """An OPD with a document, a program line, its analysis and an indicator."""
    opd, document, line, indicator = (ids.new() for _ in range(4))
    write(
        Birth("opd", opd, {"name": "Dinas Pariwisata", "bidang@3.26": "1"}),
        Birth("document", document, {"opd": opd, "title": "Renstra"}),
        Birth("renstra_line", line, {"document": document, "name": "Promosi", "pagu@2025": 1_775_000_000}),
        Birth("indicator", indicator, {"line": line, "name": "Kunjungan", "target@2025": "12,5"}),
    )
    return {"opd": opd, "document": document, "renstra_line": line, "indicator": indicator}


def test_values_stand_in_the_typed_table_as_what_they_are(write, ids, cells, workspace):
    row = ids.new()
    write(
        Birth("session", row, {"title": "Sesi 1", "timer_minutes": 75, "pos": "V"}),
        Set("session", row, "place", "Aula"),
    )
    found = cells("session", row)
    assert (found["title"], found["timer_minutes"], found["pos"], found["place"]) == (
        "Sesi 1",
        75,
        "V",
        "Aula",
    )
    assert (found["alive"], found["disputed"]) == (1, 0)
    assert workspace.check() == []


def test_years_ids_and_own_columns_stand_as_parts_with_their_numbers(plan, write, workspace):
    line = plan["renstra_line"]
    write(Set("renstra_line", line, "x:warna", "12"), Set("renstra_line", line, "x:skor@bu rina", "7,5"))
    found = workspace.db.conn.execute(
        "SELECT field, part, val, num FROM part WHERE row IN (?, ?) ORDER BY field, part",
        (line, plan["indicator"]),
    ).fetchall()
    assert found == [
        ("pagu", "2025", "1775000000", 1_775_000_000),
        ("target", "2025", "12,5", 12.5),
        ("x:skor", "bu rina", "7,5", 7.5),
        ("x:warna", "", "12", 12),
    ]


def test_one_act_of_many_edits_is_one_transaction_and_one_act(workspace, write, ids):
    write(*(Birth("note", ids.new(), {"text": str(number)}) for number in range(50)))
    acts = workspace.db.conn.execute("SELECT a.label, count(*) FROM act a JOIN op o USING (writer, act)")
    assert acts.fetchall() == [("uji", 50)]


def test_a_value_equal_to_the_one_that_stands_writes_nothing(write, note, ops):
    before = ops(note)
    assert not write(Set("note", note, "text", "Jum'at kumpul"))
    assert not write(Set("note", note, "due", None))
    assert not write(Set("note", note, "due", ""))
    assert ops(note) == before


def test_a_change_says_which_rows_and_kinds_it_touched(write, note):
    changes = write(Set("note", note, "text", "baru"), label="Catatan diubah")
    assert (changes.kinds, changes.rows, changes.label) == ({"note"}, {note}, "Catatan diubah")


def test_several_values_of_one_field_in_one_act_become_one_op(write, note, ops):
    write(Set("note", note, "text", "a"), Set("note", note, "text", "b"))
    assert ops(note)[1:] == [("text", "b")]


def test_a_birth_takes_the_values_that_follow_it_in_the_same_act(write, ids, ops, cells):
    row = ids.new()
    write(Birth("note", row, {"text": "a", "owner": "Budi"}), Set("note", row, "text", "b"))
    assert [json.loads(val) for _, val in ops(row)] == [{"owner": "Budi", "text": "b"}]
    assert cells("note", row)["text"] == "b"


def test_a_birth_of_a_row_that_stands_sets_only_what_differs(write, note, ops, cells):
    write(Birth("note", note, {"text": "Jum'at kumpul", "kind": "keputusan"}))
    assert ops(note)[1:] == [("kind", "keputusan")]
    assert cells("note", note)["alive"] == 1


def test_a_birth_of_a_deleted_row_brings_it_back(write, note, cells):
    write(Gone("note", note))
    write(Birth("note", note, {"text": "kembali"}))
    assert (cells("note", note)["text"], cells("note", note)["alive"]) == ("kembali", 1)


def test_a_name_that_the_catalogue_does_not_know_is_a_mistake(write, note):
    for name in ("warna", "text@2025"):
        with pytest.raises(KeyError):
            write(Set("note", note, name, "a"))
    with pytest.raises(KeyError):
        write(Birth("renstra_line", note, {"pagu": 5}))
    with pytest.raises(LookupError):
        write(Set("note", "00000000-0000-7000-8000-000000000000", "text", "a"))


def test_a_number_that_no_table_can_hold_is_a_sentence_not_a_crash(write, plan, workspace):
    with pytest.raises(UserFault) as caught:
        write(Set("renstra_line", plan["renstra_line"], "pagu@2026", 10**30))
    assert caught.value.code == "number-too-big"
    assert workspace.check() == []


def test_any_text_a_person_pastes_can_be_kept(write, note, cells, workspace):
    write(Set("note", note, "text", "a\x00b \ud83d c\nd\te 😀 \"'"))
    assert cells("note", note)["text"] == "ab ? c\nd\te 😀 \"'"
    assert workspace.check() == []


# Rows that exist once per others


def test_a_value_of_a_row_that_nobody_has_made_makes_it_with_its_keys(plan, write, workspace, cells):
    row = derived(workspace.workshop_id, "analysis", plan["renstra_line"])
    write(Set("analysis", row, "relevant", "ya"))
    found = cells("analysis", row)
    assert (found["line"], found["relevant"], found["alive"]) == (plan["renstra_line"], "ya", 1)


def test_its_keys_are_found_among_rows_born_in_the_same_act(write, ids, workspace, cells):
    opd = ids.new()
    row = derived(workspace.workshop_id, "identity", opd)
    sheet = ids.new()
    write(Birth("worksheet", sheet, {"code": "L5"}), Birth("opd", opd, {"name": "Bappeda"}))
    both = derived(workspace.workshop_id, "sheet", sheet, opd)
    write(Set("sheet", both, "present@-", 4), Set("identity", row, "nip", "1987"))
    assert (cells("sheet", both)["worksheet"], cells("sheet", both)["opd"]) == (sheet, opd)
    assert cells("identity", row)["nip"] == "1987"


def test_an_empty_value_makes_no_row(plan, write, workspace, cells):
    row = derived(workspace.workshop_id, "analysis", plan["renstra_line"])
    assert not write(Set("analysis", row, "relevant", None))
    assert cells("analysis", row) is None


def test_a_value_of_such_a_row_that_was_deleted_brings_it_back(plan, write, workspace, cells):
    row = derived(workspace.workshop_id, "analysis", plan["renstra_line"])
    write(Set("analysis", row, "relevant", "ya"))
    write(Gone("analysis", row))
    write(Set("analysis", row, "note", "lagi"))
    assert (cells("analysis", row)["alive"], cells("analysis", row)["disputed"]) == (1, 0)


# Typing


def typed(write, note, *texts):
    for text in texts:
        write(Set("note", note, "text", text), typing=True)


def test_what_is_typed_key_by_key_becomes_one_op(write, note, ops, cells, clock):
    for text in ("R", "Ra", "Rap"):
        clock.forward(seconds=1)
        typed(write, note, text)
    assert ops(note)[1:] == [("text", "Rap")]
    assert cells("note", note)["text"] == "Rap"


def test_what_is_typed_into_a_row_just_born_by_typing_is_one_act(write, ids, ops, cells, journal, workspace):
    row = ids.new()
    write(Birth("note", row, {"text": "se"}), label="tulis", typing=True)
    write(Set("note", row, "text", "setuju"), label="ubah", typing=True)
    write(Set("note", row, "text", "setuju semua"), Set("note", row, "owner", "Rina"), typing=True)
    assert [(field, json.loads(val)) for field, val in ops(row)] == [
        ("*", {"text": "setuju semua", "owner": "Rina"})
    ]
    assert journal.undo_label(WHO) == "tulis"
    journal.undo(WHO)
    assert cells("note", row)["alive"] == 0
    assert journal.undo_label(WHO) is None
    journal.redo(WHO)
    found = cells("note", row)
    assert (found["text"], found["owner"], found["alive"]) == ("setuju semua", "Rina", 1)
    assert workspace.check() == []


@pytest.mark.parametrize("between", ["seal", "minutes", "person", "act"])
def test_a_birth_that_somebody_could_have_seen_is_not_typed_on(write, ids, ops, journal, clock, between):
    row = ids.new()
    write(Birth("note", row, {"text": "se"}), typing=True)
    match between:
        case "seal":
            journal.seal()
        case "minutes":
            clock.forward(minutes=5)
        case "act":
            write(Set("note", row, "owner", "Rina"))
    write(Set("note", row, "text", "setuju"), typing=True, who="Budi" if between == "person" else WHO)
    assert ops(row)[0] == ("*", '{"text":"se"}')
    assert ops(row)[-1] == ("text", "setuju")


def test_every_answer_of_a_sheet_goes_back_on_its_own(plan, write, workspace, cells, journal):
    row = derived(workspace.workshop_id, "analysis", plan["renstra_line"])
    for text in ("ada", "ada masalah"):
        write(Set("analysis", row, "issue", text), typing=True)
    for text in ("us", "usulan"):
        write(Set("analysis", row, "proposal", text), typing=True)
    journal.undo(WHO)
    found = cells("analysis", row)
    assert (found["issue"], found["proposal"], found["alive"]) == ("ada masalah", None, 1)
    journal.undo(WHO)
    assert cells("analysis", row)["alive"] == 0


@pytest.mark.parametrize(
    "between", ["five minutes", "seal", "another person", "no typing", "merge", "backwards"]
)
def test_a_new_op_begins_when_somebody_could_have_seen_the_old_one(write, note, ops, journal, clock, between):
    typed(write, note, "a")
    if between == "five minutes":
        clock.forward(minutes=5)
    elif between == "backwards":
        clock.forward(minutes=-1)
    elif between == "seal":
        journal.seal()
    elif between == "merge":
        journal.merge([])
    who = "Budi" if between == "another person" else WHO
    write(Set("note", note, "text", "b"), who=who, typing=between != "no typing")
    assert ops(note)[1:] == [("text", "a"), ("text", "b")]


def test_five_minutes_count_from_the_first_key(write, note, ops, clock):
    for number in range(7):
        typed(write, note, f"{number}")
        clock.forward(minutes=1)
    assert ops(note)[1:] == [("text", "4"), ("text", "6")]


def test_what_an_earlier_opening_typed_is_never_overwritten(path, clock, ids, reopen):
    row = ids.new()
    with Workspace.create(path, clock=clock, ids=ids, laptop="a", person=WHO) as made:
        made.journal.write([Birth("note", row, {"text": "a"})], who=WHO, label="x")
        made.journal.write([Set("note", row, "text", "b")], who=WHO, label="x", typing=True)
    again = reopen(path)
    again.journal.write([Set("note", row, "text", "c")], who=WHO, label="x", typing=True)
    assert [entry.val for entry in again.journal.history(row, "text")] == ["a", "b", "c"]


def test_what_is_typed_after_a_deletion_is_not_hidden_in_an_op_the_deletion_saw(write, note, cells, ops):
    typed(write, note, "a")
    write(Gone("note", note))
    write(Gone("note", note, gone=False), Set("note", note, "text", "ab"), typing=True)
    assert ops(note)[1:] == [("text", "a"), ("_gone", "1"), ("_gone", "0"), ("text", "ab")]
    assert (cells("note", note)["alive"], cells("note", note)["disputed"]) == (1, 0)


def test_history_tells_every_value_with_person_moment_and_act(write, note, journal, clock):
    clock.forward(hours=1)
    write(Set("note", note, "text", "kedua"), who="Budi", label="Catatan diubah")
    first, second = journal.history(note, "text")
    assert (first.val, first.who, first.label) == ("Jum'at kumpul", WHO, "Catatan baru")
    assert (second.val, second.who, second.label) == ("kedua", "Budi", "Catatan diubah")
    assert second.at == clock.moment.isoformat(timespec="milliseconds")


def test_the_moment_of_the_last_commit_is_known(write, note, journal, clock):
    moment = clock.forward(minutes=3)
    assert not write(Set("note", note, "text", "Jum'at kumpul"))
    assert journal.last_saved < moment
    write(Set("note", note, "text", "baru"))
    assert journal.last_saved == moment


# Deleting


def test_a_deleted_row_takes_all_it_owns_with_it_and_brings_it_back(plan, write, workspace, cells):
    analysis = derived(workspace.workshop_id, "analysis", plan["renstra_line"])
    write(Set("analysis", analysis, "relevant", "ya"))
    changes = write(Gone("opd", plan["opd"]))
    assert changes.rows == {*plan.values(), analysis}
    assert all(cells(ent, row)["alive"] == 0 for ent, row in plan.items())
    assert workspace.db.conn.execute("SELECT count(*) FROM doc").fetchone() == (0,)
    write(Gone("opd", plan["opd"], gone=False))
    assert all(cells(ent, row)["alive"] == 1 for ent, row in plan.items())
    assert cells("analysis", analysis)["alive"] == 1
    assert workspace.check() == []


def test_what_was_deleted_on_its_own_before_stays_deleted(plan, write, cells):
    write(Gone("indicator", plan["indicator"]))
    write(Gone("document", plan["document"]))
    write(Gone("document", plan["document"], gone=False))
    assert cells("renstra_line", plan["renstra_line"])["alive"] == 1
    assert cells("indicator", plan["indicator"])["alive"] == 0


def test_references_from_elsewhere_stay(plan, write, ids, cells):
    row = ids.new()
    write(Birth("note", row, {"text": "a", "opd": plan["opd"]}))
    write(Gone("opd", plan["opd"]))
    assert (cells("note", row)["opd"], cells("note", row)["alive"]) == (plan["opd"], 1)


def test_an_owned_row_that_moves_to_another_owner_in_the_same_act_stays(plan, write, ids, cells):
    line = ids.new()
    write(
        Birth("renstra_line", line, {"document": plan["document"], "name": "Promosi baru"}),
        Set("indicator", plan["indicator"], "line", line),
        Gone("renstra_line", plan["renstra_line"]),
    )
    assert cells("indicator", plan["indicator"])["alive"] == 1
    assert cells("renstra_line", plan["renstra_line"])["alive"] == 0


@pytest.mark.parametrize("text", ["masih perlu", "Jum'at kumpul"])
def test_a_field_of_a_deleted_row_is_refused_and_brings_nothing_back(write, note, cells, ops, journal, text):
    write(Gone("note", note))
    before = ops(note)
    with pytest.raises(UserFault, match="row-gone"):
        write(Set("note", note, "text", text), typing=True)
    assert ops(note) == before
    assert cells("note", note)["alive"] == 0
    assert journal.disputes() == []
    journal.undo(WHO)
    write(Set("note", note, "text", "lagi"))
    assert (cells("note", note)["text"], cells("note", note)["disputed"]) == ("lagi", 0)


@pytest.mark.parametrize("deleted", ["renstra_line", "document", "opd"])
def test_an_answer_below_a_deleted_owner_is_refused_also_as_a_birth(plan, write, workspace, cells, deleted):
    line = plan["renstra_line"]
    row = derived(workspace.workshop_id, "analysis", line)
    write(Set("analysis", row, "issue", "ada"))
    write(Gone(deleted, plan[deleted]))
    edit = Set("analysis", row, "issue", "masih diketik")
    for edits in ([edit], [Birth("analysis", row, {"line": line}), edit]):
        with pytest.raises(UserFault, match="row-gone"):
            write(*edits, typing=True)
    assert (cells("analysis", row)["issue"], cells("analysis", row)["alive"]) == ("ada", 0)
    write(Gone(deleted, plan[deleted], gone=False))
    write(edit, typing=True)
    assert (cells("analysis", row)["issue"], cells("analysis", row)["alive"]) == ("masih diketik", 1)


def test_a_sheet_of_a_deleted_opd_is_not_born(plan, write, workspace, ids, cells):
    worksheet = ids.new()
    write(Birth("worksheet", worksheet, {"code": "L5"}), Gone("opd", plan["opd"]))
    row = derived(workspace.workshop_id, "sheet", worksheet, plan["opd"])
    with pytest.raises(UserFault, match="row-gone"):
        write(Birth("sheet", row, {"worksheet": worksheet, "opd": plan["opd"], "chair": "Rina"}))
    assert cells("sheet", row) is None


def test_a_row_that_one_deleted_while_another_changed_it_is_visible_as_disputed(
    write, note, cells, journal, twin
):
    write(Gone("note", note))
    twin.journal.write([Set("note", note, "text", "masih perlu")], who="Budi", label="x")
    journal.merge(twin.journal.since({}), twin.journal.writers(), twin.journal.acts())
    assert (cells("note", note)["alive"], cells("note", note)["disputed"]) == (1, 1)
    assert journal.disputes() == [("note", note)]
    write(Gone("note", note))
    assert (cells("note", note)["alive"], cells("note", note)["disputed"]) == (0, 0)
    assert journal.disputes() == []


# Erasing


def test_an_erased_value_is_nowhere_in_the_file_any_more(plan, write, workspace, journal):
    nip = "198703152010011004"
    phone = "081234567890"
    row = derived(workspace.workshop_id, "identity", plan["opd"])
    write(Birth("identity", row, {"subject": plan["opd"], "nip": nip}))
    write(Set("identity", row, "phone", phone))
    write(Set("identity", row, "nip", nip + "5"))
    write(Erase("identity", row))
    assert workspace.check() == []
    assert [entry.val for entry in journal.history(row, "nip")] == [None]
    for item in (workspace.path, workspace.path.with_name(workspace.path.name + "-wal")):
        # Read by another process: a handle of this one, closed again, would let go of the lock.
        open_content = subprocess.run(["cat", item], capture_output=True, check=True).stdout
        assert nip.encode() not in open_content
        assert phone.encode() not in open_content
    workspace.close()
    content = workspace.path.read_bytes()
    assert nip.encode() not in content
    assert phone.encode() not in content
    assert b"Dinas Pariwisata" in content


def test_erasing_keeps_what_is_not_personal_and_lets_new_values_stand(plan, write, workspace, cells):
    row = derived(workspace.workshop_id, "identity", plan["opd"])
    write(Set("identity", row, "nip", "111"))
    write(Erase("identity", row))
    assert (cells("identity", row)["nip"], cells("identity", row)["subject"]) == (None, plan["opd"])
    write(Set("identity", row, "nip", "222"))
    write(Set("identity", row, "nip", "333"))
    assert cells("identity", row)["nip"] == "333"
    workspace.journal.rebuild()
    assert cells("identity", row)["nip"] == "333"
    assert workspace.check() == []


def test_an_erasure_reaches_values_that_come_in_later(plan, write, workspace, journal, cells):
    row = derived(workspace.workshop_id, "identity", plan["opd"])
    write(Set("identity", row, "nip", "111"))
    late = signed(journal.since({})[-1]._replace(writer=77, val='{"nip":"999"}'))
    write(Erase("identity", row))
    journal.merge([late])
    assert cells("identity", row)["nip"] is None
    assert b"999" not in b"".join(
        str(cell).encode() for (cell,) in workspace.db.conn.execute("SELECT val FROM op WHERE writer = 77")
    )


# Faults


def test_a_full_disk_leaves_the_last_saved_state_and_writing_goes_on_afterwards(
    write, note, workspace, cells
):
    conn = workspace.db.conn
    pages = conn.execute("PRAGMA page_count").fetchone()[0]
    conn.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(DiskFault) as caught:
        write(Set("note", note, "text", "x" * 200_000))
    assert caught.value.code == "disk-full"
    assert cells("note", note)["text"] == "Jum'at kumpul"
    conn.execute("PRAGMA max_page_count = 1000000").fetchall()
    write(Set("note", note, "text", "x" * 200_000))
    assert cells("note", note)["text"] == "x" * 200_000
    assert workspace.check() == []
    assert sorted(seq for (seq,) in conn.execute("SELECT seq FROM op")) == [1, 2]


def test_what_is_read_back_otherwise_than_written_is_not_committed(write, note, workspace, cells, ops):
    workspace.db.conn.execute(
        "CREATE TEMP TRIGGER flip AFTER INSERT ON main.op BEGIN "
        "UPDATE op SET val = 'lain' WHERE writer = new.writer AND seq = new.seq; END"
    )
    with pytest.raises(DiskFault):
        write(Set("note", note, "text", "asli"))
    assert cells("note", note)["text"] == "Jum'at kumpul"
    assert len(ops(note)) == 1


@pytest.mark.parametrize(
    ("damage", "word"),
    [
        ("UPDATE op SET val = 'lain' WHERE field = 'text'", "tidak utuh"),
        ("UPDATE note SET text = 'lain'", "note"),
        ("UPDATE note SET alive = 0", "note"),
        ("DELETE FROM head WHERE field = 'text'", "head"),
        ("UPDATE part SET num = num + 1", "part"),
        ("UPDATE doc SET body = 'lain'", "doc"),
        ("DELETE FROM doc_fts WHERE rowid = (SELECT min(id) FROM doc)", "pencarian"),
        ("DELETE FROM base", "tidak utuh"),
    ],
)
@pytest.mark.usefixtures("plan")
def test_the_check_finds_what_was_changed_behind_the_journal(write, note, workspace, damage, word):
    write(Set("note", note, "text", "kedua"))
    assert workspace.check() == []
    workspace.db.conn.execute(damage)
    assert any(word in line for line in workspace.check())


@pytest.mark.usefixtures("plan")
def test_a_rebuild_mends_what_is_derived(note, workspace, journal, cells):
    conn = workspace.db.conn
    for damage in ("DELETE FROM note", "DELETE FROM part", "DELETE FROM head", "DELETE FROM doc"):
        conn.execute(damage)
    journal.rebuild()
    assert workspace.check() == []
    assert cells("note", note)["text"] == "Jum'at kumpul"
