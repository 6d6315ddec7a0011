"""What is said about plans on two laptops comes together: nothing twice, nothing lost."""

import random
from contextlib import ExitStack

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, IndicatorDraft, LineDraft
from smartcity_desktop.domain.second import Tag
from smartcity_desktop.storage import backup

NAMES = {"Dinkes": "Dinas Kesehatan", "Dinsos": "Dinas Sosial"}
PROGRAMS = {"Dinkes": "Penurunan Stunting Balita dan Gizi", "Dinsos": "Gizi dan Penurunan Stunting Balita"}


def plan(name, money=1):
    return Draft(
        lines=(LineDraft("program", "1.02.03", name, pagu={"2026": money}),),
        years=("2026",),
        source_name="renstra.xlsx",
    )


@pytest.fixture
def laptops(desk, tmp_path, ticking):
    """Two laptops with the same file, and what brings the work of the second one to the first."""
    desk.opd.add([OpdRow(name, short) for short, name in NAMES.items()])
    for item in desk.opd.opds():
        desk.renstra.adopt(item.id, plan(PROGRAMS[item.short]))
    desk.opd.add([OpdRow("Badan Perencanaan Pembangunan Daerah", "Bappeda")])
    copy = backup.make(desk._workspace, tmp_path / "salinan").path
    with ExitStack() as stack:
        made = []
        for seed in (11, 12):
            path = tmp_path / f"laptop-{seed}.bimtek"
            path.write_bytes(copy.read_bytes())
            ids, profile = IdSource(ticking, random.Random(seed)), tmp_path / f"p{seed}"
            opened = open_desk(path, clock=ticking, ids=ids, profile=profile, person=f"Meja {seed}")
            made.append(stack.enter_context(opened))
        yield made
        for one in made:
            assert one.check() == []


def together(one, two):
    """Bring what each has to the other; both have to say the same then."""
    journals = [item._workspace.journal for item in (one, two)]
    ops = [journal.since({}) for journal in journals]
    journals[0].merge(ops[1])
    journals[1].merge(ops[0])


def line(desk, short):
    row = next(item.id for item in desk.opd.opds() if item.short == short)
    return desk.renstra.plan(row).lines[0].id


def test_a_proposal_that_both_take_is_one_shared_program(laptops):
    for each in laptops:
        (found,) = each.shared_program.board().proposals
        each.shared_program.accept(found.key)
    together(*laptops)
    for each in laptops:
        (item,) = each.shared_program.board().items
        assert len(item.lines) == len(NAMES)
        assert each.shared_program.board().counts.startswith("1 program bersama")
    each = laptops[0]
    each.shared_program.remove(item.id)
    (again,) = each.shared_program.board().proposals
    assert each.shared_program.accept(again.key)[0] != item.id


def test_a_second_reading_of_one_person_on_both_is_one(laptops):
    one, two = laptops
    row = line(one, "Dinkes")
    one.second.tag(row, "Ani", Tag("ya"))
    two.second.tag(row, "Ani", Tag("tidak"))
    together(*laptops)
    boards = [each.second.readings() for each in laptops]
    assert boards[0] == boards[1]
    assert [item.done for item in boards[0]] == [1]
    assert [len(each._workspace.journal.differences()) for each in laptops] == [1, 1]


def test_what_one_drops_while_the_other_goes_on_is_told_and_stays(laptops):
    one, two = laptops
    row = line(one, "Dinkes")
    one.second.tag(row, "Ani", Tag("ya"))
    together(*laptops)
    opd = next(item.id for item in one.opd.opds() if item.short == "Dinkes")
    one.second.drop(opd, "Ani")
    two.second.tag(row, "Ani", Tag("sebagian"))
    together(*laptops)
    for each in laptops:
        assert [item.second.relevant for item in each.second.board(opd, "Ani").lines] == ["sebagian"]
        assert len(each._workspace.journal.disputes()) == 1


def test_versions_that_both_made_have_numbers_of_their_own(laptops):
    one, two = laptops
    opd = next(item.id for item in one.opd.opds() if item.short == "Dinkes")
    one.renstra.adopt(opd, plan(PROGRAMS["Dinkes"], 2))
    two.renstra.adopt(opd, plan(PROGRAMS["Dinkes"], 3))
    together(*laptops)
    for each in laptops:
        found = each.renstra.versions(opd)
        assert [item.number for item in found] == [1, 2, 3]
        one.renstra.adopt(opd, plan(PROGRAMS["Dinkes"], 4))
        assert [item.number for item in one.renstra.versions(opd)][-1] == len(one.renstra.versions(opd))


def test_a_plan_that_both_read_before_they_meet_is_one_with_the_analysis_of_both(laptops):
    """Neither had it when the file was copied."""
    one, two = laptops
    names = ("Gizi Keluarga", "Air Minum Desa")
    read = Draft(
        lines=tuple(
            LineDraft("program", f"1.02.0{place}", name, indicators=(IndicatorDraft("Cakupan"),))
            for place, name in enumerate((*names, names[0]), start=4)
        ),
        years=("2026",),
        source_name="renstra bappeda.xlsx",
    )
    rows = []
    for each in laptops:
        opd = next(item.id for item in each.opd.opds() if item.short == "Bappeda")
        each.renstra.adopt(opd, read)
        rows.append([line.id for line in each.renstra.plan(opd).lines])
    assert rows[0] == rows[1]
    assert len({*rows[0]}) == len(read.lines)
    one.second.tag(rows[0][0], "Ani", Tag("ya"))
    two.second.tag(rows[0][1], "Ani", Tag("tidak"))
    together(*laptops)
    for each in laptops:
        plan_ = each.renstra.plan(opd)
        assert [line.id for line in plan_.lines] == rows[0]
        assert [len(plan_.indicators[row]) for row in rows[0]] == [1, 1, 1]
        assert [item.kind for item in each.renstra.documents()].count("renstra") == len(NAMES) + 1
        assert [item.done for item in each.second.readings()] == [2]
        assert each._workspace.journal.differences() == []


def test_a_plan_that_was_deleted_and_is_read_again_does_not_bring_the_old_one_back(laptops):
    one, _two = laptops
    row = line(one, "Dinkes")
    one.second.tag(row, "Ani", Tag("ya"))
    opd = next(item.id for item in one.opd.opds() if item.short == "Dinkes")
    one.renstra.remove(one.renstra.plan(opd).document.id)
    one.renstra.adopt(opd, plan(PROGRAMS["Dinkes"]))
    assert line(one, "Dinkes") != row
    assert one.second.readings() == []
