"""What a hand does on road map and action plan, and the programs it begins with."""

from functools import partial

PROGRAMS = (("Satu Data", "2025", "2026"), ("Aduan", "2025", "2025"), ("Jaringan", "2027", "2029"))


def begin(hall):
    """Key three programs of GOV on their worksheet; return their rows."""
    return hall.ask(partial(_begin, hall.desk))


def _begin(desk):
    sheet = desk.worksheet.find("L7").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    opd = next(item.id for item in desk.opd.opds() if item.short == "DLH")
    rows = desk.worksheet.new_rows(len(PROGRAMS))
    for row, (name, first, last) in zip(rows, PROGRAMS, strict=True):
        told = {"name": name, "opd": opd, "horizon": "menengah", "year_start": first, "year_end": last}
        desk.worksheet.set_cells(sheet, home, [(row, key, value) for key, value in told.items()])
    return rows


def road(hall):
    """Return the road map as the file has it."""
    return hall.ask(hall.desk.roadmap.road)


def plan(hall):
    """Return the action plan as the file has it."""
    return hall.ask(hall.desk.roadmap.plan)
