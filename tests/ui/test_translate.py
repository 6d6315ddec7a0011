import pytest
from PySide6.QtCore import QLocale
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QScrollBar,
)

from ui.translate import QtTexts

SAME_EVERYWHERE = {"QShortcut", "QPageSize", "QGuiApplication", "QUndoGroup"}
"""Names of keys (as printed on the keyboards here), paper sizes, and questions that are not texts."""


class Asking(QtTexts):
    """Remembers what Qt asked for and we have no text for."""

    def __init__(self, parent):
        super().__init__(parent)
        self.missing = set()
        self.asked = 0

    def translate(self, context, source, disambiguation=None, n=-1):
        found = super().translate(context, source, disambiguation, n)
        self.asked += 1
        keys = source.startswith(("Alt+", "Ctrl+"))
        if found is None and context.startswith("Q") and context not in SAME_EVERYWHERE and not keys:
            self.missing.add((context, source))
        return found


@pytest.fixture
def asking(dressed):
    texts = Asking(dressed)
    dressed.installTranslator(texts)
    yield texts
    dressed.removeTranslator(texts)


@pytest.mark.usefixtures("dressed")
def test_the_buttons_speak_indonesian(qtbot):
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Save | kinds.Cancel | kinds.Discard | kinds.Yes | kinds.No | kinds.Close)
    qtbot.addWidget(box)
    texts = {button.text().replace("&", "") for button in box.buttons()}
    assert texts == {"Simpan", "Batal", "Buang", "Ya", "Tidak", "Tutup"}


def test_every_text_qt_asks_for_in_our_dialogs_is_there(asking, qtbot):
    kinds = QMessageBox.StandardButton
    every = (
        kinds.Yes | kinds.No | kinds.Ok | kinds.Cancel | kinds.Retry | kinds.Ignore | kinds.Abort | kinds.Help
    )
    made = [
        QMessageBox(QMessageBox.Icon.Question, "a", "b", every),
        QFileDialog(options=QFileDialog.Option.DontUseNativeDialog),
        QCalendarWidget(),
        QPrintDialog(QPrinter()),
    ]
    for widget in made:
        qtbot.addWidget(widget)
        widget.grab()
    made[1].setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    made[1].setFileMode(QFileDialog.FileMode.Directory)
    for editor in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(editor)
        editor.createStandardContextMenu().deleteLater()
    qtbot.addWidget(QScrollBar())
    assert asking.asked > 60
    assert asking.missing == set()


@pytest.mark.usefixtures("dressed")
def test_the_menu_of_a_text_field_is_indonesian(qtbot):
    for editor in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(editor)
        menu = editor.createStandardContextMenu()
        words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
        assert words == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]
        menu.deleteLater()


def test_a_text_of_others_is_left_alone(dressed):
    assert dressed.translate("Orang", "Halo") == "Halo"


@pytest.mark.usefixtures("dressed")
def test_numbers_and_days_are_indonesian():
    assert QLocale().toString(1234.5) == "1.234,5"
    assert QLocale().dayName(1) == "Senin"
