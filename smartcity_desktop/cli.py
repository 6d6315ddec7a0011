"""The other face: the sample, reading a Renstra, printing and checking, without a window.

Exit codes: 0 done, 1 the input is at fault (a sentence on stderr), 2 wrong use.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NoReturn

from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import Fault, UserFault

PROGRAM: Final = "python main.py"
_OK, _INPUT, _USE = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Indonesian."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, formatter_class=_Layout, **settings)  # type: ignore[arg-type]  # passed on as they came
        self._positionals.title = "Isian"
        self._optionals.title = "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and leave with code 2."""
        del message
        self.print_usage(sys.stderr)
        sys.stderr.write(f"Perintah belum lengkap atau keliru. Bantuan: {self.prog} --help\n")
        sys.exit(_USE)


class _Layout(argparse.HelpFormatter):
    """Help text whose first word is Indonesian too."""

    def add_usage(
        self, usage: str | None, actions: object, groups: object, prefix: str | None = None
    ) -> None:
        """Begin the line of use with "Pemakaian"."""
        # A subcommand asks for the words in front of its own name, and these must not begin so as well.
        words = "Pemakaian: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, words)  # type: ignore[arg-type]  # as above


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    parser = _build()
    if not argv:
        parser.print_help()
        return _USE
    try:
        wanted = parser.parse_args(list(argv))
        return int(wanted.run(wanted))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else _USE
    except Fault as fault:
        sys.stderr.write(sentence(fault) + "\n")
        return _INPUT
    except BrokenPipeError:
        return _OK


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def _build() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAM,
        description="SmartCity Desktop: meja fasilitator Bimtek Penyusunan Masterplan Smart City. "
        "Tanpa perintah, atau dengan nama berkas .bimtek saja, jendelanya terbuka; dengan --profile FOLDER "
        "jendela memakai folder profil itu.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="tampilkan versi program dan bagiannya")
    parser.add_argument("--selftest", action=_SelfTest, nargs=0, help="periksa pemasangan program ini")
    commands = parser.add_subparsers(
        title="Perintah", metavar="PERINTAH", required=True, parser_class=_Parser
    )
    _sample_command(commands)
    _reading_command(commands)
    _print_command(commands)
    check = commands.add_parser("periksa", help="periksa keutuhan berkas, jurnal, dan tabel")
    check.add_argument("berkas", metavar="BERKAS.bimtek", type=Path, help="berkas Bimtek")
    check.set_defaults(run=_check)
    parts = commands.add_parser("daftar-bagian", help="daftar bagian program, versi, dan lisensinya")
    parts.add_argument("--json", action="store_true", help="daftar sebagai CycloneDX JSON")
    parts.set_defaults(run=_parts)
    _support_command(commands)
    _suggesting_command(commands)
    return parser


def _sample_command(commands: "argparse._SubParsersAction[_Parser]") -> None:
    sample = commands.add_parser("contoh", help="buat Bimtek contoh beserta semua cetakannya")
    sample.add_argument(
        "--ke", metavar="DIR", type=Path, default=Path("out"), help="folder hasil (bawaan: out)"
    )
    sample.set_defaults(run=_sample)


def _reading_command(commands: "argparse._SubParsersAction[_Parser]") -> None:
    reading = commands.add_parser("baca-renstra", help="baca berkas Renstra tanpa menyimpannya")
    reading.add_argument("berkas", metavar="BERKAS", type=Path, help="berkas Excel, Word, PDF, web, CSV")
    reading.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    reading.set_defaults(run=_read)


def _print_command(commands: "argparse._SubParsersAction[_Parser]") -> None:
    printing = commands.add_parser("cetak", help="buat PDF dari berkas Bimtek")
    printing.add_argument("berkas", metavar="BERKAS.bimtek", type=Path, nargs="?", help="berkas Bimtek")
    printing.add_argument("jenis", metavar="JENIS", nargs="?", help="jenis cetakan, lihat --daftar")
    printing.add_argument("--opd", metavar="NAMA", help="satu OPD saja (nama atau singkatan)")
    printing.add_argument(
        "--tahap", metavar="I|2", default="", help="tahap yang dicetak (bawaan: yang berjalan)"
    )
    printing.add_argument(
        "--hari", metavar="2|TTTT-BB-HH", default="", help="hari ke berapa tahap itu, atau tanggalnya"
    )
    printing.add_argument("--kertas", choices=("A4", "F4"), help="ukuran kertas (bawaan: menurut berkas)")
    printing.add_argument(
        "--pilihan",
        metavar="CARA",
        default="",
        help="cara mencetak, lihat --daftar; untuk buku: AS, MP:final …",
    )
    printing.add_argument(
        "--ke", metavar="HASIL.pdf|FOLDER", type=Path, help="berkas hasil; sebuah FOLDER: satu berkas per OPD"
    )
    printing.add_argument("--daftar", action="store_true", help="daftar jenis cetakan")
    printing.set_defaults(run=_print, parser=printing)


def _support_command(commands: "argparse._SubParsersAction[_Parser]") -> None:
    support = commands.add_parser("paket-bantuan", help="simpan log, versi, dan pengaturan tanpa isi Bimtek")
    support.add_argument("--ke", metavar="FILE.zip", type=Path, required=True, help="nama berkas hasil")
    support.add_argument("--profile", metavar="FOLDER", type=Path, help="folder profil yang dimaksud")
    support.set_defaults(run=_support)


