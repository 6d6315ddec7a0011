"""Makes a plan spreadsheet of any length in the shape of Tabel T-C.27: ``plan_file.py TARGET ROWS``."""

import sys
from itertools import count
from pathlib import Path

import openpyxl

YEARS = range(2022, 2027)
LEAD = ("Tujuan", "Sasaran", "Kode", "Program, Kegiatan, dan Subkegiatan", "Indikator Kinerja")
NAMES = ("Pengelolaan layanan", "Pembinaan dan pengawasan", "Penyediaan sarana", "Pemberdayaan masyarakat")
PLACES = ("Kecamatan Wonosari", "11 kecamatan", "Kota Contoh", "Desa Sukamaju dan Desa Karanganyar")


def make(target, rows):
    """Write a sheet with ``rows`` rows of programs, activities and sub-activities below the headings."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("T-C.27")
    sheet.append(["Tabel T-C.27"])
    sheet.append(["Rencana Program, Kegiatan, dan Pendanaan Dinas Contoh Tahun 2022–2026"])
    sheet.append([])
    span = [cell for year in YEARS for cell in (f"Tahun {year}", None)]
    sheet.append([*LEAD, "Data Capaian pada Tahun Awal Perencanaan (2021)", *span, "Unit Kerja", "Lokasi"])
    sheet.append([None] * 6 + ["Target", "Rp"] * len(YEARS))
    sheet.append(["Meningkatnya kualitas layanan publik"])
    sheet.append([None, "Meningkatnya kecepatan dan keterbukaan layanan"])
    for place, code in zip(range(rows), codes(), strict=False):
        name = f"{NAMES[place % len(NAMES)]} {code} {PLACES[place % len(PLACES)]}"
        yearly = [
            cell
            for year in YEARS
            for cell in (f"{40 + (place + year) % 60}%", 25_000_000 + place * 1_000 + year)
        ]
        sheet.append(
            [
                *(None, None, code, name, f"Persentase {name} yang selesai tepat waktu", f"{place % 40}%"),
                *yearly,
                *(f"Bidang {place % 7 + 1}", PLACES[place % len(PLACES)]),
            ]
        )
    book.save(target)


def codes():
    """Yield codes as a nomenclature has them: program, activities, sub-activities, the next program."""
    for number in count():
        program = f"{number // 90 % 7 + 1}.{number // 630 + 1:02d}.{number % 90 + 2:02d}"
        yield program
        for activity in range(1, 5):
            yield f"{program}.2.{activity:02d}"
            yield from (f"{program}.2.{activity:02d}.{part:04d}" for part in range(1, 5))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
