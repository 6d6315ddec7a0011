"""Menus of a division: the sessions that work in it, and the divisions to copy from."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from smartcity_desktop.domain.group import Grouping
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.session import Session
from ui.widgets.button import shown_whole


def fill_session_menu(
    menu: QMenu, sessions: Sequence[Session], used: Collection[str], chosen: Callable[[list[RowId]], None]
) -> None:
    """List the sessions of a stage with a tick at those that work in this division.

    ``chosen`` is told the rows of all that are ticked after one was changed.
    """
    menu.clear()
    actions = [
        (item.id, menu.addAction(shown_whole(f"{item.start_plan} {item.title}".strip()))) for item in sessions
    ]
    for row, action in actions:
        action.setCheckable(True)
        action.setChecked(row in used)

    def tell() -> None:
        chosen([row for row, action in actions if action.isChecked()])

    for _row, action in actions:
        action.triggered.connect(tell)
    if not actions:
        menu.addAction("Belum ada sesi di tahap ini").setEnabled(False)


def fill_copy_menu(
    menu: QMenu,
    groupings: Sequence[Grouping],
    stages: Mapping[str, str],
    chosen: Callable[[RowId], None],
) -> None:
    """List every division of the workshop with its stage; ``chosen`` is told the one to be copied."""
    menu.clear()
    for item in groupings:
        words = f"{stages.get(item.stage, '')} · {item.title}".removeprefix(" · ")
        menu.addAction(shown_whole(words)).triggered.connect(partial(_tell, chosen, item.id))
    if not groupings:
        menu.addAction("Belum ada pembagian di Bimtek ini").setEnabled(False)


def _tell(chosen: Callable[[RowId], None], row: RowId, _state: object = None) -> None:
    chosen(row)
