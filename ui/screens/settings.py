"""Screen Pengaturan: everything this person may set on this laptop; each change holds at once."""

from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.errors import Fault
from smartcity_desktop.services import safety
from smartcity_desktop.services.profile import Move, destination, move
from smartcity_desktop.services.safety import Folder
from smartcity_desktop.services.workshop import picture_file
from smartcity_desktop.settings import asked
from ui import theme
from ui.context import Command, Context, Screen
from ui.translate import explain
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.letterhead import LetterheadView
from ui.widgets.progress import Progress
from ui.widgets.scroll import scroll_area
from ui.widgets.setting_fields import SettingsForm

if TYPE_CHECKING:
    from collections.abc import Callable

ABOUT: Final = "about"
COPIES: Final = "copies"
"""What the frame is asked for when safety copies go elsewhere."""
_EDGE: Final = 16
_BAR: Final = 11
_PICTURES: Final = "Gambar (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"
_KOP: Final = ("kop_government", "kop_agency", "kop_address")
_FIRST, _SECOND, _PROFILE, _PICTURE = "safety_folder", "safety_second", "profile_folder", "kop_picture"
_NOTES: Final = {
    (_FIRST, Folder.AWAY): ("Folder ini tidak ada sekarang; salinan dibuat di folder bawaan.", "warning"),
    (_FIRST, Folder.LOCKED): (
        "Folder ini tidak bisa ditulisi; salinan dibuat di folder bawaan.",
        "warning",
    ),
    (_SECOND, Folder.AWAY): ("Belum terpasang. Salinan menyusul begitu folder ini ada.", "small"),
    (_SECOND, Folder.LOCKED): ("Tidak bisa ditulisi. Salinan pertama tetap dibuat.", "warning"),
    (_SECOND, Folder.SAME_DISK): (
        "Satu disk dengan folder pertama. Lebih aman di flashdisk: kalau disk rusak, salinan tetap ada.",
        "small",
    ),
}


