"""What is made once for all tests: whichever worker comes first makes it, the others wait for it."""

import os
import time
from collections.abc import Callable
from pathlib import Path


def once(base: Path, name: str, make: Callable[[Path], object], seconds: float = 55) -> Path:
    """Return the folder ``name`` that ``make`` filled; ``base`` is where this worker keeps temporary folders.

    Raises TimeoutError where another worker has not made it within ``seconds``: its own test says why.
    """
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, done = shared / name, shared / f"{name}.done"
    try:
        folder.mkdir()
    except FileExistsError:
        limit = time.monotonic() + seconds
        while not done.exists():
            if time.monotonic() > limit:
                raise TimeoutError(name) from None
            time.sleep(0.05)
    else:
        make(folder)
        done.touch()
    return folder
