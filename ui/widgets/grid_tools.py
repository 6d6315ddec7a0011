"""The line below the worksheet: what a cell asks for, and buttons in as many words as there is room for."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, tip

_CLOSE: Final = 4
_LEAST_HELP: Final = 40
"""Pixels between the buttons, and for the sentence about the cell beside them."""
_SHORTEST: Final = {"openSubject": "Renstra", "openForm": "Isian"}
"""What two buttons say where there is no room for more; the list of keys and their names say all."""
_PROGRAM: Final = "Tambah program (tidak ada di Renstra)"


class GridTools(QHBoxLayout):
    """Help of the cell and the buttons of the sheet; the names of the buttons keep all their words."""

    def __init__(self, page: QWidget) -> None:
        """Make the buttons for this page."""
        super().__init__()
        self.setSpacing(_CLOSE)
        self.help = ElidedLabel("", "small", name="cellHelp", parent=page)
        self.support_button = Button("Ikut dihitung", "countSupport", parent=page)
        tip(self.support_button, "Program penunjang ini ikut dihitung dalam kertas kerja")
        self.subject_button = Button("Buka kolom Renstra (F6)", "openSubject", "quiet", parent=page)
        self.form_button = Button("Isian lengkap (F4)", "openForm", "quiet", parent=page)
        self.program_button = Button(_PROGRAM, "addProgram", "quiet", parent=page)
        tip(self.program_button, _PROGRAM)
        self.file_button = Button("Excel", "sheetFile", "quiet", parent=page)
        tip(self.file_button, "Simpan kertas kerja ke Excel, atau baca isian dari Excel")
        self.side_button = Button("Pemandu (F3)", "openSide", "quiet", parent=page)
        tip(self.side_button, "Pemandu, waktu, dan catatan di kanan: tampilkan atau sembunyikan")
        self.addWidget(self.program_button)
        self.addWidget(self.help, 1)
        # Where the help is away, the buttons keep their size.
        self.addStretch(0)
        for button in (
            self.support_button,
            self.file_button,
            self.subject_button,
            self.form_button,
            self.side_button,
        ):
            self.addWidget(button)
        self.support_button.hide()

    def fit(self, room: int) -> None:
        """Say the buttons in as many words as ``room`` pixels have place for."""
        every = (self.program_button, self.support_button, self.file_button)
        shown = [
            button
            for button in (*every, self.subject_button, self.form_button, self.side_button)
            if not button.isHidden()
        ]
        for say in (_in_full, _without_keys, _in_short):
            for button in shown:
                button.setText(say(button))
            if sum(button.sizeHint().width() + _CLOSE for button in shown) + _LEAST_HELP <= room:
                break


def _in_full(button: Button) -> str:
    return button.accessibleName()


def _without_keys(button: Button) -> str:
    """Leave out what stands in brackets: the keys."""
    return button.accessibleName().partition(" (")[0]


def _in_short(button: Button) -> str:
    return _SHORTEST.get(button.objectName(), _without_keys(button))
