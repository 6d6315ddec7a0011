"""How programs answer the plan of the region: links with a degree, what is proposed, what nobody answers."""

import pytest

from smartcity_desktop.domain.alignment import INITIATIVES, LINES
from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.errors import UserFault
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds
from tests.services.test_shared_program import read

POINTS = (
    ("m1", "misi", "Meningkatkan kualitas layanan publik", ""),
    ("s1", "sasaran", "Meningkatnya kualitas layanan administrasi kependudukan", "m1"),
    ("p1", "program", "Program pendaftaran penduduk", "s1"),
    ("m2", "misi", "Mewujudkan lingkungan lestari", ""),
    ("s2", "sasaran", "Menurunnya timbulan sampah rumah tangga", "m2"),
    ("s3", "sasaran", "Meningkatnya ruang terbuka hijau", "m2"),
)


def plant(desk, points=POINTS):
    """Write points of an RPJMD (key, kind, text, parent); return their rows by key."""
    store = desk.workshop._store
    rows = {key: store.ids.new() for key, *_ in points}
    pos = dict(zip(rows, store.positions("plan_point", len(rows)), strict=True))
    edits = [
        Birth(
            "plan_point",
            rows[key],
            {"pos": pos[key], "kind": kind, "text": text, "parent": rows.get(parent, "")},
        )
        for key, kind, text, parent in points
    ]
    goal = rows.get("s2", next(iter(rows.values())))
    edits.append(Birth("goal_indicator", store.ids.new(), {"point": goal, "name": "Sampah terkelola"}))
    store.write(edits, "isi RPJMD")
    return rows


@pytest.fixture
def city(desk):
    desk.opd.add([OpdRow("Dinas Lingkungan Hidup", "DLH")])
    return opds(desk)


def program(desk, code="ENV", **values):
    put(desk, desk.worksheet.find("L7").id, dimension(desk, code), values)
    return next(item.id for item in desk.alignment.board().subjects if item.name == values["name"])


@pytest.fixture
def waste(desk, city):
    """A program smart city on waste, and the rows of an RPJMD that stands already."""
    rows = plant(desk)
    subject = program(
        desk, name="Bank sampah digital", opd=city["DLH"], description="Menurunkan timbulan sampah"
    )
    return subject, rows


def test_a_proposal_says_why_and_stands_only_when_somebody_takes_it_with_a_degree(desk, waste):
    subject, rows = waste
    board = desk.alignment.board()
    found = board.candidates[subject][0]
    assert (found.target, board.subject(subject).points) == (rows["s2"], ())
    assert "sampah" in found.reason
    desk.alignment.align(subject, found.target, "kuat", found.reason, "survei")
    board = desk.alignment.board()
    (link,) = board.subject(subject).points
    assert (link.target, link.degree, link.evidence) == (rows["s2"], "kuat", "survei")
    assert board.point_words(link) == "Sasaran 2.1 (kuat)"
    assert rows["s2"] not in {item.target for item in board.candidates.get(subject, ())}
    desk.undo()
    assert desk.alignment.board().subject(subject).points == ()


def test_one_thing_said_of_a_link_leaves_the_others_as_they_are(desk, waste):
    subject, rows = waste
    desk.alignment.align(subject, rows["s2"], "kuat", "kata sama: sampah", "survei")
    desk.alignment.say(subject, rows["s2"], "reason", " menimbang data TPS ")
    desk.alignment.say(subject, rows["s2"], "degree", "lemah")
    (link,) = desk.alignment.board().subject(subject).points
    assert (link.degree, link.reason, link.evidence) == ("lemah", "menimbang data TPS", "survei")
    desk.undo()
    (link,) = desk.alignment.board().subject(subject).points
    assert (link.degree, link.reason) == ("kuat", "menimbang data TPS")


def test_an_objective_is_answered_by_a_link_to_it_or_to_a_program_under_it_and_not_by_its_mission(
    desk, waste
):
    subject, rows = waste
    desk.alignment.align(subject, rows["m2"])
    assert [item.id for item in desk.alignment.board().unanswered] == [
        rows[key] for key in ("s1", "s2", "s3")
    ]
    desk.alignment.align(subject, rows["p1"], "lemah")
    desk.alignment.align(subject, rows["s2"])
    board = desk.alignment.board()
    assert [item.id for item in board.unanswered] == [rows["s3"]]
    assert [(item.done, item.total, item.programs) for item in board.missions] == [(1, 1, 1), (1, 2, 1)]
    assert board.told == "1 Program Smart City: 1 terkait sasaran, 0 belum. 2 dari 3 sasaran terjawab."
    assert [item.id for item in board.answers(rows["m2"])] == [subject]


