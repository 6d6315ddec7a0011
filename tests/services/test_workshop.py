"""A new workshop stands whole after one act."""

import io

import pytest
from PIL import Image

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.workshop import NewWorkshop, Signer
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.workshop import coat_of_arms, find_region
from tests.services.conftest import plan


def test_a_new_workshop_speaks_the_words_of_its_region(desk):
    made = desk.workshop.get()
    assert (made.region_name, made.region_kind, made.zone) == (
        "Kabupaten Konawe Selatan",
        "kabupaten",
        "WITA",
    )
    assert made.kop_government == "PEMERINTAH KABUPATEN KONAWE SELATAN"
    assert [stage.number for stage in desk.workshop.stages()] == [1, 2, 3, 4]
    assert desk.workshop.stages()[1].date_start == "2026-08-04"
    assert [item.code for item in desk.workshop.dimensions()] == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert len(desk.workshop.subdimensions()) == 18
    assert any("Bupati" in item.text for item in desk.workshop.basis())
    assert not any("{" in item.text for item in desk.workshop.basis())
    assert desk.worksheet.find("L5").title == "Analisis Renstra"


def test_undo_never_takes_the_workshop_itself_away(desk):
    for _time in range(2):
        assert desk.undo_label() is None
        with pytest.raises(UserFault, match="nothing-to-undo"):
            desk.undo()
        assert len(desk.workshop.stages()) == 4
        desk.workshop.update("title", "Bimtek lain")
        assert desk.undo_label() == "ubah data Bimtek"
        desk.undo()
        assert desk.workshop.get().title == "Bimtek Konawe Selatan"


def test_undo_never_takes_the_sample_apart(desk):
    desk.sample.write_event()
    desk.sample.write_agencies()
    opd, path = desk.sample.plans()[0]
    desk.renstra.adopt(opd, plan(), path.read_bytes())
    desk.sample.write_agencies()
    assert desk.undo_label() is None
    with pytest.raises(UserFault, match="nothing-to-undo"):
        desk.undo()
    desk.note.write(desk.note.new_id(), "Catatan <b")
    desk.undo()
    assert desk.undo_label() is None
    assert desk.redo_label() == "tulis catatan"


@pytest.mark.parametrize("code", ["kominfo-6", "mobility-people", "balikpapan", "rpm-2026", "bontang-5"])
def test_every_dimension_set_of_the_shelf_can_be_chosen(tmp_path, code):
    from smartcity_desktop.services.workshop import dimension_sets

    chosen = {item.code: item for item in dimension_sets()}
    new = NewWorkshop("Uji", "74.05", 2026, 2025, 2029, code, "4-buku")
    with create_desk(tmp_path / "a.bimtek", new, profile=tmp_path) as desk:
        assert len(desk.workshop.dimensions()) == len(chosen[code].dimensions)


def test_an_unknown_region_leaves_no_file_behind(tmp_path):
    new = NewWorkshop("Uji", "99.99", 2026, 2025, 2029, "kominfo-6", "4-buku")
    with pytest.raises(UserFault, match="region-unknown"):
        create_desk(tmp_path / "a.bimtek", new, profile=tmp_path)
    assert not (tmp_path / "a.bimtek").exists()


def test_a_region_is_found_by_a_few_letters():
    assert find_region("kon sel")[0].full_name == "Kabupaten Konawe Selatan"


def test_signers_keep_their_number_apart_and_together_on_paper(desk):
    row, _ = desk.workshop.add_signer(
        Signer(position="Kepala Dinas", name="Hj. Sitti Rahmawati, S.Sos., M.Si.")
    )
    desk.workshop.update_signer(row, "nip", "19780512 200212 2 004")
    desk.workshop.update_signer(row, "prefix", "Plt.")
    signer, nip = desk.workshop.signers()[0]
    assert (signer.prefix, nip) == ("Plt.", "197805122002122004")
    desk.workshop.remove_signer(row)
    assert desk.workshop.signers() == []
    desk.undo()
    assert desk.workshop.signers()[0][1] == "197805122002122004"


def test_a_coat_of_arms_is_re_encoded_small_and_kept(desk):
    kept = io.BytesIO()
    Image.new("RGB", (2000, 1000), "teal").save(kept, "JPEG")
    picture = coat_of_arms(kept.getvalue())
    assert Image.open(io.BytesIO(picture)).size == (600, 300)
    desk.workshop.set_logo(picture)
    assert desk.workshop.logo() == picture


def test_a_removed_coat_of_arms_comes_back_by_undo(desk):
    kept = io.BytesIO()
    Image.new("RGB", (60, 90), "teal").save(kept, "PNG")
    desk.workshop.set_logo(coat_of_arms(kept.getvalue()))
    desk.workshop.remove_logo()
    assert desk.workshop.logo() is None
    desk.undo()
    assert desk.workshop.logo() is not None


def test_a_line_of_the_basis_list_that_is_typed_is_born_once_and_last(desk):
    before = [item.text for item in desk.workshop.basis()]
    row = desk.note.new_id()
    for text in ("Per", "Perda", "Perda Nomor 1"):
        desk.workshop.write_basis(row, text)
    assert [item.text for item in desk.workshop.basis()] == [*before, "Perda Nomor 1"]


@pytest.mark.parametrize("raw", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n broken", b"GIF89a"])
def test_what_is_no_picture_is_refused_in_one_sentence(raw):
    with pytest.raises(UserFault, match="picture-unreadable"):
        coat_of_arms(raw)


@pytest.mark.usefixtures("with_plan")
def test_beranda_says_what_stands_and_what_is_due(desk):
    standing = desk.workshop.standing()
    assert (standing.funnel.programs, standing.funnel.relevant) == (2, 0)
    assert [screen for _, screen in standing.due] == ["event"]


def test_an_unknown_dimension_set_leaves_no_file_behind(tmp_path):
    new = NewWorkshop("Uji", "74.05", 2026, 2025, 2029, "tujuh-dimensi", "4-buku")
    with pytest.raises(UserFault, match="dimension-set-unknown"):
        create_desk(tmp_path / "a.bimtek", new, profile=tmp_path)
    assert list(tmp_path.glob("*.bimtek")) == []
