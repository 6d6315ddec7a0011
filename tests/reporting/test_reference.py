"""The words of every print, page by page, against the texts that were read and found right.

After a wanted change delete the file in ``tests/reference``; the test writes the new text and fails once.
"""

from pathlib import Path

import pytest

from tests.reporting.pictures import PRINTS, frame, texts

FOLDER = Path(__file__).resolve().parent.parent / "reference"
NAMES = {
    "blank": "kertas_kosong",
    "filled": "kertas_terisi",
    "attendance": "daftar_hadir",
    "report": "laporan_sesi",
    "dossier": "dossier_opd",
}


@pytest.mark.parametrize("kind", PRINTS)
def test_a_print_says_what_its_reference_says(kind):
    pages = "\n\f\n".join(texts(PRINTS[kind](frame())))
    found = "".join(f"{line.rstrip()}\n" for line in pages.split("\n"))
    file = FOLDER / f"{NAMES[kind]}.txt"
    if not file.exists():
        file.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{file.name} was missing; it was written from this print: read it")
    assert found.split("\n") == file.read_text(encoding="utf-8").split("\n")
