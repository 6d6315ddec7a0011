"""A draft of a regulation line by line, as it is set on paper and in Word alike. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from smartcity_desktop.domain.book_part import BookTable
from smartcity_desktop.domain.paper_rule import (
    BLANK,
    NUMBER_LINE,
    PROMULGATED_ON,
    SIGNED_ON,
    Annex,
    Article,
    RulePaper,
    ended,
    letter,
)

Kind = Literal[
    "mark", "check", "head", "center", "labelled", "chapter", "article", "plain", "item", "sign", "page"
]
"""``mark`` and ``check`` stand in front of the draft; ``head`` is bold and centred; ``labelled`` is a line of
"Menimbang" and its like, its label on the first one only; ``sign`` stands at the right; ``page`` begins a
page of an annex."""
MARK: Final = "RANCANGAN"
_ARTICLE: Final = "Pasal"
_REGION_LINE: Final = "DENGAN RAHMAT TUHAN YANG MAHA ESA"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line: ``sign`` is what counts it (``a.``, ``(1)``, ``1.``), ``level`` how far it stands in."""

    kind: Kind
    text: str = ""
    sign: str = ""
    label: str = ""
    level: int = 0


def lines(paper: RulePaper) -> Iterator[RuleLine | BookTable]:
    """Yield everything of a draft in reading order."""
    yield RuleLine("mark", MARK)
    for place, text in enumerate(paper.checks, start=1):
        yield RuleLine("check", text, f"{place}.")
    yield from (RuleLine("head", text) for text in (paper.title, NUMBER_LINE, "TENTANG", paper.about))
    yield RuleLine("center", _REGION_LINE)
    yield RuleLine("center", f"{paper.authority},")
    yield from _labelled("Menimbang", paper.considering, letters=True)
    yield from _labelled("Mengingat", paper.reminding)
    yield from _labelled("Memperhatikan", paper.noting)
    yield RuleLine("head", "MEMUTUSKAN:")
    yield RuleLine("labelled", paper.decree, label="Menetapkan")
    yield from _dictums(paper) if paper.dictums else _chapters(paper)
    if paper.closing:
        yield RuleLine("plain", paper.closing)
    yield from _signed(f"Ditetapkan di {paper.place}", SIGNED_ON, paper.authority)
    if paper.gazette:
        yield from _promulgated(paper)
    for annex in paper.annexes:
        yield from _annex(annex, paper)


def blanks(paper: RulePaper) -> int:
    """Return how many places of a draft are left to be filled in by hand."""
    count = 0
    for item in lines(paper):
        if isinstance(item, BookTable):
            count += sum(cell.count(BLANK) for row in item.rows for cell in row.cells)
        elif item.kind not in {"mark", "check"}:
            count += item.text.count(BLANK)
    return count


def _labelled(label: str, texts: Sequence[str], *, letters: bool = False) -> Iterator[RuleLine]:
    for place, text in enumerate(texts):
        sign = f"{letter(place)}." if letters else f"{place + 1}."
        shown = label if not place else ""
        # Each ends with a semicolon, the last one too (UU 12/2011, annex II).
        yield RuleLine("labelled", f"{text.rstrip('.;')};", "" if len(texts) == 1 else sign, shown)


def _chapters(paper: RulePaper) -> Iterator[RuleLine]:
    for chapter in paper.chapters:
        yield RuleLine("chapter", chapter.title, f"BAB {chapter.number}")
        for article in chapter.articles:
            yield RuleLine("article", f"{_ARTICLE} {article.number}")
            yield from _verses(article)


def _verses(article: Article) -> Iterator[RuleLine]:
    for verse in article.verses:
        sign = f"({verse.number})" if verse.number else ""
        yield RuleLine("item" if sign else "plain", verse.text, sign)
        yield from _items(verse.items, 1 if sign else 0, is_term=not sign and verse.text.endswith("dengan:"))


def _items(items: Sequence[str], level: int, *, is_term: bool = False) -> Iterator[RuleLine]:
    """Yield what a sentence lists; terms are whole sentences and counted, all else has letters."""
    for place, text in enumerate(items):
        if is_term:
            yield RuleLine("item", text, f"{place + 1}.", level=level)
        else:
            yield RuleLine("item", f"{text}{ended(place, len(items))}", f"{letter(place)}.", level=level)


def _dictums(paper: RulePaper) -> Iterator[RuleLine]:
    for dictum in paper.dictums:
        yield RuleLine("labelled", dictum.text, label=dictum.word)
        for place, text in enumerate(dictum.items):
            yield RuleLine("labelled", f"{text}{ended(place, len(dictum.items))}", f"{letter(place)}.")


def _signed(*texts: str) -> Iterator[RuleLine]:
    *above, authority = texts
    yield from (RuleLine("sign", text) for text in above)
    yield RuleLine("sign", f"{authority},")
    yield RuleLine("sign", "")
    yield RuleLine("sign", BLANK)


def _promulgated(paper: RulePaper) -> Iterator[RuleLine]:
    yield RuleLine("plain", f"Diundangkan di {paper.place}")
    yield RuleLine("plain", PROMULGATED_ON)
    yield RuleLine("plain", f"{paper.secretary},")
    yield RuleLine("plain", "")
    yield RuleLine("plain", BLANK)
    yield RuleLine("plain", paper.gazette)


def _annex(annex: Annex, paper: RulePaper) -> Iterator[RuleLine | BookTable]:
    yield RuleLine("page", annex.number)
    for text in (paper.title, NUMBER_LINE, "TENTANG", paper.about):
        yield RuleLine("plain", text)
    yield RuleLine("head", annex.title)
    yield from (RuleLine("plain", text) for text in annex.texts)
    if annex.table is not None:
        yield annex.table
    yield from _signed(paper.authority)
