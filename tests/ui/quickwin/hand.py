"""What a hand does on the tab Quick win, and what stands there then."""


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(4):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def column(tab, place):
    """Return what stands in one column of the ranking, from top to bottom."""
    return [line.cells[place] for line in tab.ranking.lines.lines]


def choose(screen, row):
    """Go to the line of a candidate."""
    screen.tab.ranking.choose(str(row))
    settle(screen)
