"""Renders a gathered attendance list: ``ours_attendance.py JOB`` tells the seconds.

``ours_attendance.py --gather WORKSHOP JOB TEXTS`` gathers it, and hands the floor the texts of its rows.
"""

from tests.bench.rendering import main


def gathered(desk):
    """Return the list on F4."""
    from smartcity_desktop.domain.print_job import PrintAsk

    return desk.report.asked("daftar-hadir", PrintAsk(paper="F4"))


def texts_of(job):
    """Return what stands in its head and rows."""
    from smartcity_desktop.paths import shelf
    from smartcity_desktop.reporting import style

    form = job.attendance
    return {
        "fonts": {name: str(shelf("fonts", file)) for name, file in style.FILES.items()},
        "regular": style.REGULAR,
        "bold": style.BOLD,
        "title": form.word.upper(),
        "facts": [f"Acara : {form.title}", f"Hari : {form.day}", f"Tempat : {form.place}"],
        "rows": [[row.name, row.position, row.opd] for row in form.rows],
    }


if __name__ == "__main__":
    main(gathered, texts_of)