def _suggesting_command(commands: "argparse._SubParsersAction[_Parser]") -> None:
    suggesting = commands.add_parser(
        "saran-dimensi", help="sarankan dimensi untuk daftar inisiatif, dengan alasannya"
    )
    suggesting.add_argument(
        "--csv",
        metavar="BERKAS",
        type=Path,
        required=True,
        help="CSV berkolom inisiatif, ringkas, opd; hasilnya satu baris JSON per inisiatif",
    )
    suggesting.set_defaults(run=_suggest)


class _Version(argparse.Action):
    """Tells the versions as soon as it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from smartcity_desktop.services.about import version_text

        print(version_text())
        parser.exit()


class _SelfTest(argparse.Action):
    """Runs the self-test as soon as it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from smartcity_desktop.selftest import run

        parser.exit(run(sys.stdout))


def _support(wanted: argparse.Namespace) -> int:
    from smartcity_desktop.paths import profile_dir
    from smartcity_desktop.services import about, support
    from smartcity_desktop.settings import SettingsFile

    profile = wanted.profile or profile_dir()
    facts = [(item.label, item.value) for item in about.versions()]
    items = support.gather(profile, SettingsFile(profile).value, facts)
    support.save(items, wanted.ke)
    for item in items:
        print(f"{item.name}: {item.words}")
    print(wanted.ke)
    return _OK


def _sample(wanted: argparse.Namespace) -> int:
    from smartcity_desktop.sample import write_all

    for path in write_all(wanted.ke):
        print(path)
    return _OK


def _read(wanted: argparse.Namespace) -> int:
    from smartcity_desktop.domain.renstra import checks, summary, to_json
    from smartcity_desktop.services.renstra import names, read

    draft = read(wanted.berkas)
    if wanted.json:
        print(json.dumps(to_json(draft, names()), ensure_ascii=False, indent=2))
        return _OK
    print(summary(draft, draft.opd_name))
    for problem in draft.problems:
        print(f"- {problem.sheet} {problem.cell}: {problem.message}".replace("  ", " "))
    found = checks(draft.lines, years=draft.years, nomenclature=names())
    if found:
        print(f"Catatan pemeriksaan ({len(found)}):")
    for finding in found:
        place = f"{finding.sheet} {finding.cell}".strip()
        print(f"- {place}: {finding.message}" if place else f"- {finding.message}")
    return _OK


def _suggest(wanted: argparse.Namespace) -> int:
    from smartcity_desktop.services.suggest import of_file

    for row in of_file(wanted.csv):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return _OK


def _print(wanted: argparse.Namespace) -> int:
    from smartcity_desktop.services.report import KINDS

    if wanted.daftar:
        for kind in KINDS:
            ways = ", ".join(way for way, _ in kind.choices if way)
            print(f"{kind.key:<22} {kind.title}: {kind.note}{f' (--pilihan {ways})' if ways else ''}")
        return _OK
    if wanted.berkas is None or wanted.jenis is None:
        wanted.parser.error("")
    if wanted.jenis not in {kind.key for kind in KINDS}:
        raise UserFault("print-unknown", kind=wanted.jenis)
    for path in _print_to_files(wanted):
        print(path)
    return _OK


def _print_to_files(wanted: argparse.Namespace) -> Iterator[Path]:
    from smartcity_desktop.desk import open_desk
    from smartcity_desktop.domain.ids import NO_ROW
    from smartcity_desktop.domain.print_job import BLANK, EVERY
    from smartcity_desktop.paths import safe_name
    from smartcity_desktop.services.report import each, render, save, save_new

    with open_desk(_there(wanted.berkas), looking=True) as desk:
        opd = desk.opd.find(wanted.opd).id if wanted.opd else NO_ROW
        meant = replace(desk.report.meant(wanted.tahap, wanted.hari), choice=wanted.pilihan)
        in_files = bool(wanted.ke) and _is_folder(wanted.ke, wanted.jenis)
        meant = replace(meant, choice=EVERY) if in_files and wanted.jenis == BLANK else meant
        job = desk.report.asked(wanted.jenis, replace(meant, opd=opd, paper=wanted.kertas, even_empty=True))
    if in_files:
        for one in each(job):
            yield save_new(render(one), wanted.ke, one.name)
        return
    target: Path = wanted.ke or wanted.berkas.with_name(safe_name(job.name) + ".pdf")
    save(render(job), target)
    yield target


def _is_folder(path: Path, kind: str) -> bool:
    """Tell whether a name means a folder: one that is there, or one to be made for a file per OPD."""
    from smartcity_desktop.services.report import KINDS, PER_OPD

    try:
        if path.is_dir():
            return True
    except OSError:
        return False
    return path.suffix.lower() != ".pdf" and any(item.key == kind and item.needs == PER_OPD for item in KINDS)


def _there(path: Path) -> Path:
    """Return the path; a name that no disk can have is a missing file too."""
    try:
        path.stat()
    except OSError:
        raise UserFault("file-missing", name=path.name) from None
    return path


def _check(wanted: argparse.Namespace) -> int:
    from smartcity_desktop.desk import open_desk

    with open_desk(_there(wanted.berkas), looking=True) as desk:
        found = desk.check()
        rows = len(desk.opd.opds()), len(desk.note.notes()), len(desk.session.sessions())
    if found:
        for line in found:
            sys.stderr.write(line + "\n")
        raise UserFault("file-unsound", count=len(found))
    print(f"Berkas, jurnal, dan tabel utuh: {rows[0]} OPD, {rows[1]} catatan, {rows[2]} sesi.")
    return _OK


def _parts(wanted: argparse.Namespace) -> int:
    from smartcity_desktop import sbom

    found = sbom.load()
    sys.stdout.write(sbom.to_cyclonedx(found) if wanted.json else sbom.table(found) + "\n")
    return _OK
