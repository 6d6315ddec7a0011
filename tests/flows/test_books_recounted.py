"""The sample city's books: every printed table says what its plain twin says, and is recounted."""

import re
from collections import Counter
from datetime import datetime

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.data_table import comma_separated, parsed, printed_tables
from smartcity_desktop.domain.paper_book import TablePiece, choice_of, pieces
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.words import Words
from smartcity_desktop.services.report import render
from smartcity_desktop.storage.data_table import data_tables
from tests.reporting.pictures import texts
from tests.services.conftest import WITA

_FIGURE = re.compile(r"-?\d{1,3}(?:\.\d{3})*|-?\d+")


def standing_clock():
    return datetime(2026, 8, 5, 16, 5, tzinfo=WITA)


@pytest.fixture(scope="module")
def city(sample_city, tmp_path_factory):
    """The books of the sample city as gathered, and the tables of its whole file as plain text."""
    folder = tmp_path_factory.mktemp("buku")
    path = folder / "a.bimtek"
    path.write_bytes(sample_city.read_bytes())
    with open_desk(path, clock=standing_clock, profile=folder / "p") as desk:
        codes = [item.code for item in desk.book.books()]
        asks = [PrintAsk(choice=choice_of(code, draft=True)) for code in codes]
        jobs = dict(zip(codes, (desk.report.asked("buku", ask) for ask in asks), strict=True))
        plain = {item.title: parsed(comma_separated(item)) for item in data_tables(desk._store.db, Words())}
    return jobs, plain


def tables(jobs):
    """Yield every table that holds something, with its book and the number it is printed under."""
    for code, job in jobs.items():
        for piece in pieces(job.picture):
            if isinstance(piece, TablePiece) and piece.table.lines:
                yield code, piece.number, piece.table


def figure(text):
    """Return a whole number as it is printed, None where a cell holds anything else."""
    told = text.strip().removeprefix("Rp")
    return int(told.replace(".", "")) if _FIGURE.fullmatch(told) else None


def test_the_sample_city_fills_four_books_and_a_summary_without_a_table_made_by_hand(city):
    jobs, _ = city
    assert set(jobs) >= {"AS", "MP", "QW", "RM"}
    found = list(tables(jobs))
    assert len(found) >= 100
    assert {code for code, _, _ in found} == set(jobs)


def test_every_sum_that_is_printed_is_the_sum_of_its_column(city):
    jobs, _ = city
    counted = 0
    for code, number, table in tables(jobs):
        for at, told in enumerate(table.sums):
            whole = figure(told)
            cells = [figure(row.cells[at]) for row in table.lines if row.cells[at].strip() not in {"", "–"}]
            if whole is None or not cells or None in cells:
                continue
            counted += 1
            assert sum(cells) == whole, f"{code} Tabel {number} {table.caption}: {table.columns[at]}"
    assert counted > 60


@pytest.mark.parametrize("code", ["AS", "MP", "QW", "RM"])
def test_every_word_of_a_plain_twin_stands_in_the_printed_table(city, code):
    job = city[0][code]
    whole = "\n".join(texts(render(job)))
    for name, twin in printed_tables(job.picture):
        number, _, _caption = name.removeprefix("Tabel ").partition(" ")
        rows = parsed(comma_separated(twin))
        assert len(rows) == len(twin.rows)
        wanted = Counter(word for cell in cells(twin) for word in str(cell).split())
        # The list of tables names it as well: what counts is where it is printed.
        places = [found.start() for found in re.finditer(rf"Tabel {re.escape(number)}\b", whole)]
        # Heads and feet of pages stand between its rows.
        room = 2_000 + 2 * sum(len(word) + 1 for word in wanted.elements())
        said = max((Counter(whole[at : at + room].split()) & wanted for at in places), key=Counter.total)
        lost = {word for word in wanted - said if len(word) < 16}
        assert not lost, f"{name}: {sorted(lost)[:8]}"


def cells(twin):
    """Yield the cells of a twin as they are printed: a heading once for all rows below it."""
    above = None
    for row in twin.rows:
        yield from row[1:]
        if twin.heads[0] != "Kelompok baris" or row[0] != above:
            above = row[0]
            yield above


def counts(rows, *heads):
    return Counter(tuple(row[head] for head in heads) for row in rows)


def matrix(jobs, caption, code):
    """Return a printed table of counts as (first column, head) -> number."""
    table = next(item for book, _, item in tables(jobs) if book == code and item.caption == caption)
    return {
        (row.cells[0], head): figure(cell)
        for row in table.lines
        for head, cell in zip(table.columns[1:], row.cells[1:], strict=True)
    }


def test_issues_by_dimension_and_priority_are_those_of_the_file(city):
    jobs, plain = city
    found = counts(plain["Isu daerah"], "Dimensi", "Prioritas")
    told = matrix(jobs, "Isu daerah menurut dimensi dan prioritas", "AS")
    assert {key: count for key, count in told.items() if key[1] != "Jumlah" and count} == {
        (dimension, priority): count
        for (code, priority), count in found.items()
        for dimension in {first for first, _ in told if first.startswith(code)}
    }


def test_programs_of_every_agency_are_those_of_the_file(city):
    jobs, plain = city
    short = {row["Nama"]: row["Singkatan"] for row in plain["OPD"]}
    named = Counter(row["OPD penanggung jawab"] for row in plain["Program Smart City"])
    found = {short[agency]: count for agency, count in named.items() if agency}
    told = matrix(jobs, "Program smart city setiap OPD", "MP")
    nobody = "Belum dipilih"
    assert {
        agency: count for (agency, head), count in told.items() if head == "Jumlah" and agency != nobody
    } == found
    horizons = Counter(row["Jangka"] for row in plain["Program Smart City"])
    assert {
        head: sum(count for (_, other), count in told.items() if other == head) for head in horizons
    } == horizons


def test_actions_by_head_and_dimension_are_those_of_the_file(city):
    jobs, plain = city
    dimension = {row["Nama"]: row["Dimensi"] for row in plain["Program Smart City"]}
    heads = {"Kebijakan dan kelembagaan", "Infrastruktur", "Aplikasi", "Literasi dan SDM"}
    found = Counter(
        (dimension[row["Program Smart City"]], row["Jenis aksi"])
        for row in plain["Rencana aksi"]
        if row["Program Smart City"]
    )
    told = matrix(jobs, "Rencana aksi menurut kepala dan dimensi", "MP")
    assert {
        (first.split()[0], head): count for (first, head), count in told.items() if head in heads and count
    } == found


def test_costs_by_dimension_and_year_are_those_of_the_file(city):
    jobs, plain = city
    told = matrix(jobs, "Perkiraan biaya menurut dimensi dan tahun", "MP")
    heads = {f"Biaya (Rp) tahun {year}": f"Tahun {year}" for year in range(1, 6)}
    # What a program says of itself counts, else what its actions cost.
    own = {row["Nama"]: row for row in plain["Program Smart City"] if any(map(row.get, heads))}
    rows = [(row["Dimensi"], row) for row in own.values()] + [
        (program["Dimensi"], action)
        for program in plain["Program Smart City"]
        for action in plain["Rencana aksi"]
        if program["Nama"] not in own and action["Program Smart City"] == program["Nama"]
    ]
    found = Counter()
    for dimension, row in rows:
        for head, year in heads.items():
            found[dimension, year] += int(row.get(head) or 0)
    assert {
        (first.split()[0], head): count
        for (first, head), count in told.items()
        if head in heads.values() and count
    } == {key: value for key, value in found.items() if value}
