"""Who may be chosen to sign a paper, and who signs where nobody was chosen."""

import pytest

from smartcity_desktop.domain.paper_opening import OPENING
from smartcity_desktop.domain.print_job import DATA_REQUEST, INVITATION, KINDS, NAME_TAGS
from smartcity_desktop.domain.print_signer import USUAL, answers, is_signed, meant
from smartcity_desktop.domain.workshop import Signer

HEAD = Signer("a", position="Kepala Dinas", prefix="Plt.", name="Ani, S.Kom.")
CHAIR = Signer("b", position="Ketua Panitia", name="Budi")
EXPERT = Signer("c", heading="Tenaga ahli", name="Citra")
MAYOR = Signer("d", position="Wali Kota")
ALL = (HEAD, CHAIR, EXPERT, MAYOR)


def rows(found):
    return [item.id for item in found]


def test_a_letter_is_signed_by_the_first_unless_another_is_chosen():
    assert rows(meant(INVITATION, "", ALL)) == ["a"]
    assert rows(meant(INVITATION, USUAL, ALL)) == ["a"]
    assert rows(meant(INVITATION, "d", ALL)) == ["d"]
    assert meant(INVITATION, "", ()) == ()


def test_the_report_at_the_opening_is_that_of_the_chair():
    assert rows(meant(OPENING, "", ALL)) == ["b"]
    assert rows(meant(OPENING, "", (HEAD, EXPERT))) == ["a"]
    assert answers(OPENING, ALL)[0] == (USUAL, "Budi · Ketua Panitia")


def test_a_paper_of_several_signers_has_the_first_three_or_the_chosen_one_alone():
    assert rows(meant("laporan-harian", "", ALL)) == ["a", "b", "c"]
    assert rows(meant("laporan-harian", "d", ALL)) == ["d"]


def test_who_was_removed_since_signs_no_more():
    assert rows(meant(DATA_REQUEST, "gone", ALL)) == ["a"]


def test_every_signer_can_be_chosen_by_name_and_office():
    assert answers(INVITATION, ALL) == [
        (USUAL, "Ani, S.Kom. · Plt. Kepala Dinas"),
        ("b", "Budi · Ketua Panitia"),
        ("c", "Citra"),
        ("d", "Wali Kota"),
    ]


@pytest.mark.parametrize(
    ("kind", "signers", "first"),
    [
        ("laporan-harian", ALL[:3], "Semua penanda tangan"),
        ("laporan-harian", ALL, "Tiga yang pertama"),
        ("sertifikat", ALL, "Dua yang pertama"),
        ("sertifikat", ALL[:2], "Semua penanda tangan"),
    ],
)
def test_the_usual_answer_says_how_many_have_room(kind, signers, first):
    found = answers(kind, signers)
    assert found[0] == (USUAL, first)
    assert [row for row, _ in found[1:]] == rows(signers)


@pytest.mark.parametrize("kind", [INVITATION, "laporan-harian"])
def test_one_signer_alone_is_no_question(kind):
    assert answers(kind, (HEAD,)) == [(USUAL, "Ani, S.Kom. · Plt. Kepala Dinas")]
    assert answers(kind, ()) == []


def test_papers_that_nobody_signs_ask_for_nobody():
    assert not is_signed(NAME_TAGS)
    assert answers(NAME_TAGS, ALL) == []
    assert {item.key for item in KINDS if is_signed(item.key)} >= {INVITATION, "sertifikat"}
