"""The page RPJMD / RPD of the screen Dokumen: what is typed, pasted or read there goes to its service."""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_frame import FrameTaken
from smartcity_desktop.domain.renstra_draft import PointDraft
from smartcity_desktop.services.document import DocumentService
from smartcity_desktop.services.opd import OpdService
from smartcity_desktop.services.register import RegisterService
from ui.context import Screen
from ui.translate import worded
from ui.widgets.frame_page import FramePage, FrameShown
from ui.widgets.frame_take import FrameTakeDialog

_POINT, _GOAL = "plan_point", "goal_indicator"
_REGIONAL = frozenset({"rpjmd", "rpd", "rpjpd"})


@dataclass(frozen=True, slots=True)
class _Services:
    """What the page stands on."""

    document: DocumentService
    opd: OpdService
    register: RegisterService


def _shown(services: _Services) -> FrameShown:
    documents = [
        (str(item.document.id), item.title)
        for item in services.register.register().regional
        if item.kind in _REGIONAL and not item.missing
    ]
    return FrameShown(
        services.document.frame(),
        services.document.years(),
        documents,
        services.opd.opds(),
        services.document.uses(),
    )


@dataclass(slots=True)
class _Wish:
    """Which point shall be chosen once the page is shown again."""

    row: str = field(default="")


