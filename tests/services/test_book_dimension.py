"""Books follow their dimensions: another code, another name, one that is no longer used."""

import random

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.book_text import parts
from smartcity_desktop.domain.ids import NO_ROW, IdSource
from smartcity_desktop.storage import backup


@pytest.fixture
def home(desk):
    """A dimension with one program, in books that are set up."""
    found = next(item for item in desk.initiative.dimensions() if item.code == "ECO")
    desk.initiative.add("Pasar Digital", found.id)
    desk.book.set_up("4-buku")
    return found.id


def masterplan(desk):
    book = next(item for item in desk.book.books() if item.code == "MP")
    return [item.chapter for item in desk.book.tree(book.id)]


def programs(desk, key):
    return [row.cells for row in desk.book.filled([key])[key].lines]


def test_a_table_stays_filled_when_its_dimension_gets_another_code(desk, home):
    keys = [key for one in masterplan(desk) for key in parts(one.text) if key.endswith(":ECO")]
    before = programs(desk, "program:ECO")
    assert keys
    assert len(before) == 1
    desk.dimension.update(home, "code", "EKO")
    assert len(programs(desk, "program:ECO")) == len(programs(desk, "program:EKO")) == 1
    desk.undo()
    assert programs(desk, "program:ECO") == before


def test_a_code_that_another_dimension_has_by_now_is_that_ones(desk, home):
    desk.dimension.update(home, "code", "EKO")
    other, _ = desk.dimension.add("Ekspor")
    desk.dimension.update(other, "code", "ECO")
    assert programs(desk, "program:ECO") == []
    assert len(programs(desk, "program:EKO")) == 1


def test_what_stays_under_a_dimension_that_is_used_no_longer_stays_in_its_chapter(desk, home):
    desk.dimension.drop(home)
    assert len(programs(desk, "program:ECO")) == 1
    assert "Smart Economy" in desk.book.filled(["program:ECO"])["program:ECO"].caption


def test_completing_the_books_makes_no_second_chapters_after_another_code(desk, home):
    before = [item.id for item in masterplan(desk)]
    desk.dimension.update(home, "code", "EKO")
    assert not desk.book.set_up("4-buku")
    assert [item.id for item in masterplan(desk)] == before
    fresh, _ = desk.dimension.add("Mobilitas")
    code = next(item.code for item in desk.initiative.dimensions() if item.id == fresh)
    desk.book.set_up("4-buku")
    added = [item for item in masterplan(desk) if item.id not in before]
    assert {item.title for item in added} == {"Mobilitas"}
    assert any(f"program:{code}" in parts(item.text) for item in added)
    assert NO_ROW not in {item.parent for item in added}


def titles(desk, book="MP"):
    found = next(item for item in desk.book.books() if item.code == book)
    return {item.chapter.code: item.chapter.title for item in desk.book.tree(found.id)}


def test_a_title_nobody_wrote_follows_the_name_of_its_dimension(desk, home):
    own = next(item for item in masterplan(desk) if item.code == "MP-5.jalan-ECO")
    desk.book.update(own.id, "title", "Ekonomi, tahun demi tahun")
    desk.dimension.update(home, "name", "Ekonomi")
    desk.dimension.update(home, "name", "Ekonomi Cerdas")
    after = titles(desk)
    assert after["MP-3.ECO"] == after["MP-L-renstra-ECO"] == "Ekonomi Cerdas"
    assert titles(desk, "AS")["AS-5-ECO"] == "Ekonomi Cerdas"
    assert after["MP-5.jalan-ECO"] == "Ekonomi, tahun demi tahun"
    desk.dimension.update(home, "code", "EKO")
    desk.dimension.update(home, "name", "Ekonomi Rakyat")
    assert titles(desk)["MP-3.ECO"] == "Ekonomi Rakyat", "also where its code is another one"
    desk.undo()
    desk.undo()
    desk.undo()
    assert titles(desk)["MP-3.ECO"] == "Smart Economy"


def test_titles_nobody_wrote_follow_the_words_of_the_event(desk):
    desk.book.set_up("4-buku")
    row = next(item.id for item in masterplan(desk) if item.code == "MP-5.jalan")
    desk.book.update(row, "title", "Peta jalan tiap dimensi")
    desk.workshop.update("word_dimension", "pilar")
    assert titles(desk, "AS")["AS-5.dimensi"] == "SWOT–TOWS menurut pilar"
    assert titles(desk)["MP-3"] == "Strategi pembangunan smart city per pilar"
    assert titles(desk)["MP-5.jalan"] == "Peta jalan tiap dimensi"
    desk.undo()
    assert titles(desk)["MP-3"] == "Strategi pembangunan smart city per dimensi"


def test_titles_nobody_wrote_follow_another_set_of_dimensions(desk, home):
    code = next(item.code for item in desk.dimension.sets() if item.code != "kominfo-6")
    desk.dimension.change_set(code, {})
    known = {item.id: item for item in desk.dimension.board().dimensions}
    word = desk.workshop.get().word_dimension
    assert titles(desk)["MP-3"] == f"Strategi pembangunan smart city per {word[:1].lower()}{word[1:]}"
    kept = known[home]
    assert titles(desk)["MP-3.ECO"] == kept.name


def test_books_set_up_beside_a_renaming_take_the_new_name_when_they_are_completed(desk, tmp_path, ticking):
    path = tmp_path / "lain.bimtek"
    path.write_bytes(backup.make(desk._workspace, tmp_path / "salinan").path.read_bytes())
    home = next(item for item in desk.initiative.dimensions() if item.code == "ECO").id
    ids = IdSource(ticking, random.Random(12))
    with open_desk(path, clock=ticking, ids=ids, profile=tmp_path / "lain", person="Budi") as other:
        other.dimension.update(home, "name", "Ekonomi Cerdas")
        ops = other._workspace.journal.since({})
    desk.book.set_up("4-buku")
    desk._workspace.journal.merge(ops)
    assert titles(desk)["MP-3.ECO"] == "Smart Economy"
    desk.book.set_up("4-buku")
    assert titles(desk)["MP-3.ECO"] == "Ekonomi Cerdas"
    assert not desk.book.set_up("4-buku")


def test_a_chapter_that_joins_others_stands_where_the_set_has_it(desk, home):
    fresh, _ = desk.dimension.add("Mobilitas")
    desk.dimension.put_before(fresh, home)
    book = next(item for item in desk.book.books() if item.code == "MP")
    own, _ = desk.book.add_chapter(
        book.id, "Tulisan sendiri", parent=next(item.id for item in masterplan(desk) if item.code == "MP-3")
    )
    desk.book.set_up("4-buku")
    below = [item.chapter.title for item in desk.book.tree(book.id) if item.number.startswith("3.")]
    assert below == [
        "Gambaran seluruh program",
        "Smart Governance",
        "Smart Branding",
        "Mobilitas",
        "Smart Economy",
        "Smart Living",
        "Smart Society",
        "Smart Environment",
        "Program Renstra yang relevan",
        "Program lintas OPD",
        "Tulisan sendiri",
    ]
    assert own
