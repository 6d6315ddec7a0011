"""Susunan in mid-event: a definition is changed and no answer is lost; an exercise of one's own is made."""

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.paper_code import code_of
from smartcity_desktop.domain.print_job import BLANK, FILLED, PrintAsk
from smartcity_desktop.reporting.pages import page_count, page_text
from smartcity_desktop.services.report import render
from tests.flows.secretary import pages_of

TITLE = "Peta masalah Jum'at"
COST = "Perkiraan biaya"


def go_to_view(secretary, key):
    """Go from one view of an exercise to another."""
    secretary.hand.click(f"exercise-{key}")
    secretary.hand.until(lambda: secretary.hand.page.screens.key == key, f"for {key}")
    secretary.hand.settle()


def stand_on_column(secretary, name):
    """Stand on a column in Susunan by its name."""
    hand = secretary.hand
    editor = hand.screen.page.columns
    wanted = next(item.row for item in editor.list.entries if item.name == name)
    hand.go_to("definition-column-list")
    hand.press("Home")
    while editor.current != wanted:
        before = editor.current
        hand.press("Down")
        assert editor.current != before, f"the keys do not lead to {name}"
    hand.settle()


def add_column(secretary, name, kind=""):
    """Add a column, and say of which kind it is."""
    hand = secretary.hand
    hand.fill("definition-column-add", name)
    hand.press("Return")
    hand.settle()
    stand_on_column(secretary, name)
    if kind:
        box = hand.find("definition-column-form-kind")
        hand.go_to("definition-column-form-kind")
        for _step in range(box.count()):
            if box.currentData() == kind:
                break
            hand.press("Down")
            hand.settle()
        assert box.currentData() == kind


def hide_column(secretary, name):
    """Hide a column that was answered; return what is said of its answers before."""
    hand = secretary.hand
    stand_on_column(secretary, name)
    hand.click("definition-column-off")
    told = hand.text("definition-touch-words")
    hand.click("definition-touch-go")
    hand.settle()
    return told


def every(desk, code):
    """Return the raw values of every row of every sheet of a worksheet."""
    sheet = desk.worksheet.find(code).id
    grids = [desk.worksheet.grid(sheet, place.party) for place in desk.worksheet.places(sheet)]
    return {row.row: dict(row.values) for grid in grids for row in grid.rows}


def labels(secretary):
    return [item.label for item in secretary.sheet.columns]


def text_of(pdf):
    return " ".join(" ".join(page_text(pdf, place) for place in range(page_count(pdf))).split())


def close(secretary):
    secretary.hand.press("Ctrl+W")
    secretary.hand.until(lambda: secretary.hand.page is None, "until the file is closed")
    secretary.hand.settle()


def key_paper(secretary, sign):
    """Key the first free row of a paper and say that it is whole; return columns and what is to stand."""
    secretary.open_paper(sign)
    sheet = secretary.ask(lambda desk: desk.paper.sheet(desk.paper.find(sign).paper))
    columns = [column for column, _ in sheet.columns]
    keyed = secretary.key_row(columns)
    secretary.hand.press("Ctrl+Return")
    secretary.hand.settle()
    return columns, keyed


def type_cost(secretary):
    """Answer the column that was added in the first row; return that row and the key of the column."""
    columns = secretary.hand.screen.grid.columns()
    place, own = next((at, item) for at, item in enumerate(columns) if item.label == COST)
    secretary.stand(0, place)
    secretary.hand.type("1.250.000")
    secretary.hand.press("Return")
    secretary.hand.settle()
    return secretary.sheet.rows[0].row, own.key


