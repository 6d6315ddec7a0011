"""Qt's own buttons, menus and dialogs in Indonesian, Indonesian numbers and dates, and the event's words.

Qt brings no Indonesian for its own texts, so they stand on our shelf as ``{context: {source: text}}``.
"""

import json
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from shiboken6 import delete

from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.domain.words import Words
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import shelf

_EVENT: Final = "event"


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


class EventWords(QTranslator):
    """Puts the words of the open workshop into the window's sentences (SKPD for OPD, pilar for dimensi)."""

    def __init__(self, words: Words, parent: QCoreApplication | None = None) -> None:
        """Speak these words."""
        super().__init__(parent)
        self.words = words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return a sentence of the window in the words of the event, None for everything else."""
        del disambiguation, n
        return self.words.say(source) if context == _EVENT else None  # type: ignore[return-value] # not ours

    def isEmpty(self) -> bool:
        """Tell Qt to keep this translator."""
        return False


def speak(application: QCoreApplication, words: Words) -> None:
    """Let the window speak the words of an event from now on; widgets built earlier keep theirs."""
    for old in application.findChildren(EventWords):
        application.removeTranslator(old)
        # Not later: until then it would still be found as the one that speaks.
        delete(old)
    if not words.is_usual:
        application.installTranslator(EventWords(words, application))


def speaks(application: QCoreApplication, words: Words) -> bool:
    """Return whether the window says its sentences in these words already."""
    found = application.findChildren(EventWords)
    said = found[0].words if found else Words()
    return (said.opd, said.dimension) == (words.opd, words.dimension) or (said.is_usual and words.is_usual)


def explain(fault: Fault) -> str:
    """Return the sentence of an expected fault in the words of the open workshop."""
    return sentence(fault, worded)


def worded(text: str) -> str:
    """Return a sentence of the window, written with the usual words, in the words of the open workshop.

    Only for sentences of the program: names and texts that people wrote are put in afterwards.
    """
    return QCoreApplication.translate(_EVENT, text)
