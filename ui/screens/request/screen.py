"""Screen Permintaan data: agencies and items as a table of ticks, and the letters that follow from it."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.data_request import DataRequest
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.print_job import DATA_REMINDER, DATA_REQUEST
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.data_request import DataRequestService
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.models.request_table import RequestTableModel
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.date_edit import DateEdit
from ui.widgets.kept_width import keep_width
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.request_items import RequestItemsDialog
from ui.widgets.request_table import RequestTableView
from ui.widgets.writing import for_writing

OPD: Final = "opd"
_EMPTY: Final = (
    "Data diminta dari setiap OPD di meja: Renstra, capaian, daftar aplikasi, dan lainnya. "
    "Isi dahulu daftar OPD, lalu suratnya bisa langsung dicetak."
)
_HINT: Final = "Spasi mencentang · − tidak diminta dari OPD itu · Shift+panah memilih beberapa"
_DATE_WIDTH: Final = 180


class RequestScreen(Screen):
    """The table, the day until which data is wanted, the list of items, and two letters."""

    kinds = frozenset({"opd", "data_item", "delivery", "document", "workshop"})

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Keep the services; nothing is read before ``arrive``."""
        super().__init__(context, parent)
        self._requests = services.data_request
        self._workshop = services.workshop
        self._request = DataRequest()
        self._wanted = ""
        self._typed: set[tuple[str, str]] = set()
        self.items: RequestItemsDialog | None = None
        self.setObjectName("screen-request")
        theme.set_role(self, "page")
        self.model = RequestTableModel(self)
        self.model.marked.connect(self._marked)
        self.table = RequestTableView(self.model, self)
        self.table.print_asked.connect(self._print_chosen)
        self.table.refused.connect(self.warned)
        self.counts = ElidedLabel("", "soft", name="request-counts", parent=self)
        self.due = DateEdit("request-due", "Batas data", 2026, self)
        keep_width(self.due, _DATE_WIDTH)
        self.due.changed.connect(self._due_changed)
        self.list = Button("Ubah daftar data", "request-list", parent=self)
        self.list.clicked.connect(self.open_items)
        self.request = Button("Cetak permintaan", "request-print", parent=self)
        self.request.clicked.connect(self.print_requests)
        self.remind = Button("Cetak pengingat", "request-remind", "primary", parent=self)
        self.remind.clicked.connect(self.print_reminders)
        self.empty = EmptyState(
            worded("Belum ada OPD"), worded(_EMPTY), (worded("Isi OPD"),), name="request-empty", parent=self
        )
        self.empty.first.connect(partial(self.go.emit, OPD, ""))
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self._full())
        self._lay_out()
        for_writing(self.table, self.due)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.print_requests)

    def arrive(self) -> None:
        """Read and show how it stands."""
        self._refresh()
        self.table.setFocus()

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self._refresh()

    def open_row(self, row: str) -> None:
        """Go to an agency."""
        self._wanted = row
        self._refresh()

    def standing(self) -> object:
        """Return the agency that is gone to."""
        index = self.table.currentIndex()
        return self.model.opd(index.row()) if index.isValid() else ""

    def take_over(self, standing: object) -> None:
        """Go to the same agency."""
        self._wanted = str(standing or "")

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (
            Command("Ubah daftar data yang diminta", self.open_items),
            Command("Cetak permintaan data", self.print_requests),
            Command("Cetak pengingat data", self.print_reminders),
            Command(worded("Cetak permintaan data untuk OPD ini"), self._print_chosen),
        )

    def print_requests(self) -> None:
        """Show the letters to all agencies."""
        self._print(DATA_REQUEST, "")

    def print_reminders(self) -> None:
        """Show the letters to those that something is still wanted of."""
        if self._request.incomplete:
            self._print(DATA_REMINDER, "")
        else:
            self.warned.emit(worded("Semua OPD sudah lengkap, tidak ada yang perlu diingatkan"))

    def open_items(self) -> None:
        """Show the list of what is asked for."""
        if self.items is not None:
            return
        self.context.autosave.flush_all()
        self.items = RequestItemsDialog(self)
        self.items.edited.connect(self._item_edited)
        self.items.added.connect(self._item_added)
        self.items.moved.connect(self._item_moved)
        self.items.retired.connect(self._item_retired)
        self.items.asked_again.connect(self._item_asked_again)
        self.items.finished.connect(self._items_closed)
        self._show_items()
        self.items.open()
        self.items.next.setFocus()

    def _print(self, kind: str, opd: str) -> None:
        self.context.autosave.flush_all()
        self.print_asked.emit(kind, opd)

    def _print_chosen(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._print(DATA_REQUEST, self.model.opd(index.row()))

    def _refresh(self) -> None:
        self.context.autosave.flush()
        self.read(self._gather, self._show)

    def _gather(self) -> tuple[DataRequest, int | None]:
        return self._requests.standing(), self._workshop.get().year

    def _show(self, found: tuple[DataRequest, int | None]) -> None:
        request, year = found
        self._request = request
        self.due.year = year or self.due.year
        if not self.context.autosave.waits(("workshop", "data_due")) and not self.due.hasFocus():
            self.due.show_value(request.due)
        self.model.show(request)
        self._count()
        self.pages.setCurrentIndex(1 if request.rows else 0)
        for part in (self.list, self.due, self.due_words):
            part.setVisible(bool(request.rows))
        self._stand()
        self._show_items()

    def _stand(self) -> None:
        place = self.model.row_of(self._wanted) if self._wanted else -1
        if place >= 0:
            self._wanted = ""
            self.table.choose(place)
        elif self._request.rows and not self.table.currentIndex().isValid():
            self.table.choose(0)

    def _count(self) -> None:
        counts = self.model.request.counts
        parts = [f"{counts['lengkap']} lengkap", f"{counts['sebagian']} sebagian", f"{counts['belum']} belum"]
        self.counts.setText(" · ".join(parts) if self.model.request.rows else "")
        left = len(self.model.request.incomplete)
        self.remind.setText(worded("Cetak pengingat ({count} OPD)").format(count=left))
        self.remind.setEnabled(bool(left))

    def _marked(self, cells: tuple[tuple[RowId, RowId], ...], state: str) -> None:
        self._count()
        self._request = self.model.request
        self.act(partial(self._requests.bring, cells, state), self._settled)

    def _settled(self, changes: Changes) -> None:
        if changes:
            self._refresh()

    def _due_changed(self, day: str) -> None:
        self.context.autosave.note(("workshop", "data_due"), partial(self._requests.set_due, day), self)

    def _item_edited(self, row: str, field: str, value: str) -> None:
        key = ("data_item", row, field)
        self._typed.add((row, field))
        self.context.autosave.note(key, partial(self._requests.update, RowId(row), field, value), self)

    def _item_added(self, title: str) -> None:
        self.act(
            partial(_added, self._requests, title), self._settled, failed=partial(self._item_lost, title)
        )

    def _item_lost(self, title: str, fault: Fault) -> None:
        if self.items is not None and not self.items.next.text():
            self.items.next.setText(title)
        self.warned.emit(explain(fault))

    def _item_moved(self, row: str, place: int) -> None:
        self.act(partial(self._requests.move, RowId(row), place), self._settled)

    def _item_retired(self, row: str) -> None:
        self.act(partial(self._requests.retire, RowId(row)), self._settled)

    def _item_asked_again(self, row: str) -> None:
        self.act(partial(self._requests.ask_again, RowId(row)), self._settled)

    def _show_items(self) -> None:
        if self.items is not None:
            waits = self.context.autosave.waits
            self._typed = {key for key in self._typed if waits(("data_item", *key))}
            self.items.show_items(self._request.items, self._request.retired, self._typed)

    def _items_closed(self, _result: int) -> None:
        if self.items is not None:
            self.items.deleteLater()
        self.items = None
        self._refresh()

    def _full(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(ElidedLabel(worded(_HINT), "small", parent=page), 1)
        foot.addWidget(self.request)
        foot.addWidget(self.remind)
        column.addLayout(foot)
        return page

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label("Permintaan data", "title", parent=self))
        head.addWidget(self.counts, 1)
        self.due_words = Label("Batas", "soft", parent=self)
        self.due_words.setBuddy(self.due)
        for part in (self.due_words, self.due, self.list):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.pages, 1)


def _added(service: DataRequestService, title: str) -> Changes:
    return service.add(title)[1]