class SettingsScreen(Screen):
    """One calm page, made from the settings themselves."""

    kinds = frozenset({"settings"})
    """No entity of a workshop: nothing that is written there is shown here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show nothing before ``arrive``."""
        super().__init__(context, parent)
        self.setObjectName("screen-settings")
        theme.set_role(self, "page")
        self._settings = context.settings
        self.progress = Progress("settings-progress", self)
        self.form = SettingsForm(asked(), self)
        self.letterhead = LetterheadView(self)
        self.about = Button("Tentang program", "settings-about", icon="tentang", parent=self)
        self._lay_out()
        self.form.changed.connect(self._take)
        self.form.asked.connect(self._ask)
        self.about.clicked.connect(partial(self.go.emit, ABOUT, ""))

    def arrive(self) -> None:
        """Show what is set, and how the folders stand."""
        self._show()
        self.form.fields["person"].setFocus()
        self._look_at_folders()

    def leave(self) -> None:
        """Take what is still being typed."""
        self.form.hand_in()
        super().leave()

    def unfinished(self) -> str:
        """Tell of a profile that is being copied to another folder."""
        return "" if self.progress.isHidden() else "Profil masih disalin ke folder lain."

    def reword(self) -> bool:
        """Speak of nothing that an event calls otherwise."""
        return True

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Ganti folder salinan pengaman", partial(self._ask, _FIRST)),
            Command("Ganti folder kedua salinan pengaman", partial(self._ask, _SECOND)),
            Command("Pilih lambang kop bawaan", partial(self._ask, _PICTURE)),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the type, which keys change too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        value = self._settings.value
        self.form.show_values(asdict(value))
        self.letterhead.show_texts(*(str(getattr(value, name)) for name in _KOP))
        self.letterhead.show_logo(self._settings.picture())
        field = self.form.fields[_PROFILE]
        is_fixed = self._settings.home is None
        field.editor.setEnabled(not is_fixed)
        if is_fixed:
            field.tell(f"Program dibuka dengan --profile {self._settings.profile}; tidak dipindah dari sini.")
            field.back.hide()
        elif value.profile_folder and Path(value.profile_folder) != self._settings.profile:
            away = "" if Path(value.profile_folder).is_dir() else "Folder itu tidak ada sekarang. "
            field.tell(f"{away}Sekarang masih dipakai {self._settings.profile}.")
        else:
            field.tell("")

    def _take(self, name: str, value: object) -> None:
        special: dict[str, Callable[[], None]] = {
            _FIRST: partial(self._use_folder, _FIRST, ""),
            _SECOND: partial(self._use_folder, _SECOND, ""),
            _PROFILE: self._move_home,
            _PICTURE: self._drop_picture,
        }
        if name in special:
            special[name]()
            return
        changed: dict[str, Any] = {name: value}
        self._settings.store(replace(self._settings.value, **changed))
        application = QApplication.instance()
        if name == "text_scale" and isinstance(application, QApplication):
            theme.apply(application, self._settings.value.text_scale)
        self._show()

    def _ask(self, name: str) -> None:
        if name == _PICTURE:
            self._ask_picture()
            return
        label = self.form.fields[name].item.label
        begin = str(getattr(self._settings.value, name)) or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, label, begin)
        if not chosen:
            return
        if name == _PROFILE:
            self._move_to(destination(Path(chosen)))
            return
        call = partial(safety.copy_folder, Path(chosen), self._settings.places, second=name == _SECOND)
        self.context.lane.side(call, partial(self._folder_made, name), failed=partial(self._refused, name))

    def _folder_made(self, name: str, folder: Path) -> None:
        self._use_folder(name, str(folder))

    def _use_folder(self, name: str, folder: str) -> None:
        self._settings.store(self._settings.value.copy_to(name, folder))
        self._show()
        self._look_at_folders()
        self.go.emit(COPIES, "")

    def _refused(self, name: str, fault: Fault) -> None:
        self.progress.finish()
        self._show()
        self.form.fields[name].tell(explain(fault), "warning")

    def _look_at_folders(self) -> None:
        self.context.lane.side(partial(safety.look, self._settings.places), self._show_folders)

    def _show_folders(self, found: tuple[Folder, Folder]) -> None:
        for name, folder in zip((_FIRST, _SECOND), found, strict=True):
            words, role = _NOTES.get((name, folder), ("", "small"))
            self.form.fields[name].tell(words, role)

    def _ask_picture(self) -> None:
        folder = self._settings.value.last_folder or str(Path.home())
        chosen, _kind = QFileDialog.getOpenFileName(self, "Pilih lambang daerah", folder, _PICTURES)
        if chosen:
            call = partial(picture_file, Path(chosen))
            self.context.lane.side(call, self._keep_picture, failed=partial(self._refused, _PICTURE))

    def _keep_picture(self, png: bytes) -> None:
        try:
            self._settings.store_picture(png)
        except Fault as fault:
            self._refused(_PICTURE, fault)
            return
        self.form.fields[_PICTURE].tell("")
        self._show()

    def _drop_picture(self) -> None:
        self._settings.store_picture(None)
        self._show()

    def _move_home(self) -> None:
        if self._settings.home is not None:
            self._move_to(self._settings.home)

    def _move_to(self, target: Path) -> None:
        if self._settings.home is None:
            return
        self.form.hand_in()
        task = Move(self._settings.profile, self._settings.home, target)
        self.progress.begin("Menyalin dan memeriksa profil …", can_stop=False)
        self.context.lane.side(partial(move, task), self._moved, failed=partial(self._refused, _PROFILE))

    def _moved(self, target: Path) -> None:
        self.progress.finish()
        self._settings.moved(target)
        self._show()
        if target != self._settings.profile:
            self.form.fields[_PROFILE].tell(
                f"Profil sudah disalin ke {target} dan diperiksa. Dipakai mulai program dibuka berikutnya; "
                f"yang lama tetap ada di {self._settings.profile}.",
                "good",
            )

    def _keep_edge(self, _least: int, most: int) -> None:
        """Let the cards end under the head, with a scroll bar beside them or without."""
        self._inner.setContentsMargins(0, 0, _EDGE - _BAR if most else _EDGE, 12)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Pengaturan", "title", parent=self))
        head.addWidget(Label("Untuk laptop ini. Setiap perubahan langsung berlaku.", "soft", parent=self), 1)
        head.addWidget(self.about)
        kop = self.form.fields[_KOP[0]]
        card = self.form.cards[kop.item.group]
        card.body.insertWidget(card.body.indexOf(kop), self.letterhead)
        ground = QWidget()
        ground.setObjectName("settings-ground")
        theme.set_role(ground, "page")
        self._inner = QVBoxLayout(ground)
        self._inner.addWidget(self.form)
        self._inner.addStretch(1)
        area = scroll_area(ground, "settings-area", self)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_edge)
        self._keep_edge(0, bar.maximum())
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 16, 0)
        top.addLayout(head)
        top.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(area, 1)
