"""The built folder, and the floor frozen in the same way."""

import subprocess
import sys
from pathlib import Path

import smartcity_desktop
from tests.bench.measure import HERE, ROOT, Side, environment

NAME = "SmartCityDesktop"
_ENDING = ".exe" if sys.platform == "win32" else ""
_MEGABYTE = 1024 * 1024


def program():
    """Return the program in the built folder, None where nothing of this version was built."""
    path = ROOT / "dist" / f"{NAME}-{smartcity_desktop.__version__}" / f"{NAME}{_ENDING}"
    return path if path.is_file() else None


def floor(kept):
    """Return the frozen floor, built with the functions of the project's own build.spec."""
    target = kept / "floor"
    if not list(target.glob(f"*/{NAME}{_ENDING}")):
        spec = kept / "floor.spec"
        spec.write_text(floor_spec(), encoding="utf-8")
        words = ["--noconfirm", "--log-level=ERROR", f"--distpath={target}", f"--workpath={kept / 'work'}"]
        subprocess.run(
            [sys.executable, "-m", "PyInstaller", *words, str(spec)], env=environment(), cwd=ROOT, check=True
        )
    return next(iter(target.glob(f"*/{NAME}{_ENDING}")))


def floor_spec():
    """Return a spec that freezes the floor with the lists and the care of the project's own build.spec."""
    spec, script = str(ROOT / "build.spec"), str(HERE / "floor_window.py")
    return (
        "import runpy\n"
        f"ours = runpy.run_path({spec!r}, globals() | {{'SPECPATH': {str(ROOT)!r}}})\n"
        f"ours['freeze']({script!r}, {NAME!r}, folder='floor')\n"
    )


def megabytes(folder):
    """Return the size of a folder; what is only a link weighs nothing."""
    return sum(path.lstat().st_size for path in Path(folder).rglob("*") if path.is_file()) / _MEGABYTE


def as_side(size):
    """Return a size as a side of the table."""
    return Side(size, None, {})
