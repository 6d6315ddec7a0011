from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from smartcity_desktop.domain.wording import long_date, short_date
from ui.widgets.button import Button, LetterButton, RailButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.date_edit import DateEdit, TimeEdit, parse_day, parse_time
from ui.widgets.fields_form import LINE, TEXT, FieldsForm, FieldSpec
from ui.widgets.finder import Choice, Finder, SearchBox
from ui.widgets.label import LIMIT, ElidedLabel, Label, tip
from ui.widgets.message_bar import MessageBar, Toast
from ui.widgets.pill import Chip, Pill
from ui.widgets.progress import Progress
from ui.widgets.region_picker import RegionPicker
from ui.widgets.stage_switch import StageSwitch

pytestmark = pytest.mark.usefixtures("dressed")

REGIONS = [
    Choice("7405", "Kabupaten Konawe Selatan", "Sulawesi Tenggara"),
    Choice("7403", "Kabupaten Konawe", "Sulawesi Tenggara"),
    Choice("7271", "Kota Palu", "Sulawesi Tengah"),
]
HOSTILE = '<img src="//jahat/x.png"><b>Jum\'at & <script>'


def find(text, give):
    words = text.casefold().split()
    give([item for item in REGIONS if all(word in item.words.casefold() for word in words)])


@pytest.fixture
def every(qtbot):
    """One of each widget, with words that look like markup."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    bar = MessageBar()
    bar.tell(HOSTILE, "warning", "Coba lagi", lambda: None)
    progress = Progress()
    progress.begin(HOSTILE)
    made = [
        Label(HOSTILE, name="label"),
        ElidedLabel(HOSTILE, name="elided"),
        Pill(HOSTILE),
        Pill.of_status("sedang"),
        Chip("GOV", HOSTILE, "#1f5fa8"),
        Card(HOSTILE, name="card"),
        EmptyState(HOSTILE, HOSTILE, ("Tambah", "Tempel"), name="empty"),
        bar,
        SearchBox("Cari", "search"),
        StageSwitch(),
        RailButton("OPD", "opd", "opd", "Alt+2"),
        Button("Simpan", "save", "primary"),
        RegionPicker(find),
        DateEdit("day", "Tanggal", 2023),
        TimeEdit("time", "Jam"),
        progress,
    ]
    for widget in made:
        column.addWidget(widget)
    Toast(window).tell(HOSTILE)
    window.show()
    return window


def test_no_label_takes_text_for_markup(every):
    labels = every.findChildren(QLabel)
    assert len(labels) > 9
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_no_tooltip_takes_text_for_markup(every):
    tips = [widget.toolTip() for widget in every.findChildren(QWidget) if widget.toolTip()]
    assert tips
    assert not any("<img" in text or "<script" in text for text in tips)


def test_every_widget_that_takes_the_focus_has_a_name_for_tests_and_for_screen_readers(every):
    nameless = [
        widget
        for widget in every.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.objectName() and widget.accessibleName())
    ]
    assert nameless == []


def test_a_label_does_not_lay_out_a_megabyte():
    label = Label("a" * 1_000_000)
    assert len(label.text()) == LIMIT + 1
    assert label.text().endswith("…")


def test_an_elided_label_tells_the_rest_in_its_tooltip(qtbot):
    label = ElidedLabel("Dinas Komunikasi, Informatika, Statistik & Persandian")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert "Statistik &amp; Persandian" in label.toolTip()
    label.resize(900, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_tooltip_shows_what_was_typed():
    label = Label()
    tip(label, "<5 juta")
    assert label.toolTip() == "<qt>&lt;5 juta</qt>"
    tip(label, "")
    assert label.toolTip() == ""


def test_a_dimension_always_shows_its_code_whatever_its_colour():
    for ground in ("#1f5fa8", "", "bukan warna", "#ffffff"):
        chip = Chip("ENV", "Lingkungan", ground)
        assert chip.text() == "ENV"
        assert chip.accessibleName() == "ENV Lingkungan"


def test_a_hidden_message_bar_follows_nothing_and_finds_its_place_when_it_speaks(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1200, 400)
    strip = QWidget(page)
    bar = MessageBar(parent=page)
    bar.lie_over(strip, ())
    page.show()
    before = bar.geometry()
    strip.setGeometry(0, 100, 1200, 40)
    assert bar.geometry() == before
    bar.tell("Tersimpan.")
    assert strip.geometry().contains(bar.geometry())
    strip.setGeometry(0, 200, 1200, 40)
    assert strip.geometry().contains(bar.geometry())


def test_what_follows_on_the_strip_is_covered_from_its_first_letter_on(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1200, 400)
    strip = QWidget(page)
    strip.setGeometry(0, 100, 1200, 40)
    row = QHBoxLayout(strip)
    row.setSpacing(8)
    kept, covered = QLabel("Tersimpan", strip), QLabel("Salinan pengaman", strip)
    row.addWidget(kept)
    row.addWidget(covered)
    row.addStretch(1)
    bar = MessageBar(parent=page)
    bar.lie_over(strip, (kept,))
    with qtbot.waitExposed(page):
        page.show()
    bar.tell("Tersimpan.")
    assert kept.geometry().right() < bar.x() <= covered.x()


def test_the_message_bar_runs_its_action_once_and_goes_away(qtbot):
    bar, ran = MessageBar(), []
    qtbot.addWidget(bar)
    bar.tell("Baris dihapus.", "warning", "Urungkan", lambda: ran.append(1))
    assert bar.isVisibleTo(bar.parentWidget())
    qtbot.mouseClick(bar.action, Qt.MouseButton.LeftButton)
    assert ran == [1]
    assert bar.isHidden()


def test_a_warning_stays_and_a_piece_of_news_passes(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.tell("Tersambung.", "info")
    assert bar._timer.isActive()
    bar.tell("Ruang disk penuh.", "error")
    assert not bar._timer.isActive()


def test_an_offer_stays_until_it_is_withdrawn_and_only_while_it_is_the_one_that_stands(qtbot):
    bar, ran = MessageBar(), []
    qtbot.addWidget(bar)
    bar.show()
    bar.offer("Membaca L1.xlsx …", "Batal", lambda: ran.append(1))
    assert not bar._timer.isActive()
    assert bar.action.text() == "Batal"
    bar.withdraw("Membaca L5.xlsx …")
    assert bar.isVisible()
    bar.withdraw("Membaca L1.xlsx …")
    assert bar.isHidden()
    assert ran == []


def test_a_toast_takes_no_focus(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toast(window)
    toast.tell("Tersalin")
    assert toast.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert toast._timer.isActive()


def test_the_stage_switch_tells_only_what_a_person_chose(qtbot):
    switch, told = StageSwitch(), []
    qtbot.addWidget(switch)
    switch.chosen.connect(told.append)
    switch.choose(3)
    assert (switch.number, told) == (3, [])
    switch.show()
    qtbot.keyClick(switch, Qt.Key.Key_Right)
    assert (switch.number, told) == (4, [4])
    qtbot.keyClick(switch, Qt.Key.Key_Right)
    assert (switch.number, told) == (4, [4])


def test_the_stage_switch_keeps_its_width_beside_long_names(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    row = QHBoxLayout(ground)
    switch = StageSwitch()
    row.addWidget(switch)
    for _name in range(2):
        row.addWidget(ElidedLabel("Kerja kelompok 2: kesiapan dan kesenjangan layanan publik di daerah"))
    ground.resize(320, 40)
    ground.show()
    assert switch.width() >= switch.sizeHint().width()


def test_the_stage_switch_has_a_button_for_each_stage_and_leaves_one_that_went(qtbot):
    switch, told = StageSwitch(), []
    qtbot.addWidget(switch)
    switch.chosen.connect(told.append)
    switch.offer([1, 2, 3, 4, 5])
    switch.choose(5)
    assert (switch.number, told, switch.has(5)) == (5, [], True)
    switch.offer([1, 3])
    assert (switch.number, told, switch.has(4)) == (3, [3], False)
    switch.show()
    qtbot.keyClick(switch, Qt.Key.Key_Left)
    assert (switch.number, told) == (1, [3, 1])
    switch.offer([])
    assert switch.has(3)


def test_a_region_is_picked_by_a_few_letters_and_enter(qtbot):
    picker, told = RegionPicker(find), []
    qtbot.addWidget(picker)
    picker.picked.connect(told.append)
    picker.show()
    qtbot.keyClicks(picker.box, "kon sel")
    qtbot.keyClick(picker.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == ["7405"])
    assert picker.code == "7405"
    assert picker.box.text() == "Kabupaten Konawe Selatan"
    assert picker.list.isHidden()


def test_the_arrow_keys_choose_among_regions(qtbot):
    picker = RegionPicker(find)
    qtbot.addWidget(picker)
    picker.show()
    qtbot.keyClicks(picker.box, "kon")
    qtbot.waitUntil(picker.list.isVisible)
    qtbot.keyClick(picker.box, Qt.Key.Key_Down)
    qtbot.keyClick(picker.box, Qt.Key.Key_Return)
    assert picker.code == "7403"


def test_changing_the_text_after_picking_unpicks(qtbot):
    picker, told = RegionPicker(find), []
    qtbot.addWidget(picker)
    picker.show()
    picker.take(REGIONS[0])
    picker.picked.connect(told.append)
    qtbot.keyClick(picker.box, Qt.Key.Key_Backspace)
    assert told == [""]
    assert picker.code == ""


def test_a_late_answer_to_older_letters_is_not_shown(qtbot):
    gives = {}
    finder = Finder(gives.__setitem__, "Cari", "finder")
    qtbot.addWidget(finder)
    finder.search("a")
    finder.search("ab")
    gives["ab"]([Choice("2", "baru")])
    gives["a"]([Choice("1", "lama")])
    assert [choice.words for choice in finder.choices()] == ["baru"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31-7-2023", date(2023, 7, 31)),
        ("31/7/23", date(2023, 7, 31)),
        ("31 7", date(2025, 7, 31)),
        ("31 Juli 2023", date(2023, 7, 31)),
        ("31 jul", date(2025, 7, 31)),
        ("Senin, 31 Juli 2023", date(2023, 7, 31)),
        ("12 agt 2026", date(2026, 8, 12)),
        ("1 Nopember 2026", date(2026, 11, 1)),
        ("2023-07-31", date(2023, 7, 31)),
        ("31-2-2023", None),
        ("besok", None),
        ("5 xyz", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text, day):
    assert parse_day(text, 2025) == day


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_what_we_write_for_a_day_we_read_again(day):
    assert parse_day(long_date(day), 2000) == day
    assert parse_day(long_date(day, weekday=False), 2000) == day
    assert parse_day(short_date(day), 2000) == day


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_days_and_times(text):
    assert parse_day(text, 2025) is None or parse_day(text, 2025).year
    assert parse_time(text) is None or len(parse_time(text)) == 5


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9", "09:00"),
        ("0915", "09:15"),
        ("9.15", "09:15"),
        ("09:15", "09:15"),
        ("24.00", None),
        ("9.75", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text, time):
    assert parse_time(text) == time


def test_a_day_can_be_typed_moved_emptied_and_marked_when_unreadable(qtbot):
    edit, told = DateEdit("day", "Tanggal", 2023), []
    qtbot.addWidget(edit)
    edit.changed.connect(told.append)
    edit.show()
    qtbot.keyClicks(edit, "31/7")
    assert told[-1] == "2023-07-31"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "31 Juli 2023"
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert (edit.text(), told[-1]) == ("1 Agustus 2023", "2023-08-01")
    edit.selectAll()
    qtbot.keyClicks(edit, "kapan")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.is_wrong
    assert edit.property("wrong") == "true"
    assert edit.text() == "kapan"
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert (edit.value, told[-1]) == ("", "")
    assert not edit.is_wrong


def test_long_work_can_be_stopped_once(qtbot):
    progress, told = Progress(), []
    qtbot.addWidget(progress)
    progress.cancelled.connect(lambda: told.append(1))
    progress.begin("Membaca berkas")
    progress.step(3, 10, "Membaca lembar 3")
    assert progress.bar.value() == 3
    assert progress.words.text() == "Membaca lembar 3"
    qtbot.mouseClick(progress.stop, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(progress.stop, Qt.MouseButton.LeftButton)
    assert told == [1]


def test_an_empty_place_offers_its_ways(qtbot):
    empty, told = EmptyState("Belum ada OPD", "Tambah.", ("Dari daftar", "Tempel"), name="opd-empty"), []
    qtbot.addWidget(empty)
    empty.first.connect(lambda: told.append("first"))
    empty.second.connect(lambda: told.append("second"))
    for button in empty.buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["first", "second"]


def test_a_sentence_that_stays_waits_for_somebody_to_close_it(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.tell("Sebentar saja", "good")
    assert bar._timer.isActive()
    bar.tell("Program terhenti sekitar 10.42.", "good", stays=True)
    assert not bar._timer.isActive()
    assert not bar.isHidden()
    bar.away.click()
    assert bar.isHidden()


def test_an_ampersand_in_the_words_of_a_button_is_a_letter_and_no_key(dressed):
    assert dressed
    button = Button("Ganti set pilar & elemen", "plain")
    assert button.shortcut().isEmpty()
    assert button.text() == "Ganti set pilar && elemen", "so Qt shows one"
    assert button.accessibleName() == "Ganti set pilar & elemen"
    rail = RailButton("Pilar & Elemen", "opd", "x", "Alt+2")
    assert rail.shortcut().isEmpty()
    assert rail.text().strip() == "Pilar && Elemen"
    keyed = LetterButton("B&uka berkas", "keyed")
    assert keyed.shortcut() == QKeySequence("Alt+U")
    assert keyed.accessibleName() == "Buka berkas"
    for made in (button, rail, keyed):
        made.deleteLater()


@pytest.mark.parametrize("make", ["text", "line"])
def test_what_is_read_again_while_somebody_types_moves_neither_the_cursor_nor_a_blank(qtbot, make):
    form = FieldsForm("try", (FieldSpec("note", "Catatan", TEXT if make == "text" else LINE),))
    qtbot.addWidget(form)
    form.show()
    field = form.fields["note"]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "abc ")
    # What was stored has no blank at its end; it is shown again a moment later.
    form.show_values({"note": "abc"}, lambda _name: False)
    qtbot.keyClicks(field, "d")
    told = field.toPlainText() if make == "text" else field.text()
    assert told == "abc d"
    form.show_values({"note": "another text"}, lambda _name: False)
    qtbot.keyClicks(field, "!")
    told = field.toPlainText() if make == "text" else field.text()
    assert told == "anoth!er text"