def test_a_definition_is_changed_in_mid_event_and_no_answer_is_lost(secretary, path, tmp_path):
    hand = secretary.hand
    before = secretary.ask(lambda desk: every(desk, "L4"))
    answered = [row for row, values in before.items() if values["reason"]]
    secretary.open_sheet("L4-02")
    secretary.open_papers()
    sign = code_of("L4-02")
    assert sign in pages_of(secretary.print_sheets("L4.pdf"), "L4")
    go_to_view(secretary, "definition")
    hand.click("definition-columns")
    told = hide_column(secretary, "Alasan")
    assert f"berisi {len(answered)} isian" in told
    assert "tetap tersimpan" in told
    stand_on_column(secretary, "Kata kunci")
    hand.fill("definition-column-form-label", "Kata kunci utama")
    hand.settle()
    add_column(secretary, COST, "money")
    go_to_view(secretary, "worksheet")
    assert {"Kata kunci utama", COST} <= set(labels(secretary))
    assert not {"Kata kunci", "Alasan"} & set(labels(secretary))
    first, own = type_cost(secretary)
    secretary.open_papers()
    columns, keyed = key_paper(secretary, sign)
    assert [item.label for item in columns][:1] == ["Kata kunci utama"], "in the words of today"
    assert "reason" not in keyed
    go_to_view(secretary, "definition")
    stand_on_column(secretary, "Alasan")
    hand.click("definition-column-off")
    hand.settle()
    close(secretary)
    with open_desk(path, profile=tmp_path / "lain") as desk:
        now = every(desk, "L4")
    assert now[first][own] == "1250000"
    assert {row: {key: now[row][key] for key in values} for row, values in before.items()} == before
    (new,) = now.keys() - before.keys()
    assert now[new] == {**dict.fromkeys(now[new], ""), **keyed}


def make_exercise(secretary):
    """Make an exercise for each dimension with three columns of one's own; return its worksheet."""
    hand = secretary.hand
    hand.click("definition-make")
    hand.fill("definition-new-title", TITLE)
    hand.go_to("definition-new-filler")
    while hand.find("definition-new-filler").currentData() != "dimension":
        hand.press("Down")
    hand.click("definition-new-go")
    hand.until(lambda: hand.screen.sheet() and hand.screen.sheet().title == TITLE, "for the new exercise")
    hand.settle()
    hand.click("definition-columns")
    stand_on_column(secretary, "Isian")
    hand.fill("definition-column-form-label", "Masalah")
    hand.settle()
    for name, kind in ((COST, "money"), ("Mendesak", "choice")):
        add_column(secretary, name, kind)
    for words in ("Segera", "Tahun depan", "Nanti"):
        hand.fill("definition-choice-add", words)
        hand.press("Return")
        hand.settle()
    return hand.screen.sheet()


def lacks(text, *wanted):
    return [words for words in wanted if words not in text]


def test_an_exercise_of_ones_own_is_made_printed_and_filled(secretary, path, tmp_path):
    secretary.open_sheet("L4-01")
    go_to_view(secretary, "definition")
    sheet = make_exercise(secretary)
    blank = text_of(render(secretary.ask(printed(BLANK, sheet))))
    assert lacks(blank, TITLE.upper(), "Masalah", COST, "Mendesak", "Tahun depan") == []
    go_to_view(secretary, "worksheet")
    assert labels(secretary) == ["Masalah", COST, "Mendesak"]
    party = secretary.sheet.party.id
    typed = secretary.type_row(0)
    secretary.open_papers()
    pages = pages_of(secretary.print_sheets("sendiri.pdf"), sheet.code)
    assert len(pages) == 6
    sign = list(pages)[3]
    assert (
        lacks(" ".join(" ".join(pages[sign]).split()), TITLE.upper(), "Masalah", "1 Segera", "3 Nanti") == []
    )
    _, keyed = key_paper(secretary, sign)
    assert "diketik 1" in secretary.hand.text("paper-sums")
    filled = text_of(render(secretary.ask(printed(FILLED, sheet))))
    assert lacks(filled, "<ketik> Masalah ±", "<kertas> Masalah ±") == []
    # Two sheets with one row each, and below each the sum of its rupiah.
    assert filled.count("1.250.000") == 4
    assert filled.count("Rp1.250.000") == 2
    close(secretary)
    with open_desk(path, profile=tmp_path / "lain") as desk:
        assert desk.worksheet.grid(sheet.id, party).rows[0].values == typed
        assert list(every(desk, sheet.code).values()) == [typed, keyed]


def printed(kind, sheet):
    return lambda desk: desk.report.asked(kind, PrintAsk(worksheet=sheet.id))
