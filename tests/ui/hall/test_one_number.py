"""A number is the same wherever it is shown: on the laptop, in the hall, on paper."""

import re

import pytest

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.attendance import percent
from smartcity_desktop.domain.wording import label
from tests.house.source import CORE, ROOT, WINDOW, python_files, short
from ui.projector import parts
from ui.projector.flow import Type
from ui.widgets.helix_meter import HelixMeter

COUNTS = {"pemerintah": 128, "akademisi": 15, "dunia_usaha": 13, "komunitas": 13, "media": 7, "": 0}
FIGURES = tuple(hall.Figure(label("element", item), count) for item, count in COUNTS.items() if item)


def test_the_unsur_have_one_share_on_the_laptop_in_the_hall_and_on_paper(dressed, qtbot):
    assert dressed
    meter = HelixMeter()
    qtbot.addWidget(meter)
    meter.show_counts(COUNTS)
    hall_words = hall.shares(FIGURES)
    assert hall_words[0] == percent(128 / 176) == "72,7%"
    for (item, count), share in zip(COUNTS.items(), hall_words, strict=False):
        assert meter.words[item].text() == f"{label('element', item)} {count} ({share})"


@pytest.mark.parametrize("wide", range(160, 900, 20))
def test_no_count_stands_on_another_line_than_its_word(dressed, wide):
    assert dressed
    lines = Type(20, wide).text(parts.counted(FIGURES), wide).parts
    shown = [item.strip() for line in lines for item in line.split("·") if item.strip()]
    assert shown == [f"{item.words} {item.count}".replace(" ", "\u00a0") for item in FIGURES]


IN_CODE, IN_TEXT = re.compile(r"""\} %(?![\w(\[])"""), re.compile(r"[0-9] %")
"""``72 %`` as an f-string makes it, and as a person wrote it."""


def test_a_percent_stands_at_its_number_everywhere():
    assert IN_CODE.search('f"{share} % dari"')
    assert not IN_CODE.search("f'{place}' % (4,)")
    code = python_files(CORE, WINDOW)
    texts = [*(ROOT / "resources" / "manual").rglob("*.md"), ROOT / "README.md"]
    assert len(texts) > 10
    found = [path for path in code if IN_CODE.search(path.read_text(encoding="utf-8"))]
    found += [path for path in texts if IN_TEXT.search(path.read_text(encoding="utf-8"))]
    assert [short(path) for path in found] == []
