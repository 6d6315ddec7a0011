"""What goes wrong at night: wrong numbers, sheets keyed twice, bent spreadsheets; nothing is lost."""

import openpyxl

from smartcity_desktop.domain.paper_code import LETTERS, code_of
from smartcity_desktop.domain.paper_loop import COUNTED
from smartcity_desktop.domain.print_job import NUMBERED, PrintAsk
from smartcity_desktop.domain.print_trace import Sent
from tests.flows.secretary import FIRST, change_in_excel


def issue(*codes):
    """Return what lets the numbered sheets of these worksheets leave the program."""

    def call(desk):
        changes = []
        for code in codes:
            ask = PrintAsk(worksheet=desk.worksheet.find(code).id)
            changes.append(desk.print_log.tell(desk.report.asked(NUMBERED, ask), ask, Sent("printer", 1)))
        return changes, None

    return call


def rows_of(code, number):
    """Return what reads the raw values of a sheet by its number, row by row."""

    def call(desk):
        sheet = desk.worksheet.find(code).id
        places = desk.worksheet.places(sheet)
        party = next(place.party for place in places if place.number == number)
        return [(row.row, dict(row.values)) for row in desk.worksheet.grid(sheet, party).rows]

    return call


def states_of(code):
    """Return what tells what became of every paper of a worksheet, by its number."""
    return lambda desk: {
        line.paper.number: line.paper.state for line in desk.paper.lines(desk.worksheet.find(code).id)
    }


def test_a_wrong_number_a_wrong_letter_and_a_sheet_keyed_twice(secretary):
    hand = secretary.hand
    secretary.write(issue("L1", "L10"))
    secretary.open_sheet("L1-02")
    secretary.open_papers()
    right = code_of("L1-02")
    other = next(letter for letter in LETTERS if letter != right[-1])
    for typed, told in (
        (f"L1-02-{other}", "salah ketik: huruf di belakangnya tidak cocok. Tidak ada yang diubah."),
        ("L1-77", "Tidak ada kertas bernomor L1-77."),
        ("77", "Tidak ada kertas bernomor 77."),
    ):
        secretary.open_paper(typed)
        assert told in hand.text("paper-refused")
        assert hand.text("paper-title") == "", "no paper is in hand"
    before = secretary.ask(rows_of("L1", "L1-02"))
    secretary.open_paper("2")
    assert hand.text("paper-title") == "BRD Smart Branding"
    line = hand.text("paper-row")
    hand.until(lambda: hand.target().objectName() == "paper-field-0", "for the first field")
    hand.press("Return")
    hand.type("Jum'at sepi")
    hand.press("Return")
    hand.type("10-1")
    secretary.open_paper("L10-1")
    assert hand.text("paper-title") == "GOV Smart Governance", "the sheet of L10, not L1-01"
    secretary.open_paper("L1-77")
    assert hand.text("paper-title") == "GOV Smart Governance", "what is in hand stays"
    secretary.open_paper(right)
    assert hand.text("paper-row") != line, "it goes on below what was keyed"
    hand.press("Ctrl+Return")
    hand.settle()
    after = secretary.ask(rows_of("L1", "L1-02"))
    assert after[:-1] == before
    told = {key: text for key, text in after[-1][1].items() if text}
    assert told == {"text": "Jum'at sepi", "fact": "10-1"}, "what was being typed was taken when it was left"
    secretary.open_paper(right)
    assert "Selesai diketik" in hand.text("paper-told")
    hand.press("Ctrl+Return")
    hand.settle()
    assert secretary.ask(rows_of("L1", "L1-02")) == after
    assert secretary.ask(states_of("L1"))["L1-02"] == COUNTED


def test_spreadsheets_that_were_bent(secretary):
    hand = secretary.hand
    secretary.open_sheet("L3-01")
    grid = secretary.sheet
    before = secretary.ask(rows_of("L3", "L3-01"))
    other = secretary.ask(rows_of("L3", "L3-02"))
    file = secretary.save_sheet("meja.xlsx")
    changed = change_in_excel(file, grid, grid.rows[2])
    book = openpyxl.load_workbook(file)
    page = book.worksheets[0]
    page.title = "Punya Kominfo"
    page.delete_rows(FIRST)
    book.copy_worksheet(page)
    book.save(file)
    secretary.open_sheet("L3-02")
    told = secretary.read_back("meja.xlsx")
    assert told == (
        "meja.xlsx: 2 isian berubah, 0 baris baru. 1 baris tidak ada lagi di Excel; di sini tetap ada. "
        "Belum ada yang disimpan."
    )
    after = secretary.ask(rows_of("L3", "L3-01"))
    expected = [
        (row, {**values, **{key: raw for at, key, raw in changed if at == row}}) for row, values in before
    ]
    assert after == expected, "the deleted row stays, the others are told by their ids"
    assert secretary.ask(rows_of("L3", "L3-02")) == other, "the file goes to its own OPD, whoever is in front"
    hand.press("Ctrl+Z")
    hand.settle()
    assert secretary.ask(rows_of("L3", "L3-01")) == before
