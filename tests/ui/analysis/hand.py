"""What a hand does on the screen Analisis, and what it is told."""

from functools import partial

from tests.services import test_readiness as ready
from tests.services import test_swot as swots


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(4):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def agency(hall, short):
    return next(item.id for item in hall.ask(hall.desk.opd.opds) if item.short == short)


def score(hall, code, party, scores, **more):
    hall.ask(partial(ready.score, hall.desk, code, party, scores, **more))


def part(hall, code):
    return hall.ask(partial(ready.part, hall.desk, code))


def swot(hall, short="DLH", rows=swots.EXAMPLE, tows=swots.TOWS, rating="rating"):
    """Key the worked example on the sheets of an agency; return the factors and the strategies."""
    party = agency(hall, short)
    factors = hall.ask(partial(swots.fill, hall.desk, party, rows, rating))
    return factors, hall.ask(partial(swots.answer, hall.desk, party, factors, tows))


def cells(table, key):
    """Return what the line of a key says."""
    return table.lines.lines[table.lines.row_of(key)].cells