def test_a_link_of_the_worksheet_counts_without_a_degree_and_is_taken_away_in_both_places(desk, waste):
    subject, rows = waste
    desk.workshop._store.write(
        [Birth("initiative", subject, {f"point@{rows['s3']}": "1"})], "kaitkan di kertas kerja"
    )
    (link,) = desk.alignment.board().subject(subject).points
    assert (link.target, link.degree_words) == (rows["s3"], "belum dinilai")
    desk.alignment.align(subject, rows["s3"], "sedang")
    assert [one.degree for one in desk.alignment.board().subject(subject).points] == ["sedang"]
    desk.alignment.unalign(subject, rows["s3"])
    assert desk.alignment.board().subject(subject).points == ()
    desk.undo()
    assert [one.degree for one in desk.alignment.board().subject(subject).points] == ["sedang"]


def test_a_program_of_a_plan_that_it_was_made_of_stays_linked(desk, with_plan):
    line = next(item.id for item in desk.renstra.plan(with_plan).lines if item.level == "program")
    plant(desk)
    subject = program(desk, name="Bank sampah digital")
    edit = Birth("initiative", subject, {f"origin@{line}": "1"})
    desk.workshop._store.write([edit], "bawa ke program")
    assert [one.target for one in desk.alignment.board().subject(subject).lines] == [line]
    assert not desk.alignment.unalign(subject, line)
    desk.alignment.align(subject, line, "kuat")
    desk.alignment.unalign(subject, line)
    (link,) = desk.alignment.board().subject(subject).lines
    assert (link.target, link.degree) == (line, "")


def test_a_refused_proposal_is_not_offered_until_somebody_asks(desk, waste):
    subject, rows = waste
    desk.alignment.refuse(subject, rows["s2"])
    assert rows["s2"] not in {one.target for one in desk.alignment.board().candidates.get(subject, ())}
    desk.alignment.offer_again()
    assert desk.alignment.board().candidates[subject][0].target == rows["s2"]


def test_sdg_and_spbe_are_proposed_by_the_sub_dimension_and_stored_only_by_a_person(desk, waste, city):
    del city
    subject, _ = waste
    sub = next(item.id for item in desk.dimension.board().subdimensions if item.code == "ENV-2")
    edit = Birth("initiative", subject, {"subdimension": sub, "ict": "ya", "innovation@kebijakan": "1"})
    desk.workshop._store.write([edit], "isi program")
    board = desk.alignment.board()
    hints = board.hints[subject]
    assert (hints.sdg, hints.spbe) == ((6, 12), ("kebijakan", "layanan_publik"))
    assert board.subject(subject).sdg == ()
    desk.alignment.mark(subject, hints.sdg, ["layanan_publik"])
    board = desk.alignment.board()
    assert (board.subject(subject).sdg, board.subject(subject).spbe) == ((6, 12), ("layanan_publik",))
    assert subject not in board.hints
    desk.alignment.mark(subject, [12], [])
    assert desk.alignment.board().subject(subject).sdg == (12,)
    desk.alignment.grade(subject, "terukur")
    assert desk.alignment.board().subject(subject).grade == "terukur"


def test_where_no_program_smart_city_stands_relevant_programs_of_plans_are_held_against_the_plan(
    desk, with_plan
):
    rows = plant(
        desk, (("m", "misi", "Pemerintahan terbuka", ""), ("s", "sasaran", "Informasi publik terbuka", "m"))
    )
    assert desk.alignment.what() == LINES
    assert desk.alignment.board(LINES).subjects == ()
    line = read(desk, with_plan, 0, relevant="ya")
    board = desk.alignment.board(LINES)
    assert [item.id for item in board.subjects] == [line]
    desk.alignment.align(line, rows["s"], "kuat")
    assert desk.alignment.board(LINES).unanswered == ()
    assert [item.id for item in desk.alignment.board(INITIATIVES).unanswered] == [rows["s"]]
    sheet = next(item for item in desk.alignment.tables() if item.title == "Keselarasan Program Renstra")
    told = dict(zip(sheet.heads, sheet.rows[0], strict=True))
    assert told["Tujuan dan sasaran"] == "Sasaran 1.1 Informasi publik terbuka (kuat)"


def test_without_objectives_the_missions_are_what_has_to_be_answered(desk, city):
    rows = plant(desk, (("m1", "misi", "Satu", ""), ("m2", "misi", "Dua", ""), ("v", "visi", "Maju", "")))
    subject = program(desk, name="Bank sampah", opd=city["DLH"])
    desk.alignment.align(subject, rows["m2"], "sedang")
    board = desk.alignment.board()
    assert [item.id for item in board.unanswered] == [rows["m1"]]
    assert board.told.endswith("1 dari 2 misi terjawab. Sasaran belum dicatat, jadi yang dihitung misinya.")


def test_what_is_gone_is_not_linked(desk, waste):
    with pytest.raises(UserFault, match="row-gone"):
        desk.alignment.align("weg", waste[1]["s1"], "kuat")
