"""The six nominees of the sample city: their stated means and the tie, on screen, on the slide, in print."""

from smartcity_desktop.reporting.pages import page_count, page_text

STATED = {
    "DESAKU TUNTAS": "3,42",
    "MATIC, pusat data wisata": "2,84",
    "E-AGRIPROP": "2,73",
    "Smart Health": "3,18",
    "CONTRA WAR": "3,00",
    "Edu Sampah Cipta Kerja": "3,42",
}
"""The means of five assessors over nine criteria, as the field states them."""
TIE = "DESAKU TUNTAS dan Edu Sampah Cipta Kerja sama persis 3,42"
NAME, MEAN = 2, 3


def open_quick_wins(secretary):
    """Go to Analisis and on to its quick wins by keys; return what the ranking shows, by name."""
    hand = secretary.hand
    hand.rail("analysis")
    for _tab in range(12):
        if hand.seen("quickwin-ranking") is not None:
            break
        hand.press("Ctrl+PgDown")
        hand.settle()
    lines = hand.find("quickwin-ranking").lines.lines
    return {line.cells[NAME]: line.cells[MEAN] for line in lines}


def test_the_nominees_come_out_with_their_means_and_the_tie_is_named_everywhere(secretary, tmp_path):
    hand = secretary.hand
    found = open_quick_wins(secretary)
    assert found == STATED
    assert list(found.values()) == sorted(STATED.values(), reverse=True)
    assert TIE in hand.text("quickwin-notes")

    hand.click("quickwin-present")
    view = hand.page.showing.window
    hand.until(view.isVisible, "for the hall")
    told = view.page.accessibleDescription()
    assert TIE in told
    assert [name for name, mean in STATED.items() if name not in told or mean not in told] == []
    hand.page.showing.stop()

    hand.click("quickwin-print-1")
    hand.until(lambda: hand.seen("preview") is not None, "for the preview")
    hand.page.prints.preview.write_to(tmp_path / "peringkat.pdf")
    hand.until((tmp_path / "peringkat.pdf").exists, "for the PDF")
    hand.settle()
    hand.press("Esc")
    pdf = (tmp_path / "peringkat.pdf").read_bytes()
    first, *others = (" ".join(page_text(pdf, place).split()) for place in range(page_count(pdf)))
    assert TIE in first
    assert [name for name in STATED if name not in " ".join(others)] == [], "each with its criteria"
    assert [name for name, mean in STATED.items() if name not in first or mean not in first] == []


def test_one_score_by_one_key_breaks_the_tie_and_undo_brings_it_back(secretary):
    hand = secretary.hand
    secretary.open_sheet("L10N-01")
    names = [row.values["candidate"] for row in secretary.sheet.rows]
    columns = hand.screen.grid.columns()
    first = next(place for place, item in enumerate(columns) if item.kind == "score")
    row = names.index("Edu Sampah Cipta Kerja")
    stood = secretary.sheet.rows[row].values[columns[first].key]
    secretary.stand(row, first)
    hand.type("2" if stood != "2" else "1")
    hand.settle()
    found = open_quick_wins(secretary)
    assert found["DESAKU TUNTAS"] == "3,42"
    assert next(iter(found)) == "DESAKU TUNTAS"
    assert found["Edu Sampah Cipta Kerja"] < "3,42"
    assert TIE not in hand.text("quickwin-notes")
    hand.press("Ctrl+Z")
    hand.settle()
    assert open_quick_wins(secretary) == STATED
    assert TIE in hand.text("quickwin-notes")
