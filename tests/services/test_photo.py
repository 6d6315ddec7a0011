"""Photos of a session: kept once, in order, with captions; taken out and brought back."""

import pytest

from smartcity_desktop.domain.edit import Set
from smartcity_desktop.domain.photo import MOST_BYTES, NewPhoto
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.services import photo as door
from smartcity_desktop.services.session import NewSession
from smartcity_desktop.storage import attachment
from tests.exchange import photos
from tests.exchange.photos import put


def new(name, shade, taken=""):
    return NewPhoto(photos.jpeg(80, 60, 20 * shade), name, taken)


@pytest.fixture
def session(desk):
    return desk.session.start(NewSession(desk.workshop.stages()[1].id, "Kerja kelompok"))[0]


def names(desk, session):
    return [item.source_name for item in desk.photo.photos(session)]


def test_photos_stand_by_their_time_and_else_as_they_were_dropped(desk, session):
    midday, morning = "2026-08-04T12:00:00", "2026-08-04T08:00:00"
    came = [new("b", 1), new("siang", 2, midday), new("a", 3), new("pagi", 4, morning)]
    added, changes = desk.photo.add(session, came)
    assert (added.count, added.known, changes.label) == (4, (), "tambah 4 foto")
    assert changes.kinds == {"photo"}
    assert names(desk, session) == ["pagi", "siang", "b", "a"]
    found = desk.photo.photos(session)
    assert [item.made_at for item in found] == [f"{morning}+08:00", f"{midday}+08:00", "", ""]
    assert desk.photo.content(found[2].picture) == came[0].content


def test_later_photos_follow_those_that_stand(desk, session):
    desk.photo.add(session, [new("a", 1, "2026-08-04T12:00:00")])
    desk.photo.add(session, [new("b", 2, "2026-08-04T08:00:00")])
    assert names(desk, session) == ["a", "b"]


def test_a_camera_that_knows_its_zone_is_believed(desk, session):
    desk.photo.add(session, [new("a", 1, "2026-08-04T08:00:00+07:00")])
    assert desk.photo.photos(session)[0].made_at == "2026-08-04T09:00:00+08:00"


def test_the_same_photo_twice_is_kept_once_and_said(desk, session):
    added, _ = desk.photo.add(session, [new("a", 1), new("salinan a", 1), new("b", 2)])
    assert (added.count, added.known) == (2, ("salinan a",))
    added, changes = desk.photo.add(session, [new("a lagi", 1)])
    assert (added.count, added.known, bool(changes)) == (0, ("a lagi",), False)
    assert names(desk, session) == ["a", "b"]


def test_another_session_may_have_the_same_photo(desk, session):
    desk.photo.add(session, [new("a", 1)])
    desk.session.end(session)
    second = desk.session.start(NewSession(desk.workshop.stages()[1].id, "Pleno"))[0]
    assert desk.photo.add(second, [new("a", 1)])[0].count == 1
    assert names(desk, second) == ["a"]


def test_a_photo_that_was_taken_out_may_come_in_again(desk, session):
    desk.photo.add(session, [new("a", 1)])
    desk.photo.remove(desk.photo.photos(session)[0].id)
    assert desk.photo.add(session, [new("a", 1)])[0].count == 1


def test_a_photo_whose_bytes_are_lost_stands_and_is_whole_again_when_it_is_dropped_once_more(desk, session):
    desk.photo.add(session, [new("a", 1)])
    picture = desk.photo.photos(session)[0].picture
    desk._store.db.conn.execute("DELETE FROM attachment")
    assert desk.photo.content(picture) is None
    assert names(desk, session) == ["a"]
    assert desk.photo.add(session, [new("a", 1)])[0].known == ("a",)
    assert desk.photo.content(picture) == new("a", 1).content


def test_undo_takes_a_whole_drop_back_and_redo_brings_it(desk, session):
    desk.photo.add(session, [new("a", 1), new("b", 2)])
    assert desk.undo().label == "tambah 2 foto"
    assert names(desk, session) == []
    desk.redo()
    assert names(desk, session) == ["a", "b"]


