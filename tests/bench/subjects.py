"""What is measured, each with its floor and the largest ratio that is good enough."""

import sys

from tests.bench import frozen
from tests.bench.measure import ROOT, Line, alternate, python, run, started

AGENCIES, LINES, PEOPLE = 60, 60, 200
"""The largest real workshop: OPD, lines of each Renstra (six years), people."""
HEADS, BELOW = 2, 7
"""Lines above the programs of a made-up plan, and lines of one program with all that is below it."""


def start(hall, runs):
    """From exec to the paint in which the figures of Beranda stand ÷ an empty painted window."""
    sample = hall.sample()

    def ours():
        profile = hall.profile()
        command = [sys.executable, str(ROOT / "main.py"), str(hall.copy(sample)), "--profile", str(profile)]
        return started(command, profile)

    floor, mine = alternate(lambda: run(python("floor_window.py")), ours, runs)
    return [Line("Start until the figures of Beranda stand", floor, mine, 2.0)]


def built(hall, runs):
    """The same for the built folder ÷ the frozen floor, and the size of the two folders."""
    program = frozen.program()
    if program is None:
        return []
    floor_program = frozen.floor(hall.folder)
    sample = hall.sample()

    def ours():
        profile = hall.profile()
        return started([str(program), str(hall.copy(sample)), "--profile", str(profile)], profile)

    floor, mine = alternate(lambda: run([str(floor_program)]), ours, runs)
    sizes = frozen.megabytes(floor_program.parent), frozen.megabytes(program.parent)
    return [
        Line("The same, built folder", floor, mine, 2.0),
        Line("Size of the built folder", *map(frozen.as_side, sizes), 1.3, "MB"),
    ]


def reading(hall, runs):
    """A plan spreadsheet read to a draft ÷ calamine in a child and all cells over as NDJSON."""
    rows = 200 if hall.small else 20_000
    plan = hall.plan(rows)
    floor, mine = alternate(
        lambda: run(python("floor_cells.py", plan)), lambda: run(python("ours_reading.py", plan)), runs
    )
    return [Line(f"Reading a plan of {rows:,} rows", floor, mine, 2.0)]


def pdf(hall, runs):
    """A plan in a PDF of ruled tables read to a draft ÷ its text and its drawn paths fetched bare."""
    pages = 2 if hall.small else 60
    plan = hall.pages(pages)
    floor, mine = alternate(
        lambda: run(python("floor_pages.py", plan)), lambda: run(python("ours_pages.py", plan)), runs
    )
    if (floor.told["pages"], mine.told["pages"]) != (pages, pages):
        raise ValueError(floor.told, mine.told)
    return [Line(f"Reading a PDF of {pages} pages of ruled tables", floor, mine, 3.0)]


def report(hall, runs):
    """A session report ÷ the same texts and tables straight with reportlab."""
    job, texts = hall.report(1 if hall.small else 22)
    floor, mine = alternate(
        lambda: run(python("floor_report.py", texts)), lambda: run(python("ours_report.py", job)), runs
    )
    pages = mine.told["pages"]
    if abs(floor.told["pages"] - pages) > pages // 50:
        raise ValueError(floor.told["pages"], pages)
    return [Line(f"A session report of {pages} pages", floor, mine, 1.5)]


def book(hall, runs):
    """A book with contents, tables and charts ÷ the same texts, tables and shapes straight with reportlab."""
    tables = 4 if hall.small else 60
    job, texts = hall.book(tables)
    floor, mine = alternate(
        lambda: run(python("floor_book.py", texts)), lambda: run(python("ours_book.py", job)), runs
    )
    pages = mine.told["pages"]
    if abs(floor.told["pages"] - pages) > 2 + pages // 50:
        raise ValueError(floor.told["pages"], pages)
    paper, word = alternate(
        lambda: run(python("ours_book.py", job)), lambda: run(python("ours_book_word.py", job)), runs
    )
    if word.told["tables"] != tables:
        raise ValueError(word.told)
    return [
        Line(f"A book of {pages} pages, {tables} tables, {tables * 2 // 3} charts", floor, mine, 1.5),
        Line("The same book for Word ÷ its PDF", paper, word, 3.0),
    ]


def attendance(hall, runs):
    """The attendance list of 200 on F4 ÷ the same table straight with reportlab."""
    people = 12 if hall.small else PEOPLE
    job, texts = hall.attendance(people)
    floor, mine = alternate(
        lambda: run(python("floor_attendance.py", texts)),
        lambda: run(python("ours_attendance.py", job)),
        runs,
    )
    return [Line(f"Attendance list of {people} on F4", floor, mine, 1.5)]


def search(hall, runs):
    """Searching as Ctrl+K does ÷ the bare full-text query on the same file."""
    notes = 200 if hall.small else 100_000
    path = hall.crowd(2 if hall.small else 10, 9 if hall.small else 30, 10, notes)
    floor, mine = alternate(
        lambda: run(python("floor_search.py", path)),
        lambda: run(python("ours_search.py", hall.copy(path))),
        runs,
    )
    return [Line(f"Searching in {notes:,} notes", floor, mine, 2.0)]


