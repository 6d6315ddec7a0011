"""What the styles and lists of a Word document mean for its text: headings, lists, emphasis, our marks."""

import zipfile
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.exchange import markup
from smartcity_desktop.exchange.markup import Attributes

_OFF: Final = frozenset({"0", "false", "off", "none"})
_HEADING: Final = "heading "
_BULLET: Final = "bullet"
_BODY_TEXT: Final = 9
"""The outline level that Word gives to text that is no heading."""
_MOST_STEPS: Final = 20


def is_on(attributes: Attributes) -> bool:
    """Return whether a property that is named is meant."""
    return attributes.get("val", "1") not in _OFF


@dataclass(slots=True)
class Style:
    """One style as it is written; what it does not say is said by the one it is based on."""

    name: str = ""
    upper: str = ""
    number: str = ""
    level: int | None = None
    outline: int | None = None
    hidden: bool | None = None
    bold: bool | None = None
    italic: bool | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a style means: ``heading`` from 1, 0 for none; ``names`` are its own and those it is based on."""

    names: frozenset[str] = frozenset()
    heading: int = 0
    number: str = ""
    level: int = 0
    hidden: bool = False
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Looks:
    """The styles and lists of one document."""

    styles: dict[str, Style] = field(default_factory=dict)
    bulleted: dict[str, dict[int, bool]] = field(default_factory=dict)
    """By list and level whether it has bullets."""
    restarts: dict[str, int] = field(default_factory=dict)
    """The numbers that lists begin with anew."""
    kinds: dict[str, str] = field(default_factory=dict)
    """By list its kind: lists of one kind are counted on."""
    starts: dict[str, int] = field(default_factory=dict)
    """By kind of list the number it begins with."""

    def meaning(self, key: str) -> Meaning:
        """Return what a style means, itself or by those it is based on; circles end."""
        chain: list[Style] = []
        while key in self.styles and len(chain) < _MOST_STEPS:
            chain.append(self.styles[key])
            key = self.styles[key].upper
        names = [item.name.casefold() for item in chain]
        numbered = next((item for item in chain if item.number), Style())
        return Meaning(
            frozenset(names),
            _heading(names, chain),
            numbered.number,
            numbered.level or 0,
            _said([item.hidden for item in chain]),
            _said([item.bold for item in chain]),
            _said([item.italic for item in chain]),
        )

    def is_bullet(self, number: str, level: int) -> bool:
        """Return whether a list has bullets on a level; a list that is not described has."""
        return self.bulleted.get(number, {}).get(level, True)


def _said(found: list[bool | None]) -> bool:
    return next((item for item in found if item is not None), False)


def _heading(names: list[str], chain: list[Style]) -> int:
    for name in names:
        rest = name.removeprefix(_HEADING)
        if rest != name and rest.isdigit():
            return int(rest)
    outline = next((item.outline for item in chain if item.outline is not None), None)
    return outline + 1 if outline is not None and outline < _BODY_TEXT else 0


def looks_of(archive: zipfile.ZipFile) -> Looks:
    """Return the styles and lists of a document."""
    found = Looks()
    for member, reader in (("word/styles.xml", _Styles), ("word/numbering.xml", _Lists)):
        if member in archive.namelist():
            with archive.open(member) as stream:
                reader(found).follow(stream)
    return found


class _Styles(markup.Elements):
    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._style: Style | None = None
        self._skipped = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self._style = Style()
            self._looks.styles[attributes.get("styleId", "")] = self._style
        elif name == "tblStylePr":
            self._skipped += 1
        elif self._style is not None and not self._skipped:
            self._take(self._style, name, attributes)

    @staticmethod
    def _take(style: Style, name: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        match name:
            case "name":
                style.name = value
            case "basedOn":
                style.upper = value
            case "numId":
                style.number = value
            case "ilvl":
                style.level = markup.whole(value)
            case "outlineLvl":
                style.outline = markup.whole(value)
            case "vanish":
                style.hidden = is_on(attributes)
            case "b":
                style.bold = is_on(attributes)
            case "i":
                style.italic = is_on(attributes)

    def end(self, name: str) -> None:
        if name == "style":
            self._style = None
        elif name == "tblStylePr":
            self._skipped -= 1


class _Lists(markup.Elements):
    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._kinds: dict[str, dict[int, bool]] = {}
        self._list = self._number = ""
        self._level = 0

    def start(self, name: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        match name:
            case "abstractNum":
                self._list = attributes.get("abstractNumId", "")
                self._kinds[self._list] = {}
            case "lvl":
                self._level = markup.whole(attributes.get("ilvl"))
            case "numFmt" if self._list:
                self._kinds[self._list][self._level] = value == _BULLET
            case "num":
                self._number = attributes.get("numId", "")
            case "start" if self._list and not self._level:
                self._looks.starts[self._list] = markup.whole(value)
            case "lvlOverride" if self._number:
                self._level = markup.whole(attributes.get("ilvl"))
            case "startOverride" if self._number and not self._level:
                self._looks.restarts[self._number] = markup.whole(value)
            case "abstractNumId" if self._number:
                self._looks.kinds[self._number] = value
                self._looks.bulleted[self._number] = self._kinds.get(value, {})

    def end(self, name: str) -> None:
        if name == "abstractNum":
            self._list = ""
        elif name == "num":
            self._number = ""