def test_a_photo_taken_out_comes_back_at_its_place_with_its_caption(desk, session):
    desk.photo.add(session, [new("a", 1), new("b", 2), new("c", 3)])
    row = desk.photo.photos(session)[1].id
    desk.photo.caption(row, "Diskusi meja 3")
    assert desk.photo.remove(row).label == "hapus foto"
    assert names(desk, session) == ["a", "c"]
    assert desk.photo.get(row) is None
    desk.undo()
    assert names(desk, session) == ["a", "b", "c"]
    assert desk.photo.get(row).caption == "Diskusi meja 3"


def test_a_caption_is_one_act_however_it_was_typed_and_is_found(desk, session):
    desk.photo.add(session, [new("a", 1)])
    row = desk.photo.photos(session)[0].id
    for text in ("D", "Disk", "Diskusi Jum'at"):
        desk.photo.caption(row, text)
    assert [(item.ent, item.row) for item in desk.search.find("jum'at")] == [("photo", row)]
    desk.undo()
    assert desk.photo.get(row).caption == ""


def test_a_photo_moves_by_places_and_never_over_an_end(desk, session):
    desk.photo.add(session, [new(name, shade) for shade, name in enumerate("abcd")])
    rows = {item.source_name: item.id for item in desk.photo.photos(session)}
    for name, steps, wanted in (
        ("d", -1, "abdc"),
        ("a", 2, "bdac"),
        ("b", -1, "bdac"),
        ("c", -9, "cbda"),
        ("c", 9, "bdac"),
        ("d", 0, "bdac"),
    ):
        desk.photo.move(rows[name], steps)
        assert "".join(names(desk, session)) == wanted
    assert desk.photo.move(rows["b"], -1) == desk.photo.move(rows["c"], 1)
    assert not desk.photo.move(desk._store.ids.new(), 1)


def test_photos_of_two_laptops_on_the_same_place_can_be_moved(desk, session):
    desk.photo.add(session, [new(name, shade) for shade, name in enumerate("abc")])
    rows = {item.source_name: item.id for item in desk.photo.photos(session)}
    desk._store.write([Set("photo", row, "pos", "V") for row in rows.values()], "uji")
    first = names(desk, session)
    desk.photo.move(rows[first[2]], -2)
    assert names(desk, session) == [first[2], first[0], first[1]]


def test_photos_for_a_session_that_is_gone_are_not_kept(desk, session):
    desk.undo()
    with pytest.raises(UserFault, match="photo-session-gone"):
        desk.photo.add(session, [new("a", 1)])
    assert attachment.hashes(desk._store.db) == frozenset()


def test_a_full_disk_is_said_in_the_words_of_photos(desk, session, monkeypatch):
    def full(*_given):
        raise DiskFault("disk-full")

    monkeypatch.setattr(attachment, "put", full)
    with pytest.raises(DiskFault, match="photo-not-saved"):
        desk.photo.add(session, [new("a", 1)])
    assert names(desk, session) == []


def test_the_doors_lead_to_the_child_and_back(tmp_path):
    folder = tmp_path / "foto"
    folder.mkdir()
    put(folder, "a.jpg", photos.talkative())
    (path,) = door.files_of([folder])
    found = door.read(path)
    assert len(found.content) <= MOST_BYTES
    assert door.read_pasted(photos.talkative_png()).content
    assert door.raster(found.content, 64, 64).width == 64


def test_the_report_of_a_session_gathers_its_photos_as_values(desk, session):
    desk.photo.add(session, [new("a", 1), new("b", 2)])
    first, second = desk.photo.photos(session)
    desk.photo.caption(first.id, "Diskusi meja 3")
    desk._store.db.conn.execute("DELETE FROM attachment WHERE sha256 = ?", (second.picture,))
    found = desk.report.gather("laporan-sesi", session=session).session.photos
    assert [(item.caption, item.picture) for item in found] == [
        ("Diskusi meja 3", new("a", 1).content),
        ("", None),
    ]
    assert desk.report.gather("laporan-sesi", session=session, paper="A4").session.photos == found
