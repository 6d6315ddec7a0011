"""Makes a workshop with many ideas: ``ideas.py TARGET ROWS ALL``, ``ROWS`` on the first sheet of ``ALL``."""

import sys
from pathlib import Path

from smartcity_desktop.desk import create_desk
from tests.bench.crowd import NEW, Clock, Speaker

CODE, KEYS = "L4", ("text", "reason")
TEN = 10


def make(target, rows, every):
    """Write the ideas through the service, a sheet an act."""
    speaker = Speaker()
    with create_desk(target, NEW, clock=Clock(), profile=target.parent) as desk:
        worksheet = desk.worksheet.find(CODE).id
        parties = [place.party for place in desk.worksheet.places(worksheet)]
        left = every - rows
        for place, party in enumerate(parties):
            many = rows if place == 0 else left // (len(parties) - 1)
            cells = [
                (row, key, speaker.say(1, 3) if key == "text" else speaker.say(4, TEN))
                for row in desk.worksheet.new_rows(many)
                for key in KEYS
            ]
            desk.worksheet.set_cells(worksheet, party, cells)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
