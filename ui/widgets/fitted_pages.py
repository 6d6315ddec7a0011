"""The pages of a print beside something else: as wide as the room there is."""

from typing import Final

from PySide6.QtGui import QResizeEvent

from ui.widgets.pages_view import PagesView

_SIDES: Final = 48
_WIDEST: Final = 820
_LEAST: Final = 120


class FittedPages(PagesView):
    """Pages that are never wider than the room there is for them."""

    def fit(self) -> None:
        """Give every page the width of the view."""
        wide = min(_WIDEST, self.viewport().width() - _SIDES)
        if wide < _LEAST:
            # Not in sight yet: there is nothing to fit into, and a page of no width loses its shape.
            return
        for page in self.pages:
            if page.width() != wide:
                ratio = page.height() / max(1, page.width())
                page.setScaledContents(True)
                page.setFixedSize(wide, round(wide * ratio))

    def is_landscape(self) -> bool:
        """Tell how the first page lies, once it is drawn."""
        return bool(self.pages) and self.pages[0].width() > self.pages[0].height()

    def show_pdf(self, pdf: bytes, count: int) -> None:
        """Show another print from its first page."""
        super().show_pdf(pdf, count)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.fit()
