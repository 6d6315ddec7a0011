"""What follows a masterplan, on a real file: the ready-made list, owners, days, what is late."""

from datetime import date

from smartcity_desktop.domain import duty
from smartcity_desktop.domain.opd import OpdRow


def texts(desk):
    return [item.text for item in desk.duty.board().items]


def test_the_ready_made_list_names_the_regulation_of_the_region_and_every_year_that_is_left(desk):
    count, changes = desk.duty.fill()
    board = desk.duty.board()
    assert changes
    assert count == len(board.items) == 4 + 3 + 3 * 4 + 1
    regulation = "Menetapkan Peraturan Bupati (Perbup) tentang Masterplan Smart City"
    assert regulation in texts(desk)
    budgets = [(item.year, item.due) for item in board.items if item.kind == "anggaran"]
    assert budgets == [(2027, "2026-11-30"), (2028, "2027-11-30"), (2029, "2028-11-30")]
    assert [item.year for item in board.items if item.code.startswith("rapat-dewan")] == [
        2026,
        2027,
        2028,
        2029,
    ]
    assert board.ready == 0
    assert desk.duty.fill()[0] == 0, "twice is once"


def test_a_city_has_its_own_regulation_and_years_stop_at_ten():
    made = duty.ready_made("kota", 2026, 2045, 2026)
    assert made[0].text == "Menetapkan Peraturan Wali Kota (Perwal) tentang Masterplan Smart City"
    assert max(item.year for item in made if item.year) == 2035


def test_what_was_removed_does_not_come_back_with_the_list_but_with_undo(desk):
    desk.duty.fill()
    row = next(item.id for item in desk.duty.board().items if item.code == "forum")
    desk.duty.remove([row])
    assert desk.duty.fill()[0] == 0
    assert "Membentuk Forum Smart City" not in texts(desk)
    desk.undo()
    assert "Membentuk Forum Smart City" in texts(desk)


def test_an_own_line_is_changed_and_refuses_what_it_cannot_hold(desk):
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo")])
    row, _ = desk.duty.add("  Menyusun   SOP ")
    assert not desk.duty.add("  ")[1]
    agency = desk.opd.opds()[0].id
    for field, value in (
        ("opd", agency),
        ("due", "2026-08-20"),
        ("evidence", "SOP nomor 3"),
        ("text", ""),
        ("due", "besok"),
        ("state", "mungkin"),
        ("kind", "entah"),
    ):
        desk.duty.write(row, field, value)
    (item,) = desk.duty.board().items
    assert (item.text, item.opd, item.due, item.state, item.kind) == (
        "Menyusun SOP",
        agency,
        "2026-08-20",
        "",
        "lain",
    )
    assert item.evidence == "SOP nomor 3"


def test_late_soon_and_done_are_counted_in_a_sentence(desk, ticking):
    for text, due in (
        ("Lewat", "2026-08-01"),
        ("Segera", "2026-08-30"),
        ("Nanti", "2026-12-31"),
        ("Kapan", ""),
    ):
        row, _ = desk.duty.add(text)
        desk.duty.write(row, "due", due)
    board = desk.duty.board()
    assert [item.tone(board.today) for item in board.items] == ["late", "soon", "open", "open"]
    desk.duty.write(board.items[0].id, "state", "selesai")
    ticking.forward(days=60)
    assert desk.duty.board().told == (
        "4 tindak lanjut: 1 selesai, 1 lewat tenggat, 3 belum ada penanggung jawabnya."
    )


def test_the_first_page_tells_what_presses_and_where_it_is_settled(desk):
    def due():
        return [item for item in desk.workshop.standing().due if item[1].startswith("initiative")]

    assert due() == []
    for text, day in (
        ("Lewat", "2026-08-03"),
        ("Segera", "2026-08-04"),
        ("Nanti", "2026-09-04"),
        ("Kapan", ""),
    ):
        row, _ = desk.duty.add(text)
        desk.duty.write(row, "due", day)
    assert due() == [
        ("Tindak lanjut masterplan: 1 lewat tenggat, 1 jatuh tempo dalam 30 hari", "initiative:duty")
    ]
    for item in desk.duty.board().items:
        desk.duty.write(item.id, "state", "selesai")
    assert due() == []


def test_a_duty_is_due_on_its_day_and_late_after_it():
    item = duty.Duty(due="2026-08-20")
    assert item.tone(date(2026, 8, 20)) == duty.SOON
    assert item.tone(date(2026, 8, 21)) == duty.LATE
    assert item.tone(date(2026, 7, 20)) == duty.OPEN


def test_a_filling_that_was_undone_can_be_done_again(desk):
    count, _ = desk.duty.fill()
    before = [(item.code, item.text, item.due) for item in desk.duty.board().items]
    desk.undo()
    assert desk.duty.board().items == ()
    assert desk.duty.board().ready == count
    assert desk.duty.fill()[0] == count
    assert [(item.code, item.text, item.due) for item in desk.duty.board().items] == before
    gone = desk.duty.board().items[0]
    assert desk.duty.remove([gone.id])
    assert desk.duty.fill()[0] == 0, "what somebody deleted stays away"
    assert gone.id not in {item.id for item in desk.duty.board().items}


def test_what_comes_back_every_year_is_repeated_with_its_owner_and_day_but_not_done(desk):
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo")])
    desk.duty.fill()
    first = next(item for item in desk.duty.board().items if item.code == "rapat-dewan-2026")
    for field, value in (
        ("opd", desk.opd.opds()[0].id),
        ("who", "Sekretaris"),
        ("state", "selesai"),
        ("evidence", "Notula"),
    ):
        desk.duty.write(first.id, field, value)
    own, _ = desk.duty.add("Rapat Forum 2028 di kantor 20280")
    desk.duty.write(own, "due", "2028-02-29")
    before = len(desk.duty.board().items)
    made, changes = desk.duty.repeat([first.id, own, "tidak-ada"])
    assert changes
    again, forum = (next(item for item in desk.duty.board().items if item.id == row) for row in made)
    assert (again.text, again.year, again.due) == ("Rapat Dewan Smart City tahun 2027", 2027, "2027-12-31")
    assert (again.opd, again.who, again.kind) == (desk.opd.opds()[0].id, "Sekretaris", "rapat")
    assert (again.state, again.evidence, again.code) == ("", "", "")
    assert (forum.text, forum.due) == ("Rapat Forum 2029 di kantor 20280", "2029-02-28")
    desk.undo()
    assert len(desk.duty.board().items) == before
    assert not desk.duty.repeat([])[1]
