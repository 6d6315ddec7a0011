"""The result of a vote on paper and in the hall: nothing before it is revealed, everything after."""

import pytest

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.print_job import VOTE_RESULT
from smartcity_desktop.domain.vote import BALLOTS
from smartcity_desktop.reporting.pages import page_text
from smartcity_desktop.services.report import PrintAsk, page_count, render
from smartcity_desktop.services.vote import VoteAsk


def printed(desk, **asked):
    pdf = render(desk.report.asked(VOTE_RESULT, PrintAsk(**asked)))
    return " ".join(" ".join(page_text(pdf, place).split()) for place in range(page_count(pdf)))


@pytest.fixture
def vote(desk):
    lines = (("", "Terhubung & cepat"), ("", "Bersih"), ("", "Jujur"))
    row, _ = desk.vote.add(VoteAsk("Kata kunci", "Mana yang harus ada?", BALLOTS, 3, 2, 6, lines=lines))
    first, second, _ = (item.id for item in desk.vote.items(row))
    for place in range(6):
        desk.vote.enter_voter(row, f"{place:03d}", {first: 2 if place < 3 else 1, second: 1})
    return row


def test_nothing_is_printed_or_shown_before_the_vote_is_revealed(desk, vote):
    text = printed(desk)
    assert "Kata kunci" in text
    assert "Hasilnya belum diumumkan, jadi tidak dicetak." in text
    slide = desk.hall.slide(hall.VOTE, vote)
    assert [line.badge.name for line in slide.body.lines] == ["Terhubung & cepat", "Bersih", "Jujur"]
    assert {line.words for line in slide.body.lines} == {""}
    assert not any(sign.isdigit() for sign in " ".join(slide.body.told))


def test_the_result_states_points_share_rank_and_spread(desk, vote):
    desk.vote.reveal(vote)
    text = printed(desk, opd=vote)
    assert "1 Terhubung & cepat 9 60,0%" in text
    assert "rata-rata 1,50" in text
    assert "simpangan baku 0,55" in text
    assert "3 poin setiap orang · paling banyak 2 untuk satu pilihan · 6 orang memilih" in text
    slide = desk.hall.slide(hall.VOTE, vote)
    assert [(line.place, line.words) for line in slide.body.lines] == [
        (1, "9 poin · 60,0%"),
        (2, "6 poin · 40,0%"),
        (0, "tanpa suara"),
    ]


def test_every_round_is_printed_with_the_line_that_began_the_next(desk, vote):
    desk.vote.again(vote, "hitungan meja 3 keliru")
    second = desk.vote.items(vote)[1].id
    desk.vote.enter_counted(vote, second, 2, 3)
    desk.vote.reveal(vote)
    text = printed(desk, opd=vote)
    assert "putaran 2" in text
    assert "Putaran 1" in text
    assert "hitungan meja 3 keliru" in text
    assert "Suara dihitung per poin" in text
    assert "2 poin: 3 orang" in text


def test_the_hall_reads_hands_and_the_name_of_a_vote_once(desk):
    row, _ = desk.vote.add(VoteAsk("Kata kunci", lines=(("", "Bersih"), ("", "Jujur"))))
    bersih, jujur = (item.id for item in desk.vote.items(row))
    desk.vote.enter_counted(row, bersih, 1, 12)
    desk.vote.enter_counted(row, jujur, 1, 12)
    desk.vote.reveal(row)
    slide = desk.hall.slide(hall.VOTE, row)
    assert (slide.eyebrow, slide.title) == ("Pemungutan suara", "Kata kunci")
    assert [line.words for line in slide.body.lines] == ["12 tangan · 50,0%"] * 2
    assert slide.body.told == ('"Bersih" dan "Jujur" sama-sama 12 tangan.',), (
        "how it was counted is no word for it"
    )
    desk.vote.set_knob(row, "question", "Mana yang harus ada?")
    slide = desk.hall.slide(hall.VOTE, row)
    assert (slide.eyebrow, slide.title) == ("Kata kunci", "Mana yang harus ada?")


def test_a_vote_that_is_gone_says_so_in_the_hall(desk, vote):
    desk.vote.remove(vote)
    assert desk.hall.slide(hall.VOTE, vote).note == "Pemungutan suara ini sudah tidak ada."
    assert [item for item in desk.hall.slides() if item.kind == hall.VOTE] == []
