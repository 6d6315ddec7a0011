"""The built folder, and the floor frozen in the same way."""

import re
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
    """Return the frozen floor, built by the project's own build.spec with another script in it."""
    target = kept / "floor"
    if not list(target.glob(f"*/{NAME}{_ENDING}")):
        spec = kept / "floor.spec"
        spec.write_text(floor_spec((ROOT / "build.spec").read_text(encoding="utf-8")), encoding="utf-8")
        words = ["--noconfirm", "--log-level=ERROR", f"--distpath={target}", f"--workpath={kept / 'work'}"]
        subprocess.run(
            [sys.executable, "-m", "PyInstaller", *words, str(spec)], env=environment(), cwd=ROOT, check=True
        )
    return next(iter(target.glob(f"*/{NAME}{_ENDING}")))


def floor_spec(text):
    """Return a build.spec that freezes the floor: no shelf, nothing imported late, all else as it is."""
    text = _once(r"Path\(SPECPATH\)", f"Path({str(ROOT)!r})", text)
    text = _once(r'\[str\(HERE / "main\.py"\)\]', f"[{str(HERE / 'floor_window.py')!r}]", text)
    text = _once(r"datas=\[.*?\],\n", "datas=[],\n", text)
    return _once(r"hiddenimports=.*?,\n(?=    excludes)", "hiddenimports=[],\n", text)


def _once(pattern, words, text):
    changed, count = re.subn(pattern, lambda _: words, text, count=1, flags=re.DOTALL)
    if count != 1:
        raise ValueError(pattern)
    return changed


def megabytes(folder):
    """Return the size of a folder."""
    return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / _MEGABYTE


def as_side(size):
    """Return a size as a side of the table."""
    return Side(size, None, {})
