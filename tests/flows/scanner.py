"""A hand scanner that is drawn down a printed page until it reads bars, dot by dot."""

from itertools import groupby

from smartcity_desktop.reporting.pages import page_size
from tests.reporting.pictures import page_image
from tests.reporting.test_tag_bars import decoded

DPI = 300
STEP = 12
"""Dots from one line of sight to the next: bars are higher."""
QUIET = 30
"""Dots of white that end a code."""
LEAST = 25
"""Bars and gaps of the shortest code."""


def scanned(pdf, index):
    """Return what the first bars on a page say."""
    width, height = page_size(pdf, index)
    picture = page_image(pdf, index, round(width / 72 * DPI))
    for y in range(0, round(height / 72 * DPI), STEP):
        tones = picture.crop((0, y, picture.width, y + 1)).tobytes()
        for widths in _codes(tones):
            try:
                return decoded(widths)
            except (AssertionError, KeyError, ValueError):
                continue
    raise AssertionError("no bars on this page can be read")


def _codes(tones):
    """Yield the widths, in the narrowest of them, of bars and gaps between white edges."""
    run = []
    for dark, dots in ((dark, len(list(group))) for dark, group in groupby(tone < 128 for tone in tones)):
        if not dark and dots >= QUIET:
            if len(run) >= LEAST:
                yield _modules(run)
            run = []
        elif dark or run:
            run.append(dots)


def _modules(run):
    """Return widths as a scanner takes them: what ink added to every bar, it took from every gap."""
    ink = (min(run[::2]) - min(run[1::2])) / 2
    module = (min(run[::2]) + min(run[1::2])) / 2
    return [round((width + (ink if place % 2 else -ink)) / module) for place, width in enumerate(run)]
