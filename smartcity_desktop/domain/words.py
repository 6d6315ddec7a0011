"""The words of one event: what it calls an agency, a dimension, its minutes, the head of its region.

Sentences of the program are written with the usual words ("OPD", "dimensi"); ``Words.say`` puts the event's
own in their place. It is for sentences of the program only: what a person wrote is never changed.
"""

import re
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.workshop import Workshop

OPD: Final = "OPD"
DIMENSION: Final = "Dimensi"
MINUTES: Final = "Notulen"
_USUAL: Final = re.compile(r"\b(OPD(?:-nya)?|(?:[Ss]ub|SUB)?(?:[Dd]imensi|DIMENSI)(?:nya|NYA)?)\b")
_RULES: Final = {"kabupaten": "Perbup", "kota": "Perwal", "provinsi": "Pergub"}
_HEADS: Final = {"kabupaten": "Bupati", "kota": "Wali Kota", "provinsi": "Gubernur"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words this workshop uses: for an agency, a dimension, and the title of its minutes.

    ``head`` and ``rule`` follow the kind of region (Bupati, Perbup); ``ministry`` and ``program`` are the
    names of those that guide the event.
    """

    opd: str = OPD
    dimension: str = DIMENSION
    minutes: str = MINUTES
    ministry: str = ""
    program: str = ""
    head: str = "Bupati/Wali Kota"
    rule: str = "Perbup/Perwal"

    @property
    def is_usual(self) -> bool:
        """Whether sentences of the program stay as they are written."""
        return self.opd == OPD and self.dimension.casefold() == DIMENSION.casefold()

    @property
    def minutes_name(self) -> str:
        """The title of the minutes as it stands among other names: ``Notula`` where it is written NOTULA."""
        return self.minutes.capitalize() if self.minutes.isupper() else self.minutes

    def say(self, text: str) -> str:
        """Return a sentence of the program in the words of this event, with its capitals kept."""
        return text if self.is_usual else _USUAL.sub(self._own, text)

    def _own(self, found: re.Match[str]) -> str:
        word = found.group()
        if word.startswith(OPD):
            return self._agency(found, word.removeprefix(OPD))
        if word.isupper():
            return word.replace(DIMENSION.upper(), self.dimension.upper())
        small = self.dimension[:1].lower() + self.dimension[1:]
        own = word.replace(DIMENSION.lower(), small)
        return own.replace(DIMENSION, self.dimension[:1].upper() + self.dimension[1:])

    def _agency(self, found: re.Match[str], ending: str) -> str:
        # Words take "nya" at once, abbreviations after a hyphen: Perangkat Daerahnya, SKPD-nya.
        own = self.opd + (ending if self.opd.isupper() else ending.lstrip("-"))
        if found.string.replace(OPD, "").isupper():
            return own.upper()
        begins = not found.start() or found.string[: found.start()].endswith((". ", "? ", "! ", "\n"))
        return own[:1].upper() + own[1:] if begins else own


def words_of(workshop: Workshop) -> Words:
    """Return the words of a workshop; what it leaves empty is said in the usual way."""
    usual = Words()
    return Words(
        opd=_clean(workshop.word_opd) or usual.opd,
        dimension=_begun(_clean(workshop.word_dimension)) or usual.dimension,
        minutes=_clean(workshop.word_minutes) or usual.minutes,
        ministry=workshop.ministry.strip(),
        program=workshop.program.strip(),
        head=_HEADS.get(workshop.region_kind, usual.head),
        rule=_RULES.get(workshop.region_kind, usual.rule),
    )


def _begun(word: str) -> str:
    return word[:1].upper() + word[1:]


def _clean(word: str) -> str:
    # Figures and names are put into sentences at braces afterwards.
    return " ".join(word.replace("{", " ").replace("}", " ").split())
