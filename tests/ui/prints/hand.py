"""What a hand does on the screen Cetak, and what an eye finds in a saved print."""

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def settle(screen):
    """Let everything that was asked be answered."""
    for _ in range(4):
        assert screen.context.lane.drain(30)
        screen.context.bus.deliver()


def pages(screen, kind):
    screen.open_row(kind)
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    settle(screen)
    return screen.pages.pages if screen.stack.currentWidget() is screen.pages else []


def text_of(path):
    pdf = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return text


def count(path):
    pdf = pypdfium2.PdfDocument(path)
    pages = len(pdf)
    pdf.close()
    return pages


def saved(screen, tmp_path, name="cetak.pdf"):
    screen.write_to(tmp_path / name)
    settle(screen)
    return text_of(tmp_path / name)