class FramePart(QObject):
    """Reads, shows and writes the points; how they look is the page's."""

    def __init__(
        self,
        host: Screen,
        page: FramePage,
        *,
        document: DocumentService,
        opd: OpdService,
        register: RegisterService,
    ) -> None:
        """Serve this page of ``host``."""
        super().__init__(host)
        self._host, self._page = host, page
        self._services = _Services(document, opd, register)
        self._document = document
        self._wish = _Wish()
        page.keeps = self._keeps
        page.goals.waits = self._goal_waits
        page.added.connect(self._add)
        page.listed.connect(self._list)
        page.edited.connect(self._edit)
        page.opds_chosen.connect(self._set_opds)
        page.removed.connect(self._remove)
        page.moved.connect(self._move)
        page.shifted.connect(self._shift)
        page.indicator_added.connect(self._add_indicator)
        page.indicator_edited.connect(self._edit_indicator)
        page.indicators_removed.connect(self._remove_indicators)
        page.refused.connect(host.warned)

    def refresh(self, wanted: str = "") -> None:
        """Read and show what stands; ``wanted`` is chosen."""
        self._wish.row = wanted or self._wish.row
        self._host.read(partial(_shown, self._services), self._show)

    def open_paste(self, text: str = "", kind: str = "misi") -> None:
        """Open the dialog in which pasted text becomes points."""
        dialog = FrameTakeDialog(text, kind, self._host)
        dialog.preview_asked.connect(partial(self._preview, dialog))
        dialog.taken.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        # What it held before anybody listened is asked for now.
        self._preview(dialog, dialog.points)

    def _preview(self, dialog: FrameTakeDialog, points: tuple[PointDraft, ...]) -> None:
        self._host.read(partial(self._document.preview, points), dialog.show_preview)

    def _take(self, points: tuple[PointDraft, ...], drop: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self._host.context.autosave.flush_all()
        self._host.read(partial(self._document.take, points, drop=drop), self._taken)

    def _taken(self, result: tuple[FrameTaken, Changes]) -> None:
        told, changes = result
        self._host.context.bus.publish(changes, self._host)
        self._host.said.emit(told_taken(told))
        self.refresh()

    def _show(self, shown: FrameShown) -> None:
        self._page.show_frame(shown, self._wish.row)
        self._wish.row = ""

    def _keeps(self, row: str, name: str) -> bool:
        return self._host.context.autosave.waits((_POINT, row, name))

    def _goal_waits(self, row: RowId, name: str) -> bool:
        return self._host.context.autosave.waits((_GOAL, row, name))

    def _add(self, kind: str, text: str, parent: str, after: str) -> None:
        def call() -> Changes:
            row, changes = self._document.add(kind, text, RowId(parent), RowId(after))
            self._wish.row = row
            return changes

        self._host.act(call, self._done)

    def _list(self, kind: str, text: str) -> None:
        """Take lines of one kind at once; what has levels of its own is looked at first."""
        found = self._document.read_pasted(text, kind)
        plain = all(item.kind == kind and not item.indicators for item in found.points)
        if plain and kind in {"visi", "misi", "isu"}:
            self._host.act(partial(self._document.paste, kind, text), self._pasted)
        else:
            self.open_paste(text, kind)

    def _pasted(self, changes: Changes) -> None:
        self._host.said.emit(
            f"{changes.label[:1].upper()}{changes.label[1:]}. Ctrl+Z mengurungkan."
            if changes
            else "Baris-baris itu sudah ada."
        )
        self.refresh()

    def _edit(self, row: str, name: str, value: object) -> None:
        kept = value if isinstance(value, int) or value is None else str(value)
        save = partial(self._document.set_field, RowId(row), name, kept)
        # Not its own source: the tree and its numbers tell what was typed once it is stored.
        self._host.context.autosave.note((_POINT, row, name), save)

    def _set_opds(self, row: str, wanted: object) -> None:
        rows = [RowId(str(item)) for item in wanted] if isinstance(wanted, tuple) else []
        self._host.act(partial(self._document.set_opds, RowId(row), rows), self._done)

    def _remove(self, row: str) -> None:
        for name in ("text", "code", "page"):
            self._host.context.autosave.drop((_POINT, row, name))
        self._host.act(partial(self._document.remove, RowId(row)), self._removed)

    def _removed(self, changes: Changes) -> None:
        if changes:
            label = changes.label.removeprefix("hapus ")
            gone = "Butir dihapus" if label == "butir RPJMD" else f"{label} dihapus"
            self._host.said.emit(f"{gone}. Ctrl+Z mengembalikan.")
        self.refresh()

    def _move(self, row: str, steps: int) -> None:
        self._host.act(partial(self._document.move, RowId(row), steps), self._done)

    def _shift(self, row: str, steps: int) -> None:
        self._host.act(partial(self._document.shift, RowId(row), steps), self._shifted)

    def _shifted(self, changes: Changes) -> None:
        if not changes:
            self._host.warned.emit("Tingkat itu tidak ada untuk butir ini. Tidak ada yang diubah.")
        self.refresh()

    def _add_indicator(self, point: str, name: str) -> None:
        def call() -> Changes:
            return self._document.add_indicator(RowId(point), name)[1]

        self._host.act(call, self._done)

    def _edit_indicator(self, row: str, name: str, value: object) -> None:
        kept = None if value is None else str(value)
        save = partial(self._document.set_indicator, RowId(row), name, kept)
        self._host.context.autosave.note((_GOAL, row, name), save)

    def _remove_indicators(self, rows: object) -> None:
        wanted = [RowId(str(row)) for row in rows] if isinstance(rows, tuple) else []
        self._host.act(partial(self._document.remove_indicators, *wanted), self._indicators_gone)

    def _indicators_gone(self, changes: Changes) -> None:
        if changes:
            self._host.said.emit("Indikator dihapus. Ctrl+Z mengembalikan.")
        self.refresh()

    def _done(self, _changes: Changes) -> None:
        self.refresh()


def told_taken(told: FrameTaken) -> str:
    """Return in a sentence what taking points came to."""
    words = [
        f"{told.fresh} butir baru" if told.fresh else "",
        f"{told.known} diperbarui" if told.known else "",
        f"{told.removed} dihapus" if told.removed else "",
    ]
    said = f"RPJMD / RPD dipakai: {', '.join(word for word in words if word)}. Ctrl+Z mengurungkan."
    if told.unknown:
        said += " " + worded("{count} nama OPD belum dikenal.").format(count=len(told.unknown))
    return said
