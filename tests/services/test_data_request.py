"""What the agencies are asked to bring, and what of it has come."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.print_job import DATA_REMINDER, DATA_REQUEST, PrintAsk
from smartcity_desktop.domain.print_trace import Sent


def titles(desk):
    return [item.title for item in desk.data_request.standing().items]


def row(desk, name):
    return next(item for item in desk.data_request.standing().rows if item.opd.called == name)


def item(desk, start):
    return next(one for one in desk.data_request.standing().items if one.title.startswith(start))


def test_a_new_workshop_asks_for_what_is_usual_and_writes_nothing_by_reading(desk):
    before = desk.undo_label()
    assert [title.split()[0].strip(",") for title in titles(desk)] == [
        "Renstra",
        "RPJMD",
        "Data",
        "Daftar",
        "SK",
        "Data",
    ]
    assert desk.undo_label() == before


def test_the_usual_list_is_written_with_the_first_change_and_undone_with_it(desk):
    usual = titles(desk)
    desk.data_request.add("  Peta   jaringan ")
    assert titles(desk) == [*usual, "Peta jaringan"]
    desk.undo()
    assert titles(desk) == usual


def test_items_are_renamed_ordered_retired_and_asked_for_again(desk):
    last = item(desk, "Data dasar")
    desk.data_request.move(last.id, 0)
    assert titles(desk)[0] == last.title
    desk.data_request.update(last.id, "title", "Data sektor")
    assert titles(desk)[0] == "Data sektor"
    desk.data_request.retire(last.id)
    assert "Data sektor" not in titles(desk)
    assert [one.title for one in desk.data_request.standing().retired] == ["Data sektor"]
    desk.data_request.ask_again(last.id)
    assert titles(desk)[0] == "Data sektor"


def test_whoever_asks_for_nothing_any_more_is_not_given_the_usual_list_again(desk):
    for one in desk.data_request.standing().items:
        desk.data_request.retire(one.id)
    assert titles(desk) == []


def test_the_state_of_an_agency_goes_from_nothing_over_some_to_all(desk, diskominfo):
    assert row(desk, "Diskominfo").state == "belum"
    wanted = [one.id for one in desk.data_request.standing().items]
    desk.data_request.bring([(diskominfo, wanted[1])], "ada")
    assert (row(desk, "Diskominfo").state, row(desk, "Diskominfo").brought) == ("sebagian", 1)
    desk.data_request.bring([(diskominfo, one) for one in wanted[:5]], "ada")
    desk.data_request.bring([(diskominfo, wanted[5])], "tidak_perlu")
    assert (row(desk, "Diskominfo").state, row(desk, "Diskominfo").wanted) == ("lengkap", 5)
    assert desk.data_request.standing().counts == {"belum": 0, "sebagian": 0, "lengkap": 1}
    desk.undo()
    assert row(desk, "Diskominfo").state == "sebagian"


def test_a_renstra_that_was_read_counts_as_brought_whatever_is_written(desk, with_plan):
    cell = row(desk, "Diskominfo").cells[0]
    assert (cell.state, cell.auto) == ("ada", True)
    desk.data_request.bring([(with_plan, item(desk, "Renstra").id)], "belum")
    assert row(desk, "Diskominfo").cells[0].state == "ada"


def test_no_renstra_is_asked_of_whom_none_is_required_until_somebody_says_so(desk):
    desk.opd.add([OpdRow("Kelurahan Ngapa")])
    assert row(desk, "Kelurahan Ngapa").cells[0].state == "tidak_perlu"
    assert row(desk, "Kelurahan Ngapa").wanted == 5
    desk.data_request.bring([(desk.opd.opds()[0].id, item(desk, "Renstra").id)], "belum")
    assert row(desk, "Kelurahan Ngapa").wanted == 6


def test_a_state_that_does_not_exist_is_refused(desk, diskominfo):
    with pytest.raises(ValueError, match="sudah"):
        desk.data_request.bring([(diskominfo, item(desk, "Renstra").id)], "sudah")


def test_the_last_day_is_kept(desk):
    desk.data_request.set_due("2026-07-28")
    assert desk.data_request.standing().due == "2026-07-28"


def test_a_reminder_that_was_printed_is_kept_and_undo_steps_over_it(desk, diskominfo):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    desk.data_request.set_due("2026-07-28")
    ask = PrintAsk(opd=diskominfo)
    for kind, reminded in ((DATA_REQUEST, ""), (DATA_REMINDER, "2026-08-04T09:22")):
        desk.print_log.tell(desk.report.asked(kind, ask), ask, Sent("pdf", 1))
        assert row(desk, "Diskominfo").opd.reminded_at[:16] == reminded
    desk.undo()
    assert desk.data_request.standing().due == ""
    assert row(desk, "Diskominfo").opd.reminded_at
    assert not row(desk, "Dinkes").opd.reminded_at
    desk.print_log.tell(desk.report.asked(DATA_REMINDER, PrintAsk()), PrintAsk(), Sent("printer", 2))
    assert row(desk, "Dinkes").opd.reminded_at


def test_titles_are_in_the_words_of_the_event(desk):
    desk.workshop.update("word_dimension", "Pilar")
    assert "Data dasar pilar" in titles(desk)
