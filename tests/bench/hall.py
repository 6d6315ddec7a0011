"""The files that are measured: made once, kept in ``build/bench``, copied for whoever writes into them."""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.bench.measure import HERE, ROOT, environment, python

KEPT = ROOT / "build" / "bench"
_MAKERS = (
    "crowd.py",
    "ideas.py",
    "plan_file.py",
    "plan_pdf.py",
    "program_names.py",
    "rendering.py",
    "ours_report.py",
    "ours_attendance.py",
    "ours_book.py",
)
_MADE_OF = ("smartcity_desktop/__init__.py", "smartcity_desktop/domain/catalog.py", "resources/migrations")


class Hall:
    """Makes and keeps files; what made them decides whether kept ones still serve.

    Every file is made by a process of its own, so that this one stays small (see ``measure.ended``).
    """

    def __init__(self, kept=KEPT, *, small=False):
        """``small`` makes everything as small as it can be: for trying out the measurements themselves."""
        self.small = small
        self.folder = kept / _fingerprint()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._away = tempfile.TemporaryDirectory()

    def sample(self):
        """Return the sample workshop of the program."""
        return self._made("sample.bimtek", lambda path: [*python("sample_file.py"), str(path)])

    def crowd(self, agencies, lines, people, notes=0):
        """Return a made-up workshop of this size."""
        sizes = (agencies, lines, people, notes)
        name = f"crowd-{'-'.join(map(str, sizes))}.bimtek"
        return self._made(name, lambda path: python("crowd.py", path, *sizes))

    def ideas(self, rows, every):
        """Return a workshop with so many ideas on one sheet, and on all sheets together."""
        return self._made(f"ideas-{rows}-{every}.bimtek", lambda path: python("ideas.py", path, rows, every))

    def plan(self, rows):
        """Return a plan spreadsheet of so many rows."""
        return self._made(f"plan-{rows}.xlsx", lambda path: python("plan_file.py", path, rows))

    def pages(self, count):
        """Return a plan in a PDF of so many pages."""
        return self._made(f"plan-{count}.pdf", lambda path: python("plan_pdf.py", path, count))

    def programs(self, count):
        """Return so many programs, as name, code and agency."""
        return self._made(f"programs-{count}.json", lambda path: python("program_names.py", path, count))

    def report(self, agencies):
        """Return a gathered session report, and its texts and tables for the floor."""
        workshop = self.crowd(agencies, 60 if not self.small else 9, 50, 120 if not self.small else 4)
        texts = self.folder / f"report-{agencies}-{self.small}.json"
        job = self._made(
            f"report-{agencies}-{self.small}.pickle",
            lambda path: python("ours_report.py", "--gather", self.copy(workshop), path, texts),
        )
        return job, texts

    def book(self, tables):
        """Return a made-up book of so many tables, and its texts, tables and shapes for the floor."""
        texts = self.folder / f"book-{tables}.json"
        job = self._made(
            f"book-{tables}.pickle", lambda path: python("ours_book.py", "--make", tables, path, texts)
        )
        return job, texts

    def attendance(self, people):
        """Return a gathered attendance list of so many people, and what stands in its rows for the floor."""
        workshop = self.crowd(*((2, 9) if self.small else (60, 60)), people)
        texts = self.folder / f"attendance-{people}.json"
        job = self._made(
            f"attendance-{people}.pickle",
            lambda path: python("ours_attendance.py", "--gather", self.copy(workshop), path, texts),
        )
        return job, texts

    def copy(self, path):
        """Return a copy that may be written into, the same one name every time."""
        target = Path(self._away.name) / path.name
        return Path(shutil.copyfile(path, target))

    def profile(self):
        """Return a new empty profile folder."""
        return Path(tempfile.mkdtemp(dir=self._away.name))

    def close(self):
        """Remove copies and profiles; the made files stay."""
        self._away.cleanup()

    def _made(self, name, command):
        target = self.folder / name
        if not target.is_file():
            half = target.with_name(f"half-{name}")
            half.unlink(missing_ok=True)
            subprocess.run(command(half), env=environment(), cwd=ROOT, check=True)
            half.replace(target)
        return target


def _fingerprint():
    found = hashlib.sha256()
    paths = [HERE / name for name in _MAKERS] + [ROOT / name for name in _MADE_OF]
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            found.update(file.read_bytes())
    return found.hexdigest()[:12]
