"""What a hand does on the tab Evaluasi, and what it is told."""


def cells(tab, item):
    """Return what the line of an item says."""
    return tab.table.lines.lines[tab.table.lines.row_of(item)].cells


def stored(hall, year, item):
    """Return what the file holds about an item of a year."""
    return hall.ask(lambda: hall.desk.evaluation.board(year)).line(item).answer
