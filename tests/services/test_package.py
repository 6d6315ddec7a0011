"""Handing over: everything is in the bundle, it proves itself, and a single changed byte is found."""

import os
import zipfile
from types import SimpleNamespace

import pytest

from smartcity_desktop.domain import package as words
from smartcity_desktop.domain.attendance import CAME
from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.domain.data_table import parsed
from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.package import README, SUMS, PackageWish, listed
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.photo import NewPhoto
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.services import package
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.package import verify, write
from smartcity_desktop.services.session import NewSession
from tests.services.conftest import plan

NAME = "Zulaikha Rahasiawati, S.Kom."


class Stopped(Exception):
    """Somebody pressed Cancel."""


def silent(_name, _done, _total):
    """Hear of progress and say nothing."""


def note(desk, line):
    desk.note.write(desk.note.new_id(), line, NotePlace(desk.stage.stages()[0].id))


@pytest.fixture
def full(desk, diskominfo):
    desk.renstra.adopt(diskominfo, plan())
    desk.people.add(
        [
            Person(name=NAME, opd=diskominfo, position="Pranata Rahasia", body="Tenaga ahli"),
            Person(name="Indah"),
        ]
    )
    desk.signature.draw_up()
    note(desk, f"{NAME} membawa =1+1 data")
    return desk


def handed(desk, folder, **wish):
    told = {"prints": False, "words": False, **wish}
    return write(desk.package.prepare(folder, PackageWish(**told)), silent)


def everything(folder):
    """Return every byte of a bundle, what is packed too."""
    found = b""
    for path in folder.rglob("*"):
        if path.suffix in {".xlsx", ".docx"}:
            with zipfile.ZipFile(path) as archive:
                found += b"".join(archive.read(name) for name in archive.namelist())
        elif path.is_file():
            found += path.read_bytes()
    return found


def test_without_personal_data_nothing_tells_who_was_there(full, tmp_path):
    made = handed(full, tmp_path / "out", prints=True, words=True)
    assert made.verdict.is_sound
    raw = everything(made.folder)
    for told in ("Zulaikha", "Rahasiawati", "Pranata Rahasia"):
        assert told.encode() not in raw
    assert b"Pengelolaan Informasi dan Komunikasi Publik" in raw
    assert list(made.folder.rglob("*.pdf"))
    assert not [path.name for path in made.folder.rglob("*") if "Peserta" in path.name]
    assert "tidak memuat data pribadi" in (made.folder / README).read_text(encoding="utf-8-sig")


def test_with_personal_data_the_participants_go_along_and_it_says_so(full, tmp_path):
    made = handed(full, tmp_path / "out", personal=True)
    assert made.folder.name.endswith("DATA PRIBADI"), "its name tells it apart from one for everybody"
    table = next(made.folder.rglob("*Peserta.csv")).read_text(encoding="utf-8-sig")
    assert [row["Nama"] for row in parsed(table)] == [NAME, "Indah"]
    told = (made.folder / README).read_text(encoding="utf-8-sig")
    assert "memuat data pribadi peserta" in told
    assert "MULAI DARI SINI" in told
    assert "di folder 2" not in told, "there are no prints in this one"


def test_numbers_of_people_are_written_so_that_no_spreadsheet_rounds_them(full, tmp_path):
    people = {item.name: item.id for item in full.people.people()}
    store = full._store
    numbers = {"subject": people["Indah"], "nip": "198001012005012001", "phone": "081234567890"}
    store.write([Birth("identity", store.key("identity", people["Indah"]), numbers)], "catat nomor")
    made = handed(full, tmp_path / "out", personal=True)
    text = next(made.folder.rglob("*Peserta.csv")).read_text(encoding="utf-8-sig")
    told = {row["Nama"]: (row["NIP"], row["Nomor HP"]) for row in parsed(text)}
    assert told == {NAME: ("", ""), "Indah": ("19800101 200501 2 001", "0812 3456 7890")}
    raw = everything(handed(full, tmp_path / "out").folder)
    assert b"198001012005012001" not in raw
    assert b"19800101 200501" not in raw


def test_codes_stand_in_quotes_and_money_does_not(full, tmp_path):
    made = handed(full, tmp_path / "out")
    table = next(made.folder.rglob("*Baris Renstra.csv")).read_text(encoding="utf-8-sig")
    assert ',"2.16.02",' in table
    assert ",1500000000," in table


def test_lists_of_who_was_there_go_along_filled_for_the_days_that_were_noted(full, tmp_path):
    stage = full.stage.stages()[0]
    day = stage.date_start
    full.attendance.mark(Place(day), CAME, full.people.people()[0].id)
    made = handed(full, tmp_path / "out", personal=True, prints=True, tables=False)
    names = {path.stem for path in made.folder.rglob("*.pdf")}
    assert [name for name in names if name.startswith("Daftar hadir")] == [f"Daftar hadir terisi {day}"]
    assert [name for name in names if name.startswith("Rekap kehadiran")] == [f"Rekap kehadiran {day}"]
    assert not [name for name in names if name.startswith(("Tanda terima", "Perubahan sejak"))]
    assert "Perubahan sejak tahap" in [item.title for item in made.left]


