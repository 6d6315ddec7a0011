"""Data Bimtek on a real workshop file: fields save themselves, the kop shows itself."""

import io
import threading
from functools import partial

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from smartcity_desktop.domain.workshop import Signer
from tests.ui.frame import nameless
from tests.ui.test_home_screen import cut, double
from tests.ui.worksheets import Hall
from ui.screens.event import EventScreen
from ui.widgets.signer import grouped, nip_words

HOSTILE = "<b>Jum'at</b> & <script>"
NIP = "197805122002122004"


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock, opds=())
    yield made
    made.close()


@pytest.fixture
def screen(hall, context, qtbot, dressed):
    assert dressed
    made = EventScreen(hall.desk, context)
    qtbot.addWidget(made)
    made.resize(1156, 658)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_stage(2)
    made.arrive()
    settle(made)
    return made


def settle(screen):
    """Let everything that was asked be answered."""
    for _ in range(3):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def write(field, text):
    """Put other words into a field, by the keys."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def undo(screen, hall):
    screen.context.bus.publish(hall.ask(hall.desk.undo))
    screen.context.bus.deliver()
    screen.arrive()
    settle(screen)


def basis(hall):
    return [item.text for item in hall.ask(hall.desk.workshop.basis)]


def texts(screen):
    return [row.text.toPlainText() for row in screen.basis.rows.values()]


def png(colour="teal", kind="PNG"):
    kept = io.BytesIO()
    Image.new("RGB", (900, 1200), colour).save(kept, kind)
    return kept.getvalue()


def test_the_page_shows_what_the_workshop_was_made_with(screen):
    fields = {**screen.identity.fields, **screen.head.fields, **screen.guides.fields}
    assert fields["title"].toPlainText() == "Bimtek Konawe Selatan"
    assert (fields["year"].text(), fields["period_start"].text(), fields["period_end"].text()) == (
        "2026",
        "2025",
        "2029",
    )
    assert fields["kop_government"].text() == "PEMERINTAH KABUPATEN KONAWE SELATAN"
    assert screen.region.text().startswith("Kabupaten Konawe Selatan, Sulawesi Tenggara")


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("title", "Bimtek Tahap Dua", "Bimtek Tahap Dua"),
        ("agency", "Diskominfo Konsel", "Diskominfo Konsel"),
        ("year", "2027", 2027),
        ("period_end", "2030", 2030),
        ("city", "Andoolo", "Andoolo"),
        ("kop_agency", "DINAS KOMINFO", "DINAS KOMINFO"),
        ("ministry", "Kementerian Dalam Negeri", "Kementerian Dalam Negeri"),
        ("program", "Gerakan Kota Cerdas", "Gerakan Kota Cerdas"),
    ],
)
def test_every_field_saves_itself_as_one_act_while_it_is_typed(screen, hall, field, typed, stored):
    fields = {**screen.identity.fields, **screen.head.fields, **screen.guides.fields}
    write(fields[field], typed)
    settle(screen)
    assert getattr(hall.ask(hall.desk.workshop.get), field) == stored
    hall.ask(hall.desk.undo)
    assert getattr(hall.ask(hall.desk.workshop.get), field) != stored


def test_what_is_no_year_is_marked_and_not_stored(screen, hall):
    year = screen.identity.fields["year"]
    write(year, "20x7")
    year.editingFinished.emit()
    settle(screen)
    assert year.property("wrong") == "true"
    assert "2026" in year.toolTip()
    assert hall.ask(hall.desk.workshop.get).year == 2026


def test_typing_does_not_wait_for_the_file_and_is_not_overwritten_by_an_older_reading(screen, hall):
    title = screen.identity.fields["title"]
    release = threading.Event()
    screen.context.lane.hold(release)
    screen.changed(None)
    write(title, "Bimtek yang sedang diketik")
    release.set()
    screen.context.lane.drain(20)
    assert title.toPlainText() == "Bimtek yang sedang diketik"
    settle(screen)
    assert hall.ask(hall.desk.workshop.get).title == "Bimtek yang sedang diketik"


def test_undo_is_seen_in_the_field(screen, hall):
    write(screen.head.fields["kop_agency"], "DINAS KOMINFO")
    settle(screen)
    undo(screen, hall)
    assert screen.head.fields["kop_agency"].text() == "DINAS KOMUNIKASI DAN INFORMATIKA"
    assert "DINAS KOMUNIKASI DAN INFORMATIKA" in screen.letterhead.accessibleName()


def test_the_kop_follows_every_key(screen):
    before = screen.letterhead.grab().toImage()
    write(screen.head.fields["kop_agency"], "dinas kominfo")
    assert "DINAS KOMINFO" in screen.letterhead.accessibleName()
    assert screen.letterhead.grab().toImage() != before


def test_a_long_kop_takes_more_lines(screen):
    low = screen.letterhead.heightForWidth(400)
    write(screen.head.fields["kop_agency"], "DINAS KOMUNIKASI INFORMATIKA STATISTIK DAN PERSANDIAN " * 2)
    assert screen.letterhead.heightForWidth(400) > low


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_coat_of_arms_is_taken_shown_and_removed(screen, hall, tmp_path, heard, kind):
    screen.said.connect(heard.items.append)
    path = tmp_path / "lambang"
    path.write_bytes(png(kind=kind))
    screen.take_logo(path)
    settle(screen)
    assert screen.letterhead.has_logo
    assert Image.open(io.BytesIO(hall.ask(hall.desk.workshop.logo))).size == (450, 600)
    assert screen.choose.text() == "Ganti lambang …"
    screen.drop.click()
    settle(screen)
    assert not screen.letterhead.has_logo
    assert hall.ask(hall.desk.workshop.logo) is None
    assert heard.items == ["Lambang dihapus dari kop."]
    undo(screen, hall)
    assert screen.letterhead.has_logo


@pytest.mark.parametrize("raw", [b"", b"<svg/>", b"GIF89a"])
def test_what_is_no_picture_is_told_in_one_sentence(screen, hall, tmp_path, raw):
    path = tmp_path / "lambang.png"
    path.write_bytes(raw)
    screen.take_logo(path)
    settle(screen)
    assert "tidak bisa dibaca" in screen.bar.text.text()
    assert screen.choose.isEnabled()
    assert hall.ask(hall.desk.workshop.logo) is None


def test_a_picture_that_is_gone_is_told_too(screen, tmp_path):
    screen.take_logo(tmp_path / "tidak-ada.png")
    settle(screen)
    assert "tidak bisa dibaca" in screen.bar.text.text()


def test_the_paper_is_chosen_by_a_button(screen, hall):
    screen.papers.button(0).click()
    settle(screen)
    assert hall.ask(hall.desk.workshop.get).paper == "A4"


def test_dates_and_places_of_the_stages_are_kept(screen, hall):
    stage = hall.ask(hall.desk.workshop.stages)[1]
    write(screen.stages.starts[stage.id], "4 Agustus 2026")
    write(screen.stages.ends[stage.id], "5-8-2026")
    write(screen.stages.places[stage.id], "Aula Bappeda")
    settle(screen)
    kept = hall.ask(hall.desk.workshop.stages)[1]
    assert (kept.date_start, kept.date_end, kept.place) == ("2026-08-04", "2026-08-05", "Aula Bappeda")
    assert not screen.stages.warning.isVisible()


def test_a_stage_that_ends_before_it_begins_is_only_warned_of(screen, hall):
    stage = hall.ask(hall.desk.workshop.stages)[0]
    write(screen.stages.starts[stage.id], "8 Juli 2026")
    write(screen.stages.ends[stage.id], "7 Juli 2026")
    settle(screen)
    assert screen.stages.warning.text() == "Tahap I selesai sebelum mulai. Boleh dilanjutkan."
    assert hall.ask(hall.desk.workshop.stages)[0].date_end == "2026-07-07"


def test_the_next_basis_is_on_the_disk_before_enter_and_enter_opens_another(screen, hall):
    before = basis(hall)
    write(screen.basis.next, "Perda Nomor 1")
    settle(screen)
    assert basis(hall) == [*before, "Perda Nomor 1"]
    assert texts(screen) == before
    QTest.keyClick(screen.basis.next, Qt.Key.Key_Return)
    settle(screen)
    assert screen.basis.next.toPlainText() == ""
    QTest.keyClicks(screen.basis.next, "Perda Nomor 2")
    settle(screen)
    assert basis(hall) == [*before, "Perda Nomor 1", "Perda Nomor 2"]
    assert texts(screen) == [*before, "Perda Nomor 1"]


def test_leaving_the_next_basis_makes_it_a_row(screen, hall):
    before = basis(hall)
    write(screen.basis.next, "Perbup Nomor 7")
    screen.head.fields["kop_agency"].setFocus()
    settle(screen)
    assert texts(screen) == [*before, "Perbup Nomor 7"]
    assert screen.basis.next.toPlainText() == ""


def test_a_next_basis_that_was_given_up_leaves_nothing(screen, hall):
    before = basis(hall)
    write(screen.basis.next, "Per")
    settle(screen)
    screen.basis.next.selectAll()
    QTest.keyClick(screen.basis.next, Qt.Key.Key_Delete)
    settle(screen)
    screen.head.fields["kop_agency"].setFocus()
    settle(screen)
    assert texts(screen) == basis(hall) == before
    write(screen.basis.next, "Perda Nomor 3")
    QTest.keyClick(screen.basis.next, Qt.Key.Key_Return)
    settle(screen)
    assert texts(screen) == basis(hall) == [*before, "Perda Nomor 3"]


def test_a_basis_is_edited_where_it_stands_and_grows(screen, hall):
    row = next(iter(screen.basis.rows.values()))
    write(row.text, "Pendek")
    low = row.text.height()
    write(row.text, "Keputusan Bupati tentang Dewan Smart City " * 5)
    settle(screen)
    assert row.text.height() > low
    assert basis(hall)[0].startswith("Keputusan Bupati tentang")
    assert len(basis(hall)) == len(screen.basis.rows)


def test_a_deleted_basis_comes_back(screen, hall, heard):
    screen.said.connect(heard.items.append)
    before = basis(hall)
    list(screen.basis.rows.values())[1].delete.click()
    settle(screen)
    assert texts(screen) == basis(hall) == [before[0], *before[2:]]
    assert heard.items == ["Dasar dihapus."]
    assert [row.number.text() for row in screen.basis.rows.values()][:2] == ["1.", "2."]
    undo(screen, hall)
    assert texts(screen) == before


def test_deleting_what_is_just_typed_does_not_bring_it_back(screen, hall):
    before = basis(hall)
    row = next(iter(screen.basis.rows.values()))
    write(row.text, "Salah ketik")
    row.delete.click()
    settle(screen)
    assert basis(hall) == before[1:]


def test_up_to_three_signers_each_with_its_fields(screen, hall):
    for number in range(3):
        screen.signers.add.click()
        settle(screen)
        form = list(screen.signers.forms.values())[-1]
        write(form.position, f"Kepala Dinas {number}")
        write(form.name, "Dr. Ir. Hj. Sitti, M.Si.")
        write(form.rank, "Pembina (IV/a)")
        write(form.nip, NIP)
        settle(screen)
    assert not screen.signers.add.isVisible()
    found = hall.ask(hall.desk.workshop.signers)
    assert [(item.heading, item.position, nip) for item, nip in found] == [
        ("Mengetahui,", "Kepala Dinas 0", NIP),
        ("", "Kepala Dinas 1", NIP),
        ("", "Kepala Dinas 2", NIP),
    ]
    assert {(item.name, item.rank) for item, _ in found} == {("Dr. Ir. Hj. Sitti, M.Si.", "Pembina (IV/a)")}


def test_a_prefix_is_chosen_and_one_of_another_program_stays(screen, hall):
    row, _ = hall.ask(partial(hall.desk.workshop.add_signer, Signer(prefix="u.b.", position="Camat")))
    screen.arrive()
    settle(screen)
    form = screen.signers.forms[row]
    assert form.prefix.currentText() == "u.b."
    form.prefix.setFocus()
    form.prefix.setCurrentIndex(form.prefix.findData("Plt."))
    form.prefix.activated.emit(form.prefix.currentIndex())
    settle(screen)
    assert hall.ask(hall.desk.workshop.signers)[0][0].prefix == "Plt."


def test_a_nip_is_grouped_when_it_is_left_and_warned_of_softly(screen, hall):
    row, _ = hall.ask(partial(hall.desk.workshop.add_signer, Signer(position="Kadis")))
    screen.arrive()
    settle(screen)
    form = screen.signers.forms[row]
    write(form.nip, "1978051220")
    form.rank.setFocus()
    settle(screen)
    assert form.warning.text() == "NIP biasanya 18 angka, ini 10. Boleh dilanjutkan."
    assert hall.ask(hall.desk.workshop.signers)[0][1] == "1978051220"
    write(form.nip, NIP)
    form.rank.setFocus()
    settle(screen)
    assert form.nip.text() == "19780512 200212 2 004"
    assert not form.warning.isVisible()
    assert hall.ask(hall.desk.workshop.signers)[0][1] == NIP


@pytest.mark.parametrize(
    ("typed", "shown", "warned"),
    [
        ("", "", False),
        (NIP, "19780512 200212 2 004", False),
        ("19780512 200212 2 004", "19780512 200212 2 004", False),
        ("123", "123", True),
        ("tidak ada", "tidak ada", True),
    ],
)
def test_grouping_never_changes_what_is_no_nip(typed, shown, warned):
    assert grouped(typed) == shown
    assert bool(nip_words(typed)) == warned


def test_a_deleted_signer_comes_back_with_the_number(screen, hall, heard):
    screen.said.connect(heard.items.append)
    hall.ask(partial(hall.desk.workshop.add_signer, Signer(position="Kadis", name="Sitti"), NIP))
    screen.arrive()
    settle(screen)
    next(iter(screen.signers.forms.values())).delete.click()
    settle(screen)
    assert screen.signers.forms == {}
    assert hall.ask(hall.desk.workshop.signers) == []
    assert heard.items == ["Penanda tangan dihapus."]
    undo(screen, hall)
    form = next(iter(screen.signers.forms.values()))
    assert (form.name.toPlainText(), form.nip.text()) == ("Sitti", "19780512 200212 2 004")


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("kop", "event-kop-government"),
        ("basis", "basis-new"),
        ("signer", "signer-add"),
        ("stage", "stage-1-start"),
    ],
)
def test_every_part_of_the_page_can_be_reached_directly(screen, qtbot, part, name):
    screen.open_row(part)
    qtbot.wait(30)
    focused = screen.focusWidget()
    assert focused.objectName() == name
    assert (
        screen.area.viewport()
        .rect()
        .intersects(
            focused.rect().translated(focused.mapTo(screen.area.viewport(), focused.rect().topLeft()))
        )
    )


def test_the_ways_on_are_at_hand(screen, heard):
    screen.go.connect(lambda *said: heard.items.append(said))
    screen.home.click()
    screen.report.click()
    assert heard.items == [("home", ""), ("report", "")]
    assert len(screen.commands()) == 3


def test_what_is_typed_is_written_when_the_screen_is_left(screen, hall):
    write(screen.identity.fields["city"], "Andoolo")
    screen.leave()
    assert screen.context.lane.drain(20)
    assert hall.ask(hall.desk.workshop.get).city == "Andoolo"


def test_words_of_people_are_plain_text_and_everything_has_a_name(screen, hall):
    write(screen.head.fields["kop_agency"], HOSTILE)
    hall.ask(partial(hall.desk.workshop.add_signer, Signer(position=HOSTILE, name=HOSTILE), "1"))
    screen.arrive()
    settle(screen)
    assert {label.textFormat() for label in screen.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    tips = [item.toolTip() for item in screen.findChildren(QLineEdit)]
    assert not any("<script>" in tip for tip in tips)
    assert nameless(screen) == []


def test_doubled_words_are_not_cut(screen, hall, qtbot):
    hall.ask(partial(hall.desk.workshop.add_signer, Signer(position="Kadis"), "1"))
    screen.arrive()
    settle(screen)
    double(screen)
    qtbot.waitUntil(lambda: cut(screen) == [])
    assert screen.width() == 1156


def test_the_signers_stand_beside_the_long_basis_not_below_it(screen):
    left = screen.signers.mapTo(screen, screen.signers.rect().topLeft())
    right = screen.basis.mapTo(screen, screen.basis.rect().topLeft())
    assert left.x() < right.x()
    assert left.x() == screen.identity.mapTo(screen, screen.identity.rect().topLeft()).x()


def test_a_new_signer_is_in_sight_with_its_fields_and_tab_comes_to_deleting_last(screen, qtbot):
    for count in (1, 2, 3):
        screen.signers.add.click()
        settle(screen)
        form = list(screen.signers.forms.values())[-1]
        qtbot.waitUntil(lambda form=form: form.position.hasFocus())
        QTest.qWait(120)
        inside = screen.area.viewport().rect()
        for field in (form.heading, form.position):
            top = field.mapTo(screen.area.viewport(), field.rect().topLeft())
            bottom = field.mapTo(screen.area.viewport(), field.rect().bottomLeft())
            assert inside.contains(top), (count, field.objectName())
            assert inside.contains(bottom), (count, field.objectName())
    first, second, _third = screen.signers.forms.values()
    first.heading.setFocus()
    names = []
    while not second.heading.hasFocus():
        names.append(screen.focusWidget().objectName())
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    assert names[0] == "signer-heading"
    assert names[-2:] == ["signer-nip", "signer-delete"]
    assert len(names) == 7


def test_long_words_show_their_head_once_the_line_is_left(screen):
    screen.signers.add.click()
    settle(screen)
    form = next(iter(screen.signers.forms.values()))
    for line in (screen.identity.fields["agency"], form.rank, next(iter(screen.stages.places.values()))):
        write(line, "Pembina Utama Muda Golongan Ruang Empat C " * 3)
        assert line.cursorPosition() > 0
        screen.home.setFocus()
        assert line.cursorPosition() == 0, line.objectName()
    QTest.qWait(20)
    metrics = form.rank.fontMetrics()
    assert form.rank.width() > metrics.horizontalAdvance("Pembina Utama Muda (IV/c)") + 20


def test_a_date_has_room_for_its_day_in_larger_letters(screen):
    date = next(iter(screen.stages.starts.values()))
    for size in (10, 16):
        screen.stages.setStyleSheet(f"QLineEdit {{ font-size: {size}pt; }}")
        QTest.qWait(10)
        assert date.width() > date.fontMetrics().horizontalAdvance("30 September 2026") + 16


def test_a_basis_with_words_in_square_brackets_is_softly_marked_until_they_are_filled_in(screen, hall):
    row = next(iter(screen.basis.rows.values()))
    assert not row.mark.isVisible()
    write(row.text, "Keputusan Wali Kota Nomor [nomor] Tahun 2026")
    assert row.mark.isVisible()
    assert row.mark.text() == "belum lengkap: isi bagian dalam kurung siku"
    settle(screen)
    assert basis(hall)[0].startswith("Keputusan Wali Kota")
    write(row.text, "Keputusan Wali Kota Nomor 7 Tahun 2026 [")
    assert not row.mark.isVisible()
