"""Drafts of regulations as Word documents: every place to be filled in is highlighted, nothing else is."""

import io
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX

from smartcity_desktop.domain import rule_decree, rule_draft
from smartcity_desktop.domain.paper_rule import BLANK
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.print_kinds import KINDS
from smartcity_desktop.domain.print_word import WORD_KINDS, takes_word
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.rule_lines import blanks
from smartcity_desktop.services.report import render, render_word
from tests.domain.test_rule_draft import FACTS
from tests.reporting.pictures import texts

FRAME = PrintFrame(printed_at=datetime(2026, 8, 5, 16, 5, tzinfo=UTC), region="Kabupaten Kona")
DRAFTS = {"rancangan-perkada": rule_draft.regulation, "rancangan-sk-dewan": rule_decree.council}


def job(kind):
    return PrintJob(kind, "Rancangan", FRAME, picture=DRAFTS[kind](FACTS))


def runs(document):
    own = [
        item
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for item in cell.paragraphs
    ]
    return [run for item in (*document.paragraphs, *own) if item.style.name != "Usulan" for run in item.runs]


@pytest.mark.parametrize("kind", DRAFTS)
def test_every_place_to_fill_in_is_highlighted(kind):
    made = job(kind)
    found = runs(Document(io.BytesIO(render_word(made))))
    marked = [item.text for item in found if item.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert set(marked) == {BLANK}
    assert len(marked) == blanks(made.picture)
    assert not any(BLANK in item.text for item in found if item.font.highlight_color is None)


@pytest.mark.parametrize("kind", DRAFTS)
def test_word_and_paper_say_the_same(kind):
    made = job(kind)
    document = Document(io.BytesIO(render_word(made)))
    paper = " ".join(" ".join(texts(render(made))).split())
    for item in document.paragraphs:
        if item.style.name in {"Pasal", "Tengah tebal"}:
            assert " ".join(item.text.split()) in paper


def test_the_signature_is_never_alone_behind_a_table():
    document = Document(io.BytesIO(render_word(job("rancangan-sk-dewan"))))
    for row in document.tables[-1].rows[-2:]:
        assert all(item.paragraph_format.keep_with_next for cell in row.cells for item in cell.paragraphs)


def test_only_what_is_written_on_is_offered_for_word():
    offered = {item.family for item in KINDS if takes_word(item.key) and item.key not in WORD_KINDS}
    assert offered == {"book", "rule"}
    assert takes_word("rancangan-sk-tim")
    assert not takes_word("daftar-hadir")
    assert not takes_word("tidak-ada")
