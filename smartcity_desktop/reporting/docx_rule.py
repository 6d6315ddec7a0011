"""Drafts of a regulation and of decrees as Word documents, the places to be filled in highlighted."""

from typing import Final

from smartcity_desktop.domain.book_part import BookTable
from smartcity_desktop.domain.paper_rule import RulePaper
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.domain.rule_lines import RuleLine, blanks, lines
from smartcity_desktop.domain.wording import number
from smartcity_desktop.reporting import docx_marks as marks
from smartcity_desktop.reporting import docx_styles as styles
from smartcity_desktop.reporting.docx_body import Body
from smartcity_desktop.reporting.docx_file import DocxFile, Told
from smartcity_desktop.reporting.docx_marks import BOLD, paragraph, run

_TAB: Final = "<w:r><w:tab/></w:r>"
_LABEL, _COLON, _SIGN, _STEP = 1640, 1860, 2380, 500
"""Twips at which a label ends, its sign begins, its text begins; and of one step of a list."""
_SIGNED: Final = '<w:keepNext/><w:ind w:left="4300"/>'
_TIED: Final = '<w:keepNext/><w:spacing w:before="0" w:after="0"/>'
_ROOM: Final = '<w:keepNext/><w:spacing w:before="900" w:after="0"/>'


def written(paper: RulePaper, frame: PrintFrame, name: str) -> bytes:
    """Return a draft as a Word document."""
    kop = frame.letterhead
    file = DocxFile(
        Told(
            name,
            author=kop.government or frame.region,
            subject=frame.workshop_title,
            running=name,
            at=frame.printed_at,
            version=frame.version,
        ),
        frame.paper,
    )
    body = Body(file)
    for item in lines(paper):
        if isinstance(item, BookTable):
            body.add(body.table(item, tied=True), paragraph(marks=_TIED))
        else:
            _line(body, item, paper)
    body.add(file.section())
    return file.written(body.made())


def _line(body: Body, item: RuleLine, paper: RulePaper) -> None:
    match item.kind:
        case "mark":
            count = number(blanks(paper))
            told = f"{item.text} – disusun dari data Bimtek; {count} tempat bertanda […] perlu diisi"
            body.add(paragraph(run(told, BOLD), styles.PROPOSED))
        case "check":
            body.add(paragraph(run(item.text), styles.PROPOSED))
        case "head" | "center":
            body.text(item.text, styles.CENTERED_BOLD if item.kind == "head" else styles.CENTERED)
        case "chapter":
            content = run(item.sign) + marks.LINE_BREAK + run(item.text)
            body.add(paragraph(content, styles.RULE_CHAPTER))
        case "article":
            body.add(paragraph(run(item.text), styles.CLAUSE))
        case "page":
            body.add(paragraph(run(item.text, BOLD), styles.NORMAL, "<w:pageBreakBefore/>"))
        case _:
            body.add(_said(item))


def _said(item: RuleLine) -> str:
    """Return a sentence at its place: with a label, in a list, at the right, or by itself."""
    words = marks.told(item.text)
    if item.kind == "labelled":
        left = _SIGN if item.sign else _COLON
        tabs = "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in (_LABEL, _COLON, _SIGN))
        place = f'<w:tabs>{tabs}</w:tabs><w:spacing w:after="60"/><w:ind w:left="{left}" w:hanging="{left}"/>'
        label = f"{run(item.label)}{_TAB}{run(':' if item.label else '')}{_TAB}"
        counted = f"{run(item.sign)}{_TAB}" if item.sign else ""
        return paragraph(label + counted + words, styles.NORMAL, place)
    if item.kind == "item":
        left = _STEP * (item.level + 1)
        tab = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
        place = f'{tab}<w:ind w:left="{left}" w:hanging="{_STEP}"/>'
        return paragraph(f"{run(item.sign)}{_TAB}{words}", styles.NORMAL, place)
    room = "" if item.text else _ROOM
    if item.kind == "sign":
        return paragraph(words, styles.NORMAL, room + '<w:ind w:left="4300"/>' if room else _SIGNED)
    return paragraph(words, styles.NORMAL, room)
