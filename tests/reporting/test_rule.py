"""Drafts of regulations on paper: what is signed and what is promulgated stays whole."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smartcity_desktop.domain.paper_rule import REGULATION
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.rule_draft import regulation
from smartcity_desktop.services.report import render
from tests.domain.test_rule_draft import FACTS
from tests.reporting.pictures import texts

FRAME = PrintFrame(printed_at=datetime(2026, 8, 5, 16, 5, tzinfo=UTC), region="Kabupaten Kona", paper="A4")


@pytest.mark.parametrize("wins", range(0, 48, 4))
def test_no_signature_stands_alone_wherever_the_page_ends(wins):
    facts = replace(FACTS, quick_wins=tuple((f"Program {place}", "") for place in range(wins)))
    pages = texts(render(PrintJob(REGULATION, "Rancangan", FRAME, picture=regulation(facts))))
    (signed,) = (text for text in pages if "Ditetapkan di" in text)
    assert "memerintahkan pengundangan" in signed
    (promulgated,) = (text for text in pages if "Diundangkan di" in text)
    assert "BERITA DAERAH KABUPATEN KONA" in promulgated
