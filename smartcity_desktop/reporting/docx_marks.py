"""The XML of a Word document in small pieces, as text: runs, fields, marks, paragraphs, pictures.

Strings are put together and read once as a whole, which is many times faster than one object per cell. All
text of people passes ``escaped``: nothing that somebody typed or pasted can break a document. Measures of
Word are twips (1/20 point), of pictures EMU (1/12,700 point).
"""

from dataclasses import dataclass
from html import escape
from typing import Final

from smartcity_desktop.reporting import style

TWIPS: Final = 20
"""In one point."""
EMU: Final = 12_700
"""In one point."""
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
BREAK: Final = '<w:r><w:br w:type="page"/></w:r>'
_BLANK: Final = "[…]"
"""What a person has to fill in by hand."""
_LETTERS_OF_A_NAME: Final = 250


@dataclass(frozen=True, slots=True)
class Look:
    """How a run differs from its paragraph; ``style`` is the id of a style of letters, ``size`` in points."""

    bold: bool = False
    italic: bool = False
    blank: bool = False
    style: str = ""
    size: float = 0.0
    underlined: bool = False
    struck: bool = False


PLAIN: Final = Look()
BOLD: Final = Look(bold=True)


def escaped(text: str) -> str:
    """Return text of a person as it may stand in XML: composed, on one line, without signs XML refuses."""
    return escape(" ".join(style.clean(text).split("\n")), quote=False)


def attribute(text: str) -> str:
    """Return text of a person as the value of an attribute, quoted and not too long."""
    kept = " ".join(style.clean(text).split())[:_LETTERS_OF_A_NAME]
    return f'"{escape(kept)}"'


def run(text: str, look: Look = PLAIN) -> str:
    """Return a run of text, nothing where there is none."""
    if not text:
        return ""
    if look == PLAIN:
        return f'<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
    marks = f'<w:rStyle w:val="{look.style}"/>' if look.style else ""
    marks += "<w:b/>" if look.bold else ""
    marks += "<w:i/>" if look.italic else ""
    marks += "<w:strike/>" if look.struck else ""
    marks += f'<w:sz w:val="{round(look.size * 2)}"/>' if look.size else ""
    marks += '<w:highlight w:val="yellow"/>' if look.blank else ""
    marks += '<w:u w:val="single"/>' if look.underlined else ""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def told(text: str, look: Look = PLAIN) -> str:
    """Return the runs of a text in which the places to be filled in by hand are highlighted."""
    if _BLANK not in text:
        return run(text, look)
    pieces = text.split(_BLANK)
    gap = run(_BLANK, Look(look.bold, look.italic, blank=True))
    return gap.join(run(piece, look) for piece in pieces)


LINE_BREAK: Final = "<w:r><w:br/></w:r>"


def lines(text: str, look: Look = PLAIN) -> str:
    """Return the runs of a text of several lines, as ``told``, each on a line of its own."""
    found = (line.strip() for line in style.clean(text).split("\n"))
    return LINE_BREAK.join(told(line, look) for line in found if line)


def paragraph(content: str = "", look: str = "", marks: str = "") -> str:
    """Return a paragraph of runs; ``look`` is the id of its style, ``marks`` are further properties."""
    named = f'<w:pStyle w:val="{look}"/>' if look else ""
    properties = f"<w:pPr>{named}{marks}</w:pPr>" if named or marks else ""
    return f"<w:p>{properties}{content}</w:p>"


def field(code: str, shown: str, look: Look = PLAIN, *, is_open: bool = False) -> str:
    """Return a field that a word processor computes anew; ``shown`` stands there until it does.

    One that ``is_open`` is not ended: its result is made of whole paragraphs, ``FIELD_END`` stands in the
    last of them.
    """
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    told = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    return f"{begin}{told}{middle}{run(shown, look)}{'' if is_open else FIELD_END}"


FIELD_END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def bookmark(number: int, name: str, content: str) -> str:
    """Return content between the marks of a bookmark; the name has letters, figures and underscores."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def link(name: str, content: str) -> str:
    """Return content that leads to a bookmark."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def picture(part: str, number: int, size: tuple[float, float], words: str) -> str:
    """Return a picture in the line: id of its part, its number in the document, points, and what it shows."""
    width, height = (max(1, round(side * EMU)) for side in size)
    extent = f'cx="{width}" cy="{height}"'
    named = f'id="{number}" name="Gambar {number}" descr={attribute(words)}'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {named}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{part}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def held(tag: str, title: str, content: str) -> str:
    """Return whole paragraphs and tables in a frame that a person can move and delete, not write into."""
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={attribute(title)}/><w:tag w:val={attribute(tag)}/>"
        f'<w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )
