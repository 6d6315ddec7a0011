"""Files made before links to the RPJMD named their kinds offer sasaran and programs once they are opened."""

import json
import sqlite3

import pytest

from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.edit import Set
from smartcity_desktop.domain.workshop import NewWorkshop

NEW = NewWorkshop("Bimtek lama", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
KINDS = "misi\nisu\nsasaran\nprogram"
OLD_HELP = "Misi atau isu strategis RPJMD yang didukung."


@pytest.fixture
def older(tmp_path, ticking):
    """A file as the program made it before: the links of L7 and L10 name no kinds."""
    path = tmp_path / "lama.bimtek"
    with create_desk(path, NEW, clock=ticking, profile=tmp_path / "p") as desk:
        rows = [link(desk, code).id for code in ("L7", "L10")]
    with sqlite3.connect(path) as raw:
        for row in rows:
            (values,) = raw.execute("SELECT val FROM op WHERE row = ? AND field = '*'", (row,)).fetchone()
            before = {**json.loads(values), "help": OLD_HELP}
            del before["choices"]
            change = "UPDATE op SET val = ? WHERE row = ? AND field = '*'"
            raw.execute(change, (json.dumps(before), row))
            raw.execute("UPDATE sheet_column SET choices = NULL, help = ? WHERE id = ?", (OLD_HELP, row))
    raw.close()
    return path


def link(desk, code):
    columns = desk.worksheet.columns(desk.worksheet.find(code).id)
    return next(item for item in columns if item.bound == "point")


def opened(path, ticking):
    return open_desk(path, clock=ticking, profile=path.parent / "p")


def test_links_of_an_older_file_offer_what_the_shelf_offers_and_undo_steps_over_it(older, ticking):
    with opened(older, ticking) as desk:
        assert [link(desk, code).choices for code in ("L7", "L10")] == [KINDS, KINDS]
        assert "sasaran" in link(desk, "L7").help
        assert desk.undo_label() is None, "undo steps over what nobody did"
        assert not desk.bring_up_to_date()
    with opened(older, ticking) as desk:
        assert link(desk, "L7").choices == KINDS


def test_a_link_whose_kinds_a_person_took_away_stays_as_it_is(tmp_path, ticking):
    path = tmp_path / "baru.bimtek"
    with create_desk(path, NEW, clock=ticking, profile=tmp_path / "p") as desk:
        desk._store.write([Set("sheet_column", link(desk, "L7").id, "choices", None)], "tanpa pilihan")
    with opened(path, ticking) as desk:
        assert not link(desk, "L7").choices
        assert link(desk, "L10").choices == KINDS
