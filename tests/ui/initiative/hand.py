"""What a hand does on the list and the card of programs smart city, and the programs it begins with."""

from functools import partial

PROGRAMS = (
    ("GOV", {"name": "Satu Data", "horizon": "menengah", "fund": "apbd"}),
    ("GOV", {"name": "Aduan Warga", "innovation": "aplikasi", "horizon": "pendek"}),
    ("ENV", {"name": "Bank Sampah", "horizon": "pendek", "fund": "csr", "cost_low": "200000000"}),
)


def begin(hall):
    """Key three programs on their worksheet; return their rows."""
    return hall.ask(partial(_begin, hall.desk))


def _begin(desk):
    sheet = desk.worksheet.find("L7").id
    homes = {place.short: place.party for place in desk.worksheet.places(sheet)}
    rows = desk.worksheet.new_rows(len(PROGRAMS))
    for row, (code, told) in zip(rows, PROGRAMS, strict=True):
        desk.worksheet.set_cells(sheet, homes[code], [(row, key, value) for key, value in told.items()])
    return rows


def names(tab):
    """Return the programs that are listed, in order."""
    return [item.name for item in tab.model.rows()]


def item(hall, row):
    """Return a program as the file has it."""
    return hall.ask(partial(hall.desk.initiative.card, row)).item
