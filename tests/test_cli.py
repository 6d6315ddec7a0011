"""The command line: what it prints, where it writes, and its three exit codes."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from smartcity_desktop import cli
from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.reporting.pages import page_text
from smartcity_desktop.services.report import KINDS, page_count
from smartcity_desktop.storage.driver import connect
from tests.once import once
from tests.reporting.pictures import texts

# The first test waits until the sample and all its prints were made, which takes half a minute by itself.
pytestmark = pytest.mark.timeout(150)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample workshop with all its prints, made once for all workers by the command itself."""

    def make(folder):
        done = subprocess.run(
            [sys.executable, "main.py", "contoh", "--ke", str(folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={"PATH": "", "HOME": str(folder / "rumah"), "PYTHONIOENCODING": "utf-8"},
            timeout=140,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        folder.with_suffix(".txt").write_text(done.stdout, encoding="utf-8")

    made = once(tmp_path_factory.getbasetemp(), "contoh-dan-cetakannya", make, 145)
    told = made.with_suffix(".txt").read_text(encoding="utf-8")
    # A file of one's own: two that are opened at once are refused.
    folder = tmp_path_factory.mktemp("contoh") / "cetakan"
    shutil.copytree(made, folder)
    return folder, [folder / Path(line).relative_to(made) for line in told.splitlines()]


A4, F4 = (595, 842), (609, 935)
"""Points, the shorter edge first."""
ALWAYS_A4 = {"buku"}
"""Prints that have one size of their own."""


def shape(path):
    """Return the two edges of the first page in whole points, the shorter one first."""
    with pypdfium2.PdfDocument(path) as document:
        return tuple(sorted(round(edge) for edge in document[0].get_size()))


def printed(sample, kind):
    """Return the file of a kind that was made with the sample."""
    return sample[1][1 + [item.key for item in KINDS].index(kind)]


def run(capsys, *words):
    code = cli.main([str(word) for word in words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_contoh_lists_the_file_and_every_print(sample):
    folder, listed = sample
    assert listed[0].suffix == ".bimtek"
    assert len(listed) == 1 + len(KINDS)
    assert all(path.is_file() and path.parent == folder for path in listed)
    assert all(page_count(path.read_bytes()) >= 1 for path in listed[1:])


def test_the_report_of_the_sample_has_a_page_of_photos_with_their_captions(sample):
    report = next(path for path in sample[1] if path.name.startswith("Laporan sesi"))
    with pypdfium2.PdfDocument(report) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
        page = document[next(place for place, text in enumerate(texts) if "Foto 3. Usulan" in text)]
        pictures = [part for part in page.get_objects() if part.type == raw.FPDF_PAGEOBJ_IMAGE]
    assert len(pictures) == 3


def test_the_sample_has_voted_and_its_papers_add_up(sample):
    def words(name):
        file = next(path for path in sample[1] if path.stem == name)
        data = file.read_bytes()
        return " ".join(" ".join(page_text(data, place).split()) for place in range(page_count(data)))

    told = words("Hasil pemungutan suara")
    assert "1 mudah dijangkau 16" in told
    assert "Keluar 26 = diketik 23 + kosong 1 + rusak 1 + hilang 1. Cocok." in told
    assert "belum ada kabar 1: L1-06." in words("Kendali kertas")


def test_contoh_made_again_never_touches_what_is_there(sample, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder, listed = sample
    # Two prints tell as much of the names as all of them, whose making takes long.
    monkeypatch.setattr("smartcity_desktop.sample.KINDS", KINDS[:2])
    before = [path.read_bytes() for path in listed]
    code, out, _ = run(capsys, "contoh", "--ke", folder)
    assert code == 0
    assert Path(out.splitlines()[0]).name == "Bimtek Kota Contoh 2026 (2).bimtek"
    assert len(out.splitlines()) == 3
    assert [path.read_bytes() for path in listed] == before


@pytest.mark.parametrize("folder", ["{file}", "{file}/dalam", "{tmp}/" + "x" * 500])
def test_contoh_says_in_one_sentence_that_a_folder_cannot_be_used(capsys, tmp_path, folder):
    file = tmp_path / "surat.txt"
    file.write_text("isi", encoding="utf-8")
    folder = folder.format(file=file, tmp=tmp_path)
    code, out, err = run(capsys, "contoh", "--ke", folder)
    assert (code, out) == (1, "")
    assert err == sentence(DiskFault("folder-unusable", name=folder)) + "\n"
    assert [path.name for path in tmp_path.iterdir()] == ["surat.txt"]
    assert file.read_text(encoding="utf-8") == "isi"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="only Linux has a folder that nobody can write to")
def test_contoh_says_that_a_folder_of_the_system_cannot_be_used(capsys):
    for folder in ("/proc", "/proc/x"):
        code, _, err = run(capsys, "contoh", "--ke", folder)
        assert (code, err) == (1, sentence(DiskFault("folder-unusable", name=folder)) + "\n")


@pytest.mark.parametrize("words", [("periksa",), ("cetak", "laporan-sesi")])
def test_a_name_that_no_disk_can_have_is_a_missing_file(capsys, tmp_path, words):
    name = "x" * 500 + ".bimtek"
    code, out, err = run(capsys, words[0], tmp_path / name, *words[1:])
    assert (code, out) == (1, "")
    assert err == sentence(UserFault("file-missing", name=name)) + "\n"


def test_periksa_finds_the_sample_sound(sample, capsys):
    code, out, err = run(capsys, "periksa", sample[1][0])
    assert (code, err) == (0, "")
    assert out.startswith("Berkas, jurnal, dan tabel utuh")


def test_periksa_finds_a_value_that_was_changed_behind_the_journal(sample, capsys, tmp_path):
    copy = tmp_path / "diubah.bimtek"
    copy.write_bytes(sample[1][0].read_bytes())
    db = connect(copy)
    db.conn.execute("UPDATE opd SET name = 'Dinas Lain' WHERE short = 'DLH'")
    db.conn.close()
    code, out, err = run(capsys, "periksa", copy)
    assert (code, out) == (1, "")
    told = err.splitlines()
    assert told[-1] == sentence(UserFault("file-unsound", count=len(told) - 1))


def test_periksa_says_what_a_wrong_file_is(tmp_path, capsys):
    wrong = tmp_path / "surat.bimtek"
    wrong.write_text("bukan basis data", encoding="utf-8")
    code, out, err = run(capsys, "periksa", wrong)
    assert (code, out) == (1, "")
    assert "bukan berkas Bimtek" in err
    assert "Traceback" not in err
    assert run(capsys, "periksa", tmp_path / "tidak-ada.bimtek")[0] == 1


@pytest.mark.parametrize("kind", [item.key for item in KINDS])
def test_cetak_makes_a_pdf_on_another_paper_than_that_of_the_workshop(sample, capsys, tmp_path, kind):
    target = tmp_path / "hasil.pdf"
    code, out, _ = run(capsys, "cetak", sample[1][0], kind, "--kertas", "A4", "--ke", target)
    assert code == 0
    assert out.strip() == str(target)
    assert shape(target) == A4
    assert shape(printed(sample, kind)) == (A4 if kind in ALWAYS_A4 else F4)


def test_cetak_takes_one_opd_by_its_short_name(sample, capsys, tmp_path):
    target = tmp_path / "satu.pdf"
    whole = printed(sample, "kertas-kerja-terisi")
    assert run(capsys, "cetak", sample[1][0], "kertas-kerja-terisi", "--opd", "dlh", "--ke", target)[0] == 0
    assert page_count(target.read_bytes()) < page_count(whole.read_bytes())


def test_cetak_writes_a_file_per_opd_into_a_folder_and_never_over_another(sample, capsys, tmp_path):
    folder = tmp_path / "dossier"
    code, out, _ = run(capsys, "cetak", sample[1][0], "dossier-opd", "--ke", folder)
    first = [Path(line) for line in out.splitlines()]
    assert code == 0
    assert {path.parent for path in first} == {folder}
    assert folder / "Dossier DLH.pdf" in first
    assert all(page_count(path.read_bytes()) >= 1 for path in first)
    code, out, _ = run(capsys, "cetak", sample[1][0], "dossier-opd", "--opd", "dlh", "--ke", folder)
    assert (code, out) == (0, f"{folder / 'Dossier DLH (2).pdf'}\n")
    code, out, _ = run(capsys, "cetak", sample[1][0], "daftar-hadir", "--ke", folder)
    assert (code, out) == (0, f"{folder / 'Daftar hadir.pdf'}\n")
    assert len(list(folder.iterdir())) == len(first) + 2


def test_cetak_says_in_one_sentence_that_a_folder_takes_no_file(sample, capsys, tmp_path):
    (tmp_path / "berkas").write_text("isi", encoding="utf-8")
    code, out, err = run(capsys, "cetak", sample[1][0], "dossier-opd", "--ke", tmp_path / "berkas")
    assert (code, out) == (1, "")
    assert err == sentence(DiskFault("print-not-saved", name="Dossier Diskominfo.pdf")) + "\n"
    assert (tmp_path / "berkas").read_text(encoding="utf-8") == "isi"


def test_cetak_refuses_what_it_does_not_know(sample, capsys, tmp_path):
    code, _, err = run(capsys, "cetak", sample[1][0], "ijazah")
    assert code == 1
    assert "ijazah" in err
    code, _, err = run(capsys, "cetak", sample[1][0], "kertas-kerja-terisi", "--opd", "Dinas Kelautan")
    assert code == 1
    assert "Dinas Kelautan" in err
    code, _, err = run(capsys, "cetak", sample[1][0], "laporan-sesi", "--ke", tmp_path / "a" / ("x" * 300))
    assert code == 1
    assert "aman" in err


def test_cetak_takes_a_stage_and_a_day_by_number_or_date(sample, capsys, tmp_path):
    first, second = tmp_path / "satu.pdf", tmp_path / "dua.pdf"
    way = ("cetak", sample[1][0], "laporan-harian", "--tahap", "II")
    assert run(capsys, *way, "--hari", "2", "--ke", first)[0] == 0
    assert run(capsys, *way, "--hari", "2026-08-05", "--ke", second)[0] == 0
    assert (
        page_text(first.read_bytes(), 0).split("dicetak")[1][20:]
        == (page_text(second.read_bytes(), 0).split("dicetak")[1][20:])
    )
    assert "Hari ke-2, Rabu, 5 Agustus 2026" in page_text(first.read_bytes(), 0)


@pytest.mark.parametrize("wrong", [("--tahap", "IX"), ("--tahap", "II", "--hari", "9"), ("--hari", "besok")])
def test_cetak_names_the_days_there_are(sample, capsys, tmp_path, wrong):
    code, out, err = run(capsys, "cetak", sample[1][0], "laporan-harian", *wrong, "--ke", tmp_path / "x.pdf")
    assert (code, out) == (1, "")
    told = sentence(UserFault("print-no-day", value=wrong[-1], known="I"))
    assert err.startswith(told.removesuffix("I."))


def test_cetak_takes_a_way_of_printing(sample, capsys, tmp_path):
    target = tmp_path / "buku.pdf"
    assert run(capsys, "cetak", sample[1][0], "buku", "--pilihan", "QW:final", "--ke", target)[0] == 0
    first = texts(target.read_bytes())[0]
    assert "Quick Wins" in first
    assert "DRAF" not in first


def test_cetak_lists_every_kind(capsys):
    code, out, _ = run(capsys, "cetak", "--daftar")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [item.key for item in KINDS]


def test_baca_renstra_tells_one_sentence_first_and_its_json_has_the_agreed_shape(capsys):
    plan = ROOT / "resources" / "sample" / "renstra_diskominfo_t-c27.xlsx"
    code, out, _ = run(capsys, "baca-renstra", plan)
    assert code == 0
    assert out.startswith("Renstra ")
    code, out, _ = run(capsys, "baca-renstra", plan, "--json")
    found = json.loads(out)
    assert set(found) == {"format", "tahun", "tujuan", "sasaran", "baris", "masalah"}
    program = next(line for line in found["baris"] if line["level"] == "program")
    plain = {"level", "kode", "nama", "indikator", "pagu", "unit", "lokasi", "asal"}
    assert set(program) == plain | {"tertulis"}
    assert program["tertulis"]["pagu@2022"] == "1.640.000.000"
    assert set(program["indikator"][0]) == {"nama", "satuan", "baseline", "target"}
    assert set(program["asal"]) == {"lembar", "baris"}
    assert all(isinstance(amount, int) for amount in program["pagu"].values())
    assert set(found["masalah"][0]) == {"lembar", "sel", "kode", "pesan"}


def test_baca_renstra_refuses_a_wrong_file_in_one_sentence(capsys, tmp_path):
    wrong = tmp_path / "renstra.xlsx"
    wrong.write_bytes(b"MZ\x90\x00 bukan tabel")
    code, out, err = run(capsys, "baca-renstra", wrong)
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1
    assert run(capsys, "baca-renstra", tmp_path / "tidak-ada.xlsx")[0] == 1


@pytest.mark.parametrize(
    "words",
    [["salah"], ["cetak"], ["cetak", "a.bimtek"], ["periksa"], ["baca-renstra"], ["contoh", "--tidak"], []],
)
def test_wrong_use_ends_with_two(capsys, words):
    code, _, err = run(capsys, *words)
    assert code == 2
    assert "usage" not in err


@pytest.mark.parametrize("words", [[], ["contoh"], ["baca-renstra"], ["cetak"], ["periksa"]])
def test_help_is_indonesian(capsys, words):
    code, out, _ = run(capsys, *words, "--help")
    assert code == 0
    assert out.count("Pemakaian:") == 1
    for english in ("usage:", "options:", "show this", "positional"):
        assert english not in out


def test_the_command_line_loads_no_qt():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, main; main.main(['cetak', '--daftar']); print('PySide6' in sys.modules)",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=50,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("code", [0, 1])
def test_the_self_test_is_started_and_its_verdict_is_the_end(capsys, monkeypatch, code):
    monkeypatch.setattr("smartcity_desktop.selftest.run", lambda out: out.write("baik   semua\n") and code)
    assert run(capsys, "--selftest")[:2] == (code, "baik   semua\n")


def test_the_version_is_told(capsys):
    from smartcity_desktop import __version__

    assert __version__ in run(capsys, "--version")[1]
    assert "SQLite: 3." in run(capsys, "--version")[1]


def test_paket_bantuan_lists_what_is_in_it_and_where_it_is(capsys, tmp_path, profile):
    (profile / "logs").mkdir()
    (profile / "logs" / "program.log").write_text("Dinas Kesehatan", encoding="utf-8")
    target = tmp_path / "bantuan.zip"
    code, out, _ = run(capsys, "paket-bantuan", "--ke", target, "--profile", profile)
    assert code == 0
    assert out.splitlines()[0] == "keterangan.txt: apa isi paket ini"
    assert out.splitlines()[-1] == str(target)
    with zipfile.ZipFile(target) as archive:
        assert archive.read("logs/program.log").decode() == "(1 baris disembunyikan)\n"
        assert b"SQLCipher: 4." in archive.read("versi.txt")


def test_paket_bantuan_that_cannot_be_written_is_told_in_a_sentence(capsys, tmp_path, profile):
    code, _, err = run(capsys, "paket-bantuan", "--ke", tmp_path, "--profile", profile)
    assert code == 1
    assert "belum tersimpan" in err
