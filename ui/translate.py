"""Qt's own buttons, menus and dialogs in Indonesian, and Indonesian numbers and dates.

Qt brings no Indonesian for its own texts, so they stand on our shelf as ``{context: {source: text}}``.
"""

import json

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from smartcity_desktop.paths import shelf


class QtTexts(QTranslator):
    """Answers Qt's questions for the texts of its own widgets."""

    def __init__(self, parent: QCoreApplication | None = None) -> None:
        """Read the texts from the shelf."""
        super().__init__(parent)
        found = json.loads(shelf("translations", "qt_id.json").read_text(encoding="utf-8"))
        self._texts: dict[tuple[str, str], str] = {
            (context, source): text for context, texts in found.items() for source, text in texts.items()
        }

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return our text, or None where it is not one of Qt's own (then the source text stands)."""
        del disambiguation, n
        return self._texts.get((context, source))  # type: ignore[return-value] # None means: not ours

    def isEmpty(self) -> bool:
        """Tell Qt to keep this translator."""
        return False


def install(application: QCoreApplication) -> QtTexts:
    """Make Indonesian the language and the locale of the window; returns the translator it installed."""
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    texts = QtTexts(application)
    application.installTranslator(texts)
    return texts
