"""Search finds what was written and takes any text for what it is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartcity_desktop.domain.edit import Birth, Gone, Set
from smartcity_desktop.storage import search

AWKWARD = (
    "Jum'at",
    '"',
    "<b",
    "*",
    "-",
    "NEAR(",
    "a OR",
    "body:",
    "^x",
    "(",
    "'; DROP TABLE doc; --",
    "",
    "{a}",
)


@pytest.fixture
def notes(write, ids):
    texts = ("Jum'at rapat dengan <b Diskominfo", "Peta rencana 5-tahun", "Kab. Konawe: peta jalan")
    made = [ids.new() for _ in texts]
    write(*(Birth("note", row, {"text": text}) for row, text in zip(made, texts, strict=True)))
    return made


def found(workspace, text):
    return {hit.row for hit in search.find(workspace.db, text)}


def test_all_words_must_be_there_and_the_last_may_be_begun(workspace, notes):
    assert found(workspace, "peta") == {notes[1], notes[2]}
    assert found(workspace, "peta ren") == {notes[1]}
    assert found(workspace, "pet ren") == set()
    assert found(workspace, "jum'at DISKO") == {notes[0]}
    assert found(workspace, "<b") == {notes[0]}
    assert found(workspace, "5-tahun") == {notes[1]}


@pytest.mark.usefixtures("notes")
@pytest.mark.parametrize("text", AWKWARD)
def test_no_text_is_an_error(workspace, text):
    search.find(workspace.db, text)


@given(text=st.text(max_size=20))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_really_no_text_is_an_error(workspace, text):
    search.find(workspace.db, text)


def test_a_hit_shows_where_the_word_stands(workspace, notes):
    (hit,) = search.find(workspace.db, "konawe")
    assert (hit.ent, hit.row) == ("note", notes[2])
    assert hit.snippet == f"Kab. {search.OPEN}Konawe{search.CLOSE}: peta jalan"


def test_changed_and_deleted_rows_are_found_by_what_stands_now(workspace, notes, write):
    write(Set("note", notes[1], "text", "sama sekali lain"))
    assert found(workspace, "peta") == {notes[2]}
    assert found(workspace, "sekali") == {notes[1]}
    write(Gone("note", notes[1]))
    assert found(workspace, "sekali") == set()
    write(Gone("note", notes[1], gone=False))
    assert found(workspace, "sekali") == {notes[1]}


def test_own_columns_of_a_worksheet_are_found(workspace, write, ids):
    row = ids.new()
    write(Birth("renstra_line", row, {"name": "Promosi", "x:ide": "kampung kopi"}))
    assert found(workspace, "promosi kopi") == {row}
    write(Set("renstra_line", row, "x:ide", None))
    assert found(workspace, "kopi") == set()


def test_no_more_come_than_asked_for(workspace, write, ids):
    write(*(Birth("note", ids.new(), {"text": "rapat"}) for _ in range(9)))
    assert len(search.find(workspace.db, "rapat", 4)) == 4
