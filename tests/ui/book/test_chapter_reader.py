"""What is read of a chapter while it is written is what stands there, whatever was done to it."""

import random

import pytest
from PySide6.QtGui import QTextCursor

from smartcity_desktop.domain.book_text import parse, written
from ui.models import chapter_lines as lines
from ui.models import chapter_reader
from ui.models.chapter_reader import ChapterReader, blocks_of
from ui.widgets.chapter_edit import ChapterEdit

MOVE = QTextCursor.MoveOperation
KEEP = QTextCursor.MoveMode.KeepAnchor
SAMPLE = (
    "## Latar belakang\n\nKota **tumbuh** *cepat*.\n\n- satu\n  1. rincian\n- dua\n\n1. pertama\n2. kedua\n\n"
    "| Nama | Nilai |\n| a | b |\n| c | d |\n\n[[isu]]\n\n?? Terdapat 41 program.\n\n[[gambar:7]]\n\nAkhir."
)


def somewhere(edit, chance):
    cursor = edit.textCursor()
    cursor.setPosition(chance.randrange(edit.document().characterCount()))
    if chance.random() < 0.3:
        end = min(cursor.position() + chance.randrange(60), edit.document().characterCount() - 1)
        cursor.setPosition(end, KEEP)
    edit.setTextCursor(cursor)


STEPS = (
    lambda edit, _chance: edit.insertPlainText("kata"),
    lambda edit, _chance: edit.textCursor().insertBlock(),
    lambda edit, _chance: edit.textCursor().removeSelectedText(),
    lambda edit, _chance: edit.textCursor().deletePreviousChar(),
    lambda edit, chance: edit.turn_into(chance.choice([lines.PLAIN, lines.BULLETS, lines.NUMBERS, 2, 3])),
    lambda edit, chance: lines.shift(edit.textCursor(), chance.choice([-1, 1])),
    lambda edit, chance: edit.emphasise(bold=chance.random() < 0.5),
    lambda edit, chance: edit.change_table(rows=chance.choice([-1, 1])),
    lambda edit, chance: edit.change_table(columns=chance.choice([-1, 1])),
    lambda edit, _chance: edit.insert_table(2, 2),
    lambda edit, _chance: edit.remove_table(),
    lambda edit, _chance: edit.insert_part("isu"),
    lambda edit, _chance: edit.insert_proposal("Usulan satu dua."),
    lambda edit, _chance: edit.accept(),
    lambda edit, _chance: edit.refuse(),
    lambda edit, chance: edit.move_line(chance.choice([-1, 1])),
    lambda edit, _chance: edit.undo(),
    lambda edit, _chance: edit.undo(),
    lambda edit, _chance: edit.redo(),
    lambda edit, _chance: edit.redress(),
)


@pytest.mark.parametrize("seed", range(12))
def test_what_was_changed_is_read_and_nothing_else_is_needed(qtbot, seed):
    chance = random.Random(seed)
    edit = ChapterEdit()
    qtbot.addWidget(edit)
    edit.show_text(SAMPLE)
    for _ in range(60):
        somewhere(edit, chance)
        step = STEPS[chance.randrange(len(STEPS))]
        step(edit, chance)
        if chance.random() < 0.6:
            assert edit.content().text == written(blocks_of(edit.document()))
            assert edit.content() == ChapterReader(edit.document()).content()


def test_a_line_is_read_once_until_it_is_touched(qtbot, monkeypatch):
    edit = ChapterEdit()
    qtbot.addWidget(edit)
    edit.show_text("\n\n".join(f"Alinea {place} tentang layanan." for place in range(400)))
    edit.text()
    read = []
    real = chapter_reader._read_line

    def counted(line):
        read.append(line.blockNumber())
        return real(line)

    monkeypatch.setattr(chapter_reader, "_read_line", counted)
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(200).position())
    edit.setTextCursor(cursor)
    edit.insertPlainText("baru ")
    assert "baru Alinea 200" in edit.text()
    assert set(read) == {200}
    cursor.insertBlock()
    assert edit.text().count("\n\n") == 400
    assert set(read) <= {200, 201, 202}


def test_a_text_says_what_stands_in_it(qtbot):
    edit = ChapterEdit()
    qtbot.addWidget(edit)
    edit.show_text("Satu **dua** tiga\n\n- empat\n\n| lima | enam |\n\n[[isu]]\n\n[[gambar:7]]\n\n?? tujuh")
    found = edit.content()
    assert found.words == 7
    assert found.parts == ("isu",)
    assert found.figures == ("7",)
    assert found.proposals == 1
    assert [item.proposed for item in found.paragraphs] == [False, True]
    assert parse(found.text) == parse(edit.text())
