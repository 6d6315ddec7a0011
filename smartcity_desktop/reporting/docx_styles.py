"""The styles and lists of a Word document of this program, under the names that Word itself gives them.

A word processor finds contents, captions and lists by these names, so that a team goes on with its own
habits. Sizes of letters are half points, spaces and indents twips.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.reporting.docx_marks import NAMESPACES

FONT: Final = "Arial"
"""It is on every laptop; where it is not, the letters of Liberation Sans have the same widths."""
BULLETS, NUMBERS, HEADINGS, ANNEXES = 1, 2, 3, 4
"""Ids of the lists; the numbered lists of a text take ids from ``FIRST_OWN`` on, each with its beginning."""
FIRST_OWN: Final = 10
NORMAL, TITLE, SUBTITLE, CAPTION, SOURCE = "Normal", "Title", "Subtitle", "Caption", "Sumber"
HEADING_LOOKS: Final = ("Heading1", "Heading2", "Heading3", "Heading4")
UNNUMBERED, ANNEX = "JudulTanpaNomor", "JudulLampiran"
PLAIN_HEADING_LOOKS: Final = ("SubjudulTanpaNomor", "SubsubjudulTanpaNomor")
"""Headings inside the text of a chapter, which bear no number."""
BULLET_LOOKS: Final = ("ListBullet", "ListBullet2")
NUMBER_LOOKS: Final = ("ListNumber", "ListNumber2")
CELL, CELL_HEAD, CELL_RIGHT = "IsiTabel", "KepalaTabel", "AngkaTabel"
SMALL_CELL, SMALL_CELL_HEAD, SMALL_CELL_RIGHT = "IsiTabelKecil", "KepalaTabelKecil", "AngkaTabelKecil"
"""The same in tables of many columns."""
PROPOSED, PROPOSED_MARK, FILLS = "Usulan", "TandaUsulan", "IsiOtomatis"
TABLE, OWN_TABLE = "TabelBuku", "TabelTeks"
"""Tables that fill themselves, and those that people wrote; they look alike."""
CHAPTER_TITLE: Final = "JudulBab"
CENTERED, CENTERED_BOLD, RULE_CHAPTER, CLAUSE = "Tengah", "TengahTebal", "BabPeraturan", "Pasal"
CONTENTS_LOOKS: Final = ("TOC1", "TOC2", "TOC3")
CONTENTS_HEAD, FIGURES_LOOK, HEADER, FOOTER = "TOCHeading", "TableofFigures", "Header", "Footer"
_ACCENT, _SOFT = "1F4E56", "595959"
_LINE: Final = 240
"""A line of its own height; 300 is a quarter more."""
_STEP: Final = 425


@dataclass(frozen=True, slots=True)
class _Style:
    """One style of paragraphs; what is left empty is as in the style it is based on."""

    key: str
    name: str
    based: str = NORMAL
    keep: str = ""
    list: tuple[int, int] | None = None
    bar: bool = False
    tab: str = ""
    space: tuple[int, ...] = ()
    indent: str = ""
    align: str = ""
    level: int = -1
    letters: tuple[int, str] = (0, "")
    """Size, then ``b``, ``i`` and a colour of six figures, blanks between them."""
    then: str = ""

    def written(self) -> str:
        """Return the style; Word wants its properties in this order."""
        usual = "" if self.based else ' w:default="1"'
        base = f'<w:basedOn w:val="{self.based}"/>' if self.based else ""
        then = f'<w:next w:val="{self.then}"/>' if self.then else ""
        return (
            f'<w:style w:type="paragraph"{usual} w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f"{base}{then}<w:qFormat/><w:pPr>{''.join(self._marks())}</w:pPr><w:rPr>{self._letters()}</w:rPr></w:style>"
        )

    def _marks(self) -> Iterator[str]:
        yield "".join(f"<w:{name}/>" for name in self.keep.split())
        if self.list is not None:
            level, number = self.list
            yield f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        if self.bar:
            yield '<w:pBdr><w:left w:val="single" w:sz="24" w:space="6" w:color="C07A00"/></w:pBdr>'
            yield '<w:shd w:val="clear" w:color="auto" w:fill="FFF6E0"/>'
        if self.tab:
            yield f"<w:tabs>{self.tab}</w:tabs>"
        if self.space:
            before, after, *line = self.space
            lined = f' w:line="{line[0]}" w:lineRule="auto"' if line else ""
            yield f'<w:spacing w:before="{before}" w:after="{after}"{lined}/>'
        if self.indent:
            yield f"<w:ind {self.indent}/>"
        if self.align:
            yield f'<w:jc w:val="{self.align}"/>'
        if self.level >= 0:
            yield f'<w:outlineLvl w:val="{self.level}"/>'

    def _letters(self) -> str:
        size, told = self.letters
        marks = told.split()
        color = next((item for item in marks if item not in {"b", "i"}), "")
        found = "".join(f"<w:{item}/>" for item in ("b", "i") if item in marks)
        found += f'<w:color w:val="{color}"/>' if color else ""
        return found + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")


_KEEP: Final = "keepNext keepLines"
_EDGE: Final = "{edge}"
_LEADER: Final = f'<w:tab w:val="right" w:leader="dot" w:pos="{_EDGE}"/>'
_HEAD: Final = f"b {_ACCENT}"
_LOOKS: Final = (
    _Style(NORMAL, "Normal", "", space=(0, 120, 300)),
    _Style(
        "Heading1",
        "heading 1",
        keep=f"{_KEEP} pageBreakBefore",
        list=(0, HEADINGS),
        space=(0, 280),
        align="center",
        level=0,
        letters=(30, _HEAD),
        then=NORMAL,
    ),
    _Style(
        "Heading2",
        "heading 2",
        keep=_KEEP,
        list=(1, HEADINGS),
        space=(320, 120),
        level=1,
        letters=(26, _HEAD),
        then=NORMAL,
    ),
    _Style(
        "Heading3",
        "heading 3",
        keep=_KEEP,
        list=(2, HEADINGS),
        space=(240, 100),
        level=2,
        letters=(23, _HEAD),
        then=NORMAL,
    ),
    _Style(
        "Heading4",
        "heading 4",
        keep=_KEEP,
        list=(3, HEADINGS),
        space=(200, 80),
        level=3,
        letters=(22, _HEAD),
        then=NORMAL,
    ),
    _Style(UNNUMBERED, "Judul tanpa nomor", "Heading1", list=(0, 0), then=NORMAL),
    _Style(ANNEX, "Judul lampiran", "Heading1", list=(0, ANNEXES), then=NORMAL),
    _Style(
        PLAIN_HEADING_LOOKS[0],
        "Subjudul tanpa nomor",
        keep=_KEEP,
        space=(240, 100),
        letters=(23, _HEAD),
        then=NORMAL,
    ),
    _Style(
        PLAIN_HEADING_LOOKS[1],
        "Subsubjudul tanpa nomor",
        keep=_KEEP,
        space=(200, 80),
        letters=(22, f"b i {_ACCENT}"),
        then=NORMAL,
    ),
    _Style(TITLE, "Title", keep=_KEEP, space=(0, 160, 264), align="center", letters=(52, _HEAD), then=NORMAL),
    _Style(CHAPTER_TITLE, "Judul bab", keep=_KEEP, space=(0, 160), letters=(30, _HEAD), then=NORMAL),
    _Style(SUBTITLE, "Subtitle", space=(0, 120), align="center", letters=(28, ""), then=NORMAL),
    _Style(
        CAPTION, "caption", keep=_KEEP, space=(200, 80, _LINE), align="center", letters=(20, "b"), then=NORMAL
    ),
    _Style(SOURCE, "Sumber", space=(60, 200, _LINE), letters=(17, f"i {_SOFT}"), then=NORMAL),
    _Style(CELL, "Isi tabel", space=(20, 20, _LINE), letters=(18, "")),
    _Style(CELL_HEAD, "Kepala tabel", CELL, keep="keepNext", letters=(18, "b")),
    _Style(CELL_RIGHT, "Angka tabel", CELL, align="right"),
    _Style(SMALL_CELL, "Isi tabel kecil", CELL, letters=(16, "")),
    _Style(SMALL_CELL_HEAD, "Kepala tabel kecil", CELL_HEAD, letters=(16, "b")),
    _Style(SMALL_CELL_RIGHT, "Angka tabel kecil", CELL_RIGHT, letters=(16, "")),
    _Style(PROPOSED, "Usulan", bar=True, indent='w:left="200"', then=NORMAL),
    _Style(FILLS, "Isi otomatis", keep="keepNext", space=(120, 60, _LINE), letters=(17, _SOFT)),
    _Style(CENTERED, "Tengah", space=(0, 60), align="center"),
    _Style(CENTERED_BOLD, "Tengah tebal", CENTERED, keep="keepNext", letters=(0, "b")),
    _Style(
        RULE_CHAPTER,
        "Bab peraturan",
        keep=_KEEP,
        space=(280, 80),
        align="center",
        level=0,
        letters=(0, "b"),
        then=NORMAL,
    ),
    _Style(CLAUSE, "Pasal", keep="keepNext", space=(200, 80), align="center", level=1, then=NORMAL),
    _Style("ListBullet", "List Bullet", list=(0, BULLETS), space=(0, 60)),
    _Style("ListBullet2", "List Bullet 2", list=(1, BULLETS), space=(0, 60)),
    _Style("ListNumber", "List Number", list=(0, NUMBERS), space=(0, 60)),
    _Style("ListNumber2", "List Number 2", list=(1, NUMBERS), space=(0, 60)),
    *(
        _Style(
            look,
            f"toc {level}",
            tab=_LEADER,
            space=(80 if level == 1 else 0, 30, _LINE),
            indent=f'w:left="{(level - 1) * 300}"',
            letters=(21, "b" if level == 1 else ""),
        )
        for level, look in enumerate(CONTENTS_LOOKS, start=1)
    ),
    _Style(
        FIGURES_LOOK,
        "table of figures",
        tab=_LEADER,
        space=(0, 40, _LINE),
        indent='w:left="1200" w:hanging="1200"',
        letters=(21, ""),
    ),
    _Style(
        CONTENTS_HEAD,
        "TOC Heading",
        keep=f"{_KEEP} pageBreakBefore",
        space=(0, 240),
        align="center",
        letters=(28, _HEAD),
        then=NORMAL,
    ),
    _Style(HEADER, "header", space=(0, 0, _LINE), letters=(17, _SOFT)),
    _Style(FOOTER, "footer", space=(0, 0, _LINE), align="center", letters=(18, _SOFT)),
)
_OTHERS: Final = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    f'<w:style w:type="character" w:styleId="{PROPOSED_MARK}"><w:name w:val="Tanda usulan"/>'
    '<w:rPr><w:b/><w:color w:val="8A5600"/><w:sz w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="80" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_RULES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLES: Final = "".join(
    f'<w:style w:type="table" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_RULES}</w:tblBorders></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="E4ECEC"/></w:tcPr></w:tblStylePr></w:style>'
    for key, name in ((TABLE, "Tabel Buku"), (OWN_TABLE, "Tabel Teks"))
)


_OF_PAPER: Final = {
    HEADING_LOOKS[1]: ((220, 100, _LINE), (22, "b")),
    HEADING_LOOKS[2]: ((140, 80, _LINE), (20, "b")),
}
"""The headings of minutes, records and reports, as large as they are on paper and black like it."""


def styles(edge: int, *, numbered: bool = True, of_paper: bool = False) -> str:
    """Return the styles of a document, the language of all text Indonesian; headings may bear no numbers.

    ``edge`` is the width of the text of an upright page in twips, where the pages of contents stand; what
    is ``of_paper`` has the headings of a print.
    """
    looks = [
        item if numbered or item.key not in HEADING_LOOKS else replace(item, list=(0, 0)) for item in _LOOKS
    ]
    if of_paper:
        for at, item in enumerate(looks):
            space, letters = _OF_PAPER.get(item.key, (item.space, item.letters))
            looks[at] = replace(item, space=space, letters=letters)
    usual = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" '
        f'w:eastAsia="{FONT}" w:cs="{FONT}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    told = "".join(item.written() for item in looks).replace(_EDGE, str(edge))
    return f"<w:styles {NAMESPACES}>{usual}{told}{_OTHERS}{_TABLES}</w:styles>"


def lists(own: Sequence[int]) -> str:
    """Return the lists of a document; ``own`` are the numbers that numbered ones of its text begin with."""
    bullets = _list(BULLETS, [("bullet", "•", 0, ""), ("bullet", "–", 1, "")])
    numbers = _list(NUMBERS, [("decimal", "%1.", 0, ""), ("lowerLetter", "%2.", 1, "")])
    # The sign of a bab is a field in its text: only so does everything count 1.1 below BAB I.
    inner = [
        ("decimal", told, -1, look)
        for told, look in zip(("", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4"), HEADING_LOOKS, strict=True)
    ]
    headings = _list(HEADINGS, inner)
    below = [("decimal", "%1.%2", -1, ""), ("decimal", "%1.%2.%3", -1, "")]
    annexes = _list(ANNEXES, [("upperLetter", "Lampiran %1", -1, ANNEX), *below])
    known = "".join(_number(item, item) for item in (BULLETS, NUMBERS, HEADINGS, ANNEXES))
    again = "".join(_number(FIRST_OWN + place, NUMBERS, start) for place, start in enumerate(own))
    return f"<w:numbering {NAMESPACES}>{bullets}{numbers}{headings}{annexes}{known}{again}</w:numbering>"


def _list(number: int, levels: list[tuple[str, str, int, str]]) -> str:
    """Return a list of levels: kind of number, its words, steps of indent (-1 none), style bound to it."""
    told = "".join(_level(place, *level) for place, level in enumerate(levels))
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{told}</w:abstractNum>'
    )


def _level(place: int, kind: str, words: str, steps: int, look: str) -> str:
    bound = f'<w:pStyle w:val="{look}"/>' if look else ""
    after = f'<w:suff w:val="{"space" if words else "nothing"}"/>' if steps < 0 else ""
    indent = (
        'w:left="0" w:firstLine="0"' if steps < 0 else f'w:left="{_STEP * (steps + 1)}" w:hanging="{_STEP}"'
    )
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{bound}{after}'
        f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/><w:pPr><w:ind {indent}/></w:pPr></w:lvl>'
    )


def _number(number: int, of: int, start: int = 0) -> str:
    begin = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{begin}</w:num>'
