"""What the scripts of prints share: one call gathers a print, another renders it and tells the seconds."""

import json
import pickle
import sys
import tempfile
import time
from pathlib import Path


def main(gathered, texts_of):
    """Render the job that is named, or after ``--gather`` write it: ``--gather WORKSHOP JOB TEXTS``.

    ``gathered`` returns the job of an open workshop, ``texts_of`` what its floor is handed, as JSON.
    """
    if sys.argv[1] == "--gather":
        workshop, job_path, texts_path = map(Path, sys.argv[2:])
        job = _gather(workshop, gathered)
        job_path.write_bytes(pickle.dumps(job))
        texts_path.write_text(json.dumps(texts_of(job), ensure_ascii=False), encoding="utf-8")
    else:
        _render(Path(sys.argv[1]))


def _render(path):
    """Tell how long the job took, loading reportlab included."""
    from smartcity_desktop.services import report

    job = pickle.loads(path.read_bytes())
    begun = time.monotonic()
    pdf = report.render(job)
    spent = time.monotonic() - begun
    told = {"spent": spent, "pages": report.page_count(pdf), "bytes": len(pdf)}
    sys.stdout.write(json.dumps(told) + "\n")


def _gather(workshop, gathered):
    from smartcity_desktop.desk import open_desk

    with tempfile.TemporaryDirectory() as profile, open_desk(workshop, profile=Path(profile)) as desk:
        return gathered(desk)
