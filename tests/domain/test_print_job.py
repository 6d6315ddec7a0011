"""What a print is asked about that a screen asks for."""

import pytest

from smartcity_desktop.domain.print_job import (
    AGENDA_WALL,
    DATA_REQUEST,
    GROUP_LISTS,
    INVITATION,
    KINDS,
    NAME_TAGS,
    RESULT,
    PrintAsk,
    ask_about,
)


@pytest.mark.parametrize(
    ("kind", "row", "asked"),
    [
        (DATA_REQUEST, "dinkes", PrintAsk(opd="dinkes")),
        (GROUP_LISTS, "by-opd", PrintAsk(grouping="by-opd")),
        (INVITATION, "stage-2", PrintAsk(stage="stage-2")),
        (AGENDA_WALL, "stage-2", PrintAsk(stage="stage-2")),
        (AGENDA_WALL, "2026-08-05", PrintAsk(day="2026-08-05")),
        ("notulen", "opening", PrintAsk(session="opening")),
        (RESULT, "l3", PrintAsk(worksheet="l3")),
        (RESULT, "l3:dimensi", PrintAsk(worksheet="l3", choice="dimensi")),
        ("peta-jalan-gambar", "opd", PrintAsk(choice="opd")),
        ("peta-jalan-gambar", "opd|a|||", PrintAsk(choice="opd|a|||")),
        ("rencana-aksi", "sdm|a|||", PrintAsk(choice="sdm|a|||")),
        (NAME_TAGS, "whatever", PrintAsk()),
        ("unknown", "whatever", PrintAsk()),
    ],
)
def test_a_row_answers_what_the_kind_of_print_needs(kind, row, asked):
    assert ask_about(kind, row) == asked


def test_without_a_row_every_kind_is_asked_about_nothing():
    assert all(ask_about(item.key, "") == PrintAsk() for item in KINDS)


def test_a_row_reaches_every_kind_that_needs_one():
    assert all(ask_about(item.key, "2026-08-05") != PrintAsk() for item in KINDS if item.needs)