def test_a_text_that_looks_like_a_formula_stays_a_text(full, tmp_path):
    note(full, "=HYPERLINK(1)")
    made = handed(full, tmp_path / "out")
    table = next(made.folder.rglob("*Catatan.csv")).read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK(1)" in {row["Isi"] for row in parsed(table)}


def test_the_tables_say_what_the_file_says(full, tmp_path):
    made = handed(full, tmp_path / "out")
    table = next(made.folder.rglob("*Baris Renstra.csv")).read_text(encoding="utf-8-sig")
    rows = parsed(table)
    program = next(row for row in rows if row["Kode"] == "2.16.02")
    assert (program["Pagu (Rp) 2025"], program["Jenjang"]) == ("1500000000", "Program")
    assert program["Induk"] == "Layanan daring naik"


@pytest.mark.parametrize("ending", [".bimtek", ".csv", ".xlsx", ".txt"])
def test_one_changed_byte_is_found(full, tmp_path, ending):
    made = handed(full, tmp_path / "out")
    path = next(item for item in sorted(made.folder.rglob(f"*{ending}")) if item.name != SUMS)
    path.chmod(0o600)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(bytes(raw))
    found = verify(made.folder)
    assert not found.is_sound
    assert found.changed == (path.relative_to(made.folder).as_posix(),)


def test_what_is_missing_and_what_was_added_is_told_apart(full, tmp_path):
    made = handed(full, tmp_path / "out")
    gone = next(made.folder.rglob("*Baris Renstra.csv"))
    gone.unlink()
    (made.folder / "catatan saya.txt").write_text("x", encoding="utf-8")
    found = verify(made.folder)
    assert found.missing == (gone.relative_to(made.folder).as_posix(),)
    assert found.added == ("catatan saya.txt",)
    assert not found.is_sound


def test_a_bundle_whose_byte_flips_while_it_is_written_is_refused(full, tmp_path, monkeypatch):
    write_text = package._text

    def flipped(target, text, *, mark=False):
        write_text(target, text, mark=mark)
        if target.name == SUMS:
            path = next(target.parent.rglob("*.csv"))
            path.write_bytes(path.read_bytes().replace(b"ID", b"IE", 1))

    monkeypatch.setattr(package, "_text", flipped)
    with pytest.raises(DiskFault) as caught:
        handed(full, tmp_path / "out")
    assert caught.value.code == "package-broken"
    assert list((tmp_path / "out").iterdir()) == []


def test_another_folder_is_no_bundle(tmp_path):
    found = verify(tmp_path)
    assert not found.is_sound
    assert "bukan paket serah terima" in found.faults[0]


def test_whoever_cancels_leaves_nothing_behind(full, tmp_path):
    prepared = full.package.prepare(tmp_path / "out", PackageWish())
    # What personal data are still in never touches the medium that is handed over.
    assert list((tmp_path / "out").iterdir()) == []
    assert prepared.folder.parent == full.path.parent

    def stop(_name, done, _total):
        if done > 2:
            raise Stopped

    with pytest.raises(Stopped):
        write(prepared, stop)
    assert list((tmp_path / "out").iterdir()) == []
    assert not prepared.folder.exists()


def test_the_second_bundle_of_a_day_stands_beside_the_first(full, tmp_path):
    first, second = handed(full, tmp_path / "out"), handed(full, tmp_path / "out")
    assert first.folder != second.folder
    assert verify(first.folder).is_sound


