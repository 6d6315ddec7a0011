"""Plays a story in the real window of a process of its own; what was seen is told on stdout."""

import os
import sys
import traceback

from PySide6.QtWidgets import QApplication

from smartcity_desktop import logs
from smartcity_desktop.settings import Settings
from tests.conftest import Clock
from tests.flows.plot import wire
from ui import app as window
from ui import faults
from ui.lane import Collector


def tell(fact, value):
    """Tell the parent what was seen, as one JSON line."""
    sys.stdout.write(wire({"fact": fact, "value": value}) + "\n")
    sys.stdout.flush()


def play(begins, folder, story):
    """Start the window as the program does, with a clock that the story moves, and play it to its end.

    ``story`` makes it from App and clock. What stops it is told as the fact ``failed``, and ends the process.
    """
    clock = Clock(begins)
    profile = folder / "profil"
    logs.start(profile)
    application = QApplication(sys.argv[:1])
    window.dress(application)
    app = window.App(profile, clock=clock)
    if not app.settings.value.last_folder:
        app.settings.store(Settings(last_folder=str(folder)))
    faults.install(app.faults)
    Collector(app).start()
    try:
        story(app, clock).play()
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        RuntimeError,
        StopIteration,
        TypeError,
        ValueError,
    ):
        app.window.grab().save(str(folder / "stuck.png"))
        tell("failed", traceback.format_exc())
        os._exit(3)
    return app
