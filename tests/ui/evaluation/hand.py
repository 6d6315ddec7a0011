"""What a hand does on the tab Evaluasi, and what it is told."""


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(4):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def cells(tab, item):
    """Return what the line of an item says."""
    return tab.table.lines.lines[tab.table.lines.row_of(item)].cells


def stored(hall, year, item):
    """Return what the file holds about an item of a year."""
    return hall.ask(lambda: hall.desk.evaluation.board(year)).line(item).answer
