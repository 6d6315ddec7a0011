"""Whatever Ctrl+K finds is shown where it leads, with the row that was meant; the rest is not offered."""

import pytest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTextEdit
from shiboken6 import delete

from smartcity_desktop.domain.catalog import CATALOG, ENTITIES
from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.services.comment import CommentPlace
from smartcity_desktop.settings import Settings
from smartcity_desktop.storage import backup
from smartcity_desktop.storage.answers import values
from smartcity_desktop.storage.origin import kinds
from smartcity_desktop.storage.search import CLOSE, OPEN, Hit
from smartcity_desktop.storage.search_home import CHAPTER_COMMENT, NOWHERE, at_home
from tests.ui.frame import settle
from ui.app import App
from ui.shell import palette

BESIDE = {CHAPTER_COMMENT, "item_answer"}
"""A comment on a chapter is none on a sheet; answers hold nothing but the columns of a workshop's own."""
SHARES = 5
SEARCHED = sorted(item.name for item in ENTITIES if any(field.search for field in item.fields))


def test_everything_that_is_searched_has_a_place_or_is_not_offered():
    assert {*palette._HOME} - BESIDE | {*NOWHERE} == {*SEARCHED}
    assert not {*palette._HOME} & {*NOWHERE}


@pytest.fixture(scope="module")
def city(sample_desk):
    """The sample city with the few things it has none of."""
    desk, new = sample_desk, sample_desk.worksheet.new_rows
    own, _ = desk.definition.new("Peta masalah", "opd", 2)
    party = desk.worksheet.places(own)[0].party
    (line,) = new(1)
    first = desk.worksheet.grid(own, party).columns[0]
    desk.worksheet.set_cells(own, party, [(line, first.key, "Genangan di muka pasar")])
    sheet = desk.worksheet.find_row(line)
    place = CommentPlace(sheet.worksheet, sheet.party, line)
    desk.comment.write(desk.comment.new_id(), "Sebut kelurahannya", place)
    chapter = next(
        item.chapter for item in desk.book.tree(desk.book.books()[0].id) if not item.chapter.parent
    )
    picture = Birth("figure", new(1)[0], {"chapter": chapter.id, "caption": "Peta rawan genangan"})
    desk._store.write([picture], "tambah gambar")
    return desk


@pytest.fixture
def app(dressed, profile, clock, tmp_path, city):
    """The window with that city in it."""
    assert dressed
    path = backup.make(city._workspace, tmp_path / "salinan").path
    made = App(profile, clock=clock)
    made.settings.store(Settings(person="Andi", last_folder=str(tmp_path)))
    made.begin(path)
    settle(made)
    yield made
    made.finish()
    delete(made.window)
    delete(made)


def seen(window):
    """Return every text that stands in the chosen rows and in the fields and labels that are to be seen."""
    texts = []
    for view in window.findChildren(QAbstractItemView):
        if view.isVisible() and view.model() is not None and view.currentIndex().isValid():
            at, column = view.currentIndex(), 0
            while (cell := at.siblingAtColumn(column)).isValid():
                texts.append(str(cell.data() or ""))
                column += 1
    for kind, told in (
        (QLabel, QLabel.text),
        (QLineEdit, QLineEdit.text),
        (QComboBox, QComboBox.currentText),
        (QPlainTextEdit, QPlainTextEdit.toPlainText),
        (QTextEdit, QTextEdit.toPlainText),
    ):
        texts += [told(item) for item in window.findChildren(kind) if item.isVisible()]
    held = window.window().focusWidget()
    texts.append(held.accessibleName() if held else "")
    return " ".join(" ".join(texts).split()).casefold()


def words_of(db, row, ent):
    """Return the beginning of what a row is called: by that a person knows it again."""
    shown = kinds(db, [row]).get(row, ent)
    said = values(db, shown, [row]).get(row, {})
    if shown == "stage":
        return f"tahap {stage_name(said['number'])}".casefold()
    if shown == "document" and said.get("opd"):
        # The plan of an agency is shown whole, under the name of the agency.
        return words_of(db, said["opd"], "opd")
    if shown == "figure":
        # A picture stands in the text of its chapter.
        return words_of(db, said["chapter"], "chapter")
    names = sorted((item.name for item in CATALOG[shown].fields if item.search), key="code".__eq__)
    told = next((str(said[name]) for name in names if said.get(name)), "")
    return " ".join(told.split())[:24].strip().casefold()


def hits(desk):
    """Return one row of everything that can be found: where it leads and what is seen there."""
    db = desk._store.db
    rows = dict(db.conn.execute("SELECT ent, max(row) FROM doc GROUP BY ent").fetchall())
    found = {}
    for ent, row in ((ent, row) for ent, row in rows.items() if ent not in NOWHERE):
        for item in at_home(db, [Hit(ent, row, f"{OPEN}kata{CLOSE}")]):
            opd, _, reader = item.row.partition("|")
            words = reader.casefold() if reader else words_of(db, opd, ent)
            found[ent] = (palette._HOME[item.ent][0], item.row, words)
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_every_hit_opens_its_place_with_the_row(app, city, share):
    known = hits(city)
    assert {*SEARCHED} - {*known} - {*NOWHERE} == set(), "there is one of everything"
    page = app.window.workshop
    lost = {}
    for ent in sorted(known)[share::SHARES]:
        screen, row, words = known[ent]
        key, _, tab = f"{screen}:{row}".partition(":")
        page.go(key, tab)
        settle(app, 30)
        if page.screens.key != key or words not in seen(page.screens.current):
            lost[ent] = (screen, words)
    assert lost == {}
