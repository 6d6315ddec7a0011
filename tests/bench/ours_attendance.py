"""Renders a gathered attendance list: ``ours_attendance.py JOB`` tells the seconds.

``ours_attendance.py --gather WORKSHOP JOB TEXTS`` gathers it, and hands the floor the texts of its rows.
"""

import json
import pickle
import sys
import tempfile
import time
from pathlib import Path


def main(argv):
    """Do what the words ask for."""
    if argv[0] == "--gather":
        gather(*map(Path, argv[1:]))
    else:
        render(Path(argv[0]))


def render(path):
    """Render the job and tell how long it took, loading reportlab included."""
    from smartcity_desktop.services import report

    job = pickle.loads(path.read_bytes())
    begun = time.monotonic()
    pdf = report.render(job)
    spent = time.monotonic() - begun
    told = {"spent": spent, "pages": report.page_count(pdf), "bytes": len(pdf)}
    sys.stdout.write(json.dumps(told) + "\n")


def gather(workshop, job_path, texts_path):
    """Write the gathered list on F4, and what stands in its rows as JSON."""
    from smartcity_desktop.desk import open_desk
    from smartcity_desktop.domain.print_job import PrintAsk
    from smartcity_desktop.paths import shelf
    from smartcity_desktop.reporting import style

    with tempfile.TemporaryDirectory() as profile, open_desk(workshop, profile=Path(profile)) as desk:
        job = desk.report.asked("daftar-hadir", PrintAsk(paper="F4"))
    job_path.write_bytes(pickle.dumps(job))
    form = job.attendance
    texts = {
        "fonts": {name: str(shelf("fonts", file)) for name, file in style.FILES.items()},
        "regular": style.REGULAR,
        "bold": style.BOLD,
        "title": form.word.upper(),
        "facts": [f"Acara : {form.title}", f"Hari : {form.day}", f"Tempat : {form.place}"],
        "rows": [[row.name, row.position, row.opd] for row in form.rows],
    }
    texts_path.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
