"""Safety copies are made by what changed, not by what the clock of the laptop says."""

from smartcity_desktop.desk import open_desk
from smartcity_desktop.services import safety


def test_a_clock_that_is_set_back_stops_no_safety_copy(desk, ticking):
    first = desk.safety.make()
    ticking.forward(days=-365)
    assert desk.safety.make_if_due() is None, "nothing was changed since"
    desk.note.write(desk.note.new_id(), "Setelah jam mundur")
    assert desk.safety.make_if_due().notes == 1
    desk.note.write(desk.note.new_id(), "Sebelum ditutup")
    assert desk.safety.make_if_due() is None, "the last copy is of just now"
    last = desk.safety.make_if_changed()
    assert last.notes == 2
    assert desk.safety.make_if_changed() is None
    listed = safety.listing(desk.safety.folder)
    assert len(listed) == 3
    assert (listed[0], listed[1]) == (first, last), "in the order of the moments that are shown"


def test_a_file_opened_anew_with_the_clock_set_back_is_copied_too(desk, ticking, tmp_path):
    path = safety.restore(desk.safety.make(), tmp_path / "lagi.bimtek")
    ticking.forward(days=-365)
    with open_desk(path, clock=ticking, profile=tmp_path / "p") as again:
        assert again.safety.make_if_changed() is None
        again.note.write(again.note.new_id(), "Setelah jam mundur")
        assert again.safety.make_if_due().notes == 1
