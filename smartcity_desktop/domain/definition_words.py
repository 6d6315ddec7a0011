"""A definition in the words of the event, and what is kept of it where a person typed over them.

A definition is stored with the usual words ("OPD", "dimensi"), so that it follows when the event takes other
ones. A person sees and edits it in the words of the event; only lines that were changed are kept as typed.
"""

from dataclasses import replace
from typing import Any, Final, TypeVar

from smartcity_desktop.domain.definition import Definition
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.worksheet import ChoiceLine, SheetColumn, Worksheet, choice_lines

T = TypeVar("T")

SAID: Final = frozenset(
    {"title", "instruction", "guide", "example", "label", "help", "name", "text", "component"}
)
"""Fields of a definition that hold sentences; codes, units and keys are shown as they stand."""


def spoken(found: Definition, words: Words) -> Definition:
    """Return a definition as a person reads it: its sentences and choices in the words of the event."""
    if words.is_usual:
        return found
    return replace(
        found,
        worksheet=spoken_worksheet(found.worksheet, words),
        columns=tuple(_column(item, words) for item in found.columns),
        parts=tuple(_said(item, words) for item in found.parts),
        items=tuple(_said(item, words) for item in found.items),
        criteria=tuple(_said(item, words) for item in found.criteria),
    )


def spoken_worksheet(worksheet: Worksheet, words: Words) -> Worksheet:
    """Return a worksheet with its sentences in the words of the event."""
    return _said(worksheet, words)


def kept(stored: str, typed: str, words: Words) -> str:
    """Return what is stored of a typed text: lines that stand as they were shown keep the usual words."""
    usual = {words.say(line): line for line in stored.split("\n")}
    return "\n".join(usual.get(line, line) for line in typed.split("\n"))


def kept_title(stored: str, typed: str, words: Words) -> str:
    """Return what is stored as the title of a copy: the title it begins with keeps the usual words."""
    shown = words.say(stored)
    return stored + typed.removeprefix(shown) if shown and typed.startswith(shown) else typed


def kept_choice(line: ChoiceLine, before: ChoiceLine | None, words: Words) -> ChoiceLine:
    """Return what is stored of a choice: words that still stand as they were shown stay the usual ones."""
    return replace(line, words=kept(before.words, line.words, words)) if before else line


def _said(item: T, words: Words) -> T:
    told: dict[str, Any] = {
        name: words.say(text) for name in SAID if isinstance(text := getattr(item, name, None), str)
    }
    return replace(item, **told)  # type: ignore[type-var]  # dataclasses alone are given


def _column(item: SheetColumn, words: Words) -> SheetColumn:
    lines = (replace(line, words=words.say(line.words)) for line in choice_lines(item.choices))
    is_named = item.kind == "choice"
    return (
        replace(_said(item, words), choices="\n".join(line.text for line in lines))
        if is_named
        else _said(item, words)
    )
