"""Tab Quick win of the masterplan: proposals beside empty fields, the strip of months by keys, partners."""

from PySide6.QtCore import Qt

from smartcity_desktop.domain.hall import PROGRESS
from tests.ui.masterplan import settle


def sheet(hall, row):
    return hall.ask(lambda: hall.desk.quickwin_sheet.sheets().item(row))


def test_without_a_quick_win_the_way_to_the_choice_is_offered(show, qtbot):
    screen = show("quickwin")
    gone = []
    screen.go.connect(lambda *where: gone.append(where))
    qtbot.mouseClick(screen.tab.empty.buttons[0], Qt.MouseButton.LeftButton)
    assert gone == [("analysis", "quickwin")]


def test_a_proposal_stands_below_an_empty_field_and_is_taken_by_its_button(show, hall, row, qtbot):
    screen = show("quickwin")
    side = screen.tab.side
    budget = side.texts["budget"]
    assert budget.text.toPlainText() == ""
    assert budget.told.text() == "Usulan dari nominasi: APBD"
    assert not side.texts["uniqueness"].offer.isVisible()
    qtbot.mouseClick(budget.take, Qt.MouseButton.LeftButton)
    settle(screen)
    assert budget.text.toPlainText() == "APBD"
    assert not budget.offer.isVisible()
    assert sheet(hall, row).texts == {"budget": "APBD"}
    assert screen.heard == ["Usulan dipakai"]


def test_what_is_typed_is_kept_and_list_warnings_and_share_follow(show, hall, row, qtbot):
    screen = show("quickwin")
    side = screen.tab.side
    assert "Indikator belum ada." in side.lacks.text()
    qtbot.keyClicks(side.texts["indicator"].text, "Antrean")
    side.progress.setFocus()
    side.progress.selectAll()
    qtbot.keyClicks(side.progress, "40")
    settle(screen)
    item = sheet(hall, row)
    assert (item.texts["indicator"], item.progress) == ("Antrean", 40)
    assert screen.tab.list.lines.lines[0].cells[4] == "40%"
    assert "Indikator belum ada." not in side.lacks.text()
    side.progress.setValue(-1)
    settle(screen)
    assert sheet(hall, row).progress is None
    assert screen.tab.list.lines.lines[0].cells[4] == "–"


def test_months_are_walked_and_turned_by_keys_and_written_where_they_stand(show, hall, row, qtbot):
    screen = show("quickwin")
    side = screen.tab.side
    side.strip.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Enter):
        qtbot.keyClick(side.strip, key)
    assert side.month_name.text() == "Bulan 3"
    assert side.plan.text.hasFocus()
    qtbot.keyClicks(side.plan.text, "Uji coba")
    side.strip.setFocus()
    qtbot.keyClick(side.strip, Qt.Key.Key_Space)
    settle(screen)
    qtbot.keyClick(side.strip, Qt.Key.Key_Space)
    qtbot.keyClicks(side.proof.text, "Foto")
    side.begins.setFocus()
    qtbot.keyClicks(side.begins, "20-8")
    settle(screen)
    item = sheet(hall, row)
    assert (item.months[2].plan, item.months[2].state, item.months[2].evidence) == (
        "Uji coba",
        "selesai",
        "Foto",
    )
    assert side.share.text() == "1 dari 1 bulan terencana selesai (100%)."
    assert side.month_name.text() == "Oktober 2026"
    assert side.strip.words(3) == "Oktober 2026: Selesai. Uji coba"
    assert side.strip.accessibleName().endswith("Selesai. Uji coba")
    qtbot.mouseClick(side.strip, Qt.MouseButton.LeftButton, pos=side.strip.cell(1).center())
    assert side.strip.month == 1
    assert side.plan.text.toPlainText() == ""


def test_partners_are_added_changed_and_removed(show, hall, row, qtbot):
    screen = show("quickwin")
    partners = screen.tab.side.partners
    qtbot.keyClicks(partners.name, "Bank daerah")
    qtbot.keyClick(partners.name, Qt.Key.Key_Return)
    settle(screen)
    (line,) = partners.lines
    qtbot.keyClicks(line.texts["form"], "perangkat")
    settle(screen)
    (partner,) = sheet(hall, row).partners
    assert (partner.name, partner.form) == ("Bank daerah", "perangkat")
    qtbot.mouseClick(line.remove, Qt.MouseButton.LeftButton)
    settle(screen)
    assert sheet(hall, row).partners == ()


def test_a_found_month_or_partner_leads_to_its_sheet(show, hall, row):
    hall.ask(lambda: hall.desk.quickwin_sheet.write_month(row, 4, "plan", "Uji coba"))
    hall.ask(lambda: hall.desk.quickwin_sheet.add_partner(row, "Bank"))
    (partner,), months = sheet(hall, row).partners, sheet(hall, row).months
    screen = show(f"quickwin:{months[3].id}")
    assert screen.tab.side.strip.month == 4
    screen.open_row(f"quickwin:{partner.id}")
    settle(screen)
    assert screen.tab.list.key == row


def test_step_kinds_prints_and_slide_are_asked_for(show, hall, row):
    screen = show("quickwin")
    side = screen.tab.side
    asked = []
    screen.print_asked.connect(lambda *what: asked.append(what))
    screen.slide_asked.connect(lambda *what: asked.append(what))
    side.step.setCurrentIndex(side.step.findData("implementasi"))
    side.step.activated.emit(side.step.currentIndex())
    side.kind.ticked.emit(("metode",))
    settle(screen)
    for command in screen.tab.commands():
        command.run()
    settle(screen)
    item = sheet(hall, row)
    assert (item.step, item.kinds) == ("implementasi", ("metode",))
    assert item.texts["budget"] == "APBD", "all proposals were taken"
    assert asked == [("lembar-quick-win", row), ("jadwal-quick-win", ""), (PROGRESS, "")]
