"""The rule of a vote beside its figures: read alone once the vote is closed, and it says why."""

from tests.ui.vote.hand import settle


def test_the_rule_of_a_closed_vote_is_read_only_with_its_reason_until_counting_goes_on(show, hall, vote_of):
    row = vote_of(points=3, most=2)
    screen = show(row)
    knobs = screen.side.knobs
    assert knobs.way.isEnabled()
    assert not any(edit.isReadOnly() for edit in knobs.numbers.values())
    screen.foot.close_vote.click()
    settle(screen)
    assert not knobs.way.isEnabled()
    assert all(edit.isReadOnly() for edit in knobs.numbers.values())
    assert all("sudah ditutup: aturan hitungnya tetap" in field.toolTip() for field in knobs.fields())
    knobs.numbers["points"].stepUp()
    settle(screen)
    assert hall.ask(lambda: hall.desk.vote.vote(row)).points == 3
    screen.foot.close_vote.click()
    settle(screen)
    assert knobs.way.isEnabled()
    assert not any(edit.isReadOnly() or edit.toolTip() for edit in knobs.numbers.values())
