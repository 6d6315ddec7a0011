"""Another dimension set for a workshop that stands: kept, new, no longer used, and answers as proposed."""

from functools import partial

import pytest

from smartcity_desktop.errors import UserFault
from tests.services.test_dimension import answered, codes, find, homes, issues, said

__all__ = ["answered", "codes"]


def used(desk):
    return [item.code for item in desk.workshop.dimensions() if not item.retired]


def subs(desk, code):
    board = desk.dimension.board()
    return [item.code for item in board.of(find(desk, code).id) if not item.retired]


def test_where_nothing_was_answered_the_set_is_simply_another(desk, codes):
    fit = desk.dimension.fit("mobility-people")
    assert fit.proposals == {}
    assert fit.new == ("MOB", "GVT", "PEO")
    assert set(fit.goes) == {codes[code] for code in ("GOV", "BRD", "SOC")}
    desk.dimension.change_set("mobility-people", {})
    assert used(desk) == ["ECO", "MOB", "GVT", "ENV", "LIV", "PEO"]
    assert subs(desk, "ECO") == ["ECO-1", "ECO-2", "ECO-3", "ECO-4", "ECO-5"]
    # LIV-3 was another thing before: what was printed as LIV-3 must not come to mean the face of the town.
    assert subs(desk, "LIV") == ["LIV-1", "LIV-2", "LIV-4"]
    assert find(desk, "LIV-4").name == "Wajah kota"
    assert find(desk, "LIV-3").retired
    assert find(desk, "ENV").id == codes["ENV"]
    assert desk.workshop.get().dimension_set == "mobility-people"
    assert desk.opd.propose("Dinas Komunikasi dan Informatika").dimension == "GVT"
    assert desk.undo_label() == "ganti set dimensi"
    desk.undo()
    assert used(desk) == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert subs(desk, "LIV") == ["LIV-1", "LIV-2", "LIV-3"]
    assert desk.workshop.get().dimension_set == "kominfo-6"


def test_answers_go_where_the_proposal_was_accepted(desk, answered, codes):
    fit = desk.dimension.fit("mobility-people")
    assert fit.proposals == {codes["GOV"]: "GVT", codes["GOV-1"]: "GVT-1", codes["GOV-3"]: "GVT-3"}
    desk.dimension.change_set("mobility-people", fit.proposals)
    new = {item.code: item.id for item in (*desk.workshop.dimensions(), *desk.workshop.subdimensions())}
    assert homes(desk, answered) == [new["GVT-1"], new["GVT"]]
    assert issues(desk, new["GVT"]) == [("Antre tiga jam", new["GVT-1"]), ("Data tersebar", "")]
    assert desk.opd.get(answered).dimension == new["GVT"]
    l1 = desk.worksheet.find("L1").id
    sheets = {code: desk.worksheet.sheet(l1, new[code]) for code in ("MOB", "GVT", "PEO")}
    assert sorted(item.number for item in sheets.values()) == ["L1-07", "L1-08", "L1-09"]
    assert (sheets["GVT"].status, sheets["MOB"].status) == ("sedang", "belum")
    assert said(desk, codes["GOV"]) == {}
    desk.undo()
    assert homes(desk, answered) == [codes["GOV-1"], codes["GOV"]]
    assert said(desk, codes["GOV"])["issue"] == 2


def test_what_nobody_accepted_stays_under_its_old_name(desk, answered, codes):
    desk.dimension.change_set("mobility-people", {codes["GOV-1"]: "GVT-1"})
    assert homes(desk, answered) == [find(desk, "GVT-1").id, codes["GOV"]]
    assert find(desk, "GOV").shown == "GOV Smart Governance (tidak dipakai lagi)"


def test_a_set_without_equivalents_proposes_nothing(desk, answered, codes):
    assert desk.opd.get(answered).dimension == codes["GOV"]
    proposals = desk.dimension.fit("bontang-5").proposals
    assert set(proposals.values()) == {""}
    assert set(proposals) == {codes[code] for code in ("GOV", "GOV-1", "GOV-3", "ENV-1")}


def test_the_way_back_finds_what_stood_before(desk, answered, codes):
    desk.dimension.change_set("rpm-2026", desk.dimension.fit("rpm-2026").proposals)
    assert homes(desk, answered) == [find(desk, "BIR-1").id, find(desk, "BIR").id]
    assert desk.workshop.get().word_dimension == "Aspek"
    desk.dimension.change_set("kominfo-6", desk.dimension.fit("kominfo-6").proposals)
    assert homes(desk, answered) == [codes["GOV-1"], codes["GOV"]]
    assert used(desk) == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert desk.workshop.get().word_dimension == "Dimensi"


def test_the_same_code_with_another_name_keeps_the_old_one_as_another_name(desk, codes):
    desk.dimension.update(codes["ENV"], "name", "Lingkungan Hidup")
    desk.dimension.update(codes["ENV"], "alias", "Alam")
    desk.workshop.update("word_dimension", "Pilar")
    desk.dimension.change_set("balikpapan", {})
    assert (find(desk, "ENV").name, find(desk, "ENV").alias) == (
        "Smart Environment",
        "Alam\nLingkungan Hidup",
    )
    assert desk.workshop.get().word_dimension == "Pilar"


@pytest.mark.usefixtures("answered")
def test_a_renamed_code_still_finds_its_equivalent(desk, codes):
    desk.dimension.update(codes["GOV"], "code", "TKL")
    assert desk.dimension.fit("mobility-people").proposals[codes["GOV"]] == "GVT"


def test_a_subdimension_comes_home_with_its_answers(desk, answered, codes):
    desk.dimension.move_sub(codes["GOV-1"], codes["ECO"])
    desk.dimension.update(codes["GOV-1"], "code", "GOV-1")
    desk.dimension.change_set("kominfo-6", {})
    assert find(desk, "GOV-1").dimension == codes["GOV"]
    assert issues(desk, codes["GOV"])[0] == ("Antre tiga jam", codes["GOV-1"])
    assert homes(desk, answered) == [codes["GOV-1"], codes["GOV"]]


def test_a_set_that_is_not_on_the_shelf_is_refused(desk):
    for call in (desk.dimension.fit, partial(desk.dimension.change_set, targets={})):
        with pytest.raises(UserFault, match="dimension-set-unknown"):
            call("tidak-ada")


@pytest.mark.parametrize("code", ["kominfo-6", "mobility-people", "balikpapan", "rpm-2026", "bontang-5"])
def test_every_set_of_the_shelf_can_be_taken(desk, code):
    assert code in {item.code for item in desk.dimension.sets()}
    desk.dimension.change_set(code, {})
    wanted = next(item for item in desk.dimension.sets() if item.code == code)
    assert used(desk) == [item.code for item in wanted.dimensions]
    assert [item.name for item in desk.dimension.board().of(find(desk, used(desk)[0]).id)][:1] == [
        wanted.dimensions[0].subdimensions[0].name
    ]
