"""Lines of a Word document on their way to blocks: lists put together, runs made one, small letters kept."""

from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.book_text import Block, Item, Listing, Run, Runs, joined, plain

PROPOSED_WORD: Final = "USULAN "
_RAISED: Final = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED: Final = str.maketrans("0123456789+-−=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")
"""Small letters above and below the line that are letters of their own, as the text of a chapter has them."""
_SMALL: Final = {"superscript": _RAISED, "subscript": _LOWERED}


@dataclass(frozen=True, slots=True)
class Entry(Item):
    """An item of a list while it is read: whether its list is ``numbered``, begins anew, and its number."""

    numbered: bool = False
    fresh: bool = False
    number: int = 1


def listed(found: list[Block | Entry]) -> list[Block]:
    """Return blocks with neighbouring items made one list."""
    blocks: list[Block] = []
    open_list: list[Entry] = []

    def close() -> None:
        if open_list:
            items = tuple(
                Item(item.runs, item.level if at else 0, item.ordered) for at, item in enumerate(open_list)
            )
            blocks.append(Listing(open_list[0].numbered, items, open_list[0].number))
            open_list.clear()

    for item in found:
        if not isinstance(item, Entry):
            close()
            blocks.append(item)
            continue
        first = open_list[0] if open_list else None
        if first and not item.level and (item.fresh or item.numbered != first.numbered):
            close()
        open_list.append(item)
    close()
    return blocks


def small(words: str, way: str) -> str | None:
    """Return letters ``superscript`` or ``subscript`` as letters of their own; None where there are none."""
    table = _SMALL.get(way)
    if table is None or all(ord(letter) in table or letter.isspace() for letter in words):
        return words.translate(table or {})
    return None


def pieces_of(runs: list[Run]) -> list[Runs]:
    """Return the lines of a paragraph, broken where a person broke them, without empty ones."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for at, piece in enumerate(run.text.split("\n")):
            if at:
                lines.append([])
            lines[-1].append(replace(run, text=piece))
    found = (joined(tuple(line)) for line in lines)
    return [line for line in found if plain(line).strip()]


def one(pieces: list[Runs]) -> Runs:
    """Return lines as one."""
    told: list[Run] = []
    for piece in pieces:
        told += [Run(" ")] if told else []
        told += piece
    return joined(tuple(told))


def calm(runs: Runs) -> Runs:
    """Return the runs of a heading: all of it in bold says nothing."""
    if all(run.bold or not run.text.strip() for run in runs):
        return joined(tuple(replace(run, bold=False) for run in runs))
    return runs


def without_word(runs: Runs) -> Runs:
    """Return a proposal without the word that marks it in Word."""
    first = runs[0]
    rest = replace(first, text=first.text.removeprefix(PROPOSED_WORD))
    if rest == first:
        return runs
    # The word stands in bold: what is left of its run, if anything, does not.
    return joined((replace(rest, bold=False), *runs[1:]))
