"""The door: the window for no argument or a workshop file, otherwise the command line.

``main.py``, ``main.py FILE.bimtek`` and ``--profile DIR`` with either of them open the window; everything
else is a command. What the other face needs is not imported: a command loads no Qt.
"""

import builtins
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

SUFFIX = ".bimtek"
PROFILE = "--profile"
CHILD = "--exchange-child"
"""The first argument with which a built program starts itself to read a foreign file."""
WINDOW_CHECK = "--window-check"
"""The first argument with which the self-test starts the program to try its window in a given folder."""
NO_DISPLAY = "Tidak ada layar di komputer ini. Perintah tanpa jendela: python main.py --help\n"


def window_call(argv: Sequence[str]) -> tuple[Path | None, Path | None] | None:
    """Return the workshop file and the profile folder the window is asked for; None if this is a command."""
    rest = list(argv)
    profile: Path | None = None
    for index, word in enumerate(rest):
        name, given, value = word.partition("=")
        if name == PROFILE:
            taken = 1 if given else 2
            value = value if given else "".join(rest[index + 1 : index + 2])
            if not value:
                return None
            profile = Path(value)
            del rest[index : index + taken]
            break
    if not rest:
        return None, profile
    if len(rest) == 1 and rest[0].lower().endswith(SUFFIX):
        return Path(rest[0]), profile
    return None


def has_display() -> bool:
    """Tell whether a window can be shown here: asked on Linux only, where Qt would end the process."""
    told = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in told)


def load_qt() -> None:
    """Load Qt, and leave ``import`` as it was.

    PySide6 puts an ``import`` of its own in its place, which reads the source of every module that is loaded
    from then on, to see whether it asks for ``__feature__``. None of ours does, and it is a tenth of a start.
    """
    plain = builtins.__import__
    # Loaded for what it changes; its names are not needed here.
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = plain


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window or run a command; return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [CHILD]:
        from smartcity_desktop.exchange import child

        return child.child_main(words[1:])
    if words[:1] == [WINDOW_CHECK]:
        from ui import selftest

        return selftest.main(Path(*words[1:]))
    call = window_call(words)
    if call is None:
        from smartcity_desktop import cli

        return cli.main(words)
    if not has_display():
        sys.stderr.write(NO_DISPLAY)
        return 1
    # Loading leaves no garbage worth a search, which costs a tenth of it; later ui.lane.Collector searches.
    gc.disable()
    load_qt()
    from ui import app

    path, profile = call
    return app.main(path, profile=profile)


if __name__ == "__main__":
    sys.exit(main())