def ideas(hall, runs):
    """Opening the sheet of an exercise with 2,000 ideas, 20,000 in the workshop ÷ the bare query."""
    rows, every = (20, 200) if hall.small else (2_000, 20_000)
    path = hall.ideas(rows, every)
    floor, mine = alternate(
        lambda: run(python("floor_ideas.py", path)),
        lambda: run(python("ours_ideas.py", hall.copy(path))),
        runs,
    )
    if floor.told["rows"] != mine.told["rows"]:
        raise ValueError(floor.told["rows"], mine.told["rows"])
    return [Line(f"Opening a sheet of {rows:,} ideas, {every:,} in the workshop", floor, mine, 3.0)]


def coverage(hall, runs):
    """The map of all programs and their money ÷ the same rows fetched and counted bare."""
    agencies, programs = (2, 2) if hall.small else (AGENCIES, LINES)
    path = hall.crowd(agencies, HEADS + programs * BELOW, 4)
    floor, mine = alternate(
        lambda: run(python("floor_coverage.py", path)),
        lambda: run(python("ours_coverage.py", hall.copy(path))),
        runs,
    )
    if floor.told["counted"] != mine.told["counted"]:
        raise ValueError(floor.told, mine.told)
    return [Line(f"Map of {agencies} OPD × {programs} programs × 6 years", floor, mine, 4.0)]


def findings(hall, runs):
    """All plans checked with what is known around them ÷ their lines and indicators fetched bare."""
    agencies, programs = (2, 2) if hall.small else (AGENCIES, LINES)
    lines = HEADS + programs * BELOW
    path = hall.crowd(agencies, lines, 4)
    floor, mine = alternate(
        lambda: run(python("floor_findings.py", path)),
        lambda: run(python("ours_findings.py", hall.copy(path))),
        runs,
    )
    if (floor.told["lines"], mine.told["lines"]) != (agencies * lines, agencies * lines):
        raise ValueError(floor.told, mine.told)
    return [Line(f"Checks of {agencies} plans of {lines} lines", floor, mine, 5.0)]


def suggest(hall, runs):
    """Suggested dimensions, and likely twins, ÷ the words of the same names."""
    count, agencies, lines = (50, 5, 10) if hall.small else (5_000, AGENCIES, LINES)
    every, shared = hall.programs(count), hall.programs(agencies * lines)
    return [
        Line(
            name,
            *alternate(
                lambda path=path: run(python("floor_suggest.py", path)),
                lambda path=path, words=words: run(python("ours_suggest.py", path, *words)),
                runs,
            ),
        )
        for name, path, words in (
            (f"Dimensions suggested for {count:,} programs", every, ()),
            (f"Twins among {agencies} OPD × {lines} programs", shared, ("--twins", agencies)),
        )
    ]


def opening(hall, runs):
    """Opening the largest real workshop ÷ the sample: the file and all that Beranda reads."""
    sample, large = hall.sample(), _hall(hall)
    floor, mine = alternate(
        lambda: run(python("ours_opening.py", hall.copy(sample))),
        lambda: run(python("ours_opening.py", hall.copy(large))),
        runs,
    )
    return [Line(f"Opening {AGENCIES} OPD × {LINES} lines × 6 years ÷ the sample", floor, mine)]


def growth(hall, runs):
    """Opening, typing a cell and searching at ten times the largest real workshop ÷ at once its size."""
    once, ten = _hall(hall), _hall(hall, 10)
    return [
        Line(
            name,
            *alternate(
                lambda script=script: run(python(script, hall.copy(once))),
                lambda script=script: run(python(script, hall.copy(ten))),
                runs,
            ),
            goal,
        )
        for name, script, goal in (
            ("Ten times that workshop ÷ once: opening", "ours_opening.py", 10.0),
            ("Ten times ÷ once: typing a cell", "ours_typing.py", 2.0),
            ("Ten times ÷ once: searching", "ours_search.py", 10.0),
        )
    ]


def agenda(hall, runs):
    """A day of 60 blocks recomputed and written whole ÷ one of 6, ten times shorter."""
    few, many = (2, 6) if hall.small else (6, 60)
    sides = alternate(
        lambda: run(python("ours_agenda.py", few)), lambda: run(python("ours_agenda.py", many)), runs
    )
    return [Line(f"Agenda of {many} blocks recomputed ÷ of {few}", *sides)]


def roadmap(hall, runs):
    """A road map of 150 programs ÷ one of 15: read with all that does not fit, and printed to be glued."""
    few, many = (2, 6) if hall.small else (15, 150)
    return [
        Line(
            f"Road map of {many} programs {words} ÷ of {few}",
            *alternate(
                lambda what=what: run(python("ours_roadmap.py", few, what)),
                lambda what=what: run(python("ours_roadmap.py", many, what)),
                runs,
            ),
        )
        for words, what in (("read and checked", "read"), ("printed as a picture", "print"))
    ]


def _hall(hall, times=1):
    if hall.small:
        return hall.crowd(2 * times, 9, 4 * times)
    return hall.crowd(AGENCIES * times, LINES, PEOPLE * times)


SUBJECTS = {
    "start": start,
    "built": built,
    "reading": reading,
    "pdf": pdf,
    "report": report,
    "book": book,
    "attendance": attendance,
    "search": search,
    "ideas": ideas,
    "coverage": coverage,
    "findings": findings,
    "suggest": suggest,
    "opening": opening,
    "growth": growth,
    "agenda": agenda,
    "roadmap": roadmap,
}