def test_a_folder_that_takes_nothing_is_told(full, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(DiskFault) as fault:
        full.package.prepare(tmp_path / "file" / "deep", PackageWish())
    assert fault.value.code == "folder-unusable"


def test_the_sums_are_those_that_other_programs_read(full, tmp_path):
    made = handed(full, tmp_path / "out")
    found = listed((made.folder / SUMS).read_text(encoding="utf-8"))
    assert made.verdict.files == len(found)
    for broken in ("", "kacau", "\n".join((made.folder / SUMS).read_text("utf-8").split("\n")[1:])):
        with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong with it, it is no whole list
            listed(broken)


def test_a_list_that_was_cut_off_makes_no_whole_bundle(full, tmp_path):
    made = handed(full, tmp_path / "out")
    told = (made.folder / SUMS).read_text("utf-8")
    for short in ("", "".join(told.splitlines(keepends=True)[:3])):
        (made.folder / SUMS).write_text(short, "utf-8")
        assert not verify(made.folder).is_sound


def test_a_bundle_for_another_disk_is_copied_and_verified_there(full, tmp_path, monkeypatch):
    renamed = package.rename

    def elsewhere(source, target):
        if source.parent != target.parent:
            raise OSError(18, "Invalid cross-device link")
        renamed(source, target)

    monkeypatch.setattr(package, "rename", elsewhere)
    made = handed(full, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == [made.folder]
    assert verify(made.folder).is_sound


@pytest.mark.parametrize(
    ("room", "writable", "code"), [(0, True, "package-full"), (1 << 30, False, "package-lost")]
)
def test_a_disk_that_takes_no_more_is_told_and_nothing_is_left_behind(
    full, tmp_path, monkeypatch, room, writable, code
):
    prepared = full.package.prepare(tmp_path / "out", PackageWish(prints=False, words=False))

    def refused(target, _content):
        raise OSError(28 if writable else 5, "x", str(target))

    monkeypatch.setattr(package, "_bytes", refused)
    monkeypatch.setattr(package.shutil, "disk_usage", lambda _folder: SimpleNamespace(free=room))
    monkeypatch.setattr(package, "can_write", lambda _folder: writable)
    with pytest.raises(DiskFault) as caught:
        write(prepared, silent)
    assert caught.value.code == code
    assert caught.value.values["name"] == "out"
    assert list((tmp_path / "out").iterdir()) == []
    assert not prepared.folder.exists()


def test_a_file_that_somebody_added_is_named_and_what_systems_leave_is_not(full, tmp_path):
    made = handed(full, tmp_path / "out")
    (made.folder / words.TABLES / "Thumbs.db").write_bytes(b"x")
    assert verify(made.folder).added == ()
    (made.folder / "catatan saya.txt").write_text("x", encoding="utf-8")
    found = verify(made.folder)
    told = words.found_words("Paket", found)
    assert "Bukan dari paket: catatan saya.txt." in told
    assert not found.is_untouched
    next(made.folder.rglob("*Tahap.csv")).unlink()
    told = words.found_words("Paket", verify(made.folder))
    assert "Bukan dari paket: catatan saya.txt." in told
    assert "TIDAK utuh" in told


@pytest.mark.parametrize("ending", [".xlsx", ".bimtek", ".csv"])
def test_a_file_that_was_cut_off_is_found(full, tmp_path, ending):
    made = handed(full, tmp_path / "out")
    path = next(made.folder.rglob(f"*{ending}"))
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-20])
    assert verify(made.folder).changed == (path.relative_to(made.folder).as_posix(),)


def test_what_a_pulled_out_medium_kept_of_a_bundle_goes_with_the_next_one(full, tmp_path):
    out = tmp_path / "out"
    now = full._store.clock().timestamp()
    for name, inside, age in (("old", words.DATABASE, 2), ("young", words.DATABASE, 0), ("other", "Foto", 2)):
        folder = out / f".tmp-{name}"
        (folder / inside).mkdir(parents=True)
        os.utime(folder, (now - age * 86_400, now - age * 86_400))
    handed(full, out)
    assert {path.name for path in out.glob(".tmp-*")} == {".tmp-young", ".tmp-other"}


def test_books_of_one_name_stand_beside_each_other_and_one_without_number_begins_with_its_title(
    full, tmp_path
):
    for told in ("Naskah satu.", "Naskah dua."):
        book, _ = full.book.add_book("Lampiran teknis")
        chapter, _ = full.book.add_chapter(book, "Isi")
        full.book.update(chapter, "text", told)
    made = handed(full, tmp_path / "out")
    found = sorted(path.name for path in made.folder.rglob("Lampiran teknis*.txt"))
    assert found == ["Lampiran teknis (2).txt", "Lampiran teknis.txt"]
    texts = [next(made.folder.rglob(name)).read_text(encoding="utf-8-sig") for name in found]
    assert {text.split()[-1] for text in texts} == {"satu.", "dua."}
    assert all(text.startswith("Lampiran teknis\n") for text in texts)


def test_photos_of_two_sessions_of_one_title_all_go_along(full, tmp_path):
    stage = full.stage.stages()[0].id
    photos = (b"\xff\xd8\xff one", b"\xff\xd8\xff two")
    for content in photos:
        session, _ = full.session.start(NewSession(stage, "Kerja kelompok"))
        full.photo.add(session, [NewPhoto(content)])
        full.session.end(session)
    made = handed(full, tmp_path / "out", personal=True)
    assert {path.read_bytes() for path in made.folder.rglob("*Kerja kelompok*.jpg")} == set(photos)


def test_a_file_on_a_medium_that_takes_nothing_is_handed_over_too(full, tmp_path, monkeypatch):
    own = full._workspace.path.parent
    can_write = package.can_write
    monkeypatch.setattr(package, "can_write", lambda folder: folder != own and can_write(folder))
    monkeypatch.setattr(package.tempfile, "gettempdir", lambda: str(tmp_path / "sementara"))
    prepared = full.package.prepare(tmp_path / "out", PackageWish(prints=False, words=False))
    assert prepared.folder.parent == tmp_path / "sementara"
    assert write(prepared, silent).verdict.is_sound
    assert not list((tmp_path / "sementara").iterdir()), "nothing with names is left on this laptop"
