"""Screen Dokumen: plans of the agencies, the RPJMD/RPD, and the register of documents."""

from ui.screens.document.screen import DocumentScreen

__all__ = ["DocumentScreen"]
