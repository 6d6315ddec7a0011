"""Which entities are handed over as plain tables, under which names, and a table as comma-separated text."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from smartcity_desktop.domain.book_part import BookTable
from smartcity_desktop.domain.paper_book import BookPaper, TablePiece, pieces
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.workshop import is_nip

HANDED: Final[tuple[tuple[str, str], ...]] = (
    ("workshop", "Bimtek"),
    ("stage", "Tahap"),
    ("session", "Sesi"),
    ("dimension", "Dimensi"),
    ("subdimension", "Subdimensi"),
    ("opd", "OPD"),
    ("person", "Peserta"),
    ("attendance", "Kehadiran"),
    ("certificate", "Sertifikat"),
    ("grouping", "Pembagian kelompok"),
    ("group", "Kelompok"),
    ("basis", "Dasar hukum"),
    ("delivery", "Data dari OPD"),
    ("document", "Dokumen"),
    ("plan_point", "Butir RPJMD"),
    ("goal_indicator", "Indikator RPJMD"),
    ("renstra_line", "Baris Renstra"),
    ("indicator", "Indikator Renstra"),
    ("plan_record", "Tabel lain Renstra"),
    ("analysis", "Analisis Renstra"),
    ("shared_program", "Program lintas OPD"),
    ("alignment", "Keselarasan"),
    ("finding_answer", "Jawaban temuan"),
    ("sheet", "Lembar kertas kerja"),
    ("issue", "Isu daerah"),
    ("readiness", "Kesiapan"),
    ("asset", "Aplikasi dan inovasi"),
    ("factor", "Faktor SWOT"),
    ("strategy", "Strategi TOWS"),
    ("idea", "Kata kunci"),
    ("statement", "Usulan visi dan misi"),
    ("adopted_text", "Visi dan misi"),
    ("initiative", "Program Smart City"),
    ("initiative_indicator", "Indikator program"),
    ("action", "Rencana aksi"),
    ("milestone", "Tonggak peta jalan"),
    ("candidate", "Kandidat quick win"),
    ("score", "Nilai quick win"),
    ("quickwin", "Lembar quick win"),
    ("quickwin_partner", "Mitra quick win"),
    ("quickwin_month", "Jadwal quick win"),
    ("vote", "Pemungutan suara"),
    ("vote_item", "Pilihan suara"),
    ("vote_cast", "Suara"),
    ("review", "Telaah bab"),
    ("item_answer", "Jawaban butir lain"),
    ("entry", "Isian kertas kerja lain"),
    ("promise", "Komitmen OPD"),
    ("homework", "Pekerjaan rumah"),
    ("note", "Catatan"),
    ("comment", "Catatan telaah"),
    ("duty", "Tindak lanjut"),
    ("monitor", "Pemantauan"),
    ("evaluation", "Evaluasi"),
    ("evaluation_score", "Nilai butir evaluasi"),
    ("book", "Buku"),
    ("chapter", "Bab"),
    ("signature", "Tanda tangan"),
)
"""Entities in the order of the work, each with the name of its table."""
PERSONAL: Final = frozenset({"person", "attendance", "certificate"})
"""Tables that are about participants: left out where no personal data go along."""
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
_FIGURES: Final = frozenset("0123456789.,-+% ")


def comma_separated(sheet: TableSheet) -> str:
    """Return a table as RFC 4180 text: one head, then the rows; figures without dots, lines end in CRLF.

    Texts stand in quotes and figures do not, so that a spreadsheet can be told to keep codes as they are
    (``01``, ``2.10``). A text that it would take for a formula gets an apostrophe in front, unless it is a
    figure.
    """
    told = io.StringIO()
    writer = csv.writer(told, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(sheet.heads)
    writer.writerows([_plain(value) for value in row] for row in sheet.rows)
    return told.getvalue()


def parsed(text: str) -> list[dict[str, str]]:
    """Return the rows of such a text by head, as anybody would read it again."""
    return list(csv.DictReader(io.StringIO(text)))


def spaced_nip(text: str) -> str:
    """Return a number of 18 digits as it is written (``19800101 200501 2 001``): no spreadsheet rounds it."""
    digits = text.replace(" ", "")
    return " ".join((digits[:8], digits[8:14], digits[14:15], digits[15:])) if is_nip(digits) else text


def spaced_phone(text: str) -> str:
    """Return a phone number in fours (``0812 3456 7890``), so that its first zero stays."""
    digits = text.strip()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4)) if digits.isdecimal() else text


def _plain(value: str | int) -> str | int:
    if isinstance(value, int) or not value.startswith(_RISKY) or not set(value) - _FIGURES:
        return value
    return f"'{value}"


def printed_tables(paper: BookPaper) -> Iterator[tuple[str, TableSheet]]:
    """Yield the tables of a book with their numbers and captions; sums are left to whoever reads them.

    Where headings stand between the rows, they are the first column of the rows below them.
    """
    for piece in pieces(paper):
        if isinstance(piece, TablePiece) and piece.table.lines:
            table = piece.table
            yield f"Tabel {piece.number} {table.caption}", TableSheet(table.caption, *_lines(table))


def _lines(table: BookTable) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    if len(table.lines) == len(table.rows):
        return table.columns, tuple(item.cells for item in table.rows)
    found, above = [], ""
    for item in table.rows:
        if item.heading:
            above = item.cells[0]
        else:
            found.append((above, *item.cells))
    return ("Kelompok baris", *table.columns), tuple(found)
